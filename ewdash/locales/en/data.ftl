### The Data page: the tables as they are.

page-data = Data
section-official = Official figures
section-own-records = Your records
choose-table = Table
choose-vintage = Final or preliminary
choose-release = Release
choose-type = Type
choose-body = Body
choose-confidence = Confidence
choose-period-first = From
choose-period-last = To
data-period-help = A year, a month or a day: 2024, 2024-05 or 2024-05-31. A row is shown when one of its days lies in the period.
data-headline = { $narrowed ->
    [no] { $all ->
        [one] One row
       *[other] { $all } rows
     }
   *[yes] { $rows } of { $all } rows
 }{ $where ->
    [all] { "" }
   *[other] , { $where }
 }: { $title }
data-unplaced = { $rows ->
    [one] One row names no country and is left out here.
   *[other] { $rows } rows name no country and are left out here.
 }
data-filed = Deaths of { $name } are filed under { $other }.
data-none = No row stands for this selection. That is no zero: the table may not cover it. Choose another place, a longer period or fewer filters.
data-shown = Rows { $first } to { $last }
data-columns = What each column holds
data-same = The same as a link, for a program and in Python
data-link-page = This view
data-link-file = For a program: also with .json, .parquet or .xlsx
data-link-code = In Python, from the repository root
download-parquet = Download as Parquet
download-json = Download as JSON
field-name-heading = Column
field-meaning-heading = What it holds
field-unit-heading = Unit
sheet-provenance = Provenance
sheet-columns = Columns
