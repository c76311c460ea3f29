"""Loops over tables of characters find what `re` finds: the one is used where the core is compiled, the other from sources."""

import re

import pytest

from commitments import gated
from commitments.gated import Asked, Chars, Headed, Paired
from commitments.pattern_words import required_words
from commitments.places import AnyOf, LongestWords

TEXT = "全力抓好20项任务，两成半、一半以上在9月底前办结；零散的1/3于2时起，各组跟进。𠮷林也要百分之百！"
"""With a character of the upper planes, and pairs that begin alike."""


@pytest.fixture(params=[True, False], ids=["loops", "searches"])
def compiled_core(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(gated, "_COMPILED", request.param)
    return bool(request.param)


@pytest.mark.skipif(not gated.__file__.endswith(".py"), reason="the compiled core knows one way only")
@pytest.mark.parametrize("source", ["两成|一半|百分", "[0-9]/[2-9]|零|[月日]底", "(?:(?<=跟)进|𠮷林)", "x{0,2}"])
def test_a_pattern_is_found_where_its_first_two_characters_stand(source: str, compiled_core: bool) -> None:
    asked, pattern = Paired(source), re.compile(source)
    for start in range(len(TEXT)):
        for end in (start, start + 1, start + 5, len(TEXT), len(TEXT) + 3):
            found, expected = asked.search(TEXT, start, end), pattern.search(TEXT, start, end)
            assert (found and found.span()) == (expected and expected.span())


@pytest.mark.skipif(not gated.__file__.endswith(".py"), reason="the compiled core knows one way only")
@pytest.mark.parametrize("source", ["[^，]{0,6}(?:项任务|两成|零散的|办结)", "(?<=的).(?:/|[0-9])3", "要百分|各组|𠮷.", "[一-龥]{2}[半底]"])
@pytest.mark.parametrize("where", ["search", "match", "fullmatch"])
def test_a_pattern_is_asked_where_its_words_stand(source: str, where: str, compiled_core: bool) -> None:
    words, answer = required_words(source), getattr(re.compile(source), where)
    asked = Asked(answer, words=words)
    assert words
    for start in range(len(TEXT) + 1):
        for end in range(start, len(TEXT) + 3):
            assert str(asked.ask(TEXT, start, end)) == str(answer(TEXT, start, end))


@pytest.mark.parametrize("source", ["全(?:力|部)|任|20?项", "(?:不再)?各组|零散|𠮷林|！", "[以两].", "x?一?半", "[^，]全"])
def test_a_pattern_begins_where_its_first_two_characters_stand(source: str) -> None:
    asked, pattern = Headed(source), re.compile(source)
    for start in range(len(TEXT) + 1):
        for end in range(start, len(TEXT) + 3):
            assert str(asked.match(TEXT, start, end)) == str(pattern.match(TEXT, start, end))
            assert str(asked.fullmatch(TEXT, start, end)) == str(pattern.fullmatch(TEXT, start, end))


@pytest.mark.skipif(not gated.__file__.endswith(".py"), reason="the compiled core knows one way only")
@pytest.mark.parametrize("chars", ["，；", "]^-", "𠮷"])
def test_the_next_of_a_few_characters(chars: str, compiled_core: bool) -> None:
    asked = Chars(chars)
    for start in range(len(TEXT)):
        for end in (start, start + 4, len(TEXT)):
            expected = next((place for place in range(start, end) if place < len(TEXT) and TEXT[place] in chars), end)
            assert asked.next(TEXT, start, end) == expected


def test_patterns_are_called_in_their_order_and_within_their_bounds() -> None:
    asked = AnyOf(["任务", "抓好.{0,4}项", "办结|任务"])
    assert asked.called(TEXT, 0, len(TEXT)) == [0, 1, 2]
    assert asked.called(TEXT, 0, len(TEXT), low=1, high=2) == [1]
    assert asked.called(TEXT, 0, 4) == [1]
    assert asked.called(TEXT, 9, 14) == []


def test_words_of_a_stretch_are_those_that_it_holds_by_itself() -> None:
    words, text = ["要", "主要", "要求", "求是", "实事求是"], "主要要求实事求是要"
    known = LongestWords(words)
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            assert known.found(text, start, end) == LongestWords(words).found(text[start:end], 0, end - start)
