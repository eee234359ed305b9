"""Fetching what the verbs need: Python packages, Node packages, a Chromium."""
