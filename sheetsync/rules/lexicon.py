"""The known phrases, all of them looked for at once: notes into words, and the phrases among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from sheetsync.rules.text import STEM, Hit, Known, Note, Phrase, folded_word

#: A word (with inner apostrophes, slashes and ampersands), or a mark that ends a sentence or a clause. Most words are letters before
#: a space or a comma: those are tried first.
_TOKEN = re.compile(
    r"([0-9A-Za-z]+(?=[ ,])|[wW]/(?![oO]\b)|(?:[DdMmJjSsFf][rst]|[Mm]rs)\.|[^\W_]+(?:['’/&][^\W_]+)*"
    r"|[.!?…]+(?=[\s\"”'’)]|$)|\.\.+|[\n;:]|[,()–—#]|-(?=\s))"
)

_SENTENCE = -1  # . ! ? ; : and a new line: no phrase goes across
_CLAUSE = -2  # a comma, a dash, a bracket: a phrase may go across, a negation does not
_OTHER = 0  # a word that stands in no phrase
_NUMBER = "#num"

_DICTATED = frozenset({"comma", "semicolon"})  # marks spoken to a machine

_LONG = 8  # letters from which a word that stands in a phrase is known with one typing error
_MANY_WORDS = 60_000  # remembered words; forgotten all at once when there are more
_MANY_STATES = 50_000  # remembered states of the search, about 25 MB; further ones are made again each time: they are the rare ones
_NO_HINTS: Mapping[str, int] = {}
_ENDINGS = (
    ("s", ""),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
)  # of a form, and of the word that it is a form of
_MANY_LETTERS = 40  # longer words are in no phrase, and are not remembered


class _Node:
    """A place in the tree of phrases."""

    __slots__ = ("any", "children", "means", "steps")

    def __init__(self) -> None:
        self.children: dict[frozenset[str], _Node] = {}
        self.any: _Node | None = None
        self.means: list[tuple[Phrase, int, int]] = []  # with the words before its last, and its layer
        self.steps: dict[int, tuple[_Node, ...]] = {}


class _State(dict[int, "_State"]):
    """A set of places in the tree, reached together; by each word's number, the state after it, made when first met."""

    __slots__ = ("accepts", "lexicon", "nodes")

    def __init__(self, nodes: tuple[_Node, ...], lexicon: Lexicon) -> None:
        super().__init__()
        self.nodes = nodes
        self.lexicon = lexicon
        longest: dict[int, tuple[Phrase, int, int]] = {}
        for node in nodes:
            for means in node.means:
                if means[2] not in longest or longest[means[2]][1] < means[1]:
                    longest[means[2]] = means
        self.accepts = tuple(longest.values())

    def __missing__(self, symbol: int) -> _State:
        return self.lexicon.step(self, symbol)


class _Words(dict[str, Known]):
    """What is known of each word as it is written; words read once are remembered."""

    def __init__(
        self,
        numbers: Mapping[str, int],
        typos: Mapping[str, str],
        aliases: Mapping[str, str],
        hints: Mapping[str, int],
        families: Sequence[str],
    ) -> None:
        super().__init__()
        self._about: dict[str, int] = {}  # the families of each word, one bit each
        for place, words in enumerate(families):
            for word in words.split():
                self._about[word] = self._about.get(word, 0) | 1 << place
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

    def __missing__(self, token: str) -> Known:
        if len(token) > _MANY_LETTERS:
            return (_OTHER if token[0].isalnum() else self._mark(token)), "", None, _NO_HINTS, 0
        word = folded_word(token)
        stem = self._beginning(word, self._aliases)
        stem = self._stems.get(stem, stem)
        if len(self) >= _MANY_WORDS:
            self.clear()
        self[token] = found = (
            self._number(token, word),
            stem,
            self._singles.get(stem),
            self._pairs.get(stem, _NO_HINTS),
            self._families(self._aliases.get(word, word)),
        )
        return found

    def _families(self, word: str) -> int:
        """The families that a word stands in, or that the word stands in of which it is a form: "quoting" of "quote"."""
        found = self._about.get(word)
        if found is not None:
            return found
        for end, rest in _ENDINGS:
            if word.endswith(end):
                found = self._about.get(word[: -len(end)] + rest)
                if found is not None:
                    return found
        return 0

    @staticmethod
    def _beginning(word: str, aliases: Mapping[str, str]) -> str:
        return aliases.get(word, word)[:STEM]

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
        families: Sequence[str] = (),
    ) -> None:
        self._classes = {name: frozenset(words.split()) for name, words in classes.items()}
        self._elements: dict[str, frozenset[str]] = {}
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
        self._words = _Words(known, typos, aliases or {}, hints or {}, families)
        self._start = _State((self._root,), self)
        self._states = {self._start.nodes: self._start}

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
        found = self._elements.get(word)
        if found is None:
            words: set[str] = set()
            for option in word.split("|"):
                if option.startswith("{"):
                    words |= self._classes[option.strip("{}")]
                else:
                    words.add(_NUMBER if option == "#" else folded_word(option) or option)
            self._elements[word] = found = frozenset(words)
        return found

    def _add(self, elements: tuple[frozenset[str] | None, ...], means: Phrase) -> None:
        node = self._root
        for element in elements:
            if element is None:
                if node.any is None:
                    node.any = _Node()
                node = node.any
            else:
                node = node.children.setdefault(element, _Node())
        if not any(same is means for same, _, _ in node.means):
            node.means.append((means, len(elements) - 1, means.layer))

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
            for word in sorted(
                element
            ):  # a set has another order in each process, and of two words like a typing error the first counts
                places.setdefault(word, []).append(number)
        numbers: dict[tuple[int, ...], int] = {}
        known = {word: numbers.setdefault(tuple(where), len(numbers) + 1) for word, where in places.items()}
        symbols = {element: {known[word] for word in element} for element in elements}
        for node in nodes:
            steps: dict[int, list[_Node]] = {}
            for element, child in node.children.items():
                for symbol in symbols[element]:
                    steps.setdefault(symbol, []).append(child)
            node.steps = {symbol: tuple(children) for symbol, children in steps.items()}
        for word, same in aliases.items():
            if same in known:
                known[folded_word(word)] = known[same]
        return known

    def step(self, state: _State, symbol: int) -> _State:
        """The state after one more word."""
        root = self._root
        nodes = [root]
        for node in state.nodes:
            nodes += node.steps.get(symbol, ())
            if node.any is not None:
                nodes.append(node.any)
        key = tuple(nodes)  # of places that are reached together, the order is always the tree's
        found = self._states.get(key)
        if found is None:
            found = _State(key, self)
            if len(self._states) >= _MANY_STATES:
                return found
            self._states[key] = found
        state[symbol] = found
        return found

    def read(self, text: str) -> Note:
        """The note's words, clauses and phrases; of phrases of one layer within another, only the longer."""
        parts = _TOKEN.split(text)
        known = list(map(self._words.__getitem__, parts[1::2]))
        start = state = self._start
        at = leading = 0
        breaks: list[int] = []
        layers: dict[int, list[tuple[int, int, Phrase]]] = {}
        for symbol, _, _, _, _ in known:
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
