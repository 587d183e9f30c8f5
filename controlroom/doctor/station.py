"""What a station needs for the checks before something leaves, and enters on its own computer."""

from pathlib import Path

from controlroom.doctor.finding import Finding, ill
from controlroom.keychain import Keychain, recorded_backend, system_keychain
from controlroom.keychain.case_lists import CaseKeyKeeper
from controlroom.keychain.errors import SecretError
from controlroom.keychain.keysfile import needed_keys
from controlroom.settings import Settings, SettingsFile

_KEY, _SITES = "Case lists", "Own sites"
_ENTER = "Open the desk on this computer with this data folder and enter {what} under Settings."


def station_findings(data_dir: Path, keychain: Keychain | None = None) -> list[Finding]:
    """Looks whether the key of the case lists and the force's sites were entered in a folder."""
    return [_key_finding(data_dir, keychain), _sites_finding(data_dir)]


def _key_finding(data_dir: Path, keychain: Keychain | None) -> Finding:
    try:
        chain = keychain or system_keychain(recorded_backend(data_dir))
        keeper = CaseKeyKeeper(chain, needed_keys(data_dir).key_id)
        there = keeper.match_key() or keeper.reading_key()
    except SecretError as error:
        return ill(_KEY, error)
    if there:
        return Finding(_KEY, True, "The key of the case lists is here.")
    told = "No key of the case lists is here: this station does not look for what stands on them."
    return Finding(_KEY, False, told, _ENTER.format(what="the key that was handed on"))


def _sites_finding(data_dir: Path) -> Finding:
    sites = SettingsFile(data_dir).now.own_sites
    if sites in ("", Settings().own_sites):
        told = "The force's own sites were not entered: every link looks unknown to this station."
        return Finding(_SITES, False, told, _ENTER.format(what="the sites of the force"))
    return Finding(_SITES, True, f"The force's own sites: {sites}.")
