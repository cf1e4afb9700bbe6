### Alerts, stages, outlook.

in-ten = about { $number } in 10
in-hundred = about { $number } in 100
in-hundred-less = fewer than 1 in 100
in-hundred-all = nearly all

rule-alert = our alerts
rule-strong = our strong alerts
rule-alert-single = one multiple for all months of a rise
rule-alert-record = only the highest month of twelve
rule-random = random months of 25 deaths
rule-raised = the higher multiple asked of random months
rule-rise = Rise
rule-sharp = Sharp rise
rule-hdx = Rule of HDX Signals
rule-ears = EARS C2
rule-poisson = Poisson tail
rule-surprise = Surprise (1 %)
rule-rise-from-10 = Rise from 10 deaths
rule-risk = our risk score
rule-deaths-12 = deaths in the last 12 months
rule-zero = always zero
rule-last = last month again
rule-last-year = the last twelve months
rule-pool = the fan shown

sign-rights = rights indices
sign-displacement = displacement
sign-incidents = attacks on protected people and services
agreed-some = Other sources that also point to worsening: { $signs }.
agreed-none = No other source points to worsening.
agreed-silent = Not covered for this month: { $signs }.

alert-headline = { $strength ->
    [strong] Strong alert
   *[plain] Alert
 } for { $country } in { $month }; { $share } of such alerts were followed by deaths half as high again.
alert-headline-preliminary = { $strength ->
    [strong] Strong alert
   *[plain] Alert
 } for { $country } in { $month }, on figures that may change: { $state }.
alert-headline-none = { $known ->
    [none] Whether an alert stands for { $country } in the six months to { $month } cannot be told.
    [some] No alert stands for { $country } in the six months to { $month }; for { $open } it cannot be told.
   *[all] No alert stands for { $country } in the six months to { $month }.
 }
alert-label-why = Why
alert-label-unusual = How unusual
alert-label-big = How big
alert-label-agreed = What agreed
alert-label-true = How often such alerts came true
alert-label-open = What cannot be told
alert-label-earlier = The last one
alert-label-stood-out = What stood out
alert-stood-out = { $month }: { $deaths } in events inside the month, { $times } times the year before. An alert asks for { $asked } times in such a month of a rise.
alert-label-missed = What was missed
alert-label-civilians = Civilians
alert-civilians = Deaths of civilians alone also alert, in { $month }, taken to lie in the month as all its deaths do; { $share } of such alerts came true since 2010.
alert-earlier = The latest one before is of { $month }.
measure-stage = Stage
alert-label-risk = If quiet now
alert-why = { $strength ->
    [strong] Strong alert: { $rule }
   *[plain] Alert: { $rule }
 } This one reaches { $bound ->
    [true] at least { $reached }
   *[false] { $reached }
 } times{ $age ->
    [first] , and is the first of its rise.
    [second] , and is the second of its rise.
   *[later] .
 }
alert-against-final = { "" }
alert-against-mixed = The year before it is partly final, and it itself preliminary: on the day, figures were still others.
alert-against-preliminary = The year before it is preliminary, too.
unjudged-short = { $month }: fewer than twelve months of this record lie before it.
unjudged-crossing = { $month }: { $dated ->
    [0] no death is
    [one] one death is
   *[other] { $dated } deaths are
 } recorded in events inside the month, and { $crossing ->
    [one] one
   *[other] { $crossing }
 } in events that begin in it and end later. If all of these died in the month, there is an alert; how many did is not on record.
unjudged-partial = { $month }: only a lower bound is on record, { $dated ->
    [0] with no death so far
    [one] of one death so far
   *[other] of { $dated } deaths so far
 }.
alert-unusual = { $month }: judged by this country’s last three years, a month at least this deadly is expected once in { $months } months.
alert-unusual-not = { $month }: judged by this country’s last three years, a month like this is not unusual.
alert-unusual-far = { $month }: judged by this country’s last three years, a month this deadly is outside what was to be expected: less than once in a hundred years.
alert-unusual-unknown = { $month }: not known: fewer than twelve months of this record lie behind.
alert-big = Reported in events inside the month: { $deaths }{ $against }.
alert-longer = { $crossing ->
    [one] Another one is
   *[other] Another { $crossing } are
 } in events that begin in the month and end later; the alert leaves them out.
alert-year = In the twelve months to it: { $year }.
alert-record = It was the highest month in { $months ->
    [12] a year
    [36] three years
   *[120] ten years
 }.
alert-record-whole = Counted whole, it is the highest month in { $months ->
    [12] a year
    [36] three years
   *[120] ten years
 }.
alert-true = After { $strength ->
    [strong] strong alerts
   *[plain] alerts
 }, { $share } saw deaths at least half as high again in the next six months as in the year before. That rests on { $cases } alerts of 2010–2024; the 90 in 100 interval is { $low } to { $high } %. { $either } in 100 did, or stood at an onset.
alert-real-time = Alerts on first figures are less sure. { $first } to { $last }: { $raised } raised; in { $stood } of these months the rule holds in the final record, too. Of the final record’s { $final } alerts, { $missed } were months in which first figures did not fulfil it. { $since } to { $until }, in { $months } months whose first figures are at hand: { $raised_late } raised, of which { $stood_late } hold in the figures as they now are.
alert-missed = Alerts are no safeguard: of { $onsets } onsets in 2010–2024, { $missed } came without one; the Track record page names them.
alert-risk = Of quiet countries with a risk score like that of { $month }, { $share } saw an onset within a year (2010–2024).

stage-0 = 0 Routine monitoring
stage-1 = 1 Emerging concern
stage-2 = 2 Deteriorating pattern
stage-3 = 3 Acute risk
stage-4 = 4 Active crisis
stage-5 = 5 High intensity
stage-6 = 6 De-escalation, fragile
stage-final-year = Stages rest on months: those of { $year } hold { $counted ->
    [0] no death
    [one] one death
   *[other] { $counted } deaths
 } (preliminary). The final year holds { $deaths ->
    [0] none
    [one] one
   *[other] { $deaths }
 } (UCDP { $release }), { $side ->
    [below] below
   *[above] not below
 } the { $least } that by themselves open “{ $stage }”; it has no months here yet.
stage-final-years = The stages rest on months, and UCDP’s final year { $year } (release { $release }) has none here yet. Beside its preliminary months it lies on the other side of { $least } or { $most } deaths, which by themselves open a stage, in { $names }; there the stage may hang on it.{ $unknown ->
    [0] { "" }
    [one] { " " }Of one country with { $few } preliminary deaths or more the final year is not known here.
   *[other] { " " }Of { $unknown } countries with { $few } preliminary deaths or more the final year is not known here.
 }
stage-prevention = Prevention at this stage: { $kind }.
prevention-0 = primary prevention
prevention-1 = primary to secondary prevention
prevention-2 = secondary prevention
prevention-3 = secondary to tertiary prevention
prevention-4 = tertiary prevention
prevention-5 = tertiary prevention
prevention-6 = tertiary prevention: non-recurrence

stage-runs-on = Nothing opened it here: it runs on from the final month before. { $reason }
reason-none = No sign open.
reason-war = 1,000 deaths or more in twelve months, or within a year of it.
reason-crisis = 100 deaths or more in twelve months, or an alert where there was violence before; open until a year has fewer than 25.
reason-halved = The rate halved for six months after a crisis; watched for two years.
reason-alert = An alert.
reason-slow-several = Two or more slow signs worsened.
reason-slow-rights = Rights indices worsened.
reason-slow-displacement = Displacement grew by half.
reason-slow-incidents = Attacks on protected people or services rose.
reason-closing = The sign that opened the stage has faded; it closes after the waiting time.

column-from = From
column-to = To
column-stage = Stage
    .key = 0 routine monitoring; 1 emerging concern; 2 deteriorating pattern; 3 acute risk; 4 active crisis; 5 high intensity; 6 de-escalation, fragile. The rules stand on the page Sources.
column-evidence = What opened it
column-before = Stage before
column-since = Since
column-reason = Reason
column-alert = Alert
    .key = 0 none; 1 alert; 2 strong alert; empty: not computed. In words: nothing stands where there is none.
column-against = Judged against
    .key = final: twelve final months; mixed: the last final and the first preliminary ones; preliminary: twelve preliminary ones
column-rise-month = Month of the rise
    .key = 1 in its first month; empty: no rise began within a year
column-unjudged = Why no alert can be computed
    .key = short: fewer than twelve months before; crossing: deaths in events that run over the month’s end; partial: only a lower bound on record
column-followed = Followed by more
    .key = 1: the next six months ran at 1.5 times the rate of the year before or more, with 25 deaths or more; 0: not; empty: not known yet
column-rule = Rule
column-per-month = Alerts a month
column-precision = Precision
column-recall = Recall
column-hard-recall = Recall, quiet countries
column-delay = Delay, months
    .file = Delay of the alert (months)
column-series = Series
column-cases = Cases
column-threshold = Threshold
column-state = State
column-after = Level a year later
column-share = Share
    .file = Share of cases (0 to 1)
column-q05 = 5 in 100 below
    .file = Forecast of deaths: 5 in 100 below (people)
column-q25 = 25 in 100 below
    .file = Forecast of deaths: 25 in 100 below (people)
column-q50 = Middle
    .file = Forecast of deaths: middle (people)
column-q75 = 25 in 100 above
    .file = Forecast of deaths: 25 in 100 above (people)
column-q95 = 5 in 100 above
    .file = Forecast of deaths: 5 in 100 above (people)
column-deaths-6 = Deaths in six months
    .file = Deaths in the six months from the onset (people)
column-hard = Quiet before
column-said = Said
column-came = Came
column-horizon = Months ahead
column-crps = CRPS
    .key = Continuous ranked probability score: mean distance between forecast and outcome, on the logarithm of 1 + deaths; less is better.
column-within-50 = In the 50 % band
column-within-90 = In the 90 % band
column-measure = Measure
column-scope = For
column-onsets = Onsets
column-alerts = Alerts
column-override-reason = Reason
column-author = By
strong = strong
plain = alert

layer-level = Level of violence
layer-stage = Stage
choose-layer = Map shows

watch-serious = Most serious
watch-serious-reads = Strong alerts first, then other alerts; then by deaths in twelve months, then by height of stage. Bars run from { $first } to { $last }, each country on its own scale. Here, { $states }. Stages: { $month }. Acts: the last verified one on record.
watch-alerts = New alerts
watch-more = How sure alerts are
watch-open = Cannot be told
watch-open-reads = Months whose deaths in events that run over the month’s end leave open whether there is an alert.
watch-alerts-preliminary = Those after { $last } stand on preliminary figures and are less sure: each card says how much.
watch-alerts-partial = Only lower bounds are on record for { $months }: an alert is known where one stands, and nowhere else can it be ruled out.
watch-alerts-short = Of { $months } it cannot be told for any country: fewer than twelve months lie before.
watch-moved = Stages
watch-unanswered = No act on record
watch-unanswered-reads = Alerts of the second year before { $month } after which no verified act of either Council on the situation is on record within a year. Security Council meetings after June 2022 and statements after 2019 are not systematically in the record, so a Council may have met or spoken. A fact about the record, not a judgement of a State or a Council.
watch-alerts-reads = Alerts of { $first } to { $last }; strong ones first, then by deaths in the month. { $new ->
    [0] None is of the newest month.
    [one] One is of the newest month.
   *[other] { $new } are of the newest month.
 }{ $open ->
    [0] { "" }
    [one] { " " }For one month of one country it cannot be told whether there is one.
   *[other] { " " }For { $open } months of countries it cannot be told whether there is one.
 }
watch-alerts-more = Expected world-wide: { $budget } a month; { $share } were followed by deaths half as high again (2010–2024, final figures).
watch-moved-reads = Deteriorated: { $worse }. Improved: { $better }. Unchanged: { $same }. Not comparable: { $unknown }. Stages against { $since }.
chart-world-stage = Stage by country, { $month }, { $scope }
    .reads = A stage opens at once and closes after a delay. Hatched ground is not covered, which is not routine. A ring is an alert. No ring: no alert, or it cannot be told.
    .omits = what no source recorded, and differences inside a country.
    .shows = Each country is coloured by its stage, from routine monitoring to high intensity, or de-escalation.
map-legend-stage = Stage (number of countries)
map-label-stage = { $country }: { $stage }. { $reason }

section-alerts = Alerts
newest-alerts = Alerts of the newest six months on record
last-opened = Last opened in this visit
newest-alert = { $country }: { $strength ->
    [strong] strong alert
   *[plain] alert
 } in { $month }, { $deaths }
alert-history-open = All alerts of this country, and what followed
history-act = after { $days }: { $act }{ $symbol }
history-after-record = acts are on record to { $day } only
column-next-hrc = Next on the human-rights side
column-next-sc = Next of the Security Council
chart-alert-history = { $country }: alerts, what followed each, and what each Council did next
    .shows = { $alerts ->
    [one] One alert
   *[other] { $alerts } alerts
 } up to the month chosen. Of { $known } whose next six months are on record, { $followed } were followed by deaths at least half as high again.
    .reads = “Next” is the first verified act from the first day of the alert’s month on. Sequence is not cause.
    .omits = whether an act answered the alert; what happened without recorded deaths.
    .more = The newest alert stands first. Each month is read in its most complete figures, final before preliminary, as they stand today.
section-outlook = Outlook
section-stages = Stages
chart-stages = { $country }: stages and what opened each
    .shows = Each period in one stage, newest first, with the evidence that opened it.
    .reads = A stage opens at once and closes only after a delay (6 to 24 months), so a row can outlast its evidence. Stages run on from final into preliminary months.
    .omits = political events, and anything the sources of this dashboard do not record.
chart-fan = { $country }: deaths per month from { $begins }, and in the six months after { $month } ({ $first } to { $last_month })
    .reads = { $final ->
        [yes] { "" }
       *[no] Hatched bars are preliminary.{ " " }
     }Method: { $method }. It continues what the record has seen.
    .more = The error is that of logarithms of deaths three months ahead (CRPS, lower is better), in 2018–2023. It was { $score }, against { $pooled ->
    [yes] { $baseline } for the last twelve months alone and { $last }
   *[no] { $last }
 } for repeating the last month.
    .shows = The shaded columns hold the deaths of these six months with 90 and 50 in 100 chances, if the past is a guide; the dash is the middle.
    .omits = turning points: a coup, an invasion, an agreement.
method-of-pool = half this country’s last two years, half what followed in the hundred country-months most like this one
method-of-last-year = the last twelve months of the preliminary record, each as likely
chart-base-rates = What became of countries at this level a year later
    .shows = Of all country-months since 2010 at the level of { $country } ({ $level }), the share at each level twelve months later, in 100.
    .reads = Without an alert, { $same } stayed at the level{ $up ->
    [none] , the highest
   *[other] { " " }and { $up } moved up
 }{ $alerts ->
    [0] . No month at this level had an alert.
   *[other] ; compare with the row for alerts.
 }
    .omits = what sets this country apart from the others at its level.
base-alert = with an alert ({ $cases } cases)
base-no-alert = without an alert ({ $cases } cases)
series-score = Our alerts, at every multiple
series-chosen = Multiple chosen
series-rules = Other rules
series-perfect = What was said came
series-found = Onset found by an alert
series-missed = Onset missed
series-recorded = Recorded
series-recorded-preliminary = Recorded, preliminary
series-fan-90 = 90 in 100
series-fan-50 = 50 in 100
series-fan-middle = Middle
series-stage = Stage
series-alert = Alert
series-alert-open = Alert cannot be told
axis-recall = Recall: onsets with an alert from one month before to two after
axis-precision = Precision: alerts followed by more deaths
axis-said = Said: mean risk of the bin
axis-came = Came: share that turned out so
axis-stage = Stage
stage-final = final
stage-preliminary = preliminary
level-analyst = Analyst
override-title = The analyst’s own stage
override-about = Your reading stands beside the computed stage from its month on; neither changes the other, and it is marked as yours in every picture.
override-month = From month
override-stage = Stage
override-reason = Reason (needed)
override-author = By
override-save = Save
override-remove = Remove all for this country
override-saved = Saved: { $stage } from { $month }.
override-removed = The analyst’s stages of this country are removed.
override-stands = Standing now, from { $month }: { $stage }. “{ $reason }” By { $author }, { $day }.
override-left-out = One of the analyst’s stages is left out ({ $country }, { $month }): { $fault ->
        [iso3] it is of no country or territory of this dashboard
        [month] its month is not a month of the record
        [stage] its stage is not a whole number from 0 to 6
        [reason] its reason is missing, longer than the form allows, or no text
        [author] its author’s name is longer than the form allows, or no text
        [double] another stands there for the same month
       *[written] the moment at which it was written is none
    }. The file was changed without this form.
override-line = Analyst’s reading from { $month }: { $stage }. { $reason } ({ $author }, { $day })

alert-told = { $strength ->
    [strong] strong alert
   *[plain] alert
 }, { $month }: { $deaths }
act-told = { $day }: { $act }
alert-short = { $strength ->
    [strong] strong, { $month }
   *[plain] alert, { $month }
 }
spark-final = dark bars are final
spark-candidate = light bars, from { $month }, are preliminary
spark-lower-bound = strokes, from { $month }, are lower bounds
spark-peak = Highest: { $deaths }, { $month }{ $missing ->
    [0] { "" }
    [one] ; one month without data
   *[other] ; { $missing } months without data
 }
spark-none = None recorded{ $missing ->
    [0] { "" }
    [one] ; one month without data
   *[other] ; { $missing } months without data
 }
spark-silent = No data
