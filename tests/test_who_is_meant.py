"""Who is meant: short names of firms, so many of a class of bodies, and who is told of beside the one that is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("热企要在6月底前换管12公里。", ["hard 热企: 换管12公里 [12公里] by 2025-06-30"]),
        ("县城发6月底前换管12公里。", ["hard 县城发: 换管12公里 [12公里] by 2025-06-30"]),
        ("县城发展要在6月底前换管12公里。", ["hard -: 换管12公里 [12公里] by 2025-06-30"]),
        ("热企业务6月底前清零。", ["hard -: 清零 [清零] by 2025-06-30"]),
    ],
)
def test_a_firm_by_its_short_name(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两家热企6月底前换管12公里。", ["hard 两家热企: 换管12公里 [12公里] by 2025-06-30"]),
        ("264个村委会要在6月底前换管12公里。", ["hard 264个村委会: 换管12公里 [12公里] by 2025-06-30"]),
        ("12个乡镇要在6月底前换管12公里。", ["hard 12个乡镇: 换管12公里 [12公里] by 2025-06-30"]),
        ("三个镇的河长每周巡堤一次。", ["hard 三个镇的河长: 巡堤一次 every FREQ=WEEKLY"]),
        ("12个村要在6月底前通水。", ["hard -: 通水 [12个] by 2025-06-30"]),
        ("35所学校要在6月底前完成消防改造。", ["hard -: 完成消防改造 [35所] by 2025-06-30"]),
        ("60名护士6月底前配齐。", ["hard -: 配齐 [60名] by 2025-06-30"]),
        ("12个水库要在6月底前清淤。", ["hard -: 清淤 [12个] by 2025-06-30"]),
    ],
)
def test_so_many_of_a_class_act_or_become_something(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("银行那边，手续办下来马上就能放款；金融办也别干等，6月18日前开一次对接会。", ["hard 金融办: 开一次对接会 by 2025-06-18"]),
        ("教育局手里有一本账，体育局也要跟上，6月18日前开一次对接会。", ["hard 体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局要跟上，体育局也要跟上，6月18日前开一次对接会。", ["hard 教育局、体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局别干等，体育局也别干等，6月18日前开一次对接会。", ["hard 教育局、体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局抓紧报，体育局也要报，6月18日前开一次对接会。", ["hard 教育局、体育局: 开一次对接会 by 2025-06-18"]),
        ("请教育局尽快报，体育局也要报，6月18日前开一次对接会。", ["hard 教育局、体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局把责任扛起来，体育局也要跟上，6月18日前开一次对接会。", ["hard 教育局、体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局抓好，体育局也要抓好，6月18日前开一次对接会。", ["hard 教育局、体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局动作快，体育局也要跟上，6月18日前开一次对接会。", ["hard 体育局: 开一次对接会 by 2025-06-18"]),
        ("教育局已经报了，体育局也要跟上，6月18日前开一次对接会。", ["hard 体育局: 开一次对接会 by 2025-06-18"]),
    ],
)
def test_who_is_asked_as_well_joins_only_who_was_asked(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检验科、超声科出报告也要提速，常规项目6月底前送到手机上。", ["hard 检验科、超声科: 送到手机上 by 2025-06-30"]),
        ("住建局的服务要改进，老旧小区改造70座。", ["hard 住建局: 老旧小区改造70座 [70座]"]),
        ("审计局的意见要采纳，老旧小区6月底前改造70座。", ["hard -: 改造70座 [70座] by 2025-06-30"]),
        ("排灌站的设备要抓紧检修，泵房6月底前改造70座。", ["hard -: 改造70座 [70座] by 2025-06-30"]),
        ("服务中心要把窗口开起来，6月底前受理70件。", ["hard 服务中心: 受理70件 [70件] by 2025-06-30"]),
        ("银行利率要下降，6月底前下调12个基点。", ["hard -: 下调12个基点 [12个基点] by 2025-06-30"]),
        ("教育局楼要粉刷，6月底前完成。", ["hard -: 完成 by 2025-06-30"]),
    ],
)
def test_a_matter_of_its_own_says_of_whom_the_rest_is_asked(text: str, expected: list[str], rows: Rows) -> None:
    assert [row for row in rows(text) if row.startswith("hard")] == expected


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("（二）管网这一仗，交给公用事业局。", "公用事业局"),
        ("（二）煤和热源由发改局牵头备足备稳。", "发改局"),
        ("（二）拆违归城管局。", "城管局"),
        ("第一件，煤和热源由发改局牵头备足备稳。", "发改局"),
        ("第一件，大厅改造，审管办打头阵。", "审管办"),
        ("第一件，大厅改造，审管办担起来。", "审管办"),
        ("（二）把答卷交给群众。", "-"),
        ("（二）食堂由后勤中心牵头。", "后勤中心"),
        ("（二）推动教育回归学校。", "-"),
        ("（二）人才回归家乡。", "-"),
        ("（二）把主动权交给学校。", "-"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\n"])
def test_a_heading_or_opening_hands_all_below_it_to_somebody(head: str, owner: str, mark: str, rows: Rows) -> None:
    before = "今天讲两件事。\n（一）先把底数摸清。\n民政局要在3月底前走访60户。\n"
    text = f"{before}{head}{mark}财政局要在5月底前拨付80万元。闸阀6月底前更换12座。"
    assert rows(text)[-1] == f"hard {'财政局' if owner == '-' else owner}: 更换12座 [12座] by 2025-06-30"


def test_a_heading_that_shares_works_out_hands_all_to_nobody(rows: Rows) -> None:
    assert rows("一、堤防由水利局牵头，桥梁由交通局牵头\n闸阀6月底前更换12座。")[-1] == "hard -: 更换12座 [12座] by 2025-06-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月底前，施工单位清淤3处。", ["hard 施工单位: 清淤3处 [3处] by 2025-06-30"]),
        ("6月底前，网格员整改隐患12条。", ["hard 网格员: 整改隐患12条 [12条] by 2025-06-30"]),
        ("6月底前，党员培训12名。", ["hard -: 党员培训12名 [12名] by 2025-06-30"]),
        ("6月底前，园区开工项目12个。", ["hard -: 园区开工项目12个 [12个] by 2025-06-30"]),
        ("科任老师一人领十个。", ["hard 科任老师: 一人领十个 [十个]"]),
        ("护林员两人一组，每周巡山一次。", ["hard 护林员: 巡山一次 every FREQ=WEEKLY"]),
    ],
)
def test_people_behind_a_date_and_by_the_head(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("台账由水利局办，6月底前清零。", ["hard 水利局: 清零 [清零] by 2025-06-30"]),
        ("台账由县委办负责，6月底前清零。", ["hard 县委办: 清零 [清零] by 2025-06-30"]),
        ("政府办：6月底前清淤12公里。", ["hard 政府办: 清淤12公里 [12公里] by 2025-06-30"]),
        ("县直机关6月底前清淤12公里。", ["hard 县直机关: 清淤12公里 [12公里] by 2025-06-30"]),
        ("总务科在后院腾出三间平房。", ["hard 总务科: 在后院腾出三间平房 [三间]"]),
        ("信息中心，你们记一下。柜子里的旧账，6月底前清完。", ["hard 信息中心: 清完 by 2025-06-30"]),
    ],
)
def test_where_a_name_ends_and_who_is_called_by_you(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("全市城建重点项目12个要开工。", "hard -: 开工 [12个]", id="no firm: 城建 of the whole city"),
        pytest.param("全市城建投资要达到30亿元。", "hard -: 达到30亿元 [30亿元]", id="no firm inside 投资"),
        pytest.param("水利局在册河长要巡河12次。", "hard 水利局在册河长: 巡河12次 [12次]", id="在 says which of its people"),
        pytest.param("农企对接会要每月举办一次。", "hard 农企对接会: 举办一次 every FREQ=MONTHLY", id="a meeting is no firm"),
        pytest.param("项目业主汛期内每天巡堤两次。", "hard 项目业主: 巡堤两次 every FREQ=DAILY", id="主 belongs to the name"),
    ],
)
def test_a_name_ends_where_its_word_does(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]
