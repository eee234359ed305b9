"""HOSTS: what each host expects of a plugin, over the one receiver."""
