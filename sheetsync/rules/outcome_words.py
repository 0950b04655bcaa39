"""Words of the Outcome column: vendors' pick-lists and reps' shorthands, and the outcome each of them means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from sheetsync.model import Outcome
from sheetsync.rules import when
from sheetsync.settings import folded

#: Sources: pick-lists of HubSpot, Salesforce, Close, Salesloft, Outreach, Gong, SmartReach, VICIdial, NICE CXone, ConnectAndSell, TrackDrive,
#: Noojee, GymLeads, Strada, and what reps write in their place. One outcome a block; words are compared without case, spaces and punctuation.
_WORDS: dict[Outcome, str] = {
    Outcome.APPOINTMENT: """
        appointment; appt; apt; appts; appmt; appointment set; appt set; apt set; appointment booked; appt booked; booked an appointment; booked appt
        appointment scheduled; appt scheduled; appointment made; appt made; set appointment; set appt; set an appointment; got appointment
        appointment confirmed; appt confirmed; appointment agreed; meeting; meeting booked; meeting set; meeting scheduled; meeting confirmed
        meeting arranged; meeting agreed; mtg; mtg booked; mtg set; mtg scheduled; booked meeting; booked a meeting; set meeting; answered meeting set
        scheduled meeting; demo; demo set; demo booked; demo scheduled; demo confirmed; demo agreed; booked demo; scheduled demo; set demo; visit; visit booked
        visit agreed; visit set; visit scheduled; site visit; site visit booked; site survey booked; survey booked; walkthrough; walkthrough set; walkthrough booked; booked; appointed
        rebooked; meeting rescheduled; appointment rescheduled; demo rescheduled; consultation booked; consult booked; consultation scheduled; call booked; call scheduled with purpose
        intro booked; intro call booked; discovery booked; discovery call booked; discovery scheduled; tour booked; tour scheduled; zoom booked; zoom set; zoom scheduled; teams call booked
        meet; f2f; f2f booked; face to face; face to face booked; in person meeting; converted to meeting; sql meeting; meeting accepted; calendar invite sent; invite sent
        termin; termin vereinbart; termin gebucht; rdv; rdv pris; rendez vous; rendezvous; rendez vous pris; rendez vous fixe; cita; cita concertada; cita agendada; reunion; reunion agendada; appuntamento
        spotkanie; spotkanie umowione; umowione spotkanie; umowiony; afspraak; afspraak gemaakt; reuniao; reuniao marcada; visita; visita concertada; besuch; besuch vereinbart; tour; appointment fixed; appt fixed; meeting fixed; demo fixed; visit fixed
    """,
    Outcome.INTERESTED: """
        interested; very interested; interest; hot; hot lead; warm lead hot; qualified; sales qualified; speak to sales qualified; sql; opportunity; opp; opportunity created
        trial; trial started; started a trial; started trial; free trial; trial requested; signed up; sign up; signup; sale; sale made; sold; sold it;  closed won; won; deal; deal closed; signed
        contract signed; contract sent; commitment; committed; wants quote; quote requested; quote; quote wanted; requested quote; asked for quote; asks for quote; proposal; proposal requested; wants proposal
        quote sent; proposal sent; pricing sent; estimate sent; send proposal; send quote; send pricing; wants pricing; pricing requested; price requested; requested pricing; quote needed; needs quote; needs proposal; quotation; quotation asked; quotation required; requirement; sample requested; samples; samples requested
        order; ordered; order placed; po; po received; verbal yes; yes; yes please; positive; positive interest; ready to buy; ready to start; go ahead; lets do it; great call interested; keen; converted; conversion;  customer
        devis; devis demande; demande de devis; interesse; interessiert; interessato; interesada; interesado; interessado; zainteresowany; zainteresowana; angebot; angebot gewunscht; angebot angefragt; angebot erwunscht; oferta; presupuesto; pide presupuesto; quiere presupuesto; preventivo; offerte; offerte gevraagd; geinteresseerd; vendu; verkauft; akkoord; accord; de acuerdo; va bene; zgoda; gekauft; bestellt; commande
    """,
    Outcome.LATER: """
        later; later in year; later this year; bad timing; timing; wrong timing; timing issue; timing issues; not interested timing issues; not interested timing; not interested bad timing; not ready; not ready yet; future; future interest; future opportunity; future lead; future follow up
        nurture; nurture later; long term nurture; long term; longterm; follow up later; followup later; call later; later date; talk later; recycle; recycled; recycle later; revisit; revisit later; next year; next quarter
        next season; on hold; timing not right; timing wrong; not the right time; postponed; deferred; delayed; parked; park; later on; down the road; pipeline later; in contract; under contract; contract renewal; renewal; call at renewal
        spater; plus tard; mas tarde; mas adelante; pozniej; in futuro; piu tardi; mais tarde; depois; reprospect; long term follow up; cold nurture; wiedervorlage
    """,
    Outcome.FIRM_NO: """
        not interested; uninterested; no interest; ni; not int; not intrested; no thanks; no thank you; no; nope; firm no; hard no; flat no; definite no; absolute no; nah; no sale; no go; no deal; no need; no needs; no requirement; no requirements; not needed; not required
        no budget; no money; cannot afford; cant afford; too expensive;  price too high;  bad fit; no fit; not a fit; not fit; poor fit; wrong fit; not qualified; unqualified; disqualified; dq; not a prospect; not a match; unsuitable; does not qualify; doesnt qualify
        using competitor; uses competitor; competitor; went with competitor; went with a competitor; lost to competitor; with competitor; chose competitor; has a solution; has solution; already has solution; already have solution; already has provider; has provider; has supplier; happy with current; happy with current provider; happy with current supplier; happy with current vendor; happy where they are; existing supplier; existing vendor; already has; already using; in house; does in house; has a vendor
        refusal; refused; declined; decline; declined sale; dec; rejected; reject; rejection; lost; closed lost; dead; dead lead; pitch no sale; pns; not interested hang up; not interested hung up; pass; passed; turned down; said no; not buying; not for us; not for me; negative; no opportunity; no use; no potential; not keen; no way; never;  out of business no; contacted not interested; spoke not interested; ko
        kein interesse; kein bedarf; keine interesse; pas interesse; pas interessee; pas interessé; refus; no le interesa; no interesa; no interesado; no interesada; niezainteresowany; nie zainteresowany; niezainteresowana; nie; nein; non; non interessato; nao interessado; geen interesse; odmowa; brak zainteresowania
    """,
    Outcome.MAYBE: """
        maybe; maybe later; perhaps; possible; possibly; follow up; followup; f u; fu; fup; follow up required; follow up needed; needs follow up; follow-up; followup needed; thinking; thinking it over; thinking about it; think about it; still thinking; said they are still thinking; wants to think; considering; undecided; unsure; not sure; deciding; pending; pending decision; decision pending; awaiting decision
        info sent; information sent; sent info; sent information; send info; send information; send details; info requested; information requested; requested info; requested information; more info; more information; wants info; wants more info; wants information; asked for info; interested send info; interested need info; interested send information; send email; send an email; send brochure; brochure sent; sent brochure; literature sent; send literature; email sent; email info; emailed info; emailed; sent email; send me info; mail sent; details sent
        info; brochure; brochures; not at this time; not at the moment; not today; not concluded; inconclusive;  left open; on the fence; lukewarm; soft maybe; soft yes; soft no; hesitant; nurture; in progress; evaluating; reviewing; under review; reviewing info; in discussion; discussing; will think; will consider; will get back; will call back if interested; will let us know; let me know; wait and see;  50 50; so so;  tbd; undecided thinking
        vielleicht; peut etre; quizas; quiza; tal vez; forse; moze; misschien; talvez; uberlegt; uberlegt noch; denkt nach; reflechit; a reflechir; en reflexion; lo piensa; lo pensara; ci pensa; zastanawia sie; info schicken; unterlagen gesendet
    """,
    Outcome.CALLBACK: """
        callback; call back; call back later; cb; c b; cbk; callbk; clbk; call bk; callback requested; call back requested; requested callback; requests callback; callback scheduled; call back scheduled; scheduled callback; callback set; cbhold; callback later; callback needed; call again; call him back; call her back; call me back; call back please; ring back; ringback; rang back; ring again; try again; try later; try again later; busy call back; busy cb; busy callback; busy call later; reschedule; rescheduled call; could not talk; cant talk; couldnt talk; not available callback; bad time; bad moment; caught at bad time; in a meeting; in meeting; driving; wants callback; asked for callback; please call back; retry
        ruckruf; ruckruf erbeten; zuruckrufen; rappeler; a rappeler; llamar luego; llamar mas tarde; llamar otra vez; llamar de nuevo; nochmal anrufen; noch mal anrufen; zadzwonic ponownie; call tomorrow; call today; ring tomorrow; ring later today; volver a llamar; rellamar; richiamare; da richiamare; oddzwonic; oddzwonić; terugbellen; ligar depois; retornar
    """,
    Outcome.GATEKEEPER: """
        left message w person; left message with someone; left message w someone; left msg with person; left msg w person; lm w person; left live msg; not the dm; not the decision maker; left message with family; gatekeeper; gate keeper; gk; gkeeper; gatekeeper information passed; gatekeeper info passed; gatekeeper access denied; gatekeeper blocked; gatekeeper message; gk message; gk block; gk blocked; blocked by gatekeeper; left live message; left word; live message; left message live; left message with gatekeeper; left message with receptionist; left message with secretary; left message with assistant; left msg w receptionist; left message with person; message with receptionist; message taken; took message; took a message
        bad persona; wrong persona; wrong contact; wrong person; answered wrong contact; answered wrong contact referral; gave referral; referral; referred; referred to someone else; referred elsewhere; not decision maker; not the decision maker; not dm; non dm; not a decision maker; not interested not decision maker; not interested not dm; ni not dm; not interested not the decision maker; not right person; not the right person; wrong department; wrong dept; spoke to assistant; spoke with assistant; spoke to receptionist; spoke with receptionist; spoke to pa; spoke to secretary; spoke w receptionist; receptionist; reception; front desk; secretary; assistant; pa; admin; dm not available; dm unavailable; dm not in; dm out; decision maker not available; decision maker unavailable; decision maker not in; decision maker out; dm busy; transferred; stonewalled; screened; screener; third party contact; spoke to colleague; spoke to caretaker; spoke to wife; spoke to spouse; spoke to staff; person not available; contact not available
        sekretariat; sekretarin; vorzimmer; standard; standardiste; secretaire; barrage; barrage secretaire; recepcion; recepcionista; secretaria; segretaria; sekretarka; recepcja; receptie; empfang; accueil
    """,
    Outcome.NO_CONTACT: """
        no answer; na; n a; nans; no ans; noanswer; no pickup; no pick up; didnt pick up; did not pick up; no response; no reply; not answered; unanswered; no contact; not reached; unable to reach; couldnt reach; could not reach; not reachable; unreachable; out of coverage; switched off; phone off; phone switched off; mobile off; not picking; not picking up; rnr; ringing; ringing no response; rang out; ring out; rings out; ring no answer; rna; n b; b; a; aa; al; am
        ans machine; answer machine; hung up on me; busy; busy signal; busy tone; line busy; engaged; engaged tone; lvm; vm; left vm; left voicemail; left voice mail; left a voicemail; voicemail; voice mail; vmail; voicemail left; vm left; left vmail; vm answer; vmail left; went to voicemail; went to vm; reached voicemail; hit voicemail; got voicemail; lm; l m; lvmm; left message; left msg; left a message; message left; vm full; voicemail full; mailbox full; no voicemail; no vm; no message; no message left; answering machine; answer machine; answerphone; ansaphone; am left; machine; auto attendant; autoattendant; auto attendant ivr; ivr; phone tree; dead air; silence; blocked; error; abandoned;  dropped; dropped call; call dropped; call failed; failed;   no show voicemail; hung up; hang up; hangup; hungup; hung up refused to talk; refused to talk; immediate hang up; hu; h u; ooo; out of office; on vacation; on holiday; on leave; away; not in; not there; not available; unavailable; no one; nobody; no connect; not connected; didnt connect; call rejected; rejected call; missed; attempted; attempt; tried; vm drop; dropped vm; spam blocked; call screened; disconnected mid call; no dial tone; cut off; call cut
        messagerie; repondeur; pas de reponse; boite vocale; absent; absente; occupe; buzon; buzon de voz; no contesta; no responde; sin respuesta; comunica; comunicando; ocupado; mailbox; anrufbeantworter; besetzt; nicht erreicht; nicht erreichbar; keine antwort; ab; segreteria; segreteria telefonica; non risponde; occupato; poczta glosowa; nie odbiera; zajete; brak odpowiedzi; geen gehoor; in gesprek; bezet; caixa postal; nao atende
    """,
    Outcome.BAD_NUMBER: """
        wrong number; wrong no; wrong num; wrong nbr; wrong; wrong #; bad number; bad #; bad no; bad num; bad; invalid number; invalid; incorrect number; not in service; no longer in service; out of service; nis; disconnected; wn; disconnected number; disco; discon; dc; number disconnected; dead number; number dead; dead line; line dead; dead #; fax; fax number; fax machine; fax tone; fax line; number changed; changed number; number not working; not working; number does not exist; does not exist; doesnt exist; nonexistent; unallocated; not valid; number invalid; number not valid
        no longer with company; no longer w company; no longer with co; no longer there; no longer at company; no longer works there; no longer employed; left company; left the company; left organisation; left the organisation; left organization; left job; person left; contact left; not there anymore; doesnt work there; does not work there; not with company; not with the company; retired; resigned; deceased; moved on; company closed; closed down; out of business; business closed; went out of business; shut down; duplicate wrong number; wrong company; bad data; bad contact info; wrong info
        falsche nummer; nummer falsch; numero errone; faux numero; mauvais numero; numero equivocado; numero errado; numero sbagliato; zly numer; pomylka; bledny numer; verkeerd nummer; kein anschluss; no existe; hors service; non attribue; numero inexistente
    """,
}

#: Words that mean that nobody may call again: a firm no, and it sticks to the prospect (RULES 4).
_DO_NOT_CALL = """
    dnc; d n c; dncl; dncr; do not call; do not call again; do not call list; dnc list; do not contact; dont call; dont call again; dont contact; add to dnc; add to do not call; added to dnc; dnc request; dnc requested; put on dnc; on dnc; internal dnc; national dnc
    connected do not call request; do not call request; do not call requested; connected do not call; not interested dnc; ni dnc; ni do not call; no dnc; remove; removed; remove me; remove from list; removed from list; take off list; taken off list; off list; unsubscribe; unsubscribed; opt out; opted out; stop calling; stop; never call; never call again; blacklist; blacklisted; nie dzwonic; nicht anrufen; nicht mehr anrufen; ne plus appeler; ne pas rappeler; no llamar; no llamar mas; non chiamare; opposition; robinson; tps; ctps
"""

#: Words that say that a call was made, and nothing of what happened: the notes decide.
_SAYS_NOTHING = """
    connected; connect; answered; answer; completed; complete; held; done; spoke; spoken; spoke to; spoke with; talked; talked to; conversation; conversation held; had conversation; call; called; call made; calls; call completed; call held; outbound; outbound call; inbound; inbound call; dialed; dialled; human answered; human; live; live answer; live call; live conversation; picked up; reached; contacted; contact made; contact; made contact; logged; other; misc; see notes; see note; notes; note; yes connected; ok; okay; good; good call; great; great call; nice; nice call; great conversation; good conversation; long call; short call; n/k; unknown; none; phone; phone call; x; dm; spoke to dm; spoke with dm; spoke w dm; reached dm; decision maker; dm reached; dm contact; owner; gesprochen; erledigt; erreicht; joint; appel; hecho; llamada; rozmowa; gesproken; fatto; result; outcome; disposition; tbc; update; updated; prospect; lead; new; existing; email; text; linkedin; meh call; warm; warm lead; rappel; rescheduled; not now; not right now; hmm; meh
"""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of an Outcome cell mean; ``outcome`` is None where they say nothing of it."""

    outcome: Outcome | None
    do_not_call: bool = False
    vendor: str = ""  # the word of our table that it was read as
    among: frozenset[Outcome] = frozenset()  # what the notes may say instead, where the word leaves it open


#: Words that leave more than one thing open: what the notes may say instead. Alone they mean what the tables above say.
_LEAVES_OPEN: dict[str, frozenset[Outcome]] = {
    "nurture": frozenset({Outcome.LATER}),
    "hot": frozenset({Outcome.APPOINTMENT, Outcome.LATER}),
    "hot lead": frozenset({Outcome.APPOINTMENT, Outcome.LATER}),
    "left message": frozenset({Outcome.GATEKEEPER}),
    "message left": frozenset({Outcome.GATEKEEPER}),
    "left msg": frozenset({Outcome.GATEKEEPER}),
    "lm": frozenset({Outcome.GATEKEEPER}),
    "wrong person": frozenset({Outcome.BAD_NUMBER}),
}


def _split(words: str) -> list[str]:
    return [word.strip() for line in words.strip().splitlines() for word in line.split(";") if word.strip()]


def _table() -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for word in _split(_SAYS_NOTHING):
        found[folded(word)] = Meaning(None, vendor=word)
    for outcome, words in _WORDS.items():
        for word in _split(words):
            found[folded(word)] = Meaning(outcome, vendor=word)
    for word, among in _LEAVES_OPEN.items():
        found[folded(word)] = replace(found[folded(word)], among=among)
    for word in _split(_DO_NOT_CALL):
        found[folded(word)] = Meaning(Outcome.FIRM_NO, True, word)
    return found


TABLE: dict[str, Meaning] = _table()

_FUZZY = sorted(word for word in TABLE if len(word) >= 6)
_CLOSE = 86  # of 100 (Indel); "intrested" and "interested" are 95, "interested" and "not interested" are 87 and differ in length by three
_NEGATING = ("not", "no", "dont", "cant", "un", "never", "non")


def _same_sign(one: str, other: str) -> bool:
    """Whether a word and its likely correction agree on being a "no": one letter must never turn a yes round."""
    return one.startswith(_NEGATING) == other.startswith(_NEGATING)


@lru_cache(maxsize=4096)
def _known(word: str) -> Meaning | None:
    if word in TABLE:
        return TABLE[word]
    if len(word) < 6:
        return None
    best = process.extractOne(word, _FUZZY, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    if best is None or best[0][0] != word[0] or abs(len(best[0]) - len(word)) > 2 or not _same_sign(word, best[0]):
        return None
    return TABLE[best[0]]


#: Words whose parts are looked up one by one, the first known one deciding: "Connected - Meeting booked", "NI / competitor".
_JOINTS = ("–", "—", "-", "/", ":", "|", ";", ",", ".", "(", ")", "!", "?", "+", "&", "\n")


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, ...]:
    for joint in _JOINTS:
        text = text.replace(joint, "\n")
    return tuple(part for part in (piece.strip() for piece in text.split("\n")) if part)


_NO_TIME = frozenset({"dec"})  # declined, as a dialler has it, and not December


@lru_cache(maxsize=4096)
def may_name_a_time(text: str) -> bool:
    """Whether the words of an Outcome cell may name a time beside what happened: "Later - June"."""
    return folded(text) not in _NO_TIME and bool(when.mentions(text, dt.date(2026, 3, 4)))


def read(text: str, own: Mapping[str, Outcome | None]) -> Meaning | None:
    """What the words of an Outcome cell mean, or None where they are not known. The coach's own words win.

    Typing errors are forgiven in words of six letters and more.
    """
    return _read_known(text) if not own else _read(text, own)


def whole(text: str, own: Mapping[str, Outcome | None]) -> Outcome | None:
    """What a note says that is nothing but one such word ("Interested", "follow up"), None where it is more or leaves more open.

    A word of bad timing is none: in the notes it wants a time beside it (RULES 1).
    """
    word = folded(text)
    if word in own:
        return own[word]
    meaning = TABLE.get(word)
    return None if meaning is None or meaning.among or meaning.outcome is Outcome.LATER else meaning.outcome


@lru_cache(maxsize=4096)
def _read_known(text: str) -> Meaning | None:
    return _read(text, {})


def _read(text: str, own: Mapping[str, Outcome | None]) -> Meaning | None:
    word = folded(text)
    if not word:
        return None
    if word in own:
        return Meaning(own[word], vendor=text)
    found = _known(word)
    if found is not None:
        return found
    if "/" in text and len(word) <= 3:
        return None
    said_nothing: Meaning | None = None
    decided: Meaning | None = None
    for part in _parts(text):
        piece = folded(part)
        meaning = Meaning(own[piece], vendor=part) if piece in own else (_known(piece) if len(piece) >= 2 else None)
        if meaning is None:
            continue
        if meaning.do_not_call:
            return meaning
        if meaning.outcome is None:
            said_nothing = said_nothing or meaning
        elif decided is None:
            decided = meaning
    return decided or said_nothing
