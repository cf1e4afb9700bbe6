### The Peacebuilding Commission: its situations, and what it says to either Council (45/31, paragraph 9).

section-peacebuilding = Peacebuilding
lane-peacebuilding = Peacebuilding Commission
lane-short-peacebuilding = Peacebuilding
class-peacebuilding = Agenda, meetings, briefings
action-pbc-agenda-added = Placed on the agenda of the Peacebuilding Commission
action-pbc-meeting = Meeting or visit of the Peacebuilding Commission
action-pbc-advice-to-sc = Peacebuilding Commission briefs the Security Council
action-pbc-briefing-to-hrc = Chair of the Peacebuilding Commission briefs the Human Rights Council
column-pbc = Before the PBC
    .file = Before the Peacebuilding Commission
pbc-agenda = agenda { $year }
pbc-met = last in { $year }
pbc-none = none on record
column-pbc-agenda = On the agenda since
column-pbc-meetings = Meetings on record
column-pbc-last = Last on record
column-pbc-hrc = Before the Human Rights Council
column-pbc-sc = Before the Security Council
column-pbc-session = Session
column-pbc-of = Situation or region
pbc-hrc-both = mechanism or mandate; item 10
pbc-hrc-mandate = mechanism or mandate
pbc-hrc-item10 = item 10
pbc-sc-agenda = active agenda since { $year }
pbc-sc-none = not on the active agenda{ $meetings ->
    [0] { "" }
    [one] ; one formal meeting on record
   *[other] ; { $meetings } formal meetings on record
 }
chart-peacebuilding = Situations before the Peacebuilding Commission, and before either Council
    .shows = { $situations } situations on record before the Commission; { $both } of them stand before the Human Rights Council too.
    .reads = “Before the Human Rights Council” is a mechanism alive, or a country mandate or item 10 text of three years, on { $day }; “before the Security Council”, its active agenda.
    .omits = what our short list lacks: none on record does not mean none.
    .more = A situation stands before the Commission where it was placed on its agenda, or where a meeting on it or a visit is on record. A region stands in the list without a code. Formal meetings of the Security Council are on record to { $meetings }; one off its active agenda may have had many. Two days of the Commission’s agenda are recalled.
chart-paragraph-9 = What the Commission said to either Council, by list
    .shows = Briefings of the Human Rights Council by the Chair, which resolution 45/31 (paragraph 9) invites every year since 2021, and briefings of the Security Council.
    .reads = A year without a briefing on record is unknown: we found no source.
    .omits = letters and closed meetings; the list is not whole.
    .more = The Chair’s yearly briefing has a row for each year, with the session in which it fell. The Quaker United Nations Office said at the forty-eighth session (September 2021) that the briefing could not be scheduled that year.
pbc-of-year = Yearly briefing of the Human Rights Council, { $year }
pbc-unknown = no source on record
