"""Django looks here for tags."""
