"""What the window needs: fonts, a screen, and the system libraries Qt loads."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping

from controlroom.doctor.finding import Finding

_TEXT = ("Inter", "Noto Sans", "Segoe UI")
_EMOJI = ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji")
_FONT_PACKAGES = "Run: sudo apt install fonts-inter fonts-noto-core fonts-noto-color-emoji"
_ASK_QT = (
    "from PySide6.QtGui import QFontDatabase, QGuiApplication;"
    "app = QGuiApplication([]); print('\\n'.join(QFontDatabase.families()))"
)
# Library → Debian package. The first rows are needed even without a screen.
_EVERYWHERE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
_TIMEOUT_S = 20


def fonts_finding() -> Finding:
    """Looks for a text font and an emoji font of ours."""
    families = _families()
    if not families:
        return Finding("Fonts", None, "The installed fonts cannot be listed.")
    return judged_fonts(families)


def judged_fonts(families: Collection[str]) -> Finding:
    """Returns the finding for these font families."""
    text = next((name for name in _TEXT if name in families), "")
    emoji = next((name for name in _EMOJI if name in families), "")
    if text and emoji:
        return Finding("Fonts", True, f"{text} and {emoji} are installed.")
    missing = " and ".join(
        kind for kind, name in (("Inter", text), ("colour emoji", emoji)) if not name
    )
    remedy = _FONT_PACKAGES if sys.platform == "linux" else "Install the fonts Inter and Noto Sans."
    return Finding("Fonts", False, f"Not installed: {missing}.", remedy)


def screen_finding(environ: Mapping[str, str] = os.environ) -> Finding:
    """Looks for a screen that Qt can draw on."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen in ("offscreen", "minimal"):
        return Finding("Screen", None, f"Qt is told to draw on “{chosen}”, which nobody can see.")
    if sys.platform != "linux":
        return Finding("Screen", True, "The system's own screen is used.")
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if environ.get(name):
            return Finding("Screen", True, f"{name} is {environ[name]}.")
    remedy = "Sign in to a desktop; “make tour” shows the desk on a virtual screen."
    return Finding(
        "Screen", False, "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY.", remedy
    )


def libraries_finding(environ: Mapping[str, str] = os.environ) -> Finding:
    """Looks for the system libraries that PySide6 does not bring along."""
    if sys.platform != "linux":
        return Finding("Qt libraries", True, "PySide6 brings all it needs.")
    hidden = environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal")
    needed = _EVERYWHERE if hidden else _EVERYWHERE | _ON_X11
    missing = [library for library in needed if not _loads(library)]
    if not missing:
        return Finding("Qt libraries", True, f"All {len(needed)} system libraries load.")
    packages = " ".join(needed[library] for library in missing)
    told = f"Cannot be loaded: {', '.join(missing)}."
    return Finding("Qt libraries", False, told, f"Run: sudo apt install {packages}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _families() -> set[str]:
    """Asks fontconfig, or Qt in a process of its own: the doctor itself never loads Qt."""
    fontconfig = shutil.which("fc-list")
    asked = [fontconfig, ":", "family"] if fontconfig else [sys.executable, "-c", _ASK_QT]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=_TIMEOUT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return set()
    return {name.strip() for line in done.stdout.splitlines() for name in line.split(",")}
