"""The Profiles section: the health of every account of the force, and how one is connected."""
