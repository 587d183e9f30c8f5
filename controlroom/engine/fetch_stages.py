"""What the desk is told of a picture or clip that could not be fetched."""

from controlroom.feeds.errors import (
    AddressRefused,
    NetworkDown,
    NotFound,
    PermissionMissing,
    ReadError,
)
from controlroom.feeds.media import TooLarge
from controlroom.model.fetching import FetchStage

_STAGES: tuple[tuple[type[ReadError], FetchStage], ...] = (
    (TooLarge, FetchStage.TOO_LARGE),
    (AddressRefused, FetchStage.REFUSED),
    (NotFound, FetchStage.GONE),
    (PermissionMissing, FetchStage.GONE),
    (NetworkDown, FetchStage.NO_ANSWER),
)


def stage_of(error: ReadError) -> FetchStage:
    """Returns what became of it."""
    return next((stage for kind, stage in _STAGES if isinstance(error, kind)), FetchStage.NO_MEDIA)
