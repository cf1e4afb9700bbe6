### The Track record page.

headline-track = Of our alerts in 2010–2024, { $share } were followed by deaths at least half as high again; { $found } of { $onsets } onsets had an alert in time, at { $budget } alerts a month world-wide.
track-since = Thresholds were fixed on 1995–2009 and not touched since; unless a table says otherwise every figure here is from 2010–2024, computed on { $day } from the tables in this dashboard. *True* means: the six months after the alert run at 1.5 times the rate of the twelve before or more, with at least 25 deaths. *In time* means: from one month before the onset to two after.
choose-threshold = Alert budget: how many times the year before a month must reach
threshold-help = Left: more alerts and, down to 2, fewer misses. Right of 3: fewer alerts, and no more of them true. The alerts in this dashboard use the multiple shown first.
track-budget = At **{ $threshold } times** the monthly mean of the year before, and { $young } times in the first two months of a rise, there are **{ $per_month } alerts a month** world-wide. { $precision } % of them are true; { $recall } % of the onsets are found ({ $hard } % of those in quiet countries).
section-missed = Onsets and misses
section-burden = By region and group
section-proof = Trials
section-quiet = Quiet countries
section-forecasts = Forecasts
yes = yes
no = no
series-of-dated = deaths dated to the month
series-of-all = all deaths, where their event begins
series-of-civilians = deaths of civilians
column-nominal = Nominal
column-learned = 1995–2009
column-scored = 2010–2024
column-hit = Found
column-stood = Earlier alert stood
column-region = Region

chart-precision-recall = Precision against recall, 2010–2024: our alerts and the rules in use
    .omits = figures as they stood on the day, and what alerts were worth.
    .shows = The line is our rule at every multiple, the large point the one chosen above, the diamonds other rules on the same months and definitions.
    .reads = The best place is the upper right. Intervals are wide: a difference of two or three points is within chance.
    .more = Up is more alerts that came true, right is fewer onsets missed. All rules rest on deaths in events inside the month.
    .handles = The table below gives alerts a month and intervals of 90 in 100.
chart-onsets = Onsets of violence, 2010–2024: found and missed
    .reads = An onset is the first month of a rise in deaths by a fixed definition, not a judgement on when a crisis began.
    .omits = crises without recorded deaths, and onsets before 2010.
    .more = The first month has at least 10 deaths and twice the mean of the year before. The six months from there have at least 50 deaths at 2.5 times the earlier rate; none follows within a year. The thresholds were chosen from the onsets before 2010.
    .shows = Each mark is one of { $onsets } onsets: a dot if an alert came in time, a cross if not ({ $missed }).
chart-misses = The { $missed } onsets that came without an alert
    .shows = The onsets our alerts missed, newest first, with the deaths of the first month and of the first six.
    .reads = For { $stood } of them the rule held, but an earlier alert still stood, so that no new one was given.
    .more = Most were slow rises from a high level, or months below the floor of 25 deaths. An alert stands for six months.
    .omits = why the violence rose.
chart-surprises = How often a surprising month came
    .shows = The share of country-months (with half a death a month or more expected) whose surprise was below its nominal value.
    .reads = A nominal 0.05 should come in 5 of 100 months.
    .omits = countries where no deaths were to be expected.
chart-quiet-risk = Onset within a year in quiet countries: what was said and what came
    .shows = Months with fewer than 25 deaths in two years, in ten equal bins by risk. For each, the share in which an onset began within twelve months ({ $base } of all).
    .reads = It rests on few onsets: enough to say that risk is uneven, not to name the next country.
    .omits = what sets off an onset.
    .more = Ranking skill: average precision { $ap }, against { $ap_before } for deaths in the last year; area under the curve { $auc }, against { $auc_before }. Of { $asked } onsets, { $met } were among the twenty countries of highest risk the month before. In the highest tenth the score said more than twice what came. Most quiet countries at the highest risk stayed quiet.
chart-forecasts = Error of the forecasts, 2018–2023
    .shows = The mean error (CRPS on log deaths, lower is better) one, three and six months ahead, and how often the outcome lay in the bands.
    .omits = countries without any recorded event since 1989.
    .more = For countries without any recorded event every method is right.
    .reads = The fan shown is { $better } % better than the last twelve months alone. A 50 % band should hold half of the outcomes.
chart-burden = Alerts by region and by Human Rights Council regional group, 2010–2024
    .shows = How many alerts each region and group received, how many came true, and how many of its onsets were found.
    .reads = The rules are the same for every country; differences follow from where violence was recorded.
    .omits = differences in how well violence is reported.
section-peers = Other tools
peer-hdx-sent = HDX Signals, alerts really sent on conflict displacement
peer-ewp = Early Warning Project, top 30 of quiet countries by risk of mass killing
peer-views = VIEWS, published forecasts of state-based deaths
peer-pace = PaCE, forecasts committed in time
peer-as-it-stood = Our alerts on figures as they stood on the day
peer-measure-precision = alerts followed by deaths half as high again
peer-measure-recall = onsets found
peer-measure-per-month = alerts a month
peer-measure-near-ours = their alerts within two months of one of ours
peer-measure-top-30 = onsets of the next year in the top 30
peer-measure-msle-1 = mean squared error on log deaths, 1 month ahead
peer-measure-msle-3 = mean squared error on log deaths, 3 months ahead
peer-measure-msle-6 = mean squared error on log deaths, 6 months ahead
peer-measure-mae-1 = mean absolute error on log deaths, 1 month ahead
peer-measure-mae-3 = mean absolute error on log deaths, 3 months ahead
peer-measure-mae-6 = mean absolute error on log deaths, 6 months ahead
peer-measure-kept = alerts raised then in months in which the rule holds in the final record, too
peer-measure-seen-then = alerts of the final record in months in which the rule held then
peer-measure-months = months whose first figures are at hand
peer-measure-months-preliminary = months since, whose first figures are at hand
peer-measure-kept-preliminary = the same, against the preliminary record of today
peer-measure-seen-then-preliminary = alerts of the preliminary record of today in months in which the rule held then
column-peer = Beside
column-ours = Ours
column-theirs = Theirs
column-first = From
column-last = To
peers-earlier = This comparison was made before the figures on this machine changed. It stays as it was: the other tools’ warnings are not in this repository, and whoever has copies of them can compare again (“python -m ewdash evaluate --peers”).
chart-peers = Our warnings beside those of other tools
    .shows = Each row holds one comparison on the same months, countries and outcome: ours, theirs, and how many cases.
    .reads = Shares: higher is better. Errors: lower is better. The rows on figures as they stood compare no tool.
    .omits = what the other tools were made for.
    .more = The rows on figures as they stood say how far alerts on preliminary figures can be trusted. Against PaCE we stand with the last twelve months of the series as it stood then; against VIEWS with the fan’s method on state-based deaths.

section-verdicts = Preliminary against final
chart-verdicts = What the preliminary figures of the last final year would have said, and what came true
    .shows = For each country of the newest final release: what was said of its last year against the one before, or why not; and where it lay.
    .reads = { $right } right, { $wrong } wrong, { $refused } withheld ({ $few } of them under 25 deaths in both years). One year is a short trial.
    .omits = countries that the copies at hand do not list.
    .more = Each country is judged by the revisions of the other countries in that year. The years are those of one release.
column-verdict = Said
column-settled = Final, one release
verdict-said-higher = higher
verdict-said-lower = lower
verdict-said-same = the same
verdict-said-open = cannot be told
verdict-reason-near = too near to each other
verdict-reason-undercounted = final once half as high again or more
verdict-reason-part-final = some months final since, others preliminary
verdict-reason-few = under 25 deaths in both years
verdict-reason-lower-bound = a lower bound
verdict-reason-no-record = no record before
verdict-reason-no-revision = no revision to learn from

chart-blocks = The alerts in blocks of five years
    .shows = Alerts a month, precision by both yardsticks, recall, and recall in deaths above the earlier rate, with intervals of 90 in 100.
    .reads = *Followed, or at an onset* also counts an alert one month before an onset to two after. Strong alerts are in the lower rows.
    .omits = how much between blocks is chance: intervals are wide.
chart-openings = What stood on the table when sessions opened
    .shows = At the opening of the Human Rights Council’s next regular session an alert stood for { $met } of { $onsets } onsets, with { $alerts } alerts on the table.
    .reads = An alert is known about the 20th of the month after its own, and stands for six months.
    .omits = that first figures raise and miss alerts; these are final ones.
    .more = An onset counts at the first opening after its own month is known.
chart-placebo = What chance would give
    .shows = Random months of 25 deaths in place of our alerts, or of the first two of a rise; 200 draws each.
    .reads = Our alerts: { $precision }. Asked of random months, the higher multiple gave { $raised } on average, { $highest } at best. { $above ->
    [0] None
    [one] One
   *[other] { $above }
 } of the 200 draws did as well.
    .omits = what was tried elsewhere.
    .more = In the second trial the higher multiple is asked of as many random months, instead of the first two of a rise. With some 300 rules looked at, the best of them is partly luck.
column-either = Followed, or at an onset
column-deaths-recall = Recall in deaths
column-at-onset = At an onset
column-block = Years
column-met = Onsets met
column-alerts-standing = Alerts on the table
section-own = Your own rule
choose-deaths = Deaths in the month
choose-times = Times the year before
choose-first = Times in the first two months of a rise
choose-record = Highest month in
choose-named = Name of the rule
own-deaths = { $deaths ->
    [one] one or more
   *[other] { $deaths } or more
 }
own-times = { $number ->
    [0] any
   *[other] { $times } times
 }
own-record = { $months ->
    [1] not asked
    [12] a year
    [36] three years
   *[120] ten years
 }
rule-own = your rule
column-alert-ours = Our alert
chart-own-rule = Your rule beside ours, 2010–2024
    .shows = Your rule: { $deaths ->
    [one] one death
   *[other] { $deaths } deaths
 } in the month{ $asked ->
    [0] , any rise, { $first } times the year before in its first two months
   *[other] , { $times } times the year before, { $first } times in a rise’s first two months
 }{ $months ->
    [1] { "" }
    [12] , the highest month in a year
    [36] , the highest month in three years
   *[120] , the highest month in ten years
 }. Intervals of 90 in 100.
    .reads = Ours were chosen on 1995–2009 alone; a rule tuned on these years looks better than it is.
    .omits = what the rule would be worth on first figures.
    .more = “The year before” is the monthly mean of the year before. The rule is the same for every country. It is muted as ours are, and judged by the same yardsticks on the same months.
chart-own-alerts = { $name }: alerts of { $first } to { $last }
    .omits = alerts that figures still to come will bring.
    .more = Of the newest months only lower bounds are on record.
    .shows = { $alerts ->
    [0] No alert of your rule
    [one] One alert of your rule
   *[other] { $alerts } alerts of your rule
 } in the newest six months on record, beside what ours say of the same month.
    .reads = A preliminary month is judged against the newest record before it. “Not known” is a month for which ours cannot be told.
