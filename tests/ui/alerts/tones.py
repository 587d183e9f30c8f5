"""How the sounds of the alerts were made: a few quiet sines with a soft beginning and end.

`python -m tests.ui.alerts.tones` writes them anew into `resources/sounds`.
"""

import io
import math
import wave
from struct import pack

from controlroom.bundle import bundled

RATE, LOUDEST = 22_050, 0.22
"""Samples a second; how loud, as a share of what is possible."""
TONES = {
    "alert": ((659.25, 0.16),),
    "critical": ((880.0, 0.11), (659.25, 0.13)),
}
"""Hertz and seconds of each tone, one after the other."""


def samples(hertz: float, seconds: float) -> list[int]:
    """Returns a tone that swells and fades."""
    count = int(RATE * seconds)
    return [
        round(
            32_767
            * LOUDEST
            * math.sin(math.pi * place / count) ** 0.7
            * math.sin(2 * math.pi * hertz * place / RATE)
        )
        for place in range(count)
    ]


def made(name: str) -> bytes:
    """Returns the file of a sound."""
    found = [one for hertz, seconds in TONES[name] for one in samples(hertz, seconds)]
    whole = io.BytesIO()
    with wave.open(whole, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(pack(f"<{len(found)}h", *found))
    return whole.getvalue()


if __name__ == "__main__":
    for name in TONES:
        bundled("sounds", f"{name}.wav").write_bytes(made(name))
