"""How meetings that hand out and chase up work say who is to do it: leaders, helpers, bodies addressed, and those who have failed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "由畜牧局牵头,公安局、市监局要全力配合,两周内拿出检疫方案。",
            ["hard 畜牧局+公安局、市监局: 拿出检疫方案 by 2025-03-24"],
            id="helpers who are told to help do not take over",
        ),
        pytest.param(
            "畜牧局牵头来抓,公安局、市监局做好配合工作,4月底前关停散养点9处。",
            ["hard 畜牧局+公安局、市监局: 关停散养点9处 [9处] by 2025-04-30"],
            id="helpers without a modal word",
        ),
        pytest.param(
            "各镇要密切配合,4月底前关停散养点9处。",
            ["hard 各镇: 关停散养点9处 [9处] by 2025-04-30"],
            id="who helps with nobody in charge before him acts",
        ),
        pytest.param(
            "请分管副市长每两周到工地协调一次。",
            ["hard 分管副市长: 到工地协调一次 every FREQ=WEEKLY;INTERVAL=2"],
            id="a leader who is asked to act",
        ),
        pytest.param(
            "畜牧局和云溪镇共同研究,4月底前必须拿出结果。",
            ["hard 畜牧局、云溪镇: 拿出结果 by 2025-04-30"],
            id="two who act together",
        ),
        pytest.param(
            "云溪镇作为责任主体,要逐圈登记。4月底前全部清运完毕。",
            ["soft 云溪镇: 逐圈登记", "hard 云溪镇: 全部清运完毕 [全部] by 2025-04-30"],
            id="who is named as the one responsible leads what follows",
        ),
        pytest.param(
            "被巡察党组织要在一个月内报送整改台账。", ["hard 被巡察党组织: 报送整改台账 by 2025-04-10"], id="who is inspected acts"
        ),
        pytest.param("有清运任务的村要在4月底前清完边沟。", ["hard 有清运任务的村: 清完边沟 by 2025-04-30"], id="those who have a task"),
        pytest.param(
            "畜牧局会同沿河6个乡镇,汛期前必须全部搬离。",
            ["hard 畜牧局+沿河6个乡镇: 全部搬离 [全部] by 汛期前"],
            id="counted partners are no workload",
        ),
        pytest.param(
            "由畜牧局负责,财政局保障资金,4月底前完成招标。",
            ["hard 畜牧局: 完成招标 by 2025-04-30"],
            id="who only supports does not take over",
        ),
        pytest.param(
            "山上由云溪镇负责,路口由公安局负责,库区由畜牧局负责,4月10日前全部设卡。",
            ["hard 云溪镇、公安局、畜牧局: 全部设卡 [全部] by 2025-04-10"],
            id="shares of the work, and what is asked of all",
        ),
        pytest.param(
            "畜牧局负责圈舍,教育局负责学校,4月10日前全部消毒一遍。",
            ["hard 畜牧局、教育局: 全部消毒一遍 [全部] by 2025-04-10"],
            id="shares without 由",
        ),
        pytest.param(
            "畜牧局负责圈舍,4月10日前消毒一遍;教育局负责学校,5月10日前消毒一遍。",
            ["hard 畜牧局: 消毒一遍 by 2025-04-10", "hard 教育局: 消毒一遍 by 2025-05-10"],
            id="shares with a task each",
        ),
        pytest.param("云溪镇:4月底前清运垃圾点23处。", ["hard 云溪镇: 清运垃圾点23处 [23处] by 2025-04-30"], id="a colon that addresses"),
        pytest.param(
            "畜牧局、水务局:要在本月底前各拿出3个项目。",
            ["hard 畜牧局、水务局: 各拿出3个项目 [3个] by 2025-03-31"],
            id="two before a colon",
        ),
        pytest.param("重点任务:4月底前清运垃圾点23处。", ["hard -: 清运垃圾点23处 [23处] by 2025-04-30"], id="a colon that announces"),
        pytest.param("各村,要在4月底前演练一次。", ["hard 各村: 演练一次 by 2025-04-30"], id="all of them before a comma"),
        pytest.param("其余4个镇各签约6个以上。", ["hard 其余4个镇: 各签约6个以上 [6个以上]"], id="the rest, so many each"),
        pytest.param("镇级要管好库房,村级要每周巡库一次。", ["hard 村级: 巡库一次 every FREQ=WEEKLY"], id="a level of government"),
        pytest.param(
            "对摸出来的14处涵洞,逐处制定清淤方案,4月底前全部清完。",
            ["hard -: 对摸出来的14处涵洞,逐处制定清淤方案 [14处]", "hard -: 全部清完 [全部] by 2025-04-30"],
            id="place by place",
        ),
        pytest.param("我们必须在此之前全部搬离。", ["hard -: 在此之前全部搬离 [全部]"], id="we and our modal word are no event"),
        pytest.param(
            "每个圈舍由一名镇领导包抓、一个站所服务,每周到场一次。",
            ["hard 一名镇领导: 到场一次 every FREQ=WEEKLY"],
            id="one leader each is no workload",
        ),
        pytest.param(
            "供热办4月底前验收锅炉6台,值班小组接令后15分钟内出发。",
            ["hard 供热办: 验收锅炉6台 [6台] by 2025-04-30", "hard 值班小组: 出发 by 15分钟内"],
            id="by what somebody is called, and how soon he goes",
        ),
        pytest.param("检修人员接报后20分钟内到达现场。", ["hard 检修人员: 到达现场 by 20分钟内"], id="where he is called is no reach"),
        pytest.param(
            "供热办4月底前修好锅炉6台,同时装上30套仪表,并编印操作手册。",
            [
                "hard 供热办: 修好锅炉6台 [6台] by 2025-04-30",
                "hard 供热办: 装上30套仪表 [30套] by 2025-04-30",
                "hard 供热办: 并编印操作手册 by 2025-04-30",
            ],
            id="a further act and a thing of its own",
        ),
        pytest.param(
            "粮站6月底前腾仓9座,路桥公司别再找理由,8月底前竣工。",
            ["hard 粮站: 腾仓9座 [9座] by 2025-06-30", "hard 路桥公司: 竣工 by 2025-08-31"],
            id="who is told what not to do acts next",
        ),
        pytest.param(
            "今年剩下的70户,房管所8月底前全部改完。", ["hard 房管所: 全部改完 [70户; 全部] by 2025-08-31"], id="what is left of this year"
        ),
        pytest.param("停车位今年再划300个。", ["hard -: 再划300个 [300个] by 2025-12-31"], id="a thing that is called after its use"),
        pytest.param(
            "各村5月底前修好田埂,总长不少于20公里。",
            ["hard 各村: 修好田埂,总长不少于20公里 [不少于20公里] by 2025-05-31"],
            id="a length leads nobody",
        ),
        pytest.param("粮食储备库6月底前轮换稻谷3万吨。", ["hard 粮食储备库: 轮换稻谷3万吨 [3万吨] by 2025-06-30"], id="a store acts"),
        pytest.param("储备库年底前完工。", ["hard -: 完工 by 2025-12-31"], id="or is built"),
        pytest.param("对59户困难职工,工会要开展慰问。", ["hard 工会: 开展慰问 [59户]"], id="a workload makes a named act hard"),
    ],
)
def test_who_acts(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("对4月底前仍未搬离的养殖户,依法强制清退。", [], id="a sanction with the date of the failure"),
        pytest.param("凡是4月底前没有开工的棚圈,一律收回补助指标。", [], id="whoever has not begun"),
        pytest.param(
            "对尚未签约的养殖户,云溪镇要在4月底前上门签完。", ["hard 云溪镇: 上门签完 by 2025-04-30"], id="work on what is not yet done"
        ),
    ],
)
def test_those_who_fail(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected
