"""Whole pages: analytics and tracker together, from the request for the page to the last hit."""
