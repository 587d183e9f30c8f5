"""What is remembered: the cache, the desk's own file, the journal; the only SQL."""
