### How far the record of each body's acts reaches, and how to carry it on.

reach-texts = { $body } texts to { $day }{ $later ->
    [yes] {" "}(single acts to { $last })
   *[no] {""}
 }
reach-sentence = On record: { $texts }. Presidential statements of the Security Council are whole to { $statements }, meetings to { $meetings }. What is later is unknown.
reach-add = To add the next text: one line in data/hand/council_action.csv, then “python -m ewdash build”. Or “python -m ewdash import” with the UN Digital Library’s voting data or a table of adopted texts.
reach-series-texts = Texts on countries
reach-series-special-sittings = Special sessions and urgent debates
reach-series-failed-drafts = Drafts not adopted, vetoes
reach-series-presidential-statements = Presidential statements
reach-series-press-statements = Press statements
reach-series-meetings = Meetings
reach-series-speakers = Who was heard
reach-series-arria = Arria-formula meetings
reach-series-closed-consultations = Closed consultations
reach-series-acts = Acts
reach-systematic = Whole
reach-sample = Sample
reach-none = Not recorded
reach-note-country-texts = Of thematic texts only a few are on record.
reach-note-meetings = Formal meetings on a country; a meeting without a country is left out.
reach-note-speakers = Speakers for the High Commissioner or a human-rights mechanism.
reach-note-closed = Named only where a source mentions them.
reach-note-own = Carried on by a file loaded on this machine; texts whose item names no single situation stand under no country.

chart-reach = How far the record reaches
    .shows = Each body and kind of act: whole to a day, a sample of single finds, or not recorded.
    .reads = Texts of the Human Rights Council are whole to { $hrc }, of the Security Council to { $sc }. A last act after that day is a single one.
    .omits = how much a sample lacks, and what came after the last act.
column-reach-series = Kind of act
column-reach-kind = Record
column-reaches-to = Whole to
column-singles-to = Last act on record
