"""Editing a photo or clip before it leaves: cut, turned, muted, and what nobody may see covered."""
