"""Hits as one HTML page that needs nothing else: no script, no picture, no address is loaded."""

from dataclasses import dataclass
from html import escape

from controlroom.store.export.hit import About, Hit, moment, sound

_STYLE = """body{font:14px/1.45 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;
color:#121a24;background:#fff}h1{font-size:20px;margin:0 0 .2em}header p{margin:.1em 0;
color:#3c4957}h2{font-size:15px;margin:1.6em 0 .4em}
article{border-top:1px solid #b3beca;padding:.7em 0;break-inside:avoid}
article p{white-space:pre-wrap;overflow-wrap:anywhere;margin:.3em 0}
.by{font-weight:600}.facts,.marks{color:#56636f;font-size:12px}
.marks{border:1px dashed #6f7e90;padding:0 .4em;border-radius:3px;margin-right:.4em}
del,.earlier{color:#56636f}.earlier{border-left:2px solid #b3beca;padding-left:.7em}
bdi{unicode-bidi:isolate}"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in the language of whoever exports; `{…}` are filled in."""

    code: str = "en"
    title: str = "Posts found"
    question: str = "Search: {query}"
    everything: str = "every post"
    chosen: str = "Chosen by hand among the posts found"
    made: str = "Exported {time} (UTC)"
    through: str = "through {profiles}"
    edited: str = "Edited {time}"
    gone: str = "Deleted, seen {time}"
    earlier: str = "Before, from {time}:"
    media: str = "Media: {alt}"
    no_alt: str = "no description"
    count: str = "Posts: {n}"
    conversation: str = "Conversation, posts: {n}"


class PageWriter:
    """An article for each post."""

    def __init__(self, words: PageWords) -> None:
        self._words = words

    def begin(self, about: About) -> str:
        """Returns the head of the page with the question."""
        said, title = self._words, _plain(self._words.title)
        asked = said.question.format(query=about.query or said.everything)
        made = said.made.format(time=_time(moment(about.made_at)))
        chosen = f"<p>{_plain(said.chosen)}</p>" if about.chosen else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{_plain(said.code)}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            f"<title>{title}</title><style>{_STYLE}</style></head><body>\n"
            f"<header><h1>{title}</h1><p>{_plain(asked)}</p>{chosen}<p>{_plain(made)}</p></header>\n<main>\n"
        )

    def hit(self, one: Hit) -> str:
        """Returns the article of a post."""
        post = one.cached.post
        name = post.author.name or post.author.handle
        head = _plain(self._words.conversation.format(n=one.begins))
        return (
            f"{f'<h2>{head}</h2>' if one.begins else ''}"
            f'<article><div><span class="by"><bdi>{_plain(name)}</bdi></span> '
            f'<span class="facts"><bdi>{_plain(self._facts(one))}</bdi></span></div>\n'
            f'<p dir="auto">{_plain(post.text)}</p>\n{self._media(one)}{self._marks(one)}'
            f"{self._earlier(one)}</article>\n"
        )

    def end(self, posts: int) -> str:
        """Returns the foot of the page."""
        count = _plain(self._words.count.format(n=posts))
        return f"</main>\n<footer><p>{count}</p></footer>\n</body></html>\n"

    def _facts(self, one: Hit) -> str:
        post = one.cached.post
        through = self._words.through.format(profiles=", ".join(one.through))
        parts = [
            post.author.handle,
            post.network,
            _time(moment(post.created_at)),
            through if one.through else "",
            post.url,
        ]
        return " · ".join(part for part in parts if part)

    def _media(self, one: Hit) -> str:
        said = (each.alt or self._words.no_alt for each in one.cached.post.media)
        lines = [self._words.media.format(alt=alt) for alt in said]
        return "".join(f'<div class="facts">{_plain(line)}</div>\n' for line in lines)

    def _marks(self, one: Hit) -> str:
        edited, gone = moment(one.cached.post.edited_at), moment(one.cached.gone_at)
        marks = [self._words.edited.format(time=_time(edited))] if edited else []
        marks += [self._words.gone.format(time=_time(gone))] if gone else []
        return "".join(f'<span class="marks">{_plain(mark)}</span>' for mark in marks)

    def _earlier(self, one: Hit) -> str:
        parts = []
        for each in one.earlier:
            head = self._words.earlier.format(time=_time(moment(each.made_at)))
            body = f'<p dir="auto">{_plain(each.text)}</p>'
            parts.append(
                f'<div class="earlier"><span class="facts">{_plain(head)}</span>{body}</div>'
            )
        return "\n".join(parts)


def _plain(text: str) -> str:
    return escape(sound(text), quote=True)


def _time(text: str) -> str:
    return text.replace("T", " ").removesuffix("Z")
