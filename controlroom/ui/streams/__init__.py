"""Making streams: what is read, over which profiles, under which terms, at what cost."""
