#!/usr/bin/env python3
"""Writes RESULTS.md: ten disruptions of the large fixture and of the Nijverheidsschool, each answered by `uurwerk what-if`.

Usage: table.py [--limit 30] [--plan-limit 60] [--seed 1] [--threads 2]
The real school is looked for in $UURWERK_SHARED/untis (by default ../shared beside the checkout) and left out where it is absent. Changes are
counted here, from the documents; hard rules are judged by `uurwerk verify`.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

from disruptions import disruptions

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("UURWERK_SHARED", ROOT.parent / "shared"))
PROGRAM = ROOT / "target/release/uurwerk"
SETS_FREE = 'teachers = "free"\n'
# Exit codes: a plan, and demands that contradict each other.
PLAN, CONFLICT = 0, 3


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    return f"{model}, {os.cpu_count()} threads"


def uurwerk(*words, wanted=(PLAN,)):
    """Runs the program; gives its exit code, what it printed and the seconds it took."""
    begun = time.monotonic()
    done = subprocess.run([str(word) for word in (PROGRAM, *words)], capture_output=True, text=True)
    if done.returncode not in wanted:
        sys.exit(f"{words}: exit code {done.returncode}: {done.stderr}")
    return done.returncode, done.stdout, time.monotonic() - begun


def weeks(plan):
    """Per lesson who gives it and when."""
    all_of_them = {}
    for entry in plan["allocation"]:
        all_of_them.setdefault(entry["lesson"], [set(), set()])[0].add((entry["position"], entry["teacher"]))
    for place in plan["timetable"]:
        all_of_them.setdefault(place["lesson"], [set(), set()])[1].add((place["day"], place["period"], place["length"]))
    return all_of_them


def changed(before, after):
    """Lessons of both plans that get another teacher or another time."""
    before, after = weeks(before), weeks(after)
    return sum(before[lesson] != after[lesson] for lesson in before.keys() & after.keys())


def answer(folder, school, plan, name, scenario, args):
    """One row: seconds, changed lessons, least number proved, changes of a whole new plan that begins from the old one."""
    paths = {part: folder / f"{part}.json" for part in ("scenario", "new", "changed")}
    paths["scenario"].write_text(json.dumps(scenario))
    common = [plan, "--school", school, paths["scenario"], "--seed", args.seed, "--threads", args.threads, "--time-limit", f"{args.limit}s", "--quiet"]
    outputs = ["-o", paths["new"], "--school-output", paths["changed"], "--format", "json"]
    code, said, seconds = uurwerk("what-if", *common, *outputs, wanted=(PLAN, CONFLICT, 4))
    if code == CONFLICT:
        return {"name": name, "seconds": seconds, "end": "impossible"}
    found = json.loads(said)["answer"]
    judged = subprocess.run([PROGRAM, "verify", paths["new"], "--school", paths["changed"]], capture_output=True, text=True)
    new, old = json.loads(paths["new"].read_text()), json.loads(pathlib.Path(plan).read_text())
    own = changed(old, new)
    holds = judged.returncode == 0 and judged.stdout.splitlines()[-1].startswith("hard=0 ")
    code, said, _ = uurwerk("what-if", *common, "--list", 1, "--format", "json", wanted=(PLAN, 4))
    whole = json.loads(said)["answer"]["steps"][-1]["changes"]["lessons"]
    return {"name": name, "seconds": seconds, "end": "plan" if holds else "hard rules broken", "changed": found["changed"], "counted": own,
            "least": found["at_least"], "proved": found["proved"], "whole": whole}


def cells(row):
    if "changed" not in row:
        return [row["name"], f"{row['seconds']:.1f}", row["end"], "", "", "", ""]
    return [row["name"], f"{row['seconds']:.1f}", row["end"], row["changed"], row["least"], "yes" if row["proved"] else "no", row["whole"]]


def part(title, folder, school, args):
    plan = folder / "plan.json"
    uurwerk("plan", school, "-o", plan, "--time-limit", f"{args.plan_limit}s", "--threads", args.threads, "--seed", args.seed, "--quiet")
    documents = json.loads(pathlib.Path(school).read_text()), json.loads(plan.read_text())
    rows = []
    for name, scenario in disruptions(*documents):
        rows.append(answer(folder, school, plan, name, scenario, args))
        print(title, rows[-1], flush=True)
    plans = [row for row in rows if row["end"] == "plan"]
    new = [row for row in plans if row["changed"] > row["whole"]]
    table = "\n".join("| " + " | ".join(map(str, cells(row))) + " |" for row in rows)
    return f"""## {title}

{len(documents[0]["staff"])} teachers, {len(documents[0]["lessons"])} lessons. Median: {statistics.median(row["seconds"] for row in rows):.1f} s.
Plans: {len(plans)} of {len(rows)}. Proved: {sum(row["proved"] for row in plans)}. More changes than a whole new plan: {len(new)}.

| disruption | s | end | lessons changed | at least | proved | whole new plan |
|--|--:|--|--:|--:|--|--:|
{table}
"""


def main():
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--limit", type=int, default=30)
    wanted.add_argument("--plan-limit", type=int, default=60)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--threads", type=int, default=2)
    args = wanted.parse_args()
    subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "uurwerk-cli"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        parts = [part("The large fixture", folder, ROOT / "fixtures/large.json", args)]
        untis = SHARED / "untis/nijverheidsschool"
        if untis.is_dir():
            profile, school = folder / "profile.toml", folder / "school.json"
            profile.write_text(SETS_FREE)
            uurwerk("convert", untis, "-o", school, "--profile", profile)
            parts.append(part("The Nijverheidsschool, teachers set free", folder, school, args))
        else:
            print(f"{untis} is absent: left out")
    (HERE / "RESULTS.md").write_text(f"""# What if: the smallest change

Written by `benches/what-if/table.py` on {datetime.date.today()}: {machine()}; {args.threads} threads, seed {args.seed}, limit {args.limit} s, load average at the
end {os.getloadavg()[0]:.1f}. Base plans: `uurwerk plan`, {args.plan_limit} s. Seconds: the whole call, reading and writing included. At least: no plan changes
fewer lessons. Whole new plan: lessons that change when loads and times are sought anew from the old plan for the rest of the time, for the best plan
(`--list 1`); the same number where that found none better.

""" + "\n".join(parts))


if __name__ == "__main__":
    main()
