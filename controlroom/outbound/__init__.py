"""Drafts, checks, approval, hold, schedule, sending and withdrawal: the one way out."""
