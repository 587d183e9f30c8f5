"""Timelines: home, hashtags, lists, everything public; what somebody published."""

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.kept import LISTS, NETWORK, Kept
from controlroom.exercise.faces.mastodon.problems import not_found
from controlroom.exercise.world import PostKind
from controlroom.exercise.world.post import SimPost
from controlroom.model.query.fold import fold

Json = dict[str, object]
_TIMELINES = "/api/v1/timelines"


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", f"{_TIMELINES}/home", home, "read:statuses"),
        Call("GET", f"{_TIMELINES}/public", public),
        Call("GET", f"{_TIMELINES}/tag/{{tag}}", tagged),
        Call("GET", f"{_TIMELINES}/list/{{id}}", in_list, "read:lists"),
        Call("GET", "/api/v1/accounts/{id}/statuses", published),
        Call("GET", "/api/v1/lists", lists, "read:lists"),
        Call("GET", "/api/v1/lists/{id}", one_list, "read:lists"),
        Call("GET", "/api/v1/lists/{id}/accounts", members, "read:lists"),
    ]


async def home(question: Question) -> Reply:
    """What those write whom the caller follows, and the caller."""
    caller = question.caller.number
    whose = {*question.kept.followed(caller), caller}
    return question.statuses([(NETWORK, "posts", one) for one in sorted(whose)])


async def public(question: Question) -> Reply:
    """Everything that begins a thread; reposts are left out."""
    return question.statuses([(NETWORK, "public", "")], lambda post: is_open(question.kept, post))


async def tagged(question: Question) -> Reply:
    """Everything public with a hashtag."""
    names = [question.request.match_info["tag"], *question.sent.listed("any")]
    keys = [(NETWORK, "tag", fold(name.removeprefix("#"))) for name in names]
    return question.statuses(keys, lambda post: is_public(question.kept, post))


async def in_list(question: Question) -> Reply:
    """What the accounts of a list write."""
    kind = kind_of_list(question.request.match_info["id"])
    whose = question.kept.of_kind(kind)
    keys = [(NETWORK, "posts", one) for one in sorted(whose)]
    return question.statuses(keys, lambda post: in_lists(question.kept, post))


async def published(question: Question) -> Reply:
    """What an account published."""
    account, sent = question.account(), question.sent
    pinned = question.kept.marked("pinned")
    tag = sent.text("tagged").casefold()

    def wanted(post: SimPost) -> bool:
        return not (
            (sent.flag("exclude_replies") and post.reply_to)
            or (sent.flag("exclude_reblogs") and post.kind is PostKind.REPOST)
            or (sent.flag("only_media") and not post.said.media)
            or (sent.flag("pinned") and (account.number, post.number) not in pinned)
            or (tag and f"#{tag}" not in post.said.text.casefold())
        )

    return question.statuses([(NETWORK, "posts", account.number)], wanted)


async def lists(question: Question) -> Reply:
    """The lists everybody has."""
    return Reply([_list(at, title) for at, title in enumerate(LISTS.values(), 1)])


async def one_list(question: Question) -> Reply:
    """One of them."""
    told = question.request.match_info["id"]
    return Reply(_list(int(told), LISTS[kind_of_list(told)]))


async def members(question: Question) -> Reply:
    """Who is in a list."""
    whose = question.kept.of_kind(kind_of_list(question.request.match_info["id"]))
    return Reply([question.view.account(question.world.account(one)) for one in sorted(whose)])


def kind_of_list(told: str) -> str:
    """Returns the kind of account of a list. Raises `Refusal` if there is none."""
    kinds = list(LISTS)
    if not told.isdecimal() or not 1 <= int(told) <= len(kinds):
        raise not_found()
    return kinds[int(told) - 1]


def is_public(kept: Kept, post: SimPost) -> bool:
    """Whether a post stands in the public lists of hashtags."""
    return post.kind is not PostKind.REPOST and kept.visibility_of(post) == "public"


def is_open(kept: Kept, post: SimPost) -> bool:
    """Whether a post stands in the public timeline."""
    return not post.reply_to and is_public(kept, post)


def in_lists(kept: Kept, post: SimPost) -> bool:
    """Whether a list shows a post: answers only to somebody who is in lists."""
    if not post.reply_to or post.kind is PostKind.REPOST:
        return True
    answered = kept.world.columns.row(post.reply_to).author
    return any(answered in kept.of_kind(kind) for kind in LISTS)


def _list(number: int, title: str) -> Json:
    return {
        "id": str(number), "title": title, "replies_policy": "list", "exclusive": False,
    }  # fmt: skip
