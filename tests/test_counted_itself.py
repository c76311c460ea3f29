"""A kind of body or of people that the clause counts in its own measure is what is made, and who makes it is named elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("渔业局要带起来，合作社新增30家。", "hard 渔业局: 合作社新增30家 [30家]"),
        ("团委要抓实，救生队年底前发展到60支。", "hard 团委: 发展到60支 [60支] by 2025-12-31"),
        ("商务局要管起来，加油站抽查46座。", "hard 商务局: 加油站抽查46座 [46座]"),
        ("司法局要配强，调解员年底前增加到120名。", "hard 司法局: 增加到120名 [120名] by 2025-12-31"),
        ("教师明年配足。", "hard -: 配足 by 2026-12-31"),
        ("教室明年配足。", "hard -: 配足 by 2026-12-31"),
    ],
)
def test_what_is_counted_owns_nothing(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("合作社年底前要新增社员30户。", "hard 合作社: 新增社员30户 [30户] by 2025-12-31"),
        ("各合作社年底前要改造大棚3处。", "hard 各合作社: 改造大棚3处 [3处] by 2025-12-31"),
        ("救生队要每月检查渡船60艘。", "hard 救生队: 检查渡船60艘 [60艘] every FREQ=MONTHLY"),
        ("派出所年底前要走访60户。", "hard 派出所: 走访60户 [60户] by 2025-12-31"),
        ("网格员要培训300人。", "hard 网格员: 培训300人 [300人]"),
    ],
)
def test_who_counts_others_acts(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("文化局要管起来，网吧每月抽查两次。", "hard 文化局: 抽查两次 every FREQ=MONTHLY"),
        ("应急局要盯紧，加油站6月底前全部排查完。", "hard 应急局: 全部排查完 [全部] by 2025-06-30"),
        ("民政局要上门，困难户年底前慰问一遍。", "hard 民政局: 慰问一遍 by 2025-12-31"),
        ("卫健局要抓紧，卫生院年底前全部改造完。", "hard 卫健局: 全部改造完 [全部] by 2025-12-31"),
        ("卫健局要抓紧，学生每年体检一次。", "hard 卫健局: 体检一次 every FREQ=YEARLY"),
        ("学生每年体检一次。", "hard -: 体检一次 every FREQ=YEARLY"),
        ("全县宾馆每季度暗访一次。", "hard -: 暗访一次 every FREQ=MONTHLY;INTERVAL=3"),
    ],
)
def test_whom_others_see_to_owns_nothing(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("应急局要盯紧，加油站年底前全部整改到位。", "hard 加油站: 全部整改到位 [全部] by 2025-12-31"),
        ("教育局要盯紧，学校年底前检查校车3次。", "hard 学校: 检查校车3次 [3次] by 2025-12-31"),
        ("柳林镇卫生院每季度回访一次。", "hard 柳林镇卫生院: 回访一次 every FREQ=MONTHLY;INTERVAL=3"),
        ("县医院年底前全部排查一遍。", "hard 县医院: 全部排查一遍 [全部] by 2025-12-31"),
        ("学校要在年底前全部排查一遍。", "hard 学校: 全部排查一遍 [全部] by 2025-12-31"),
        ("合作社每月走访一次。", "hard 合作社: 走访一次 every FREQ=MONTHLY"),
        ("企业每季度体检一次。", "hard 企业: 体检一次 every FREQ=MONTHLY;INTERVAL=3"),
        ("宾馆要逐一登记到位。", "soft 宾馆: 逐一登记到位"),
        ("医院逐一核查到位。", "soft 医院: 逐一核查到位"),
    ],
)
def test_who_sees_to_it_himself_acts(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)
