"""Lists of owners: where a list is several names, and where its parts share their head and are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from commitments.mentions.acting import who_acts
from commitments.mentions.owner_rules import owner_grammar
from commitments.ruledata import load_rules


def _named(text: str) -> list[str]:
    return [mention.text for mention in who_acts(text, 0, len(text), owner_grammar(load_rules()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("渡口局和海事局两家要检查渡船", ["渡口局", "海事局"], id="a count behind 和"),
        pytest.param("青石、白岭两镇要流转土地", ["青石", "白岭"], id="a count with the last character alone"),
        pytest.param("青石和白岭两个镇要流转土地", ["青石", "白岭"], id="places behind 和"),
        pytest.param("发改、财政、审计三个部门要会审项目", ["发改", "财政", "审计"], id="a field that is a verb as well"),
        pytest.param("移动、联通、电信三大运营商要迁改杆线", ["移动", "联通", "电信"], id="大 counts companies"),
        pytest.param("建设、施工、监理三方要碰头", ["建设", "施工", "监理"], id="so many sides"),
        pytest.param("青石、白岭两个镇及园区要腾地", ["青石", "白岭", "园区"], id="others behind those that are counted"),
        pytest.param("青石、白岭两县区要腾地", ["青石", "白岭"], id="a count with a word of two characters"),
        pytest.param("柳沟、大坪、石嘴两个村要腾地", ["柳沟、大坪、石嘴两个村"], id="a count that does not tally"),
    ],
)
def test_a_count_behind_a_list_sums_its_names_up(text: str, expected: list[str]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("市、县两级法院要执结案件", ["市、县两级法院"], id="courts of two levels"),
        pytest.param("省、市、县三级河长要巡河", ["省、市、县三级河长"], id="three levels"),
        pytest.param("镇、村干部要走访农户", ["镇、村干部"], id="officials of two levels"),
        pytest.param("财政、住建两位局长要拿出方案", ["财政、住建两位局长"], id="leaders of two fields"),
        pytest.param("青石镇、村委会要走访农户", ["青石镇", "村委会"], id="a place with its name"),
    ],
)
def test_levels_and_fields_share_the_head_of_a_list(text: str, expected: list[str]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("沿线的青石、白岭两县要在9月底前交地600亩。", "青石、白岭", id="where they lie"),
        pytest.param("受灾较重的青石、白岭两个乡镇，9月底前要修复农田80亩。", "青石、白岭", id="alone in its clause"),
        pytest.param("沿线的青石县、白岭县要在9月底前交地600亩。", "青石县、白岭县", id="without a count"),
        pytest.param("下游的青石、白岭两镇每周巡堤两次。", "青石、白岭", id="before a date"),
        pytest.param("年初新建的青石、白岭两站9月底前验收。", "-", id="what has been built"),
    ],
)
def test_what_describes_a_list_of_places_is_no_part_of_it(rows: Callable[..., list[str]], text: str, owner: str) -> None:
    assert [row.split(":")[0] for row in rows(text)] == [f"hard {owner}"]
