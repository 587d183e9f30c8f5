"""Names and words that must not be published, found in a draft by whoever drafts, read by few.

An item lies in the record as fingerprints and as sealed words. With the match key a desk finds it
in a text and learns nothing else; with the reading key, which only those with the right CASES have,
it can be read. Read `words` (how a name is compared), `marks`, `matcher`, `sealing`.
"""

from controlroom.outbound.case_lists.items import Item, changed, is_behind, marked, read
from controlroom.outbound.case_lists.keys import CaseKeys, MatchKey, ReadingKey
from controlroom.outbound.case_lists.late import LateLists, keys_of, listed
from controlroom.outbound.case_lists.matcher import Listed, Matcher

__all__ = [
    "CaseKeys",
    "Item",
    "LateLists",
    "Listed",
    "MatchKey",
    "Matcher",
    "ReadingKey",
    "changed",
    "is_behind",
    "keys_of",
    "listed",
    "marked",
    "read",
]
