"""The hits of a search as a file for others: a table, JSON, or a page for any browser."""
