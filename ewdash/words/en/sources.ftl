### The Sources and methods page.

headline-sources = Every figure comes from one of { $tables } tables, each with its source, version, licence and what it cannot say.{ $failed ->
    [0] {""}
   *[other] {" "}{ $failed } cannot be read at present; the sentence in place of the card says why.
 }
methods = Methods in plain words
tables = Tables
cite = To cite, copy:
fact-producer = Producer
fact-version = Version
fact-coverage = Covers
fact-unit = Unit
fact-rows = Rows
fact-licence = Licence
fact-confidence = Confidence
fact-accessed = Accessed
fact-address = Address
fact-digest = SHA-256 of the file

confidence-verified-by-mechanism = verified by a UN mechanism
confidence-curated-dataset = curated dataset
confidence-several-sources = reported by several sources
confidence-one-source = reported by one source
confidence-model-estimate = model estimate
confidence-user-upload = user upload
confidence-compiled = compiled facts, each row marked verified or recalled

method-purpose = What this is for
    .text = Patterns of human rights violations come before crises. Human Rights Council resolution 45/31 (7 October 2020) asks that early-warning signs from all sources be identified, verified, managed and analysed, and brought to members with due urgency and room for dialogue with the State. This dashboard puts what is reported about a situation, and what each Council did about it, on one time axis.
method-limits = What it must not be used for
    .text = It does not rank States, judge them for what a Council did not do, qualify acts in law, or predict. It is no basis for decisions about individuals, for targeting, or for asylum decisions. Reported deaths are a lower floor of what happened where access is poor, and numbers from different sources are never added.
method-level = Level
    .text = Deaths in organised violence in the twelve months that end with the month chosen, best estimate, in bands: none, 1–24, 25–99, 100–999, 1,000 or more. UCDP speaks of a conflict from 25 and of a war from 1,000 battle-related deaths in a year; 1 and 100 divide what lies between. The low and the high estimate are UCDP’s own. In a few months UCDP codes a low above its best or a high below it; the figures are shown as published, and the band is drawn to include the best estimate.
method-change = Change
    .text = (deaths in the month + 1) ÷ (monthly mean of the twelve months before + 1). The list of rises holds only months of 25 deaths or more: below that, a change has shown no value as a sign. A change is withheld where its thirteen months do not belong to one state of the record.
method-vintages = Final, preliminary, lower bound
    .text = UCDP publishes a month at once as Candidate and a year later as final. Final 2025 holds 35 % more deaths than Candidate 2025. So a final and a preliminary month are never in one sum or comparison; months from January 2025 to November 2025 cannot be chosen, because their twelve months would join both. For March 2026 and for May 2026 only lower bounds are at hand: deaths of events that begin and end inside the month. They are drawn with another mark and never joined to the line.
method-nothing = Four kinds of nothing
    .text = **0**: covered, and nothing recorded. **Not covered**: the source does not cover the place or time as a unit; hatched on the map, a gap in a line. **Not known**: recorded, number missing. **Withheld**: could be computed, but the record does not support it; the reason stands beside it.
method-confidence = Confidence
    .text = From most to least: verified by a UN mechanism · curated dataset · reported by several sources · reported by one source · model estimate · user upload. Council facts carry their own mark: *verified* rows were found in a retrieved source; *recalled* rows come from general knowledge and are drawn hollow.
method-councils = What the Councils did
    .text = Council facts were compiled from UN catalogues and the press of record. One text has one row for each of its effects, so resolutions are counted by symbol. Types of Security Council resolution are not charted across countries: many mandate renewals are not yet told apart from other resolutions, and a comparison would mislead. The record ends in April 2026; Security Council statements and meetings after 2019 are not systematically in it. Absence is a fact about the record.
method-boundaries = Boundaries and names
    .text = The boundaries and names shown and the designations used on the maps do not imply official endorsement or acceptance by the United Nations. Geometry is derived from UN Geodata and simplified; disputed and undetermined areas are shapes of their own and never take a country’s value. Names are UN short names. References to Kosovo are in the context of Security Council resolution 1244 (1999). UCDP files events in Gaza and the West Bank under Israel; it files by place, not by who acted.
method-changes = Changes a reader of the figures would notice
    .text = First edition: UCDP GED 25.1 to December 2024 as final, UCDP Candidate for 2025 and January, February and April 2026, lower bounds to May 2026, V-Dem v16, UNHCR and IDMC to the end of 2025, Council facts to April 2026.
