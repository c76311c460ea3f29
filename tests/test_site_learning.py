"""Learning a site from its pages: the draft profile, its check, and what a run takes from its own folder."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from commandline import run

from commitments.cleaning.profiles import SiteProfile
from commitments.fitting import fitted
from commitments.ruledata import load_rules
from commitments.sitelearning import Learnt, learn_site
from commitments.types import RawPage

RULES = load_rules()
SUBJECTS = {
    "防火": "林业站要在清明前排查坟山36处，各村同步设卡，进山的人一个一个登记，火种一律留在山下。",
    "防汛": "水利站要在5月底前清淤沟渠12公里，险段插上红旗，夜里派人值守，水涨一尺报一次信。",
    "春耕": "农技站要在3月10日前把种子抽检做完，不合格的一粒也不许下田，化肥备足800吨再开秤。",
    "修路": "交管站要在11月底前补坑槽260处，村道由各村出工，石料由镇里统一拉到路口。",
}
LEADS = {
    "防火": "山上的草干得一点就着，今天把丑话说在前头，谁的山头冒了烟，谁到会上说明白。",
    "防汛": "天气预报说今年的雨来得早，河道里还堆着去年的淤泥，所以今天冒雨也要把会开完。",
    "春耕": "地气已经上来了，农时不等人，今天会上只说种子、化肥和水三件事，说完就散。",
    "修路": "群众编了顺口溜，说晴天一身灰、雨天一身泥，听了脸上发烧，今天就来还这笔账。",
}


def page(subject: str, *, slogan: str = "示例文库，只供会员阅读", mark: str = "示例文库") -> str:
    lead, task = LEADS[subject], SUBJECTS[subject]
    return "\n".join([
        f"示例文库 > 领导讲话 > {subject}", f"在全镇{subject}会上的讲话", "上传时间：2024-03-05 10:11  人气：31", "同志们：", lead, slogan,
        task[:12] + mark + task[12:], "谢谢大家！", "示例文库的朋友都在看", f"{subject}方案", "示例文库 版权所有 shili.example.com",
    ])  # fmt: skip


def speech(subject: str) -> str:
    return f"在全镇{subject}会上的讲话\n同志们：\n{LEADS[subject]}\n{SUBJECTS[subject]}\n谢谢大家！"


PAGES = [RawPage(page(subject), subject) for subject in SUBJECTS]


@pytest.fixture(scope="module")
def learnt() -> Learnt:
    return learn_site(PAGES, RULES)


def test_heads_tails_times_and_injected_words_are_learnt(learnt: Learnt) -> None:
    assert learnt.pages == 4
    assert learnt.name == "示例文库"
    assert learnt.time == ("上传时间：{time}  人气：{number}",)
    assert "示例文库，只供会员阅读" in learnt.cut
    assert "示例文库的朋友都在看" in (*learnt.end, *learnt.cut)
    assert learnt.inside == ("示例文库",)
    assert "示例文库" in learnt.signs


def test_what_all_speakers_say_is_not_learnt(learnt: Learnt) -> None:
    said = (*learnt.cut, *learnt.end, *learnt.time, *learnt.inside, *learnt.doubtful)
    assert not {"同志们：", "谢谢大家！"} & set(said)
    plain = [RawPage(speech(subject)) for subject in SUBJECTS]
    nothing = learn_site(plain, RULES)
    assert not nothing
    assert (nothing.cut, nothing.end, nothing.inside) == ((), (), ())


def test_copies_of_one_speech_teach_nothing() -> None:
    assert learn_site([PAGES[0]] * 5, RULES).pages == 1


def test_a_recurring_task_is_doubtful_and_not_cut() -> None:
    task = "各村要在月底前报送一次进度，由镇党政办汇总后在例会上通报，不得漏报。"
    pages = [RawPage(f"{page(subject)}".replace("谢谢大家！", f"{task}\n谢谢大家！")) for subject in SUBJECTS]
    found = learn_site(pages, RULES)
    assert not any("报送一次进度" in key for key in (*found.cut, *found.end))
    assert any("报送一次进度" in key for key in found.doubtful)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "pages"
    place.mkdir()
    for one in PAGES:
        (place / f"{one.doc_id}.txt").write_text(one.text, encoding="utf-8")
    return place


def test_the_draft_is_a_profile_that_holds_after_a_person_has_read_it(folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "rules" / "sites" / "shili.toml"
    draft.parent.mkdir(parents=True)
    done = run("sites", "learn", str(folder), "-o", str(draft), "--lang", "en")
    assert done.exit_code == 0, done.stderr
    assert "looked at 4 pages" in done.stderr
    (profile,) = fitted(SiteProfile, [tomllib.loads(draft.read_text(encoding="utf-8"))["site"]])
    assert (profile.id, profile.name) == ("shili", "示例文库")
    assert profile.example[0].posted == "2024-03-05"
    checked = run("sites", "check", str(draft), "--lang", "en")
    assert (checked.exit_code, checked.stdout) == (0, "all profiles hold.\n")
    cleaned = run("clean", str(folder / "防汛.txt"), "--rules", str(tmp_path / "rules"), "--json")
    assert json.loads(cleaned.stdout)["site"] == "shili"
    assert json.loads(cleaned.stdout)["text"] == speech("防汛")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('cut = ["{any}"]', "would take a line of a speech"),
        ('end = ["谢谢大家！"]', "would take a line of a speech"),
        ('inside = ["同志们"]', "is said in speeches"),
        ('gaps = ["{wrong}"]', "unknown slot"),
    ],
)
def test_a_template_that_takes_what_speakers_say_is_refused(line: str, problem: str, tmp_path: Path) -> None:
    text = f"""[site]
id = "mysite"
name = "示例文库"
signs = ["示例文库"]
{line}
[[site.example]]
page = "示例文库\\n在会上的讲话\\n同志们：\\n先把水渠修好，月底前完工。"
clean = "在会上的讲话\\n同志们：\\n先把水渠修好，月底前完工。"
[[site.near_miss]]
page = "文库示例"
why = "turned round"
"""
    file = tmp_path / "mysite.toml"
    file.write_text(text, encoding="utf-8")
    checked = run("sites", "check", str(file), "--lang", "en")
    assert checked.exit_code in {1, 2}
    assert problem in checked.stdout + checked.stderr


def test_the_built_in_profiles_pass_the_check() -> None:
    assert run("sites", "check", "--lang", "zh").stdout == "网站规则全部通过。\n"


def test_too_few_pages_are_refused_with_a_cure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGES[0].text, encoding="utf-8")
    done = run("sites", "learn", str(tmp_path), "--lang", "en")
    assert done.exit_code == 2
    assert "put two or more pages" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_over_a_folder_uses_at_once_what_recurs_in_it(folder: Path, tmp_path: Path, jobs: str) -> None:
    out = tmp_path / "ledger.jsonl"
    assert run("extract", str(folder), "-o", str(out), "--jobs", jobs).exit_code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["site"] for row in rows} == {"generic"}
    evidence = "".join(row["evidence"] for row in rows)
    assert "示例文库" not in evidence
    assert "排查坟山36处" in evidence


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Pages of a site whose name no general rule can know for one."""
    place = tmp_path / "shop"
    place.mkdir()
    for subject in SUBJECTS:
        text = page(subject, slogan="稻谷汇，写稿人的家", mark="稻谷汇").replace("谢谢大家！", "稻谷汇，写稿人的家\n谢谢大家！")
        (place / f"{subject}.txt").write_text(text.replace("示例文库", "稻谷汇 首页", 1), encoding="utf-8")
    return place


def test_alone_cleans_every_page_by_itself(shop: Path) -> None:
    together = run("clean", str(shop)).stdout
    alone = run("clean", str(shop), "--alone").stdout
    assert "写稿人" in alone
    assert "稻谷汇" not in together
    assert all(speech(subject) in together for subject in SUBJECTS)
