"""Control Room: the desk from which a police force listens and speaks on its social profiles."""

__version__ = "0.1.0"
