"""Writes rules/actions/lexicon.toml: two-character verbs, from the word list that jieba ships (MIT).

The program itself never loads jieba's five-megabyte dictionary; it only asks whether the two characters behind
a name are a verb. Run: python tools/verb_lexicon.py
"""

from __future__ import annotations

from pathlib import Path

import jieba

FREQUENT = 100
"""Occurrences in jieba's own count from which a verb is kept."""

_STATIVE = (
    "没有 可能 作为 作用 收入 相关 分布 是否 不能 不会 不到 不知 不可 还有 "
    "存在 具有 包括 位于 称为 需要 应该 能够 希望 觉得 认为 知道 起来 出来 "
    "回来 出去 以来 以为 为主 作战 独立 领导 工作 规定 规划 计划 办法 负责 "
    "说话 办公 办事 部署 地处 区分 长大 长期 院士 会议 会长 会员 社会 部分 "
    "部队 局长 主任 处长 处于 处在 处分 组长 组成 室内 科学 科研 所有 所在 "
    "所属 所以 所谓 站长 站点 队员 队长 中心 办学 办理 "
)
NOT_ACTS = frozenset(_STATIVE.split())
"""Stative words, and words that would cut a longer name (局长, 部分) in two."""


def main() -> None:
    """Read jieba's dictionary and write the lexicon."""
    words = []
    for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        if len(word) == 2 and tag == "v" and int(count) >= FREQUENT and word not in NOT_ACTS:
            words.append(word)
    target = Path(__file__).resolve().parents[1] / "rules/actions/lexicon.toml"
    target.write_text(
        "# Two-character verbs, made by tools/verb_lexicon.py from jieba's word list (MIT licence); not edited by hand.\n"
        f'\n[[table]]\nid = "lexicon.verbs"\nwords = "{" ".join(sorted(words))}"\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
