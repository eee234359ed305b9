"""The demo: a page that shows calls become commands and requests, on a double of Matomo."""
