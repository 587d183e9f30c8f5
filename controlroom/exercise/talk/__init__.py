"""What simulated people say: phrase books, the grammar that reads them, and voices that use it."""
