### Sentences of the command line.

cli-about = The early-warning dashboard’s tables: build, check, compute from and evaluate them.
cli-build = write every table under data/ from the source files; without --from, only the tables fed by the files in data/hand
cli-from = folder that holds the source files; not needed after editing a file in data/hand
cli-table = build only this table (may be repeated)
cli-check = check every table against its card, its schema and the files in data/hand
cli-building = building { $table } …
cli-built = { $table }: { $rows } rows, sha256 { $digest }…
cli-signals = recompute signals and forecasts from the installed tables, only what has changed
cli-fresh = recompute everything
cli-evaluate = fit the risk score on 1993 to 2009, score it and the alerts from 2010 on, and write the track record
cli-computing = computing { $part } …
cli-stays = { $table } was computed from other figures than the installed ones and stays as it was: it needs files that are not in this repository (“evaluate --peers”)
cli-peers = folder with your own copies of other tools’ warnings, to compare with again
cli-import = bring own violation records (CSV, XLSX), an export of everything (JSON), or a file of another source; what it holds is printed first
cli-import-file = the file; the template with its lists is on the page Data
cli-owner = whose records they are; else yours, by your name on this machine
cli-team = keep them as records of the team, which everybody who can open the dashboard sees
cli-keep-good = keep the good rows although others are refused
cli-alike = what becomes of records that may be of an incident that is there already
cli-refused = write the refused rows with their reasons to this CSV file
cli-export-own = write own records, notes and stages with their whole history to one JSON file
cli-export-file = the file to write
cli-row = row { $row }
cli-refused-line = row { $row }, { $column }, “{ $value }”: { $why }
cli-alike-line = row { $row } may be of the same incident as { $other } ({ $days ->
        [0] same days
        [one] a day apart
       *[other] { $days } days apart
    })
cli-more = … and { $number } more
cli-not-kept-refused = Nothing was kept. Correct the refused rows (--refused writes them to a file), or keep the others with --keep-good.
cli-not-kept-alike = Nothing was kept. Say what becomes of records that may be there already: --alike keep or --alike leave.
cli-written = written: { $file }
