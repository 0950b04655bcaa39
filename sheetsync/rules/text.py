"""Notes into words and clauses, and the known phrases found in them, in one pass over the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

#: A word (with inner apostrophes, slashes and ampersands), or a mark that ends a sentence or a clause.
_TOKEN = re.compile(
    r"([wW]/(?![oO]\b)|(?:[DdMmJjSsFf][rst]|[Mm]rs)\.|[^\W_]+(?:['’/&][^\W_]+)*"
    r"|[.!?…]+(?=[\s\"”'’)]|$)|\.\.+|[\n;:]|[,()–—#]|-(?=\s))"
)

_SENTENCE = -1  # . ! ? ; : and a new line: no phrase goes across
_CLAUSE = -2  # a comma, a dash, a bracket: a phrase may go across, a negation does not
_OTHER = 0  # a word that stands in no phrase
_NUMBER = "#num"

_DICTATED = frozenset({"comma", "semicolon"})  # marks spoken to a machine

_LONG = 8  # letters from which a word that stands in a phrase is known with one typing error
_MANY_WORDS = 60_000  # remembered words; forgotten all at once when there are more
_MANY_STATES = 20_000  # remembered states of the search
_MANY_LETTERS = 40  # longer words are in no phrase, and are not remembered
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
        known: list[_Known],
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


class _Node:
    """A place in the tree of phrases."""

    __slots__ = ("any", "children", "means", "steps")

    def __init__(self) -> None:
        self.children: dict[frozenset[str], _Node] = {}
        self.any: _Node | None = None
        self.means: list[tuple[Phrase, int]] = []
        self.steps: dict[int, tuple[_Node, ...]] = {}


class _State(dict[int, "_State"]):
    """A set of places in the tree, reached together; by each word's number, the state after it."""

    __slots__ = ("accepts", "lexicon", "nodes")

    def __init__(self, nodes: tuple[_Node, ...], lexicon: Lexicon) -> None:
        super().__init__()
        self.nodes = nodes
        self.lexicon = lexicon
        longest: dict[int, tuple[Phrase, int, int]] = {}
        for node in nodes:
            for means, length in node.means:
                if means.layer not in longest or longest[means.layer][1] < length - 1:
                    longest[means.layer] = (means, length - 1, means.layer)
        self.accepts = tuple(longest.values())  # each with the words before its last, and its layer

    def __missing__(self, symbol: int) -> _State:
        return self.lexicon.step(self, symbol)


#: What is known of a word or a mark: its number in the phrases (below 0 for a mark), its beginning, what it hints at, and
#: what it hints at with each word that may come after it.
_Known = tuple[int, str, "int | None", "dict[str, int] | None"]


class _Words(dict[str, _Known]):
    """What is known of each word as it is written; words read once are remembered."""

    def __init__(
        self, numbers: Mapping[str, int], typos: Mapping[str, str], aliases: Mapping[str, str], hints: Mapping[str, int]
    ) -> None:
        super().__init__()
        self._numbers = numbers
        self._typos = typos
        self._aliases = aliases
        self._singles: dict[str, int] = {}
        self._pairs: dict[str, dict[str, int]] = {}
        self._stems: dict[str, str] = {}  # one and the same string for each beginning is found faster
        same = self._stems.setdefault
        for words, hint in hints.items():
            one, _, two = words.partition(" ")
            if two:
                self._pairs.setdefault(same(one, one), {})[same(two, two)] = hint
            else:
                self._singles[same(one, one)] = hint

    def __missing__(self, token: str) -> _Known:
        if len(token) > _MANY_LETTERS:
            return (_OTHER if token[0].isalnum() else self._mark(token)), "", None, None
        word = folded_word(token)
        stem = self._aliases.get(word, word)[:STEM]
        stem = self._stems.get(stem, stem)
        if len(self) >= _MANY_WORDS:
            self.clear()
        self[token] = found = (self._number(token, word), stem, self._singles.get(stem), self._pairs.get(stem))
        return found

    @staticmethod
    def _mark(token: str) -> int:
        return _SENTENCE if token[0] in ".!?…;:\n" else _CLAUSE

    def _number(self, token: str, word: str) -> int:
        first = token[0]
        if not first.isalnum() and first != "#":
            return self._mark(token)
        if word in _DICTATED:
            return _CLAUSE
        if word in self._numbers:
            return self._numbers[word]
        if word[:1].isdigit():
            return self._numbers.get(_NUMBER, _OTHER)
        if len(word) >= _LONG - 1 and (word[-1].isalpha() or word[-2].isalpha()):  # typos are made in words of letters
            for part in (word, *_shortened(word)):
                if part in self._typos and self._typos[part][0] == word[0]:
                    return self._numbers[self._typos[part]]
        return _OTHER


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


class Lexicon:
    """Phrases, compiled so that all of them are looked for at once, in time linear in the text.

    A phrase is words between spaces. ``a|b`` is either word; ``a?`` may be missing; ``{name}`` is any word of that class;
    ``_`` is any one word (``_?`` at most one); ``#`` is a number.
    """

    def __init__(
        self,
        phrases: Iterable[Phrase],
        classes: Mapping[str, str],
        aliases: Mapping[str, str] | None = None,
        hints: Mapping[str, int] | None = None,
    ) -> None:
        self._classes = {name: frozenset(words.split()) for name, words in classes.items()}
        self._root: _Node = _Node()
        for phrase in phrases:
            for elements in self._expand(phrase.words.split()):
                self._add(elements, phrase)
        known = self._number_words(aliases or {})
        typos: dict[str, str] = {}
        for word in known:
            if len(word) >= _LONG and word.isalpha():
                for part in (word, *_shortened(word)):
                    typos.setdefault(part, word)
        self._words = _Words(known, typos, aliases or {}, hints or {})
        self._start = _State((self._root,), self)
        self._states: dict[tuple[int, ...], _State] = {(id(self._root),): self._start}

    def _expand(self, parts: Sequence[str]) -> list[tuple[frozenset[str] | None, ...]]:
        found: list[tuple[frozenset[str] | None, ...]] = [()]
        for part in parts:
            optional = part.endswith("?")
            word = part[:-1] if optional else part
            element: frozenset[str] | None = None if word == "_" else self._element(word)
            longer = [(*elements, element) for elements in found]
            found = found + longer if optional else longer
        return [elements for elements in dict.fromkeys(found) if elements and elements[0] is not None]

    def _element(self, word: str) -> frozenset[str]:
        words: set[str] = set()
        for option in word.split("|"):
            if option.startswith("{"):
                words |= self._classes[option.strip("{}")]
            else:
                words.add(_NUMBER if option == "#" else folded_word(option) or option)
        return frozenset(words)

    def _add(self, elements: tuple[frozenset[str] | None, ...], means: Phrase) -> None:
        node = self._root
        for element in elements:
            if element is None:
                if node.any is None:
                    node.any = _Node()
                node = node.any
            else:
                node = node.children.setdefault(element, _Node())
        if not any(length == len(elements) and same is means for same, length in node.means):
            node.means.append((means, len(elements)))

    def _number_words(self, aliases: Mapping[str, str]) -> dict[str, int]:
        """Each word that stands in a phrase, with a number; words that stand in the same places share one."""
        nodes = [self._root]
        for node in nodes:
            nodes += node.children.values()
            if node.any is not None:
                nodes.append(node.any)
        elements = {element for node in nodes for element in node.children}
        places: dict[str, list[int]] = {}
        for number, element in enumerate(sorted(elements, key=sorted)):
            for word in element:
                places.setdefault(word, []).append(number)
        numbers: dict[tuple[int, ...], int] = {}
        known = {word: numbers.setdefault(tuple(where), len(numbers) + 1) for word, where in places.items()}
        for node in nodes:
            steps: dict[int, list[_Node]] = {}
            for element, child in node.children.items():
                for symbol in {known[word] for word in element}:
                    steps.setdefault(symbol, []).append(child)
            node.steps = {symbol: tuple(children) for symbol, children in steps.items()}
        for word, same in aliases.items():
            if same in known:
                known[folded_word(word)] = known[same]
        return known

    def step(self, state: _State, symbol: int) -> _State:
        """The state after one more word."""
        nodes: list[_Node] = [self._root]
        for node in state.nodes:
            nodes += node.steps.get(symbol, ())
            if node.any is not None:
                nodes.append(node.any)
        key = tuple(sorted({id(node) for node in nodes}))
        if key not in self._states:
            if len(self._states) >= _MANY_STATES:
                self._start = _State((self._root,), self)
                self._states = {(id(self._root),): self._start}
            self._states[key] = _State(tuple({id(node): node for node in nodes}.values()), self)
        state[symbol] = self._states[key]
        return self._states[key]

    def read(self, text: str) -> Note:
        """The note's words, clauses and phrases; of phrases of one layer within another, only the longer."""
        parts = _TOKEN.split(text)
        known = list(map(self._words.__getitem__, parts[1::2]))
        start = state = self._start
        at = leading = 0
        breaks: list[int] = []
        layers: dict[int, list[tuple[int, int, Phrase]]] = {}
        for symbol, _, _, _ in known:
            if symbol >= 0:
                state = state[symbol]
                for means, before, layer in state.accepts:
                    first = at - before
                    kept = layers.get(layer)
                    if kept is None:
                        layers[layer] = [(first, at, means)]
                        continue
                    while kept and kept[-1][0] >= first:
                        kept.pop()
                    kept.append((first, at, means))
                at += 1
            elif at:
                breaks.append(at)
                if symbol == _SENTENCE:
                    state = start
            else:
                leading += 1
        found = [hit for kept in layers.values() for hit in kept]
        if len(layers) > 1:
            found.sort(key=_LAST)
        hits = [_tuple(Hit, hit) for hit in found]
        return Note(text, at, breaks, hits, parts, known, leading)

    def stem(self, token: str) -> str:
        """The letters by which a word is told apart, as a token stands in a note; "" for a full stop."""
        return self._words[token][1]


_LAST = itemgetter(1)
_tuple = tuple.__new__  # Hit._make, without its check: most of a note's hits are made here


def _hints(known: Sequence[_Known]) -> tuple[int, int]:
    """What words and pairs of words hint at, packed and summed, and how many of them hint at anything."""
    found: dict[str | int, int] = {}
    before: dict[str, int] | None = None
    for _, stem, single, pairs in known:
        if not stem:
            continue
        if single is not None:
            found[stem] = single
        if before is not None and stem in before:
            pair = before[stem]
            found[pair] = pair
        before = pairs
    return sum(found.values()), len(found)
