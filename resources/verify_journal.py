"""Checks an exported record of Control Room. Needs Python 3 and, for signatures, OpenSSL 3.

python3 verify_journal.py ENTRIES [CHECKPOINTS]: one entry a line, and checkpoints as another
custodian kept them. controlroom/model/journal.py says what is hashed; nothing of it is used here.
"""

import base64
import json
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path


def is_signed(one):
    text = f"controlroom checkpoint 1\n{one['size']}\n{one['root']}\n{one['at']}\n"
    key = base64.encodebytes(bytes.fromhex("302a300506032b6570032100" + one["key"]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pem = (b"-----BEGIN PUBLIC KEY-----\n", key, b"-----END PUBLIC KEY-----\n")
        (folder / "key").write_bytes(b"".join(pem))
        (folder / "text").write_bytes(text.encode())
        (folder / "signature").write_bytes(bytes.fromhex(one["signature"]))
        command = "openssl pkeyutl -verify -pubin -rawin -inkey key -in text -sigfile signature"
        return not subprocess.run(command.split(), cwd=folder, capture_output=True).returncode


checkpoints = [json.loads(line) for name in sys.argv[2:] for line in Path(name).open()]
roots, peaks, last, gone, seq = {}, [], "00" * 32, {}, 0
for line in Path(sys.argv[1]).open(encoding="utf-8"):
    seq, one = seq + 1, json.loads(line)
    names = ("seq", "at", "actor", "kind", "subject", "body_hash", "prev_hash")
    text = "controlroom journal 1\n" + "".join(f"{one[name]}\n" for name in names)
    digest = sha256(text.encode()).hexdigest()
    if (one["seq"], one["prev_hash"], one["hash"]) != (seq, last, digest):
        sys.exit(f"BROKEN at entry {seq}: not what was chained")
    if one["body"] is None:
        gone[f"entry/{seq}"] = seq
    elif sha256(one["body"].encode()).hexdigest() != one["body_hash"]:
        sys.exit(f"BROKEN at entry {seq}: its body was changed")
    elif one["kind"] == "checkpoint.signed":
        checkpoints.append(json.loads(one["body"]))
    elif one["kind"] == "body.erased":
        gone.pop(one["subject"], None)
    last, tree = one["hash"], (1, sha256(b"\0" + bytes.fromhex(one["hash"])).digest())
    while peaks and peaks[-1][0] == tree[0]:
        tree = (2 * tree[0], sha256(b"\1" + peaks.pop()[1] + tree[1]).digest())
    peaks, root = [*peaks, tree], tree[1]
    for _, left in reversed(peaks[:-1]):
        root = sha256(b"\1" + left + root).digest()
    roots[seq] = root.hex()
for one in sorted(checkpoints, key=lambda one: one["size"]):
    if roots.get(one["size"]) != one["root"] or not is_signed(one):
        sys.exit(f"BROKEN at entry {one['size']}: not what a checkpoint signed, or cut off")
if gone:
    sys.exit(f"BROKEN at entry {min(gone.values())}: its body is gone, and nobody erased it")
sys.stdout.write(f"sound: {seq} entries, {len(checkpoints)} checkpoints, last hash {last}\n")
