"""The shapes that travel between the rooms. Types only: nothing of this package reaches a page."""
