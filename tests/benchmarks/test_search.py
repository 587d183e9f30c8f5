"""The benchmark of search asks what it says."""

import random
from pathlib import Path

import pytest

from benchmarks import search
from benchmarks.measure import KEY
from benchmarks.posts import PHRASE
from controlroom.store.cache.reader import CacheReader


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    search.fill(folder, 1_500)
    return folder


def test_posts_are_stored_once(place: Path) -> None:
    search.fill(place, 1_500)
    reader = CacheReader.open(place, KEY)
    assert reader.totals().posts == 1_500
    reader.close()


@pytest.mark.parametrize("kind", ["common", "two_common", "phrase", "network", "prefix", "time"])
def test_a_kind_of_query_finds_posts(place: Path, kind: str) -> None:
    reader = CacheReader.open(place, KEY)
    ask, chance = search.kinds(reader)[kind], random.Random(1)
    found = [hit.post.text for _ in range(20) for hit in ask(chance)]  # type: ignore[attr-defined]
    reader.close()
    assert found
    if kind == "phrase":
        assert all(PHRASE in text for text in found)


def test_the_figures_are_told_last_and_as_json(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "ROUNDS", 3)
    search.measure(place, 1_500, search.merge(place))
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith('{"posts": 1500, "p95_ms": {"rare": ')
    assert '"page_p95_ms"' in last
    assert '"merge_steps": 0' not in last
