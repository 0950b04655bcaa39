"""What each time in a note is the time of: the next step, somebody's return, an event of theirs, the past."""

from __future__ import annotations

from sheetsync.rules import role_left
from sheetsync.rules.role_words import (
    BACK,
    DURATION,
    EVENT,
    EVENTS,
    LINKS,
    NEXT,
    PAST,
    PASTS,
    PAUSES,
    REFUSED,
    SAYS,
    STATED,
    STEPS,
    STOPS,
    UNTIL,
    USUALLY,
    WEAK_PASTS,
    Role,
    Said,
)
from sheetsync.rules.time_words import TOMORROW, Note, Time, breaks

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
    if _conditional(note, time) or (words[time.first] in TOMORROW and _wished(note, time)):
        return REFUSED, "if"
    if near == "be" and before == "might" and "might" in words[time.last : time.last + 4]:
        return REFUSED, before  # might be May and might be June
    if (
        words[time.first] in ("before", "b4")
        and "after" in words[time.last : time.last + 3]
        and "or" in words[time.last : time.last + 2]
    ):
        return DURATION, words[time.first]  # not before Easter, or after
    role, cue = role_left.read(note, time)
    if role in (PAST, REFUSED, NEXT):
        return role, cue
    if near == "to" and time.exact and breaks(before) and not cue:  # to Friday, because on Monday she is away
        return NEXT, near
    if near == "by" and role is not BACK and (time.exact or time.part or time.kind == "week"):
        return NEXT, near
    if _then(note, time, ceiling):
        time.sure = True
        return NEXT, "then"
    if role is BACK:
        return role, cue
    if time.unit in ("minute", "hour"):
        return (STATED, cue or "in") if _is_wait(note, time, cue) else (DURATION, "")
    if time.timed and time.exact:
        return NEXT, cue or "at"
    if role is EVENT and cue in _STARTS and not _BUSY.isdisjoint(words[time.last : time.last + 7]):
        return REFUSED, cue  # enrollment starts Monday, he's swamped
    if role is EVENT or cue:
        return role, cue
    told = _recounted(note, time)
    if told:
        return PAST, told
    role, cue = _right(note, time, ceiling)
    if role is STATED and not cue:
        if (
            near in _HERE
            and before in ("me", "us")
            and not _HAVE.isdisjoint(words[max(0, time.first - 4) : time.first - 2])
        ):
            return NEXT, near  # she'd have me there a week tomorrow
        if near in _HERE and time.exact and before not in _WAS:  # boss in tomorrow
            return (REFUSED if before in _NOT_HERE else BACK), near
        if near in UNTIL or before in UNTIL:
            return role, near
    return role, cue


_STARTS = frozenset("start starts begins opens".split())
_BUSY = frozenset("swamped slammed busy buried underwater drowning".split())
_HERE = frozenset("in here there around office home".split())
_HAVE = frozenset("have having has want wants get expects".split())
_NOT_HERE = frozenset("not isn't isnt never won't wont aint ain't".split())
_WAS = frozenset(("was", "were", "had"))


def _conditional(note: Note, time: Time) -> bool:
    """Whether the time is one that will not be: "she'd have it tomorrow if it was her money"."""
    ahead = note.words[time.last : time.last + 5]
    if "if" not in ahead:
        return False
    here = ahead.index("if")
    return STOPS.isdisjoint(ahead[:here]) and not _WAS.isdisjoint(note.words[time.last + here : time.last + here + 4])


def _wished(note: Note, time: Time) -> bool:
    """Whether tomorrow is only a way to say how gladly: "I'd have it tomorrow, but it's Dad's money"."""
    words = note.words
    if _BUT.isdisjoint(words[time.last : time.last + 12]):
        return False
    return any(
        words[at] in _WOULD and words[at + 1] in _GLADLY and words[at + 2] != "me"
        for at in range(max(0, time.first - 9), time.first)
    )


_WOULD = frozenset("i'd he'd she'd we'd they'd i’d he’d she’d we’d they’d".split())
_GLADLY = frozenset("have take buy sign do put switch start bin love".split())
_BUT = frozenset("but though although only".split())


_SPOKE = frozenset("says said reckons reckoned thinks tops max please".split())


_MOMENT = 5  # "one minute, he said" is no time to call again


def _is_wait(note: Note, time: Time, cue: str) -> bool:
    """Whether so many minutes or hours are how long to wait: "half hr he says", "later, in one hour", "like an hour"."""
    words, first, last = note.words, time.first, time.last
    if time.kind != "span" or words[last - 1] == "left" or (time.unit == "minute" and time.count < _MOMENT):
        return False
    if words[first] == "in" and breaks(words[last]):
        return True
    if words[last - 1] in ("later", "please"):
        return True
    told = words[last] in _SPOKE or (words[last] in ("he", "she", "they") and words[last + 1] in _SPOKE)
    if words[last] == "," and words[last + 1] in ("he", "she", "they") and words[last + 2] in _SPOKE:
        return breaks(words[first - 1])
    if words[first - 1] in ("me", "him", "her", "us", "them") and words[first - 2] in ("give", "giving"):
        return True
    if not breaks(words[first - 1]) and words[first - 1] not in ("like", "about", "maybe", "say"):
        return False
    return told or (words[first - 1] == "like" and breaks(words[last])) or (cue in _SPOKE and breaks(words[last]))


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
    if place and words[place - 1] in ("before", "b4", "by"):
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
    if time.kind == "month" and (
        words[time.last] in _KILLS or (words[time.last] in ("is", "was") and words[time.last + 1] in _KILLS)
    ):
        return REFUSED, words[time.last]
    for here in range(time.last, min(ceiling, time.last + 8)):
        word = words[here]
        if word in STOPS or (paused and not opens) or (word in LINKS and word not in UNTIL):
            break
        if word in PAUSES:
            paused = True
        if word in ("no", "bad", "isn't", "isnt", "doesn't", "doesnt", "won't", "wont") and here <= time.last + 2:
            return REFUSED, word
        if (
            word in STEPS
            and word not in _NOT_AFTER
            and "before" in (words[time.first], words[time.first - 1])
            and not _NEVER_DOES.isdisjoint(words[max(0, here - 2) : here])
        ):
            return REFUSED, word  # before Christmas he will not talk
        if (word in STEPS and word not in _NOT_AFTER and not role_left.is_thing(note, here)) or (
            word == "locked" and words[here + 1] == "in"
        ):
            return NEXT, word
        if word in SAYS:
            return STATED, word
        if word in _TOWARDS:
            towards = True
        if word in EVENTS and not (towards or paused) and word not in ("start", "starts"):
            return EVENT, word
    return STATED, ""


_KILLS = frozenset("kills killing eats closed dead hell mad madness murder mental manic swallows buries drowns".split())
_NEVER_DOES = frozenset("not never won't won’t can't can’t doesn't doesn’t don't don’t".split())


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


_EARLY = frozenset("6 7 8 9 six seven eight nine 6am 7am 8am 9am 7.30 8.30 7:30 8:30".split())


def _clock(note: Note, time: Time) -> Said:
    """A time of day alone is today's where a call is asked for then; "best before 9" and "six every day" are habits."""
    words = note.words
    if (
        words[time.first - 1] in ("before", "b4")
        and words[time.first] in _EARLY
        and words[time.last] not in ("pm", "p")
    ):
        return DURATION, words[time.first - 1]  # try before 8: of any morning
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
    if words[time.first - 1] == "by":
        return NEXT, "by"
    time.sure = False
    return STATED, ""
