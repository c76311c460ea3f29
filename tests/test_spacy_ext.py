"""The component for spaCy: spans and rows on the Doc, whatever the tokenizer, process or disk it goes through."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import commitments
import commitments.spacy_ext  # registers the factory where the package was not installed anew
from commitments.errors import OptionError, RuleError

SPEECH = (
    "同志们：\n一、抓好供热。住建局要会同城管局，在10月15日前改造老旧管网46公里。\n"
    "二、抓好帮扶。各镇街党政主要负责同志每月走访困难户不少于8户，11月底前全部建档。"
)
PAGE = f"网站首页\n在供热工作会上的讲话\n{SPEECH}\n上一篇：在座谈会上的讲话\n版权所有\n"
CHARACTERS = {"lang": "zh"}
JIEBA = {"lang": "zh", "tokenizer": {"segmenter": "jieba"}}
ENGLISH = {"lang": "en"}


def pipeline(language: dict[str, object] = CHARACTERS, **config: object) -> Language:
    options = dict(language)
    made = spacy.blank(str(options.pop("lang")), config={"nlp": options})
    made.add_pipe("commitments", config={"date": "2025-09-12", **config})
    return made


def grouped(doc: Doc) -> dict[str, list[tuple[str, str]]]:
    return {group: [(span.text, span.label_) for span in spans] for group, spans in doc.spans.items()}


def state(doc: Doc) -> tuple[object, ...]:
    return grouped(doc), doc._.commitments, doc._.commitments_unaligned


def test_spans_and_rows_of_a_speech() -> None:
    doc = pipeline()(SPEECH)
    assert grouped(doc) == {
        "owners": [("住建局", "OWNER"), ("城管局", "CO_OWNER"), ("各镇街党政主要负责同志", "OWNER")],
        "quantities": [("46公里", "QUANTITY"), ("不少于8户", "QUANTITY"), ("全部", "QUANTITY")],
        "deadlines": [("10月15日前", "DEADLINE"), ("每月", "DEADLINE"), ("11月底前", "DEADLINE")],
        "actions": [("改造老旧管网46公里", "ACTION"), ("走访困难户不少于8户", "ACTION"), ("全部建档", "ACTION")],
    }
    assert [(row.owner, row.action) for row in doc._.commitments] == [
        (("住建局",), "改造老旧管网46公里"),
        (("各镇街党政主要负责同志",), "走访困难户不少于8户"),
        (("各镇街党政主要负责同志",), "全部建档"),
    ]
    assert [span.id_ for span in doc.spans["actions"]] == [row.id for row in doc._.commitments]
    assert doc._.commitments_unaligned == ()


def test_rows_are_those_of_the_main_job() -> None:
    doc = pipeline()(PAGE)
    assert list(doc._.commitments) == list(commitments.extract(commitments.RawPage(PAGE), date="2025-09-12"))


def test_spans_of_a_page_stand_on_the_page_and_evidence_is_found_there() -> None:
    doc = pipeline()(PAGE)
    assert [span.text for span in doc.spans["actions"]] == [row.action for row in doc._.commitments]
    assert [doc.text[row.raw_start : row.raw_end] for row in doc._.commitments] == [row.evidence for row in doc._.commitments]
    assert doc._.commitments[0].start < doc._.commitments[0].raw_start


def test_text_that_is_clean_may_be_read_as_it_is() -> None:
    doc = pipeline(clean=False)(PAGE)
    assert [(row.start, row.end) for row in doc._.commitments] == [(row.raw_start, row.raw_end) for row in doc._.commitments]
    assert doc.text[doc._.commitments[0].start :].startswith("住建局要会同")


def test_a_doc_has_its_own_date_and_name() -> None:
    made = pipeline()
    doc = made.make_doc(SPEECH)
    doc._.speech_date, doc._.speech_id = "2031-09-12", "s7"
    first = made(doc)._.commitments[0]
    assert (first.doc_id, first.speech_date, first.deadline.end.isoformat()) == ("s7", "2031-09-12", "2031-10-15")


@pytest.mark.parametrize("text", ["", "   \n", "今天天气好。"])
def test_a_text_without_commitments_has_empty_groups(text: str) -> None:
    doc = pipeline()(text)
    assert state(doc) == ({"owners": [], "quantities": [], "deadlines": [], "actions": []}, (), ())


def test_a_page_without_a_speech_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with pytest.warns(UserWarning, match="^commitments: input: there is no speech on this page; "):
        doc = pipeline()("首页\n上一篇：通知\n下一篇：公告\n版权所有\n")
    assert doc._.commitments == ()


@pytest.mark.parametrize(("language", "least"), [(JIEBA, 1), (ENGLISH, 11)], ids=["jieba", "english"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of jieba's own imports
def test_mentions_inside_tokens_are_counted_and_warned_of_and_never_widened(
    language: dict[str, object], least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    text = SPEECH.replace("住建局要", "由市住建局")  # jieba makes one word of 由市, and the owner begins inside it
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always", UserWarning)
        doc = pipeline(language)(text)
    characters = pipeline()(text)
    everything = {(group, span.start_char, span.end_char) for group, spans in characters.spans.items() for span in spans}
    aligned = {(group, span.start_char, span.end_char) for group, spans in doc.spans.items() for span in spans}
    left = set(doc._.commitments_unaligned)
    assert doc._.commitments == characters._.commitments
    assert aligned | left == everything and not aligned & left and len(left) >= least
    (said,) = [str(item.message) for item in heard if str(item.message).startswith("commitments: ")]
    assert said.startswith(f"commitments: {len(left)} of {len(everything)} mentions begin or end inside a token and are in no span group; ")


def test_a_warning_is_in_the_language_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.warns(UserWarning, match="^commitments：9处中有9处的起点或终点落在一个词的中间，没有放进任何一组；"):
        pipeline(ENGLISH)(SPEECH.partition("\n二")[0] + "审计局每季度抽查工地5处。")


def test_several_processes_give_the_same() -> None:
    made = pipeline()
    texts = [SPEECH, PAGE, "", SPEECH.replace("46", "47")] * 3
    assert [state(doc) for doc in made.pipe(texts, n_process=2, batch_size=2)] == [state(doc) for doc in made.pipe(texts)]


def test_a_process_that_is_started_afresh_can_take_the_component() -> None:
    component = pipeline().get_pipe("commitments")
    again = pickle.loads(pickle.dumps(component))
    assert vars(again) == vars(component)


def test_rows_travel_with_the_doc(tmp_path: Path) -> None:
    made = pipeline()
    doc = made(PAGE)
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(packed).get_docs(made.vocab)
    assert state(again) == state(doc)
    assert state(Doc(made.vocab).from_bytes(doc.to_bytes())) == state(doc)


def test_a_pipeline_on_disk_keeps_its_options(tmp_path: Path) -> None:
    made = pipeline(clean=False)
    made.to_disk(tmp_path / "made")
    again = spacy.load(tmp_path / "made")
    assert vars(again.get_pipe("commitments")) == vars(made.get_pipe("commitments"))
    assert state(again(PAGE)) == state(made(PAGE))


def test_a_pipeline_in_bytes_keeps_its_options() -> None:
    made = pipeline(date="2030-01-05")
    again = pipeline(clean=False).from_bytes(made.to_bytes())
    assert state(again(SPEECH)) == state(made(SPEECH))


def test_own_rules_go_along_to_disk(tmp_path: Path) -> None:
    own = tmp_path / "own" / "deadlines"
    own.mkdir(parents=True)
    rule = (
        '[[rule]]\nid = "deadline.own_harvest"\npattern = \'秋粮归仓前\'\nresolve = "season"\n'
        '  [[rule.match]]\n  text = "【秋粮归仓前】修好机耕路6公里"\n  [[rule.match]]\n  text = "【秋粮归仓前】检修烘干机12台"\n'
        '  [[rule.no_match]]\n  text = "秋粮归仓后再修路"\n  why = "after it"\n'
    )
    (own / "own.toml").write_text(rule, encoding="utf-8")
    text = "农业农村局要在秋粮归仓前修好机耕路6公里。"
    made = pipeline(rules=str(own.parent))
    made.to_disk(tmp_path / "made")
    shutil.rmtree(own.parent)
    again = spacy.load(tmp_path / "made")
    assert grouped(again(text))["deadlines"] == [("秋粮归仓前", "DEADLINE")]
    assert grouped(pipeline()(text))["deadlines"] == []
    with pytest.raises(OptionError, match="to_disk"):
        again.to_bytes()


def test_wrong_options_are_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="speech date"):
        pipeline(date="2025-13-40")
    with pytest.raises(RuleError, match="no such folder"):
        pipeline(rules=str(tmp_path / "nowhere"))(SPEECH)


def test_the_main_job_does_not_load_spacy() -> None:
    run_it = "commitments.extract(commitments.RawPage('教育局要在5月底前新增学位900个。'))"
    code = f"import sys, commitments; {run_it}; print('spacy' in sys.modules)"
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == "False"
