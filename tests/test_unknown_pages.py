"""Pages of sites nobody has seen: what shows by its place and shape that it is the page's, and what looks alike and is the speech's."""

import pytest

from commitments.clean import clean_page
from commitments.ruledata import load_rules
from commitments.types import CleanSpeech, RawPage

RULES = load_rules()
TITLE = "在全镇渡口安全会上的讲话"
DAY = "（2024年3月6日）"
FIRST = "昨天夜里我把六个渡口都走了一遍，灯亮着的只有两个，救生衣数得清的一个也没有，船工老方说今年还没人来查过。"
BOATS = "交管站要在4月底前给37条渡船全部过磅验载，核定人数写在船头，超一个人也不许离岸。"
MEN = "各村要在3月20日前落实渡工42名，每条船两名，渡工的补贴按月发，谁拖欠找谁说话。"
LAST = "渡口是镇里的脸面，也是老百姓的命脉，让我们把它守住！"
LINES = [TITLE, DAY, "同志们：", FIRST, "一、把船管起来", BOATS, "二、把人管起来", MEN, LAST]
SPEECH = "\n".join(LINES)
WIDTH = 22


def clean(page: str) -> CleanSpeech:
    return clean_page(RawPage(page), RULES)


def wrapped(line: str) -> list[str]:
    return [line[place : place + WIDTH] for place in range(0, len(line), WIDTH)]


# Mails that quote a speech line by line.

QUOTED = ["> " + part if part else ">" for line in LINES for part in [*wrapped(line), ""]]
MAIL = ["转：渡口会的稿子", "老方 fang at example.org", "", "各位，稿子贴在下面。", "", *QUOTED]


@pytest.mark.parametrize("remark", ["（老方插一句：下面这段是听录音补的。）", "这一段讲得最好，会上讲了二十分钟。"])
def test_a_remark_between_quoted_lines_goes(remark: str) -> None:
    place = MAIL.index("> 二、把人管起来")
    assert clean("\n".join([*MAIL[:place], "", remark, "", *MAIL[place:]])).text == SPEECH


ANSWER = (
    "于 2024/3/8 8：05，渔歌 写道：\n> > 同志们：\n多谢！我们镇下周也开，要求4月底前验船60条。\n"
    "> > 二、把人管起来\n敢这么讲的不多。"
)


REPLY = "老方：稿子写得好，我们镇也要求各村3月20日前报方案，附件请查收。"


@pytest.mark.parametrize("below", ["-- \n老方\n写稿十五年，错字勿怪。", REPLY, ANSWER])
def test_what_stands_below_a_quotation_goes(below: str) -> None:
    assert clean("\n".join([*MAIL, "", below])).text == SPEECH


@pytest.mark.parametrize("first", [6, 7, 8])
def test_a_speech_whose_beginning_alone_is_quoted_keeps_its_end(first: int) -> None:
    page = [*("> " + line for line in LINES[:first]), "", *LINES[first:]]
    assert clean("\n".join(page)).text.replace("\n\n", "\n") == SPEECH


def test_an_address_in_the_last_quoted_paragraph_does_not_end_the_speech() -> None:
    page = [*("> " + line for line in LINES[:5]), "> 同志们，" + BOATS, "", *LINES[6:]]
    assert clean("\n".join(page)).text.replace("\n\n", "\n").endswith("\n".join(LINES[6:]))


@pytest.mark.parametrize("bare", [(5,), (7,), (1, 4, 7)])
def test_paragraphs_without_a_mark_between_quoted_ones_stay(bare: tuple[int, ...]) -> None:
    page = [part for place, line in enumerate(LINES) for part in (line if place in bare else "> " + line, "")]
    assert clean("\n".join(page)).text.replace("\n\n", "\n") == SPEECH


def test_what_a_speaker_says_behind_a_letter_that_he_reads_out_stays() -> None:
    letter = [
        "> 镇长：我是六号渡口的船工，渡船底板去年就漏，舀一路水才能到对岸。",
        "> 孩子们上学天天坐这条船，我夜里睡不着。",
        "> 盼你们来看一看，看一眼就知道。",
    ]
    page = [*LINES[:4], "这封信我念给大家听：", *letter, "", *LINES[4:]]
    assert clean("\n".join(page)).text.replace("\n\n", "\n").endswith("\n".join(LINES[4:]))


def test_the_end_of_a_long_quoted_line_stays() -> None:
    place = MAIL.index("> " + MEN[WIDTH : 2 * WIDTH])
    broken = [*MAIL[:place], MAIL[place][2:], *MAIL[place + 1 :]]
    assert clean("\n".join(broken)).text == SPEECH


# Noise at the edges of lines.


@pytest.mark.parametrize("noise", [("kT4wQ", "hq7Rz", "mW_x2", "dFgKp"), ("thz~", "JmYKa", "4fwGd", "R^KcL")])
@pytest.mark.parametrize("behind", [True, False])
def test_coined_runs_at_the_edges_of_lines_go(noise: tuple[str, ...], behind: bool) -> None:
    lines = list(LINES)
    for place, run in zip((3, 5, 7, 8), noise, strict=True):
        lines[place] = lines[place] + run if behind else run + lines[place]
    assert clean("\n".join(lines)).text == SPEECH


def test_figures_codes_and_words_at_the_edges_of_lines_stay() -> None:
    ends = ["要把渡船发动机换成12kW", "码头电缆要埋到地下，电压10kV", "岸电桩按GB50016", "航标灯接入5G", "救生衣统一挂牌XL"]
    text = "\n".join([*LINES[:-1], *(end + "，不留尾巴。" for end in ends), "三、把App用起来", "WiFi要通到六个渡口。", LAST])
    assert clean(text).text == text


# Signs on both sides, ends of sheets.


@pytest.mark.parametrize("line", ["===== 图 2 / 5  清晰度:一般 =====", "-----帖子过长，以下为第 2 段-----", "～～～ 小草文苑 ～～～"])
def test_a_line_between_two_signs_goes(line: str) -> None:
    assert clean("\n".join([*LINES[:6], line, *LINES[6:]])).text == SPEECH


@pytest.mark.parametrize("line", ["◆三、把渡口管起来◆", "——以渡口平安保百姓平安——"])
def test_a_heading_between_two_signs_stays(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, "镇政府每月查一次渡口，查到的问题三天以内改完。", LAST])
    assert clean(page).text == page


@pytest.mark.parametrize(
    ("notice", "missing"),
    [
        (">>>楼主把此处 268 字折叠给“秀才”等级,升级可见<<<", 268),
        ("▲此后约286字仅对年卡开放，开卡即显▲", 286),
        ("=====本段90字限月卡阅读=====", 90),
        ("以下约1,200字已折叠", 1200),
        ("[ 图 4 无法识别:页面倾斜过大,请重拍 ]", None),
        ("第3页识别失败，请重新拍摄", None),
    ],
)
def test_a_framed_notice_of_withheld_text_is_a_gap(notice: str, missing: int | None) -> None:
    speech = clean("\n".join([*LINES[:6], notice, *LINES[6:]]))
    assert speech.text == "\n".join([*LINES[:6], "〔…〕", *LINES[6:]])
    assert [mark.missing for mark in speech.gaps] == [missing]


@pytest.mark.parametrize(
    "notice",
    [
        "**** 楼主设置:此段回帖后才能看到 ****",
        "◇◇第4页为加密页，支付2点后显示◇◇",
        "##本段内容登录后可见##",
        ">>> 以下内容关注后方可阅读 <<<",
        "-----此处内容需分享到群后查看-----",
        "★下文升级会员即可查看★",
    ],
)
@pytest.mark.parametrize("inline", [True, False])
def test_a_framed_condition_on_which_a_part_is_shown_is_a_gap(notice: str, inline: bool) -> None:
    lines = [*LINES[:5], BOATS[:-12] + notice, *LINES[6:]] if inline else [*LINES[:6], notice, *LINES[6:]]
    text = clean("\n".join(lines)).text
    assert text.replace("\n", "") == "".join([*LINES[:5], BOATS[:-12] if inline else BOATS, "〔…〕", *LINES[6:]])


@pytest.mark.parametrize(
    "line", ["★渡口名单公示后可在公告栏查看★是对大家的约束，谁也不能例外。", "**村和**村登录平台后可以查看进度，每周查一次。"]
)
def test_what_people_may_look_up_is_no_gap(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, LAST])
    assert "〔" not in clean(page).text


SHEETS = [part for line in LINES for part in (wrapped("　　" + line) if line[-1] in "。！" else [line])]


@pytest.mark.parametrize("head", ["全镇渡口会讲话（送审稿）", "领导讲话选编 2024年第一辑", "| 交通安全"])
@pytest.mark.parametrize("number", ["— 41 —", "第 1 页 / 3 页", "===== 图 2 / 5 ====="])
@pytest.mark.parametrize("above", [True, False])
def test_a_running_head_that_stands_but_once_goes_where_it_parts_a_sentence(head: str, number: str, above: bool) -> None:
    lines = [*SHEETS[:4], *([head, number] if above else [number, "", head]), *SHEETS[4:]]
    assert clean("\n".join(lines)).text == SPEECH


@pytest.mark.parametrize("line", ["交管站的四项任务", "老方说过的话"])
def test_a_short_line_at_the_end_of_a_sheet_stays_where_no_sentence_is_open(line: str) -> None:
    place = SHEETS.index("二、把人管起来")
    assert line in clean("\n".join([*SHEETS[:place], "— 3 —", line, *SHEETS[place:]])).text


@pytest.mark.parametrize("task", ["石桥镇3月底前修渡口12处", "把渡口管起来", "交管站完成验载"])
def test_a_task_of_a_list_without_stops_at_the_end_of_a_sheet_stays(task: str) -> None:
    above, below = "　　各村把救生衣按月清点并且把渡工的工资发到每个人的手上", "交管站把灯标逐盏检查并且给每条船装好锁具"
    assert task in clean("\n".join([*LINES[:3], above, task, "— 3 —", below, *LINES[3:]])).text


# What a page says of the text, of its makers and readers.

OPEN_END = "渡口的事情等不得，拖一天就多一天险，大家回去以后马上开会、马上动手。"
BELOW = [
    "本稿据会议录音整理，未经本人审阅，如有出入以正式文件为准。",
    "查阅须知：本馆提供的电子件仅作参考，以馆藏纸质件为准。",
    "以上文字由机器识别，个别字句可能有误，请以原件为准。",
    "本件为电子副本，与纸质档案内容一致，未盖章不作凭证。",
    "智能提要：讲话部署两项任务，要求交管站4月底前验载37条渡船，各村3月20日前落实渡工42名。",
    "返回检索列表 上一条：关于渡口检修的通知 下一条：会议纪要〔2024〕3号",
    "转存了本文的用户还转存了\n镇长在防汛会上的讲话 同志们：汛期要到了，6月1日前备齐沙袋……\n渡口办法 第一条 为加强管理，各渡口应当……",
    "【渔歌的小尾巴】行胜于言——自 柳叶客户端\n2楼 老农 2024/3/6 07:58\n顶！等不得那句写得好",
]


@pytest.mark.parametrize("last", [LAST, OPEN_END])
@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("foot", ["", "\n上一篇：在春耕会上的讲话", "\n小草文苑 © 2020-2025 保留权利"])
def test_what_a_page_says_below_a_speech_goes(last: str, below: str, foot: str) -> None:
    assert clean("\n".join([*LINES[:-1], last, below]) + foot).text == "\n".join([*LINES[:-1], last])


@pytest.mark.parametrize(
    "line",
    [
        "办证要核对原件，复印件由窗口留存，不许让渡工来回跑。",
        "这次的讲话稿会后印发，各村以印发的为准，3月底前传达到每一名渡工。",
        "验收说明：以竣工图为准，逐项核对渡口设施。",
        "发放满100减20的救生衣券2万张，商务办6月底前发完。",
        "渡船数据由系统自动生成，各村每天核对一次。",
        "2号楼的消防通道9月底前打通，渡口的栈桥同步修好。",
        "以上内容请各村对照核对，缺项3月底前补齐。",
        "成本资料要经得起审，账目和原件逐笔核对。",
    ],
)
def test_a_sentence_of_the_speech_on_papers_and_goods_stays(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, LAST])
    assert clean(page).text == page
    assert line in clean("\n".join([*LINES, line, "谢谢大家！", "上一篇：在春耕会上的讲话"])).text


@pytest.mark.parametrize(
    "lines",
    [
        ["- 广告 -", "夏季凉席 第二件半价 | 去抢购 >", "不感兴趣 ×"],
        ["[柳叶·闲谈区] 今晚八点直播讲稿怎么写,点头像进"],
        ["开通柳叶会员(首月 6.6)畅读全部 12,300 篇 · 已有 3 万人开通"],
        ["【柳叶公告】本站将于周六凌晨维护"],
    ],
)
@pytest.mark.parametrize("place", [4, 6, 8])
def test_offers_between_paragraphs_go(lines: list[str], place: int) -> None:
    assert clean("\n".join([*LINES[:place], *lines, *LINES[place:]])).text == SPEECH


SUMMARY = "讲话部署两项任务，要求交管站4月底前验载37条渡船，各村3月20日前落实渡工42名。 有用 12 没用 3"


@pytest.mark.parametrize("label", ["AI 速读（由模型生成，仅供参考）", "智能导读", "一键速览"])
@pytest.mark.parametrize("collapsed", [True, False])
def test_a_summary_above_the_speech_goes(label: str, collapsed: bool) -> None:
    body = [DAY + "同志们：" + FIRST, *LINES[4:]] if collapsed else LINES[1:]
    text = clean("\n".join([TITLE, "柳叶文苑 2024-03-08 10:00", label, SUMMARY, *body])).text
    assert text.replace("\n", "") == SPEECH.replace("\n", "")


def test_a_title_day_and_address_on_one_line_are_the_head_of_the_speech() -> None:
    note = "购前必读：一、所购为排版服务，不含版权；二、虚拟商品不退换；三、请先核对前两屏。"
    page = "\n".join([f"{TITLE}{TITLE}.docx", "格式docx 大小31KB", note, f"{TITLE} {DAY}◇第1屏◇同志们：{FIRST}", *LINES[4:]])
    assert clean(page).text.replace("\n", "") == SPEECH.replace("\n", "")


# Shouts inside sentences, figures that are printed twice or apart.


@pytest.mark.parametrize(
    "shout",
    [
        "{搜“柳叶文苑”看合集}",
        "——交流群号555***123——",
        "~柳叶文苑 伴你写作~",
        "★柳叶文苑每天上新★",
        "◆搜“柳叶文苑”看全集◆",
        " ◆柳叶文苑◆每晚八点更新 ",
        "(回复“渡口”送全套)",
        "<柳叶文苑整理>",
    ],
)
@pytest.mark.parametrize(("line", "place"), [(3, 20), (5, 30), (7, 14)])
def test_what_a_site_shouts_into_a_sentence_goes(shout: str, line: int, place: int) -> None:
    lines = [*LINES[:line], LINES[line][:place] + shout + LINES[line][place:], *LINES[line + 1 :]]
    assert clean("\n".join(["柳叶文苑 - 笔杆子的书房", *lines, "柳叶文苑 © 2020-2025 版权所有"])).text == SPEECH


@pytest.mark.parametrize(
    "line",
    [
        "水温降到3～5摄氏度，停航6～8天，{渡口名}的牌子要换新。",
        "要看三件事：★一是抓早。★二是抓小。",
        "建立微信群***个，入群**万人，抓好重点（关注“一老一小”看得见的需求）。",
        "*公司和*公司要在3月底前把两条船移交给交管站。",
    ],
)
def test_signs_that_a_speech_may_have_stay(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, LAST])
    assert clean(page).text == page


YEARS = [("20242024年", "2024年"), ("202024年", "2024年"), ("12024年", "12024年"), ("3 0 0 万元", "300万元")]


@pytest.mark.parametrize(("page", "text"), YEARS)
def test_figures_that_are_printed_twice_or_apart_are_mended(page: str, text: str) -> None:
    line = "渡口改造到{}为止不再追加，钱从交通专账里出。"
    assert line.format(text) in clean("\n".join([*LINES[:-1], line.format(page), LAST])).text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("得分依次是 12 15 18 分，船号从12 345起。", "12 15 18分"),
        ("全镇分 1 2 3 片，每个渡口配 3 5 名渡工。", "3 5名"),
        ("船号202024年底前补齐。", "船号202024年底前"),
    ],
)
def test_figures_side_by_side_stay(line: str, kept: str) -> None:
    assert kept in clean("\n".join([*LINES[:-1], line, LAST])).text


def test_two_digits_apart_are_a_figure_where_the_page_sets_figures_so() -> None:
    line = "渡工补到4 6名，钱从交通专账里出3 0 0 万元。"
    assert "补到46名，钱从交通专账里出300万元" in clean("\n".join([*LINES[:-1], line, LAST])).text


@pytest.mark.parametrize(
    "below",
    [
        "您已读完本篇，休息一下吧",
        "用App打开，阅读体验更佳",
        "上滑继续阅读下一篇",
        "网友老农跟帖：我们村的渡口去年就修好了。\n网友渔歌跟帖：坐等下文。",
        "下一篇预告：镇长在防汛会上的讲话\n明日早八点更新，敬请期待",
        "本栏目其他讲话\n· 在防汛会上的讲话 2024-02-01\n· 在水价会上的讲话 2024-01-09",
    ],
)
@pytest.mark.parametrize("last", [LAST, OPEN_END])
def test_what_a_program_tells_its_reader_below_goes(below: str, last: str) -> None:
    assert clean("\n".join([*LINES[:-1], last, below])).text == "\n".join([*LINES[:-1], last])


@pytest.mark.parametrize("mark", ["李文 0863", "HY0863", "10.16.4.77 2024-03-08", "柳叶@2024"])
def test_a_line_that_a_network_prints_again_and_again_goes(mark: str) -> None:
    lines = list(LINES)
    for place in (8, 6, 5, 4):
        lines.insert(place, mark)
    assert clean("\n".join(lines)).text == SPEECH


def test_the_address_of_a_machine_in_a_sentence_goes() -> None:
    page = SPEECH.replace("验载", "验10.16.4.77载")
    assert clean(page).text == SPEECH
    stays = "占比从10.16%升到11.1%，单价降到1.1元。"
    assert stays in clean("\n".join([*LINES[:-1], stays, LAST])).text


@pytest.mark.parametrize("line", ["推荐理由：这篇讲话数字实、要求硬，县里开会可以套用。", "小编说：今天分享一篇渡口讲话，值得一学。"])
def test_what_an_editor_says_above_a_speech_without_an_address_goes(line: str) -> None:
    assert clean("\n".join([TITLE, line, DAY, *LINES[3:]])).text == "\n".join([TITLE, DAY, *LINES[3:]])


# Threads of a forum: noise behind a bracket, a board before the title and a button behind it.

JAMMED = ["t -y |5] W. 5} E#", "~r J '7 T |Q= }7: T 9?", "$l /E Q !f^ (p~ F )W? ^z", "&f m |Z= T j 2 Z? ]o"]


@pytest.mark.parametrize("noise", JAMMED)
@pytest.mark.parametrize("day", ["(3月6日)", "（2024年3月6日）", "(2024年3月6日)"])
def test_noise_behind_a_bracket_leaves_the_bracket(noise: str, day: str) -> None:
    first, second = [kind for kind in JAMMED if kind != noise][:2]
    lines = [TITLE, day + noise, "同志们:" + noise, FIRST + first, *LINES[4:-1], LAST + second]
    assert clean("\n".join(lines)).text == "\n".join([TITLE, day, "同志们:", FIRST, *LINES[4:]])


@pytest.mark.parametrize("head", ["[镇街发言] {} [复制链接]", "[讲话] {}", "【乡镇】{}", "【材料】{} [复制链接]", "{} [复制链接]"])
@pytest.mark.parametrize("day", [True, False])
def test_the_title_of_a_thread_has_neither_board_nor_button(head: str, day: bool) -> None:
    page = ["小草论坛 › 讲话 › " + TITLE, head.format(TITLE), "老方", "积分 1364", "发表于 2024-3-8 21:46", *LINES[1 if day else 2 :]]
    assert clean("\n".join(page)).text == "\n".join([TITLE, *LINES[1 if day else 2 :]])


# What stands around a site's name, what it offers and asks, and the beginning of the speech once more below it.

SITE = ["在全镇渡口安全会上的讲话-柳叶斋", "柳叶斋只提供存储空间，文稿由网友上传"]
OFFERS = [
    "柳叶斋一站式代拟讲话汇报",
    "柳叶斋代写热线13900001111",
    "柳叶斋原件请认准官网",
    "[此处为柳叶斋水印]",
    "柳叶斋整理编校",
    "仅供柳叶斋用户学习",
    "〖柳叶斋·写作有数〗",
    "→→下载WORD版请点右上角→→",
    "↓↓更多讲稿请戳下方↓↓",
]


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize(("line", "place"), [(3, 20), (5, 30), (7, 14)])
def test_what_a_site_offers_in_a_sentence_goes_with_its_name(offer: str, line: int, place: int) -> None:
    lines = [*LINES[:line], LINES[line][:place] + offer + LINES[line][place:], *LINES[line + 1 :]]
    assert clean("\n".join([SITE[0], *lines, "柳叶斋 © 2019-2025 版权所有", SITE[1]])).text == SPEECH


def test_an_address_goes_with_the_head_of_its_name() -> None:
    lines = [*LINES[:5], BOATS[:20] + "柳叶文稿网lywgw.com一站式代拟讲话汇报" + BOATS[20:], *LINES[6:]]
    page = ["柳叶文稿网 >> 交通 >> 讲话", *lines, "柳叶文稿网 © 2019-2025 版权所有", "www.lywgw.com"]
    assert clean("\n".join(page)).text == SPEECH


@pytest.mark.parametrize(
    "line", ["办证实行受理→审核→下载→办结一条龙。", "渡口的代写点只管代写材料，整理编校由司法所负责。", "原件请村里留好。"]
)
def test_a_sentence_on_papers_and_flows_stays(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, LAST])
    assert clean("\n".join([page, "柳叶斋 © 2019-2025 版权所有"])).text == page


@pytest.mark.parametrize(
    "line", ["— 赞助商信息 —", "[广告位] 救生衣批发 厂家直供", "[x 不感兴趣]", "╌╌╌ 柳叶文苑·每晚更新 ╌╌╌", "——推广——"]
)
@pytest.mark.parametrize("place", [4, 6, 8])
def test_boxes_in_frames_of_all_dashes_go(line: str, place: int) -> None:
    assert clean("\n".join([*LINES[:place], line, *LINES[place:]])).text == SPEECH


ASKS = "看到这里只有九成，余下部分请添加老师领取，也可按要求重写"
AGAIN = f"《{TITLE}》归在“讲话”一栏 > 导读：{TITLE}同志们：{FIRST}一、把船管起来{BOATS[:-6]}"


@pytest.mark.parametrize("asks", [ASKS, "剩余内容请联系客服微信索取"])
@pytest.mark.parametrize("titles", [True, False])
def test_what_stands_below_a_speech_that_breaks_off_goes(asks: str, titles: bool) -> None:
    others = ["镇长在防汛会上的致辞", "站长在培训会上的报告", "交管站年度总结：今年以来，在镇党委领导下，我站紧紧围绕..."]
    page = [*LINES[:-1], LAST[:14], asks, AGAIN, *(others if titles else []), "柳叶斋 © 2019-2025 版权所有"]
    assert clean("\n".join(page)).text == "\n".join([*LINES[:-1], LAST[:14], "〔…〕"])


@pytest.mark.parametrize(
    "line", ["剩余部分由各村联系老师傅修好，5月底前修完。", "余下的渡口年度总结：我说三句。第一句，今年没有翻一条船..."]
)
def test_a_rest_that_is_shared_out_stays(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, LAST])
    assert clean(page).text == page


@pytest.mark.parametrize("note", ["(文稿来源 柳叶斋 www.liu{}yezhai.com)", "（liuye{}zhai.com）", "[来自www.liuyezhai.{}com]"])
@pytest.mark.parametrize("between", [[], ["第 2 页"], ["第 2 页", "全镇渡口会讲话（送审稿）"]])
def test_an_address_that_a_sheet_has_parted_goes(note: str, between: list[str]) -> None:
    first, second = note.split("{}")
    place = SHEETS.index("一、把船管起来") + 2
    lines = [*SHEETS[: place - 1], SHEETS[place - 1] + first, *between, second + SHEETS[place], *SHEETS[place + 1 :]]
    assert clean("\n".join(lines)).text == SPEECH


def test_a_bracket_with_letters_that_a_wrap_has_parted_stays() -> None:
    line = "渡口的探头要接进平台（型号ZX.\nv2），交管站5月底前接完，谁也不许留死角。"
    assert "v2），交管站" in clean("\n".join([*LINES[:-1], line, LAST])).text


@pytest.mark.parametrize("motto", ["(写稿人的菜园·柳叶公文社)", "〖伴你写作 | 柳叶文稿坊〗"])
@pytest.mark.parametrize("alone", [True, False])
def test_a_motto_with_the_name_of_an_account_goes(motto: str, alone: bool) -> None:
    place = BOATS.index("，核定")
    middle = [BOATS, motto] if alone else [BOATS[:place] + motto + BOATS[place:]]
    assert clean("\n".join([*LINES[:5], *middle, *LINES[6:]])).text == SPEECH


ASKINGS = ["更多材料加QQ群1222333440", "加V：lyz_7788领全套", "关注公众号柳叶斋", "微信lyz7788领取Word版", "更多讲话请加微信号：lyz7788"]


@pytest.mark.parametrize("asking", ASKINGS)
@pytest.mark.parametrize(("line", "place"), [(3, 20), (5, 30), (7, 14)])
def test_what_readers_are_asked_and_get_goes_with_the_account(asking: str, line: int, place: int) -> None:
    lines = [*LINES[:line], LINES[line][:place] + asking + LINES[line][place:], *LINES[line + 1 :]]
    page = [SITE[0], *lines, "柳叶斋 © 2019-2025 版权所有", "柳叶斋客服 微信：lyz7788 QQ群1222333440", SITE[1]]
    assert clean("\n".join(page)).text == SPEECH


@pytest.mark.parametrize("line", ["交管站要建微信群，把更多材料发进群里，3月底前领取全套救生衣。", "要多关注公众号里的留言，一条一条回。"])
def test_a_task_with_groups_and_papers_stays(line: str) -> None:
    page = "\n".join([*LINES[:-1], line, LAST])
    assert clean("\n".join([page, "柳叶斋 © 2019-2025 版权所有", "柳叶斋客服 微信：lyz7788"])).text == page
