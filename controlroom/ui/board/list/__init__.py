"""The list of a column: cards one below the other, and what lies between them."""
