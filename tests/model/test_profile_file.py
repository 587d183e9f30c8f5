"""A file of profiles: every line with what is wrong with it, and nothing ever lost or raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.profile_file import (
    MOST_BYTES,
    MOST_LINES,
    Known,
    Wrong,
    read_profile_file,
)

KNOWN = Known(
    {"x": ("browser", "token"), "mastodon": ("token",), "bluesky": ("password",)},
    need_host=("mastodon",),
)


def read(text: str, encoding: str = "utf-8") -> list[tuple[int, Wrong | None, str]]:
    found = read_profile_file(text.encode(encoding), KNOWN)
    assert found.wrong is None
    return [(line.number, line.wrong, line.detail) for line in found.lines]


def test_columns_stand_in_any_order_and_case() -> None:
    found = read_profile_file(
        b"Group,TOKEN,network,Owner,handle\nBrackenford, t1 ,X,4711,@WestmarchPolice\n", KNOWN
    )
    (line,) = found.lines
    assert (line.number, line.wrong) == (2, None)
    assert (line.network, line.token, line.group) == ("x", "t1", "Brackenford")
    assert (line.owner, line.handle, line.way) == ("4711", "WestmarchPolice", "token")


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_cells_are_parted_as_spreadsheets_do(parting: str) -> None:
    assert read(f"network{parting}token\nx{parting}t1\n") == [(2, None, "")]


def test_a_byte_order_mark_and_empty_lines_do_no_harm() -> None:
    assert read("\ufeffnetwork,token\n\nx,t1\n,\n", "utf-8") == [(3, None, "")]


@pytest.mark.parametrize(
    ("line", "wrong", "detail"),
    [
        ("friendster,t1,,,", Wrong.NETWORK_UNKNOWN, "friendster"),
        ("mastodon,t1,,,", Wrong.HOST_MISSING, ""),
        ("x,,,,", Wrong.TOKEN_MISSING, ""),
        ("x,t1,,,password", Wrong.WAY_UNKNOWN, "password"),
        ("bluesky,p1,,,password", Wrong.HANDLE_MISSING, ""),
        ("x,t1,,,,,,", Wrong.TOO_MANY_CELLS, ""),
        (f"x,{'t' * 4001},,,", Wrong.TOO_LONG, "token"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(line: str, wrong: Wrong, detail: str) -> None:
    text = f"network,token,host,handle,way\n{line}\nx,good,,,\n"
    assert read(text) == [(2, wrong, detail), (3, None, "")]


def test_a_sign_in_that_comes_twice_is_taken_once() -> None:
    text = "network,token\nx,t1\nx,t2\nx,t1\n"
    assert read(text) == [(2, None, ""), (3, None, ""), (4, Wrong.SAME_AS, "2")]


@pytest.mark.parametrize(
    ("data", "wrong", "detail"),
    [
        (b"", Wrong.NO_HEADING, ""),
        (b"network,handle\n", Wrong.COLUMN_MISSING, "token"),
        (b"network,token,token\n", Wrong.COLUMN_TWICE, "token"),
        (b"network,token\n\xff\xfe", Wrong.NOT_TEXT, "14"),
        (b"network,token\nx,\x00", Wrong.NOT_TEXT, ""),
        (b"x" * (MOST_BYTES + 1), Wrong.TOO_LARGE, ""),
        (b"network,token\n" + b"x,t\n" * (MOST_LINES + 1), Wrong.TOO_LARGE, ""),
    ],
)
def test_what_is_wrong_with_a_file_is_named(data: bytes, wrong: Wrong, detail: str) -> None:
    found = read_profile_file(data, KNOWN)
    assert (found.lines, found.wrong, found.detail) == ((), wrong, detail)


def test_columns_nobody_reads_are_told() -> None:
    found = read_profile_file(b"network,token,password,notes\nx,t1,p,n\n", KNOWN)
    assert found.unknown == ("password", "notes")


def test_a_line_that_cannot_be_used_keeps_no_secret() -> None:
    found = read_profile_file(b"network,token\nfriendster,SENTINEL\nx,SENTINEL-2\n", KNOWN)
    assert found.lines[0].token == ""
    assert "SENTINEL" not in repr(found)


@given(st.binary(max_size=300))
def test_nothing_is_raised_whatever_the_file_holds(data: bytes) -> None:
    read_profile_file(data, KNOWN)
    read_profile_file(b"network,token,way\n" + data, KNOWN)
