"""The day of a speech: from what it is inferred, and that it is never invented."""

from __future__ import annotations

import pytest

from commitments.dating import date_speech
from commitments.errors import OptionError
from commitments.ruledata import RuleSet
from commitments.types import CleanSpeech


@pytest.mark.parametrize(
    ("speech", "date", "source"),
    [
        (CleanSpeech("在2025年春耕会上的讲话\n同志们:", title="在2025年春耕会上的讲话"), "2025", "title"),
        (CleanSpeech("讲话\n(2024年3月5日)\n同志们:\n抓紧干。", title="讲话"), "2024-03-05", "head"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", title="讲话", subtitles=("(2024年3月5日)",)), "2024-03-05", "head"),
        (CleanSpeech("讲话\n同志们:\n2025年是规划收官之年。", title="讲话"), "2025", "body"),
        (CleanSpeech("讲话\n同志们:\n今年是“十五五”开局之年。", title="讲话"), "2026", "body"),
        (CleanSpeech("2025年讲话\n同志们:\n今天是6月10日,离汛期只有五天。", title="2025年讲话"), "2025-06-10", "body"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", title="讲话", posted="2025-07-01", posted_kind="published"), "2025-07-01", "posted"),
        (CleanSpeech("讲话\n同志们:\n抓紧干。", posted="2025-07-01", posted_kind="posted"), "2025", "posted"),
        (CleanSpeech("讲话\n同志们:\n今天是6月10日。", posted="2025-07-01", posted_kind="uploaded"), "2025-06-10", "body"),
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
