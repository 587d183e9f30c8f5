"""The keychain, the key of the data folder, and whether its recovery key is on paper."""

from pathlib import Path

from controlroom.doctor.finding import Finding, ill
from controlroom.keychain import Keychain, system_keychain
from controlroom.keychain.door import spoken
from controlroom.keychain.errors import SecretError
from controlroom.keychain.house import opened
from controlroom.keychain.keysfile import KeysFile, read_keys

_CONFIRM = "Type the printed recovery key once under Settings, or have a new one made."


def key_findings(data_dir: Path, keychain: Keychain | None = None) -> list[Finding]:
    """Looks into the keychain; makes and stores nothing."""
    try:
        keys = read_keys(data_dir)
        chain = keychain or system_keychain(keys.backend if keys else "")
        if keys is None:
            return [_readable(chain)]
        opened(keys, chain, data_dir)
    except SecretError as error:
        return [ill("Keychain", error)]
    told = f"The key is in {spoken(chain.backend)} and fits."
    return [Finding("Keychain", True, told), _recovery(keys)]


def _readable(chain: Keychain) -> Finding:
    chain.get("key/none")
    return Finding("Keychain", True, f"{spoken(chain.backend)} can be read; no key is needed yet.")


def _recovery(keys: KeysFile) -> Finding:
    if keys.recovery_noted:
        return Finding("Recovery key", True, "The recovery key is on paper.")
    return Finding("Recovery key", False, "Nobody has confirmed the recovery key.", _CONFIRM)
