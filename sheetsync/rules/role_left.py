"""The role that the words before a time give it: read from the time back to where its sentence starts, the nearest word first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sheetsync.rules import calendar
from sheetsync.rules.role_words import (
    BACK,
    CUE_OF,
    EVENT,
    NEXT,
    NOT_OUT,
    PAST,
    PASTS,
    REFUSALS,
    REFUSED,
    STATED,
    THEIRS,
    UNTIL,
    Role,
    Said,
)
from sheetsync.rules.time_words import MOVES, Note, Time


@dataclass(slots=True)
class _Scan:
    """What the words before a time have said so far, read from the time back to where its sentence starts."""

    note: Note
    time: Time
    near: str  # the word right before the time, "the" apart
    until: bool  # "until", "through" or "after" stands before it
    event: Said | None = None  # somebody's absence or an event of theirs: the role, unless a next step governs it
    was: str = ""  # a past tense that says little by itself
    said: str = ""  # somebody said, wants or thinks
    linked: bool = False  # "when", "once", "after": a word further left may govern the event
    paused: bool = False  # a comma or "but": what stands before it says less
    again: bool = False
    concluded: bool = False  # "so": what stands before it is only the reason
    loosely: bool = False  # "back in March" may be one of the past
    over: bool = False


def read(note: Note, time: Time) -> Said:
    """The role that the words before a time give it, nearest first, and the word; STATED and "" where none does."""
    words, first = note.words, time.first
    near = words[first - 2] if words[first - 1] == "the" else words[first - 1]
    if near in ("from", "frm") and not MOVES.isdisjoint(words[max(0, first - 7) : first]):
        return REFUSED, near
    if near in REFUSALS or (near == "of" and words[first - 2] == "instead"):
        return REFUSED, near
    if near in ("since", "as", "than") and _EARLIER.isdisjoint(words[max(0, first - 3) : first]):
        return PAST, near
    until = near in UNTIL or words[first] in UNTIL or "after" in (near, words[first])
    scan = _Scan(note, time, near, until)
    for here in range(first - 1, max(-1, first - 17), -1):
        cue, word = CUE_OF[words[here]]
        if cue:
            found = _HANDLERS[cue](scan, here, word)
            if found is not None:
                return found
            if scan.over:
                break
    return _summed_up(scan)


_EARLIER = frozenset("earlier sooner later".split())


def _summed_up(scan: _Scan) -> Said:
    """The role where no word decided it alone."""
    if scan.event is not None:
        return scan.event
    if scan.again:
        return NEXT, "again"
    time = scan.time
    ahead = scan.said or scan.until or time.timed or time.kind == "span"
    if scan.was and not ahead and scan.note.words[time.first] not in ("next", "this", "tomorrow"):
        return PAST, scan.was
    return STATED, scan.said


def _next(scan: _Scan, here: int, word: str) -> Said | None:
    """A step of ours: it decides, unless an event stands between it and the time, or it is not to be done then."""
    words = scan.note.words
    if word == "get" and words[here + 1] not in _WHOM:
        return None
    if word in ("give", "gives") and not (words[here + 1] in _LEFT_BE and scan.near in UNTIL):
        return None
    if word == "again":
        scan.again = scan.again or (here >= scan.time.first - 4 and not scan.paused)
        return None
    if is_thing(scan.note, here):
        return None
    if words[here + 1] in ("was", "were") and words[here + 2] in ("in", "on", "last", "back") and not scan.paused:
        return PAST, word  # the first touch was in November
    if word in _INSPECTS and scan.time.kind == "month" and not scan.time.exact:
        scan.event = scan.event or (EVENT, word)
        return None
    if word in _GATHERS and words[here - 1] in _GATHERERS and not scan.time.exact:  # the board meets in March
        scan.event = scan.event or (EVENT, word)
        return None
    if word == "come" and not scan.time.exact and words[here - 1].isalpha() and words[here - 1] not in _TO_COME:
        return None  # HIQA come in February
    if scan.event is not None and not scan.linked:
        if scan.event[1] == "due" and words[here + 1] == "due":  # proposal due Thursday
            return NEXT, word
        return scan.event
    if scan.near == "in" and word in _DONE:  # moved offices in February
        return PAST, word
    if scan.near not in _BEFORE and not _NEVER.isdisjoint(words[max(0, here - 2) : here]):  # not to ring at Christmas
        return REFUSED, word
    if scan.until and scan.paused:  # agreed to a visit, his partner is in Dubai till June
        return BACK, scan.near
    return NEXT, word


_INSPECTS = frozenset("inspection evaluation assessment".split())
_GATHERS = frozenset(["meet", "meets"])
_GATHERERS = frozenset(
    "they board budget council committee trustees governors partners directors cabinet vestry union group".split()
)
_TO_COME = frozenset(
    "to and me you us can could i we please should must or just again best then i'll we'll he'll let will would may said says "
    "may might him her them do".split()
)
_WHOM = frozenset("him her them hold me".split())
_BEFORE = frozenset("before b4 until till til".split())
_NEVER = frozenset("not don't dont never".split())
_DONE = frozenset("moved pushed bumped fixed arranged offered agreed received booked".split())


def _stop(scan: _Scan, here: int, word: str) -> Said | None:
    scan.over = word != "." or not _abbreviated(scan.note, here)
    return None


def _pause(scan: _Scan, here: int, word: str) -> Said | None:
    if word != "-" or not scan.note.joined(here):  # the hyphen of forty-eight is none
        scan.paused = True
        scan.concluded = scan.concluded or word == "so"
    return None


def _because(scan: _Scan, here: int, word: str) -> Said | None:
    scan.over = True
    return None


def _link(scan: _Scan, here: int, word: str) -> Said | None:
    scan.linked = True
    return None


def _says(scan: _Scan, here: int, word: str) -> Said | None:
    """Somebody said or wants: "wants the contract Thursday"; but "what I said on Monday", "said no in March"."""
    words = scan.note.words
    if word == "said" and words[here - 1] == "i" and words[here + 1 + (words[here + 1] == "that")] in _I_WILL:
        return (scan.event or (NEXT, word)) if scan.event is None or scan.event[0] is not REFUSED else (NEXT, word)
    if word == "said" and (words[here - 1] == "i" or (scan.near == "in" and words[here + 1] == "no")):
        return PAST, word
    if scan.near == "in" and word in _HAD_SAID and words[here - 1] in _HAD and not scan.paused and scan.event is None:
        return PAST, word  # she'd told me in March
    if word in _WANTS and scan.near == "from" and scan.event is None:  # wants cover from the first of June
        scan.event = (EVENT, "from")
        return None
    if scan.event is not None:
        if word in _WANTS and (scan.event[1] in _WANTED or (scan.event[1] == "budget" and scan.near in _DEADLINE)):
            return NEXT, word
        if not scan.linked:
            return scan.event
    scan.said = scan.said or word
    return None


_I_WILL = frozenset("i'd i'll i’d i’ll id ill we'd we'll we’d we’ll".split())
_HAD_SAID = frozenset("told said wanted asked mentioned promised".split())
_HAD = frozenset("had he'd she'd they'd i'd we'd he’d she’d they’d i’d we’d who'd".split())
_DEADLINE = frozenset("until till by to".split())
_WANTS = frozenset("wants want wanted needs".split())
_WANTED = frozenset("contract contracts agreement start starts begin launch".split())


_QUOTES = frozenset(['"', "“", "”", "'", "‘", "’"])
_AFTER_CRY = _QUOTES | frozenset([":", ",", "-", "the", "out", "back", "for", "maybe", "something", "about", "like"])


def _cries(scan: _Scan, here: int, word: str) -> Said | None:
    """She hissed "Friday, love"; she shouted Monday; but "she shouted at me on Monday"."""
    between = scan.note.words[here + 1 : scan.time.first]
    if not _QUOTES.isdisjoint(between) or _AFTER_CRY.issuperset(between):
        scan.said = scan.said or word
        return None
    if word in PASTS or word.endswith("ed"):
        return _past(scan, here, word)
    return _was(scan, here, word) if word == "went" else None


_GIVEN = {
    "gave": frozenset("me us it".split()),
    "gives": frozenset("me us".split()),
    "settled": frozenset(["on", "for"]),
    "settles": frozenset(["on", "for"]),
    "landed": frozenset(["on"]),
    "plumped": frozenset(["for"]),
    "opted": frozenset(["for"]),
    "shook": frozenset(["on"]),
    "put": frozenset("me us it".split()),
    "puts": frozenset("me us it".split()),
    "handed": frozenset("me us".split()),
    "marked": frozenset("me us it".split()),
    "wrote": frozenset("down me us it in".split()),
    "writes": frozenset("down me us it in".split()),
}
_DATED = frozenset("down the a on for until till til , as week day date at next this".split())


def _gives(scan: _Scan, here: int, word: str) -> Said | None:
    """She gave me the 8th, he picked the 27th, we settled on Monday; but "he gave up in March", "they settled in June"."""
    between = scan.note.words[here + 1 : scan.time.first]
    wanted = _GIVEN.get(word)
    if scan.event is None and scan.near not in ("in", "last", "since") and len(between) <= 5:
        given = bool(between) and between[0] in wanted if wanted else True
        if given and (_DATED | (wanted or frozenset())).issuperset(between):
            return NEXT, word
    if word in ("put", "puts"):
        return None
    return _was(scan, here, word) if word in ("gave", "gives") else _past(scan, here, word)


def _now(scan: _Scan, here: int, word: str) -> Said | None:
    """It was tomorrow, now it is the 16th: what stands before it is not so any more."""
    if scan.note.words[here + 1] in _IS_NOW:
        scan.paused = True
    return None


_IS_NOW = frozenset("its it's it’s it is moved on for the".split())


def _back(scan: _Scan, here: int, word: str) -> Said | None:
    """Call back on Friday; back on Friday; bought it back in March."""
    before = scan.note.words[max(0, here - 4) : here]
    if not _CALLING.isdisjoint(before) and before[-1] not in _IS:
        return NEXT, word
    scan.event = scan.event or (BACK, word)
    scan.loosely = scan.near == "in" and here == scan.time.first - 2
    return None


_IS = frozenset("is he's hes she's shes be i'm not and are they're".split())
_CALLING = frozenset(
    "call calls ring phone ping text get come check circle touch give buzz shout try cb go push pushed move talk him her me us "
    "them write email reach bring pick swing stop want report hear follow".split()
)


def _since(scan: _Scan, here: int, word: str) -> Said | None:
    near = scan.event is None and not scan.paused and here >= scan.time.first - 6
    return (PAST, word) if near else None


def _event(scan: _Scan, here: int, word: str) -> Said | None:
    """A contract's end or a budget's start; somebody is at a funeral until Monday, and open again on Monday."""
    if scan.concluded or scan.event is not None:
        return None
    words = scan.note.words
    if scan.until and any(
        words[at] in _IS and words[at + 1] in ("in", "at", "on", "with") for at in range(here + 1, scan.time.first - 1)
    ):  # the bursar does contracts, and is in Cornwall until the 18th
        scan.event = (BACK, scan.near)
        return None
    away = (scan.near in _BEFORE and word not in THEIRS) or (scan.again and word in ("open", "opens"))
    scan.event = (BACK if away else EVENT, word)
    return None


def _return(scan: _Scan, here: int, word: str) -> Said | None:
    if not scan.concluded:
        scan.event = scan.event or (BACK, word)
    return None


def _up(scan: _Scan, here: int, word: str) -> Said | None:
    if scan.note.words[here - 1] in _COMES:  # the lease comes up in May
        scan.event = scan.event or (EVENT, word)
    return None


_COMES = frozenset("is are comes coming come it's its s 's was contract lease renewal runs be up's".split())


def _meant(scan: _Scan, here: int, word: str) -> Said | None:
    return None if scan.paused else (REFUSED, word)


def _out(scan: _Scan, here: int, word: str) -> Said | None:
    """Out until the 15th: back then; out all week: back after it; out on Friday: not then."""
    words, time = scan.note.words, scan.time
    first = time.first
    near = words[here - 1]
    if scan.event is not None or (word == "out" and (near in NOT_OUT or near.endswith("ed"))):
        return None
    if word == "off" and (near == "paid" or words[here - 2] in ("cut", "cuts", "told")):  # cut me off
        return None
    if word == "out" and (near in _COME_OUT or (words[here + 1] in _OUT_TO and near in _GOING_OUT)):
        return NEXT, word  # she wants me out on Thursday
    if word == "leave" and words[here + 1] in _LEFT_BE and scan.near in UNTIL:  # leave him be until Monday
        return NEXT, word
    if "from" in words[here - 3 : here] and not _RETURNS.isdisjoint(words[max(0, here - 6) : here]):
        scan.event = (BACK, word)  # back from leave on the 9th
        return None
    if word == "tied" and words[here + 1] in ("to", "into"):  # tied to their bank to the end of June
        scan.event = (EVENT, word)
        return None
    if scan.until:
        if "through" in (scan.near, words[first]) or "thru" in (scan.near, words[first]):
            _after(time)
        scan.event = (BACK, word)
    elif time.kind == "week" and not _WHOLE.isdisjoint(words[here + 1 : first + 1]):
        _after(time)
        scan.event = (BACK, word)
    elif time.kind == "span":
        scan.event = (BACK, word)
    elif here >= first - 4 and not (scan.paused or time.timed or words[here + 1] == "for"):
        scan.event = (REFUSED, word)
    return None


_COME_OUT = frozenset("me us".split())
_OUT_TO = frozenset("to there here".split())
_GOING_OUT = frozenset("i'm i’m im be i i'll i’ll we're we’re come coming".split())
_LEFT_BE = frozenset("me him her it them us".split())
_RETURNS = frozenset("back returns returning return".split())
_WHOLE = frozenset("all this rest".split())


def _after(time: Time) -> None:
    """Move a time to the first business day after it is over."""
    if time.date is None:
        return
    if time.kind == "week":
        time.date = calendar.monday(time.date) + dt.timedelta(days=7)
        time.sure, time.vague = True, False
    elif time.months and not time.number and not time.part:
        first = calendar.add_months(dt.date(time.date.year, time.date.month, 1), time.months)
        time.date = calendar.first_business_day(first.year, first.month)
    else:
        time.date = calendar.business_day_from(time.date + dt.timedelta(days=1))
    time.exact = False


def _was(scan: _Scan, here: int, word: str) -> Said | None:
    """Was going to be Friday: not any more; "said he was in Monday": past; any other "was" is only a hint."""
    if scan.paused:
        return None
    scan.was = scan.was or word
    if scan.note.words[here + 1] in _GOING:
        return REFUSED, word
    if here == scan.time.first - 1 and "now" in scan.note.words[scan.time.last : scan.time.last + 3]:
        return REFUSED, word  # it was tomorrow, now it is the 16th
    if scan.near == "in" and here == scan.time.first - 2 and scan.time.kind == "weekday":
        return PAST, word
    if (
        scan.near == "in" and word == "was" and scan.note.words[here + 1] in _ASKING
    ):  # he was asking about it in the fall
        return PAST, word
    return None


_ASKING = frozenset("asking enquiring inquiring shopping talking complaining telling saying".split())


_GOING = frozenset("going to supposed due meant for originally".split())


def _past(scan: _Scan, here: int, word: str) -> Said | None:
    """Signed on Friday; but "is signed off in March", "a costed plan for the 19th", "invite sent for Friday"."""
    if (scan.event is not None and not scan.loosely) or scan.said or scan.paused:
        return None
    if word == "left" and scan.note.words[here + 1] == "of":  # what's left of me
        return None
    auxiliary, time = scan.note.words[here - 1], scan.time
    if auxiliary in ("a", "an", "the", "his", "her", "their") or (scan.near == "for" and time.exact):
        return None
    if auxiliary in _PASSIVE:
        if word in _REACHED:  # he can be reached from Monday
            return NEXT, word
        scan.event = (EVENT, word)
        return None
    if time.timed and (here < time.first - 4 or word not in PASTS):
        return None
    return PAST, word


_REACHED = frozenset("reached connected contacted called phoned telephoned".split())
_PASSIVE = frozenset("is are be being it's its gets get getting he's she's to will".split())

_HANDLERS: dict[Role | str, Callable[[_Scan, int, str], Said | None]] = {
    NEXT: _next,
    EVENT: _event,
    BACK: _return,
    PAST: _past,
    REFUSED: _meant,
    "stop": _stop,
    "pause": _pause,
    "because": _because,
    "link": _link,
    "says": _says,
    "back": _back,
    "since": _since,
    "cries": _cries,
    "gives": _gives,
    "now": _now,
    "up": _up,
    "out": _out,
    "was": _was,
}


def _abbreviated(note: Note, here: int) -> bool:
    """Whether a full stop belongs to an abbreviation: a.m., mtg., appt."""
    if not note.joined(here):
        return False
    word = note.words[here - 1]
    return (len(word) == 1 and word.isalpha()) or word in ("mtg", "appt", "dr", "mr", "mrs", "approx", "ins")


def is_thing(note: Note, at: int) -> bool:
    """Whether a word such as "call" or "check" is a thing here: "sales call", "on a call", "the check goes in the mail"."""
    word, before = note.words[at], note.words[at - 1]
    if word in ("call", "calls"):
        return before in _CALL_KINDS and note.words[at - 2] in _HAVING
    if word == "check":
        return note.words[at + 1] in _CHECKS and before not in ("to", "will", "ll")
    if word == "phone":
        return before in ("the", "on", "by", "over")
    if word in ("book", "catch"):
        return before in ("the", "cheque", "check", "his", "her") and note.words[at + 1] in _CHECKS
    return word in _THINGS_TOO and before in ("a", "the", "can", "will", "we'll", "well")


_CHECKS = frozenset(["goes", "is", "was", "in", "for", "and", ".", "cleared"])
_CALL_KINDS = frozenset("sales cold on four this a warm last first every".split())
_HAVING = frozenset(["on", "a", "the", "take", "", ".", "had"])
_THINGS_TOO = frozenset("look test install set sit see ask trial decide kick agreed quote".split())
