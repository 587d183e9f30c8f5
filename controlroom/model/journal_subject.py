"""How entries name what they are about, alike on every workstation and for good.

`officer/4711`, `role/operator`, `group/Fenmarsh`, `profile/mastodon/fenmast.example/1123`,
`conversation/mastodon/fenmast.example/1123/987`, `note/mastodon/fenmast.example/1123/987/4f02`,
`board/0c9e…`, `incident/5d1a…`, `entry/17`, `journal`. The ids of the cache stay out of it: another
workstation's cache has others. A scope is `force`, a group or a profile.
"""

import re
from hashlib import sha256
from urllib.parse import quote

from controlroom.model.profile import Profile

FORCE = "force"
JOURNAL = "journal"
LONGEST_NOTE = 4_000
"""Characters of an internal note."""
LONGEST_BOARD = 60_000
"""Bytes of a shared board, as the JSON text that an entry holds."""
LONGEST_BOARD_NAME = 200
_LONGEST_ROOT = 160
_NUMBER = re.compile(r"[0-9A-Z]{1,20}")
_BOARD = re.compile(r"[0-9a-f]{32}")
_HARMLESS = ":@-._~"


def is_force_number(text: str) -> bool:
    """Returns whether a text can be a force number: capital letters and digits, at most 20."""
    return _NUMBER.fullmatch(text) is not None


def profile_key(profile: Profile) -> str:
    """Returns what names a profile of the force in the journal."""
    parts = (profile.network, profile.host, profile.remote_id)
    return "/".join(quote(part, safe=_HARMLESS) for part in parts)


def conversation_key(profile: str, root: str) -> str:
    """Returns what names a conversation: of a profile by its key, with the id of its root post.

    An id too long for a subject, such as the address of an article, is named by its hash.
    """
    quoted = quote(root, safe=_HARMLESS)
    if len(quoted) > _LONGEST_ROOT:
        quoted = f"sha256:{sha256(root.encode()).hexdigest()}"
    return f"{profile}/{quoted}"


def profile_of_conversation(conversation: str) -> str:
    """Returns the key of the profile a conversation is led by."""
    return conversation.rpartition("/")[0]


def note_key(conversation: str, own: str) -> str:
    """Returns what names a note on a conversation; `own` is an id no other note there has."""
    return f"{conversation}/{own}"


def conversation_of_note(note: str) -> str:
    """Returns the key of the conversation a note is on."""
    return note.rpartition("/")[0]


def is_board_key(text: str) -> bool:
    """Returns whether a text can name a shared board: 32 hexadecimal digits in lower case."""
    return _BOARD.fullmatch(text) is not None


def group_scope(group: str) -> str:
    """Returns the scope of a group with all groups and profiles below it."""
    return f"group/{group}"


def profile_scope(profile: str) -> str:
    """Returns the scope of one profile, by its key."""
    return f"profile/{profile}"
