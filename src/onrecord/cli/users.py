"""`onrecord users`: who may log in to the record in a browser."""

import sys

import click

from onrecord.cli.options import json_option, shared_options

ROLES = ("reader", "reviewer", "keeper")
_stdin = click.option("--password-stdin", is_flag=True, help="Take the password from standard input.")


@click.group("users", short_help="Who may log in to onrecord serve.")
def command() -> None:
    """Who may log in: readers look, reviewers judge, keepers import and remove as well."""


@command.command("add", short_help="Let somebody in.")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reviewer", show_default=True, help="What they may do.")
@_stdin
@shared_options
def add(name: str, role: str, password_stdin: bool) -> None:
    """Let somebody in. The password is asked for, and only its argon2 hash is kept."""
    from onrecord.cli.session import writing

    with writing(create=True) as record:
        free = record.accounts.free(name)
        made = record.accounts.add(free, role, _password(password_stdin))
    click.echo(f"{made.name} may log in as {made.role}.")


@command.command("list", short_help="The users and their roles.")
@json_option
@shared_options
def show(as_json: bool) -> None:
    """The users, their roles and since when they are users."""
    from onrecord.cli.session import writing
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output.listing import Column

    with writing() as record:
        users = record.accounts.all()
    if as_json:
        write_lines_of_json(users)
        return
    columns = (Column("name", "name"), Column("role"), Column("since"))
    write_table(columns, ((user.name, user.role, user.made_at[:10]) for user in users), nothing="There are no users.")


@command.command("remove", short_help="Let somebody in no more.")
@click.argument("name")
@shared_options
def remove(name: str) -> None:
    """Let somebody in no more, and end their sessions. Their reviews stay."""
    from onrecord.cli.session import writing

    with writing() as record:
        record.accounts.remove(name)
    click.echo(f"{name} may log in no more.")


@command.command("password", short_help="A new password.")
@click.argument("name")
@_stdin
@shared_options
def password(name: str, password_stdin: bool) -> None:
    """Give somebody a new password, and end their sessions."""
    from onrecord.cli.session import writing

    with writing() as record:
        known = record.accounts.known(name)
        record.accounts.set_password(known, _password(password_stdin))
    click.echo(f"{known} has a new password.")


@command.command("role", short_help="What somebody may do.")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@shared_options
def role(name: str, role: str) -> None:
    """Let somebody do more or less, from their next request on."""
    from onrecord.cli.session import writing

    with writing() as record:
        record.accounts.set_role(name, role)
    click.echo(f"{name} is a {role}.")


def _password(from_stdin: bool) -> str:
    """A password, never from the command line, where other programs could read it."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    given: str = click.prompt("Password", hide_input=True, confirmation_prompt="Again")
    return given
