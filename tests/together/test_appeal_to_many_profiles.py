"""Two officers, a supervisor and an appeal on 58 profiles: from the first letter to the proof."""

import json
import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from controlroom.cli import main

ROOT = Path(__file__).parents[2]
PATIENCE_S = 900.0
PROFILES, DOWN = 58, 6


class Played:
    """What the script saw, and the record it exported."""

    def __init__(self, seen: dict[str, Any], folder: Path) -> None:
        self.seen, self.package = seen, folder / "record.zip"
        with zipfile.ZipFile(self.package) as package:
            package.extractall(folder / "package")
        self.unpacked = folder / "package"
        lines = (self.unpacked / "record.jsonl").read_text(encoding="utf-8").splitlines()
        self.entries = [json.loads(line) for line in lines]

    def subjects(self, kind: str) -> Counter[str]:
        """Returns how many entries of a kind each delivery has."""
        return Counter(one["subject"] for one in self.entries if one["kind"] == kind)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("appeal")
    done = subprocess.run(
        [sys.executable, "-m", "tests.together.appeal", str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        timeout=PATIENCE_S,
        check=True,
    )
    seen = json.loads(done.stdout.splitlines()[-1])
    assert "failed" not in seen, (seen["failed"], seen["stood"])
    return Played(seen, folder)


def test_two_agree_in_order_once_all_is_opened_and_an_edit_asks_both_anew(played: Played) -> None:
    seen = played.seen
    assert (seen["targets"], seen["steps"]) == (PROFILES, 2)
    assert seen["locked"] == [True, True, True]
    assert (seen["agreed_before_edit"], seen["agreed_after_edit"]) == (1, 0)


def test_an_expired_sign_in_and_a_network_that_is_down_are_named(played: Played) -> None:
    assert played.seen["expired"] == "sign_in"
    assert played.seen["down"] == DOWN


def test_nothing_leaves_while_it_is_held_and_what_is_late_waits_for_a_person(
    played: Played,
) -> None:
    assert played.seen["left_while_held"] == 0
    assert played.seen["late"] > 12


def test_every_profile_has_it_exactly_once(played: Played) -> None:
    assert (played.seen["sent"], played.seen["ids"]) == (PROFILES, PROFILES)
    sent = played.subjects("delivery.sent")
    assert len(sent) == 2 * PROFILES
    assert set(sent.values()) == {1}


def test_taken_back_it_is_seen_gone_everywhere(played: Played) -> None:
    assert played.seen["seen_gone"] == PROFILES
    gone = played.subjects("delivery.seen_gone")
    assert len(gone) == PROFILES


def test_the_exported_record_proves_itself_with_our_tool_and_without(played: Played) -> None:
    told = CliRunner().invoke(main, ["verify", str(played.package)])
    assert told.exit_code == 0, told.output
    parts = ["verify_journal.py", "record.jsonl", "checkpoints.jsonl"]
    alone = subprocess.run(
        [sys.executable, *parts], cwd=played.unpacked, capture_output=True, text=True, check=False
    )
    assert alone.returncode == 0, alone.stdout + alone.stderr
