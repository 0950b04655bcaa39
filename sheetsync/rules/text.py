"""A note in words and clauses, with the phrases found in it: where each stood, and how it reads in the rep's own characters."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

STEM = 5  # letters by which words are told apart where no phrase is known
QUOTED = 60  # characters of a quotation, at most
_BACK = 4  # words from a clause's beginning within which a quotation starts there


def folded_word(token: str) -> str:
    """A word without case, accents and apostrophes."""
    word = token.casefold()
    if not word.isascii():
        word = "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))
        word = word.replace("’", "").replace("ł", "l")
    return word.replace("'", "").rstrip("./")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of a table of phrases: the words, and what they are a sign of."""

    words: str
    sign: str
    weight: int = 2  # 3 is sure, 2 is likely, 1 is a hint
    layer: int = 0  # of phrases of one layer that lie within one another, the longest counts


class Hit(NamedTuple):
    """A known phrase in a note: its first and last word, by number, and what it means."""

    first: int
    last: int
    phrase: Phrase


class Note:
    """One note: how many words, where its clauses begin, and the phrases in it, in order."""

    __slots__ = ("_hints", "_known", "_leading", "_parts", "_seen", "breaks", "hits", "length", "text", "tokens")

    def __init__(
        self,
        text: str,
        length: int,
        breaks: list[int],
        hits: list[Hit],
        parts: list[str],
        known: list[Known],
        leading: int,
    ) -> None:
        self.text = text
        self.length = length  # words
        self.breaks = breaks  # for each mark but the leading ones, the word (by number) before which it stands
        self.hits = hits
        self.tokens = parts[1::2]  # words and marks
        self._parts = parts  # the same, with what stands between them
        self._known = known  # what is known of each token
        self._leading = leading  # marks before the first word
        self._hints: tuple[int, int] | None = None
        self._seen = (0, 0)  # a part, and the character at which it begins: the place to count from

    @property
    def hint(self) -> int:
        """What the words and pairs of words hint at, packed and summed."""
        if self._hints is None:
            self._hints = _hints(self._known)
        return self._hints[0]

    @property
    def hinting(self) -> int:
        """How many words and pairs of words hint at anything."""
        if self._hints is None:
            self._hints = _hints(self._known)
        return self._hints[1]

    @property
    def about(self) -> int:
        """The families of words that it speaks of, one bit each."""
        families = 0
        for word in self._known:
            families |= word[4]
        return families

    def start(self, word: int) -> int:
        """The character at which a word begins."""
        return self._begins(2 * self._place(word) + 1)

    def words(self, first: int, last: int) -> list[str]:
        """The words ``first`` to ``last`` as they stand in the text."""
        known, tokens = self._known, self.tokens
        places = range(self._place(first), self._place(last) + 1)
        return [tokens[place] for place in places if known[place][0] >= 0]

    def _begins(self, part: int) -> int:
        """The character at which a part begins, counted from the part asked for before: words are asked for in order."""
        known, at = self._seen
        at += sum(map(len, self._parts[known:part])) if part >= known else -sum(map(len, self._parts[part:known]))
        self._seen = (part, at)
        return at

    def _place(self, word: int) -> int:
        """Which of the tokens a word is."""
        return word + self._leading + bisect_right(self.breaks, word)

    def quote(self, first: int, last: int) -> str:
        """The rep's own characters around the words ``first`` to ``last``, within their clause, cut at words."""
        breaks, parts = self.breaks, self._parts
        place = bisect_right(breaks, first)
        back = first - (breaks[place - 1] if place else 0)  # words to the beginning of the clause
        one = first + self._leading + place
        low = one - back if back <= _BACK else one
        place = bisect_right(breaks, last)
        ahead = (breaks[place] if place < len(breaks) else self.length) - 1 - last
        other = last + self._leading + place
        high = min(other + ahead, other + QUOTED // 2)
        whole = "".join(parts[2 * low + 1 : 2 * high + 2])
        if len(whole) <= QUOTED:
            return whole
        # where each of the tokens ``low`` to ``high`` begins and ends, one after the other
        before = self._begins(2 * low + 1)
        edges = list(accumulate(map(len, parts[2 * low + 1 : 2 * high + 2]), initial=before))
        one, other, high = one - low, other - low, high - low
        while one and edges[2 * other + 1] - edges[2 * one - 2] <= QUOTED:
            one -= 1
        start = edges[2 * one]
        fits = bisect_right(edges, start + QUOTED) // 2 - 1  # the last token that ends within the length
        if fits >= other:
            other = min(fits, high)
        else:
            other = max(fits, one)
            while other > one and self._known[low + other][0] < 0:  # no mark at the end
                other -= 1
        return self.text[start : min(edges[2 * other + 1], start + QUOTED)]


#: What is known of a word or a mark: its number in the phrases (below 0 for a mark), its beginning, what it hints at,
#: what it hints at with each word that may come after it, and the families it stands in, one bit each.
Known = tuple[int, str, "int | None", Mapping[str, int], int]


def _hints(known: Sequence[Known]) -> tuple[int, int]:
    """What words and pairs of words hint at, packed and summed, and how many of them hint at anything."""
    found: dict[str | int, int] = {}
    before = _NOTHING
    for _, stem, single, pairs, _ in known:
        if stem:
            if single is not None:
                found[stem] = single
            if stem in before:
                pair = before[stem]
                found[pair] = pair
            before = pairs
    return sum(found.values()), len(found)


_NOTHING: Mapping[str, int] = {}
