"""Officers, their roles and what each may do, readable both ways; and the decisions about them."""
