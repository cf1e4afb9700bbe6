### Names of bodies, acts, regions, groups, and the notes on places.

# Between the names of a list.
list-separator = ,{" "}

body-hrc = Human Rights Council
body-chr = Commission on Human Rights
body-ohchr = High Commissioner’s Office
body-sc = Security Council
body-ga = General Assembly
body-sg = Secretary-General
body-icc = International Criminal Court
body-icj = International Court of Justice
body-pbc = Peacebuilding Commission
body-short-hrc = HRC
body-short-chr = CHR
body-short-ohchr = OHCHR
body-short-sc = SC
acts-of-body = { $acts } { $body ->
    [hrc] of the Human Rights Council
    [chr] of the Commission on Human Rights
    [ohchr] of the High Commissioner’s Office
    [sc] of the Security Council
    [ga] of the General Assembly
    [sg] of the Secretary-General
    [icc] of the International Criminal Court
    [icj] of the International Court of Justice
   *[pbc] of the Peacebuilding Commission
 }
acts-of-none = none
acts-short = { $acts } { $body ->
    [hrc] HRC
    [chr] CHR
    [ohchr] OHCHR
   *[sc] SC
 }
acts-short-none = none

confidence-verified = verified
confidence-recalled = recalled, unverified

group-african = African States
group-asia-pacific = Asia-Pacific States
group-eastern-european = Eastern European States
group-latin-american-caribbean = Latin American and Caribbean States
group-western-european-other = Western European and other States

region-africa = Africa
region-americas = Americas
region-asia = Asia
region-europe = Europe
region-oceania = Oceania
region-northern-africa = Northern Africa
region-eastern-africa = Eastern Africa
region-middle-africa = Middle Africa
region-southern-africa = Southern Africa
region-western-africa = Western Africa
region-caribbean = Caribbean
region-central-america = Central America
region-south-america = South America
region-northern-america = Northern America
region-central-asia = Central Asia
region-eastern-asia = Eastern Asia
region-south-eastern-asia = South-eastern Asia
region-southern-asia = Southern Asia
region-western-asia = Western Asia
region-eastern-europe = Eastern Europe
region-northern-europe = Northern Europe
region-southern-europe = Southern Europe
region-western-europe = Western Europe
region-australia-new-zealand = Australia and New Zealand
region-melanesia = Melanesia
region-micronesia = Micronesia
region-polynesia = Polynesia

set-sahel = Sahel (UN strategy)
    .said = the Sahel
set-lake-chad-basin = Lake Chad basin (resolution 2349)
    .said = the Lake Chad basin
set-great-lakes = Great Lakes (signatories of 2013)
    .said = the Great Lakes region
set-horn-of-africa = Horn of Africa (UN Special Envoy)
    .said = the Horn of Africa
set-least-developed-countries = Least developed countries (M49)
    .said = the least developed countries
set-landlocked-developing-countries = Landlocked developing countries (M49)
    .said = the landlocked developing countries
set-small-island-developing-states = Small island developing States (M49)
    .said = the small island developing States

note-kosovo-map = References to Kosovo shall be understood to be in the context of Security Council resolution 1244 (1999).
note-kosovo = UCDP covers it as a unit from 2008; earlier events are under Serbia. The UN geometry shows no separate shape.
note-kosovo-serbia = Events in Kosovo before 2008 are filed under Serbia, later ones under Kosovo. Until 2006 figures under Serbia are those of the Federal Republic of Yugoslavia, later Serbia and Montenegro.
note-taiwan = The name follows United Nations usage. UCDP and V-Dem code a unit of their own, which implies no position.
note-western-sahara = Western Sahara is a Non-Self-Governing Territory on the United Nations list. UCDP files events there under Morocco.
note-palestine = UCDP files events in Gaza and the West Bank under Israel, so no deaths stand here. V-Dem’s indices under this heading are those of the West Bank. Israeli-Palestinian items of both Councils stand here.
note-israel = UCDP files events in Gaza and the West Bank under Israel, so the deaths shown here include them. Israeli-Palestinian items of both Councils stand under the State of Palestine and, named so, here beside the deaths; the Golan stands under the Syrian Arab Republic.
note-golan = Council items on the Golan and UNDOF stand here as a situation of their own.
note-niger-nigeria = Niger and Nigeria: the figures of the two apart are estimates of deaths only, exact by year and estimated by month, without a low-high band or civilians. Together they are exact.
note-jammu-kashmir = The final status of Jammu and Kashmir has not yet been agreed upon by the parties. The Line of Control is approximate; the area is a shape of its own on the map.
note-falklands = A dispute exists between the Governments of Argentina and the United Kingdom of Great Britain and Northern Ireland concerning sovereignty over the Falkland Islands (Malvinas).
note-sudan-south-sudan-boundary = The final boundary between the Sudan and South Sudan has not yet been determined.
note-sudan-south-sudan = Events before July 2011 in what is now South Sudan are filed under the Sudan; UCDP covers South Sudan from 2011.
note-abyei = The final status of the Abyei area is not yet determined.
note-crimea = The General Assembly affirmed in resolution 68/262 (2014) its commitment to the territorial integrity of Ukraine within its internationally recognized borders; the map follows it. UCDP files events by place.
note-nsgt-map = Non-Self-Governing Territories are those on the United Nations list.
note-former-yug = A former State: the Socialist Federal Republic of Yugoslavia. UCDP files events of 1989–1992 under Serbia (Yugoslavia) and, from their independence, under the successor States.
note-former-sun = Events in the Union of Soviet Socialist Republics to 1991 are filed by UCDP under the Russian Federation.
note-former-csk = A former State, to 1992; followed by Czechia and Slovakia.
note-former-ymd = Democratic Yemen (to 1990) is a unit of its own in the record; later events are under Yemen.
note-former-ddr = The German Democratic Republic (to 1990) is a unit of its own in the record; later events are under Germany.
note-former-scg = A former State, 2003–2006; UCDP files its events under Serbia.
note-former-vdr = A former State, to 1975; before the period of the record of deaths.

action-advisory-opinion = Advisory opinion
action-arms-embargo = Arms embargo
action-arrest-warrant = Arrest warrant
action-arria-formula-meeting = Arria-formula meeting with a human-rights speaker
action-arria-formula-other = Arria-formula meeting without a human-rights speaker on record
action-case-filed = Case filed
action-ceasefire-demand = Ceasefire demand
action-commission-of-inquiry-created = Commission of inquiry created
action-country-mandate-created = Country mandate created
action-country-mandate-ended = Country mandate ended
action-country-mandate-renewed = Country mandate renewed
action-court-decision = Court decision
action-decision = Decision
action-draft-rejected = Draft rejected
action-early-warning-document = Early warning document
action-expert-group-created = Expert group created
action-fact-finding-mission-created = Fact finding mission created
action-hc-briefing-to-sc = High Commissioner briefs the Security Council
action-hrc-addresses-sc = Human rights body addresses the Security Council
action-hrc-mechanism-briefing = Human rights mechanism briefs the Security Council
action-humanitarian-access = Humanitarian access
action-icj-opinion-requested = Opinion of the International Court of Justice requested
action-informal-dialogue = Informal dialogue
action-inquiry-created = Inquiry created
action-institution-created = Institution created
action-investigation-opened = Investigation opened
action-investigative-body-ended = Investigative body ended
action-investigative-body-renewed = Investigative body renewed
action-investigative-mechanism-created = Investigative mechanism created
action-item10-technical-cooperation = Technical cooperation (item 10)
action-judgment = Judgment
action-lessons-learned-report = Lessons learned report
action-membership-suspended = Membership suspended
action-mission-closed = Mission closed
action-ohchr-investigation-created = OHCHR investigation created
action-pbc-briefing = Human-rights side briefs the Peacebuilding Commission
action-peacekeeping-mandate = Peacekeeping mandate
action-presidential-statement = Presidential statement
action-press-statement = Press statement
action-provisional-measures = Provisional measures
action-referral-to-icc = Referral to the International Criminal Court
action-report = Report
action-resolution = Resolution
action-sanctions-ended = Sanctions ended
action-sanctions-imposed = Sanctions imposed
action-sanctions-renewed = Sanctions renewed
action-sc-agenda-added = Added to the Security Council’s agenda
action-sc-cites-hrc = Security Council text cites human rights body
action-sc-names-human-rights-side = Security Council text names the human-rights side
action-sc-meeting = First Security Council meeting found
action-sg-letter-art99 = Secretary-General’s letter under Article 99
action-sg-letter-to-sc = Secretary-General’s letter to the Security Council
action-special-political-mission = Special political mission
action-special-session = Special session
action-tribunal-created = Tribunal created
action-upr-review = Universal Periodic Review
action-urgent-debate = Urgent debate
action-use-of-force-authorised = Use of force authorised
action-veto = Veto
action-withdrawal = Withdrawal
