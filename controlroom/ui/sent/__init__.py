"""Everything that was sent: found, looked at, and taken out of the record."""
