"""Boards of the team: taken over from the record, and sent into it as they are changed."""
