"""What X refuses in its own way."""

from datetime import datetime

from controlroom.feeds.base import Per
from controlroom.feeds.errors import BudgetUsed, NotFound, PermissionMissing


class ReadsUsedUp(BudgetUsed):
    """What may be read or paid for in a month is used up, for every profile of the application."""

    sentence = "{host} says that the reads this application may make, or pay for, are used up."
    remedy = "It is asked again every hour; who holds the contract with X can raise the limit."

    def __init__(self, *, host: str, resets_at: datetime) -> None:
        super().__init__(host=host, resets_at=resets_at, allowance="month", per=Per.APP)


class QuestionRefused(NotFound):
    """X does not understand what it was asked.

    Attributes:
        parameters: names of the parts of the question that it complains of.
    """

    sentence = "{host} does not understand this search, list or profile."
    remedy = "Check the words in the stream, and shorten a long search."

    def __init__(self, *, host: str, parameters: frozenset[str]) -> None:
        super().__init__(host=host)
        self.parameters = parameters


class NoAppToken(PermissionMissing):
    """X pushes only to an application that proves itself with a key and secret of its own."""

    sentence = "{host} does not push to this application: it accepts no key of its own."
    remedy = "Connect the profile again and enter the application's API key and its secret."
