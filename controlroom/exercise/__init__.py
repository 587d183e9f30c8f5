"""Simulated networks and scenarios, sealed off from the real ones."""
