"""Inbox, incidents, appeals and evidence."""
