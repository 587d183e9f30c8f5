"""Which single posts are still shown one by one while posts pour in."""

from typing import NamedTuple

MANY_FOLLOWERS = 5_000


class SurgeRule(NamedTuple):
    """The reasons that make a post of a surge show by itself; every post is kept in any case.

    Attributes:
        media: pictures, clips or sounds hang on it.
        place: it names a place somebody could go to.
        risk: it has a word of risk.
        followers: more than so many follow its author; 0 takes no notice of that.
        places: names of places of the force's own, as they are written, parted by commas.
    """

    media: bool = True
    place: bool = True
    risk: bool = True
    followers: int = MANY_FOLLOWERS
    places: str = ""


USUAL = SurgeRule()
