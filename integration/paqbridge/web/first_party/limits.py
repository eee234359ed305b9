"""How much and how long, the same in every proxy; seconds and bytes."""

from __future__ import annotations

BODY = 1024 * 1024
"""A bulk of some hundred hits; what a browser sends as a beacon ends at 64 KiB."""

ANSWER = 8 * 1024 * 1024
"""Matomo Cloud's script has some 220 kB."""

QUERY = 16 * 1024
"""Matomo's tracker takes a POST from 2,000 characters on."""

CONNECT_SECONDS = 2
"""A Matomo that is down is said to be so within this time."""

ANSWER_SECONDS = 10
BODY_SECONDS = 10

KEEP_SECONDS = 4
"""Less than the 5 s after which Apache closes an idle connection: a hit that is sent on one that
closes at that moment is lost."""

CONNECTIONS = 64
