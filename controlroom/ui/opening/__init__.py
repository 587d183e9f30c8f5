"""Opening the data folder behind the window: what is shown when it is new, locked or damaged."""
