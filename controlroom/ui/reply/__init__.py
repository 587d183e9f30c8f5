"""Answering: the reply below a conversation, and what is done to a post with one word."""
