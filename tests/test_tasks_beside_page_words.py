"""Tasks with words of pages, in frames or in the cells of a table: none of them is the page's, and none ends the speech."""

import pytest

from commitments.clean import clean_page
from commitments.ruledata import load_rules
from commitments.types import RawPage

RULES = load_rules()
HEAD = ["在全县水利工作会议上的讲话", "（2026年3月2日）", "同志们："]
TALK = [
    "去年全县上下齐心协力，水利建设迈出了坚实步伐，群众用水条件明显改善，这些成绩来之不易，值得好好珍惜。",
    "一、认清形势，增强责任感",
    "当前设施老化的问题还比较突出，有的渠道淤积严重，有的机井年久失修，群众意见不少，我们一定要看到差距，不能有半点松懈。" * 3,
    "二、突出重点，抓好今年的任务",
    "今年的任务已经明确，关键在落实。各镇要把责任压实到人，把工期排到天，确保工程经得起检验。" * 4,
]
BELOW = ["这件事水利局要在3月15日前办完，镇里配合。", "白石镇要在3月10日前上门回话。"]


def cleaned(*lines: str, head: list[str] = HEAD) -> str:
    return clean_page(RawPage("\n".join([*head, *TALK, *lines, *BELOW])), RULES).text


@pytest.mark.parametrize(
    "line",
    [
        "网友老张留言：我们村的渠三年没通水。",
        "用户提供的水表照片，水务公司当天核实。",
        "本平台受理的诉求，3日内核实答复。",
        "注意：原件逐页核对，3月底前报送档案馆。",
        "公文内容由系统自动提取，办公室逐条核对，4月底前上线。",
        "以上文字材料3月8日前由各局核对后报我。",
        "每户发一本资料，供参考，镇里3月底前印好。",
        "系统要点：3月底前上线，4月培训，水利局每周通报。",
        "推荐理由：各镇报先进时写实，每镇2名，4月底前报齐。",
        "【城关片区】改造老旧小区12个，9月底前全部完工",
        "【专项活动】每周巡渠一次，水利局牵头",
        "文旅局6月底前为市民办理旅游年卡5万张，全部免费",
        "农资 第二件半价，供销社4月底前备足",
        "2#\t泵站加固\t4.30\t水利局",
        "1F 机房 2026.4.30 前装好",
        "★水利局4月底前清淤12公里★",
        "---清淤支渠12公里---",
        "◆第一，抓清淤◆",
        "———以水利丰收保粮食丰收———",
        "→→三月备料、四月清淤、五月通水→→",
        "用户推荐的好点子，以采纳为准，采纳一条奖一条。",
        "验收说明：各项目以原件为准，逐件核对。",
        "本平台办件以群众满意为准。",
        "智能解读：大厅里放一台机器，群众问政策它来答。",
        "12层 机房 2026-04-30 09:00 通电",
        "===== 水网工程 =====",
        "以下每篇控制在1000字以内，阅读对象是村民，4月底前印发",
    ],
)
def test_a_task_with_words_of_pages_stays_and_what_is_said_below_it(line: str) -> None:
    assert [*line.split(), *BELOW] == [word for word in [*line.split(), *BELOW] if word in cleaned(line)]


@pytest.mark.parametrize("day", ["———2026年3月2日———", "———县长 王平———"])
def test_day_and_speaker_between_dashes_stay(day: str) -> None:
    assert day in cleaned(head=[HEAD[0], day, HEAD[2]])


@pytest.mark.parametrize(
    "cells",
    [
        ("6月底前",) * 3,
        ("500万元",) * 3,
        ("3-5月",) * 3,
        ("第1季度",) * 3,
        ("接入IPv6", "引进eVTOL", "上线AIoT"),
        ("用DeepSeek", "用ChatGPT", "换成HarmonyOS"),
        ("做到PM2.5<35", "达到CODcr<30", "达到SO2<50"),
    ],
)
def test_cells_that_come_again_and_words_in_two_cases_stay(cells: tuple[str, ...]) -> None:
    rows = [line for row in zip(("城关镇清淤支渠，", "白石镇修好机井，", "石桥镇种上树苗，"), cells, strict=True) for line in row]
    text = clean_page(RawPage("\n".join([*HEAD, *TALK[:3], *rows, *TALK[3:], *BELOW])), RULES).text
    assert sum(text.count(cell) for cell in dict.fromkeys(cells)) == len(cells)
