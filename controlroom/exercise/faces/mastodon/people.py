"""Accounts: who they are, and what ties the caller to them."""

from collections.abc import Awaitable, Callable, Sequence

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.kept import Kept
from controlroom.exercise.faces.mastodon.paging import limit_of
from controlroom.exercise.faces.mastodon.problems import not_allowed, not_found
from controlroom.exercise.faces.mastodon.view import account_id, account_of
from controlroom.exercise.world import Account

Json = dict[str, object]
_ACCOUNT = "/api/v1/accounts/{id}"
_TIES = {
    "follow": ("following", "unfollowed"), "unfollow": ("unfollowed", "following"),
    "mute": ("muting", ""), "unmute": ("", "muting"),
    "block": ("blocking", ""), "unblock": ("", "blocking"),
}  # fmt: skip
"""What is asked, the tie that makes, and the one it ends."""
_MOST = 80


def calls() -> list[Call]:
    """Returns what may be asked."""
    tied = [
        Call("POST", f"{_ACCOUNT}/{name}", _tying(*ties), _scope(name))
        for name, ties in _TIES.items()
    ]
    return [
        Call("GET", "/api/v1/accounts/verify_credentials", own, "read:accounts"),
        Call("GET", "/api/v1/accounts/relationships", relationships, "read:follows"),
        Call("GET", "/api/v1/accounts/lookup", lookup),
        *tied,
        Call("GET", f"{_ACCOUNT}/following", following),
        Call("GET", f"{_ACCOUNT}/followers", followers),
    ]


def later_calls() -> list[Call]:
    """Returns what may be asked at addresses that would hide others."""
    return [Call("GET", _ACCOUNT, one)]


async def own(question: Question) -> Reply:
    """Who the caller is."""
    return Reply(question.view.own_account(question.caller))


async def one(question: Question) -> Reply:
    """Somebody."""
    return Reply(question.view.account(question.account()))


async def lookup(question: Question) -> Reply:
    """Somebody by name."""
    found = question.kept.account(question.sent.text("acct"))
    if found is None:
        raise not_found()
    return Reply(question.view.account(found))


async def relationships(question: Question) -> Reply:
    """What ties the caller to accounts."""
    named = [account_of(question.kept, str(told)) for told in question.sent.listed("id")]
    caller = question.caller.number
    return Reply([_relationship(question.kept, caller, one) for one in named if one is not None])


async def following(question: Question) -> Reply:
    """Whom somebody follows."""
    account = question.account()
    return _people(question, sorted(question.kept.followed(account.number)))


async def followers(question: Question) -> Reply:
    """Who of the force follows somebody."""
    number, kept = question.account().number, question.kept
    ours = (one.number for one in question.world.profiles("mastodon"))
    return _people(question, [one for one in ours if kept.follows(one, number)])


def _tying(makes: str, ends: str) -> Callable[[Question], Awaitable[Reply]]:
    async def tie(question: Question) -> Reply:
        caller, other = question.caller.number, question.account()
        if other.number == caller:
            raise not_allowed()
        if makes:
            question.kept.tied(makes).add((caller, other.number))
        if ends:
            question.kept.tied(ends).discard((caller, other.number))
        return Reply(_relationship(question.kept, caller, other))

    return tie


def _scope(name: str) -> str:
    return f"write:{name.removeprefix('un')}s"


def _people(question: Question, numbers: Sequence[int]) -> Reply:
    most = limit_of(question.query, 40, _MOST)
    return Reply([question.view.account(question.world.account(n)) for n in numbers[:most]])


def _relationship(kept: Kept, who: int, other: Account) -> Json:
    pair = (who, other.number)
    muting = pair in kept.tied("muting")
    return {
        "id": account_id(other), "following": kept.follows(*pair), "showing_reblogs": True,
        "notifying": False, "languages": None, "followed_by": kept.follows(other.number, who),
        "blocking": pair in kept.tied("blocking"), "blocked_by": False, "muting": muting,
        "muting_notifications": muting, "requested": False, "requested_by": False,
        "domain_blocking": False, "endorsed": False, "note": "", "muting_expires_at": None,
    }  # fmt: skip
