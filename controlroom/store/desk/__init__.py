"""What one person's desk remembers: boards, read marks, unsent drafts, saved searches.

`store.DeskStore` is its whole public face.
"""
