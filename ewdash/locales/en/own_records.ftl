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

own-needed = Must be filled
own-takes-record-id = Your own reference, given once. Left empty, the record is given one.
own-takes-date-from = The first day, such as 2026-03-05, or a month, such as 2026-03.
own-takes-date-to = The last day, or a month. Left empty, it is the first day, or the end of the month in date_from.
own-takes-iso3 = The country: its ISO code (SDN or SD), M49 number (729) or United Nations name.
own-takes-admin1 = The first-level area: province, state or governorate, up to 120 characters.
own-takes-violation-type = One word of the list on the sheet “lists”: themes of the Universal Human Rights Index.
own-takes-victims-low = The lowest estimate of victims, a whole number. Left empty, it is unknown, which is not zero.
own-takes-victims-best = The best estimate of victims, a whole number. Left empty, it is unknown, which is not zero.
own-takes-victims-high = The highest estimate of victims, a whole number. Left empty, it is unknown, which is not zero.
own-takes-source-type = One word of the list on the sheet “lists”: who or what says so.
own-takes-verification = alleged, reported, corroborated or verified.
own-takes-note = Your own words, up to 1,200 characters. Do not name people whom this could endanger.
own-takes-owner = Whose record it is. Left empty, it is yours; “team” is everybody who can open the dashboard.

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
