"""Schools and plans as objects, over the documents that they are."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ._faults import Diagnostic, made

if TYPE_CHECKING:
    import pandas


class _Document:
    """A JSON document of Uurwerk."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        """The whole of it, as `uurwerk schema KIND` describes; not to be changed."""

    @classmethod
    def load(cls, path: str | os.PathLike[str]):
        """Reads a file."""
        with open(path, encoding="utf-8-sig") as file:
            return cls(json.load(file))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes a file."""
        with open(path, "w", encoding="utf-8") as file:
            json.dump(self.document, file, ensure_ascii=False, indent=2)
            file.write("\n")

    def to_json(self) -> bytes:
        """The document as UTF-8."""
        return json.dumps(self.document, ensure_ascii=False).encode()


class School(_Document):
    """A school. Its faults, if any, are told by the first call that gets it."""

    def __init__(self, document: Mapping[str, Any], notes: list[Diagnostic] | None = None) -> None:
        super().__init__(document)
        self.notes = notes or []
        """What had to be assumed, when it was made of other files."""

    @property
    def name(self) -> str:
        return self.document["name"]

    def __repr__(self) -> str:
        count = lambda what: len(self.document.get(what, ()))
        return f"<School {self.document.get('name')!r}: {count('staff')} staff, {count('classes')} classes, {count('lessons')} lessons>"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A teacher in a position of a lesson."""

    lesson: str
    position: int
    role: str
    teacher: str


@dataclass(frozen=True, slots=True)
class Placement:
    """A block of a lesson in the week."""

    lesson: str
    block: int
    day: str
    period: str
    length: int
    rooms: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class ProtectedSlot:
    """Time kept free for people to learn from each other."""

    kind: str
    people: tuple[str, ...]
    lesson: str | None
    team: str | None
    day: str
    period: str
    length: int
    weeks: Mapping[str, int] | None
    """`every` and `phase` where it is not kept every week."""


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What a rule measured and cost."""

    rule: str
    mode: str
    weight: int
    deviation: int
    cost: int
    findings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Cost reached, and cost that no plan can beat."""

    hard: int
    soft: int
    bound: int
    status: str
    """`optimal`, `feasible` or `incomplete`."""

    @property
    def gap(self) -> int:
        """What might still be gained."""
        return self.soft - self.bound


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is proved about a plan; no timetable for an allocation alone."""

    allocation: Proof
    timetable: Proof | None


class Plan(_Document):
    """A plan: who teaches what, when and where, and what that costs."""

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Who teaches what."""
        return tuple(made(Assignment, entry) for entry in self.document["allocation"])

    @cached_property
    def placements(self) -> tuple[Placement, ...]:
        """When and where; empty for an allocation alone."""
        entries = self.document.get("timetable", ())
        return tuple(made(Placement, {**entry, "rooms": tuple(entry.get("rooms", ()))}) for entry in entries)

    @cached_property
    def protected(self) -> tuple[ProtectedSlot, ...]:
        """Hours for observation, mentoring, co-teaching and teams."""
        optional = {"lesson": None, "team": None, "weeks": None}
        entries = self.document.get("protected", ())
        return tuple(made(ProtectedSlot, {**optional, **entry, "people": tuple(entry["people"])}) for entry in entries)

    @cached_property
    def rules(self) -> tuple[RuleResult, ...]:
        """What every rule measured and cost."""
        return tuple(
            RuleResult(*(entry[field] for field in ("rule", "mode", "weight", "deviation", "cost")), tuple(entry.get("findings", ())))
            for entry in self.document["rules"]
        )

    @cached_property
    def certificate(self) -> Certificate:
        """What is proved."""
        proofs = self.document["certificate"]
        timetable = proofs.get("timetable")
        return Certificate(made(Proof, proofs["allocation"]), made(Proof, timetable) if timetable else None)

    @property
    def complete(self) -> bool:
        """Whether every hard rule holds."""
        proofs = (self.certificate.allocation, self.certificate.timetable)
        return all(proof.status != "incomplete" for proof in proofs if proof)

    @property
    def cost(self) -> int:
        """What the soft rules cost together."""
        return sum(rule.cost for rule in self.rules)

    def table(self, name: str) -> list[dict[str, Any]]:
        """`assignments`, `placements`, `protected` or `rules` as rows, for `pandas.DataFrame` or `csv.DictWriter`.

        Lists become text with blanks between, so that a row is flat; findings are counted.
        """
        if name not in ("assignments", "placements", "protected", "rules"):
            raise ValueError(f"no table {name!r}: there are assignments, placements, protected and rules")

        def flat(value: Any) -> Any:
            return " ".join(str(item) for item in value if item is not None) if isinstance(value, tuple) else value

        rows = [asdict(entry) for entry in getattr(self, name)]
        if name == "rules":
            rows = [{**row, "findings": len(row["findings"])} for row in rows]
        return [{field: flat(value) for field, value in row.items()} for row in rows]

    def frame(self, name: str) -> pandas.DataFrame:
        """A table as a `pandas.DataFrame`; needs pandas (`pip install uurwerk[pandas]`)."""
        import pandas

        return pandas.DataFrame(self.table(name))

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        return f"<Plan for {self.document['school']['name']!r}: {state}, cost {self.cost}>"


@dataclass(frozen=True, slots=True)
class Changes:
    """How far a plan is from another one."""

    lessons: int
    """Lessons that get another teacher or another time."""
    people: int
    """People whose week changes."""
    classes: int
    """Classes whose week changes."""
    teachers: int = 0
    """Of the lessons, those that get another teacher."""
    times: int = 0
    """Of the lessons, those that get another time."""
    rooms: int = 0
    """Blocks that stay where they are in another room; not counted among the lessons."""
    new: int = 0
    """Lessons that only the other plan has."""
    gone: int = 0
    """Lessons that only the first plan has."""


@dataclass(frozen=True, slots=True)
class ComparedPlan:
    """A plan of a comparison."""

    name: str
    hard: int
    soft: int
    changes: Changes
    """Against the first plan."""


class Difference(_Document):
    """Plans side by side: by rule, person, class and lesson, in `document`."""

    @cached_property
    def plans(self) -> tuple[ComparedPlan, ...]:
        """The plans, the one that the others are compared with first."""
        return tuple(
            ComparedPlan(plan["name"], plan["hard"], plan["soft"], made(Changes, plan["changes"])) for plan in self.document["plans"]
        )

    @property
    def lessons(self) -> tuple[str, ...]:
        """The lessons that are not the same in all plans."""
        return tuple(lesson["lesson"] for lesson in self.document.get("lessons", ()))

    def __repr__(self) -> str:
        return f"<Difference of {len(self.plans)} plans: {len(self.lessons)} lessons>"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The smallest change to a plan, and what it is a change to."""

    plan: Plan
    difference: Difference
    """The plan before, and all that were found, with what is proved."""
    school: School
    """The school after the scenarios."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a teacher gives a class or lesson, or why not."""

    sentences: tuple[str, ...]
    """The answer, then one for every other choice, in the language that was asked for."""
    choices: tuple[Mapping[str, Any], ...]
    """Every other choice: lesson, teacher, cost between bounds, rules and people that change, or the conflict."""
