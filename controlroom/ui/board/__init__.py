"""The board: columns of posts side by side."""
