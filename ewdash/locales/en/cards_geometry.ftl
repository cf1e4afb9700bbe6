### Card of the geometry.

card-geometry = Boundaries of the maps
    .caveat-2 = General, not for measuring, and not for questions of boundaries. The world map is drawn to about ten kilometres, the outlines behind events as finely as the package gives them. Its land borders have a point every 25 to 50 kilometres where this was measured, and lie up to eight kilometres beside the towns on them. Measured were Sudan with Chad, the Democratic Republic of the Congo with Rwanda, and Mexico with the United States of America. Antarctica is left out.
    .unit = areas
    .caveat-1 = The boundaries and names shown and the designations used do not imply official endorsement or acceptance by the United Nations.
    .caveat-3 = Jammu and Kashmir, Aksai Chin, Arunachal Pradesh, the Hala’ib and Ilemi triangles and Bir Tawil are shapes of their own and carry no country’s value. The boundary lines of the original (Line of Control, Abyei, the Sudan–South Sudan boundary) are not part of the package and are therefore not drawn apart.
    .caveat-4 = San Marino and the Holy See have no shape and are marks; small States have a mark beside their shape. Kosovo has no separate shape in this geometry.
    .caveat-5 = The terms, as quoted by a third party, allow non-commercial use with credit; another geometry of the same layout can take its place.
