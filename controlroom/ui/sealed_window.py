"""Makes a window one of an exercise: the word, the frame, the director's panel."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.controls.banner import Banner, BannerKind
from controlroom.ui.exercise.frame import ExerciseFrame
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.exercise.words import clock_of, speed_told
from controlroom.ui.language import announcement
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.sealed_mark import ExerciseMark

if TYPE_CHECKING:
    from controlroom.ui.frame.window import DeskWindow

translate = QCoreApplication.translate
ALREADY_FROZEN = QT_TRANSLATE_NOOP("Reasons", "The exercise is frozen already.")
NOT_FROZEN = QT_TRANSLATE_NOOP("Reasons", "The exercise is not frozen.")


def begin(window: "DeskWindow", line: ExerciseLine) -> None:
    """Shows that the window belongs to an exercise, for as long as it is open."""
    window.exercise = line
    line.mark = lambda beside, commands: ExerciseMark(line.name, commands, beside)
    ExerciseFrame(window)
    for command in _commands(line, window):
        window.commands.add(command)
    shown: list[Banner] = []

    def show(status: dict[str, Any]) -> None:
        banner = _banner(line.name, _details(status), stands=bool(status.get("paused")))
        if banner not in shown:
            shown[:] = [banner]
            window.banners.show_banner(banner)

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


def _commands(line: ExerciseLine, window: "DeskWindow") -> tuple[Command, ...]:
    """What can be done to the exercise from everywhere, while there is one."""

    def leave(_desk: object) -> None:
        window.close()

    return (
        Command(
            "exercise-freeze",
            QT_TRANSLATE_NOOP("Commands", "Freeze the exercise"),
            Group.DESK,
            "pause",
            action=lambda _desk: line.say(pause=True),
            reason=lambda _desk: ALREADY_FROZEN if line.now.get("paused") else "",
            short=QT_TRANSLATE_NOOP("Commands", "Freeze"),
        ),
        Command(
            "exercise-go-on",
            QT_TRANSLATE_NOOP("Commands", "Let the exercise go on"),
            Group.DESK,
            "play",
            action=lambda _desk: line.say(go_on=True),
            reason=lambda _desk: "" if line.now.get("paused") else NOT_FROZEN,
            short=QT_TRANSLATE_NOOP("Commands", "Go on"),
        ),
        Command(
            "exercise-leave",
            QT_TRANSLATE_NOOP("Commands", "Leave the exercise"),
            Group.DESK,
            "x",
            action=leave,
            short=QT_TRANSLATE_NOOP("Commands", "Leave exercise"),
        ),
    )


def _banner(name: str, details: tuple[str, ...], *, stands: bool = False) -> Banner:
    return Banner(
        BannerKind.EXERCISE,
        translate("Exercise", "EXERCISE"),
        translate("Exercise", "{name}. Nothing leaves this computer").format(name=name),
        details,
        ("exercise-go-on" if stands else "exercise-freeze", "go-exercise", "exercise-leave"),
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
