### Sentences for what can go wrong. `.advice` is the next step.

error-unexpected = Something went wrong.
    .advice = Please report this to the maintainers.
error-dataset-missing = The table “{ $table }” is not installed.
    .advice = Restore the folder data/{ $table } from the repository, then reload; the other pages keep working.
error-dataset-damaged = The table “{ $table }” is not the one its card describes, so none of it is shown.
    .advice = Restore the folder data/{ $table } from the repository, or rebuild the table, then reload.
error-dataset-version = The table “{ $table }” has layout { $found }; this version of the dashboard reads layout { $expected }.
    .advice = Update the dashboard and its data folder together, then reload.
error-card = The provenance card of “{ $table }” is incomplete: { $field }.
    .advice = Nothing is shown without its source. Restore the folder data/{ $table } from the repository.
error-source-missing = The source file { $file } is not in the folder given.
    .advice = Check the folder after --from; data/README.md lists the files the build reads.
error-source-layout = The source file { $file } is not laid out as expected: { $reason }.
    .advice = No table was changed. Compare the file with its description in data/README.md.
error-source-total = The source file { $file } does not add up: { $what } is { $found }, published is { $expected }.
    .advice = No table was changed. Check the version of the file.
error-table-invalid = The table “{ $table }” breaks its schema: { $reason }.
    .advice = Nothing was written for this table. Please report this to the maintainers.
error-not-covered = “{ $table }” holds nothing for { $country } in this selection.
    .advice = Absence of records is not absence of violence. Choose a longer period, or see the notes above for where such records are filed.
error-unknown-country = “{ $given }” is not a country or territory of this dashboard.
    .advice = Choose one from the list, or correct the address: it takes three-letter ISO codes such as SDN.
error-incomparable-period = The twelve months to { $month } join final and preliminary figures, which cannot be added.
    .advice = Choose a month from the list: final ones run to December 2024, preliminary ones start with December 2025.
error-unknown-period = “{ $given }” is not a month of the record, which runs from { $first } to { $last }.
    .advice = Choose a month from the list, or correct the address: it takes months such as 2024-12.
