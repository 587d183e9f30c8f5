"""Reading scenarios: what is right becomes a plan, what is wrong a sentence and a line."""

from datetime import timedelta
from pathlib import Path

import pytest

from controlroom.exercise.faults import FaultKind
from controlroom.exercise.scenario import BadScenario, check, load, names, path_of
from controlroom.exercise.world import PostKind


def test_a_scenario_becomes_a_plan(short_path: Path) -> None:
    assert check(short_path) == []
    scenario = load(short_path)
    assert scenario.lasts == timedelta(minutes=30)
    assert [one.id for one in scenario.injects] == [
        "first", "appeal", "tips", "private", "down", "later",
    ]  # fmt: skip
    appeal, private, down = scenario.injects[1], scenario.injects[3], scenario.injects[4]
    assert appeal.at == timedelta(minutes=8)
    assert appeal.ours is not None
    assert private.kind is PostKind.MESSAGE
    assert down.fault is not None
    assert (down.fault.kind, down.fault.lasts) == (FaultKind.DOWN, timedelta(minutes=2))
    chat = scenario.themes[1]
    assert chat.curve.at(-601) == 0.0
    assert chat.curve.at(-600) == 2.0
    assert chat.curve.at(0) == 3.0
    assert chat.curve.at(3600) == 1.0
    assert chat.pictures.share == 0.2


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("lasts: 30m", "lasts: soon",
         "lasts: “soon” is no length of time such as 90s, 12m or 1h 30m"),
        ("lasts: 30m", "lsats: 30m", "“lsats” means nothing here; is “lasts” meant?"),
        ("title: A short one", "titel: x", "“title” is missing"),
        ("at: +5m", "at: 29:00", "at: “29:00” is no time of day"),
        ("by: gaz, on: [x],\n     text: \"CHL", "by: gzz, on: [x],\n     text: \"CHL",
         "nobody under “people” has the key “gzz”"),
        ("kind: down", "kind: flood",
         "“flood” is not known here; it may be down, slow, 429, 500, 503, cut, expired, portal"),
        ("{x: 60, facebook: 40}", "{x: 60, facebok: 40}", "there is no network “facebok”"),
        ("groups: [Roads]", "groups: [Rods]", "the force has no group “Rods”"),
        ("replies to: [chat]", "replies to: [chatt]", "there is no theme or inject “chatt”"),
        ("{chat: 3, ask: 1}", "{chatt: 3}", "no phrase book has a section “chatt”"),
        ("scenes: [smoke, road]", "scenes: [smog]", "there is no scene “smog”"),
        ("-10m: 2/s", "-10m: fast", "-10m: “fast” is no rate such as 2/s, 40/min or 6/h"),
        ("share: 20%", "share: 120%", "share: “120%” is no share such as 30%"),
        ("calms: Chlorine", "calms: Clorine", "there is no rumour “Clorine”"),
        ("words: [names", "words: [nmaes, names", "there is no phrase book “words/nmaes.en.txt”"),
        ("force: force.yaml", "force: none.yaml", "the force's file “none.yaml” is not there"),
        ("text: Have you seen him?", "text: Have you seen him? #Appeal",
         "YAML takes “#Appeal” for a remark; put the words in quotation marks"),
        ("id: private", "id: first", "“first” is there twice"),
        ("to: Police", "to: Polise", "the force has no profile “Polise”"),
        ("held: yes", "held: maybe", "held: “maybe” should be yes or no"),
        ("crowd: 5,", "", "“tips” needs one of “by”, “profiles” or “crowd” to say it"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_a_sentence(
    short_path: Path, right: str, wrong: str, told: str
) -> None:
    text = short_path.read_text("utf-8")
    assert right in text
    short_path.write_text(text.replace(right, wrong, 1), "utf-8")
    assert told in [problem.text for problem in check(short_path)]


def test_a_mistake_is_told_with_its_line(short_path: Path) -> None:
    lines = short_path.read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "clips: 20%" in text)
    short_path.write_text("\n".join(lines).replace("clips: 20%", "clips: some"), "utf-8")
    (problem,) = check(short_path)
    assert problem.line == line
    assert str(problem) == f"line {line}: clips: “some” is no share such as 30%."


def test_what_is_not_yaml_is_told_with_its_line(short_path: Path) -> None:
    short_path.write_text("title: x\nthemes: [\n", "utf-8")
    (problem,) = check(short_path)
    assert problem.line == 3
    assert problem.text.startswith("this is not YAML")


def test_a_slip_in_a_phrase_book_is_told_with_file_and_line(short_path: Path) -> None:
    book = short_path.parent / "words" / "talk.en.txt"
    book.write_text(book.read_text("utf-8") + "== more\n{open\n{nobody}\n", "utf-8")
    text = short_path.read_text("utf-8").replace("says: rumour", "says: more")
    short_path.write_text(text, "utf-8")
    told = [str(problem) for problem in check(short_path)]
    assert "talk.en.txt, line 15: an opening brace is never closed." in told
    assert "talk.en.txt, line 16: there is no section called “nobody”." in told


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    assert check(tmp_path / "none.yaml")[0].text == "the file cannot be read"
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00title")
    assert check(tmp_path / "bytes.yaml")[0].text == "the file is not written in UTF-8"


def test_a_scenario_with_mistakes_is_not_run(short_path: Path) -> None:
    short_path.write_text("title: x\n", "utf-8")
    with pytest.raises(BadScenario, match="the force's file"):
        load(short_path)


def test_lines_of_a_scenarios_own_are_said(short_path: Path) -> None:
    text = short_path.read_text("utf-8").replace("says: rumour", "says: own")
    short_path.write_text(text + 'lines:\n  own: ["Chlorine {here|there}"]\n', "utf-8")
    assert check(short_path) == []
    assert load(short_path).library.has("own", "en")


@pytest.mark.parametrize("name", names())
def test_what_comes_with_the_program_is_without_mistakes(name: str) -> None:
    assert check(path_of(name)) == []


def test_three_scenarios_come_with_the_program() -> None:
    assert names() == ["m97-closed", "ordinary-thursday", "route-61-appeal"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{number: wp-1, name: A, roles: [operator]}",
         "“wp-1” is no force number: capital letters and digits"),
        ("{number: WP1, name: A, roles: [operater]}", "“operater” is no role"),
        ("{number: WP1, name: A, roles: [operator], in: Rods}",
         "officer “WP1” is in “Rods”, which is not there"),
    ],
)  # fmt: skip
def test_an_officer_who_cannot_be_is_told(short_path: Path, line: str, told: str) -> None:
    force = short_path.parent / "force.yaml"
    text = force.read_text("utf-8").replace("profiles:", f"officers:\n  - {line}\nprofiles:", 1)
    force.write_text(text, "utf-8")
    assert [problem.text for problem in check(short_path)] == [told]


def test_officers_are_read_and_owners_are_officers_too(short_path: Path) -> None:
    force = short_path.parent / "force.yaml"
    text = force.read_text("utf-8")
    listed = "officers:\n  - {number: WP1, name: Ada, roles: [operator], in: Roads, desk: yes}\n"
    text = text.replace("profiles:", f"{listed}profiles:", 1)
    text = text.replace("group: Roads, on:", "group: Roads, owner: WP2, on:")
    force.write_text(text, "utf-8")
    ada, owner = load(short_path).force.everybody()
    assert (ada.number, ada.group, ada.at_desk) == ("WP1", "Roads", True)
    assert (owner.number, owner.name, owner.handles) == (
        "WP2", "Test Roads", (("x", "Roads"), ("facebook", "Roads")),
    )  # fmt: skip
