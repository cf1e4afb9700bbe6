### Cards of the tables on rights, displacement, population and incidents.

card-rights-year = Rights indices per country and year
    .unit = index values; most from 0 to 1, the direction is declared per indicator
    .caveat-1 = Ratings by country experts, joined by a statistical model; small yearly changes lie within their disagreement. This release of the figures carries no interval.
    .caveat-2 = Versions are re-estimated and not comparable: v16 is never joined to the items of v15 and v14.
    .caveat-3 = Under PSE the source means the West Bank; Gaza is a unit of its own (PSG). Somaliland, Zanzibar and former States are the source’s units, which implies no position.
    .caveat-4 = The classification of regimes is Our World in Data’s coding and can differ from V-Dem’s own.
card-displacement-year = People displaced per country and year
    .unit = people at the end of the year (stocks), people during the year (new and returned)
    .caveat-1 = An absent IDMC figure means no estimate, not zero; UNHCR does not tell zero from not reported.
    .caveat-2 = Refugees under UNHCR’s mandate only: Palestine refugees under UNRWA’s mandate (5,964,782 in 2025) are not included.
    .caveat-3 = UNHCR’s and IDMC’s counts of internally displaced people have different coverage and are never added.
    .caveat-4 = Rows without a country (stateless, unknown) are kept under UNHCR’s own codes and shown nowhere as a country.
card-population-year = Population per country and year
    .caveat-1 = 1946–1959 and 2025 are derived. Older years are scaled to the World Bank’s 1960; 2025 is 2024 with the growth of another series, or carried forward for 22 territories.
    .unit = people, mid-year
    .caveat-2 = The row of Taiwan Province of China is not the World Bank’s, which gives none: it comes from the Democratic Spaces data set.
card-violation-incident = Incidents against protected people and services
    .caveat-3 = Sectors cover different years, all but health care from 2020. Health care runs from 2016 to 2023, education to March 2024, aid workers and displaced people to February 2024. Sexual violence runs to January 2025, explosive weapons to September 2023, food security to August 2024.
    .unit = incidents; people of the sector killed, injured, kidnapped, arrested; facilities
    .caveat-1 = “Not representative or a comprehensive compilation”, says the producer: incidents come from open sources and partners, and absence of incidents is no sign of safety.
    .caveat-2 = An incident can stand in two sectors: sectors are never added, nor added to other sources.
    .caveat-4 = No coordinates are kept for sexual violence. Who acted is as reported. Two incidents carry no country.
