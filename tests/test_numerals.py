"""Numerals: one value each, in every way of writing, and nothing for what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from commitments.numerals import parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1500", "1500"),
        ("1,500", "1500"),
        ("12,345,678", "12345678"),
        ("1 000", "1000"),
        ("1\u00a0000", "1000"),
        ("１２．５", "12.5"),
        ("１，２００", "1200"),
        ("3.5", "3.5"),
        ("1.2万", "12000"),
        ("１.５万亿", "1500000000000"),
        ("10万2千", "102000"),
        ("1万2", "12000"),
        ("3万5000", "35000"),
        ("1亿2000万", "120000000"),
        ("1万亿2000亿", "1200000000000"),
        ("零", "0"),
        ("两", "2"),
        ("十", "10"),
        ("十五", "15"),
        ("二十三", "23"),
        ("三百", "300"),
        ("三百五", "350"),
        ("二百零五", "205"),
        ("一千零三十", "1030"),
        ("两万三", "23000"),
        ("两千三百万", "23000000"),
        ("一亿三", "130000000"),
        ("百", "100"),
        ("千万", "10000000"),
        ("三点五", "3.5"),
        ("六点二五万", "62500"),
        ("二〇二六", "2026"),
        ("一九四九", "1949"),
        ("壹佰贰拾", "120"),
        ("1千5百", "1500"),
    ],
)
def test_the_value_of_a_numeral(text: str, value: str) -> None:
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "个", "百十千", "亿万", "百千万", "十百", "1.2.3", "5.", "万万", "三点", "第三", "-5", "1亿亿", "²", "三 五"],
)
def test_what_is_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize("text", ["12000", "1.2万", "一万二", "1万2千"])
def test_whole_numbers_carry_no_fraction(text: str) -> None:
    assert str(parse_numeral(text)) == "12000"


@pytest.mark.parametrize("char", ["9", "九", "万", "9万", "零"])
def test_endless_numerals_are_refused_at_once(char: str) -> None:
    assert parse_numeral(char * 100_000) is None
