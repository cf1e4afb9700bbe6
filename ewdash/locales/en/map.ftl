### The world map.

boundary-note = The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations. Boundaries: UN Geodata, simplified.
map-legend = Reported deaths in twelve months (number of countries)
map-silent = Not covered by this record
map-disputed = Disputed or undetermined area, no value
map-keys = World map. Arrow keys move between areas, Enter opens one.
map-area = open
map-ring = Alert, { $first } to { $last }
map-ring-strong = Strong alert
map-country-alert = { $country } ({ $strength ->
    [strong] strong alert
   *[plain] alert
 }, { $month })
map-country-open = { $country } (whether there is an alert cannot be told: { $months })
