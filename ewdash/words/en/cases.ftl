### The Past cases page.

choose-case = Case
choose-step = Month of the case
step-back = Back one month
step-on = On one month
step-play = Play
headline-case = { $country }, { $month }: { $deaths } deaths are recorded for the month; stage { $stage }. By then { $papers ->
    [0] no document of warning
    [one] one document of warning
   *[other] { $papers } documents of warning
 }, { $hrc } verified acts of the Human Rights Council or its predecessor and { $sc } of the Security Council since the case began.
case-news = New this month
case-gaps = From the first sign
case-closing = What the record shows, and what it cannot
case-alert = An alert by fixed rules (Rise or Sharp rise).
case-paper = { $day }: { $document }{ $symbol }.
case-act = { $day }, { $body }: { $label }{ $symbol }.
case-nothing = No alert, document or act on record.
case-document = Document of warning
case-sign-alert = an alert
case-sign-document = a document of warning
case-no-sign = No alert and no document of warning on record so far in this case.
case-since = The first sign, { $kind }, dates from { $day }: { $days } days to the end of this month.
case-none-hrc = Human Rights side: no verified act after it so far ({ $days } days).
case-none-sc = Security Council: no verified act after it so far ({ $days } days).
case-first-hrc = Human Rights side: first verified act after { $days } days, on { $day }: { $label }{ $symbol }.
case-first-sc = Security Council: first verified act after { $days } days, on { $day }: { $label }{ $symbol }.
case-shows = { $country }, over the whole case: { $deaths } deaths recorded, { $alerts } alerts by fixed rules, { $papers } documents of warning in this table, { $hrc } verified acts of the Human Rights Council or its predecessor and { $sc } of the Security Council.
case-cannot = It cannot show what was said behind closed doors, who read which document, whether an act answered a sign, or whether another would have changed the course. The documents listed are a few among many, from general knowledge, and marked as such.

chart-replay = { $country }: what was on record by { $month }
    .shows = Deaths, alerts, levels and stages, and the acts of each Council, up to the month chosen; what came later is left blank.
    .reads = Alerts and stages follow the fixed rules Rise and Sharp rise, which learned from no case, and use earlier months only. A filled mark is an act found in a source, a hollow one is recalled and unverified. Sequence is not cause.
    .omits = figures as they were known in that month: the deaths are those of today’s final record, which was compiled later and is more complete.
