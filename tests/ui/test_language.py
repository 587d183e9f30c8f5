"""Dates, figures and quotes follow the language; every string is there in French."""

import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from controlroom.bundle import bundled
from controlroom.settings import SettingsNotSaved
from controlroom.ui.language import French, Language, counted, speak, told
from controlroom.ui.translations import collect, compile_translation, error_templates

SOURCE = bundled("translations", "controlroom_fr.ts")
MOMENT = datetime(2026, 5, 14, 18, 55, 7, tzinfo=UTC)


@pytest.fixture
def in_french() -> Iterator[None]:
    speak("fr")
    yield
    speak("en")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> ElementTree.Element:
    """The French file after every string of the program was collected into it."""
    copy = tmp_path_factory.mktemp("translations") / SOURCE.name
    shutil.copy(SOURCE, copy)
    collect(copy)
    return ElementTree.parse(copy).getroot()


def test_every_string_of_the_program_is_there_in_french(collected: ElementTree.Element) -> None:
    missing = [
        _source(message)
        for message in collected.iter("message")
        if not _french(message) or message.find("translation").get("type")  # type: ignore[union-attr]
    ]
    assert missing == []
    assert len(list(collected.iter("message"))) > 150


def test_the_french_keeps_every_value_of_the_english(collected: ElementTree.Element) -> None:
    marks = re.compile(r"\{[^}]*\}")
    for message in collected.iter("message"):
        english, french = _source(message), _french(message)
        assert sorted(marks.findall(english)) == sorted(marks.findall(french)), english


def test_french_signs_have_their_narrow_space(collected: ElementTree.Element) -> None:
    for message in collected.iter("message"):
        french = re.sub(r"\{[^}]*\}|https?:", "", _french(message))
        assert not re.search(r"[\w»][;!?]|« |[ \u00a0](»|%|;|\?)", french), french


def test_every_error_of_the_world_is_collected(collected: ElementTree.Element) -> None:
    [context] = [one for one in collected.iter("context") if one.findtext("name") == "errors"]
    assert {_source(message) for message in context.iter("message")} == set(error_templates())


@pytest.mark.usefixtures("in_french")
def test_an_error_is_told_in_french_with_its_values() -> None:
    text = told(SettingsNotSaved(folder="/a <b>", reason="disque plein"))
    assert text.startswith("Les réglages n’ont pas pu être enregistrés dans /a <b>\u202f:")


@pytest.mark.usefixtures("in_french")
def test_french_counts_nothing_and_one_as_one() -> None:
    assert [counted(n, "{n} avis seul", "{n} avis") for n in (0, 1, 2)] == [
        "0 avis seul",
        "1 avis seul",
        "2 avis",
    ]


def test_english_writes_dates_and_figures_its_way() -> None:
    english = Language()
    assert english.figure(1204) == "1,204"
    assert english.percent(64) == "64%"
    assert english.short_figure(1_840_000) == "1.84\u202fM"
    assert english.size(3_200_000) == "3.20\u202fMB"
    assert english.time_in_prose(MOMENT) == english.time_in_table(MOMENT) == "18:55"
    assert english.clock(MOMENT) == "18:55:07"
    assert english.short_date(MOMENT) == "Thu 14 May"
    assert english.quoted("so") == "“so”"


def test_french_writes_dates_and_figures_its_way() -> None:
    french = French()
    assert french.figure(1204) == "1\u202f204"
    assert french.percent(64) == "64\u202f%"
    assert french.short_figure(1_840_000) == "1,84\u202fM"
    assert french.size(3_200_000) == "3,20\u202fMo"
    assert french.time_in_prose(MOMENT) == "18\u202fh\u202f55"
    assert french.time_in_prose(MOMENT.replace(minute=0)) == "18\u202fh"
    assert french.time_in_table(MOMENT) == "18:55"
    assert french.short_date(MOMENT) == "jeu. 14 mai"
    assert french.quoted("so") == "«\u202fso\u202f»"


def test_the_french_file_compiles(tmp_path: Path) -> None:
    target = tmp_path / "controlroom_fr.qm"
    compile_translation(SOURCE, target)
    assert target.stat().st_size > 10_000


def _source(message: ElementTree.Element) -> str:
    return message.findtext("source") or ""


def _french(message: ElementTree.Element) -> str:
    return message.findtext("translation") or ""
