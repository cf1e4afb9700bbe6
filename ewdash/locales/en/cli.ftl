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
