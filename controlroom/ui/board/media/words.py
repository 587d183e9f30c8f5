"""What is said about a picture, film or sound that is not shown."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.fetching import FetchNews, FetchStage
from controlroom.model.post import MediaKind
from controlroom.ui.language import language

translate = QCoreApplication.translate


def news_words(news: FetchNews) -> str:
    """Returns how a fetching stands, in a sentence."""
    if news.stage in (FetchStage.FETCHING, FetchStage.HERE):
        return _fetching(news)
    return {
        FetchStage.TOO_LARGE: translate("Media", "It is larger than is fetched here."),
        FetchStage.NO_MEDIA: translate("Media", "The network gives it only in its own player."),
        FetchStage.GONE: translate("Media", "It is not there any more, or not for everybody."),
        FetchStage.NO_ANSWER: translate("Media", "Its server does not answer now."),
        FetchStage.REFUSED: translate("Media", "Its address is none that may be asked."),
        FetchStage.NOT_KEPT: translate("Media", "The disk did not take it."),
    }[news.stage]


def _fetching(news: FetchNews) -> str:
    if not news.done:
        return translate("Media", "It is being fetched…")
    done = language().size(news.done)
    if news.size > news.done:
        text = translate("Media", "It is being fetched: {done} of {whole}")
        return text.format(done=done, whole=language().size(news.size))
    return translate("Media", "It is being fetched: {done}").format(done=done)


def kind_words(kind: MediaKind) -> str:
    """Returns what it is called."""
    return {
        MediaKind.IMAGE: translate("Media", "Photo"),
        MediaKind.VIDEO: translate("Media", "Film"),
        MediaKind.GIF: translate("Media", "Film"),
        MediaKind.AUDIO: translate("Media", "Sound"),
        MediaKind.OTHER: translate("Media", "Attachment"),
    }[kind]


def unreadable() -> str:
    """Returns what is said of a picture that is kept and cannot be decoded."""
    return translate("Media", "What came cannot be read as a picture.")


def not_here() -> str:
    """Returns what is said while nothing is being fetched."""
    return translate("Media", "It is not kept, and nothing is being read from the networks now.")


def cannot_play(reason: str) -> str:
    """Returns why a clip is not played."""
    return translate("Media", "This computer cannot play it ({reason}).").format(reason=reason)
