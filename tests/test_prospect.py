"""Which rows are one prospect: the cases, their independence of order, and the speed of the worst logs."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.model import Call
from sheetsync.rules import contacts, names, prospect
from sheetsync.settings import Settings

CASES = Path(__file__).parent / "cases" / "prospect.csv"


def logs() -> dict[str, list[dict[str, str]]]:
    """The cases: each a small log."""
    with CASES.open(encoding="utf-8", newline="") as file:
        found: dict[str, list[dict[str, str]]] = defaultdict(list)
        for line in csv.DictReader(file):
            assert None not in line, line
            found[line["case"]].append(line)
        return found


def call(line: dict[str, str], row: int) -> Call:
    """A row of a case; it has notes, so that it is a call even where nothing else is known."""
    who = {key: line[key] for key in ("prospect", "company", "phone", "email")}
    return Call(row=row, notes="called", **who)


def together(calls: list[Call], given_settings: Settings | None = None) -> set[frozenset[int]]:
    """The rows of each prospect, by row number."""
    ids = prospect.identify(calls, given_settings or Settings()).ids
    found: defaultdict[int, set[int]] = defaultdict(set)
    for one, number in zip(calls, ids, strict=True):
        found[number].add(one.row)
    return {frozenset(rows) for rows in found.values()}


@pytest.mark.parametrize("case", logs(), ids=str)
def test_case(case: str) -> None:
    """The rows with one letter in the case are one prospect, and no others; in whatever order they stand."""
    lines = logs()[case]
    calls = [call(line, row) for row, line in enumerate(lines)]
    by_letter = sorted(range(len(lines)), key=lambda row: lines[row]["who"])
    expected = {frozenset(rows) for _, rows in groupby(by_letter, key=lambda row: lines[row]["who"])}
    for seed in range(6):
        found = together(calls)

        assert expected == found, f"seed {seed}"
        random.Random(seed).shuffle(calls)


NAMES = ["Earl Dodson", "Earl", "E. Dodson", "Mr. Dodson", "Mrs. Dodson", "Dodson, Earl", "Walter Gibbs", "Earl Gibbs"]
NAMES += ["Walter", "Earl Q. Dodson", "Earl R. Dodson", "Owner", "", "", "Acme LLC", "Acme"]
rows = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["", "Acme", "Acme, Inc.", "Zenith"]),
        st.sampled_from(["", "312-555-0101", "312-555-0102", "312-555-0103", "000-0000"]),
        st.sampled_from(["", "info@acme.com", "earl@dodson.com", "none@none.com"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_order_does_not_matter(lines: list[tuple[str, str, str, str]], chance: random.Random) -> None:
    """Any order of the rows gives the same prospects."""
    calls = [Call(at, prospect=p, company=c, phone=t, email=e, notes="x") for at, (p, c, t, e) in enumerate(lines)]
    expected = together(calls)
    chance.shuffle(calls)

    assert expected == together(calls)


@settings(max_examples=300, deadline=None)
@given(rows)
def test_two_names_never_meet(lines: list[tuple[str, str, str, str]]) -> None:
    """No prospect holds two full names that do not fit, however its rows are connected."""
    calls = [Call(at, prospect=p, company=c, phone=t, email=e, notes="x") for at, (p, c, t, e) in enumerate(lines)]
    for group in together(calls):
        full = [
            name
            for at in group
            if (name := names.person(calls[at].prospect)).full and not names.is_company(calls[at].prospect)
        ]
        assert all(names.fits(one, other) for one in full for other in full)


def test_phone_country_decides_short_forms() -> None:
    """A number without a country code is read as one of the country in Settings."""
    calls = [Call(1, phone="020 7946 0018", notes="x"), Call(2, phone="+442079460018", notes="x")]

    assert {frozenset({1, 2})} == together(calls, Settings(phone_country="GB"))
    assert {frozenset({1}), frozenset({2})} == together(calls, Settings(phone_country="US"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("312-555-0101", ("+13125550101",)),
        ("1 (312) 555-0101", ("+13125550101",)),
        ("312-555-0101 (mobile)", ("+13125550101",)),
        ("312.555.0101x0012", ("+13125550101x12",)),
        ("tel 312-555-0101 or 312-555-0102", ("+13125550101", "+13125550102")),
        ("1-800-FLOWERS", ("+18003569377",)),
        ("ext 12", ()),
        ("ask Sharon", ()),
        ("312-555-5555", ()),
        ("000-0000", ()),
        ("", ()),
    ],
)
def test_phones(typed: str, expected: tuple[str, ...]) -> None:
    """A phone cell gives its real numbers in one form."""
    assert expected == contacts.phones(typed, "US")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ann@Reed.com", ("ann@reed.com",)),
        ("Ann Reed <ann@reed.com>; bo@reed.com", ("ann@reed.com", "bo@reed.com")),
        ("info@reed.com", ("info@reed.com",)),
        ("none@none.com", ()),
        ("test@test.com", ()),
        ("noemail@gmail.com", ()),
        ("x@noemail.com", ()),
        ("email@email.com", ()),
        ("ask", ()),
    ],
)
def test_emails(typed: str, expected: tuple[str, ...]) -> None:
    """An e-mail cell gives its real addresses; what people type to get past a form is none."""
    assert expected == contacts.emails(typed)


@pytest.mark.parametrize("crowd", ["one number", "one name", "parts of names", "one address and no name"])
def test_a_crowd_takes_no_longer_per_row(crowd: str) -> None:
    """Thousands of rows on one number, address or name are no harder than a few: each is looked at a few times."""
    kinds = {
        "one number": lambda at: {"prospect": f"Earl{at} Dodson{at}", "phone": "312-555-0101"},
        "one name": lambda at: {"prospect": "John Smith", "phone": f"312-55{at:05d}"},
        "parts of names": lambda at: {
            "prospect": [f"Earl {at}", f"E. {at} Dodson", f"Mr. D{at}", f"Earl D{at} Dodson"][at % 4],
            "phone": "312-555-0101",
        },
        "one address and no name": lambda at: {"email": "info@acme.com", "phone": f"312-55{at:05d}"},
    }
    compared = 0

    def counted(one: names.Name, other: names.Name) -> bool:
        nonlocal compared
        compared += 1
        return fits(one, other)

    fits = names.fits
    calls = [Call(at, notes="x", **kinds[crowd](at)) for at in range(5000)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names, "fits", counted)
        prospect.identify(calls, Settings())

    assert compared <= 50 * len(calls)
