"""The record in the window: followed, asked who may do what, decided into."""
