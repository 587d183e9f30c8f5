"""Backups: made while the files are in use, checked, thinned, restored.

Read `make` (one backup), `plan` (when and which), `thin` (which stay) and `restore`.
"""
