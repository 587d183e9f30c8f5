"""A place in a YAML file that knows its line, and says in a sentence what it should hold."""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import yaml

from controlroom.exercise.problem import Problem
from controlroom.exercise.scenario.measures import share_of

T = TypeVar("T")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOST = re.compile(r"""\s*(?:-\s+)?\w[\w ]*:\s+[^"'{\[|>#\s].*?\s(#\w+)""")
LARGEST = 4_000_000
"""Characters of a file."""


@dataclass(slots=True)
class Entry:
    """A mapping of a file, or nothing where there should be one.

    Everything asked for is noted, so that at the end what nobody asked for is a mistake too.
    """

    node: yaml.MappingNode | None
    problems: list[Problem]
    line: int = 1
    file: str = ""
    _asked: set[str] = field(default_factory=set)
    _nodes: dict[str, yaml.Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, value in self.node.value if self.node else ():
            name = str(getattr(key, "value", ""))
            if name in self._nodes:
                self.wrong(f"“{name}” stands here twice", key)
            self._nodes[name] = value

    def wrong(self, text: str, at: "yaml.Node | str | None" = None) -> None:
        """Notes a mistake; `at` is a node or a key of this mapping."""
        node = self._nodes.get(at) if isinstance(at, str) else at
        line = node.start_mark.line + 1 if node is not None else self.line
        self.problems.append(Problem(line, text, self.file))

    def has(self, key: str) -> bool:
        """Returns whether a key is there."""
        self._asked.add(key)
        return key in self._nodes

    def names(self) -> list[str]:
        """Returns all keys, as asked for."""
        self._asked |= set(self._nodes)
        return list(self._nodes)

    def text(self, key: str, otherwise: str | None = "") -> str:
        """Returns words; without `otherwise` (None) the key has to be there."""
        node = self._node(key)
        if node is None:
            if otherwise is None:
                self.wrong(f"“{key}” is missing")
            return otherwise or ""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(f"“{key}” should be words, not a list or a block", node)
            return otherwise or ""
        return str(node.value)

    def read(self, key: str, reader: Callable[[str], T], otherwise: T) -> T:
        """Returns what a reader makes of the words; its ValueError becomes a mistake here."""
        if not self.has(key):
            return otherwise
        try:
            return reader(self.text(key))
        except ValueError as wrong:
            self.wrong(f"{key}: {wrong}", key)
            return otherwise

    def share(self, key: str, otherwise: float = 0.0) -> float:
        """Returns "30%" as 0.3."""
        return self.read(key, share_of, otherwise)

    def whole(self, key: str, otherwise: int = 0) -> int:
        """Returns a whole number that is not negative."""
        return self.read(key, _whole, otherwise)

    def yes(self, key: str, otherwise: bool = False) -> bool:
        """Returns yes or no."""
        return self.read(key, _yes, otherwise)

    def one_of(self, key: str, options: "list[str] | tuple[str, ...]", otherwise: str = "") -> str:
        """Returns one of some words."""
        found = self.text(key, otherwise)
        if found and found not in options:
            self.wrong(f"“{found}” is not known here{_meant(found, options)}", key)
            return otherwise
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """Returns a list of words; one alone needs no list."""
        node = self._node(key)
        if node is None:
            return ()
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if all(isinstance(one, yaml.ScalarNode) for one in nodes):
            return tuple(str(one.value) for one in nodes)
        self.wrong(f"“{key}” should be a list of words", node)
        return ()

    def entry(self, key: str) -> "Entry":
        """Returns a block below; an empty one if it is not there."""
        node = self._node(key)
        if node is not None and not isinstance(node, yaml.MappingNode):
            self.wrong(f"“{key}” should be a block of “name: value” lines", node)
            node = None
        line = node.start_mark.line + 1 if node is not None else self.line
        return Entry(node, self.problems, line, self.file)

    def entries(self, key: str) -> Iterator["Entry"]:
        """Yields the blocks of a list."""
        node = self._node(key)
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(f"“{key}” should be a list, each line beginning with “- ”", node)
            return
        for one in node.value:
            if isinstance(one, yaml.MappingNode):
                yield Entry(one, self.problems, one.start_mark.line + 1, self.file)
            else:
                self.wrong(f"“{key}” should hold blocks of “name: value” lines", one)

    def is_block(self, key: str) -> bool:
        """Returns whether a key holds a block rather than words."""
        return isinstance(self._nodes.get(key), yaml.MappingNode)

    def done(self) -> None:
        """Notes whatever nobody asked for."""
        for name in self._nodes.keys() - self._asked:
            self.wrong(f"“{name}” means nothing here{_meant(name, sorted(self._asked))}", name)

    def _node(self, key: str) -> yaml.Node | None:
        self._asked.add(key)
        node = self._nodes.get(key)
        return None if node is not None and node.tag.endswith(":null") else node


def parsed(text: str, problems: list[Problem], file: str = "") -> Entry:
    """Returns the whole of a file as an entry; what is not YAML is noted by line."""
    node = None
    try:
        if len(text) > LARGEST:
            problems.append(Problem(1, "the file is too large", file))
        else:
            node = yaml.compose(text, Loader=_LOADER)
            _note_lost_words(text, problems, file)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        said = " ".join(str(wrong.problem or "it cannot be read").split())
        problems.append(Problem(mark.line + 1 if mark else 1, f"this is not YAML: {said}", file))
    except yaml.YAMLError:
        problems.append(Problem(1, "the file holds signs that YAML does not allow", file))
    else:
        if not isinstance(node, yaml.MappingNode) and not problems:
            problems.append(Problem(1, "the file should be “name: value” lines", file))
    return Entry(node if isinstance(node, yaml.MappingNode) else None, problems, 1, file)


def _note_lost_words(text: str, problems: list[Problem], file: str) -> None:
    """YAML takes a hashtag after a blank for a remark, and what was to be said is lost."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _LOST.match(line):
            told = f"YAML takes “{found[1]}” for a remark; put the words in quotation marks"
            problems.append(Problem(number, told, file))


def _meant(word: str, options: "list[str] | tuple[str, ...]") -> str:
    close = difflib.get_close_matches(word, options, 1)
    if close:
        return f"; is “{close[0]}” meant?"
    return f"; it may be {', '.join(options)}" if len(options) <= 12 else ""


def _whole(text: str) -> int:
    bare = text.replace(",", "").replace("_", "")
    if not bare.isdecimal():
        raise ValueError(f"“{text}” is no whole number")
    return int(bare)


def _yes(text: str) -> bool:
    if text.lower() in ("yes", "true", "on"):
        return True
    if text.lower() in ("no", "false", "off"):
        return False
    raise ValueError(f"“{text}” should be yes or no")
