"""Fits the points of sheetsync/rules/scorecard.py and hints.py to labelled notes. Needs numpy, scipy and scikit-learn, which the product does not.

python benchmarks/fit.py [--folds 10] FILE...      (JSON lines as benchmarks/notes.py reads them, or a CSV with notes, spoke_with, decision_maker, date and outcome)

Two logistic regressions, fitted apart and added up at run time: one on the signs and circumstances of a note, one on its words and pairs of
words. Fitted together, the phrases, which were written by people who had read these notes, would be trusted more than they deserve. Rows whose
label is ambiguous count for little. Never fit on notes-heldout files: they are there to tell how well it goes on notes that nobody has seen.
"""

from __future__ import annotations

import csv
import json
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import notes as benchmark  # noqa: E402
import numpy as np  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.preprocessing import normalize  # noqa: E402

from sheetsync.rules import hints, outcome_words, phrases, reading, scorecard  # noqa: E402
from sheetsync.settings import Settings  # noqa: E402

HINTS = 3000  # words and pairs that are kept: those that matter most
SEEN = 3  # notes in which a word or pair must stand, and
SIGN_SEEN = 3  # notes to which a sign or circumstance must apply
SCALE = 20  # points to a factor of e
RULES = ROOT / "sheetsync" / "rules"


def load(path: Path) -> list[dict[str, Any]]:
    """The labelled rows of one file."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [
                {**row, "outcome": "", "label": {"outcome": row["outcome"], "ambiguous": False}}
                for row in csv.DictReader(file)
            ]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def features(row: dict[str, Any]) -> tuple[list[str], set[str], float]:
    """The lines of the scorecard that apply, the words and pairs, and how much the row counts."""
    call = benchmark.call_of(row)
    meaning = outcome_words.read(call.outcome, {})
    known = meaning is not None and meaning.outcome is not None
    if meaning is not None:  # the notes must decide, so that they are learned from
        call = benchmark.call_of({**row, "outcome": ""})
    parts = reading._take_apart(call, Settings())
    applies = reading.features(call, parts)
    return (
        applies,
        _words(parts.note.tokens),
        0.3 if row["label"]["ambiguous"] else 0.6 if known else 1.0,
    )


def _words(tokens: list[str]) -> set[str]:
    stems = [stem for stem in map(phrases.lexicon().stem, tokens) if stem]
    return {*stems, *map(" ".join, zip(stems, stems[1:], strict=False))}  # noqa: RUF007


def matrix(rows: list[set[str]], names: list[str]) -> csr_matrix:
    """One line a row, one column a name, 1 where it stands."""
    place = {name: number for number, name in enumerate(names)}
    cells = [(at, place[name]) for at, row in enumerate(rows) for name in row if name in place]
    return csr_matrix(
        (np.ones(len(cells)), ([at for at, _ in cells], [to for _, to in cells])), shape=(len(rows), len(names))
    )


def table(name: str, comment: str, lines: dict[str, tuple[int, ...]]) -> str:
    """A table of points as Python text."""
    text = f"{comment}{name}: dict[str, tuple[int, ...]] = {{\n"
    text += "".join(f"    {json.dumps(key, ensure_ascii=False)}: {lines[key]},\n" for key in sorted(lines))
    return text + "}  # fmt: skip\n"


Learned = tuple[tuple[int, ...], dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]


def learn(read: list[tuple[list[str], set[str], float]], wanted: Any) -> Learned:
    """Where every note starts, and the points of each sign and of each hint, from what is known of some notes."""
    weights = np.array([weight for _, _, weight in read])
    signs = [set(applies) for applies, _, _ in read]
    words = [found for _, found, _ in read]
    sign_names = sorted(name for name, count in Counter(n for row in signs for n in row).items() if count >= SIGN_SEEN)
    word_names = sorted(name for name, count in Counter(n for row in words for n in row).items() if count >= SEEN)

    by_signs = LogisticRegression(C=0.15, max_iter=3000).fit(matrix(signs, sign_names), wanted, sample_weight=weights)
    by_words = LogisticRegression(C=10, max_iter=300, tol=1e-3)
    by_words.fit(normalize(matrix(words, word_names)), wanted, sample_weight=weights)
    kept = sorted(word_names[at] for at in np.argsort(-np.abs(by_words.coef_).max(0))[:HINTS])
    by_words.fit(normalize(matrix(words, kept)), wanted, sample_weight=weights)

    def points(values: Any) -> tuple[int, ...]:
        return tuple(int(value) for value in np.rint(values * SCALE))

    return (
        points(by_signs.intercept_ + by_words.intercept_),
        {name: points(by_signs.coef_[:, at]) for at, name in enumerate(sign_names)},
        {name: points(by_words.coef_[:, at]) for at, name in enumerate(kept)},
    )


def cross_validate(rows: list[dict[str, Any]], read: list[Any], wanted: Any, folds: int) -> None:
    """Prints the figures of notes that were left out of the fit, each once; a CSV is learned from and not judged."""
    fold = np.array([zlib.crc32(row["id"].encode()) % folds for row in rows])
    pairs = []
    for one in range(folds):
        learned = np.flatnonzero(fold != one)
        scorecard.START, scorecard.POINTS, hints.HINTS = learn([read[at] for at in learned], wanted[learned])
        scorecard.packed.cache_clear()
        phrases.lexicon.cache_clear()
        reading._KEPT, reading._NOTES = reading._Kept(), reading._Notes()
        pairs += [
            (row, benchmark.classify(row)) for at, row in enumerate(rows) if fold[at] == one and "great" in row["label"]
        ]
    benchmark._print("all", benchmark.score(pairs))
    for style in ("terse", "spoken"):
        benchmark._print(style, benchmark.score([pair for pair in pairs if pair[0]["style"] == style]))


def main(paths: list[str]) -> None:
    """Fits, and writes both modules; with --folds N, only says how well a fit does on notes that were left out of it."""
    folds = 0
    if paths[:1] == ["--folds"]:
        folds, paths = int(paths[1]), paths[2:]
    rows = [row for path in paths for row in load(Path(path))]
    rows = [row for row in rows if row["notes"] and row["label"]["outcome"] != "review"]
    read = [features(row) for row in rows]
    order = {str(name): place for place, name in enumerate(scorecard.OUTCOMES)}
    wanted = np.array([order[row["label"]["outcome"]] for row in rows])
    if folds:
        cross_validate(rows, read, wanted, folds)
        return
    start, sign_points, hint_points = learn(read, wanted)

    source = (RULES / "scorecard.py").read_text("utf-8")
    (RULES / "scorecard.py").write_text(
        source[: source.index("START:")]
        + f"START: tuple[int, ...] = {start}\n\n"
        + table(
            "POINTS",
            "#: What each sign and circumstance gives to each outcome, in the order of ``OUTCOMES``.\n",
            sign_points,
        ),
        "utf-8",
    )
    source = (RULES / "hints.py").read_text("utf-8")
    (RULES / "hints.py").write_text(
        source[: source.index("HINTS:")] + table("HINTS", "", hint_points),
        "utf-8",
    )
    print(f"{len(rows)} notes, {len(sign_points)} signs and circumstances, {len(hint_points)} words and pairs")


if __name__ == "__main__":
    main(sys.argv[1:])
