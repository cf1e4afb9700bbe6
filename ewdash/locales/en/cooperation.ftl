### The State’s cooperation: treaties, reviews, access, invitations and visits; and files that bring them.

section-state = State
treaty-icerd = Convention on the Elimination of All Forms of Racial Discrimination (ICERD)
treaty-iccpr = Covenant on Civil and Political Rights (ICCPR)
treaty-iccpr-op1 = First Optional Protocol to the ICCPR: complaints
treaty-iccpr-op2 = Second Optional Protocol to the ICCPR: abolition of the death penalty
treaty-icescr = Covenant on Economic, Social and Cultural Rights (ICESCR)
treaty-icescr-op = Optional Protocol to the ICESCR: complaints
treaty-cedaw = Convention on the Elimination of Discrimination against Women (CEDAW)
treaty-cedaw-op = Optional Protocol to CEDAW: complaints
treaty-cat = Convention against Torture (CAT)
treaty-opcat = Optional Protocol to CAT: visits to places of detention
treaty-crc = Convention on the Rights of the Child (CRC)
treaty-crc-op-ac = Optional Protocol to the CRC: children in armed conflict
treaty-crc-op-sc = Optional Protocol to the CRC: sale of children
treaty-crc-op-ic = Optional Protocol to the CRC: complaints
treaty-icmw = Convention on Migrant Workers (ICMW)
treaty-crpd = Convention on the Rights of Persons with Disabilities (CRPD)
treaty-crpd-op = Optional Protocol to the CRPD: complaints
treaty-cped = Convention for the Protection from Enforced Disappearance (CPED)
treaty-status-party = party
treaty-status-signed = signed only
treaty-status-none = not a party
treaty-status-earlier = not a party by then
treaty-status-unknown = not on record
tile-party = party { $year }
tile-signed = signed
tile-none = not a party
tile-earlier = not by then
tile-unknown = no record
access-granted = access granted
access-partial = access in part
access-refused = access not granted
lane-no-source = (standing invitations and visits: no source)
visit-of = Visit of { $mandate }, user upload
class-visit = Visits of special procedures
kind-visit = visit
action-special-procedure-visit = Visit of a special procedure
visit-requested = requested
visit-reminder = requested again
visit-accepted = accepted
visit-completed = took place
visit-refused = refused
coop-part-treaty = Treaties
coop-part-review = Universal Periodic Review
coop-part-item10 = Technical cooperation (item 10)
coop-part-access = Access of a mechanism
coop-part-invitation = Standing invitation
coop-part-visit = Visit of a special procedure
coop-review = Cycle { $cycle }, session { $session }
coop-reviewed = reviewed
coop-next = Next review{ $cycle ->
    [none] { "" }
   *[other] , cycle { $cycle }
 }
coop-next-session = session { $session }, { $month }
coop-next-unknown = not on record
coop-next-past = not told in a past month
coop-next-none = no review is on record
coop-review-past = Looked from a past month, the session of the next review is not told: its calendar was compiled later.
coop-adopted = text adopted
coop-none = none on record
coop-no-source = no source on record
coop-not-listed = not in the list that was brought
coop-invitation = To all thematic special procedures
coop-extended = extended
coop-user = user upload, { $file }
coop-corrected = corrected, own knowledge
coop-compiled = compiled, { $state }
column-coop-part = Part
column-coop-what = What
column-coop-status = As recorded
column-coop-when = Year or day
column-coop-treaty = Treaty or protocol
coop-treaties = Human rights treaties and protocols, listed below
coop-parties = party to { $parties } of { $known } on record
chart-cooperation = { $country }: cooperation of the State with the human rights system
    .shows = Treaties, reviews, technical cooperation texts and access of mechanisms, with day and symbol.
    .reads = Nothing is added up: no score, no ranking. None on record says nothing about what took place.
    .omits = { $sources ->
    [none] standing invitations and visits of special procedures (no source yet), reservations,
   *[some] reservations,
 } reports due, steps at home.
    .more = “Access not granted” holds refusals and requests left without an answer, and only what a text of the United Nations says: its symbol stands beside it. The day of a review is the opening day of its session. A desk brings a newer list of treaties, standing invitations or visits with python -m ewdash import FILE.
chart-treaties = { $country }: human rights treaties and protocols
    .shows = Party to { $parties } of { $known } on record, with the year of becoming one (state of { $state }).
    .reads = Each tile says the status in words; a protocol follows its treaty.
    .omits = reservations, declarations, reports due{ $brought ->
    [yes] { "" }
   *[no] , and ratifications and withdrawals after June 2022
 }.
    .more = { $brought ->
    [yes] The treaties are those of the list that was brought here.
   *[no] One or two cells of a treaty may be wrong; eleven are corrected from own knowledge.
 } In a view of the past, a treaty is shown where the State had become a party by that year; signatures and withdrawals are not told then.

pack-treaties = Party to { $parties } of { $known } human rights treaties and protocols on record (state of { $state }).
pack-treaties-unknown = Treaties: not on record for this place.
pack-access = { $mechanism }: { $access }{ $symbol }{ $mark }.
pack-access-more = { $more ->
    [one] One more text on access is in the table.
   *[other] { $more } more texts on access are in the table.
 }
pack-no-source = Standing invitations and visits of special procedures: no source on record.
pack-invitation = Standing invitation: { $status }. Visits of special procedures in the list that was brought: { $visits ->
    [none] no list
   *[other] { $visits }
 }.

layout-treaty-status = treaties and their parties
layout-standing-invitations = standing invitations
layout-visits = visits of special procedures
coop-read = Recognised: { $layout }. { $rows ->
    [one] One row
   *[other] { $rows } rows
 } can be kept, { $refused } refused.
coop-kept = Kept: { $layout }. Situation shows them as user upload; the page Data, or update --forget, removes them.
coop-fault-missing = it must be filled
coop-fault-formula = it holds a formula; paste its value instead
coop-fault-country = no one country or territory has this code or name
coop-fault-word = it is none of the words of this column
coop-fault-time = it is no day, month or year, such as 2026-03-05, 2026-03 or 2026
coop-fault-day = it is no day, such as 2026-03-05
coop-fault-year = it is no year
coop-fault-future = it has not come yet
coop-fault-order = the end is before the beginning
coop-fault-twice = an earlier row says the same
coop-fault-older = the list is older than the table here, which is of June 2022
coop-fault-days = the rows are of several days; a list has one
lists-title = Treaties, standing invitations, visits
lists-about = Three lists of a State’s cooperation, CSV or XLSX, known by their headings; the README has the columns. Situation shows them under “State”, marked as user upload.
lists-none = No list is kept yet. Treaties are those of the repository; of invitations and visits there is no source.
lists-refused = What cannot be kept, by row:
lists-nothing = Nothing of this list can be kept.
lists-keep = Keep this list{ $refused ->
    [0] {""}
   *[other] , leave out { $refused } refused
 }
lists-kept = The list is kept.
lists-which = List
lists-remove = Remove this list
lists-removes = The list of { $layout } would be removed from this machine. Your own file is not touched.
error-list-damaged = The list of { $name } that was brought to this machine is not as it was kept.
    .advice = Bring the file again, or remove it on the page Data.
