"""Whom the rep spoke with, and whether that person decides (RULES 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sheetsync.model import DecisionMaker
from sheetsync.rules.text import Hit, Note, folded_word

_YES, _NO, _UNKNOWN = DecisionMaker.YES, DecisionMaker.NO, DecisionMaker.UNKNOWN

#: Words that make a title one of somebody who does not decide, whatever else stands in it ("assistant to the president").
_NOT_DECIDING = frozenset(
    """
    assistant asst assistante asistente assistent assistentin secretary sec secretaire sekretarin sekretarka secretaria segretaria receptionist reception
    recept rcpt coordinator coord intern trainee apprentice temp clerk pa ea admin operator stagiaire doorman gatekeeper gk front desk frontdesk switchboard
    volunteer co-ordinator caretaker spouse janitor cleaner guard security nurse hygienist technician tech dispatcher cashier waiter waitress barman barmaid host hostess
    foreman driver mechanic teacher student analyst specialist associate rep representative agent buyer bookkeeper accountant accounts wife husband son daughter
    brother sister mother father mum mom dad girlfriend boyfriend relative colleague coworker employee staff worker hand help lad girl boy kid guy gal
    porter concierge housekeeper labourer labor laborer junior deskperson desk csr support helpdesk answering machine service voicemail line ivr
    engineer developer designer consultant officer executive exec supervisor scheduler estimator superintendent helper hired nephew niece aunt uncle
    cousin neighbour neighbor tenant mate standardiste standard receptie recepcja empfang telefonistin telefonist portero conserje vrouw man frau ehefrau ehemann mujer marido femme mari
    zona maz shift part-timer parttimer bloke woman lady wifey hubby missus sales salesman saleswoman salesperson buyer's 2ic second teamlead lead
    """.split()
)

#: Titles of those who decide.
_DECIDING = frozenset(
    """
    owner owners coowner co-owner founder fondateur fondatrice cofounder co-founder partner partners president pres ceo cfo coo cto cio cmo cro chro ciso cpo cso cdo cao cxo clo vp svp evp avp
    director directors dir directora direktor directeur directrice direttore direttrice dyrektor direktorin diretor diretora principal prin proprietor proprietress md chief chairman chairwoman chairperson chair
    landlord landlady gerant gerante presidente prokurist jefe jefa gerente titulaire titolare patron patronne inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin propietario propietaria proprietaire proprietario wlasciciel wlascicielka prezes
    eigenaar eigenaresse chef socio socia associe associee dueno duena dono dona leiter leiterin vorstand pdg dg gf administrateur boss gaffer dean
    trustee publican hoofd rector vicar headmaster headmistress headteacher provost bursar superior abbot abbess rabbi pastor priest ed gm publisher restaurateur freeholder
    managing ceo/owner owner/ceo sole selfemployed self-employed farmer matron
    """.split()
)

#: "Officer" and "executive" alone do not decide; with one of these before them they do.
_CHIEF = frozenset(
    {"chief", "managing", "executive", "general", "medical", "head", "lead", "senior", "regional", "practice"}
)

#: Titles that decide only where the notes say so.
_UNCLEAR = frozenset(
    """
    manager mgr mngr controller comptroller superintendent buyer purchaser administrator einkaufer trainer intendant purchasing procurement lead supervisor dentist doctor dr physician vet optometrist pharmacist
    optician lawyer attorney solicitor architect chef pastor priest minister captain sergeant warden registrar teacher professor commander ranger
    bursar accountant member fellow leader hr steward
    """.split()
)

#: People who do not decide for themselves, however grand: "HR business partner", "channel partner".
_NOT_PARTNER = re.compile(
    r"\b(hr|human resources|talent|people|it|finance|business|channel|account|delivery)\s+(business\s+)?partner\b|\bpartner\s+(manager|success|relations)\b"
)
_TO_SOMEBODY = re.compile(
    r"\b(assistant|asst|secretary|sec|pa|ea|p\.a|e\.a|aide|deputy assistant|admin|office)\b.*\b(to|of|for)\b"
)
_DIRECTOR_OF_FIRST = re.compile(r"\bdirector of first impressions\b")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_FEW_WORDS = 12
_DEPARTMENTS = frozenset(
    {"purchasing", "procurement", "accounts", "accounting", "accounts payable", "finance", "payroll", "hr", "human resources", "it",
     "sales", "marketing", "operations", "dispatch", "shipping", "facilities", "maintenance", "customer service", "support", "legal"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """What a *Spoke with* cell says: whether such a person decides, and how to name him in a sentence."""

    decides: DecisionMaker
    who: str = ""
    title: bool = False  # a title or role was recognised, and not only a name


@lru_cache(maxsize=8192)
def role(spoke_with: str) -> Role:
    """The role that a *Spoke with* cell names; unknown where it names a person, or a title that may or may not decide."""
    text = " ".join(spoke_with.split())[:120]
    words = [folded_word(word).replace(".", "") for word in _WORD.findall(text)][:_FEW_WORDS]
    if not words:
        return Role(_UNKNOWN)
    plain = " ".join(words)
    who = _named(text, words)
    if _NOT_PARTNER.search(plain) or _TO_SOMEBODY.search(plain) or _DIRECTOR_OF_FIRST.search(plain):
        return Role(_NO, who, True)
    if "office manager" in plain or "practice manager" in plain:
        return Role(_UNKNOWN, who, True)
    if (
        "general manager" in plain
        or "managing director" in plain
        or "vice president" in plain
        or "executive director" in plain
    ):
        return (
            Role(_YES, who, True)
            if not {"assistant", "asst", "secretary", "pa", "ea"} & set(words)
            else Role(_NO, who, True)
        )
    decides = [word in _DECIDING for word in words]
    if "head" in words and (words[-1] == "head" or "of" in words or "teacher" in words):
        decides[words.index("head")] = True
    refuses = [word in _NOT_DECIDING for word in words]
    if any(refuses):
        first_no, first_yes = refuses.index(True), decides.index(True) if any(decides) else -1
        hard = words[first_no] in {
            "assistant",
            "asst",
            "secretary",
            "sec",
            "pa",
            "ea",
            "receptionist",
            "reception",
            "intern",
            "coordinator",
            "coord",
            "clerk",
            "gatekeeper",
            "gk",
        }
        if first_yes >= 0 and (
            not hard
            or "owner" in words
            or words[0] in {"owner", "founder", "ceo", "president", "proprietor", "coowner"}
        ):
            return Role(_YES, who, True)
        if set(words) & _UNCLEAR and not hard:
            return Role(_UNKNOWN, who, True)
        return Role(_NO, who, True)
    if any(decides):
        return Role(_YES, who, True)
    if set(words) & _UNCLEAR:
        return Role(_UNKNOWN, who, True)
    if len(words) >= 3 and "of" in words and words[0] in {"head", "director", "chief", "vp"}:
        return Role(_YES, who, True)
    return Role(_UNKNOWN, _name(text))


def _named(text: str, words: list[str]) -> str:
    """A title with its article, in lower case but for abbreviations; a department has none."""
    plain, shown = " ".join(words), []
    for word in text.strip(" .,").split():
        letters = word.strip(".,()/")
        shown.append(word if letters.isupper() and len(letters) <= 5 else word[:1].lower() + word[1:])
    said = " ".join(shown)
    if len(words) == 1 and words[0] in PEOPLE:
        return PEOPLE[words[0]]
    return said if said[:4].lower() == "the " or plain in _DEPARTMENTS else f"the {said}"


def _name(text: str) -> str:
    return text if text[:1].isupper() and len(text) <= 40 else ""


def from_notes(note: Note) -> tuple[DecisionMaker, Hit | None]:
    """Whether the notes say that the person decides; the phrase that says so. The strongest wins, then the last."""
    best: Hit | None = None
    for hit in note.hits:
        if hit.phrase.layer == LAYER and (best is None or hit.phrase.weight >= best.phrase.weight):
            best = hit
    if best is None:
        return _UNKNOWN, None
    return {"decides": _YES, "not": _NO}.get(best.phrase.sign, _UNKNOWN), best


LAYER = 1

#: People that the notes may name, as the sentence in Why has them.
PEOPLE: dict[str, str] = {
    "pa": "the PA", "ea": "the EA", "ceo": "the CEO", "cfo": "the CFO", "coo": "the COO", "cto": "the CTO", "md": "the MD",
    "gk": "the gatekeeper", "reception": "the receptionist", "recep": "the receptionist", "rcpt": "the receptionist",
    "asst": "the assistant", "desk": "the front desk", "receptionist": "the receptionist", "secretary": "the secretary",
    "assistant": "the assistant", "owner": "the owner", "founder": "the founder", "proprietor": "the proprietor",
    "president": "the president", "director": "the director", "manager": "the manager", "wife": "the wife", "husband": "the husband",
    "son": "the son", "daughter": "the daughter", "colleague": "a colleague", "caretaker": "the caretaker", "clerk": "the clerk",
    "technician": "the technician", "foreman": "the foreman", "apprentice": "the apprentice", "bookkeeper": "the bookkeeper",
    "nurse": "a nurse", "operator": "the operator", "landlord": "the landlord", "chairman": "the chairman", "principal": "the principal",
    "volunteer": "a volunteer", "guard": "the guard", "tenant": "the tenant", "cleaner": "the cleaner", "partner": "a partner",
}  # fmt: skip

#: Weights of a phrase in the notes: a title that is only named, what he does, and that he decides in so many words.
TITLE, SURE = 1, 3

#: What the notes say of the person spoken with. The same language as the other phrases.
TABLE: dict[tuple[str, int], str] = {
    ("decides", 3): """
        {he} {have}? final|full say|authority|decision|call|word
        {he} make|makes|making|made the|all|every|those|these|that|any call|calls|decision|decisions
        makes the|all|every|those|these|her|his call|calls|decision|decisions
        {he} decide|decides|deciding
        and decides|signs
        {he} sign|signs|signing off|on|the|for|everything|them
        signs off on|anything|it|everything|for
        {he} approve|approves
        {he} {is}? the? one who|that|deciding|approves|to decide|decides|approves|signs|deciding|say
        {he} is the? one deciding
        the one who|that approves|decides|signs
        final say|decision {is} his|hers
        {is} {his}|hers|mine call|decision|to make
        its his|her|my call|decision|baby|money|name
        his|her|my call|decision alone|nobody|to|on|entirely
        {is} {his} call
        nobody|none over|above him|her|them
        no one over|above him|her|them
        doesnt|dont need|have|answer to|anyones|anybodys|anyone|nobody ask|approval|permission|anyone|anybody
        {he} started|founded|bought|built the|it|this company|business|firm|shop|practice|place|in
        founder|owner|founded
        owner|founder|proprietor|president|ceo|cfo|director|md|principal|boss himself|herself|direct|directly|answered|picked|said|says|told|on|was|took|is|wants|asked|agreed|personally|gave|goes
        spoke|talked|got|reached|chatted|spoken|speaking|had|caught|met|through to|with|w|the|hold|directly? of|with|to|the? the|its? owner|founder|proprietor|ceo|cfo|president|md|principal|director|boss|gaffer|vp|coo|cto|partner|chairman
        {he} hold|holds|holding|controls|control the|all purse|strings|budget|checkbook|chequebook|purchasing|spending|money|decisions
        holds the purse|budget
        holding the purse
        {he} run|runs the|this|all|vendor|her|his|own|it|purchasing|whole show|place|company|vendor|shop|business|practice|vendors|everything|purchasing|own|decisions|it|operation
        runs all|the vendor|show|purchasing
        has full|final|sole|the say|authority|signing|last
        full|final|sole|signing|last authority|say|signature|word
        {he} is|does|do|handle|handles all|the|every buying|purchasing|ordering|vendor|insurance|decisions
        does all the|his|her? buying|purchasing|ordering
        handles|handle all|the _? and decides
        is the boss|owner|founder|dm|decider|director|proprietor|principal|buyer|president|ceo
        {he} {is} the|a|co sole|only|co? boss|owner|dm|decider|proprietor|coowner|president|ceo|founder
        decision maker on|confirmed|himself|herself|answered|spoke
        spoke to|w|with the? dm|decision
        got the? dm
        dm on|picked|answered|said|says|confirmed
        his|her name over|on|above the
        name over|above the door
        took|takes|took|taken the decisions|over when|from|the
        now she|he takes|decides|runs|takes
        only taking the decision
        buck stops with
        doesnt|dont answer to anyone
        my|its|his|her own business|company|money|shop|firm|cheque|check|checkbook
        its|thats|on|with|over|for his|her|my business|company|money|firm|cheque|check|checkbook
        sole|one man|woman|proprietor|trader|owner|band|show|show
        it|that belongs to him|her
        he alone|only decides
        up to him|her
        can sign
        signed for it
        i|she|he decide|decides alone|myself|herself|himself
        no|doesnt board to|need
        without asking anyone|anybody
        gets to decide
        has the authority|budget|checkbook|last
        co owner
        coowner
        has the power|right for|to? sign|decide
        nobody|noone|no checks|overrules|argues
        one who|whod|that|thatd|to sign|decide|pick|choose|buy|approve
        he|she buys the|all
        its|it his|her|is? name|place|shop over|on|now|and
        say so|yes|decision|choice|call|money|budget|purse|verdict|last {is}|rests|lies his|hers|mine|with|in alone|him|her|hand|hands?
        say so is his|hers
        on {his} own say|authority|signature|nod|account|bat|hook|word so?
        has|have|with|holds|got the|his|her? signature|signing|signatory of|for|on|over|power|authority|rights|up everything|all|anything|to|the|money|contracts|accounts
        signature of everything|all|anything
        signs|approves|spends|buys|orders|decides|sign|approve|spend|order everything|anything|all|whatever? up|under|below|over|alone|himself|herself|solo to|of|#|a|five|ten|six|two
        can|may|could|is sign|approve|spend|order|buy|decide|authorise|able|free anything|everything|it|to|alone|on|up|this? sign|spend|under|up|below|his|her|on|himself|herself|alone to|own|#|five|ten
        nobody|noone|none else signs|decides|touches|pays|holds|writes|approves|orders|has
        no one else signs|decides|touches|pays|holds|writes|approves|orders|has
        answers|answer for|to every|the|all|each|nobody|noone|none|himself|herself|god|no penny|cent|dollar|pound|euro|rupee|book|books|but|man|one|money
        answers to nobody|noone|himself|herself|god
        all|the|every|whole? spending|purchasing|buying|purse|budget|money|decisions|accounts|cheques|purse {is}|are|rests|lies|sits|stays in|with his|her hands|hand|lap|gift|pocket|alone
        in his|her hands
        but|and|so|because|cause|since he|she pays|chooses|approves|commands
        he|she has|keeps the|his|her cheque|check|chequebook|checkbook|purse|cashbox|stamp|seal book? in|under|of|and
        leaves|leave|left him|her it|everything|all to it|her|him|decide
        leaves her|him to it
        am|is the budget|committee|law|department|board
        takes|take|asks|ask|consults|consult|shares|share|needs|answers it|this|that? with|to|of|from? nobody|noone|nobodys
        asks|asked|needs nobody|noone|nobodys
        picks|chooses|buys|orders|selects|decides|signs|pays|approves the|this|these|all|her|his|every? software|system|vendors|suppliers|kit|equipment|machines|stuff|vendor|supplier|scrubs|it|everything|things|food|wine|linen himself|herself|alone
        commands|rules|governs|reigns here|alone|everything
        wears the trousers|pants
        buck stops here|with|there|at
        head of the? family|house|household|clan|table|firm|business
        his|her|my own boss|master|gaffer|guvnor
        works|work for himself|herself|myself
        self employed
        sole director|trader|trustee|proprietor|owner|practitioner|principal|partner|manager
        owner operator|manager|driver|chef|operated
        one man|woman|girl band|operation|company|shop|show|firm|business
        boss|chief|gaffer|patron|patronne around here|there|himself|herself
        he|she is|was the one whose|with name|pen|cheque|money|purse
        only one|person|signature that|who|needed|required counts|matters|signs|decides|is|needed
        his|her word|nod|signature is|was law|enough|final|all|sufficient
        inherited|founded|started|built|bought|opened the|it|this|her|his company|business|firm|farm|mill|shop|practice|herself|himself|alone
        new|real|actual|true|sole owner|proprietor|boss|chief|patron|decider|president|director is|was? he|she|him|her|himself|herself
        the one|person|man|woman to ask|convince|please|decide|persuade
    """,
    ("decides", 1): """
        owner|founder|ceo|cfo|coo|cto|proprietor|proprietress|landlord|chairman|president|director|md|principal|publican
        vice|general president|manager
        managing director|partner
        general manager
    """,
    ("unsure", 4): """
        no|not idea|clue|sure if|whether|who|what|of|about he|she|they|his|her|him?
        {dont} know|knew|ask|catch|get|learn|say if|whether|who|what|his|her he|she|the|role|title|position|is?
        didnt|couldnt|forgot|dare to? ask|catch|get|find if|whether|his|her|out|who
        could not|couldnt ask his|her
        dont|didnt know the? position|role|title
        dare to ask
        i suppose|guess|think that? he|she is|owns|commands|decides
    """,
    ("decides", 2): """
        {he} own|owns|owned it|the|both|this|that|all|everything|half|two|three|a|and
        runs|run|owns|own|bought|inherited|built|founded|started the|it|this|that|his|her|joint|all|both joint|place|shop|business|company|outfit|yard|firm|farm|show|co|pub|school|kitchen|fleet|restaurant|practice|himself|herself|it|whole|outright
        owns it|both|everything|the|two|three|half|all|them
        does|do in fact own
        own it fifty|50|jointly|together|outright|between|half
        is the|a? boss|chief himself|herself|of|here|there|and|up
        hes|shes|is|be|alone the boss|owner|proprietor|chief|ceo|cfo|md|president|founder|principal
        picks|pick|chooses|choose the|all|every|her|his vendor|vendors|carriers|contractors|copiers|suppliers|software
        picks all
        one who|that|to picks|sign|signs|decide|decides|deciding|chooses|approves|id|hed|shed sign|alone?
        who alone decides
        alone decides
        decides|decide everything|alone|herself|himself|all|it
        without him|her saying
        nobody|no committee|else|one else|above|over|to? to|him|her|pass?
        no head|committee office
        calls|call the shots
        commands in|everything|all
        in all he|she commands
        his|her|hers|my budget|call|decision|money|spend|name|yard|house
        the spend is hers|his
        budget is|holder hers|his
        its her|his|their budget|yard|shop|call|business|money|joint|company|decision|own
        it was her|his decision|call
        he|she signs|sign himself|herself|it|for|the|off|everything
        but|and|cause|since he|she signs
        writes|signs|cuts the check|checks|cheque|cheques
        is his|hers and|of|to
        runs since|the|it
        just her|him now
        taking|takes|take|makes|make|have|has the|all|full|any|final decision|decisions|say
        only is|takes|take|makes taking|the? the? decision
        {is} the only|sole one|owner|boss|decider
        joint outfit|owners|business
        nobody buys
    """,
    ("not", 3): """
        not|isnt|wasnt the|a|an? dm|decision|decider|buyer|boss|owner|one maker|who|deciding|that? decides?
        not the|a? decision maker
        not the dm
        {cant}|not|unable|doesnt|dont|no|may|never to|does|do|can? make|take|takes|decide|approve|sign|commit the|a|any|those|this|on|for|nothing|anything|it|off|alone|himself|herself|himself? decision|decisions|call|calls|anything|nothing|alone|off
        {cant}|doesnt|not|may|couldnt to? decide|approve|authorise|authorize|sign
        {not} {his}|my decision|call|department|choice|money
        not his|her|my|their call
        {not} final authority|say
        not authorised|authorized|empowered
        no authority|say|power|purchasing
        decision|decisions|call|say|money {is}|are|lies|rests|sits|made|with with|by|at|is? the|mr|mrs|ms|dr|his|her|a|corporate|hq|someone|somebody|another|head|boss|malhotra
        only|just|merely|simply collecting|collects|recommend|recommends|gathering|gathers|advise|advises|recommending|passing|passes|gathering|researching
        can only recommend|pass|advise
        collects the|quotes|offers
        {have} to? ask|check|clear his|her|my|the|with|it? boss|manager|bosses|supervisor|director|superior|management
        ask|asks|asking|asked his|her|my|their|the boss|manager|director|superior|bosses
        someone|somebody else decides|handles|makes
        its|always the|his|her board|boss|committee|wife|husband|father|owner|hq|mother that|who|in
        {he}|it|that|everything {is}? goes|needs|go to|through|by|past the|a|corporate|his|her|head|hq? board|committee|boss|corporate|hq|procurement|owner|head|purchasing
        over his|her|my|their head|pay|paygrade|grade
        above his|her|my|their pay|paygrade|head|grade
        reports to
        only decides|decide
        the one who|that decides is|was
        board|committee|boss|owner|husband|wife|father decides|signs
        take|takes|taking|need|needs|get approval from
        mention|put|take|raise it to|in|up|before|with the|his|her vp|boss|meeting|board|director|owner
        needs|need|requires|wants sign|signoff|approval|okay|ok|the|an? off|okay|ok|from|of from? his|her|the|ceo|boss
        needs his|her|the _? ceo|boss|board|cfo|owner|director signoff|approval|ok
        counts for nothing
        money|purse|budget is kept|held|with by|the?
        has|have|hold|holds|say|says the final|last word
        it goes|needs up|to the? chain|board|boss|head
        {his}|my cfo|boss|md|ceo|owner|director|board|husband|wife|father|superior|superiors buys|signs|decides|pays|approves|chooses|controls|holds
        money|budget|purse|spend sits|lives|stays with {his}|the
        without the other
        governors|trustees|owners|directors|elders who|that|must|all sign|approve|decide|agree|vote
        one voice|vote of|on|in|among
        {he} only? evaluates|tests|shortlists and
        franchise|franchisor|chain|landlord|bishop|diocese|council|ministry|county|governors|trustees|committee|board|abbot|synod|assembly|uncle|boss|sister|brother|father|mother|dad chooses|picks|dictates|selects|imposes|mandates|chose|picked|holds|controls|pays the|their|which|all|everything|for|it|what|purse|money|suppliers|software
        not|never|no the? keys|key|say to|over|on|for the? budget|money|safe|purse|till|cheque|spending|chequebook
        not of the budget|money|purse
        get|gets|got|getting|run|take it|this|that|me|us|everything past corporate|hq|head|headquarters|the|his|her|legal|procurement|finance|compliance|group|london
        get|gets|run it|this|that by corporate|hq|headquarters|legal|procurement|finance|head
        {not} {his}|my|our own? money|budget|purse|pocket|wallet|signature|decision|call|say|choice
        its|it is mam|mams|mum|mums|mom|moms|dad|dads|fathers|mothers|husbands|wifes|bosss|companys|bosses|partners|parents|theirs|owners|doctors|directors and|money|call|decision|shop|business|farm|dads|dad money|call|decision?
        mam|mum|mom and dads|dad money|call|decision|shop|business|farm
        it belongs|belonged to his|her|the|mr|mrs father|mother|wife|husband|parents|family|trust|church|council|brother
        only head|chief|boss of
        has|have|got only the pen|title|keys|key
        does|do|did|can|cannot|may|will|doesnt|dont|didnt not? vote|decide|sign|choose|approve|act alone|by|himself|herself|solo|without
        assembly|coowners|owners|members|congregation|parishioners|shareholders|partners|governors|trustees votes|vote|must|have|has|decide|decides|need to|it|on|vote|agree|approve|sign
        {is} the|his|her|their|dr|drs|mr _? to spend|give|say|sign|choose|make
        budget|money|purse is the doctors|owners|directors|boards|partners|fathers|bosss|wifes|husbands
        works|working|reports|work|serves under|for|beneath|to the|a|his|her cfo|director|boss|owner|chef|head|ceo|md|president
        take|carry|bring|run|put|hand|send|pass|show it|this|that|everything to|by|past|before|up _ who|that signs|decides|approves|buys|pays|holds
        just|only|merely do|does|did|doing|handle|handles the? wages|payroll|phones|books|rota|typing|filing|invoices|admin|ordering|orders|appointments
        would|hed|shed|can|could|may decide|decides none|nothing|little of?
        decide|decides none|nothing of
        has|have|had|got no|little|not|zero power|vote|say|voice|signature|mandate|budget|influence|sway|right of|in|over|to|on|at|here|whatever|whatsoever|there
        no say|voice|vote in|on|over|at it|this|that|all|anything
        answer|order|orders|word|decision|money|no|nod from|comes|came|goes upstairs|above|from|to|high upstairs|above|head?
        upstairs decides|decide|signs|says|controls
        {not} the boss|chief|owner|gaffer|patron|director|buyer here|there|he|she|himself|herself|but|only|just|yet?
        is just|only|merely|but the? bookkeeper|assistant|secretary|messenger|cook|driver|manager|foreman|deputy|number|treasurer|hired
        it {is} his|her|the wife|husband|father|mother|son|brother|boss|partner|director|mother|sister that|who|what decides|signs|pays|holds|buys|runs|chooses
        one of three|four|five|six|seven|eight|nine|twelve partners|owners|directors|trustees|votes|members|sisters|brothers|heirs
        {not} without the|his|her|both|all|my other|others|wife|husband|partner|partners|brother|sister|board
    """,
}
