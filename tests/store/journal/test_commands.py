"""`controlroom verify` and `controlroom team`, as a user types them."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.postgres import Cluster
from controlroom import keychain, opening
from controlroom.cli import main
from controlroom.keychain import MemoryKeychain, open_house_key
from controlroom.model.journal_rights import Right
from controlroom.store.journal.export import export
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.fold import Fold
from controlroom.team.rights import may
from tests.store.journal.conftest import Team
from tests.store.journal.samples import SIGNER, fill, recorded


def run(*words: object, **other: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], **other)  # type: ignore[arg-type]


def test_an_export_is_checked_against_the_custodians_checkpoints(tmp_path: Path) -> None:
    entries, kept = recorded(tmp_path)
    file, custody = tmp_path / "record.jsonl", tmp_path / "custody.jsonl"
    export(entries, file)
    custody.write_text("".join(json.dumps(asdict(one)) + "\n" for one in kept))
    sound = run("verify", file, "--checkpoints", custody, "--key", SIGNER.public.upper())
    assert sound.exit_code == 0
    assert sound.output.endswith("Sound.\n")
    assert f"Signed with {SIGNER.public}." in sound.output
    alone = run("verify", file)
    assert f"last {len(entries)} entries are not covered" in alone.output
    export([*entries[:6], replace(entries[6], actor="9"), *entries[7:]], file)
    broken = run("verify", file, "--checkpoints", custody)
    assert (broken.exit_code, "BROKEN at entry 7: it was changed." in broken.output) == (1, True)


def test_a_custodians_file_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    export([], tmp_path / "record.jsonl")
    (tmp_path / "custody").write_text("no checkpoint\n")
    told = run("verify", tmp_path / "record.jsonl", "--checkpoints", tmp_path / "custody")
    assert (told.exit_code, "Line 1 of" in told.output) == (1, True)


def test_the_record_of_this_workstation_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = MemoryKeychain()
    for room in (opening, keychain):
        monkeypatch.setattr(room, "system_keychain", lambda *_: chain)
    key = open_house_key(tmp_path, chain, []).key.reveal()
    assert "journal.db is not there yet" in run("--data-dir", tmp_path, "verify").output
    journal = JournalFile.open(tmp_path, key, "4711")
    fill(journal, 12)
    journal.close()
    told = run("--data-dir", tmp_path, "verify")
    assert told.output.startswith("13 entries")
    assert told.exit_code == 0


def test_a_team_is_made_by_three_commands(cluster: Cluster) -> None:
    name = cluster.database("dba")
    admin = cluster.url("dba", name)
    secret = "long-word\nlong-word\n"
    made = run("team", "create", admin, "--officer", "12ab", "--name", "Asha Venn", input=secret)
    assert made.exit_code == 0, made.output
    assert f"{name}, founded by 12AB." in made.output
    assert "GRANT pg_signal_backend" in made.output
    assert made.output.endswith("Login: officer_12ab\n")
    assert "Login: officer_33" in run("team", "add-officer", admin, "33", input=secret).output
    assert "Login: station_one" in run("team", "add-station", admin, "one", input=secret).output
    journal = TeamJournal(cluster.url("officer_12ab", name, "long-word"))
    fold = Fold()
    assert fold.take(journal.entries()) == []
    assert may(fold.state, journal.actor, Right.MANAGE, "force", journal.entries()[0].at)
    journal.close()
    told = run("verify", "--team", cluster.url("officer_33", name, "long-word"))
    assert told.output.startswith("1 entries")
    again = run("team", "create", admin, "--officer", "1", "--name", "A", input=secret)
    assert f"{name} holds the record of a team already" in again.output


@pytest.mark.parametrize("number", ["", "12 AB", "é", "x;DROP"])
def test_what_is_no_force_number_is_refused(team: Team, number: str) -> None:
    told = run("team", "add-officer", team.admin, number)
    assert told.exit_code == 2
    assert "force number" in told.output


def test_a_database_that_does_not_answer_is_one_sentence() -> None:
    told = run("verify", "--team", "postgresql://officer_1:s3cret@127.0.0.1:1/none")
    assert told.output == (
        "Error: The team's database does not answer."
        " Reading goes on; decisions wait until it is back.\n"
    )


def test_an_address_that_is_none_is_not_repeated() -> None:
    told = run("verify", "--team", "postgresql://officer_1:s3cret@[x/none?y=1")
    assert "cannot be read" in told.output
    assert "s3cret" not in told.output
