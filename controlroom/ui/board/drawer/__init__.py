"""The conversation drawer: the thread around a post, and what is held of its author."""
