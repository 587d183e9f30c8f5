"""The controls of the window, drawn by ourselves from the theme."""
