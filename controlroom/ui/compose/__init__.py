"""The composer: who says what, with which files, when; checked, and shown as it will appear."""
