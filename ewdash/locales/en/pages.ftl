### The frame and the pages.

product = Early-warning dashboard
page-world = World
page-situation = Situation
page-councils = Councils
page-past-cases = Past cases
page-track-record = Track record
page-sources = Sources
footer = Figures are reported deaths and records, not verdicts. A timeline shows sequence, not cause. Absence of a record is not absence of violence, and absence of Council action is a fact about the record, not a judgement of a State. An independent open-source project, not a United Nations product.
choose = Choose or type a name
choose-country = Country or territory
choose-month = Twelve months ending
choose-region = Region (M49)
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

headline-world = In the twelve months to { $month }, { $wars ->
    [0] no country
   *[other] { $state ->
        [lower-bound] { "at least " }
       *[other] { "" }
     }{ $wars ->
        [one] { $wars } country
       *[other] { $wars } countries
     }
 } of { $covered } covered in { $scope } reached 1,000 or more reported deaths in organised violence, and { $conflicts ->
    [0] none
   *[other] { $state ->
        [lower-bound] { "at least " }
       *[other] { "" }
     }{ $conflicts }
 } reached 25 or more. Highest: { $worst }.
headline-world-none = In the twelve months to { $month }, no death in organised violence is recorded { $state ->
    [final] { "" }
   *[other] { "so far " }
 }in the { $covered } countries covered in { $scope }.

notice-candidate = Figures from January 2025 on are preliminary (UCDP Candidate). World-wide, the final count for 2025 came out 35 % higher than the preliminary one; for one country it can differ more or less. A lower figure than in 2024 must not be read as a fall.
notice-lower-bound = For this month only lower bounds exist: deaths of events that began and ended in the same month. The true figures are at least these.
notice-gaza = UCDP files events in Gaza and the West Bank under Israel.
notice-niger-nigeria = Niger and Nigeria, taken apart, are estimates; together they are exact.
notice-change-bound = Change is withheld for this month: how much a lower bound misses differs from month to month.
notice-change-withheld = Change is withheld for this month: the twelve months before it belong to another vintage of the record, and the two cannot be compared.

watch-list = Watch list
watch-level = Most deaths
watch-change = Rises
watch-level-reads = Reported deaths in twelve months, { $state ->
    [lower-bound] of which only lower bounds exist: the true figures are at least these.
   *[other] best estimate.
 } Choose a cell to open the situation.
watch-change-reads = Deaths this month against the monthly mean of the twelve before, with one death added to both sides so that a quiet year can be compared; for months of 25 deaths or more and rises of a tenth or more. Choose a cell to open the situation.
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
column-vintage = State of the record
    .key = “final” is UCDP’s yearly release (GED); “preliminary (Candidate)” its monthly one, which is revised later; “preliminary, lower bound” counts only events that begin and end in the month. States of the record are never added to or compared with each other.
column-deaths-month = Deaths, this month
    .file = Deaths in the month, best estimate (people)
column-change = Change (×)
    .file = Change against the monthly mean of the year before (times)
column-change-vintage = Change taken in
    .key = “final” is UCDP’s yearly release (GED); “preliminary (Candidate)” its monthly one, which is revised later; “preliminary, lower bound” counts only events that begin and end in the month. States of the record are never added to or compared with each other.
column-month = Month
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
column-action-type = Action
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

caption = { $shows } { $reads } Not shown: { $omits }
source-line = Source: { $producer }, { $version }; record { $first } to { $last }; { $licence }; accessed { $accessed }.
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
