### What is new since a session, a month or a day.

card-revision = Changes of the tables
    .unit = changes
    .caveat-1 = Kept by hand from November 2026 on; what changed earlier in the producers’ own figures is told by their versions.
