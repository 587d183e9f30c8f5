"""The style sheet for the few controls that Qt draws: fields, menus, scroll bars.

It is set on the layers and pages that hold such controls and never on the application, because a
sheet for the application makes every widget slower to show.
"""

from controlroom.ui.theme.theme import Theme

COLOURS = (
    "field",
    "text1",
    "line1",
    "line2",
    "line3",
    "bg2",
    "bg4",
    "accent_fill",
    "on_accent",
    "text_disabled",
)
SHEET = """
QLineEdit {{ background: {field}; color: {text1}; border: 1px solid {line3};
  border-radius: {radius}px; padding: 0 {pad}px; selection-background-color: {accent_fill};
  selection-color: {on_accent}; }}
QLineEdit:disabled {{ color: {text_disabled}; border-color: {line2}; }}
QLineEdit#bare {{ border: none; background: transparent; padding: 0; }}
QScrollArea, QListView {{ background: transparent; border: none; outline: none; }}
QListView::item:selected {{ background: {bg4}; color: {text1}; }}
QScrollArea > QWidget, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {gutter}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line2}; border-radius: 3px; min-height: 24px;
  margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {line3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {bg2}; color: {text1}; border: 1px solid {line3}; padding: 4px 0; }}
QMenu::item {{ padding: {pad}px {wide}px {pad}px {pad}px; }}
QMenu::item:selected {{ background: {bg4}; color: {text1}; }}
QMenu::item:disabled {{ color: {text_disabled}; }}
QMenu::separator {{ height: 1px; background: {line1}; margin: 4px 0; }}
QMenu::icon {{ padding-left: {pad}px; }}
"""


def sheet(look: Theme) -> str:
    """Returns the style sheet of a theme."""
    colours = {name: getattr(look.palette, name).name() for name in COLOURS}
    return SHEET.format(
        **colours,
        radius=look.metrics.radius.field,
        pad=look.metrics.px(8),
        wide=look.metrics.px(24),
        gutter=look.metrics.width.scroll_gutter,
    )
