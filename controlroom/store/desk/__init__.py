"""What one person's desk remembers: boards, read marks, unsent drafts, saved searches, alerts.

`store.DeskStore` and, for alerts, `alerts.AlertBook` are its whole public face.
"""
