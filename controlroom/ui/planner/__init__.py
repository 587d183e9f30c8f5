"""The plan: what leaves when, moved, repeated, brought in and taken out."""
