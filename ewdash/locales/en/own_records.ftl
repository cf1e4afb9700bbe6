### A user's own violation records: their layout, refusals, and the part “Your records”.

## Types of violation: themes of the Universal Human Rights Index, shortened

violation-type-right-to-life = Right to life
violation-type-executions = Extrajudicial, summary or arbitrary executions
violation-type-death-penalty = Death penalty
violation-type-disappearances = Enforced disappearances
violation-type-torture = Torture and ill-treatment
violation-type-arbitrary-detention = Arbitrary arrest and detention
violation-type-conditions-of-detention = Conditions of detention
violation-type-physical-integrity = Physical and moral integrity
violation-type-sexual-violence = Sexual and gender-based violence
violation-type-trafficking = Trafficking and contemporary forms of slavery
violation-type-freedom-of-movement = Freedom of movement
violation-type-freedom-of-religion = Freedom of thought, conscience and religion
violation-type-freedom-of-expression = Freedom of opinion and expression
violation-type-peaceful-assembly = Peaceful assembly
violation-type-freedom-of-association = Freedom of association
violation-type-public-affairs = Public affairs and the vote
violation-type-housing = Adequate housing
violation-type-food = Right to food
violation-type-health = Right to health
violation-type-education = Right to education

source-type-victim-or-family = Victim or family
source-type-witness = Witness
source-type-medical = Medical or forensic
source-type-authorities = Authorities
source-type-united-nations = United Nations
source-type-civil-society = Civil society
source-type-media = Media
source-type-images-or-data = Images or open data
source-type-other = Other

verification-alleged = Alleged
verification-reported = Reported
verification-corroborated = Corroborated
verification-verified = Verified

## What a column takes

records-needed = Must be filled
records-takes-record-id = Your own reference, given once. Left empty, the record is given one.
records-takes-date-from = The first day, such as 2026-03-05, or a month, such as 2026-03.
records-takes-date-to = The last day, or a month. Left empty, it is the first day, or the end of the month in date_from.
records-takes-iso3 = The country: its ISO code (SDN or SD), M49 number (729) or United Nations name.
records-takes-admin1 = The first-level area: province, state or governorate, up to 120 characters.
records-takes-violation-type = One word of the list on the sheet “lists”: themes of the Universal Human Rights Index.
records-takes-victims-low = The lowest estimate of victims, a whole number. Left empty, it is unknown, which is not zero.
records-takes-victims-best = The best estimate of victims, a whole number. Left empty, it is unknown, which is not zero.
records-takes-victims-high = The highest estimate of victims, a whole number. Left empty, it is unknown, which is not zero.
records-takes-source-type = One word of the list on the sheet “lists”: who or what says so.
records-takes-verification = alleged, reported, corroborated or verified.
records-takes-note = Your own words, up to 1,200 characters. Do not name people whom this could endanger.
records-takes-owner = Whose record it is. Left empty, it is yours; “team” is everybody who can open the dashboard.

## Why a cell is refused

row-fault-missing = It must be filled.
row-fault-formula = It holds a formula. Paste its value instead.
row-fault-not-a-day = It is no day. Write it as 2026-03-05, or a month as 2026-03.
row-fault-reversed = It lies before date_from.
row-fault-future = It lies in the future.
row-fault-too-early = It lies before 1900.
row-fault-unknown-country = No country or territory has this code or name.
row-fault-several-countries = It is the code of a State of the past with several successors. Name one of them.
row-fault-not-in-list = It is none of the { $terms } words of the list for { $column }, which the template holds.
row-fault-not-a-number = It is no whole number. Write digits alone, or leave it empty where unknown.
row-fault-negative = It is below zero. Leave it empty where unknown.
row-fault-too-many = It is more than ten million.
row-fault-out-of-order = The numbers must rise: victims_low, victims_best, victims_high.
row-fault-too-long = It is longer than { $column } can be.
row-fault-id-twice = The same record_id stands in an earlier row.
row-fault-id-taken = A record with this id is kept and says something else. Change that one, or give another id.

## The part “Your records”

data-guide = Bring your own violation records, work on them, and see them beside the official figures.
records-title = Your records
records-about = Your own records are shown beside the official figures, marked “user upload”, and never added to them.
records-where = They are kept on the machine that runs this dashboard, { $named ->
        [yes] in the folder named at its start
       *[no] in the home folder of whoever started it
    }. Whoever can open it can read, change and remove them.
records-sign-in = Sign in to see and bring records: here they belong to who is signed in.
records-signed-in = They are kept on the server. You see your own and the team’s; nobody else sees yours.
records-template-csv = Template (CSV)
records-template-xlsx = Template (XLSX) with the lists
records-upload = A file of records (CSV or XLSX), or an export of everything (JSON), up to { $megabytes } megabytes. Nothing is kept before you say so.
records-owner = Kept as records of
records-for-team = Of the team: everybody who can open this dashboard
records-read = The file has { $rows ->
        [one] one record
       *[other] { $rows } records
    }: { $good } can be kept, { $refused } refused{ $known ->
        [0] {""}
       *[other] , { $known } kept already just so
    }.
records-unread = { $number ->
        [one] One column is
       *[other] { $number } columns are
    } not in the layout and not read: { $columns }.
records-encoding = It was read as Windows-1252: check the letters with accents.
records-refused = { $rows ->
        [one] One row cannot
       *[other] { $rows } rows cannot
    } be kept. Take the rows away with the reasons, correct them there, and bring that file.
records-corrected-csv = Refused rows with reasons (CSV)
records-corrected-xlsx = Refused rows with reasons (XLSX)
records-alike = { $rows ->
        [one] One record may be of an incident that is there already: same
       *[other] { $rows } records may be of incidents that are there already: same
    } country and type, close days, similar victims. Tick those that are incidents of their own; the others are left out.
records-like-kept = kept record { $record }, { $days ->
        [0] same days
        [one] a day apart
       *[other] { $days } days apart
    }
records-like-row = row { $row }, { $days ->
        [0] same days
        [one] a day apart
       *[other] { $days } days apart
    }
records-keep = Keep { $records ->
        [one] one record
       *[other] { $records } records
    }{ $left ->
        [0] {""}
       *[other] , leave out { $left }
    }
records-kept = { $records ->
        [one] One record is
       *[other] { $records } records are
    } kept.
records-restore-about = This is an export of own records, notes and stages. What stands here stays; what the file has beside it is added, with its history.
records-restore = Add what the file holds
records-restored = Added { $added }, there already { $known }, set aside in the history { $aside }, unusable { $left }. Under another id { $renamed }.
records-left-out = Record “{ $record }” in the file cannot be read and is left out: see its { $column }.
records-list = { $records ->
        [0] No record is kept yet
        [one] One record is kept
       *[other] { $records } records are kept
    }
records-none = Download a template, fill it, and bring it here.
choose-of-country = Country or territory
choose-of-type = Type of violation
choose-of-verification = Verification
records-filtered = Shown: { $shown } of { $records }. Choose a row to see its history, change its verification or remove it.
records-one = Record { $record }
records-status = Verification
records-reason = Reason
records-reason-missing = Give a reason: it goes into the history of the record.
records-change = Change it
records-changed = The verification is changed.
records-remove = Remove this record
records-remove-all = Remove all of them
records-removes = { $records ->
        [one] One record
       *[other] { $records } records
    } would be removed from every figure{ $history ->
        [yes] , with the history
       *[no] ; the history says that it stood there and who removed it
    }.
records-removed = Removed.
records-take-away = Take away
records-take-away-about = “Everything” holds records, notes and stages with their whole history; brought here again, nothing is lost. The tables hold the records as they stand.
records-everything = Everything with history (JSON)
records-records-csv = Records (CSV)
records-records-xlsx = Records (XLSX)
records-work-on = Work on your records
records-team = the team
records-act-added = added
records-act-changed = changed
records-act-removed = removed
records-act-set-aside = brought by an import, set aside

column-record-id = Record
column-date-from = From
column-date-to = To
column-violation-type = Type of violation
column-victims-low = Victims, low
column-victims-best = Victims, best
column-victims-high = Victims, high
column-victims = Victims
column-victims-known = With a number of victims
column-source-type = Kind of source
column-verification = Verification
column-note = Note
column-owner = Whose record
column-written = Kept on
column-row = Row
column-column = Column
column-like = May be the same as
column-own = An incident of its own
column-changed = When (UTC)
column-changed-by = By
column-act = What
column-difference = Changed
column-records = Records
column-alleged = Alleged
column-reported = Reported
column-corroborated = Corroborated
column-verified = Verified

## Beside the official figures

axis-own-records = Records a month
choose-own = Include your own records
section-records = Your records
records-mark = User upload: these are no official figures, and no official figure holds them.
records-source = User upload. Records of { $owners }, last kept { $day }.
records-record-told = { $several ->
        [yes] { $first } to { $last }
       *[no] { $first }
    }: { $type }. Victims: { $victims }. { $step } (user upload).
victims-best = { $best } ({ $low }–{ $high })
victims-from = at least { $number }
victims-to = at most { $number }
victims-between = { $low } to { $high }
chart-own-records = { $country }: own records by month (user upload)
    .shows = { $records ->
        [one] One record
       *[other] { $records } records
    } that you brought, by the month of the first day and how far verified.
    .reads = The darker, the surer.
    .omits = what nobody brought. Records are no count of violations, and are never added to official figures.
lane-own = Own records (user upload)
part-own-records = Own records (user upload)
records-message = { $records ->
        [one] One own record is
       *[other] { $records } own records are
    } kept on { $country } in this period; none is part of an official figure.
records-step-counted = { $step }: { $records }
records-more = { $number ->
        [one] One earlier record is
       *[other] { $number } earlier records are
    } not listed here.
records-lane-note = The lowest lane holds { $records ->
        [one] an own record (user upload); it is
       *[other] { $records } own records (user upload); they are
    } in none of the figures above.
records-on-map = Your own records by country (user upload, in none of the figures here): { $countries }.
records-map-label = { $records ->
        [one] One own record
       *[other] { $records } own records
    } (user upload).
