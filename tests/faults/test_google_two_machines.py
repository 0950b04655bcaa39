"""Two machines that know nothing of each other, at work on one Google spreadsheet, in every order of their requests."""

from __future__ import annotations

import os
import random
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests
from google_desk import LOG, NOW, Answer, Desk, Wire, World, calls, differences, held
from google_trouble import People, typed
from test_google_answers import _fresh, _log_of
from test_google_crash import _note, _notes, _synced, _work_goes_on

from sheetsync import sync
from sheetsync.errors import NeedsPerson, SheetsyncError
from sheetsync.stores import google_template
from sheetsync.sync import Options

#: Every order by hand (SHEETSYNC_FAULTS=all), and so many by chance (SHEETSYNC_FUZZ); in the usual run some of each.
ALL = os.environ.get("SHEETSYNC_FAULTS") == "all"
COUNT = int(os.environ.get("SHEETSYNC_FUZZ", "8"))
_MOST_ORDERS = 100_000 if ALL else 7


@dataclass
class Turns:
    """Lets one machine at a time make one request, in the order that ``choose`` says."""

    choose: Callable[[list[int]], int]
    between: Callable[[], object] = lambda: None
    done: int = 0
    _waiting: dict[int, threading.Event] = field(default_factory=dict)
    _alive: set[int] = field(default_factory=set)
    _state: threading.Condition = field(default_factory=threading.Condition)
    _running: int | None = None

    def wire(self, number: int) -> Wire:
        """The wire of that machine."""

        def pass_on(request: requests.PreparedRequest, carry_out: Callable[[], Answer]) -> Answer:
            mine = threading.Event()
            with self._state:
                self._waiting[number] = mine
                self._running = None
                self._state.notify_all()
            assert mine.wait(60), "no turn came"
            return carry_out()

        return pass_on

    def run(self, works: Sequence[Callable[[], object]]) -> list[BaseException | None]:
        """All works at once, each in a thread of its own; how each ended."""
        ends: list[BaseException | None] = [None] * len(works)

        def live(number: int) -> None:
            try:
                works[number]()
            except BaseException as error:
                ends[number] = error
            with self._state:
                self._alive.discard(number)
                self._running = None
                self._state.notify_all()

        self._alive = set(range(len(works)))
        threads = [threading.Thread(target=live, args=(number,), daemon=True) for number in range(len(works))]
        for number, thread in enumerate(threads):
            with self._state:
                self._running = number
            thread.start()
            self._settled()
        while self._alive:
            options = sorted(self._waiting)
            number = options[0] if len(options) == 1 else self.choose(options)
            self.between()
            with self._state:
                self._running = number
                self._waiting.pop(number).set()
            self.done += 1
            self._settled()
        for thread in threads:
            thread.join(60)
        return ends

    def _settled(self) -> None:
        with self._state:
            assert self._state.wait_for(lambda: self._running is None, 60), "a machine neither asks nor ends"


def orders(most: int) -> Iterator[Callable[[list[int]], int]]:
    """One way to choose after the other, until every order was taken once, or so many."""
    todo: list[list[int]] = [[]]
    chance = random.Random(most)
    for _ in range(most):
        if not todo:
            return
        begin = todo.pop(chance.randrange(len(todo)))
        taken: list[int] = []

        def choose(options: list[int], begin: list[int] = begin, taken: list[int] = taken) -> int:
            at = len(taken)
            pick = begin[at] if at < len(begin) else 0
            if at >= len(begin):
                todo.extend([*taken, other] for other in range(1, len(options)))
            taken.append(pick)
            return options[pick]

        yield choose


class Pair:
    """Two machines with a state directory each, and one spreadsheet."""

    def __init__(self, folder: Path, prepare: Callable[[Desk], object]) -> None:
        self.desk = Desk(folder)
        self.states = [self.desk.state, folder / "state of the other"]
        prepare(self.desk)
        self.world = World.of(self.desk, "before")
        self.again()

    def again(self) -> None:
        """The world as it was."""
        self.world.back(self.desk)
        shutil.rmtree(self.states[1], ignore_errors=True)
        shutil.copytree(self.world.files, self.states[1])
        self.desk.fake.seen.clear()
        self.desk.clock.now += 120

    def sync(self, number: int, wire: Wire | None = None, *, undo: bool = False, **more: Any) -> None:
        """A run on that machine, or its last one taken back."""
        act = sync.take_back if undo else sync.run
        act(self.desk.store(wire, **more), Options(now=NOW), self.states[number])

    def at_work(self, number: int, turns: Turns, **more: Any) -> Callable[[], None]:
        """Such a run that takes its turns."""
        return lambda: self.sync(number, turns.wire(number), **more)


def _first(desk: Desk) -> None:
    desk.book.add(LOG, calls(8), rows=40, cols=9)


def _later(desk: Desk) -> None:
    _synced(desk)
    _work_goes_on(desk)


SCENES: dict[str, Callable[[Desk], None]] = {"a first sync": _first, "a later sync": _later}


@pytest.mark.parametrize("name", SCENES)
def test_every_order(tmp_path: Path, name: str) -> None:
    """In whatever order the requests of two syncs come: the spreadsheet is as one machine alone makes it, and a further run changes nothing."""
    pair, wrong, ends = Pair(tmp_path, SCENES[name]), [], Counter[str]()
    pair.sync(0)
    alone = held(pair.desk.book)
    tried = requests_made = 0
    for choose in orders(_MOST_ORDERS):
        pair.again()
        turns, tried = Turns(choose), tried + 1
        found = turns.run([pair.at_work(0, turns), pair.at_work(1, turns)])
        requests_made += turns.done
        ends.update(type(error).__name__ for error in found)
        wrong += [
            f"{tried}: {error!r}" for error in found if error is not None and not isinstance(error, SheetsyncError)
        ]
        for number in (0, 1):
            pair.sync(number)
        wrong += [f"{tried}: {text}" for text in differences(alone, held(pair.desk.book))]
    print("\n".join(text[:300] for text in wrong[:20]))
    print(f"{name}: {tried} orders of {requests_made} requests, ended with {dict(ends)}")

    assert [] == wrong


def test_two_templates_at_once(tmp_path: Path) -> None:
    """Two installations into one blank spreadsheet make each tab once, in whatever order."""
    pair, wrong = Pair(tmp_path, lambda desk: desk.book.add("Sheet1")), []
    google_template.install(pair.desk.client(), "Calls", into=pair.desk.book.id)
    alone, tried = held(pair.desk.book), 0
    for choose in orders(_MOST_ORDERS):
        pair.again()
        turns, tried = Turns(choose), tried + 1

        def work(number: int, turns: Turns = turns) -> None:
            google_template.install(pair.desk.client(turns.wire(number)), "Calls", into=pair.desk.book.id)

        found = turns.run([lambda: work(0), lambda: work(1)])
        wrong += [
            f"{tried}: {error!r}" for error in found if error is not None and not isinstance(error, SheetsyncError)
        ]
        wrong += [] if None in found else [f"{tried}: neither ended well: {found}"]
        wrong += [f"{tried}: {text}" for text in differences(alone, held(pair.desk.book))]
    print("\n".join(wrong[:10]))
    print(f"templates: {tried} orders")

    assert [] == wrong


def _mixed(desk: Desk) -> None:
    _later(desk)
    _note(desk.book.sheet("Follow-ups"))


class Crowd:
    """What people do between the requests, and whether something of theirs was changed."""

    def __init__(self, pair: Pair, chance: random.Random, made: Counter[str]) -> None:
        self.desk, self.chance, self.made = pair.desk, chance, made
        self.people, self.wrong = People(pair.desk), False
        self.mine = {pair.desk.log.id: LOG}
        self.seen = typed(self.desk, self.mine)

    def __call__(self) -> None:
        """Between two requests."""
        self.wrong = self.wrong or self.seen != typed(self.desk, self.mine)
        if self.chance.random() < 0.3:
            act = self.people(self.chance)
            self.made[act] += 1
            self.made["moved"] += act in ("people: sort", "people: insert", "people: delete")
        self.seen = typed(self.desk, self.mine)


def _wrong_at_the_end(pair: Pair, fresh: dict[Any, Any], notes: set[str], made: Counter[str]) -> list[str]:
    cells = _log_of(pair.desk)
    wrong = [f"{note} is lost" for note in notes - _notes(pair.desk)]
    for key in fresh:
        by_hand = cells[key][0] == "No" and fresh[key][0] != "No"
        # One machine writes a row, a person moves it, and the other writes on it, all between a look and a write: the mark of the
        # first is gone, so nobody can tell its cells from a person's any more, and they are kept as such.
        unknown = str(cells[key][3]).startswith("Set by hand") and made["moved"]
        made["kept as by hand"] += bool(unknown and not by_hand)
        if not by_hand and not unknown and fresh[key] != cells.get(key):
            wrong.append(f"{key[2]}: fresh {fresh[key]}, holds {cells.get(key)}")
    titles = [sheet.title for sheet in pair.desk.book.sheets]
    wrong += [f"tabs {titles}"] if len(titles) != len({*titles}) else []
    heads = [head for col in range(pair.desk.log.col_count) if (head := pair.desk.log.holds(0, col)) is not None]
    return wrong + ([f"heads {heads}"] if len({*heads}) != len(heads) else [])


@pytest.mark.parametrize("most_bytes", [1_900_000, 3_000], ids=["in one write", "in parts"])
def test_people_between_two_machines(tmp_path: Path, most_bytes: int) -> None:
    """Two machines sync, or one undoes, while people add, edit, sort and delete: what people typed stays, and two more runs make it right."""
    pair, wrong, ends, made = Pair(tmp_path, _mixed), [], Counter[str](), Counter[str]()
    for seed in range(COUNT):
        chance = random.Random(f"{most_bytes} {seed}")
        pair.again()
        made["moved"] = 0
        notes, crowd = _notes(pair.desk), Crowd(pair, chance, made)
        turns = Turns(chance.choice, crowd)
        undo = chance.random() < 0.3
        found = turns.run(
            [pair.at_work(0, turns, most_bytes=most_bytes), pair.at_work(1, turns, undo=undo, most_bytes=most_bytes)]
        )
        made["requests"] += turns.done
        ends.update(type(error).__name__ for error in found)
        wrong += [
            f"{seed}: {error!r}" for error in found if error is not None and not isinstance(error, SheetsyncError)
        ]
        wrong += [f"{seed}: a cell that a person typed was changed"] if crowd.wrong else []
        for number in (0, 1):
            sync.run(pair.desk.store(), Options(now=NOW, redo=True, force=True), pair.states[number])
        if not any(isinstance(error, NeedsPerson) and "look at" in str(error) for error in found):
            fresh = _fresh(pair.desk, tmp_path / f"fresh {seed}")
            wrong += [f"{seed}: {text}" for text in _wrong_at_the_end(pair, fresh, notes, made)]
    print("\n".join(text[:300] for text in wrong[:20]))
    print(f"{COUNT} orders by chance: {dict(made)}, ended with {dict(ends)}")

    assert [] == wrong
