"""The day of a speech: from what it is inferred, and that it is never invented."""

from __future__ import annotations

import pytest

from commitments.dating import date_speech
from commitments.errors import OptionError
from commitments.offsets import Run
from commitments.ruledata import RuleSet
from commitments.types import CleanSpeech, Removed

LEAD = (Removed(0, 26, "8月5日,县长在全县秸秆禁烧推进会上讲话如下。", "line.editor"),)
PRINTED = (Removed(90, 110, "镇党政办  2025年7月2日印发", "line.page"),)
RECORDED = (Removed(3, 24, "（2025年9月4日，根据录音整理）\n", "line.editor-note"), Removed(90, 99, "2025年9月5日印发", "line.page"))
HELD = (Removed(3, 40, "4月9日，全市防汛现场会在河口镇召开。现将讲话刊发如下。", "head.below-title"),)
WRITTEN = (Removed(0, 16, "成文日期：\n2025-05-14\n", "line.card"),)
LINKS = (Removed(40, 60, "关于春耕的通知\n2024年6月9日", "line.links"),)


@pytest.mark.parametrize(
    ("speech", "date", "source"),
    [
        (CleanSpeech("在2025年春耕会上的讲话\n同志们:", title="在2025年春耕会上的讲话"), "2025", "title"),
        (CleanSpeech("讲话\n(2024年3月5日)\n同志们:\n抓紧干。", title="讲话"), "2024-03-05", "head"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", title="讲话", subtitles=("(2024年3月5日)",)), "2024-03-05", "head"),
        (CleanSpeech("县水务会上的讲话局长某某(2024年9月3日)同志们:抓紧干。", title="讲话"), "2024-09-03", "head"),
        (CleanSpeech("讲话\n在水务会上的讲话〔二○二四年九月三日〕 各位代表:抓紧干。", title="讲话"), "2024-09-03", "head"),
        (CleanSpeech("讲话\n同志们:\n2025年是规划收官之年。", title="讲话"), "2025", "body"),
        (CleanSpeech("讲话\n同志们:\n今年是“十五五”开局之年。", title="讲话"), "2026", "body"),
        (CleanSpeech("2025年讲话\n同志们:\n今天是6月10日,离汛期只有五天。", title="2025年讲话"), "2025-06-10", "body"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", title="讲话", posted="2025-07-01", posted_kind="published"), "2025-07-01", "posted"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", posted="2025-07-01", posted_kind="posted"), "2025", "posted"),
        (CleanSpeech("讲话\n同志们:\n今天是6月10日。", posted="2025-07-01", posted_kind="uploaded"), "2025-06-10", "body"),
        (CleanSpeech("讲话\n同志们:\n今天是２０２５年６月１８日,入伏还早。"), "2025-06-18", "body"),
        (CleanSpeech("在２０２５年会上的讲话\n同志们:\n今天是３月８号。", title="在２０２５年会上的讲话"), "2025-03-08", "body"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", title="讲话", subtitles=("(二 〇 二五年四月 十日)",)), "2025-04-10", "head"),
        (CleanSpeech("一、2024年工作回顾\n2024年是攻坚之年。\n二、2025年主要任务\n新建水厂。"), "2025", "body"),
        (CleanSpeech("一、2024年工作回顾\n2024年是“十四五”攻坚之年。\n抓紧干。"), "2025", "body"),
        (CleanSpeech("同志们:\n抓紧干。", posted="2024-08-06", posted_kind="posted", removed=LEAD), "2024-08-05", "page"),
        (CleanSpeech("同志们:\n抓紧干。", removed=PRINTED), "2025-07-02", "page"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", runs=(Run(0, 0, 3), Run(3, 25, 9)), removed=RECORDED), "2025-09-04", "head"),
        (
            CleanSpeech(
                "讲话\n同志们:\n抓紧干。", posted="2025-04-10", posted_kind="uploaded", runs=(Run(0, 0, 3), Run(3, 41, 9)), removed=HELD
            ),
            "2025-04-09",
            "page",
        ),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", runs=(Run(0, 17, 12),), removed=WRITTEN), "2025-05-14", "page"),
        (
            CleanSpeech("讲话\n同志们:\n今天正月初八，2月24号，年还没过完。", posted="2026-02-26", posted_kind="posted"),
            "2026-02-24",
            "body",
        ),
        (CleanSpeech("在2020年攻坚会上的讲话\n攻坚行动10月20日开始。", title="在2020年攻坚会上的讲话"), "2020-10", "body"),
    ],
)
def test_what_a_page_says_of_its_day(speech: CleanSpeech, date: str, source: str, rules: RuleSet) -> None:
    found = date_speech(speech, None, rules)
    assert (str(found.date), found.source) == (date, source)


@pytest.mark.parametrize(
    "speech",
    [
        pytest.param(CleanSpeech("讲话\n同志们:\n9月底前完成。"), id="no date at all"),
        pytest.param(CleanSpeech("讲话\n9月底前完成。", posted="2026-03-04", posted_kind="uploaded"), id="an upload may be years later"),
        pytest.param(CleanSpeech("抓紧干。", runs=(Run(0, 9, 4),), removed=LINKS), id="a link below the speech has a date of its own"),
        pytest.param(CleanSpeech("讲话\n照办法(2019年3月1日起施行)办,同志们:抓紧干。", title="讲话"), id="a bracket further off"),
        pytest.param(CleanSpeech("讲话\n到2030年碳达峰。", posted="2026-03-04", posted_kind="uploaded"), id="a target year"),
    ],
)
def test_no_date_is_invented(speech: CleanSpeech, rules: RuleSet) -> None:
    found = date_speech(speech, None, rules)
    assert (found.date, found.source) == (None, "none")


def test_the_users_date_wins(rules: RuleSet) -> None:
    found = date_speech(CleanSpeech("在2025年会上的讲话", title="在2025年会上的讲话"), "2024-02", rules)
    assert (str(found.date), found.source) == ("2024-02", "option")


def test_a_wrong_date_is_refused(rules: RuleSet) -> None:
    with pytest.raises(OptionError, match="write 2025"):
        date_speech(CleanSpeech("讲话"), "明天", rules)
