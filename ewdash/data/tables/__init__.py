"""One module per table: ``PROVENANCE``, ``SCHEMA`` (pandera) and ``build(folder)``.

``build`` reads the source files of the developers' folder, refuses a layout or total it does not
know, and returns the table in this project's schema, sorted by its keys. A table whose rows are all by
hand has no ``build``: ``joined`` makes it from its hand files (``LINES``).
"""
