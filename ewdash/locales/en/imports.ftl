### Files that somebody brings: what they can be, and why a file or a row is refused.

error-file-unreadable = “{ $given }” cannot be read: { $fault ->
    [missing] it is not there, or closed to this program
    [folder] it is a folder
    [device] it is no plain file
    [empty] it is empty
    [rows] it has headings and no rows under them
    [web-page] it is a web page, not a table
    [old-excel] it is a workbook in the old Excel format
    [binary] it is neither text, nor a workbook, nor Parquet
    [archive] the archive is damaged
    [locked] the archive has a password, or is packed in a way unknown here
    [link] the archive holds a link, not a file
    [several] the archive holds several files
    [nested] the archive holds another archive
    [workbook] the workbook is damaged
    [parquet] the Parquet file is damaged
    [r-object] it is a file of R without the table “meta_speeches”
    [r-damaged] its R data are damaged, or of a form unknown here
    [r-time] its R data took longer to read than a quarter of an hour
   *[text] its lines are not those of a table
 }.
    .advice = Nothing was changed. { $fault ->
        [missing] Check its name and who may read it.
        [folder] Choose one file in it.
        [device] Choose a file.
        [web-page] The site answered with a page: download the file itself, and try again.
        [old-excel] Save it as .xlsx or CSV, and try again.
        [several] Unpack it and choose one of them.
        [nested] Unpack it and choose the table inside.
        [link] Unpack it and choose the file that the link means.
        [locked] Unpack it and choose the table inside.
        [r-object] Bring docs_meta.RData or speaker.tsv of the UN Security Council Debates corpus.
        [r-damaged] Download docs_meta.RData again, or bring speaker.tsv of the same corpus.
        [r-time] Bring speaker.tsv of the same corpus.
       *[other] Download it again, or save it anew as CSV in UTF-8 with commas.
    }
error-file-too-large = “{ $given }” holds more than is taken: the bound is { $unit ->
    [columns] { $most } columns
    [megabytes] { $most } megabytes, unfolded where it is packed
   *[bytes] { $most } gigabytes unfolded, or two hundred times the packed size
 }.
    .advice = Nothing was changed. Leave out the columns and years that are not needed, and try again.
error-layout-unknown = No layout known here has these { $columns ->
    [0] columns; the file has none
    [one] columns: { $found }
   *[other] { $columns } columns: { $found }
 }.
    .advice = Nothing was changed. Bring one of these as its producer publishes it, with its first line: { $layouts }.
error-layout-incomplete = The file looks like { $layout }, but { $count ->
    [one] the column { $missing } is missing
   *[other] columns are missing: { $missing }
 }.
    .advice = Nothing was changed. Bring it as its producer publishes it; if the producer has renamed a column, tell the maintainers.
error-heading-twice = The file looks like { $layout }, but “{ $column }” is the heading of two columns.
    .advice = Nothing was changed. Remove or rename the column that does not count, and try again.
error-reading-unwritable = What was read cannot be written: { $reason ->
    [disk] the disk has no room
   *[other] { $reason }
 }.
    .advice = Nothing was changed. Give the folder room and permission, and try again.

layout-ucdp-events = events of UCDP (GED or Candidate)
layout-ucdp-country-year = the country-years of UCDP
layout-acled = an export of ACLED
layout-hapi = the conflict events of HDX HAPI
layout-unhcr = population figures of UNHCR
layout-terror-scale = the Political Terror Scale
layout-hdx-signals = alerts of HDX Signals
layout-views = forecasts of VIEWS
layout-idmc = displacement by conflict of IDMC
layout-undl-votes = voting data of the UN Digital Library
layout-hrc-texts = a table of texts adopted by the Human Rights Council
layout-vdem = the country-years of V-Dem

refusal-empty = The cell is empty; { $column } must be given.
refusal-number = “{ $value }” in { $column } is no number of the kind expected.
refusal-negative = “{ $value }” in { $column } is below zero.
refusal-range = “{ $value }” in { $column } is outside its scale.
refusal-day = “{ $value }” in { $column } is no day of the calendar.
refusal-future = “{ $value }” in { $column } has not come yet by the clock of this machine.
refusal-spreadsheet = “{ $value }” in { $column } is what a spreadsheet left of a date; take the producer’s own file.
refusal-symbol = “{ $value }” in { $column } is no symbol of a resolution, decision or statement of its day.
refusal-word = “{ $value }” in { $column } is none of the words expected.
refusal-order = The event ends on “{ $value }”, before it begins.
refusal-cells = The row has more cells than the first line has headings.
refusal-quote = A quotation mark in this row is not closed; what follows it may be lost.
refusal-long = The row is longer than two million characters.
refusal-letters = The row holds letters that cannot be read.
refusal-span = “{ $value }” in { $column } is in another month than the beginning; a row must be of one month.

aside-tags = rows of tags under the headings
aside-world = totals of the world
aside-total = totals of countries whose parts are in the file
aside-level = rows of other administrative levels of the same country
aside-assembly = votes on texts of the General Assembly, of which single acts alone are on record here
aside-before = votes before 1989, where the record begins
aside-disagree = rows of texts whose rows disagree on the day or the counts
aside-part = rows of an area under the code of another country

counted-disordered = events whose estimates are out of order (low above best, or best above high)
counted-under-review = events still under review
counted-placeholder = events of exactly ten deaths, often a placeholder
counted-flagged = rows that the producer has flagged
counted-unended = figures of a year that is not over, left out
counted-stateless = figures of people without a country (TIB, UNK, XXA), left out

imported-deaths-best = deaths, best estimate
imported-deaths-low = deaths, low estimate
imported-deaths-high = deaths, high estimate
imported-deaths-state-based = deaths in state-based violence
imported-deaths-non-state = deaths in non-state violence
imported-deaths-one-sided = deaths in one-sided violence
imported-deaths-by-government = deaths in one-sided violence by governments
imported-deaths-by-non-state-groups = deaths in one-sided violence by non-State groups
imported-deaths-state-based-low = deaths in state-based violence, low estimate
imported-deaths-state-based-high = deaths in state-based violence, high estimate
imported-dyads-state-based = pairs of parties in state-based violence
imported-deaths-non-state-low = deaths in non-state violence, low estimate
imported-deaths-non-state-high = deaths in non-state violence, high estimate
imported-dyads-non-state = pairs of parties in non-state violence
imported-deaths-one-sided-low = deaths in one-sided violence, low estimate
imported-deaths-one-sided-high = deaths in one-sided violence, high estimate
imported-dyads-one-sided = groups in one-sided violence
imported-deaths-civilians = deaths of civilians
imported-deaths-civilians-state-based = deaths of civilians in state-based violence
imported-deaths-civilians-non-state = deaths of civilians in non-state violence
imported-acled-fatalities = fatalities (ACLED)
imported-acled-political-violence = events of political violence (ACLED)
imported-acled-demonstrations = demonstrations (ACLED)
imported-acled-civilian-targeting = events that target civilians (ACLED)
imported-hapi-fatalities = fatalities in political violence (HDX HAPI)
imported-hapi-political-violence = events of political violence (HDX HAPI)
imported-hapi-demonstrations = demonstrations (HDX HAPI)
imported-hapi-civilian-targeting = events that target civilians (HDX HAPI)
imported-hapi-civilian-fatalities = fatalities in events that target civilians (HDX HAPI)
imported-refugees = refugees from the country
imported-asylum-seekers = asylum-seekers from the country
imported-other-protection = other people from the country in need of international protection
imported-idps-unhcr = internally displaced persons of concern to UNHCR
imported-idps-conflict = people displaced inside the country by conflict (IDMC)
imported-refugees-hosted = refugees in the country
imported-asylum-seekers-hosted = asylum-seekers in the country
imported-other-protection-hosted = other people in need of international protection in the country
imported-stateless-hosted = stateless persons in the country
imported-host-community = people of host communities in the country
imported-others-of-concern = others of concern in the country
imported-views-deaths = deaths expected in state-based violence (VIEWS)
imported-views-probability = probability of 25 deaths or more in state-based violence (VIEWS)
imported-pts-amnesty = Political Terror Scale, after Amnesty International
imported-pts-human-rights-watch = Political Terror Scale, after Human Rights Watch
imported-pts-state-department = Political Terror Scale, after the United States Department of State

refused-empty = a cell that must be given is empty
refused-number = a cell is no number of the kind expected
refused-negative = a number is below zero
refused-range = a cell is outside its scale
refused-day = a date is no day of the calendar
refused-future = a date has not come yet
refused-spreadsheet = a date was lost in a spreadsheet
refused-symbol = a symbol is none of a text, or of another year
refused-word = a cell holds none of the words expected
refused-order = the end is before the beginning
refused-span = the period is longer than a month
refused-cells = the row has more cells than headings
refused-quote = a quotation mark is not closed
refused-long = the row is too long
refused-letters = letters cannot be read
