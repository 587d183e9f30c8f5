"""X, formerly Twitter: its API v2."""
