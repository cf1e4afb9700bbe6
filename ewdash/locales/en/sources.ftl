### The Sources and methods page.

headline-sources = Every figure comes from one of { $tables } tables, each with its source, version, licence and what it cannot say.{ $failed ->
    [0] {""}
   *[other] {" "}{ $failed } cannot be read at present; the sentence in place of the card says why.
 }
methods = Methods in plain words
tables = Tables
cite = To cite, copy:
fact-producer = Producer
fact-version = Version
fact-coverage = Covers
fact-unit = Unit
fact-rows = Rows
fact-licence = Licence
fact-confidence = Confidence
fact-accessed = Accessed
fact-address = Address
fact-digest = SHA-256 of the file

confidence-verified-by-mechanism = verified by a UN mechanism
confidence-curated-dataset = curated dataset
confidence-several-sources = reported by several sources
confidence-one-source = reported by one source
confidence-model-estimate = model estimate
confidence-user-upload = user upload
confidence-compiled = compiled facts, each row marked verified or recalled

method-purpose = What this is for
    .text = Patterns of human rights violations come before crises. Human Rights Council resolution 45/31 (7 October 2020) asks that early-warning signs from all sources be identified, verified, managed and analysed. It asks that they be brought to members with due urgency and room for dialogue with the State. This dashboard puts what is reported about a situation, and what each Council did about it, on one time axis.
method-limits = What it must not be used for
    .text = It does not rank States, judge them for what a Council did not do, qualify acts in law, or predict. It is no basis for decisions about individuals, for targeting, or for asylum decisions. Reported deaths are a lower floor of what happened where access is poor, and numbers from different sources are never added.
method-level = Level
    .text = Deaths in organised violence in the twelve months that end with the month chosen, best estimate, in bands: none, 1–24, 25–99, 100–999, 1,000 or more. The bands are our own and hold all types of violence in a country; UCDP’s 25 and 1,000, from which we took two of the numbers, are battle-related deaths of one conflict in a calendar year. The low and the high estimate are UCDP’s own. In a few months UCDP codes a low above its best or a high below it; the figures are shown as published, and the band is drawn to include the best estimate.
method-surprise = Surprise
    .text = The probability of a month at least this deadly, given up to 36 months before it (the latest count double every twelve months). The law is a negative binomial whose dispersion is the country’s own, drawn towards a pooled value. It is stated as “once in N months”. A nominal 5 % came in 4.8 % of months in 2010–2024 where half a death a month or more was to be expected. Deaths in conflict vary far more than a Poisson law allows.
method-alert = Alert
    .text = An alert asks for 25 deaths or more in a month, and for three times the monthly mean of the twelve months before. One death is added to both sides. In the first two months of a rise it asks for five times. A strong alert asks for 50 deaths and five times, whatever the age of the rise. A rise begins with a month of at least 10 deaths and twice the mean before it, if none began in the twelve months before. Deaths are those of events that begin and end in the month: a season’s total that a source dates to its first day makes no alert. The thresholds were chosen on 1995–2009 alone, among all pairs in halves from 2 to 8. Of those that found four of five onsets, the alert is the pair most often followed by more. Of those followed by more in three of five cases, the strong alert is the one that found most onsets. They are the same for every country. For the next five months a country is muted, unless its level goes up; strong alerts are muted apart. A preliminary month is judged against the newest record before it, final to December 2024 and preliminary after. On the day, figures were still others; what alerts on first figures were worth stands on the cards. Only alerts and stages run from final into preliminary months. *Cannot be told* is never *no alert*. It stands where fewer than twelve months lie before, or only a lower bound is on record. It also stands where events that run over the month’s end leave it open. Deaths of civilians are judged apart by the same rule. The 90 % interval of the change comes from how much the year before varied.
method-worsening = Slow signs and agreement
    .text = *Rights* worsen when V-Dem’s physical violence index fell by more than 0.05 in one year, 0.08 in three or 0.10 in five. They also worsen when two of five indices did: civil liberties, expression, association, rule of law and electoral democracy. Half of the published interval of the electoral index is under 0.05 for three in four country-years and never over 0.08; 0.10 is the substantial change of the regime-transformation literature. A year counts from April of the next. *Displacement* worsens when people who fled abroad, or those displaced inside by conflict, grew by half and by 10,000 in a year; it counts from July of the next. *Attacks on protected people and services* worsen when one sector rose by half and by ten in a year, inside its coverage. Agreement counts the sources that point to worsening, from 0 to 4. It is never weighted and never becomes an index.
method-stage = Stage
    .text = **0**: { stage-rule-0 } **1**: { stage-rule-1 } **2**: { stage-rule-2 } **3**: { stage-rule-3 } **4**: { stage-rule-4 } **5**: { stage-rule-5 } **6**: { stage-rule-6 } A stage opens at once. A month whose year is not known has no stage. An analyst’s own stage stands beside the computed one and changes nothing else.
method-outlook = Outlook
    .text = The fan pools two sets of draws, half each. One is this country’s last 24 months, the latest counting double every six. The other is what followed in the hundred country-months of the earlier record most like this one (size, last quarter, year, three years, steadiness). From preliminary months it is the last twelve months alone. Base rates count where countries of the same level stood a year later. The risk of an onset in a quiet country (fewer than 25 deaths in 24 months) is a logistic regression, fitted on 1993–2009. It rests on the country’s and its subregion’s past violence, V-Dem indices, population and displacement.
method-evaluation = Evaluation
    .text = Everything is frozen on the record to December 2009 and scored from January 2010 to December 2024; a test fails if training could see later months. Intervals come from drawing whole countries again, 500 times. *Onset, precision, recall* are defined on the Track record page. The figures are final ones; what alerts on first figures were worth stands under Other tools and on the card of each preliminary alert. We also calculated it independently, with zeros before a country was covered and without the exception for a higher level in the mute. For Rise that gives 1.7 alerts a month, 0.47 and 0.86; for Sharp rise 1.3, 0.54 and 0.82. It gives 132 onsets, 23 of them quiet.
method-search = What was tried and not shipped
    .text = Aims were precision 0.60 at recall 0.87 with 1.4 alerts a month, and 0.72 by the second yardstick. They were also average precision 0.14 for quiet countries, and forecasts 10 % better than the last twelve months. Reached: precision 0.59 at recall 0.79 with 1.4 alerts a month, 0.72 by the second yardstick; average precision 0.10 (twice the yardstick) with an area under the curve of 0.86; forecasts 5 % better, with bands that hold. At recall 0.87 the most we found is the rule Rise with 0.49. The alert was a logistic score of 37 features until November 2026. It was refitted on deaths dated to their month, with a threshold for young rises of its own. It then gave 0.59 at recall 0.81: no better than the plain rule, which took its place. Scores of three to six features gave 0.54 to 0.59 at 0.82 to 0.85. A perfect finder of onsets would itself reach about 0.8, because some onsets fade. Boosted trees, splines, neighbours’ violence, V-Dem indices, population, yearly refits and longer or shorter mutes did not move precision beyond chance. For forecasts, boosted quantile regression and forests gained no more than the pool. For quiet countries, trees ranked well overall but worse at the top; Council attention added nothing that held.
method-change = Change
    .text = (deaths in the month + 1) ÷ (monthly mean of the twelve months before + 1). The list of rises holds only months of 25 deaths or more: below that, a change has shown no value as a sign. A change is withheld where its thirteen months are not all final, all preliminary or all lower bounds; only alerts and stages run from final into preliminary months.
method-vintages = Final, preliminary, lower bound
    .text = UCDP publishes a month at once as Candidate and a year later as final. World-wide, final 2025 holds 35 % more deaths than Candidate 2025. So no total and no change is given across them; only alerts and stages run from final into preliminary months. Of twelve preliminary months it is told at most which way they will stand to the twelve before, once final, and how often that came true. Months cannot be chosen whose twelve months would join both. For May and June 2026 only lower bounds are at hand: deaths of events that begin and end inside the month. They are drawn with another mark and never joined to the line.
method-nothing = Four kinds of nothing
    .text = **0**: covered, and nothing recorded. **Not covered**: the source does not cover the place or time as a unit; hatched on the map, a gap in a line. **Not known**: recorded, number missing. **Withheld**: could be computed, but the record does not support it; the reason stands beside it.
method-confidence = Confidence
    .text = From most to least: verified by a UN mechanism · curated dataset · reported by several sources · reported by one source · model estimate · user upload. Council facts carry their own mark: *verified* rows were found in a retrieved source; *recalled* rows come from general knowledge and are drawn hollow.
method-councils = What the Councils did
    .text = Council facts were compiled from UN catalogues and the press of record. One text has one row for each of its effects, and acts are counted by text. Security Council resolutions are given a type by stated rules on agenda item, date and number; these leave 301 rows without a type: counts by type are lower bounds. Known acts that the compilers missed, and later ones, are added by hand with a confidence of their own. The record ends in April 2026; Security Council statements after 2019 and meetings after June 2022 are not systematically in it. Absence is a fact about the record.
method-clock = Response clock and connection
    .text = The clock runs from the first day of a sign’s month to the first verified act of each side, and to the first new mechanism. An act is what the side took: a text adopted, a press statement found, a first or special sitting on the situation, a mandate or mission; of the High Commissioner’s Office also a briefing or report. Vetoes, drafts that failed, Arria-formula meetings and informal dialogues are attention and no act. Routine meetings are not counted. An act after the day to which texts are whole gives no days, because an earlier one may be missing. On the human-rights side the Human Rights Council, the Commission before it and the High Commissioner’s Office stand together. Three signs stand side by side: an alert, the opening of stage 3 or higher, the opening of stage 4 or higher. Comparable signs are those of the same kind since June 2006 where that side had, or had not, acted on the situation in the year before. Shares count signs with a full year of coverage after them. Crossings are briefings of the High Commissioner or of mechanisms, and Arria-formula meetings at which one of them spoke. Texts that cite the other side, texts sent on and letters of the Secretary-General are crossings, too. “Heard” counts only those at which somebody spoke: citing is no hearing. Formal meetings of 1995 to 2020 in which the human-rights side spoke are whole, as far as the record of debates names offices. A thematic meeting counts for no country. All other crossings are a sample, never a yearly count. Texts that only name the human-rights side are drawn, and count in no figure of who was heard. Texts on the Golan are filed under the Syrian Arab Republic and answer no sign there. Sequence is not cause.
method-accountability = Accountability
    .text = An investigative body is a commission of inquiry, fact-finding mission, expert group, evidence mechanism or investigation of the human-rights side; rapporteurs and databases are none. Deaths dated to the month run two years on either side of its creation, in one kind of figure. Comparable situations were in the same stage and decade, with no investigative body of any organ on record in two years on either side. None stands under the text that created this one. Each stands once, with the month nearest to the creation: of the same region, or of the world where fewer than five are. Sums before and after need twelve months on each side. What followed is the first verified act of each kind on the same situation, whether or not it speaks of the body. Of the Court, the list of all bodies counts recalled acts, too, and marks them. Shares count bodies whose so many years after the creation are whole on record. Texts are so to the last one, hearings at formal meetings to 31 December 2020. That a text cites the human-rights side is so to 23 December 2015: resolutions were read for its names to that day. None of this shows an effect. Bodies are created where it is worst, and the worst is often followed by less without any.
method-review = Monthly review and comparison
    .text = A situation deteriorated if an alert was given, or its stage or level went up, against the earlier month. It improved if none of these and a stage or level went down; otherwise it is unchanged. Both months are final, or both preliminary, or both lower bounds, or the comparison is withheld. Totals of a region add best, low and high estimates; the sums of lows and highs are bounds, wider than the truth is likely to be. Comparisons can be per million people of the year, or an index of 100 for the mean of the twelve months before. An onset is the first month with 10 deaths or more and twice the mean of the year before. The six months from there hold 50 deaths or more at 2.5 times that rate.
method-briefing = Briefings
    .text = Paper, slides, document and screen are filled from the same parts, by fixed sentences and the figures of the pages. A paper has two pages: lists are shortened until it fits, and how many rows are left out is said; the tables hold all. A third page holds the citations that the sources ask for and what to know of each table used. The version of the data is the first eight characters of a digest over the tables read.
method-boundaries = Boundaries and names
    .text = The boundaries and names shown and the designations used on the maps do not imply official endorsement or acceptance by the United Nations. Geometry is derived from UN Geodata and simplified; disputed and undetermined areas are shapes of their own and never take a country’s value. Names are UN short names. References to Kosovo are in the context of Security Council resolution 1244 (1999). UCDP files events in Gaza and the West Bank under Israel; it files by place, not by who acted.
method-changes = Changes a reader of the figures would notice
    .text = First edition: UCDP GED 25.1 to December 2024 as final, UCDP Candidate for 2025 and January, February and April 2026, lower bounds to May 2026. It also held V-Dem v16, UNHCR and IDMC to the end of 2025, and Council facts to April 2026. Later changes stand, by day, under What is new.

## How to read.

page-how-to-read = How to read
headline-how-to-read = Each figure says how serious, how sure and how recent: these are its words and marks.
method-behind = Method: { $name }
times-asked = { $times ->
    [3] three
    [5] five
   *[other] { $times }
 } times
term-level = Level
    .says = Deaths in organised violence reported in twelve months, in five bands of our own.
term-stage = Stage
    .says = Where a situation stands, from 0 to 6, by rules on deaths, alerts and slow signs. They are the same for every country.
term-alert = Alert
    .says = { $deaths } deaths or more in a month and { $times } the mean of the year before; { $first } in the first two months of a rise.
term-strong-alert = Strong alert
    .says = { $strong } deaths or more in a month and { $strong_times } the mean of the year before.
term-said = { $term }: { $says }
term-final = Final
    .says = Checked by UCDP and published once a year.
term-preliminary = Preliminary
    .says = Published by UCDP within weeks, as Candidate. The final count can be higher or lower, so the two are never joined.
term-lower-bound = Lower bound
    .says = Only part of a month’s deaths is at hand; the true number is at least this.
term-heard = Crossing; heard
    .says = A crossing is something passed between the Councils: a briefing, an Arria-formula meeting with a human-rights speaker, a citation or a letter. Heard means that somebody spoke. Formal meetings of 1995 to 2020 are whole; the rest is a sample.
stage-rule-0 = None of the signs below.
stage-rule-1 = One slow sign: rights, displacement, or attacks on protected people. Closes after 12 months without.
stage-rule-2 = An alert, or two slow signs. Closes after 6 months.
stage-rule-3 = A strong alert. Closes after 6 months.
stage-rule-4 = 100 deaths in twelve months, or an alert where the twelve months before it held 25. Closes after 12 months under 25.
stage-rule-5 = 1,000 deaths in twelve months. Closes after 12 months under 1,000.
stage-rule-6 = After 4 or 5: six months at half the rate of the year before or less, with under 1,000 in the year. Closes after 24 months, or with an alert.
