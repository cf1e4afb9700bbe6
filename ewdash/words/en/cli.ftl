### Sentences of the command line.

cli-about = The early-warning dashboard’s tables: build and check them.
cli-build = write every table under data/ from the source files
cli-from = folder that holds the source files
cli-table = build only this table (may be repeated)
cli-check = check every table against its card and schema
cli-building = building { $table } …
cli-built = { $table }: { $rows } rows, sha256 { $digest }…
