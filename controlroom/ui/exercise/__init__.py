"""The Exercise section: the director's panel, and the signs that this is not real."""
