"""`postil user`, `postil token` and `postil group`: whoever can run these owns the server."""

from __future__ import annotations

import click

from postil.cli.common import demo_option, program, with_database
from postil.policy import ROLES, SCOPES
from postil.services import accounts, closing, groups, tokens


@click.group()
def user() -> None:
    """People."""


@user.command("add")
@click.argument("name")
@click.option("--display-name", default="", help="As others see it.")
@click.option("--admin", is_flag=True, help="An owner of the server.")
@demo_option
@with_database
def add_user(name: str, display_name: str, admin: bool) -> None:
    """Make an account. Its owner signs in by `postil login-link --user NAME`."""
    accounts.create_user(name, display_name, is_admin=admin)
    click.echo(f"made {name}; sign in by: {program()} login-link --user {name}")


@user.command("delete")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@demo_option
@with_database
def delete_user(name: str, yes: bool) -> None:
    """Delete an account and all its notes, for good. What others answered stays."""
    found = accounts.find_user(name)
    if not yes:
        click.confirm(f"Delete {name} and all notes of theirs? They cannot be taken back", abort=True, err=True)
    click.echo(f"deleted {name}, with {closing.close(found)} notes")


@click.group()
def token() -> None:
    """Access tokens."""


@token.command("add")
@click.argument("user_name")
@click.option("--name", default="command line", help="What the token is for.")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(SCOPES), default=("read", "write"), help="Repeat for several.")
@click.option("--days", type=click.IntRange(1, 3650), help="Days until it expires; without it, never.")
@demo_option
@with_database
def add_token(user_name: str, name: str, scopes: tuple[str, ...], days: int | None) -> None:
    """Print a new access token of a user. It is shown this once."""
    click.echo(tokens.create_for(accounts.find_user(user_name).id, name, list(scopes), days)["token"])


@click.group()
def group() -> None:
    """Teams."""


@group.command("add")
@click.argument("name")
@click.option("--owner", "owner_name", required=True, help="The user who owns it.")
@demo_option
@with_database
def add_group(name: str, owner_name: str) -> None:
    """Make a team and print its id."""
    click.echo(groups.create_for(owner_name, name))


@group.command("set-role")
@click.argument("group_id")
@click.argument("user_name")
@click.argument("role", type=click.Choice(ROLES))
@demo_option
@with_database
def set_role(group_id: str, user_name: str, role: str) -> None:
    """Put a user into a team, or give a member another role."""
    groups.set_role_for(group_id, user_name, role)
    click.echo(f"{user_name} is {role}")


COMMANDS = (user, token, group)
