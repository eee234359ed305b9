"""READ: what a call says, taken out of untrusted page data."""
