"""What each time in a note is the time of: the next step, somebody's return, an event of theirs, the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sheetsync.rules import calendar
from sheetsync.rules.role_words import (
    BACK,
    CUE_OF,
    DURATION,
    EVENT,
    EVENTS,
    LINKS,
    NEXT,
    NOT_OUT,
    PAST,
    PASTS,
    PAUSES,
    REFUSALS,
    REFUSED,
    SAYS,
    STATED,
    STEPS,
    STOPS,
    THEIRS,
    UNTIL,
    USUALLY,
    WEAK_PASTS,
    Role,
    Said,
)
from sheetsync.rules.time_words import MOVES, Note, Time, breaks

# --- a time's role -----------------------------------------------------------------------------------------------


def role_of(note: Note, time: Time, ceiling: int) -> Said:
    """What a time is the time of, and the word that says so.

    Args:
        note: the note.
        time: one of its times; "out all next week" moves it to when the week is over.
        ceiling: where the next time starts.
    """
    words = note.words
    near, before = words[time.first - 1], words[time.first - 2]
    match time.kind:
        case "past":
            return PAST, words[time.first]
        case "lasting" | "before":
            return DURATION, words[time.first]
        case "clock":
            return _clock(note, time)
    if near in ("times", "twice", "attempts", "already"):  # called three times today
        return PAST, near
    if _conditional(note, time):
        return REFUSED, "if"
    role, cue = _left(note, time)
    if role in (PAST, REFUSED, NEXT):
        return role, cue
    if near == "by" and role is not BACK and (time.exact or time.part or time.kind == "week"):
        return NEXT, near
    if _then(note, time, ceiling):
        time.sure = True
        return NEXT, "then"
    if role is BACK:
        return role, cue
    if time.unit in ("minute", "hour"):
        return DURATION, ""
    if time.timed and time.exact:
        return NEXT, cue or "at"
    if role is EVENT or cue:
        return role, cue
    told = _recounted(note, time)
    if told:
        return PAST, told
    role, cue = _right(note, time, ceiling)
    if role is STATED and not cue:
        if near in _HERE and time.exact and before not in _WAS:  # boss in tomorrow
            return (REFUSED if before in _NOT_HERE else BACK), near
        if near in UNTIL or before in UNTIL:
            return role, near
    return role, cue


_HERE = frozenset("in here there around office".split())
_NOT_HERE = frozenset("not isn't isnt never won't wont aint ain't".split())
_WAS = frozenset(("was", "were", "had"))
_EARLIER = frozenset("earlier sooner later".split())


# --- the words before a time -------------------------------------------------------------------------------------


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


def _left(note: Note, time: Time) -> Said:
    """The role that the words before a time give it, nearest first, and the word; STATED and "" where none does."""
    words, first = note.words, time.first
    near = words[first - 2] if words[first - 1] == "the" else words[first - 1]
    if near in ("from", "frm") and not MOVES.isdisjoint(words[max(0, first - 7) : first]):
        return REFUSED, near
    if near in REFUSALS or (near == "of" and words[first - 2] == "instead"):
        return REFUSED, near
    if near in ("since", "as", "than") and words[first - 2] not in _EARLIER:
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
    if word == "again":
        scan.again = scan.again or (here >= scan.time.first - 4 and not scan.paused)
        return None
    if _is_thing(scan.note, here):
        return None
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
    if word == "said" and (words[here - 1] == "i" or (scan.near == "in" and words[here + 1] == "no")):
        return PAST, word
    if scan.event is not None:
        if word in _WANTS and scan.event[1] in _WANTED:
            return NEXT, word
        if not scan.linked:
            return scan.event
    scan.said = scan.said or word
    return None


_WANTS = frozenset("wants want wanted needs".split())
_WANTED = frozenset("contract contracts agreement start starts begin launch".split())


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
    if scan.event is not None or (word == "out" and (words[here - 1] in NOT_OUT or words[here - 1].endswith("ed"))):
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
    if scan.near == "in" and here == scan.time.first - 2 and scan.time.kind == "weekday":
        return PAST, word
    return None


_GOING = frozenset("going to supposed due meant for originally".split())


def _past(scan: _Scan, here: int, word: str) -> Said | None:
    """Signed on Friday; but "is signed off in March", "a costed plan for the 19th", "invite sent for Friday"."""
    if (scan.event is not None and not scan.loosely) or scan.said or scan.paused:
        return None
    auxiliary, time = scan.note.words[here - 1], scan.time
    if auxiliary in ("a", "an", "the", "his", "her", "their") or (scan.near == "for" and time.exact):
        return None
    if auxiliary in _PASSIVE:
        scan.event = (EVENT, word)
        return None
    if time.timed and (here < time.first - 4 or word not in PASTS):
        return None
    return PAST, word


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


def _is_thing(note: Note, at: int) -> bool:
    """Whether a word such as "call" or "check" is a thing here: "sales call", "on a call", "the check goes in the mail"."""
    word, before = note.words[at], note.words[at - 1]
    if word in ("call", "calls"):
        return before in _CALL_KINDS and note.words[at - 2] in _HAVING
    if word == "check":
        return note.words[at + 1] in _CHECKS and before not in ("to", "will", "ll")
    if word == "phone":
        return before in ("the", "on", "by", "over")
    return word in _THINGS_TOO and before in ("a", "the", "can", "will", "we'll", "well")


_CHECKS = frozenset(["goes", "is", "was", "in", "for", "and", ".", "cleared"])
_CALL_KINDS = frozenset("sales cold on four this a warm last first every".split())
_HAVING = frozenset(["on", "a", "the", "take", "", ".", "had"])
_THINGS_TOO = frozenset("look test install set sit see ask trial decide kick agreed quote".split())


def _conditional(note: Note, time: Time) -> bool:
    """Whether the time is one that will not be: "she'd have it tomorrow if it was her money"."""
    for here in range(time.last, min(time.last + 5, note.size)):
        word = note.words[here]
        if word in STOPS:
            return False
        if word == "if":
            return not _WAS.isdisjoint(note.words[here : here + 4])
    return False


def _then(note: Note, time: Time, ceiling: int) -> bool:
    """Whether "then" after a time takes it up for the next step: "back on the 7th, try him then"."""
    words = note.words[time.last : min(time.last + 20, max(ceiling, time.last + 1), note.size)]
    if "then" in words:
        place = words.index("then")
    elif "after" in words and words[-1] != "after":
        place = words.index("after")
        if words[place + 1] not in ("that", "this", "it", "which"):
            return False
    else:
        return False
    if words[place - 1] in ("me", "him", "her", "us", "them") and place:
        return True
    return not (STEPS.isdisjoint(words[max(0, place - 6) : place]) and STEPS.isdisjoint(words[place + 1 : place + 5]))


def _right(note: Note, time: Time, ceiling: int) -> tuple[Role, str]:
    words = note.words
    if words[time.last : time.last + 2] == ["it", "is"]:  # so Thursday it is
        return NEXT, "it is"
    paused = towards = False
    opens = breaks(note.words[time.first - 1])
    for here in range(time.last, min(ceiling, time.last + 8)):
        word = words[here]
        if word in STOPS or (paused and not opens) or (word in LINKS and word not in UNTIL):
            break
        if word in PAUSES:
            paused = True
        if word in ("no", "bad", "isn't", "isnt", "doesn't", "doesnt", "won't", "wont") and here <= time.last + 2:
            return REFUSED, word
        if (word in STEPS and word not in _NOT_AFTER) or (word == "locked" and words[here + 1] == "in"):
            return NEXT, word
        if word in SAYS:
            return STATED, word
        if word in _TOWARDS:
            towards = True
        if word in EVENTS and not (towards or paused) and word not in ("start", "starts"):
            return EVENT, word
    return STATED, ""


def _recounted(note: Note, time: Time) -> str:
    """The past tense right after a month, season or quarter that opens its sentence: "In January he had the flu"."""
    words = note.words
    if time.kind != "month" or time.year or words[time.first - 1] != "in" or not breaks(words[time.first - 2]):
        return ""
    here = time.last + (words[time.last] == ",")
    verb = words[here + 1]
    told = words[here] in _WHO and (verb in PASTS or (verb in WEAK_PASTS and words[here + 2] not in _PLANS))
    return verb if told else ""


_WHO = frozenset("he she they we i it who".split())
_PLANS = frozenset("going to planning planned supposed due hoping meant thinking looking set".split())  # "was going to"
_NOT_AFTER = frozenset("set get come see look sit hit drop check".split())  # verbs of the past as well, or things
_TOWARDS = frozenset("to for re about regarding on".split())


def _clock(note: Note, time: Time) -> Said:
    """A time of day alone is today's where a call is asked for then; "best before 9" and "six every day" are habits."""
    words = note.words
    if not USUALLY.isdisjoint(words[max(0, time.first - 5) : time.last + 4]):
        return DURATION, ""
    for here in range(time.first - 1, max(-1, time.first - 9), -1):
        word = words[here]
        if word in STOPS:
            break
        if word in PASTS or word in ("opens", "closes", "open"):
            return PAST, word
        if word in ("out", "in"):
            return BACK, word
        if word in STEPS or word in ("back", "said", "says", "free", "done"):
            return NEXT, word
    if words[time.first - 1] in ("since", "from"):
        return PAST, words[time.first - 1]
    time.sure = False
    return STATED, ""
