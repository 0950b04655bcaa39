"""Phone numbers and e-mail addresses in the one form in which they are compared; placeholders are none."""

from __future__ import annotations

import re


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Countries of the North American plan, where ten digits are a number as it stands.
_NANP = _set(
    "US CA PR VI GU AS MP BS BB AG DM DO GD JM KN LC VC TT TC VG AI BM KY MS SX"
)  # ITU: numbering plan of country code 1

_SIGNS = str.maketrans("", "", " ()-.\t\u00a0\u2010\u2011\u2013")
_EXTENSION = re.compile(r"\b(?:extension|extn?|x)\b\.?:?\s*(?=\d)|x(?=\d)", re.I)
_SEVERAL = re.compile(r"[;,\n|]|\s/\s|(?<=\d)/(?=[\d(+])|\bor\b|\band\b|&", re.I)
_LETTERS = re.compile(r"[^\W\d_]+\.?:?")
_EMAIL = re.compile(r"[^\s<>\"'(),;:|]+@[^\s<>\"'(),;:|]+\.[^\s<>\"'(),;:|.]+")

_ONE_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]+")

_RUNS = frozenset({"1234567", "12345678", "123456789", "1234567890", "0123456789", "9876543210", "0987654321"})

#: What people type where a form insists on an address.
_NO_MAILBOX = _set("""
    none no na n.a noemail no-email no.email no_email noemailaddress nomail unknown nobody noone test testing asdf
    xxx xx x xyz abc aaa null nil fake invalid notprovided not.provided notavailable donotemail dummy example sample
    placeholder tbd anonymous nospam blank
    """)
_NO_DOMAIN = _set("none noemail no-email nomail na unknown invalid nowhere noaddress fake notavailable notprovided")
_SAME_TWICE = _NO_MAILBOX | _set("email mail a b aa bb abc123 me user")


def emails(text: str) -> tuple[str, ...]:
    """The real addresses in an e-mail cell, without case."""
    if "@" not in text:
        return ()
    if _ONE_EMAIL.fullmatch(text):
        address = text.casefold()
        return () if _is_no_address(address) else (address,)
    found = (match.group().casefold().removeprefix("mailto:") for match in _EMAIL.finditer(text))
    return tuple(dict.fromkeys(address for address in found if not _is_no_address(address)))


def _is_no_address(address: str) -> bool:
    mailbox, _, host = address.rpartition("@")
    domain = host.split(".")[0]
    if mailbox in _NO_MAILBOX or domain in _NO_DOMAIN or host.endswith(".invalid"):
        return True
    return mailbox == domain and mailbox in _SAME_TWICE


def phones(text: str, country: str) -> tuple[str, ...]:
    """The real numbers in a phone cell, in international form, with the extension where there is one.

    Args:
        text: the cell; it may hold more than one number, and words beside them ("cell", "or").
        country: two letters, for numbers written without a country code.
    """
    signs = text.translate(_SIGNS)
    digits = signs.removeprefix("+1") if len(signs) == 12 else signs
    if digits.isdigit() and digits.isascii() and (digits is not signs or country in _NANP):
        if len(digits) == 11 and digits[0] == "1":
            digits = digits[1:]
        if len(digits) == 10:  # by far the most numbers, and ten times as fast as the library
            return () if _is_no_number(digits) else ("+1" + digits,)
    found = (_phone(piece, country) for piece in _SEVERAL.split(text))
    return tuple(dict.fromkeys(number for number in found if number))


def _phone(text: str, country: str) -> str:
    text, extension = _parted(text)
    digits = "".join(ch for ch in text if ch.isdigit())
    if len(digits) >= 7:  # words beside a whole number are no part of it; 1-800-FLOWERS needs its letters
        text = _LETTERS.sub(" ", text)
    elif len(digits) < 4 or not any(ch.isalpha() for ch in text):
        return ""
    if _is_no_number(digits):
        return ""
    import phonenumbers  # the tables take a moment to load, and most logs never need them

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return f"{digits}" if len(digits) >= 7 else ""
    national = phonenumbers.national_significant_number(number)
    if _is_no_number(national):
        return ""
    return f"+{number.country_code}{national}" + (f"x{extension}" if extension else "")


def _parted(text: str) -> tuple[str, str]:
    """A number, and the digits of its extension."""
    parts = _EXTENSION.split(text, maxsplit=1)
    if len(parts) < 2:
        return text, ""
    return parts[0], "".join(ch for ch in parts[1] if ch.isdigit()).lstrip("0")


def _is_no_number(digits: str) -> bool:
    """Whether the digits are a filler: all the same, the last seven all the same, or counted up or down."""
    return len(set(digits[-7:])) <= 1 or digits in _RUNS
