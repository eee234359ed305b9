"""Measures bytes and microseconds beside every peer; nothing of this ships."""
