"""Where what leaves stands, network by network, and what a person can do about it."""
