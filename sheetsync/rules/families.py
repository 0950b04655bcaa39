"""Words by what they are about: what a note speaks of, whatever the phrase, is a sign of what happened.

A word may stand in several families; its plural, and its forms in -ed and -ing, need no place of their own. A coach may add a word to a line
and run the benchmark; what a family gives to each outcome stands in scorecard.py under ``about: `` and its name.
"""

from __future__ import annotations

#: The families and their words.
FAMILIES: dict[str, str] = {
    "a machine": """
        voicemail vm vmail lvm vmb voice mailbox recording recorded recorder answerphone ansaphone answermachine machine beep beeped bleep tone
        greeting greetings messagebank messagerie contestador secretaria segreteria repondeur mensagem anrufbeantworter ivr menu robot robotic bot
        automated automatic auto attendant extension press inbox hold music jingle tune piano vivaldi greensleeves spiel pips
    """,
    "ringing": """
        rang ring rings ringing rung unanswered dialtone engaged signal picked pickup pick picks answer answers answered answering noanswer
        nobody noone silence silent hello dropped drop cut lost line lines crackle static reception hang
    """,
    "a dead number": """
        disconnected disco discon invalid unallocated nonexistent barred incoming inservice service ported reassigned misdialed misdialled misdial
        wrong digits digit incorrect unobtainable recognised recognized fax modem screech deactivated suspended expired ceased exist exists number
        numbers nos
    """,
    "gone for good": """
        retired retirement died dead passed deceased quit resigned sacked fired left moved emigrated dissolved liquidation liquidated liquidators
        bankrupt bankruptcy insolvency insolvent administrators receivers closed shut shuttered demolished sold obituary bereaved widow widowed
        funeral redundant gone ex former formerly previous predecessor successor longer anymore replaced departed
    """,
    "a stranger": """
        kid child toddler granny grandma nan pensioner house household residential residence private pizza pizzeria takeaway chippy chip kebab
        launderette barber barbers salon taxi cab cabs minicab church parish nursery flat stranger different somebody elses another lady woman
        gentleman bloke chap guy man fella girl boy teenager student
    """,
    "the front desk": """
        receptionist reception rcpt recep secretary sec pa pas ea eas asst assistant switchboard operator frontdesk desk gatekeeper gk temp intern
        trainee apprentice guard security clerk admin administrator coordinator co-ordinator counter office nurse hygienist waiter waitress
        bartender barman barmaid barista cook cleaner porter concierge foreman storeman warehouse cashier till girl lad colleague junior deputy
        stand-in housekeeper matron bookkeeper helper
    """,
    "someone higher": """
        boss bosses chief owner owners manager partner partners board husband wife committee dad daddy father brother sister cfo ceo coo cto cio md
        director directors principal president founder founders chairman chairwoman chair council trustees trustee head hq headquarters corporate
        group parent shareholder shareholders cofounder spouse missus hubby accountant lawyer superior sir sirji seniors senior management
        upstairs governor gaffer guv vestry treasurer patron landlord investors bank
    """,
    "deciding": """
        decides decide decided decision decisions decider decisionmaker authority authorise authorize approval approve approves approved signoff
        signs shots final say power veto charge buck purse responsible
    """,
    "something to read": """
        info information email emails emailed mail brochure brochures leaflet leaflets pdf pdfs deck link catalogue catalog literature documentation
        docs doc documents dossier prospectus website site flyer pamphlet onepager pager sheet factsheet whatsapp linkedin details material
        materials bumf blurb post presentation video case folder write writing something stuff overview summary
    """,
    "sending": """
        send sends sending sent ship shoot ping drop pop chuck bung fire stick pass post forward forwarded fwd share deliver mail email fax
    """,
    "a price": """
        quote quotes quoted quoting quotation pricing price prices priced cost costs costing costings estimate estimates proposal proposals bid bids
        offer offers offerta offre figure figures rates rate tender tenders devis angebot presupuesto preventivo rfp rfq numbers ballpark breakdown
        terms spec specs written scope comparison per discount seats users units licences
    """,
    "a deal": """
        sign signed signing signature docusign contract contracts agreement paperwork order orders ordered ordering po purchase purchased buy buying
        bought invoice deposit card pay paid payment trial trialling trials pilot sample samples test tester start starts starting switch switching
        move moving ahead onboard onboarding deal done closed won handshake shook account setup engagement yes go wants
    """,
    "a meeting": """
        meeting meetings mtg mtgs meet meets visit visits visiting demo demos appointment appointments appt appts apptmt coffee lunch breakfast tea
        pint come coming comes over office tour walkthrough walk zoom teams skype webex video calendar calendly diary invite invited slot booked book
        booking pencilled penciled pencil scheduled schedule confirmed confirm showroom stop sit sitdown face inperson person presentation rdv
        termin cita session intro walkround survey assessment inspection measure site directions parking bring
    """,
    "thinking": """
        think thinking thought thinks consider considers considering mull mulling ponder chew sleep maybe perhaps possibly possible might mebbe
        dunno unsure undecided sure tbd weigh weighing digest reflect depends comparing compare tossing torn fence noncommittal commitment
        committal someday sometime eventually eyeball shortlist hmm hum inclined leaning warming vague wishy idea ideas look looking
    """,
    "small talk": """
        polite politely nice nicely lovely kind kindly friendly pleasant sweet charming courteous cordial sympathetic warm warmly vibes smile smiled
        laughed laugh laughs chatty chat chatted chatting banter gossip weather football cricket grandchildren dog
    """,
    "liking": """
        love loved loves liked like likes interested interest interesting interests keen great sounds good impressed impressive curious excited
        exciting fantastic excellent brilliant perfect super enthusiastic yeah yep absolutely definitely eager pleased bite hooked intrigued fascinated
    """,
    "wanting": """
        want wants wanted need needs needed needing require requires request requested asked asking demands demanded desires insists insisted
    """,
    "a no": """
        no nope nah not never pass decline declined declines refuse refused refuses reject rejected rejects unwanted uninterested disinterested nein
        non nay naw negative ni nothanks thanks thank dont doesnt didnt wont cant cross crossed strike struck scratch forget nothing none
    """,
    "a rebuff": """
        hung click clicked slammed slam shouting shouted swore cursed fuck feck effing scam scammer spam spammer alone bye goodbye piss bugger bog
        angry annoyed irate furious rude snapped barked growled abuse harass harassment vultures pests pest waste wasting bother bothering cold
        flat firm blunt curt abrupt short
    """,
    "being content": """
        happy satisfied content sorted covered fine alright settled suits works use useless point pointless fit relevance relevant already enough
        plenty stocked full loyal broke fix change changing grand interest necessary
    """,
    "another supplier": """
        competitor competition competitors vendor vendors supplier suppliers incumbent brand rival rivals using uses renewed renew cousin nephew
        inhouse house internal internally ourselves themselves themself himself another elses other chosen chose went current existing provider
        crowd mob outfit firm
    """,
    "money": """
        budget budgets budgeted money cash fiscal fy funds funding expensive dear pricey afford grant frozen freeze cuts cutting tight spend spending
        spent capex funded purse pennies pence skint penny
    """,
    "being busy": """
        busy driving drive drives wheel car van tractor lunch patient patients pt customer customers client queue running eating kids school plane
        boarding airport train roof ladder scaffold surgery theatre middle swamped hands loading unloading delivery door mid dentist hairdresser
        court class teaching traffic rush rushing rushed tied hectic shower gym mass moment minute second sec secs now talk later interrupted noisy
    """,
    "being away": """
        out holiday holidays hols vacation vac leave away off sick ill travelling traveling abroad overseas conference maternity paternity home back
        returns return returning returned onsite hospital trip pto ooo annual offsite sailing fishing skiing course training field gone till until
        available unavailable
    """,
    "calling again": """
        call calls called callback ring phone telephone try tries trying retry bell buzz reach dial again recontact ringback back cb contact touch
        catch chase follow fup bak tinkle shout knock
    """,
    "telling": """
        asked ask asks said says say told tells suggested suggests reckons promised reminded invited explained informed according mentioned
    """,
    "a weekday": """
        monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun
    """,
    "a month": """
        january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec
    """,
    "the same day": """
        tomorrow tmrw tmr tmw tom today tonight morning afternoon evening hour hours hr hrs minute minutes min mins eod noon lunchtime
    """,
    "a stretch of time": """
        week weeks wk wks month months mo mos mth mths quarter quarters q1 q2 q3 q4 year years yr yrs spring summer autumn fall winter easter
        christmas xmas diwali eid ramadan thanksgiving newyear
    """,
    "their season": """
        season seasonal harvest lambing calving planting silage vintage audit exams term peak busyseason yearend close inventory stocktake planning
        migration merger refit renovation refurbishment relocation renewal renews expires expire expiry runs crop festival wedding tourists
        election opening
    """,
    "never again": """
        remove removed list lists database stop again ever harass lawyer solicitor tps gdpr dnc unsubscribe delete erase legal complaint police
        register blacklist block
    """,
    "passing on": """
        transfer transferred through message msg msgs note along screened screening blocks blocked wouldnt refuses allowed policy gatekeeping sticky
        relay word pad jotted took takes taking wrote
    """,
    "a time of day": """
        am pm oclock noon 8am 9am 10am 11am 12pm 1pm 2pm 3pm 4pm 5pm 8a 9a 10a 11a 12p 1p 2p 3p 4p 5p 8 9 10 11
    """,
    "agreeing": """
        agreed agree agrees promise promised fixed arranged settled accepted accepts ok okay okayed righto done shook committed happily
    """,
    "waiting": """
        wait waiting waits hold parked park shelve shelved postpone postponed delay delayed pause paused yet first finish finished settle settles
        before once
    """,
}  # fmt: skip
