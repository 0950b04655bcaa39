"""The words beside a time that say what it is the time of: a step of ours, somebody's return, an event of theirs, the past."""

from __future__ import annotations

from sheetsync.model import _Word


class Role(_Word):
    """What a time in a note is the time of."""

    NEXT = "the next step"  # call, ring, try, meet, send ... stand with it
    STATED = "a time named"  # a future time, with nothing beside it that says of what
    BACK = "when they are back"  # somebody is out until then
    EVENT = "when something of theirs happens"  # a contract ends, a budget opens, they decide
    PAST = "in the past"
    DURATION = "how long, how often or how old"
    REFUSED = "a time that does not suit"


#: By names of their own: to look a member up in its class takes longer, and the words of a note are many.
NEXT, STATED, BACK, EVENT, PAST, DURATION, REFUSED = Role

Said = tuple[Role, str]  # a role, and the word that gave it

# --- words that say what a time is the time of -------------------------------------------------------------------

STEPS = frozenset(
    """
    call calls ring try retry rtry agn recall relance phone telephone get resume retake crack dial ping text txt contact reach touch follow fu followup f/u check chase circle reconnect
    revisit catch talk talks speak chat meet meets mtg meeting demo visit appt appointment appoint zoom teams come see booked book
    rebooked scheduled schedule rescheduled resched set lunch coffee again callback cb buzz shout bell tinkle nudge connect discuss
    swing pop drop hassle bother pester send sending quote proposal session workshop survey measure tour intro invite slot diary remind hit
    loop give gives regroup sit walk deliver confirmed pencilled penciled calendar moved pushed bumped fixed arranged offered slotted
    agreed visiting presentation review sign signing kickoff onboarding recontact reapproach resurface prepone preponed
    ask retries redial chk tlk mt kick install test trial look decide decides deciding arrive arrives arriving ready holler facetime received
    expecting-me expects heading find rang-back rendez rendezvous rdv invites invited inviting evaluation inspection walkthrough consult consultation assessment site-visit trying
    """.split()
)
SAYS = frozenset(
    "said says told tell asked mentioned suggested reckons thinks wants wanted promised prefers better best good works "
    "suits fine free available say goes named demanded requested proposed recommended says".split()
)
EVENTS = frozenset(
    """
    renew renews renewal renewals contract contracts lease expires expire expiry expiration ends end's due budget budgets fiscal financial opens
    open starts start begins launches decision terminates runs locked committed policy reviews rollout golive opening
    closing retiring retires leaves leaving finishing finishes stops deadline funding funds money grant year-end board committee agreement warranty quarter-end
    moving merger deal subscription license licence construction project season harvest audit launch event expo show conference
    wedding baby surgery enrollment freeze closes expecting burying funeral inventory
    """.split()
)
#: Of those, the ones that are no reason for somebody to be away.
THEIRS = frozenset(
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
NOT_OUT = frozenset(  # "out" after one of these is no absence
    """
    on reach reached heading head come coming came go goes going went ran check find found run runs running work works worked made make thought sort
    took take figure turned turn fill get getting rule phase carry pull move moving roll rolling bring diary day sold put lay laid
    point watch try trying paid sign send sending drive driving back hang help helped called call wind pay pays cut show
    """.split()
)
#: How somebody said something: with a day in quotes, or right after it, what was said is the time.
CRIES = frozenset(
    "shouted shouts yelled yells hissed hisses whispered whispers cried cries muttered mutters mumbled murmured snapped barked "
    "growled grunted bellowed screamed screeched sighed groaned roared replied answered repeated insisted mouthed croaked "
    "gasped blurted goes went".split()
)
#: Who settles on a day: "gave me the 8th", "picked the 27th", "settled on Monday", "wrote down the 25th".
GIVES = frozenset(
    "gave gives picked picks chose chooses settled settles wrote writes landed plumped opted accepted named shook put puts handed marked".split()
)
UNTIL = frozenset("while till til 'til until untill unti thru through from again".split())
LINKS = frozenset("when once after till til until soon before whenever".split())
_BECAUSE = frozenset("because cuz bc cos coz becuase".split())
PASTS = frozenset(
    """
    called tried rang emailed sent spoke spoken met lost started signed bought retired finished
    switched outsourced ordered renewed installed did hired launched joined founded verified cancelled canceled
    traded passed died expired ended quit dropped chose picked became began ran sold built grew fell
    opened left redid rebuilt broke flew drove kept stuck spent wore outgrew wrote paid won taken seen lvm
    """.split()
)
WEAK_PASTS = frozenset(
    "was were been had got took gave came went saw used keen didn't didnt wasn't wasnt hadn't couldn't weren't".split()
)
_NOT_PAST = frozenset(
    """
    need indeed wanted mentioned suggested promised speed feed exceed interested based locked red bed
    convinced excited stressed planned supposed decided shed seed breed wed hundred tired married bored
    required preferred expected needed advised requested insisted reckoned figured hoped delayed overdue embed
    """.split()
)
REFUSALS = frozenset("not except besides cancelled canceled cxl skip missed instead".split())
_REPLACED = frozenset("meant supposed originally".split())
USUALLY = frozenset(
    "usually any every always typically normally most generally weekdays daily best mornings afternoons evenings days often never only".split()
)
STOPS = frozenset(".!?;\n")
PAUSES = frozenset({",", ":", "-", "–", "—", "(", "but", "so", "/", "="})
_CUES: dict[str, Role | str] = {  # where a word is in two tables, the later line wins
    **dict.fromkeys(EVENTS, EVENT),
    **dict.fromkeys(_OUT, "out"),
    **dict.fromkeys(_BACK, BACK),
    **dict.fromkeys(PASTS, PAST),
    **dict.fromkeys(WEAK_PASTS, "was"),
    **dict.fromkeys(_NOT_PAST, ""),
    **dict.fromkeys(SAYS, "says"),
    **dict.fromkeys(STEPS, NEXT),
    **dict.fromkeys(CRIES, "cries"),
    **dict.fromkeys(GIVES, "gives"),
    **dict.fromkeys(LINKS, "link"),
    **dict.fromkeys(_REPLACED, REFUSED),
    **dict.fromkeys(_BECAUSE, "because"),
    **dict.fromkeys(PAUSES, "pause"),
    **dict.fromkeys(STOPS, "stop"),
    "now": "now",
    "up": "up",
    "back": "back",
    "bk": "back",
    "since": "since",
}


class _CueOf(dict[str, tuple["Role | str", str]]):
    """What each word says of a time after it, "" where nothing, and the word without its ending; words read once are remembered."""

    def __missing__(self, word: str) -> tuple[Role | str, str]:
        said, cue = word, _CUES.get(word)
        if cue is None:
            if word.endswith("ed") and len(word) > 4:
                cue = PAST
            elif len(word) > 3 and word[-2] in "'’":  # opening's
                said = word[:-2]
                cue = _CUES.get(said)
        found = cue or "", said
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MANY_WORDS:
                self.clear()
            self[word] = found
        return found


_LONGEST_WORD, _MANY_WORDS = 40, 20_000
CUE_OF = _CueOf()
