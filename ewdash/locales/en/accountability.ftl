### Investigative bodies: before and after, what followed, and how New York took it up.

section-accountability = Accountability
choose-inquiry = Investigative body
accountability-bodies = Investigative bodies
accountability-body = { $name } ({ $year })
accountability-own = This situation
accountability-others = Comparable situations with no investigative body on record
accountability-deaths-dated = Deaths in events inside the month
accountability-deaths-civilians = Of civilians, longer events included
accountability-quartiles = Middle half of them
accountability-median = Their median
accountability-within = within { $years ->
    [one] { $years } year
   *[other] { $years } years
 } ({ $cases })
accountability-of = { $same ->
    [yes] of { $most }
   *[no] hearings of { $heard }, citations of { $cited }, other texts of { $most }
 }
axis-months-since = Months since the creation

chart-accountability = { $country }: deaths before and after the creation of an investigative body
    .file = Deaths before and after an investigative body
    .shows = { $body }, created on { $day } (dotted): reported deaths month by month, two years on either side.
    .reads = Below: situations in the same stage with none on record; each panel has its own scale. Sequence is not cause.
    .omits = whether the body changed anything: bodies are created where it is worst, and the worst is often followed by less.
    .more = The months are of one kind of figure: preliminary ones never continue final ones. Deaths of civilians include those in events that cross the month’s end. A comparable situation was in the same stage and decade; no investigative body of any organ is on record for it in the two years before or after. Nor does it stand under the text that created this one. Where the end of a body is not on record, it is taken to have lived a year after its last text. Each place stands once, with its month nearest to that of the creation: of the same region where there are at least five, else of the world. Of a past month, only months and bodies up to it are known. They are: { $names }.
accountability-halves = In the { $months } months before that of the creation { $before } deaths are dated, in the { $months } after it { $after }. Of { $cases } comparable situations, { $fewer } had fewer after than before.
accountability-halves-withheld = Sums before and after are withheld: on one side fewer than twelve months of this kind of figure are on record.
accountability-comparable = Compared with { $cases } situations of { $pool ->
    [region] the same region
   *[world] the world
 } in the same stage (“{ $stage }”) and decade.
accountability-no-stage = The situation has no stage in that month, so that none is comparable.
accountability-cut = The months end with { $first } and { $last }: beyond, figures of another kind, months after the one chosen, or none are on record.
accountability-case = { $name } ({ $month })

chart-accountability-rights = { $country }: rights indices around { $year }, the year of the creation of an investigative body
    .file = Rights indices around an investigative body
    .shows = Six indices of V-Dem, from 0 to 1, from two years before the creation of { $body } to two after.
    .reads = Higher is better. An empty year is not coded or lies beyond the release. Sequence is not cause.
    .omits = whether the body changed anything, and changes within the experts’ uncertainty.
column-two-before = Two years before
column-one-before = The year before
column-in-year = Year of creation
column-one-after = The year after
column-two-after = Two years after

chart-accountability-sequence = { $country }: what followed the creation of an investigative body
    .file = Sequence after an investigative body
    .shows = { $body }, created on { $day }: its reports, and the first act of each kind on the situation afterwards.
    .reads = Days run from the creation. An act on the situation need not speak of the body. Sequence is not cause.
    .omits = reports not in our selection, closed contacts, and whether one step led to another.
    .more = A report stands on the first day of its session, or on its own day where that is later. Heard means that the High Commissioner’s Office or a mechanism spoke to the Security Council on the situation; formal meetings are whole for 1995 to 2020, all else is a sample. Cited means that a text of the Security Council names that side. Resolutions were read for such names to the end of 2015; later ones and presidential statements are a sample. Sanctions are new or widened ones, arms embargoes new ones. Where a recalled act comes first, it stands beside the first verified one. Steps without an act stand last, with the day up to which they would be on record and the last such act before the creation. Acts of the International Criminal Court are a short selection.
accountability-heard = { $heard ->
    [yes] The first verified hearing of the human-rights side by the Security Council on this situation is { $days } after the creation.
   *[no] No verified hearing of the human-rights side by the Security Council on this situation is on record after the creation{ $sample ->
        [yes] {""}
       *[no] , up to { $until }
     }.
 }{ $sample ->
    [yes] {" "}Formal meetings are whole to { $until }; other hearings are a sample: one that is not on record may have been held.
   *[no] {""}
 }
accountability-report = Report before the Council at { $session }{ $issued ->
    [none] { "" }
   *[other] , dated { $issued }
 }
accountability-none = Not on record up to { $until }{ $earlier ->
    [none] { "" }
   *[other] ; the last before the creation: { $earlier }
 }
accountability-none-whole = { $step ->
    [cited] Not in a resolution up to { $until }, to which these were read for such names, nor in the sample of other texts
   *[heard] Not at a formal meeting up to { $until }, to which these are whole, nor in the sample of other hearings
 }{ $earlier ->
    [none] { "" }
   *[other] ; the last before the creation: { $earlier }
 }
accountability-none-sample = { $step ->
    [cited] Not in the sample of texts after { $until }, to which resolutions were read for such names
   *[heard] Not in the sample of hearings after { $until }, to which formal meetings are whole
 }{ $earlier ->
    [none] { "" }
   *[other] ; the last before the creation: { $earlier }
 }
accountability-none-court = Not in our selection of the Court’s acts{ $earlier ->
    [none] { "" }
   *[other] ; the last before the creation: { $earlier }
 }
column-step = Step
column-months-since-creation = Months since creation
column-days-since = Days after
column-comparable-low = Comparable, lower quartile
column-comparable-median = Comparable, median deaths
column-comparable-high = Comparable, upper quartile
column-comparable-cases = Comparable situations
step-created = Created
step-report = Report
step-renewed = Last renewal
step-ended = Ended
step-heard = Human-rights side heard
step-cited = Human-rights side cited
step-inquiry = Inquiry of another organ
step-sanctions = Sanctions or embargo
step-referral = Referral to the ICC
step-tribunal = Tribunal created
step-investigation = ICC investigation
step-warrant = ICC warrant

chart-uptake = How many investigative bodies the Security Council took up, and how soon
    .file = Investigative bodies and what followed in the Security Council
    .shows = Investigative bodies of the human-rights side created since June 2006, and the share after which each step followed.
    .reads = Only bodies whose years lie in the record count: formal meetings to { $hearings }, citations in resolutions to { $read }, other texts to { $texts }.
    .omits = citations after { $read }; hearings outside a sample, so that heard is a floor; recalled acts.
uptake-answer = { $bodies } investigative bodies were created since June 2006. { $heard_years ->
    [0] Of none is a whole year of formal meetings on record.
   *[other] For { $heard_cases } of them, { $heard_years ->
        [one] the year after lies
       *[other] the { $heard_years } years after lie
     } before { $hearings }, to which formal meetings are whole. The Security Council is on record as having heard the human-rights side after { $heard } of these. Other hearings are a sample, so that this is a floor.
 } { $cited_years ->
    [0] Of none is a whole year of resolutions read for names of that side.
   *[other] For { $cited_cases }, { $cited_years ->
        [one] the year after lies
       *[other] the { $cited_years } years after lie
     } before { $read }, to which resolutions were read for names of that side. The Council cited it after { $cited } of these.
 } For { $cases }, { $years ->
    [one] a year
   *[other] { $years } years
 } of other texts are on record. The Council imposed or widened sanctions or an arms embargo after { $sanctions }, and referred the situation after { $referral }. Whether the bodies deterred, the record cannot show.
column-years-after = Years after creation
column-bodies = Bodies with so many years on record
column-followed-by-step = Followed by it
column-share-followed = Share, %
chart-investigations = { $bodies } investigative bodies since June 2006, and what followed each
    .file = Investigative bodies and what followed each
    .shows = Days from the creation to the first report and the first verified act of each kind on the situation; under ICC, recalled ones too.
    .reads = Empty: none verified on record. Texts are whole to { $until }, citations to { $read }, formal meetings to { $hearings }. No step need answer the body.
    .omits = reports beyond our selection ({ $reports }, { $recalled } recalled); acts before the creation.
    .more = Hearings other than formal meetings to that day are a sample, so that their number is a floor. An earlier one, or one where none is on record, may be missing. The first act of the Court is an investigation opened or a warrant. Verified or recalled, it counts, and the column beside says which. Where that is empty, none is on record, which is a short selection of the Court’s acts.
column-reports = Reports on record
column-days-report = First report, days
column-days-heard = Heard, days
column-days-cited = Cited, days
column-days-sanctions = Sanctions or embargo, days
column-days-referral = Referral, days
column-days-court = ICC, days
column-court-confidence = ICC, how sure
    .file = How sure the first act of the International Criminal Court is
