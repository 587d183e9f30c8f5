"""Banner rows: order, at most two, a third as a tag, the hold only where it matters."""

from controlroom.ui.controls.banner import Banner, BannerKind
from controlroom.ui.frame.window import DeskWindow

EXERCISE = Banner(BannerKind.EXERCISE, "Exercise", "Nothing leaves this room")
HOLD = Banner(BannerKind.HOLD, "Hold", "All publishing is held", ("since 18:42",))
INCIDENT = Banner(BannerKind.INCIDENT, "Major incident", "M97 closed", commands=("shortcuts",))


def kinds(desk: DeskWindow) -> list[BannerKind]:
    return [row.banner.kind for row in desk.banners.rows]


def test_there_is_no_banner_by_default(desk: DeskWindow) -> None:
    assert desk.banners.rows == []
    assert not desk.banners.isVisible()


def test_two_rows_stand_in_order_and_a_third_joins_the_row_above(desk: DeskWindow) -> None:
    desk.go("planner")
    for banner in (INCIDENT, HOLD):
        desk.banners.show_banner(banner)
    assert kinds(desk) == [BannerKind.HOLD, BannerKind.INCIDENT]
    desk.banners.show_banner(EXERCISE)
    assert kinds(desk) == [BannerKind.EXERCISE, BannerKind.HOLD]
    assert desk.banners.rows[1].joined == INCIDENT
    assert "Major incident" in desk.banners.rows[1].accessibleName()
    desk.banners.clear(BannerKind.EXERCISE)
    assert kinds(desk) == [BannerKind.HOLD, BannerKind.INCIDENT]


def test_the_hold_has_a_row_only_where_posts_are_made(desk: DeskWindow) -> None:
    desk.banners.show_banner(HOLD)
    assert kinds(desk) == []
    desk.go("approvals")
    assert kinds(desk) == [BannerKind.HOLD]
    desk.go("board")
    assert kinds(desk) == []


def test_a_layer_begins_below_the_banners(desk: DeskWindow) -> None:
    desk.banners.show_banner(EXERCISE)
    desk.banners.show_banner(INCIDENT)
    desk.open_palette()
    panel = desk.layers.top()
    assert panel is not None
    assert panel.parentWidget().geometry().top() == 44 + 2 * 34
    desk.close_layer()


def test_the_words_of_a_banner_are_painted_on_its_ground(desk: DeskWindow) -> None:
    from controlroom.ui.theme.theme import theme

    desk.banners.show_banner(INCIDENT)
    image = desk.banners.rows[0].grab().toImage()
    assert image.pixelColor(4, 4) == theme().palette.red_fill
    assert image.pixelColor(900, 4) == theme().palette.red_tint
