"""The command line's help and usage errors in the reader's language, from `rules/ledger/messages.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import click

from commitments.messages import Language, default_language, language_of, message, translate

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_WIDTH = {"en": 96, "zh": 64}
"""Characters a line; Chinese ones are two columns wide."""


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that `--lang` names among the arguments, else that of the environment.

    It is looked up before anything is parsed, so that also a wrong command line is answered in it.

    >>> chosen_language(["extract", "--lang=zh"], {})
    'zh'
    """
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        name, equals, value = argument.partition("=")
        given = value if equals else following
        if name == "--lang" and given in ("zh", "en"):
            return cast(Language, given)
    return language_of(environment)


def language(context: click.Context | None = None) -> Language:
    """Return the language of the running command."""
    context = context or click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return found if found in ("zh", "en") else default_language()


class Formatter(click.HelpFormatter):
    """A help page with Chinese headings where the language is Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, prefix or message("help.usage", language()) + " ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        known = {"Options": "help.options", "Commands": "help.commands"}
        super().write_heading(message(known[heading], language()) if heading in known else heading)


class Context(click.Context):
    """A context whose help pages are in the reader's language."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose help is the message `option.NAME`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's line on the help page."""
        self.help = message(f"option.{self.name}", language(ctx))
        return super().get_help_record(ctx)


class Command(click.Command):
    """A command whose help is the message `command.NAME` and whose example is `example.NAME`."""

    context_class = Context

    @property
    def key(self) -> str:
        """The name under which its messages stand."""
        return str(self.name)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its text in the reader's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = message("option.help", language(ctx))
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the command's line on the program's help page."""
        return message(f"command.{self.key}", language()).partition("\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            for line in message(f"command.{self.key}", language(ctx)).split("\n"):
                formatter.write_text(line)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example, as it is to be typed."""
        formatter.write_paragraph()
        formatter.write_heading(message("help.example", language(ctx)))
        for line in message(f"example.{self.key}", language(ctx)).split("\n"):
            formatter.write(f"  {line}\n")

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context:
        """Make the context, with lines as wide as the language needs."""
        extra.setdefault("max_content_width", _WIDTH[language(parent) if parent else extra.get("obj") or default_language()])
        return super().make_context(info_name, args, parent, **extra)


class Group(Command, click.Group):
    """A command with commands of its own."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they are declared: the main job first."""
        return list(self.commands)


def option(*names: str, **settings: Any) -> Decorator:
    """Declare an option whose help is found by its name."""
    return click.option(*names, cls=Option, **settings)


def usage_problem(error: click.ClickException, chosen: Language, command: str) -> str:
    """Return what is wrong with a command line in one line that says the cure.

    Args:
        error: what click has raised.
        chosen: the language.
        command: the command that was called, for errors that do not know it.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context else command
    if isinstance(error, click.NoSuchOption):
        near = f" ({', '.join(error.possibilities)}?)" if error.possibilities else ""
        problem = message("usage.no_such_option", chosen, name=error.option_name, near=near)
    elif isinstance(error, click.MissingParameter):
        problem = message("usage.missing", chosen, name=_hint(error, context))
    elif isinstance(error, click.BadParameter):
        problem = message("usage.bad_value", chosen, name=_hint(error, context), problem=_told(error.message, chosen))
    else:
        problem = _told(error.format_message(), chosen)
    return message("usage.line", chosen, command=command, problem=problem)


def _told(text: str, chosen: Language) -> str:
    """Return what click says, in one line, without its full stop."""
    return translate(" ".join(text.split()).rstrip("."), chosen)


def _hint(error: click.BadParameter, context: click.Context | None) -> str:
    if error.param is not None and context is not None:
        return error.param.get_error_hint(context).replace("'", "")
    hint = error.param_hint or ""
    return hint if isinstance(hint, str) else " / ".join(hint)
