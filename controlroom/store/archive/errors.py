"""What can go wrong with the team's posts."""

from controlroom.store.journal.errors import JournalError


class NotOnDuty(JournalError):
    """Another station took over: what this one writes is refused."""

    sentence = "Another station is on duty; this one writes nothing any more."
    remedy = "It waits, and takes over when the other one fails."


class ArchiveNewer(JournalError):
    sentence = "The team's database is of a newer version ({there}) than this program ({here})."
    remedy = "Install the newer version on this computer."


class ArchiveOlder(JournalError):
    sentence = "The team's database is not prepared for this version of the program."
    remedy = "Have an administrator run “controlroom team update”."


class PostUnfit(JournalError):
    """The database does not take one of the posts; none of those sent with it went in."""

    sentence = "The team's database does not take a post: {reason}."
    remedy = "It is set aside; the others go on."


class PostUnreadable(JournalError):
    sentence = "Post {seq} in the team's database cannot be read."
    remedy = "It is passed over; the station's log says whether it wrote it."
