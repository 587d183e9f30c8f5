"""A signed package: made, checked by us and by standard tools, and every change in it found."""

import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from controlroom.cli import main
from controlroom.model.journal import Entry
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.store.journal.checking import check_export
from controlroom.store.journal.draft import Draft, Stopped
from controlroom.store.journal.errors import PackageFalse
from controlroom.store.journal.package import (
    CHECKPOINTS,
    FILES,
    HOW,
    KEY,
    RECORD,
    SCRIPT,
    SIGNATURE,
    SUMS,
    export_package,
)
from controlroom.store.journal.signing import Signer
from controlroom.store.journal.verify import Break, Fault
from tests.store.journal.samples import SIGNER, START, recorded

Record = tuple[list[Entry], list[Checkpoint]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return recorded(tmp_path_factory.mktemp("record"))


def packed(record: Record, folder: Path, signer: Signer = SIGNER) -> Draft:
    entries, kept = record
    path = folder / "record.zip"
    return export_package(entries, kept, signer, path, START, lambda _: True)


@pytest.fixture
def package(record: Record, tmp_path: Path) -> Path:
    draft = packed(record, tmp_path)
    draft.keep()
    return draft.path


def verified(path: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["verify", str(path), *options])


def rewritten(package: Path, name: str, content: bytes | None) -> Path:
    """Returns the package with one file changed or, for None, left out."""
    other = package.with_name("other.zip")
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(other, "w") as target:
        for one in source.namelist():
            if one != name:
                target.writestr(one, source.read(one))
        if content is not None:
            target.writestr(name, content)
    return other


def test_a_package_is_sound_up_to_its_last_entry(record: Record, package: Path) -> None:
    entries, kept = record
    verdict = check_export(package, None, [SIGNER.public.upper()])
    assert verdict.broken is None
    assert verdict.entries == verdict.covered == len(entries)
    assert verdict.exported == len(kept) + 1
    told = verified(package)
    assert told.exit_code == 0
    assert told.output.endswith("Sound.\n")


def test_standard_tools_come_to_the_same(package: Path, tmp_path: Path) -> None:
    for tool in ("sha256sum", "openssl"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(package) as one:
        one.extractall(folder)

    def run(*command: str) -> str:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout

    assert run("sha256sum", "-c", SUMS).count(": OK") == len(FILES)
    how = (folder / HOW).read_text("utf-8")
    signature = next(line for line in how.splitlines() if "openssl pkeyutl" in line)
    assert "Verified Successfully" in run(*signature.split())
    assert run(sys.executable, SCRIPT, RECORD, CHECKPOINTS).startswith("sound: ")


@pytest.mark.parametrize("name", [*FILES, SUMS, SIGNATURE])
def test_a_changed_or_missing_file_is_named(package: Path, name: str) -> None:
    with zipfile.ZipFile(package) as one:
        content = one.read(name)
    for changed in (bytes([content[0] ^ 1]) + content[1:], None):
        with pytest.raises(PackageFalse):
            check_export(rewritten(package, name, changed), None, ())


def test_a_file_that_was_not_signed_has_no_place_in_it(package: Path) -> None:
    with pytest.raises(PackageFalse) as told:
        check_export(rewritten(package, "notes.txt", b"trust me"), None, ())
    assert told.value.values["name"] == SUMS


def test_sums_that_leave_a_file_out_are_refused(package: Path) -> None:
    with zipfile.ZipFile(package) as one:
        sums = b"".join(one.read(SUMS).splitlines(keepends=True)[1:])
    twisted = rewritten(package, SUMS, sums)
    with pytest.raises(PackageFalse):
        check_export(rewritten_as(twisted, SIGNATURE, SIGNER.seal(sums)), None, ())


def rewritten_as(package: Path, name: str, content: bytes) -> Path:
    return rewritten(package.rename(package.with_name("before.zip")), name, content)


def test_a_package_made_anew_by_a_stranger_shows_by_its_key(record: Record, tmp_path: Path) -> None:
    draft = packed(record, tmp_path, Signer.fresh())
    draft.keep()
    assert check_export(draft.path, None, ()).broken is None
    with pytest.raises(PackageFalse) as told:
        check_export(draft.path, None, [SIGNER.public])
    assert told.value.values["name"] == KEY
    output = verified(draft.path, "--key", SIGNER.public)
    assert output.exit_code == 1
    assert "is not what was signed" in output.output


def test_a_record_that_was_broken_before_is_told_as_broken(record: Record, tmp_path: Path) -> None:
    entries = [*record[0]]
    entries[4], entries[5] = entries[5], entries[4]
    path = tmp_path / "record.zip"
    export_package(entries, (), SIGNER, path, START, lambda _: True).keep()
    assert check_export(path, None, ()).broken == Break(6, Fault.OUT_OF_PLACE)


def test_the_copies_of_a_custodian_are_held_against_it(
    record: Record, package: Path, tmp_path: Path
) -> None:
    ahead = SIGNER.sign(len(record[0]) + 9, bytes(32), "2026-11-22T07:00:00.000000Z")
    custody = tmp_path / "custody.jsonl"
    custody.write_text(json.dumps(asdict(ahead)) + "\n")
    verdict = check_export(package, custody, ())
    assert verdict.broken == Break(len(record[0]) + 1, Fault.CUT_OFF)


def test_what_is_no_package_at_all_is_one_sentence(package: Path) -> None:
    package.write_bytes(package.read_bytes()[:-40] + bytes(40))
    told = verified(package)
    assert told.exit_code == 1
    assert "Traceback" not in told.output


def test_a_stopped_export_leaves_nothing(record: Record, tmp_path: Path) -> None:
    long = [entry for _ in range(40) for entry in record[0]]
    seen: list[int] = []

    def going(count: int) -> bool:
        seen.append(count)
        return len(seen) < 2

    with pytest.raises(Stopped):
        export_package(long, (), SIGNER, tmp_path / "record.zip", START, going)
    assert seen == [1_000, 2_000]
    assert list(tmp_path.iterdir()) == []


def test_a_draft_has_its_name_only_once_it_is_kept(record: Record, tmp_path: Path) -> None:
    draft = packed(record, tmp_path)
    assert not draft.path.exists()
    draft.drop()
    assert list(tmp_path.iterdir()) == []
