"""Makes a window one of an exercise: the word, the frame, the director's panel."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from controlroom.ui.exercise.frame import ExerciseFrame
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.exercise.words import clock_of, speed_told
from controlroom.ui.frame.banner import Banner, BannerKind
from controlroom.ui.language import announcement

if TYPE_CHECKING:
    from controlroom.ui.frame.window import DeskWindow

translate = QCoreApplication.translate


def begin(window: "DeskWindow", line: ExerciseLine) -> None:
    """Shows that the window belongs to an exercise, for as long as it is open."""
    window.exercise = line
    ExerciseFrame(window)
    shown: list[tuple[str, ...]] = []

    def show(status: dict[str, Any]) -> None:
        details = _details(status)
        if shown and shown[-1] == details:
            return
        shown[:] = [details]
        window.banners.show_banner(_banner(line.name, details))

    def speak() -> None:
        shown.clear()
        show(line.now)

    def ended() -> None:
        gone = translate("Exercise", "The simulated networks have stopped")
        window.banners.show_banner(_banner(line.name, (gone,)))

    line.status.connect(show)
    line.ended.connect(ended)
    announcement.changed.connect(speak)
    window.closed.connect(lambda: announcement.changed.disconnect(speak))
    show({})


def _banner(name: str, details: tuple[str, ...]) -> Banner:
    return Banner(
        BannerKind.EXERCISE,
        translate("Exercise", "EXERCISE"),
        translate("Exercise", "{name}. Nothing leaves this computer").format(name=name),
        details,
        ("go-exercise",),
    )


def _details(status: dict[str, Any]) -> tuple[str, ...]:
    if not status:
        return (translate("Exercise", "starting"),)
    injects = status.get("injects", [])
    sent = sum(one.get("state") == "sent" for one in injects)
    clock = translate("Exercise", "exercise clock {time}").format(time=clock_of(status)[:5])
    told = translate("Exercise", "inject {n} of {all}").format(n=sent, all=len(injects))
    pace = translate("Exercise", "pace {speed}").format(
        speed=speed_told(float(status.get("speed", 1)))
    )
    still = (translate("Exercise", "frozen"),) if status.get("paused") else ()
    return (clock, told, pace, *still)
