"""What can go wrong with the keychain, the key and the recovery key.

    SecretError
    ├── the keychain: KeychainMissing, KeychainLocked, KeychainRefused, KeychainChanged,
    │                 KeychainFailed, KeychainForgets
    ├── the key:      KeyAbsent, KeyWrong, EntryDamaged
    ├── keys.json:    KeysFileMissing, KeysFileDamaged, KeysFileNewer, KeysFileUnreadable,
    │                 KeysFileUnwritable, KeysFileBusy
    └── recovery key: RecoveryKeyMistyped, RecoveryKeyLength, RecoveryKeyWrong

No message holds a secret: the values are names of backends, folders and kinds of error.
"""

from controlroom.model.errors import WorldError


class SecretError(WorldError):
    """Root of this room's errors. None of them has changed a database."""


class KeychainMissing(SecretError):
    sentence = "This computer offers no keychain, so the key of the databases cannot be read."
    remedy = (
        "Sign in to a desktop with GNOME Keyring or KWallet and try again, "
        "or open with the recovery key."
    )


class KeychainLocked(SecretError):
    sentence = "The keychain is locked."
    remedy = "Unlock it, then try again; nothing was changed."


class KeychainRefused(SecretError):
    """Only backends outside the allow-list are there; `found` names them."""

    sentence = "The only key store on this computer is {found}, which does not protect secrets."
    remedy = "Start GNOME Keyring or KWallet, or remove {found}; then try again."


class KeychainChanged(SecretError):
    """The key was kept by another backend; `was` and `now` name both."""

    sentence = "The key is kept in {was}, but this computer now offers {now}."
    remedy = "Bring back {was}, or open with the recovery key to keep it in {now}."


class KeychainFailed(SecretError):
    """The backend raised something; `kind` names its class and never its text."""

    sentence = "The keychain did not answer as it should ({kind})."
    remedy = "Try again; if this stays, restart the keychain service or open with the recovery key."


class KeychainForgets(SecretError):
    """What was written could not be read back."""

    sentence = "The keychain accepted a key but did not give it back."
    remedy = "Check the keychain; nothing was set up."


class KeyAbsent(SecretError):
    """The keychain can be read and holds no key of this folder."""

    sentence = "The keychain is open but no longer holds the key of {folder}."
    remedy = "Open with the recovery key."


class KeyWrong(SecretError):
    """The keychain holds a key of this folder's name that fails the check value."""

    sentence = "The key in the keychain is not the key of {folder}: it was altered."
    remedy = "Open with the recovery key; the databases were left as they are."


class EntryDamaged(SecretError):
    """An entry of ours is not in the form in which we write it; `name` is its name."""

    sentence = "The keychain's entry {name} was altered and cannot be used."
    remedy = "Sign in again to what it belongs to."


class KeysFileMissing(SecretError):
    sentence = "{folder} holds databases but not the file keys.json that belongs to them."
    remedy = "Put keys.json back from a backup; no new key was made."


class KeysFileDamaged(SecretError):
    sentence = "{path} is damaged."
    remedy = "Put it back from a backup; no new key was made."


class KeysFileNewer(SecretError):
    sentence = "{path} was written by a newer version of Control Room and was left as it is."
    remedy = "Install the newer version."


class KeysFileUnreadable(SecretError):
    sentence = "{path} cannot be read ({reason})."
    remedy = "Ask for read access to it, or check the disk; no new key was made."


class KeysFileUnwritable(SecretError):
    sentence = "{path} cannot be written ({reason})."
    remedy = "Check the free space and the access rights of its folder, then try again."


class KeysFileBusy(SecretError):
    sentence = "Another Control Room process is setting up the key of {folder}."
    remedy = "Wait until it has finished, then try again."


class RecoveryKeyMistyped(SecretError):
    """One group fails its check; `group` counts from 1."""

    sentence = "There is a typing mistake in group {group} of the recovery key."
    remedy = "Compare that group with the printed key."


class RecoveryKeyLength(SecretError):
    sentence = "The recovery key has {wanted} characters, but {given} were typed."
    remedy = "Type all groups of the printed key."


class RecoveryKeyWrong(SecretError):
    sentence = "This recovery key is typed correctly but belongs to another workstation."
    remedy = "Look for the recovery key that was noted for {folder}."
