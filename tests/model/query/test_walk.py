from controlroom.model.query.parse import parse
from controlroom.model.query.tree import Phrase, Word
from controlroom.model.query.walk import words_to_mark


def test_only_what_is_looked_for_is_marked() -> None:
    tree = parse('(fire OR "engine off" OR inc*) -hoax -("not this") from:kop fire since:2h')
    assert words_to_mark(tree) == (Word("fire"), Phrase("engine off"), Word("inc", prefix=True))
    assert words_to_mark(parse("")) == ()
