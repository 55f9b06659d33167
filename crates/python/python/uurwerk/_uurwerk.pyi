"""The compiled half of uurwerk: bytes in, bytes out. Programs use `uurwerk` itself."""

from collections.abc import Callable
from typing import TypedDict, final

__version__: str

Reply = tuple[int, bytes, bytes, bytes]
"""Status, document, report, the school of a what-if."""

class How(TypedDict):
    seed: int
    threads: int
    iterations: int | None
    time_limit_ms: int
    language: str
    cancel: Cancel | None
    progress: Callable[[str, int | None, int | None, int | None, float], object] | None
    better: Callable[[bytes], object] | None

@final
class Cancel:
    """Cancels calls from any thread; once asked, it stays asked."""

    def __new__(cls) -> Cancel: ...
    def request(self) -> None:
        """Ends every call that was given this, soon, with the best that it has."""
    @property
    def requested(self) -> bool: ...

@final
class Context:
    def __new__(cls, threads: int = 0) -> Context: ...
    @property
    def threads(self) -> int: ...
    def plan(self, school: bytes, how: How) -> Reply: ...
    def allocate(self, school: bytes, how: How) -> Reply: ...
    def timetable(self, document: bytes, school: bytes | None, how: How) -> Reply: ...
    def check(self, school: bytes, how: How) -> Reply: ...
    def convert(
        self, files: list[tuple[str, bytes]], from_: str | None, profile: bytes | None, how: How, /
    ) -> Reply: ...
    def what_if(
        self, school: bytes, plan: bytes, scenarios: list[tuple[str, bytes]], ask: bytes, how: How
    ) -> Reply: ...
    def compare(self, plans: list[tuple[str, bytes]], schools: list[tuple[str, bytes]], how: How) -> Reply: ...
    def explain(self, school: bytes, plan: bytes | None, question: bytes | None, how: How) -> Reply: ...
