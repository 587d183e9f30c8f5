"""Which route a draft takes: the force's own, or one that is strict until the force has some."""

from datetime import datetime

import msgspec

from controlroom.model.decoding import from_json
from controlroom.model.journal import canonical
from controlroom.model.journal_outgoing import RoutesDefined
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.content import Content
from controlroom.model.outgoing.route import Route, RouteStep
from controlroom.team.incidents import is_open_on
from controlroom.team.publishing.rights import TO_SEND, may_on_all
from controlroom.team.state import State

STRICT = Route("", (RouteStep("approver"),))
"""Somebody else who may approve has to agree: where nothing else is said."""
MOST_ROUTES = 200
MOST_STEPS = 10


def route_of(state: State, content: Content) -> Route:
    """Returns the first of the force's routes that fits a draft, `STRICT` where none does."""
    for route in state.publishing.routes or ():
        if _fits(state, route, content):
            return route
    return STRICT


def steps_for(
    state: State, officer: str, content: Content, at: datetime
) -> tuple[str, tuple[RouteStep, ...]]:
    """Returns the key of the route, and who has to agree if this officer puts a draft forward.

    Where nobody has to, and the officer may not send it by themselves, the strict step holds.
    """
    route = route_of(state, content)
    if route.steps or may_on_all(state, officer, TO_SEND[content.act], content.targets, at):
        return route.key, route.steps
    return route.key, STRICT.steps


def defined(routes: tuple[Route, ...]) -> RoutesDefined:
    """Returns routes as they are put into the record."""
    plain = [msgspec.to_builtins(one) for one in routes]
    return RoutesDefined(canonical({"routes": plain}))


def told_routes(content: str) -> tuple[Route, ...] | None:
    """Returns the routes of an entry, None if they are not written as they should be."""
    try:
        routes = from_json(content, dict[str, tuple[Route, ...]])["routes"]
    except (msgspec.MsgspecError, KeyError, ValueError, RecursionError):
        return None
    keys = {route.key for route in routes}
    whole = len(keys) == len(routes) <= MOST_ROUTES and "" not in keys
    return routes if whole and all(len(one.steps) <= MOST_STEPS for one in routes) else None


def _fits(state: State, route: Route, content: Content) -> bool:
    return (
        (not route.acts or content.act in route.acts)
        and (not route.kinds or content.kind in route.kinds)
        and (not route.with_files or bool(content.files))
        and (not route.incident or _is_during(state, content))
        and (not route.scopes or _is_in(state, route.scopes, content))
    )


def _is_during(state: State, content: Content) -> bool:
    """Whether its incident is open on any of its profiles: one is enough to ask who speaks."""
    return any(is_open_on(state, content.incident, one) for one in content.targets)


def _is_in(state: State, scopes: tuple[str, ...], content: Content) -> bool:
    return any(
        scope in scopes for one in content.targets for scope in state.chain(profile_scope(one))
    )
