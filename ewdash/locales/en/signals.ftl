### Alerts, stages, outlook.

in-ten = about { $number } in 10
in-hundred = about { $number } in 100
in-hundred-less = fewer than 1 in 100
in-hundred-all = nearly all

rule-score = our score
rule-score-strong = strong alerts
rule-score-short = score, 13 months
rule-score-short-strong = strong alerts, 13 months
rule-rise = Rise
rule-sharp = Sharp rise
rule-hdx = Rule of HDX Signals
rule-ears = EARS C2
rule-poisson = Poisson tail
rule-surprise = Surprise (1 %)
rule-rise-from-10 = Rise from 10 deaths
rule-risk = our risk score
rule-deaths-12 = deaths in the last 12 months
rule-zero = always zero
rule-last = last month again
rule-last-year = the last twelve months
rule-pool = the fan shown

driver-size = the size of the month
driver-rise = how steeply it rose
driver-record = that it stands out against earlier peaks
driver-persistence = that high months follow one another
driver-background = the level it starts from
driver-regularity = how regular the violence was before
driver-kind = the kind of violence and how widely it is spread

sign-rights = rights indices
sign-displacement = displacement
sign-incidents = attacks on protected people and services
agreed-some = Other sources that also point to worsening: { $signs }.
agreed-none = No other source points to worsening.
agreed-silent = Not covered for this month: { $signs }.

alert-headline-strong = Strong alert for { $country } in { $month }; { $share } of such alerts were followed by deaths half as high again.
alert-headline-plain = Alert for { $country } in { $month }; { $share } of such alerts were followed by deaths half as high again.
alert-headline-none = { $known ->
    [none] Whether an alert would stand for { $country } in the six months to { $month } cannot be computed: it needs twelve months of the same state of the record before each, and there are none.
    [some] No alert stands for { $country } in the six months to { $month }; for { $judged } of them one could be computed, the others lack twelve months of the same state of the record behind them.
   *[all] No alert stands for { $country } in the six months to { $month }.
 }
alert-label-why = Why
alert-label-unusual = How unusual
alert-label-big = How big
alert-label-agreed = What agreed
alert-label-true = How often such alerts came true
alert-label-missed = What was missed
alert-label-civilians = Civilians
alert-civilians = Deaths of civilians alone also alert, in { $month } (rule Rise; { $share } of such alerts came true since 2010).
measure-stage = Stage
alert-label-risk = If quiet now
alert-why-score = Of months like this one, { $score } began or continued a rise. What counted most: { $drivers }.
alert-why-rule = The months behind are too few for the score; the rule { $rule } holds: 25 deaths or more, the highest month in twelve, and a rise over the year before.
alert-unusual = Judged by this country’s last three years, a month at least this deadly is expected once in { $months } months.
alert-unusual-not = Judged by this country’s last three years, a month like this is not unusual.
alert-unusual-far = Judged by this country’s last three years, a month this deadly is outside what was to be expected: less than once in a hundred years.
alert-unusual-unknown = Not known: fewer than twelve months of this record lie behind.
alert-big = Reported in the month: { $deaths }{ $against }; { $year } in the twelve months to it.
alert-longer = { $crossing } of the month’s deaths are in events that begin in it and end later; { $dated } are in events inside the month.
alert-record = It was the highest in { $months } months.
alert-true = After alerts of this kind ({ $rule }), { $share } saw deaths at least half as high again in the next six months as in the year before (90 in 100: { $low } to { $high } %; { $cases } alerts, 2010–2024).
alert-missed = Alerts are no safeguard: of { $onsets } onsets in 2010–2024, { $missed } came without an alert of our score; the Track record page names them.{ $same ->
    [true] {""}
   *[false] {" "}By the rule that spoke here ({ $rule }) alone, { $alone } would have.
 }
alert-risk = In { $month }, of quiet countries with such a past, { $share } saw an onset within a year.

stage-0 = 0 Routine monitoring
stage-1 = 1 Emerging concern
stage-2 = 2 Deteriorating pattern
stage-3 = 3 Acute risk
stage-4 = 4 Active crisis
stage-5 = 5 High intensity
stage-6 = 6 De-escalation, fragile
prevention-0 = primary prevention
prevention-1 = primary to secondary prevention
prevention-2 = secondary prevention
prevention-3 = secondary to tertiary prevention
prevention-4 = tertiary prevention
prevention-5 = tertiary prevention
prevention-6 = tertiary prevention: non-recurrence

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
column-score = Score
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
    .key = Continuous ranked probability score: mean distance between forecast and outcome, in deaths; less is better.
column-within-50 = In the 50 % band
column-within-90 = In the 90 % band
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

watch-alerts = Alerts
watch-moved = Stages
watch-unanswered = No act on record
watch-unanswered-reads = Alerts of the second year before { $month } after which no verified act of either Council on the situation is on record within a year. Security Council meetings and statements after 2019 are not systematically in the record, so a Council may have met or spoken. A fact about the record, not a judgement of a State or a Council. Choose a cell to open the situation.
watch-alerts-reads = Alerts of the six months to { $month }, newest first. { $new ->
    [0] None is new this month.
    [one] One is new this month.
   *[other] { $new } are new this month.
 } To expect world-wide: { $budget } a month; { $share } were followed by deaths half as high again (2010–2024).
watch-moved-reads = Deteriorated: { $worse }. Improved: { $better }. Unchanged: { $same }. Not comparable: { $unknown }. Stages against { $since }.
chart-world-stage = Stage by country, { $month }, { $scope }
    .shows = Each country is coloured by its stage, from routine monitoring to high intensity, or de-escalation.
    .reads = A stage opens on evidence at once and closes after a delay; its evidence is on the country’s page. Hatched ground is not covered, which is not the same as routine.
    .omits = what no source recorded, and how stages differ inside a country.
map-legend-stage = Stage (number of countries)
map-label-stage = { $country }: { $stage }. { $reason }

section-outlook = Outlook
section-stages = Stages and evidence
chart-stages = { $country }: stages and what opened each
    .shows = Each period in one stage, newest first, with the evidence that opened it.
    .reads = A stage opens at once and closes only after a delay (6 to 24 months), so a row can outlast its evidence. Preliminary months are computed apart and take over the stage of the last final month.
    .omits = political events, and anything the sources of this dashboard do not record.
chart-fan = { $country }: deaths per month in the last two years and in the next six months
    .shows = The shaded columns hold the next months’ deaths with 90 and 50 in 100 chances, if the past is a guide; the dash is the middle.
    .reads = Method: { $method }. On log deaths three months ahead its mean error (CRPS, lower is better) was { $score } in 2018–2023, against { $baseline } for the last twelve months alone and { $last } for repeating the last month.
    .omits = turning points: a coup, an invasion, an agreement.
method-of-pool = half this country’s last two years, half what followed in the hundred country-months most like this one
method-of-last-year = the last twelve months of the preliminary record, each as likely
chart-base-rates = What became of countries at this level a year later
    .shows = Of all country-months since 2010 at the level of { $country } ({ $level }), the share at each level twelve months later, in 100.
    .reads = Without an alert, { $same } stayed at the level and { $up } moved up; compare with the row for alerts.
    .omits = what sets this country apart from the others at its level.
base-alert = with an alert ({ $cases } cases)
base-no-alert = without an alert ({ $cases } cases)
series-score = Our score, at every threshold
series-chosen = Threshold chosen
series-rules = Fixed rules
series-perfect = What was said came
series-found = Onset found by an alert
series-missed = Onset missed
series-recorded = Recorded
series-fan-90 = 90 in 100
series-fan-50 = 50 in 100
series-fan-middle = Middle
series-stage = Stage
series-alert = Alert
axis-recall = Recall: onsets with an alert from one month before to two after
axis-precision = Precision: alerts followed by more deaths
axis-said = Said: mean score of the bin
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
