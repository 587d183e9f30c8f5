"""What was sent, written into a file: a table, or data with the hashes of the entries behind it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from controlroom.model.journal import Entry, stamp
from controlroom.store.export.cells import guarded, row
from controlroom.store.export.hit import sound
from controlroom.store.journal.draft import Draft, Going, Stopped, Sums, draft_at, drafted
from controlroom.store.journal.left import entry_at
from controlroom.ui.journal.long_work import Job
from controlroom.ui.sent.searching import MANY, Asked, search
from controlroom.ui.sent.sought import Sent

if TYPE_CHECKING:
    from controlroom.store.database import Database
    from controlroom.store.journal.followed import Followed

CSV, JSON = "csv", "json"
FORMAT, VERSION = "controlroom-sent", 2
COLUMNS = (
    "recorded_utc", "network_time_utc", "sending_began_utc", "network", "profile", "profile_name",
    "act", "state", "veiled", "title", "text", "files", "authors", "put_forward_utc", "agreed",
    "answered_yes", "answer", "remote_id", "url", "withdrawn_by", "because", "taken_back_utc",
    "seen_gone_utc", "not_taken_back", "not_sent_because", "attempts", "looked_for",
    "tried_again_utc", "let_go_again", "draft", "part", "content_sha256", "entries",
)  # fmt: skip
"""Names of the columns, the same in every language, for programs that read the table."""
_MARK = "\ufeff"


def job_of(form: str, path: Path, asked: Asked, made_at: datetime) -> Job:
    """Returns what writes a form of export into a draft for `path`."""
    return partial(_write, form=form, path=path, asked=asked, made_at=made_at)


def _write(
    record: "Followed",
    going: Going,
    *,
    form: str,
    path: Path,
    asked: Asked,
    made_at: datetime,
) -> Draft:
    rows, count = _rows(record.database, asked, going), 0
    with drafted(path) as file:
        sums = Sums(file)
        sums.write(_begin(form, record.database, asked, made_at).encode())
        for one in rows:
            sums.write(_part(form, one, asked, first=not count).encode())
            count += 1
        sums.write((f'\n],"count":{count}}}\n' if form == JSON else "").encode())
    return draft_at(path, count, sums.sha256)


def _rows(database: "Database", asked: Asked, going: Going) -> Iterator[Sent]:
    before = asked.head + 1
    while before > 1:
        found = search(database, asked, before, MANY)
        yield from found.rows
        before = found.reached
        if not going(asked.head + 1 - before):
            raise Stopped


def _begin(form: str, database: "Database", asked: Asked, made_at: datetime) -> str:
    if form == CSV:
        return _MARK + row(list(COLUMNS))
    last = entry_at(database, asked.head)
    about = {
        "format": FORMAT,
        "version": VERSION,
        "chosen": sound(asked.sought.recorded()),
        "made_at": stamp(made_at),
        "record": {"entry": asked.head, "hash": last.hash.hex() if last is not None else None},
        "unknown": [sound(one) for one in asked.unknown],
    }
    return _json(about)[:-1] + ',"deliveries":[\n'


def _part(form: str, sent: Sent, asked: Asked, *, first: bool) -> str:
    if form == CSV:
        return row([guarded(cell) for cell in _cells(sent, asked.names.person, asked)])
    return ("" if first else ",\n") + _json(_object(sent, asked))


def _cells(sent: Sent, name: Callable[[str], str], asked: Asked) -> list[str]:
    one, key = sent.row, sent.row.key
    return [
        stamp(one.told),
        _stamp(one.sent_at) or "",
        _stamp(one.claimed) or "",
        key.network,
        key.profile,
        asked.names.profile(key.profile),
        one.act.value,
        sent.became.value,
        "yes" if sent.veiled else "",
        one.title,
        one.text,
        "\n".join(f"{file.sha256} {file.mime} {file.alt}".strip() for file in one.files),
        "\n".join(_person(number, name) for number in sent.authors),
        stamp(one.put_forward),
        "\n".join(f"{_person(a.officer, name)} {stamp(a.at)}" for a in one.agreed),
        "\n".join(one.confirmed),
        one.said,
        one.remote_id,
        one.url,
        _person(one.withdrawn_by, name),
        one.why,
        _stamp(one.taken_back) or "",
        _stamp(one.seen_gone) or "",
        one.not_back or "",
        one.reason,
        str(one.attempts),
        "\n".join(f"{stamp(a.at)} {a.looked} {stamp(a.since)}" for a in one.looks),
        _stamp(one.again_at) or "",
        f"{_person(one.let_by, name)} {stamp(one.let_at)}" if one.let_at else "",
        key.draft,
        key.part,
        one.hash,
        "\n".join(f"{entry.seq} {entry.hash.hex()}" for entry in sent.basis),
    ]


def _object(sent: Sent, asked: Asked) -> dict[str, Any]:
    one, key, person = sent.row, sent.row.key, partial(_who, asked=asked)
    return {
        "recorded": stamp(one.told),
        "network_time": _stamp(one.sent_at),
        "sending_began": _stamp(one.claimed),
        "network": key.network,
        "profile": sound(key.profile),
        "profile_name": sound(asked.names.profile(key.profile)),
        "act": one.act.value,
        "state": sent.became.value,
        "veiled": sent.veiled,
        "title": sound(one.title),
        "text": sound(one.text),
        "files": [
            {"sha256": file.sha256, "mime": sound(file.mime), "alt": sound(file.alt)}
            for file in one.files
        ],
        "authors": [person(number) for number in sent.authors],
        "put_forward": stamp(one.put_forward),
        "agreed": [
            {**person(a.officer), "step": a.step, "at": stamp(a.at), "entry": a.seq}
            for a in one.agreed
        ],
        "answered_yes": [sound(rule) for rule in one.confirmed],
        "answer": sound(one.said),
        "remote_id": sound(one.remote_id),
        "url": sound(one.url),
        "withdrawn_by": person(one.withdrawn_by) if one.withdrawn_by else None,
        "because": sound(one.why),
        "taken_back": _stamp(one.taken_back),
        "seen_gone": _stamp(one.seen_gone),
        "not_taken_back": None if one.not_back is None else sound(one.not_back),
        "not_sent_because": one.reason or None,
        "attempts": one.attempts,
        "looked_for": [
            {"at": stamp(a.at), "posts": a.looked, "back_to": stamp(a.since), "entry": a.seq}
            for a in one.looks
        ],
        "tried_again": _stamp(one.again_at),
        "let_go_again": {**person(one.let_by), "at": stamp(one.let_at)} if one.let_at else None,
        "draft": key.draft,
        "part": key.part,
        "content_sha256": one.hash,
        "entries": [_basis(entry) for entry in sent.basis],
    }


def _basis(entry: Entry) -> dict[str, object]:
    return {
        "entry": entry.seq,
        "at": stamp(entry.at),
        "actor": sound(entry.actor),
        "kind": entry.kind,
        "hash": entry.hash.hex(),
    }


def _who(number: str, asked: Asked) -> dict[str, object]:
    return {"officer": sound(number), "name": sound(asked.names.person(number))}


def _person(number: str, name: Callable[[str], str]) -> str:
    told = name(number) if number else ""
    return told if told == number else f"{told} ({number})"


def _stamp(at: datetime | None) -> str | None:
    return stamp(at) if at is not None else None


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
