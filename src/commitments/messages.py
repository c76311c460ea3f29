"""What the ledger and the command line say, in Chinese or English, from `rules/ledger/*.toml`.

Only the built-in folder is read, and only this kind: a message must come out also where the rules are broken.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

from commitments.errors import Error
from commitments.kept import compiled, read_toml
from commitments.ruledata import builtin_folder

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the ledger: its two headers, what it means, and how a spreadsheet shows it."""

    name: str
    zh: str
    meaning_zh: str
    meaning_en: str
    width: int
    kind: Literal["text", "list", "number", "date"] = "text"
    hidden: bool = False

    def header(self, language: Language) -> str:
        """Return the column's header."""
        return self.zh if language == "zh" else self.name

    def meaning(self, language: Language) -> str:
        """Return what the column means."""
        return self.meaning_zh if language == "zh" else self.meaning_en


@lru_cache(maxsize=16)
def _table(name: str) -> Mapping[str, Any]:
    path = builtin_folder() / "ledger" / f"{name}.toml"
    return read_toml(path.read_bytes())


@lru_cache(maxsize=1)
def columns() -> tuple[Column, ...]:
    """Return the columns of the ledger in their order.

    >>> columns()[6].zh
    '责任单位'
    """
    return tuple(Column(**column) for column in _table("columns")["column"])


@lru_cache(maxsize=1)
def statuses() -> tuple[str, ...]:
    """Return the statuses a row may have; the first one is that of a new row.

    >>> statuses()[0]
    '未启动'
    """
    return tuple(_table("labels")["statuses"])


def column_guesses(role: str) -> tuple[str, ...]:
    """Return the names that a table's column of text, id, date or title usually has, the likeliest first.

    >>> column_guesses("text")[0]
    'text'
    """
    return tuple(_table("tables")[role])


@lru_cache(maxsize=64)
def labels(kind: str, language: Language) -> Mapping[str, str]:
    """Return value -> label for `level`, `owner_kind`, `modality` or `warning`.

    >>> labels("level", "zh")["hard"]
    '硬任务'
    """
    return {value: texts[language] for value, texts in _table("labels").get(kind, {}).items()}


def label(kind: str, value: str, language: Language) -> str:
    """Return the label of a fixed value; a value without one is its own label."""
    return labels(kind, language).get(value, value)


def message(key: str, language: Language, **values: object) -> str:
    """Return a message with its values put in.

    >>> message("table.level", "zh")
    '类型'

    Args:
        key: the message's name in `rules/ledger/messages.toml`, section and name joined with a dot.
        language: "zh" or "en".
        values: what the `{fields}` of the message stand for.
    """
    section, _, name = key.partition(".")
    text = cast(str, _table("messages")[section][name][language])
    return text.format(**values) if values else text


def describe(error: Error, language: Language) -> str:
    """Return an error as one line: place, problem, cure.

    >>> from commitments.errors import SourceError
    >>> describe(SourceError("讲话.txt", "the file is empty", "copy the page again"), "zh")
    '讲话.txt：文件是空的；请重新复制页面'
    """
    place, problem, cure = (" ".join(translate(part, language).split()) for part in (error.place, error.problem, error.cure))
    return f"{place}：{problem}；{cure}" if language == "zh" else f"{place}: {problem}; {cure}"


def translate(text: str, language: Language) -> str:
    """Return what an error says in the language; a text that is not in `errors.toml` stays English."""
    if language == "en":
        return text
    for pattern, chinese in _translations():
        match = pattern.fullmatch(text)
        if match:
            return chinese.format(**match.groupdict())
    return text


@lru_cache(maxsize=1)
def _translations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Turn each English text with its {fields} into a pattern; plain texts need no search among patterns with fields."""
    return tuple((_pattern(entry["en"]), entry["zh"]) for entry in _table("errors")["error"])


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    source = "".join(f"(?P<{part}>.{{1,600}}?)" if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return compiled(source, re.DOTALL)


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language that the environment asks for: Chinese where LC_ALL or LANG says so, else English.

    >>> language_of({"LANG": "zh_CN.UTF-8"})
    'zh'

    Args:
        environment: variables as in `os.environ`. LC_ALL counts more than LC_MESSAGES and LANG, as in POSIX.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "zh" if sys.platform == "win32" and _windows_is_chinese() else "en"


def _windows_is_chinese() -> bool:
    import locale

    return (locale.getlocale(locale.LC_CTYPE)[0] or "").lower().startswith(("chinese", "zh"))


def default_language() -> Language:
    """Return the language of this process's environment."""
    return language_of(os.environ)
