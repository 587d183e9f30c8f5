"""Accounts as Bluesky shows them, and their documents in the directory of identities."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import FOLLOW, Kept, Uri
from controlroom.exercise.faces.bluesky.moments import written_ms
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import Account, World

Json = dict[str, Any]
CDN, CLIPS = "cdn.bsky.app", "video.bsky.app"
_ORDER_K1 = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
_K1 = b"\xe7\x01"
"""Says which kind of key follows."""
_BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_FOLLOWED = frozenset({"press", "council", "service"})


def basic_of(account: Account) -> Json:
    """Returns somebody as they stand beside a post."""
    told: Json = {
        "did": did_of(account.number),
        "handle": account.handle,
        "displayName": account.name,
        "avatar": f"https://{CDN}/media/{quote(f'face-{account.number}', safe='')}",
        "createdAt": written_ms(account.joined_ms),
        "labels": [],
    }
    if account.verified:
        told["verification"] = _verification(account)
    return told


def view_of(account: Account) -> Json:
    """Returns somebody as they stand in lists of people."""
    return basic_of(account) | {
        "description": account.about,
        "indexedAt": written_ms(account.joined_ms),
    }


def detailed_of(account: Account, world: World) -> Json:
    """Returns somebody's whole profile."""
    return view_of(account) | {
        "followersCount": account.followers,
        "followsCount": 40 + account.number % 400,
        "postsCount": world.lists.count((NETWORK, "posts", account.number)),
    }


def viewer_of(kept: Kept, viewer: int, account: Account) -> Json:
    """Returns how the one who asks stands to somebody."""
    told: Json = {"muted": False, "blockedBy": False}
    if account.number in followed(kept, viewer):
        record = kept.about(viewer, FOLLOW, did_of(account.number))
        told["following"] = str(record or Uri(viewer, FOLLOW, did_of(account.number)[-13:]))
    return {"viewer": told}


def followed(kept: Kept, account: int) -> set[int]:
    """Returns whom an account follows: for the force its own, press and services, and whomever."""
    world = kept.world
    found = {who for _, record in kept.of(account, FOLLOW) if (who := _subject(kept, record))}
    if world.account(account).ours:
        found |= {
            one.number
            for one in world.accounts.values()
            if one.network == NETWORK and (one.ours or one.kind in _FOLLOWED)
        }
    return found - {account}


def document_of(account: Account, home: str) -> Json:
    """Returns an account's document; `home` is the address of its server."""
    did = did_of(account.number)
    return {
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            "https://w3id.org/security/suites/secp256k1-2019/v1",
        ],
        "id": did,
        "alsoKnownAs": [f"at://{account.handle}"],
        "verificationMethod": [
            {
                "id": f"{did}#atproto",
                "type": "Multikey",
                "controller": did,
                "publicKeyMultibase": _public_key(did),
            }
        ],
        "service": [
            {
                "id": "#atproto_pds",
                "type": "AtprotoPersonalDataServer",
                "serviceEndpoint": home,
            }
        ],
    }


def _subject(kept: Kept, record: Mapping[str, Any]) -> int:
    account = kept.account(str(record.get("subject", "")))
    return account.number if account else 0


def _verification(account: Account) -> Json:
    issuer = did_of(0)
    one = {
        "issuer": issuer,
        "uri": f"at://{issuer}/app.bsky.graph.verification/{did_of(account.number)[-13:]}",
        "isValid": True,
        "createdAt": written_ms(account.joined_ms),
    }
    return {
        "verifications": [one], "verifiedStatus": "valid", "trustedVerifierStatus": "none",
    }  # fmt: skip


@lru_cache(64)
def _public_key(did: str) -> str:
    secret = int.from_bytes(hashlib.sha256(did.encode()).digest()) % (_ORDER_K1 - 1) + 1
    public = ec.derive_private_key(secret, ec.SECP256K1()).public_key()
    point = public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return "z" + _base_58(_K1 + point)


def _base_58(content: bytes) -> str:
    value, told = int.from_bytes(content), ""
    while value:
        value, rest = divmod(value, 58)
        told = _BASE_58[rest] + told
    return told
