### Releases: the manifest, the archive, what was loaded on this machine.

card-release = Releases of event data that the tables hold
    .unit = releases; events, and deaths in people
    .caveat-1 = Totals of releases built into the repository are counted from the copies at hand; those loaded on a machine, from the producer’s own file.
    .caveat-2 = An empty cell means that the copy at hand does not say.
    .caveat-3 = The totals of two final releases differ because the producer revises old years; they are never read as a change in the world.
card-vintage-month = What each release said of a country and month
    .unit = events, and deaths in people (best, low and high estimate)
    .caveat-1 = A covered country and month without a row had no event in that release. An empty cell means that the copy at hand does not say.
    .caveat-2 = Months are those in which events begin. A monthly release also brings late events of earlier months: of these it holds the late ones alone, not the month.
    .caveat-3 = Release 25.1 gives low and high estimates over all types alone; by type it gives events. The preliminary year 2025 came as events and best estimates.
    .caveat-4 = Niger and Nigeria stand together (NGA+NER) in release 25.1.

### Tables that are built from releases which the user of this machine loaded.

card-own-conflict-month = Deaths in organised violence per country and month, final
    .unit = events, and deaths in people (best, low and high estimate)
    .caveat-1 = Added up on this machine from the producer’s file of events. It holds events with a reported death of conflicts, pairs of groups and one-sided actors that once reached 25 deaths in a calendar year.
    .caveat-2 = The place decides the country, not the perpetrator. UCDP files events in Gaza and the West Bank under Israel, and those in Western Sahara under Morocco.
    .caveat-3 = No row means not covered; a row of zeros means covered and none recorded. Countries covered in the last month of the release before are taken to be covered still.
    .caveat-4 = In some months the producer’s low estimate lies above its best or its high below it; this is the producer’s coding and is left as it is.
    .caveat-5 = Deaths stand in the month in which an event begins: totals of a whole season or year are rows like any other, and most begin in January. Deaths dated to the month leave these out; deaths spread divide each event evenly over its days.
card-own-conflict-month-recent = Deaths in organised violence per country and month, preliminary
    .unit = events, and deaths in people (best, low and high estimate)
    .caveat-1 = Preliminary. In final releases more countries came out lower than higher, and a few very much higher: no factor turns these months into final ones.
    .caveat-2 = Months of releases loaded on this machine are added up from their events, of a repeated event the later release; the other months are those of the repository.
    .caveat-7 = The preliminary year 2025, unless loaded, came as sums: civilians, bounds and reviews are not counted apart there. An empty cell is unknown, not zero.
    .caveat-3 = A lower bound is the preliminary figure where there is one; else it counts what is at hand of the month. No row means not covered.
    .caveat-4 = Many events are still under review: deaths in them are counted apart. What a country has only in such events may yet be moved, changed or withdrawn.
    .caveat-5 = Events at sea, and those named in the table of exceptions, are counted here, but no level, stage or alert of a country rests on them.
    .caveat-6 = UCDP’s rule of 25 deaths in a calendar year cannot be applied before the year is over: Candidate holds events that the final record may leave out.
card-own-conflict-year = Deaths in organised violence per country, year and type
    .unit = deaths in people (best, low and high estimate)
    .caveat-1 = Added up on this machine from the producer’s file of events, not its country-year file. Killings by a government are those whose first side is named as a government.
    .caveat-2 = One-sided violence is killing of civilians by a government or an organised group; civilians killed in fighting are counted under the type of the fighting.
    .caveat-3 = The place decides the country. Events in Gaza and the West Bank are under Israel.
card-own-conflict-year-settled = Deaths in organised violence per country in the last two final years
    .unit = deaths in people (best estimate)
    .caveat-1 = Added up on this machine from the producer’s file of events. Years are compared inside one release only.
    .caveat-2 = Civilians are those whose status is known: a lower bound.
card-own-conflict-event = Single events of organised violence, as far as at hand
    .unit = events; deaths in people (best, low and high estimate)
    .caveat-1 = Events of the releases loaded on this machine, of a repeated event the later release; the other events are those of the repository, which holds selected countries only.
    .caveat-2 = A place known only to the province, region or country (precision 4 to 7) is never drawn as a point.
    .caveat-3 = Names of provinces and actors are the producer’s and imply no position.
    .caveat-4 = Candidate events are not yet held to UCDP’s rule of 25 deaths in some calendar year since 1989.
card-own-release = Releases of event data and yearly figures that the tables hold
    .unit = releases; events, and deaths in people
    .caveat-1 = Totals of releases loaded on this machine are added up from the producer’s own file; those built into the repository, from the copies at hand.
    .caveat-2 = An empty cell means that the copy at hand does not say, or that the producer counts no such thing.
    .caveat-3 = The totals of two final releases differ because the producer revises old years; they are never read as a change in the world.
card-own-vintage-month = What each release said of a country and month
    .unit = events, and deaths in people (best, low and high estimate)
    .caveat-1 = A covered country and month without a row had no event in that release. An empty cell means that the copy at hand does not say.
    .caveat-2 = Months are those in which events begin. A monthly release also brings late events of earlier months: of these it holds the late ones alone, not the month.
    .caveat-3 = Release 25.1 gives low and high estimates over all types alone; by type it gives events. The preliminary year 2025 came as events and best estimates.
    .caveat-4 = Niger and Nigeria stand together (NGA+NER) in release 25.1.

card-own-rights-year = Rights indices per country and year
    .unit = index values; most from 0 to 1, the direction is declared per indicator
    .caveat-1 = Ratings by country experts, joined by a statistical model; small yearly changes lie within their disagreement. This table carries no interval.
    .caveat-2 = Of a version loaded on this machine the indicators are those of its file in the file’s years, from 1946 on. All else is the repository’s.
    .caveat-3 = Versions are re-estimated and not comparable. None is ever joined to another; the newest with all headline indices is shown.
    .caveat-4 = Under PSE the source means the West Bank; Gaza is a unit of its own (PSG). Somaliland, Zanzibar and former States are the source’s units, which implies no position.
card-own-displacement-year = People displaced per country and year
    .unit = people at the end of the year (stocks), people during the year (new and returned)
    .caveat-1 = In the years of a file loaded on this machine, its columns are the file’s alone. Other columns and years are the repository’s.
    .caveat-2 = An empty cell means not known or no estimate, never zero. Before its own file, UNHCR’s figures in the repository do not tell zero from not reported.
    .caveat-3 = Refugees under UNHCR’s mandate only: Palestine refugees under UNRWA’s mandate are not included.
    .caveat-4 = UNHCR’s and IDMC’s counts of internally displaced people have different coverage and are never added.
    .caveat-5 = UNHCR tells Serbia and Kosovo together, under SRB.
card-own-country-year = Deaths in organised violence per country, year and type
    .unit = deaths in people (best, low and high estimate)
    .caveat-1 = UCDP’s own file of country-years, loaded on this machine. It may be of a newer release than the months: the two are never compared.
    .caveat-2 = A country or year without a row is not covered; a row of zeros means covered and none recorded.
    .caveat-3 = One-sided violence is killing of civilians by a government or an organised group; civilians killed in fighting are counted under the type of the fighting.
    .caveat-4 = The place decides the country. Events in Gaza and the West Bank are under Israel.
card-own-country-year-settled = Deaths in organised violence per country in the last two final years
    .unit = deaths in people (best estimate)
    .caveat-1 = The newest two years of UCDP’s own file of country-years. Years are compared inside one release only.
    .caveat-2 = An empty cell is a country that the file does not list: not known, never zero.
    .caveat-3 = Civilians are those whose status is known: a lower bound.

### What can go wrong with releases.

error-home-unusable = The folder “{ $folder }” for releases and copies of this machine cannot be used: { $reason }.
    .advice = Give it room and permission, or name another folder in EWDASH_DATA, then run the command again.
error-update-running = Another command is changing the releases in “{ $folder }”.
    .advice = Wait until it has finished, then run the command again; nothing was changed.
error-fetch-failed = { $given } could not be fetched: { $fault ->
        [address] the address cannot be asked
        [broken-off] the server broke off each time it was asked
        [no-room] there is no room or no permission for it on this machine
        [page] the server sent a web page instead of the file
        [size] it has { $size } bytes, which no such file has
        [status] the server answered { $status }
       *[unreachable] the server cannot be reached
    }.
    .advice = What was shown stays. Try again later; or fetch the file yourself and give it with --from.
error-release-refused = { $given } was not taken: { $fault ->
        [absent] { $country } { $more ->
            [0] has
           *[other] and { $more } more have
        } no figures in it, but in the last three years of the record shown
        [again] it is the same file as release { $found }
        [built-in] the repository holds the final release { $release } or a newer one
        [changed] release { $release } is at hand with other content
        [cut] its last row is not whole
        [deaths] it holds { $found } deaths where about { $expected } are to be expected
        [ahead] it holds figures of { $found }, a year that is not over
        [beyond] { $count } of its events begin after the months of release { $release }
        [country] { $country } { $more ->
            [0] has
           *[other] and { $more } more have
        } no or few events in it, and many in the releases before
        [few] it holds { $found } events where about { $expected } are to be expected
        [many] it holds { $found } events a month where about { $expected } are to be expected
        [layout] its columns are those of no release that can be taken
        [named] its name says { $said }, --version says { $found }
        [rows] { $count } of its { $rows } rows are wrong, the first in row { $row }: { $first }
        [scale] { $count } of its values lie outside the scale of their indicator, the first { $first }
        [sparse] it holds { $found } countries and years where about { $expected } are to be expected
        [sums] its figures add up to { $found } people where about { $expected } are to be expected
        [unnamed] neither its name nor --version says which version of V-Dem it is
        [version] its events are those of release { $found }, its name says { $said }
        [years] its last year is that of release { $found }, its name says { $said }
       *[unclear] its events fit no release: neither one month, nor the months from January on, nor all years
    }.
    .advice = { $fault ->
        [built-in] What was shown stays; nothing is to be done.
        [changed] What was shown stays. If the producer has published it anew, run the command again with --accept.
        [cut] What was shown stays. Fetch the file anew: it broke off.
        [again] What was shown stays. Fetch the file anew; the server may still hand out the older one.
        [layout] What was shown stays. Give UCDP’s events or country-years, UNHCR’s population figures, IDMC’s displacement by conflict, or V-Dem’s country-years.
        [named] What was shown stays. Leave --version out, or give the file its own name back.
        [rows] What was shown stays. Fetch the file anew, and do not save it from a spreadsheet.
        [unnamed] What was shown stays. Run the command again with --version, such as --version v16.
        [version] What was shown stays. Fetch the file anew, or give it the name of its release.
        [years] What was shown stays. Fetch the file anew, or give it the name of its release.
       *[other] What was shown stays. Fetch the file anew. If it is right, run the command again with --accept.
    }

cli-update = fetch the newest releases of UCDP and UNHCR and show them
cli-update-from = files already fetched, instead of the network
cli-update-version = version of a V-Dem file whose name does not say it, such as v16
cli-update-history = fetch the whole-year files of earlier preliminary years, too
cli-update-accept = take totals that are unlike those of the releases before
cli-update-forget = remove what was loaded and return to the tables of the repository
cli-update-none = Nothing new: the releases at hand are the newest there are.
cli-update-forgotten = The tables of the repository are shown again.
cli-update-part = { $part }: { $share } %
cli-update-step = { $part } …
cli-update-done = Release { $version }: { $rows } rows, { $kept } taken, { $refused } refused, { $repeated } repeated; { $changed } months of countries changed or new.
cli-update-figures = { $dataset ->
        [country_year] UCDP country-years { $version }
        [idmc] IDMC to { $version }
        [unhcr] UNHCR to { $version }
       *[vdem] V-Dem { $version }
    }: { $rows } rows, { $kept } taken, { $refused } refused, { $repeated } repeated; { $changed } figures of countries and years changed or new.
cli-update-aside = In it: { $rows } { $what }.
cli-update-unknown-figures = Left out: { $rows } rows of “{ $code }” ({ $name }); the table of countries has no such code.
cli-update-unknown = Left out: { $rows } rows of “{ $code }” ({ $name }) with { $deaths } deaths; the table of countries has no such code.
cli-update-report = What changed is in { $file }.

### What a release changed (page What is new).

choose-changed = Release
release-option = { $version }, { $status ->
    [final] final
   *[preliminary] preliminary
 }: { $span ->
    [one] { $first }
   *[more] { $first }–{ $last }
 }
release-final = final
release-preliminary = preliminary
chart-release-changes = What release { $release } changed, by country and month
    .shows = Months covered by this release (at hand since { $day }) whose number is another than before, or first.{ $late ->
        [0] { "" }
       *[other] { " " }Of its { $deaths } deaths world-wide { $own } lie there; { $late } in other months are not compared.
     }
    .reads = { $revised } revised ({ $more } up, { $fewer } down), { $settled } now final, { $fresh } new. Preliminary and final are never compared: no difference.
    .omits = which events were late.
    .more = A release of a month also tells events of months before it. An earlier release told some of them, too; sums do not say which are new. Months are those in which events begin. The figure before holds what monthly releases in between added; an event that two of them tell counts twice in it. The largest differences stand first. Two final releases differ because the producer revises old years; that is no change in the world.
column-release-deaths = Deaths in this release
column-earlier-deaths = Deaths in the release before
column-release-difference = Revised by
column-release-state = Final or preliminary
column-earlier-state = Before: final or preliminary
column-earlier-release = Release before
