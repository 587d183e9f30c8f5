"""What the checks of the force's protocol say about a draft."""

from datetime import date
from enum import StrEnum

from controlroom.model.frozen import dataclass


class Verdict(StrEnum):
    """What a check says."""

    BLOCKS = "blocks"
    ASKS = "asks"
    PASSES = "passes"


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to mend what was found.

    Attributes:
        label: what the button says, as a key of the checks' words.
        text: what takes the place of the found words; None where a person has to write or look.
    """

    label: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that does not pass.

    Attributes:
        rule: the rule's key in the rule data.
        variant: where the words stand: "" for the shared text, or the key of a variant.
        piece: the number of the piece.
        start, end: the words in that piece's text, in characters, `end` excluded; both 0 where the
            rule is not about words.
        words: what was found, as written; never a name of a case list that was not written.
        profiles: keys of those it holds for; empty for all targets.
        file: the number of the attachment it is about, -1 for none.
        figure: a sum, count or age the sentence needs, "" for none.
        limit: what the network or the profile's server takes, "" where the rule is about neither.
    """

    rule: str
    verdict: Verdict
    variant: str = ""
    piece: int = 0
    start: int = 0
    end: int = 0
    words: str = ""
    profiles: tuple[str, ...] = ()
    file: int = -1
    figure: str = ""
    limit: str = ""
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a rule is and where it comes from.

    Attributes:
        source: the document.
        checked: when somebody last compared it with that.
        blind: what the rule cannot see, said plainly.
    """

    key: str
    verdict: Verdict
    source: str
    checked: date
    blind: str
