### What is due before both Councils.

page-due = What is due
part-due = What is due
section-due = What is due
choose-horizon = Months ahead
choose-kind = Kind
choose-from = From the day
due-months = { $months } months
due-body-all = Both Councils
due-body-hrc = Human Rights Council
due-body-sc = Security Council
due-kind-all = All kinds
due-kind-country-mandate = Country mandates
due-kind-investigation = Investigative bodies
due-kind-mission = Missions and forces
due-kind-sanctions = Sanctions and panels
due-kind-review = Periodic Reviews

headline-due = What is due in { $scope }{ $only ->
    [none] { "" }
   *[other] { " " }({ $only } only)
 } within { $months } months of { $day }: { $hrc ->
    [0] no recorded end
    [one] one recorded end
   *[other] { $hrc } recorded ends
 } before the Human Rights Council, { $sc ->
    [0] none
    [one] one
   *[other] { $sc }
 } before the Security Council; { $reports ->
    [0] no report, update or dialogue on record
    [one] one report, update or dialogue
   *[other] { $reports } reports, updates or dialogues
 }{ $reviews ->
    [left] { "" }
    [0] ; { $inside ->
        [0] no review on record
       *[other] no review after this month
     }
    [one] ; one review
   *[other] ; { $reviews } reviews
 }{ $inside ->
    [0] { "" }
    [one] ; apart from these, one review of { $month }, whose day is not on record
   *[other] ; apart from these, { $inside } reviews of { $month }, whose days are not on record
 }. { $reach ->
    [none] { "" }
   *[other] { $reach }.{ " " }
 }{ $past ->
    [0] { $final ->
        [0] No recorded end has passed.
       *[other] { "" }
     }
    [one] One mandate is past the recorded end: renewal not on record.
   *[other] { $past } mandates are past the recorded end: renewal not on record.
 }{ $final ->
    [0] { "" }
    [one] { " " }One final term has its set end behind it.
   *[other] { " " }{ $final } final terms have their set end behind them.
 }{ $recalled ->
    [0] { "" }
    [one] { " " }One of all these is recalled, unverified.
   *[other] { " " }{ $recalled } of all these are recalled, unverified.
 }
due-note-early = Looked from a past day: of each mandate mostly the newest term is on record, so what was due then is not whole.{ $reviews ->
    [none] { "" }
    [past] { " " }Reviews to come are not told here, because their calendar was compiled later.
   *[other] { " " }The calendar of reviews was compiled on { $reviews }.
 }
due-note-days = Days of sessions that open after { $day } are told as they are known now, whenever they were set.
due-note-later = { $count ->
    [one] One thing on record comes
   *[other] { $count } things on record come
 } later than these months{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.
due-note-passed = Not listed: { $count ->
    [one] one report or review whose session or month was set, planned or by rule before this day
   *[other] { $count } reports or reviews whose session or month was set, planned or by rule before this day
 }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }. Whether { $count ->
    [one] it
   *[other] they
 } took place is not on record.
due-note-in-month = { $count ->
    [one] One review is of { $month }, its day not on record
   *[other] { $count } reviews are of { $month }, their days not on record
 }{ $names ->
    [none] { "" }
   *[other] { " " }({ $names })
 }. Whether { $count ->
    [one] it has
   *[other] they have
 } taken place is not on record either{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.
due-note-reviews = { $reach }; later ones are not on record.{ $names ->
    [none] { "" }
   *[other] { " " }Next review not on record: { $names }.
 }
review-reach = Reviews on record up to session { $session } ({ $month })
review-next-unknown = Next review of { $country }: not on record.{ $reach ->
    [none] { "" }
   *[other] { " " }{ $reach }; later ones are not.
 }
review-next-after = Whether the review of { $country } in session { $session } of the working group took place is not on record, nor is the one after it. { $reach }.
due-note-thematic = { $count ->
    [one] One row of no one country is
   *[other] { $count } rows of no one country are
 } listed with the world only{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.
due-sequence = Sequence and record only: a recorded end is what the last text on record set. Later texts may have changed it.

due-thematic = no one country
due-review-of = Universal Periodic Review, session { $session } of the working group
due-session = { $session }, { $first } to { $last }{ $basis ->
    [rule] { " (months by rule)" }
    [planned] { " (planned)" }
   *[held] { "" }
 }
due-band = { $session }{ $basis ->
    [rule] { " (by rule)" }
    [planned] { " (planned)" }
   *[held] { "" }
 }
due-working-group = working group { $session }, { $month }
due-presidency-later = not known: the members of { $year } are not on record
due-presidency-unknown = not on record for { $year }
due-asked = { $what } ({ $when })
due-reviews = { $count ->
    [one] Review, working group { $session }
   *[other] { $count } reviews, working group { $session }
 }
due-several = { $name } ({ $count })
due-hover = { $what }: { $name } ({ $place }), { $state }{ $mark }
due-before = { $meeting }: { $items }
due-item = { $what }, { $name }
due-text = { $symbol } ({ $day })
due-to-new-york = { $reaches ->
    [yes] What { $meeting } hears and adopts comes before the last of these months is over.
   *[no] { $meeting } opens after these months.
 } On record already: { $known }.
due-to-geneva = { $reaches ->
    [yes] What the Security Council hears and decides in { $meeting } comes before the session is over.
   *[no] { $meeting }: after the session.
 } On record already: { $known }.
due-named = { $name } ({ $what }, { $day }){ $mark }
due-near = Due within { $days } days of { $day }: { $names }{ $reviews ->
    [0] { "" }
    [one] ; one review
   *[other] ; { $reviews } reviews
 }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } of all these recalled)
 }.
due-none-named = no recorded end, report or update
due-near-none = Nothing on record is due within { $days } days of { $day }.
due-past-since = Newly past the recorded end, renewal not on record: { $names }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.
due-past-named = Past the recorded end, renewal not on record: { $names }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.
due-final-past-since = Newly past the end that its last text set for a final term: { $names }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.
due-final-past-named = Final term, its set end is past: { $names }{ $recalled ->
    [0] { "" }
   *[other] { " " }({ $recalled } recalled)
 }.

due-what-term = Recorded end
due-what-review = Review
due-what-report = Report
due-what-interactive-dialogue = Interactive dialogue
due-what-enhanced-interactive-dialogue = Enhanced interactive dialogue
due-what-oral-update = Oral update
due-what-sg-report = Report of the Secretary-General
due-what-panel-report-midterm = Midterm report of the panel
due-what-panel-report-final = Final report of the panel
due-what-strategic-review = Strategic review
due-state-due = due
due-state-running = { $basis ->
    [planned] due in this session, planned for { $first } to { $last }
    [rule] due in this session, by rule from { $first } to { $last }
   *[held] due in this session or month, which has begun
 }
due-state-in-month = in { $month }; whether it has taken place is not on record
due-state-final = due; by its text a final term
due-state-final-past = final term, set to end on { $end } by { $text }; its end is past
due-state-session-past = { $basis ->
    [planned] due; the last regular session before its end was planned to close on { $last }, renewal not on record
    [rule] due; the last regular session before its end was by rule to close by { $last }, renewal not on record
   *[held] due; the last regular session before its end has closed, renewal not on record
 }
due-state-past = { $basis ->
    [planned] its last session was planned to close on { $last }: renewal not on record
    [rule] its last session was by rule to close by { $last }: renewal not on record
   *[held] past its recorded end: renewal not on record
 }
due-draft = a draft on the situation was not adopted on { $day }{ $symbol }{ $mark }
due-state-open = open, without a term
due-state-unknown = term not on record
due-state-passed = { $basis ->
    [planned] its session was planned to close on { $last }
    [rule] its session was by rule to close by { $last }
   *[held] its session or month has passed
 }
due-lane-hrc = Human Rights Council: regular sessions
due-lane-sc = Security Council: months and presidencies
due-mark-term = Recorded end
due-mark-asked = Report or update
due-mark-review = Periodic Review

due-calendar = Calendar file (iCalendar)
due-calendar-name = What is due, { $scope }{ $only ->
    [none] { "" }
   *[other] , { $only } only
 }
due-entry = { $meeting }: { $what }, { $name } ({ $place })
due-entry-sc = SC { $month }

column-due-what = What is due
column-due-mandate = Mandate
column-ends = Recorded end
column-due-meeting = Session or month
column-asked = What the text asks for
column-due-state = On record
    .key = “due” has its recorded end, session or month still to come; “past its recorded end” says that no renewal is in these tables, never that a mandate has ended. “Final term” is what its last text set; what came of it is not on record.
column-due-source = Where the term is from
column-due-hrc = Before the Human Rights Council
column-due-sc = Before the Security Council
column-apart = Days between
    .file = Days between the session and the nearest of the months (0: they overlap)
column-to-new-york = From Geneva to New York
column-to-geneva = From New York to Geneva

chart-due = What is due before both Councils, { $scope }, { $months } months from { $day }{ $only ->
    [none] { "" }
   *[other] , { $only } only
 }
    .shows = { $items ->
    [0] Nothing on record is due in these months.
   *[other] Recorded ends of terms, reports and updates that texts ask for, and reviews, in order of date.
 }
    .reads = Bands are sessions, grey where their months are by rule. A recorded end is what the last text on record set.
    .omits = later renewals, and what no text on record asks for.
    .more = Regular sessions open in late February, June and September; those not on record are counted on from the last that is. Their days by rule run from the earliest opening to the latest closing since 2021. A term is taken up by the last regular session to open by its end, before the Security Council in the month of its end.
    .file = what is due
due-note-recalled = { $recalled ->
    [one] One situation here rests
   *[other] { $recalled } situations here rest
 } on a recalled row in part.
due-note-other = Before one Council in these months, with every dated mandate of the other past its recorded end: { $names }. When the other takes them up is not on record.
chart-due-past = Past the recorded end, or without one, { $scope }{ $only ->
    [none] { "" }
   *[other] , { $only } only
 }
    .shows = { $items ->
    [one] One mandate
   *[other] { $items } mandates
 } on { $day }: { $past } past the recorded end, { $final } past that of a final term, { $open } without a term, { $unknown } whose term is not on record.{ $recalled ->
    [0] { "" }
   *[other] { " " }Recalled among these: { $recalled }.
 }
    .reads = Past means that no renewal is in these tables, never that the mandate has ended.
    .omits = texts after the days up to which the record reaches.
    .file = past the recorded end
chart-due-both = Both Councils in the same quarter, { $scope }, { $months } months from { $day }
    .shows = { $items ->
    [one] One situation
   *[other] { $items } situations
 } with something before each Council, at most { $quarter } days between them (resolution 45/31, paragraph 8).
    .reads = Each row is a session with the months of the Security Council near it, and what their order allows.{ $only ->
    [none] { "" }
   *[other] { " " }The choice of body and kind does not narrow this list.
 }
    .omits = whether anything was or will be passed on; closed consultations.
    .file = both Councils in the same quarter

error-nothing-due = { $what ->
    [both] Both Councils in the same quarter: nothing on record for { $scope }.
    [past] No mandate past its recorded end, or without one, is on record for { $scope }.
   *[country] No term, report or review before either Council is on record for { $scope }.{ $reach ->
        [none] { "" }
       *[other] { " " }{ $reach }.
     }
 }{ $day ->
    [none] { "" }
   *[other] { " " }Looked from { $day }: of each mandate mostly the newest term is on record.
 }
    .advice = This speaks of the tables here, not of what the Councils will do.
