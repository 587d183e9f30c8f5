"""When what leaves leaves: days and zones, series, gaps, conflicts, lists from other programs."""
