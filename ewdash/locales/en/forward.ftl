### Forward to New York: one page for a month of the Security Council.

section-forward = Forward to New York
choose-sitting = For the Security Council’s month
error-nothing-to-forward = Nothing of the human-rights side is on record on { $country }: no text, special session, mechanism or meeting. So there is nothing to forward.
    .advice = Reviews of States under the Universal Periodic Review stand in the part State of the page Situation.
paper-one-pdf = Paper (PDF, one page)
paper-one-docx = Document (DOCX, one page)
forward-guide = Choose a situation above to set what Geneva has on record on it on one page, for a month of the Security Council.
forward-this = Another month, or the whole list
forward-title = On record in Geneva on { $country }, for the Security Council’s month { $month }
forward-subtitle = HRC resolution 45/31, paragraph 8
forward-basis = Basis: Human Rights Council resolution 45/31 (7 October 2020), paragraph 8, by which reports relevant to prevention are brought to the other bodies of the United Nations.
forward-headline = { $country }: { $rows ->
    [0] no dated entry
    [one] one dated entry
   *[other] { $rows } dated entries
 } and { $living ->
    [0] no mechanism alive
    [one] one mechanism alive
   *[other] { $living } mechanisms alive
 }{ $past ->
    [0] { "" }
    [one] { " " }(one with its recorded end before { $month }, renewal not on record)
   *[other] { " " }({ $past } with their recorded end before { $month }, renewal not on record)
 } on record, { $first } to { $last }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } of them recalled)
 }
forward-month = The Security Council in { $month }
forward-presidency = Presidency of the month: { $member }.
forward-presidency-unknown = The presidency of the month is not on record.
forward-due = Ends in the month: { $terms }.
forward-due-none = No end of a Security Council mandate on this situation is on record for the month.
forward-due-missing = Terms of Security Council mandates are not in this record.
forward-past = Recorded end before the month, renewal not on record: { $terms }.
forward-final-past = Set end of a final term before the month: { $terms }.
forward-term = { $mandate }, { $day }{ $symbol }{ $final ->
    [yes] , final term
   *[no] { "" }
 }
forward-agenda = On the Security Council’s active agenda: { $items }.
forward-agenda-none = We found no item on the Security Council’s active agenda.
forward-item = { $item } (first considered { $year })
forward-heard = The Security Council heard or cited the human-rights side on { $days ->
    [one] one day on record, { $day }
   *[other] { $days } days on record, last on { $day }
 }: { $label }{ $symbol }.
forward-heard-none = We found no day on which the Security Council heard or cited the human-rights side.
forward-record = On record, in order of date
forward-living = Mechanism alive, last text
column-entry = Entry
forward-mechanism = { $mechanism }{ $renewed ->
    [yes] ; created { $day }{ $symbol }
   *[no] ; created, no later text on record
 }
forward-past-ends = { $past ->
    [one] One mechanism alive has
   *[other] { $past } mechanisms alive have
 } a recorded end before { $month }: renewal not on record.
forward-past-end = ; recorded end { $day }, renewal not on record
forward-report = { $mechanism }: report before { $session }
forward-unknown-reports = Reports of mechanisms are a selection; what was passed on in confidence leaves no mark here.
forward-recalled = Left out as recalled and not verified: { $rows ->
    [one] one entry
   *[other] { $rows } entries
 }.
forward-rule = Where not all fit on the page, mechanisms alive are kept first, then the last of each kind, then the newest, and of one day the most binding. Days are those of the record; a review under the Universal Periodic Review has the first day of its session. Verified entries, unless marked.
pack-more-at = { $rows } more on record: see { $address }
chart-forward = { $country }: everything on record for the page to New York
    .shows = { $rows } entries{ $marked ->
    [0] { "" }
   *[other] { " " }({ $marked } recalled)
 }: mechanisms alive, texts, special sessions, reports, reviews, and days on which the Security Council heard or cited the human-rights side.
    .reads = In order of date, each text once. The page keeps what fits, by the rule it states.
    .omits = { $recalled ->
        [0] reports that are not on record
       *[other] reports that are not on record, and { $recalled } recalled, unverified entries
     }; what was passed on in confidence.
    .more = The basis is resolution 45/31, paragraph 8. Acts on the Golan are left out under the Syrian Arab Republic. A mechanism stands on the day of its last text.
