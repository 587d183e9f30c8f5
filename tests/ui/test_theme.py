"""Tokens become colours, measures and type; icons are drawn once and in colour."""

import sys

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from controlroom.settings import Settings
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.theme.fonts import Fonts, Type
from controlroom.ui.theme.icons import icon_pixmap
from controlroom.ui.theme.metrics import metrics_at
from controlroom.ui.theme.motion import EFFECTS
from controlroom.ui.theme.palette import Palette, palette_named
from controlroom.ui.theme.theme import theme


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_text_can_be_read_on_every_ground_it_is_used_on(name: str) -> None:
    colours = palette_named(name)
    grounds = (colours.bg0, colours.bg1, colours.bg2, colours.bg3)
    for text in (colours.text1, colours.text2, colours.text3, colours.accent):
        assert min(contrast(text, ground) for ground in grounds) >= 4.5
    assert contrast(colours.on_accent, colours.accent_fill) >= 4.5
    assert contrast(colours.on_amber, colours.amber_fill) >= 4.5
    assert contrast(colours.red, colours.red_tint) >= 4.5


def test_there_is_no_green() -> None:
    for colours in (palette_named("dark"), palette_named("light")):
        for name in Palette._fields:
            value = getattr(colours, name)
            if isinstance(value, QColor) and value.saturation() > 60:
                assert not 75 < value.hue() < 165, name


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_measures_grow_with_the_text(percent: int) -> None:
    measures = metrics_at(percent)
    assert measures.height.top_bar == round(44 * percent / 100)
    assert measures.width.column_min == round(280 * percent / 100)
    assert measures.radius.panel == 6
    assert Fonts(percent).font(Type.BODY).pixelSize() == round(13 * percent / 100)


def test_figures_are_all_of_one_width(qapp: QApplication) -> None:
    measure = Fonts(100).measure(Type.HEADING, 600)
    assert measure.horizontalAdvance("11:11:11") == measure.horizontalAdvance("00:00:00")


def test_the_first_family_that_is_installed_is_used(qapp: QApplication) -> None:
    wished = ("Inter", "Noto Sans", "Segoe UI")
    there = [family for family in wished if family in QFontDatabase.families()]
    if not there:
        pytest.skip("none of the families is installed")
    assert QFontInfo(Fonts(100).font(Type.BODY)).family() == there[0]


def test_an_icon_is_drawn_in_its_colour_for_its_screen(qapp: QApplication) -> None:
    red, blue = QColor("#ff0000"), QColor("#0000ff")
    pixmap = icon_pixmap("board", 20, red, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)
    image = pixmap.toImage()
    colours = {
        image.pixelColor(x, 20).rgb() for x in range(40) if image.pixelColor(x, 20).alpha() == 255
    }
    assert colours == {red.rgb()}
    assert icon_pixmap("board", 20, red, 2.0).cacheKey() == pixmap.cacheKey()
    assert icon_pixmap("board", 20, blue, 2.0).cacheKey() != pixmap.cacheKey()


def test_an_unknown_icon_is_our_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", 20, QColor("red"), 1.0)


def test_the_theme_tells_only_real_changes(qapp: QApplication) -> None:
    told: list[int] = []
    look = theme()
    look.apply(Settings())
    look.changed.connect(lambda: told.append(1))
    look.apply(Settings())
    assert told == []
    look.apply(Settings(theme="light"))
    look.apply(Settings(theme="light", text_size=125))
    assert told == [1, 1]
    look.apply(Settings())
    look.changed.disconnect()


def test_void_calls_into_qt_do_not_use_up_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 drops a reference to None with each such call and crashes after thousands."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _call in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500


def _light(colour: QColor) -> float:
    parts = [
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4
        for one in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_nothing_moves_by_itself_and_no_cursor_blinks_where_motion_is_reduced(
    desk: DeskWindow,
) -> None:
    theme().dress_qt()
    usual = QApplication.cursorFlashTime()
    assert usual > 0
    QApplication.setEffectEnabled(Qt.UIEffect.UI_FadeMenu, True)
    desk.change(reduce_motion=True)
    assert QApplication.cursorFlashTime() == 0
    assert not any(QApplication.isEffectEnabled(one) for one in EFFECTS)
    desk.change(reduce_motion=False)
    assert QApplication.cursorFlashTime() == usual
