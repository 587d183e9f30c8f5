"""A team's record in PostgreSQL: one login per officer, one function that writes."""
