"""Links, people and hashtags of a text, by bytes of UTF-8."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.networks.bluesky.facets import facets_of
from controlroom.feeds.networks.bluesky.tids import new_tid
from tests.feeds.seats import NOW

PEOPLE = {"ida.example": "did:plc:ida", "police.westmarch.example": "did:plc:police"}


def told(text: str) -> list[tuple[str, str]]:
    """Returns the stretch of each facet, as bytes have it, and what it means."""
    raw = text.encode()
    found = []
    for facet in facets_of(text, lambda handle: PEOPLE.get(handle, "")):
        at = facet["index"]
        (feature,) = facet["features"]
        meaning = feature.get("uri") or feature.get("did") or feature.get("tag")
        found.append((raw[at["byteStart"] : at["byteEnd"]].decode(), meaning))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Détour 🚧 https://westmarch.example/é?a=1#b now",
         [("https://westmarch.example/é?a=1#b",) * 2]),
        ("(see https://a.example/b_(c)). https://a.example/d),",
         [("https://a.example/b_(c)",) * 2, ("https://a.example/d",) * 2]),
        ("@ida.example, @IDA.example and @nobody.example",
         [("@ida.example", "did:plc:ida"), ("@IDA.example", "did:plc:ida")]),
        ("mail ida@ida.example or https://a.example/@ida.example#Weir",
         [("https://a.example/@ida.example#Weir",) * 2]),
        ("#Weir #Straße #żuraw #1234 #19Uhr &#39; a#b ＃雨",
         [("#Weir", "Weir"), ("#Straße", "Straße"), ("#żuraw", "żuraw"), ("#19Uhr", "19Uhr"),
          ("＃雨", "雨")]),
        ("ﷺ👨‍👩‍👧 #Weir.", [("#Weir", "Weir")]),
        (f"#{'a' * 65} https://", []),
    ],
)  # fmt: skip
def test_facets(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@given(st.text(st.sampled_from("aé🚧ﷺ #@.:/()\n-_1") | st.characters(codec="utf-8"), max_size=80))
def test_facets_never_overlap_and_never_cut_a_character(text: str) -> None:
    ends = 0
    for facet in facets_of(text, lambda _: "did:plc:x"):
        start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
        assert ends <= start < end <= len(text.encode())
        text.encode()[start:end].decode()
        ends = end


def test_no_name_of_a_record_comes_twice_and_later_ones_are_greater() -> None:
    names = [new_tid(NOW) for _ in range(2000)]
    assert names == sorted(set(names))
    assert all(len(one) == 13 for one in names)
    assert new_tid(NOW) < new_tid(NOW.replace(year=2027))
