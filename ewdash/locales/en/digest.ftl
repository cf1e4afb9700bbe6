### What is new, to be sent: text, HTML and a feed.

digest-fresh = Since the last digest
digest-gone = Told before and no longer on record
digest-entry = { $kind }, { $where }: { $what }
digest-where = { $country }, { $when }
digest-behind = What is not known, sources, citations and caveats
digest-rights = Each source under its own licence, named in the entry on sources
cli-digest = write what is new since a day, to be sent by mail or read as a feed; nothing where nothing changed since the last run
cli-since = a day such as 2026-09-01, or a session or month of presidency such as HRC-60 or SC-2025-12
cli-countries = countries and territories, codes or names with commas between; without it and --region: the world
cli-region = a region or set of countries, such as sahel or western-africa
cli-format = text (the default), html (one page that loads nothing) or atom (a feed)
cli-to = file to write; without it the digest is printed
cli-state = file that remembers what was told: where nothing changed since, nothing is written or printed
cli-same-file = --to and --state name the same file. Give each a file of its own.
