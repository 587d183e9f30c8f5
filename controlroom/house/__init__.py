"""The data folder behind the window: opened, kept whole, backed up, thinned and rescued.

Nothing here knows the window. Every call may take its time and belongs on a thread of its own.
"""

from controlroom.house.keeper import Keeper, Opening
from controlroom.house.opened import House

__all__ = ["House", "Keeper", "Opening"]
