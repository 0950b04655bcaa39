"""Whether a phrase such as "don't call" or "take me off" asks that nobody call again: a false yes silences a prospect for good, a false no breaks the law."""

from __future__ import annotations

from bisect import bisect_right

from sheetsync.rules.text import Hit, Note, folded_word

#: Words after which a phrase is an order for some time or some place only: "don't call before noon", "don't ring the shop, ring my mobile".
_ONLY_THEN = frozenset(
    """
    before b4 till til until on at during between after while when whenever unless if this today tonight tomorrow tmrw monday tuesday wednesday
    thursday friday saturday sunday mon tue tues wed weds thu thurs fri sat sun saturdays sundays mondays fridays mornings evenings weekends morning
    first early late so too yet just now right in w with about re for lunch dinner week month year quarter collect
    january february march april may june july august september october november december because cuz cos
    """.split()
)
#: The same after "don't call", but not after "stop calling": "the office, call her cell".
_SOMEWHERE = frozenset("the my his her their our".split())
#: Words that make it for good, in the phrase or right after it.
_FOR_GOOD = frozenset("again ever anymore list lists dnc dncl database number".split())
_ENOUGH = frozenset("never stop quit cease".split())
#: Who begins the next clause where the call is only turned round: "don't call me, I'll call you", "don't call, email".
_INSTEAD = frozenset(
    "text use i ill id we well he hell she shell they theyll will email text mail write wait let just try ring call".split()
)
#: "They never call back" is a complaint, and no request.
_OTHERS = frozenset(
    "he she they hed shed theyd hell shell theyll who people customers nobody suppliers vendors reps guys it phone phones why if".split()
)
_WE = frozenset("i we you id wed ill well ive weve youve".split())
_ASKING = frozenset(
    "that asked asks requested insists insisted demands demanded sure promised promise told said says".split()
)
_NOT = frozenset(
    "not dont doesnt didnt wont wouldnt cant couldnt cannot never no without isnt wasnt need wouldve shouldnt aint havent hasnt".split()
)
#: What else somebody is taken off.
_OTHER_LISTS = frozenset(
    """
    hold speaker speakerphone guard hands mute air line phone fence hook plate desk table market chest back shelf wall roof road work
    job shift site plan contract deal tariff trial payroll policy topic subject track menu invoice bill quote price total approved vendor supplier guest waiting wait christmas xmas shopping task todo jobs
    """.split()
)
_TAKING = frozenset("take took taken get getting remove removed strike cross scratch delete wipe taking scrub".split())
_BY_THE_REP = frozenset("removed removing deleted deleting struck scrubbed taking took crossed wiped scratched".split())
_WANTING = _TAKING | frozenset(
    "want wants wanted be him her me us them name number asked asks put it come please pls removed struck email details".split()
)
_WISHING = frozenset(
    "wants want wanted asked asks like needs demanded requested insists please wishes wish pls".split()
)
_LISTS = frozenset("list lists database system records books calls file files".split())
_MORE = frozenset("more further future calls contact again ever anymore".split())
_CALLING = frozenset(
    "call calls calling ring telephone telephoning phoned called rung ringing contact contacting phone phoning callin ringin email telephone bother bothering pestering harassing".split()
)


def asks(note: Note, hit: Hit) -> bool:
    """Whether the phrase, where it stands in the note, is a request never to be called."""
    words = [folded_word(word) for word in note.words(hit.first, hit.last)]
    before = [folded_word(word) for word in note.words(max(0, hit.first - 4), hit.first - 1)] if hit.first else []
    after = (
        [folded_word(word) for word in note.words(hit.last + 1, min(hit.last + 4, note.length - 1))]
        if hit.last + 1 < note.length
        else []
    )
    parted = _ends_clause(note, hit.last)
    if not _NOT.isdisjoint(before[-3:]) and (words[0] in _TAKING or words[0] in ("off", "stop", "quit", "be")):
        return False  # "didn't ask to be taken off", "the phone won't stop ringing"
    begins = not before or hit.first in note.breaks
    if words == ["remove"]:
        return begins and (parted or not after)
    if words[0] in _TAKING or words[0] == "off":
        if not _OTHER_LISTS.isdisjoint([*words[1:], *([] if parted else after[:3])]):
            return False
        return words[0] != "off" or not before or not _WANTING.isdisjoint(before)
    if words[0] in ("be", "get"):
        if not _OTHER_LISTS.isdisjoint([*words[1:], *([] if parted else after)]):
            return False
        return not before or not _WISHING.isdisjoint(before[-2:]) or not _LISTS.isdisjoint(after)
    if _CALLING.isdisjoint(words):
        return True
    if words[0] == "no" and _MORE.isdisjoint(words):
        return False  # "no, call me back"
    if not begins and (before[-1] in _OTHERS or (before[-1] in _WE and _ASKING.isdisjoint(before[:-1]))):
        return False
    if not _FOR_GOOD.isdisjoint(words) or not _FOR_GOOD.isdisjoint(after[:3]):
        return parted or not after or after[0] not in ("until", "till", "til", "before", "unless")
    if not after:
        return True
    if parted:
        return after[0] not in _INSTEAD
    if after[:2] == ["no", "more"]:
        return True
    if after[0] in _ONLY_THEN or (words[0] != "no" and "more" not in words and not _CALLING.isdisjoint(after[:3])):
        return False
    if after[0] in ("he", "she", "they", "hes", "shes", "theyre") and (
        len(after[0]) > 4 or after[1:2] in (["is"], ["was"])
    ):
        return False  # "don't call her, she is driving"
    return not _ENOUGH.isdisjoint(words) or after[0] not in _SOMEWHERE


def by_the_rep(note: Note, hit: Hit) -> bool:
    """Whether it is the rep who tells what he did with a dead number: "wrong number, removed it from the list"."""
    return folded_word(note.words(hit.first, hit.first)[0]) in _BY_THE_REP


def _ends_clause(note: Note, word: int) -> bool:
    at = bisect_right(note.breaks, word)
    return at < len(note.breaks) and note.breaks[at] == word + 1
