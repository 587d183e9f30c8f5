"""What can go wrong with a backup."""

from controlroom.model.errors import WorldError


class BackupError(WorldError):
    """A backup cannot be made or used; the files in use and the other backups are as they were."""


class NothingToBackUp(BackupError):
    sentence = "There is nothing to back up in {folder}."
    remedy = "Start the desk once, or name the right data folder."


class NotABackup(BackupError):
    sentence = "{folder} is not a whole backup of Control Room ({reason})."
    remedy = "Choose one of the dated folders below the folder of the backups."


class BackupUnsound(BackupError):
    sentence = "The backup in {folder} is not sound: {reason}."
    remedy = "Use another backup; this one was left as it is."


class FolderOpen(BackupError):
    sentence = "{name} in {folder} is open in another process."
    remedy = "Close every Control Room window that uses it, then try again."
