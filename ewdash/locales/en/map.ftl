### The world map.

boundary-note = The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations. Boundaries: UN Geodata, simplified.
map-legend = Reported deaths in twelve months (number of countries)
map-legend-uncounted = Reported deaths in twelve months
map-silent = Not covered by this record
map-disputed = Disputed or undetermined area, no value
map-keys = World map. Arrow keys move between areas, Enter opens one.
map-open = Open this situation
map-choose = Legend. Choose a class to see it alone, and again to see all.
map-all = Show all
map-shown = { $shown } of { $all } countries shown.
map-alert = Alert
map-stage = Stage
map-hrc = Human-rights side
map-sc = Security Council
map-ring = Alert, { $first } to { $last }
map-ring-strong = Strong alert
map-country-alert = { $country } ({ $strength ->
    [strong] strong alert
   *[plain] alert
 }, { $month })
map-country-open = { $country } (whether there is an alert cannot be told: { $months })
