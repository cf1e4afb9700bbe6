### Work formats of resolution 45/31, paragraph 7: where they were used, and what came after.

choose-format = Work format listed
format-all = All formats
format-special-session = Special session
format-urgent-debate = Urgent debate
format-enhanced-dialogue = Enhanced interactive dialogue
format-briefing = Briefing of the Security Council
format-item10 = Item 10 cooperation
format-good-offices = Good offices
format-not-on-record = not on record
format-no-text = none: a briefing adopts no text
format-text-unknown = no text on record
format-case = { $country } ({ $month }, after { $days })
format-outcomes = { $texts ->
    [one] One text
   *[other] { $texts } texts
 }: { $silent } without a vote, { $recorded } by recorded vote{ $recorded ->
    [0] {""}
    [one] {" "}({ $yes } yes, { $no } no, { $abstain } abstaining)
   *[other] {" "}(median { $yes } yes, { $no } no, { $abstain } abstaining)
 }{ $open ->
    [0] {""}
   *[other] ; how is not on record for { $open }
 }
column-format = Format
    .file = Work format (resolution 45/31, paragraph 7)
column-uses = Stretches with it
column-days-low = Days, low
    .file = Days to the first use: one in ten came sooner (days)
column-days-high = Days, high
    .file = Days to the first use: one in ten came later (days)
column-by-name = Cases by name
column-outcomes = Texts after it
column-text = Text
    .file = Text that came after (symbol)
column-adopted = How adopted

chart-format-precedents = { $country }: formats used in situations like this
    .shows = { $stretches } stretches at stage “{ $stage }” in { $area } since June 2006, { $earlier ->
        [yes] with
       *[no] without
     } an act of the human-rights side in the year before: in how many each format was used.
    .reads = Days run from the start of a stretch; low and high enclose eight in ten. Under five uses, cases are named.
    .omits = unverified rows; whether a use changed anything.
    .more = The situation’s own stretch began in { $since }. A stretch is three months or more in one stage, in final figures to { $until }. Those of the same region are counted, or of the world where the region has fewer than ten. Formats are those of resolution 45/31, paragraph 7. Two have no kind of act in this record: that says nothing about their use. Briefings are a sample, so their counts are floors. A precedent says what was used and what came after. It recommends nothing.
chart-format-cases = { $country }: each use in situations like this
    .shows = { $uses ->
        [one] One use
       *[other] { $uses } uses
     } of a work format in { $stretches } stretches at stage “{ $stage }” in { $area }, { $earlier ->
        [yes] with
       *[no] without
     } earlier attention, newest first.
    .reads = Days run from the start of the stretch. The text is the one that came after. Sequence is not cause.
    .omits = unverified rows. Not on record: { $missing }.
    .more = The situation’s own stretch began in { $since }. A special session’s texts bear its number. An urgent debate’s text is the one of its own symbol, or the first on the situation within ten days. A text under item 10 is its own. A briefing adopts none.
chart-format-uses = { $counted ->
    [no] { $missing }: not on record
   *[yes] { $uses } uses of the work formats of resolution 45/31, paragraph 7, on record, one for each situation{ $recalled ->
        [0] {""}
       *[other] , { $recalled } of them recalled
     }
 }
    .shows = Special sessions, urgent debates, briefings of the Security Council by the High Commissioner or a mechanism, and texts under item 10, newest first.
    .reads = The text is the one that came after, with how it was adopted. Sequence is not cause.
    .omits = sessions and debates on no country{ $missing ->
        [none] .
       *[other] . Not on record: { $missing }.
     }
    .more = A special session’s texts bear its number. An urgent debate’s text is the one of its own symbol, or the first on the situation within ten days. A text under item 10 is its own; mandates renewed under that item stand as mandates. A session, debate, briefing or text on several situations is a use in each, with a row for each. Briefings in one meeting are one use. Briefings are a sample. A format that is not on record has no kind of act in these tables, which says nothing about its use.
