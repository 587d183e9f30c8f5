"""Figures: each module prints one JSON object as its last line, ours and a baseline in one run."""
