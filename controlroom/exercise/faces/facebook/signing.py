"""Signing in: the dialog that accepts at once, tokens for codes, what a token allows."""

import ipaddress
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.holders import CONSENT_S, EVERYTHING, Holder
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.problems import Problem, bad
from controlroom.exercise.faces.facebook.things import View, person_id
from controlroom.model.credential import AppKey

Json = dict[str, Any]


def access_token(view: View, call: Call) -> Json:
    """Gives a token for a code, or a longer one for a token. Raises `Problem`."""
    app = AppKey(call.text("client_id"), call.text("client_secret"))
    if not app.id:
        raise Problem(101, "Missing client_id parameter.")
    holders = view.book.holders
    match call.text("grant_type"):
        case "fb_exchange_token":
            return _given(view, holders.prolonged(app, call.text("fb_exchange_token")))
        case "" | "authorization_code":
            return _given(view, holders.for_code(app, call.text("redirect_uri"), call.text("code")))
    raise bad("Invalid grant_type")


def _given(view: View, holder: Holder) -> Json:
    lasts = holder.expires_s - view.book.holders.now_s()
    return {"access_token": holder.token, "token_type": "bearer", "expires_in": lasts}


def debug_token(view: View, call: Call) -> Json:
    """Tells what a token allows and until when. Raises `Problem`."""
    told = call.text("input_token")
    if not told:
        raise bad("The parameter input_token is required")
    try:
        holder = view.book.holders.holder(told)
    except Problem as problem:
        error = {"code": problem.code, "message": problem.message, "subcode": problem.subcode}
        return {"data": {"error": error, "is_valid": False, "scopes": []}}
    consent = holder.issued_s + CONSENT_S
    data: Json = {
        "app_id": holder.app.id, "type": "PAGE" if holder.is_page else "USER",
        "application": "Control Room", "data_access_expires_at": consent,
        "expires_at": holder.expires_s, "is_valid": True, "issued_at": holder.issued_s,
        "scopes": [one for one in EVERYTHING if one in holder.scopes],
        "user_id": person_id(view),
    }  # fmt: skip
    if holder.is_page:
        data["profile_id"] = id_of(Stretch.PAGE, holder.page)
    return {"data": data}


def dialog(view: View, query: Mapping[str, str]) -> str:
    """Returns where the browser goes on after signing in. Raises `Problem`."""
    app, redirect = query.get("client_id", ""), query.get("redirect_uri", "")
    if not app.isdigit():
        raise Problem(101, "Invalid App ID: The provided app ID does not look like a valid app ID.")
    if not _is_here(redirect):
        raise Problem(191, "URL blocked: This redirect failed because the redirect URI is not "
                      "white-listed in the app's client OAuth settings.")  # fmt: skip
    asked = query.get("scope", "").replace(" ", ",").split(",")
    scopes = {"public_profile", *(one for one in asked if one in EVERYTHING)}
    answer = {"code": view.book.holders.code(app, redirect, scopes)}
    if query.get("state"):
        answer["state"] = query["state"]
    joined = "&" if urlsplit(redirect).query else "?"
    return f"{redirect}{joined}{urlencode(answer)}#_=_"


def _is_here(redirect: str) -> bool:
    host = urlsplit(redirect).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
