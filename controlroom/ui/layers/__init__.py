"""What opens over the page: palette, sheets, messages. One scrim, one way out."""
