### The briefing pack.

pack-subtitle = Early-warning briefing, twelve months to { $month }
pack-subtitle-past = Early-warning briefing on { $month }, without later months and acts
pack-stamp = Data accessed up to { $day }, version { $digest }
pack-made = Made at
pack-alert = Alert
pack-gap = From sign to act
pack-gap-message = What followed the last alert, of { $month }
followed-hrc = Human-rights side
followed-sc = Security Council
followed-mechanism = New mechanism on the human-rights side
pack-followed = { $body }: after { $days }, { $act }{ $symbol }{ $inside ->
    [yes] , in the month of the alert itself.
   *[no] .
 }
pack-followed-after-record = { $body }: acts are on record to { $day } only, before the alert.
pack-followed-none = { $body }: none on record up to { $day }.
pack-sequence = Days run from the first day of the alert’s month, so an act of that month may come before its deaths. They say what came after what, not whether one answered the other.
pack-trend-none = { $country }: no death in organised violence is recorded from { $first } to { $last }.
pack-trend = { $country }, { $year }: { $deaths } deaths recorded, { $state_based } in state-based violence, { $non_state } between non-state groups, { $one_sided } in one-sided violence against civilians.{ $undrawn ->
    [none] { "" }
   *[other] { " " }{ $undrawn }
 }
pack-bridge = Since { $first }, verified acts, one text counted once: { $acts }; { $heard ->
    [0] we found no day on which anything passed between the Councils
    [one] we found one day on which something passed between the Councils
   *[other] we found { $heard } days on which something passed between the Councils
 }.
pack-new-york = { $acts ->
    [0] No dated act
    [one] One dated act
   *[other] { $acts } dated acts
 } and { $living ->
    [0] no mechanism alive
    [one] one mechanism alive
   *[other] { $living } mechanisms alive
 } that Geneva can bring to New York{ $resolved ->
    [yes] {" "}(resolution 45/31, paragraph 8)
   *[no] {""}
 }
pack-cooperation = { $reviews ->
    [0] No review
    [one] One review
   *[other] { $reviews } reviews
 } under the Universal Periodic Review on record{ $recalled ->
    [0] { "" }
   *[other] , { $recalled } of them recalled
 }
reviewed-on = Last review on record: session { $session } (cycle { $cycle }), opened { $day }{ $recalled ->
    [yes] { " " }(recalled, unverified)
   *[no] { "" }
 }.
pack-next-review = Next review: { $status }{ $confidence ->
    [none] { "" }
   *[other] { " " }({ $confidence })
 }.
pack-item10 = Technical cooperation (item 10): { $texts ->
    [one] one text
   *[other] { $texts } texts
 } on record, the last on { $day }{ $symbol }.
pack-item10-none = No technical cooperation text (item 10) is on record.
pack-questions = Questions for the dialogue
pack-questions-message = What the record leaves open
question-since = What has { $country } done, and what has changed, since the last act recorded here?
question-format = At stage { $stage }, which format would favour dialogue with the State and region (45/31, paragraph 7)?
question-unheard = { $mechanism }: we found no briefing of the Security Council by the human-rights side since it was created. What of its findings should reach New York?
question-heard = { $mechanism }: the Security Council last heard the human-rights side on { $day }, as far as our record goes. What has been found since?
question-state = Which support does { $country } seek, under item 10 or from the region?
question-forward = Which of the listed texts should the Secretary-General pass on (paragraph 8)?
pack-unknown = What is not known
pack-unknown-preliminary = Open marks and hatched bars are preliminary: they will change and do not continue the final record. Only alerts and stages run through both.
pack-unknown-floor = Deaths are those that sources reported; where access is poor they are a floor. Indirect deaths from hunger or disease are not counted.
pack-unknown-acts = Acts are recorded systematically up to { $hrc } (Human Rights Council) and { $sc } (Security Council); Security Council statements after 2019 and meetings after June 2022 are not.
pack-unknown-past = Later months and acts are left out, but deaths are those of today’s record, which was compiled later and is more complete than what was known then.
pack-unknown-crossings = What passed between the Councils is whole only for formal meetings from 1995 to 2020; of the rest there is a sample. None recorded may only mean that none was found.
pack-unknown-closed = Closed meetings, quiet diplomacy and what was passed on in confidence leave no mark here.
pack-sources = Sources
pack-months = { $country }: deaths, level, stage and alerts month by month
pack-files = What the files hold
pack-forms = Each table is here as CSV (commas, decimal points). The folder “{ $folder }” holds it as CSV for a spreadsheet set to French or German (semicolons, decimal commas). The workbook (XLSX), which opens in any, holds it as a sheet.
pack-measures = Main figures
pack-citations = How the sources ask to be cited
pack-caveats = What to know of the tables used
pack-caveats-of = What to know of “{ $table }”
pack-letters = No typeface of this paper has { $count ->
    [one] a letter of it
   *[other] { $count } letters of it
 }, shown as { $sign }: { $letters }.
pack-elsewhere = Sources and notes in full: in this slide’s notes, and on the last slide.
pack-marks = Hollow marks of acts: recalled, not verified. Open marks of deaths: preliminary.
pack-note = Analyst’s note
pack-note-signed = { $author }, { $day }. The analyst’s words, not the dashboard’s.
pack-more = { $rows } more rows in the pack’s tables (CSV).
pack-continued = { $title } (continued)
confidence-legend = Confidence, from most to least: { $steps }. { pack-marks }

pack-subtitle-region = Monthly review, { $month } against { $back ->
    [one] the month before
   *[other] { $back } months before
 }
pack-subtitle-comparison = Comparison, twelve months to { $month }
pack-lines = { $countries } countries and territories, with the last verified act of each Council
part-moved = What moved, and why
part-together = Deaths of all together
part-multiples = Deaths country by country
part-lines = A line per country
part-sides = The situations side by side
part-differences = The differences
part-figures = The figures compared
part-alert = Alert and its track record
part-map = Map
part-trend = Deaths by type of violence
part-bridge = Bridge timeline
part-gap = From sign to act
part-newyork = Forward to New York
part-cooperation = The State’s cooperation
part-questions = Questions for the dialogue

chart-brief = { $country }: deaths, stage and what each Council did
    .reads = Open circles are preliminary months. Large marks opened something, crosses ended it; hollow ones are unverified. A vertical line: something passed between the Councils. Sequence is not cause.
    .omits = closed meetings; low and high estimates.
    .more = Low and high estimates stand on the Situation page.
    .shows = Deaths per month in events inside it, the stage, and { $acts } acts of the Councils and of the State’s cooperation.
chart-map-country = { $country } and its neighbours: level of violence, twelve months to { $month }
    .shows = Each country is coloured by the deaths in organised violence reported in twelve months.
    .reads = Darker is more; hatched ground is not covered by this record, which is not the same as none.
    .omits = where inside a country the deaths occurred.

present-name = Presenter mode: arrow keys go on and back, Escape leaves
present-before = Back
present-after = Next
present-whole = Full screen (F)
present-leave = Leave (Esc)
pack-more-shown = % more rows in the pack’s tables (CSV).

page-briefing = Briefing
section-situation = A situation
section-region = A region or set of countries
section-comparison = A comparison
choose-parts = Parts included
choose-note = Include the analyst’s note
briefing-guide = Choose a subject above to make a paper, slides, a document or tables of what is reported there and what each Council did.
paper-pdf = Paper (PDF, two pages and their sources)
paper-pptx = Slides (PPTX)
paper-docx = Document (DOCX)
paper-zip = Tables (ZIP of CSV and XLSX)
present = Present
brief-this = Brief or present this
briefing-contents = What it holds
briefing-about = Each file is made from the same parts, offline. It carries its sources, the version of the data, the note on boundaries and the address of this page. The same selection and data give the same file.
note-title = Analyst’s note
note-about = One note for each subject; in the papers only when asked, with author and date, as the analyst’s words and not the dashboard’s.
note-text = Note
note-author = Author
note-save = Save the note
note-remove = Remove the note
note-saved = The note is kept.
note-removed = The note is removed.
note-kept = The note kept now is by { $author }, of { $day }.
note-stands = The note kept on this subject is by { $author }, of { $day }: “{ $text }”

kind-special-sitting = special session, urgent debate
kind-investigation = investigative body
kind-country-mandate = country mandate
kind-text = other text
kind-briefing = briefing
kind-arria = Arria-formula meeting
kind-citation = citation
kind-forwarded = text sent on
kind-letter = letter
kind-meeting = agenda
kind-peace-operation = operation, force
kind-sanctions = sanctions
kind-accountability = accountability
kind-veto = veto
kind-technical-cooperation = item 10
kind-review = Periodic Review
