"""Officers, roles and the fold of the journal."""
