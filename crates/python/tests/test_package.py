"""The installed package, as a program uses it: `python -m unittest test_package` with UURWERK_SCHOOL naming a school."""

import concurrent.futures
import csv
import importlib.util
import io
import json
import os
import signal
import tempfile
import threading
import time
import unittest
from pathlib import Path

import uurwerk

SCHOOL = Path(os.environ["UURWERK_SCHOOL"])
QUICK = {"seed": 7, "threads": 1, "iterations": 5_000}


class Planning(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.school = uurwerk.School.load(SCHOOL)
        cls.news: list[uurwerk.Progress] = []
        cls.betters: list[uurwerk.Plan] = []
        cls.plan = uurwerk.plan(cls.school, progress=cls.news.append, better=cls.betters.append, **QUICK)

    def test_a_plan_is_typed(self) -> None:
        plan = self.plan
        positions = sum(len(lesson.get("positions", [0])) for lesson in self.school.document["lessons"])
        self.assertEqual(len(plan.assignments), positions)
        self.assertGreater(len(plan.placements), 0)
        self.assertIsInstance(plan.assignments[0], uurwerk.Assignment)
        self.assertEqual(plan.cost, sum(rule.cost for rule in plan.rules))
        proof = plan.certificate.timetable
        self.assertIsNotNone(proof)
        self.assertEqual(proof.gap, proof.soft - proof.bound)
        self.assertEqual(plan.complete, proof.status != "incomplete" and plan.certificate.allocation.status != "incomplete")
        self.assertIn("cost", repr(plan))

    def test_progress_and_better_plans_are_told(self) -> None:
        self.assertTrue(any(news.soft is not None for news in self.news))
        self.assertEqual({"allocation", "timetable", "measurement"}, {news.stage for news in self.news})
        self.assertTrue(all(a.elapsed <= b.elapsed for a, b in zip(self.news, self.news[1:])))
        self.assertGreater(len(self.betters), 0)
        self.assertEqual(len(self.betters[0].assignments), len(self.plan.assignments))

    def test_the_same_work_gives_the_same_plan(self) -> None:
        again = uurwerk.plan(SCHOOL, **QUICK)
        self.assertEqual(again.document, self.plan.document)

    def test_tables_are_flat(self) -> None:
        for name in ("assignments", "placements", "protected", "rules"):
            rows = self.plan.table(name)
            for row in rows:
                self.assertTrue(all(isinstance(cell, (str, int, type(None))) for cell in row.values()), row)
            if rows:
                sheet = io.StringIO()
                writer = csv.DictWriter(sheet, rows[0])
                writer.writeheader()
                writer.writerows(rows)
                self.assertEqual(sheet.getvalue().count("\n"), len(rows) + 1)
        with self.assertRaises(ValueError):
            self.plan.table("pupils")

    @unittest.skipUnless(importlib.util.find_spec("pandas"), "skipped: pandas is not installed")
    def test_frames(self) -> None:
        frame = self.plan.frame("assignments")
        self.assertEqual(len(frame), len(self.plan.assignments))
        self.assertGreater(frame.groupby("teacher").size().max(), 1)

    def test_times_anew_for_a_plan(self) -> None:
        loads = uurwerk.allocate(self.school, **QUICK)
        self.assertEqual((loads.placements, loads.certificate.timetable), ((), None))
        times = uurwerk.timetable(loads, self.school, **QUICK)
        self.assertEqual(times.assignments, loads.assignments)
        self.assertGreater(len(times.placements), 0)

    def test_documents_survive_a_file(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plan.json"
            self.plan.save(path)
            self.assertEqual(uurwerk.Plan.load(path).document, self.plan.document)

    def test_what_a_later_version_adds_is_left_out(self) -> None:
        later = json.loads(self.plan.to_json())
        later["allocation"][0]["news"] = 1
        self.assertEqual(uurwerk.Plan(later).assignments, self.plan.assignments)

    def test_who_cannot_come_at_a_time_changes_little(self) -> None:
        held = self.plan.assignments[0]
        placed = next(placement for placement in self.plan.placements if placement.lesson == held.lesson)
        never = [{"slot": {"day": placed.day, "period": placed.period}}]
        change = {"availability_changes": {"teacher": held.teacher, "never": never}}
        scenario = {"uurwerk": {"kind": "scenario", "version": 1}, "name": "not then", "changes": [change]}
        found = uurwerk.what_if(self.plan, self.school, scenario, order=["people"], **{**QUICK, "iterations": 2_000})
        self.assertNotEqual(found.school.document["staff"], self.school.document["staff"])
        self.assertIn(found.difference.plans[1].changes.lessons, range(1, len(self.plan.placements) // 4))
        beside = uurwerk.compare({"old": self.plan, "new": found.plan}, [self.school])
        self.assertEqual([plan.name for plan in beside.plans], ["old", "new"])
        self.assertIn(held.lesson, beside.lessons)
        with self.assertRaises(uurwerk.UsageError):
            uurwerk.what_if(self.plan, self.school, scenario, order=["rooms"])

    def test_why(self) -> None:
        held = self.plan.assignments[0]
        options = {**QUICK, "iterations": 500, "language": "nl"}
        found = uurwerk.why(self.plan, self.school, held.teacher, held.lesson, **options)
        self.assertEqual(len(found.sentences), 1 + len(found.choices))
        self.assertGreater(len(found.sentences[0]), 10)
        with self.assertRaises(uurwerk.InputError) as caught:
            uurwerk.why_not(self.plan, self.school, "nobody", held.lesson)
        self.assertEqual(caught.exception.diagnostics[0].code, "UW0518")

    def test_what_contradicts_is_explained(self) -> None:
        document = self.school.document
        twice = lambda contract: {field: 2 * amount for field, amount in contract.items()}
        staff = [{**teacher, "contract": twice(teacher["contract"])} for teacher in document["staff"]]
        with self.assertRaises(uurwerk.ConflictError) as caught:
            uurwerk.explain({**document, "staff": staff}, time_limit=20)
        self.assertGreater(len(caught.exception.demands), 0)


class Faults(unittest.TestCase):
    def test_a_bad_document_is_an_input_error(self) -> None:
        with self.assertRaises(uurwerk.InputError) as caught:
            uurwerk.plan(SCHOOL.read_bytes()[:1000])
        self.assertEqual(caught.exception.diagnostics[0].code, "UW0001")
        self.assertIn("UW0001", str(caught.exception))
        with self.assertRaises(uurwerk.InputError) as caught:
            uurwerk.check(b"\xff{}", language="fr")
        self.assertIn("octet", caught.exception.diagnostics[0].text)

    def test_a_mistyped_option_is_python_s_own_error(self) -> None:
        with self.assertRaises(TypeError):
            uurwerk.plan(SCHOOL, sed=7)
        with self.assertRaises(ValueError):
            uurwerk.plan(SCHOOL, language="xx")

    def test_what_a_callback_raises_ends_the_call(self) -> None:
        def fail(_: uurwerk.Progress) -> None:
            raise KeyError("as a bug would")

        began = time.monotonic()
        with self.assertRaises(KeyError):
            uurwerk.plan(SCHOOL, time_limit=60, progress=fail)
        self.assertLess(time.monotonic() - began, 20)


class Living(unittest.TestCase):
    def test_other_threads_go_on_and_can_cancel(self) -> None:
        token, begun = uurwerk.Cancel(), threading.Event()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            job = pool.submit(uurwerk.plan, SCHOOL, time_limit=60, cancel=token, progress=lambda _: begun.set())
            self.assertTrue(begun.wait(30))
            began = time.monotonic()
            token.request()
            plan = job.result(timeout=30)
            self.assertLess(time.monotonic() - began, 10)
        # It was cancelled as soon as it began: everybody has lessons, which may not have a time yet.
        self.assertGreater(len(plan.assignments), 0)
        self.assertTrue(token.requested)

    def test_calls_share_a_context(self) -> None:
        context = uurwerk.Context(threads=1)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            jobs = [pool.submit(context.plan, SCHOOL, seed=1 + n % 2, iterations=2_000) for n in range(4)]
            plans = [job.result() for job in jobs]
        self.assertEqual(plans[0].document, plans[2].document)
        self.assertEqual(plans[1].document, plans[3].document)

    @unittest.skipUnless(hasattr(signal, "raise_signal") and os.name == "posix", "skipped: no signals here")
    def test_ctrl_c_ends_a_call(self) -> None:
        # A shell may start what runs in the background without it.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.addCleanup(signal.signal, signal.SIGINT, before)
        threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        began = time.monotonic()
        with self.assertRaises(KeyboardInterrupt):
            uurwerk.plan(SCHOOL, time_limit=60)
        self.assertLess(time.monotonic() - began, 20)


class Files(unittest.TestCase):
    def test_untis_files_become_a_school(self) -> None:
        school = uurwerk.convert({"GPU002.TXT": b'7,2,,,"3A","Jan","WISK2","R1"\r\n'})
        self.assertEqual(len(school.document["lessons"]), 1)
        self.assertTrue(school.notes and all(note.severity == "warning" for note in school.notes))
        self.assertGreaterEqual(uurwerk.check(school).staff, 1)

    def test_the_stubs_name_what_is_there(self) -> None:
        from uurwerk import _uurwerk

        stubs = (Path(uurwerk.__file__).parent / "_uurwerk.pyi").read_text()
        for name, members in {"Cancel": _uurwerk.Cancel, "Context": _uurwerk.Context}.items():
            self.assertIn(f"class {name}", stubs)
            for member in vars(members):
                if not member.startswith("_"):
                    self.assertIn(f"def {member}(", stubs)
        self.assertTrue((Path(uurwerk.__file__).parent / "py.typed").exists())
        self.assertEqual(json.loads(uurwerk.School.load(SCHOOL).to_json())["uurwerk"]["kind"], "school")


if __name__ == "__main__":
    unittest.main()
