"""Names of people and companies as they are compared: no case, accents, punctuation, titles or company suffixes."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = {"mr": "m", "mister": "m", "herr": "m", "monsieur": "m", "senor": "m", "sir": "m", "shri": "m", "sri": "m"}
_TITLES |= {"mrs": "f", "ms": "f", "miss": "f", "missus": "f", "frau": "f", "madame": "f", "madam": "f", "mme": "f"}
_TITLES |= {"mlle": "f", "senora": "f", "senorita": "f", "smt": "f", "dame": "f"}
_TITLES |= dict.fromkeys(
    _set("dr doctor prof professor rev reverend hon mx capt captain sgt lt col gen pastor rabbi"), ""
)

#: Behind a comma, or as the last word of a name that is full without it.
_CREDENTIALS = _set("md phd mba cpa esq esquire dds dmd dvm jd cfa cfp pmp rn pe do od ma bsc msc edd llm")
_ALWAYS_CREDENTIALS = _CREDENTIALS - {"do", "od", "pe", "ma", "rn"}  # these are surnames too
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}

#: Particles that belong to the surname which follows them.
_PARTICLES = _set("van von der den de del della di da dos das du la le ter ten bin ibn")

#: Words of roles, places and fillers; a cell made of nothing else names nobody (RULES 3).
_NOBODY = _set("""
    unknown unnamed anonymous none na nil null tbd tba tbc blank nobody noone someone somebody anyone anybody whoever
    owner owners coowner proprietor founder cofounder partner principal president chairman chairwoman chairperson
    vp svp evp ceo cfo coo cto cio cmo cro chief executive officer director directors manager managers mgr gm
    supervisor foreman superintendent buyer buyers purchaser purchasing procurement accounting accounts payable
    receivable bookkeeper bookkeeping controller finance billing payroll hr personnel recruiting sales marketing
    advertising facilities maintenance operations ops shipping receiving warehouse production engineering
    it tech technology technical admin administrator administration administrative assistant assistants secretary
    reception receptionist gatekeeper operator switchboard dispatcher dispatch intern coordinator clerk staff employee
    team dept department desk front main line number phone office headquarters hq company business store shop
    customer service services support help info information general contact lead prospect client decision maker dm
    voicemail vm mailbox machine ivr autoattendant attendant answering wrong bad dead disconnected
    person people guy lady gentleman woman man wife husband spouse boss caller name not given answer
    whom concern may applicable
    """)
_JOINERS = _set("the a an of and or for at to in no n his her their our your my it is new whoever vice s")

#: The last word of companies' names only.
_LEGAL = _set(
    "inc incorporated llc ltd limited corp corporation gmbh plc pty pvt llp lllp pllc sarl srl bv sro kft zrt"
)
#: The last word of companies' names, and of people's too (Maria Sá).
_LEGAL_OR_NAME = _set("mbh ag kg kgaa ohg ug lp sa sas spa nv oy oyj ab aps asa doo kk")
_NO_COMPANY = _set("na none unknown tbd nil null company nocompany")
#: Dropped at the end of a company's name, one after the other, but never the whole of it.
_SUFFIXES = _LEGAL | _LEGAL_OR_NAME | _set("co company cos pc pa ev eg se as private the and")

#: Words that a name with a plain first and last name has none of.
_SPECIAL = _NOBODY | _JOINERS | _PARTICLES | _CREDENTIALS | _LEGAL | frozenset({*_TITLES, *_GENERATIONS})

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"[,;|]|\s[-–—/]\s")
_APOSTROPHES = re.compile(r"['’‘`´ʼ\-‐‑]")
_WORDS = re.compile(r"[^\W_]+")


class Name(NamedTuple):
    """A person's name in the form that is compared. No tokens: the cell names nobody."""

    key: str = ""  # equal for two names that are the same name
    tokens: tuple[str, ...] = ()  # first name first
    generation: str = ""  # jr, sr, ii ...
    gender: str = ""  # of the title, kept only where the title and one name is all there is

    @property
    def full(self) -> bool:
        """Whether there is a first and a last name, neither of them an initial."""
        return len(self.tokens) > 1 and not _initial(self.tokens[0]) and not _initial(self.tokens[-1])


NOBODY = Name()


def plain(text: str) -> str:
    """Text without case and accents."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).replace("ß", "ss").replace("ø", "o")


def person(text: str) -> Name:
    """The name in a Prospect cell; ``NOBODY`` for blank cells, roles and fillers (RULES 3)."""
    words = text.casefold().split()
    if len(words) == 2 and text.isascii() and _SPECIAL.isdisjoint(words) and words[0].isalpha() and words[1].isalnum():
        return Name(words[0] + words[1], (words[0], words[1]))  # by far the most names
    return _parsed(text)


def _parsed(text: str) -> Name:
    if is_company(text):
        key = company(text)
        return Name(key, (key,)) if key else NOBODY
    parts = [_words(part) for part in _PARTS.split(_ASIDE.sub(" ", plain(text)))]
    parts = [part for part in parts if part and not _names_nobody(part)]
    generation = ""
    kept: list[list[str]] = []
    for part in parts:
        if kept and all(word in _CREDENTIALS for word in part):
            continue
        if len(part) == 1 and kept and part[0] in _GENERATIONS:
            generation = _GENERATIONS[part[0]]
            continue
        kept.append(part)
    if not kept or not any(ch.isalpha() for part in kept for word in part for ch in word):
        return NOBODY
    words = kept[0]
    if len(kept) > 1:
        words = [word for part in (*kept[1:], kept[0]) for word in part]  # Last, First
    return _name(words, generation)


def _name(words: list[str], generation: str) -> Name:
    gender, titled = "", False
    while len(words) > 1 and words[0] in _TITLES:
        gender, titled, words = gender or _TITLES[words[0]], True, words[1:]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        generation, words = _GENERATIONS[words[-1]], words[:-1]
    while len(words) > 2 and words[-1] in _ALWAYS_CREDENTIALS:
        words = words[:-1]
    tokens: list[str] = []
    held = ""
    for at, word in enumerate(words):
        if word in _PARTICLES and at < len(words) - 1 and (at or titled):
            held += word
        else:
            tokens.append(held + word)
            held = ""
    key = "".join(tokens) + (f"/{generation}" if generation else "")
    return Name(key, tuple(tokens), generation, gender if len(tokens) == 1 else "")


def _words(text: str) -> list[str]:
    return _WORDS.findall(text if text.isalnum() else _APOSTROPHES.sub("", text))


def _names_nobody(words: list[str]) -> bool:
    """Whether a part is made of roles, fillers and small words only (``n/a``, ``the owner's wife``)."""
    if "".join(words) in _NOBODY:
        return True
    bare = [word if word in _NOBODY or not word.endswith("s") else word[:-1] for word in words]
    if bare[-1] in _JOINERS and bare[-1] not in _NOBODY:  # "Prospect A" tells one from another
        return False
    return any(word in _NOBODY for word in bare) and all(word in _NOBODY or word in _JOINERS for word in bare)


def _initial(token: str) -> bool:
    return len(token) == 1 and token.islower()  # scripts without case have whole names of one letter


def _meet(one: str, other: str) -> bool:
    """Whether two words of a name can be the same: equal, or one the initial of the other."""
    return one == other or ((_initial(one) or _initial(other)) and one[0] == other[0])


def fits(one: Name, other: Name) -> bool:
    """Whether two names on one number can be one person's (RULES 3).

    A first name, an initial, a surname, or a name without the middle one fits the full name; names that merely
    look alike do not.
    """
    if one.key == other.key:
        return not (one.gender and other.gender and one.gender != other.gender)
    if one.generation and other.generation and one.generation != other.generation:
        return False
    short, long = sorted((one.tokens, other.tokens), key=len)
    if len(short) == 1:
        word = short[0]
        if len(long) == 1:
            return _meet(word, long[0])
        return _meet(word, long[0]) or word in long[1:]
    if not _meet(short[0], long[0]):
        return False
    rest = iter(long[1:])
    return all(any(_meet(word, candidate) for candidate in rest) for word in short[1:])


def company(text: str) -> str:
    """A company's name in the form that is compared; "" where there is none (blank, ``n/a``, ``unknown``)."""
    flat = plain(text)
    if "&" in flat or "+" in flat:
        flat = flat.replace("&", " and ").replace("+", " and ")
    words = _words(flat.replace(".", ""))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 3 and words[-3:] == ["sa", "de", "cv"]:
        words = words[:-3]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    key = "".join(words)
    return "" if key in _NO_COMPANY else key


def is_company(text: str) -> bool:
    """Whether a name ends as only companies' names do (LLC, Inc., GmbH)."""
    words = text.rsplit(None, 1)
    return len(words) == 2 and words[1].replace(".", "").strip(",()").casefold() in _LEGAL
