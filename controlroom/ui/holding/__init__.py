"""Stopping everything from leaving, and letting it go again."""
