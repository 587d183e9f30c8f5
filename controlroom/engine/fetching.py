"""What the engine fetches because somebody looks at it: pictures, clips and conversations."""

from controlroom.engine.clips import Clips
from controlroom.engine.conversing import Conversations
from controlroom.engine.hands import Hands
from controlroom.engine.machinery import Machinery
from controlroom.engine.orders import Order
from controlroom.engine.pictures import Pictures
from controlroom.engine.seats import utc_now
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.clips import ClipFetcher
from controlroom.feeds.media import MediaFetcher, media_limits
from controlroom.feeds.servers import Servers
from controlroom.pipes import Voice
from controlroom.store.cache.clips import ClipKeeper
from controlroom.store.cache.pictures import PictureKeeper
from controlroom.store.cache.writer import CacheWriter


class Fetching:
    """Each of the three in its own threads, so that none waits for another."""

    def __init__(
        self,
        machinery: Machinery,
        writer: CacheWriter,
        sign_ins: SignIns,
        servers: Servers,
        voice: Voice,
    ) -> None:
        self._pictures = Pictures(
            PictureKeeper(writer.database),
            machinery.writing,
            lambda: MediaFetcher(servers),
            lambda there: voice.say(pictures=there),
            utc_now,
            missed=lambda news: voice.say(fetching=news),
        )
        self._clips = Clips(
            ClipKeeper(writer.database, media_limits().kept.clips),
            machinery.writing,
            lambda: ClipFetcher(servers),
            lambda news: voice.say(fetching=news),
            utc_now,
        )
        self._conversations = Conversations(
            machinery, sign_ins, writer.profiles, lambda told: voice.say(completing=told), utc_now
        )

    def carry_out(self, order: Order, hands: Hands) -> None:
        """Begins what an order wants fetched."""
        if order.pictures:
            self._pictures.wish(order.pictures)
        if order.converse:
            hands.start(self._conversations.read(order.converse))
        if order.clip:
            self._clips.wish(order.clip)

    def close(self) -> None:
        """Hangs up; waits until nothing is fetched any more."""
        self._pictures.close()
        self._clips.close()
        self._conversations.close()
