"""paqbridge: Segment-style analytics calls, delivered to Matomo's ``_paq``.

Every module below is Python that Transcrypt turns into browser code; the same source runs on
CPython in the tests.  The path of a call is the list of folders: ``source`` or ``plugins`` ->
``read`` -> ``mapping`` -> ``commands`` -> ``deliver``.
"""
