"""Which rows are the same prospect: one e-mail address, one phone number, or one name at one company (RULES 3).

The guards look at all rows at once and at no row's position. Rows are taken in four steps, the surest first:

1. The same name at the same company, or the same name on the same number or address.
2. Two full names on one number that can be one person's (a middle name more, an initial).
3. A first name, an initial or a surname on a number, where it fits one person's full name and no other's.
4. A row without a name, where all named rows on its numbers and addresses are one prospect. Where they are several, the
   number is a switchboard, and it joins no rows without a name either.

Each step joins only what is one prospect so far with one other, so that two different names never meet through a third row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from sheetsync.model import Call
from sheetsync.rules import contacts, names
from sheetsync.rules.names import Name
from sheetsync.settings import Settings

#: So many different names on one number are a switchboard: names that are not equal are not compared on it.
_CROWD = 20


@dataclass(frozen=True, slots=True)
class Prospects:
    """Who each row's prospect is. Rows of one prospect have the same number; -1 is a row without a call."""

    ids: list[int]
    phones: list[tuple[str, ...]]  # the real numbers of each row


class Person(NamedTuple):
    """What a row says of its prospect, in the form that is compared."""

    # A tuple, as names are: a long log has many of them, and they are made in half the time of a frozen dataclass.

    name: Name
    company: str
    contacts: tuple[str, ...]  # phone numbers and e-mail addresses
    phones: tuple[str, ...]
    is_company: bool = False  # the name is a company's
    nameless: bool = False  # the cell is blank, not merely a role


class _Sets:
    """Sets of numbers that can be joined (union by size, path halving)."""

    __slots__ = ("_parent", "_size")

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._size = [1] * count

    def find(self, one: int) -> int:
        parent = self._parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        one, other = self.find(one), self.find(other)
        if one == other:
            return
        if self._size[one] < self._size[other]:
            one, other = other, one
        self._parent[other] = one
        self._size[one] += self._size[other]

    def join_all(self, members: Sequence[int]) -> None:
        for member in members[1:]:
            self.join(members[0], member)


def identify(calls: Sequence[Call], settings: Settings) -> Prospects:
    """The prospect of every row, aligned with the calls."""
    people, of_row = _people(calls, settings)
    sets = _Sets(len(people))
    on = _by_contact(people)
    alone = _join_names(people, on, sets)
    shared = [members for members in on.values() if len(members) > 1]
    _join_full_names(people, shared, sets)
    _join_part_names(people, shared, sets)
    alone |= _join_nameless(people, on, sets)

    numbers: dict[Hashable, int] = {}
    ids: list[int] = []
    phones: list[tuple[str, ...]] = []
    for row, at in enumerate(of_row):
        if at < 0:
            ids.append(-1)
            phones.append(())
            continue
        key: Hashable = ("row", row) if at in alone else sets.find(at)
        ids.append(numbers.setdefault(key, len(numbers)))
        phones.append(people[at].phones)
    return Prospects(ids, phones)


def person(call: Call, settings: Settings) -> Person:
    """What one row says of its prospect."""
    return _Reader(settings.phone_country).person(call)


def shared(one: Person, other: Person) -> str:
    """What two rows of one prospect have in common, in words; "" where only other rows connect them."""
    common = [contact for contact in one.contacts if contact in other.contacts]
    if common:
        return f"the e-mail address {common[0]}" if "@" in common[0] else f"the phone number {common[0]}"
    if one.name.key and one.name.key == other.name.key:
        return "the name and the company" if one.company and one.company == other.company else "the name"
    return ""


class _Reader:
    """Reads who a row is about; a name, company or number that stands in many rows is read once."""

    __slots__ = ("_companies", "_country", "_names", "_phones")

    def __init__(self, country: str) -> None:
        self._country = country
        self._names: dict[str, Name] = {"": names.NOBODY}
        self._companies: dict[str, str] = {"": ""}
        self._phones: dict[str, tuple[str, ...]] = {"": ()}

    def person(self, call: Call) -> Person:
        name = self._names.get(call.prospect)
        if name is None:
            name = self._names[call.prospect] = names.person(call.prospect)
        company = self._companies.get(call.company)
        if company is None:
            company = self._companies[call.company] = names.company(call.company)
        phones = self._phones.get(call.phone)
        if phones is None:
            phones = self._phones[call.phone] = contacts.phones(call.phone, self._country)
        return Person(
            name,
            company,
            phones + contacts.emails(call.email) if call.email else phones,
            phones,
            bool(name.tokens) and _names_company(call.prospect, name, company),
            not call.prospect,
        )


def _names_company(prospect: str, name: Name, company: str) -> bool:
    if names.is_company(prospect):
        return True
    return company != "" and name.key.removeprefix("the")[:3] == company[:3] and names.company(prospect) == company


def _people(calls: Sequence[Call], settings: Settings) -> tuple[list[Person], list[int]]:
    """The different people as typed, and each row's place among them (-1: no call)."""
    reader = _Reader(settings.phone_country)
    seen: dict[tuple[str, str, str, str], int] = {}
    people: list[Person] = []
    of_row: list[int] = []
    for call in calls:
        typed = (call.prospect, call.company, call.phone, call.email)
        at = seen.get(typed)
        if at is None:
            at = seen[typed] = len(people)
            people.append(reader.person(call))
        of_row.append(at if call.is_call else -1)
    return people, of_row


def _by_contact(people: Sequence[Person]) -> dict[str, list[int]]:
    on: defaultdict[str, list[int]] = defaultdict(list)
    for at, who in enumerate(people):
        for contact in who.contacts:
            on[contact].append(at)
    return on


def _join_names(people: Sequence[Person], on: dict[str, list[int]], sets: _Sets) -> set[int]:
    """Step 1. Returns who has nothing that could join two rows: each of their rows is a prospect of its own."""
    for members in on.values():
        if len(members) > 1:
            _join_same(people, members, sets)
    named: defaultdict[str, list[int]] = defaultdict(list)
    staffed: set[str] = set()  # companies of which a row names somebody
    for at, who in enumerate(people):
        if who.name.tokens:
            named[who.name.key].append(at)
            staffed.add(who.company)
    alone: set[int] = set()
    for members in named.values():
        _join_at_companies(people, members, sets, alone)

    firms: defaultdict[str, list[int]] = defaultdict(list)
    for at, who in enumerate(people):
        if who.name.tokens:
            continue
        if who.nameless and who.company and who.company not in staffed:
            firms[who.company].append(at)
        elif not who.contacts:
            alone.add(at)
    for members in firms.values():
        _join_unless_apart(people, members, sets, alone)
    return alone


def _join_same(people: Sequence[Person], members: Iterable[int], sets: _Sets) -> None:
    """Join equal names; a Mr and a Mrs of one surname are not equal, and the surname alone is then neither's."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at in members:
        if people[at].name.tokens:
            groups[people[at].name.key].append(at)
    for same in groups.values():
        if len(same) == 1:
            continue
        genders: defaultdict[str, list[int]] = defaultdict(list)
        for at in same:
            genders[people[at].name.gender].append(at)
        if "m" in genders and "f" in genders:
            for group in genders.values():
                sets.join_all(group)
        else:
            sets.join_all(same)


def _join_at_companies(people: Sequence[Person], members: Sequence[int], sets: _Sets, alone: set[int]) -> None:
    """Join the rows of one name by company; those without one only where the name has one company in the log."""
    companies: defaultdict[str, list[int]] = defaultdict(list)
    for at in members:
        companies[people[at].company].append(at)
    bare = companies.pop("", [])
    for group in companies.values():
        if len(group) > 1:
            _join_same(people, group, sets)
    if not bare:
        return
    if len(companies) == 1:
        # A first name and another number are not enough to say that it is the one of that company.
        sure = [at for at in bare if people[at].name.full or not people[at].contacts]
        _join_same(people, [*next(iter(companies.values())), *sure], sets)
    elif not companies and any(people[at].name.full or people[at].is_company for at in members):
        _join_unless_apart(people, bare, sets, alone)
    else:
        alone.update(at for at in bare if not people[at].contacts)


def _join_unless_apart(people: Sequence[Person], members: Sequence[int], sets: _Sets, alone: set[int]) -> None:
    """Join rows that have only a name to go by, unless their numbers and addresses say that it is two prospects'."""
    reached = {sets.find(at) for at in members if people[at].contacts}
    if len(reached) <= 1:
        sets.join_all(members)
    else:
        alone.update(at for at in members if not people[at].contacts)


def _names_on(people: Sequence[Person], members: Iterable[int], sets: _Sets) -> dict[tuple[str, str, int], Name]:
    """The different names on one number, each with its set; names of companies are no person's."""
    return {
        (people[at].name.key, people[at].name.gender, sets.find(at)): people[at].name
        for at in members
        if people[at].name.tokens and not people[at].is_company
    }


def _join_full_names(people: Sequence[Person], on: Sequence[list[int]], sets: _Sets) -> None:
    """Step 2."""
    links: defaultdict[int, set[int]] = defaultdict(set)
    name_of: dict[int, set[Name]] = defaultdict(set)
    for members in on:
        buckets: defaultdict[str, list[tuple[int, Name]]] = defaultdict(list)
        for (_, _, root), name in _names_on(people, members, sets).items():
            if name.full:
                buckets[name.tokens[0]].append((root, name))
        for bucket in buckets.values():
            _link_fitting(bucket, links, name_of)
    _join_cliques(links, name_of, sets)


def _link_fitting(
    bucket: Sequence[tuple[int, Name]], links: defaultdict[int, set[int]], name_of: dict[int, set[Name]]
) -> None:
    if not 1 < len(bucket) <= _CROWD:
        return
    for (one, name), (other, second) in combinations(bucket, 2):
        if one != other and names.fits(name, second):
            links[one].add(other)
            links[other].add(one)
            name_of[one].add(name)
            name_of[other].add(second)


def _join_cliques(links: dict[int, set[int]], name_of: dict[int, set[Name]], sets: _Sets) -> None:
    """Join the linked sets, where every name in the whole chain fits every other."""
    done: set[int] = set()
    for start in links:
        if start in done:
            continue
        chain, todo = {start}, [start]
        while todo:
            for other in links[todo.pop()] - chain:
                chain.add(other)
                todo.append(other)
        done |= chain
        all_names = {name for root in chain for name in name_of[root]}
        if len(all_names) <= _CROWD and all(names.fits(*pair) for pair in combinations(all_names, 2)):
            sets.join_all(list(chain))


def _join_part_names(people: Sequence[Person], on: Sequence[list[int]], sets: _Sets) -> None:
    """Step 3: a part of a name goes to the one full name that it fits, or to a part that fits where there is none."""
    targets: defaultdict[int, set[int]] = defaultdict(set)
    links: defaultdict[int, set[int]] = defaultdict(set)
    name_of: dict[int, set[Name]] = defaultdict(set)
    for members in on:
        found = _names_on(people, members, sets)
        parts = [(root, name) for (_, _, root), name in found.items() if not name.full]
        if not parts or len(found) < 2:
            continue
        full = _FullNames()
        for (_, _, root), name in found.items():
            if name.full:
                full.add(root, name)
        for root, name in parts:
            targets[root] |= full.that_fit(name)
        _link_fitting(parts, links, name_of)
    sole = {root: next(iter(fit)) for root, fit in targets.items() if len(fit) == 1}
    free = {
        root: {other for other in others if not targets[other]} for root, others in links.items() if not targets[root]
    }
    for root, target in sole.items():
        sets.join(root, target)
    _join_cliques(free, name_of, sets)


class _FullNames:
    """The full names on one number, found by any of their words or by the first initial."""

    __slots__ = ("_by_word",)

    def __init__(self) -> None:
        self._by_word: defaultdict[str, list[tuple[int, Name]]] = defaultdict(list)

    def add(self, root: int, name: Name) -> None:
        for word in {*name.tokens, name.tokens[0][0]}:
            self._by_word[word].append((root, name))

    def that_fit(self, part: Name) -> set[int]:
        """The sets that the part of a name can belong to; on a switchboard all that it might, so that it is none's."""
        longest = max(part.tokens, key=len)
        candidates = self._by_word.get(longest, ())
        if len(candidates) > _CROWD:
            return {root for root, _ in candidates[: _CROWD + 1]}
        return {root for root, name in candidates if names.fits(part, name)}


def _join_nameless(people: Sequence[Person], on: dict[str, list[int]], sets: _Sets) -> set[int]:
    """Step 4: what has only a company's name first, then rows without a name. Who has a person's name stays as he is.

    Returns the nameless who have no number but switchboards': each of their rows is a prospect of its own.
    """
    shared = [members for members in on.values() if len(members) > 1]
    settled = {sets.find(at) for at, who in enumerate(people) if who.name.tokens and not who.is_company}
    seekers = {at for at, who in enumerate(people) if who.is_company and sets.find(at) not in settled}
    _join_to_sole_others(people, shared, sets, seekers)
    nameless = {at for at, who in enumerate(people) if not who.name.tokens}
    if not nameless:
        return set()
    known: set[int] = set()  # who has a number that is no switchboard's
    for members in on.values():
        own = [at for at in members if at in nameless]
        if own and (len(own) == len(members) or len({sets.find(at) for at in members if at not in nameless}) < 2):
            sets.join_all(own)
            known.update(own)
    _join_to_sole_others(people, shared, sets, nameless)
    return {at for at in nameless - known if people[at].contacts}


def _join_to_sole_others(people: Sequence[Person], on: Sequence[list[int]], sets: _Sets, seekers: set[int]) -> None:
    """Join each seeker's set to the one other named set on its numbers, where there is just one."""
    if not seekers:
        return
    targets: defaultdict[int, set[int]] = defaultdict(set)
    for members in on:
        roots = {sets.find(at) for at in members if at in seekers}
        if not roots:
            continue
        others: set[int] = set()
        for at in members:
            if at not in seekers and people[at].name.tokens:
                others.add(sets.find(at))
                if len(others) > 2:
                    break
        for root in roots:
            if len(targets[root]) < 2:
                targets[root] |= others - {root}
    for root, found in targets.items():
        if len(found) == 1:
            sets.join(root, next(iter(found)))
