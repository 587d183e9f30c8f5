"""Classes that are quickly made behave as Python's own dataclasses do."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, replace

import pytest

from controlroom.model.frozen import dataclass


class Thing:
    """What both kinds of class are made of."""

    number: int
    name: str = "none"
    parts: tuple[int, ...] = ()
    kept: "dict[str, int]" = field(default_factory=dict, compare=False)
    hidden: str = field(default="", repr=False)

    @property
    def twice(self) -> int:
        """Twice the number."""
        return 2 * self.number


def _copy() -> type:
    return type("Thing", (), {key: value for key, value in vars(Thing).items() if key[:9] not in (
        "__dict__", "__weakre")})  # fmt: skip


Quick = dataclass(frozen=True, slots=True)(_copy())
Own = dataclasses.dataclass(frozen=True, slots=True)(_copy())
ARGUMENTS = [
    ((1,), {}),
    ((1, "a"), {"parts": (1, 2)}),
    ((), {"number": 3, "kept": {"a": 1}, "hidden": "x"}),
]


@dataclass(frozen=True, slots=True)
class Checked:
    """Looks at what it is made of."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("below nothing")


@dataclass(frozen=True, slots=True)
class Alike:
    """Has an equality of its own."""

    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike) and self.number % 10 == other.number % 10

    def __hash__(self) -> int:
        return self.number % 10


@dataclass(frozen=True, slots=True)
class Nothing:
    """Has no fields."""


@pytest.mark.parametrize(("args", "named"), ARGUMENTS)
def test_what_is_made_has_the_same_values_words_and_hash(args, named) -> None:
    quick, own = Quick(*args, **named), Own(*args, **named)
    assert asdict(quick) == asdict(own)
    assert repr(quick) == repr(own)
    assert hash(quick) == hash(own)
    assert quick.twice == own.twice


def test_its_fields_are_described_in_the_same_way() -> None:
    told = [(one.name, one.type, one.default, one.compare) for one in fields(Quick)]
    assert told == [(one.name, one.type, one.default, one.compare) for one in fields(Own)]
    assert Quick.__match_args__ == Own.__match_args__
    assert Quick.__slots__ == Own.__slots__
    assert repr(Quick.__dataclass_params__) == repr(Own.__dataclass_params__)


def test_it_is_equal_to_the_same_values_of_its_own_class_only() -> None:
    assert Quick(1, "a") == Quick(1, "a", kept={"not": 1})
    assert Quick(1, "a") != Quick(2, "a")
    assert Quick(1, "a") != Own(1, "a")


def test_each_object_has_a_fresh_default_of_its_own() -> None:
    one, other = Quick(1), Quick(1)
    one.kept["a"] = 1
    assert other.kept == {}


@pytest.mark.parametrize("kind", [Quick, Own])
def test_nothing_of_it_can_be_changed_or_deleted(kind) -> None:
    thing = kind(1)
    with pytest.raises(FrozenInstanceError, match="number"):
        thing.number = 2
    with pytest.raises(FrozenInstanceError, match="number"):
        del thing.number
    assert not hasattr(thing, "__dict__")


@pytest.mark.parametrize("kind", [Quick, Own])
def test_a_wrong_argument_is_refused_in_the_same_words(kind) -> None:
    with pytest.raises(TypeError, match=r"Thing.__init__\(\) missing 1 required"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        kind(1, colour="red")


def test_a_copy_differs_where_it_is_told_to() -> None:
    assert replace(Quick(1, "a"), name="b") == Quick(1, "b")


def test_what_a_class_checks_is_checked_and_what_it_defines_stays() -> None:
    with pytest.raises(ValueError, match="below nothing"):
        Checked(-1)
    with pytest.raises(ValueError, match="below nothing"):
        replace(Checked(1), number=-1)
    assert Alike(1) == Alike(11)
    assert {Alike(1), Alike(11)} == {Alike(21)}
    assert Nothing() == Nothing()
    assert repr(Nothing()).endswith("Nothing()")


def test_it_survives_pickling() -> None:
    from controlroom.model.board import Board, Column

    board = Board(1, "Police", (Column(1, 2), Column(3, 4, width=320)))
    assert pickle.loads(pickle.dumps(board)) == board
    assert pickle.loads(pickle.dumps(Checked(4))) == Checked(4)


def test_it_can_be_matched_by_its_fields() -> None:
    match Checked(7):
        case Checked(number):
            assert number == 7
        case _:
            pytest.fail("not matched")


def test_posts_are_frozen_and_hashed_by_their_values() -> None:
    from controlroom.model.post import Author

    made = [Author("id", "handle", "Somebody") for _ in range(2)]
    assert len(set(made)) == 1


@pytest.mark.parametrize(
    "options", [{"frozen": False, "slots": True}, {"frozen": True, "slots": False}]
)
def test_other_kinds_of_dataclass_are_refused(options) -> None:
    with pytest.raises(TypeError):
        dataclass(**options)(_copy())


def test_an_heir_and_a_field_that_is_not_given_are_refused() -> None:
    class Heir(Checked):
        more: int = 0

    class Odd:
        late: int = field(init=False, default=0)

    for kind in (Heir, Odd):
        with pytest.raises(TypeError, match="not quickly made"):
            dataclass(frozen=True, slots=True)(kind)
