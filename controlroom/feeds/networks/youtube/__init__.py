"""YouTube: the Data API v3."""
