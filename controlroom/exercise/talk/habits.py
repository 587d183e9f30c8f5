"""How people write: small letters, haste, slips of the finger, text-speak, emoji."""

from controlroom.exercise.talk.chance import Dice

_SHORT = {
    "you": "u", "are": "r", "your": "ur", "please": "pls", "people": "ppl", "because": "cos",
    "about": "abt", "tomorrow": "tmrw", "tonight": "2nite", "going": "goin", "nothing": "nothin",
    "something": "sumthing", "what": "wot", "thanks": "thx", "want": "wanna", "know": "no",
    "really": "rly", "though": "tho", "probably": "prob", "minutes": "mins", "hours": "hrs",
    "message": "msg", "with": "wiv", "the": "da", "police": "feds", "before": "b4",
}  # fmt: skip
_WRONG = {
    "definitely": "definately", "separate": "seperate", "their": "there", "there": "their",
    "you're": "your", "they're": "there", "weird": "wierd", "received": "recieved",
    "believe": "beleive", "tomorrow": "tommorow", "accident": "accidant", "breathe": "breath",
    "should have": "should of", "could have": "could of", "loose": "lose", "lose": "loose",
    "emergency": "emergancy", "evacuated": "evacuted", "ambulance": "ambulence",
    "vehicle": "vehical", "motorway": "moterway", "chlorine": "clorine", "quite": "quiet",
    "until": "untill", "really": "realy", "which": "wich", "were": "where",
    "chemicals": "chemcials",
}  # fmt: skip
_SMILES = tuple("🙏😡😂🙄🚒🚨😬👏😢👀💙🤔🔥🤦👍😳")
_TRAILS = ("", "", "", "...", "!!", "!!!", " x", " xx", " tbh", " lol", " smh", " 🙏🙏", " 😂😂😂")


def worn(text: str, person: int, dice: Dice, *, english: bool) -> str:
    """Returns a text as this person writes it today.

    Args:
        person: their habits, the same in everything they write.
    """
    if english:
        text = _spelt(text, person, dice)
    if person & 0x300 == 0 and dice.below(3):
        text += f" {dice.pick(_SMILES)}"
    elif person & 0x1C00 == 0:
        text += dice.pick(_TRAILS)
    return text


def _spelt(text: str, person: int, dice: Dice) -> str:
    habit = person & 31
    if habit < 9:
        text = _small(text)
    elif habit == 9 and dice.below(3) == 0 and "http" not in text and "@" not in text:
        text = text.upper()
    if habit in (0, 1, 2, 12):
        text = " ".join(
            [_SHORT.get(word, word) if dice.below(2) else word for word in text.split(" ")]
        )
    elif habit in (3, 4, 5, 13, 14):
        text = " ".join([_WRONG.get(word, word) for word in text.split(" ")]).replace("'", "")
    if person >> 5 & 7 < 2 and dice.below(3) == 0:
        text = _slipped(text, dice)
    return text


def _small(text: str) -> str:
    """Everything small but what must not change: names of people and places on the net."""
    if "@" not in text and "http" not in text:
        return text.lower().rstrip(".")
    words = text.split(" ")
    return " ".join(word if word[:1] == "@" or "://" in word else word.lower() for word in words)


def _slipped(text: str, dice: Dice) -> str:
    """Two letters change places, one is lost, or one is struck twice."""
    words = text.split(" ")
    at = dice.below(len(words))
    word = words[at]
    if len(word) < 5 or not word.isalpha():
        return text
    cut = 1 + dice.below(len(word) - 3)
    a, b = word[cut], word[cut + 1]
    words[at] = word[:cut] + dice.pick((b + a, b, a + a + b)) + word[cut + 2 :]
    return " ".join(words)
