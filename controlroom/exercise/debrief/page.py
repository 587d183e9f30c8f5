"""The debrief as one page that needs nothing else: figures first, then what was missed."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from controlroom.exercise.debrief.chart import chart_of
from controlroom.exercise.debrief.figures import Debrief, PlantedFigures, Reached
from controlroom.exercise.debrief.words import Say, grouped, length

_STYLE = """
body{font:15px/1.5 Inter,"Noto Sans","Segoe UI",sans-serif;color:#121a24;margin:32px auto;
max-width:1040px;padding:0 24px}
h1{font-size:26px;margin:0}h2{font-size:17px;margin:32px 0 8px}
p.mark{font-weight:600;letter-spacing:1px;border:2px solid #121a24;display:inline-block;
padding:2px 10px;margin:0 0 12px}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:12px;margin:20px 0}
dl div{border:1px solid #b3beca;border-radius:6px;padding:10px 14px}
dt{color:#56636f;font-size:13px}dd{margin:0;font-size:20px;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;font-size:13px}
th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid #d3dae2}
th{color:#56636f;font-weight:500}
svg{width:100%;height:auto;border:1px solid #d3dae2;border-radius:6px}
footer{color:#56636f;margin:40px 0;font-size:13px}
@media print{body{margin:0}dl div,tr,svg{break-inside:avoid}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page_of(debrief: Debrief, say: Say = str, language: str = "en") -> str:
    """Returns the page as HTML."""
    title = escape(f"{say('Debrief')} – {debrief.title}")
    return "\n".join(
        [
            f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{title}</title><style>{_STYLE}</style></head><body>",
            f'<p class="mark">{escape(say("Exercise").upper())}</p><h1>{title}</h1>',
            f"<p>{_clock(debrief.starts)} – {_clock(debrief.ended)}, {debrief.starts:%Y-%m-%d}</p>",
            _figures(debrief, say),
            _section(say("Posts a minute"), chart_of(debrief, say)),
            _section(say("Rumours"), _rumours(debrief, say)) if debrief.rumours else "",
            _section(say("What was missed"), _missed(debrief, say)),
            _section(say("What was planted"), _planted(debrief.planted, say)),
            f"<footer>{_words(say, 'All people, places and posts of an exercise are invented.')}",
            "</footer></body></html>",
        ]
    )


def _figures(debrief: Debrief, say: Say) -> str:
    tips = debrief.marked("tip")
    found = sum(one.handled.at is not None for one in tips)
    figures = [
        (say("First answer"), _after(debrief.first_answer, say)),
        (say("First statement"), _after(debrief.first_statement, say)),
        (say("Tips found"), say("{found} of {planted}").format(found=found, planted=len(tips))),
        (say("Posts of the public"), grouped(debrief.posts, say)),
        (say("Profiles used"), str(debrief.profiles)),
    ]
    figures += [(say(kind), str(count)) for kind, count in sorted(debrief.deeds.items())]
    cells = (
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in figures
    )
    return f"<dl>{''.join(cells)}</dl>"


def _rumours(debrief: Debrief, say: Say) -> str:
    rows = [
        [one.name, _clock(one.began), _after(one.answered, say), str(one.before), str(one.later)]
        for one in debrief.rumours
    ]
    names = ("Rumour", "Began", "Answered", "Posts before", "Posts after")
    return _table([say(name) for name in names], rows)


def _missed(debrief: Debrief, say: Say) -> str:
    missed = debrief.missed()
    if not missed:
        return f"<p>{_words(say, 'Nothing that was planted was missed.')}</p>"
    return _planted(missed, say)


def _planted(planted: Sequence[PlantedFigures], say: Say) -> str:
    names = ("Planted", "What", "Kind", "Network", "Author", "Text", "Handled", "Note")
    rows = [
        [_clock(one.planted), one.title, ", ".join(one.marks), one.network, f"@{one.author}",
         one.text, _after(one.handled, say), one.note]
        for one in planted
    ]  # fmt: skip
    return _table([say(name) for name in names], rows)


def _after(reached: Reached, say: Say) -> str:
    if reached.at is None:
        return say("never")
    if reached.after is None:
        return say("found")
    return say("after {time}").format(time=length(reached.after, say))


def _clock(at: datetime | None) -> str:
    return f"{at:%H:%M:%S}" if at else "–"


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{body}"


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _words(say: Say, text: str) -> str:
    return escape(say(text))
