"""Where the files that come with the program lie: icons, styles, translations, rule data."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(*parts: str) -> Path:
    """Returns the path of a file or folder below `resources/`, installed or in a checkout."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
