### The Past cases page.

choose-case = Case
choose-step = Month of the case
choose-played = Months of the same kind of figure
step-back = Month before
step-on = Next month
step-play = Play
headline-case = { $country }, { $month }: deaths recorded for the month { $deaths } (best, low and high estimate; { $source }){ $crossing ->
    [0] { "" }
   *[other] , { $crossing } of them in events that end later
 }; stage { $stage }. By then { $papers ->
    [0] no document of warning or inquiry is public
    [one] one document of warning or inquiry is public
   *[other] { $papers } documents of warning or inquiry are public
 }; verified acts since the case began, one text counted once: { $acts }.
case-news = New this month
case-gaps = From the first signs to the Councils
case-closing = What the record shows, and what it cannot
case-alert = { $strength ->
    [strong] A strong alert.
   *[plain] An alert.
 }
case-attention = { $body }, attention and no act
case-paper = { $day }: { $document }{ $symbol }.
case-paper-public = { $day }, public by this day, dated { $dated }: { $document }{ $symbol }.
case-act = { $day }, { $body }: { $label }{ $symbol }.
case-nothing = No alert, document or act on record.
case-document = Document: { $kind }
column-found-in = Document found in

case-no-alert = No alert in the months of this case so far{ $open ->
    [0] { "" }
    [one] ; for one month it cannot be told
   *[other] ; for { $open } months it cannot be told
 }. { $before ->
    [none] None is on record before them.
   *[other] The last one before them was in { $before }.
 }
case-no-paper = No document of warning or inquiry public so far in this case.
case-since-alert = First alert in the months of this case: { $month }, { $days ->
    [one] one day
   *[other] { $days } days
 } from its first day to the end of this month.{ $open ->
    [0] { "" }
    [one] { " " }Whether there was one before it cannot be told for one month.
   *[other] { " " }Whether there was one before it cannot be told for { $open } months.
 }
case-since-paper = First document: { $day }, { $document }{ $symbol }; { $days ->
    [0] the last day of this month
    [one] one day to the end of this month
   *[other] { $days } days to the end of this month
 }.
case-first-meeting = First formal meeting on the situation in the months of this case
case-none-hrc = After it, human-rights side: no verified act on record so far.
case-none-sc = After it, Security Council: no verified act on record so far.
case-first-hrc = After it, human-rights side: first verified act { $days ->
    [0] on the same day
    [one] one day later
   *[other] { $days } days later
 }, on { $day }, { $body }: { $label }{ $symbol }.
case-first-sc = After it, Security Council: first verified act { $days ->
    [0] on the same day
    [one] one day later
   *[other] { $days } days later
 }, on { $day }: { $label }{ $symbol }.
case-no-act-sc = Security Council, in the months of this case: no verified act on record so far.
case-recalled-sc = Recalled and not verified: { $acts }, the first of { $day }: { $label }{ $symbol }.
case-attention-sc = Attention and no act: { $number ->
    [one] one on record, of { $day }
   *[other] { $number } on record, the first of { $day }
 }: { $label }{ $symbol }.
case-act-sc = Security Council, first verified act in the months of this case: { $day }, { $label }{ $symbol }.
case-act-sc-from = That is { $days ->
    [0] on the day of
    [one] one day { $side ->
        [before] before
       *[after] after
     }
   *[other] { $days } days { $side ->
        [before] before
       *[after] after
     }
 } { $sign ->
    [alert] the first alert
   *[paper] the first document
 }.

case-shows = { $country }, over the whole case: deaths recorded { $deaths } (best estimates, sum of low and sum of high ones; { $source }); { $alerts ->
    [0] no alert
    [one] one alert
   *[other] { $alerts } alerts
 }{ $open ->
    [0] { "" }
    [one] { " " }(for one month it cannot be told)
   *[other] { " " }(for { $open } months it cannot be told)
 }, { $papers } documents of warning or inquiry in this table ({ $recalled } recalled and not verified); verified acts, one text counted once: { $acts }.
case-shows-days = From the first sign ({ $sign ->
    [alert] an alert, counted from its month’s first day
   *[paper] a document
 }, { $day }) to the first verified act after it: human-rights side { $hrc }, Security Council { $sc }.
case-never = none on record
case-later = { $same ->
    [true] Issued after the case, on { $day }
   *[false] Of { $dated }, but public only after the case, by { $day } at the latest
 }: { $document }{ $symbol }.
case-cannot = It cannot show what was said behind closed doors, who read which document, or whether an act answered a sign or came by routine. Nor can it show whether another act would have changed the course. The documents are a selection made with hindsight. An act is what the response clock counts; statements are among them only where the record of acts names them. Vetoes, failed drafts, Arria-formula meetings, informal dialogues and routine meetings are attention and no act. Of formal meetings of the Security Council only the first in the months of the case is here.

lane-document = Documents of warning or inquiry, by who speaks
class-special-procedure = Special procedures
class-high-commissioner = High Commissioner
class-ohchr-report = Report of OHCHR
class-secretary-general = Secretary-General
class-sc-briefing = Briefing of the SC
class-un-inquiry = UN inquiry
class-other-un = Others of the UN

chart-replay = { $country }: what was on record by { $month }
    .shows = Deaths, alerts, levels, stages, documents of warning or inquiry, acts of each Council and the State’s cooperation, up to the month chosen.
    .reads = Deaths are those of today’s final record, which is more complete. A hollow mark is recalled and unverified. Sequence is not cause.
    .omits = what came later, and figures as they were known in that month.
    .more = Each deaths figure in the sentences has its low and high estimate. Alerts and stages are those of the other pages; each uses its own and earlier months only. The alert’s thresholds were chosen on 1995 to 2009, the same for every country, so the case of Sri Lanka lies partly in those years. An alert counts from its month’s first day, though it could be computed only when the month was over. A document stands at the day from which it was public; the documents are a selection. A filled mark was found in a source. Today’s record was compiled later than the months shown.
