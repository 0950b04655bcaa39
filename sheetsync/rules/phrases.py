"""The tables of phrases: what reps write, and what each phrase is a sign of. Data only; a coach may read and extend it.

In a phrase, ``a|b`` is either word, ``a?`` may be missing, ``{name}`` is any word of that class, ``_`` any one word, ``#`` a number.
"""

from __future__ import annotations

from functools import cache

from sheetsync.model import Outcome
from sheetsync.rules import decision_maker
from sheetsync.rules.text import Lexicon, Phrase

#: Words that are as good as one another.
CLASSES: dict[str, str] = {
    "he": "he she they hes shes theyre theyve hed shed theyd",
    "hell": "hell shell theyll",
    "him": "him her them",
    "his": "his her their",
    "me": "me us",
    "i": "i we",
    "be": "is was be are were been being s hes shes theyre isnt",
    "is": "is was are were s hes shes theyre its",
    "have": "have has had having ive hes shes theyve weve hed",
    "not": "not isnt arent wasnt werent dont doesnt didnt wont wouldnt cant cannot couldnt never aint havent hasnt hadnt shouldnt no",
    "dont": "dont doesnt didnt wont wouldnt never not cant cannot couldnt aint",
    "cant": "cant cannot couldnt wont wouldnt",
    "isnt": "isnt wasnt arent werent aint not",
    "call": "call ring phone buzz bell try ping dial reach contact catch recall holler shout",
    "calls": "calls rings phones",
    "called": "called rang phoned tried dialled dialed",
    "want": "want wants wanted wish wishes need needs needed like likes",
    "ask": "ask asks asked asking request requests requested",
    "tell": "tell told tells said says say goes",
    "send": "send email mail fwd forward shoot drop pop post ping whatsapp text chuck fax sending sends",
    "sent": "sent emailed mailed forwarded posted texted dropped popped",
    "info": "info information brochure brochures leaflet leaflets flyer flier details deck literature catalogue catalog profile materials material pack packet pdf pamphlet booklet link website documentation docs presentation onepager overview summary email mail card sheet",
    "quote": "quote quotes quotation quotations pricing price prices proposal proposals estimate estimates offer offers bid bids tender costing costings figures numbers number rates cost costs",
    "meet": "meeting appointment appointments demo visit walkthrough zoom teams lunch coffee breakfast consultation session slot presentation viewing survey inspection tour meet sitdown webinar videocall assessment audit review",
    "book": "book booked books set scheduled schedule arranged arrange fixed confirmed confirm locked agreed rebooked rescheduled penciled pencilled diarised",
    "secretary": "receptionist reception secretary assistant pa ea admin operator switchboard intern temp clerk coordinator gatekeeper frontdesk rcpt rcptnist nurse hygienist apprentice caretaker volunteer janitor cleaner housekeeper steward guard bookkeeper dispatcher dispatch cashier hostess host barman barmaid waiter waitress foreman",
    "relative": "wife husband partner spouse boss board brother sister father dad mother mum mom committee accountant cofounder directors trustees team council manager md ceo cfo owner gaffer missus hubby son family investors bookkeeper solicitor lawyer landlord hq headquarters office head superior superiors management colleague colleagues guys lads crew staff vp director sir madam principal chairman chair president wifey treasurer",
    "vm": "voicemail answerphone answermachine ansaphone mailbox messagerie machine vms beep",
    "out": "out away off traveling travelling abroad absent unavailable leave vacation holiday holidays pto",
    "busy": "busy swamped slammed driving tied snowed rammed flat",
    "good": "good great ideal convenient right best",
    "time": "time moment timing",
    "day": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun tomorrow today tonight morning afternoon noon week month",
    "now": "now currently presently today atm moment",
    "company": "company firm business shop outfit organisation organization place",
    "current": "current present existing incumbent",
    "think": "think thinking ponder chew mull sleep consider digest reflect",
    "decide": "decide decides decided deciding decision decisions",
}

#: Ways of writing a word, and the word as the tables have it.
ALIASES: dict[str, str] = {
    "intrested": "interested", "intersted": "interested", "intrsted": "interested", "interessted": "interested", "int": "interested",
    "intrest": "interest", "w": "with", "w/": "with", "w/o": "without", "wo": "without", "b/c": "because", "bc": "because",
    "cuz": "because", "cos": "because", "thru": "through", "thx": "thanks", "tks": "thanks", "ty": "thanks", "ta": "thanks", "cheers": "thanks",
    "appt": "appointment", "apt": "appointment", "appts": "appointment", "apptmt": "appointment", "appointmt": "appointment",
    "appmt": "appointment", "apptmnt": "appointment", "mtg": "meeting", "mtng": "meeting", "meetin": "meeting",
    "mtgs": "meeting", "u": "you", "ya": "you", "yer": "your", "ur": "your", "urself": "yourself", "pls": "please", "plz": "please", "nxt": "next",
    "wk": "week", "mo": "month", "mos": "months", "mth": "month", "tmrw": "tomorrow", "tmw": "tomorrow", "tomorow": "tomorrow",
    "tommorow": "tomorrow", "tommorrow": "tomorrow", "2moro": "tomorrow", "tmr": "tomorrow", "2nite": "tonight", "tonite": "tonight",
    "2day": "today", "2morrow": "tomorrow", "msg": "message", "mssg": "message", "mesage": "message", "msgs": "message", "messg": "message",
    "v/m": "vm", "vmail": "vm", "vmx": "vm", "vmbox": "vm", "voicmail": "vm", "voicemal": "vm", "voice-mail": "vm", "vml": "vm",
    "recep": "receptionist", "recept": "receptionist", "rcptn": "reception", "receptionst": "receptionist", "sec": "secretary", "secy": "secretary",
    "g/k": "gk", "gatekeepr": "gatekeeper", "gkeeper": "gatekeeper", "asst": "assistant", "assist": "assistant", "asssistant": "assistant",
    "nbr": "number", "num": "number", "no#": "number", "nos": "numbers", "disco": "disconnected", "discon": "disconnected", "disc": "disconnected",
    "dc": "dc", "wasnt": "wasnt", "mgr": "manager", "mngr": "manager", "bus": "business", "biz": "business", "co": "company",
    "f/u": "fu", "fup": "fu", "c/b": "cb", "cbk": "cb", "callbk": "cb", "clbk": "cb", "n/i": "ni", "n/a": "na", "n/r": "na", "n/ans": "na", "l/m": "lm", "l/vm": "lvm",
    "qte": "quote", "qoute": "quote", "qt": "quote", "prop": "proposal", "propsal": "proposal", "est": "estimate", "estim": "estimate",
    "lk": "look", "abt": "about", "bout": "about", "prob": "probably", "prolly": "probably", "def": "definitely",
    "def.": "definitely", "defo": "definitely", "cld": "could", "wld": "would", "shld": "should", "wudnt": "wouldnt", "gonna": "gonna", "wanna": "wanna",
    "wnt": "want", "wntd": "wanted", "bk": "back", "bck": "back", "rng": "ring", "spk": "speak", "spke": "spoke", "tlk": "talk", "tlkd": "talked", "convo": "conversation",
    "comp": "competitor", "yr": "year", "yrs": "years", "hr": "hour", "hrs": "hours", "min": "minute", "mins": "minutes", "sched": "scheduled", "schd": "scheduled", "schedulled": "scheduled",
    "conf": "confirmed", "cfm": "confirm", "cancled": "cancelled", "canceled": "cancelled", "nah": "nah", "naw": "nah",
    "oo": "out", "ooo": "ooo", "vac": "vacation", "hols": "holidays", "hol": "holiday", "mgmt": "management", "bord": "board", "ans": "answer", "answr": "answer", "anser": "answer",
    "awnser": "answer", "ansr": "answer", "hungup": "hung", "hangup": "hung", "attn": "attention", "tho": "though", "altho": "although", "dm": "dm", "d/m": "dm",
    "lft": "left", "lef": "left", "recieved": "received", "definately": "definitely", "definetly": "definitely", "maby": "maybe", "mabye": "maybe", "mayb": "maybe", "perhaps": "maybe", "possibly": "maybe",
    "poss": "maybe", "brosure": "brochure", "broshure": "brochure", "brochur": "brochure", "infos": "info", "inf": "info", "infomation": "info",
    "hasn": "hasnt", "dnt": "dont", "cudnt": "couldnt", "didn": "didnt", "doesn": "doesnt", "cnt": "cant", "donot": "dont", "wont": "wont",
    "hubbie": "hubby", "pardner": "partner", "y": "why", "k": "ok", "okay": "ok", "alright": "ok", "n": "and", "&": "and", "b4": "before", "r": "are", "diff": "different",
    "sumthing": "something", "smth": "something", "nuthin": "nothing", "nuffin": "nothing", "nothin": "nothing", "somethin": "something", "yep": "yes", "yeah": "yes", "yup": "yes", "aye": "yes", "yea": "yes",
}  # fmt: skip

#: What a sign stands for, in words for the sentence in Why.
REASONS: dict[str, str] = {
    "agreed": "a meeting was agreed",
    "wants": "asked for a next step",
    "later": "asked to talk again later",
    "timing": "the timing is wrong",
    "no": "a flat no",
    "open": "left it open",
    "consult": "has to ask somebody else first",
    "asks": "asked to be called",
    "busy": "could not talk just then",
    "blocked": "somebody who cannot decide",
    "away": "the person was not there",
    "voicemail": "nobody was reached",
    "dead": "a number that does not lead to the person",
    "dnc": "asked not to be called again",
}

#: The signs that speak for an outcome.
SIGNS_OF: dict[Outcome, frozenset[str]] = {
    Outcome.APPOINTMENT: frozenset({"agreed"}),
    Outcome.INTERESTED: frozenset({"wants"}),
    Outcome.LATER: frozenset({"timing", "asks"}),
    Outcome.FIRM_NO: frozenset({"no", "dnc"}),
    Outcome.MAYBE: frozenset({"open", "consult", "timing"}),
    Outcome.CALLBACK: frozenset({"busy", "asks"}),
    Outcome.GATEKEEPER: frozenset({"blocked"}),
    Outcome.NO_CONTACT: frozenset({"voicemail"}),
    Outcome.BAD_NUMBER: frozenset({"dead"}),
    Outcome.REVIEW: frozenset(),
}

_TABLE: dict[tuple[str, int], str] = {}


def _lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines() if line.strip() and not line.strip().startswith("//")]


# ---- nobody was reached -------------------------------------------------------------------------------------------
_TABLE["voicemail", 3] = """
lvm
lm
lvmm
vm full
left a? short|brief|quick|detailed|another|second|third|polite|long|nother|#? {vm}|vm|message|word
left {him}|my|the|one|two|my|no? _? {vm}|vm|message
left vm|{vm}
left message on|at|after
dropped|leaving|leave|dropped a? vm|{vm}
got|hit|reached|straight|went|goes|go|going|sent|through|landed|getting to|into|in? {his}|a|the|his|another? {vm}|vm
got|hit|reached {his}|a|the|his|only|just {vm}|vm
{vm}|vm full|again|only|picked|both|box|kicked|came|cut
{vm}|vm greeting|message|says|said
only|just|another|straight|same {vm}|vm|mailbox
full mailbox|voicemail|inbox
mailbox|inbox|voicemail {is} full
_? mailbox full
on {vm}|vm
greeting says|said|still
answering machine|service|phone
auto|automated attendant|system|message|reply|menu
recorded|recording message|voice|lady|gentleman|announcement
phone tree
no answer|pickup|pick-up|reply|response|dice|joy|luck|one
no one|body answered|picked|home|there
na x|#
nobody answered|answers|picked|picks|home|there|there|in|about
{not} pick|picked|picking|answer|answering|answered up|the|his|her?
{dont} answer|pick|respond
rang|rings|ringing|rung out|off|through|no
rang|rings|rung|ring and|& rang|rings|rung|ring|ringing
rang|rings|rung _ times
just|only|it rang|rings|ringing|rung
rings|rang|rung|ring|ringing for|until|till|forever|endlessly|continuously|unanswered
full ring
dialled|dialed|tried|called|rang _? twice|times|thrice no
line|phone|number|signal|tone|mobile|cell {is} busy|engaged
line|phone|busy|engaged|permanently busy|engaged|tone|signal
engaged tone|signal|all|again|both|twice|every
busy signal|tone|line
mobile|phone|cell|handset|it|number {is}? switched|turned|powered off
switched|turned off phone|mobile|cell?
not|out reachable|of|in coverage|network|range|area
unreachable
not answering|answered
hung up before|on|straight|right|immediately|as|when|mid
hung|hangs up
rejected|declined|cut|cuts|dropped|disconnected _? my|the|call|it|me
cut me off
click before
out of? office message|reply|auto|note|greeting|autoreply
ooo
absence note|message|assistant
absent message
didnt|couldnt|cant|failed|unable|never to? reach|connect|get through|him|her|them|hold|anyone|anybody
no live contact|answer
dead air
silence on|then
call|calls failed|dropped|cut|rejected
not|never connected|connecting
no contact|connect|connection
didnt connect
missed {him}|call
no show
nobody
left word on
music|hold only|music|for
on hold for|and
gave up|after holding
gave up
kein anruf|antwort
niemand
buzon
contestador
repondeur
mailbox
boite vocale
no contesta
anrufbeantworter
nicht erreicht|erreichbar
"""
_TABLE["voicemail", 2] = """
vm
voicemail
{vm}
answerphone
na
n a
unanswered
no ans
beep
after the beep|tone|bleep
rang
rings
engaged
not there
closed|shut for|until|till|today|on|reopen|reopening
bank|public holiday
texted|text|whatsapped|emailed {him}|instead|after
between exhibitions
"""

# ---- a number that leads nowhere -------------------------------------------------------------------------------------
_TABLE["dead", 3] = """
wrong number|#|no|person|num|guy|company|house|business|place|party
not|isnt|wasnt {his}|the|right|her|my number|line|business|person|company|phone
bad|dead|invalid|false|incorrect|fake|old|defunct|duff number|#|line|no
number|line|phone|ext|extension|#|cell|mobile|that|its {is}|has|has? been|now|no|gone|just? disconnected|dead|cut|invalid|wrong|unallocated|incorrect|discontinued|deactivated|reassigned|inactive|kaput|unassigned
disconnected number|line|phone|tone|#
dc
disconnected
not|isnt|no|out|longer in|of? service|use|operation
number not|hasnt|doesnt been? recognised|recognized|exist|assigned|allocated|valid|working|ring
not recognised|recognized
does not exist
doesnt exist|work
not _? valid|existing|working number
number _? changed
fax
three|# pips|tones
sit tone
no such number|person|company|name|firm|business
nobody|noone|one by that|of|called|named that|name|here?
never heard of {him}|it|that|anyone|anybody|a
{he}|gone|who|guy|man|contact|person {have}? left the|that|their|this|that|in|at {company}|job|post|position|practice|school|last|months|years|in
left the {company}|organisation|job|practice|clinic|school|hotel|group|trust|charity|studio|place|country|team|bank|role|post
left|quit|departed in|last|months|back|for|at|two|three|# month|week|year|spring|summer|winter|march|april|may|june|july|august|september|january|february|october|november|december|ago
no longer at|with|there|works|working|employed|here|in|the|part|owns|an
not|doesnt|hasnt with|work|worked|works|there|here|been here|there|for|them|company|at|with
doesnt|dont|didnt|not work there|here|for|at
{not} been with them|there|the|us since|in
moved on|away|to|jobs|companies from|to|a?
retired|resigned|died|deceased|dead|dismissed|fired|sacked
passed away|on
out of business
gone|went bust|under|bankrupt|into|out
ceased|stopped trading|operating|operations
business|company|shop|store|office|firm {is}|has|closed? closed|shut|dissolved|gone|folded permanently|down|for|good?
closed|shut down|permanently|for good
number|line|phone|it|this belongs|belonged|goes|went|now to
somebody|someone|somewhere|another elses|company|else|persons
private|residential|home|unrelated|different house|person|number|family|household|company|business|residence
not _? company|business|them anymore
has|had this|that|the number|line since|for|from
extension is|no dead|longer|not
new number|owner of the line
nicht mehr|vergeben
gibt es nicht
falsche nummer
numero equivocado|errado
faux numero
mauvais numero
never has|was|had|been? 
isnt _ and|it never
"""
_TABLE["dead", 2] = """
left
answered some|by|a pizzeria|salon|pub|shop|stranger
its a|an|some nail|pizza|hair|family|private|restaurant|dentist|salon
find|get|need|look a|for|up new|another|correct|right|the number|#|one|contact
left the
"""

# ---- somebody who cannot decide --------------------------------------------------------------------------------------
_TABLE["blocked", 3] = """
gk
gatekeeper
wont|wouldnt|didnt|refused|cant|couldnt|not|doesnt|refuses|never to? put|pass|transfer|connect|patch|let {me}|it|my|the? through|on|over|call
put|pass|transfer {me} through
{dont} put|give|pass|let|take|transfer calls|me|out|anything through|names|name|number|numbers|past
no names policy
wont|wouldnt|cant|couldnt|refused|refuses to? give|tell|say|share|name {me}|out|his|her|the|a? name|number|direct|mobile|email|who|cell|contact|extension|replacement|names
screened|stonewalled|blocked|fobbed|screening
{dont} take|accept sales|cold|unsolicited|vendor|supplier|such calls|callers
took|take|taken|takes|taking my|a|the|down|the|my|our message|details|number|name|note|info|msg
took|take|taken|takes|taking message|msg
took it|everything|all down
left live|a message|word|name|number|message|details|msg|name with|w|at
left message|word|my|a name|number|details|msg with
left word
left my number|name|details|card
leave {me}|a|your|my|the message|number|details|name|card
{hell}|will|would|to|can|could|gonna|promised pass|relay|forward|give|hand|mention|deliver|tell|let|put|get|leave _? it|this|message|on|along|him|the|a|note|that|his|in|word
pass|passed|passing|passes|relay|relayed|forward|forwarded|hand|handed it|this|that|my|the|me|on|our|along? message|details|number|on|along|to|over
pass|passed|passing|passes|relay on
tell|let {him} know|i|you|we? called|rang
leave|left|put a note|card|postit
let {him} know {i} called|rang
{not} _? the? _? right person|one|contact|department|guy|man|dept|lady
not the one|person who|that|to
not {his}|my|her|up call|decision|department|area|dept|remit|to|purview
{not} {his}|my|her|their decision|call|department|remit|area|to make?
{dont}|not handle|deal|involved|buy|order|purchase|in? with|it|that|this|purchasing
{dont}|not make|take|makes|takes any|the|that|those? decisions|decision|call|calls
{cant}|not|doesnt|dont|unable|no|nothing|cant to? _? {decide}|approve|authorise|authorize|sign
no authority|say|power|input|budget|clue
not|isnt authorised|authorized|empowered|allowed
youd|youll|you|i|id|ill|we have|need|must|should|better|got to|ta? speak|talk|ask|call|contact|go|deal with|to|w|through? 
{have} to|ta speak|talk|go with|to|through
would have to go|be through|via|by
speak|talk|ask|contact|deal with|to {his}|the|their|our|corporate boss|manager|head|office|owner|hq|purchasing|corporate
{he} {is}? have to talk|speak|ask to|with
need|needs|want|have|has|got|must|should to speak|talk|get|reach|ask|catch|try with|to|hold? of?
corporate|hq|headquarters|head|office|regional|central|group|procurement|purchasing|parent handles|decides|makes|does|deals|buys|decide|office
all handled|decided|done|goes|bought|purchasing by|at|through corporate|hq|head|procurement
handles|handle|does|deals|oversees|manages|runs all|that|those|this|it|with|purchasing|the
referred|redirected|pointed|transferred|directed|refered|sent {me} to|over
refer|referred to
gave|give|got|provided|have|has {me}|his|the|a|her? name|email|number|direct|address|cell|extension|contact|mobile of|for|line|dial|number|email|address|line
decision|decisions maker|makers|are|is {is}|name|=|made|taken|lie|lies|sits|with|by|at|elsewhere
decision {is}|lies|rests|sits with
{is} the one|person|man|guy|lady|boss|chap who|that|to|i|we|you decides|handles|talk|signs|want|need|deals|see|speak|ask
ask for|the
best|better|easiest|only time|chance|bet|way|to to|is|for reach|catch|get|try|call|before|after|b4
not|isnt|wasnt in|available|there|at|around|here|home|about|on until|till|today|right|now|this|the|her|his|site|til
{he}|owner|boss|manager|md|doctor|dr|dm|director|principal|gaffer {is}|was|wasnt|isnt|not|still|not? in|out|away|off|on|at|travelling|traveling|abroad|unavailable|up|under until|till|til|of|on|today|this|all|leave|holiday|vacation|lunch|site|the|a|for|back|in|sick|ill|meeting|with|a
out|away|off|gone|traveling|travelling|unavailable|back till|until|til|from|on|in|at|all|today|this|of|tomorrow|next|after
will be|come|return back|in|on
back|returns|return|returning|in|available on|in|at|from|tomorrow|next|after|around|monday|tuesday|wednesday|thursday|friday|mon|tue|tues|wed|weds|thurs|fri|about|later
call|try|ring|phone|come back|again? when|after|before {he}|lunch|#
send|sent|email|mail|write an? email|mail|it|everything|info|something to the? info|general|main|generic|reception|office|admin
should|to|must|can|could send|write|email|mail an?|one|the? email|mail|letter|info
in writing
spoke|talked|spoke|got|reached|answered|chatted|speaking|had|picked|only|taken|dealt with|to|by|up|the|through? the|a|his|her|their|my|some|young|another|only? {secretary}
{secretary} said|says|answered|took|picked|wouldnt|wont|would|will|told|again|only|claims|thinks|put|didnt|couldnt|cant|screens|screened|blocked|on|was|is|asked|who
{secretary}
front desk|office|of
lady|woman|girl|bloke|lad|man|guy|chap|young|someone|somebody|kid on|in|at|from|answering the|their|his front|desk|office|phone|counter|reception|accounts|shop|till|phones|workshop|warehouse
person|lady|one|somebody at|on front|desk|reception
night|front shift|porter|manager|clerk
hired|yard|farm|maintenance|security|delivery|stock man|hand|guy|boy|guard|driver
his|her|their wife|husband|son|daughter|mum|mother|dad|father|brother|sister|colleague|coworker|employee|technician|foreman|mrs|nephew answered|said|picked|says|took|told|on
got {his}|the|a|some wife|husband|son|daughter|mother|dad|father|brother|sister|colleague|employee|foreman
wife|husband|son|daughter|colleague|brother|sister|coworker|nephew|missus answered|picked|took
herself instead
cant help|say|look|promise
none of my
"""
_TABLE["blocked", 2] = """
pa
ea
via {secretary}
{dont} know when
back on|at
colleague
coworker
employee
only works here
just works here
just the
{is} the|only an|a|just? {secretary}
only|just|merely|simply collecting|collects|recommend|recommends|gathering|gathers|advise|advises
instead of
its|thats up to
committee|board that|decides
chairs it
"""

# ---- could not talk ----------------------------------------------------------------------------------------------
_TABLE["busy", 3] = """
caught|catch|got {him}|me|mid|in|at|on|while|just|as|right|during? driving|walking|mid|in|at|on|just|running|eating|about|between|middle|boarding|as|with|up|while|leaving|heading
caught {him} at? bad|busy|wrong time|moment
in|inside|going|stepping|headed|heading|walking|stuck|rushing|into|between|still to? a|an|the|another|his|her|back? meeting|mtgs|meetings|surgery|class|appointment|call|conference|theatre|court|consult|procedure|treatment|interview|session|lesson|service|huddle
in|with|between|seeing|has|had|got|have a|the|another|his|her|some? patient|patients|client|clients|customer|customers|clients|guest|guests|someone|somebody|student|parents|inspector|auditor
someone|somebody|client|customer|patient|one in|on the|his|her chair|table|line|office
{cant}|not|unable|didnt|wasnt to? talk|speak|chat|stop|hold|discuss right|now|just|then|at|long|about|today|much
{cant}|couldnt talk|speak|chat
not|isnt|wasnt|bad|wrong|terrible|awful a|the|very|really? good|great|convenient|right|best|ideal time|moment to|now|call|for|just|then|hon|mate|right
not the moment|time
bad|wrong|terrible|awful time|moment|timing|day right|to|now|call|just?
no time|minute to|right|now|just|today|at
busy|swamped|slammed|tied|rammed|hectic|snowed right|just|now|up|with|under|at|today|atm
busy
too busy to|right|today|just
driving
on another|the|other|his|her|a other? call|line|phone|roof|site|job|ladder|forklift|pit|combine|tractor|conference|train|bus|plane|jobsite
on|up|under|in a|the|his|her roof|ladder|site|scaffold|forklift|pit|combine|tractor|digger|train|tractor|pole|attic|crawlspace|field|boat|truck|gym|queue|traffic|bath|shower|shops|school|airport|loo|kitchen|yard
picking|dropping up|off kids|the|his|her|kid|child|at
at lunch|dinner|the|a|kids|his|her|school airport|dentist|doctor|hospital|gym|gate|till|counter|ball|game|wedding|funeral|vet|bank|wheel|checkout?
about|just|going to|about to? board|leave|start|walk|go|teach|step|head|perform|operate|close|eat|take|into
boarding
mid|middle|midst of|in|a|the|something|lunch|service|rush|delivery|calving|harvest|milking|class|surgery|shift|install|job|move|meeting|crisis|stocktake|function
rushing|running out|off|late|between|around|to
hands|elbows full|deep
whispered|whispering
{call}|ring|cb|speak|talk {me}|him|her|them|you|back|in|at|after|later|again in? back|in|at|after|an|half|later? hour|hours|minutes|minute|bit|#|lunch|later|half|while
in an|a|# hour|hr|minutes|min|hours|bit|mo|sec
later today|this|on
hang on
nothing|not|nothing discussed|pitched yet|anything
was|thats literally ten|all|it|#
thats all {i} got
got cut off
"""
_TABLE["busy", 2] = """
patient
patients
customer
customers
meeting just|going|now|starting
not now
cant talk
rushed
hurry
in|from|off site
container landed
unloading|loading|milking|operating|teaching|cooking|serving|delivering|feeding|welding
in surgery
rush
"""

# ---- asked to be called again --------------------------------------------------------------------------------------
_TABLE["asks", 3] = """
{call}|cb|come|get|check|circle|revert|follow|touch|chase|reconnect|talk|speak|chat|revisit|approach|connect|knock|catch|discuss|meet|pick|look|nudge|reapproach|remind {me}|him|her|them|back|again|it|base|up|in|you|on|with|through|to
talk|speak|chat|connect|reconnect|discuss|meet|revisit again|then|in|next|after|later|early|mid|late|about|it
{ask}|told|tell|said|says|wants|wanted|want|would|wishes|prefers|like|suggested|happy|kindly|please|hed|shed|theyd {me}|us|him|that|if|for|to|i|we|like? that|to|i|we|should|can|could|shall|will|for|like|him|me? {call}|come|get|check|circle|revert|follow|touch|chase|reconnect|talk|speak|hear|revisit|approach|connect|catch|wait|recontact|send|resume|remind|back|catch
give|gave|gives|giving {me}|him|her|them|it|us a|another|the? {call}|tinkle|go|shot|buzz|bell|shout
{me} a {call}
{call} {me}|him|her|them|back|again|then|in|after|next|early|mid|late|end|on|at|around|when|once|about|come|tomorrow|closer|nearer|later|sooner|from|around|for|this|before|by|day|end|#
{call} {me}|back|him|then
{tell}|says|to {call}|cb|ring back|again|then|in|after|him|her|next|on|at|me|early|mid|late|end|around|when|tomorrow|later|before|from
callback
call back
cb
cbk
try again|then|in|after|me|him|her|them|next|early|mid|late|around|when|on|back|tomorrow|end|before|closer|later|at|us
put|stick|pencil {me} in|on|down his|her|your|the? calendar|diary
put {me} in|on|down
ask {me} again
revisit
{hell}|will|would look|listen|revisit|talk|consider|review then|at|in|again|after
follow up then|in|next|after
check|touch|circle|come|get|loop back|base|in|with|again? with|then|in|next|after|on|around|once|when
back to {him}|her|me in|on|next|after
ping
hold|wait|sit off|till|until|tight
not before|until|till|til|sooner
till|until|til then
reopens|opens|resumes|restarts|starts
be in touch|contact
invited {me} to
when {he}|im|we|things|its|back
retry
recall
ring then
hit {me}|him up|back
talk then
then {call}
window opens
remind
"""

# ---- the timing is wrong ------------------------------------------------------------------------------------------
_TABLE["timing", 3] = """
timing|time isnt|wasnt|not|is|off|was|not? great|good|right|off|wrong|ideal|bad|poor
timing
bad|wrong|poor timing
not|isnt|wasnt a|the|quite? good|right|best time|moment|year|season|quarter
wrong time|moment of|for
no|zero|out budget|money|funds|cash|$ of|until|till|left|this|right|now|for|before|before? 
budget|budgets {is}|are|was|all|not|already|fully? spent|gone|used|frozen|blown|done|tapped|exhausted|finished|over|closed|set|maxed|allocated|locked|committed
budget|money|funds|funding|grant|capex opens|resets|comes|renews|lands|lifts|refreshes|starts|released|freeze|season
no|zero|nothing|none budget|money|funds till|until|til|before|this
nothing until|till|til|before|now|then|this|for|left|doing|happening
not until|till|til|before|for|this|looking|now|yet|ready|doing|spending|buying
{dont}|wont|cant until|do|look|move|touch|spend|buy|start|make|change|switch|anything before|until|till|anything|this|til
wont be|have|look|do|need ready|looking|able|anything before|until|till
under|in|locked|tied|stuck|signed|committed|bound|contract|tied|contracted into|in|with|up|until|till|through|to|contract|for|a
contract|lease|policy|agreement|deal|renewal|term|renews|license|licence|warranty runs|expires|ends|is|up|comes|renews|through|till|until|finishes|due|lapses|ending|expiring|not
up for renewal
renewal is|in|comes|due|date|not|time
renews|expires|expiring
comes up
under contract
just signed|renewed|bought|switched|started|moved|hired|went|got|finished|replaced
mid|in|during|going|middle|through|doing|having a|the|an|of|through? migration|move|merger|audit|harvest|build|refit|renovation|season|acquisition|reorg|restructure|restructuring|transition|implementation|inspection|closing|close|rollout|stocktake|exams
hiring|spending|budget|capex|purchase|project freeze
busy season|period|till|until|through|time
slow season|period
swamped|slammed|busy|flat|tied|booked|snowed until|till|through|with|thru|out|up|solid|under|right|for|all
too busy|much until|till|through|with|on|right|now|going
after the? harvest|holidays|season|summer|christmas|xmas|audit|move|merger|wedding|baby|easter|ramadan|diwali|eid|new|show|tax|close|calving|lambing|budget|fiscal|school|exams|opening|refit|renovation|inventory|election
once the|they|he|she|we|things|its|that|hes|shes|theyre
when the|things|they|lambing|dust|season|new|budget
year end|close|start
fiscal|financial|academic|new year|budget
next season|year|quarter|fiscal|financial|budget|cycle
no plans|change|changes|decision|decisions until|till|this|before|right
not right|just|at now|yet|moment|present|this
on hold|pause|ice
on the back burner
back burner
paused|postponed|delayed|shelved|frozen
too soon|early
premature
nothing new|now|this|today|yet
"""

# ---- a meeting is agreed ------------------------------------------------------------------------------------------
_TABLE["agreed", 3] = """
{book} a|an|the|him|her|them|in|up|for|with|me|us|our|my|his|another|second|first|quick|short|proper|free|new|# _? {meet}|call|time|date|day|survey|measure|walk|intro|discovery
{book} {meet}|{day}|in|for|intro
{book} up? a|an|the|our? {meet}
{meet}|appt|call|date|time|it|zoom|slot {is}|was|all|now|its? booked|set|scheduled|arranged|fixed|confirmed|agreed|locked|on|rescheduled|moved|rebooked
{meet}|call booked|set|scheduled|arranged|confirmed|fixed|agreed
rebooked|rescheduled for|to|it
invite|invitation|calendar|cal|zoom|teams sent|accepted|invite|link|in
sent|accepted|sending|send a|the|an|calendar|cal|zoom|him|her? invite|invitation|calendar
agreed|agrees|agree|accepted|accepts|accept|happy|consented|ok|okd|keen|willing|wants|wanted|fine|yes|said|will|can|asked|wants|want to|for|on|yes|that|me|we? a|an|me|that|to|i|we|the|take? meet|{meet}|see|come|sit|demo|visit|chat|have|zoom
agreed|agrees to _? a|an|the? {meet}|call
meet|meeting|see|seeing|visit|visiting|going|coming|popping|calling|dropping|sitting {him}|her|them|over|there|in|with|by|round|to|at|down|up|me? on|at|at|{day}|next|this|#|for|to|there
come|swing|pop|drop|call|stop by|in|round|over|out|and|up|down|to|see|on|at {day}|next|this|on|at|and|to|his|her|their|my|the|for|about|see|look|measure|around|here
come|came|coming and|& see|look|measure|meet|show|have|talk|quote
come to|by|over|round|in|out|see|visit|on|the|at|here
come {day}
im|i|we|ill|weve|were|will|shall|to|going to|am|are|ll|will|must|go|gonna? come|go|visit|see|meet|drive|be|call to|over|on|there|out|by|him|her|them|at|in
{is} coming|expecting|to in|to|me|us|by|here|over
see you|me|him|her|them {day}|at|next|on|then|there
hell|shell|theyll see|meet|be me|us|there|at|on
{meet}|walkthrough|appointment|measure|walk|lunch|coffee|breakfast|demo|zoom|intro|session|meeting|visit|chat|tour|survey|call on? {day}|#|next|at|with|for|this|in
{meet}|call for {day}|next|#|the
site|home|farm|store|office|shop visit|survey|walk|tour|inspection|measure
in person meeting
sit|sat|sitting down on|with|for|at|next|{day}
got|get|getting|have|has|had|put {him}|me|it|us|her|them|out|his|her|a? in|on|diary|calendar|book|down the|my|his|her|for|out|with? calendar|diary|books|{day}|#|schedule
got|have|has|had a|an|the|our|my? {meet}|time|slot|date on|for|with|next|this|{day}|#|at|in|booked|set
pencilled|penciled|slotted|inked|marked|down in|for
in the diary|calendar|book
fixed|fix|agreed|set|gave|picked|offered|chose|took|suggested|proposed a|the|me|us|on|for|up|his|it? {day}|#|date|time|slot|first|next
we|i|well|lets do|are|said|meet|speak|talk|fixed|agreed on? {day}|#|next
works for {him}|me|both|us|them
{day}|# works|suits|it|confirmed|is|works
trial|test|free|first class|drive|lesson|session|run|clean|shift
new slot|date|time
all set for
agreed to meet|see|a|come|visit|let|look
wants to meet|see me|sit|visit
tour|walkthrough|demo
demo with|on|for
{meet} with|on|at
walk the|him|her|them|through|me
"""
_TABLE["agreed", 2] = """
appointment
meeting
demo
visit
see {me}|him|her|them
zoom
on {day} at|morning|afternoon|#
at his|her|their|the office|place|yard|shop|warehouse|surgery|store|site|farm|clinic|premises
diary
calendar
coming over|in|to
going over|out|there|to
"""

# ---- asks for a next step --------------------------------------------------------------------------------------------
_TABLE["wants", 3] = """
{want}|wanting|{ask}|after|needs|asked|asks|requested|requests|demands|demanded|looking|would|hed|shed|like|please|wishes|get|getting|prepare|write|put|drawing|preparing for|me|him|us|to|a|an|the|like|see|have|get|together|up|my|our|is|now|us|also|already|from|firm|out? a|an|the|our|some|full|formal|proper|written|updated|detailed|firm|new|real|hard|best|my|his|her|revised|ballpark|see|of|two|three|#|for|short|custom|rough? {quote}|sample|samples|trial|pilot|contract|invoice|paperwork|agreement|engagement|order|po|terms|demo|onboarding|budget|quotation|letter|spec|specs|references|form|forms
{send}|{sent}|make|get|write|prepare|put|draw|work|give {me}|him|her|them|over|us|it|across|up|together|out|through|along? a|an|the|some|our|your|full|formal|proper|written|my|detailed|firm|best|that|this? {quote}|contract|invoice|paperwork|agreement|sample|samples|po|order|form|terms
{quote} for|on|by|to|request|requested|the|of|in|covering|with|today|tomorrow|this|asap
how much|what would|will|for|it|to|the cost|costs|be|charge
asked|asking|asks how|what|about|for much|it|the|our|costs|pricing|would|we|cost|price|charge|terms|lead|delivery|rate|rates|discount
{is}|hes|shes|theyre|very|really|definitely|genuinely|super|so|quite|seriously|extremely|highly interested|keen|in|sold|excited|ready|up|game
interested in|to|wants|asked|and|w|with
{is} in
count {me}|him|her|them in
very|definitely|genuinely|really|quite|seriously interested|keen
lets|let|wants|ready|happy|want|going|good|agreed|keen to|us|go|move|proceed|get|do|start|sign|to it|ahead|forward|go|going|started|do|proceed|move|sign|start|buy|order|switch|try
lets do it|this
go ahead|with
signed|signing|sign up|the|today|on|contract|with|over|off
signed
closed|sold|won|sale|deal it|the|deal|done
ordered|ordering|order|orders|buying|buys|bought|taking|placed|placing|places a|an|the|#|two|three|four|five|six|placed|from|for|some|now|in|our
wants|want|wanted|needs|need|would|ready|hed|shed to? buy|order|start|sign|switch|move|try|proceed|trial|test|pilot|see pricing|onboard|change|get|go
wants|want|needs in|one|it|two|them|this|three|#|us|me
sign|send|sent|email|draw|get {me}|over|him|her|the|up|a|us|across? the? contract|paperwork|agreement|invoice|po|engagement|docusign|order
verbal yes|ok|agreement
deposit paid|taken|sent
paid deposit|the|up
start|starts|starting|started|begin|onboarding|onboard|kick|kicking|kicked|installation|install|go on|next|in|from|asap|off|monday|week|live
trial|pilot|sample|free|test order|trial|samples|sent|run|started|account|period|requested|units|batch|shipment
wants|asked|agreed|agrees|happy|keen|willing to|for|on? try|trial|test|pilot|sample|samples
real|big|genuine|actual|active|serious|live|urgent need|project|interest|opportunity|buyer|requirement
budget|funding|money approved|is|ready|there|set|allocated|available|in
approved|has the|budget
loved|loves it|the
{have} a need|project|requirement|deadline
comparing|compare quotes|offers|bids|it|with
new|hot|good lead
next step|steps
new|setup account|customer|client
subscribed|upgraded|upgrade|renewed|joined
yes to|please
big|definite|firm|hard|clear|resounding|emphatic|verbal|solid yes
{is} a yes
said yes
says yes
"""
_TABLE["wants", 2] = """
interested
keen
quote
proposal
estimate
pricing
contract
samples
sample
trial
pilot
liked the price|quote|offer|proposal
ready
convinced
convinces
sold on
"""

# ---- a flat no ----------------------------------------------------------------------------------------------------
_TABLE["no", 3] = """
{not} _? interested|intrested|keen
not _? _? interested
no interest|intrest|need|use|fit|thanks|thank|thanx|way|chance|requirement|requirements|desire|appetite|point|go|deal|sale|call
no thanks|thank|thankyou
no thank you
zero|0|not|nil|little|lack interest|of|any interest?
not for {me}|him|her|them|us
{dont} {want}|need|require|use|see|buy|do|believe it|any|anything|one|the|a|our|us|this|more|another|in|to|that|these|what|need|value|point|from|with
{dont} {want} _? it|any|anything|anyone|to
{not} {want}|need|require
doesnt|dont|didnt see the? need|value|point|benefit
{not} a|an|the|our|good|right? fit|match|customer|prospect|candidate
{not} going|gonna|planning|looking|willing|prepared|wanting|about|intending to|for? change|switch|buy|switching|pay|anything|spend|replace|move|happen|add|do|work|paying|use
wont|wouldnt|would|will|not consider|be|change|switch|buy|pay|touch|entertain|need|needing|switching|using|going|look|happen|work
wouldnt|wont consider|touch
happy|satisfied|content|good|fine|ok|sticking|stick|staying|stay|stays|sticks|set|loyal|covered|sorted|comfortable|pleased|going|gone|went|sorted|go with|w|where|for|to|as|already|out|using? what|{current}|{his}|who|them|current|the|a|whats|how|someone|another|already|existing|present|our|existing|their|his|her|in
happy|satisfied|content as|where|already|enough
were|theyre|hes|shes|im|all|are|am|is|was|we good|fine|set|sorted|covered|ok|happy|grand|sound|alright|satisfied thanks|as|for|with|here|already|right|on|mate|love|there
all set|good|sorted|covered
were|theyre good
already|allready|just|have|has|had|got|gets|uses|use|using|they|he|she|went|go|going|gone|chose|chosen|picked|signed|with|does|use|work|works|working a|an|the|their|his|her|with|someone|using|has|have|for|by|got|from|somebody|w|up? a|guy|someone|somebody|company|supplier|provider|vendor|system|solution|person|agency|contractor|service|firm|one|broker|agent|accountant|cleaner|it|theirs|software|another|competitor|cheaper|other|different|else|in|over|us?
has|have|got|have a|his|her|their|own|somebody|someone guy|supplier|provider|person|nephew|cousin|brother|friend|agency|cleaner|accountant|system|team|man|lad|fella|vendor|who|already|for|that|it|inhouse|in
in house|inhouse
inhouse
own|his|her|their staff|team|people|guys|recruiters|nephew|cousin|son|daughter|brother|wife does|do|does|it|handles|instead
does|do|doing|handle|handles|did it|that|everything|themselves|himself|own|all|theirs themselves|himself|herself|inhouse|in|internally|yourself|ourselves|own
went|gone|going|go|chose|chosen|picked|signed|awarded|decided|selected|switched|moved|bought|ordered|hired|opted|taken|has|have|staying|gave with|for|on|to|another|from|up|it|in|chosen|the|a? competitor|another|cheaper|someone|somebody|other|different|the|a|rival|their|his|brightline|solution|cousin|else|local|direct
went|gone|going|go|chose|signed|decided|picked|opted|bought with|another|someone|elsewhere|for|against|from|competitor
chose|chosen|selected|picked|hired another|a|an|different|other|competitor|somebody|someone
elsewhere
decided|decides|decide|deciding|opted|voted|elected|chose|choosing|resolved against|not|no|to|it|to|down? proceed|go|buy|stay|stick|pass|against|keep|renew|not|do|it|leave
against it
passed|passing|pass|declined|declines|decline|rejected|rejects|refused|refuses|refusing|nixed|vetoed|voted|turned|turns on|it|us|the|down|offer|me|flat|politely|outright|for|this|that
she|he|they passed|declined|refused|rejected
declined
passed on
voted it|us|down
shot|knocked|turned|voted|torn me|it|us|that|the down
hard|flat|firm|definite|polite|absolute|clear|big|straight|categorical|resounding|emphatic|final|very|quick|nice|cold|solid|outright|blunt no|pass
its|it|was|thats|thats|a|be|is a|an|just|still|simply|definitely|now? no
{is} a no
said|says|say|goes|answered|replied|just|answer|still|then|and|plain|actually|simply|so|comes|came|finally|told|gave|with|but back? a? no
no no
nope
nah
no means no
hell no
no sir|mam|maam|mate|way|love|chance|buddy|boss|dear|pal|son|darling
a no
no actually
no from|at|for
dont|stop|never|not|quit|please|no ever? call|calling|ring|contact|phone|bother|bothering|phoning|ringing|contacting|waste|wasting|call|email {me}|again|him|here|them|us|anymore|more|back|time|this|his|her
too|bit|way|very|far|much expensive|dear|pricey|costly|small|old|big|rich|high|much for|to|already
cant afford|justify
couldnt afford|justify
out of? {his}|our|their|price? budget|league|range
priced out
only|just|never|wont|cant do|does|work|works|buy|use|sell|buys|uses residential|commercial|local|from|through|locally|pay|it
going|closing|shutting|winding|selling|sold|retiring|moving out|down|up|the|his|her|their|to|of? business|shop|company|up|abroad|eoy
retiring
sold the|his|her|up business|company|shop|farm
closing the|down|up|shop
wasnt|isnt|not|never a? fit
nothing to sell
leave|left it there
{not} going anywhere|ahead|to happen|happen
dead end|lead|duck
lost to|it|the|deal|them
lost
get lost|off
hung up on|after
slammed|slams the|down|phone
told me where|to get|go|shove|buzz|stick
not now or|not ever
or ever
full stop
end of story
never ever
bugger|piss|sod|f|jog|buzz|clear off
take a hike
unsubscribe
no longer|more need|needs|needed|interested|want|required
{not} need|needed|necessary|required
unnecessary
nothing {he}|they|we need|needs
doesnt pay|buy|believe|do|trust|like|use
isnt buying|having it|paying
ni
kein interesse|bedarf
keine interesse
pas interesse|besoin|interessee
no le interesa
no interesado|interesada
nie jest zainteresowany|zainteresowana
nie
nein
non merci
"""
_TABLE["no", 2] = """
no
no need
competitor
already using|have|has|use|uses
bit expensive
too expensive
expensive
has a guy
not happening
never
{dont} {want}
loyal
happy with
his|her nephew|cousin|brother|uncle|son does
been with|w|using
"""

# ---- do not call ----------------------------------------------------------------------------------------------------
_TABLE["dnc", 3] = """
take|took|remove|removed|removing|taken|delete|deleted|strike|get|scrub|struck|cross|drop|scratch {me}|him|her|them|us|his|their|my|our|this|its|name|number|it|the|the? name|number|off|from|details|email|company|data|of? off|from|of your|the|our|all|any|my|every|this|future|call|that list|lists|database|system|books|calls|records|list|file|contact
removed|taken|remove from|off every|your|our|the|all|any|my list|lists|database|system|we|records|call
took|taken|take|taking {him}|them|her off
off your|the|our|my|all list|lists|database
{dont}|stop|never|quit|not|no ever? call|calling|ring|ringing|contact|contacting|phone|phoning|bother|bothering|dial|calls {me}|him|her|here|us|them|this|his|number|the|again|house|anymore|ever|more|place|office
{dont}|never|not|stop call|ring|contact|phone|bother|calling|ringing|contacting {me}|us|him|them|her|here? again|anymore|ever|more|no
do not call|contact|ring|phone|email
dont call|ring|phone again|here|anymore|back|me|us|him|her
stop calling|ringing|phoning|contacting|harassing|bothering
lose {his}|my|this|our|the|their number
lose the number
dnc
dncl
do not call list
no more calls|contact
never call|ring|contact|phone|again|to
no calls ever
not to call|ring|phone|contact|be called|rung|contacted? again|anymore|ever|him|her|them|here?
not to be called|contacted|rung
opt|opted out
gdpr
cease and desist
report|reporting me|us|you|it to
tps
sue
legal action
lawyer
block|blocked|blocking my|the|our|this number
wants|asked|asks|demanded|wishes to be? removed|deleted|off
"""

# ---- left open ------------------------------------------------------------------------------------------------------
_TABLE["open", 3] = """
maybe
possibly
might|may be|revisit|look|consider|need|use|want|call|come|be|do|try|have|go|switch|buy
{want}|has|have|going|gonna|wants|will|hell|shell|theyll|let|need|needs|must|lets|ill|id|like|would|to? to|have|me|him|her|us|them|a|about? {think}|mull|ponder|chew|sleep|digest|look|read
{think}|thinking|thinks|mulling|chewing|mull it|about|on|over|it over|about|things?
think about
sleep|sleeping on it
chew on|it
mull over|it
wants|needs|needed|want|need time|more time|a|to bit|think|day|while|few|week
have|had|having a think|ponder|look|read|gander|peek|nose|see
not|isnt|wasnt|aint|never|hardly a|an|saying|said|ready|sure|quite|say|exactly|outright|flat|firm|hard|really? no|sure|convinced|ready|certain|yes|commit|decided|opposed|against|ruling|dismissing
not ready|sure|certain|decided|convinced|committed|committing|promising
unsure|undecided|noncommittal|hesitant|lukewarm|reluctant|skeptical|sceptical|torn|vague|evasive|iffy|unconvinced|hesitating|wavering|wishywashy
on the fence
on the? fence
non committal
no promises|commitment|decision|rush|idea|hurry|guarantees|guarantee|date|answer|timeline|clear|definite|firm|commit|objection
{not} promising|promise|promised|commit|decide|decided|committing
cant|couldnt|wont|wouldnt|didnt say|commit|decide|promise|tell|give|name|pin when|either|yet|anything|a|him|date|her|if|any|time
either way|or
could go either|both
well|we|hell|shell|wait|theyll|lets|ill|id|see|will and|will? see
well see
wait and see|watch
we shall|will|ll see
{send}|{sent}|sending|forward|leave|left|mail|email|pop|put|drop {me}|him|her|them|us|over|it|through|in|along|on|across|you? some|the|a|an|our|your|any|more|one|my|over|company|something|it|just|further|your? _? {info}|something|stuff|pager|anything|through|over|post|mail|link|deck|literature|site
{send} {me}|it|him|her|us|over|something|stuff|info|some|that|them|email|details|more|the
{send} over|it|through|across|along|by|on
send info|information|details|literature|brochure|catalogue|something
just|said|told|asked|says|wants|wanted|only|please|to|first|can|could {me}|for|to|you|i|see? {send} {me}|some|it|info|something|over|an|the|a|him|her|details|us|more
{info} first
wants|wanted|asked|asks|requested|request|would|like|want for|to|some|see|more|a|read|the|have|just|something|like? some|a|more|the|see? {info}|literature|email|writing|case|reading|brochure|website
asked|asks|wants for|some|more info|information|details|brochure|literature|an email|something
one pager
info|brochure|leaflet|email|link|details|literature pack|sent|first|by|to|in|via
in the post|mail
pop|put|drop|stick|shove something|it|a|one in
{hell}|will|gonna|would|ill|promises|promised|said|to take|have|look|read|review|check|get|let|call|come|be|think|consider|discuss|talk|see|give|revert|mull|study|email|ring|write|contact a? at|it|through|over|them|me|back|you|know|to|look|us|about|if|in|think|and|with|when|its|some? back|look|know|me|touch|gander|peek|you|think|read|thought|it
{hell}|will let|call|ring|email|get|come|be {me}|you|us|back|to|in know|back|touch|if|when
let {me}|you|us know
leave it|that|this with|for|open|there|at
leave it with
left|leave|leaves it|that|things|the|door open|hanging|vague|there
door|window {is}|left|not|still? open
open to it|idea|the|looking|talking|a
depends on|if|how|what|whether
if {he}|we|they|things|it|the|there|that|anything|rates|prices needs|need|changes|change|like|drop|comes|works|looks|go
kind|sort|kinda|sorta|somewhat|bit|mildly|half|vaguely|slightly|lightly|semi of? interested|keen|curious|tempted|open
kinda
intrigued|curious|tempted|nosy
{not} today|tonight hon|love|thanks|mate|darling|dear|sweetheart?
not today
not now|yet|really|just|particularly|this|at maybe|time|the
some other|another day|time
some|one day|other
one day
{is} not a? priority
not a priority|rush
no|not priority|urgency|a|hurry|rush
low|lower|other|bigger|different priority|priorities|fish
keep {me}|us|you|him|her|it|your|in|details|on|my|our|number|card in? in|on|mind|file|loop|posted|the|touch|number|card|details?
on file
in mind
sure
tyre|tire kicker|kicking
kicking tires
shopping around
comparing|compare
price|pricing shopping|is|high|concerns|seems
worried|concerned|scared|nervous|hesitant|concern about|of|on|by|over|with|is
wary|cautious
sounds|sounded|seemed|seems|looks|looked|was|thought|likes|liked|said good|interesting|lovely|nice|ok|warm|keen|receptive|positive|interested|great|fine|useful|polite|friendly|open|it|the|idea
likes|liked|loves|loved it|the|idea|what|us
interesting
consider|considering|considers|considered it|us|the|options|positively|this|other|switching|their|his
looking|look into|at|it|around|over
look at|it|into
reading|read it
reviewing|review|evaluating|weighing|assessing it|the|options|with|internally|their
still|yet|has|waiting|waits|wait thinking|deciding|undecided|looking|to|on|for|weighing|reviewing|considering|mulling|evaluating|comparing|waiting
hasnt|havent|not|didnt|yet|never decided|looked|read|opened|had|seen|reviewed|gotten|got|been|made
not saying {i}|no|yes|he|she|never
wouldnt say no|yes
wont say no|yes
neither yes
not|isnt _? ruling|ruled|dismissing out|it
vague
hum|um|umm|err hum|ha
hummed|hemmed|umming and|&
nobody knows
who knows
{dont} know|knew when|yet|if|what|whether|how
not _? sure
no idea when
whenever
when|if {he}|she|they {have}|gets|get|got|has|gets a|some|the|chance|time|minute|moment|round
chance|time|minute to look|read|review
gets a|round|around chance|minute|to|sec|moment
"""
_TABLE["open", 2] = """
liked
likes
curious
idea
think
thinking
think so
interested but
info
brochure
email
polite
friendly
nice
hesitant
if
unsure
could be
see how
see if
"""
_TABLE["consult", 3] = """
run|running|runs|ran|take|taking|takes|put|putting|bring|bringing|raise|discuss|discussing|show|check|float|present|share|talk|speak|go|consult|clear|pitch|mention|chat it|this|that|things|the|everything|anything|to|with|over|them|about|up? by|past|to|with|before|up|w|through|in? {his}|the|my|a|her|our|w|this|with? business|co|other|whole|leadership|senior|real|better|life|home|head? {relative}|half|partners|people|boss|side|group|floor|other
{want}|has|have|had|needs|hed|shed|must|id|ill|hell|shell|will|would|gotta|wants|need|should|theyd|going|got|to to|have|like|ask|first|speak|talk? to? ask|talk|check|speak|consult|discuss|run|clear|see|convince|confer|okay|show|wait with|to|it|by|past|for? {his}|the|my|a|her|our|with? business|co|other|whole|better? {relative}|half|partners|people|boss|group
ask|asks|asking|check|talk|speak|consult|discuss|discusses {his}|with|to|my|the|her {his}|the|my|business|a|her? business|co|other? {relative}|half|partners
needs|need|has|have|wants|requires|subject|pending|waiting|wait|awaiting|up|down|depends to|on|for? {his}|the|board|my|her|a? {relative}|partners approval|ok|okay|sign|signoff|blessing|input|nod|vote|meeting|decision
board|committee|partners|partner|family|council|team meeting|meets|decides|votes|approval|vote|to
discuss|discussing it|this|internally|as|at|in|among
talk|discuss it over
decide|decided together|jointly|as
partner|husband|wife|brother decides|too|first
internally
second opinion
"""

# ---- it was a conversation --------------------------------------------------------------------------------------------
_TABLE["talk", 2] = """
good|great|nice|long|lovely|quick|warm|pleasant|decent|short|friendly chat|talk|call|conversation|convo|conv|discussion|guy|lady|fella|bloke
spoke|talked|chatted|spoken|speaking|speak|talking to|with|w|about|for
chatted
explained|pitched|discussed|told him|her|them|the|about|me|it
asked what|who|how|about|me|where|why|if|for
listened
listen
laughed
minutes on|with|of|chat
{he} {tell}
{he} {ask}
admitted
complained|moaned|moaning
"""

# ---- cues -----------------------------------------------------------------------------------------------------------
_CUES = {
    "turn": """
but
then
however
though
although
actually
finally
ended|end|ends|finished|finish up|on|with
in the end
by the end
eventually
until
turned out
turns out
changed {his} mind
changed mind
except
only
instead
anyway
after all
at last
came round
talked {him} into
so
last words
finished with
concluded
now
""",
    "undo": """
at first
first
initially
originally
to start
at beginning
at the beginning|start
began|started|opened|begin with
used to
was going to
almost|nearly
had been
id hoped
hoped to
wanted to _ but
thought
last|previous|earlier time|year|month|week|call|quote
before
in january
""",
    "neg": """
{not}
no
without
nor
neither
nobody
rather than
instead of
refused to
failed to
unable to
hardly
nothing
""",
}

LAYER_OUTCOME, LAYER_WHO, LAYER_CUE = 0, 1, 2


def outcome_phrases() -> list[Phrase]:
    """Every phrase that tells of an outcome, and the cues between them."""
    found = [Phrase(line, sign, weight, LAYER_OUTCOME) for (sign, weight), table in _TABLE.items() for line in _lines(table)]
    found += [Phrase(line, sign, weight, LAYER_WHO) for (sign, weight), table in decision_maker.TABLE.items() for line in _lines(table)]
    return found + [Phrase(line, sign, 1, LAYER_CUE) for sign, table in _CUES.items() for line in _lines(table)]


@cache
def lexicon() -> Lexicon:
    """All tables, compiled once, when the first note is read."""
    return Lexicon(outcome_phrases(), CLASSES, ALIASES)
