"""Pages and people, field by field."""

from collections.abc import Mapping

from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.media import SITE
from controlroom.exercise.faces.facebook.shown_posts import Fields
from controlroom.exercise.faces.facebook.things import Thing, View
from controlroom.exercise.world import Account


def _account(view: View, one: Thing) -> Account:
    """Whoever looks after the pages is nobody of the world's."""
    if not one.number:
        return Account(0, NETWORK, "", "Press Office")
    return view.book.world.account(one.number)


def _token(view: View, one: Thing) -> str | None:
    ours = view.book.world.account(one.number).ours
    holder = view.holder
    if holder is None or not ours or holder.page not in (0, one.number):
        return None
    return view.book.holders.page_token(holder, one.number)


def _gram(view: View, one: Thing) -> Mapping[str, str] | None:
    """The business account that belongs to a page bears the same handle."""
    account = view.book.world.by_handle("instagram", _account(view, one).handle)
    if account is None or not account.ours:
        return None
    user = {"id": id_of(Stretch.GRAM_USER, account.number)}
    return user | {"username": account.handle, "name": account.name}


PAGE: Fields = {
    "id": lambda _, one: one.id,
    "name": lambda view, one: _account(view, one).name,
    "username": lambda view, one: _account(view, one).handle,
    "about": lambda view, one: _account(view, one).about or None,
    "access_token": _token,
    "category": lambda _, one: "Public & Government Service",
    "fan_count": lambda view, one: _account(view, one).followers,
    "followers_count": lambda view, one: _account(view, one).followers,
    "is_published": lambda _, one: True,
    "link": lambda view, one: f"{SITE}/{_account(view, one).handle}",
    "verification_status": lambda view, one: (
        "blue_verified" if _account(view, one).verified else "not_verified"
    ),
    "instagram_business_account": _gram,
    "tasks": lambda _, one: ["MODERATE", "MESSAGING", "CREATE_CONTENT", "ANALYZE", "MANAGE"],
}
USER: Fields = {
    "id": lambda _, one: one.id,
    "name": lambda view, one: _account(view, one).name,
    "first_name": lambda view, one: _account(view, one).name.partition(" ")[0],
    "last_name": lambda view, one: _account(view, one).name.partition(" ")[2] or None,
}
