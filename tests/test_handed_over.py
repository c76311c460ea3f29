"""Work that is handed over in speech: behind what is only told, to whoever can be sent, by when schools and festivals have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "承建方已经撤场了，由城东街道接手，先垫付工钱40万元。", ["hard 城东街道: 先垫付工钱40万元 [40万元]"], id="已, then 由"
        ),
        pytest.param("上面给了12个名额，评审由职改办主办，人社局派人到场。", ["soft 人社局: 派人到场"], id="了, then a topic with 由"),
        pytest.param("去年办了两个班，由进修校承办，轮训120人。", [], id="a time that is over"),
        pytest.param("敬老院派3名护工。", ["hard 敬老院: 派3名护工 [3名]"], id="who is sent"),
        pytest.param("征收办和中山路街道各出六名干部。", ["hard 征收办、中山路街道: 各出六名干部 [六名]"], id="各 before a short verb"),
        pytest.param("那个村出两名博士。", [], id="what comes from a place"),
        pytest.param("检察院春节前至少立案4起。", ["hard 检察院: 至少立案4起 [4起] by 2026-02-16"], id="a bound before what else tells"),
    ],
)
def test_work_given_behind_what_is_told(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-11-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "骨科陈主任，这个由你来挂帅，明年1月底前通过复评。", ["hard 骨科陈主任: 通过复评 by 2026-01-31"], id="a person, then 由你"
        ),
        pytest.param("投诉办呢，把剩下的9件结掉。", ["hard 投诉办: 把剩下的9件结掉 [9件]"], id="a body called after its work"),
        pytest.param(
            "控感科搞手卫生抽查，每两周一次。", ["hard 控感科: 搞手卫生抽查 every FREQ=WEEKLY;INTERVAL=2"], id="搞, and how often"
        ),
        pytest.param("护理部排班，每周派两名护士下乡。", ["hard 护理部: 派两名护士下乡 [两名] every FREQ=WEEKLY"], id="a verb of the ward"),
        pytest.param("儿科12月底前帮青石卫生院把病区开起来。", ["hard 儿科: 帮青石卫生院把病区开起来 by 2025-12-31"], id="who is helped"),
        pytest.param("工会12月份搞一次拔河赛。", ["hard 工会: 搞一次拔河赛 by 2025-12-31"], id="搞一次"),
        pytest.param("各科室12月底前学完了交一份笔记。", ["hard 各科室: 学完了交一份笔记 by 2025-12-31"], id="完了 before an act"),
        pytest.param("各科室学完了三本教材。", [], id="完了 before a thing"),
        pytest.param("国资委管着九家公司。", [], id="着 tells a state"),
        pytest.param("护理部人手紧，缺三十多个护士。", [], id="what is lacking"),
    ],
)
def test_how_a_ward_is_spoken_to(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-11-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "住建局是主管。质监站5月10日前验收3栋。没交保证金的8家企业，你们5月底前约谈完。",
            ["hard 质监站: 验收3栋 [3栋] by 2025-05-10", "hard 质监站: 约谈完 [8家] by 2025-05-31"],
            id="你们 behind a topic",
        ),
        pytest.param(
            "老屋查了一遍，其中四处漏雨的，由文保所5月底前补瓦。", ["hard 文保所: 补瓦 [四处] by 2025-05-31"], id="a part with its figure"
        ),
        pytest.param(
            "环卫站要把小巷从一天一扫改为一天两扫。", ["hard 环卫站: 把小巷从一天一扫改为一天两扫 every FREQ=DAILY"], id="so often a day"
        ),
        pytest.param("城管办按月排出名次。", ["hard 城管办: 排出名次 every FREQ=MONTHLY"], id="按月 before a verb of ranking"),
    ],
)
def test_what_old_quarters_need(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-04-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "法院要建立会商制度，每两周碰一次头。",
            ["hard 法院: 建立会商制度，每两周碰一次头 every FREQ=WEEKLY;INTERVAL=2"],
            id="how often they meet",
        ),
        pytest.param(
            "教育局要建立资助名册制度，每月会商一次。",
            ["soft 教育局: 建立资助名册制度", "hard 教育局: 会商一次 every FREQ=MONTHLY"],
            id="a meeting of another thing",
        ),
        pytest.param(
            "政府自己欠的钱，财政局要有个态度。账款还剩300万元，年底前安排200万元。",
            ["hard 财政局: 安排200万元 [200万元] by 2025-12-31"],
            id="who is told to act leads, not who is spoken of",
        ),
    ],
)
def test_who_meets_and_who_leads(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-04-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("滩涂上的住户，汛前要全部搬走，乡里负责。", ["hard 乡里: 全部搬走 [全部] by 汛前"], id="bare 负责 at the end"),
        pytest.param("3月底前补种60亩，这件事林场抓。", ["hard 林场: 补种60亩 [60亩] by 2026-03-31"], id="这件事, and who"),
        pytest.param("3月底前轮训一遍，卫校承担。", ["hard 卫校: 轮训一遍 by 2026-03-31"], id="a verb of bearing"),
        pytest.param(
            "3月底前拆完9处，园林处牵头、各街道配合。", ["hard 园林处+各街道: 拆完9处 [9处] by 2026-03-31"], id="who leads, and who helps"
        ),
        pytest.param("3月底前补种60亩，镇党委书记负总责。", ["hard -: 补种60亩 [60亩] by 2026-03-31"], id="who only answers for it"),
        pytest.param("守渡口的任务压给各村，每天登记一次。", ["hard 各村: 登记一次 every FREQ=DAILY"], id="压给"),
        pytest.param("对账的事让财务科牵头，3月底前拿出三张表。", ["hard 财务科: 拿出三张表 [三张] by 2026-03-31"], id="让…牵头"),
        pytest.param("这件事让财务科为难，3月底前拿出三张表。", ["hard -: 拿出三张表 [三张] by 2026-03-31"], id="让 without a task"),
        pytest.param(
            "36家的账3月底前清完，由国资局盯着。", ["hard 国资局: 清完 [36家] by 2026-03-31"], id="由, and who keeps an eye on it"
        ),
        pytest.param("3月底前补种60亩，林场全程督着。", ["hard 林场: 补种60亩 [60亩] by 2026-03-31"], id="who keeps at it"),
        pytest.param("国资局督着，3月底前补种60亩。", ["hard 国资局: 补种60亩 [60亩] by 2026-03-31"], id="who keeps at it, said first"),
        pytest.param("36处护坡由航道站负责加固。", ["hard 航道站: 加固 [36处]"], id="由…负责, a bare act and so many"),
        pytest.param(
            "6处由航道站负责疏浚，9处由林场负责补植。",
            ["hard 航道站: 疏浚 [6处]", "hard 林场: 补植 [9处]"],
            id="the shares of two",
        ),
        pytest.param("36件建议由督查室负责督办。", [], id="负责, and who sees to it that others act"),
        pytest.param(
            "这一段由航道站负责补植，3月底前完成15公里。", ["hard 航道站: 完成15公里 [15公里] by 2026-03-31"], id="the act is taken up"
        ),
    ],
)
def test_who_does_it_is_said_last_or_by_handing_it_on(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-11-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("病案科盯住两件事就够了：归档和编码。编码准确率要提高4个百分点。", "病案科", id="so many things are its work"),
        pytest.param("药房的同志听好了，群众有意见。3月底前窗口再增加2个。", "药房", id="spoken to, then the next sentence"),
        pytest.param("林草局动作慢了。3月底前要补种60亩。", "林草局", id="how it stands, as a sentence"),
        pytest.param("林草局去年干得不错，今年要再进一步，3月底前补种60亩。", "林草局", id="how it did"),
        pytest.param("林草局的工作我很满意。3月底前要补种60亩。", "林草局", id="its work"),
        pytest.param("平坝地区的县，到3月底，渠道水位要达到6米。", "平坝地区的县", id="a class by its land"),
        pytest.param("8个零报告的镇纪委，3月底前要全部报齐。", "镇纪委", id="a body behind its description"),
        pytest.param("服务中心接到以后分头转，两天内要有回音。", "服务中心", id="who receives it"),
        pytest.param("护林员和村医搭伙，每月走访一次。", "护林员、村医", id="each with the other"),
        pytest.param("林场连同供电所，3月底前要补种60亩。", "林场、供电所", id="连同"),
        pytest.param("镇上3月底前把60亩全部补种。", "镇上", id="上 as a place that acts"),
        pytest.param("厂里保证3月底前装完2条线。", "厂里", id="保证"),
        pytest.param("初中要由90%提高到95%。", "-", id="what is measured by its stage"),
        pytest.param("务工人员要赶在腊月前全部送到家。", "-", id="who is taken care of"),
        pytest.param("每所教学点都要在3月底前补课一次。", "教学点", id="a small school"),
    ],
)
def test_who_is_meant_when_speaking_freely(text: str, expected: str, rows: Rows) -> None:
    assert [row.split()[1].rstrip(":") for row in rows(text, "2025-11-10")] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("由林草局牵头，各乡镇配合，3月底前补种60亩。界桩4月底前立80根。", "林草局+各乡镇 林草局", id="由 at the head"),
        pytest.param("做大林下经济，由林草局牵头，3月底前补种60亩。农厕改造，4月底前完工80座。", "林草局 -", id="由 behind a topic"),
        pytest.param("县里出钱，镇里出地，村里出工，3月底前修好18处凉亭。", "县里、镇里、村里", id="each adds something"),
        pytest.param("粮站出种子，供销社出化肥，3月底前种完80亩。", "粮站、供销社", id="each adds a thing, whatever it is"),
        pytest.param("参训人员要在3月底前补考1次。", "参训人员", id="who is trained acts himself"),
        pytest.param("参训人员年内达到80人次。", "-", id="how many are trained"),
        pytest.param("县里很支持，镇里出地，3月底前修好18处凉亭。", "镇里", id="one who adds nothing"),
        pytest.param("电的事供电所要上心，3月底前把14个台区改完。", "供电所", id="whose matter it is, and 要"),
        pytest.param("各位馆长，你们回去以后，3月底前清点一遍。", "馆长", id="all who hold a post"),
        pytest.param("乡里这一头，3月底前要碰两次头。", "乡里", id="a place that acts, called up"),
        pytest.param("石门村两户，都没有动静。你们村3月底前把协议签下来。", "石门村", id="你们村 of a village spoken of"),
        pytest.param("城管局要上，交警队也要上，3月底前清完夜市60处。", "城管局、交警队", id="也: the one as well"),
        pytest.param("城管局要上，交警队要上，3月底前清完夜市60处。", "交警队", id="one after the other"),
        pytest.param(
            "规划局3月1日前办完手续2件，审批局要当场受理，确保3月底前开工。", "规划局 规划局、审批局", id="a result of both, 要 or not"
        ),
        pytest.param("电厂走得快，审批局要当场受理，确保3月底前开工。", "审批局", id="who is only spoken of"),
        pytest.param("这一段由交通、公安和沿线乡镇共同负责，3月底前查完60处。", "交通、公安、沿线乡镇", id="a field before 和"),
        pytest.param("这一段由交通、自然资源和规划局共同负责，3月底前查完60处。", "交通、自然资源和规划局", id="和 inside a name"),
        pytest.param("石门镇两户，都没有动静。你们村3月底前把协议签下来。", "-", id="你们村 of another kind"),
    ],
)
def test_who_stays_in_charge(text: str, expected: str, rows: Rows) -> None:
    assert " ".join(row.split()[1].rstrip(":") for row in rows(text, "2025-11-10")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "渡口局要会同公安、消防、城管三家单位，6月底前检查渡船52条。",
            ["hard 渡口局+公安、消防、城管: 检查渡船52条 [52条] by 2025-06-30"],
            id="a count sums the helpers up",
        ),
        pytest.param(
            "渡口局会同石桥、柳林两个镇，6月底前检查渡船52条。",
            ["hard 渡口局+石桥、柳林: 检查渡船52条 [52条] by 2025-06-30"],
            id="a count of places",
        ),
        pytest.param(
            "石桥、柳林两个镇，6月底前检查渡船52条。",
            ["hard 石桥、柳林: 检查渡船52条 [52条] by 2025-06-30"],
            id="those who are called up themselves",
        ),
        pytest.param(
            "船检局要抓紧。航运公司加开渡船4条，票价压到三元以内。",
            ["hard 航运公司: 加开渡船4条 [4条]", "hard 航运公司: 票价压到三元以内 [三元以内]"],
            id="who does something in addition",
        ),
        pytest.param(
            "航运公司要卖掉旧船6条，拍卖所得6月底前全部上缴。",
            ["hard 航运公司: 卖掉旧船6条 [6条]", "hard 航运公司: 全部上缴 [全部] by 2025-06-30"],
            id="what a sale has brought is no office",
        ),
    ],
)
def test_partners_that_are_counted_and_bare_verbs_of_all_trades(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("渡口的浮桥,也请航运公司一并管好,5月底前检修12座。", "航运公司", id="too, behind what is asked of others"),
        pytest.param("渡口改造由航运中心当业主,5月底前加固12处。", "航运中心", id="who builds"),
        pytest.param("浮桥检修交给航运所,5月底前检修12座。", "航运所", id="an act is handed on"),
        pytest.param("航标维护,交航道站负责,5月底前换灯12盏。", "航道站", id="with 交 alone"),
        pytest.param("检修报告交给航运所,5月底前检修12座。", "-", id="a paper is only brought"),
        pytest.param("水位由航道观测站负责,5月底前架设标尺12根。", "航道观测站", id="the people of a house"),
        pytest.param("财政局已经拨付80万元,请航运局抓紧采购,5月底前买回浮标12座。", "航运局", id="behind who has done his part"),
        pytest.param("财政局要带头,请老船工一起议,5月底前清点浮标12座。", "财政局", id="who is asked along"),
    ],
)
def test_to_whom_work_goes(rows: Rows, text: str, owner: str) -> None:
    assert rows(text)[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("opening", "owner"),
    [
        pytest.param("这项工作由航运局牵头,4月底前登记渡口12处。", "航运局", id="the work of the item"),
        pytest.param("浮桥检修由航运局牵头,4月底前登记渡口12处。", "-", id="a work of the item"),
    ],
)
def test_who_leads_the_work_of_an_item_leads_the_item(rows: Rows, opening: str, owner: str) -> None:
    assert rows(f"(一)管好渡口。{opening}老浮桥要在6月底前换完5座。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("航标维护以航道站为主,5月底前换灯12盏。", "航道站", id="whose work it mainly is"),
        pytest.param("航标维护的责任单位是航道站,5月底前换灯12盏。", "航道站", id="who answers for a topic"),
        pytest.param("航运局责成航道站5月底前换灯12盏。", "航道站", id="whom a body makes do it"),
        pytest.param("县委研究决定由航道站抽人值守,5月底前换灯12盏。", "航道站", id="what a body has decided"),
        pytest.param("航道站多措并举,5月底前换灯12盏。", "航道站", id="a set word"),
        pytest.param("各乡镇压实责任,5月底前换灯12盏。", "各乡镇", id="镇压 and 镇守 are no words behind 乡"),
        pytest.param("各乡镇守住底线,5月底前换灯12盏。", "各乡镇", id="the same before 守"),
        pytest.param("航运局要会同各乡镇长,5月底前换灯12盏。", "航运局+各乡镇长", id="who heads them"),
        pytest.param("航道站要完善预案,海事处要备好船只,确保5月底前全面复航。", "航道站、海事处", id="a result of all who were told"),
        pytest.param(
            "航道站负责航标布设,海事处负责方案编制,5月底前全部完成。", "航道站、海事处", id="a piece of work by its name is no act"
        ),
    ],
)
def test_who_works_by_set_words(rows: Rows, text: str, owner: str) -> None:
    assert [row for row in rows(text) if row.startswith("hard")] == [rows(text)[-1]]
    assert rows(text)[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("海事局、航道站等单位和各乡镇要在5月底前换灯12盏。", ["海事局、航道站、各乡镇"], id="等单位 inside a list"),
        pytest.param("请县委放心,我们5月底前换灯12盏。", ["-"], id="who is not to worry"),
        pytest.param("东坝村表态,5月底前换灯12盏。", ["东坝村"], id="who promises it, in a clause of its own"),
        pytest.param("施工单位承诺5月底前换灯12盏。", ["施工单位"], id="who promises it, and by when"),
        pytest.param("东坝村承诺的事项5月底前全部办结。", ["-"], id="what was promised"),
        pytest.param("东坝村要换灯12盏,西坝村8盏,5月底前全部完成。", ["东坝村", "西坝村", "东坝村、西坝村"], id="shares without a verb"),
        pytest.param("航道站要换灯12盏,水文站3个。", ["航道站", "水文站"], id="a body of the same kind"),
        pytest.param("各村要换灯12盏,每村不少于1盏。", ["各村"], id="of each of those named"),
        pytest.param("航道站要换灯12盏,其中主灯3盏。", ["航道站"], id="a part of it"),
        pytest.param("东坝村要换灯12盏,示范村3个。", ["东坝村", "东坝村"], id="a kind of village, of which so many are made"),
        pytest.param("由航道站确保船员放心,每月换灯12盏。", ["航道站"], id="who sees to it that nobody is to worry"),
        pytest.param("请航道站让船员放心,5月底前换灯12盏。", ["航道站"], id="whom nobody else is to worry about"),
        pytest.param("你们5个村,5月底前换灯12盏。", ["5个村"], id="so many in the room"),
        pytest.param("你们三家,5月底前换灯12盏。", ["-"], id="so many of whom is not said"),
        pytest.param("你们5个村的灯,5月底前全部换完。", ["-"], id="what is theirs"),
        pytest.param("海事局带航道站,5月底前把浮标查一遍。", ["海事局+航道站"], id="who is taken along"),
        pytest.param("海事局带动就业300人。", ["海事局"], id="带动 is an act"),
        pytest.param("各标段要在6月底前打桩300根。", ["各标段"], id="those who build the lots"),
        pytest.param("三标段6月底前开工。", ["-"], id="a lot is what is built"),
        pytest.param("各学院团总支每月上团课一次。", ["各学院团总支"], id="a branch of the league"),
        pytest.param("本人每月下村不少于10天。", ["本人"], id="the speaker, as reports call him"),
        pytest.param("本人的账6月底前算清。", ["-"], id="what is the speaker's"),
        pytest.param("请海事局派员驻点,5月底前换灯12盏。", ["海事局"], id="派员 is no office"),
        pytest.param("各级财政要挤出钱来,6月底前拨付80万元。", ["各级财政"], id="all who keep the purse"),
        pytest.param("县委研究认为,全年投资要增长8%。", ["-"], id="who finds that something is due"),
        pytest.param(
            "5月底前,全市要完成清淤20公里,石桥县完成12公里,柳林县完成8公里。", ["-", "石桥县", "柳林县"], id="shares of several places"
        ),
        pytest.param(
            "海事局要备好船只,航道站要在4月底前换灯12盏,确保5月底前复航,年底前运客30万人次。",
            ["航道站", "海事局、航道站", "海事局、航道站"],
            id="what goes on behind a result of all",
        ),
        pytest.param("海事局那边,航道站4月底前换灯12盏,确保5月底前复航。", ["航道站", "航道站"], id="about whom it is"),
    ],
)
def test_owners_of_each_row(rows: Rows, text: str, expected: list[str]) -> None:
    assert [row[5:].split(": ")[0] for row in rows(text) if row.startswith("hard ")] == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("特别是海事局,5月底前必须换灯12盏。", "海事局", id="who is singled out at the head of a sentence"),
        pytest.param("各航道站要抓紧,特别是海事局,5月底前换灯12盏。", "各航道站", id="one of those who have been told"),
        pytest.param("换灯的任务落在海事局肩上,5月底前换灯12盏。", "海事局", id="on whose shoulders it lies"),
    ],
)
def test_on_whom_it_falls(rows: Rows, text: str, owner: str) -> None:
    assert rows(text)[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "水利局要管好河道。今年新建冷库12座，由供销社牵头，商务局、财政局配合，入冬前全部投用。",
            [
                "hard 供销社+商务局、财政局: 新建冷库12座 [12座] by 2025-12-31",
                "hard 供销社+商务局、财政局: 全部投用 [全部] by 入冬前",
            ],
            id="by whom, and who helps him",
        ),
        pytest.param(
            "6月底前窗口增加到60个，由政务局负责，办结率不低于99%。",
            ["hard 政务局: 窗口增加到60个 [60个] by 2025-06-30", "hard 政务局: 办结率不低于99% [不低于99%] by 2025-06-30"],
            id="the date stays in force for what is measured",
        ),
        pytest.param(
            "6月底前摸清底数，由政务局负责，与各村签订责任书。",
            ["hard 政务局: 摸清底数 by 2025-06-30", "soft 政务局: 与各村签订责任书"],
            id="and for nothing else",
        ),
        pytest.param(
            "今年新建冷库12座，供销社牵头，入冬前投用。",
            ["hard 供销社: 新建冷库12座 [12座] by 2025-12-31", "hard 供销社: 投用 by 入冬前"],
            id="without 由",
        ),
        pytest.param(
            "石桥镇今年改厕300户，由住建局牵头，9月底前完工。",
            ["hard 石桥镇: 改厕300户 [300户] by 2025-12-31", "hard 住建局: 完工 by 2025-09-30"],
            id="who has been named keeps his act",
        ),
        pytest.param(
            "今年改厕300户，管网由住建局牵头，9月底前完工。",
            ["hard -: 改厕300户 [300户] by 2025-12-31", "hard 住建局: 完工 by 2025-09-30"],
            id="another topic's leader",
        ),
    ],
)
def test_whose_work_stands_before_him(text: str, expected: list[str], rows: Rows) -> None:
    """A clause that says only who leads gives him what stands before it as well, and leaves the date in force."""
    assert rows(text, "2025-05-20") == expected


@pytest.mark.parametrize(
    ("act", "owner"),
    [
        pytest.param("报省里审定", "县档案局", id="handed on, with to whom"),
        pytest.param("送第三方检测", "县档案局", id="to somebody who is no body"),
        pytest.param("补齐差额", "县档案局", id="a verb of one character with how it ends"),
    ],
)
def test_whoever_stands_behind_by_behind_a_date_acts(rows: Rows, act: str, owner: str) -> None:
    found = rows(f"各镇8月15日前必须交齐,初稿12月20日前由县档案局{act}。")
    assert [row.split(": ")[0] for row in found] == ["hard 各镇", f"hard {owner}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "水利局要当好主力。6月底前新建泵站3座，同时由林业局牵头，植树300亩。",
            ["hard 水利局: 新建泵站3座 [3座] by 2025-06-30", "hard 林业局: 植树300亩 [300亩]"],
            id="同时 opens something new",
        ),
        pytest.param(
            "今年新建泵站3座，林业局牵头，植树300亩。",
            ["hard -: 新建泵站3座 [3座] by 2025-12-31", "hard 林业局: 植树300亩 [300亩]"],
            id="so many of another thing",
        ),
        pytest.param(
            "6月底前新建泵站3座，由林业局牵头，水利局配合，9月底前植树300亩。",
            ["hard -: 新建泵站3座 [3座] by 2025-06-30", "hard 林业局+水利局: 植树300亩 [300亩] by 2025-09-30"],
            id="behind who helps",
        ),
        pytest.param(
            "6月底前改造小区28个，由住建局牵头，9月底前再改造老旧小区12个。",
            ["hard 住建局: 改造小区28个 [28个] by 2025-06-30", "hard 住建局: 再改造老旧小区12个 [12个] by 2025-09-30"],
            id="more of the same thing",
        ),
        pytest.param(
            "严格落实“旬会商”机制，由分管副县长牵头，每月召开渔情分析会。",
            ["hard -: 严格落实“旬会商”机制 every FREQ=DAILY;INTERVAL=10", "hard 分管副县长: 召开渔情分析会 every FREQ=MONTHLY"],
            id="the meetings of a mechanism that all keep up",
        ),
        pytest.param(
            "建立“旬会商”机制，由分管副县长牵头，每月召开渔情分析会。",
            ["hard 分管副县长: 建立“旬会商”机制 every FREQ=DAILY;INTERVAL=10", "hard 分管副县长: 召开渔情分析会 every FREQ=MONTHLY"],
            id="but a mechanism that he sets up",
        ),
    ],
)
def test_who_leads_the_next_act_has_not_the_one_before(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-20") == expected
