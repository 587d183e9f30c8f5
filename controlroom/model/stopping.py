"""How long work ends before its time."""


class Stopped(Exception):
    """The desk is closing; what was half made is gone and will be made another time."""
