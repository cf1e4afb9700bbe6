### The corpus of Security Council debates that a user brings: told, kept, shown beside the sample, taken away.

layout-sc-debates = the UN Security Council Debates corpus (table of speeches)
debates-read = “{ $file }” is { $layout }: { $speeches ->
        [one] one speech
       *[other] { $speeches } speeches
    }{ $meetings ->
        [0] , none in a formal meeting.
       *[other] {" "}in { $meetings } formal meetings, { $first } to { $last }.
    }
debates-offices = Speeches that carry an office: { $offices }. Of the others ({ $others }) the office is not known; it does not follow that nobody of the human-rights side spoke.
debates-group = { $who }, speeches in formal meetings: { $speeches }
debates-alike = Speeches under an office that speaks of human rights and is none of those above, not read: { $speeches }
debates-left-video = Speeches in videoconferences, which are no formal meetings, not read: { $speeches }
debates-left-day = Speeches without a day, or of one that has not come yet, not read: { $speeches }
debates-left-number = Speeches without the number of a meeting, not read: { $speeches }
debates-left-format = Speeches said to be neither in person nor by video, not read: { $speeches }
debates-left-line = Lines that do not have the cells of the first line, not read: { $speeches }
debates-brings = Meetings after { $day } with the human-rights side: { $meetings }, not on record yet: { $new }. With related mandates: { $related }. On one country: { $placed }.
debates-unnamed = Speeches by UN officials in formal meetings after { $day }: { $officials }, without an office: { $unnamed }.
debates-replaces = It replaces the file that is kept: “{ $file }”, brought on { $day }.
debates-nothing = No formal meeting with the human-rights side or a related mandate is read after the record of speakers ends, so nothing is kept.
debates-kept = Kept. Councils lists the meetings under “Heard” as user upload. They go with “python -m ewdash update --forget”, or on the page Data.
debates-keep = Keep these meetings
debates-title = Debates of the Security Council
debates-about = Version 6.1 of the corpus of debates names who spoke in formal meetings to 2023. Councils lists them under “Heard”, marked as user upload. No count, chart, clock or gap holds them.
debates-none = No file of debates is kept yet. It is docs_meta.RData or speaker.tsv, doi 10.7910/DVN/KGVSYH, at Harvard Dataverse.
debates-remove = Remove these debates
debates-removes = The meetings of the corpus of debates would be removed from this machine. Your own file is not touched.
debates-format = Formal meeting (user upload)
debates-label = { $office } heard in formal meeting
debates-thematic = { $item } (thematic)
debates-note = User upload: formal meetings after { $day }, to { $last }. Speeches by UN officials in them: { $officials }, without an office: { $unnamed }. So who is not listed may have been heard: absence proves nothing. Speeches in videoconferences, left out: { $video }.
