"""The section where a person changes how the desk looks and speaks."""
