"""DELIVER: the queue, the tracker's script and the destination that owns both."""
