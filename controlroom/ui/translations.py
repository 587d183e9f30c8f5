"""The translations: found, compiled when they are older than their source, refreshed.

`python -m controlroom.ui.translations` collects every string of the program into the `.ts` files.
"""

from pathlib import Path

from controlroom.bundle import bundled
from controlroom.model.errors import WorldError

PACKAGE = Path(__file__).parent.parent
FOLDER = "translations"


def compiled(code: str) -> Path:
    """Returns the compiled translation of a language, made first where the source is newer."""
    target = bundled(FOLDER, f"controlroom_{code}.qm")
    source = target.with_suffix(".ts")
    if source.exists() and _is_older(target, source):
        compile_translation(source, target)
    return target


def compile_translation(source: Path, target: Path) -> None:
    """Compiles a `.ts` file with Qt's lrelease.

    Raises:
        subprocess.CalledProcessError: lrelease refused the file.
    """
    _run_tool("lrelease", str(source), "-qm", str(target), "-silent")


def collect(target: Path) -> None:
    """Brings a `.ts` file up to date with every string in the program."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder, "errors.py")
        errors.write_text(_error_strings(), "utf-8")
        sources = sorted(str(path) for path in PACKAGE.rglob("*.py"))
        options = ("-no-obsolete", "-locations", "none", "-source-language", "en_GB", "-silent")
        _run_tool("lupdate", *options, *sources, str(errors), "-ts", str(target))


def error_templates() -> list[str]:
    """Returns sentence and remedy of every error of the world in the program, sorted."""
    _import_everything()
    kinds = [WorldError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    ours = [kind for kind in kinds if kind.__module__.startswith("controlroom.")]
    return sorted({text for kind in ours for text in (kind.sentence, kind.remedy) if text})


def _error_strings() -> str:
    lines = [f"QT_TRANSLATE_NOOP('errors', {text!r})\n" for text in error_templates()]
    return "".join(lines)


def _import_everything() -> None:
    import importlib
    import pkgutil

    for module in pkgutil.walk_packages([str(PACKAGE)], "controlroom."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _is_older(target: Path, source: Path) -> bool:
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def _run_tool(name: str, *arguments: str) -> None:
    import subprocess

    import PySide6

    folder = Path(PySide6.__file__).parent
    tool = next(path for path in (folder / name, folder / f"{name}.exe") if path.exists())
    subprocess.run([str(tool), *arguments], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    for source in sorted(bundled(FOLDER).glob("*.ts")):
        collect(source)
