"""The order of pieces: OR binds least, then standing side by side, then NOT and the minus."""

from datetime import datetime

from controlroom.model.query.errors import (
    EmptyParentheses,
    LoneMinus,
    OperandMissing,
    QueryError,
    TimeInside,
    TimeTwice,
    TooDeep,
    UnclosedParenthesis,
    UnopenedParenthesis,
)
from controlroom.model.query.pieces import Kind, Piece, pieces
from controlroom.model.query.terms import OPERATORS, term
from controlroom.model.query.tree import And, Everything, Node, Not, Or, Since, Until

DEEPEST = 40


def _operator(piece: Piece) -> str:
    return piece.text if piece.kind is Kind.WORD and piece.text in OPERATORS else ""


class Grammar:
    """Reads the pieces of one query from left to right.

    Raises:
        QueryError: from `whole`, where the pieces make no query.
    """

    def __init__(self, text: str, now: datetime) -> None:
        self._now = now
        self._pieces = list(pieces(text))
        self._at = 0
        self._opened: list[Piece] = []
        self._times: list[Piece] = []

    def whole(self) -> Node:
        """Returns the canonical tree of all pieces."""
        if not self._pieces:
            return Everything()
        node = self._alternatives()
        if stray := self._next():
            raise UnopenedParenthesis(stray.start, stray.end)
        return node

    def _next(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _take(self, operator: str) -> Piece | None:
        piece = self._next()
        if piece is None or _operator(piece) != operator:
            return None
        self._at += 1
        return piece

    def _alternatives(self) -> Node:
        times = len(self._times)
        parts = [self._conjunction(None)]
        while joint := self._take("OR"):
            parts.append(self._conjunction(joint))
        if len(parts) > 1:
            self._check_no_time_since(times)
        return _joined(Or, parts)

    def _conjunction(self, joint: Piece | None) -> Node:
        parts = [self._negation(joint)]
        while (piece := self._next()) and piece.kind is not Kind.CLOSE:
            if _operator(piece) == "OR":
                break
            parts.append(self._negation(self._take("AND")))
        return _joined(And, parts)

    def _negation(self, joint: Piece | None) -> Node:
        times, odd = len(self._times), False
        while sign := self._take_sign():
            joint, odd = sign, not odd
        node = self._operand(joint)
        if isinstance(joint, Piece) and (joint.kind is Kind.MINUS or joint.text == "NOT"):
            self._check_no_time_since(times)
        return _negated(node) if odd else node

    def _take_sign(self) -> Piece | None:
        piece = self._next()
        if piece is None or piece.kind is not Kind.MINUS:
            return self._take("NOT")
        self._at += 1
        follower = self._next()
        if follower is None or follower.start > piece.end or follower.kind is Kind.CLOSE:
            raise LoneMinus(piece.start, piece.end)
        return piece

    def _operand(self, joint: Piece | None) -> Node:
        piece = self._next()
        if piece is None or piece.kind is Kind.CLOSE or _operator(piece):
            raise self._missing(joint, piece)
        self._at += 1
        return self._group(piece) if piece.kind is Kind.OPEN else self._term(piece)

    def _missing(self, joint: Piece | None, found: Piece | None) -> QueryError:
        if joint is not None:
            return OperandMissing(joint.start, joint.end, operator=joint.text or "-")
        if found is not None and found.kind is not Kind.CLOSE:
            return OperandMissing(found.start, found.end, operator=found.text)
        return self._empty(found)

    def _empty(self, found: Piece | None) -> QueryError:
        if found is None:
            return UnclosedParenthesis(self._opened[-1].start, self._opened[-1].end)
        if self._opened:
            return EmptyParentheses(self._opened[-1].start, found.end)
        return UnopenedParenthesis(found.start, found.end)

    def _group(self, piece: Piece) -> Node:
        self._opened.append(piece)
        if len(self._opened) > DEEPEST:
            raise TooDeep(piece.start, piece.end, limit=DEEPEST)
        node = self._alternatives()
        if self._next() is None:
            raise UnclosedParenthesis(piece.start, piece.end)
        self._at += 1
        self._opened.pop()
        return node

    def _term(self, piece: Piece) -> Node:
        node = term(piece, self._now)
        if isinstance(node, Since | Until):
            self._check_first(piece)
            self._times.append(piece)
        return node

    def _check_first(self, piece: Piece) -> None:
        if piece.name.lower() in (time.name.lower() for time in self._times):
            raise TimeTwice(piece.start, piece.end, name=piece.name)

    def _check_no_time_since(self, count: int) -> None:
        for piece in self._times[count:]:
            raise TimeInside(piece.start, piece.end, name=piece.name)


def _negated(node: Node) -> Node:
    return node.part if isinstance(node, Not) else Not(node)


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat))
