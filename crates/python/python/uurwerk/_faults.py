"""What is wrong, as exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

T = TypeVar("T")


def made(kind: type[T], entry: Mapping[str, Any]) -> T:
    """An object of a part of a document; documents may grow, so what the class does not know is left out."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in entry.items() if name in known})


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault or remark."""

    code: str
    """Stable, such as UW0101."""
    severity: str
    """`error` or `warning`."""
    place: dict[str, Any]
    """`{"pointer": "/staff/3"}` or `{"line": {"line": 7, "column": 2}}`."""
    text: str
    remedy: str
    file: str | None = None

    def __str__(self) -> str:
        at = self.place.get("pointer") or ""
        if line := self.place.get("line"):
            at = f"line {line['line']}"
        where = " ".join(part for part in (self.file, at) if part)
        return f"{self.code}{' at ' + where if where else ''}: {self.text} {self.remedy}".rstrip()


class UurwerkError(Exception):
    """Why a call gave no document."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(map(str, diagnostics)))


class InputError(UurwerkError, ValueError):
    """A document is wrong; every fault is in `diagnostics`."""


class UsageError(UurwerkError, ValueError):
    """The call is wrong."""


class InternalError(UurwerkError, RuntimeError):
    """A bug in Uurwerk, caught: please report it."""


class ConflictError(UurwerkError):
    """The demands of the school contradict each other; `conflict` is the document that says which."""

    def __init__(self, conflict: dict[str, Any]) -> None:
        super().__init__([])
        self.conflict = conflict
        self.demands: list[dict[str, Any]] = conflict["demands"]

    def __str__(self) -> str:
        return f"{len(self.demands)} demands of the school cannot hold together"


def diagnostics(document: dict[str, Any]) -> list[Diagnostic]:
    """Those of an answer."""
    return [made(Diagnostic, found) for found in document.get("diagnostics", [])]
