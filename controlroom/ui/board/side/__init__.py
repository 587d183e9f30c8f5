"""Boards and columns in windows of their own, for a second screen."""
