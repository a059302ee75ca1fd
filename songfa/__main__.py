"""The command `songfa`. Each verb lives in a module of commands/ and is loaded only when it is called."""

import sys
from importlib import import_module

import click

# verb -> module in songfa.commands that holds a click command of the same name
VERBS = {
    "plan": "plan",
    "aid": "aid",
    "clock": "clock",
    "packs": "packs",
    "up": "service",
    "down": "service",
    "doctor": "service",
    "setup": "service",
    "web": "service",
    "worker": "service",
    "psql": "service",
    "django": "service",
    "areas": "areas",
    "demo": "demo",
    "review": "review",
    "verify": "verify",
}


class Verbs(click.Group):
    """Finds a verb by name and imports its module then, so that `songfa plan read` starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = import_module(f"songfa.commands.{VERBS[cmd_name]}")
        command = getattr(module, cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def songfa() -> None:
    """Songfa: an open system for grassroots public legal services."""


def main() -> None:
    """Run; exit 0 when done, 1 when not done, 2 on wrong use."""
    try:
        songfa(prog_name="songfa")
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()
