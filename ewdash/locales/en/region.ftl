### The Region page: the monthly review.

page-region = Region
choose-back = Compared with
back-1 = the month before
back-3 = three months before
back-6 = six months before
choose-scale = Scale of each small chart
scale-common = the same for all
scale-log = the same, logarithmic
scale-own = its own for each

headline-region = { $scope }, { $month }{ $state ->
    [lower-bound] { " (preliminary, lower bounds)" }
    [candidate] { " (preliminary)" }
   *[final] { "" }
 } against { $since }: of { $covered ->
    [one] { $covered } country or territory covered
   *[other] { $covered } countries and territories covered
 }, { $worse ->
    [0] none
   *[other] { $worse }
 } deteriorated, { $better ->
    [0] none
   *[other] { $better }
 } improved and { $same } { $same ->
    [one] was
   *[other] were
 } unchanged; { $silent ->
    [0] none is without coverage
    [one] { $silent } is not covered
   *[other] { $silent } are not covered
 }.
headline-region-none = { $scope }, { $month }{ $state ->
    [lower-bound] { " (preliminary, lower bounds)" }
    [candidate] { " (preliminary)" }
   *[final] { "" }
 } against { $since }: { $covered ->
    [one] the { $covered } country or territory covered neither deteriorated nor improved
   *[other] of { $covered } countries and territories covered, none deteriorated or improved
 } by an alert, its stage or its level; { $silent ->
    [0] none is without coverage
    [one] { $silent } is not covered
   *[other] { $silent } are not covered
 }.
headline-region-alone = { $scope }, { $month }{ $state ->
    [lower-bound] { " (preliminary, lower bounds)" }
    [candidate] { " (preliminary)" }
   *[final] { "" }
 }: of { $covered ->
    [one] { $covered } country or territory covered
   *[other] { $covered } countries and territories covered
 }, { $worse ->
    [0] none
   *[other] { $worse }
 } deteriorated by an alert; for { $withheld } a comparison with { $since } is withheld; { $silent ->
    [0] none is without coverage
    [one] { $silent } is not covered
   *[other] { $silent } are not covered
 }.
headline-region-silent = { $scope }, { $month }: none of the { $silent } countries and territories is covered by the record of deaths as a unit of its own; nothing can be said about what moved.
headline-region-empty = No country or territory belongs to { $scope }. Choose another region, or all groups.
moved-most-worse = Deteriorated: { $names }.
moved-most-better = Improved: { $names }.
moved-most-higher = More deaths than usual, but no alert: { $names }.
and-more = { $names } and { $more } more

notice-silent = Not covered as units of their own: { $names }. The table names each.
silent-territories = { $territories ->
    [one] { $territories } territory
   *[other] { $territories } territories
 }

measure-total = Deaths together, 12 months
    .explained = Best estimates of all covered countries added (“at least” where only lower bounds exist); in brackets the sums of all low and of all high estimates. These are bounds, because not every country is at its lowest, or its highest, at the same time. The preliminary sums of 2025 give no low and high estimates.
measure-total-month = Deaths together, { $month }
    .explained = The same for the month alone.
measure-total-before = The twelve months before
    .explained = Final beside final, or preliminary beside preliminary; withheld where there is none.{ $countries ->
        [0] { "" }
       *[other] { " " }{ $countries } countries were covered then, { $now } are now.
    }
measure-above = At 25 deaths or more
    .explained = Countries with 25 deaths or more of all types of violence in twelve months, and with 1,000 or more: bands of our own. UCDP’s 25 and 1,000 are battle-related deaths of one conflict in a calendar year.
total = { $deaths }
total-band = { $deaths } ({ $low }–{ $high })
above = { $state ->
    [lower-bound] { $conflicts ->
        [0] none so far
       *[other] at least { $conflicts }
     }
    [candidate] { $conflicts ->
        [0] none so far
       *[other] { $conflicts } so far
     }
   *[other] { $conflicts }
 }{ $wars ->
    [0] , none at 1,000
   *[other] , of them { $wars } at 1,000
 }

review-worse = Deteriorated ({ $count })
review-better = Improved ({ $count })
review-higher = More deaths than usual, but no alert ({ $count })
review-ran-higher = { $deaths } in the month{ $against }. Stage: { $stage }.
review-none = None.
review-more = { $more ->
    [one] { $more } more stands in the table.
   *[other] { $more } more stand in the table.
 }
review-rule = Deteriorated: an alert was given since { $since }, or the stage or the level went up. Improved: none of these, and the stage or the level went down. A level below 25 deaths in twelve months is no move, because one death would decide. More deaths than usual: none of these, and a month of 25 deaths or more at least a tenth above the monthly mean of the year before. In each such multiple one death is added to both sides, so that a quiet year can be compared. Both sides are final, or both preliminary, or both lower bounds.{ $bounds ->
    [0] {""}
   *[other] { " " }Lower bounds can show a rise and never a fall: where they fell, the comparison is withheld.
 }
review-fell-short = Stage or level stands lower in the lower bounds alone than in { $since }. Lower bounds can show a rise and never a fall, so the comparison is withheld.
review-bounds = Preliminary: read on lower bounds.
moved-fell-short = { $count ->
    [one] For one that stands lower in lower bounds alone,
   *[other] For { $count } that stand lower in lower bounds alone,
 } the comparison is withheld.
notice-alerts-later = On record after the month shown, an alert for: { $names }.
notice-alerts-open = Whether there is an alert cannot be told, because events run over the month’s end: { $names }.
review-alert = { $strength ->
    [strong] Strong alert
   *[plain] Alert
 } in { $month }: { $deaths } in events inside the month{ $against }.
# The number of stage 6 (de-escalation) says nothing of its height, so no “up” or “down” stands beside it.
review-stage-up = Stage { $fragile ->
    [yes] { "" }
   *[no] { "up " }
 }from { $before } to { $stage }. { $reason }
review-stage-down = Stage { $fragile ->
    [yes] { "" }
   *[no] { "down " }
 }from { $before } to { $stage }. Now: { $reason }
review-level-up = Level up: { $deaths } in twelve months, { $before } in the twelve to { $since }.
review-level-down = Level down: { $deaths } in twelve months, { $before } in the twelve to { $since }.
review-silent = Not covered by the record of deaths as a unit of its own.
review-filed = Not covered as a unit of its own: UCDP files its events under { $other }.

direction-worse = deteriorated
direction-better = improved
direction-same = unchanged
direction-withheld = comparison withheld
direction-silent = not covered
column-direction = Moved
column-hrc-date = Last act, human-rights side
column-hrc-body = Body, human-rights side
column-hrc-symbol = Document, human-rights side
column-sc-date = Last SC act
column-sc-symbol = SC document
column-countries = Countries covered
series-bounds = Sum of low to sum of high estimates
panel-line = { $direction } · { $deaths }
panel-deaths = { $deaths } in 12 months
panel-silent = not covered this month
together-coverage = Not every month covers the same countries: between { $fewest } and { $most } in this period, so months are not fully comparable.

table-shared = Said once, because no row differs: { $columns }.
table-pair = { $column } { $rows ->
    [some] {"(where given) "}
   *[all] {""}
 }“{ $value }”
table-none = None in any row: { $columns }.
table-unknown = Not given in any row: { $columns }.

chart-together = { $scope }: deaths per month, all covered countries together
    .shows = The best estimates of the { $countries } countries covered, added up for each month.
    .reads = The band is between the sums of all low and all high estimates. Open marks are preliminary, have no band and do not continue the line. { $beyond }
    .omits = what no source recorded, and places that the record does not cover as units of their own.
    .more = Deaths are in events that begin and end in the month. The band stands where no event crosses a month’s end. It holds bounds, because not every country is at its lowest, or its highest, in the same month.
chart-multiples = { $scope }: deaths per month, { $shown } of { $some ->
    [one] { $some } country
   *[other] { $some } countries
 } with any, most deaths first
    .shows = Deaths per month in the { $years } years to { $month }, best estimate: the { $shown } countries with most in the last twelve months.
    .reads = { $scale ->
    [common] All charts have the same scale, so heights compare.
    [apart] All charts but one have the same scale.
    [log] All charts have the same logarithmic scale: small numbers look large.
   *[own] Each chart has its own scale: heights do not compare.
 } Open marks are preliminary and never continue the line, which is final. { $beyond }
    .omits = low and high estimates; countries without a recorded death.
    .more = Countries covered: { $covered }; with a recorded death in that time: { $some }. Deaths are in events that begin and end in the month. Circles are preliminary (Candidate), triangles lower bounds.{ $scale ->
    [log] { " " }Each line of the grid is ten times the one below, and zero lies at the foot.
   *[own] { "" }
 }
    .handles = All countries stand in the table below, with low and high estimates where they are given; another scale can be chosen above.
cut-months = { $cut ->
    [one] One month reaches
   *[other] { $cut } months reach
 } beyond the axis; the figure is written at its top edge, with an open arrow where it is preliminary.
cut-bands = { $cut ->
    [one] The band of one month is
   *[other] The bands of { $cut } months are
 } cut at the top edge.
multiples-apart = { $name } is far larger, up to { $highest } deaths a month against { $rest } for the next: its chart has a scale of its own.
panel-own-scale = own scale
scale-apart = its own, because it is far larger than the rest
column-chart-scale = Scale of its chart
multiples-dwarfed = On the common scale { $dwarfed ->
    [one] { $dwarfed } of the { $shown } charts stays
   *[other] { $dwarfed } of the { $shown } charts stay
 } below a tenth of the height.
chart-review = { $scope }: each country, { $month }
    .shows = Countries covered ({ $covered }) and not covered ({ $silent }): what moved and why, stage, deaths, and the last verified act of each side.
    .reads = Those that deteriorated come first, those not covered last. “×” is the month against the monthly mean of the year before.
    .omits = unverified acts; acts after March 2026 (HRC) or January 2026 (SC); SC meetings after June 2022.
    .more = Among those that deteriorated, strong alerts come first, then stages gained, then the rise of the month. Those that improved follow, then those unchanged by deaths in twelve months. Each name opens its situation. For “×” one death is added to both sides. It is not given where no death stands on either side, or where the change is withheld. Acts are those up to the end of the month. On the human-rights side the body is named: HRC; CHR, the Commission on Human Rights, to 2006; OHCHR, the High Commissioner’s Office. Acts on a place stand also with the country under which its deaths are filed (the State of Palestine, Israel). Acts on the Golan stand apart. Security Council statements after 2019 and meetings after June 2022 are not systematically in the record.

error-nothing-recorded = No death in organised violence is recorded in the { $years } years shown in the { $covered ->
    [one] { $covered } country
   *[other] { $covered } countries
 } covered here, so no chart is drawn.
    .advice = Choose a longer period or a wider selection. None recorded is not a proof that none occurred.
