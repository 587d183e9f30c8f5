"""What leaves: drafts and what is in them, deliveries, checks, routes. Nouns only."""
