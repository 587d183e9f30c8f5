"""What people see who open a post or a person's page in a browser: words, and nothing else."""

from html import escape

from aiohttp import web

from controlroom.exercise.faces.x.calls import Site
from controlroom.exercise.faces.x.lookups import version_of
from controlroom.exercise.faces.x.moments import written_ms
from controlroom.exercise.faces.x.view import NETWORK, View
from controlroom.exercise.world import Account

_PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>{body}</html>"
_GONE = "Hmm… this page is not there. It may have been deleted."


def routes(site: Site) -> list[web.RouteDef]:
    """Returns the routes of the pages."""

    async def post(request: web.Request) -> web.Response:
        view = version_of(site.world, request.match_info["id"])
        return _shown(_post(view)) if view else _shown(_GONE, 404)

    async def person(request: web.Request) -> web.Response:
        found = site.world.by_handle(NETWORK, request.match_info["handle"])
        return _shown(_person(found)) if found else _shown(_GONE, 404)

    # Whatever else stands behind an address leads to the post: a picture's, for one.
    told = "/{handle}/status/{id}"
    return [web.get(told, post), web.get(f"{told}/{{rest:.*}}", post), web.get("/{handle}", person)]


def _post(view: View) -> str:
    shown = view.original or view
    text = escape(shown.plain).replace("\n", "<br>")
    return f"{_person(shown.author)}<p>{text}<p><small>{written_ms(view.created_ms)}</small>"


def _person(account: Account) -> str:
    about = f"<p>{escape(account.about)}" if account.about else ""
    return f"<h1>{escape(account.name)}</h1><p>@{escape(account.handle)}{about}"


def _shown(body: str, status: int = 200) -> web.Response:
    page = _PAGE.format(title="X (exercise)", body=body)
    return web.Response(text=page, status=status, content_type="text/html")
