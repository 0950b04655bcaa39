"""The tables of phrases: what reps write, and what each phrase is a sign of. Data only; a coach may read and extend it.

In a phrase, ``a|b`` is either word, ``a?`` may be missing, ``{name}`` is any word of that class, ``_`` any one word, ``#`` a number.
"""

from __future__ import annotations

from functools import cache

from sheetsync.model import Outcome
from sheetsync.rules import decision_maker, families, hints, scorecard
from sheetsync.rules.lexicon import Lexicon
from sheetsync.rules.text import Phrase

#: Words that are as good as one another.
CLASSES: dict[str, str] = {
    "he": "he she they hes shes theyre theyve hed shed theyd",
    "hell": "hell shell theyll",
    "him": "him her them",
    "his": "his her their",
    "me": "me us",
    "i": "i we",
    "be": "is was be are were been being s hes shes theyre hed",
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
    "send": "send email mail fwd forward shoot drop pop post ping whatsapp text chuck sending sends",
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
    "#": "number", "nbr": "number", "num": "number", "no#": "number", "nos": "numbers", "disco": "disconnected", "discon": "disconnected", "disc": "disconnected",
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
    "sumthing": "something", "smth": "something", "nuthin": "nothing", "nuffin": "nothing", "nothin": "nothing", "somethin": "something", "bizness": "business", "busines": "business", "dialing": "dialling", "yep": "yes", "yeah": "yes", "yup": "yes", "aye": "yes", "yea": "yes",
}  # fmt: skip

#: What a sign stands for, in words for the sentence in Why.
REASONS: dict[str, str] = {
    "agreed: booked": "a meeting was agreed",
    "agreed: come": "a visit was agreed",
    "agreed: meeting": "a meeting was named",
    "wants: quote": "asked for a quote",
    "wants: deal": "agreed to go ahead",
    "wants: keen": "is interested",
    "asks: call": "asked to talk again later",
    "asks: try": "asked to be tried again",
    "timing: contract": "is bound until later",
    "timing: budget": "has no budget until later",
    "timing: season": "the timing is wrong",
    "timing: not now": "the timing is wrong",
    "no: refusal": "a flat no",
    "no: need": "has no need",
    "no: supplier": "has somebody already",
    "no: price": "too expensive",
    "no: fit": "no fit",
    "no: leaving": "is closing or selling the business",
    "no: word": "a flat no",
    "open: think": "wants to think about it",
    "open: info": "asked for information only",
    "open: hedge": "left it open",
    "open: wait": "will come back to us",
    "open: liked": "liked it and left it open",
    "open: not today": "not today",
    "consult: asks": "has to ask somebody else first",
    "busy: occupied": "could not talk just then",
    "busy: bad moment": "it was a bad moment",
    "busy: soon": "asked to be rung back the same day",
    "busy: unspoken": "nothing was discussed",
    "blocked: role": "somebody who cannot decide answered",
    "blocked: message": "somebody took a message",
    "blocked: refused": "was not put through",
    "blocked: other": "somebody else decides",
    "blocked: away": "the person was not there",
    "voicemail: machine": "voicemail",
    "voicemail: unanswered": "nobody answered",
    "voicemail: engaged": "the line was busy",
    "voicemail: cut": "the call was cut off",
    "voicemail: closed": "they were closed",
    "dead: wrong": "a wrong number",
    "dead: line": "a number that is not in service",
    "dead: left": "the person has left",
    "dead: closed": "the company no longer exists",
    "dnc: never": "asked not to be called again",
    "dnc: hint": "a flat no",
    "talk: chat": "there was a conversation",
    "empty: elsewhere": "",
    "aside: words": "",
}

#: The signs that speak for an outcome, by the word before their colon.
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
_TABLE["voicemail: machine", 3] = """
lvm
lm
vm|voicemail|voicemails|vms
{vm} again|full|only|picked|greeting|box|message|voice
left _? _? {vm}|vm|voicemail
left a? short|brief|quick|detailed|another|second|third|polite|long|nother|no|# message|msg
left message|msg on|at|after
left no? message
left #|two|three messages|msgs
dropped|leaving|left|leave a|my|another|the {vm}
got|hit|reached|straight|went|goes|go|going|sent|landed|into|only to|into|in|through? {his}|the|an|his|another|its|that|in? {vm}
got|only|just|by|the|her|his|an|it|was answering|answer machine|phone
answering machine|service
answerphone|answermachine|ansaphone|answerfone
message bank|box
mailbox {is}? full|again|only
only|full|the|his|her|a mailbox
full mailbox
{his}|the|a|voicemail|long|recorded greeting
greeting says|said
auto|automated|automatic attendant|system|message|reply|menu|lady|voice|text
recorded|recording message|voice|lady|gentleman|announcement|man|woman
a|the|only|heard recording
per recording
phone tree
ivr
press 1|one|#
after|before|till the beep|tone|bleep
beep
a machine
out of office
ooo
office|automatic|auto reply
absence note|message|assistant
dial by name
anrufbeantworter|messagerie|repondeur|buzon|contestador|mailbox|anrufbeantworter|voicemailbox|segreteria
boite vocale
poczta glosowa
left|leave word|message on
dictated|spoke to|into the|his|her? machine|{vm}
message after the tone
text|texted|whatsapp|whatsapped|emailed him|her|instead|after
message|msg on machine|vm
got the machine|tape
went|straight to machine|tape
lv
left vm|msg|message about|abt|w|on|with?
that|machine|tape|answering machine again|only|picked|came|answered|said
a|his|full fax no
waiting|holding loop|queue
put me|us on|in hold|the|a waiting|queue
vmx2|vmx3|vmx
google|call|robot screener|screening|assistant
after hrs|hours recording|message|msg
beep boop
{vm}|vm box|mailbox not|isnt set|setup|up
ivr|phone maze|loop|menu|tree
holiday|closed msg|message|recording
line dropped
robot asked|voice|said|thing
voice guidance|prompt|robot
call screening|screener
their|the machine|message says|said
state my purpose|name
number one|1|first in the queue
pressing|press|pressed number|#
stay|remain|hold on the line
lvm|vm re|about|on|again|with|w _?
goes|went|rolls|falls|got|get|reached|answered|talked|spoke|speaking to|by|into|with|at a|an|the|some|only? bot|robot|chatbot|machine|tape|recorder|recording|box|computer|voicebot|gadget
talking computer|machine|robot
menu|menus options|option|maze|after|system|loop|of|then|and
six|five|four|nine|eight|seven|endless menu options?
menu options
dead|blind|failed transfer
transferred|transfer|transferred|passed me? into|to the|a? nothing|void|nowhere|silence|ether
elevator|piano|lift|classical|flute|harp|bagpipe|waiting music|muzak
vivaldi|greensleeves|muzak|beethoven
music|piano|song|jingle played|playing|plays|for|then|until|and # |ten|twenty|minutes|ever|me|nobody|nothing|silence
music only|and|then nobody|nothing|goodbye|silence|ended|cut
after|at|before|past the? bip|beep|signal|tone|bleep|pip|peep
automatic|electronic|telephone|machine secretary|sekretarka|answerer|attendant|answer|lady|girl|woman|voice
answering|answer device|apparatus|robot|service|tape|gadget|box
vocal|voice|telephone|phone box|mail|mailbox|message|note|memo
spoke|talked|recited|sang my|a|the? _? into|to the? silence|void|tape|box|machine|beep|mailbox
usual|long|same|a greeting|jingle|outgoing
greeting in|from|of|again|only
machine says|said|asks|asked|thanked|took|picked
says the machine
said|spoke|told to? the|a|his|her machine|recording|tape|robot
voice of the|a|his|her robot|machine|computer|tape
{not} accepting|receiving calls|messages at|right|now|today|just?
customer|subscriber|person|caller|party isnt|is|cannot|not not? accepting|available|reachable|answering
robot|bot|chatbot|computer|machine|machine answered|answers|took|picked|asked|asks|speaks|says|said|talks|thinks|wanted
left|leave|recorded|say|dictated my name|number|piece|message|word|pitch|spiel to|on|with|after|into the|a? machine|tape|beep|tone|box|robot|recorder
mailbox|box|inbox|voicebox|tape {is} full|stuffed|choked|packed|maxed
full inbox|box|tape
inbox full
state|say|speak|announce|give {his}|my|your name after|and|at
press|pressed|pressing|choose|dial|push one|two|three|four|five|nine|zero|#|star|any for|then|and|key|button?
chosen|options|option english|listen|changed|one
your call is|matters important|valued
call is important
please hold|leave|stay|continue the|a|line|message|holding
number|caller # |one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve in the? line|queue
thank|thanks you? for calling
segreteria|sekretarka|repondeur|contestador|rusuden|anrufbeantworter telefonica|automatyczna|automatico|vocal?
caixa postal|de
boite vocale|de
message|msg number|nr # |two|three|four|five
left {him} a|another|my|# voicemail|voice|word|message|msg
lefta|lmtc|lmtcb|lvmtcb|lmom|lmovm|lmvm|vmlm|nvm
vm full|left|no|full
another|yet|one more|another another? voicemail|vm
got|get his|her|the voice mail|box|mail|greeting
voice mail|message|mailbox
cheery|cheerful|plummy recorded|recording|voice|greeting|message
"""
_TABLE["voicemail: unanswered", 3] = """
no answer|pickup|pick-up|reply|response|joy|luck|dice|ans
no pick up
no answers
x|x2|x3|# no
no x2|x3
no one|body? answered|picked|home|there|answers|picks|lifted|lifting|is
nobody is? in|there|home|about|lifting|picking
{not} picking|answering|lifting|attending
{dont} pick|picked|answer|answered|lift|respond|attend
didnt|doesnt|wont pick|answer up|the|his|her?
no one picks|is
not answered|answering
unanswered
rang|rings|rung|ring|ringing|ringed|rung out|off|through|away|endlessly|forever|no|twice|without|continuously
rang|rings|ringing|ring|rung and|& rang|rings|ringing|ring|rung|on
it|only|just|phone|line|bell|mobile|landline|full|three|# rang|rings|ringing|ring|rung
rings|rang|ringing for|until|till ages|ever|a|it|out|#|an|so|the
ring is going
ringing ringing
rang out|off
rang and
full ring
gave up|after holding
gave up
give up
hold music
on hold for|#|until|till|with|the|eleven|ten|twenty|half
only|just|with|nothing|in|going in|but|the music
not|isnt reachable|reached|reaching
unreachable
out of|off coverage|network|range
no network|coverage
mobile|phone|cell|handset|number|it|been {is}|was|been|has|be? switched|turned|powered off
switched off
{cant}|couldnt|unable|failed|didnt|not to? reach|raise|get|catch|find him|her|them|anyone|anybody|hold|a|through|soul
{cant}|couldnt reach|raise
no live|one|human|soul contact|answer|there|about|picked|answered
dead air|silence
silence then|on|and|for
just|only|total|complete|then silence
no contact|connect|connection
missed|missing each|him
no show
not|never a sinner|soul|peep|sausage|person|word|human there|about|in|answered|out?
nobody
nobody at all
not a soul
# times|attempts|tries
third|second|fourth|fifth|2nd|3rd|4th|another|last attempt|try|go
2nd|3rd|4th|third|fourth one|attempt|try|time
cold silence
kein|keine|niemand|nessuno|nadie|personne|nikt anruf|antwort|erreicht|risponde|contesta|repond|odbiera?
nicht erreicht|erreichbar
no contesta
still|again no|nothing|nada|out
nothing but|except ringing|music
try|call|ring|have|another|give _? _? _? crack|again|once monday|tuesday|wednesday|thursday|friday|tomorrow|more|more
voicemail|answering full|machine|service
nobody there|in|home|at|answered|picked|about|all
nobody answered|answers|picked|picks|home|there|in|about|lifted|lifting|is
# rings
zip|crickets|nada|zilch
tried #
tried #
phone off
{call} not connecting
not connecting
no luck|joy|dice|connection
didnt pick
ring ring
rings no
just rings
na
n/a
n a
rang rang
lifted|picked up? the receiver|phone and put|then|but it? straight? back?
put it|the|phone straight? back? down|receiver
returned|returning the|my|any others|calls|call
{not} returned|returning
third|second|fourth|5th|4th|3rd|2nd|sixth this|one|message|vm month|week|today
nothing since|yet|but
no joy
tried|called|rang|dialled|dialed|phoned twice|thrice|#|again no|nothing|times|and
called|tried|rang _? times|twice
# attempts|tries|goes
nobody takes|took|lifted|lifts
phone is|comes|coming switched
only ringing|rang|rings
that is only ringing
no resp|response|reply
just music
got hung up on
on hold # |ten|twenty|fifteen
cell|tel|mobile off|not
tel not answering
didnt|couldnt get him|her|thru|through|anyone
rang # |ten|six
dead silence
rang off the? hook
said nothing
bailed
picked up and put _? down
put straight? down again
not one single|person
nobody|somebody|someone picked up? there|then|and
breathing
then the pips
connection was|is broken|lost
public|bank|cup|boxing|labour|independence|republic holiday|day
waited # |eleven|ten|fifteen|twenty|five|twelve minutes|min
# minutes|min with|of|on|in music|a|hold|the|queue
ring is
they|office|shop close|closes at
box full
nobody about|around|there|in
no luck
tried cell|mobile|office|both|all|home and|& cell|office|mobile|nothing|numbers
dead air
nothing back
not a peep|sausage|squeak|whisper|cheep|bean|murmur|dicky|sinner|creature|christian|living|breath|cat
let|left it|the phone|bell ring|rang|ringing|ringin out|off|through|until|till|for|#|ten|twenty|thirty|forty|long|a|on|fully
it rings it? rings
rings|rang|ringing|ring|rung in|into|to|through an|the|my|a empty|void|emptiness|nothing|air|wind|silence|dark|nobody|nowhere|end|hall
rang|rings|ring|rung itself|and|to|till|until silly|nobody|my|the|nothing|noone|end|thirty|it
nobody|noone|none takes|took|came|come|comes|lifts|lifted|raised|raises|rose|moved|stirred|wanted|would|wanted to|the|off|up|out|answer|pick? the? phone|telephone|receiver|it|answer?
nobody|noone|none has|have|had answered|lifted|picked|taken|responded|replied|come
nobody deigned|bothered|stirred
no|not sign|living|human|christian|one of? life|soul|voice|person|reply|creature
{dont}|did|does|do not? take|lift|raise|reply|respond|answer|pick|reach|get the|up|to|a|any|his|her phone|telephone|receiver|my|person|human|anyone|anybody|call
did not reach|raise|get|catch|find a|any|him|her|them|anyone|anybody|nobody person|human|soul?
did|do not answer|pick|lift|respond up|the?
reached|raised nobody|noone
reached|raised no one|soul|person|human
did not reach a|any|anyone|anybody
never|not came|come|went|returned back|on|to to|on|the|line?
left|leaving|kept {me}? on|in? hold|hanging
never came back on
forgot|forgotten|forgets about? me|us i|was?
left holding|hanging
bell goes|rings|rang but|and|for|only
call|calls failed|fails|failing|unanswered|ignored
called|ringed|rang in|for vain|nothing
in vain
nothing|silence on|at|from the|either|both|all other|end|line|numbers|phones|two
neither|both number|numbers|phone|phones|line|lines|mobile answered|answers|rang|ring|ringing|dead|out|picked|picks
to no avail|answer|effect|purpose
no avail
gave|give it|up # rings|attempts|after|on
twenty|ten|fifteen|thirty|forty|twelve|eight|# rings
rings|ringing and|then|but nothing|nobody|stops|silence|dies|noone|none
out|past|off of? signal|reach|coverage|range|area
out of the? coverage|reach|area|zone|range
subscriber|number|customer|mobile {is} not? reachable|switched|out|off of?
not reachable|contactable
another bash|crack
have another bash|go|crack|shot|stab
tried twice|thrice|both
nadie|niemand|personne|nessuno|ninguem|nikt contesta|da|ne|risponde|atende|odbiera|ging|repond
ne repond
nao atende
keiner da
ring|rang no reply|answer
noans|nans
"""
_TABLE["voicemail: engaged", 3] = """
line|phone|number|signal|tone|mobile|cell|lines {is}? busy|engaged|occupied
busy|engaged signal|tone|line|all|both|every|again|#|2x|x2|the
permanently|always|constantly|still busy|engaged|occupied
engaged
times|all occupied
besetzt|occupe|comunicando|occupato|zajete|ocupado|bezet
in gesprek
line busy
busy sig
engaged|busy|occupied tone|signal|again|still|twice|both|all|every|each|on|for|since
line|lines|number|it|phone|telephone|always|still|forever|constantly|all {is}|are|was? engaged|occupied
on another line|call when i
tu tu|tu
"""
_TABLE["voicemail: cut", 3] = """
hung|hangs up before|on|straight|right|immediately|as|when|mid|after|while
hung up
click before|and
cut|cuts|cutting|dropped|disconnected me|the|call|us|off|it before|after|off|when|as|in|mid|dead?
rejected|declined|cut _? my|the|call|calls
{he}|has rejected the|my call
line went|goes|is|was dead|silent
got|get cut off
cut off
dumped me
lifted and|then dropped|hung|put
never|not|didnt connected|connect|connecting
click
click click
answered|picked|lifted up? then|and|but dropped|hung|nothing|silence|click|cut
hung up on me right|straight|immediately|before
straight|right|immediately hung
lifted _? and put
phone down on
rang|rings off again?
and died
pips
dialling tone
dial tone
before|b4|ere id|ive had? even? drawn|opened|uttered
before|b4 i could|can even? say|finish|open|speak|draw|get
mid|middle|half|halfway of|through my|the|a? word|sentence|hello|name|greeting|pitch
in the middle of my|the hello|name|greeting|first|sentence|word
someone|somebody|something knocked|dropped|threw phone|it|the|off|down
heard|hear only|just|nothing|a|the tv|radio|television|dog|breathing|wind|cat|hoover|birds|footsteps|traffic|but
only|just|heavy|some breathing|panting|static|crackle|crackling|hiss|wind
static
line|call|phone|battery|signal|it died|dies|fell|dropped|lost|vanished|collapsed on|at|before|and|when|after|mid|between
went|gone|goes dead on|at|before|mid|when|after|in?
slammed|banged|threw it|the|his|her down|phone|receiver|handset down?
put the|his|her receiver|handset down
put down the phone|receiver|handset|telephone
receiver|phone|handset|line went down|dead|back
hanged|hangs up|off
toddler|baby|child|kid|parrot|dog got|has|had|was|on|breathing|babbling|answered|singing the|phone|on|into|to|me
thought|took i|me was|for a|the robot|recording|bot|machine|computer
rang|rung off before|without|as|mid
without a|one|any word|hello|goodbye|sound
picked|lifted|answered|took up|it|the|and? phone|receiver|and? put|set|laid|dropped|replaced it|down|again|back
lifted and|then|but
lift|lifted|picked it|up? and|then put|drop|dropped|lay|set
cut me|us off|dead|short before|after|at|in?
got|was|been cut|disconnected|dropped|thrown off|out
disconnected|cut|dropped twice|again|mid
call|line dropped|disconnected
"""
_TABLE["voicemail: closed", 2] = """
closed|shut for|until|till|today|on|wednesday|monday|all|the|through|early
office|shop|place|store|bank|everything|they {is} closed|shut
bank|public|national holiday
between exhibitions
reopen|reopens|reopening
site day
closed
closed|shut|shuts|closes mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|early|lunch|midday|noon|fridays|weekends
closed|shut on|of|every a? monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|sunday|sundays
shutters {is}? down|closed
office|opening|working|business|shop hours are|is|over|#|only|from|mon|monday
opens|open again|only|at|from|on # |nine|ten|monday|tuesday|wednesday|thursday|friday|two|three|four
half day closing
ferragosto|feiertag|puente
gone home for|already|by
everybody|everyone|all|they gone|left|went home|for|already
day of rest
lights {is}? off|out
"""

# ---- a number that leads nowhere -------------------------------------------------------------------------------------
_TABLE["dead: wrong", 3] = """
wrong number|#|no|person|num|guy|house|business|place|party|company|hotel|man|woman|digits|firm|shop
number {is} wrong
wn
w/n
bad|duff|false|incorrect|fake number|#|no|info
false number
isnt|wasnt|not {his}|her|the|a number|anymore|longer|kennel|hotel
never heard of {him}|em|it|that|anyone|anybody|any|a|us
no such person|company|man|woman|name|firm|business|extension|shop
nobody|noone|one|there|no by|of|called|named that|the|this name
nobody by|called|of
no one by|called|of
nobody there called|by
somebody|someone|somewhere|anothers|another elses|company|else|persons|business
someone elses
private|residential house|person|number|family|household|residence|flat|home
rings|goes|comes|puts|put|number|line|phone|it|connected|through at|to|into|me|through a|an|some|the|somebody|someone|another church|kid|pizza|salon|nail|hairdressing|hairdresser|hairdressers|fax|hotel|school|house|takeaway|bakery|garage|warehouse|residence|pharmacy|stranger|hospital|butcher|florist|café|cafe|pub|barber|restaurant|family|elses|company|different|private|elderly|old
goes|rings|went|comes to|at|in a|an|some|the
its|it|was|is|now|this|got a|an|some|the nail|hair|pizza|pizzeria|vape|tmobile|fish|chip|dog|private|family|school|church|bakery|barber|tattoo|launderette|kebab|takeaway|nursery|hotel salon|shop|store|place|house|home|number|of|parlour?
some random|gal|granny|kid|poor|lad|bloke|fella|old|pensioner|stranger
who|has|have|hes|shes never met|heard|seen|been
has|had|have|hes|shes this|that|the|it|his|her number|line|mobile|for|since|phone since|for|now|four|two|years|#|about?
{he} had|has it|this #|since|for|two|three|four|ten
had it # yrs|years
new owner of|has
number|line|phone|this|mobile|no|# {is}? now|belongs|belonged to|a|his|the|goes
is now a
now a|an shop|salon|vape|tmobile|store|fish|nail|different|church|bar|cafe|restaurant|hotel
number _? changed|reassigned
wrong|different person|party|company|number
mistaken number
falsche|numero|faux|mauvais|numero|zly nummer|equivocado|errado|numero|sbagliato|numer
pomylka
isnt _? and|it never was
find|get|need|look|search|found|hunt a|for|up|me new|another|correct|right|the|better|fresh? one|number|#|contact on|from|at?
numbers wrong
number|#|it belongs|belonged|rings to|at|in
answered|picked|lifted|it|got some|by|up|hold pizzeria|salon|stranger|kid|granny|random|hairdresser|hairdressing
# no good
no good
old #|number
not his|her|their|the number|#|phone
some kids|ladys|guys|strangers cell|phone|number|mobile
the|got|wrong wrong house|party|guy
no good number|#
is|was not existing
rings|reaches|gets|goes|comes|puts|through to|up|into|some|a|an bloke|lady|man|woman|guy|family|florist|church|gym|school|stranger|kid|voicemail
sick of our|my|these calls
number with|went the
place|building|shop|store|unit burned|burnt|demolished|empty|vacant|down|gutted down?
private man|woman|person|lady
some|a poor woman|man|lady|soul
thats|its|now a _? beater|shop|salon|parlour|house|place|bakery|church|gym|cafe now
{he}|who|whos|woman|man never heard of
old mobile|cell|number|shop
everybody|everyone|people calls|call|ring|rings
there is another|one
some lady|guy|woman|man|kid|dude|gal in|at|from
no _? here pal|mate|hon|buddy
no dave|mike|john|such|steve|bob here|there
aint|isnt|not a dentist|doctor|shop|business
goes to a|the|some
his|her|the ex wifes|wife's|wife|husbands
has had this
kid has it
namesake
short a digit
does not belong
number bounced
wrong by one
ladies|boys|girls hostel
having|has|have this|the same? number
reports itself|herself
number _? _? ringing|rings|goes|going|is|reports into|to|at|in|itself
{he} house|home phone since
this is|was|has a|been her|his|the|my house|home
it is|its|is not|isnt {his}|wandas
isnt|not wandas|bernies|daves|mikes|his|hers|theirs
stop calling this
never sold
firm|business|shop|company is|was sold for|to
nobody knows number|the
a|an pizzaservice|pizzeria|hostel|kennel|school|pharmacy|police|parish|church
gal|lady|woman|man|girl there was|said|were
house|private phone|number|house|home|residence since|now|of
somebody|someone|another elses|else|persons? number|phone|telephone|house
{not} his|her|the|theirs|mine number|phone anymore|any|more|at
that|this|it is|was|s a private|different|someone|residential
nobody|noone|no|none here? of|by|with|called that|this|the|such name
never sold|heard|known|ordered _? of|so|him|her
has had|having|having this|the number
a nail|hair|pizza|tattoo salon|shop|place|parlour|parlor now
never heard of
has|have|had had? it|this|number #|two|three|years? years|yrs
residential
no such company|firm|business|person|name|co
thought|thot|thinks|took|believed|swore|convinced|sure i|im|me|that i|was|am|for|were her|his|their|the grandson|nephew|son|daughter|doctor|bank|council|plumber|granddaughter|niece|brother|sister|taxi|pharmacy|surgery|police|husband|wife|hospital
there never was|were one|any|a|such
no _ _? there|here never|not was|has|had|is
never was|were a|any|one|such|no
never|not known|knew|met|heard|seen anyone|anybody|a|any|of|such|him|her|one of|called|named|by|such? this|that|the|him|her|name?
landed|ended|wound|got|reached|came|fell up|out|through? at|in|on|with|to a|an|somebodys|someones|another day|daycare|creche|nursery|kindergarten|playgroup|laundromat|launderette|taxi|bookmaker|bookies|bingo|monastery|convent|mosque|police|hospice|museum|zoo|pharmacy|butcher|baker|bakery|florist|salon|hairdresser|barber|motel|pizzeria|pizza|takeaway|kebab|laundry|gym|church|hospital|flat|apartment|private|family|widow|stranger|student|pensioner|residence|fax|different|wrong|kitchen
day|play|child care|group|nursery|school|minder centre|center|answered|now|twice|in|at|on|again?
reached|woke|disturbed|got a|an|somebodys|someones private|pharmacy|apartment|flat|kindergarten|widow|stranger|student|pensioner|nursery|warehouse|residence|wrong|hairdresser|salon|pizzeria|butcher|bakery|florist|convent|launderette|laundromat|granny|daycare
id|i reached|got|rung|called|dialled a|an|the|his|her wrong|warehouse|flat|private|different|mobile|house|home|kitchen
complete|total|perfect|utter stranger|strangers
stranger|strangers|pensioner|widow answered|answers|picked
strangers mobile|phone|house|number|flat|kitchen
number|line|phone|telephone|mobile {is}|has|was|now|not of|for|to|another|other|others|somebodys|someones|belonging|in a|an|another|other|different|some|the|now|hands? person|people|family|firm|company|house|gentleman|lady|man|woman|student|owner|name|hands|else|city|town|country|business|school
number {is}|was|not|isnt|wasnt not|a|an|the|very|no|it? good|right|correct|true|his|hers|theirs|bad|false|mistaken|erroneous|incorrect|duff|dud|mistake|old|longer|use|other
isnt|not the|a? right|correct|true|good number|#|no|phone|telephone
people|family|gentleman|lady|man|woman has|have|had|got|bought|given|taken the|this|that|his|her|my number|line|phone|sim|telephone new|since|from|for|last|two|#|three|recently|only|long|ago|now
bought|given the|this number|sim|line
new|sim|second|prepaid owner|number|hand|holder|card of|from|has|is|new|in
number|phone|line|mobile changed|changes|switched hands|owner|owners|users|people|families
changed {his} number|phone|mobile
mistake|error|mix|fault of|in|with|up the|my|our? number|numbers|list|digit|sheet
wrongly noted|typed|written|recorded|copied|listed
one|a|two|some|missing|wrong digit|digits|figure|figures|numeral|numerals off|out|too|short|missing|wrong|is|are|few|many|swapped|transposed|extra
digit|digits|number|figure short|missing|too
typo in|on the|his|her|our? number|list|phone
dud|duff number|#|line|lead|no
still wrong
check|checking|recheck|verify the number
please check the|your? number|and
no|nobody|noone|none person|one|man|company|such|there|here|known of|by|with|called|under|at|in|on this|that|the|such|her|his name|number|address|firm|house|description
who|whom he|she|that|is he|she|that|this|was were|is|are|might|be
{dont} know|knows|knew any|anyone|anybody|a|no|such|him|her|the|that|this person|man|name|one|company|by|of|called|at|lady
same number|line for|since thirty|twenty|forty|ten|#|years
wrong town|city|country|firm|family|state|man|woman
moved house|flat|home|away|town and|the|now|years|to
out of date number|list
belongs|belonging|belonged now|to a|an|now|somebody|someone|another|the|his|her
sells|selling|does|makes|cuts|bakes tyres|flowers|pizza|kebabs|hair|nails|fish|flats|shoes|cakes|houses now|instead|not|and
wrong wrong
misdialled|misdialed|misdial|missdialed
number mismatch
not him|her never|not was|heard
"""
_TABLE["dead: line", 3] = """
dead|invalid|defunct number|#|line|no|ext|extension|phone|tone|as
number|line|phone|ext|extension|#|cell|mobile|its|it|his|her {is}|has|has|comes? been|now|no|gone|up|back|just? disconnected|dead|invalid|unallocated|incorrect|discontinued|deactivated|reassigned|inactive|kaput|unassigned|unobtainable
disconnected number|line|phone|tone|#
disconnected
discod
not|no|isnt|out|longer in|of|longer? in|of? service|use|operation
no longer in service|use
number|#|subscriber|it|extension|person|they|dialed|dialled {not}|no been|longer|be? recognised|recognized|exist|assigned|allocated|valid|working|completed|exists|available|connected
not been recognised|recognized
not recognised|recognized|allocated|valid
does not|doesnt|dont|no|not|longer exist|exists|existing
doesnt|dont|not work|working anymore|number|now
three|# pips|tones
pips
sit tone
fax tone|machine|line|number|noise|screech|squeal|sound|back
a|its|was|is|got|hello fax
fax
screech|screeching|squeal
dead|continuous|long|strange|weird tone|beep|beeping
kein anschluss
gibt es nicht
no existe
nie istnieje
temporarily|permanently out|disconnected|suspended|unavailable
not a? working|valid number
incoming calls barred
no such number
three|two beeps
number you have dialed|dialled
area code
not in svc|srvc|serv|service
digits missing|short|wrong
cant|wont dial|connect it|through
line is|was|s|lines? cut|gone|disconnected
goes nowhere
no dial tone
squealed|squealing|screeched|whistled
number _? _? _? _? {is}? not available|valid|correct|in|allocated
not in service
has|have not been recognised|recognized
number you have|dialled|dialed
not|isnt recognised|recognized|valid|active|assigned
fax machine|screech|sound|noise
phones|phone|lines off|dead|cut
forwards to nothing|nobody
modem
squeals|shriek|squawk|squawks|squawking|warble|warbling|skree|skreee|skreeee|screee|eeee|bleeping
high|shrill|piercing|ear pitched|whistle|tone|splitting|note|scream|sound
three|3|rising|triple|sad tone|tones|notes|beeps|bleeps|pips
tritone|tri
at|by the|their|his|her|its subscribers|customers|users|owners|clients|subscriber|customer request
not|isnt|never|no longer|more? attributed|assigned|allocated|issued|functional|functioning|operational
number|line|phone|telephone|extension {is}|has|been no|not|been|gone|out more|longer|of|been? use|used|attributed|anymore|ceased|cut|suspended|cancelled|canceled|terminated|removed|withdrawn|deleted|commission|order|existence|exist
lines|line|number|numbers|phones|landline been|was|got|being|has turned|cut|taken|shut|disconnected|pulled|ripped|removed off|out|down
line|lines|number|landline gone|kaput|kaputt|tot
number|line|phone does|did|do|doesnt|dont|didnt not|no|more? exist|exists|work|lead|ring|function|connect|go|answer anymore|more|longer|any|to|anywhere|at|through?
exists|functions not|no longer|more?
unknown|inexistent|nonexistent|invalid|unobtainable|unallocated|unassigned|ceased|discontinued number|subscriber|extension|line|tone|#|participant|user
number|subscriber|extension unknown|inexistent|nonexistent|unobtainable|discontinued|ceased|unreachable
leads|lead|goes|ringing|rings|connects|dials|went|go to|into? nowhere|nothing|void
{dont} even ring|connect
not even a ring|tone|ringing
no tone|ringing|dialtone|ring|sound|signal at|whatsoever|on|of|any|all
old|wrong|new|area code|codes
call|calls cannot|cant|wont be? connected|completed|placed|go|put|pass through|as?
cannot be completed|connected as|at?
operator|voice|network|company|lady|robot|recording|announcement|telstra|vodafone|bt|orange says|said|tells|told|announces|announced|repeats that|the|me|it|this? number|line|no|not|it|subscriber
recorded|operator|automated voice|message|lady says|said|tells number|the|this|no
fax|faxes machine|squeal|whistle|tone|again|shriek|number|only|beep
ce|le|el|il|o|nie|der|die|numer|numero|nummer numero|numer|nummer|nest|ne|no|nao|non|nie|ist|ma pas|existe|attribue|existiert|istnieje|esiste|inesistente|takiego|unbekannt|falsch|vergeben|nicht
non attribue|esiste|inesistente
wrong|incomplete|short number of? digits|number
three beeps|pips|bleeps
nis|oos|d/c
number you|u called|rang|tried|want|have|dialled|dialed|are|reached
phones|lines cut|ripped|taken off|out
disconnected|disconn|discnt|discnctd
"""
_TABLE["dead: left", 3] = """
left|quit|exited|leaves the|this|that company|organisation|organization|job|practice|clinic|school|trust|charity|studio|bank|role|post|firm|business|team|group|agency|college|church|parish|hospital|museum|board
left|quit|departed in|last|months|back|for|at|two|three|#|since month|year|week|spring|summer|winter|march|april|may|june|july|august|aug|september|sept|january|jan|february|feb|october|oct|november|nov|december|dec|months|ago|another|weeks
{have} left|quit the|us|them|in|for|last|and|company|there|since
hes|shes|theyve|has|he|she|who left
left us|them in|last|for|two|months|back|a
no longer at|with|there|works|working|employed|here|part|owns|an|on|runs
not|doesnt|hasnt|isnt|aint with|work|worked|works|there|here|working been|here|there|for|them|company|the|us|at|anymore|more|any|since
not there|here anymore|any
{dont} work|works there|here|for|at|with
{not} been with them|there|the|us since|in|for
{not} with them|us|the since|anymore|any|company
moved on|away|abroad|jobs|companies from|to|last|and|in?
moved|gone|went|transferred|left to|over a? new|another|different|competitor|rival|other|portugal|france|canada|spain|london|australia company|job|firm|post|role?
shot through
gone abroad|from|since|for good|the|march
retired
retired|resigned|deceased|dismissed|fired|sacked|terminated|redundant|redundancy in|last|and|from|two|years|now|since|already
resigned|deceased
let go
passed away|on
{is} dead|deceased
died
buried
change|changed|new of|the? job|jobs|owner|owners|management
has a new job
under new ownership|management|owners
sold up|the and|business|company|place|shop|last and|moved|to|last
took|taken|accepted a|another|new job|position|role|post|package elsewhere|at|with|in?
no forwarding|replacement
nobody|nothing|no|dont|who knows|took|takes|has where|his|her|over
ex employee|colleague|worker
hes|shes|theyre gone
gone fired|since|from|months
quit in|last|the
died in|last|of
sold the biz|business|company|shop|firm and|last|to
moved to|out|back|away florida|of|arizona|spain|australia|canada|portugal|london|another
resigned
new owner|owners took|takes|bought|now
quit # wks|weeks|days|months|mos
nobody in {his} seat|chair|role|post
seat empty|vacant
position vacant|eliminated|open
laid off
sold the place|pub|shop|practice|farm|business
left the|his|her job
left|gone|went in|and|to the? spring|gone|bangalore|london
new people|owners|tenants
{not}|arent replacing|replaced
took a job
left # yrs|years|months|mos
no longer w|with
transferred to another
vacant
moved out of state
is gone vacant
no|not longer|more? living|alive|amongst|among
god rest him|her
rest in peace
rip
passed at|in|on|last
{have}|has the company|firm|business|house|job|post left|quit
her|his|the place|post|role|position is|was cancelled|gone|eliminated|removed|vacant
left last|in|the|at|this|two|a|end year|month|company|quarter|spring|week
shot|went|moved|gone through to|back|off
left the|that company|firm|business|practice|school|organisation|job
nobody|noone|no has replaced|took
passed|died away|on|in last|in|over|this|two
desk|chair|office|seat|name|room|locker|nameplate is|was|now|has|been|stands|sits|gone a|been|off|now? plant|empty|cleared|given|bare|vacant|door|taken|bald|storage|stripped
cleared|emptied|packed {his}|out|up his? desk|locker|office
took|taken|has|have early? pensioned|retirement off?
has|have resigned
early retirement
pensioned off
went|gone|moved|returned|flew|emigrated|goes|relocated back|home|off|away|out|over|out to|for|in {his} home|country|parents|village|poland|india|romania|portugal|ireland|scotland|spain|france|australia|canada|germany|brazil|japan|wales|thailand|nigeria|ghana|lagos|dubai|good|country
sold|handed out? to his|her|the nephew|cousin|son|daughter|brother and|last|in|who|years
sold out to his|her|a nephew|cousin|brother
lives|lived|living|moved|retired|settled now|up|down|out|over? in|at|near|by|to branson|florida|spain|wales|cornwall|poland|france|italy|portugal|goa|australia|cairns|bali|brighton|arizona|texas|canada|america|thailand now
lives in|at|by|near|down|up now
changed|changes|switched|swapped companies|company|jobs|job|school|schools|parish|employer|employers|firms|sides|house
gone|went|left|defected|poached|moved to|over|by|across to? the|a|another|some|our|its? competition|competitor|competitors|rival|rivals|another|other|pastures|greener|else|somewhere
pastures new
{not} more|longer with|in|at|here|there|works|working|employed|among|amongst us|them|the|here|there|this|our|company|firm|house|business
works|work|is|be not|no more|longer|anymore here|there|with|at us|them|here|there?
no more|longer works|working|is|work|employed|part|here|there|in|with here|there|with|at|for|us|them|this|the|our|of
left|quit|abandoned|departed us|the|them|this|since|our|already|his|her|for|long house|structure|society|enterprise|company|firm|post|job|business|world|years|months|ago|team|school|parish|order|building
left {he}|she|us|here|there|since|for|already ago|years|months|weeks|months|long|for|two|three|some|a
hasnt|not|havent|hadnt been|worked here|there|in|for|with|at since|in|for|a|two|three|years|months|any
was|were|been|got let|laid|made go|off|redundant
they let him|her go
got|given|handed|got|was his|her|the|in boot|sack|chop|cards|notice|push|elbow|papers|resignation
handed|gave|given in? {his} notice|resignation|papers
gave notice
walked|stormed out in|last|one|and|months|weeks
job|position|post|role {is}|was|got|has been? cut|axed|gone|eliminated|abolished|dissolved|scrapped|redundant|empty|unfilled
in the churchyard|cemetery|graveyard
he|she|sir|madam {is}|has|have|had expired|deceased|demised
expired last|in|this|two|on
sir|madam is no more
gone|went|called to be|glory|meet|join|the|his|her with|jesus|god|lord|maker|reward|good|rest
laid to rest
lost|buried|burying {him}|her|them in|at|last|this|to|on|two|years|before
funeral was|has
transferred|posted|promoted|moved|seconded|rotated|reassigned to|in|last|out|away|from|over|across another|head|a|the|thailand|osaka|new|other|april|spring|different|london|delhi|branch|division|factory|mumbai|office|our
was|been|has|got transferred|posted|reassigned|seconded|rotated to|in|away last|spring|april|another|the?
replaced|succeeded by|last|in|him|her a|the|another|new|by|with
{his} successor|replacement {is}|has|not|isnt|was|will
new person|manager|man|woman|lady|head|director|guy is|not not? yet|named|decided|found|appointed
moved|gone|upped|cleared|went out|on|away|off|elsewhere in|without|leaving|last|years|and|long # |leaving|a|no|spring|year|ago|any|left
without leaving a|any no? number|address|forwarding
left|leaving|leaves no|without|behind|a|any|nor number|address|forwarding|trace|new|nothing
"""
_TABLE["dead: closed", 3] = """
out of business
gone|went|go|are|going|is bust|under|bankrupt|insolvent|administration|liquidation
into|in liquidation|administration|receivership
ceased|stopped trading|operating|operations|business
business|company|shop|store|firm|biz|office|restaurant|place|branch|factory|plant|hotel {is}|has|have|was|closed|shut? closed|shut|dissolved|gone|folded|demolished|bankrupt|closed permanently|down|for|since|from|now|good|in|per|last?
closed|shut down|permanently|for|since|in|forever good|last|january|2023|2024|2025?
firm is closed|shut
boarded up
company merged
doesnt exist anymore|any|more
no longer trading|exists|exist
pub|shop|place|company|restaurant shut|closed down|last|in|for
bankrupt
merged
reassigned
went|gone|goes under|bust|bankrupt|belly
biz|business|shop|company|firm|doors closed|shut|gone
co went under
no|not|isnt|nolonger longer|more|in in? business|trade|trading|operation|operating|existence|exists|existing|active
no longer in business|trade|operation|existence
firm|firms|company|business|restaurant|place|factory|companys|practice|outfit|pub {is}|has|was|been|had|got? wound|folded|dissolved|bankrupt|shuttered|insolvent|defunct|ceased|collapsed|liquidated up|under|trading|existing?
wound up and|he|last|in|by
gone|went pop|phut|belly|tits
to the wall
bailiffs answered|in|took
administrators|liquidators|receivers answered|in|are|have|said
hands of|with the|a administrators|receivers|liquidators|liquidator|administrator|receiver|bank
closed|shut|locked|shuttered its|the|their|his|her doors|shutters|gates for|since|in|last|forever|ever|finally
closed|shut definitively|permanently|forever
ceased|stopped|ended activity|activities|trade|trading|operations|production
company|firm|business|shop|it|society|enterprise does|exists|do not|no exist|more|exists|longer more|anymore|longer?
exists not|no more|longer|anymore
struck off the? register|companies
building|place|premises|shop|unit {is}|was|been|being|has|now? demolished|torn|empty|flats|derelict|boarded|burned|burnt|gutted|rubble|flattened
its|is|now|all|turned|into flats|apartments|derelict|rubble|wetherspoons now|there|these|since
to let sign|board|now
moved|cleared|packed|gone out|away|up of|in|from|and # |business|trade|last|left
"""

# ---- somebody who cannot decide --------------------------------------------------------------------------------------
_TABLE["blocked: role", 3] = """
gk
gatekeeper|gatekeepers
receptionist|secretary|switchboard|reception
{secretary} answered|answers|picked|said|says|lifted|took|told|wouldnt|wont|claims|explained|again|who|is|was|with|on|and|has|had|put|didnt|couldnt|cant|screens|screened|blocked|asked|only|relayed|confirmed|very|thought|got|does|doesnt
the|a|his|her|their|young|some|got|only|another|spoke|to|with|w {secretary}
{secretary} to|of|for {him}|the|md|ceo|mr|mrs|owner|director|president|chairman|simone
pa|ea madam|to|said|says|lifted|answered|told|of|for
front|help desk|office|counter
lady|woman|girl|gal|bloke|lad|man|guy|chap|fella|person|someone|somebody|kid|one|young|temp|boy on|in|at|from|answering|of|working|covering|behind the|their|his|front|reception desk|office|phone|counter|reception|accounts|shop|till|phones|workshop|warehouse|front|line|desk|exchange|pitches|hatch|bar|back
security|night|hall guard|guards|porter|man|only|gate|desk
porter|doorman|watchman|caretaker|janitor|sexton|verger
hired|yard|farm|maintenance|delivery|stock hand|man|guy|boy|lad
his|her|their|the|a|got|one|it elder|younger|old|of|was|is? wife|husband|son|daughter|mum|mother|dad|father|brother|sister|colleague|colleagues|coworker|employee|technician|foreman|nephew|cousin|uncle|aunt|girlfriend|mrs|apprentice|trainee|student|volunteer|uncles|assistant answered|said|picked|says|took|told|on|lifted|picks|there|only
{relative}|missus|mum|mam|nan|pop|kid|boyfriend|girlfriend|tenant|housekeeper|au answered|picked|lifted|says|took|answers
got|spoke|spoken|talked|reached|had|speak|speaking|answered to|with|w|by|hold|of|me|through? only|just|the|a|his|her|kelvins|my|w|some|an|to|one|of? wife|husband|son|daughter|mother|mum|dad|father|brother|sister|colleague|employee|foreman|apprentice|caretaker|clerk|cashier|volunteer|trainee|temp|warehouse|technician|steward|porter|assistant|nurse|cousin|neighbour|nephew|intern|mate|driver|uncle
herself|himself instead of
answered the|by|was girl|secretary|assistant|wife|daughter|son|lady|boy|colleague|young|mother|kid
who answered was
only works here|there|saturdays|weekends
i|he|she just|only unlocks|does|works|answers|cleans|drives|make|makes|types|unlock|work|answer
just|only does|unlocks|answers|types the|phones|orders|gas|door|coffee
temp covering
one of the|them girls|lads|guys|boys|uncles|nurses|volunteers|teachers|drivers|waiters|staff
per the girl|receptionist|secretary|lady|staff
the|that|a|with|w|lady|woman girl|gal at|in|on|up|says|said|took|told|who
gal|girl|lady|woman|lad up|out front
the front desk
front desk
night guy|man|crew|manager|shift
told by staff|receptionist|security
kid|child|teenager answered|picked|says
mom|mum|dad at
{secretary} again|only|blocked|screens|screened
on reception
at|on the desk|counter|switchboard
shes|hes|i|im new
young lad|man|girl|bloke|lady|fella
got the|his|a night|wife|husband|son|daughter|kid|cleaner|foreman
lady says
backpacker|barmaid|bartender|waitress|waiter|barista|cashier|doorman|janitor|cleaner|handyman|mechanic|driver|roommate|flatmate|babysitter|nanny|neighbour|neighbor|housekeeper|gardener|nurse|hygienist|paralegal|bookkeeper|dispatcher|foreman|apprentice|intern on|at|answered|picked|said|says|took|there|only
nobody here till|until
boss surfs|golfs|sleeps|fishes|in|at|out|is|was
night guard|man|porter|clerk|shift
purchase|accounts|hr dept|department|executive|clerk
not there|here till|until|til
one boy|girl|lady|lad|fellow|person took|answered|picked|lifted
took the phone
{his} lad|girl|wife|son|daughter|mother|assistant|colleague|secretary|pa answered|said|took|guards|told|says
only the technician|secretary|assistant|cleaner|guard|son|wife
a colleague|lad|girl|clerk|nurse|teacher took|answered|said
girl|boy|lad|lady on|at|in the
boss would|will never
hygienist|barista|foreman|dispatcher|peon|volunteer|apprentice|bookkeeper|tenant picked|lifted|took|said|answered|says|not|boss|board|hubby
mom|mum|sister|wife|son|brother runs|took|answered|picked|runs
office|front lass|girl|gal|lady|lad
cleaning lady
assistant mgr|manager
runs the register|front|till
talked|spoke to tech|mechanic|staff|clerk
girl at counter|front|desk|till
supervisor|watchman|clerk|accountant|comptable|warden|peon|manager told|said|says|only|person|is
accounts|purchasing|hr person|guy|lady|staff|people
guy|man|lady|girl|person from|of purchasing|accounts|hr|office
i fell on|upon
section chief
purchasing staff|guy|person|lady
simply|just minding|looking after
noted my name
{he} will inform that|him|sir|them
took a memo
the? lady|girl|woman|lad|gentleman|person|boy|voice|man told|said|informed|says|tells|answered|picked|on
peon|houseman|butler|nanny|housekeeper|sister|nurse|guard|watchman|child|grandma|porter told|said|informed|says|tells|answered|picked
young lad|girl|fella|woman|man on|at|in
lady|girl|woman|guy|man|kid|lad|bloke at|on|in the counter|desk|front|till|bar|door|phone
young woman|lady|man|girl|lad|fella took|said|answered|wrote
whoever answered|picked
just does the? books|typing|filing|phones|cleaning
spoke to|w|with his|her|the son|daughter|wife|husband|mum|dad|mother|father|brother
got as far as
his|her wife|husband|son|daughter|mum|mother|dad picked|answered|said|took
nobody|noone home|in|there|around|about|here but|except|bar|save his|her|the|a|an
no one home|in|there|around|about|here but|except|bar|save his|her|the|a|an
spoke|talked|got|reached to|with|w? his|her|the brother|sister|son|daughter|mother|father in law
mother|father|brother|sister|son|daughter in law answered|picked|says|said|took|told|reckons|guards|lifted
dock|stock|kitchen|stable|barn|shed|yard|boat|paint|cellar guy|lad|hand|boy|girl|kid
yardman|farmhand|stableboy|groundsman|greenkeeper|gardener|shepherd|cowman|deckhand|sacristan|verger|lodger|carer|nanny|granny|grandma|grandmother|grandson|granddaughter|potwasher|underling|butler|maid|chauffeur|bodyguard answered|picked|lifted|says|said|took|reckons|swears|insists
nun|monk|lad|lass|lassie|wean|novice|girl|boy|child|youngster|teenager|kid|student|trainee answered|picked|lifted|took|reckons|swears|insists|explained|promised|repeated
person|one|voice|soul answering|who answered|picked|lifted|took|said|the
person answering
someone|somebody|one|boy|girl|man|woman|lady|fellow|lad in|from accounts|reception|dispatch|despatch|stores|goods|warehouse|payroll|sales|billing|customer|the? office|kitchen|workshop|stables|cellar
spoke|talked|got|reached to|with|w|through|hold? of? {his}|the|a|an|some wee|young|old|elderly|junior|new? lad|lass|girl|boy|nun|cook|gardener|driver|cleaner|builder|postman|carer|neighbour|neighbor|grandson|granddaughter|granny|nan|nanny|niece|aunt|yardman|farmhand|groundsman|deckhand|waitress|waiter|barmaid|barman|junior|saturday|work|weekend
work experience|experience lad|girl|kid|boy
only|just works|here|there|does|do|did|filling|holding|covering|answers|minds|minding|temping|visiting|cleans|helping|looks the|saturdays|weekends|wages|payroll|rota|teas|books|typing|cleaning|cooking|hair|nails|phones|phone|invoices|flowers|milking|driving|deliveries|post|filing|fort|bar|shop|till|in|for|out|after|on
just|only do|does|did|doing the? wages|payroll|rota|teas|typing|cleaning|cooking|phones|invoices|flowers|deliveries|filing|bookings|appointments|ironing|animals|garden|laundry
holding|minding the fort|phone|phones
hija|hijo|mami|mama|papi|abuela|esposa|marido|secretaria said|says|answered|told|decides|picked|took
au pair
office|practice|shop junior|cat|dog
her|his|their nan|gran|granny|grandmother|mam|mammy|da|nephew|niece answered|picked|says|said|took|lifted|told
agency|relief|locum|weekend|saturday|supply nurse|girl|lad|kid|cover|boy
sister|brother|nun on|of|at the? door|gate|phone
interpreter|translator
gate|lodge|house|gatehouse keeper|porter
neighbours|neighbors kid|boy|son|girl|wife
night|duty porter|nurse|clerk|sister|receptionist
works under|beneath the|a|his|her? cfo|director|boss|owner|manager|head|chef
is just|only|merely the|a bookkeeper|assistant|secretary|temp|messenger|cook|driver|gardener|cleaner|lodger|tenant|manager|foreman
"""
_TABLE["blocked: message", 3] = """
left|leave|leaving a|another|my|the? message|msg|word|note|name|number|card|details with|to the|his|her|their|a|an|some? {secretary}|{relative}|girl|guy|lad|man|woman|lady|kid|someone|somebody
{he}|and|i|will|would|to|can|could|gonna|promised|says|hell|shell|theyll|id|said|lad|girl|itd|it pass|relay|forward|hand|deliver|give|put|stick|leave|get|mention|tell|let|write _? it|this|message|along|note|details|number|over|card|him|her|them|that|the|my|him _? on|to|over|along|know|that|i|message|number|up|down|note|on|when
pass|passes|passing it|that|this|the|my up|on|along|message|details
took|take|taken|takes|taking _? _? message|details|msg
took|takes|take|taken|taking my|me|our|down|the|a|your name|number|details|card|number|note|info|oneliner|name
took it|everything|all|my down|name
left live|a message|word|name|number|message|details|my|msg with|w|at
left|leave|leaving message|word|my|a|me|name|your name|number|details|card|name|message|msg with|w|and|there|#
left word
leave|put|stick|pin|left|scribbled|wrote|write a|my|the|your|me|it|down note|postit|memo|number|name|on|card
{hell}|will|would|to tell|let {him}|the|mr|dr|boss know|i|that|about|we|called|rang|it
tell|told {him}|em|them i|pri|we|you|it|someone called|rang|that
let {him}|the|boss know|that {i}
{have} him|her|them|someone|somebody|the call|ring|phone|get|contact
ask|get|have {him} to call|ring|phone|get
message|note {is}|was|left|with|on|for taken|left|him|his|with
passed on to
hand over my
name and|& #|number|no|phone
took|left my|a|name|the #
took my #|number|name|details|card
left name
left my
give him|her|them the|my message|msg|number|note
pass it|that|this along|on
i left it|that|the|my|mine with|w him|her|them|reception|the
left|leave|leaving a|my|the|your? message|msg|name|word|note|number for|to
leave a message for
took|taken|wrote|written|noted|jotted|scribbled my|the name|number|particulars|details|# and|on|down|for
took note|notes of|my|everything|all
note|card|memo|paper|postit|slip|scrap on|to|for {his}|the desk|fridge|windscreen|wall|door|monitor|spike|board
on|to {his} windscreen|fridge
stuck|pinned it|my|the _? on|to {his}|the desk|board|fridge|wall|spike|monitor|windscreen
promised|promises|swore|offered|undertook to|that|shed|hed|he|she|would? pass|transmit|relay|inform|deliver
message|note|word was|is|has|will|would taken|left|passed|transmitted|be|get|reach
pass|passed|passes|give|hand {him}|it|that|this|on my|the|on|over|to name|number|message|regards|card|details|him|her|them|the
anything|whatever i|id|we have|had|like|want|wanted|would|wish like? to say
can be said|told|left to|with
would|will|promised|promises scribble|jot|scrawl|write|note it|my|that the|down|name|number
tell|let|inform himself|herself|the boss|lady|man|owner
"""
_TABLE["blocked: refused", 3] = """
{cant}|wont|wouldnt|didnt|refused|not|doesnt|refuses|never|dont|isnt|without|denied|declined|wudnt|wdnt to? put|pass|transfer|connect|patch|let|get|through|disturb|interrupt|bother {me}|it|my|the|us|call|him|through|him|her|you|calls? through|on|over|thru|past|across
{cant}|not wont|connect
wont connect
{dont}|not put|give|giving|pass|let|take|transfer|share|allow calls|me|out|anything|through|names|name|number|numbers|past|extension|cell|mobile|email|his|her|the|any|sales name|names|through|on|cell|number|out|email|extension|mobile|calls|thru?
wont|wouldnt|didnt|cant|couldnt|refused|wdnt|refuses|not to? give|tell|say|share|name|inform|disclose me|out|us|him|her|his|the|a|who|anybody|anything? name|number|direct|mobile|email|cell|contact|extension|replacement|names|who|handles|details|out|when
no names|name policy|given|over|on
no name given
no solicitors|soliciting|cold|salespeople|salesmen|reps|vendors|sales calls|callers|reps?
{dont} take|accept|entertain|do|allow|deal|receive sales|cold|unsolicited|vendor|vendors|supplier|such|these|those|any|calls calls|callers|reps|from|people
takes|receives|accepts calls only
screened|stonewalled|blocked|fobbed|screening|gatekept|rebuffed
brick|stone wall|walled
wont say|tell|give
dont|doesnt|didnt|couldnt|wouldnt get past|through|by
never|didnt|couldnt got|get past|through|beyond
frosty|guarded|dragon|bouncer|rottweiler|fortress
send|sent|email|mail|write|drop|put|says|told|lastly it|an|everything|info|a|them|to|me|one? email|mail|letter|it|to|all|write? info|general|main|generic|the|hr|reception|office|admin|careers|purchasing|sales inbox|address|mailbox|email|mail|info
mail|email|write|send to info|general|generic|hr|reception
general|generic|info|main|shared|reception|hr inbox|address|mailbox|email
in writing only
by postal letter
asked what|who|why it|this|i|im|is was|is|in|about|calling|wanted|regarding|concerning
vendor stuff|calls
never|doesnt|dont|wont|not takes|take|taking calls
send|mail resume|cv|email to
try|use|send email
asked|wanted who i|im
not giving|give|given
call|told _? purchasing|procurement|corporate|hr|accounts
screens everything|all|calls|his|her
no name|transfer no|given
md|sir|boss|owner|dr|he|she will|wont not|ever|never? entertain|talk|meet|see|speak
no appointment possible|without
{cant}|wont|wouldnt|wunt put|patch|let
without a reference|appointment|name
no transfer
told brokers|reps|vendors|me no
{not} attend|receive|see|entertain|meet|talk suppliers|sellers|vendors|salesmen|representatives|reps|to
isnt|not|arent allowed|permitted to|that
guards|guard him|her|them
put|write|send it in an email
by email|mail|post only
only by email|mail|post|letter
without a? name|reference
whether {he} sees
decide|decides|judge whether|if he|she|they sees|gets|see
absolutely no use|help
fill|fills|filled out|in the|a|their web|online|contact form
web form|portal
through|thru a|the|their portal
not accepting|taking solicitations|calls|vendors|meetings
put it in writing
a wall
without name|a
w/o name
only take|takes|accept vendor|vendors|calls|emails
whats|what|wats its|it|this regarding|about|concerning
try accounts|purchasing|hr
will|would|can not|cannot share|give|tell|connect|reveal
not share
company policy
to boss|sir|him nobody|nobody's is? connecting|connects
before that dont|do call|not
robot|toaster
{dont}|never|not take|takes|accept unsolicited|sales|cold|vendor calls
wanted to know what its|this|it about|regarding|concerning
general|info email|mailbox|address|inbox
{not} taking|accepting|receiving|doing names|messages|reps|callers|visitors|salespeople|vendors|cold|sales|unsolicited today|this|at|calls|right|now?
{not} {dont}|come|comes|go|gets|take|takes to|on the phone|telephone|line|blower
{dont} come|comes to the phone|telephone
{cant}|wont|wouldnt give|tell|reveal|disclose|share out? me|us who|where|whether|his|her|their|names|name|direct|mobile
{not} permitted|allowed|authorised|authorized|at|free to|liberty give|share|tell|say|pass|put|to|connect
not at liberty
screens|filters|vets|guards|shields|protects all|his|her|the|every|calls|him|them
has|have|got|under orders|instructions|instruction to|not|that|no
no|not unsolicited|cold|sales calls|callers|reps|visitors|names|pitches
write|put|send|email|say|ask it|him|her|them|us|instead|a letter|in|by|to first|writing|instead|an
by|in|only|through letter|writing|post|appointment only|please|or
only by|through|in letter|appointment|writing|post|email|mail|recommendation|introduction
ask for it by
{dont} know|recognise|recognize|accept|speak|talk|deal|see|meet to|with|receive? me|salesmen|sellers|vendors|strangers|salespeople|reps|commercials|commercial
stonewall|cerberus
hung up|put down on me? before|when i asked|ask
wanted|asked|asks|wants|demanded|demands to? know? what|who|why|which company|was|is|it|im|i|we am|is|was|for|about|calling|selling|concerns|concerning|wanted
spell my|the|return|it|out
subject|object|reason|motive|purpose of|for the|my call|calling
reading|read off|from a? card|script
not|never|wont|wouldnt|cannot|cant put|pass|connect|transfer|let {me}|calls|anyone|anybody|it through|on|to|past|near
nothing|nobody|noone gets|get|goes|passes past|by|through|without {him}|without|the|reception|her|that
wont be taking
"""
_TABLE["blocked: other", 3] = """
{not} _? _? right person|one|contact|department|guy|man|dept|lady|woman|bloke|extension
not the one|person|guy|boss|man who|that|to|for
{not} {his}|my|her|hers|mine|our call|decision|department|area|dept|remit|purview|place|job|pigeon|say|to say|give?
isnt|aint|not hers|his|theirs|mine to say|decide|make
isnt|not up to {him}|me
{dont}|not handle|deal|involved|order|purchase|responsible|anything with|in|to|for|it|that|this
{cant}|couldnt|not|doesnt|dont|unable|may|nothing|wouldnt to? _? decide|approve|authorise|authorize|sign|commit|decides anything|nothing|for|off|alone|it|on|himself|herself|without|that?
no authority|say|power|purchasing|clue|input|sway|signing
not|isnt|aint aware|authorised|authorized|empowered|allowed|permitted to|of|anything?
youd|youll|you|id|ill|i|we|he|she|would|theyd|well|one have|need|must|should|better|got|gotta|want|has|had|to to|ta? to? speak|talk|ask|call|contact|go|catch|flag|see|get|reach|write|try with|to|w|through|via|him|her|the|them|boss|hold|bloke|buck|who|down|hq|corporate
{have} to talk|speak|go|get|ask|be with|to|through|the|w|bloke
talk|speak|go|ask|call|contact|try|get|deal to|with|for|w? {his}|the|our|corporate|corp|head|hq|purchasing|procurement|tina|mr|mrs|ms|dr|marketing|accounts|hr|it boss|manager|office|owner|guy|people|department|in|team|side|who|dept|she|he
corporate|hq|headquarters|corp|procurement|purchasing|head|regional|central|home|mother handles|decides|makes|does|deals|buys|office|in|house|corporate|hq
all|everything|vendor|that|it|stuff goes|go|handled|done|decided|bought|comes|stuff|runs|is|vendor through|thru|by|to|from|at|up|goes _? corporate|corp|hq|head|procurement|purchasing|london|dayton|the|office|dublin|group
thru|through|by|via|at|to corporate|corp|hq|headquarters|procurement|purchasing
he|she|boss|owner|md|sir|dad|pop|father|hubby|husband|wife|manager|brother|landlord|who|dr|doctor|han|one|it handles|handle|does|decides|makes|routes|deals|oversees|controls|buys|signs|picks|chooses|runs|orders that|this|those|these|all|it|everything|every|for|the|with|decisions|of|anything|here|about|on
boss|owner|manager|md|partner|husband|father|sir|director|doctor|gaffer|board|committee|head|chef|mum|mother|trustees|council|parent handles|decides|does|makes|holds|signs|controls
its|is|thats|it|only its|just|only? _? _? that|who|which decides|signs|handles|does|deals|buys|runs|chooses
its|thats|is|are|only|always|alone the|his|her|a|that|mr|mrs|dr|miss? _? who|that decides|signs|handles|does|makes|buys
only {he}|madam|sir|mr|dr|mrs|one|with decide|decides|him|her|that|is|who
only decides|with|decided him|her|the
{is} who|the|only one|person|only who|to|that|one decides|decide|signs
referred|redirected|pointed|transferred|directed|refered|sent|bounced|passed|shunted|shoved {me}|us|thrice|twice|around|to|on|over to|over|on|around|from|back
refer|referred|referral to
gave|give|got|provided|have|has|giving|shared {me}|us? {his}|the|a|her|name|direct|mobile|another? name|email|direct|address|cell|extension|contact|mobile|number of|for|line|dial|number|email|address|is|in?
decision|decisions maker|makers|are|is|lie|rests|sits|rest|taken|makes {is}|name|=|made|taken|lie|lies|sits|with|by|at|elsewhere|in|the|mr
decision makes|maker|take the|mr|is|name
doctor|boss|owner|hubby|husband|he|she|it decides that|all
holds|hold|has|controls the|her purse|strings|wallet|money|chequebook|checkbook
not the wallet|money|buyer
hr|marketing|accounts|purchasing|that|it {is} out|based|run|in|done of|in|from|out
{is} the one|person|man|guy|lady|boss|chap|bloke who|that|to|i|we|you|and decides|handles|talk|signs|want|need|deals|see|speak|ask|does|runs|makes
who picks|does|handles|decides|buys
chairs it
committee|board|trustees|council|family|synod|partners|pta decides|that|who|votes|is|make|makes
a committee
another|different|other|separate department|office|branch|company|location|person|team|site
next time ask
someone|somebody|other else|person|people does|handles|decides|buys|orders
{dont} know|knows who
buyer|owner|boss|decision is|maker|sits in|at|out|lives|based
buyer is
owner does|decides|handles|only
{dont} decide|buy|make|do
gave me {his}|bobs|her|a|another|the #|number|ext|email|extension|line|cell
doesnt decide
another|different department|office|dept
boss|owner|wife|husband|partner|mgr|manager|dad picks|signs|chooses|decides
in no position
no position to
above {his}|my pay|paygrade|grade|head
pay grade
write to the|him|her vp|md|owner|boss|director
dept|department only handles|does|decides
purchase|purchasing dept|department|handles|only
picks tho|though|the
dr|doctor|boss decides|picks
only|just collecting|collects|gathering|gathers|recommend|recommends|prepares quotes|prices|offers|for|it|them
goes|go|gone to|through|up|over mr|mrs|ms|dr|the|head|his|her|headquarters
it|that|everything|anything _? _? _? goes to mr|mrs|the|head
over|to|through|by the? headquarters|headquarter|central
looks after|suppliers|vendors|buying|it
chief|boss|director who|that buys|decides|signs
the person who decides
da|dad|daddy|mam|mum|pop|father does|handles|decides|deals
not owner|dm|buyer|decider
regional|region|corporate|hq buys|decides|does|handles
no dm there|here
son|dad|hubby|husband|boss|wife owns|decides it?
is who i|we need|want
landlords name|number
{hell} mention it|us|you
boss already|has said
owner lives|comes in|once|at
boss up|out|on|off
only|just|simply|merely is? looking|seeing|passing|writing|filling|minding|watching after|the|bills|offers|orders|shop
boss|sir|madam|owner|saheb|sahib only is|will|sees|seeing|takes|take|decides
saheb|sir|boss|madam will take|takes|make|decide|see|do
signature of|is boss|director
isnt|its|thats|not {his}|her|its|my domain|field|thing|line|patch
who slices|decides|commands|signs|buys|pays
department|dept head|chief decides
has no authority|say|power
request must climb
pays the bills
is|the final authority
does|do|doing the? buying|purchasing|ordering now|not
{be} one for herself|himself|upstairs|the|mr|mrs|my|his|her
one for herself|himself
gave|give|got me|us _ ext|extension|number|mobile|cell|email|direct
its|thats|is purchasing|marketing|hr|finance|accounts|procurement who|whod|that|thatd|thats|decide|decides
with a plug|that goes to
goes|go to a mr|mrs|ms|miss|dr
owners|landlords|parents|directors pick|choose|decide|hire|select|are
pick|picks|choose|chooses everyone|everything|everybody themselves|himself|herself
not her|him|me does|do|now
chooses|selects|buys everything|all|anything
dad|mum|boss|husband|wife|father makes|takes the|all decisions|calls
ask for _ next|he|she|the
done|decided|bought|handled|purchased from|at|by head|hq|corporate|central
pass|passes|passed them|it|that|my|details|this on? to the|manager|boss|owner
decide|decides|deciding none of
hed|shed|would|can|may|could|to decide nothing|none|nowt|naught
{dont}|not fool|mess|meddle|bother|fuss|truck|concern|deal|touch|see with|himself|herself|to? the|that|any|with end|side|part|equipment|money|buying|ordering|the
{cant} sign|commit|promise|decide|authorise|approve to? owt|nothing|nowt|anything
from|comes|upstairs|above|over on|from|up? upstairs|high|above
upstairs|corporate|regional decides|decide|says|signs|choose|chooses|turned
mami|mama|mamma|papa|papi|mam|mammy|da|gran|abuela|granny|grandad|herself|himself|seth|sethji|sir|madam|maalik|oga decides|decide|signs|buys|pays|says|handles|sees|chooses|orders
checks|cheques|orders|contracts|everything|money|purchases|invoices signed|approved|decided|sanctioned|cleared|handled by
signed|approved|decided|sanctioned by the? _? only|alone|himself|herself|head|board|director|owner|boss|hq|corporate|partners
no power|powers|mandate|signature|competence|vote of|to|in|over|here|for?
{not} have|has|got the|a|any|no power|mandate|signature|authority|competence|right|vote|say
{not} my|her|his|our responsibility|competence|remit|domain|business|table|circus|garden|province|purse|money|budget|service|branch
{not} competent|responsible|authorised|empowered|entitled for|to|of
{dont} touch|handle|see|hold|manage|control|deal|decide the|with|over|on|about money|budget|purse|accounts|purchases|buying|spending|purchasing|orders|suppliers
person|one|man|lady|woman|responsible|responsable|head in charge|responsible|competent|concerned is|for|of|will|was|would
responsible|responsable|competent person|one|is
ask|see|try|address for|with|to? the? patron|chef|proprietor|headmaster|landlord|bishop|vicar|governors|treasurer|gaffer|guvnor|patronne|manager|abbot|prioress
such|these|those|all decisions|purchases|orders|matters|contracts|questions come|comes|made|go|goes|pass|passes|belong|taken by|at|to|through|with|in
only head|chief|boss of
must|should|shall|can|could ask|speak|talk|address|see|call to|with? the? chief|boss|director|owner|patron|president|head|purchasing
does nights|mornings|evenings|weekends|days|mondays
sees|see|attends|tends to all|that|it|everything|those|such|the all|of|side|buying|end?
{tell} _ does|handles|sees|deals|looks|minds all|that|it|to|with|after|everything
does all|everything that|of|like
no more touch|decide|sign|buy
its _ you|youd want|need
the one|man|woman|person|lady|fella|boy|girl|lad|fellow for|about|to that|this|it|those|such|ask|see|talk
not|isnt|hardly|wasnt {his}|my place|job|business|shout|row|show|circus to|say|and|he|she|at
would|wouldnt|not not? dare|presume|dream|venture to|of|say
not in charge|management
not on the payroll|board
not family
{dont} have|hold|know|carry a|the|any|anything|about say|key|keys|vote|buying|ordering|purchasing
"""
_TABLE["blocked: away", 3] = """
{not} in|available|there|around|here|home|about|at until|till|today|right|now|this|on|the|her|his|til|monday|tuesday|wednesday|thursday|friday|home|weekends|desk
not|isnt|wasnt|never|aint in|here|there|available|around|about
only|just in|here|there|comes on|at|mondays|weekends|mornings|in|tuesdays|thursdays
back|returns|in|return monday|tuesday|wednesday|thursday|friday|mon|tues|tue|weds|wed|thurs|fri|tomorrow|later
{is}|be|hes|shes on|in holiday|holidays|leave|vacation|maternity|paternity|sick|annual|hospital|formation|training
sick leave|today|this
until|till the? # in|from|out
out of|off town|station|country|office|state|sick
in a? meeting all|until|till|with
at lunch
above in
doctor is|was
wont come|pick|be to|up
went|gone|off|away to town|lunch|mart|bank|school|golf|site|home|get
his deputy
owner|boss|bosss|manager|mgr|md|doctor|dr|dm|director|principal|gaffer|gaffers|sir|madam|chief|mr|mrs|chef|master|president|landlord|who|guy|he|she|hes|shes|theyre|they {is}? out|away|off|gone|abroad|overseas|travelling|traveling|unavailable|absent|sick|ill|fishing|sleeping|asleep till|until|til|of|today|this|all|sick|for|with|at|fishing|on|in|for|having|a?
owner|boss|bosss|manager|mgr|md|doctor|dr|dm|director|principal|gaffer|gaffers|sir|madam|chief|mr|mrs|chef|master|president|landlord|who|guy|only {is} in|on|at|up|down|above|still|back _? dubai|singapore|mexico|montana|ohio|china|madrid|meeting|leave|holiday|holidays|vacation|lunch|hospital|road|funeral|surgery|church|mart|court|tour|site
{is}|owner|boss|hes|shes|still|back in|up|over|down|out mexico|dubai|singapore|china|madrid|london|paris|florida|dallas|hawaii|europe|montana|france|spain|germany|italy|india|japan|town|ohio
not|isnt|wasnt|aint|never in|there|here til|till|until|today|this|on|mondays|weekends|much|monday|tuesday|wednesday|thursday|friday
isnt|not in
never here|in|there
days|nights only
out|away|off|gone|traveling|travelling|unavailable|overseas|abroad|fishing|asleep until|till|til weds|wed|wednesday|thursday|friday|monday|tuesday|mon|tue|tues|thurs|thu|fri|sat|saturday|sunday|next|january|february|march|april|may|june|july|august|september|october|november|december|#|the|tomorrow|after|later|a
{is} back|returning|expected|reachable|available|home|free on|in|from|tomorrow|next|after|around|by|not|until|only|the|monday|tuesday|wednesday|thursday|friday|mon|tue|tues|wed|weds|thurs|fri|again
back|returns|returning|reachable|expected|return on|the|from|not|by|tomorrow|next|after|around|monday|tuesday|wednesday|thursday|friday|mon|tue|tues|wed|weds|thurs|fri the|monday|tuesday|wednesday|thursday|friday|#|week|january|until|till|lunch|mon|tues|thurs|fri
{he} return|returns on|from|monday|the
should|will|would be back
in meetings all|until|till
not taking calls
{not} taking calls
on holiday|holidays|leave|hols|vacation|honeymoon|safari
on|in holidays|vacation|leave|formation|holiday from|until|till|til
not aware|available|around
in procession|service|theatre|conference|assembly with?
{he}|owner|boss|manager|md|sir|dad|hes|shes at work|mart|church|the _? mart|store|office|hospital|funeral|market|meeting
{he} {is} out|off|away till|until|til|for|this|on|at|in|today|all|sick
{is} out|off|away till|until|til
is|are|was|will|be back on|monday|tuesday|wednesday|thursday|friday|tomorrow|next|from|the? #
out|off|away this|all|for|today|sick|of town|week|office|day|the|country|station|state
away|out|off for|on the|a|leave|vacation|holiday week|weekend|fortnight|month
on the road til|till|until
annual leave
{not} in seat|office|station
comes after|at|on #|lunch|five
back #
gone|went for|to|on viva|prayers|lunch|court|rounds|mass|site|village|funeral|inspection
boss|doctor|owner|sir|madam|manager|director sleeps|asleep|sleeping|rests|resting
inside|in labour|operation|operating|exam room|theatre|hall
off skiing|fishing|golfing|sailing|hunting|hiking
{is} at|in cowes|spain|florida|dubai|beaune|hospital|court
owner|boss|he|she only|just in mornings|mondays|afternoons|evenings|weekends
fully booked till|until
in the field|yard|shop|barn till|until
on site no
both|neither were|was|are|is out|in|away|home|back|off
neither|none of? _? was|is|were in|there|home|about|around
was|is|hes|shes|gone|went down|up|over|out|off to|at|in|on the|a sale|barn|auction|feed|mart|market|lodge|bank|field|fields|vineyard|woods|sea|fair|tribunal|hospital|beach|allotment|stables|races|wholesaler|quarry
with no phone|mobile|cell on|at|in
has|carries no phone|mobile|cell
neither carries|has|owns a phone
on|in tour|retreat|pilgrimage|mission|displacement|formation|reunion|travel|sabbatical|urlaub|ferias until|till|til|with|for|since|this|all
on a? tour|retreat|pilgrimage|mission|sabbatical|cruise|course|business
in reunion|displacement|deplacement|formation
on business|work trip|travel
business trip
never free|in|up|down|available before|after|until|till
wont|not be? taking|available|reachable until|till|before
until|till {he}|hes|shes is|are|returns|comes|gets|back|returned|s back|home|returned|from
is|was|hes|shes|be|were out|off|away|gone|travelling|traveling|absent the|on|in|at|with|for|until|till|all|again|this|today whole|rest|until|till|for|of|day|week|month|morning|afternoon
left|gone for the day|weekend
left already|early
comes|is|returns|arrives|gets|works in|back|only|here|there|on? only|on|at|from|after|in|around # |monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|mornings|afternoons|evenings|nights|weekends|noon|ten|nine|lunch
{dont} work|come|keep|open in|here|on? mondays|tuesdays|wednesdays|thursdays|fridays|fri|mon|weekends|today|afternoons|mornings|friday|monday
eats|sleeps|naps|prays|fishes|hunts|golfs|rests|surfs at|on|from|until|till|after
having|has|taking his|her|the siesta|nap|swim|prayers
had|has|taken|finished {his} swim|nap|siesta|lunch
{not} {be}? back|in|home|down|up|about before|until|till|much|often|at|on|for the|#|monday|tuesday|wednesday|thursday|friday|next|lunch|evening|dark|weekend|tomorrow|weekends
comes|is|gets|drops|calls|pops in|home|back|by|round on|at|around|for|only|when|after|from|most|once|of monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|#|five|six|seven|lunch|wages|he|she|mornings|a
"""
_TABLE["blocked: away", 1] = """
best b4|before|after|time
ring|try|call|catch evenings|mornings|after|before|earlier|early
any day
evenings|mornings best|only
"""

# ---- could not talk ----------------------------------------------------------------------------------------------
_TABLE["busy: occupied", 3] = """
caught {him} driving|mid|walking|eating|boarding|leaving
{he}|{is}|was|in|inside|going|stepping|headed|heading|walking|stuck|rushing|into|between|still|ducking|pulled|run|off in|into|to|between|for? a|an|the|another|his|her|back|class|surgery|her? meeting|mtgs|meetings|surgery|class|court|theatre|consult|procedure|session|lesson|huddle|clinic|interview|ceremony|service|rehearsal|exam|elevator|treatment|stocktake|assembly|mass|prayer|match|conference|consultation|appointment
in|between|mid meeting|meetings|mtg|class|surgery|patients|jobs|clients|services|lessons|fade|shift|interview|court|theatre|customers|appointments|two
with|between|seeing|attending|serving|has|had|got|have|w a|the|another|his|her|some|two|my? patient|patients|client|clients|customer|customers|guest|guests|students|parents|inspector|auditor|vet|doctor|kids|plumber|police|builder|bride|rep
patient|customer|client|someone|somebody|bride|group|kid|one in|on|at|shouting|hollering|waiting|behind the|his|her|at|him|about chair|table|line|office|counter|till|door|him|desk?
driving
drivin
interviewing someone|somebody|rt|right|a
in|doing|during|the|a interview|rehearsal|surgery|queue|traffic|crawlspace|combine|tractor|loo|bath|shower|lift|court
on|up|under|in|inside|off|out a|the|his|her|some roof|ladder|scaffold|forklift|pit|combine|tractor|digger|train|boat|truck|gym|queue|bath|shower|car|van|bus|plane|ambulance|kitchen|middle|crawlspace|attic|lift|dentist|harvester|horse|quad|bike|elevator|chair|wheel|road|tube|ferry|floor|motorway|highway|altar|funeral|pub|stage|machine|loo|barn|parlour
at|in|going|heading|to the|a|kids|his|her|daughters|sons|grandkids dentist|doctor|hospital|gym|funeral|wedding|vet|bank|school|airport|christening|barber|match|game|graduation|er|altar|checkout|supermarket|unloading|lambing|recital
picking|dropping|collecting|pickup up|off|the? kids|his|her|kid|child|grandkids|son|daughter|off
kids pickup|run|game|bday|birthday
school run|pickup
walking|feeding|chasing|milking|unloading|loading|plating|serving|cooking|icing|welding|shearing|lambing|boarding|catching|docking|delivering|packing|calving|burying|operating|cutting|pouring|mixing|baking|fixing|shouting|shooting the|his|her|a|into|two|sheep|cows|truck|it|him|onto|at|about|over|food|dogs
boarding
about|just|going|fixing|gonna|abt to board|leave|start|walk|teach|step|head|perform|operate|eat|go|close|open
mid|middle|midst|thick of|in|a|the|something|lunch|service|rush|delivery|calving|harvest|milking|fade|surgery|shift|install|job|move|crisis|stocktake|function|dinner|haircut|selling|breakfast|class|something|colour|cut|wash|two|castrations
rush|rushing|rushed
queue out|the|of|of? the|customers
shouting|roaring|hammering|loud as|in|over|background|hell|the
noise|noisy
crook|sick|poorly today|in
running late|out|between|round|around
container|truck|delivery|lorry just|landed|arrived|arriving|on|at|lad landed|arrived|the|hatch?
compressor|oven|boiler|machine|pipe has|had? failed|burst|broken|broke|down|flooded
whispered|whispering
low voice
puja|wedding|function|funeral|procession|namaz|prayers going|on
traveling|travelling signal|so|now|right|at
signal|network|line {is}? bad|breaking|weak|poor|terrible|cutting
under a|the van|car|sink|lorry|truck|tractor
closing on a
{is}|at|with|w the|a drs|doctors|dentist|doc|vet|gym|bank|customer|patient|client|jobsite|checkout|kids
on the other|another line|call
on other|another line|call
on the phone|line with
just sat|sitting|sit down|to
eating|having|making|cooking dinner|lunch|breakfast|tea|supper
dinner|tea|lunch time|hour|on
kid|kids|baby home|sick|screaming|crying|in
boarding flight|plane
flight
go|going|heading into court|meeting|surgery|class|theatre
hung up on a|the
job|site noisy
caught {him} at|in|on|with|mid|while|between|up|under a|lunch|the|dinner|his|her|work|bad
with client|patient|customer|student|patients|customers
on site
jumping|hopping on|off|into
on|in a|the|his _? call|tools
on the tools|job
at smoko|lunch
w a customer|client|patient
conf|conference call
fire drill
trooper|cop|cops|police behind|pulled|control
voice gone
lost her|his voice
offsite
standup|stand-up
walking in|into
on|at an offsite|retreat|conference|course|training
in pooja|puja|prayer|mosque|temple|church
dentist|doctors|barber chair|office|waiting
on the other phone|line
just|about off|heading|going|on into|to|out a|site|the|his
scale house
board|client|boss|customer|inspector|auditor walking|walked|just|is|in in?
had to go|run|jump|drop
got as far as hello
got # min|minutes|mins|sec in
back at it
hello and|then
answered by mistake|accident
any time after
after one|an|half|two hour|hours
entering|going|stepping|walking in|into|to
with a? client|patient|customer|visitors|guests
has|had|got visitors|guests|company|customers
school run
cow|calf|ewe|horse|baby|kid|dog|fryer|oven|boat down|sick|calving|on|out
on a|the boat|roof|train|plane|bus|motorway|ferry|ladder|roundabout|mountain
bad|terrible|dreadful line|reception|signal|connection
back of a|the cab|taxi|car|van|truck
over the dryers|noise|engine|mower|fans|drums|kids|music|tractor|drill|machine|radio
marriage|wedding function|party|rehearsal
{cant}|couldnt|could|hardly hear|barely hear|her|him
hardly|barely|couldnt hear
lost signal
reunion
hands in|on|full an|a|engine|of|the
at|on jury|the duty|door
at the door
haircut|dozer|excavator|tractor|combine|chainsaw|mower|crane
just woke|got|sat up|in|down
grabbing|having|eating|making|cooking lunch|food|dinner|breakfast|coffee|a
in labor|labour
in bank|traffic|temple|gym|office
dog|cow|horse|pig|goat got|is|was out|loose
pulled over
taking off
on stage
cooking
ups|fedex|delivery guy|man|truck
soccer|football|ball|baseball|hockey|cricket game|match|practice
walking|heading|going|running|stepping|getting into|to|in|on|onto
cant|couldnt hear|chat|talk
doing payroll|stocktake|inventory|books|taxes
auditor|inspector
bad cell|signal|reception|line
said hold then
elbow|knee|ankle|neck|waist|arm|wrist deep|in in?
hands full
got {his}|my hands full
{he} nae|no hands
bus party|load
pulling pints
on the water|boat|platform|roof|tower|mower|tractor
from the platform|road|car|cab|roof|boat
kal kal
shop|place|cafe|bar|restaurant|clinic|house|room was|is full|heaving|packed|rammed
was|were in some function|meeting|wedding
loud|dj|noise|music|drill was|in|going
{is} with the bees|cows|sheep|horses|vet|kids|bees|builders|police|inspector|guests|children|patient|bank|banker
saw|drill|mixer|engine|grinder|chainsaw|mower in the|running
could|i hear|heard bargaining|shouting|gulls|engines|machines|traffic|kids
stood|standing in|on|by|with the|a|his|her smoke|road|rain|queue|bridge|field|bike
hollering|shouting|yelling at somebody|someone|the|him
plumber
wants|wanted to get back to
{is}|sir|madam|still in|at|inside|under|up the|a|his? temple|shower|bath|church|mass|prayers|prayer|puja|car|tractor|barn|truck|meeting|court|surgery|theatre|roof|ladder|tunnel|kitchen|labour|operation
sits|sitting|driving|drives|drove in|through|the the? car|van|tractor|tunnel|truck|train
connection|signal|line|reception|coverage|call breaks|broke|drops|dropped|dropping|cut|cutting|breaking|bad|poor|was|crackling
hands|arms full|busy
elbow|knee|waist|neck deep|up
rotten|terrible|awful|bad|worst|wrong|busiest moment|time|week|day|hour to|for|of
up since two|three|four|five
out of breath
lorry|truck|delivery|customer|customers|queue|kids|baby|inspector|police waiting|blocking|arrived|outside|at|screaming|crying|queueing|queuing|there
not free|available to|now|today|until|then|till
machine|saw|engine|press|mixer made|making|running|behind|noise
spraying|milking|shearing|calving|lambing|plowing|ploughing|harvesting|baling|combining|welding
halfway up|through|down
line was|is terrible|awful|bad|poor
kids|baby|dog screaming|crying|barking
about|going to go|walk|step into|in
caught|got him|her|them at|in|on|up|halfway the|a
queue|line out|of|at|up
eating|cooking|bathing
in the drs|doctors|dentists|waiting|hospital
{is}|was|lying|caught|were|found|himself|herself|still|from|half|upside|lay|were|up|right under|beneath|underneath|inside|behind|atop|astride|halfway|down|upside|on|in a|an|the|his|her|some|one|my? car|cow|bonnet|hood|dozer|baler|dash|dashboard|engine|floorboards|sink|bed|horse|bus|coach|boiler|welding|mask|dryer|hull|boat|trailer|wagon|hive|tractor|combine|harvester|truck|lorry|van|digger|chairlift|lift|gondola|ski|ladder|roof|scaffold|scaffolding|crane|forklift|quad|bike|bicycle|ferry|treadmill|stage|pulpit|ditch|trench|tank|vat|silo|loft|crawlspace|cave|pool|sauna|tub|freezer|kiln|booth|tunnel|parade|tree|chimney|manhole|sewer|kayak|canoe|float|mower
head|arm|arms|hand|hands|fingers|nose|face|both|legs|shoulder in|inside|under|up|down|hands|deep|full|covered|halfway|arms a|an|the|his|her|up|of|in|into|to? engine|dozer|car|cow|ewe|oven|dough|flour|sink|bonnet|hood|dash|toilet|drain|boiler|machine|bucket|vat|tank|clay|paint|glue|grease|hive|fish|fryer|patient|mouth|goose|turkey|printer|copier|freezer|combine|baler|tractor|fridge|bath|bleach|colour|foils|hair|cement|plaster|soil|mud|suds|batter|a|an
up to {his} elbows|elbow|neck|eyes|eyeballs|oxters|armpits|ears|knees|waist|chin|wrists|eyebrows|gills
oxters|armpits deep|in
perm|tint|bleach|foils|rollers|colour|color|timer|toner on|in|going|timing|rinsing|ringing|beeping
client|lady|woman|customer|bride|patient|man|gentleman|kid|boy|girl|dog|poodle|cat|horse|somebody|someone in|on|at|under|with|waiting|half the|his|her|hold|bleeding|foils|mid|a chair|sink|basin|table|dryer|clippers|needle|drill|middle|bath|stool|shaved
at|over the basin|backwash|stove|grill|fryer|forge|lathe|helm|altar|font|graveside|pumps|checkout|notary
between podcasts|takes|sets|shows|songs|rounds|heats|races|services|acts|classes|courses|batches|sittings|flights|loads|furrows|appointments
on|is w|with|to|on an|a|the|his|her adjuster|client|bank|supplier|lawyer|insurance|inspector|auditor|customer|other|another|vet|agent|hmrc|irs|taxman|school|mother|accountant|line
milk|pan|pot|pots|jam|cake|loaves|pizza|pizzas|tray|batch|croissants|sugar|caramel|pie|pies boiling|boiled|coming|burning|burnt|catching|on over|out|the|boil|stove?
something|kitchen|toast|van burning|on caught? fire
fire|smoke|car|shop|security alarm|engine|drill|brigade going|rang|went|ringing|started|off|in|there
pipe|flood|leak|sprinkler|sewer|main|boiler|tank|hose|dam|river burst|leaking|flooding|has|had|leaked|flooded|spraying|broke|gone|went|rising
power cut|gone|went
delivery|boys|kids|customers|guests|dogs|hounds|guys|lads|waiters|press|saw|engine|mixer|bells|twins|compressor|grinder|engines were|was|all? running|yelling|shouting|screaming|ringing|barking|bawling|roaring
press|saw|mixer|engine|grinder|compressor runs|running|roaring
on {his} way|road|knees|back|feet into|in|to|out|under|down|scrubbing|fixing a|an|the|court|mass|hospital|work|school|church|airport|funeral|class|surgery|wedding|theatre|sink|floor|bus|train|his|her|wiring
funeral|wake|burial|baptism|christening|recital|rehearsal|sermon going|procession|now|right|when
about|barely|just|only|had|hed|shed|not|hardly|having|scarcely sat|sitting|sits|sit down|to|just|with|at|for|breathed
just|barely|hardly sat down
having|eating|over|middle|mid|started|finishing of|his|her? lunch|dinner|tea|supper|breakfast|sandwich|soup|porridge
mouth|mouthful full|of|was
mid bite|chew|swallow|mouthful|bake|plait|fringe|shave|shear|weld|pour|lecture|auction|haul|milking|shampoo|massage|birth|stitch
inspector|auditor|taxman|vet|bailiff|bishop|surveyor|fireman|midwife|ofsted is|was|in|with in|there|with|sitting|standing|watching|walking|the|her|him|me back|room?
as we speak|spoke|talk
whisper|whispers|hissed|mouthed|whispering|hisses|panting|gasping|shouted over|over
over|above|behind the|a|all noise|din|racket|roar|saw|engine|engines|dryers|machines|mixer|wind|music|drilling|barking|crying|sirens|tannoy|organ|chainsaw|hammering|screaming
could|can|i hear|heard|hearing only|the|a|all|his|her? legs|saw|engine|sheep|cows|kids|crowd|horn|gulls|wind|siren|sirens|forklift|mixer|drilling|hammering|waves|tannoy|hooves|dryer|turnstile
wearing|with|had|has|got|holding a|his|her|both headset|mask|gloves|harness|helmet|needle|scissors|chainsaw|welder|razor|clippers|blowtorch|toddler|hose|calf|lamb on|at|up|and|off|half|hands|under|in
phone|telephone to|at|under|between {his} ear|chin|shoulder
held|holding the phone|telephone|receiver to|up|away|at
hauling|netting|landing|docking|mooring|plucking|gutting|filleting|ploughing|combining|drilling|baling|dipping|foaling|dosing|branding|unloading|weighing|bottling|pruning|firing|plastering|grouting|towing|reversing|bathing|burping|plaiting|shaving|waxing|shampooing a|an|his|her|some|two|twenty|nets|pots|fish|sheep|ewes|lambs|cattle|hay|pallets|baby
tide going|turning|out|coming|was|waits
in|inside|from the? production|audience|ot|opd|theatre|icu|labour|combine|shower|bath|pit|chapel|vestry|consultation|reunion|surgery|mass|prayers|namaz|puja when|and|just|now|room|very|so|right|still
in production|audience|ot|consultation|reunion|traffic|theatre|labour
inside ot|opd|icu|court|temple
{is} just|now|still|right|only? in|inside|at|on|with the? production|audience|ot|operation|theatre|court|ward|exam|lecture|lesson|reunion|press|kiln|oven|scaffold|tractor
on the other|second|another|landline line|phone|call|mobile
riding|cycling|steering|reversing|parking|towing with|a|the|through
on the motorway|moor|hill|pitch|runway|platform|scaffold|roof|ramp|loch|pier|quay|quayside|slip|deck|bridge|tools|quad|forklift|roundabout
month|quarter|year end|close|payroll|stock|delivery|market|pension|closing|school day|run and|today|forty|with|whole
half a|one|an eye|mind|hand|foot on|in the
one hand|hands|foot|eye on|under
lunch|dinner|morning|breakfast|school rush|service now|was|on|in|and|just
queue|customers|patients|people|persons|thirty to|out|waiting|until|up the? doors|door|counter|till
queue to|out|until|till the? door|doors|street|counter
waiting that|for he|she|him|her|says|tells
goat|goats|cow|cows|bull|pig|pigs|horse|ram|heifer|pony|alpaca|donkey out|loose|escaped|got|had|stuck|giving|calving|on|in out|birth|loose|a|his|away|lane|road
handed|passed|gave the|his|her|it wheel|baby
{not} in|a state|position|place to talk|speak|take
on|heading|dashing|running|one|half {his}|foot|halfway|way|out|through way|out|the door out|door|the|to|of door|to|for|the|into?
out the? door
keys|coat|bag|helmet|boots|scrubs|apron|gloves in|on|already hand|and|on|already|half
engine|motor|meter running|ticking
gate|boarding|train|plane|bus|flight|ferry|taxi pulling|leaving|called|waiting|arriving in|outside|out|soon|now|and|to?
battery {is}|at|on? dying|low|flat|nearly|going|dead|#
phone|mobile dying|about
going|driving|heading|in|into|through into|through|a a|the tunnel|valley|pass|mountains|blackspot|lift
just landed|boarding
about to land|board
at|stuck|sat at|in|by the|a|red lights|light|red|roundabout|crossing|traffic|customs|border|passport|security|tolls|petrol
school|nativity|parents|swimming|dance|ballet|piano|karate gates|gate|play|evening|lesson|lessons|recital
visiting|waiting hours|time|room
being|been|was|got|about called|wheeled|rolled|taken|driven|examined|fitted|measured|jabbed in|into|through|by|off|for
minding|watching|bathing|feeding|changing|chasing the? two|three|baby|kids|grandkids|twins|toddler|grandchildren|dog|kids|children|counter
one|two|three|several|four things|jobs|phones|lines|customers|patients|clients at|ringing|waiting|on|in once|the|and|him
alone|single|short|only|nobody|down in|handed|staffed|one|else|two the|on|at|today|staff|men shop|counter|bar|floor|till|kitchen|ward
short staffed|handed|of
"""
_TABLE["busy: bad moment", 3] = """
{cant}|not|unable|no|didnt|couldnt to? talk|speak|chat|stop|hold|discuss|take right|now|just|then|at|long|about|today|much|this|the|moment?
{cant} talk|speak|chat|stop
not|isnt|wasnt|bad|wrong|terrible|awful|worst a|the|very|really|an? good|great|convenient|right|best|ideal time|moment to|now|call|for|just|then|hon|mate|right
not the moment|time
bad|wrong|terrible|awful|worst|inconvenient time|moment|day right|to|now|call|for|just?
no time|minute to|right|now|just|today|at|for|talk
too busy to talk|speak|right|today|just
busy
hang on
gotta|have|had|has|got to go|run|dash|fly
cant chat
call|ring|phone dropped|cut
excuse me
got pulled|called|dragged away
cant talk rn
rn
slammed|swamped rn|right|today|call|give|now
running out|into
bad time
could|can|did|do|was not|hardly|barely|scarcely able|to? talk|speak|stop|chat|listen|hear|attend|take|hold|discuss me|now|long|because|just|then|right|on|at|anything|it|a?
not|no|hasnt|hadnt|didnt have|a|got|one|even|had|the|any? moment|minute|second|sec|time to|for|free|now|spare|just|hand|hands talk|now|me|breathe|then|hand|speak|chat|listen|phone
no time|moment now|right|just|to|for to|for? talk|speak|chat|a|calls|phone|me
wrong|bad|worst|poor|terrible|awful|inopportune possible? moment|hour|minute|second|instant
not the moment|hour to|now|for|love|mate
cant talk|speak|chat|stop|hear|now|hold|stay|listen
later later|sorry|please|said|she|he|love|mate
had|has|must|needs|gotta to? dash|fly|shoot|scoot|split|bolt
caught|rang|phoned him|her|at|in|me a|the|an|his|her bad|worst|wrong|awkward|terrible|difficult|busy moment|time|minute|hour
caught|found him|her|them at|in|on|mid|between|with|up|halfway|as|just|under|coming|half|getting|boarding|feeding|outside|inside
was|is|were at|on|under|in|into it now|fire|pressure|siege|flow|hurry|haste|rush
in a rush|flap|tizzy
rushed|harried|flustered|frazzled off|and|so|said|by|out
disturbed|disturbing|interrupted|woke|wakened him|her|them|the|his|from|at|during
asleep|sleeping|napping|woken|woke when|up|after|from|by|him|her
"""
_TABLE["busy: soon", 3] = """
in|after a|an|half|couple|few|# of|an? hour|hours|hr|minutes|minute|bit|secs|sec|mo
{call}|ring|phone|try|back later|tonight|lunch|after|this today|on|afternoon|evening|lunch|work|shift|service|closing|six|five|four|school|arvo|#
later today|on|this|tonight|arvo
this|try|tmrw afternoon|arvo|evening|morning
after lunch|shift|work|service|closing|dinner|milking|tea|school|#|six|five
gimme|give {me} till|until|a|# #|minute|sec|min|hour|moment
till|until # 
tomorrow please|morning|at|then|lunch|darling|evening|arvo|after
try|call|ring|back back|again|in|at #|twenty|half|later|lunch|#
try|call|ring back|again tomorrow|tmrw|tonight|later|mon|tues|fri|monday|friday
later today
{call} {me}|him|her|back? later|tomorrow|tonight|tmrw
ring|call|try at|after #|lunch|work|dinner|five|six
call later
try tomorrow|later|fri|mon|arvo|am|pm|tmrw
give him|her|me till|until|a # |fri|friday|minute|sec|moment
give|gimme|in him|me|her|an half|# an? hour|min|mins|minutes
tmrw|tomorrow am|pm|morning|arvo|noon
{call} me back
call me back {he}
try|ring|call tomorra|tomorrow|tmrw
buzz him|her|me arvo|tmrw|later|tonight
asap after
next week instead
could we|you do|make it|this next|tomorrow|later
to leave it until|till|til
speak|talk monday|tuesday|wednesday|thursday|friday instead
give it|me|him|her half|an|a|ten|twenty|# hour|minutes|min|mins
till|until the rush|service is|passes|over
{call} tomorrow|tonight|later|thursday|friday|monday|after|in tomorrow|morning|milking|nine|the|an|half?
thursday|friday|monday|tomorrow would|will|is be|better|best
in one|an|half hour
ring|call|try smoko|evening|noon|lunch|1ish|tonite|landline
call u back
told call|evening evening|after|later
cooking later
try noon|her|him|friday|fri|weds
next wk lol
later son|love|mate|pal|hon|darling|later
said|told|says|cried|shouted monday|tuesday|wednesday|thursday|friday|tomorrow|later
told tomorrow|monday|later|evening only?
{ask} to be called|rung on|at|tomorrow|monday|thursday|friday|back
ring him back at
call karo|me
i|ill|hell|shell listen|talk|speak to|with? you|me? then|tomorrow|later
first thing tomorrow|monday|tuesday|wednesday|thursday|friday|is|in
after nine|ten|eleven|noon|# tomorrow|today|monday|tuesday|wednesday|thursday|friday
call|ring|telephone|phone after two|three|one|half|an|# hours|hour|minutes
have all day|morning
before they|we|he|she open|opens|close
after dinner|tea|supper|breakfast
told|said me|us? hed|shed|theyd|he|she will|would? call me back in
ring again tomorrow|tmrw|later|tonight
in a|an|half|one|like|about|maybe|twenty|ten|thirty|fifteen|five|forty|two|three|# a|an|half|about|of? bit|hour|hours|minute|minutes|min|mins|while|jiffy|tick|sec|mo|moment|minit|hr|hrs
half a mo|hour|tick|minute
call|ring|try|phone|telephone {him}|me|back|again? about|around|at|towards teatime|dark|dinner|lunch|tea|noon|five|six|seven|four|three|two|half|night|closing|evening|breakfast|supper
try|ring|call|phone {him}|me|back|again? in an|one|half hour
try|ring|call|phone it|him|her|me once more then|later|tonight|tomorrow
after|from|before|at|around|about|towards|by|until|till # |seventeen|eighteen|sixteen|fifteen|fourteen|thirteen hours|oclock|h|hrs|heures|uhr|pm|this|today|tonight|tomorrow
an|one|two|half|twenty|ten|thirty|fifteen|# an? hour|hours|minutes|mins|min later|please|im|hes|shes
give|needs|wanted|begged|gimme|wants {me}|him|her|for? half|twenty|ten|thirty|fifteen|five|forty|# an? hour|minutes|mins|min|secs|seconds
when|once {he}|hes|shes|hed|shed|im is|was? fed|parked|ashore|docked|off the
{be} fit|free|able|ready|available|fed to talk|speak|listen|chat come|by|at|after|in|from|around|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|#|noon|lunch|tonight|tomorrow
could|can|would|may|shall i|me|you|we {call}|phone|ring|telephone|try {him}|back? back|again|later|on|at|tonight|tomorrow|this|monday|tuesday|wednesday|thursday|friday|saturday
that i {call}|phone|ring|telephone|recall when|at|in|after|on|back|again|later|tomorrow|tonight
come saturday|sunday|friday|monday evening|night
come five|six|dark|night|noon
this|monday|tuesday|wednesday|thursday|friday|saturday evening|afternoon|night|lunchtime|teatime|dinnertime|morning instead|please
later|tomorrow|tonight please|love|hon|mate|pet|hen|duck|darling|dear|la|lah
around|about|towards|after|till|until teatime|dinnertime|bedtime|nightfall|sundown|elevenses|vespers|iftar|milking
monday|tuesday|wednesday|thursday|friday|saturday|tomorrow he|she|love|pet|hen|hon|darling|mate|then|instead|will|she he|she|be|after|before|said|shouted|whispered|hissed
shouted|whispered|hissed|yelled|mouthed|hollered|bellowed|panted|cried monday|tuesday|wednesday|thursday|friday|saturday|tomorrow|later|after|tonight|call|ring|try|two|three|four|five|six|half
try|ring|call|phone me|him|her|back|again to|for|the next|tomorrow|tonight|later|day|this
leave it ring|till|til|until tonight|tomorrow|later|this|lunch|after|monday|tuesday|wednesday|thursday|friday
and im|i yours|free
one hour later
later once|when|in the day|morning|afternoon|evening|afternoon
in|by evening itself|please|after
"""
_TABLE["busy: unspoken", 3] = """
nothing _? discussed|said|yet|possible
{not} _? talked|spoken|discussed|pitched|spoke of|about|to|yet|anything|it
never|didnt got|get to|a|round|even|as to|the|pitch|word|far|chance
didnt even|get said|say|a|to company|word|pitch|chance
havent told|said|spoken|pitched|mentioned
that was|is|thats my|literally|all|the|it|about lot|ten|i|all|height|it|#
thats|that|was|and all|it|my|that|all {i} got|lot|had|can
all i got
seconds
the? conversation was # |eight|ten|five seconds
didnt hear|catch a
only could|managed say|to|my|the name|hello
say my name
{not} of nothing|anything
sum of it
words only
whole of it
that was the whole|end
could {not} even|only tell|say company|name|my
more was it not|impossible
nothing else
nothing about _? _? talk|talked|discussed
we|i|and|but did|could|had not|nothing|no talk|speak|time|get|discuss|spoken|talked
did not talk|speak|get|reach|pitch|discuss
got as far as my|hello|the|our|good
as far as my|hello|good|surname|first|the? surname|name|morning|word|company
only|just|barely managed|heard my|a|the name|hello|half|surname
"""

# ---- asked to be called again --------------------------------------------------------------------------------------
_TABLE["asks: call", 3] = """
{call}|telephone|recontact|reapproach|remind|approach|hit|bell|nudge|chase|shout {me}|him|her|them|us|em|at him? back|again|up|then|in|after|next|early|mid|late|end|on|at|around|when|once|about|come|closer|nearer|by|around|for|around|before|monday|tuesday|wednesday|thursday|friday|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|#|the|tomorrow|week|mon|tues|tue|wed|weds|thurs|fri
{call} in|on|after|next|early|mid|late|end|around|when|once|eoy|eom|closer|back|again|then|by|at|before|week|# a|an|the|#|next|early|mid|late|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|month|months|year|week|monday|tuesday|wednesday|thursday|friday|spring|summer|autumn|fall|winter|q1|q2|q3|q4|two|three|four|five|six|few|couple|september|his|that|new|half|then|it|over|of
{call}|cb january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|eoy|eom|eoq|monday|tuesday|wednesday|thursday|friday|mon|tues|tue|weds|wed|thurs|fri|early|mid|late|spring|summer|autumn|fall|winter|nxt|next|q1|q2|q3|q4
talk|speak|chat|connect|reconnect|discuss|meet|revisit|look|touch|pick|circle|come|check|get|follow|revert|sit|start again|then|in|next|after|later|early|mid|late|back|it|up|base|this|down|about next|in|then|when|after|on|#|again|at|once|to|around|mid|early|late|january|february|march|april|may|june|july|august|september|october|november|december|up|with
talk|speak|reconnect|meet|chat|discuss again|then|later|in
{ask}|told|tell|said|says|wants|wanted|want|would|wishes|prefers|like|suggested|happy|kindly|please|hed|shed|theyd|agreed|demanded|insisted|offered {me}|us|him|her|that|if|for|to|i|we|like? that|to|i|we|should|can|could|shall|will|for|like|him|me|you? to? {call}|telephone|reconnect|speak|talk|recontact|revisit|remind|chat|connect|resume|retry
told|asked|tells|asks|said|says|wants|wanted|like|want {me}|us|that|i|for|to|us? to|should|can|we|a|i? come|get|check|circle|touch|follow|wait|connect|hear|be back|again|in|base|up|till|until|from|to|with
wants|wanted|want to? talk|speak|chat|reconnect|hear|revisit|discuss|sit|look|meet again|then|in|next|after|from|about|it|later|at|it|down
hear|heard from me|us
give|gave|gives|giving|gimme {me}|him|her|them|it|us|em|till|until? a|another|the|until|till|#|six|three? {call}|tinkle|go|shot|buzz|bell|shout|holler|ring|mos|months|month|weeks|then|january|spring
a {call}|holler then|in|after|next|when
asked for a|another {call}
{tell}|says|to|told|he {call}|cb|ring|try|holler back|again|then|in|after|him|her|next|on|at|me|early|mid|late|end|around|when|tomorrow|later|before|from|#|monday|january|february|march|april|may|june|july|august|september|october|november|december
callback
call back
cb
cbk
put|stick|pencil|pencilled|penciled|got|jotted|wrote|write|stuck|writing|mark|marked|noted {me}|it|that|my|us|you|the? in|on|down|date|name his|her|your|the|my|for|in? calendar|diary|planner|wall|book|calender|cal|chart|system
on|in {his}|her|my|the|wall|your cal|calendar|diary|planner
put {me} in|on|down
pencilled|penciled me|in|us
ask {me} again
revisit
back to {him}|her|me in|on|next|after|again
ping|pings {him}|me|her|then|in
not before|until|till|til|sooner
and|then|or not a day|before|sooner|minute
{hell}|will|would|ill|id|we|well listen|look|revisit|talk|review|consider|finalise|finalize|discuss|decide|do|take|be|start|make|sit then|at|in|again|after|it|about|numbers|seriously|comparison|free|ready|you|down
we talk|speak|meet
then|april|march|september|october|january|may we|you|i talk|call|speak|telephone|close|need|take|do|will
you|i|we call|telephone|ring|come me|him|back|in|on|again
shout|holler at|then {him}|me
after|from|in|post that|then|# call|try|ring|talk|he|she
reconsider|consider in|next|then|again|once|after
{call} then
hit {me} up
reapply
talk numbers|seriously|properly
agreed|settled|fixed to|that|we|on? talk|speak|reconnect|early|again
expect my|a call
see {me}|about? in|then|next
until then
until|till|til|not|wait then|till the|kids|he|after
hit {me}|him up
wants|want {me}|us to? back|feb|january|february|march|in|at
give it|him|her|them|us # months|weeks|mos|wks|mo|days
give it a|two|few|three|couple|six
be|get|come back to {him}|me|us
reach out|back in|after|then|around|next
talk in|# mos|months|weeks|mo
start|begin talking
connect in|after|then|again
next intake
ready then|by|in
prior
# days|weeks|wks prior|before|ahead|b4
wants|want|asked|asks|suggested|prefers|said|for a {call} when|in|after|once|next|on
regroup|resume|reconvene|restart|reengage|re-engage|rejoin once|in|after|when|next|on
be in touch|contact in|after|next|again
try|call|ring|get her|him|them in|after|at # |weeks|months|mos|wks
but|so # days|weeks|months|mos|wks
says|said|reckons|maybe|told|gimme|give # |two|three|four|six|nine|a|few|couple days|weeks|months|mos|wks|mo|month|quarter|year
he|she named
saying|says|said|reckons|until|wait|maybe july|june|august|september|october|november|december|january|february|march|april|may|spring|fall|summer|winter
{call} when {he}
when|once hes|shes|theyre|he|she|we|they home|back|settled|done|finished|moved|open|gets|get|are|is home|back|settled?
talk|speak|do|meet|chat in|this the|it? spring|summer|fall|autumn|winter|next|new
speak|talk again|properly in|on|at|september|monday|next
we speak|talk
you call|ring|telephone|come he|she|they|told|said|me|him|back
any time after|from
try|call|ring {me}|him|her|them again|then|once|in|when
get|come back in|to touch|me in?|at|around
in touch at|in|again|after|around
come back to me|us|her|him in|after|next|when
until|till then he|she
different man|woman|person in
contact|contacted|ring|call after|again the|in|next
i|we|id|ill call|ring|phone # |sixty|thirty|ninety|two|six
{hell}|will|ill have the kettle on
suggested|agreed we|that|i|to pick|speak|talk|call|look
pick|take this|it up in|again|when|mid|at
include us
two weeks|days|months|weeks afterwards|later|after|before
put it|him|her|that in for
back|welcome in q1|1st|first|jan|the quarter|qtr|fall|spring
1st|first|2nd|second|3rd|last qtr|quarter
not before labor|memorial|the|#|xmas|easter|thanksgiving
months|mos|weeks|wks said|out|from
wants|needs|shop|quote quote|it|a? # days out|before|ahead
remind {him}|me
in the mix
wants a? {call}
come back 1st|q1|q2|q3|q4|next
ok|so # months|mos|weeks
after # |labor|memorial|xmas|christmas
when the corns|corn|crop|beans|hay|snow|permit|loan|grant|baby|kids|deal
calls welcome
{he} talk|call|speak|ring to? me
get ahold|hold of him|her|them early|in|when|after
hear from me once|in|when|after|again
wants|want a conversation|word|chat|call then|in|next
give|gave him|her|them|it # |two|three|four|five|six|eight|a months|weeks|couple|few
report myself
must|should i report|call|ring
{he} in {his} agenda|diary|calendar
marked|mark at|in both|the|my
so he|she said just|only? # |january|february|march|april|may|june|july|august|september|october|november|december
january|february|march|april|may|june|july|august|september|october|november|december you|we|i|and|then talk|call|ring|speak|not
two|three|# weeks|months before|after
knows where i am|we
in the? autumn|spring|summer|winter|fall {he}|i|we|she|has
once|when its|theyre all|in in|bins|done|the
bring a bid|quote|price
gimme|give|giving {me}? #|six|three|two|four|nine|twelve|a|couple mos|months|mo|month|days|weeks|wks|yr|year|quarter
says|said|asked|asks|saying|wants|needs|need|make for|it|me? #|sixty|ninety|thirty|six|three|two days|months|mos|weeks|wks
saying january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter|q1|q2|q3|q4
circle|loop|reach|check|get|come back|out|in|around once|when|after|in|then
again {me}? announce|present|call|write|telephone|ring|report
announce|report|present myself|me again|in
{call}|telephone once|when|after its|theyre|hes|shes|the|all|he|she|they
hear from me once|when|after|in|then|early|mid|late|next
first monday|tuesday|wednesday|thursday|friday|week in|of
speaks|speak|talks|talk|one again? in the? middle|beginning|end|start of
reach out|back to? a|in|the|after|before|#|then
hold|held me|her|him|us|them to it|that
apply|submit|resubmit|register in|after|next|again
apply in december|january|february|march|april|may|june|july|august|september|october|november
{ask} me|us|him|her|we to leave it|this until|till|for
come|get|go back to him|her|me|us|them in|on|after|at|once
get|be in touch in|after|at|when|once|next|the
make|made|makes me|us|him promise|swear to
pick|picking it|this back? up when|in|after|once|then|again
check|checks|checking in with|w|around|in|after|on _?
put me in his|her|the|their book|diary|calendar
find|finding her|his|their feet
at|from the start|beginning|end|middle of january|february|march|april|may|june|july|august|september|october|november|december
try|call|ring q1|q2|q3|q4|after
shop it|around #|in|before
darken {his} door|doors|doorstep again? till|until|before|til
leave {him}|it|that|things be? till|until|til|while
{dont} even? think|bother|dream about|of? it|me? before|until|till|til
gave|gives|named|fixed|set|offered {me}|himself|herself? a real|proper|firm|definite|actual date|day
gave|gives|named|fixed|offered {me}|himself|herself? january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec #
gave|gives {me} the # to call|ring|try|phone
{he}|hell|shell|id|ill|will|would|can take|expect|welcome|await my|the|your|our|a call|ring|phone
take my|our call then|after|in|on|and|once|when
{hell}|will|would|shed|hed hear|listen|see|receive to? {me} out then|after|in|on|once|when
hear me out
be|am|is all ears
all ears then|after|in|about|from
come the? spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas|harvest|new
dont|not be a stranger
look me|us|him|her up|in on|in|after|when|then|once|next
knock again|then|on
chap my|his|her|the door
give|gives|gie|gies|gis {me}|him|her|a|us? a? bell|ring|shout|tinkle|buzz|dial|phone|holler in|after|when|once|around|come|nearer|then|early|mid|end|start|again
we {call}|phone|ring|speak|talk|hear|see|rephone us|ourselves|each|again? again|calmly|other|then|in|after|at|next|later|with
should|must|shall|am to? {call}|phone|ring|write|return|report|telephone him|her|me|back|again? again|in|at|after|from|on|the? january|february|march|april|may|june|july|august|september|october|november|december|beginning|end|half|start|middle|autumn|spring|summer|winter|easter|christmas|harvest
contact|call|ring|phone|telephone|write|mail|ask|approach {me}|him|her|us? again|anew|back in|after|from|at|on|around|when|once the? half|spring|autumn|summer|winter|new|next|january|february|march|april|may|june|july|august|september|october|november|december|end|beginning|start|harvest
please|kindly contact|call|ring|phone|telephone|write|try|approach {me}|him|her|us? again|back|after|in|from
two|three|one|four|six|few|couple weeks|week|months|month|days after|before|later|past that|this|it|the
week|month|fortnight|monday after that|it|this|easter|christmas|harvest
call|ring|try|phone|come the morning|day|week after
until|till|til {he}|it|this|the|that|then|all|his|her? finishes|ends|passes|clears|is|resolves over|past|done|passed|finished|behind|resolved|decided|the|it
ask|asks|asked me|us again? when|once|after|in|closer|nearer
like|want|wants|wishes|asked|asks {me}|us to? take it|this|that up|again|further then|in|after|again|when|once
take|takes|pick|picks it|this|that up again? then|again|in|after|when|once|next
find|finds|found|finding {him}|me a? time then|in|after|for
book me|him|us in for
resume|restart|reprise|renew|continue it|this|that? in|after|from|at|then|when
note|noted|marked|wrote|circled|put|ringed|penned|scribbled it|that|me|the|down|a? date|day|# in|on|down|for|the? diary|calendar|agenda|almanac|wall|planner|box|board|hand
till|until then {he}|he|she|we|not|no|nothing
by|before then {he}|hell|shell|we|i know|will|have|should
best|good|better|right|earliest|soonest|first time|month|moment|chance|he|she|is|would|date|could is|would|be|to|call|for|ring|he|in|after? january|february|march|april|may|june|july|august|september|october|november|december|spring|autumn|summer|winter
{is} soonest|earliest
is|was the soonest|earliest
soonest|earliest|sooner is|he|she|they|would|than
wait|waits|waiting|hold|patience|holding until|till|til|for|out the? spring|autumn|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|harvest|subsidy|grant|board|budget|year|new
leave it till|until|til|for january|february|march|april|may|june|july|august|september|october|november|december|spring|autumn|summer|winter|after|the|next|then
in|from|after the? return|rentree|comeback of|from|holidays|vacation
he|she|they will|shall|can|would|could speak|talk|listen|think|look|discuss|meet|decide then|in|after|again|from|calmly|properly|about
talk|speak|look|think|discuss calmly|properly|seriously|again|further|then|anew
speak|talk with|to me|us on video|by phone|in|on|after|when|once
a proper|good|decent|long|real|quiet chat|talk|conversation|natter|blether|word then|in|after|when|once|about
have a? proper|good|decent|real go|chat|talk|think|look then|at|in|after|when|once
starts|start|begins|begin looking|thinking|shopping|buying|planning|talking in|then|after|around
is|thats|be when {he} starts|begins|looks|has|can|will|buys|plans|decides|thinks
dont|not|never sooner|earlier|before than|the|that|january|february|march|april|may|june|july|august|september|october|november|december
not sooner|earlier than
"""
_TABLE["asks: try", 3] = """
try again|then|in|after|me|him|her|them|next|early|mid|late|around|when|on|back|tomorrow|end|before|closer|later|at|us|monday|tuesday|wednesday|thursday|friday|afternoon|arvo|#
call again
check|touch|circle|loop|get|come|check|follow|reach back|base|in|with|again|up|out with|then|in|next|after|on|around|once|when|mon|tues|weds|wed|thurs|fri|monday|tuesday|wednesday|thursday|friday|later|tomorrow|eow
{call} {me}|him|her|them|back tomorrow|monday|tuesday|wednesday|thursday|friday|later|then|mon|tue|tues|weds|wed|thurs|thu|fri|sat|first|a|the
try me|us|him|her
catch me|him|her
ring me|us|back
call me|us|back
phone me|us|back
recall
retry
evening|morning|evenings|tmrw|tomorrow|monday|friday|thursday|wednesday|tuesday is|better|call|ring|at
{dont} call|ring before|until|till|after|on|at|during|mornings|evenings|monday|friday|weekends
{dont} call|ring me|him|her|us before|until|till|after|on|at|during
another|one|once more crack|go|try|shot|stab|bash at? after|in|then|next|on|at? thursday|friday|monday|tuesday|wednesday
"""

# ---- the timing is wrong ------------------------------------------------------------------------------------------
_TABLE["timing: not now", 3] = """
timing|time|moment isnt|wasnt|not|is|off|was|aint|are not|is? great|good|right|off|wrong|ideal|bad|poor|awful|terrible|rotten|perfect
timings awful|bad|off|wrong|terrible
bad|wrong|poor|awful|terrible timing
timing
not|isnt|wasnt a|the|quite? good|right|best time|moment|year|season|quarter of|for|to|this?
wrong time|moment of|for
not this|until|till year|yr|quarter|qtr|month|season|summer|spring|winter|side
{not} until|till|til|before the|then|after|#|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|spring|summer|autumn|fall|next|new|his|her|they
nothing|nowt|none|nada until|till|til|before|now|then|this|for|left|doing|happening
wont look|do|touch|talk|move|buy|decide|be|need|think at|it|anything|until|till|before|ready|now|about till|until|before|it|now
nothing new|happening now|this|today|yet|until|till|before
no for now
not|no right|just|at|for now|yet|moment|present|this|the
on hold|pause|ice until|till|for|right|now?
back burner
paused|postponed|delayed|shelved|frozen
too soon|early
premature
first|only|must|has|have|need|needs to|he|she|they|see|finish|get|wait finish|through|first|this|rid
revisit|again|relook next|in|later
later in|this|on
"""
_TABLE["timing: budget", 3] = """
no|zero|out|without|lack budget|money|funds|cash|$|headcount|dough|openings|capital of|until|till|left|this|right|now|for|before|till?
budget|budgets|money|funds|funding {is}|are|was|all|not|already|fully|isnt|has|have|got? been|already|all|over|till? spent|gone|used|frozen|blown|done|tapped|exhausted|finished|over|closed|set|maxed|allocated|locked|committed|tight|cut|discussed|decided
budget|money|funds|funding|grant|capex|plan|bid|bids|rfp {is}|comes|will|goes|window|gets|are|is? opens|resets|coming|comes|renews|lands|lifts|refreshes|starts|released|freeze|season|in|open|out|available|discussed|through|due
next|new|this years|fy|fiscal|financial|year|years budget
fiscal|financial|fy|fin|academic|tax new|year|yr|season|szn|budget|starts|rolls|flips|ends|close
new fy|fin|fiscal|financial|budget|academic|year|money|grant
budget season|cycle|time|round|meeting|planning
hiring|spending|budget|capex|purchase|procurement|travel|vendor freeze|freezes
year|month|quarter|yr end|close|start|closing
cant buy|spend till|until|before|a|anything
has|have nothing|no left|money but|until
rebid
# days
nothing left in
new money lands|comes|starts
pot for
not a penny|cent|dime until|till|before|left
got burned on
nothing|no money this qtr|quarter|year
new budgets signed|approved|in|out
budget|money|pot|funds|funding|fund|kitty|allocation {is}|was|has|been|already|all|got? divided|distributed|shared|allotted|assigned|used|eaten|spent|exhausted|empty|dry|voted|consumed|blocked|closed|burned|shot already|by|for|up|until|till|out?
fiscal|financial|budget|accounting|new year|exercise|period starts|begins|opens|started|closes|ends
money|budget|funds|cash|purse lands|land|opens|open|frees|loosens|arrives|comes|resets|unlocks in|on|again|then|after|by
subscriptions|dues|fees|grants|tithes|rents|royalties|premiums|cheques|checks come|comes|land|arrive|are in|due|paid
applied|asked|waiting|waits for|on the|a subsidy|grant|loan|funding|bank|junta|credit|state
no|without winter|summer|spring|autumn income|revenue|takings
divides|divide|vote|votes|votes|set|sets|decide|decides the? budget|money|again|pot
not|no more|another penny|cent|euro|pound|dollar|rupee this|until|till|before|til|more
"""
_TABLE["timing: contract", 3] = """
under|in|locked|tied|stuck|signed|committed|bound|contract|tied|contracted|covered|insured into|in|with|up|until|till|through|to|contract|for|a|thru|contracted w|with|until|till|through|to|for|the|a|contract|another|current|their|his|#|in|thru
contract|lease|policy|agreement|deal|renewal|term|license|licence|warranty|note|subscription|coverage|insurance {is}|with|of|on|doesnt|currently|dont|only|now|wont|has|have|isnt|not|the|their|his|current|comes? _? _? runs|expires|ends|up|comes|renews|finishes|due|lapses|ending|expiring|end|expire|finish|run|renew|through|till|until|out|left
contract|lease|policy|agreement|deal|note thru|through|till|until|ends|runs|with|expires|renews|is
up for renewal
renewal is|in|comes|due|date|not|time|on|month|around
renews|expires|expiring|exp
xdate|x-date
x date
comes up
just signed|renewed|bought|switched|started|hired|replaced|installed|got
policy just renewed
mid term|contract
turns over
rolls|flips|reorders over|in|on
left on lease|contract|the|it|his|her|their|term
lease|contract|policy|renewal until|in|to|thru|through #|march|september|jan
bid|bids it|this|out every|in|next
xdate|x-date|xd
locked til|till|until|thru
shop it in|around
two|three|four|five|eighteen|twelve|ten|six|# more? years|year|months to run|go
contract|lease|agreement|deal|policy|term to|up|until|till|through|finishes|terminates|lasts|stands|dies|rolls|holds the? # |january|february|march|april|may|june|july|august|september|october|november|december|end|spring|summer|autumn|winter|next|in|at|on
for|at the moment|time|present {he}|they|we have|has contract|agreement
tied|bound|chained|shackled|wedded|locked by|to|into|in a|the|his|her|current? contract|lease|agreement|deal|supplier until|till|for|to
"""
_TABLE["timing: season", 3] = """
in|during|going|middle|through|doing|having|mid|full|amid|a|the|an|of|through|into|big migration|move|merger|audit|harvest|refit|renovation|season|acquisition|reorg|restructure|restructuring|transition|implementation|rollout|stocktake|exams|campaign|inventory|construction|rebuild|install|remodel
{is} going|coming|moving|rebuilding|being|renovating|doing|under|changing|building|finishing|counting|migrating|remodeling|remodelling|expanding on|through|offices|premises|a|the|into|over|rebuilt|done|repair|of|renovation|new
audit|construction|inspection|implementation|renovation|reno|harvest|migration|lambing|calving|planting|merger|exams|move is|are|going|on|till|until|first|then|starts
busy|slow|peak|high|deer|hunting|tax|festival|lambing|calving|wedding|harvest|planting|tourist|hay season|period|till|until|through|time|szn|months|is
swamped|slammed|busy|flat|tied|booked|snowed|chockers|rammed|chocka|buried until|till|through|with|thru|out|up|solid|under|right|for|all|in|w
too busy|much until|till|through|with|on|right|now|going|for
until|till|til|after|once|when|post|thru|through the|his|her|they|their|harvest|holidays|christmas|xmas|easter|ramadan|diwali|eid|lent|thanksgiving|lambing|calving|tax|#|all|daughters|wedding|new|fiscal|school|summer|season|spring|show|that|pongal|holi|inventory|festival|halloween|lambings harvest|holidays|season|summer|christmas|xmas|audit|move|merger|wedding|baby|easter|new|show|tax|close|calving|lambing|budget|year|school|exams|opening|refit|renovation|inventory|election|szn|end|festival|done|over|finished|settles|project|dust|reno|till|then
after|until|till the? holidays|xmas|christmas|easter|eid|ramadan|diwali|lent|thanksgiving|halloween|harvest|pongal|carnival
once|when the|they|things|its|dust|hes|shes|theyre|season|it|were|his|her|that|lambing|we|guests settle|settles|settled|done|quits|finished|over|back|open|dry|slows|dust|cools|quietens|calms|are|have|gone|gets|has|finish
when {he}|its|things|the|it {is}|gets|finish|finished|settles|slow|calm|season|lambing|guests done|over|back|through|out|open|finished|gone|down|quiet
when it|things is|slows|calms|settles|slow
when its done|over|finished|through
{he} lost|loses his|their|her director|manager|staff|deputy
new shop|store|office|plant|location|branch opens|opening
opens|opening in|next
merging|moving|relocating with|w|in|to
surgery|operation out|next|first
kids {is} back
school is|out|starts|year|reopens
snow melts|clears
new baby
had a baby
on the road
project on hold
hold till|until|til
when it lifts
intake
new owner|manager|boss|ceo|director|crew|system|hire|cfo starts|takes|begins|joins|over|in|coming|soon
til|until|once new|the|he|she|they owner|boss|baby|takes|starts|closes|series|move|deal
snowbird
series b|a closes|close
sowing|lambing|calving|silage|harvest|planting|milking|shearing|pruning|season
nothing moves until|till
headspace
builders in
baby any day
opening|open the|a second|new|third
voted|decided|closed|fixed|approved the? budget already|for
next round|intake|window|cycle|meeting
months to run|go|left
maternity|paternity
bed in
knee deep|in tax|harvest|deep
close is brutal
permit clears
nothing doing til|till|until
deer|duck|goose|hunting|planting|hurricane|slow|rainy|monsoon|fire|cruise season
reorg
labor|memorial|independence day
crop year
chemo
loan|deal closes
grant money
silage|wheat|corn|beans|olives|grapes|tulips|cherries|hops|oysters|lambs|calves is|are|go|coming|comes off|in|down|before?
coming off
merging
{he} is|are full
crushing|planting|picking season
election|elections
everything|work|life now|stops until|till
hangs|stuck|sits on|in the old|current|his
top of mind
position to look
new money
just taken|took|started over|on|here
months to find
over and|the shows|show|lambing
cant think|look about|at|of it|that|anything before|until|till|with
full|mid|during|middle of? the? harvest|campaign|vendange|vintage|vendemmia|lambing|calving|tupping|shearing|clipping|silage|crush|pressing|truffles|wedding|festival|ramadan|diwali|puja|obon|carnival|enrollment|storm|hurricane|season|picking|grape|olive|orange|strawberry|chile|cherry|apple
harvest|campaign|season|vintage|vendange|crush|picking|pressing|silage|enrollment|stocktake|audit|inspection|exams {is}|has|just|of|going on|in|now|started|starts|full|begun|first|here|the|upon
jam|cider|beer|wine|cheese|cheeses|sugar {is}|are at|the|fermenting|going|leave|leaving|pressing
self assessment|employed
tax|audit|christmas|xmas|reg|plate|wedding|valentines|easter|exam|year|month|half|quarter|january|opening|enrollment|stocktake panic|rush|change|madness|season|deadline|crush|chaos
its|is christmas|harvest|lambing|calving|tax|silage|exams|season|wedding|chaos|carnage|madness|mayhem from|with|now|till|until|time|for|here|season|week|month
mid move|audit|build|refit|harvest|term|season|merger|migration|campaign|divorce|treatment|renovation|closing
{dont} spend|buys|buy|sign|decide|move|touch a|one|anything|nothing|penny|euro|cent until|till|before|for|without|till|penny|euro|cent
until|till|before subsidy|grant|loan|permit|lawsuit|trial|case|divorce|probate|sale|merger|vote|election|the|his|her subsidy|grant|loan|permit|lawsuit|trial|case|divorce|probate|sale|merger|vote|election is|clears|resolves|comes
subsidy|grant|loan|permit|probate|licence|planning|funding|mortgage|permission comes|lands|resolves|approved|clears|through|is|arrives|goes|decided|granted
august|july|summer|winter|ramadan {is}|are? closed|dead|slow|quiet|holidays|holy|mad|manic|chaos
nothing|no new|more|moves|happens|spent|spending|buying|decisions|money in|this|until|till|til|before|during? year|#|winter|summer|season|then|until|till|til|before|he|she
no money|cash|funds|budget til|till|until|before|then|this
has|have|got|with a|the|his|her baby|operation|surgery|hip|knee|move|audit|trial|lawsuit|wedding|exam|exams|inspection|harvest|divorce|treatment|chemo coming|due|in|on|first|to|done|until|till
gettin|getting|having {his} hip|knee|back|heart|eyes|teeth|operation done|replaced|fixed|seen|in
tied|buried|swamped|snowed|drowning up|under|in with|in|by|until|till
too|very|so much|many|busy on|with|for|to {his}|the|think|look|plate|now|until|till
trial|hearing|vote|verdict|ruling|merger|inspection {is} set|on|in|the?
until|till the? #|end|beginning|middle of january|february|march|april|may|june|july|august|september|october|november|december
"""

# ---- a meeting is agreed ------------------------------------------------------------------------------------------
_TABLE["agreed: booked", 3] = """
{book} _? _? _? {meet}|call|date|slot|measure|intro|discovery|time|tasting|tea
{book} {day}|in|for|on monday|tuesday|wednesday|thursday|friday|mon|tues|tue|weds|wed|thurs|fri|sat|#|the|next|this|him|her|up|them|us
{meet}|appt|call|date|time|it|zoom|slot|gmeet|review {is}|was|all|now|its|been? booked|set|scheduled|arranged|fixed|confirmed|agreed|locked|rescheduled|rebooked|on
set for|up|with
rebooked|rescheduled|prepone|preponed|postponed for|to|it|monday|friday
{day}|friday|fri|thurs|monday|it pushed|moved|changed to
pushed|moved|switched|shifted fri|mon|tues|it|us|monday|friday|thursday|tuesday|wednesday|the to
still on for|at|#|2pm|monday
invite|invitation|calendar|cal|zoom|teams|gmeet|link sent|accepted|invite|shared|sent
sent|accepted|sending|send|accept|accepts a|the|an|calendar|cal|zoom|teams|him|her|my? invite|invitation|link|zoom|calendar
agreed|agrees|agree|accepted|accepts|accept|consented|happy|ok|okd|willing|open to|for|on|the|that|a|yes? a|an|the|meet|see|come|sit|demo|have|visit|take|do|that|i|me? {meet}|sit|visit|demo|see|meeting|look|walk|come
agreed to meet|see|a|come|visit|let|look|sit|have
new slot|date|time|appointment
slot|date|day|hour is|for|on|of|stands|now
gives|gave|offered|give me|us an|one|#|half|ten|twenty|fifteen|thirty minutes|hour|mins|min|an
stands|stand the date|appointment
got|getting|put|have|has|had|gone|looked|opened {his}|me|it|us|her|them|out|his|the? in|on|out|up? {his}|the|my|her|for|out|partners? diary|agenda|calendar|books|book
in the|his|her|partners diary|calendar|book|books
we|weve|ive|i|got|have|had|shes|hes|theres got|have|a|an|booked|had? a|an|the|our|my|# minute|min|#|proper|quick|30|15|45|half? {meet}|date|slot|appointment|demo on|for|with|next|this|at|in|booked|set|monday|tuesday|wednesday|thursday|friday|the|#
# minutes|minute|min|mins with|on|for|monday|tuesday|wednesday|thursday|friday|teams|zoom|by|demo
see you|me|him|her|them monday|tuesday|wednesday|thursday|friday|at|next|on|then|there|sunday|saturday
works for {him}|me|both|us|them
its|so a date
confirmed for
penciled|pencilled in|him|for
walkthrough|walk-through
{book} {him}|her|them|me|in for|on
{book} for|at|with|on {day}|#|the|noon|sat|a|next
on the|his|her|my books|calendar|cal|schedule|diary for|on|at
on {his}|her|my|the calendar|cal for
measure|inspection|survey|estimate|call|tasting|trial|review|consult|quote|estimator {book}
inspection|survey|meeting|demo|appointment|visit|lunch|review set|on|booked|confirmed
sit|sitting|sat down w|with|on
ok|okd|yes|good for {day}|sat|sun|#|noon|lunch|next
agreed to # min
meeting fixed
still on for|then|the|as|his|her|our
finally|its|now|were on the books|calendar
yes to a? call|meeting|chat|visit|demo
screen|screens us|me on|next|this
instead of|friday
rebooked|redo|redone
speak|talk to? # |sun|mon|tues
{day}|mon|tues|tue|wed|weds|thurs|fri|sat|sun instead
quarter|half past|to|after nine|ten|eleven|eight|one|two|three|four|five|six|seven
next {day}|mon|tues|tue|wed|weds|thurs|fri|sat|sun at
at the? unit|ranch|orchard|brewery|bakery|hall|stadium|lot|dealership|clinic|rink|salon|barn|boatyard
# am|pm|a|p
gave|given|gives|fixed|set|proposed|offered|suggested|named|picked|confirmed|chose us|me|himself|herself|a|the|one|up? time|monday|tuesday|wednesday|thursday|friday|saturday|slot|hour|date|video|zoom|half|demo|visit
found|got|pulled|opened|checked {his}|out|up|the his|her|the? diary|calendar|agenda
were|we|are on for
accepted my|the|our invitation|invite|proposal
inviting|invited|brings|bringing {his}|a cofounder|boss|partner|team|colleague|husband|wife
give|gives|gave us|me one|an|half hour|minutes|time
free|available on|at|monday|tuesday|wednesday|thursday|friday|next week?
monday|tuesday|wednesday|thursday|friday|saturday|sunday the #
monday|tuesday|wednesday|thursday|friday|saturday|sunday #
monday|tuesday|wednesday|thursday|friday|saturday|sunday at|morning|afternoon|week|round|after|around # |ten|noon|nine|eleven|two|three|four|half|lunch|church
got|get|is|put|hes|shes on the calendar|books|schedule
on the calendar {day}|#|for
tasting|measuring|presentation|webex|webinar|discovery|audit|golf|bbq|test|drive on|mon|tues|wed|weds|thurs|fri|sat|sun|the|#|his
discovery call
# attendees
test drive
1|one on one|1
1:1
ok'd|okd a|the
hell be at|in|there booth|the|stand
locked|set in|for
moved to {day}|weds|tues|mon|thurs|fri
invite|zoom|link sent|out
sent zoom|invite|link
she|he can do {day}|weds|tues|mon|thurs|fri
has|have|gives|gave for me|us next|on|monday|tuesday|wednesday|thursday|friday|an
{day}|monday|tuesday|wednesday|thursday|friday|saturday|morning|afternoon|forenoon # |forenoon|half|at
any day im|i|we|theyre
confirm|confirms|confirmed me|us monday|tuesday|wednesday|thursday|friday|#|the
gave us|me next|monday|tuesday|wednesday|thursday|friday
friday|monday|thursday|tuesday|wednesday of next week
have|has said|agreed the|on friday|monday|thursday|tuesday|wednesday
for a? demonstration|presentation|measuring|inspection
do the measuring|survey|inspection|demo|demonstration
screen share|sharing
screenshare
reads|read|reading me|us his|her|the calendar|diary|agenda
{day}|friday|monday|tuesday|wednesday|thursday fortnight
yes|yep to|on the|a demo|meeting|visit|call|walkthrough|site|sit|demonstration
were|we|well|we'll|im doing|seeing|meeting|do|meet|see it|him|her|them|up? on|at|monday|tuesday|wednesday|thursday|friday|the
catchup|catch-up tmrw|tomorrow|monday|tuesday|wednesday|thursday|friday|#|mon|tues|wed|thurs|fri
catch up tmrw|monday|tuesday|wednesday|thursday|friday|mon|tues|wed|thurs|fri
we said|settled|agreed|landed on|upon monday|tuesday|wednesday|thursday|friday|the|#
on monday|tuesday|wednesday|thursday|friday at|morning|afternoon
accepted|accept|accepts|took|takes the|my|an invite|invitation|slot|offer
having me out|over|in|up|down|round
walk|walking thru|through the|his|her|our proposal|numbers|quote|plan|deck
go|going through|over the|his|her numbers|figures|quote|proposal|plan|contract
in both|our|both diaries|calendars|our
fifteen|ten|twenty|thirty|#|half minutes|min|mins|an|hour on|thurs|mon|tues|wed|fri|monday|tuesday|wednesday|thursday|friday
sending|sends|sent a|an|the|me calendar|diary|an? invite|invitation
come monday|tuesday|wednesday|thursday|friday but|and|if
bring donuts|lunch|samples|coffee|pastries
so|then does|do|did|suits|works monday|tuesday|wednesday|thursday|friday|saturday|mon|tues|tue|wed|weds|thurs|thu|fri|sat #|at|morning|afternoon|noon|eleven|ten|nine|two|three
picked|picks|chose|chooses|named|names|fixed|fixes|took|takes|offered|proposed|suggested|proposes the|for|on|a # |date|day|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|morning
now its|it|is|for|on the? # |monday|tuesday|wednesday|thursday|friday
moved|moving|pushed|pushing|shifted|shifting|bumped|bumping|brought|swapped|changed|changing the|our|it|us walk|walkthrough|visit|demo|appointment|meeting|survey|tour|call|forward|lunch|coffee
same|usual time|place|hour|spot and|same|place|as|new|different
we|well meet|see|find|encounter|assemble us|ourselves|each|together|up other|on|at|in|the|there|for|monday|tuesday|wednesday|thursday|friday
rendezvous|rdv|termin|cita|appuntamento|spotkanie|reuniao|rendez|reunion vous|for|on|at|monday|tuesday|wednesday|thursday|friday|the|is|with|fixed|fixe|de|el|am|le
rendez vous
fixed|set|agreed|settled|arranged|confirmed|made|given|gave {me} rendezvous|rendez|appointment|meeting|termin|cita|date|hour|visit
{hell}|will|would|shed|hed|theyd|shall|can|could|may see|receive|meet|host|welcome|await|expect|entertain me|us|you on|at|in|there|with|for|next|this|monday|tuesday|wednesday|thursday|friday|saturday|the|and|tomorrow
receives|expects|awaits|welcomes|meets|sees me|us on|at|in|there|with|for|next|this|monday|tuesday|wednesday|thursday|friday|saturday|the|and|tomorrow
asked|asks|wants|wanted|like|fancies to? drive|ride|sit|see it|one|the|them|in|a? in|running|live|flesh|action|metal|person
see|seeing|sees|watch|watching it|one|the|them|a|us|him? _? _? in|live|working|running|first|for the? flesh|action|person|metal|live|thurs|mon|tues|wed|fri|monday|tuesday|wednesday|thursday|friday|himself|herself|use|hand|themselves
bring|bringing|haul|hauling|trailer|trailering|tow|towing|run|running|carry|drop|fetch|take|taking it|one|the|her|him|a|my|our machine|demo|unit|baler|digger|it|up|out|over|round|down|sprayer|loader up|out|over|round|down|on|to|there|in? on|to|there|monday|tuesday|wednesday|thursday|friday|saturday|the|in|for
run|try|test|see|demo|demonstrate|trial|show|put the|a|it|our|one _? on|in|at {his}|their own|the? place|farm|hay|ground|field|land|yard|hill|site|floor|lawn|course|pitch|herd|hall|kitchen|barn|premises|dock
{want}|have|has {me}|us on site|onsite
on site the|on|at|#|monday|tuesday|wednesday|thursday|friday|to|with
set|lay|put|laid another|an|a|out extra|plate|place|chair|cup|plates|biscuits
feed|cook|bake|lunch|dinner me|us|for me|us? when|if|on|there
{book} it|that|us|me in|down|up for|on|at|with
have|has|hed|shed|theyd|would|wants|want|like have|like? {me}|us in|over|round|out|up|down|there|visit|come|to|at to|for|on|and|come|visit|a|the|with|in|at|see|present|measure|saturday|monday|tuesday|wednesday|thursday|friday|next|tomorrow
be|am|will|shall|im|well|id|ill up|out|down|over|there|at|round|in|through there|his|her|the|at|on|to|with|monday|tuesday|wednesday|thursday|friday|saturday|sunday monday|tuesday|wednesday|thursday|friday|saturday|sunday|at|place|yard|farm|shop|office|the|#|next|a|to|with|morning|plant|works
reach|reaching|arrive|arriving|land|landing|present|presenting there|his|her|at|on|with|myself|them monday|tuesday|wednesday|thursday|friday|saturday|sunday|at|the|place|office|on|with|sharp
told his|her|the wife|husband|girl|son|secretary|mother|cook|staff|gate|guard|lads|dogs to expect|set|let|hold|put|watch
expect|expects|expecting|waits|waiting for|on? {me}|us on|at|for|in|there|next|this|monday|tuesday|wednesday|thursday|friday|saturday|tomorrow|when
the|an actual|real|proper|full demo|visit|tour|tasting|trial
said|told|says {me}|to? come ahead|along|on|then|and|over|by|round|up|in|at|monday|tuesday|wednesday|thursday|friday|saturday
come and|ahead|along|on|then at|on|see|monday|tuesday|wednesday|thursday|friday|saturday|have|then|bring|eat|taste
half|quarter past|to|before|after|of|ten|nine|eleven|eight|one|two|three|four|five|six|seven ten|nine|eleven|eight|one|two|three|four|five|six|seven|at|on|sharp|his|her|monday|tuesday|wednesday|thursday|friday|in
inspect|inspects|tour|measure|view|survey|walk|examine|assess|photograph|visit|walking|touring|measuring|viewing|surveying|inspecting the|his|her|their|all|it|both|round|through site|house|houses|kitchens|pipes|rooms|roof|fields|lines|line|plant|floor|yard|hall|church|building|warehouse|wards|course|pool|school|orchard|vines|property|stables|sheds|dock|store with|on|at|monday|tuesday|wednesday|thursday|friday|next|together|him|her|herself|himself|in|and
with the? measuring|samples|sample|swatches|tape|catalogue|range|laptop|machine|case|book tape|in|under|at|on|and|range|case
wear|bring|pack|fetch comfortable|wellies|boots|warm|old|my|hard shoes|coat|hat|clothes|boots|wellies
coffee|lunch|breakfast|tea|dinner|drinks|pint|beer|brunch|supper|chai|cuppa in|at|on|with|by|there|near|when|tomorrow|over|before|after? monday|tuesday|wednesday|thursday|friday|saturday|his|her|the|denver|town|him|her|#|mon|tues|wed|thurs|fri|noon|hers|theirs
when|while im|i|we through|in|passing|over|up|down|there|am for|town|on|there|in|next|the
him and|& me and|&
sit|sits|sitting|to sit down with|together|w|over the|his|her|it|him|books|numbers|figures|map|drawings|book|them
walk|walks|talk|run|take|step|go|goes me|us|him|her|them|it|through|over? through|over|round|the _ plan|plans|plant|site|numbers|on|with|monday|tuesday|wednesday|thursday|friday|figures|proposal|recall|request|together
on|by|over|via video|zoom|teams|meet|skype|webex|screen about|on|at|for|the|with|next|monday|tuesday|wednesday|thursday|friday
date|day|hour is? stands|fixed|set|agreed|circled|sealed|holds
{day} # |at|by|from? # |ten|nine|eleven|noon|eight|two|three|half|sharp
teach|teaches|demo|demos|train|present|presents|presenting|pitch|pitching for|to|the|his|her|my? team|staff|board|crew|them|both|partners|committee|group on|at|monday|tuesday|wednesday|thursday|friday|the|next
slot|squeeze|fit|slotted|fitted|squeezed|squeezes|fits|slots me|us|him|her in|between|on|after|at
has|have|found|got|theres a|an gap|window|opening|slot|hole|spot|space|cancellation|hour at|on|between|in|for|after|before monday|tuesday|wednesday|thursday|friday|#|his|her|the|next|half|ten|nine|two|three
gave|sent|texted|told|gives me|us the|his|her|where|directions|which address|postcode|eircode|directions|gate|parking|to from|door|entrance|buzzer|park
where|how to park|find|get|turn
park|parking round|behind|in|on|at|by|beside|is the|back|front|free|round
mind|watch the dog|dogs|step|gate|geese|bull|potholes|cattle
sign in at
visitor|visitors pass|badge|parking|entrance
steel toes|toecaps|capped
half|twenty|thirty|fifteen|ten|an|#|forty an|hour|minutes|min|mins hour|of|of? his|her|their time|day|lunch|morning
this|same time next|tomorrow|on week|month|monday|tuesday|wednesday|thursday|friday
i|im|were|me {his} # |two|three|ten|nine|eleven|first|last oclock|appointment
first appointment|slot of|on the? day|monday|tuesday|wednesday|thursday|friday
its|were|is|all on for|then|at for|at|on|monday|tuesday|wednesday|thursday|friday|the|#
have|has|having|got got? a|our|my|the date|appointment|meeting|lunch|coffee on|at|for|with|next|in|set|then|monday|tuesday|wednesday|thursday|friday
{day} it is
it is a date
{day} suits|works|is|it good|fine|him|her|them|us|both|me|is|well
"""
_TABLE["agreed: come", 3] = """
come|swing|pop|drop|call|stop|bring|head|get|wander|nip|roll|mosey|drive|carry by|in|round|over|out|and|up|down|to|see|on|at|along|around|your|the|it|yourself monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|weds|thurs|fri|sat|next|this|on|at|and|to|his|her|their|my|the|for|about|see|look|measure|around|here|tomorrow|meet|around|a|by|we|i|later
{he}|hell|shell|theyll|will|come|we|well meet|see|be|give|show|gives|shows me|us|there|here|him|expecting|waiting|her|an? on|at|in|around|the|hour|monday|tuesday|wednesday|thursday|friday|site|round
come|came|coming|go|going and|& see|look|measure|meet|show|have|talk|quote|walk
come monday|tuesday|wednesday|thursday|friday|saturday|sunday|day|on|the|next|over|by|round|in|see|to|at|here|tomorrow|here|out|this|any
come measure|see|look|quote|meet|visit|have|show
im|i|we|ill|weve|were|shall|am|hes|shes|id|well|must|can|should|shed|hed to|going|gonna|have|up|be|like|me|him|like? to|me? come|go|visit|see|meet|drive|heading|pop|swing|round|over|nip|travel|going|calling|bring|show|demonstrate over|on|there|out|by|him|her|them|in|round|up|at|down|to|my|along|along|me|and|the|samples|it|round
im at the|hers|his|their
to come|walk|visit|measure|see|go|meet|sit on|over|by|in|to|round|the|out|monday|tuesday|wednesday|thursday|friday|him|her|me|round
wants|want|like|invited|invites|invite|asked|asks|expecting|told|needs|wanted|have|likes {me}|us to? there|in|over|round|out|come|visit|on|by|carry|bring|for|demonstrate|up on|at|in|over|and|to|monday|tuesday|wednesday|thursday|friday|for|with|round|by|the
invites|invited {me}
wants|wanted|like|love to|him to? meet|see|sit|visit me|down|us|in|him|face|with|person|it|for
visit|visiting|visits on|next|this|monday|tuesday|wednesday|thursday|friday|at|the|us|agreed|accepted|to
accept|accepts|accepted|agrees|agreed a|the|for|to visit|appointment|demonstration|meeting|see
going|go|coming|heading|headed|over|round|swinging|popping|dropping over|out|there|in|to|up|by|round|down|through there|on|to|with|at|his|monday|tuesday|wednesday|thursday|friday|sat|next|the|this|for
gonna|going|will|ill swing|stop|drop|come|pop|go|run|bring by|round|over|in|out|to
{is} coming|expecting|swinging|visiting to|in|by|over|me|us|on|round|here|office
hell|shell|theyll be there|in|expecting|on|waiting|here|by|at
at|to {his}|hers|theirs|the|their|our|my place|office|yard|shop|warehouse|surgery|store|site|farm|clinic|premises|plant|showroom|ofc|kitchen|house|factory|works|restaurant|counter|trade|diner|hotel
at hers|theirs|his
bring|ask for|the
gates open
in person
face to face
f2f
meet us|in|at|on|up|there|for
we meet|visit|meet us
i come|go to|on|the|next|monday|tuesday|wednesday|thursday|friday|there
show {me}|you|them|him|her the|his|how|around|round|what|it|that
walk the|him|her|them|through|round|all|lanes|around
walk|walkthrough|measure|look|test|tour|show of|for|round|around|the|him|her|through|up
measure up|the|it|of|for
take the? measures|measurements
bringing|bring samples|donuts|the|sample|swatches by|along|to|book
bring samples|sample|numbers|proof|wellies|donuts|the|my|a|your|his|her|loss coi|samples|scale|spreadsheet|catalogue|platform|flour|book|runs|technical|swatches
wants {me} there|in|over
{hell}|will meet|see {me}
quote|measure visit|up|appt|on site
swinging|stopping|popping|dropping|coming by|over|round|in|thurs|tues|mon|fri
come and look|see|measure|meet
you|i may|might|can|could as well|come come|and|round
at their|our|the stand|booth|fair|show|expo
ask|asking for|him|her by name
get|getting together
front porch
walk me|him|her|us through
a? tour of
taking|take her|him|them on|round|to|there
i|ill|im|we to|will? call|calling|going|be out|up|over|round|there to|there|friday|monday|tuesday|wednesday|thursday
calling out
up there
talk shop
look|looking at the roof|rig|site|job|place|yard|field
measuring his|her|the|their
meetin|meeting him|her|them at
come out and|& see
popping|rolling|stopping in|by
with|w samples
same time
kitchen table
both spouses
im|were|ill|i to be|drop|come|go|rock|turn|call|head below|in|up|over|down|out|round
drop|rock|turn|come|pop|call in|up|over|out with|on|any|to|at
im over|up|down|out there
have|has|leave|leaves|keep the|his|her|a back|gate|kettle|door door|open|on?
i pass|come|go|visit this|on|monday|tuesday|wednesday|thursday|friday|next|tomorrow
pass|come through|by|on|this|today|at
theyll|therell|shell|hell be shortbread|coffee|tea|cake|there
{hell} see me
to|and look at the _? with|for
price|cost|measure|quote up? the|it with|for|him|her|while?
look over|at|under the|it|what|his|her with
and|then he|she shows|show|will|ll me
come|came out|over|in|round|down|up {day}|mon|tues|tue|wed|weds|thurs|thu|fri|sat|sun
a|some|one|somebody|someone|our chap|man|guy|lad|fella|tech|engineer|surveyor|someone|somebody could|can|will|should|might|to come|go|visit|call|be|pop
could|can|will come and|& survey|measure|price|quote|look|see
come and? survey|measure|price|quote
i should|must|shall|am|have|ought to? be|come|go|present|appear|arrive|visit|travel on|at|there|in|to|with|his|her|over
should be on|at|there place|site|the
we|ill|i look|see|meet|sit|make|try|test|visit in|at|on|together|the|it|over|him|her|there together|demonstration|demo|site|visit|sauna|office|monday|tuesday|wednesday|thursday|friday
i go|come|travel|drive to|over|there see|him|her|the|it|monday|tuesday|wednesday|thursday|friday
hold|see|try them|it|em|one up|against|on to|the|site
theres|ill|shell|hell|theyll be|have|put a|the kettle|brew|cuppa|coffee|tea on|ready|waiting?
driving|flying|going|heading up|down|over|out friday|monday|tuesday|wednesday|thursday|saturday|on|to
back door
ask for _? at
"""
_TABLE["agreed: meeting", 3] = """
{meet}|gmeet|videoconference|discovery|intro|catchup|cuppa|smoko|tea|pint|call|review|demo|walk|meetup|mtg|session|look|inspectn|check w|with|on|at|for|mon|monday|tuesday|wednesday|thursday|friday|tues|tue|weds|wed|thurs|fri|sat|tomorrow|next|#|this|sometime|booked|set|scheduled|thu|of|fixed|nxt|arvo monday|tuesday|wednesday|thursday|friday|mon|tues|tue|weds|wed|thurs|fri|sat|next|#|him|her|teams|the|them|for|tomorrow|week|arvo|at|whole
phone appointment|appt|call|meeting
appointment|appt|demo|gmeet
demo|visit|tour|walkthrough|lunch|coffee|zoom|teams|meeting|appointment|mtg|breakfast|inspection|survey|tea #|at|on|sat|mon|tues|tue|weds|wed|thurs|thu|fri|monday|tuesday|wednesday|thursday|friday|tomorrow|tmrow|with|w|next|nxt
on zoom|teams|skype|webex|meet
by|on|via|for|a video|zoom|teams
video call|conference|chat
site|home|farm|store|office|shop|dock|plant|factory|yard visit|survey|walk|tour|inspection|look|check|measure
working session
monday|tuesday|wednesday|thursday|friday|saturday|mon|tues|tue|weds|wed|thurs|fri|sat|# at|the|# #|ten|eleven|nine|two|three|half|noon|four|eight|one|twelve|sharp|oclock|am|pm
# am|pm|sharp|oclock
agenda
with her|his accountant|daughter|team|wife|husband|bookkeeper|partner|brother listening|on
both on
"""

# ---- asks for a next step --------------------------------------------------------------------------------------------
_TABLE["wants: quote", 3] = """
would|hed|shed|theyd like|love to? see|get|have|receive|review? a|an|our|the|some|your? {quote}
{want}|wanting|{ask}|after|requires|demands|demanded|looking|hed|shed|asking|demand|wishes|expects|please|kindly|can|could|get|getting|needs for|me|us|to|like|that|now|now|i|we|have|see|also|him|her|my|it? for|a|an|the|our|some|full|formal|proper|written|updated|firm|my|best|prepare|send|make|see|have|get|already|of|give|two|# {quote}|quotation|commercial|commercials|rate|figure|figures|estimate|sample|samples|trial|contract|agreement|paperwork|invoice|demo|firm|rental|rough|proposition|commercial|exact
{want}|asked|asks|after|looking|requested|requests|demands|asking|prepare|make|see|send for|me|us|a|an|the|my|on|out|her|him|some|up? formal|firm|proper|written|best|rental|new|full|trial|rough|exact|short|custom|detailed|fresh|revised|monthly|free|ballpark|final|real|hard|latest|bulk {quote}|quotation|order|sample|samples|month|number|figure|rate|login
price|prices|quote|rate|rates|quotation|estimate|proposal|offer|pricing|sample|samples for|on|of|with|including two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|#|both|whole|all|a|the
{quote} for #|two|three|four|five|six|ten|the|all|his|her|their|both|a
proper|firm|formal|written|detailed|real|hard|best|full|revised|updated|rental|trial quote|price|number|offer|quotation|proposal|figures|estimate|order|rate|figure
{send}|{sent}|make|get|write|prepare|put|draw|work|give|mail|sending {me}|him|her|them|over|us|it|across|up|together|out|but? a|an|the|our|your|my|for|over|on|carrier? {quote}|proposition|contract|invoice|paperwork|agreement|order|terms|packet|msa|budget
{send} over|the|a|me|her|him|us|them|back|in? the|a|your|revised|our? contract|paperwork|agreement|msa|po|proposal|engagement|quote|quotation|invoice|forms
send the? quote|proposal|contract|agreement|msa|quotation|samples
{quote} by|before|back|today|asap|in|to by? monday|tuesday|wednesday|thursday|friday|tomorrow|today|end|#|noon|the|him|her
by monday|tuesday|wednesday|thursday|friday in|on|at
could|have|get|can|send|wants|receive|be he|she|they|it|them|him|her|i? have|get|it|em|back|in|her|his|the? it|em|them|to|back|inbox|hand by|before|on|him|her|until
could he|she|they have
asked how much|the price|to send|prepare
how much it? would|will|for|it|to|does
{ask} the|for|about? price|pricing|cost|costs|rate|rates|terms|lead|best|discount|quote|quotation|sample|samples|proposal|trial|references|contract|offer
price {is}|was correct|ok|right
trial login|account|order|week|month|run
best price
i|ill|we|id prepare|send|make|quote|price|work|write it|the|an|a|offer|quote|proposal|him|her|them|price|up
working it up
price a|the|it|them|# up|load|loads|job
loads to price
apples to apples
spec|specs|references|requirements|measurements sent|list|given|and
sent|sending|send|passes|faxing|gave|giving me|him|us? his|the|her|a|me decs|list|specs|numbers|measurements|plans|drawings|bills|bill|invoice|statements|requirements|headcount
urgent|asap|urgently
{is} up to? date
comparing quotes|offers|bids
wants|needs|want|need a|the|our|my? coi|msa|po|demo|samples|sample|trial|pilot|catalog|spec|contract|paperwork|onboarding
asked|asks|wants|wanted|curious|know|knew what|how it|much|many|they|we? _? cost|costs|charge|be|price|run
bid on|for the|a|this
quote|price|bid|estimate on the|#|a|two|three|his|her|their
give {me} a|an|your bid|price|quote|estimate|number|figure|best
needs|wants it|this|them done|installed|fixed|by|in this|by|asap|writing|next
quotation for #
send numbers|rates|quote|estimate|quotation|bid|pricing on|for|today|over
for # people|ppl|users|seats|units|nos|employees|staff|emp
proposal by|for
{want} samples|rates|pricing|docs|contract
{want} #|numbers|em|one|two|rates|#s|s on|of|back|for
{want} # s on|for
{want} it for|in|on
lets roll|rock|go|do
card on file
login|sandbox|trial
what do i need|have to do|sign
# lanes|loads|sites|units|seats|locations to|for? price?
wants|needs|asked _? _? _? {quote}
asked for a|an|the? _? login|trial|sandbox|sample|quote|price|bid
price|quote it|them|out
{quote} it
invoice me|her|him|us|them
take my money
bank details
crack on
asking|asked|asks commercial|commercials|price|rates|quotation
come back|in with|w an|a offer|price|quote
invoices|bill|bills|statement|policy to beat|match|compare
emailed|sent|faxed|gave|sending me|over {his}|last|the? last|current|bills|bill|policy|invoice|invoices|decs|loa|statement|statements
can|could u|you|we cover|do|deliver|handle|supply|fit|match|start|ship|take
order form
how much|many|fast|soon and|&|for|is|would|to
flick|send|shoot {him}|me|her a|the? price|quote|figure|number|rate
wants one|it|two|them in|to|for the|his|her
first load|order|delivery|shipment|job|run|drop
rate con|confirmation
loa
po|purchase will|order|number|to|released|release|issued
fired|sacked|dumped|ditched|binned his|her|their|last|the _? broker|supplier|vendor|cleaner|provider|agency|accountant
on the? spot
{want} a? trial|demo|sample|samples|price|pricing|quote
today|then|and he|she asked|asks|wants|wanted
to beat
proforma|pro-forma
what it would|will|might cost
cost for # |forty|fifty|twenty|thirty|ten
{ask} {me} the|for|to? price|quote|figure|beat|sharpen|best|send
send the? conditions|terms|contract|proforma|offer|order|agreement|invoice
where|here do|can|should i|we|to sign
sharpen my|your|the pencil
price the whole|lot|job|yard|two
formal|full|written proposal|offer|quotation|quote|bid|order
proposal|quote|offer covering|including|for|with|split
asked for numbers|figures|prices|a|the|pilot on|for|price|agreement
floor plans|plan|drawings
make|prepare it|the|him|her|an offer|quote|for
would like to try
material is required
money|budget's|moneys|budget is? there
also an|a? offer|quote
get him|her|them a figure|price|number
take|takes|taking # |two|three|four|five|six of|now
up for it
asked 4|for a bid|quote|price
give|gimme|give a|me a? number|price|figure|quote|bid
write it|me|us up
loi
can we|you|u match|beat|do
final rate|price|quote
needs|wants w9|credit|terms|financing|costings|start
start date
terms and|&|sheet|conditions
credit app|application
send pi|po|proforma|the|them|docs
bulk|best rate|price|order
rush job|order
proof today|tomorrow|by
wants|needs it|them|est|estimate|proof yesterday|today|tomorrow|asap
get a crew out
how fast|soon|quickly
legit|genuine|real need
est yesterday
price for|on|of bulk|the|#|all
36mo|36 price|pricing|lease
wants|want|needs|need _? samples|sample|rate|price|trial|offer
along with rate|price
bill me
{quote} for # |fifty|twenty|two
wishes|wish|wants|demands|asks formal|an|a|the|me|budget|tariff|estimate|rate estimate|offer|tariff|quote|budget|for|price|of|for
best price|rate
how much by|for|and
trial set up
papers|forms|form and|for|so|to {he}|sign
financing|lease papers|terms|options
price till|until|for|on
we|i shall|should|must|will|have send|make|prepare the|to|an|a? angebot|offer|quote|quotation|send
six|five|four|three|two|# desks|boxes|units|sets|pieces|bottles|machines|licences|licenses|users|seats
written|in writing mind|please|by
tell me the damage
put me in|down for
something to sign
sign|signs it on|tonight|today|at
get|give|owe|bring|draw|work figure|number|price|quote for|to|by|up
a|the figure|number|price|quote for|to him|her|them by|before|on|at
im|i|am to have|get|give|send|bring|price|quote|draft|draw|make|prepare him|her|a|up|the|it|them
draw|write|drawn|work|price|type it|that|one|them|something up
side by side
comparison|compare with|to|against|side his|her|their|the current|adp|invoice|bill|contract?
wants|wanted|want|needs _? _? priced|quoted|costed|invoiced|delivered|installed|shipped
want|wants|needs|need help|it|one|them now|today|asap|urgently|tonight|immediately
{want} it|them|one|that? running|live|working|switched|installed|invoiced|delivered|shipped|fitted|going|up by|for|before|in|on|tonight|now|this
demand|demands|demanded|asks|asked|wish|wishes me|us? the|a|an tariff|price|offer|cost|rates|quotation|budget
pass|bring|make|prepare|do {me} the|a|an budget|offer|price|quote|tariff|proposal
number|figure|cost|price|rate|quote for # _? _? coats|boxes|people|desks|vans|users|sites|units|rooms|jars|meter|meters|trucks|cars|seats|heads|staff
how much is|for|would|and|will it|the|to|how|a
in writing for|by|before|please
what it would|will|d cost|run|be|take
send me|us|him|her|over|it everything|all|prices|rates|pricing|numbers|two|both
with two|both|three|# variants|options|versions|prices
taken down|took|wrote|noted all|down the|all particulars|measurements|details|sizes|specs|values
read me|us the values|specs|sizes|numbers|measurements
letter of agreement|engagement|intent
quote it|them|both|one with|w|and
by easter|christmas|thanksgiving|ramadan|diwali
it in writing
best offer|price on|in
asked|asks|wants to? know? what it|we|wed|theyd would|d|will? charge|cost
when we|you|i could|can start|install|deliver
to know what wed|we charge
wants|want|needs to try it|one|this for a|#
like|wants|want|wanted|needs|need|have|has|asked|hed|shed|theyd|get|see it|that|this|them|one|both|all|everything|for|to? costed|priced|quoted|in|itemised|itemized|broken|drawn|specced|estimated|calculated up|out|down|writing|two|with|by|for|before|and|per|line
work|worked|write|draw|rough|knock|price|type|cost|figure|total|tot {me}|him|us|her it|the|that|something|a|up|out|one up|out|together|for|the|with|down|quote|number|a
work|write|draw|knock|price|cost {me}|him|her|us up|out|together|down|for
quote|cost|tender|bid him|us|her|them|it up? for|on|up|full|whole|both|two|three|#
please|kindly|could|can|would|must|should|i price|quote|cost|tender|calculate|estimate a|the|it|them|him|me|up|for|both|that|this|two|three
do|did|run|work|ran|make|crunch the|me|him|her|some|up? math|maths|sums|calculation|calculations for|on|and|with|at|by # |the|him|her|me|two|three|four|five|six|eleven|twelve|get|send
order|ordered|put|send|ship|reserve|keep|save {me}|him|her|us|in|over? two|three|four|five|six|ten|twelve|twenty|#|a|an|one|another|half rolls|roll|cases|case|boxes|box|pallets|pallet|bags|bag|bottles|dozen|units|sets|pairs|tins|drums|cartons|metres|yards|crates|load|tonne|ton|packs|trays of|for|now|and|please|to?
delivering|delivery|deliver|ships|shipping|ship|dispatch|collecting|collection|pickup from|on|by|goes|out|them|it|to|in our|van|monday|tuesday|wednesday|thursday|friday|the|next|him|her|tomorrow
go ahead|on and|& quote|price|send|write|bid|draw|order|cost|run|bind|ship|book
dec|declaration|policy|schedule pages|page|schedule|documents coming|on|by|to|sent|over|are
{want}|asked|asks|after for? our|my|the? rate|rates|price|prices|numbers|tariff|figures|pricing|fee|fees|price sheet|sheets|card|list|on|for|in|against|by|per|and
sheet|rates|numbers|figures|prices|pricing|tariff on|for|covering|against # |all|two|three|forty|his|her|the|both
call|come|ring|go|write|return back|again|to|over? me|him|her|us? w|with a|the|real|some|hard|better|your|proper|firm? numbers|figures|prices|price|number|quote|offer|terms|proposal|rate|rates|plan|costings|quotation
like|wants|want|wanted|asked|asks|would|have|invited|invites {me}|us to? draft|prepare|price|quote|design|cost|propose|draw|estimate|tender|bid|calculate|submit|write|mock|sketch|spec|outline the|a|an|it|one|up|him|her|something|for|our|how|two|three
the|our|his|her fee|price|cost|rate|figure|terms|premium|quote|damage in|by|on an|a|writing|paper|email|letter|mail|post|friday|monday|end
borrow|loan|lend|trial|try|test|sample|have|take|rent|lease one|a|an|the|two|three|him|her unit|free|box|case|pallet|bag|machine|demo|bottle|month|trial|sample|week|unit|batch|for|on free|for|to|on|of|in|first|from|at
trial|test|pilot|sample unit|batch|order|run|goes|on|in|at|for one|two|three|four|the|goes|out|starts|his|her|their|site
test|trial|pilot|try us|it|them|this|one|out for|from|on|in|of|at|with one|two|three|six|a|#|october|next|january|february|march|april|may|june|july|august|september|november|december|monday
if|provided|when the? result|results|test|trial|sample|samples|numbers|price is|are|goes|works|pass|come good|ok|well|right|fine|out|in buy|buys|order|orders|take|takes|sign|signs|hell|shell|he|she
in writing with|w|showing|separate|split|itemised|per|vat|by
wave|show|wag|shake it|them|the at|in front|under {his}|the|that
rates|rate|price|prices|quotation|quote|pi|proforma|sample|samples|invoice|commercials to|should|must|shall|will|needs|want be? mailed|sent|given|emailed|shared|whatsapped|delivered|couriered|come|reach
{is} wanting|requiring|needing|asking|seeking|after for|a|the|an|some|# _? quote|price|new|batch|rate|rates|samples|sample|figure|number|supply|stock|pieces|quotation|estimate|best
see|know|hear|knowing|learn|find what|how|out what _? _? would|will|d|it|wed|much|could|they|i cost|charge|come|be|run|would|costs|take|ask
asks|asked|asking|enquired|enquires|inquired {me}|about|after|for|on? the|our|my? price|prices|cost|rates|rate|tariff|discount|terms|lead|availability|delivery of|for|on|per|with|if|times|time|by
discount|rebate|reduction if|for|on|when he|she|they|paid|pays|paying|cash|volume|two|both|at
have|get|got|need|needs|wants|want it|that|this|one|them|offer|quote|proposal with|to|on|in {him}|his|her|me desk|inbox|hands|by|tomorrow|sharpish|tonight|before|first|today|monday|tuesday|wednesday|thursday|friday|asap|within
have|get|send|bring|owe|promised that|it|this|them to|over|with|him|her|a him|her|them|to|quote|price|number|proposal|figure by|tomorrow|sharpish|tonight|before|first|today|monday|tuesday|wednesday|thursday|friday
{is} after a|the|an|some? quote|price|figure|estimate|number|proper|two|dozen|pair|set|new
i|we should|must|shall|am|have|ought|can|may|to to? send|make|prepare|write|submit|propose|give|bring proposition|proposal|offer|devis|angebot|presupuesto|preventivo|budget|a|an|him|her|the proposition|proposal|offer|devis|angebot|presupuesto|preventivo|quote|quotation|price|prices|contract|estimate
proposition|devis|angebot|presupuesto|preventivo|orcamento|wycena|oferta|mitsumori|kostenvoranschlag
i prepare|make|send|draw|write the? contract|offer|price|proposition|proposal|agreement|paperwork
contract|offer|agreement|proposal with price|prices|for|to|by|of
wants|wanted|want to subscribe|sign|order|switch|proceed|rent|lease|hire|reserve|commission|engage
side|head by|to side|head
{ask} about|after|on|for|if|what|the|our delivery|lead|availability|installation|payment|warranty|minimum|moq|finance|colours|sizes|stock|turnaround|shipping|leasing|training times|time|terms|order|dates|costs|charges?
how long|soon|fast|quickly|much|many delivery|it|would|will|do|can|to|for|installation takes|take|be|we|i|you|deliver|install|set|fit|start
figures|numbers|prices|price|quote|proposal|costings on|to|in {his} desk|inbox|hands|table|by|before|first
{want} to? know|see|hear what|how|the price|much|it|cost|costs|rate|rates|damage|would|two|a|figure
"""
_TABLE["wants: deal", 3] = """
signed|signing up|the|today|off|on|for contract|with|off|spot|order|offer|it|agreement?
he|she|they|hes|shes signed|signs the|it|up|off|on
signed offer|contract|agreement|order
sold
count|sign {me}|him|her|them|us in|up
lets|let|wants|ready|happy|want|going|good|agreed|keen|she|he|they|go|going|happy to|us|go|move|proceed|get|do|start|sign|through|ahead|live it|ahead|forward|go|going|started|do|proceed|move|sign|start|with|from|live|on|up
lets do|go|start|book|get
go|going|goes|went|gone ahead|live|with|through us|with|it|from|on
ordered|ordering|orders|buying|placed|placing|places|wants a|an|the|#|two|three|four|five|six|from|for|another|first? order|of|for|now|sets|boxes|units|pieces|sacks|trays
order placed|confirmed|by|in|for|of
trial|test|first|repeat|verbal|big order|yes|deal|period|agreement
wants|want|wanted|ready|hed|shed|decided|agreed|happy to? buy|order|start|sign|switch|move|try|proceed|trial|test|pilot|onboard|change|get|go|come across|us|started|over|with|from|on|to|the|a|ahead|in|on
switch|move|moving|come|coming|switching|moves across|over|to us|me|to
verbal|written yes|ok|agreement|go
deposit|advance|payment|po|invoice paid|taken|sent|by|received|%|#|50|on|ok|in|number
paid|pay|pays the? deposit|advance|upfront|first
start|starts|starting|started|begin|onboarding|onboard|kick|kicking|kicked|installation|install off|on|next|in|from|asap|monday|week|live|the|whenever|after|when
trial|pilot started|agreed|starts|account|in|approved|order|for|accepted
real|big|genuine|actual|active|serious|urgent need|project|interest|opportunity|requirement|deadline
budget|funding|money|spend approved|is|ready|there|set|available|sorted|signed
approved the|it|budget
new account|customer|client
subscribed|upgraded|renewed|joined
big|definite|firm|hard|clear|resounding|emphatic|verbal|solid|its|is|a|said|says|got yes
its a yes
beat # its|and|we
if {i}|u|we can? beat|match|do|show
put {his}|her|my|their name to|on|down
engagement letter
set|sets {him}|her|them|us up
proposal accepted
what do|you need from|me
fix|sort that|it|this
akkoord
no objections
hes|shes|theyre|were|im|count in and|to|for|lets|sign
yes please|please quote
yes to the|a|it|both|everything
big yes
result
woohoo|yay|boom|bingo|kaching|jackpot
sold!
placed a|an|the _? order
order for
how soon|quick|fast can|could we|you|i
when can we|you|i start|deliver|begin|install
wants to|out switch|of|change
send docs|docusign|paperwork|agreement|contract
sign {me} up
where do i sign
going|go|went with us|me
starts the first
wants it yesterday|now|today|bad
hell|shell|theyll take|have|buy # |two|three|four|five|one|a|the|both
verbally|verbal committed|agreed|yes
do it
bought it
she|hes|he|shes in
form|forms|docs|contract|agreement sent|signed|back
greenlit|green-lit|approved the|it
switching to us
sign|signing|signs tonite|tonight|today|tomorrow|friday
chuffed|stoked|rapt
# to start
to get going
whats next
sample approved
ours
{is} sold
pull|pulled the trigger
ready to pull|go|sign|order|buy
bought the whole|two|three|a|both|lot
shook hands
go ahead on
put me in for
thats|its a job|deal|sale|go
deposit|check goes|check|in
trial set|order|for
up for it|that
go on then|so
go ahead|on and
typed|signed|put|wrote his|her|their name
card number|details|over
bank|account details
sold more or less
in favour|favor
{want}|take|taking|takes cover|insurance on|for
switched on tonight|today|now|tomorrow|monday|this
sent|send|sending him|her|them the signup|paperwork|form|forms|contract|agreement|sign
sign up form|link|page|sheet
trial for|of|starting|from|on a|# month|week|two|monday|the
got|has|have money|budget|some|to to? spend|burn|use
has|got to spend some|it|the|before
done deal
rip|ripped out the|his
shake|shook on it
put it through
get|got|lets on with it
when can|could|do we|you|i start
{hell}|theyll|he|she take|takes #|two|both|the|one to|for|lot
contract|paperwork|po to|coming|will follow|mon|monday|tomorrow|soon
wants it
approved
trial it|period|run? for
to move|go fwd|ahead|forward
forms tonight|today|tomorrow
call it a? deal|done
{is} aboard|convinced|onboard on|for|the|it|then|if
signs|inked|countersigned|initialled the|it|on|already|today
you|youve|you have worn|talked|sold|convinced|won|persuaded|got me|him|her down|round|over|into
take|taking|takes|have|wants|buy|buys|buying|order|orders|ordered two|three|four|five|six|ten|twelve|twenty|forty|a|one|the|both|half dozen|of|cases|case|pallet|pallets|boxes|sets|units|pieces|lot|pair|rolls|hundred|pair|them
price|rate|offer|terms|number {is}|was|were agreed|accepted|good|fine|settled|right and|with|he|she|so|send|start
{hell}|will|would|wants|can start|begin|switch|move|sign|pay|order|transfer in|on|from|with|to|over|across|by monday|tuesday|wednesday|thursday|friday|us|october|november|december|january|february|march|april|may|june|july|august|september|next|the|first|me|cash|deposit|this|today|tomorrow
start|starts|starting|began|begin us|with|on|from|the|in the? # |monday|tuesday|wednesday|thursday|friday|first|january|february|march|april|may|june|july|august|september|october|november|december
told|tells|asked|asks|said me|to? send|bring|draw|prepare|get|draft the|a|over|up|him|her|paperwork? paperwork|contract|papers|forms|form|agreement|invoice|order|docs
bank|account|payment|iban details|number|transfer today|over|sent
money|deposit|transfer|cheque|check|payment|advance {is}|was|has|been|already|goes|to|will sent|paid|made|coming|on|transferred|wired|tomorrow|today|monday|follow|cleared
can|could|when you|we|i|would|do can|could|we|you|i? start|begin|deliver|install|fit|come|switch|do monday|tuesday|wednesday|thursday|friday|next|tomorrow|by|on|in|before|this|straight|immediately
gave|given|got|gives {me}|us|it? the|a|his|her nod|green|thumbs|blessing light|up|on|to|for|from|and?
green light|lit|lighted
dotted line
ball rolling
get|got|lets|to cracking|moving|rolling|started|going|weaving on|with|it|now|monday|then|right|before|asap|this
full steam
how|where|who do|can|should|would i|we|he|she|they pay|order|join|sign|send|make|enrol|subscribe|register
who do i make|pay
paid|pay|pays|paying by|in|up card|hand|front|advance|full
card over the? phone
haggled|haggling|bargained|bargaining over|on|for|with|me
counter offer|offered|proposal
countered with|at
reserve|reserved|reserves|hold|holding|earmark|earmarked|bagged him|her|one|two|three|the|a|them of|for|one|last|in|until|pair
{hell}|will|would take|have|order|buy one|two|three|four|five|six|ten|twelve|it|the|both|all|half|a|them off|for|now|if|lot|dozen|on|pair|today|please
"""
_TABLE["wants: deal", 2] = """
signed
ordering #|two|three|four|five|six
"""
_TABLE["wants: keen", 3] = """
{is}|hes|shes|theyre|very|really|definitely|genuinely|super|so|quite|seriously|extremely|highly|well interested|keen|sold|excited|game|rapt|stoked|thrilled|delighted|convinced|ready
very|definitely|genuinely|really|quite|seriously|super interested|keen
interested in|to|because|for|as|since the|a|our|getting|seeing|knowing|his|two|#|buying
loved it|the demo|pitch|idea|whole
{have} a need|project|requirement|deadline|problem
hot|warm lead
fed up with|of
hates|sick|tired of|his|her|their|it current|it|them|supplier|vendor
problem|trouble|trouble|issue|issues|nightmare with
{not} happy|satisfied with|about
convinces|convinced me|him|her
rate|rates|premium|bill|bills|price went|gone|jumped|doubled|up up|by|38
would move
next step|steps
ready to|for
fed|sick|tired up|of with|of his|her|their|the? it|current|present|supplier
loses|losing|lost|wasting|wastes two|three|#|a|half|money|staff|customers|nurses|drivers|patients|orders|hours over|because|on|every|to|a|from|for
members|customers|guests|patients|reviews|drivers complain|moan|hate|mention|grumble
warm as|toast
pilot|trial on|in|at|for|with two|one|three|a|half|his|her|the
would like|love to|a|it|us|me start|try|buy|order|proceed|price|costed|quote|have|borrow
hooked|smitten
wants|want|needs|need help|rescue|rescuing|saving|it|us|this badly|fast|now|bad|soon|yesterday|urgently|asap|desperately
just|exactly|precisely what he|she|they|we|the|i|hes|shes|theyve|weve needs|need|needed|wanted|wants|doctor|been|was|after|looking|ordered
been|was|were|is looking|waiting|praying|hunting|searching|hoping for somebody|someone|one|this|something|exactly|just|us
couldnt|could|not come soon|at not|enough|a
perfect|good|great|ideal|lovely timing
on the lookout|hunt for
in the market for
ticks|ticked|checks all|every the? box|boxes
right up his|her|their street|alley
shut up and
what kept you|me
where|what have you|took been|you all|so|long
music to {his}
heaven sent
godsend|lifesaver
"""
_TABLE["wants: keen", 1] = """
interested
keen
excited
quote
proposal
estimate
pricing
samples
sample
trial
pilot
contract
"""

# ---- a flat no ----------------------------------------------------------------------------------------------------
_TABLE["no: refusal", 3] = """
{not} _? interested|intrested|keen|bothered
not _? _? interested
no|zero|0|little|lack|any|without interest|intrest|desire|appetite|requirement|requirements|enthusiasm|obligation
no thanks|thank|thankyou|thanx|way|chance|deal|sale|dice|go|mam|maam|sir|mate|dear|love|son|buddy|darling|hon|sweetheart|ty
no thank you
no no
no ma'am|am
not for me|him|her|them|us|dear|sale|now|this
{not} for {me}
{dont} {want} it|any|anything|one|the|a|our|us|this|more|another|to|that|these|nothing|what|anyone|outside|4th
{dont} {want} _? it|any|anything|anyone|brochure
doesnt|dont|didnt want
{not} going|gonna|planning|willing|prepared|intending|switching|buying|changing|looking|paying|spending to|for|it|anything|nothing|a|anywhere|two|no|ahead? change|switch|buy|switching|pay|anything|spend|replace|move|happen|do|paying|use|anymore|at|it|nobody
not|isnt|aint|wont switching|buying|changing|looking|moving|budging|budge
wont|wouldnt|cant be|consider|even|ever|change|switch|buy|pay|touch|entertain|need switching|look|anyone|it|using|needing|anything|in|that|us|going|considering
wont|wouldnt consider|switch|budge|entertain|change|touch
would not consider|be|switch
sooner|rather sell|eat|die|work|keep|chew|stick|lick|set|drink|swallow
id rather
passed|declined|declines|rejected|rejects|refused|refuses|nixed|vetoed on|it|us|the|offer|me|flat|politely|outright|for|to|everything
she|he|they passed|declined|refused|rejected
says|said|goes pass
declined
passed on
voted it|us|down|against
shot|knocked|turned|voted|torn me|it|us|that|the down
turned|shut me|us|it|him down
hard|flat|firm|definite|polite|absolute|clear|big|straight|categorical|resounding|emphatic|final|quick|cold|solid|outright|blunt|still|definitely|loud|very|gracious no|pass|nope
its|it|was|thats|be|is|thats|be a|an|just|still|simply|definitely|now|hard|firm? no
said|says|say|goes|answered|replied|answer|still|plain|actually|simply|comes|came|finally|told|then|i|we just|me|me|was|her|you? no
no and|for|to|from|means|its|he|she|ma
nope
nah
nup
nah mate|all|were
yeah nah
no means|is no
hell|heck|oh|god|lord|jeez no
a no
no actually
never again|ever|in|gonna|going
too|bit|way|very|far|much|bloody expensive|dear|pricey|costly
closed|shut|slammed the|down|this door|conversation|phone
want|wants|wanted|need|needs nothing|none|out|no|neither of|to|from|do
nothing from|to|for outside|anybody|nobody|do|sell|us
aint|isnt|not buying|havin|having|buyin|interested nothing|it|any|anything|nothin
having any|none of
hung up on|after
slammed|slams the|down|phone
told|tells me where|to|save|quit|get get|go|shove|buzz|stick|my|lost|callin|stuffed
where to go|stick|get
get lost|off|stuffed
not ever
now or ever|never
not now|today not|nor|or later|ever|next|tomorrow
or ever
end of story|discussion
final word
never ever|mind
bugger|piss|sod|jog|buzz|clear off
take a hike
go away
dont waste|bother
save|saved your|my|me|his breath|time
leave {him}|me|us alone
let it lie
not happening
isnt|not going|gonna anywhere|to happen|happen
hard pass
thats|that his|her|a|my final|no|answer
its|was|is dead|over|finish|finished|finito
this is finish
dead letter|duck|end|lead
drop|drops|dropped off|the|out plan|idea|it?
icy|scathing|scornful|furious|livid|hostile
not a chance|hope|prayer
chance in hell
no question|hope of|in
no intention|intentions|plans|plan of|to
{not} having it|any|none
said|says|told me|us? good day|bye|goodbye|see|cheerio
thanks but|no no|thanks|were
thanked me and|but
keep|keeps|kept walking|it
monkeys
kein|keine interesse|bedarf
pas interesse|besoin|interessee
no interesa|interesado|interesada
non|nein|nie merci|danke|interessato|zainteresowany
decided|decides|opted|elected|chose|resolved|deciding against|not|no to|it|proceed|go|buy
{he} closed|ended|finished with|the a|call|conversation
respectfully
not in a|this million|month|lifetime
she|he meant it
pass on|for|this
{he}|hell|shell|will|gonna|going|to pass
quit|stop|dont wasting|waste his|my|her|your
pound sand
nuff|enough said
you|u cant beat
cant beat
another|different direction
wants|want nothing to
nothing to do
the answer was|is no
is|was junk|crap|rubbish|garbage|trash
waste of money|time
got|been burned|stung|burnt
wont touch|again|buy
see|sees himself|herself|no|any|the
{dont} see the|any|a point|need|value|benefit|reason
{dont} disturb|bother
kindly {dont} disturb
b4|before i finished|could|was
zero interest
told me no|never
{dont} believe in
no dramas|worries|complaints w|with
absolutely not
not in a|this|my
zero|no|slim|fat chance
rip|ripping out
wastin|wasting both|our|your|my
ruled us|me|it out
cant argue
so why would i|we|he
tell brokers|salesmen|reps|them no
no thx|ty|thankyou|tks
11|# days late|short
too late
late by|to
renewed|signed # |paychex|w|with|elsewhere|for|another
nothing|nothin|nowt to talk|discuss|offer|say about|abt?
sick|tired|fed of|up|with our|these|us|sales|all
done with|w us|vendors|agencies|it|that
{dont} trust
kick|pound|go rocks|sand|away
stuff it
bad blood|experience|history
never doing|using|buying that|us|it|again
wrote|write|written us|me|it off
crossed|cross us|me|it off
off the table
axed|killed|scrapped|shelved|canned|binned the|it|project|us
project|plan|idea|deal is? dead|off|cancelled|canned|scrapped
cancelled|canceled the|project|it|plan
set in {his} ways
old school
if it aint broke
aint broke
no bueno
{not} moving forward|ahead
overpriced
sooner|rather _? hire|be|eat|have|sell|die|buy|spend
banned all|outside|vendors|salesmen
feel like a traitor
traitor
nothing here for us|me
nothing you|we|i can do|say
was a? con|scam|racket
not|isnt|aint going|gonna to? change
decisions|decision|its|is|thats final
final
ink dry|is
ink's dry
clear|polite|soft|firm refusal
refusal
thats|so that|thats that
freezes over
purist
on principle
save you|us|me some|the time|trouble|bother
closing|close this one|it|off|lead
finished for ever|forever|good
catastrophe|disaster
stop going on
answer was|is still|a no
wont be coming|changing|back
lost the bid|deal|job|account|sale|race
hands tied
wont do|not doing business with|w
out of staters
denied straightaway|flatly|outright
price {not} matching|match|matched
nobody there wants|needs|uses
{dont} own the|it|that
cant and wont
shrugged it|us|me off
pay him|her|them|me to
couldnt pay him|her|me
thumbs down
negative
thats a? negative
uninterested
no longer in the market
same answer
cost cutting
scrapped|cancelled everything
went local|cheaper|elsewhere|solo
over|way over budget|price
objection|objects
no soliciting
tight as a|tuppence
for beer|free|nothing|peanuts
does|doing his|her|their own
closed|close out|the file|it
closing the|this file|lead|out
wished|wish me|them|her|him _? _? harvest|luck|best|well|good
not for|no more fridges|boxes
therell|there be no more
see it off
there|it will not
no _? needed
no insurance|need|more needed|use
rather have|eat|go|keep|be|wash|cut
{dont} {want} a price|flyer|brochure|quote|meeting|visit
from my|his|her grandfather|father time|times|days
we will pack|keep|continue|use
no more use
not further ask|after|contact
second place
wanted to know what|how
paperless|digital|cashless
will complain
dnd registered
passing|passes again|this|anyway
passed again|anyway|already
and|so|we|they|then passed
no no no? no?
no and no
and no again?
no will|appetite|room|place|space|market for|there|here?
{not} worth the|it|his|her|their|changing|switching|my|bothering switch|hassle|bother|while|it|money|trouble|time|effort|change|cost|candle|price|risk?
{cant}|not|never take|have|buy it|that|one|any|them
not in the? future
nothing|nowt|owt|not more|left|here to fetch|do|gain|sell|get|see for|us|me|here?
for us is there nothing
closed it|this|the out|file
closed out
id|hed|shed|theyd|would sooner|rather keep|burn|have|stay|do|go|be|live|use|stick|see|spend|pay|not|give|buy|run|lose|watch
jog on
{not} lose|waste|spend more|your|my|any|his|her|no time
that i {not} lose
count|counts|counted|counting {me} out
drew|draws|drawn a|the line
no|not for shifting|moving|budging|turning|switching
show|showed|shown me|us|him the|to door
off|of his|her|my phone|line|yard|land|property
dead in the water
laughed me|us|it off|out|down
laughed at the|me|us|it idea|price|very?
answer is|was|still|stays|remains|again a? no
comes|came|went|goes back|down|out? to|as|with? a? no
{not} be? getting|coming|renewing|going|changing that|back|round|again|ahead|with|order|anything|from
how|when i|you|we|to say no
so it|thats is|a? no
no then
landed|ended|settled|finished on|with|at no|nope
told me|us|him|her no|nope|pass|never|nah
no interest|time|patience|money for|in
not today not|nor|or
isnt|not biting|playing|tempted|swayed|moved|impressed
the? door is|was shut|closed
wrote|writes me|us|it|this off
had|has his|her|their fill|enough of
done with agencies|brokers|salesmen|vendors|reps|it|that|all|consultants
swears by his|her|their|the|it|them
said his|her piece
wont|will not|never hear of
wasting|waste my petrol|breath|time|his|her|your|our|stamps|ink
never|not in my|his|her|this lifetime|life|house|shop|watch
told me to? quit while
price|quote|offer|idea is|was a joke|insult
not in the market
{not} {want} to hear|know it|more|about|anything
not fixing it
hes|theyre|shes covered for|by
not hiring
{not} giving|give me|us another|a go|chance|try|look
somebody|someone else not us
grand|great|good|fine idea|thing for somebody|someone|others else?
wished|wishes|wish me|us|him|her|them? luck|well|good
never have|had any? call|use|need for|of
{not} see himself|herself|themselves|themself moving|changing|switching|using|needing
{dont} pay|work|add|stack out?|up|for
flat|outright|polite|blunt refusal
shut it|me|us|the|that down|idea|conversation
absolutely|definitely|certainly|simply|just not
priced ourselves|us|yourselves|themselves out
not something
{not} buy from anyone|people|reps|callers|salesmen|anybody|somebody
wasting|waste|wasted each|both|everyones|everybodys others|our|time
parent|mother|holding|group company|office? dictates|mandates|imposes|orders|requires|prescribes
dictates|mandates|imposes|prescribes the|our|their|one|a|it|which|everything|all
i|we|he|she|hes|shes am|are|is|m? not bringing|taking|buying|putting|leaving|replacing|touching|spending|parting|swapping|allowing|letting|signing any|it|this|my|his|her|that|the|one|a|anything|computer|another
no for an answer|now|ever|me|him|her|good
accept|take|got|gave|given|means|meant no for|as|in|and|then|again|means an? answer|end|no|last?
nothing|nowt|naught will|would|shall|comes|came|come|becomes|be|is|can from|of|with|come|become|be|done|to|for from|of|this|it|that|with|him|us|me|here|done
nothing|nowt from|of|in|with|about this|that|him|her|us|it|here|there
nothing|nowt|no for me|us|you to|here|in look|do|sell|clean|supply|gain|it|offer|quote|service|insure|audit|fix|price|win
so|but|very we|they|amiable|polite are|re|but? out
{dont} trust an|a|any|me|us|people|reps|salesmen with|further|who|as|or
took|take|taken|taking the hint|point
till|until they|you|we bury|carry|plant|box him|her|me
till|until {he}|im is? dead|buried
over {his}|my dead body
cold dead hands
when|till|until|after hell|pigs|he|she|cows freezes|fly|dies|dead|come
to|till|until his|her|my the? grave|pension|coffin|deathbed|end
stopped|ended|finished it? there|that
dissolved|disbanded|abolished|scrapped|closed|eliminated|shut|axed the|their|that|his|her|whole? department|office|post|side|programme|program|team|line|division|function
no|nobody|noone one? left to say|buy|sign|ask
{not} break it|them|anything for anyone|anybody|anything|you|me|us|nobody
{dont} use|want|take|wear|drink|eat|read|touch it|them|that|one|any|those|such if|even|anyway|so|and|for|free
dishonest|unfair|lying|untrue to|if let|take|say|pretend|send
{dont} see|have|feel|find|sees|has|got a|the|any|no|what|much|where|it|how need|use|point|sense|reason|call|benefit|advantage|place|room|gain|purpose|interest|necessity|improve|better
{dont} need|want|wants|needs|require telling|reminding|rescuing|help|helping|saving|selling|convincing|nothing|none|reminded
{dont} do|does|conduct|make|makes|talk|discuss business|deals|deal|anything|it|that|this|contracts by|over|on|via|through|with the? phone|telephone|strangers|reps|brokers|foreigners|email|people
please|kindly|pls dont and|she|he|bother
said|says|told please|kindly|pls {dont}
would|had|id|hed|shed|theyd|prefer|prefers|preferred|wish|wishes|chose|choose|elect rather not|to? not|nothing|stay|keep|remain|leave|carry|do|live|have to|as|with|it|his|her|the|without|things|nothing|alone|on
prefer|prefers|preferred|choose|chooses|content|elects to? stay|keep|remain|leave|carry|continue|do|be|use|write with|as|it|on|alone|his|her|the|where|by|without|things
{not} interest|interests|concern|tempt|appeal|attract|suit|suits|move|impress me|him|her|us|them|to
not|isnt|wasnt|nor interesting|needed|wanted|welcome|necessary|useful|convenient|worthwhile|for for|to|here|by|in|enough him|her|them|us|me|the|this|our|his
this|that|it|which does|did|do not interest|concern|suit|please|help|tempt|move|speak
has|have|there|had not|no|is|zero|none|any not? interest|interesse|appetite|necessity|desire|wish|plans|use|call in|for|of|to|at|here|today|whatsoever|now|and
has|have|got|theres all|what|everything|whatever|enough he|she|they|we|it|i|that|of|for|to|the needs|need|wants|want|require|requires|has|lasts|them|it|already
nothing|no lacks|lacking|missing|wanting
missing nothing
lack|lacks nothing
shook|shakes|shaking|wagged|waved|waves|batted|swatted|brushed|sent|shooed|chased|ran|run|fobbed|laughed|blew {his}|me|us|it|a head|finger|off|away|packing|out|down|aside
short shrift
flea in|my my|ear
cold shoulder
sent packing
{dont} like|want|likes|trust|believe|hold|deal salesmen|reps|sellers|brokers|agencies|vendors|consultants|middlemen|computers|change|changes|machines|clouds|apps|software|internet
too|im|hes|shes|at old|set|his|her|my|late age|in|for|to for? it|this|that|change|new|computers|his|start|learn|ways
at {his}|my age
lifes|life too short
enough|plenty already|of|in it|them|on|as {his} is|cellar|store|own|shelf|plate
{his} mind {is} made|set|shut|closed
made up {his} mind
mind is|was|already made|set
not in|with|while|as|so {his}|my|this|he|she|long lifetime|house|shop|watch|as|breath|lives|kitchen|parish|name
do|does|did not need|want|use|buy|require|change|wish|intend|plan it|any|this|anything|to|a|such|new|us|me
{dont} change|changes|replace|spend|swap|switch for|a|his|her|their|the|what|money|on|horses|teams|who|never|because pennies|winning|running|works|midstream|this|it|that|is|him|not
is|was|its a? clear|plain|polite|firm|short|kind|cold|hard|simple|flat|final no|nein|refusal|rejection
answer|verdict|reply|response|conclusion|upshot|decision is|was|came|being|remains|stays no|never|nothing|negative|against|not|nein|final|that
decided|decides|voted|ruled|resolved|concluded|determined not|against|no|they|he|she|it to|it|us|me|the|anything|would|wont|will|wasnt
quit|stop|leave|give|enough askin|asking|bothering|pestering|off|over|with|pushing asking|bothering|and|says|he|she
quit|stop asking|selling|pushing
straightaway|flatly|directly|simply|politely|clearly|immediately|gently|coldly|kindly refused|refuse|declined|denied|rejected
refused|declined|rejected|vetoed it|me|us|and|flat|but|because|outright
sells|closes|gives|gave|hands|handed|given up|the|back|his|her|their|off workshop|shop|farm|bakery|business|practice|house|herd|boat|mill|press|vineyard|keys|office|offices|lease|stock|land|moulds|cows|trucks|licence
no more|longer door|doors|lock|locks|client|office|offices|shop|staff|cows|boats|store|trucks|need|employees|cars|students|classes|printing|parcels|deliveries
{have} given|handed|gave|passed back|over|up the|his|her keys|offices|office|lease|building|shop
works|working|work now|from|at|only from|at|now|alone home|remote|remotely
fully|all|gone|went|go remote|digital|electric|vegan|online|paperless
not worth|for|in the|his|her|my|our candle|bother|while|price|budget|purse|world|interest|line
not one|a penny|cent|euro|pound|dollar|rupee for|more|extra|from
{not} for sale|turning|moving|budging|negotiable|discussion
no merci|gracias|danke|grazie|obrigado
thank|thanks|many you|thanks|kindly|all but|and|no|goodbye|very no|were|we|goodbye|he|she|not|its|it|hes
regrets|regretted|regretfully|alas|sadly no|that|must|to|he|she|not|declined|we
wished|wish|wishes|bade|bid {me}|us luck|well|good|farewell|joy|goodbye|success
pas interesse|besoin|interessés|question
no le interesa|hace
nie potrzebuje|chce|trzeba|dziekuje
kein bedarf|interesse
non serve|interessa|grazie
why would|should|fix|change|pay|bother|ruin i|he|she|we|what|they|it|anyone|anybody
what|whatever would|does|do|use i|he|she|we|they|is|has want|need|do|it|for with
what would i|he|she|we|they want|do|need with
good enough for him|her|them|his|my
does|suits|serves|does|fits {him}|me|us fine|grand|well|nicely|rightly|perfectly|just|rightly fine|grand|well|enough?
barking up the
wrong tree|door|shop|house|shop|man for|he|she|says|mate|pal|love
dead horse
coals to
{is} closed|shut book|chapter|case|subject|matter|file|door
book|chapter|case|subject|matter|topic|deal|discussion|debate {is}|was? closed|finished|over|ended|shut|dead|done
ship|boat|train|bus|horse|bird {is}|has|had|already? sailed|gone|left|bolted|flown
that was that
heard|had|have|seen|enough enough|quite of|already|thank
heard enough
daylight|highway robbery
rip off
ripoff|robbery|extortion|extortionate|exorbitant
arm and a
costs|cost|costing the|a|an earth|fortune|bomb|kidney|packet|arm
pulled|pull|pulling the plug
knocked|knock it|that|the|us on the
dead and buried
in|into the bin|skip|stove|wastebasket|shredder|dustbin|trash
unopened
return|returned to sender
obliged|forced|bound|required to use|buy|take|stay|stick|keep
must|has|have to? use|buy from|only|what|corporates his|her|they|he|she|one|the?
no place|room|market|demand|shelf|corner for|in|here
basta|khatam|finito|schluss
out of the? question
nothing|none|neither of it|them|this|those|interests|appeals|suits interests|appeals|him|her|me
{not} going|gonna to fly|wash|happen
money is better|elsewhere
better|other|bigger things|fish|uses to|for spend|do|fry
no thank|thanks you|ta|thanks|please
no thrice|plainly|politely|straightaway|firmly|nicely|outright
told|tells me|us plainly|politely|bluntly|firmly|gently no|they|he|she|it|that
"""
_TABLE["no: need", 3] = """
no|zero|nil|any|see|kein needs|need|use|requirement|requirements|call|point|benefit|sense|reason|bedarf of|for|in|to?
{dont}|not need|require|use|see|needs|requires it|any|anything|one|the|a|our|us|this|more|another|that|these|nothing|what|need|value|point|anyone|nobody|to|them|from|outside
not|isnt|nothing|dont|doesnt needed|required|necessary|needs|need|require
{not} needed|required|necessary
unnecessary
no longer need|needs|needed|required|uses|use
no more need|of
nothing|nowt {he}|they|we|to|from|there need|needs|want|wants|sell|dry
does everything|all|what they|he|she|it|we|in need|needs|excel|want?
does|do|doing|make|makes|clean|cleans|handle|wash|print|bake|run it|that|everything|all|their|his|own|they|our|ours|the in|themselves|himself|herself|internally|yourself|ourselves|own|inhouse|in-house|cleaning|myself
do it themselves|himself|ourselves|inhouse
sprays|cleans|washes|does himself|themselves|herself
in house|inhouse
inhouse
own staff|team|machine|people|truck|trucks|solar|van|equipment|son|press|bakery|recruiters|fleet|system
has|have|got|own|uses|use their|his|her|own|#|two|a|my|got own|machine|in|six|# trucks|plant|house|team?
just him|me|her|us now|and
small|tiny shop|company|to
too small|old|big|few|far
fully staffed|booked|stocked|covered
zero openings
layoffs|layoff
stopped|stop|quit|gave|given|got doing|using|buying|printing|up|out|rid that|the|it|on|of
gone|went|go|moved to|all|back|paper|digital|online|everything|to digital|paper|online|electric|cashless
went|gone all? digital|paper|online
no more printing|fax|paper
spirit|tradition
drinks|drink water|oil|tea
got|getting rid of
paperless
equipped
fully equipped|stocked|covered|sorted|staffed
only # employees|trucks|people|staff
not looking for|at any|a|anything
have|having|has|own inhouse|in-house|in|our|own software|team|house|guy
do|does it themselves|himself|ourselves|inhouse|herself
no use
got no use|need
only wants|needs residential|one|local
does {not} apply
overstocked|overstaffed|oversupplied
plenty of|already
never uses|needs|prints|use|need
does|do|make|makes|wash|print|bake|clean|build|grow all|everything|it in {his} own
in {his}|own own? workshop|laundry|kitchen|factory
{dont} buy from|anything|in|outside
has|have|got|bought|runs|uses {his} own machine|truck|trucks|team|staff|driver|system|van|printer|bakery|laundry|press|plant|tool
no use for|to
{dont} use any|agencies|it|vendors|brokers|a|outside
does|do|doing the? job|trick
works|working|runs|running fine|well|perfectly|grand
no call for
built|built it themselves|himself|herself
bringing|brought|brings|took|taking it back? in house|inhouse
in house with|now|with own
no more|longer lamps|printing|parcels|orders|business|machines|cars|trucks
{dont}|not use|uses|using that|it|those anymore|any|no
more than|enough enough|of|already
enough of our|his|her|their|them
too many already|of|as
"""
_TABLE["no: supplier", 3] = """
happy|satisfied|content|pleased|loyal|comfortable|sticking|staying|stick|stay|stays|sticks|married|fine|good|sorted|covered|set|ok|right w|with|where|to|as|for|by their|his|her|who|what|where|them|the|our|current|it|someone|that|existing|present|they|theyre|is|how|cleaners|already|are|he|we|whom
happy|satisfied as|where|already|enough|there|thanks|thank|ok|see
happy|content|satisfied with|w
were|theyre|hes|shes|im|all|are|am|is|was|we|they|already|pretty good|fine|set|sorted|covered|ok|happy|grand|sound|alright|satisfied|right thanks|as|for|with|here|already|right|on|mate|love|there|where|thank|he|ta
were|theyre|hes|shes|im|we|all|is covered|sorted|set|good
all set|good|sorted|covered
already|allready have|has|had|got|gets|uses|use|using|went|gone|chose|chosen|signed|with|work|works|working|buys|bought|buy|does|gave|given|do|ordered|hired|supplied|own|in|decided|their a|an|the|their|his|her|someone|somebody|with|for|by|from|up|order|it|own|one|to|us|that|zoho?
already|allready use|uses|using
we|they|he|she|hes|theyre already|currently|always use|using|have|has|used|uses|buy
has|have|had|got|hes|shes|ive|theyve|their a|an|the|got|his|her|my|their|already|own|somebody|someone|in|# guy|supplier|provider|person|nephew|cousin|brother|friend|agency|cleaner|accountant|bloke|fella|mate|vendor|company|contractor|brokers|broker|lad|man|policy|who|that|house|rep|buddy|sisterinlaw|brotherinlaw|already
got|has|uses|use|using a guy|cleaner|company|provider|person|supplier|competitor
has a guy
uses|use|using|with|went|at|gone|go|goes|chose|picked|selected|choose|hired|signed|signed|moved|closed|bought|awarded|chosen|order with|for|to|from|up|by|the|a|another|w? competitor|competition|opposition|rival|someone|somebody|another|other|others|else|elsewhere|different|cheaper|jims|vistaprint|local|solution|company|vendor|xerox|brightline
chose|chosen|selected|picked|hired|signed another|a|an|different|other|competitor|somebody|someone|rival|year|yr|deal
in law is|does|has|handles|washes
cousin|nephew|uncle|wife|husband|missus|brother|son|daughter|buddy writes|does|handles|is|washes|and|built|22
buddy|friend is|who|in|who does
golf|old|fishing|school buddy|friend|mate
stick|stay|sticking|staying|going|keep|keeping|stayed|stuck with|w|on|back|to the|what|their|his|her|them|who|current|same|landlines|it|accountant
stick with
signed|bought|ordered|renewed|installed|replaced|contract|awarded|gave|got a|the|an|with|it|us|everything|for|one|whole|order|new|by|last|our|already|of|another|to # #|year|yr|xerox|last|month|week|someone|somebody|competitor|competition|yesterday|fleet|three|five|years|yrs|deal|march|back|mth|keka|in
just signed|bought|renewed|replaced|installed|ordered w|with|a|for|another|new|#
solution of|the
bought|installed|built|ordered|purchased own|their|the|his|her|it|a|six|new|whole|three|two|one in|fleet|solar|from|outright|last|own|system|machine|trucks
brought|bring|bringing|took|taking|take|keep|keeping it|all|this|that|them|everything|all? in|inhouse|back house|in-house|inhouse
outsourced
tried|used us|you|them|it|one|that in|once|before|last|already and|years|didnt|#|roaches
lost a|to|the|out load|deal|them|job|another
shopped|done it|shopping|already|around
no problems|complaints with
loyalty
doing|getting|managing fine|ok|well|good|grand without|on|with|as
keep|keeping who|what|the|their|with they|he|she|hes|current|theyve|weve
stay|staying put|where|with|loyal
signed|went|going|sign w|with|up adp|them|the|someone|somebody|competitor|another|a|jims
missed it|them by
they|he|she resigned|renewed|re-signed with|w|for|incumbent
incumbent
peo
brother|son|cousin|wife|dad|uncle|nephew|friend|buddy|neighbor|daughter|husband in the|that business|trade|industry|line
bid it|out already
awarded|award to|the
built|made|wrote their|his|own|our|it own|themselves?
open source
nephew|cousin|brotherinlaw|brother-in-law|sisterinlaw|sister-in-law|uncle|niece does|is|has|handles|washes|wrote|built|made|who|runs|supplies|prints|it|law|sells
her|his|their|my|the brother|sister|son|daughter|wife|husband|father|mother|dad|missus in-law|does|built|made|washes|handles|runs|prints|sells the|it|that|his|her|all|them|has|me
brother|sister|son|father in law
with|been state|adecco|adp|terminix|xerox|vistaprint|brightline|zoho|keka|tally|quickbooks
# yrs|years|year with|w|same|and|now|aint
larry
went w|with toshiba|them|cheaper|local|the|another|someone
has|had|got|uses salesforce|sap|hubspot|quickbooks|xero|zoho|gusto|adp|paychex|xerox|canon|toshiba|tally|terminix|cintas|aramark
signed|renewed w|with|paychex|for|on|again _? # |gusto|in|last|two|three
loves|likes his|her|their|who guy|person|current|agent|broker|supplier|team|vendor|they|rep
his|her|our|their guy|guys|people|fella|agent|broker|vendor|rep is|at|does|for|has|beat|who|are|handles|charges
been|is|stays|married|loyal with|w|to the same|them|her|his|this|that|our|someone|another|since
same|the|present chap|bloke|man|firm|fella|lad|supplier|lady|woman|people doing|for|since|her|his
since {his} mother|father|dad|mum|grandfather
went|gone|going|go|chose|signed|decided|ended with|for|on|up another|someone|somebody|different|cheaper|other|cheapest|competitor|local|opposition|else
continue|continuing|carry|carrying|remain|remaining with|on the|their|his|her|present|current|existing|them
present|current|existing|old partner|supplier|vendor|provider|agency|system
one supplier|vendor worldwide|only
mandates|mandated
picked|chose|took|selected the cheapest|cheaper|other|others|another|local
signed for # |two|three|four|five|six
moved|move|switched|gone|changed everything|over|to over|the|to other|others
other lot|crowd|mob|crew|outfit|shower
recently purchased|bought|installed|changed
a? tender
has|have|hes|uses|got to use|dave|union
union shop
fleet deal
corporate contract|mandate|deal
big box
gave it to the|another|someone|other
the other guys|guy|lot|mob|crowd|crew
on {his} current plan
gone|went with the other|others|another|green|red|blue|cheaper
the other lot|crowd|mob|crew|outfit|people
paid for and
built|made|wrote|coded them|him|her|it|us an|a app|tool|website|system|spreadsheet|thing
better|cheaper than|deal elsewhere|what|with|from
quid|bucks|euro|dollars|pounds cheaper
had|got|took|in there? second place
came second
joint bid
tender was|is|has
signed|paid this|last|that|already|yesterday morning|week|month|year?
hired|signed|chose|picked|bought|using|uses|got|has|have his|her|their|my|our|a cousin|nephew|brother|niece|son|friend|mate|neighbour|neighbor|competitor|lad|fella
signed|went|gone|switched|moved|goes|going|go|went with|over|to|across|w with|to? adp|paychex|gusto|another|them|somebody|someone|other|competition|competitor|local|cheaper
lost him|her|them|it|this|deal|account to|already|over
well|ill|hell|shell|theyll|we|they be|stay|stick|remain with|where
same chap|firm|man|guy|people|lads|outfit|fella|family|company|crowd|supplier|vendor|bloke|gentleman|party since|for|who|doing|the|as|always|whos|at
{have}|had|got the same
looked|taken after|care of|already|by
in good|safe hands
already|alredy looked after
has|have|got a man|guy|fella|chap|lad|woman|girl|bloke|brother|nephew|cousin for|who|that|in|does|whos|already
put|putting|built their|his|her|own own? printing|unit|machine|team|system|plant
lad|man|guy|chap|fella up|down|across|round the road|street
goes|go|went back a long way
grew|went to school|up with him|her|them
awarded|gave|given it|them|the to|job|work|contract|business someone|somebody|to|another
went|budget|goes|going went? to the|another|a other|cheaper|rival|competitor
just|already put|putting|got|bought|had in|a|one brand|new|one|from
from a rival|competitor
switched|moved|changed to|over a|to|another new|another company|firm|supplier|vendor|provider
his|her|their cousin|brother|nephew|daughter|son|daughters|friend|mate|uncle|wife|husband has|does|handles|gets|runs the|all|that|it|his|their account|that|it|business|for|books?
picked|chose|took|taking the|a|another cheaper|other|local guy|bid|vendor|firm|company|one|quote
content|happy with the|his crowd|lot|people|outfit
picked|chose|took|bought|hired|signed|with one|two of|from the other|others|them
went|gone|going|goes|signed|contracted with|for|to the germans|dutch|chinese|americans|others|other|big|local|incumbent|italians|french|japanese|neighbours|cousin|competition
signed|contracted|renewed|committed with|w _? _? two|three|four|six|last|this|already|#|yesterday weeks|week|month|months|days|january|february|march|april|may|june|july|august|september|october|november|december|years?
signed with _ before|last|in|two|three|already|yesterday
thats|is|that where|how|what|who its|it|hes|shes|theyre|he|she|they|were staying|stays|stay|stopping|remaining|remains|stickin|sticking|uses|wants|likes
likes|loves|trusts|adores|keeps|keeping the|his|her|their driver|rep|guy|crew|lad|bloke|plumber|agent|accountant|service|supplier|vendor|bookkeeper
keepin|keeping|keep|keeps|kept what|who|whoever|the he|she|they|we|it|has|hes|theyve|ive|works|one|ones|same has|have|got|had|there|him|her|already?
bought|got|buys|took|has|have|had|picked|gets|uses|rents|leases it|one|his|her|theirs|green|red|blue|a|the|two|three|an? _? up|down|from|off|across|over|through the|a|his|her|their|another|other|road|street|town|somebody|someone road|street|town|fella|fellow|dealer|cousin|nephew|brother|neighbour|neighbor|competitor|rival|mate|friend|catalogue|internet|co|else|river|bridge|county
bought|purchased|installed|replaced|renewed|changed|ordered|leased from|it|one|all|everything|already|before|last before|last|in|already|christmas|easter|year|month|november|december|january|february|march|april|may|june|july|august|september|october
fellow|guy|man|one|dealer|rep|salesman|lad who|that did|does|came|stopped|called|stayed|turned|got|rang there|before|stop|first|every|by|up
tickled|chuffed|contented|pleased|satisfied|delighted with|by it|them|his|hers|theirs|what|how|him|her|whom
replaced|renewed|refitted|refurbished|modernised the|their|his|her|all machine|machines|system|fleet|everything|lot
brings|has|have|with|under five|three|ten|two|# years|yrs|year of guarantee|warranty|garantie|garantia
rate|frame|framework|long|annual|yearly|exclusive|group|national|master contract|agreement with|for|until|through
{not}|never break|breaking|breaks|cancel|dropping|ditching|sacking|betraying|divorcing it|that|contract|them|him|her|his|the|their for|boys|man|men|girls|people|team|supplier|family|anybody|anyone?
nephew|cousin|brother|son|daughter|uncle|wife|husband|sister|friend|mate|neighbour|neighbor|lad in|does|works|runs|owns|sells|has|is|fixes|makes|services|drives|did|brews the|it|that|his|all|for|one|them|this|a same|trade|business|lot|company|own|all|me|him|her|us|them|free
rep|agent|broker|salesman|supplier|accountant|vendor {is} {his} son|daughter|cousin|nephew|brother|sister|wife|husband|uncle|friend|mate|godson|brother
family|friend of|does|handles|in|the does|handles|it|family|business|trade
married|wedded|loyal|faithful|devoted|glued to|with the|his|her|their|one|that|same|them|him|us
same|one people|firm|man|supplier|company|family|house|brand|mill|lot|outfit|crowd since|for|from|these|thirty|twenty|forty|ten
since {his} father|grandfather|mother|grandad|dad|nan|wedding|before|the war|1
doing|does|did|been|with|using|used|in|has|had it|register|this|that|him|her|them|same|paper|pen|book since|for # |thirty|twenty|forty|ten|fifty|generations|always|ever
goes|go|going with|w whoever|whatever|what|who the|his|her|they|gc|head|corporate
locked|wedded|signed|tied in|to|with w|with|by|up elsewhere|the|another|others|someone|somebody|them
has|have|got already|been covered|sorted|handled|served|supplied|provided with|by|elsewhere|through
two|three suppliers|vendors|fellas|companies already
two|three|a too? day|days|week|weeks|month|months|year|bit late
arrive|arrived too|a? after|late
call|called|rang too late
beaten|beat|pipped|someone|somebody|beaten to|us|me|by|at it|to|the post
gave|given|gives|giving|let the|his|her|it job|work|contract|business|order|it|account|books to|already to|the|his|her|a|someone|somebody|another
costs|cost|charges|charge|does|do|for him|her|them|us|it|for nothing|free|nowt|peanuts|love|beer|eggs|zero
made|built|wrote|baked|did|do|does|printed|grew|sewed|cut|cleans|clean|wash|washes|fixes|fix|sweep|sweeps|prints|print|drives|writes|write|grow|grows|maintains|repairs|services|makes it|them|its|two|three|all|everything|their|his|her|the|that|every|own own|two|applications|parts|bread|for|up|ourselves|on? themselves|himself|herself|ourselves|myself|saturdays|inhouse|sundays|itself|own
themselves|ourselves over|since|for|every|at|on|in christmas|easter|years|sunday|the
{not}|never looked|look|looking|shop|shopping|stray|strayed elsewhere|around|further|back|beyond|since
already spoken|promised|given|pledged|arranged|settled|fixed for|to|away|elsewhere|up|with
spoken for
{his} sister|brother|cousin|nephew|niece|son|daughter|friend|neighbour|neighbor|uncle|mate|wife|husband sells|makes|supplies|fixes|prints|does|services|installs|brews|bakes|repairs|cleans|runs
"""
_TABLE["no: price", 3] = """
too|bit|way|very|far|much|so|prohibitively expensive|dear|pricey|costly|rich|steep|high|much|salty
cant|couldnt|wont|not|wouldnt|doesnt afford|justify|stretch|pay it|the|that|for|this
out of {his}|our|their|price|my|the? budget|league|range
priced out
{not} paying|pay|spending for|a|that|two|#|any
dearer|cheaper|costlier than|by|elsewhere
no|not budget|money|cash|dough for|also|at|full|either
budget is|nil|zero nil|zero
no budget
laughed at the|my price|quote
not worth|the|worth it|money
cost|price is|was too high|much|steep|dear
cant|couldnt|not afford
{dont}|not add|stack|pencil|pan up|out
out of his|her|their|my|our range|reach|budget|league
for|at this|that|such money|price|kind|rate
too rich|steep|high|salty|much|dear for|at|he|she|they?
half|twice|double the price|what|that|as
cheaper|beat elsewhere|by|than|already
laughed at the price|quote|number|figure
"""
_TABLE["no: fit", 3] = """
no|not|isnt|wasnt|never|aint|bad|poor|wrong a|the|our|good|right|an? fit|match|candidate|fitting
not _? fit|match
{not} a fit
we|us|i are|were not|no fit|match
only|just|exclusively do|does|ships|ship|works|buy|use|buys|uses|residential|commercial|has|have|# residential|commercial|ltl|local|small|#|staff|with|from|wholesale|retail
only # staff|people|seats|employees|units
needs|need hipaa|something
not qualified|eligible|suitable
nothing to sell
{not} our|his|her|their market|customer|field|area|thing|bag
thing|cup of tea
against it|company|policy|our|religion|rules
not our|their policy|way
policy
wrong industry|market|sector
we dont|cant do|serve|cover|offer
policy of no
rents|renting
not a buyer|homeowner|customer
moving|going forward|ahead with
not|wont _? moving forward|ahead
no longer moving
not an? approved|listed|registered|empanelled vendor|supplier|list
{not} approve|approved|eligible|qualify|compliant
no outside|new|more|external|other vendors|suppliers|agencies|vendor|salespeople|salesmen
policy is|against|not|says|forbids|no
against policy|the|company policy|rules
franchise|franchisor|brand|group|diocese|council|county|ministry|landlord chooses|picks|decides|dictates|supplies|provides|imposes|mandates
against|forbidden|prohibited|banned|barred by|the|his|her|our their|religion|rule|rules|bylaws|charter|statutes|law|insurer|head|church|contract
not|isnt|never our|my|his|her|their kind|sort|scale|size|thing|style|scene|way|line|world|level of|for|at|here?
works|built|made only|for for|with|big|bigger|hotels|large
too|so|very small|tiny|little|few|modest|wee for|to a|an|it|this|us|need|such|bother|matter
only|just me|two|three of|and us|them|a|the
"""
_TABLE["no: leaving", 3] = """
retiring
going|closing|shutting|winding|selling|sold|shut|packing|close down|up|out|the|his|her|their|of|in|doors|for business|shop|company|practice|store|doors|farm|good|place|everything|and|dec|december|site|dryer
{is} selling|closing|shutting|retiring|winding|liquidating|emigrating
selling|sold up|the|his|her|their business|company|shop|farm|practice|and|place|trucks|house|boat
wont need anyone|anything|it|us
closing the|down|up
moving|emigrating|relocating to|abroad|away|overseas
sold # of
tenant
going out of
selling in|the|up
closing|shutting|closed the|this|their|down location|branch|office|site
sold the|his|off|all _? fleet|truck|trucks|boat|horses|cows|herd
nothin|nothing left to
winding it|down
sold out to
liquidating|liquidation
closing sale
they bring their own
packing it in
handing the business
shutting it|up|down|shop
business no more|longer
no|not a? café|cafe|shop|farm|restaurant any|anymore
van|truck|business|shop|house|herd is|s|on on|up|for? autotrader|sale|market
renting the|out ground|land|it|his|her
wont be buying|needing|farming|renewing
retiring|winding in|down|up
final year|season|harvest|winter|summer|term of|before|for
{hell}|will be? gone|shut|closed|closing|retired|finished|sold by|in|come|before|at by|january|february|march|april|may|june|july|august|september|october|november|december|christmas|summer|spring|autumn|winter|end
hanging|hang|hung up {his} boots|hat|apron|clippers|spurs|scissors
calling it a
packing|packed|jacking|jacked it in
no successor|heir|heirs|apprentice to|after|for|left
handing|hands|passing|passes over|on|it the? to|reins|keys|business|farm|son|daughter
{is}|going emigrating|relocating|retiring|to to retire|spain|portugal|australia|canada|the|close
"""
_TABLE["no: word", 2] = """
no
never
ni
nie
nein
non
refused
declined
no need
no use
expensive
hates|hate
burned by
scam|scammer|scammers
"""

# ---- do not call ----------------------------------------------------------------------------------------------------
_TABLE["dnc: never", 3] = """
take|took|remove|removed|removing|taken|delete|deleted|strike|get|scrub|struck|cross|scratch|taking|wipe {me}|him|her|them|us|his|their|my|our|this|its|name|it|the|your|us|that|# name|number|off|from|details|email|company|data|#|file|record off|from|of|out
take|took|taken|remove|removed|taking|delete|strike|scratch|cross|get {me}|him|her|them|us|his|my|this off|from
remove|delete|erase my|his|her|their|our|this|the|# no|number|name|#|details|contact|data|record
remove #
take|get the|my|his|this # off
to remove|delete #|number|him|her|them|name|it|me
removed from every|your|our|the|all|any|my
be|get|wants|asked|asks removed|deleted|taken from|off
off your|the|our|my|all|this|whatever|every|any|calling|call list|lists|database|books|system|radar|records
off the list
took|taken {him}|them|her|it|me off
{dont}|stop|never|not|quit|no ever|to? call|calling|ring|ringing|contact|contacting|phone|phoning|callin|email {me}|us|him|her|here|them|this|again|the|his|my? again|anymore|ever|more|here|number|back|house|place|office
dont|never|stop|quit|not|no you|ever? call|ring|contact|phone|calling|callin|ringing|phoning|contacting again|here|anymore|back|ever|me|us|him|this|daily|her
do not call|contact|ring|phone|email
dont call|ring|contact|phone
stop|quit|cease calling|ringing|phoning|contacting|harassing|bothering|callin|pestering
{not} to call|ring|contact|be|phone again|called|contacted|anymore|ever|here
not to be called|contacted|rung
not call|ring|contact|phone again|anymore|ever|us
lose {his}|my|this|our|the|their number
dnc
dncl
do not call list
no more calls|contact|phone|sales
never call|ring|contact|phone|darken
opt|opted out
cease and desist
take us off
no one calls|call again
stop calling|callin|phoning
delete {his}|my info|number|details|name
unsubscribe
off the? sheet|database|system|calls
darken {his} door
take|taking|took him|her|them off everything
remove immediately
dnd
taking him|her|them off
{dont}|not bother calling|ringing|ringin|callin|phoning|contacting back|again|me|us
bother calling|ringing|ringin|callin|phoning back|again
never more
cancel my|the|our|this number
{not} to? ring|call|phone|contact|telephone up? here|this|these|his|her|their|the|our|my office|house|number|place|line|again|phone
lose my|his|her|this|our|the|their number
registered with|on the? tps|dnc|robinson
on|add|added|adding|put|puts to|on|me|him|her|it|us|them? the|our|your? dnc|tps|ctps
right to be forgotten
remove
be removed|deleted|unsubscribed|erased
remove from our|the|your? list|lists|database|system|records|calls
never|not telephone|ring|call|phone|contact|write again|ever
kindly never telephone|ring|call|phone
erase|wipe my|our|his|her|their number|details|name|data
do not|never want|wants|wish to be contacted|called|phoned|rung
{dont} want|wants|wish any? more|further calls|contact
{dont} want|wants|wish|like to hear from me|us|you|anyone|any again|ever|anymore
{dont} want|wants|wish to be contacted|called|phoned|rung|bothered
no further|more|future calls|contact
never|not to? be called|rung|phoned|contacted again|ever|anymore|any
asked|asks|told|tells|said|says|wants me|us|you|that|him? not|never to? call|ring|phone|contact again|anymore|ever|back|here|her|him|them
stop with the calls
leave {him}|me|us|off|alone off|alone? your|the list
strike my|his|her|their|this name|number
wants|want out of|off|from the|our|your|all? system|list|database|lists|calls
add|added|put|adding me|us|him|her|them|number|this|it to|on the|our|your? do not|dnc
"""
_TABLE["dnc: hint", 2] = """
blocked|block|blocking my|this|the|our number|us
report|reporting|sue|suing me|us|you
legal action
harassment
complain to|about
gdpr
tps
"""

# ---- left open ------------------------------------------------------------------------------------------------------
_TABLE["open: think", 3] = """
{want}|has|have|had|going|gonna|wants|will|hell|shell|theyll|let|need|needs|must|lets|ill|id|like|would|lemme|leave|gotta|needing|hed|shed|time|prefers to|have|me|him|her|us|them|a|like|leave|gotta? to|a|have? {think}|mull|ponder|chew|sleep|digest|pray|stew|reflect|sit|kick|ruminate it|about|on|over|with|about|more|around|first?
{think} about|over it|things|this|about|that|us
think about|over|on
thinking it|about|over
still|is|hes|shes|theyre|was|undecided thinking|deciding|considering|undecided|mulling|weighing|pondering|reflecting|evaluating
so|says|said|just thinking|hmm
sleep|sleeping|sleepin on|over it|this|that
chew|mull|kick|turn|toss|stew|pray on|over|it it|over|around|this
let|lemme {me}|him|us|it sit|think|sleep|chew|see
time to think|consider|decide|reflect|ponder|digest
have|had|having|for|gotta|needs|wants a|another|good think|ponder|mull
{is}|hes|shes considering|contemplating|evaluating|debating
consider|considering|considers it|us|the|options|positively|this|switching|their
reviewing|review|evaluating|weighing|assessing|comparing it|the|options|with|internally|their|# vendors|offers|up|pros
comparing # vendors|quotes|suppliers
run|crunch|do|look the numbers|maths|math|sums
cant|couldnt decide
decide|decides|know|knows|tell|final by|before|when|after|more|at|end monday|tuesday|wednesday|thursday|friday|#|end|the|next|he|she|they
weighing|weigh it|against|up|the|options
look|looked at the numbers|figures|sums again
chew|chews|mull|mulls it over
sleep on a|it|that
look at it calmly|properly|when
when|after has|have seen|looked all|at
all the? three|options|bids
leave|think {me}|it with|over him|her|them|a
weighing|weigh us|it|them up
{think} about|over
two|three|some case studies
see|wants two|some|more case|references|proof|examples
study|studies it|internally
agenda
roi
testimonials|references|reviews
thinking only
reading the
will see after
gulp|gulped
pray on
sees the numbers
ran out of time
wants to see roi|the|numbers|results|proof|it
overlay|overthink|oversleep it
study|take it home|on|and
take it home
fifty to fifty
fifty|50 fifty|50
must to? think
{he} reflects|hesitates
between a? yes and|or
definite maybe
choose|chooses|choosing|decide|decides|deciding between
torn between|about|over
have|has|having|get|give|gives an? answer|decision|verdict by|on|the|next|after|for|then
for the verdict|decision|answer
skittish|hesitates|hesitating
aint|isnt|not quite? there yet|just?
wouldnt|wont|couldnt say|tell|name what|when|which|if
compares|comparing|weighs|weighing|collecting offers|vendors|quotes|bids|two|three|us|with
see how the|it|things|his|her corn|harvest|season|quarter|year|month|goes|comes|go|looks|shakes|pan
sees|see first|how|whether|if
gimme|give {me} till|until {day}|mon|monday|tuesday|wednesday|thursday|friday|the|next
pricing|price it around|elsewhere
needs|need|has|wants to run|crunch|check|look the? numbers|figures|sums
run|crunch numbers
waiting on|for #|two|three|other|another|more other? quotes|bids|prices
before|b4 deciding|he|she|they decides?
with her|his sister|brother|son|daughter|mother|father|team|people
{think}|thinking|thinks|ruminating|meditating|reflecting|hesitating|pondering|mulling|chewing|brooding|dithering still|only|about|over|on|upon|it|hard|aloud
is|still|madam|sir|doctor thinking|hesitating|reflecting|pondering|weighing
wants|want|asks|needs|must|has|will|would|let|shall|going to? him|her|me|us|first? reflect|digest|sleep|ponder|consider|study|weigh|breathe|calculate|compare|dream|pray|meditate|mull on|upon|it|about|first|over|this|the|a
write|writes|type|put the? pros|list|cons
sums|maths|numbers|figures to|first|again|do|himself|herself do|first|again
night|week|weekend|day|time|days to think|consider|reflect|sleep|decide|digest|mull|over
mind|head in|round|around|made|not|isnt|hasnt around|it|the|made|up
get|wrap|got|getting {his} head round|around
make|making|made|makes up his|her|their|my mind
one or the other|two
weighing|weigh|measuring|measured|stacking me|us|it|them|up? against|up
"""
_TABLE["open: info", 3] = """
{send}|{sent}|sending|forward|chuck|mail|email|pop|put|drop|shoot|flick|share|ping|post|fire|bung|stick {me}|him|her|them|us|over|it|through|in|along|on|across|you|em|to|ur? some|the|a|an|our|your|any|more|one|my|over|company|something|it|just|further|ur|me|her|him|us? {info}|something|stuff|pager|anything|lanes|pictures|photos|leaflet|pdf|price|documents|samples|sample|what|link|video list|you|got|pager?
{send} {me}|us|it|him|her|over|through|along|an|a|the? something|stuff|info|some|details|more|over|through|along|on|in|email|what|it|list|across
send|sending|send it|that|this|em over|across|through|on|along|by
send info|information|details|literature|brochure|catalogue|something
just|said|told|asked|says|wants|wanted|only|please|to|first|can|could|then {me}|for|to|you|i|see|us|him? {send}|pop|share {me}|some|it|info|something|over|an|the|a|him|her|details|us|more|over
chuck|pop|put|stick|shove|drop it|something|a|one|this in|on|by an|the|a|email|post|mail|writing|whatsapp|message
in the post|mail|email
{info} first|then|only|pack
wants|wanted|asked|asks|requested|would|like|want|ask|needs for|to|some|see|more|a|read|the|have|just|something|like|my|me? some|a|more|the|see|an|to? {info}|literature|email|writing|case|reading|brochure|website|flyer|documents|references|pictures
wants|asked|asks|needs a|for|an|the flyer|brochure|leaflet|card|email|documentation|company|deck|pdf|catalogue|catalog|link|onepager|literature|documents
one|two|2|# pager|page|pagers
brochure|leaflet|flyer|flier|documentation|literature|catalogue|catalog|pamphlet
price list
email me|him|her|us
{hell}|will|would|ill|hed|shed|to|and|id|well|look|have|take have|take|give|get|read|look|glance|review|check|regard a|at|it|through|over|them|my|our|the? look|read|gander|peek|glance|it|squiz|looksee|website|documentation
look|read|regard|reading|looking it|at|them|through|the it|through|documentation|when|at|some|if|samples|over|brochure
when|if {he}|she|they|i {have}|gets|get|got|has|gets|find a|some|the|chance|time|minute|moment|round|around
whenever they|that|he|she|i|it
without obligation
share details|the|on|deck|profile|more
more info|information|details
mail|mailed it|me|something
send me|us your|a card|info|email|profile|brochure|link
leave info|a|card|brochure
wants|have it in writing
my|the|our|your website|site
email me something
if i mailed|emailed|sent
card
leave a|me flyer|card|brochure|leaflet
gave|give {me} {his} email|e-mail|mail for info|the|brochure|details
look at the deck|brochure|pdf|site|website|link
text me ur|your|the
ur info
pass|send|gave|give him|her|them the information|info|documentation
sent|sending the sheet|link|list|brochure
text|texting|msg|message|wa|whatsapp|email|mail|send {me}|him|her|us|them the? numbers|number|prices|details|link|specs|stuff|rates|price ill|i|hell|shell|and|bye|then|well|maybe look|have|bye|see|think
{hell}|ill|will|id|and|maybe have|take|give a|it|another butchers|shufti|dekko|squint|look|read|glance|keek|gawk|peruse|skim
leave|leaving|drop {me}|him|her|with? a|the|your|some|my a|some? leaflet|leaflets|flyer|brochure|booklet|catalogue|pamphlet|folder
"""
_TABLE["open: hedge", 3] = """
maybe
{is} a maybe
might|may be|revisit|look|consider|need|use|want|call|come|do|try|have|go|switch|buy|not|work
might might|or
not|isnt|wasnt|aint|never|hardly|isn't|that a|an|saying|said|quite|say|exactly|outright|flat|firm|hard|really|yet|even|him? no|sure|convinced|ready|certain|yes|commit|decided|opposed|against|ruling|dismissing|refuse|unhappy|sold
not|isnt|wasnt|aint|never|didnt|doesnt|dont|hasnt|havent|hardly _? a? no
didnt|doesnt|never|dont|isnt|wont|wouldnt say|said|says|saying|refuse no|yes|either|never|so
did not refuse|say
neither yes|no
wasnt a yes|no
not|isnt _? ready|sure|certain|decided|convinced|committed|committing|promising|sold|against|opposed|ruling|ruled to|on|about|out|yet|it?
unsure|undecided|noncommittal|hesitant|lukewarm|reluctant|skeptical|sceptical|torn|vague|evasive|iffy|unconvinced|hesitating|wavering|wishywashy|doubtful|ambivalent|tepid|cagey
on|off the fence
non committal
no|without|not promises|promise|commitment|decision|rush|guarantees|guarantee|timeline|commit|objection|particular|hurry|rushed
{not} promising|promise|promised|commit|committing|promises
cant|couldnt|wont|wouldnt|didnt|doesnt|not say|commit|promise|pin|give|name|tell|fix|get|shake|say when|either|yet|anything|a|him|date|her|if|any|which|no|the|me|out|month day|date|down|way|month|answer|of?
could go either|both
either way
fifty|50|50/50|sixty 50|fifty|forty|60
50/50
well|hell|shell|theyll|we|ill|lets|id|she|he|god|i|must|has|have|wants|see|to|wait will|shall|ll|wants|to|and? see
well see|we
see how|what|if|whether|where|which
lets see
we see|shall
if god
wait and see|watch
wait|waits|waiting for|to|until|till|and
{dont} know|knew|say when|yet|if|what|whether|how|which
no idea|clue|notion|date|day|month when|if|what|yet|given|how|fixed
no idea
nobody|who|god knows
one|some day|other|time
someday
some|other another|other day|time
whenever
depends|depending on|if|how|what|whether
if rates|prices|price|it|we|they|something|things|the|found|that|one|anything get|drop|suitable|looks|breaks|under|comes|goes|changes|needs|works|dies|go
only if
if anything|something changes|breaks|comes
it depends
kind|sort|kinda|sorta|somewhat|mildly|half|vaguely|slightly|semi|bit of? interested|keen|curious|tempted|open|ish|liked
keenish
curious|intrigued|tempted|nosy|noncommital
interested but
left|leave|leaves|leaving it|that|things|the|us|open? open|door|hanging|vague|there|open
left open
{is} hanging
hanging|up in|the there|air
door|window {is}|left|not|still|stays? open
parked|park it|for
could be worth|good|something|interesting|useful|an
worth a look|thought|chat
why not
in principle|theory
nothing definite|firm|concrete|certain|decided
hum|um|umm|err|hmm hum|ha
hummed|hemmed|umming
tyre|tire kicker|kicking
kicking tires|tyres
shopping around
just|being|only|was nosy|curious|looking|browsing|shopping|asking
worried|concerned|scared|nervous|hesitant|concern|afraid about|of|on|by|over|with
wary|cautious
not a? priority
low|lower|bigger|other priority|priorities|fish
changed the|his subject|mind
evasive|dodged|slippery|vague
asked|asks for|some time
need|needs|wants|more time
let go|me|it know|sit|go|see
never|didnt|not said|say no|yes|when|how
a little difficult
compare|compares us|with|it
second place
first|but see|wants|must|has|she|he what|how|the|to|see
as far as we|i
sounds good|alright|ok|interesting|dear|great
sure
yes yes|yeah
flagpole
kicking it|that around
strapped for
yeah prob|probably|maybe
no date
references
hemmed|hawed
seen|see enough
hmm|dunno
dunno
cant say
then only {he} can
probably
shopping it around
never|not|didnt said|say {he} would|wouldnt|will|hed|use|yes|no
not a flat|hard|definite|real|firm|total no
agreed to nothing
ummed|ahhed|ummed
send owt|whatever|anything|what
revert in|by|after|with
ill|i hear back
truth be told
if she|he|they|adp|prices|it raises|goes|raise|change|changes|ever
im|were|youre first|1st call|in|on line|the list
wrote down my number|name
ruled nothing|out nothing
see whats left|what
price a|it _? first
comparing with # other
see whats|what|how|where
i hear you
not there yet
just aint|not there
sixty forty
pros and cons
as of now
warm but|though|tho
said little|nothing|much
{not} say much
gave nothing away
no commitment|promises|decision
play|playing it cool|safe|close
wants more proof|detail|details|data
test me|us
tempted
tease|teasing
we will see
inshallah|god|lord willing
all in good time
in {his} own time
one of these days
when pigs fly
could {not} say
keeps saying soon
soon
no rush
eventually
down the road|line|track
bear us|me|it in mind
keep|stay in contact|touch
no more than this
could not|couldnt read him|her|them
round the houses
neither fish|yes|good
fish nor
might be something|good|not
good might not
went quiet|vague
nothing concrete|definite|firm|more
never|dont|cant agree
nobody won
noncommittal|non-committal
not a bad price|idea|offer
means what it means
wouldnt be drawn|pinned
no|without any? more|date|dates
gives|gave me|us no date|answer|time
five of them|us
complicated
{dont} say|said yes|no
he|she {dont} say
no yes
nodding along
noncommital
hard to get|pin|read
kind of into
into it
shrugged
1|one yes|no # |one no|yes
soft maybe|yes|no
warm
not no but
sat on
circle back
toying with
toying w
half listening
ehhh|ehh|eh
leave a flyer|card|brochure
no confirmation
on {his} radar
nothing firm
would consider if
one of # |three
not a no
not a yes
neither yes|no nor
mm|hmm|mhm
jein
study on|it it?
on the table|fence
keep the file open
without a yes|no
one day yeah|yes|maybe|why
parked
on verra|ya veremos|vedremo
reflects|reflect
sucked|sucks his|her teeth
been worse|better
i|id call it lukewarm|fifty|a|maybe
nobody is saying|signing no|before|also
he|she awaits|await
which|what day he|she|they did|didnt
will|i see what i|he|she|they? think|thinks
when|once its|it is? written|on|down paper|down
mystery
see where they|we|it landed|lands|stand
wouldnt|wont|couldnt|didnt be? pinned|drawn|commit|nailed down?
have|has a? look|think when|if she|he|they gets|get|has
drop|send him|her|them|me a line
hold my breath
made|makes him|her|them whistle|wince
try me again sometime|someday
no next step
no commitment
depends on the|his|her|their|how|what|if
could do might
might do
he|she|theyd|theyll|hed|shed|theyll be in touch
of|in|has|between|with two|2|three minds|mind
one|half mind|part|of|of him|her says|me wants|yes|cotton
swithering|swithered|dithering|dithers|humming|hemming|hawing|waffling|waffled|wibbling|havering|wobbling|vacillating|noncommital
on the one hand|other|balance|long|back|finger
on balance
neither hot|here|warm|for|in|up|fish|one|this|yea nor|cold|there|against|out|down|other|that|nay
half sold|minded|tempted|convinced|persuaded|interested|won|hooked
nearly|almost|partly|half|mostly quite? sold|convinced|persuaded|won|tempted
didnt|doesnt|dont|did|does not? hate|dislike|decline|refuse|object it|with|to|us|me|either?
didnt|doesnt|dont love|hate|like|dislike it|me|us|and|or? didnt|dont|doesnt|or|and hate|love|like|dislike|it
no conclusion|verdict|outcome|resolution reached|yet|either|so?
not a|one bad|single word about|on|against
no conclusion|verdict|telling|knowing|saying|guessing|resolution
nothing agreed|refused|settled|decided|concluded|promised|said|definite|signed|firm|certain|lost|fixed either|yet|though|and|nothing|but? refused|agreed|decided|settled?
did|does|would|will|could|is|was|has not|neither|never say|saying|said|telling|tell|told|decline|refuse|declined|refused|rule|giving|call|decided|commit|promise|promised it|no|yes|either|also|anything|out|a|nor|between|for|himself|herself
not|never|isnt|wasnt telling|saying|giving|said|told|shutting|closing|slamming|burning|ruling yes|no|either|the|any|a|it|anything|me|us also|door|doors|bridge|bridges|answer|out|off|date|no|yes
not|isnt|wasnt a|quite|exactly|really|an|wholly|entirely|even refusal|rejection|no|yes|nay|denial|goodbye|opposed|averse|unfriendly|uninterested|disinterested|against|unkeen|convinced|persuaded
not|isnt uninterested|disinterested|unfriendly|averse|unkeen|unwilling|impossible|opposed
not call|take it|that|this a|no|quite? no|refusal|yes
makes|made|leaves|left|still|feels|felt|a {him}|her|them|little|bit|makes|bit|somewhat uneasy|uncertain|unsure|nervous|her|him|undecided|doubtful|suspicious
wonders|wondered|wondering aloud|if|whether|out
{dont} dispute|question the|it|that|my|our|anything
{not} decided|made|choose|chosen|settled|committed|concluded between|up|on|yet|anything|his|her|which|what|if|whether|how
comparing|weighing|choosing|considering|looking|one|seeing|talking|juggling between|at|of|to|with? # |two|three|four|five|six|several|us|both|me of|against|others|us|vendors|bids|quotes|offers|companies|firms?
one of four|five|six|several
await|awaits|awaiting|expecting|expect|wait|waiting all|his|her|their|the|an|on|for|word|to answer|verdict|reply|decision|three|word|response|hear|sign
promised|promises|will|give|gives|hell|shell {me} the|an|a|me|us verdict|answer|decision|reply|word|yes
in a|great|full|much? confusion|dilemma|doubt|quandary
{is} still? confused|pondering|wondering
confused|undecided|pondering only|still|between
putting|puts|put|push|pushing|kicking|pushes|kicks|keeps it|that|this|everything|the|things|me off|can|decision|dangling|hanging|waiting|guessing till|until|again|down|for|and|still
putting it off
on|in|into the long finger|grass
no telling|knowing|guessing when|what|if|how|which|whether|who
theres|there is|s? no telling|knowing|saying|rush|hurry
god|lord|heaven|goodness|allah|only alone|he|she|only|god knows|knows
let the hare sit
reading|reads|studying|digesting|perusing through|thru|over? it|my|our|the proposal|letter|offer|contract|document?
if the|his|her|their|this catch|harvest|season|summer|winter|year|bank|rain|weather|nephew|niece|son|grant|milk|market|exam|wind is|goes|comes|turns|holds|gives|pays|fails|passes|behaves|drops
if he|she|they fails|passes|gets|wins|loses it|the|then?
if not|good|bad|then he|she|they|good|not|bad cannot|can|not|he|she|then
can|could consider|think|decide if|then|but|when|not
might|may and? might|may|or not|well|yet|never|just
let|letting {me}|him|her|us look|see|peek|have|know at|his|it|if|a|when|what
warmed|warming|thawed|softened|mellowed up|to|a|some|then|slightly|by|toward
laughed|joked|chatted|rambled mostly|only about|of?
talked mostly
all|plenty|lots|pints of? talk and|no|but
good|bad|fine|grand|nice|not|strange|poor joke|chat|talk|call|conversation on|but|though|no|only|just me|nothing|that|no|he|she
seemed|sounded|sounds|looked torn|willing|receptive|half|tempted|taken
moved|moves|passed|went on to {his} peonies|weather|dog|next|garden|roses|cat|children
prevaricated|prevaricating|stalling|stalled|stalls|fudged|fudging|sidestepped|ducked|deferred
{not} commit|pinned|pin|nail|nailed|drawn|budge|say|decide to|down|either|on|himself|herself|a|yes|which|it
leaning|leans|lean|tilting|inclined|tends|inclining towards|toward|to|our|either|one|no|yes
which way|side hes|shes|he|she|they|theyd|itd|it
first|before|b4 {he}|i must|wants|has to? see|sees how|what|the|whether|if
b4|before {he} decides|commits|signs|promises|chooses anything|yes|nothing|no|either?
proof of the|concept
wants|needs|asked|asks|requested|taking # |thirty|ten|two|a few|couple|few? days|weeks|months|week|month|day|fortnight to|for|of think|watch|see|look|decide|consider|reflect|study|check|try
{dont}|not know|sure|certain yet himself|herself|either?
yes in spirit|heart
food for thought
lot|lots|plenty|much|something|things to think|consider|weigh|chew|digest
jury|verdict is|still? out
give|try|gave it a go|whirl|shot|bash|lash|try|spin sometime|one|maybe|some|perhaps?
could|would be handy|useful|helpful but|one|some|down?
never say never
time will tell
watch this space
one for the future|later|back
back of {his} mind|head
dust settle|settles|settled
hot and cold
blew|blows|blowing hot|warm
yes and no
in theory
cards close
poker face|faced
asked|asks|had|put good|sensible|lots|plenty|many|clever|a|sharp|intelligent|all|right questions|of|lot questions
wants|want to believe|wait on|and|how|for|till
believe it when|if
believes it when|if
{hell}|will|would|ill|shall believe|consider|see it|when|how|what when|it|if|the|he|she
mixed feelings|views|signals|reaction|response
half|part|part of him|her|them|me|listening|hearted|heartedly
unsure|undecided|uncertain|doubtful|ambivalent about|on|whether|if|of|between|still
asked for time|patience to|and?
gave|give|gives|got me|us a|no|neither|an maybe|shrug|vague|noncommittal|straight|clear|half|commitment|sign answer|yes|no|either|of?
{not}|no clear|straight|real|definite|proper|firm answer|commitment|decision|response|yes|no
"""
_TABLE["open: wait", 3] = """
{hell}|will|gonna|would|ill|promises|promised|said|says|to|id|let|and|then|and|well|suitable|if get|come|be|let|revert|ring|call|write|contact|email|give|check|tell|message back|in|me|to|you|us|n|with|a|know|soon? to|back|know|touch|contact|let|me|us|you|shout|bell|call|ring|when|if|when|n
{hell}|will revert|check|let|inform
and|will|to revert
back to me|us|you in|on|by|with|when
let {me}|you|us|u|ya know
will call|ring|contact you|me|us
ill call you
call you
leave it|that|this with|w|for|open|there|at {me}|him|her|us|the|now
leave it with|w
leave it
keep {me}|us|you|him|her|it|your|in|details|on|my|our|number|card|my in|on|mind|file|loop|posted|the|touch|number|card|details
on file
in mind
{hell}|will|would|to|gonna discuss|raise|bring|mention|talk|show|put|take|see|ask|poll it|this|that|with|to|them|over|internally|up|him|her|and|at|in
to know
know more|by|then
push|press|chase|bug|stop|hound me|her|him|us|bugging
i|to|ill|im check|to call|back|check|ask|chase|see back|with|him|her|in|on
waiting|wait on|for {his}|the|her|a|board|accountant|loan|approval
dont call me ill
ill|i|we|he|she get|gets|will back to
will go through
go through it|mail
have|let a think
revert in|by|after|with
ill hear back
by friday|monday|next {he} claims|says|reckons
hear back from|by
{he} will|ll|would|is come|get|be|getting|coming back
let it lie|rest|simmer|marinate
get back|around to|in|by
{hell} circle back
weigh in
wants to price it elsewhere
price it elsewhere
has to weigh in
will check budget|with|and
cant say til|till|until
will|shall|to send|sends|write|writes me|us a|the? message|word|mail|note|hour
{he} writes|rings|calls|tells|says|messages|phones|reports {me} when|once|if|after|something
i|im to ring|call after|for|about that|the verdict
{hell}|will|would|shed|hed|ill|shall|may|promised ring|phone|write|inform|message|text|email|telephone|revert|answer|reply {me}|back|us? when|if|once|after|by|with|soon|before
if {he} passes|fails|likes|wants|needs {he}|hell|shell|it ill|hell|shell|will|rings|calls|phones|writes|ring|call?
you|youll|id|i|we|ill will|would|shall? hear from|back me|us|him|her|them|if|when|by|once|in|soon
{hell}|will|would|promises|promised|says to? shout|holler|whistle|buzz|ping|drop|send if|when|me|us|once|a
{dont} call|ring|chase|phone me|us|him|her ill|hell|shell|well|he|she|we
"""
_TABLE["open: liked", 2] = """
liked|likes|loves|loved|like|enjoyed|adores|adored|admired it|the|idea|what|us|our|her|his|sound
liked
likes
sounds|sounded|seemed|seems|was|is|finds|found|finds|thought it|good|very? good|interesting|lovely|nice|ok|warm|receptive|positive|useful|polite|friendly|open|attractive|sympathetic|difficult
interesting
good|nice|great|sympathetic|lovely|beautiful idea|concept|pitch|product
warm
open to|minded
price|prices|fee|cost|rate|money|amount {is}|was|are|not|the|a|scares|scared|issue|seems|less|high|scares|elevated|worried? high|concern|concerns|issue|worry|problem|little|fair|less
"""
_TABLE["open: not today", 3] = """
not today|tonight hon|love|thanks|mate|darling|dear|sweetheart|thank?
not now|yet|really|just|particularly maybe|time|the
not now
not against|opposed it|to
{not} right now
some other time
later maybe
perhaps later|one
not this week|wk|month
not rushing|pushed|bothered
"""
_TABLE["consult: asks", 3] = """
run|running|runs|ran|take|taking|takes|put|putting|bring|bringing|raise|discuss|discussing|show|check|float|present|share|talk|speak|go|consult|clear|pitch|mention|chat|yarn|bounce|shows|raises|kick|carry|confer|poll it|this|that|things|the|everything|anything|to|with|over|them|about|up|around|offers|idea|numbers|w? by|past|to|with|before|up|w|through|in|off|over? {his}|the|my|a|her|our|w|this|with|their|mrs|industrial|elder|shift|senior? business|co|other|whole|leadership|senior|real|better|life|home|head|big|older|elder|shift? {relative}|half|partners|people|boss|side|group|floor|other|owner|management|leaders|one|bosses|hubby|regional|family|chain|wifey|guys
{want}|has|have|had|needs|hed|shed|must|id|ill|hell|shell|will|would|gotta|wants|need|should|theyd|going|got|gonna|only|lemme to|have|like|ask|first|speak|talk|gotta? to? ask|talk|check|speak|consult|discuss|run|clear|see|convince|confer|okay|show|wait|persuade|sell with|to|it|by|past|for|w? {his}|the|my|a|her|our|with|w? business|co|other|whole|better|elder|older|two? {relative}|half|partners|people|boss|group|family|regional|hubby
wants|has|needs|need|have to ask|check|talk with|to|w? {him}|husband|wife|boss|her|his|hubby
ask|asks|asking|check|talk|speak|consult|discuss|discusses|asked {his}|with|to|my|the|her|w {his}|the|my|business|a|her|w? business|co|other|elder? {relative}|half|partners|bosses
ask {him}|her|wife|hubby|husband first|about|tonight
needs|need|has|have|wants|requires|subject|pending|waiting|wait|awaiting|up|depends|take|taking|get|hed|shed to|on|for|the? {his}|the|board|my|her|a|okay|their? {relative}|partners|approval|okay|management|regional|permission approval|ok|okay|sign|signoff|blessing|input|nod|vote|meeting|decision|from|of
take approval|permission|it|sanction from|of
board|committee|partners|partner|family|council|team|trustees|hoa|directors|husband|wife|boss meeting|meets|decides|votes|approval|vote|to|would|board|gets|watches|has|does
trustees|board|partners would|will have|need|decide
gets the say
discuss|discussing|poll|talk|decide it|this|internally|as|at|in|among|over|together|with internally|as|at|among|colleagues|the|together?
discuss internally
decide|decides|decided|choose|run|own|owns|sign it|everything|all|the? together|jointly
hubby|wife|husband|missus|partner watches|does|holds|controls|handles|decides|has|money|too|first|is
partners meeting
shared|joint decision
fifty fifty
second opinion
show|shows it to
without {his}|elder|the|my|her brother|partner|wife|husband|father
to {his}|my|her|the boss|wife|husband|partner|accountant|board
convince {his}|my|her|the
up the chain|ladder|line
not final authority
talk|speak|check|discuss|yarn with|to|w accounts|accountant|wife|hubby|husband|partner|boss|finance|his|her
let him|her|me|us check|ask|discuss|talk|speak
waiting on {his}|the|her
what the wife|husband|boss|board|partner says|thinks
see what|how {his}|the|her wife|husband|boss|partner|accountant
flagpole
with partner|husband|wife|family|board and|first|tonight
dr|doctor|boss|husband|wife|board has|have|gets the? final|last word|say
boss|wife|husband|partner|dad picks|decides though|tho|too?
{his} accountant|husband|wife|partner|board|boss holds|has|would|must|decides|watches
raise it with|to
{hell}|will raise|discuss|take it
they|we discussed it
run it past|by
see what|whether the husband|wife|board|others
{his} bookkeeper|accountant|son|wife|board|partner|dad|lawyer has|must|needs|needs|wants to? weigh|approve|look|agree|see|ok
talk to my guys|team|people|crew
convince the|his|her mrs|missus|wife|boss|board
discuss at|with|over family|dinner|home|board
what his|her son|wife|dad|husband says|thinks
family dinner|meeting|decision
board|committee|council|governors|trustees|assembly|partners|directors|syndics|vestry|elders meets|meet|sits|sit|votes|vote|voting|decides|agenda
put|puts|putting|take|takes|taking|bring|brings|present|presents|presenting it|this|me|us|my|the|our|letter|quote|proposal|offer to|before|in|at|up|over|front? _? _? board|committee|council|governors|trustees|assembly|agm|partners|directors|meeting|vestry|elders|line|them
put it|this|that|me up the? line|chain|ladder
on|onto the agenda
{be} voted
general assembly
one|her|his voice|vote of|on|in|among|out
governors|trustees|directors|partners|owners who|that|must|need|have|all sign|approve|agree|say|to|vote
the other|others? must|has|have|need|needs|decide|agree
without the other|others|his|her
{his} business|other partner is|s
fight it out
sit|sits|sitting down and|to|with choose|decide|discuss|his|her
and his|her sister|brother|wife|husband|partner sit|decide|choose|talk|meet|discuss
they|we speak|talk|decide|discuss together|between|and
holler|hollers|hollering|chat|yarn|natter|blether|confab|conference|huddle|confer|consult|palaver|parley|argue|fight|square|clear|agree|okay|settle|decide|thrash at|with|to|it|this|out|together|that his|her|my|our|the|their|with brother|sister|wife|husband|son|daughter|mother|father|dad|mum|board|partner|partners|boss|missus|accountant|family|others|other|kids|boys|girls|bank|council|committee|trustees|priest|bishop|elders|governors|banker|uncle|lads|crew|team|wife|sons
wants|want|needs|need|asks|asked|has|let|lets {his}|my|the|their two|three|four|#|other|business|old|elder|grown? kids|children|sons|daughters|boys|girls|son|daughter|wife|husband|brother|sister|partner|partners|accountant|lawyer|doc|doctor|bookkeeper|nephew|board|boss|mother|father|dad|uncle|team to look|see|read|hear|check|agree|weigh|approve|decide|vote|bless|taste|go
put|puts|take|takes|bring|brings|lay|present|presents|carry|raise|raises it|this|that|them|me|us|everything|my|the|letter|quote to|before|past|by|with|up|home|over the|his|her|their|all|my others|other|six|four|five|three|members|brothers|sisters|boys|girls|lads|family|vestry|chapter|parish|bishop|meeting|wife|husband|shareholders|governors|synod|council|lawyers|bank|group|elders|congregation|boss|ladies|kitchen|owners
nothing without|before the|his|her|my|their others|other|wife|husband|brother|sister|partner|partners|board|son|daughter|mother|father
third|second|other|half one? is|belongs to? my|his|her|their husband|wife|brother|sister|mother|father|bank|partner|sisters|mothers
half|halves each
halves with
husband|wife and him|her half|each|both
family|board|partners|staff|parish|council|church|vestry|directors|team|shareholders|owners|committee meeting|meetings|council in|on|at|decides|first|next|before|votes|to|will|sunday
past|by corporate|hq|headquarters|legal|procurement|finance|compliance|the|his|her wife|husband|boss|board|partners|treasurer|corporate|committee|lawyers
get|gets|got|getting|has it|this|that|me|us past corporate|hq|headquarters|the|his|her|legal|procurement|finance|head
bank manager|he hasnt|has|not|must|wants|says
assembly|congregation|shareholders|owners|coowners|parishioners|members must|votes|vote|voting|decide|approve on|it?
jury|votes|verdict|board|committee|vote|decision|council is|are|still|was out|still|pending|not|due|in
float|floats|walk|kick|push|send|carry|take|pass it|this|that upstairs|north
it upstairs
"""

# ---- it was a conversation --------------------------------------------------------------------------------------------
_TABLE["talk: chat", 2] = """
leave|left it there
chatted
"""


_TABLE["empty: elsewhere", 2] = """
quite|very|really|so nice|pleasant|lovely|friendly
nice|good|long|great|lovely|pleasant|short|quick chat|talk|call|conversation|guy|lady|man
spoke|talked to|with|w him|her|them for #
see|check|refer|per|as email|mail|emails|crm|note|notes|file|thread|above|attached|calendar|voicemail|hubspot|salesforce
see|check|per|refer|as my|the|his|her|other|prior|previous|last|full|earlier|to|in|attached other|email|note|notes|crm|file|thread|call|above|protocol|log|sheet|minutes?
for the rest see
as discussed|above|before|agreed|per
same as|note above|before|last|below|yesterday
ditto
idem
tbc|tbd
todo
test
notes to follow
will update|write later|up|notes?
call notes in
spoke|talked|chatted briefly|quickly|today|earlier|again
had a chat|call|conversation|word
more|rest|details|notes|info in|on crm|hubspot|salesforce|email|the|file|notes|system
see|check prev|previous|prior|above|below|crm|history|attachment
"""

# ---- words that are no sign, though one of them would be: "no pressure" is no no ------------------------------------
_TABLE["aside: words", 1] = """
no pressure|hard|bother|worries|problem|doubt|kidding|joke|wonder|matter|harm|offence|offense|shame|fuss|nonsense|secret|surprise|messing|mistake|less|sooner|stranger|blame feelings|taken|about|at|than?
like|likes|liked|want|wish to say|hope i|he|she|so
never mind
never free|in|up|there before|after|until|till
quite|very|really|so much? interested in me|my|his|her|weather
eat|eats|lunch|dine|sit|put|pull|get|got|bring|come|works|worked|meet|meeting|cook|pray together
whats it to you|ya
liked|likes|loved|loves|like me|my voice|accent|name|company|tea|chat|talk|company
{not} say|tell me where|who
no end|use|point denying|of|crying
now and then
no more than|about that|it|an|a
no joke|lie|kidding
no pun intended
{not} in a hurry to say
never drew breath
keeps|keep|kept|kep the|his|her books|bees|accounts|hens|sheep|goats|cows|horses|dogs
book|books club|keeper|shelf|case
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
yet
today
but then
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
    found = [
        Phrase(line, sign, weight, LAYER_OUTCOME) for (sign, weight), table in _TABLE.items() for line in _lines(table)
    ]
    found += [
        Phrase(line, sign, weight, LAYER_WHO)
        for (sign, weight), table in decision_maker.TABLE.items()
        for line in _lines(table)
    ]
    return found + [Phrase(line, sign, 1, LAYER_CUE) for sign, table in _CUES.items() for line in _lines(table)]


@cache
def lexicon() -> Lexicon:
    """All tables, compiled once, when the first note is read."""
    return Lexicon(
        outcome_phrases(),
        CLASSES,
        ALIASES,
        {words: scorecard.pack(points) for words, points in hints.HINTS.items()},
        list(families.FAMILIES.values()),
    )
