"""DELIVER: what carries commands to a tracker."""
