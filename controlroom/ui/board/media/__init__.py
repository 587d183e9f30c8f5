"""Pictures, films and sound of one post, large: from the cache alone, never from the network."""
