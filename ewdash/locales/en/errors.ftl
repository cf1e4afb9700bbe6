### Sentences for what can go wrong. `.advice` is the next step.

error-unexpected = Something went wrong.
    .advice = Please report this to the maintainers.
error-dataset-missing = The table “{ $table }” is not installed.
    .advice = Restore the folder data/{ $table } from the repository, then reload; the other pages keep working.
error-dataset-damaged = The table “{ $table }” is not the one its card describes, so none of it is shown.
    .advice = Restore the folder data/{ $table } from the repository, or rebuild the table, then reload.
error-dataset-version = The table “{ $table }” has layout { $found }; this version of the dashboard reads layout { $expected }.
    .advice = Update the dashboard and its data folder together, then reload.
error-events-unreachable = The store of events ({ $engine }) does not answer, or has no table “conflict_event” in this layout.
    .advice = Check the address in EWDASH_EVENTS and the engine it names, then reload; the other pages keep working.
error-card = The provenance card of “{ $table }” is not as expected: { $field } is missing or not of its kind.
    .advice = Nothing is shown without its source. Restore the folder data/{ $table } from the repository.
error-source-missing = The source file { $file } is not in the folder given.
    .advice = Check the folder after --from; data/README.md lists the files the build reads.
error-source-layout = The source file { $file } is not laid out as expected: { $reason }.
    .advice = No table was changed. Compare the file with its description in data/README.md.
error-source-total = The source file { $file } does not add up: { $what } is { $found }, published is { $expected }.
    .advice = No table was changed. Check the version of the file.
error-source-double = The source file { $file } holds { $count ->
        [one] an id ({ $column }) twice
       *[other] { $count } ids ({ $column }) more than once
    } in one release: { $ids }.
    .advice = No table was changed. Ask the producer which row stands; the other is counted twice.
error-code-unknown = The table “{ $table }” holds { $rows ->
        [one] one row
       *[other] { $rows } rows
    } of codes that data/hand/country.csv lacks: { $codes }.
    .advice = No table was changed. Add a line for each code, or correct the source.
error-table-invalid = The table “{ $table }” breaks its schema: { $reason }.
    .advice = Nothing was written for this table. Please report this to the maintainers.
error-tables-unwritable = The tables cannot be written: { $reason }.
    .advice = All of them are as they were. Give the data folder room and permission, then run the command again.
error-not-covered = “{ $table }” holds nothing for { $country } in this selection.
    .advice = Absence of records is not absence of violence. Choose a longer period, or see the notes above for where such records are filed.
error-unknown-country = “{ $given }” is not a country or territory of this dashboard.
    .advice = Choose one from the list, or correct the address: it takes ISO codes such as SDN or SD, M49 numbers such as 729, and names.
error-former-code = “{ $given }” is a code that is no longer used; it became { $became }.
    .advice = { $successors ->
        [one] That is shown.
       *[other] None of them is chosen for you: choose one from the list.
    }
error-former-state = “{ $given }” is the code of a State of the past; today there { $successors ->
        [one] is { $became }, which has a page of its own.
       *[other] are { $became }, each with a page of its own.
    }
    .advice = Shown is what the record files under the State of the past.
error-unknown-choice = The address gives “{ $given }” for “{ $control }”, which has no such choice.
    .advice = Shown is: { $shown }. Choose from the list, or correct the address.
error-incomparable-period = The twelve months to { $month } join final and preliminary figures, which cannot be added.
    .advice = Choose a month from the list: it says which are final and which preliminary.
error-unknown-period = “{ $given }” is not a month of the record, which runs from { $first } to { $last }.
    .advice = Choose a month from the list, or correct the address: it takes months such as 2024-12.
error-override-refused = The stage given for { $country } in { $month } cannot be used: the month, the stage or the reason is missing from the record.
    .advice = Give a month between the first and last of the record, a stage from 0 to 6 and a reason; nothing was changed.
error-notes-unusable = The analyst’s own stages and notes cannot be read or kept: the file { $file } is damaged, or closed to this program.
    .advice = The tables are not touched. Restore the file from a copy or move it out of its folder (.ewdash in the home folder, or the one that EWDASH_NOTES names), then reload.
error-notes-locked = The analyst’s own stages and notes cannot be read or kept at the moment: another program holds the file { $file }.
    .advice = Nothing is lost. Close the program that has it open (another dashboard, a database viewer, a backup), then reload.
error-notes-full = The disk has no room for the change of the file { $file }, so nothing of it was kept.
    .advice = What stood there stays. Make room on the disk, then do it again.
error-notes-newer = The file { $file } was written by a newer version of this dashboard, so its stages, notes and own records are not read.
    .advice = Nothing in it was changed. Update the dashboard, or let EWDASH_NOTES name another folder, then reload.
error-notes-changed = Somebody has changed what stands there since you were shown it, so nothing was replaced or removed.
    .advice = Read what stands there now, then save or remove again.
error-named-file = The file { $file } cannot be read or written: { $reason }.
    .advice = Check its name, its folder and the permissions, then run the command again.
error-upload-refused = { $fault ->
        [size] The file is larger than { $value } megabytes.
        [rows] The file has more than { $value } rows of records.
        [columns] The file has more than { $value } columns.
        [archive] The workbook unfolds to more than { $value } megabytes or very many parts.
        [empty] The file holds nothing.
        [no-rows] The file holds headings and no record.
        [old] The file is a workbook of the old kind (XLS).
        [page] The file is a web page, not a table.
        [encoding] The letters of the file cannot be read.
        [quotes] The quotation marks of the file do not close, or a cell is far too long.
        [damaged] The workbook is damaged, or protected by a password.
        [wide] Row { $value } has more cells than there are headings.
        [headings] The headings lack: { $value }.
        [doubles] These headings stand there twice: { $value }.
        [layout] The columns are those of no layout that is known.
       *[copy] The file is no export of own records, notes and stages, or of a newer version.
    } Nothing was kept.
    .advice = { $fault ->
        [size] Split the file, and bring the parts one by one.
        [rows] Split the file, and bring the parts one by one.
        [columns] Keep the columns of the template, and bring it again.
        [archive] Copy the cells into a new template, and bring that.
        [empty] Download the template, fill it, and bring it again.
        [no-rows] Fill a row under the headings, and bring it again.
        [old] Save it as XLSX or CSV, and bring it again.
        [page] Download the table itself as XLSX or CSV, and bring that.
        [encoding] Save it as “CSV UTF-8” or XLSX, and bring it again.
        [quotes] Save it as XLSX, or put each text in quotation marks that close.
        [damaged] Save it anew as XLSX without a password, or as CSV.
        [wide] Check the separators of that row: commas inside a text need quotation marks around it.
        [headings] Copy your rows into the template, which has every heading, and bring it again.
        [doubles] Remove or rename one of each, and bring it again.
        [layout] Copy your rows into the template of own records, and bring it again.
       *[copy] Bring a JSON file that “Export everything” made, with this version or an earlier one.
    }
error-nothing-own = You have kept no own record of { $country } in this period.
    .advice = Bring records on the page Data, or choose a longer period.
error-note-fault = The note kept on this subject is left out: { $fault ->
        [text] its text is empty, longer than the form allows, or no text
        [author] its author’s name is longer than the form allows, or no text
       *[written] the day on which it was written is no day
    }.
    .advice = Write it anew or remove it; the other notes are not touched.
error-stale-signals = The table “{ $table }” was computed from other figures than the installed ones.
    .advice = Run “python -m ewdash signals”, then “python -m ewdash evaluate”.
error-paper-failed = The paper cannot be set: { $reason }.
    .advice = The slides, the document and the tables hold the same. Leave the analyst’s note out, or report this to the maintainers.
error-paper-outdated = The selection or the record has changed since this button was shown, so no file was made of what stood there before.
    .advice = Wait until the page is still, then press again. If the record was renewed, load the page again first.
error-unknown-moment = “{ $given }” is not a session, a month of the Security Council or a day on record that can be used.
    .advice = Choose one under “New since”, or give a day from { $first } to { $last }. Before it there was no Human Rights Council, and after it nothing is on record that could be new.
error-unknown-region = “{ $given }” is not a region or set of countries of this dashboard.
    .advice = Give one of these: { $offered }; or name countries with --countries.
error-file-unwritable = The file { $file } cannot be written: { $reason }.
    .advice = What was there before is as it was. Name a file in a folder that exists, has room and is open to you.
error-state-unreadable = The file { $file } does not say what was told before: { $reason ->
        [layout] it is not one that this command wrote
       *[other] { $reason }
    }.
    .advice = Nothing was told and nothing changed. Name another file after --state, or remove this one to be told everything once.
error-unknown-table = “{ $given }” is not a table of this dashboard.
    .advice = Give one of these: { $offered }.
error-unknown-column = The table “{ $table }” cannot be asked by “{ $given }”.
    .advice = It can be asked by: { $offered }.
error-unknown-value = The column “{ $column }” of “{ $table }” holds no “{ $given }”.
    .advice = It holds: { $offered }{ $more ->
        [0] .
       *[other] , and { $more } more; the page Data lists them all.
    }
error-unknown-day = “{ $given }” is no period that can be asked for.
    .advice = Give a year, a month or a day such as 2024, 2024-05 or 2024-05-31, the first not after the last.
error-too-many-rows = A sheet of a workbook holds { $most } rows, and { $rows } are asked for.
    .advice = Take them as CSV, Parquet or JSON, or ask for a shorter period; nothing is cut.
error-given-twice = The link gives “{ $given }” twice.
    .advice = Give it once, with commas between several values.
