"""Lets a person edit the rule of a surge: kept in the settings, and in force in every column."""

from typing import TYPE_CHECKING

from controlroom.model.surge_rule import SurgeRule

if TYPE_CHECKING:
    from controlroom.ui.board.around import BoardWindow, Host
    from controlroom.ui.board.session import Session


class RuleEditing:
    """The way from the note of a column to the settings, and back to all columns."""

    def __init__(self, session: "Session", window: "BoardWindow") -> None:
        self._session, self._window = session, window

    def open(self, host: "Host") -> None:
        """Opens the rule over the window a column stands in."""
        from controlroom.ui.board.surge.rule_panel import RulePanel

        host.open_layer(RulePanel(self._window.settings.surge_rule, self.take))

    def apply(self) -> None:
        """Has every column follow the rule as it is kept."""
        rule, desk = self._window.settings.surge_rule, self._session.desk
        if desk is None or desk.surge_rule == rule:
            return
        desk.surge_rule = rule
        for view in self._session.views.all.values():
            view.surge.take_rule(rule)

    def take(self, rule: SurgeRule) -> None:
        """Keeps a rule, at once and for the next start."""
        self._window.change(
            surge_media=rule.media,
            surge_place=rule.place,
            surge_risk=rule.risk,
            surge_followers=rule.followers,
            surge_places=rule.places,
        )
        self.apply()
