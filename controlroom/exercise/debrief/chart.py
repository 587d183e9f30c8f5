"""Posts a minute as a drawing within the page, with what the team did along its foot."""

import math
from html import escape

from controlroom.exercise.debrief.figures import Debrief
from controlroom.exercise.debrief.words import Say, grouped

_WIDTH, _HEIGHT, _FOOT = 1000, 220, 34


def chart_of(debrief: Debrief, say: Say = str) -> str:
    """Returns the drawing as SVG."""
    minutes = debrief.per_minute
    most = max(max(minutes, default=0), 1)
    step = _WIDTH / max(1, len(minutes))
    bars = (_bar(nth * step, step, count / most) for nth, count in enumerate(minutes) if count)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">'
        f'<g fill="#7fa9e3">{"".join(bars)}</g>'
        f'<g stroke="#121a24" stroke-width="1.5">{_deeds(debrief, step)}</g>'
        f'<text x="6" y="16" font-size="12">{grouped(most, say)}</text></svg>'
    )


def _bar(x: float, step: float, share: float) -> str:
    """By the square root, so that a surge leaves something of the rest to be seen."""
    top = 8 + (_HEIGHT - _FOOT - 8) * (1 - math.sqrt(share))
    place = f'x="{x:.1f}" y="{top:.1f}"'
    return (
        f'<rect {place} width="{max(0.6, step - 0.6):.1f}" height="{_HEIGHT - _FOOT - top:.1f}"/>'
    )


def _deeds(debrief: Debrief, step: float) -> str:
    lines = []
    for at, kind in debrief.timeline:
        x = (at - debrief.starts).total_seconds() / 60 * step
        told = escape(f"{at:%H:%M:%S} {kind}")
        ends = f'x1="{x:.1f}" x2="{x:.1f}" y1="{_HEIGHT - _FOOT + 6}" y2="{_HEIGHT - 6}"'
        lines.append(f"<line {ends}><title>{told}</title></line>")
    return "".join(lines)
