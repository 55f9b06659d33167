#!/usr/bin/env python3
"""Writes RESULTS.md and growth.svg: every instance at each time limit, several seeds, scored by the bench's own judge.

Usage: table.py [--jobs loads,timetable] [--limits 10,60] [--seeds 1,2,3] [--sizes small,medium,large,xl] [--others 7,11] [--threads 2]
A job that is not run keeps its part of the page. The bench is looked for in $UURWERK_SHARED/schoolbench (by default ../shared beside the checkout). `--others` makes
instances of more seeds with the bench's own generator, in a temporary folder.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

import plot

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BENCH = pathlib.Path(os.environ.get("UURWERK_SHARED", ROOT.parent / "shared")) / "schoolbench"
SIZES = ["small", "medium", "large", "xl"]


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    return f"{model}, {os.cpu_count()} threads, {platform.system()} {platform.release()}"


JOBS = {"loads": "job (a): who teaches what", "timetable": "job (b): when"}


def judge(job, instance, answer):
    """What the bench's own judge says of an answer."""
    sys.path.insert(0, str(BENCH))
    import evaluate

    instance, answer = json.load(open(instance)), json.load(open(answer))
    return evaluate.alloc_cost(instance, answer["teacher"]) if job == "loads" else evaluate.tt_cost(instance, answer)


def run(job, instance, limit, seed, threads, folder):
    """One run: hard and cost by the judge, bound, seconds of wall clock and CPU, megabytes, moves a second (timetables), seconds until near (loads)."""
    answer = pathlib.Path(folder) / "answer.json"
    program = [ROOT / "target/release/schoolbench", instance, "--job", job, "--time-limit", f"{limit}s", "--seed", seed, "--threads", threads, "-o", answer]
    program += ["--verbose"] if job == "loads" else []
    news = pathlib.Path(folder) / "news.txt"
    with news.open("w") as told:
        child = subprocess.Popen([str(word) for word in program], stdout=subprocess.PIPE, stderr=told, text=True)
        said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{instance}: the run failed")
    hard, claimed, bound = (int(re.search(rf"\b{word}=(-?\d+)", said).group(1)) for word in ("hard", "cost", "bound"))
    judged = judge(job, instance, answer)
    if (judged["hard"], judged["cost"]) != (hard, claimed):
        sys.exit(f"{instance}: claimed {hard} hard, {claimed}; judged {judged}")
    if hard == 0 and bound > claimed:
        sys.exit(f"{instance}: the bound {bound} is above the cost {claimed}")
    seconds = float(re.search(r"seconds=([\d.]+)", said).group(1))
    rate = re.search(r"moves/s=(\d+)", said)
    path = re.findall(r"([\d.]+) hard=Some\(0\) soft=Some\((-?\d+)\)", news.read_text())
    near = next((float(at) for at, cost in path if 10 * int(cost) <= 11 * claimed), seconds) if job == "loads" else None
    return hard, claimed, bound, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, int(rate.group(1)) if rate else None, near


def row(instance, limit, runs):
    hard, cost, bound, wall, cpu, memory, rate, near = zip(*runs)
    middle, proved = statistics.median(cost), statistics.median(bound)
    gap = 100 * (middle - proved) / middle if middle else 0
    cells = [instance.stem, limit, max(hard), f"{middle:g}", f"{min(cost)} to {max(cost)}", f"{proved:g}", f"{gap:.1f} %",
             f"{max(wall):.1f}", f"{statistics.median(cpu):.0f}", f"{max(memory):.0f}"]
    if rate[0] is not None:
        cells.append(f"{statistics.median(rate) / 1e6:.2f}")
    if near[0] is not None:
        cells.append(f"{statistics.median(near):.1f}")
    return "| " + " | ".join(map(str, cells)) + " |"


def part(job, args, instances, folder):
    rows, points, load = [], [], os.getloadavg()[0]
    limits = [int(limit) for limit in args.limits.split(",")]
    for instance in instances:
        for limit in limits:
            runs = [run(job, instance, limit, seed, args.threads, folder) for seed in args.seeds.split(",")]
            rows.append(row(instance, limit, runs))
            if limit == max(limits) and job == "loads":
                teachers = len(json.load(open(instance))["teachers"])
                # The clock of the runs shows hundredths of a second.
                points += [(teachers, max(run[-1], 0.01)) for run in runs]
            load = max(load, os.getloadavg()[0])
            print(rows[-1], flush=True)
    names, ruler = (" million moves/s |" if job == "timetable" else " near, s |"), "--:|"
    growth = ""
    if points:
        (HERE / "growth.svg").write_text(plot.svg(points))
        growth = f"""
At {max(limits)} s the time until near grows with the number of teachers to the power {plot.exponent(points):.2f} (least squares over all runs; it
takes two sizes). The aim is {plot.POWER} at most.

![Seconds until within 10 % of the final cost, by teachers](growth.svg)
"""
    return f"""# School bench, {JOBS[job]}

Written by `benches/schoolbench/table.py` on {datetime.date.today()}: {machine()}; threads of a run: {args.threads}; load average up to {load:.1f}.
Cost: median and range over the seeds {args.seeds}, by the bench's judge. Hard: the most of any run. Bound: median of what is proved. Gap: of the medians.
MB: peak memory (`ru_maxrss`). Near: median of the seconds until the cost was within 10 % of the run's final one.

| instance | limit s | hard | cost | range | bound | gap | wall s, at most | CPU s | MB, at most |{names}
|--|--:|--:|--:|--:|--:|--:|--:|--:|--:|{ruler}
""" + "\n".join(rows) + "\n" + growth


def main():
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--jobs", default=",".join(JOBS))
    wanted.add_argument("--limits", default="10,60")
    wanted.add_argument("--seeds", default="1,2,3")
    wanted.add_argument("--sizes", default=",".join(SIZES))
    wanted.add_argument("--only", default="s", help="only instances with these seeds of their own, such as s1")
    wanted.add_argument("--others", default="")
    wanted.add_argument("--threads", default="2")
    args = wanted.parse_args()
    subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "uurwerk-benches", "--bin", "schoolbench"], cwd=ROOT, check=True)
    page = HERE / "RESULTS.md"
    before = re.split(r"^(?=# School bench, )", page.read_text(), flags=re.M) if page.exists() else []
    parts = {job: next((text.strip() + "\n" for text in before if text.startswith(f"# School bench, {title}")), None) for job, title in JOBS.items()}
    with tempfile.TemporaryDirectory() as folder:
        instances = []
        for size in args.sizes.split(","):
            instances += sorted((BENCH / "instances").glob(f"{size}-{args.only}*.json"))
            for other in filter(None, args.others.split(",")):
                make = ["python3", BENCH / "gen.py", size, "--seed", other, "--out", folder]
                subprocess.run([str(word) for word in make], check=True, stdout=subprocess.DEVNULL)
                instances.append(pathlib.Path(folder) / f"{size}-s{other}.json")
        for job in args.jobs.split(","):
            parts[job] = part(job, args, instances, folder)
    page.write_text("\n".join(text for text in parts.values() if text))


if __name__ == "__main__":
    main()
