"""Our colours for what Qt draws itself: menus, tooltips, text fields."""

from PySide6.QtGui import QColor, QPalette

from controlroom.ui.theme.palette import Palette

Role = QPalette.ColorRole


def qt_palette(colours: Palette) -> QPalette:
    """Returns the palette for Qt's own style."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        made.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colours.text_disabled)
    return made


def _roles(colours: Palette) -> dict[QPalette.ColorRole, QColor]:
    return {
        Role.Window: colours.bg1,
        Role.WindowText: colours.text1,
        Role.Base: colours.field,
        Role.AlternateBase: colours.bg2,
        Role.Text: colours.text1,
        Role.PlaceholderText: colours.text3,
        Role.Button: colours.bg2,
        Role.ButtonText: colours.text1,
        Role.BrightText: colours.text1,
        Role.ToolTipBase: colours.bg3,
        Role.ToolTipText: colours.text1,
        Role.Highlight: colours.accent_fill,
        Role.HighlightedText: colours.on_accent,
        Role.Accent: colours.accent,
        Role.Link: colours.accent,
        Role.Light: colours.line2,
        Role.Midlight: colours.line1,
        Role.Mid: colours.line2,
        Role.Dark: colours.line2,
        Role.Shadow: colours.bg0,
    }
