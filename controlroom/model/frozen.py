"""Frozen dataclasses that are quickly made: what they can do is written when it is first wanted.

Python's own writes and compiles the text of six methods for each class as its module is imported,
half a millisecond each time. The start of the desk imports eighty of them before the first posts
are seen, and most are only compared, printed or hashed later, or never. A class made here behaves
like one of Python's own, `fields`, `replace` and `asdict` among it.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], Any]:
        """Makes a class a dataclass, as Python's own does; only for frozen ones with slots."""
        if not (frozen and slots):
            raise TypeError("only frozen dataclasses with slots are quickly made")
        return _made


LATE = ("__eq__", "__hash__", "__repr__")


def _made(kind: type) -> Any:
    if hasattr(kind, "__dataclass_fields__"):
        raise TypeError("a dataclass that inherits from another is not quickly made")
    own = {name for name in ("__init__", *LATE) if kind.__dict__.get(name) is not None}
    # Without any words Python's own would work out a signature for them.
    kind.__doc__ = kind.__doc__ or kind.__name__
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    if any(one.kw_only or not one.init for one in fields(made)):
        raise TypeError("a dataclass with fields of such kinds is not quickly made")
    params = made.__dataclass_params__
    params.init = params.repr = params.eq = params.frozen = True
    for name, method in _methods(made).items():
        if name not in own:
            setattr(made, name, method)
    return made


def _methods(made: type) -> dict[str, Callable[..., Any]]:
    return {
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _take_state,
        "__init__": _late(made, "__init__", _init_of),
        **{name: _late(made, name, _as_python) for name in LATE},
    }


def _late(made: type, name: str, write: Callable[[type, str], Any]) -> Callable[..., Any]:
    """Returns what puts the method in its own place when it is first called, and calls it."""

    def first(self: Any, *args: Any, **named: Any) -> Any:
        method = write(made, name)
        setattr(made, name, method)
        return method(self, *args, **named)

    first.__name__ = name
    return first


def _as_python(made: type, name: str) -> Any:
    """Returns a method as Python's own dataclass has it."""
    wanted = {"init": False, "repr": name == "__repr__", "eq": name != "__repr__"}
    heir = type(made.__name__, (made,), {"__doc__": made.__doc__})
    whole: type = dataclasses.dataclass(frozen=True, **wanted)(heir)
    return whole.__dict__[name]


def _init_of(made: type, name: str) -> Any:
    """Returns the method that fills a new object."""
    takes, sets = [], []
    known: dict[str, Any] = {"_put_": object.__setattr__, "_absent_": MISSING}
    for one in fields(made):
        value = one.name
        if one.default_factory is not MISSING:
            known[f"make_{one.name}"] = one.default_factory
            value = f"make_{one.name}() if {one.name} is _absent_ else {one.name}"
            takes.append(f"{one.name}=_absent_")
        elif one.default is not MISSING:
            known[f"usual_{one.name}"] = one.default
            takes.append(f"{one.name}=usual_{one.name}")
        else:
            takes.append(one.name)
        sets.append(f"    _put_(self, {one.name!r}, {value})")
    if hasattr(made, "__post_init__"):
        sets.append("    self.__post_init__()")
    text = "\n".join((f"def {name}(self, {', '.join(takes)}):", *(sets or ["    pass"])))
    exec(text, known)
    known[name].__qualname__ = f"{made.__qualname__}.{name}"
    return known[name]


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _take_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
