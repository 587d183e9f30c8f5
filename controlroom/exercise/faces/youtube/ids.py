"""YouTube's ids: of videos, channels, comments, answers, messages of chats.

A number of the world is scrambled into 64 bits, which are eleven characters; longer ids are filled
up from a digest. So an id leads back to its number without a table. Pure.
"""

import base64
import hashlib

_BITS = (1 << 64) - 1
_TIMES = 0x9E3779B97F4A7C15
_BACK = pow(_TIMES, -1, 1 << 64)
_CODE = 11
_COMMENT, _COMMENT_END = "Ug", "4AaABAg"
_CHAT = "LCC."
_PLACE = "Cg0KC"


def video_id(number: int) -> str:
    """Returns the id of a video."""
    scrambled = number * _TIMES & _BITS
    return base64.urlsafe_b64encode(scrambled.to_bytes(8, "big")).rstrip(b"=").decode()


def number_of_video(told: str) -> int:
    """Returns the number of a video, 0 for what is no id of one."""
    if len(told) != _CODE or not told.isascii():
        return 0
    try:
        raw = base64.b64decode(f"{told}=", altchars=b"-_", validate=True)
    except ValueError:
        return 0
    number = int.from_bytes(raw, "big") * _BACK & _BITS
    return number if video_id(number) == told else 0


def channel_id(number: int) -> str:
    """Returns the id of an account's channel."""
    return f"UC{_long(number, 22)}"


def uploads_id(number: int) -> str:
    """Returns the id of the playlist of what a channel uploaded."""
    return f"UU{_long(number, 22)}"


def number_of_channel(told: str) -> int:
    """Returns the number of an account by its channel or its uploads, 0 for anything else."""
    if not told.startswith(("UC", "UU")):
        return 0
    number = number_of_video(told[2 : 2 + _CODE])
    return number if number and told[2:] == _long(number, 22) else 0


def comment_id(path: tuple[int, ...]) -> str:
    """Returns the id of a comment; of an answer, if the comment's number stands before its own."""
    top = f"{_COMMENT}{_long(path[0], 17)}{_COMMENT_END}"
    return f"{top}.{_long(path[1], 22)}" if len(path) > 1 else top


def path_of_comment(told: str) -> tuple[int, ...]:
    """Returns the number of a comment, or those of a comment and an answer; () for none."""
    top, _, answer = told.partition(".")
    numbers = [number_of_video(top[2 : 2 + _CODE])]
    if answer:
        numbers.append(number_of_video(answer[:_CODE]))
    path = tuple(numbers)
    return path if all(path) and comment_id(path) == told else ()


def message_id(number: int) -> str:
    """Returns the id of a message in a live chat."""
    return f"{_CHAT}{_long(number, 40)}"


def number_of_message(told: str) -> int:
    """Returns the number of a message, 0 for what is no id of one."""
    number = number_of_video(told.removeprefix(_CHAT)[:_CODE])
    return number if number and message_id(number) == told else 0


def chat_id(video: int) -> str:
    """Returns the id of the chat beside a broadcast."""
    return f"{_PLACE}{_long(video, 24)}"


def video_of_chat(told: str) -> int:
    """Returns the number of the broadcast a chat is beside, 0 for what is no id of one."""
    number = number_of_video(told.removeprefix(_PLACE)[:_CODE])
    return number if number and chat_id(number) == told else 0


def _long(number: int, length: int) -> str:
    code = video_id(number)
    digest = hashlib.blake2b(code.encode(), digest_size=32).digest()
    rest = base64.urlsafe_b64encode(digest).decode()
    return (code + rest)[:length]
