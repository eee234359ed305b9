"""A tracker of our own: ``_paq`` commands in, hits for Matomo's server out, without ``matomo.js``.

All but ``shell`` is pure: ``step.step`` makes of a state, a command and the facts of the moment the
next state and what is to be done. It needs no browser.
"""
