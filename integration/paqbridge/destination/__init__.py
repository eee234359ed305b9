"""DESTINATION: settings and commands go in, and leave by a transport in their order."""
