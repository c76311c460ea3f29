"""Runs the pipeline over many speeches, on one process or several; one bad page is one failure, and all others are done."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from commitments.cli_sources import Item
from commitments.errors import Error, OptionError, RuleError
from commitments.types import Commitment

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from commitments.cleaning.profiles import SiteProfile
    from commitments.ruledata import RuleSet

_WINDOW = 8
"""Speeches a worker may be ahead: enough to keep it busy, few enough to keep memory small."""
_PATIENCE = 0.1
"""Seconds between two looks at whether Ctrl-C was pressed while a speech is waited for."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A speech that gave no ledger rows because something is wrong with it."""

    source: str
    doc_id: str
    problem: str
    cure: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one speech gave."""

    commitments: tuple[Commitment, ...] = ()
    gaps: int = 0
    missing: int = 0
    """Characters withheld, where the page says how many."""
    dated: bool = True
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None
    speeches: int = 1
    """How many speeches the page holds."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with each speech; small and picklable, so that a worker process can be given it."""

    date: str | None
    overlay: Path | None
    learnt: tuple[SiteProfile, ...] = ()
    """Profiles that this run has learnt from its own folders."""
    ner: bool = True

    def __call__(self, item: Item) -> Outcome:
        """Read and extract one speech.

        Raises:
            RuleError: the rules are wrong, which concerns all speeches.
            OptionError: so is an option.
        """
        return guarded(item, self._extracted)

    def _extracted(self, item: Item) -> Outcome:
        from commitments.pipeline import extract_pages

        rules = _rules(self.overlay, self.learnt)
        found = [speech for _, speech in extract_pages(item.read(), date=item.date or self.date, rules=rules, ner=self.ner)]
        gaps = [gap for one in found for gap in one.speech.gaps]
        return Outcome(
            commitments=tuple(row for one in found for row in one.commitments),
            gaps=len(gaps),
            missing=sum(gap.missing or 0 for gap in gaps),
            dated=all(one.speech_date is not None for one in found),
            warnings=tuple(dict.fromkeys(code for one in found for code in one.speech.warnings)),
            speeches=len(found),
        )


@lru_cache(maxsize=4)
def _rules(overlay: Path | None, learnt: tuple[SiteProfile, ...]) -> RuleSet:
    """Load the rules of a run once a process."""
    from commitments.cli_sites import with_profiles
    from commitments.ruledata import load_rules

    return with_profiles(load_rules(overlay), learnt)


def guarded(item: Item, work: Callable[[Item], Outcome]) -> Outcome:
    """Return the outcome of a speech; whatever is wrong with it becomes its failure."""
    try:
        return work(item)
    except (RuleError, OptionError):
        raise
    except Error as error:
        return failed(item, error.problem, error.cure)
    except Exception as error:  # the edge of the batch: one speech must not cost the others
        return failed(item, f"unexpected {where(error)}", "please report it together with the page")


def failed(item: Item, problem: str, cure: str) -> Outcome:
    """Return the outcome of a speech that could not be done."""
    return Outcome(failure=Failure(item.name, item.doc_id, problem, cure))


def where(error: BaseException) -> str:
    """Return an unexpected error as one line with the place in this program where it arose."""
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "commitments" in PurePath(frame.filename).parts]
    place = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    words = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{place}" + (f" ({words})" if words else "")


def outcomes(items: Iterable[Item], task: Callable[[Item], Outcome], jobs: int) -> Generator[Outcome]:
    """Yield the outcome of each speech in the order of the items, the same for any number of jobs.

    Whoever stops before the end closes the generator, which dismisses the workers and gives Ctrl-C back.

    Args:
        items: the speeches.
        task: what to do with each; must be picklable where `jobs` is more than one.
        jobs: worker processes; 1 does the work in this one.
    """
    if jobs <= 1:
        yield from map(task, items)
        return
    with interrupts() as hold:
        crew = _Crew(task, jobs, hold)
        try:
            for item in items:
                crew.give(item)
                if len(crew.waiting) > jobs * _WINDOW:
                    yield crew.take()
            while crew.waiting:
                yield crew.take()
        finally:
            crew.dismiss()


class Hold:
    """Answers Ctrl-C: at once, or, inside `with hold.back():`, when that block is left.

    A pool of processes keeps locks; an interrupt raised while it has one would leave it locked, and `shutdown` waiting for ever.
    """

    def __init__(self) -> None:
        self.answer: Callable[[int, Any], Any] | None = None
        """What Ctrl-C did before; None where it is not ours to answer."""
        self.held = False
        self.noted = False

    def heed(self, number: int, frame: Any) -> None:
        """Be the handler of the signal."""
        if self.held:
            self.noted = True
        elif self.answer is not None:
            self.answer(number, frame)

    @contextmanager
    def back(self) -> Iterator[None]:
        """Hold Ctrl-C back in this block, which must not last long."""
        self.held = True
        try:
            yield
        finally:
            self.held = False
            if self.noted and self.answer is not None:
                self.noted = False
                self.answer(signal.SIGINT, None)


@contextmanager
def interrupts() -> Iterator[Hold]:
    """Let Ctrl-C be held back inside; where it is ignored, and outside of the main thread, nothing is changed."""
    hold = Hold()
    before = signal.getsignal(signal.SIGINT)
    if not callable(before) or threading.current_thread() is not threading.main_thread():
        yield hold
        return
    hold.answer = before
    signal.signal(signal.SIGINT, hold.heed)
    try:
        yield hold
    finally:
        signal.signal(signal.SIGINT, before)


class _Crew:
    """Worker processes and the speeches they have been given, in order."""

    def __init__(self, task: Callable[[Item], Outcome], jobs: int, hold: Hold) -> None:
        self.task = task
        self.jobs = jobs
        self.hold = hold
        self.pool = _pool(jobs)
        self.waiting: deque[tuple[Item, Future[Outcome]]] = deque()

    def give(self, item: Item) -> None:
        from concurrent.futures import BrokenExecutor

        with self.hold.back():
            try:
                future = self.pool.submit(self.task, item)
            except BrokenExecutor:
                self.pool = _pool(self.jobs)
                future = self.pool.submit(self.task, item)
        self.waiting.append((item, future))

    def take(self) -> Outcome:
        from concurrent.futures import BrokenExecutor

        item, future = self.waiting.popleft()
        try:
            return self._result(future)
        except BrokenExecutor:
            return self._alone(item)

    def _result(self, future: Future[Outcome]) -> Outcome:
        """Wait in short stretches, so that Ctrl-C is answered soon, but never inside the pool."""
        from concurrent.futures import wait

        while not future.done():
            with self.hold.back():
                wait((future,), _PATIENCE)
        return future.result()

    def _alone(self, item: Item) -> Outcome:
        """Do a speech again by itself after a worker died: only the one that kills its worker again has failed."""
        from concurrent.futures import BrokenExecutor

        pool = _pool(1)
        given: list[Future[Outcome]] = []
        try:
            with self.hold.back():
                future = pool.submit(self.task, item)
            given.append(future)
            return self._result(future)
        except BrokenExecutor:
            return failed(item, "it kills the process that reads it, perhaps for want of memory", "cut the page into smaller ones")
        finally:
            self._dismiss(pool, given)

    def dismiss(self) -> None:
        self._dismiss(self.pool, [future for _, future in self.waiting])

    def _dismiss(self, pool: ProcessPoolExecutor, given: Iterable[Future[Outcome]]) -> None:
        """End a pool; where a speech is still being read, the run has been broken off, and all workers are stopped at once."""
        from multiprocessing import active_children

        with self.hold.back():
            if not all(future.done() for future in given):
                for worker in active_children():
                    worker.terminate()
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Let only the main process answer Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
