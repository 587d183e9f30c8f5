"""Incidents: opened, changed, closed, and what stands on them."""
