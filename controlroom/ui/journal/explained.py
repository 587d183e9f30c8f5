"""What the pane says of an entry: who, when, what about, the fields of its body, its proof."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal import Entry, moment, stamp
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.model.journal_rights import Right
from controlroom.store.journal.wanted import said
from controlroom.ui.board.card.clean import clean
from controlroom.ui.journal.facts import Fact
from controlroom.ui.journal.labels import field_told, form_told, kind_told
from controlroom.ui.journal.names import Names
from controlroom.ui.language import language

translate = QCoreApplication.translate
_RIGHTS = frozenset(str(right) for right in Right)


def facts_of(entry: Entry, names: Names) -> list[Fact]:
    """Returns who, when and what about."""
    local = entry.at.astimezone()
    zone = local.strftime("%Z") or translate("Record", "local time")
    return [
        (translate("Record", "Kind"), kind_told(entry.kind)),
        (translate("Record", "Who"), names.person_in_full(entry.actor)),
        (
            translate("Record", "When"),
            f"{language().date(local)}, {language().clock(local)} ({zone})",
        ),
        (translate("Record", "UTC"), stamp(entry.at)),
        (translate("Record", "About"), names.subject(entry.subject)),
        (translate("Record", "Entry"), language().figure(entry.seq)),
    ]


def fields_of(entry: Entry, names: Names) -> list[Fact]:
    """Returns what the body says, a fact a field; nothing if it was erased, or is not for here."""
    if names.is_veiled(entry):
        return []
    return [
        (field_told(field), _value(field, value, names)) for field, value in said(entry).items()
    ]


def proof_of(entry: Entry, covered: Checkpoint | None) -> list[Fact]:
    """Returns the hashes, and the checkpoint that covers the entry."""
    return [
        (translate("Record", "Checkpoint"), checkpoint_told(covered)),
        (translate("Record", "Hash"), entry.hash.hex()),
        (translate("Record", "Before it"), entry.prev_hash.hex()),
        (translate("Record", "Its body"), entry.body_hash.hex()),
        (translate("Record", "Subject"), entry.subject),
        (translate("Record", "Kind"), entry.kind),
    ]


def checkpoint_told(covered: Checkpoint | None) -> str:
    """Returns whether and since when an entry is covered by a signature."""
    if covered is None:
        return translate("Record", "Not covered by a checkpoint yet.")
    template = translate("Record", "Covered by the one over {n} entries, signed {time}, key {key}…")
    return template.format(
        n=language().figure(covered.size), time=_moment(covered.at), key=covered.key[:16]
    )


def _value(field: str, value: Any, names: Names) -> str:
    match value:
        case None:
            return ""
        case bool():
            return translate("Record", "yes") if value else translate("Record", "no")
        case dict():
            return "\n".join(
                f"{names.role(key)}: {_several(one, names)}" for key, one in value.items()
            )
        case list() if field == "officers":
            return ", ".join(names.person_in_full(str(one)) for one in value)
        case list() if field == "scopes":
            return names.scopes(map(str, value))
        case list() if field == "remarks":
            return "\n".join(clean(str(one.get("text", "")), 2_000).text for one in value)
        case list():
            return _several(value, names)
        case int():
            return language().figure(value)
        case str():
            return clean(_named(field, value, names), 4_000).text
    return str(value)


def _named(field: str, value: str, names: Names) -> str:
    match field:
        case "officer":
            return names.person_in_full(value) if value else translate("Record", "nobody")
        case "to" if names.state is not None and value in names.state.officers:
            return names.person_in_full(value)
        case "role":
            return names.role(value)
        case "scope":
            return names.scope(value)
        case "incident" | "but_incident":
            return names.incident(value)
        case "form":
            return form_told(value)
        case "until" | "at" | "sent_at" | "again_at" | "since":
            return _moment(value)
        case "group" | "parent":
            return value or names.scope("force")
    return value


def _several(value: Any, names: Names) -> str:
    if not isinstance(value, list):
        return str(value)
    texts = [str(one) for one in value]
    if all(one in _RIGHTS for one in texts):
        return names.rights(texts)
    return ", ".join(names.role(one) for one in texts)


def _moment(text: str) -> str:
    try:
        local = moment(text).astimezone()
    except ValueError:
        return text
    return f"{language().date(local)}, {language().clock(local)}"
