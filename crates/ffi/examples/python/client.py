"""A vendor's program in Python, with ctypes and nothing else: plans a school with progress, cancels one plan from
another thread, asks what changes when somebody cannot come at a time, survives a bad document.

    UURWERK_LIBRARY=/usr/lib/libuurwerk.so python3 client.py SCHOOL
"""

import ctypes as c
import json
import os
import sys
import threading
import time

DONE, INPUT, USAGE, CONFLICT, OUT_OF_TIME, INTERNAL = range(6)
UNKNOWN = -(2**63)
ABI_VERSION = 3


class Bytes(c.Structure):
    _fields_ = [("data", c.POINTER(c.c_uint8)), ("length", c.c_size_t)]


class Progress(c.Structure):
    _fields_ = [("stage", c.c_int32), ("hard", c.c_int64), ("soft", c.c_int64), ("bound", c.c_int64),
                ("elapsed_ms", c.c_uint64)]


OnProgress = c.CFUNCTYPE(None, c.c_void_p, c.POINTER(Progress))
OnBetter = c.CFUNCTYPE(None, c.c_void_p, c.POINTER(c.c_uint8), c.c_size_t)


class Options(c.Structure):
    _fields_ = [("size", c.c_size_t), ("seed", c.c_uint64), ("iterations", c.c_uint64), ("time_limit_ms", c.c_uint64),
                ("threads", c.c_uint32), ("language", c.c_int32), ("cancel", c.c_void_p), ("user", c.c_void_p),
                ("progress", OnProgress), ("better", OnBetter)]


class File(c.Structure):
    _fields_ = [("name", c.c_char_p), ("name_length", c.c_size_t), ("data", c.c_char_p), ("length", c.c_size_t)]


class Uurwerk:
    """The library with a context; `with` gives it back."""

    def __init__(self, path: str, threads: int) -> None:
        library = self.library = c.CDLL(path)
        library.uurwerk_abi_version.restype = c.c_uint32
        if library.uurwerk_abi_version() < ABI_VERSION:
            raise OSError("this Uurwerk is too old")
        library.uurwerk_context_new.restype = c.c_void_p
        library.uurwerk_context_new.argtypes = [c.c_uint32]
        library.uurwerk_context_free.argtypes = [c.c_void_p]
        library.uurwerk_cancel_new.restype = c.c_void_p
        library.uurwerk_cancel_request.argtypes = library.uurwerk_cancel_free.argtypes = [c.c_void_p]
        library.uurwerk_bytes_free.argtypes = [c.POINTER(Bytes)]
        for job in ("plan", "allocate", "check"):
            function = getattr(library, f"uurwerk_context_{job}")
            function.restype = c.c_int32
            function.argtypes = [c.c_void_p, c.c_char_p, c.c_size_t, c.POINTER(Options), c.POINTER(Bytes)]
        document, written = [c.c_char_p, c.c_size_t], c.POINTER(Bytes)
        library.uurwerk_context_what_if.restype = c.c_int32
        library.uurwerk_context_what_if.argtypes = [
            c.c_void_p, *document, *document, c.POINTER(File), c.c_size_t, *document, c.POINTER(Options), written, written, written]
        self.context = library.uurwerk_context_new(threads)

    def __enter__(self) -> "Uurwerk":
        return self

    def __exit__(self, *_) -> None:
        self.library.uurwerk_context_free(self.context)

    def call(self, job: str, document: bytes | None, **options) -> tuple[int, dict]:
        """One call; ctypes lets go of Python's lock while it runs, so other threads go on."""
        how = Options(size=c.sizeof(Options), **options)
        output = Bytes()
        function = getattr(self.library, f"uurwerk_context_{job}")
        status = function(self.context, document, len(document or b""), how, output)
        try:
            return status, json.loads(c.string_at(output.data, output.length))
        finally:
            self.library.uurwerk_bytes_free(output)

    def what_if(self, school: bytes, plan: bytes, scenario: bytes, **options) -> tuple[int, dict, dict]:
        """The status, the plan with the smallest change, and the difference."""
        file = File(b"scenario", 8, scenario, len(scenario))
        how, outputs = Options(size=c.sizeof(Options), **options), [Bytes(), Bytes()]
        status = self.library.uurwerk_context_what_if(
            self.context, school, len(school), plan, len(plan), file, 1, None, 0, how, *outputs, None)
        try:
            return status, *(json.loads(c.string_at(output.data, output.length) or b"null") for output in outputs)
        finally:
            for output in outputs:
                self.library.uurwerk_bytes_free(output)


def main() -> None:
    with open(sys.argv[1], "rb") as file:
        school = file.read()
    iterations = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    with Uurwerk(os.environ.get("UURWERK_LIBRARY", "libuurwerk.so"), threads=2) as uurwerk:
        news = []

        @OnProgress
        def progress(_, now) -> None:
            now = now.contents
            news.append((now.stage, now.hard, now.soft))
            if now.soft != UNKNOWN and len(news) % 20 == 0:
                print(f"  {now.elapsed_ms:6} ms  phase {now.stage}  hard {now.hard}  cost {now.soft}", file=sys.stderr)

        status, plan = uurwerk.call("plan", school, seed=7, threads=1, iterations=iterations, progress=progress)
        assert status in (DONE, OUT_OF_TIME), (status, plan)
        assert plan["uurwerk"]["kind"] == "plan" and news
        print(f"planned: {len(plan['allocation'])} assignments, {len(plan['timetable'])} placements, told {len(news)} times")

        busy = {"teacher": plan["allocation"][0]["teacher"], "never": [{"slot": {key: plan["timetable"][0][key] for key in ("day", "period")}}]}
        scenario = {"uurwerk": {"kind": "scenario", "version": 1}, "name": "not then", "changes": [{"availability_changes": busy}]}
        status, near, difference = uurwerk.what_if(school, json.dumps(plan).encode(), json.dumps(scenario).encode(), time_limit_ms=3000)
        assert status in (DONE, OUT_OF_TIME), (status, near)
        changes = difference["plans"][1]["changes"]
        print(f"what if: {changes['lessons']} lessons change, for {changes['people']} people")

        begun = threading.Event()
        token = uurwerk.library.uurwerk_cancel_new()
        pressed = []

        def press_stop() -> None:
            begun.wait()
            pressed.append(time.monotonic())
            uurwerk.library.uurwerk_cancel_request(token)

        presser = threading.Thread(target=press_stop)
        presser.start()
        status, plan = uurwerk.call("plan", school, time_limit_ms=60_000, cancel=token, progress=OnProgress(lambda *_: begun.set()))
        after = time.monotonic() - pressed[0]
        presser.join()
        uurwerk.library.uurwerk_cancel_free(token)
        assert plan["uurwerk"]["kind"] == "plan"
        print(f"cancelled: a whole plan {after * 1000:.0f} ms after")

        status, refusal = uurwerk.call("plan", b"\xff" + school[: len(school) // 2], language=2)
        assert status == INPUT and refusal["diagnostics"][0]["code"] == "UW0501", refusal
        print("refused:", refusal["diagnostics"][0]["text"])
        assert uurwerk.call("plan", None)[0] == USAGE
    print("fine")


if __name__ == "__main__":
    main()
