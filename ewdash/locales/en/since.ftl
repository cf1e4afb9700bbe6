### What is new since a session, a month or a day.

card-revision = Changes of the tables
    .unit = changes
    .caveat-1 = Kept by hand from November 2026 on; what changed earlier in the producers’ own figures is shown by their versions.
page-since = What is new
choose-since = New since
since-label = Since { $moment }
since-none = nothing marked
since-other-day = a day …
choose-since-day = Day
moment-regular = { $name } ({ $planned ->
    [yes] planned{ " " }
   *[no] { "" }
 }to { $day })
moment-special = { $name } ({ $planned ->
    [yes] planned for{ " " }
   *[no] { "" }
 }{ $day })
moment-presidency = SC month of { $name }
since-sentence = New since { $moment }: { $covered ->
    [no] alerts and stages not covered for this place
   *[yes] { $alerts ->
        [0] no alert on record
        [one] one alert
       *[other] { $alerts } alerts
     }, { $stages ->
        [0] no change of stage
        [one] one change of stage
       *[other] { $stages } changes of stage
     }
 }; acts, one text counted once: { $acts }; { $data ->
    [0] no change of the data
    [one] one change of the data
   *[other] { $data } changes of the data
 }.
since-data = New since { $moment }: { $data ->
    [0] no change of the data
    [one] one change of the data
   *[other] { $data } changes of the data
 }.
since-alert = Alerts: { $names }.
since-named-alert = { $country } ({ $month }: { $deaths })
since-open = Whether there is an alert cannot be told. { $text }
since-open-crossing = Whether there is an alert cannot be told, because events run over the month’s end: { $names }.
since-open-partial = Only lower bounds are on record for { $months }: an alert is known where one stands, and nowhere else can it be ruled out.
since-stage = Changes of stage: { $names }.
since-hrc = Human-rights side: { $names }.
since-sc = Security Council: { $names }.
since-other = Other bodies: { $names }.
# What a change of stage stands on where it is not deaths, as a kind of figure.
stands-on-rights = yearly rights indices (V-Dem, { $year })
stands-on-displacement = yearly displacement (UNHCR and IDMC, { $year })
stands-on-incidents = incidents (Insecurity Insight)
since-states = Of these, by kind of figure: { $states }.
since-item = { $day }, { $kind }: { $what }{ $mark }
since-more = and { $number } more in the list of What is new
part-since = What is new
since-ends = Alerts and stages are known to { $signals }. Acts are recorded systematically to { $hrc } (Human Rights Council) and { $sc } (Security Council); later acts are single additions, so others may have been taken that are not here.
since-what-alert = { $tier ->
    [2] { "Strong alert, " }
   *[1] { "" }
 }{ $bound ->
    [true] { "at least " }
   *[false] { "" }
 }{ $deaths ->
    [one] one death
   *[other] { $deaths } deaths
 } in events inside the month
since-what-stage = { $before } → { $after }
since-kind-alert = Alert
since-kind-stage = Change of stage
since-kind-hrc = Human-rights side
since-kind-sc = Security Council
since-kind-other = Other bodies
since-kind-source = New source
since-kind-revision = Revised data
since-kind-method = Changed method
since-part = { $count ->
    [one] One new item
   *[other] { $count } new items
 }
since-guide = Choose a session, a month of the Security Council or a day under “New since” to see what came into the record after it.
column-kind = Kind
column-what = What is new
chart-since = What is new since { $moment }, { $scope }
    .shows = { $items ->
    [0] Nothing dated after the moment chosen.
    [one] One item dated after the moment chosen.
   *[other] { $items } items dated after the moment chosen: alerts, changes of stage, acts, and changes of the data.
 }
    .reads = Alerts and stages are dated by their month, acts by their day. Lower bounds are the least that is recorded: they can raise a stage and never lower it.
    .omits = what happened and left no record, or is not on record yet.
    .more = Alerts and stages are of months which ended after the moment. Changes of the data, which stand last, are dated by the day on which they entered this dashboard. Each month is read in its most complete figures, final before preliminary. A stage is compared with the month before in figures of the same kind.
since-release = release { $version } of UCDP loaded on this machine
