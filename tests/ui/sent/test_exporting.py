"""Taking out what was sent: guarded cells, hashes that stand in the record, and rights."""

import csv
import io
import json
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import RecordExported, RoleGranted, read
from controlroom.store.durable import sha256_of
from controlroom.ui.sent.panel import SentPanel
from controlroom.ui.sent.sought import Sought
from tests.ui.journal.conftest import Home, X
from tests.ui.sent.conftest import Opener, settle
from tests.ui.sent.record import PRIVATE, Sender


def export(panel: SentPanel, qtbot: QtBot, form: str, path: Path) -> None:
    panel.outlet.export(form, path, panel.asked())
    qtbot.waitUntil(lambda: not panel.outlet.busy)


def recorded(home: Home) -> list[RecordExported]:
    told = [read(entry) for entry in home.entries()]
    return [one for one in told if isinstance(one, RecordExported)]


def test_a_table_has_a_row_for_each_and_no_cell_runs(
    sender: Sender, opens: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    panel, path = opens("1"), tmp_path / "sent.csv"
    export(panel, qtbot, "csv", path)
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [
        "Have you seen Rowan?",
        "'=The M97 is closed.",
        "'=The M97 is closed.",
    ]
    first = rows[0]
    assert first["files"] == f"{'2' * 64} image/png A closed road."
    assert (first["profile"], first["authors"]) == (X, "PC Tariq Fenn (2)")
    assert first["agreed"].startswith("Asha Venn (1) 20")
    assert rows[2]["answer"] == "Created"
    exported = RecordExported(sha256_of(path), "csv", 3, "what=sent")
    assert recorded(sender.home) == [exported]
    assert panel.strip.text.startswith("Exported: ")


def test_data_names_the_hashes_of_the_entries_it_stands_on(
    sender: Sender, opens: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    sender.withdraws_appeal()
    panel, path = opens("1"), tmp_path / "sent.json"
    entries = {one.seq: one for one in sender.home.entries()}
    export(panel, qtbot, "json", path)
    told = json.loads(path.read_text("utf-8"))
    assert told["count"] == len(told["deliveries"]) == 3
    last = max(entries)
    assert told["record"] == {"entry": last, "hash": entries[last].hash.hex()}
    for row in told["deliveries"]:
        for one in row["entries"]:
            assert one["hash"] == entries[one["entry"]].hash.hex()
            assert one["kind"] == entries[one["entry"]].kind
    appeal = told["deliveries"][0]
    assert [one["kind"] for one in appeal["entries"]] == [
        "draft.submitted",
        "draft.approved",
        "delivery.claimed",
        "delivery.sent",
        "draft.withdrawn",
        "delivery.claimed",
        "delivery.sent",
        "delivery.seen_gone",
    ]
    assert (appeal["state"], appeal["because"]) == ("seen_gone", "found safe")


def test_what_did_not_leave_goes_out_as_that_with_each_look_for_it(
    sender: Sender, opens: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    sender.sends_in_vain()
    panel = opens("1")
    for form in ("csv", "json"):
        export(panel, qtbot, form, tmp_path / f"sent.{form}")
    table = (tmp_path / "sent.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [(one["state"], one["not_sent_because"], one["answer"]) for one in rows] == [
        ("unknown", "", "504 Gateway Time-out"),
        ("failed", "refused", "Too long by 3"),
    ]
    assert rows[0]["looked_for"].split()[1] == "40"
    unknown, failed = json.loads((tmp_path / "sent.json").read_text("utf-8"))["deliveries"]
    assert (failed["state"], failed["not_sent_because"]) == ("failed", "refused")
    looked = unknown["looked_for"][0]
    assert looked["posts"] == 40
    assert looked["entry"] == unknown["entries"][-1]["entry"]


def test_only_what_is_looked_for_goes_out(
    sender: Sender, opens: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    panel, path = opens("1"), tmp_path / "sent.json"
    panel.filters.choose(Sought(text="Rowan", network="x"))
    settle(panel, qtbot)
    export(panel, qtbot, "json", path)
    told = json.loads(path.read_text("utf-8"))
    assert [one["title"] for one in told["deliveries"]] == ["Rowan"]
    assert told["chosen"] == recorded(sender.home)[0].chosen
    assert told["chosen"] == "what=sent; network=x; text=rowan"


def test_a_long_export_is_whole_and_each_delivery_is_in_it_once(
    sender: Sender, opens: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    sender.sends_many(130)
    panel, path = opens("1"), tmp_path / "sent.json"
    export(panel, qtbot, "json", path)
    told = json.loads(path.read_text("utf-8"))["deliveries"]
    assert [one["text"] for one in told] == [f"Notice {n}" for n in reversed(range(130))]


def test_private_messages_stay_veiled_in_what_goes_out(
    sender: Sender, opens: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    sender.sends_private()
    sender.says("1", RoleGranted("3", "analyst", "force"))
    panel = opens("3")
    for form in ("csv", "json"):
        path = tmp_path / f"sent.{form}"
        export(panel, qtbot, form, path)
        told = path.read_text("utf-8-sig")
        assert PRIVATE in told
        assert "bridge" not in told
        assert "@fen" not in told
    assert json.loads(told)["deliveries"][0]["veiled"] is True


def test_nobody_exports_without_the_right_to(sender: Sender, opens: Opener, tmp_path: Path) -> None:
    sender.sends_roads()
    panel = opens("4")
    assert not panel.out.isEnabled()
    assert "export" in panel.out.accessibleDescription()
    panel.export()
    assert QApplication.activePopupWidget() is None
    panel.outlet.export("csv", tmp_path / "sent.csv", panel.asked())
    assert not panel.outlet.busy
    assert not list(tmp_path.glob("*sent*"))


def test_closing_the_panel_ends_an_export_without_a_trace(
    sender: Sender, opens: Opener, home: Home, tmp_path: Path
) -> None:
    sender.sends_roads()
    panel = opens("1")
    panel.outlet.export("csv", tmp_path / "sent.csv", panel.asked())
    panel.leave.click()
    assert not list(tmp_path.glob("*sent*"))
    assert recorded(home) == []
