"""The usual places, as each system has them."""

from pathlib import Path


def data_folder() -> Path:
    """Returns the folder of the databases where none is named."""
    from platformdirs import user_data_path

    return user_data_path("controlroom", appauthor=False)
