"""How long texts are for those who get them, by the rule of each network or server."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.rules import rules_of
from controlroom.model.outgoing.content import Act, Content, FileKind, Piece
from controlroom.outbound.counting.limits import Limits, PollLimits, limits_of
from controlroom.outbound.counting.measure import Count, count
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose import editing
from controlroom.ui.compose.splitting import split

translate = QCoreApplication.translate


class Lengths:
    """Counts by the strictest of those whom a variant is for.

    Attributes:
        own: limits of profiles whose server or plan has others than their network, by key.
    """

    def __init__(self, own: Mapping[str, Limits] | None = None) -> None:
        self.own = own or {}

    def limits(self, variant: str, content: Content) -> list[tuple[str, Limits]]:
        """Returns network and limits of everybody a variant is for, each once."""
        found: dict[tuple[str, int], tuple[str, Limits]] = {}
        for key in content.targets:
            network = key.partition("/")[0]
            follows = variant in (network, key) or (
                not variant and not {network, key} & content.variants.keys()
            )
            if follows:
                limits = self.own.get(key) or limits_of(network)
                found[network, id(limits)] = network, limits
        return list(found.values())

    def count(self, variant: str, content: Content, piece: Piece, number: int = 0) -> Count | None:
        """Returns the count by which a piece has least left; None where nobody counts."""
        counts = [
            count(network, limits, piece, content.act, has_title=not number)
            for network, limits in self.limits(variant, content)
        ]
        limited = [one for one in counts if one.limit]
        if any(not one.fits for one in limited):
            limited = [one for one in limited if not one.fits]
        return min(limited, key=lambda one: one.left, default=counts[0] if counts else None)

    def counts(self, variant: str, content: Content) -> list[Count]:
        """Returns the counts of every piece that those of a network or a profile get."""
        key = variant if editing.has_own(content, variant) else ""
        pieces = editing.pieces_of(content, key)
        found = (self.count(variant, content, one, at) for at, one in enumerate(pieces))
        return [one for one in found if one is not None]

    def fits(self, variant: str, content: Content, text: str) -> bool:
        """Returns whether a text can be one post for everybody a variant is for."""
        found = self.count(variant, content, Piece(text), 1)
        return found is None or found.fits

    def split(self, variant: str, content: Content, text: str) -> tuple[str, ...]:
        """Returns a text in pieces that each can be one post."""
        return split(text, lambda part: self.fits(variant, content, part))

    def takes(self, variant: str, content: Content) -> bool:
        """Returns whether those of a network or profile take what they get: length and files.

        A file has to have been made for the network. Where only clips are published, a post
        without one is nothing.
        """
        if not all(one.fits for one in self.counts(variant, content)):
            return False
        network = variant.partition("/")[0]
        key = variant if editing.has_own(content, variant) else ""
        numbers = [at for one in editing.pieces_of(content, key) for at in one.files]
        files = [content.files[at] for at in numbers if at < len(content.files)]
        if any(one.rendition(network) is None for one in files):
            return False
        if content.act is not Act.POST:
            return True
        media, kinds = limits_of(network).media, {one.kind for one in files}
        return bool(media.photos or not media.clips or FileKind.CLIP in kinds)

    def has_title(self, variant: str, content: Content) -> bool:
        """Returns whether somebody a variant is for has titles."""
        return any(one.title is not None for _, one in self.limits(variant, content))

    def has_poll(self, variant: str, content: Content) -> bool:
        """Returns whether everybody a variant is for has polls."""
        found = self.limits(variant, content)
        return bool(found) and all(one.poll.options for _, one in found)

    def poll(self, variant: str, content: Content) -> PollLimits:
        """Returns what a poll may be for everybody a variant is for; `options` 0 for none."""
        found = [one.poll for _, one in self.limits(variant, content)]
        if not found:
            return PollLimits()
        return PollLimits(
            options=min(one.options for one in found),
            option=min((one.option for one in found if one.option), default=0),
            least_min=max(one.least_min for one in found),
            most_min=min((one.most_min for one in found if one.most_min), default=0),
            multiple=all(one.multiple for one in found),
        )

    def has_card(self, variant: str, content: Content) -> bool:
        """Returns whether everybody a variant is for shows a card for a link as we write it."""
        found = self.limits(variant, content)
        return bool(found) and all(writing_of(network).card_bytes for network, _ in found)

    def shared_told(self, content: Content) -> str:
        """Returns who gets the shared text as it is."""
        networks = dict.fromkeys(look_of(one).name for one, _ in self.limits("", content))
        if not networks:
            return ""
        return translate("Compose", "Said on {networks}").format(networks=", ".join(networks))

    def link_note(self, content: Content, variant: str) -> str:
        """Returns what the links of a text cost on networks where they do not count as written."""
        for network, limits in self.limits(variant, content):
            text = limits.text(content.act)
            links = [
                link
                for piece in editing.pieces_of(content, variant)
                for link in count(network, limits, piece, content.act).links
            ]
            if text.per_link and links:
                template = translate("Compose", "On {network} every link counts as {n} characters")
                told = template.format(network=look_of(network).name, n=text.per_link)
                price = rules_of(network).price("post with link")
                if price is None:
                    return told
                template = translate("Compose", "{what}, and the post costs {price}")
                return template.format(what=told, price=f"{price.currency} {price.amount}")
        return ""
