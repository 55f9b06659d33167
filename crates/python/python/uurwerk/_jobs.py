"""The jobs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from . import _uurwerk
from ._documents import Difference, Plan, School, WhatIf, Why
from ._faults import ConflictError, Diagnostic, InputError, InternalError, UsageError, diagnostics, made
from ._uurwerk import Cancel

try:
    from typing import Unpack
except ImportError:  # before Python 3.11 it is only needed by type checkers
    from typing import Generic, TypeVar

    class Unpack(Generic[TypeVar("T")]):  # type: ignore[no-redef]
        pass


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a call stands; None for what is not known yet."""

    stage: str
    """`allocation`, `timetable` or `measurement`."""
    hard: int | None
    soft: int | None
    bound: int | None
    elapsed: float
    """Seconds since the call began."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found in a school that can be served."""

    lessons: int
    staff: int
    classes: int
    rooms: int
    diagnostics: list[Diagnostic]
    """What looks odd."""


class Options(TypedDict, total=False):
    """How to do one call."""

    time_limit: float
    """Seconds, kept within one; 60 when not given."""
    seed: int
    threads: int
    """At most those of the context; all of them when not given."""
    iterations: int | None
    """Stop by work instead of by the clock: same seed, threads and iterations, same plan."""
    progress: Callable[[Progress], object] | None
    """Told where the call stands; what it raises ends the call."""
    better: Callable[[Plan], object] | None
    """Told of better plans while the timetable is sought, at most ten a second."""
    cancel: Cancel | None
    language: str
    """Of diagnostics: en, nl or fr."""


DocumentLike = Mapping[str, Any] | bytes | str | os.PathLike[str]
"""A document, its JSON as bytes, or the path of a file."""

SchoolLike = School | Mapping[str, Any] | bytes | str | os.PathLike[str]
"""A school, its document, its JSON as bytes, or the path of a file."""


def _how(
    time_limit: float = 60,
    seed: int = 1,
    threads: int = 0,
    iterations: int | None = None,
    progress: Callable[[Progress], object] | None = None,
    better: Callable[[Plan], object] | None = None,
    cancel: Cancel | None = None,
    language: str = "en",
) -> dict[str, Any]:
    return {
        "seed": seed,
        "threads": threads,
        "iterations": iterations,
        "time_limit_ms": max(0, round(time_limit * 1000)),
        "language": language,
        "cancel": cancel,
        "progress": progress and (lambda *news: progress(Progress(*news))),
        "better": better and (lambda plan: better(Plan(json.loads(plan)))),
    }


def _named(documents: Any, name: str) -> list[tuple[str, bytes]]:
    """Documents with what to call them: as they are named, after their files, or by number."""
    if isinstance(documents, Mapping) and "uurwerk" not in documents:
        return [(key, _bytes(value)) for key, value in documents.items()]
    if isinstance(documents, (School, Plan, Mapping, bytes, str, os.PathLike)):
        documents = [documents]
    called = lambda n, one: os.fspath(one) if isinstance(one, (str, os.PathLike)) else f"{name} {n}"
    return [(called(n, one), _bytes(one)) for n, one in enumerate(documents, 1)]


def _bytes(document: School | Plan | Mapping[str, Any] | bytes | str | os.PathLike[str]) -> bytes:
    if isinstance(document, (School, Plan)):
        return document.to_json()
    if isinstance(document, Mapping):
        return json.dumps(document, ensure_ascii=False).encode()
    if isinstance(document, bytes):
        return document
    return Path(document).read_bytes()


def _answer(reply: tuple[int, bytes, bytes, bytes]) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The document and what should be known beside it, or the exception that says why there is none."""
    status, output, report, _ = reply
    document = json.loads(output)
    if status == 3:
        raise ConflictError(document)
    if status in (1, 2, 5):
        raise {1: InputError, 2: UsageError, 5: InternalError}[status](diagnostics(document))
    return document, diagnostics(json.loads(report)) if report else []


class Context:
    """A number of threads that any number of calls, from any threads, share; 0 means all cores."""

    def __init__(self, threads: int = 0) -> None:
        self._context = _uurwerk.Context(threads)

    @property
    def threads(self) -> int:
        return self._context.threads

    def plan(self, school: SchoolLike, **options: Unpack[Options]) -> Plan:
        """Decides who teaches what, when and where. The plan of a call that was cancelled or out of time is whole;
        `complete` says whether every hard rule holds."""
        return Plan(_answer(self._context.plan(_bytes(school), _how(**options)))[0])

    def allocate(self, school: SchoolLike, **options: Unpack[Options]) -> Plan:
        """Decides who teaches what, and nothing more."""
        return Plan(_answer(self._context.allocate(_bytes(school), _how(**options)))[0])

    def timetable(self, plan: Plan | SchoolLike, school: SchoolLike | None = None, **options: Unpack[Options]) -> Plan:
        """Decides when and where for the teachers of a plan of `school`, or for a school."""
        other = None if school is None else _bytes(school)
        return Plan(_answer(self._context.timetable(_bytes(plan), other, _how(**options)))[0])

    def check(self, school: SchoolLike, **options: Unpack[Options]) -> Checked:
        """Whether a school is valid and can be served at all, in under 2 s."""
        document, _ = _answer(self._context.check(_bytes(school), _how(**options)))
        found = diagnostics(document)
        return made(Checked, {**document, "diagnostics": found})

    def convert(
        self,
        files: str | os.PathLike[str] | Mapping[str, bytes],
        *,
        format: str | None = None,
        profile: bytes | None = None,
        **options: Unpack[Options],
    ) -> School:
        """Makes a school of the files of others: a folder, or contents by name. `notes` says what was assumed."""
        if not isinstance(files, Mapping):
            paths = sorted(path for path in Path(files).iterdir() if path.is_file())
            files = {path.name: path.read_bytes() for path in paths}
        reply = self._context.convert(list(files.items()), format, profile, _how(**options))
        return School(*_answer(reply))

    def what_if(
        self,
        plan: Plan | DocumentLike,
        school: SchoolLike,
        scenarios: DocumentLike | Sequence[DocumentLike],
        *,
        order: Sequence[str] = (),
        list: int = 0,
        take: int = 0,
        **options: Unpack[Options],
    ) -> WhatIf:
        """The smallest change to a plan of `school` under scenarios, each on the school that the one before it made.

        `order` says what counts first, second and third: `lessons`, `people`, `classes`. With `list`, so many plans
        are looked for on the way to the best; they are in the difference, and `take` chooses the one that is given.
        """
        ask = json.dumps({"order": [*order], "list": list, "take": take}).encode()
        reply = self._context.what_if(_bytes(school), _bytes(plan), _named(scenarios, "scenario"), ask, _how(**options))
        document, _ = _answer((*reply[:2], b"", b""))
        return WhatIf(Plan(document), Difference(json.loads(reply[2])), School(json.loads(reply[3])))

    def compare(
        self,
        plans: Mapping[str, Plan] | Sequence[Plan | DocumentLike],
        schools: SchoolLike | Sequence[SchoolLike] = (),
        **options: Unpack[Options],
    ) -> Difference:
        """Plans side by side, the others with the first; by name, or in a list. The schools name classes."""
        reply = self._context.compare(_named(plans, "plan"), _named(schools, "school"), _how(**options))
        return Difference(_answer(reply)[0])

    def explain(self, school: SchoolLike, **options: Unpack[Options]) -> bool | None:
        """Whether a school can be served: True when that is shown, None when time ran out first.

        Raises a `ConflictError` with the least demands that contradict each other, and the ways out.
        """
        reply = self._context.explain(_bytes(school), None, None, _how(**options))
        document, _ = _answer((*reply[:2], b"", b""))
        return document["possible"]

    def why(self, plan: Plan | DocumentLike, school: SchoolLike, teacher: str, target: str, **options: Unpack[Options]) -> Why:
        """Why a teacher gives a class or lesson in a plan of `school`, and what the other choices would cost."""
        return self._why("why", plan, school, teacher, target, options)

    def why_not(
        self, plan: Plan | DocumentLike, school: SchoolLike, teacher: str, target: str, **options: Unpack[Options]
    ) -> Why:
        """Why a teacher does not give a class or lesson in a plan of `school`, and what it would cost."""
        return self._why("why_not", plan, school, teacher, target, options)

    def _why(
        self, question: str, plan: Plan | DocumentLike, school: SchoolLike, teacher: str, target: str, options: Options
    ) -> Why:
        asked = json.dumps({"question": question, "teacher": teacher, "target": target}).encode()
        reply = self._context.explain(_bytes(school), _bytes(plan), asked, _how(**options))
        document, _ = _answer((*reply[:2], b"", b""))
        return Why(tuple(json.loads(reply[2])["sentences"]), tuple(document["choices"]))


def plan(school: SchoolLike, **options: Unpack[Options]) -> Plan:
    """`Context.plan` with all cores."""
    return Context().plan(school, **options)


def allocate(school: SchoolLike, **options: Unpack[Options]) -> Plan:
    """`Context.allocate` with all cores."""
    return Context().allocate(school, **options)


def timetable(plan: Plan | SchoolLike, school: SchoolLike | None = None, **options: Unpack[Options]) -> Plan:
    """`Context.timetable` with all cores."""
    return Context().timetable(plan, school, **options)


def check(school: SchoolLike, **options: Unpack[Options]) -> Checked:
    """`Context.check` with all cores."""
    return Context().check(school, **options)


def convert(files: str | os.PathLike[str] | Mapping[str, bytes], **options: Any) -> School:
    """`Context.convert`."""
    return Context().convert(files, **options)


def what_if(
    plan: Plan | DocumentLike, school: SchoolLike, scenarios: DocumentLike | Sequence[DocumentLike], **options: Any
) -> WhatIf:
    """`Context.what_if` with all cores."""
    return Context().what_if(plan, school, scenarios, **options)


def compare(
    plans: Mapping[str, Plan] | Sequence[Plan | DocumentLike],
    schools: SchoolLike | Sequence[SchoolLike] = (),
    **options: Unpack[Options],
) -> Difference:
    """`Context.compare`."""
    return Context().compare(plans, schools, **options)


def explain(school: SchoolLike, **options: Unpack[Options]) -> bool | None:
    """`Context.explain` with all cores."""
    return Context().explain(school, **options)


def why(plan: Plan | DocumentLike, school: SchoolLike, teacher: str, target: str, **options: Unpack[Options]) -> Why:
    """`Context.why` with all cores."""
    return Context().why(plan, school, teacher, target, **options)


def why_not(plan: Plan | DocumentLike, school: SchoolLike, teacher: str, target: str, **options: Unpack[Options]) -> Why:
    """`Context.why_not` with all cores."""
    return Context().why_not(plan, school, teacher, target, **options)
