### When Geneva was heard in New York.

section-heard = Heard in New York
choose-mandates = Related mandates of the Secretary-General, apart
speaker-high-commissioner = High Commissioner
speaker-deputy-high-commissioner = Deputy High Commissioner
speaker-assistant-secretary-general = Assistant Secretary-General for Human Rights
speaker-special-procedure = Special procedure
speaker-investigative-body = Investigative body
speaker-prevention = Special Adviser on prevention
speaker-sexual-violence = Special Representative, sexual violence
speaker-children = Special Representative, children
column-high-commissioner = High Commissioner
column-deputy-high-commissioner = Deputy High Commissioner
column-assistant-secretary-general = Assistant SG for Human Rights
column-special-procedure = Special procedure
column-investigative-body = Investigative body
column-prevention = Special Adviser on prevention
column-sexual-violence = Special Representative, sexual violence
column-children = Special Representative, children
column-hr-meetings = Meetings with the human-rights side
column-sittings = Meetings held
column-first-heard = First heard
column-who = Who spoke
column-related = Meetings with a related mandate
column-resolutions = Resolutions
column-n-human-rights = Say “human rights”
column-names-side = Name the human-rights side
series-n-human-rights = Say “human rights”
series-names-side = Name the human-rights side
lane-mandates = Related mandates of the Secretary-General, heard by the Security Council
class-mandate-prevention = Special Adviser on prevention
class-mandate-sexual-violence = Sexual violence in conflict
class-mandate-children = Children, armed conflict
heard-row-human-rights = Meetings in which the human-rights side spoke
heard-row-related-mandate = Meetings with a related mandate of the Secretary-General
heard-row-sittings = Meetings held
heard-related = Related mandates are not of the human-rights side: no figure of who was heard counts them. Two of them can be heard in one meeting.
chart-heard-years = When Geneva was heard in New York: formal meetings, { $first } to { $last }
    .shows = The human-rights side spoke in { $meetings } of { $sittings } formal meetings, most in { $year }: { $most }. Below stand all meetings held, on a scale of their own.
    .reads = Each meeting counts once. { $thematic } of them were on no one country.
    .omits = closed consultations, Arria-formula meetings and speakers whom the record names without an office: a floor.
    .more = The human-rights side is the High Commissioner, the Deputy, the Assistant Secretary-General for Human Rights, special procedures and investigative bodies. In 1,360 of 3,858 speeches by UN officials the record gives no office, mostly from 2018 to 2020; their names were read. A paper presented by somebody else does not count. The chart ends where the record of speakers does: what came after is a sample and stands apart. In 2020 videoconferences count too.
chart-heard-countries = Countries on which the human-rights side was heard in formal meetings, 1995 to 2020, { $scope }
    .shows = { $countries } countries or territories that the agenda item of such a meeting names, with the offices that spoke.
    .reads = Of a country that is not listed no such meeting on its own agenda item is on record.
    .omits = thematic meetings, closed and informal formats, and all meetings since 2021.
chart-heard-sample = Who was heard elsewhere, { $scope }: a sample
    .shows = { $earlier } entries of closed and informal formats or before 1995, { $later } since 2021, one for each meeting and situation; recalled: { $recalled }{ $own ->
        [0] {""}
       *[other] ; from a user’s file: { $own }
    }.
    .reads = A sample, never a yearly count: none on record may only mean none found.
    .omits = what no public source tells; nothing after 2020 is looked for systematically{ $brought ->
        [yes] {" "}but in that file
       *[no] {""}
    }.
    .more = Single rows reach to { $day }. Closed consultations and Arria-formula meetings have no public record of speakers. Formal meetings since 2021 have one{ $brought ->
        [yes] . The file of debates loaded here gives it as far as it names offices; what is on record is listed once.
       *[no] , which is not at hand. Version 6.1 of the corpus of debates holds it to 2023; “python -m ewdash import” and the page Data take its table of speeches.
    }
chart-heard-texts = Security Council resolutions that name the human-rights side, { $first } to { $last }
    .shows = { $named } of { $resolutions } resolutions name it. “Human rights” stood in { $first_said } of { $first_all } in { $first } and in { $last_said } of { $last_all } in { $last }.
    .reads = Naming is a sign of uptake, not of having heard anybody.
    .omits = presidential statements, and texts after { $last }.
    .more = A text names the human-rights side where it names the Human Rights Council, the Commission before it, the High Commissioner, a special rapporteur or an independent expert. Words were counted by a machine in the whole text. After June 2006 “Commission on Human Rights” is a national or regional body and does not count. On the timeline of a country such a text is a mark between the two Councils.
