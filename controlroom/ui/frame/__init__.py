"""The window's frame: what stays in place while sections come and go."""
