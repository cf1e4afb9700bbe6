### The frame and the pages.

product = Early-warning dashboard
skip-to-headline = Skip to the headline
menu = Menu
filters = Filters
page-world = World
page-situation = Situation
page-councils = Councils
page-past-cases = Past cases
page-track-record = Track record
page-sources = Sources
footer = Figures are reported deaths and records, not verdicts. A timeline shows sequence, not cause. Absence of a record is not absence of violence, and absence of Council action is a fact about the record, not a judgement of a State. An independent open-source project, not a United Nations product.
choose = Choose or type a name
choose-language = Language
language-name = English
switched-off = off
choose-country = Country or territory
choose-month = Twelve months ending
choose-region = Region or set
choose-group = Human Rights Council regional group
choose-years = Period shown
choose-section = Show
numbers = The numbers behind this picture
cell-unknown = not given
download-csv = Download as CSV
download-xlsx = Download as XLSX
download-failed = The file could not be made, for a reason that is not foreseen. Please report this to the maintainers; other files may hold the same.
download-late = The file is not made yet. If your browser does not offer it in a moment, press again.
all-places = All countries and territories
sheet-notes = Notes and sources
sheet-key = Key to the codes
key-column = Column
key-meaning = What its codes mean
open-situation = Open a situation

vintage-final = final
vintage-candidate = preliminary (Candidate)
vintage-lower-bound = preliminary, lower bound
month-final = { $month }
month-candidate = { $month } · preliminary
month-lower-bound = { $month } · preliminary, lower bound

country-said = the { $name }
scope-world = the world
all-regions = World
all-groups = All groups
subregion = – { $name }
own-list = Own list: { $names }
notice-set = { $name }: { $count } members, the same in every month{ $recalled ->
    [0] { "" }
   *[other] , { $recalled } of them recalled
 }. Source of the membership: { $source }.
notice-own-list = An own list of the address: { $count ->
    [one] one country or territory
   *[other] { $count } countries or territories
 } ({ $names }).

headline-apart = What follows is preliminary, of another release, and not to be compared with these final figures.
headline-world = In the twelve months to { $month }{ $state ->
    [final] { "" }
    [lower-bound] { " (preliminary, lower bounds)" }
   *[other] { " (preliminary)" }
 }, { $wars ->
    [0] no country
   *[other] { $state ->
        [lower-bound] { "at least " }
       *[other] { "" }
     }{ $wars ->
        [one] { $wars } country
       *[other] { $wars } countries
     }
 } of { $covered } covered in { $scope } reached 1,000 reported deaths in organised violence{ $state ->
    [final] { "" }
   *[other] { " so far" }
 }; { $conflicts ->
    [0] none
   *[other] { $state ->
        [lower-bound] { "at least " }
       *[other] { "" }
     }{ $conflicts }
 } reached 25. Highest{ $state ->
    [final] { "" }
   *[other] { " so far" }
 }: { $worst }.
headline-world-none = { $covered ->
    [0] The record covers no country in { $scope } in the twelve months to { $month }; nothing can be said about violence there.
   *[other] In the twelve months to { $month }{ $state ->
        [final] { "" }
        [lower-bound] { " (preliminary, lower bounds)" }
       *[other] { " (preliminary)" }
     }, no death in organised violence is recorded { $state ->
        [final] { "" }
       *[other] { "so far " }
     }in the { $covered ->
        [one] one country
       *[other] { $covered } countries
     } covered in { $scope }.
 }

notice-candidate = Figures by month from { $first } on are preliminary (UCDP Candidate).{ $settled ->
    [none] { "" }
   *[other] { " " }Those to { $settled } are final by now; twelve months that reach beyond are counted in preliminary figures throughout, because the two are never added.
 } The final count of 2025 came out lower in more countries than higher; nine tenths of what the world’s count gained are Sudan. Only alerts and stages run from final into preliminary months.
notice-lower-bound = For { $bounds } only lower bounds exist: deaths of events that began and ended in the month, or of the part of it at hand. The true figures are at least these.
record-reach = On record: deaths to { $deaths }, { $behind ->
    [one] one month
   *[other] { $behind } months
 } behind today; acts of the Human Rights Council to { $hrc }, of the Security Council to { $sc }. { $missing ->
    [none] { "" }
   *[other] Nothing is on record of { $missing }.{ " " }
 }Deaths are of { $own ->
    [yes] releases loaded on this machine
   *[no] the repository’s releases
 }; newer ones come by “python -m ewdash update”.{ $aside ->
    [damaged] { " " }What was loaded on this machine is damaged and not shown: load it anew.
    [layout] { " " }What was loaded on this machine was written by another version and is not shown: load it anew.
    [stale] { " " }What was loaded on this machine is not shown until “python -m ewdash signals” has run: tables of the repository have changed.
    [older] { " " }What was loaded on this machine is older than the repository’s and not shown.
   *[none] { "" }
 }
notes-folded = { $notes ->
    [one] One note
   *[other] { $notes } notes
 }
acts-drawn = { $filtered ->
    [true] Acts: some
   *[false] Acts: all
 }
notice-exception = Left out of level, stage and alerts: { $events } of { $deaths ->
    [one] { $deaths } death
   *[other] { $deaths } deaths
 }, { $reason }.
notice-at-sea = at sea, in nobody’s territory
exception-named = an event of { $day }
exception-many = { $events } events
notice-review = Of the { $deaths } deaths from { $first } to { $last }, { $review } are in events that UCDP has not finished reviewing{ $single ->
    [0] { "" }
   *[other] ; { $single } are in one event ({ $status })
 }.
review-status = UCDP’s status: { $status }


settled-country = { $country }: { $deaths ->
    [0] no death
    [one] { $deaths } death
   *[other] { $deaths } deaths
 } in organised violence in { $year } (final, UCDP { $release }); { $before ->
    [0] none
   *[other] { $before }
 } in { $earlier } by the same release.
settled-compared = { $names ->
    [none] { "" }
   *[other] Deaths in organised violence in { $year } (final, UCDP { $release }): { $names }.{ " " }
 }{ $unknown ->
    [none] { "" }
   *[other] Not listed in the copies of UCDP’s release { $release } at hand, so not known: { $unknown }.{ " " }
 }What follows is of other releases.
settled-undrawn = The hatched { $year } is preliminary; the final count, { $deaths } (UCDP { $release }), is not drawn.
settled-since = UCDP’s release { $release } has since put { $year } at { $deaths }.
settled-unknown = { $country }: the final figure of { $year } is not known here: the copies of UCDP’s release { $release } at hand do not list the country.
settled-world = World: { $deaths } deaths in organised violence in { $year } (final, UCDP { $release }); { $before } in { $earlier } by the same release.
settled-scope = { $deaths } deaths in organised violence in { $year } (final, UCDP { $release }) in the { $countries ->
    [one] one country
   *[other] { $countries } countries
 } { $unknown ->
    [0] covered
   *[other] that the copies at hand list
 }; { $before } in { $earlier } by the same release. { $unknown ->
    [0] { "" }
   *[other] Not known for { $more ->
        [0] { "" }
       *[other] { $unknown }, among them{ " " }
     }{ $names }.
 }

series-spans = Longer events, deaths a month
span-told = { $deaths ->
    [one] { $deaths } death
   *[other] { $deaths } deaths
 }, { $first } to { $last } ({ $month } a month)
span-named = { $deaths ->
    [one] { $deaths } death
   *[other] { $deaths }
 } ({ $first } to { $last })
crossing-named = { $deaths } together dated { $month }
crossing-told = Events that cross a month’s end hold { $final } final and { $early } preliminary deaths, { $spans ->
    [all] drawn across their days
    [some] drawn across their days where these are at hand
   *[none] whose days are not at hand: in no month here
 }. Largest: { $named }.
crossing-year = Of the deaths of these twelve months, { $crossing ->
    [one] one is
   *[other] { $crossing } are
 } in events that cross a month’s end{ $beyond ->
    [0] { "" }
   *[other] ; { $beyond } in such as begin in { $month } and end later
 }.
column-deaths-dated = Deaths in events inside the month
column-deaths-spread = Deaths spread over the days of events
verdict-higher = Compared with the twelve months before ({ $before }): higher once final{ $share ->
    [none] { "" }
   *[other] { " " }({ $share } of like cases)
 }, by how preliminary figures of { $year } were revised.
verdict-lower = Compared with the twelve months before ({ $before }): lower once final{ $share ->
    [none] { "" }
   *[other] { " " }({ $share } of like cases)
 }, by how preliminary figures of { $year } were revised.
verdict-near = Whether these twelve months have more or fewer deaths than the twelve before ({ $before }) cannot be told. The two lie nearer to each other than preliminary figures are to final ones.
verdict-undercounted = Whether these twelve months have fewer deaths than the twelve before ({ $before }) cannot be told. The country’s final figure has been half as high again as its preliminary one or more.
verdict-restated = These twelve months are not compared with the twelve before ({ $before }). The months of { $year } at hand are of an older release; release { $release } has changed that year by a tenth or more.
verdict-tried = { $told ->
    [0] { "" }
   *[other] That was said of { $told } countries in { $year }, and right for { $right }.
 }
verdict-before = { $kind ->
    [mixed] part final, part preliminary
    [preliminary] { $before }, preliminary
   *[final] { $before }, final
 }
verdict-part-final = These twelve months are not compared with the twelve before: some of them have become final since, the others are preliminary.
verdict-few = Both these twelve months and the twelve before have under 25 deaths: too few to say which is more.
verdict-lower-bound = Whether these twelve months have more deaths than the twelve before cannot be told from a lower bound.
verdict-no-record = The twelve months before are not on record.
verdict-no-revision = These twelve months are not compared with the twelve before: how preliminary figures of such countries are revised is not known.
notice-gaza = UCDP files events in Gaza and the West Bank under Israel.
notice-niger-nigeria = Niger and Nigeria, taken apart, are estimates; together they are exact.
notice-change-bound = Change is withheld for this month: how much a lower bound misses differs from month to month.
notice-change-withheld = Change is withheld for this month: it is preliminary, and some or all of the twelve months before it are final. Only alerts and stages run through both.

watch-list = Watch list
watch-settled = Deaths in the last final year
watch-settled-reads = UCDP release { $release }, all types of violence: deaths in { $year }, and in { $earlier } by the same release.{ $unknown ->
    [0] { "" }
   *[other] { " " }Not known where the copies at hand do not list a covered country ({ $unknown }).
 }
column-deaths-settled = Last final year
    .file = Deaths in the last final year (people)
column-deaths-settled-before = Year before
    .file = Deaths in the year before it, by the same release (people)
column-earlier-year = Year before
column-months-drawn = Months of the column “Deaths by month”
column-months-state = Kind of figure of these months
watch-level = Most deaths
watch-change = Rises
watch-level-reads = Reported deaths in the twelve months to { $month }, { $state ->
    [lower-bound] of which only lower bounds exist: the true figures are at least these.
    [candidate] preliminary: best estimate so far.
   *[other] best estimate.
 }
watch-change-reads = { $state ->
    [candidate] Preliminary on both sides.{ " " }
   *[other] { "" }
 }Deaths in { $month } against the monthly mean of the twelve before, with one death added to both sides so that a quiet year can be compared; for months of 25 deaths or more and rises of a tenth or more.
watch-empty = No country in this selection meets the condition.

level-0 = None recorded
level-1 = 1–24 deaths
level-2 = 25–99 deaths
level-3 = 100–999 deaths
level-4 = 1,000 or more deaths

map-label = { $country }: { $level }; reported: { $deaths }
map-label-band = { $country }: { $level }; { $deaths } reported (low { $low }, high { $high })
map-label-silent = { $country }: not covered by this record

column-country = Country or territory
column-iso3 = ISO code
column-level = Level
    .key = Deaths in twelve months, best estimate: none recorded; 1–24; 25–99; 100–999; 1,000 or more.
column-deaths-12 = Deaths, 12 months
    .file = Deaths in twelve months, best estimate (people)
column-low-12 = Low estimate
    .file = Deaths in twelve months, low estimate (people)
column-high-12 = High estimate
    .file = Deaths in twelve months, high estimate (people)
column-vintage = Final or preliminary
    .key = “final” is UCDP’s yearly release (GED); “preliminary (Candidate)” its monthly one, which is revised later; “preliminary, lower bound” counts only events that begin and end in the month. No total or change is given across these kinds of figures; alerts and stages run through them.
column-deaths-month = Deaths, this month
    .file = Deaths in the month, best estimate (people)
column-change = Change (×)
    .file = Change against the monthly mean of the year before (times)
column-change-vintage = Change taken in
    .key = “final” is UCDP’s yearly release (GED); “preliminary (Candidate)” its monthly one, which is revised later; “preliminary, lower bound” counts only events that begin and end in the month. No total or change is given across these kinds of figures; alerts and stages run through them.
column-month = Month
column-deaths-by-month = Deaths by month
column-year = Year
column-deaths-best = Deaths, best estimate
    .file = Deaths, best estimate (people)
column-deaths-low = Low estimate
    .file = Deaths, low estimate (people)
column-deaths-high = High estimate
    .file = Deaths, high estimate (people)
column-deaths-civilians = Deaths of civilians
    .file = Deaths of civilians (people)
column-type = Type of violence
    .key = UCDP’s types: state-based, a government is a party; non-state, between organised groups; one-sided, killing of civilians by a government or an organised group.
column-preliminary = Preliminary
    .key = “yes” are sums of the Candidate data, which are revised later; “no” is the final record.
column-indicator = Indicator
column-value = Value
    .file = Value (index points)
column-version = Version
    .key = The release of V-Dem, such as v16. Releases are not comparable with each other.
column-date = Date
column-body = Body
column-action-type = Type of act
column-symbol = Symbol
column-label = What was done
column-confidence = Confidence
    .key = “verified” was found in a source; “recalled” comes from general knowledge and stays out of statistics; “type by rule” says which rule read the kind of act from a resolution.
column-title = Table
column-producer = Producer
column-licence = Licence
column-rows = Rows
column-source = Source
column-citation = How to cite it
column-address = Address
column-accessed = Accessed
column-covers-from = Covers from
column-covers-to = Covers to
column-sha256 = Digest (SHA-256)

caption-more = More on reading this
caption = { $shows } { $reads } Not shown: { $omits }
source-line = Source: { $producer }, { $editions }; { $licence }; accessed { $accessed }.
source-edition = { $version }, record { $first } to { $last }
column-document = UN document
open-document = open

## What people write here: who can read it, and what is asked before it is lost.

kept-where = It is kept on the machine that runs this dashboard, { $named ->
        [yes] in the folder named at its start
       *[no] in the home folder of whoever started it
    }. Anybody who can open this dashboard can read, change and remove it.
confirm-replace-stage = Replace it with yours, { $stage }, “{ $reason }”?
confirm-replace-note = Replace it with yours?
confirm-remove-stages = { $number ->
        [one] Remove it?
       *[other] Remove all { $number }?
    } Nothing keeps a copy.
confirm-remove-note = Remove it? Nothing keeps a copy.
confirm-replace = Replace it
confirm-remove = Remove
confirm-no = Leave it as it is
