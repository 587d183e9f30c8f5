"""Instagram's business accounts, through the Graph API."""
