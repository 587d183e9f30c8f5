"""What Qt would move by itself: menus and tooltips that slide or fade, cursors that blink."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_flash_ms: list[int] = []
"""How long the system lets cursors blink, once it is known."""


def keep_still(*, reduced: bool) -> None:
    """Has menus and tooltips appear at once; with `reduced`, text cursors do not blink either."""
    if not _flash_ms:
        _flash_ms.append(QApplication.cursorFlashTime())
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, False)
    QApplication.setCursorFlashTime(0 if reduced else _flash_ms[0])
