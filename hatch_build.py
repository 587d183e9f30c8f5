"""The build's own step: the translations are compiled before the package is made."""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Compiles `resources/translations/*.ts` with the lrelease that comes with Qt."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes a `.qm` beside every `.ts`, for wheels and editable installs alike."""
        tool = _lrelease()
        for source in sorted(Path(self.root, "resources", "translations").glob("*.ts")):
            target = source.with_suffix(".qm")
            subprocess.run(
                [str(tool), str(source), "-qm", str(target), "-silent"], check=True, timeout=120
            )


def _lrelease() -> Path:
    import PySide6

    folder = Path(PySide6.__file__).parent
    return next(path for path in (folder / "lrelease", folder / "lrelease.exe") if path.exists())
