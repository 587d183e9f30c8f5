"""Versions that matter: Python, PySide6, SQLite, SQLCipher."""

import sys
from importlib.metadata import PackageNotFoundError, version

from controlroom.doctor.finding import Finding
from controlroom.store.library import LEAST_SQLITE, Library, database_library


def python_finding() -> Finding:
    """Looks at Python and PySide6 without loading Qt."""
    return judged_python(sys.version_info[:3], _installed("PySide6_Essentials"))


def judged_python(python: tuple[int, ...], pyside: str) -> Finding:
    """Returns the finding for these versions; `pyside` is "" if it is not installed."""
    if not pyside:
        return Finding("Python", False, "PySide6 is not installed.", "Install the program again.")
    told = f"Python {_dotted(python)} with PySide6 {pyside}."
    if python < (3, 11):
        return Finding("Python", False, told, "Install Python 3.11 or newer.")
    if pyside == "6.12.0" and python < (3, 12):
        return Finding(
            "Python",
            False,
            f"{told} This pair crashes.",
            "Run: python -m pip install 'pyside6!=6.12.0'",
        )
    return Finding("Python", True, told)


def database_finding() -> Finding:
    """Looks at the database library."""
    try:
        return judged_library(database_library())
    except ImportError:
        told = "The database library cannot be loaded."
        return Finding(
            "SQLite", False, told, "Run: python -m pip install --force-reinstall sqlcipher3"
        )


def judged_library(library: Library) -> Finding:
    """Returns the finding for these versions."""
    told = f"SQLite {_dotted(library.sqlite)} with SQLCipher {library.cipher or 'missing'}."
    ok = library.sqlite >= LEAST_SQLITE and bool(library.cipher)
    remedy = "" if ok else "Run: python -m pip install --upgrade 'sqlcipher3>=0.6.4'"
    return Finding("SQLite", ok, told, remedy)


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))
