"""What the name of somebody who acts ends in, and what says behind it that he acts: a duty, a time, a preposition, an adverb."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from commitments.gated import Headed
from commitments.kept import compiled
from commitments.ruledata import RuleSet

DUTY: Final = (
    r"(?:一定|还|也|都|更|尤其|特别|同样|首先|共同|具体|必|均|则|就|应|仍|继续)?"
    r"(?:要(?![求素点害件闻道塞])|须|必须|务必|应当|应该|需要?(?!求)|将(?!军)|拟|得(?!到)|力争|牵头|负责(?![人同])|负总责|总牵头|[盯包管抓](?![\u4e00-\u9fff0-9０-９])"
    r"|可(?=[从按由在]|根据|结合|采取)"
    r"|会同|出面|商(?=[省市县区州]?[一-鿿]{1,10}?(?:局|委|办|部|厅|院|中心)(?:制定|拟定|提出|研究|确定|审定|组织|办理|核定|安排|落实|起草|协调|印发))|共同(?=研究|制定|组织|推进|开展|承担|组建|成立|拿出|做好|完成|把|对|在|抓|负责)|作为[^，,；;。]{0,8}?(?:牵头|责任|主管|主体|第一)|联合|配合|协助|协同|参与|包联|包抓|领办|分别|协调(?![小组办处中])|督促|各(?=(?:[一-鿿]{2,4}|[出派抽包管联拿建修办报挖种带跑走帮])[0-9０-９一二两三四五六七八九十])|指导(?!组)|发动|动员|组织(?![部处科])|抓紧|尽快|立即|马上|带队|派出(?!所)|派人|派专人|不(?=[能要可得准应许])|把(?!握)|对(?![于接口])|每(?!年以来))"
)
TIME: Final = (
    r"(?:会后(?=[一-鿿])|散会后|[在于自到]?\s?(?![一二三四]期|季节)(?:[0-9０-９一二三四五六七八九十本今明下上次年月周季每汛春国元五中两会同入]"
    r"(?:[0-9０-９一二三四五六七八九十\s]{0,6})(?:月|年|日|天|周|季|旬|个(?:月|工作日)|底|内|星期|节|庆|旦|一前|秋|会前|步|期|冬前)))"
)
PREPOSITION: Final = (
    r"(?:[对把将在按就以用凭拿]|对口(?:支援|帮扶|协作|支持)|从严|带队|同步|抓紧|尽快|立即|马上|加快|主动|逐[一项个户村家条]|认真|严格|统一|分别|全面|切实"
    r"|提前|专门|继续|再(?!次)|各(?!项)|至少|不得|不准|严禁|确保|力争|牵|组织|承担|全部|一律|轮流)"
)

HANDS: Final = "[出派拿抽配建设办添买装种修挖栽交报发印写列签养招腾留租找搭做打划垫](?=[0-9０-９一二两三四五六七八九十百])"
"""A verb of one character before its number (各村[出]两个公益岗)."""
_SO_MANY_OF: Final = "[0-9０-９一二两三四五六七八九十]{1,4}(?:多|余)?"
SENDS: Final = rf"(?:[派抽拿腾租找](?={_SO_MANY_OF}[名位人个辆台套支间组])|出(?={_SO_MANY_OF}[名人台辆套支]))"
"""What only people do with people and things, behind whatever name (城西街道[出]十名干部, 图书馆[派]3个组)."""

ASIDE: Final = compiled(
    "(?:[那这][边头里]|[那这]一?块|方面|(?<=.[局委办站所科股处室镇村中队公司院校厂])[呢啊嘛])$"
    "|的[^，,；;。的]{0,4}同志们?(?:[听请注留也都在来刚辛][^，,；;。]{0,24})?$"
)
"""民政局那边; 门诊部的同志听好了: a clause that only says who is meant."""
CALLED: Final = compiled(
    r"[,，]\s?(?:你们?|[这那][^，,]{0,8}由你|务必|必须|不要|别[^的]|要(?!求)|把|[0-9０-９一二三四五六七八九十]{1,2}[月日号天个周]"
    r"|[本这下](?:[月周季]|个?(?:月|星期|礼拜))|年[内底前]|[今明]年)"
)
"""How what is said to somebody goes on behind his name (应急办，[你们]记一下; 儿科、老年医学科，[年内]建成…)."""
CLASS_OF_BODIES: Final = compiled(
    "(?:有|涉及|承担|负有|具有|管着|掌握)[\u4e00-\u9fff]{1,10}的(?:部门|单位|乡镇|镇街|街道|科室|处室|机关|党组织|县区)"
)
"""Bodies by what they have (有收费权的部门,5月1日前…)."""
SAYS: Final = compiled(rf"{DUTY}|依托|通过|借助|[0-9０-９]|^不")
"""What no bare name holds: a duty, an act, a number."""
PORTION: Final = Headed("主要(?=负责|领导|责任)|部分(?![别別头頭管批期片类類工])|(?<![一-龥])所(?=[需有在属涉])|(?<=(?<!安)全)部")
"""剩余部分明年完成, 所需经费由财政解决: no 部 or 所 ends in it, unlike 组织部分批验收."""
WHOLE: Final = compiled("[全每]|.$|自治区$|逐|分(?!管|局|公司|行(?!业)|院|校|会|队)|常态|联动")
"""What is a whole place, or no name: what it does is everybody's task (全市安排…), or how something is done (分县区建立…)."""
GATHERS: Final = compiled("组织(?![部处科人委工股室办团站])|派(?!出|驻)|帮(?![扶办教困])")
"""组织评估公司, 帮卫生院: who is gathered or helped, unlike 组织部, 帮扶队."""
OWN_OFFICE: Final = compiled("组织(?:部(?![分门署队])|人事)")
"""党委[组织部]抽调6人: an office of the body, whose name opens like a verb."""
MANNER: Final = compiled(
    "[*＊]{2}(?=研究|建成|推进|启动|完成|加快|制定|开展|实施)|重点(?!项目|工程)|高标准|高质量|高水平|高起点"
    "|依法|有效|严肃|深入|持续|大力|积极|着力|扎实|科学|稳步|有序|全部|一律"
)
"""What opens no name before a verb: [重点]推进…公司, [依法]完成…村委会, and marks of emphasis."""
WORKS: Final = compiled("(?:建设|改造|扩建|迁建|改扩建|新建|通航|贯通|开发|发展|升级|提升|提质|整合|改革|运行|运营)(?=[、，,；;。]|$)")
"""What is done to a thing and closes the clause (政务大厅[建设])."""
APPOINTS: Final = compiled(
    "[^，,；;。]{1,16}?(?:担任|任)(?:双|总|副|常务副)?(?:组长|指挥长|总指挥|主任|队长|召集人|政委|指挥)(?=[，,；;。]|$)"
)
"""由我和县长任双组长: who leads the body, not who acts."""
NO_NAME: Final = compiled(
    "[0-9]{1,2}[月日号](?!公路|院|楼|桥|井|库|线|泵|机)|[一两三][次轮场](?!会)|一批|(?<![所现])在(?![岗编职建册校场])|实行|依托|全部进入|获批|通过(?:国家|省)"
    "|于[0-9０-９今明本]|(?<=[一-鿿])归(?![国侨属口档])"
    "|被(?!巡[察视視]|[審审][计計]|督[察查]|[检檢]查|考核|[帮幫]扶|征收|[监監]管|[约約][谈談])"
)
"""What no name holds: once (发布[一次]科室运营分析), what has been granted (两地[获批]国家医疗集团), and what befalls somebody, but as
an attribute (被审计单位)."""

NAMED_SO: Final = (
    "(?!沿[江河湖海线路](?:各|[0-9０-９一二两三四五六七八九十]{1,3}个)"
    "|被(?:(?:巡[察视視]|[審审][计計]|督[察导查]|[检檢]查|考核|监管)|[一-鿿]{2,4}的)(?:单位|部门|地区|[县市]区|乡镇|镇街|街道|村|社区|党组织|党委|党组|企业))"
)
"""What opens a name though its first character opens none: 沿河各镇, 被巡察党组织."""

APPOSITION: Final = compiled(
    r"[这0-9０-９一二两三四五六七八九十](?:(?<=这)[0-9０-９一二两三四五六七八九十]{1,3}|(?<!这)[0-9０-９一二两三四五六七八九十]{0,2})"
    r"(?:个|家|位|名|部)[^、，,]{0,12}$"
)
"""这两个镇, 三家单位: written so that `re` can run ahead to the next 这 or numeral."""
YOU: Final = compiled("[,，]\\s?[^，,；;。：:？?]{0,10}?你(?!好|看|说|想|知道|问|听|别|没有)")
"""How what is said to one person goes on (陈主任，今年[你]要修完18公里)."""
FAMILIAR: Final = compiled("(?:[\u4e00-\u9fff]{1,6}[站所办局科队组室院校镇村乡])?[老小](?P<surname>[\u4e00-\u9fff])(?:同志)?")
"""Somebody as colleagues call him, with his office before it perhaps (老周, 农技站小李)."""
ADDRESSED: Final = compiled("(?<=.)(?:你们|你|他们)$")
"""城管局、交警大队你们两家: a pronoun that takes a name up."""
WHEN: Final = compiled("时限|时间|期限")
"""A label of a responsibility bracket that says by when."""
OBJECT_HEAD: Final = compiled("政府|[省市县区州](?:委|政府)|各|全[省市县区]|国家|更多|[0-9０-９一二两三四五六七八九十]{1,4}[家个所支条]")
"""What a body's own name does not go on with behind a verb, but the verb's object does (采取政府购买方式, 编制各开发区规划)."""
FEW: Final = compiled(
    r"[一二两三四五六七八九](?:个|家)?(?:[\u4e00-\u9fff]{0,8}(?:学院|学校|企业|中心)$"
    r"|区|县|市|镇|乡|村|街道|乡镇|县区|部门|单位|科室|支部)|[一二两三四五六七八九][名个位](?:[县市区镇乡]级|党政|[县市区镇乡])?(?:领导|班子成员|副[县市区镇乡]长|副书记|常委)$"
)
"""So many of them, who act together (三个区要…)."""
QUALIFIER: Final = Headed(
    r"(?:有条件|符合条件|具备条件|有意愿|所在(?:地|[村镇乡县区])|新?到任|新任|离任|接任|包案|分管|挂钩|包联|驻点"
    r"|被(?:点名|通报|约谈|督[察办]|巡[察视]|反馈|挂牌)(?:批评|督办)?|有[一-鿿]{2,6}(?:任务|隐患|隐患点|风险点)|承担[一-鿿]{2,8}任务)的"
    r"|各[一-鿿（）()、]{1,8}?(?:分管|主管|联系|挂点|包联|负责)[一-鿿]{1,6}的(?=[一-鿿]{0,4}?(?:[县区市镇乡局校院]长|书记|领导|负责人|副职|同志|主任|干部))"
)
"""What may stand before a name and belongs to it (有条件的乡镇)."""
COUNTED: Final = compiled(
    r"[0-9０-９一二两三四五六七八九十百]\s?(?:处|所|站|组|队|村|乡|镇|园|院|校|科)$"
    r"|[0-9０-９一二两三四五六七八九十百](?:座|处|栋|口|条|台|眼)[一-龥]{0,3}[站厂馆院园校所]$"
)
COUNTED_CLASS: Final = compiled(r"[0-9０-９一二两三四五六七八九十百]{1,4}\s?(?:个|家|所|位|名)[^、，,]{1,8}")
"""What is counted, and does not act (6个站; 20家企业)."""
SO_MANY: Final = compiled("全[省市县区镇乡村校院][0-9０-９]{1,6}[名位](?=[\u4e00-\u9fff]{2,8})")
"""How many of them there are is no part of a name ([全乡86名]护林员)."""
TALLY: Final = compiled(r"[两二三四五六七八九十](?:家|个)$")
NUMERALS: Final = {char: value for value, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_STATE: Final = (
    "(?:[\u4e00-\u9fff]得(?:最|很|太|比较|更|特别|也|还|不|不太){0,2}[\u4e00-\u9fff]{1,2}"
    "|[\u4e00-\u9fff]{0,4}(?:最|很|较|比较|太|更|特别|非常|相对|偏)(?:[多少大小重轻快慢高低长久短强弱好差紧松难早晚全深薄厚足实累广]|突出|集中|繁重|艰巨)了?"
    "|[\u4e00-\u9fff]{2,4}不(?:小|轻|少|够|足|快|紧|实|齐|高|大|多|低|算[多少大小轻重快])了?"
    "|[\u4e00-\u9fff]{2,4}(?<![进转看改完做较最])[多少大重快慢好差紧难弱薄厚强足]了?)"
)
STANDS: Final = compiled(
    rf"{_STATE}|(?:[年月季周][初底中末])?[\u4e00-\u9fff]{{1,2}}了[\u4e00-\u9fff]{{1,5}}"
    "|(?:全|都)?包(?:圆|下来)?了|打头阵|唱主[角戏]|挑大[梁头]|打主攻|当主力"
)
"""How a body stands (任务最重, 欠得最多, 领了任务): nothing is asked of it yet, but what comes next is."""
STANDS_AT_WORK: Final = compiled(
    "(?:的?(?:任务|担子|责任|压力|进度|动作|工作|存量|基数|欠账|短板|户数|基础|底子|包袱)|[欠拖抓做干动走落差])"
    f"(?:{_STATE}|[最很较太更]?[多少大重慢好差紧难弱薄])了?"
)
"""The same of what may be a mere place (柳河镇任务最重): it is said of its work."""
TAKES_ALONG: Final = compiled("带着|带领|领着|率领?|跟(?![进踪着上])|同(?![步时样意志级类心城期比等一])")
"""Behind a name: who comes along, or with whom it is done, is not who acts (治保主任[带着]巡逻队; 农机站[跟]供销社每月对账)."""
_VERB_TABLES = ("lexicon.verbs", "lexicon.nominal")


@lru_cache(maxsize=8)
def verb_lexicon(rules: RuleSet) -> frozenset[str]:
    """Return the two-character verbs of `rules/actions/lexicon.toml`."""
    tables = (table for _, data in rules.tables["actions"] for table in data.get("table", ()))
    return frozenset(word for table in tables if table["id"] in _VERB_TABLES for word in table["words"].split())
