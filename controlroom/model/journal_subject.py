"""How entries name what they are about, alike on every workstation and for good.

`officer/4711`, `role/operator`, `group/Fenmarsh`, `profile/mastodon/fenmast.example/1123`,
`conversation/mastodon/fenmast.example/1123/987`, `entry/17`, `journal`. The ids of the cache stay
out of it: another workstation's cache has others. A scope is `force`, a group or a profile.
"""

import re
from urllib.parse import quote

from controlroom.model.profile import Profile

FORCE = "force"
JOURNAL = "journal"
_NUMBER = re.compile(r"[0-9A-Z]{1,20}")
_HARMLESS = ":@-._~"


def is_force_number(text: str) -> bool:
    """Returns whether a text can be a force number: capital letters and digits, at most 20."""
    return _NUMBER.fullmatch(text) is not None


def profile_key(profile: Profile) -> str:
    """Returns what names a profile of the force in the journal."""
    parts = (profile.network, profile.host, profile.remote_id)
    return "/".join(quote(part, safe=_HARMLESS) for part in parts)


def conversation_key(profile: str, root: str) -> str:
    """Returns what names a conversation: of a profile by its key, with the id of its root post."""
    return f"{profile}/{quote(root, safe=_HARMLESS)}"


def profile_of_conversation(conversation: str) -> str:
    """Returns the key of the profile a conversation is led by."""
    return conversation.rpartition("/")[0]


def group_scope(group: str) -> str:
    """Returns the scope of a group with all groups and profiles below it."""
    return f"group/{group}"


def profile_scope(profile: str) -> str:
    """Returns the scope of one profile, by its key."""
    return f"profile/{profile}"
