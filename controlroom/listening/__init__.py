"""Streams, search, alerts, bursts, rumours and tips."""
