"""A view of a text in simplified script and with Chinese full stops, character for character, so that offsets stay the same.

Rules are written in simplified characters. OpenCC's character table maps one character to one; phrases
that change their length are left alone, because every mention must point into the text as it stands.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from commitments.kept import compiled

_TRADITIONAL: Final = compiled(
    "[們個這對時會國為於與長實現發關開過進問題機關縣鎮區確認務員黨產業應將須責門戶級項據來後東書專環優經濟設總體]"
)
_ENOUGH: Final = 0.02
"""Share of telltale characters from which a text counts as traditional; names alone stay below it."""
_COMMONEST: Final = "們個這會為國實後時來"
_SYLLABLES: Final = "阿艾买麦木穆提力尔孜依伊江汗古丽娜热合曼吐逊沙吾斯拉巴布都拜迪亚甫肉扎卡玉努尼米帕哈德赛克别叶居来洪森托乎塔瓦"
"""Characters of which names of the north-west are made."""
_STOP: Final = compiled(
    "[.\uff0e](?<=[\u4e00-\u9fff%\uff05”][.\uff0e])(?<![一二三四五六七八九十][.\uff0e])"
    f"(?!(?<=[{_SYLLABLES}]{{2}}[.\uff0e])[{_SYLLABLES}]{{2}})(?=[\u4e00-\u9fff“0-9\\s]|\\Z)"
)
"""A full stop of another width behind Chinese text: 及时反馈.各单位要自查 ends a sentence, 7.5%, 一.加强领导 and 阿布都.热合曼 do not."""
_PERMILLE: Final = compiled("[%\uff05][。oO0〇](?=(?:以[内下]|左右|以上(?![,\uff0c]))(?:[,\uff0c。;\uff1b、!\uff01\n]|\\Z))")
"""How ‰ comes out where a page could not print it: 出生率控制在11%。以内, and then the clause ends; 8%。以上几点 is another sentence."""
_LONG: Final = 400
"""Characters of a text that holds one of the commonest where it is in traditional script."""


@lru_cache(maxsize=4)
def simplified_view(text: str) -> str:
    """Return the text in simplified characters where it is in traditional script, else the text itself.

    >>> simplified_view("各縣縣長要帶隊檢查")
    '各县县长要带队检查'

    The result has the same length: every character stands where its original stands. Several steps ask for the same page.
    """
    if len(text) >= _LONG and not any(char in text for char in _COMMONEST):
        return text  # ten words are looked for in a seventh of the time in which the telltale characters are counted
    telltale = len(_TRADITIONAL.findall(text))
    return text.translate(_table()) if telltale > len(text) * _ENOUGH else text


@lru_cache(maxsize=4)
def plain_view(text: str) -> str:
    """Return the text as `simplified_view` does, with 。 for a full stop of another width between Chinese characters, and ‰ for %。.

    >>> plain_view("要抓紧.各镇6月底前交表.")
    '要抓紧。各镇6月底前交表。'
    >>> plain_view("阿布都.热合曼书记要带队.各镇要配合.")
    '阿布都.热合曼书记要带队。各镇要配合。'
    """
    view = simplified_view(text)
    if ("%" in view or "\uff05" in view) and _PERMILLE.search(view):
        view = _PERMILLE.sub(" ‰", view)
    return _STOP.sub("。", view) if "." in view or "\uff0e" in view else view


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Read OpenCC's table of traditional to simplified characters; the first reading is the usual one."""
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {ord(source): target.split(" ")[0] for source, target in pairs if len(source) == 1 and len(target.split(" ")[0]) == 1}
