"""A team's station as a process, on the simulated networks of an exercise.

    python -m tests.together.led_station FOLDER URL READY SIGN-INS

READY is a file with what the exercise said when its networks ran; SIGN-INS stands for the keychain.
Lines on standard input say how its clock runs.
"""

import sys
import threading
from pathlib import Path

import msgspec

from controlroom.engine.station.hearing import log_plainly
from controlroom.engine.station.seat import Seat
from controlroom.engine.station.serving import serve
from controlroom.exercise.furnish import furnish
from controlroom.exercise.opening import decode
from controlroom.feeds.servers import Servers
from controlroom.keychain import MemoryKeychain
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model import clock
from controlroom.model.credential import Credential
from controlroom.store.journal.signing import Signer

KEY = bytes(range(32))
SIGNER = Signer(bytes(range(2, 34)))
_credentials = msgspec.json.Decoder(dict[str, Credential]).decode
_pace = msgspec.json.Decoder(clock.Pace).decode


def main(folder: Path, url: str, ready: Path, sign_ins: Path) -> None:
    """Runs until it is told to end."""
    log_plainly()
    told = decode(ready.read_bytes())
    threading.Thread(target=_go_by, args=(clock.begin_exercise(told.clock),), daemon=True).start()
    if not folder.exists():
        folder.mkdir()
        furnish(folder, KEY, told, SignInKeeper(MemoryKeychain(), "0"))
    kept = {int(number): one for number, one in _credentials(sign_ins.read_bytes()).items()}
    servers = Servers(told.led, sealed=True)
    serve(Seat(folder, KEY, url, SIGNER, sign_ins=lambda _: kept, servers=servers))


def _go_by(lead: clock.Lead) -> None:
    for line in sys.stdin:
        lead.follow(_pace(line))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
