"""What comes of trying again until it is answered: the same networks, the same faults."""

from concurrent.futures import ThreadPoolExecutor

from benchmarks.publishing.machines import PATIENCE
from benchmarks.publishing.town import Place, Town
from controlroom.engine.seats import utc_now
from controlroom.engine.sending_networks import WritingNetworks
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.servers import Servers
from controlroom.feeds.writing import NotSent, Outgoing, PerhapsSent
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.content import Act

MOST_TRIES = 5
_AT_ONCE = 8


def naive(town: Town, posts: int) -> int:
    """Sends so many posts, each again and again until the network says yes; returns duplicates."""
    networks = _networks(town.place)
    profiles = [profile_key(one) for one, _ in town.place.profiles]
    texts = [(profiles[n % len(profiles)], f"Tried again: {n}") for n in range(posts)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        shares = [texts[n::_AT_ONCE] for n in range(_AT_ONCE)]
        list(pool.map(lambda share: [_try(networks, *one) for one in share], shares))
    networks.close()
    standing = town.standing()
    return sum(max(standing[one] - 1, 0) for one in texts)


def _try(networks: WritingNetworks, profile: str, text: str) -> None:
    writer = networks.writer(profile)
    for _ in range(MOST_TRIES):
        outgoing = Outgoing(Act.POST, text, writer.new_key(), utc_now())
        try:
            writer.send(outgoing, lambda: None)
        except (NotSent, PerhapsSent):
            continue
        return


def _networks(place: Place) -> WritingNetworks:
    profiles = [one for one, _ in place.profiles]
    sign_ins = SignIns({one.id: credential for one, credential in place.profiles})
    servers = Servers(place.led, sealed=True)
    return WritingNetworks(lambda: profiles, sign_ins, servers, limits=PATIENCE)
