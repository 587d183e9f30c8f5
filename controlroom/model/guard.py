"""What one desk or station gives to the checks that run once more before a delivery."""

import msgspec


class Guard(msgspec.Struct, frozen=True):
    """Known on this computer only: no record holds it.

    Attributes:
        case_key: the key that finds what stands on the case lists, in hexadecimal; "" for none.
        sites, phones: the force's own, as in the settings.
    """

    case_key: str = ""
    sites: str = ""
    phones: str = ""

    def __repr__(self) -> str:
        return "Guard(hidden)"
