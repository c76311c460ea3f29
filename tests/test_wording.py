"""Figures, dates and rhythms as duty offices, schools, clinics and city wardens word them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("各村每日17时前上报水位。", ["hard 各村: 上报水位 every FREQ=DAILY"], id="an hour of every day"),
        pytest.param("各村每日17:00前上报水位。", ["hard 各村: 上报水位 every FREQ=DAILY"], id="an hour in figures is no end of a clause"),
        pytest.param("名单大后天中午前报齐。", ["hard -: 报齐 by 2025-06-13"], id="three days from now"),
        pytest.param(
            "请农经站牵头,用一个半月,把合同逐份过一遍。",
            ["hard 农经站: 把合同逐份过一遍 by 2025-07-25"],
            id="a span that is given, between commas",
        ),
        pytest.param("各校开学一周后报第一次数据。", ["hard 各校: 报第一次数据 by 开学一周后"], id="so long behind the beginning of term"),
        pytest.param("凡超过半年的欠款一律在8月底前结清。", ["hard -: 结清 by 2025-08-31"], id="凡 with its order in one clause"),
        pytest.param("补贴资金当日到账。", ["hard -: 到账 by 当日"], id="the same day"),
        pytest.param("各组要在晚上9点前将名单送到镇里。", ["hard 各组: 将名单送到镇里 by 晚上9点前"], id="an hour of no day"),
        pytest.param("各镇一天一调度。", ["hard 各镇: 一天一调度 every FREQ=DAILY"], id="one rhythm is what is done"),
        pytest.param(
            "税务所要对大户一月一走访、一季一体检。",
            ["hard 税务所: 对大户一月一走访、一季一体检 every FREQ=MONTHLY,FREQ=MONTHLY;INTERVAL=3"],
            id="rhythms with any act",
        ),
        pytest.param("学校要在开学前两周内检修锅炉。", ["hard 学校: 检修锅炉 by 开学前两周内"], id="a span before a day that has no date"),
        pytest.param(
            "办件要提速,一般件3个工作日办结,材料齐全率达到95%。",
            ["hard -: 办结 by 2025-06-13", "hard -: 材料齐全率达到95% [95%]"],
            id="a span without 内, which ends with its answer",
        ),
        pytest.param(
            "公司要严格标准,报漏半小时内回应、两小时内上门。",
            ["hard 公司: 报漏半小时内回应、两小时内上门 by 2025-06-10"],
            id="a verb behind a span is a predicate",
        ),
        pytest.param(
            "驻点干部一个月至少20天吃住在村,半年至少写一篇报告。",
            ["hard 驻点干部: 至少20天吃住在村 every FREQ=MONTHLY", "hard 驻点干部: 至少写一篇报告 [一篇] every FREQ=MONTHLY;INTERVAL=6"],
            id="a stretch of time with what is the least in it",
        ),
        pytest.param(
            "今年财政救灾支出不低于3亿元。", ["hard -: 财政救灾支出不低于3亿元 [不低于3亿元] by 2025-12-31"], id="the year of a figure"
        ),
        pytest.param("春节前一个月开展专项检查。", ["hard -: 开展专项检查 by 春节前一个月"], id="so long before a feast"),
        pytest.param(
            "7月、8月两个月,每个村至少开三次会。",
            ["hard 村: 至少开三次会 [三次] by 2025-08-31"],
            id="months side by side; so many for each is no rhythm",
        ),
        pytest.param(
            "各镇要在10月底前基本完成全年造林任务。",
            ["hard 各镇: 基本完成全年造林任务 by 2025-10-31"],
            id="what is due is called by its year",
        ),
        pytest.param(
            "防疫站要管好冷库,第一轮消毒7月15日前结束。", ["hard 防疫站: 结束 by 2025-07-15"], id="what has to be over by a day is no event"
        ),
    ],
)
def test_times(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "公厕要做到整夜开放,每座公厕至少配备一名保洁员。",
            ["hard -: 每座公厕至少配备一名保洁员 [一名]"],
            id="what a thing has to be like, then how much",
        ),
        pytest.param(
            "各村要摸清底数,每户至少有一名明白人。",
            ["soft 各村: 摸清底数", "hard 各村: 每户至少有一名明白人 [一名]"],
            id="so many for each",
        ),
        pytest.param(
            "河道要定人定段,每公里至少1名护河员。", ["hard -: 每公里至少1名护河员 [至少1名]"], id="so many for each, without a verb"
        ),
        pytest.param(
            "茶园面积不得少于去年的3000亩。", ["hard -: 茶园面积不得少于去年的3000亩 [3000亩]"], id="last year's figure as a bound"
        ),
        pytest.param(
            "入住率要比去年同期高出5个百分点。", ["hard -: 入住率要比去年同期高出5个百分点 [5个百分点]"], id="a verb in a measure"
        ),
        pytest.param(
            "今年要加快渠道改造,新开工6处,累计不少于20处,渗漏量压减一半。",
            [
                "hard -: 加快渠道改造 by 2025-12-31",
                "hard -: 新开工6处 [6处] by 2025-12-31",
                "hard -: 累计不少于20处 [不少于20处] by 2025-12-31",
                "hard -: 渗漏量压减一半 [一半] by 2025-12-31",
            ],
            id="a bound on a sum is no result",
        ),
        pytest.param("武装部要严把体检关,退兵率为零。", ["hard 武装部: 退兵率为零 [为零]"], id="a rate of zero"),
        pytest.param(
            "下半年要完成投资3亿元,占全年计划的六成,即办件占比不低于60%。",
            ["hard -: 完成投资3亿元 [3亿元] by 2025-12-31", "hard -: 即办件占比不低于60% [不低于60%] by 2025-12-31"],
            id="the same figure as a share; 即 in a word",
        ),
    ],
)
def test_figures(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("但也要看到,剩下的35件,平均年限7年。", id="what has to be seen"),
        pytest.param("这位老师不急着要项目,先把夜校办起来,把窗户装上。", id="要 with an object"),
    ],
)
def test_what_is_told_behind_a_duty_is_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "8月1日前完成摸底，15日前报送名单，20日开会。",
            ["hard -: 完成摸底 by 2025-08-01", "hard -: 报送名单 by 2025-08-15", "hard -: 开会 by 2025-08-20"],
            id="the month that the sentence names before",
        ),
        pytest.param(
            "5日，县里召开会议，部署清淤。", ["soft 县里: 召开会议", "soft 县里: 部署清淤"], id="no month is named: a report of the press"
        ),
        pytest.param("9月8日和9日集中采样。", ["hard -: 集中采样 by 2025-09-09"], id="two days, done by the later"),
        pytest.param("确保2月底3月初开闸放水。", ["hard -: 开闸放水 by 2025-03-10"], id="the turn of two months"),
        pytest.param(
            "今春新打机井40眼，更新水泵20台。",
            ["hard -: 新打机井40眼 [40眼] by 今春", "hard -: 更新水泵20台 [20台] by 今春"],
            id="a season before works that are counted",
        ),
        pytest.param("务必在群众搬迁前接通水电。", ["hard -: 接通水电 by 群众搬迁前"], id="before people move"),
        pytest.param("梅雨季节前铺好防渗膜。", ["hard -: 铺好防渗膜 by 梅雨季节前"], id="before a season that is called one"),
        pytest.param("开学初，各学校要召开班子会。", ["hard 各学校: 召开班子会 by 开学初"], id="the beginning of a term"),
        pytest.param(
            "工作组每天督导一次，三天一排序。",
            ["hard 工作组: 督导一次 every FREQ=DAILY", "hard 工作组: 三天一排序 every FREQ=DAILY;INTERVAL=3"],
            id="a rhythm that is all of its clause",
        ),
        pytest.param(
            "力争桥东隧道2026年贯通，105省道改线段2026年全面贯通，301省道2027年完工。",
            [
                "hard -: 桥东隧道2026年贯通 by 2026-12-31",
                "hard -: 105省道改线段2026年全面贯通 by 2026-12-31",
                "hard -: 301省道2027年完工 by 2027-12-31",
            ],
            id="each work with its year",
        ),
        pytest.param(
            "案卷必须在8月20日归档截止日期前全部办结。", ["hard -: 全部办结 [全部] by 2025-08-20"], id="the closing day and what it is for"
        ),
        pytest.param(
            "确保每个镇有1个年产值超亿元的主导产业。", ["hard -: 每个镇有1个年产值超亿元的主导产业 [1个]"], id="a sum that only delimits"
        ),
        pytest.param(
            "各村按照每户一根木桩、每人一条麻袋的标准备料。",
            ["hard 各村: 按照每户一根木桩、每人一条麻袋的标准备料 [一根; 一条]"],
            id="one of each",
        ),
        pytest.param(
            "明年全县要新建大棚200座，确保全年产量突破3万吨。",
            ["hard -: 新建大棚200座 [200座] by 2026-12-31", "hard -: 产量突破3万吨 [突破3万吨] by 2026-12-31"],
            id="the whole of the year that the sentence opens with",
        ),
        pytest.param(
            "为明年开工打好基础，确保全年产量突破3万吨。",
            ["hard -: 产量突破3万吨 [突破3万吨] by 2025-12-31"],
            id="a year that is only worked towards",
        ),
        pytest.param("坚持双周调度。", ["hard -: 坚持双周调度 every FREQ=WEEKLY;INTERVAL=2"], id="every two weeks"),
        pytest.param(
            "落实项目日报告、周通报制度。", ["hard -: 落实项目日报告、周通报制度 every FREQ=DAILY,FREQ=WEEKLY"], id="日 behind a noun"
        ),
        pytest.param("到20xx年2月底完成造林2万亩。", ["hard -: 完成造林2万亩 [2万亩] by 到20xx年2月底"], id="a month of a masked year"),
    ],
)
def test_dates_of_lists_and_events(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-02-10" if "3月初" in text else "2025-07-10") == expected
