### The Situation page.

situation-guide = Choose a country or territory above to see what is reported there and what each Council did.

headline-situation-band = { $named ->
    [no] { "" }
   *[yes] { $country }:{ " " }
 }{ $deaths ->
    [one] { $deaths } death in organised violence is
   *[other] { $deaths } deaths in organised violence are
 } reported for the twelve months to { $month } (best estimate; low { $low }, high { $high }).
headline-situation-final = { $country }: about { $deaths ->
    [one] { $deaths } death in organised violence is
   *[other] { $deaths } deaths in organised violence are
 } reported for the twelve months to { $month } (best estimate).
headline-situation-candidate = { $named ->
    [no] { "" }
   *[yes] { $country }:{ " " }
 }{ $deaths ->
    [one] { $deaths } death in organised violence is
   *[other] { $deaths } deaths in organised violence are
 } reported so far for the twelve months to { $month } (preliminary).
headline-situation-lower-bound = { $named ->
    [no] At least
   *[yes] { $country }: at least
 } { $deaths ->
    [one] { $deaths } death in organised violence is
   *[other] { $deaths } deaths in organised violence are
 } reported for the twelve months to { $month } (preliminary, lower bound).
headline-situation-none = { $named ->
    [no] No
   *[yes] { $country }: no
 } death in organised violence is recorded { $state ->
    [final] { "" }
   *[other] { "so far " }
 }for the twelve months to { $month }.
headline-not-covered = { $country }: not covered by the record of deaths as a unit of its own for the twelve months to { $month }; nothing can be said about its level from this source.
headline-filed-under = { $country }: not covered by the record of deaths as a unit of its own; UCDP files its events under { $other }.
compared-more = The twelve months before had { $before ->
    [0] none
   *[other] fewer, { $before }
 }.
compared-turned = Leave out events that cross a month’s end, which may begin in one of the two years and lie in the other. Then it is the other way round: { $dated } against { $before }.
compared-fewer = The twelve months before had more, { $before }.
compared-same = The twelve months before had as many.

measure-level = Level, 12 months
    .explained = They are no classes of UCDP, whose 25 and 1,000 are battle-related deaths of one conflict in a calendar year.
measure-month = Deaths in { $month }
    .explained = Best estimate of deaths in events that begin and end in the month, all types of violence; what is not final yet says so.
measure-month-longer = Deaths in events that begin and end in the month, all types of violence. { $crossing ->
    [one] One more is
   *[other] { $crossing } more are
 } in events that begin in it and end later.
measure-change = One month against the mean
    .explained = { $month } alone, not the twelve months: its deaths against the monthly mean of the twelve before, in events that end in the month in which they begin. One death is added to both sides, so that a quiet year can be compared. Withheld where the months are partly final and partly preliminary, or hold only lower bounds.
measure-civilians = Civilians, 12 months
    .explained = Deaths of civilians in the twelve months, where the record gives them. Deaths of people whose status is unknown are not counted here.
measure-last-hrc = Last act on the human-rights side
measure-last-sc = Last act of the Security Council
measure-last-of = Last act: { $body }
none-recorded = none recorded
none-verified = none verified
unknown = not known
withheld = withheld
figure = { $value }
times = { $ratio } ×
under-a-tenth = under 0.1
counted = { $deaths ->
    [0] { $state ->
        [final] 0
       *[other] none recorded so far
     }
   *[other] { $state ->
        [lower-bound] at least { $deaths }
        [candidate] { $deaths } so far
       *[final] { $deaths }
     }
 }
reported = { $state ->
    [lower-bound] { "at least " }
   *[other] { "" }
 }{ $deaths ->
    [one] { $deaths } death
   *[other] { $deaths } deaths
 }{ $state ->
    [candidate] { " so far" }
   *[other] { "" }
 }
against = , against { $mean } in the year before ({ $times } times, with one death added to both sides{ $band })
against-mean = { $mean } a month
against-none = none
against-band = ; 90 in 100: { $low } to { $high }
level-bound = { $deaths ->
    [0] None recorded so far
   *[other] { $deaths } or more deaths
 }
last-years = Last { $years } years
whole-record = Whole record
section-violence = Deaths
section-rights = Rights
section-displacement = Displacement
section-where = Where

chart-world = Level of violence by country, twelve months to { $month }, { $scope }
    .shows = Each country is coloured by the deaths in organised violence reported in twelve months.
    .reads = Darker is more; hatched ground is not covered by this record, which is not the same as none. A ring is an alert. No ring: no alert, or it cannot be told.
    .handles = Choose a country, or move with the arrow keys and press Enter, to open its page.
    .omits = deaths that no source reported, and where inside a country they happened.

chart-escalation = { $country }: { $found ->
    [none] no death recorded in this period
    [few] no month with 25 deaths in this period
   *[most] { $longer ->
        [no] deaths
       *[yes] deaths in events inside one month
     } were highest in { $month } ({ $deaths })
 }{ $longer ->
    [year] ; all of { $year }: { $whole } (final)
   *[no] { "" }
 }{ $found ->
    [most] . First verified acts from { $from } on: human-rights side { $hrc }, Security Council { $sc }
   *[other] { "" }
 }
    .reads = The line is final; open marks after the dashed line preliminary, no continuation. Large marks opened something, crosses ended it; hollow ones ({ $unverified }) are unverified. Sequence is not cause.
    .omits = most meetings; in the title, vetoes.
    .more = The band is from low to high estimate. A triangle is an alert; a hollow one says that an alert cannot be told. Small marks renewed something. A filled mark is an act found in a source; a hollow one is recalled. A vertical line joins the two Councils on a day of a briefing, an Arria-formula meeting with a human-rights speaker, a citation or a letter. Reviews stand on the day their session opened. Quiet diplomacy, standing invitations and visits that a State accepted are not in the record. Acts after March 2026 (Security Council: January 2026) and Security Council statements after 2019 and meetings after June 2022 are not systematically in it.
    .file = deaths, stages and Council acts
    .shows = Deaths per month in events inside it; the level of twelve months ending there; the stage; { $acts ->
    [0] no act
    [one] { $acts } act
   *[other] { $acts } acts
 } of the Councils and others.
    .handles = Drag to see a stretch closer; a double click shows the whole.
chart-lanes = { $country }: Council acts
    .shows = { $acts ->
    [0] No act
    [one] { $acts } act
   *[other] { $acts } acts
 } of the Councils and other bodies, by body and class.
    .reads = Large marks opened something, crosses ended it; hollow ones ({ $unverified }) are unverified. Sequence is not cause.
    .more = Small marks renewed something. A filled mark is an act found in a source; a hollow one is recalled. A vertical line joins the two Councils on a day of a briefing, an Arria-formula meeting with a human-rights speaker, a citation or a letter. Acts after March 2026 (Security Council: January 2026) and Security Council statements after 2019 and meetings after June 2022 are not systematically in the record.
    .omits = deaths, which the record does not give for this place as a unit of its own; closed meetings.
reading = What is drawn, as a list
act-read = { $day }, { $body }, { $kind }: { $label }{ $symbol }{ $vote }{ $mark }
reviewed-at = Reviewed at session { $session } of the Universal Periodic Review (cycle { $cycle })
choose-acts = Council acts drawn
choose-turning = Turning points only
all = All
timeline-filed-here = Acts on { $places } are drawn here too and named so, because the record of deaths files events there under { $country }. That implies no position.
timeline-filtered = { $shown } of { $acts } acts of the period are drawn; the others are hidden by the choice above.
timeline-not-covered = Deaths are not drawn: the record does not cover { $country } as a unit of its own.

chart-by-type = { $country }: deaths per year by type of violence
    .shows = Deaths per year in state-based violence, violence between non-state groups, and one-sided violence against civilians.
    .reads = Solid bars are final; a hatched bar is a preliminary year: its final figure can be higher or lower, and it is not set against the final years.
    .omits = civilians killed in fighting between armed sides, who are counted under those types.
type-state-based = State-based
type-non-state = Non-state
type-one-sided = One-sided

chart-civilians = { $country }: deaths of civilians per month
    .shows = Deaths of civilians in red before all deaths in grey, best estimates.
    .reads = What stands above the red bar are combatants and people whose status is unknown. Hatched bars are preliminary.
    .omits = indirect deaths from hunger, disease or lack of care. Where preliminary months came as sums, civilians are not counted apart.

chart-rights = { $country }: six rights indices
    .reads = The small line under each title says which direction is better. Small yearly changes lie within the experts’ disagreement.
    .omits = the interval of uncertainty, which this release does not carry, and what happened after the last year.
    .shows = V-Dem indices from 0 to 1, one value a year, from the ratings of country experts.
higher-better = higher is better
higher-worse = higher is worse

chart-displacement = { $country }: people displaced, end of year
    .shows = Refugees, asylum seekers and others in need of protection from the country (UNHCR), and people displaced inside it by conflict (IDMC).
    .omits = movements inside a year, disasters, and Palestine refugees under UNRWA.
    .more = People displaced inside are those displaced by conflict and violence. Displacement by disasters is left out. UNRWA’s mandate covers Palestine refugees, whom UNHCR does not count here. Sources and definitions differ from line to line.
    .reads = Each line is a stock at the end of the year; sources differ, so lines are not added. A gap means no estimate, not zero.

chart-where = { $country }: where events were recorded, { $years }
    .file = where events were recorded
    .omits = { $lacking ->
        [none] { "" }
       *[other] { $lacking }, of which no single events are at hand;{ " " }
     }unlocated events.
    .reads = Colour is the type of violence. Events known only to the province, region or country ({ $imprecise }) stand in the table and are not drawn.
    .shows = Events whose place is known to the district or better ({ $drawn } of { $events }{ $preliminary ->
        [0] { "" }
       *[other] ; preliminary: { $preliminary }
     }); circles grow with reported deaths at a place.
event-preliminary = preliminary
event-place = { $place } · { $type }{ $preliminary ->
    [yes] , preliminary
   *[no] { "" }
 }: { $events ->
    [one] { $events } event
   *[other] { $events } events
 }, { $deaths } deaths
map-across = { $events ->
    [one] One event recorded for { $country } lies
   *[other] { $events } events recorded for { $country } lie
 } up to eleven kilometres on another country’s side of the line as drawn. The line is general and may run beside a town on it; to which country an event belongs the source says, not the map.
map-far-across = { $events ->
    [one] One event recorded for { $country } lies
   *[other] { $events } events recorded for { $country } lie
 } further on another country’s side. So do events from before a State of today was founded: the map shows the lines of today, the source the State of the time.
map-largest = Drawn are the { $places } circles with most deaths. { $events ->
    [one] One more event is
   *[other] { $events } more events are
 } not drawn.
events-largest = The table holds the { $listed } events with most deaths, of { $events }.
map-no-shape = The UN geometry shows no separate shape for { $country }, so no map is drawn; the table holds the events.

years-told = { $same ->
    [yes] { $first }
   *[no] { $first }–{ $last }
 }
chart-provinces = { $country }: { $kind ->
    [most] { $province } has the most deaths of the provinces named, { $deaths } of { $total }{ $preliminary ->
        [0] { "" }
        [all] { " " }(all preliminary)
       *[other] { " " }(final; { $preliminary } more are preliminary)
     }, { $years }
   *[none] deaths by province, { $years }{ $preliminary ->
        [0] { "" }
        [all] { " " }({ $total }, all preliminary)
       *[other] { " " }({ $total } final, { $preliminary } more preliminary)
     }
 }
    .shows = Deaths in single events ({ $events }); each circle stands in the middle of a province’s events.
    .reads = A circle is no area: no boundaries of provinces are at hand that may be passed on.{ $unnamed ->
    [0] { "" }
    [one] { " " }One death is without a named province, in a row of its own.
   *[other] { " " }{ $unnamed } deaths are without a named province, in a row of their own.
 }
    .omits = { $lacking ->
        [none] deaths of which no single event is on record.
       *[other] { $lacking }, of which no single events are at hand.
     }
    .more = The rows add up to the events here, not to the country’s deaths in the monthly tables, which hold more years. Names are the source’s and imply no position. A province that was renamed, divided or joined stands under each of its names; spellings of one name are joined. The middle is weighted by deaths. It rests on events whose place is known to the province or better (precision 1 to 4). Low and high estimates are added, so they are bounds. In a few events the source’s high estimate lies below its best one; nothing is changed. Names stand where the map has room; every circle tells its own.
province-mark = { $state ->
    [final] Final deaths in a province; the circle’s area grows with them
    [preliminary] preliminary deaths (the figure after a plus)
   *[all] Deaths in a province; the circle’s area grows with them
 }
province-name = { $province }{ $deaths ->
    [none] { "" }
   *[other] { " " }{ $deaths }
 }{ $preliminary ->
    [none] { "" }
   *[other] { " " }+ { $preliminary }
 }
province-told = { $province }{ $state ->
    [preliminary] , preliminary
   *[final] { "" }
 }: { $events ->
    [one] { $events } event
   *[other] { $events } events
 }, { $deaths } deaths (low { $low }, high { $high }), last on { $day }
province-no-place = No place is known of the events in { $names }{ $rest ->
    [0] { "" }
    [one] { " " }and one more province
   *[other] { " " }and { $rest } more provinces
 }: they stand in the table alone.
province-unnamed = Not named by the source

chart-acts = { $country }: what the Councils and other bodies did
    .shows = { $acts ->
    [0] No act or crossing
    [one] { $acts } act or crossing
   *[other] { $acts } acts and crossings
 } up to the month chosen{ $unverified ->
    [0] { "" }
   *[other] { " " }({ $unverified } unverified)
 }, { $living ->
    [one] one mechanism
   *[other] { $living } mechanisms
 } alive, { $reviews ->
    [0] no review
    [one] one review
   *[other] { $reviews } reviews
 } under the Universal Periodic Review.
    .reads = “To New York”: what resolution 45/31 (paragraph 8) asks to be brought to the other bodies. A text has a row for each effect and counts once.
    .more = A mechanism stands on the day it was created, a review on the opening day of its session. “Recalled” rows come from general knowledge and wait for a source. “Type by rule” names a line of data/hand/resolution_rule.csv, which gives its reason.
    .omits = closed formats, thematic texts, reports of the mechanisms, later acts.
column-new-york = To New York
column-place = Place
column-deaths-preliminary = Of these preliminary
    .file = Of these deaths preliminary, best estimate (people)
column-admin1 = Province
column-events = Events
column-share-of-deaths = Share of deaths, %
    .file = Share of deaths (%)
column-largest-event = Largest event, deaths
    .file = Deaths in the largest event, best estimate (people)
column-last-event = Last event
# Codes 1 to 5 after UCDP’s codebook as the documentation of mapme.biodiversity gives it (rdrr.io).
column-where-prec = Precision of place (1 exact – 7)
    .file = Precision of place (code 1 to 7)
    .key = UCDP’s code: 1 the exact place; 2 within a limited area around it; 3 the district (second-order division); 4 the province (first-order division); 5 a part of the country larger than a province, or along a line; 6 the country alone; 7 international waters or airspace. From 4 on, no point is drawn.
column-dyad = Between
    .key = UCDP’s names of the two sides; XXX with a number stands for a group without a name. Names imply no position.
column-release = Release
    .key = UCDP’s release that holds the event: 26.0.2 is Candidate of February 2026, 24.1 the yearly release of 2024.
column-review-status = Review status
    .key = UCDP’s status of an event in the Candidate data: “Clear” was checked; “Check …” names what is still under review (dyad, deaths, geography, type of violence, source).
column-refugees = Refugees
    .file = Refugees (people)
column-asylum-seekers = Asylum seekers
    .file = Asylum seekers (people)
column-other-protection = Others in need of protection
    .file = Others in need of protection (people)
column-idps-conflict = Internally displaced (IDMC)
    .file = Internally displaced, IDMC (people)
column-idps-unhcr = Internally displaced (UNHCR)
    .file = Internally displaced, UNHCR (people)

axis-deaths-month = Deaths a month
axis-deaths-year = Deaths a year
axis-people = People
axis-level = Level of the twelve months ending there
level-final = Final
level-preliminary = Preliminary
lane-hrc = Human Rights Council, Commission (to 2006), High Commissioner’s Office
lane-sc = Security Council
lane-between = Between the two Councils
lane-state = The State’s cooperation
lane-short-hrc = Human-rights side
lane-short-between = Between the Councils
lane-short-sc = Security Council
lane-short-state = The State’s cooperation
lane-short-other = Other bodies
peak-label = { $month }{ $placed ->
    [yes] , { $place }
   *[no] { "" }
 }<br>{ $deaths }
peak-no-act = none on record to { $day }
peak-former = recorded under { $place }
peak-after-record = not known after { $day }
lane-empty = no act on record in this period
lane-other = General Assembly, Secretary-General, courts
series-low-high = Low to high estimate
series-final = Final record, best estimate
series-candidate = Preliminary (Candidate)
series-lower-bound = Preliminary, lower bound
series-deaths-best = All deaths
series-deaths-civilians = Civilians
series-refugees = Refugees
series-asylum-seekers = Asylum seekers
series-other-protection = Others in need of protection
series-idps-conflict = Internally displaced (IDMC)
preliminary-of = { $what }, preliminary

class-special-sitting = Special session, urgent debate
class-investigation = Investigative body
class-country-mandate = Country mandate
class-technical-cooperation = Item 10 cooperation
class-text = Other texts
class-briefing = Briefing or informal dialogue
class-arria = Arria-formula, rights speaker
class-citation = SC text naming the HRC side
class-forwarded = Text sent or addressed to the SC
class-letter = Secretary-General’s letter
class-review = Universal Periodic Review
class-meeting = Agenda, meeting
class-peace-operation = Peace operation, force
class-sanctions = Sanctions, embargo
class-accountability = Accountability
class-veto = Veto
class-assembly-secretariat = Assembly, Secretary-General
class-court = Courts
rights-slopes = Slope over the last ten years (Theil–Sen, per decade; context, not a sign): { $slopes }.
rights-slope = { $name } { $slope }
