### Files that somebody brings: what they can be, and why a file or a row is refused.

error-file-unreadable = “{ $given }” cannot be read: { $fault ->
    [missing] it is not there, or closed to this program
    [folder] it is a folder
    [device] it is no plain file
    [empty] it is empty
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
       *[other] Download it again, or save it anew as CSV in UTF-8 with commas.
    }
error-file-too-large = “{ $given }” holds more than is taken: the bound is { $unit ->
    [columns] { $most } columns
   *[bytes] { $most } gigabytes unfolded, or two hundred times the packed size
 }.
    .advice = Nothing was changed. Leave out the columns and years that are not needed, and try again.
error-layout-unknown = No layout known here has these { $columns ->
    [0] columns; the file has none
    [one] columns: { $found }
   *[other] { $columns } columns: { $found }
 }.
    .advice = Nothing was changed. Bring the file as its producer publishes it, with its first line; the Data page lists the layouts.
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

refusal-empty = The cell is empty; { $column } must be given.
refusal-number = “{ $value }” in { $column } is no number of the kind expected.
refusal-negative = “{ $value }” in { $column } is below zero.
refusal-range = “{ $value }” in { $column } is outside its scale.
refusal-day = “{ $value }” in { $column } is no day of the calendar.
refusal-future = “{ $value }” in { $column } has not come yet by the clock of this machine.
refusal-spreadsheet = “{ $value }” in { $column } is what a spreadsheet left of a date; take the producer’s own file.
refusal-order = The event ends on “{ $value }”, before it begins.
refusal-cells = The row has more cells than the first line has headings.
refusal-quote = A quotation mark in this row is not closed; what follows it may be lost.
refusal-long = The row is longer than two million characters.
refusal-letters = The row holds letters that cannot be read.
