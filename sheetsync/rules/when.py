"""Times in notes, read from the date of the call: which are named, and which one is the next step's."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sheetsync.model import Outcome, _Word
from sheetsync.rules import calendar, spans, times
from sheetsync.rules.time_words import MOVES, Note, Time, breaks


class Role(_Word):
    """What a time in a note is the time of."""

    NEXT = "the next step"  # call, ring, try, meet, send ... stand with it
    STATED = "a time named"  # a future time, with nothing beside it that says of what
    BACK = "when they are back"  # somebody is out until then
    EVENT = "when something of theirs happens"  # a contract ends, a budget opens, they decide
    PAST = "in the past"
    DURATION = "how long, how often or how old"
    REFUSED = "a time that does not suit"


#: Roles that can be the time of a follow-up.
FUTURE = frozenset({Role.NEXT, Role.STATED, Role.BACK, Role.EVENT})


class Mention(
    NamedTuple
):  # a tuple and not a frozen dataclass: a tenth of a note's reading time went into making those
    """One time named in a note. ``date`` is read from the date of the call, before weekends are skipped."""

    start: int  # where the words stand in the note
    end: int
    words: str  # as the rep typed them
    date: dt.date | None  # None where the role is no future one
    role: Role
    exact: bool = False  # a particular day was named, not a week, a month or "early" in one
    same_day: bool = False  # later on the day of the call
    clock: bool = False  # only a time of day was named
    vague: bool = False  # "some time next year"
    sure: bool = True  # False where the words alone do not say that a time ahead is meant: "12 months", "this week"
    span: bool = False  # named as so many days, weeks or months on
    cue: str = ""  # the word beside it that gave the role


# --- words that say what a time is the time of -------------------------------------------------------------------

_NEXT = frozenset(
    """
    call calls ring try retry rtry agn recall relance phone telephone get resume retake crack dial ping text txt contact reach touch follow fu followup f/u check chase circle reconnect
    revisit catch talk talks speak chat meet meets mtg meeting demo visit appt appointment appoint zoom teams come see booked book
    rebooked scheduled schedule rescheduled resched set lunch coffee again callback cb buzz shout bell tinkle nudge connect discuss
    swing pop drop hassle bother pester send sending quote proposal session workshop survey measure tour intro invite slot diary remind hit
    loop regroup sit walk deliver confirmed pencilled penciled calendar moved pushed bumped fixed arranged offered slotted
    agreed visiting presentation review sign signing kickoff onboarding recontact reapproach resurface prepone preponed
    ask retries redial chk tlk mt kick install test trial look decide decides deciding arrive arrives arriving ready holler facetime received
    expecting-me expects heading find rang-back evaluation inspection walkthrough consult consultation assessment site-visit trying
    """.split()
)
_SAYS = frozenset(
    "said says told tell asked mentioned suggested reckons thinks wants wanted promised prefers better best good works "
    "suits fine free available say goes named demanded requested proposed recommended says".split()
)
_EVENT = frozenset(
    """
    renew renews renewal renewals contract contracts lease expires expire expiry expiration ends end's due budget budgets fiscal financial opens
    open starts start begins launches decision terminates runs locked committed policy reviews rollout golive opening
    closing retiring retires leaves leaving finishing finishes stops deadline funding funds money grant year-end board committee agreement warranty quarter-end
    moving merger deal subscription license licence construction project season harvest audit launch event expo show conference
    wedding baby surgery enrollment freeze closes expecting burying funeral inventory
    """.split()
)
#: Of those, the ones that are no reason for somebody to be away.
_THEIRS = frozenset(
    """
    renew renews renewal renewals contract contracts lease expires expire expiry expiration budget budgets fiscal financial opens open
    starts start begins decision runs locked committed policy agreement warranty deal subscription license licence freeze money
    funding funds grant due opening expecting
    """.split()
)
_BACK = frozenset("joins rejoins back returns returning return returned reopen reopens reopening".split())
_OUT = frozenset(
    """
    out away off holiday holidays vacation vac leave pto ooo travelling traveling travels trip abroad overseas unavailable gone
    busy swamped slammed tied closed shut sick maternity paternity jury honeymoon cruise fishing absent
    """.split()
)
_NOT_OUT = frozenset(  # "out" after one of these is no absence
    """
    reach reached heading head come coming came go goes going went ran check find found run runs running work works worked made make thought sort
    took take figure turned turn fill get getting rule phase carry pull move moving roll rolling bring diary day sold put lay laid
    point watch try trying sign send sending drive driving back hang help helped called call wind pay pays cut show
    """.split()
)
_UNTIL = frozenset("while till til 'til until untill unti thru through from again".split())
_LINKS = frozenset("when once after till til until soon before whenever".split())
_BECAUSE = frozenset("because cuz bc cos coz becuase".split())
_PAST = frozenset(
    """
    called tried rang emailed sent spoke spoken met lost started signed bought retired finished
    switched outsourced ordered renewed installed did hired launched joined founded verified cancelled canceled
    traded passed died expired ended quit dropped chose picked became began ran sold built grew fell
    opened left heard redid rebuilt broke flew drove kept stuck spent wore outgrew heard wrote paid won taken seen lvm
    """.split()
)
_WEAK_PAST = frozenset(
    "was were been had got took gave came went saw used keen didn't didnt wasn't wasnt hadn't couldn't weren't".split()
)
_NOT_PAST = frozenset(
    """
    need indeed wanted mentioned suggested promised speed feed exceed interested based locked red bed
    convinced excited stressed planned supposed decided shed seed breed wed hundred tired married bored
    required preferred expected needed advised requested insisted reckoned figured hoped delayed overdue embed
    """.split()
)
_REFUSED = frozenset("not except besides cancelled canceled cxl skip missed instead".split())
_REPLACED = frozenset("meant supposed originally".split())
_USUALLY = frozenset(
    "usually any every always typically normally most generally weekdays daily best mornings afternoons evenings days often never only".split()
)
_STOPS = frozenset(".!?;\n")
_PAUSES = frozenset({",", ":", "-", "–", "—", "(", "but", "so", "/"})
_CUES: dict[str, Role | str] = {
    **dict.fromkeys(_EVENT, Role.EVENT),
    **dict.fromkeys(_OUT, "out"),
    **dict.fromkeys(_BACK, Role.BACK),
    **dict.fromkeys(_PAST, Role.PAST),
    **dict.fromkeys(_WEAK_PAST, "was"),
    **dict.fromkeys(_NOT_PAST, ""),
    **dict.fromkeys(_SAYS, "says"),
    **dict.fromkeys(_NEXT, Role.NEXT),
    **dict.fromkeys(_LINKS, "link"),
    **dict.fromkeys(_REPLACED, Role.REFUSED),
    **dict.fromkeys(_BECAUSE, "because"),
    **dict.fromkeys(_PAUSES, "pause"),
    **dict.fromkeys(_STOPS, "stop"),
    "up": "up",
    "back": "back",
    "bk": "back",
    "since": "since",
}


def mentions(text: str, called: dt.date, *, date_order: str = "mdy") -> tuple[Mention, ...]:
    """Every time named in a note, in the order of the words, those that are no follow-up included.

    Args:
        text: the note as typed.
        called: the date of the call, from which times are read; nothing is read from today.
        date_order: how 3/4 is read: ``mdy``, ``dmy`` or ``ymd`` (read as ``mdy`` where there is no year).
    """
    if not 100 < called.year < 9900:  # the first and the last years that a date can hold: no years around them
        return ()
    note, found = times.find(text, called, date_order)
    if note is None or not found:
        return ()
    read = []
    for number, time in enumerate(found):
        before = found[number - 1].last if number else 0
        after = found[number + 1].first if number + 1 < len(found) else note.size
        role, cue = _role(note, time, before, after)
        read.append(_mention(note, time, role, cue))
    if any(time.kind == "before" for time in found):
        _link_before(note, found, read)
    return tuple(read)


def _mention(note: Note, time: Time, role: Role, cue: str) -> Mention:
    start = note.start(time.first)
    end = note.start(time.last - 1) + len(note.words[time.last - 1])
    date = time.date
    if role not in FUTURE or (date is not None and date < note.called):
        date = None
        if role in FUTURE:
            role = Role.PAST
    return Mention(
        start,
        end,
        note.text[start:end],
        date,
        role,
        time.exact,
        time.same_day,
        time.kind == "clock",
        time.vague or note.words[time.last] == "?",
        time.sure,
        time.kind == "span",
        cue,
    )


def _link_before(note: Note, found: list[Time], read: list[Mention]) -> None:
    """Count back "45 days before" from the time that stands nearest: the one before it, or else the one after."""
    for number, time in enumerate(found):
        if time.kind != "before" or note.words[time.first - 1] in ("not", "never"):
            continue
        others = (*range(number - 1, number - 9, -1), *range(number + 1, number + 9))
        for other in others:
            if not 0 <= other < len(found):
                continue
            base = found[other].date
            if base is not None and read[other].role in FUTURE and base > note.called:
                unit = time.unit if time.unit != "business" else "day"
                date = max(spans.shift(base, time.count, unit, -1), note.called)
                read[number] = read[number]._replace(date=date, role=Role.NEXT, cue="before", exact=True)
                if read[other].role is not Role.EVENT:
                    read[other] = read[other]._replace(role=Role.EVENT, cue="before")
                break
        else:
            read[number] = read[number]._replace(date=None, role=Role.DURATION)


# --- roles -------------------------------------------------------------------------------------------------------


def _role(note: Note, time: Time, floor: int, ceiling: int) -> tuple[Role, str]:
    """What a time is the time of, and the word that says so."""
    if time.kind == "past":
        return Role.PAST, note.words[time.first]
    if time.kind in ("lasting", "before"):
        return Role.DURATION, note.words[time.first]
    if time.kind == "clock":
        return _clock_role(note, time)
    if note.words[time.first - 1] in ("times", "twice", "attempts", "already"):
        return Role.PAST, note.words[time.first - 1]
    if _conditional(note, time):
        return Role.REFUSED, "if"
    role, cue = _left(note, time, floor)
    if (
        note.words[time.first - 1] == "by"
        and (time.exact or time.part or time.kind == "week")
        and role in (Role.EVENT, Role.STATED)
    ):
        return Role.NEXT, "by"
    if role in (Role.BACK, Role.EVENT, Role.STATED) and _then(note, time, ceiling):
        time.sure = True
        return Role.NEXT, "then"
    if time.unit in ("minute", "hour") and role not in (Role.NEXT, Role.BACK):
        return Role.DURATION, ""
    if time.timed and time.exact and role in (Role.EVENT, Role.STATED):
        return Role.NEXT, cue or "at"
    if role is Role.STATED and not cue:
        role, cue = _right(note, time, ceiling)
        near = note.words[time.first - 1]
        if role is Role.STATED and not cue:
            if near in _HERE and time.exact and note.words[time.first - 2] not in _WAS:  # boss in tomorrow
                return (Role.REFUSED if note.words[time.first - 2] in _NOT_HERE else Role.BACK), near
            if near in _UNTIL or note.words[time.first - 2] in _UNTIL:
                return role, near
    return role, cue


def _left(note: Note, time: Time, floor: int) -> tuple[Role, str]:
    """The role that the words before a time give it, nearest first, and the word; STATED and "" where none does."""
    words = note.words
    first = time.first
    near = note.words[first - 2] if note.words[first - 1] == "the" else note.words[first - 1]
    if near == "from" and not MOVES.isdisjoint(words[max(0, first - 7) : first]):
        return Role.REFUSED, near
    until = near in _UNTIL or words[first] in _UNTIL or "after" in (near, words[first])
    if near in _REFUSED or (near == "of" and note.words[first - 2] == "instead"):
        return Role.REFUSED, near
    if near in ("since", "as", "than"):
        return Role.PAST, near
    event: tuple[Role, str] | None = None
    was = said = ""
    linked = paused = again = concluded = since = False
    for here in range(first - 1, max(-1, first - 17), -1):
        word = words[here]
        cue = _CUES.get(word)
        if cue is None:
            if word.endswith("ed") and len(word) > 4:
                cue = Role.PAST
            elif len(word) > 3 and word[-2] in "'’":  # opening's
                word = word[:-2]
                cue = _CUES.get(word)
            if cue is None:
                continue
        if cue is Role.NEXT:
            if word in ("get", "getting") and words[here + 1] not in ("him", "her", "them", "hold", "me"):
                continue
            if word == "again" or _is_noun(note, here):
                again = again or (word == "again" and here >= first - 4 and not paused)
                continue
            if event is not None and not linked:
                if event[1] == "due" and words[here + 1] == "due":  # proposal due Thursday
                    return Role.NEXT, word
                return event
            if near == "in" and word in _DONE:
                return Role.PAST, word
            if near not in ("before", "until", "till", "til") and not _NEVER.isdisjoint(words[max(0, here - 2) : here]):
                return Role.REFUSED, word
            if until and paused:  # "agreed to a visit, his partner is in Dubai till June"
                return Role.BACK, near
            return Role.NEXT, word
        if cue == "stop":
            if word != "." or not _abbreviated(note, here):
                break
        elif cue == "because":
            break
        elif cue == "pause":
            if word == "-" and note.start(here) == note.start(here - 1) + len(words[here - 1]):  # forty-eight
                continue
            paused = True
            concluded = concluded or word == "so"
        elif cue == "link":
            linked = True
        elif cue == "says":
            if word == "said" and (words[here - 1] == "i" or (near == "in" and words[here + 1] == "no")):
                return Role.PAST, word
            if event is not None and word in _WANTS and event[1] in _WANTED:
                return Role.NEXT, word
            if event is not None and not linked:
                return event
            said = said or word
        elif cue == "back":
            if _is_call_back(words, here):
                return Role.NEXT, word
            event = event or (Role.BACK, word)
            since = near == "in" and here == first - 2  # "bought it back in March"
        elif cue == "since":
            if event is None and not paused and here >= first - 6:
                return Role.PAST, word
        elif cue is Role.BACK or cue is Role.EVENT:
            if concluded:
                continue
            if near in ("till", "until", "til") and word not in _THEIRS:  # somebody is at it until then
                cue = Role.BACK
            event = event or (Role.BACK if again and word in ("open", "opens") else cue, word)
        elif cue == "up":
            if note.words[here - 1] in _COMES:
                event = event or (Role.EVENT, word)
        elif cue is Role.REFUSED:
            if not paused:
                return Role.REFUSED, word
        elif cue == "out":
            if event is None and not (word == "out" and _is_other_out(words[here - 1])):
                if until:
                    if near in ("thru", "through") or words[first] in ("thru", "through"):
                        _day_after(time)
                    event = (Role.BACK, word)
                elif time.kind == "week" and set(words[here + 1 : first + 1]) & {"all", "this", "rest"}:
                    _week_after(note, time)
                    event = (Role.BACK, word)
                elif time.kind == "span":
                    event = (Role.BACK, word)
                elif here >= first - 4 and not (paused or time.timed or words[here + 1] == "for"):
                    event = (Role.REFUSED, word)
        elif cue == "was":
            if not paused:
                was = was or word
                if words[here + 1] in ("going", "to", "supposed", "due", "meant", "for", "originally"):
                    return Role.REFUSED, word
                if near == "in" and here == first - 2 and time.kind == "weekday":  # "said he was in Monday"
                    return Role.PAST, word
        elif cue is Role.PAST and (event is None or since) and not said and not paused:
            auxiliary = note.words[here - 1]
            if auxiliary in ("a", "an", "the", "his", "her", "their"):  # a costed plan
                continue
            if auxiliary in _PASSIVE:
                event = (Role.EVENT, word)
            elif near == "for" and time.exact:  # "invite sent for Friday"
                continue
            elif not time.timed or (here >= first - 4 and word in _PAST):
                return Role.PAST, word
    if event is not None:
        return event
    if again:
        return Role.NEXT, "again"
    if (
        was
        and not said
        and not until
        and not time.timed
        and time.kind != "span"
        and words[first] not in ("next", "this", "tomorrow")
    ):
        return Role.PAST, was
    return Role.STATED, said


_WANTS = frozenset("wants want wanted needs".split())
_WANTED = frozenset("contract contracts agreement start starts begin launch".split())
_HERE = frozenset("in here there around office".split())
_NOT_HERE = frozenset("not isn't isnt never won't wont aint ain't".split())
_NEVER = frozenset("not don't dont never don’t".split())
_DONE = frozenset("moved pushed bumped fixed arranged offered agreed received booked".split())
_COMES = frozenset("is are comes coming come it's its s 's was contract lease renewal runs be up's".split())
_PASSIVE = frozenset("is are be being it's its gets get getting he's she's to will".split())


def _is_other_out(before: str) -> bool:
    """Whether "out" after a word is no absence: "reach out", "rained out"."""
    return before in _NOT_OUT or before.endswith("ed")


def _abbreviated(note: Note, here: int) -> bool:
    """Whether a full stop belongs to an abbreviation: a.m., mtg., appt."""
    if not here or note.start(here) != note.start(here - 1) + len(note.words[here - 1]):
        return False
    word = note.words[here - 1]
    return (len(word) == 1 and word.isalpha()) or word in ("mtg", "appt", "dr", "mr", "mrs", "approx", "ins")


def _is_call_back(words: list[str], here: int) -> bool:
    """Whether "back" is one of "call him back", "get back to", "circle back", not of somebody who was away."""
    before = words[max(0, here - 4) : here]
    if before and before[-1] in ("is", "he's", "hes", "she's", "shes", "be", "i'm", "not", "and", "are", "they're"):
        return False
    return any(word in _CALLING for word in before)


_CALLING = frozenset(
    "call calls ring phone ping text get come check circle touch give buzz shout try cb go push pushed move talk him her me us "
    "them write email reach check bring pick swing stop want report hear follow".split()
)


def _is_noun(note: Note, at: int) -> bool:
    """Whether a word such as "call" or "check" is a thing here: "sales call", "on a call", "the check goes in the mail"."""
    word, before = note.words[at], note.words[at - 1]
    if word in ("call", "calls"):
        return before in _CALL_KINDS and note.words[at - 2] in _HAVING
    if word == "check":
        return note.words[at + 1] in ("goes", "is", "was", "in", "for", "and", ".", "cleared") and before not in (
            "to",
            "will",
            "ll",
        )
    if word == "phone":
        return before in ("the", "on", "by", "over")
    return word in _THINGS_TOO and before in ("a", "the", "can", "will", "we'll", "well")


_CALL_KINDS = frozenset("sales cold on four this a warm last first every".split())
_HAVING = frozenset(["on", "a", "the", "take", "", ".", "had"])
_THINGS_TOO = frozenset("look test install set sit see ask trial decide kick agreed quote".split())


def _conditional(note: Note, time: Time) -> bool:
    """Whether the time is one that will not be: "she'd have it tomorrow if it was her money"."""
    for here in range(time.last, min(time.last + 5, note.size)):
        word = note.words[here]
        if word in _STOPS:
            return False
        if word == "if":
            return not _WAS.isdisjoint(note.words[here : here + 4])
    return False


_WAS = frozenset(("was", "were", "had"))


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
    return not (_NEXT.isdisjoint(words[max(0, place - 6) : place]) and _NEXT.isdisjoint(words[place + 1 : place + 5]))


def _right(note: Note, time: Time, ceiling: int) -> tuple[Role, str]:
    words = note.words
    if words[time.last : time.last + 2] == ["it", "is"]:  # so Thursday it is
        return Role.NEXT, "it is"
    paused = towards = False
    opens = breaks(note.words[time.first - 1])
    for here in range(time.last, min(ceiling, time.last + 8)):
        word = words[here]
        if word in _STOPS or (paused and not opens) or (word in _LINKS and word not in _UNTIL):
            break
        if word in _PAUSES:
            paused = True
        if word in ("no", "bad", "isn't", "isnt", "doesn't", "doesnt", "won't", "wont") and here <= time.last + 2:
            return Role.REFUSED, word
        if (word in _NEXT and word not in _NOT_AFTER) or (word == "locked" and words[here + 1] == "in"):
            return Role.NEXT, word
        if word in _SAYS:
            return Role.STATED, word
        if word in _TOWARDS:
            towards = True
        if word in _EVENT and not towards and word not in ("start", "starts"):
            return Role.EVENT, word
    return Role.STATED, ""


_NOT_AFTER = frozenset("set get come see look sit hit drop check".split())  # verbs of the past as well, or things
_TOWARDS = frozenset("to for re about regarding on".split())


def _clock_role(note: Note, time: Time) -> tuple[Role, str]:
    """A time of day alone is today's where a call is asked for then; "best before 9" and "six every day" are habits."""
    words = note.words
    around = set(words[max(0, time.first - 5) : time.last + 4])
    if around & _USUALLY:
        return Role.DURATION, ""
    here = time.first - 1
    for _ in range(8):
        word = note.words[here]
        if not word or word in _STOPS:
            break
        if word in _PAST or word in ("opens", "closes", "open"):
            return Role.PAST, word
        if word in _NEXT or word in ("back", "said", "says", "out", "free", "in", "done"):
            return (Role.BACK if word in ("out", "in") else Role.NEXT), word
        here -= 1
    if note.words[time.first - 1] in ("since", "from"):
        return Role.PAST, note.words[time.first - 1]
    time.sure = False
    return Role.STATED, ""


def _day_after(time: Time) -> None:
    if time.date is None:
        return
    if time.months and not time.number and not time.part:
        first = calendar.add_months(dt.date(time.date.year, time.date.month, 1), time.months)
        time.date = calendar.first_business_day(first.year, first.month)
    elif time.kind == "week":
        time.date = calendar.monday(time.date) + dt.timedelta(days=7)
    else:
        time.date = calendar.business_day_from(time.date + dt.timedelta(days=1))
    time.exact = False


def _week_after(note: Note, time: Time) -> None:
    if time.date is not None:
        time.date = calendar.monday(time.date) + dt.timedelta(days=7)
        time.sure = True
        time.vague = False


# --- the next step -----------------------------------------------------------------------------------------------

#: Which times can be the next step's, by outcome, the likelier first.
_PREFERS: dict[Outcome, tuple[Role, ...]] = {
    Outcome.APPOINTMENT: (Role.NEXT, Role.STATED),
    Outcome.INTERESTED: (Role.NEXT, Role.STATED, Role.BACK),
    Outcome.LATER: (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT),
    Outcome.FIRM_NO: (),
    Outcome.MAYBE: (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT),
    Outcome.CALLBACK: (Role.NEXT, Role.STATED, Role.BACK, Role.EVENT),
    Outcome.GATEKEEPER: (Role.NEXT, Role.BACK, Role.STATED),
    Outcome.NO_CONTACT: (Role.NEXT, Role.BACK, Role.STATED),
    Outcome.BAD_NUMBER: (),
    Outcome.REVIEW: (),
}

_AGAIN = frozenset("again back try retry ring callback cb then later catch".split())


def _acts_today(mention: Mention, outcome: Outcome) -> bool:
    """Whether a time later on the day of the call is a time to act, not of what is being done or was tried already."""
    if outcome in (Outcome.APPOINTMENT, Outcome.CALLBACK):
        return True
    if outcome in (Outcome.GATEKEEPER, Outcome.NO_CONTACT):
        return mention.cue in _AGAIN or mention.role is Role.BACK
    return False


_STARTS = frozenset("start starts begin begins".split())


def _says_enough(text: str, mention: Mention, outcome: Outcome) -> bool:
    """Whether a time without any word beside it is one to act on: it may be anybody's, most of all a receptionist's."""
    match outcome:
        case Outcome.MAYBE | Outcome.INTERESTED:
            return mention.exact or mention.span
        case Outcome.GATEKEEPER | Outcome.NO_CONTACT:
            before = text[: mention.start].rstrip(" \t")
            return not before or not before[-1].isalnum()
    return True


def choose(text: str, found: tuple[Mention, ...], outcome: Outcome, called: dt.date) -> Mention | None:
    """The time of the next step that was agreed, or None where the outcome's default counts.

    Args:
        text: the note that ``found`` was read from.
        found: what ``mentions`` gave for it.
        outcome: what happened on the call: it says which kinds of time can be the next step's.
        called: the date of the call.
    """
    prefers = _PREFERS[outcome]
    best: Mention | None = None
    best_rank: tuple[int, ...] = ()
    for mention in found:
        role = mention.role
        if role is Role.EVENT and mention.exact and mention.cue in _STARTS:
            if outcome is Outcome.INTERESTED:
                role = Role.STATED
            elif outcome is Outcome.GATEKEEPER:  # the new buyer starts on the 1st
                role = Role.BACK
        if mention.date is None:
            continue
        if (
            role is Role.EVENT
            and mention.exact
            and outcome is Outcome.APPOINTMENT
            and (mention.date - called).days <= 14
        ):
            role = Role.STATED  # "he'll have the door open for me Thursday": a contract's end is named by its date
        if role not in prefers:
            continue
        if mention.same_day and not _acts_today(mention, outcome):
            continue
        if mention.role is Role.STATED and not mention.cue and not _says_enough(text, mention, outcome):
            continue
        if not mention.sure and (
            outcome not in (Outcome.LATER, Outcome.CALLBACK)
            or mention.vague
            or mention.role not in (Role.NEXT, Role.STATED)
        ):
            continue
        rank = (
            mention.sure,
            not mention.same_day if outcome is Outcome.APPOINTMENT else True,
            mention.exact if outcome is Outcome.APPOINTMENT else True,
            -max(prefers.index(role), mention.vague),
            not mention.clock,
            bool(mention.cue) and mention.cue not in _UNTIL,
        )
        if best is None or rank >= best_rank:
            best, best_rank = mention, rank
    return best
