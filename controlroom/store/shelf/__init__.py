"""Photos and clips that leave or have left, and their originals: by the hash of their bytes."""
