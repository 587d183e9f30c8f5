"""How long a text is by the rule of the network it is for, and what a network takes.

Read `limits` (what a network takes: dated data), then `measure` (how it is counted).
"""

from controlroom.model.server import Server
from controlroom.outbound.counting.limits import (
    Limits,
    MediaLimits,
    PollLimits,
    TextLimits,
    Unit,
    limits_of,
)
from controlroom.outbound.counting.links import Link, links_in
from controlroom.outbound.counting.measure import Count, count

__all__ = [
    "Count",
    "Limits",
    "Link",
    "MediaLimits",
    "PollLimits",
    "Server",
    "TextLimits",
    "Unit",
    "count",
    "limits_of",
    "links_in",
]
