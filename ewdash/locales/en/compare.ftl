### The Compare page.

page-compare = Compare
choose-countries = Up to six situations
choose-measure = Measure
choose-by = Time axis
choose-span = Each point holds
choose-axis = Scale
choose-onset = Which onset
measure-absolute = Deaths
measure-per-million = Deaths per million people
measure-indexed = Index: 100 is the mean before
by-calendar = by calendar
by-onset = from each onset
span-year = twelve months
span-month = one month
axis-linear = linear
axis-log = logarithmic
onset-latest = the latest
onset-first = the first
onset-deadliest = the deadliest
compare-first = Shown until you choose: { $names }. { $beside ->
    [yes] The first was chosen on another page; the others have the most reported deaths of its region in these twelve months.
   *[no] They have the most reported deaths in these twelve months.
 }
compare-first-region = { $scope }: { $more ->
    [0] all { $members } are shown until you choose.
   *[other] the { $shown } of { $members } with the most reported deaths in these twelve months are shown until you choose. Left out: { $left }.
 }
compare-guide = Choose up to six situations above to see them side by side.
compare-left-out = Left out: { $given }. A comparison holds up to six countries or territories, by three-letter ISO codes such as SDN.

compare-highest = { $by ->
    [calendar] In the twelve months to { $month }
   *[onset] In the twelve months from the onset
 }, { $name } has { $measure ->
    [absolute] the most reported deaths
    [per_million] the most reported deaths per million people
   *[indexed] the highest index (100 is its monthly mean before)
 } of { $left ->
    [none] these
    [uncovered] the { $known } covered
   *[unknown] the { $known } with a figure
 }: { $state ->
    [lower-bound] { "at least " }
   *[other] { "" }
 }{ $figure }{ $state ->
    [candidate] , preliminary
    [lower-bound] , preliminary
   *[final] { "" }
 }.
compare-alone = { $by ->
    [calendar] In the twelve months to { $month }
   *[onset] In the twelve months from the onset
 }, { $name } has { $state ->
    [lower-bound] { "at least " }
   *[other] { "" }
 }{ $figure } { $measure ->
    [absolute] reported deaths
    [per_million] reported deaths per million people
   *[indexed] as its index (100 is its own monthly mean before)
 }{ $state ->
    [candidate] , preliminary
    [lower-bound] , a preliminary lower bound
   *[final] { "" }
 }; it alone can be shown so.
compare-count = { $name } ({ $deaths })
compare-silent = { $name }: { $state ->
    [lower-bound] { $silent ->
        [one] { "at least " }
       *[other] { "" }
     }
   *[other] { "" }
 }{ $silent ->
    [one] { $deaths }{ " " }
   *[other] { "" }
 }reported deaths in the twelve months { $by ->
    [calendar] to { $month }
   *[onset] from the onset
 }{ $state ->
    [candidate] { " (preliminary)" }
    [lower-bound] { $silent ->
        [one] { " (preliminary)" }
       *[other] { " (lower bounds)" }
     }
   *[final] { "" }
 }, and no { $unverified ->
    [0] { "" }
   *[other] { "verified " }
 }act of either Council on record { $by ->
    [calendar] from { $first } to { $last }
   *[onset] in the months shown
 }.
compare-one-council = No act of the { $council ->
    [hrc] human-rights side
   *[sc] Security Council
 } is on record { $by ->
    [calendar] from { $first } to { $last }
   *[onset] in the months shown
 } for: { $names }.
compare-both-councils = Acts of both Councils are on record { $of ->
    [one] { "" }
    [each] { "for each " }
   *[named] for { $names },{ " " }
 }{ $by ->
    [calendar] from { $first } to { $last }
   *[onset] in the months shown
 }.
compare-on-record = Routine meetings are no acts here; reviews, closed meetings and Security Council statements after 2019 are not in this record. No act on record is no judgement of a State or a Council.
compare-figure = { $name } { $state ->
    [lower-bound] { "at least " }
   *[other] { "" }
 }{ $figure }{ $state ->
    [candidate] { " (preliminary)" }
    [lower-bound] { " (a preliminary lower bound)" }
   *[final] { "" }
 }
compare-tied = { $by ->
    [calendar] In the twelve months to { $month }
   *[onset] In the twelve months from the onset
 }, { $tied } of these have the same highest { $measure ->
    [absolute] count of reported deaths
    [per_million] rate of reported deaths per million people
   *[indexed] index
 }: { $names }, { $state ->
    [lower-bound] { "at least " }
   *[other] { "" }
 }{ $figure } each{ $state ->
    [candidate] , preliminary
    [lower-bound] , preliminary
   *[final] { "" }
 }.
compare-mixed = Which has the most cannot be told, because some figures are final and others preliminary: { $names }.
compare-overlap = Whether it has more than these cannot be told, because the low and high estimates overlap: { $names }.
compare-zeros = None recorded{ $state ->
    [final] { "" }
   *[other] { " so far" }
 }: { $names }.
compare-zero = { $by ->
    [calendar] In the twelve months to { $month }
   *[onset] In the twelve months from the onset
 }, no death in organised violence is recorded { $state ->
    [final] { "" }
   *[other] { "so far " }
 }in { $names }.
compare-none = { $by ->
    [calendar] For the twelve months to { $month }
   *[onset] For the twelve months from an onset on
 }, { $measure ->
    [absolute] deaths
    [per_million] deaths per million people
   *[indexed] the index
 } can be given for none of these situations; the notes below say why.
compare-pair = { $name } ({ $deaths } after { $before })
compare-more = More than in the twelve months before{ $by ->
    [onset] { " the onset" }
   *[calendar] { "" }
 }: { $names }.
compare-fewer = Fewer: { $names }.
compare-same = As many: { $names }.
compare-unknown = A comparison with the twelve months before is withheld, because not all months are of one state (final, preliminary or lower bound), or not all covered: { $names }.
compare-onset-of = { $name } { $month }
compare-onsets = Month 0 is the onset: { $names }.
compare-acts-of = { $name } { $acts }
compare-acts = { $by ->
    [calendar] Verified acts from { $first } to { $last }
   *[onset] Verified acts in the months shown
 }{ $short ->
    [yes] { " " }(the record of Security Council texts is systematic to { $sc } only)
   *[no] { "" }
 }, one text counted once; without what passed between the Councils (HRC, Human Rights Council; CHR, Commission on Human Rights; OHCHR, High Commissioner’s Office; SC, Security Council): { $names }.
compare-covered-from = { $name } from { $month }
compare-note = { $name }: { $note }
compare-flattened = Beside { $name } (up to { $highest }) these stay below a tenth of the height: { $low }. The logarithmic scale shows their courses.
compare-index-final = The index is of final months only: the mean it starts from is final, and preliminary months do not continue it.
missing-not-covered = Not covered by the record of deaths as units of their own for these months, so without a course: { $names }.
missing-no-onset = Without an onset up to { $month } by the fixed definition (Track record), so left out of this view: { $names }.
missing-not-yet = The twelve months from the onset are not yet all final, or all preliminary: { $names }.
missing-no-population = Without a figure of population, so the rate is withheld: { $names }.
missing-base-zero = No death in the twelve months before, so there is nothing to index on, and the index is withheld: { $names }.
missing-base-unknown = The twelve months before the start are not covered, so the index is withheld: { $names }.
missing-before = Covered for a part of these years only: { $names }.
not-covered = not covered

lane-mark-hrc = HRC
lane-mark-sc = SC
lane-title = acts verified: { $acts }{ $unverified ->
    [0] { "" }
   *[other] , { $unverified } unverified
 }
marks-legend = Acts of the Councils
mark-sitting = Special session
mark-accountability = Investigation
mark-mandate = Country mandate
mark-cooperation = Cooperation
mark-crossing = Between the Councils
mark-text = Other texts
mark-meeting = Agenda
mark-operation = Peace operation
mark-sanctions = Sanctions
mark-veto = Veto
mark-ended = Ended
country-year = { $country }, { $year }
axis-since-onset = Months since the onset
axis-course-absolute-year = Deaths in twelve months
axis-course-absolute-month = Deaths a month
axis-course-per-million-year = Deaths in twelve months per million people
axis-course-per-million-month = Deaths a month per million people
axis-course-indexed-year = Index of twelve months
axis-course-indexed-month = Index of the month

period-of = { $first } to { $last }
holds-year = Reported deaths in organised violence in the twelve months that end with this month{ $measure ->
    [per_million] , per million people of the year
    [indexed] , a month, against the monthly mean of the twelve before { $by ->
        [calendar] the first month shown
       *[onset] the onset
     }
   *[absolute] { "" }
 }; best estimate of UCDP
holds-month = Reported deaths in organised violence in events that begin and end in this month{ $measure ->
    [per_million] , per million people of the year
    [indexed] , against the monthly mean of the twelve months before { $by ->
        [calendar] the first month shown
       *[onset] the onset
     }
   *[absolute] { "" }
 }; best estimate of UCDP
holds-unit-absolute = people
holds-unit-per-million = people per million people
holds-unit-indexed = index (100 is the mean before)
column-period = Months
    .file = First and last month of what the row holds
column-holds = Each point holds
column-unit = Unit
column-data-release = Release of the data

column-months-since = Months since onset
column-deaths-before = Twelve months before
    .file = Deaths in the twelve months before, best estimate (people)
column-population = Population
    .file = Population (people)
column-per-million = Per million people
    .file = Deaths in twelve months per million people
column-index = Index
    .file = Index of deaths in twelve months (100 = monthly mean of the twelve months before the start)
column-onset = Onset
column-hrc-acts = Acts of the HRC
column-chr-acts = Acts of the CHR (to 2006)
column-ohchr-acts = Acts of OHCHR
column-sc-acts = Acts of the SC
column-unverified = Unverified acts

chart-compared = { $names }: { $measure ->
    [absolute] deaths
    [per_million] deaths per million people
   *[indexed] deaths as an index
 } and Council acts, { $by ->
    [calendar] by calendar
   *[onset] from each onset
 }
    .shows = Above, { $span ->
    [year] deaths of the twelve months that end at each point
   *[month] deaths of each month
 }{ $measure ->
    [absolute] , best estimate
    [per_million] { " " }per million people
   *[indexed] , as an index
 }. Below, the acts of each Council.
    .reads = Open marks are preliminary and never continue the final line. Hollow marks ({ $unverified }) are unverified. Sequence is not cause, and more acts is not more or better attention.
    .omits = low and high estimates; acts outside the record.
    .more = Each line ends at its name and has its colour and mark. { $measure ->
    [per_million] The rate is per million people of the year, or of the last year known.{ " " }
    [indexed] An index of 100 is the monthly mean of the twelve months before { $by ->
        [calendar] the first month shown
       *[onset] the onset
     }.{ " " }
   *[absolute] { "" }
 }{ $axis ->
    [log] The scale is logarithmic: each line of the grid is ten times the one below, and zero lies at the foot.{ " " }
   *[linear] { "" }
 }{ $by ->
    [onset] An onset is the first month with 10 deaths or more and twice the mean of the year before. The six months from there have 50 deaths and 2.5 times that rate.{ " " }
   *[calendar] { "" }
 }Large marks opened something, small ones renewed it. “Between the Councils” are briefings, Arria-formula meetings with a human-rights speaker, citations and letters. Not shown are acts after March 2026 (Security Council: January 2026), Security Council statements after 2019 and meetings after June 2022, closed meetings and reviews. Acts on the Golan, a situation of its own, are left out, too.
    .handles = Low and high estimates stand in the table below where they are given.
chart-compared-figures = The figures compared
    .shows = For each situation, the deaths of the twelve months { $by ->
    [calendar] to the month chosen
   *[onset] from the onset
 } and of the twelve before, and the acts of each body.
    .reads = A figure not given is not covered or withheld; the notes above say which.
    .omits = what no source recorded, and how deaths are spread inside a country.
    .more = Deaths have their low and high estimates where these are given. The rate and the index stand beside them. Acts are those of the months shown. Figures of different sources are never added.

years-after = { $years } years after
compare-filed = { $name }: the lanes hold also acts on { $place }, because deaths there are filed under it.
course-none = No course can be drawn; the notes above say why.
compare-former = Acts on the former Yugoslavia stand under Serbia, not under the other States that were part of it.
