"""What is planned, as far as times and texts go."""

from datetime import datetime

from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Planned:
    """One draft in the plan.

    Attributes:
        draft: its id.
        title: by which colleagues find it.
        at: when it leaves first, aware.
        until: when its last target leaves; `at` unless it is spread.
        targets: profile keys.
        texts: what it says, by profile key where that differs, "" for the shared text.
        series: the id of the series it stands in, "" for none.
    """

    draft: str
    title: str
    at: datetime
    until: datetime
    targets: frozenset[str]
    texts: tuple[tuple[str, str], ...] = ()
    series: str = ""

    def text(self, profile: str) -> str:
        """Returns what it says on a profile."""
        texts = dict(self.texts)
        network = profile.partition("/")[0]
        return texts.get(profile) or texts.get(network) or texts.get("", "")
