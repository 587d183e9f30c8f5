"""The cache: what the networks said, with full text. The engine writes it, the desk reads it.

`writer.CacheWriter` and `reader.CacheReader` are its whole public face.
"""
