"""Who is read next, within which budget, and writing what was read to the cache."""
