"""The commands. What a command needs is imported when it runs, so that the desk starts fast."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from controlroom import __version__
from controlroom.model.errors import WorldError

if TYPE_CHECKING:
    from controlroom.doctor import Finding
    from controlroom.keychain import DataKey
    from controlroom.model.cached import CachedPost

Command = TypeVar("Command", bound=Callable[..., Any])

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class _Told(click.Group):
    """A group whose commands end in one clear sentence when the world is at fault."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WorldError as error:
            raise click.ClickException(printable(error.told())) from error


def data_dir_option(command: Command) -> Command:
    """Adds `--data-dir`, before a command's name or after it."""
    return click.option(
        "--data-dir", type=_FOLDER, help="Where the databases lie, if not in the usual place."
    )(command)


@click.group(
    cls=_Told,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="Control Room")
@data_dir_option
@click.pass_context
def main(context: click.Context, data_dir: Path | None) -> None:
    """Control Room. Without a command it opens the desk."""
    context.obj = data_dir
    if context.invoked_subcommand is None:
        from controlroom import app

        sys.exit(app.main(_folder(context, None)))


@main.command()
@data_dir_option
@click.pass_context
def doctor(context: click.Context, data_dir: Path | None) -> None:
    """Looks whether this computer is fit for the desk."""
    from controlroom.doctor import checks
    from controlroom.opening import database_looks, station_looks

    folder = _folder(context, data_dir)
    findings = [*checks(folder, database_looks(folder)), *station_looks(folder)]
    for finding in findings:
        click.echo(_line(finding))
    if any(finding.ok is False for finding in findings):
        sys.exit(1)


@main.command()
@click.argument("query")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 10_000))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@data_dir_option
@click.pass_context
def search(
    context: click.Context, query: str, limit: int, *, as_json: bool, data_dir: Path | None
) -> None:
    """Finds posts in the cache, newest first. Works without a network."""
    from controlroom.model.highlight import marks
    from controlroom.model.query.parse import parse
    from controlroom.store.cache.reader import CacheReader

    folder = _folder(context, data_dir)
    node = parse(query)
    reader = CacheReader.open(folder, _key(folder).reveal())
    try:
        for found in reader.search(node, limit=limit):
            text = found.post.text
            click.echo(_as_json(found) if as_json else _as_text(found, marks(text, node)))
    finally:
        reader.close()


@main.command()
@click.argument("directory", type=_FOLDER)
@data_dir_option
@click.pass_context
def backup(context: click.Context, directory: Path, data_dir: Path | None) -> None:
    """Writes a checked, encrypted copy of everything into DIRECTORY."""
    from controlroom.opening import back_up

    folder = _folder(context, data_dir)
    click.echo(printable(back_up(folder, directory, _key(folder))))


@main.command()
@click.argument("directory", type=_FOLDER)
@data_dir_option
@click.pass_context
def restore(context: click.Context, directory: Path, data_dir: Path | None) -> None:
    """Puts back a copy: DIRECTORY is one copy, or holds copies and the newest is taken."""
    from controlroom.opening import put_back

    click.echo(printable(put_back(directory, _folder(context, data_dir), _ask_recovery_key)))


@main.command()
@data_dir_option
@click.pass_context
def recover(context: click.Context, data_dir: Path | None) -> None:
    """Opens a workstation whose keychain is gone, with its recovery key."""
    from controlroom.keychain import recover as recover_key
    from controlroom.keychain import system_keychain

    recover_key(_folder(context, data_dir), _ask_recovery_key(), system_keychain())
    click.echo("The key is in this computer's keychain again.")


@main.command()
@data_dir_option
@click.pass_context
def salvage(context: click.Context, data_dir: Path | None) -> None:
    """Makes new databases of what can still be read of damaged ones, which are kept."""
    from controlroom.opening import salvage_damaged

    folder = _folder(context, data_dir)
    for line in salvage_damaged(folder, _key(folder)):
        click.echo(printable(line))


@main.command()
@click.argument("file", required=False, type=_FILE)
@click.option("--checkpoints", type=_FILE, help="Checkpoints as another custodian kept them.")
@click.option("--key", "keys", multiple=True, help="A public key that may sign, in hexadecimal.")
@click.option("--team", default="", help="The address of a team's database, in place of FILE.")
@data_dir_option
@click.pass_context
def verify(
    context: click.Context,
    file: Path | None,
    checkpoints: Path | None,
    keys: tuple[str, ...],
    team: str,
    data_dir: Path | None,
) -> None:
    """Checks the record: of this workstation, of a team, or FILE, an export or signed package."""
    from controlroom.store.journal.checking import check_export, check_file, check_team, lines

    if file is not None:
        verdict = check_export(file, checkpoints, keys)
    elif team:
        verdict = check_team(team, checkpoints, keys)
    else:
        folder = _folder(context, data_dir)
        verdict = check_file(folder, _key(folder).reveal(), checkpoints, keys)
    for line in lines(verdict):
        click.echo(printable(line))
    if verdict.broken:
        sys.exit(1)


@main.group("team")
def team_commands() -> None:
    """Prepares a team's database. Addresses are PostgreSQL's: postgresql://dba@host/database."""


@team_commands.command()
@click.argument("url")
@click.option("--officer", required=True, help="Force number of the first officer.")
@click.option("--name", required=True, help="Name of the first officer.")
def create(url: str, officer: str, name: str) -> None:
    """Prepares an empty database: its owner's address is URL. Makes the first officer's login."""
    from controlroom.model.journal_kinds import proposal_of
    from controlroom.store.journal.postgres.setup import add_officer
    from controlroom.store.journal.postgres.setup import create as prepare
    from controlroom.team.roles import founding

    first = _force_number(officer)
    made = prepare(url, proposal_of(founding(first, name)))
    click.echo(printable(f"The record of the team is in {made.database}, founded by {first}."))
    _tell_superuser(made.to_run)
    click.echo(printable(f"Login: {add_officer(url, first, _ask_new_password())}"))


@team_commands.command()
@click.argument("url")
@data_dir_option
@click.pass_context
def move(context: click.Context, url: str, data_dir: Path | None) -> None:
    """Moves this workstation's record into an empty database, every entry as it is."""
    from controlroom.store.journal.moving import move as move_record

    folder = _folder(context, data_dir)
    moved = move_record(folder, _key(folder).reveal(), url)
    click.echo(printable(f"{moved.entries} entries are in {moved.made.database} now."))
    _tell_superuser(moved.made.to_run)
    click.echo("Make a login for every officer: controlroom team add-officer.")


@team_commands.command("add-officer")
@click.argument("url")
@click.argument("number")
def add_officer_login(url: str, number: str) -> None:
    """Makes the login of an officer; what the officer may do is granted in the desk."""
    from controlroom.store.journal.postgres.setup import add_officer

    login = add_officer(url, _force_number(number), _ask_new_password())
    click.echo(printable(f"Login: {login}"))


@team_commands.command("add-station")
@click.argument("url")
@click.argument("name")
def add_station_login(url: str, name: str) -> None:
    """Makes the login of a station."""
    from controlroom.store.journal.postgres.setup import add_station, is_station_name

    if not is_station_name(name):
        raise click.BadParameter("small letters, digits and _, a letter first")
    click.echo(printable(f"Login: {add_station(url, name, _ask_new_password())}"))


@team_commands.command("cut-off")
@click.argument("url")
@click.argument("number")
def cut_off_login(url: str, number: str) -> None:
    """Shuts an officer's login out at once; what the record says of the officer stays."""
    from controlroom.store.journal.postgres.setup import cut_off

    login = f"officer_{_force_number(number).lower()}"
    click.echo(printable(f"{login} is shut out; {cut_off(url, login)} sessions were ended."))


@team_commands.command()
@click.argument("url")
def update(url: str) -> None:
    """Brings a team's database up to this version of the program."""
    from controlroom.store.journal.postgres.setup import update as bring_up_to_date

    new = bring_up_to_date(url)
    click.echo(printable(f"New to it: {', '.join(new)}." if new else "It is up to date."))


@team_commands.command()
@click.argument("url")
@data_dir_option
@click.pass_context
def join(context: click.Context, url: str, data_dir: Path | None) -> None:
    """Joins a team with this computer: postgresql://officer_4711@host/database, or station_NAME."""
    from controlroom.engine.joining import join_here
    from controlroom.store.journal.postgres.link import without_password

    if without_password(url)[1]:
        raise click.BadParameter("leave the password out: it is asked for")
    password = click.prompt("Password", hide_input=True, default="", show_default=False)
    for line in join_here(_folder(context, data_dir), url, str(password)):
        click.echo(printable(line))


@main.command()
@click.option(
    "--checkpoints",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to which every signed checkpoint is added, best on another computer's disk.",
)
@data_dir_option
@click.pass_context
def station(context: click.Context, checkpoints: Path | None, data_dir: Path | None) -> None:
    """Reads the networks for a team, as a service; waits while another station does."""
    from controlroom.engine.joining import run_station

    run_station(_folder(context, data_dir), checkpoints)


@main.command()
@click.argument("directory", type=_FOLDER)
def tour(directory: Path) -> None:
    """Walks through the desk and leaves pictures in DIRECTORY."""
    from controlroom import app

    for picture in app.tour(directory):
        click.echo(picture)


@main.command()
@click.argument("scenario", default="m97-closed")
@click.option("--speed", default=1.0, show_default=True, help="Times the pace of a real clock.")
@click.option("--seed", default=1, show_default=True, help="The same seed, the same people.")
@click.option("--headless", is_flag=True, help="Networks and engine alone, without the desk.")
@click.option("--check", "only_check", is_flag=True, help="Only say what is wrong with SCENARIO.")
@data_dir_option
@click.pass_context
def exercise(
    context: click.Context,
    scenario: str,
    speed: float,
    seed: int,
    *,
    headless: bool,
    only_check: bool,
    data_dir: Path | None,
) -> None:
    """Opens the desk on simulated networks: SCENARIO by name, or a file of your own."""
    from controlroom import training

    if only_check:
        problems = training.problems(scenario)
        for problem in problems:
            click.echo(printable(problem))
        sys.exit(1 if problems else 0)
    run = training.headless if headless else training.desk
    sys.exit(run(scenario, speed, seed, data_dir, _folder(context, None)))


def printable(text: str) -> str:
    """Returns text without characters that could steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _folder(context: click.Context, data_dir: Path | None) -> Path:
    if chosen := data_dir or context.find_root().obj:
        return Path(chosen)
    from controlroom.usual import data_folder

    return data_folder()


def _key(folder: Path) -> DataKey:
    from controlroom.opening import existing_key

    return existing_key(folder)


def _ask_recovery_key() -> str:
    return str(click.prompt("Recovery key", hide_input=True))


def _tell_superuser(statements: tuple[str, ...]) -> None:
    if statements:
        click.echo("A superuser still has to run:")
    for statement in statements:
        click.echo(printable(f"  {statement};"))


def _ask_new_password() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


def _force_number(text: str) -> str:
    from controlroom.model.journal_subject import is_force_number

    if not is_force_number(text.upper()):
        raise click.BadParameter(f"{printable(text)} is no force number: letters and digits only")
    return text.upper()


def _line(finding: Finding) -> str:
    sign = {True: "ok   ", False: "WRONG", None: "?    "}[finding.ok]
    told = f"{sign} {finding.name}: {finding.told}"
    return printable(f"{told}\n      {finding.remedy}" if finding.remedy else told)


def _as_text(found: CachedPost, marks: tuple[tuple[int, int], ...]) -> str:
    post = found.post
    head = f"{post.created_at:%Y-%m-%d %H:%M} {post.network} @{post.author.called}"
    state = " (gone)" if found.gone_at else ""
    parts, end = [], 0
    for start, stop in marks:
        parts += [
            _one_line(post.text[end:start]),
            click.style(_one_line(post.text[start:stop]), bold=True),
        ]
        end = stop
    parts.append(_one_line(post.text[end:]))
    return f"{click.style(printable(head) + state, dim=True)}\n  {''.join(parts)}"


def _one_line(text: str) -> str:
    return printable(text.replace("\r", " ").replace("\n", " "))


def _as_json(found: CachedPost) -> str:
    post = found.post
    return json.dumps(
        {
            "id": found.id,
            "network": post.network,
            "remote_id": post.remote_id,
            "created_at": post.created_at.isoformat(),
            "author": post.author.handle,
            "name": post.author.name,
            "text": post.text,
            "url": post.url,
            "gone": found.gone_at is not None,
        }
    )
