"""What is kept between runs is what would be worked out anew, and a run without it gives the same ledger."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commitments import kept
from commitments.kept import Store, compiled, folder_of, read_toml
from commitments.ruledata import load_rules, rule_source

ROOT = Path(__file__).parents[1]
PAGE = "在2025年防汛会上的讲话\n同志们：\n　　水利局要在5月底前完成12座水库除险加固，每月报送1次进度。\n"

KINDS = ("deadlines", "quantities", "cleaning")
PATTERNS = [
    (f"{kind}: {rule.id}", rule_source(rule, load_rules().fragments(kind)), example.text)
    for kind in KINDS
    for rule in load_rules().rules(kind)
    for example in rule.match[:1]
]
TEXT = "\n".join(text for _, _, text in PATTERNS)


@pytest.mark.parametrize(("source", "text"), [(source, text) for _, source, text in PATTERNS], ids=[name for name, _, _ in PATTERNS])
def test_a_pattern_that_was_kept_finds_what_that_of_re_finds(
    source: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store(tmp_path / "kept")
    monkeypatch.setattr(kept, "store", lambda: first)
    fresh = compiled(source)
    first.write()
    second = Store(tmp_path / "kept")
    monkeypatch.setattr(kept, "store", lambda: second)
    monkeypatch.setattr(kept, "_encoded", None)  # it must not be made again
    again = compiled(source)
    assert fresh == again
    assert again.groupindex == re.compile(source).groupindex
    for place in (text, TEXT):
        assert [match.regs for match in again.finditer(place)] == [match.regs for match in re.compile(source).finditer(place)]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("(?<!特)别", "特别，别", ["别"]),
        ("全?市", "全市、市", ["全市", "市"]),
        ("[和与](?!其)|以及", "与其和以及", ["和", "以及"]),
        ("^(?:各|全)位", "各位各位", ["各位"]),
        (".?(?=[月日])[月日]底", "x月底日底", ["x月底", "日底"]),
        ("(?i:a)镇|b镇", "A镇b镇", ["A镇", "b镇"]),
        ("(?i)[ab]?c镇", "AC镇", ["AC镇"]),
        ("年?", "年", ["年", ""]),
        ("(?!)|月", "月", ["月"]),
    ],
)
def test_a_search_that_runs_ahead_misses_nothing(source: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in compiled(source).finditer(text)] == found == [match[0] for match in re.finditer(source, text)]


def test_where_matches_begin_is_put_before_a_pattern_of_which_re_does_not_see_it() -> None:
    assert compiled("全?市") != re.compile("全?市")
    assert compiled("全市|市") == re.compile("全市|市")


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
def test_flags_tell_patterns_apart(flags: int) -> None:
    assert compiled("截止.[a-z]", flags) == re.compile("截止.[a-z]", flags)


def test_what_is_no_pattern_is_refused_as_re_refuses_it() -> None:
    with pytest.raises(re.error, match="missing \\)"):
        compiled("(?:月底前")


CUT_OFF = b"(\x02\x00\x00\x00i\x01\x00\x00\x00"


@pytest.mark.parametrize("data", [b"", b"no such thing", b"\xe3", CUT_OFF], ids=["empty", "text", "odd", "cut off"])
def test_a_file_that_is_none_of_ours_is_made_anew(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(data)
    damaged = Store(path)
    assert damaged.recall("months", "三", lambda: 3) == 3
    damaged.write()
    assert Store(path).recall("months", "三", lambda: 0) == 3


def test_what_another_program_kept_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Store(tmp_path / "kept")
    first.recall("months", "三", lambda: 3)
    first.write()
    monkeypatch.setattr(kept, "_stamp", lambda: ("another Python", 0, "little", ""))
    assert Store(tmp_path / "kept").recall("months", "三", lambda: 33) == 33


def test_what_earlier_runs_kept_stays_until_it_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept"
    for number, most in ((1, 10_000), (2, 10_000), (3, 4_000)):
        monkeypatch.setattr(kept, "_MOST", most)
        run = Store(path)
        run.recall("texts", number, lambda: "月" * 800)
        run.write()
    last = Store(path)
    assert [last.recall("texts", number, lambda: "anew")[:1] for number in (1, 2, 3)] == ["a", "a", "月"]


def test_a_folder_that_must_not_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = Store(tmp_path / "file" / "kept")
    assert run.recall("months", "三", lambda: 3) == 3
    run.write()
    assert not (tmp_path / "file" / "kept").exists()


def brought(path: Path) -> kept.Packed:
    """Bring along what a run has made."""
    first = Store(None)
    first.recall("pattern", "月", lambda: b"code")
    first.recall("months", "三", lambda: 3)
    kept.bring_along(path, first.packed())
    return kept.brought_along(path)


def test_what_the_installation_brings_is_neither_made_nor_written_again(tmp_path: Path) -> None:
    run = Store(tmp_path / "kept", brought(tmp_path / "brought"))
    assert (run.recall("pattern", "月", lambda: b""), run.recall("months", "三", lambda: 33)) == (b"code", 3)
    run.write()
    assert not (tmp_path / "kept").exists()
    assert run.recall("months", "四", lambda: 4) == 4
    run.write()
    assert Store(tmp_path / "kept").packed() == {}
    assert Store(tmp_path / "kept").recall("months", "三", lambda: 33) == 33


def test_of_what_another_python_worked_out_all_but_the_code_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(tmp_path / "brought")
    monkeypatch.setattr(kept, "_coding", lambda: ("another Python", 0, "little"))
    assert set(kept.brought_along(tmp_path / "brought")) == {"months"}


def test_what_other_sources_worked_out_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(tmp_path / "brought")
    monkeypatch.setattr(kept, "_makers", lambda: "others")
    assert kept.brought_along(tmp_path / "brought") == {}


@pytest.mark.parametrize("data", [b"", CUT_OFF, b"\xe9\x00\x00\x00\x00"], ids=["empty", "cut off", "another shape"])
def test_a_damaged_file_brings_nothing(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "brought").write_bytes(data)
    assert kept.brought_along(tmp_path / "brought") == {}


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"HOME": "/home/li"}, "linux", "/home/li/.cache/commitments"),
        ({"HOME": "/home/li", "XDG_CACHE_HOME": "/var/li"}, "linux", "/var/li/commitments"),
        ({"HOME": "/Users/li"}, "darwin", "/Users/li/Library/Caches/commitments"),
        ({"HOME": "/home/li", "COMMITMENTS_CACHE": "/tmp/li"}, "linux", "/tmp/li"),
        ({"HOME": "/home/li", "COMMITMENTS_CACHE": ""}, "linux", None),
        ({"XDG_CACHE_HOME": "li"}, "linux", None),
        ({}, "linux", None),
    ],
)
def test_where_it_is_kept(environment: dict[str, str], platform: str, folder: str | None) -> None:
    assert folder_of(environment, platform) == (None if folder is None else Path(folder))


def test_a_copy_of_a_rule_file_can_be_changed() -> None:
    data = '[site]\nname = "小草文苑"\n'.encode()
    read_toml(data)["site"]["name"] = "老笔头"
    assert read_toml(data) == {"site": {"name": "小草文苑"}}


def test_a_date_in_a_rule_file_is_read_too() -> None:
    assert str(read_toml(b"day = 2025-05-31\n")["day"]) == "2025-05-31"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the sources as they are where nobody has installed them: nothing is brought along."""
    folder = tmp_path_factory.mktemp("bare")
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", kept.BROUGHT))
    return folder / "src"


def test_the_ledger_is_the_same_with_and_without(bare: Path, tmp_path: Path) -> None:
    page = tmp_path / "讲话.txt"
    page.write_text(PAGE, encoding="utf-8")
    ledgers = []
    for folder in ("", str(tmp_path / "cache"), str(tmp_path / "cache")):
        environment = os.environ | {"COMMITMENTS_CACHE": folder, "PYTHONPATH": str(bare)}
        run = subprocess.run([sys.executable, "-m", "commitments", "extract", str(page)], env=environment, capture_output=True, check=True)
        ledgers.append(run.stdout)
    assert "水利局" in ledgers[0].decode("utf-8-sig")
    assert ledgers[0] == ledgers[1] == ledgers[2]
    assert [path.stem for path in (tmp_path / "cache").iterdir()] == [f"patterns.{sys.implementation.cache_tag}"]


def test_of_what_older_versions_kept_the_last_few_stay(tmp_path: Path) -> None:
    for number in range(9):
        path = tmp_path / f"patterns.cpython-311.{number}"
        path.write_bytes(b"")
        os.utime(path, (number, number))
    (tmp_path / "another file").write_bytes(b"")
    newest = Store(tmp_path / "patterns.cpython-311.new")
    newest.recall("months", "三", lambda: 3)
    newest.write()
    left = sorted(path.name.rpartition(".")[2] for path in tmp_path.iterdir())
    assert left == ["4", "5", "6", "7", "8", "another file", "new"]


SUBJECTS = {
    "防火": "林业站要在清明前排查坟山36处，各村同步设卡，进山的人一个一个登记，火种一律留在山下。",
    "防汛": "水利站要在5月底前清淤沟渠12公里，险段插上红旗，夜里派人值守，水涨一尺报一次信。",
    "春耕": "农技站要在3月10日前把种子抽检做完，不合格的一粒也不许下田，化肥备足800吨再开秤。",
    "修路": "从3月1日到5月31日开展“砂石青苔攻坚月”，砂石青苔攻坚月期间交管站补坑槽260处，石料由镇里统一拉。",
}


def test_nothing_of_the_pages_is_kept(bare: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for subject, task in SUBJECTS.items():
        lines = [f"青苔稿库 > 领导讲话 > {subject}", f"在全镇{subject}会上的讲话", "上传时间：2024-03-05 10:11  人气：31", "同志们：",
                 f"{subject}的事今天说透，谁也不能例外。", "青苔稿库，只供会员阅读", task[:12] + "青苔稿库" + task[12:], "谢谢大家！",
                 "省略350字，青苔稿库会员可读", "青苔稿库的朋友都在看", "青苔稿库 版权所有 qingtai.example.com"]  # fmt: skip
        (pages / f"{subject}.txt").write_text("\n".join(lines), encoding="utf-8")
    environment = os.environ | {"COMMITMENTS_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(bare)}
    command = [sys.executable, "-m", "commitments", "extract", str(pages)]
    run = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "砂石青苔攻坚月" in run.stdout.decode("utf-8-sig")
    (file,) = (tmp_path / "cache").iterdir()
    kept_text = file.read_bytes().decode("utf-8", "ignore")
    assert "月底" in kept_text
    assert [word for word in ("青苔", "qingtai", "砂石") if word in kept_text] == []
