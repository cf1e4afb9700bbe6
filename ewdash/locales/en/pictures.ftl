### Pictures for slides and papers.

designation-note = The designations used and names shown do not imply official endorsement or acceptance by the United Nations.
picture-png = Picture (PNG)
picture-svg = Picture (SVG)
