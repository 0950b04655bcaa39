"""Notes into words and clauses, and the known phrases found in them, in one pass over the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

#: A word (with inner apostrophes, slashes and ampersands), or a mark that ends a sentence or a clause.
_TOKEN = re.compile(
    r"[wW]/(?![oO]\b)|(?:[DdMmJjSsFf][rst]|[Mm]rs)\.|[^\W_]+(?:['’/&][^\W_]+)*"
    r"|[.!?…]+(?=[\s\"”'’)]|$)|\.\.+|[\n;:]|[,()–—#]|-(?=\s)"
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

    __slots__ = ("_hints", "_lexicon", "_read", "_spans", "breaks", "hits", "length", "sentences", "text", "tokens")

    def __init__(
        self,
        text: str,
        length: int,
        sentences: list[int],
        breaks: list[int],
        hits: list[Hit],
        tokens: list[str],
        lexicon: Lexicon,
    ) -> None:
        self.text = text
        self.length = length  # words
        self.sentences = sentences  # the words (by number) before which a sentence begins, 0 left out
        self.breaks = breaks  # the same for sentences and clauses
        self.hits = hits
        self.tokens = tokens
        self._lexicon = lexicon
        self._spans: list[tuple[int, int]] = []
        self._read = 0  # tokens of which the spans are known
        self._hints: tuple[int, int] | None = None

    @property
    def hint(self) -> int:
        """What the words and pairs of words hint at, packed and summed."""
        if self._hints is None:
            self._hints = self._lexicon.hints(self.tokens)
        return self._hints[0]

    @property
    def hinting(self) -> int:
        """How many words and pairs of words hint at anything."""
        if self._hints is None:
            self._hints = self._lexicon.hints(self.tokens)
        return self._hints[1]

    def spans(self, words: int = 1 << 30) -> list[tuple[int, int]]:
        """The characters from which and up to which each word stands; at least of so many words, if there are."""
        spans = self._spans
        if len(spans) < min(words, self.length):
            index, numbers = self.text.index, self._lexicon.numbers
            end = spans[-1][1] if spans else 0
            while self._read < len(self.tokens) and len(spans) < words:
                token = self.tokens[self._read]
                self._read += 1
                start = index(token, end)
                end = start + len(token)
                if numbers[token] >= 0:
                    spans.append((start, end))
        return spans

    def quote(self, first: int, last: int) -> str:
        """The rep's own characters around the words ``first`` to ``last``, within their clause, cut at words."""
        spans = self.spans(last + QUOTED // 3)
        low = max((b for b in self.breaks if b <= first), default=0)
        high = min((b for b in self.breaks if b > last), default=self.length) - 1
        high = min(high, len(spans) - 1)
        while first > low and spans[last][1] - spans[first - 1][0] <= QUOTED and first - low <= 4:
            first -= 1
        while last < high and spans[last + 1][1] - spans[first][0] <= QUOTED:
            last += 1
        while last > first and spans[last][1] - spans[first][0] > QUOTED:
            last -= 1
        return self.text[spans[first][0] : spans[last][1]][:QUOTED]


class _Node:
    """A place in the tree of phrases."""

    __slots__ = ("any", "children", "means", "steps")

    def __init__(self) -> None:
        self.children: dict[frozenset[str], _Node] = {}
        self.any: _Node | None = None
        self.means: list[tuple[Phrase, int]] = []
        self.steps: dict[int, tuple[_Node, ...]] = {}


class _State:
    """A set of places in the tree, reached together."""

    __slots__ = ("accepts", "next", "nodes")

    def __init__(self, nodes: tuple[_Node, ...]) -> None:
        self.nodes = nodes
        self.next: dict[int, _State] = {}
        longest: dict[int, tuple[Phrase, int]] = {}
        for node in nodes:
            for means, length in node.means:
                if means.layer not in longest or longest[means.layer][1] < length:
                    longest[means.layer] = (means, length)
        self.accepts = tuple(longest.values())


class _Words(dict[str, int]):
    """The number of each word as it is written; words read once are remembered."""

    def __init__(self, known: Mapping[str, int], typos: Mapping[str, str]) -> None:
        super().__init__()
        self._known = known
        self._typos = typos

    def __missing__(self, token: str) -> int:
        found = self._read(token)
        if len(token) <= _MANY_LETTERS:
            if len(self) >= _MANY_WORDS:
                self.clear()
            self[token] = found
        return found

    def _read(self, token: str) -> int:
        first = token[0]
        if not first.isalnum() and first != "#":
            return _SENTENCE if first in ".!?…;:\n" else _CLAUSE
        if len(token) > _MANY_LETTERS:
            return _OTHER
        word = folded_word(token)
        if word in _DICTATED:
            return _CLAUSE
        if word in self._known:
            return self._known[word]
        if word[:1].isdigit():
            return self._known.get(_NUMBER, _OTHER)
        if len(word) >= _LONG - 1:
            for part in (word, *_shortened(word)):
                if part in self._typos and self._typos[part][0] == word[0]:
                    return self._known[self._typos[part]]
        return _OTHER


class _Hints(dict[str, tuple[str, int | None, "dict[str, int] | None"]]):
    """Of each word, as it is written: its beginning, what it hints at, and what it does with the word after it."""

    def __init__(self, aliases: Mapping[str, str], hints: Mapping[str, int]) -> None:
        super().__init__()
        self._aliases = aliases
        self._singles: dict[str, int] = {}
        self._pairs: dict[str, dict[str, int]] = {}
        for words, hint in hints.items():
            one, _, two = words.partition(" ")
            if two:
                self._pairs.setdefault(one, {})[two] = hint
            else:
                self._singles[one] = hint

    def __missing__(self, token: str) -> tuple[str, int | None, dict[str, int] | None]:
        if len(token) > _MANY_LETTERS:
            return "", None, None
        word = folded_word(token)
        stem = self._aliases.get(word, word)[:STEM]
        if len(self) >= _MANY_WORDS:
            self.clear()
        self[token] = found = (stem, self._singles.get(stem), self._pairs.get(stem))
        return found


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
        self.numbers = _Words(known, typos)  # of each word, below 0 of each mark
        self._hints = _Hints(aliases or {}, hints or {})
        self._start = _State((self._root,))
        self._states: dict[tuple[int, ...], _State] = {}

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

    def _step(self, state: _State, symbol: int) -> _State:
        nodes: list[_Node] = [self._root]
        for node in state.nodes:
            nodes += node.steps.get(symbol, ())
            if node.any is not None:
                nodes.append(node.any)
        key = tuple(sorted({id(node) for node in nodes}))
        if key not in self._states:
            if len(self._states) >= _MANY_STATES:
                self._states.clear()
                self._start = _State((self._root,))
            self._states[key] = _State(tuple({id(node): node for node in nodes}.values()))
        state.next[symbol] = self._states[key]
        return self._states[key]

    def read(self, text: str) -> Note:
        """The note's words, clauses and phrases; of phrases of one layer within another, only the longer."""
        words = self.numbers
        start = state = self._start
        at = 0
        sentences: list[int] = []
        breaks: list[int] = []
        hits: list[Hit] = []
        tokens = _TOKEN.findall(text)
        for token in tokens:
            symbol = words[token]
            if symbol >= 0:
                state = state.next.get(symbol) or self._step(state, symbol)
                for means, length in state.accepts:
                    hits.append(Hit(at - length + 1, at, means))
                at += 1
            elif at:
                breaks.append(at)
                if symbol == _SENTENCE:
                    sentences.append(at)
                    state = start
        return Note(text, at, sentences, breaks, _longest(hits) if len(hits) > 1 else hits, tokens, self)

    def stem(self, token: str) -> str:
        """The letters by which a word is told apart, as a token stands in a note; "" for a full stop."""
        return self._hints[token][0]

    def hints(self, tokens: Sequence[str]) -> tuple[int, int]:
        """What the words and pairs of words hint at, packed and summed, and how many of them hint at anything."""
        found: dict[str | int, int] = {}
        before: dict[str, int] | None = None
        for stem, single, pairs in map(self._hints.__getitem__, tokens):
            if not stem:
                continue
            if single is not None:
                found[stem] = single
            if before is not None and stem in before:
                pair = before[stem]
                found[pair] = pair
            before = pairs
        return sum(found.values()), len(found)


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those that lie within a longer one of the same layer."""
    layers: dict[int, list[Hit]] = {}
    for hit in hits:  # by last word
        layer = hit[2].layer
        kept = layers.get(layer)
        if kept is None:
            layers[layer] = [hit]
            continue
        first = hit[0]
        while kept and kept[-1][0] >= first:
            kept.pop()
        kept.append(hit)
    if len(layers) == 1:
        return next(iter(layers.values()))
    merged = [hit for kept in layers.values() for hit in kept]
    merged.sort(key=_LAST)
    return merged


_LAST = itemgetter(1)
