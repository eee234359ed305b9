"""MAP: (event, settings, state) -> commands, next state, notes; pure, never touches the page."""
