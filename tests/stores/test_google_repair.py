"""Rows that move in the instant of a write: seeded random schedules of sorts, inserts, deletes and edits, never one violation."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from fake_sheets import Fault, Sheet
from google_room import NOW, Room, calls, room

from sheetsync import repair, sync
from sheetsync.errors import NeedsPerson, SheetsyncError, StaleSnapshot, TryAgain
from sheetsync.grid import Changes, ColumnEdits, Format, Snapshot, Tab, Value

HEADS = (
    "Date",
    "Prospect",
    "Company",
    "Outcome",
    "Notes",
    "Great?",
    "Follow-up",
    "Next action",
    "Why",
    "sheetsync",
    "Remarks",
)
TYPED, OURS = (0, 1, 2, 3, 4, 10), (5, 6, 7, 8, 9)
FIRST = 2  # a title stands above the heads


@dataclass
class Row:
    """One row with a name of its own that no store knows."""

    name: int
    cells: list[Value]
    by_hand: set[int] = field(default_factory=set)  # our cells that a person typed into between the look and the write


class Log:
    """A log that people work on, with a memory of what each row ought to hold."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self.chance, self.next, self.shift = chance, 0, 0
        self.rows = [self.new(filled=chance.random() < 0.7) for _ in range(size)]
        for _ in range(chance.choice((0, 0, 1, 2))):  # rows that people filled in alike
            twin = chance.choice(self.rows)
            self.rows.append(Row(self.name(), [*twin.cells[:5], *[None] * 5, twin.cells[10]]))

    def name(self) -> int:
        self.next += 1
        return self.next

    def new(self, *, filled: bool = False) -> Row:
        name, chance = self.name(), self.chance
        cells: list[Value] = [
            chance.randint(1, 30),
            f"P{chance.randint(1, 9)}",
            f"C{name}",
            chance.choice((None, "maybe")),
            f"note {name}",
            *[None] * 6,
        ]
        if chance.random() < 0.3:
            cells[10] = f"remark {name}"
        if filled:
            cells[5:10] = [
                chance.choice(("Yes", "No")),
                chance.randint(100, 120),
                "Call",
                f"why {name}",
                f"mark {name} old",
            ]
            if chance.random() < 0.4:
                cells[chance.choice((5, 6, 7))] = f"typed by hand {name}"
        return Row(name, cells)

    def tab(self) -> Tab:
        gap: list[list[Value]] = [[None] * (len(self.rows) + FIRST)] if self.shift else []
        columns: list[list[Value]] = [
            ["My calls" if col == 0 else None, HEADS[col], *(row.cells[col] for row in self.rows)]
            for col in range(len(HEADS))
        ]
        columns[self.shift : self.shift] = gap
        return Tab("Call Log", columns, len(self.rows) + FIRST)

    def write(self, row: int, col: int, value: Value) -> None:
        """What a write to that address does to whatever stands there."""
        if self.shift and col == self.shift:
            self.gap[row] = value
            return
        if self.shift and col > self.shift:
            col -= 1
        at = row - FIRST
        while at >= len(self.rows):
            self.rows.append(Row(-1, [None] * len(HEADS)))
        self.rows[at].cells[col] = value

    gap: dict[int, Value]

    def disturb(self, *, columns: bool = False) -> None:
        """One thing that a person does to whole rows or to cells."""
        chance = self.chance
        self.gap = {}
        match chance.choice(
            ("sort", "insert", "delete", "typed", "ours", "move", "sort down", "column" if columns else "sort")
        ):
            case "sort":
                col = chance.choice((0, 1, 2))
                self.rows.sort(key=lambda row: str(row.cells[col]))
            case "sort down":
                self.rows.sort(key=lambda row: str(row.cells[1]), reverse=True)
            case "insert":
                fresh = self.new()
                if chance.random() < 0.5:
                    fresh.cells = [None] * len(HEADS)
                self.rows.insert(chance.randint(0, len(self.rows)), fresh)
            case "delete" if len(self.rows) > 2:
                self.rows.pop(chance.randrange(len(self.rows)))
            case "typed":
                row = chance.choice(self.rows)
                row.cells[4] = f"{row.cells[4]} more"
            case "ours":
                row = chance.choice(self.rows)
                col = chance.choice((5, 6, 7))
                row.cells[col] = f"typed just now {row.name}"
                row.by_hand.add(col)
            case "move":
                row = self.rows.pop(chance.randrange(len(self.rows)))
                self.rows.insert(chance.randint(0, len(self.rows)), row)
            case "column" if not self.shift:
                self.shift = chance.choice((1, 3, 5))


def plan(log: Log, chance: random.Random) -> tuple[Changes, dict[int, dict[int, Value]]]:
    """Edits of some rows, as a run makes them: some outputs, and always the mark; and what is meant, by the row's name."""
    meant: dict[int, dict[int, Value]] = {}
    cells: dict[int, dict[int, Value]] = {col: {} for col in OURS}
    for at, row in enumerate(log.rows):
        if chance.random() < 0.5:
            wanted: dict[int, Value] = {9: f"mark {row.name} new"}
            for col in (5, 6, 7, 8):
                held = row.cells[col]
                if not (isinstance(held, str) and "by hand" in held) and chance.random() < 0.7:
                    wanted[col] = (
                        chance.choice(("Yes", "No", None))
                        if col == 5
                        else 130
                        if col == 6
                        else "Talk"
                        if col == 7
                        else f"why {row.name} new"
                    )
            meant[row.name] = wanted
            for col, value in wanted.items():
                cells[col][at + FIRST] = value
    edits = tuple(
        ColumnEdits("Call Log", col, sorted(found), [log.rows[r - FIRST].cells[col] for r in sorted(found)], [found[r] for r in sorted(found)], Format.MARK if col == 9 else Format.TEXT)
        for col, found in cells.items()
        if found
    )  # fmt: skip
    return Changes(edits), meant


def snapshot(log: Log) -> Snapshot:
    """What a store would read."""
    tab = log.tab()
    if log.shift and log.gap:
        columns = [list(column) for column in tab.columns]
        for row, value in log.gap.items():
            columns[log.shift][row] = value
        tab = replace(tab, columns=columns)
    return Snapshot("x", (tab,))


def write(log: Log, changes: Changes) -> None:
    """The write itself: by address, as every store does it."""
    for edit in changes.edits:
        for row, value in zip(edit.rows, edit.after, strict=True):
            log.write(row, edit.col, value)


@pytest.mark.parametrize("block", range(20))
def test_random_schedules(block: int) -> None:
    """After the repair every row holds what it held or what was meant for it, whole; no typed cell is lost. 200 schedules a block."""
    for seed in range(block * 200, block * 200 + 200):
        chance = random.Random(seed)
        log = Log(chance, chance.randint(3, 14))
        before = snapshot(log)
        changes, meant = plan(log, chance)
        held = {row.name: list(row.cells) for row in log.rows}
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            log.disturb(columns=chance.random() < 0.3)
        log.gap = {}
        ought = {row.name: list(row.cells) for row in log.rows}
        lost_hands = {row.name for row in log.rows if row.by_hand}
        write(log, changes)

        found = repair.make(before, changes, snapshot(log))
        write(log, found.changes)

        for row in log.rows:
            if row.name == -1:
                assert [None] * len(HEADS) == row.cells, f"seed {seed}: something stands below the log"
                continue
            typed = [row.cells[col] for col in TYPED]
            known = [ought[row.name][col] for col in TYPED]
            if log.shift and found.unproved and row.name not in held:
                continue  # a row typed in the very instant in which a column was inserted, too: its cells are named
            if log.shift and found.unproved:
                known = [
                    held.get(row.name, ought[row.name])[col] if typed[at] != ought[row.name][col] else typed[at]
                    for at, col in enumerate(TYPED)
                ]
            assert known == typed, f"seed {seed}: a typed cell of row {row.name}"
            if row.name in lost_hands or found.unproved:
                continue  # what was typed into our own cell in that very instant cannot be known
            was = ought[row.name][5:10]
            now = held.get(row.name, ought[row.name])
            # Nobody can tell these apart: filled in alike, and our cells the same, or all of them written.
            alike = [
                name
                for name, cells in held.items()
                if cells == now
                or (
                    [cells[c] for c in TYPED] == [now[c] for c in TYPED]
                    and len(meant.get(name, ())) == len(meant.get(row.name, ())) == 5
                )
            ]
            wanted = [[meant.get(name, {}).get(col, now[col]) for col in OURS] for name in (row.name, *alike)]
            assert row.cells[5:10] in (was, *wanted), f"seed {seed}: our cells of row {row.name}"
        assert not any(log.gap.values()), f"seed {seed}: a new column holds {log.gap}"


def test_nothing_moved() -> None:
    """Where nothing moved there is nothing to repair, though cells were typed into meanwhile."""
    chance = random.Random(1)
    log = Log(chance, 10)
    before = snapshot(log)
    changes, _ = plan(log, chance)
    log.rows[3].cells[4] = "another note"
    write(log, changes)

    assert repair.Repair() == replace(repair.make(before, changes, snapshot(log)), moved=False)


def test_hand_made_value_comes_back() -> None:
    """A follow-up typed by hand that a write landed on comes back to its row, wherever that row stands."""
    heads: Sequence[Value] = ("Date", "Prospect", "Notes", "Great?", "Follow-up")
    before = Snapshot(
        "x",
        (
            Tab(
                "Log",
                [
                    [h, *v]
                    for h, v in zip(heads, ([1, 2], ["Ann", "Bob"], ["a", "b"], ["No", "No"], ["none", 5]), strict=True)
                ],
                3,
            ),
        ),
    )
    changes = Changes((ColumnEdits("Log", 4, [2], [5], [9]),))
    after = Snapshot(
        "x",
        (
            Tab(
                "Log",
                [
                    [h, *v]
                    for h, v in zip(heads, ([2, 1], ["Bob", "Ann"], ["b", "a"], ["No", "No"], [5, 9]), strict=True)
                ],
                3,
            ),
        ),
    )

    found = repair.make(before, changes, after)

    assert [(4, [2], [9], ["none"])] == [
        (one.col, list(one.rows), list(one.before), list(one.after)) for one in found.changes.edits
    ]


# -- the store among people -------------------------------------------------------------------------------------------


def put_all(sheet: Sheet, log: Log) -> None:
    """Makes the sheet hold what the log holds; formats and notes do not matter here."""
    sheet.rows = []
    sheet.fill([["My calls"], list(HEADS), *(row.cells for row in log.rows)])


def matched(sheet: Sheet, log: Log) -> list[Row]:
    """The rows of the sheet, each with the name that it has in the log (the log's rows move with the sheet's)."""
    return [
        Row(row.name, [sheet.holds(at + FIRST, col) for col in range(len(HEADS))]) for at, row in enumerate(log.rows)
    ]


@pytest.mark.parametrize("how", ["answered", "answer lost", "nothing sent back"])
@pytest.mark.parametrize("block", range(5))
def test_store_among_people(block: int, how: str) -> None:
    """``apply`` among people who move rows before and after each of its writes: rows end whole, in one state or the other."""
    for seed in range(block * 40, block * 40 + 40):
        with room(seed=seed) as here:
            here.fake.answers_update = how != "nothing sent back"
            _among_people(here, seed, how == "answer lost")


def _among_people(here: Room, seed: int, lost: bool) -> None:
    chance = random.Random(seed)
    log = Log(chance, chance.randint(3, 10))
    sheet = here.book.add("Call Log", rows=30, cols=14)
    put_all(sheet, log)
    store = here.store()
    before = store.read()
    changes, meant = plan(log, chance)
    held = {row.name: list(row.cells) for row in log.rows}
    typed_cells = {row.name: [row.cells[col] for col in TYPED] for row in log.rows}
    moves = [chance.choice((1, 1, 2, 3))]

    def meanwhile(kind: str) -> None:
        """Moves whole rows of the sheet, and the log's rows with them."""
        if kind != "write" or not moves[0]:
            return
        moves[0] -= 1
        log.rows = matched(sheet, log)
        how = chance.choice(("sort", "insert", "delete", "move", "typed"))
        if how == "sort":
            log.rows.sort(key=lambda row: str(row.cells[chance.choice((1, 2))]))
        elif how == "insert":
            fresh = log.new()
            typed_cells[fresh.name], held[fresh.name] = [fresh.cells[c] for c in TYPED], list(fresh.cells)
            log.rows.insert(chance.randint(0, len(log.rows)), fresh)
        elif how == "delete" and len(log.rows) > 2:
            log.rows.pop(chance.randrange(len(log.rows)))
        elif how == "typed":
            row = chance.choice(log.rows)
            row.cells[4] = f"{row.cells[4]} more"
            typed_cells[row.name] = [row.cells[c] for c in TYPED]
        else:
            log.rows.insert(chance.randint(0, len(log.rows) - 1), log.rows.pop(chance.randrange(len(log.rows))))
        put_all(sheet, log)

    (here.fake.after if chance.random() < 0.3 else here.fake.before).append(meanwhile)
    if lost:
        here.fake.faults.append(Fault("write", skip=chance.choice((0, 0, 1)), carried_out=chance.random() < 0.6))
    unproved = False
    try:
        store.apply(before, changes)
    except StaleSnapshot:
        pass
    except NeedsPerson:
        unproved = True

    for row in matched(sheet, log):
        assert typed_cells[row.name] == [row.cells[col] for col in TYPED], (
            f"seed {seed}: a typed cell of row {row.name}"
        )
        now = held[row.name]
        alike = [
            name
            for name, cells in held.items()
            if [cells[c] for c in TYPED[:2]] == [now[c] for c in TYPED[:2]] and cells[2] == now[2]
        ]
        states = [now[5:10], *([meant.get(name, {}).get(col, held[name][col]) for col in OURS] for name in alike)]
        states += [held[name][5:10] for name in alike]
        if not unproved:
            assert row.cells[5:10] in states, f"seed {seed}: our cells of row {row.name}"
    below = [sheet.holds(row, col) for row in range(FIRST + len(log.rows), len(sheet.rows)) for col in range(14)]
    assert not any(below), f"seed {seed}: something stands below the log"


# -- against the service ----------------------------------------------------------------------------------------------


def act(chance: random.Random, sheet: Sheet, number: int) -> None:
    """One thing that a person does to the log in the browser."""
    last = max((row for row in range(len(sheet.rows)) if sheet.holds(row, 2) is not None), default=1)
    match chance.choice(("sort", "insert", "delete", "typed", "append", "hand")):
        case "sort":
            col = chance.choice((0, 2, 3))
            sheet.sort(lambda line: (line[2] is None, str(line[col])), 1, last + 1)
        case "insert":
            sheet.insert_row(
                chance.randint(1, last + 1),
                [46330, "Bob", f"New Person{number}", f"Newco {number}", "Owner", None, "left voicemail"],
            )
        case "delete" if last > 4:
            sheet.delete_row(chance.randint(1, last))
        case "typed":
            sheet.put(chance.randint(1, last), 6, f"not interested {number}")
        case "append":
            sheet.put(last + 1, 2, f"Late Person{number}")
            sheet.put(last + 1, 6, "left voicemail")
        case "hand":
            row = chance.randint(1, last)
            if sheet.holds(row, 7) is not None:
                sheet.put(row, 9, f"by hand {sheet.holds(row, 3)}")


def typed(sheet: Sheet) -> list[tuple[object, ...]]:
    """The rows as people typed them, in any order."""
    return sorted(
        tuple(str(sheet.holds(row, col)) for col in range(7))
        for row in range(1, len(sheet.rows))
        if sheet.holds(row, 3) or sheet.holds(row, 2)
    )


@pytest.mark.parametrize("block", range(4))
def test_runs_among_people(block: int, tmp_path: Path) -> None:
    """Runs while people sort, insert, delete and edit at every request: no typed cell is lost, the next quiet run is final."""
    for seed in range(block * 4, block * 4 + 4):
        with room(seed=seed) as here:
            _one_schedule(here, seed, tmp_path / str(seed))


def _one_schedule(here: Room, seed: int, state: Path) -> None:
    chance = random.Random(seed)
    log = here.book.add("Call Log", calls(chance.randint(4, 12)), rows=40, cols=12)
    if chance.random() < 0.6:
        here.sync(state)
    numbers = iter(range(10_000))
    wanted: list[list[tuple[object, ...]]] = [typed(log)]
    hands: dict[str, str] = {}
    left = [chance.randint(1, 4)]

    def meanwhile(kind: str) -> None:
        if left[0] and chance.random() < (0.8 if kind == "write" else 0.3):
            left[0] -= 1
            before = [line[:] for line in log.rows]
            act(chance, log, next(numbers))
            wanted[0] = typed(log)
            for row in range(1, len(log.rows)):
                value = log.holds(row, 9)
                if isinstance(value, str) and value.startswith("by hand"):
                    fresh = not any(
                        line[9] is not None and (line[9].effective or {}).get("stringValue") == value
                        for line in before
                        if len(line) > 9
                    )
                    if not (fresh and kind == "write"):
                        hands[str(log.holds(row, 3))] = value

    here.fake.before.append(meanwhile)
    for _ in range(6):
        try:
            here.sync(state)
            break
        except StaleSnapshot:
            continue
        except NeedsPerson:
            return
    here.fake.before.clear()

    assert wanted[0] == typed(log), f"seed {seed}: a typed cell was lost"
    here.sync(state)
    rows = {str(log.holds(row, 3)): log.holds(row, 9) for row in range(1, len(log.rows))}
    for company, value in hands.items():
        assert company not in rows or rows[company] == value, f"seed {seed}: a hand-made cell of {company}"
    again = sync.run(here.store(), sync.Options(now=NOW), state)
    assert not again.written, f"seed {seed}: the run after a quiet run still writes"
    fresh = room_of(log)
    assert fresh == room_of(log, resync=True), f"seed {seed}: a flag differs from that of a log never disturbed"


def room_of(log: Sheet, *, resync: bool = False) -> list[tuple[object, ...]]:
    """What stands in our columns beside each call; or what a run writes beside the same calls in a spreadsheet of its own."""
    if not resync:
        return sorted(
            tuple(str(log.holds(row, col)) for col in (2, 3, 6, 7, 8))
            for row in range(1, len(log.rows))
            if log.holds(row, 3) is not None
        )
    import tempfile

    with room() as other, tempfile.TemporaryDirectory() as state:
        copy = other.book.add("Call Log")
        copy.rows = [list(line[:7]) for line in log.rows]
        other.sync(Path(state))
        return room_of(copy)


# -- columns, tabs and grids ------------------------------------------------------------------------------------------


def at_the_write(here: Room, act_once: Callable[[], object]) -> None:
    """Lets a person do something in the instant between the last look and the write."""

    def meanwhile(kind: str) -> None:
        if kind == "write":
            here.fake.before.remove(meanwhile)
            act_once()

    here.fake.before.append(meanwhile)


@pytest.mark.parametrize("at", [0, 3, 6, 7])
@pytest.mark.parametrize("synced", [True, False], ids=["our columns there", "our columns new"])
def test_column_inserted_in_that_instant(at: int, synced: bool, tmp_path: Path) -> None:
    """A column that a person inserts while we write costs no typed cell and no head; the cells are named, and the next run is right."""
    with room() as here:
        log = here.book.add("Call Log", calls(6), rows=40, cols=20)
        if synced:
            here.sync(tmp_path)
            for row in range(1, 7):
                log.put(row, 6, f"not interested {row}")
        before = [[log.holds(row, col) for col in range(7)] for row in range(7)]
        at_the_write(here, lambda: log.insert_column(at))
        try:
            here.sync(tmp_path)
        except NeedsPerson as said:
            assert "Call Log" in str(said)
        after = [[log.holds(row, col) for col in range(8) if col != at] for row in range(7)]

        assert before == after
        assert not any(log.holds(row, at) for row in range(7)) or at == 7
        here.sync(tmp_path)
        again = here.sync(tmp_path)
        assert not again.written


def test_tab_deleted_in_that_instant(tmp_path: Path) -> None:
    """A log that is deleted while we write is told as gone; nothing is written elsewhere."""
    with room() as here:
        log = here.book.add("Call Log", calls(3))
        other = here.book.add("Other", [["mine"]])
        at_the_write(here, lambda: here.book.sheets.remove(log))

        with pytest.raises(SheetsyncError):
            here.sync(tmp_path)

        assert ([["mine"]], ["Other"]) == (other.values(), [sheet.title for sheet in here.book.sheets])


def test_tab_renamed_in_that_instant(tmp_path: Path) -> None:
    """A log that is renamed while we write is synced under its new name."""
    with room() as here:
        log = here.book.add("Call Log", calls(3))
        at_the_write(here, lambda: setattr(log, "title", "Ann's / calls"))

        here.sync(tmp_path)

        assert "Yes" in [log.holds(row, 7) for row in range(1, 4)]


def test_rows_deleted_in_that_instant(tmp_path: Path) -> None:
    """A grid that became too small while we write is looked at again."""
    with room() as here:
        log = here.book.add("Call Log", calls(5), rows=6, cols=12)
        at_the_write(here, lambda: log.delete_row(2))

        here.sync(tmp_path)

        assert 4 == sum(1 for row in range(1, 5) if log.holds(row, 7))


def shuffled_at(here: Room, log: Sheet, writes: float) -> None:
    """Lets a person shuffle the log at each of so many writes."""
    chance = random.Random(5)
    left = [writes]

    def meanwhile(kind: str) -> None:
        if kind == "write" and left[0] > 0:
            left[0] -= 1
            log.sort(lambda line: chance.random(), 1, 10)

    here.fake.before.append(meanwhile)


def test_moving_for_a_while(tmp_path: Path) -> None:
    """A log that is shuffled at six writes in a row ends as if nobody had touched it."""
    with room() as here:
        log = here.book.add("Call Log", calls(9), rows=40, cols=12)
        here.sync(tmp_path)
        for row in range(1, 10):
            log.put(row, 6, f"not interested {row}")
        shuffled_at(here, log, 6)

        here.sync(tmp_path)

        assert {f"not interested {row}" for row in range(1, 10)} == {log.holds(row, 6) for row in range(1, 10)}
        assert room_of(log) == room_of(log, resync=True)


def test_always_moving(tmp_path: Path) -> None:
    """A log that is shuffled at every single write ends in words after a while; what people typed is all there."""
    with room() as here:
        log = here.book.add("Call Log", calls(9), rows=40, cols=12)
        here.sync(tmp_path)
        for row in range(1, 10):
            log.put(row, 6, f"not interested {row}")
        shuffled_at(here, log, float("inf"))

        with pytest.raises(NeedsPerson, match="keeps being sorted.*Version history"):
            here.sync(tmp_path)

        assert {f"not interested {row}" for row in range(1, 10)} == {log.holds(row, 6) for row in range(1, 10)}


@pytest.mark.parametrize("later", [0, 1, 2])
def test_out_of_reach_before_all_was_put_back(later: int, tmp_path: Path) -> None:
    """Where Google goes out of reach between a write that went astray and its repair, the message says what stood where."""
    with room() as here:
        log = here.book.add("Call Log", calls(9), rows=40, cols=12)
        here.sync(tmp_path)
        log.put(4, 9, "call his boss in May")
        before = typed(log)
        for row in range(5, 10):
            log.put(row, 6, f"not interested {row}")

        def meanwhile() -> None:
            log.sort(lambda line: str(line[3])[::-1] if line[3] else "", 1, 10)
            rows = log.rows[1:10]
            log.rows[1:10] = [*rows[5:], *rows[:5]]
            here.fake.faults.append(Fault("any", 0, skip=later, times=10_000))

        at_the_write(here, meanwhile)
        with pytest.raises((NeedsPerson, StaleSnapshot, TryAgain)) as said:
            here.sync(tmp_path)

        back = [log.holds(row, 9) for row in range(1, 10)]
        assert len(before) == len(typed(log))
        assert "call his boss in May" in str(said.value) or "call his boss in May" in back


# -- our own tabs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_own_list_sorted_in_that_instant(seed: int, tmp_path: Path) -> None:
    """A list of ours that a person sorts while it is written keeps every note, each beside its own line."""
    chance = random.Random(seed)
    with room(seed=seed) as here:
        log = here.book.add("Call Log", calls(12), rows=40, cols=12)
        here.sync(tmp_path)
        tab = here.book.sheet("Follow-ups")
        head = next(row for row in range(20) if tab.holds(row, 1) == "When")
        at = {tab.holds(head, col): col for col in range(tab.col_count)}
        lines = [row for row in range(head + 1, len(tab.rows)) if tab.holds(row, at["Prospect"])]
        notes = {}
        for row in chance.sample(lines, 4):
            notes[tab.holds(row, at["Prospect"])] = f"note of {tab.holds(row, at['Prospect'])}"
            tab.put(row, at["Notes"], notes[tab.holds(row, at["Prospect"])])
        log.put(chance.randint(1, 5), 6, "not interested at all, we use a competitor")

        def meanwhile(kind: str) -> None:
            if kind == "write":
                here.fake.before.remove(meanwhile)
                tab.sort(lambda line: str(line[at["Prospect"]])[::-1], head + 1, lines[-1] + 1)

        here.fake.before.append(meanwhile)
        here.sync(tmp_path)
        here.sync(tmp_path)
        found = {tab.holds(row, at["Prospect"]): tab.holds(row, at["Notes"]) for row in range(head + 1, len(tab.rows))}

        assert notes == {name: note for name, note in found.items() if note}
