#!/usr/bin/env python3
"""Writes RESULTS.md and growth.svg: every instance at each time limit, several seeds, scored by the bench's own judge.

Usage: table.py [--limits 10,60] [--seeds 1,2,3] [--sizes small,medium,large,xl] [--others 7,11]
The bench is looked for in $UURWERK_SHARED/schoolbench (by default ../shared beside the checkout). `--others` makes
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


def run(instance, limit, seed, folder):
    """One run: cost by the judge, bound, seconds of wall clock and CPU, megabytes, seconds until within 10 % of the final cost."""
    answer = pathlib.Path(folder) / "answer.json"
    program = [ROOT / "target/release/schoolbench", instance, "--job", "loads", "--time-limit", f"{limit}s", "--seed", str(seed), "--verbose", "-o", answer]
    news = pathlib.Path(folder) / "news.txt"
    with news.open("w") as told:
        child = subprocess.Popen([str(word) for word in program], stdout=subprocess.PIPE, stderr=told, text=True)
        said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{instance}: the run failed")
    claimed, bound = map(int, re.search(r"cost=(-?\d+) bound=(-?\d+)", said).groups())
    sys.path.insert(0, str(BENCH))
    from evaluate import alloc_cost

    judged = alloc_cost(json.load(open(instance)), json.load(open(answer))["teacher"])
    if judged["hard"] or judged["cost"] != claimed:
        sys.exit(f"{instance}: claimed {claimed}, judged {judged}")
    if bound > claimed:
        sys.exit(f"{instance}: the bound {bound} is above the cost {claimed}")
    seconds = float(re.search(r"seconds=([\d.]+)", said).group(1))
    path = re.findall(r"([\d.]+) hard=Some\(0\) soft=Some\((-?\d+)\)", news.read_text())
    near = next((float(at) for at, cost in path if 10 * int(cost) <= 11 * claimed), seconds)
    return claimed, bound, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, near


def main():
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--limits", default="10,60")
    wanted.add_argument("--seeds", default="1,2,3")
    wanted.add_argument("--sizes", default=",".join(SIZES))
    wanted.add_argument("--others", default="")
    args = wanted.parse_args()
    seeds = [int(seed) for seed in args.seeds.split(",")]
    subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "uurwerk-benches", "--bin", "schoolbench"], cwd=ROOT, check=True)
    rows, points, load = [], [], os.getloadavg()[0]
    limits = [int(limit) for limit in args.limits.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        instances = []
        for size in args.sizes.split(","):
            instances += sorted((BENCH / "instances").glob(f"{size}-s*.json"))
            for other in filter(None, args.others.split(",")):
                make = ["python3", BENCH / "gen.py", size, "--seed", other, "--out", folder]
                subprocess.run([str(word) for word in make], check=True, stdout=subprocess.DEVNULL)
                instances.append(pathlib.Path(folder) / f"{size}-s{other}.json")
        for instance in instances:
            for limit in limits:
                runs = [run(instance, limit, seed, folder) for seed in seeds]
                cost = statistics.median(r[0] for r in runs)
                bound = statistics.median(r[1] for r in runs)
                gap = 100 * (cost - bound) / cost if cost else 0
                rows.append(f"| {instance.stem} | {limit} | {cost:g} | {min(r[0] for r in runs)} to {max(r[0] for r in runs)} | {bound:g} | {gap:.1f} % "
                            f"| {max(r[2] for r in runs):.1f} | {statistics.median(r[3] for r in runs):.0f} | {max(r[4] for r in runs):.0f} | {statistics.median(r[5] for r in runs):.1f} |")
                if limit == max(limits):
                    teachers = len(json.load(open(instance))["teachers"])
                    # The clock of the runs shows hundredths of a second.
                    points += [(teachers, max(r[5], 0.01)) for r in runs]
                print(rows[-1], flush=True)
    load = max(load, os.getloadavg()[0])
    text = f"""# School bench, job (a): who teaches what

Written by `benches/schoolbench/table.py` on {datetime.date.today()}: {machine()}; 2 threads a run; load average up to {load:.1f}.
Cost: median and range over the seeds {args.seeds}, by the bench's judge. Bound: median of what is proved. Gap: of the medians.
MB: peak memory (`ru_maxrss`). Near: median of the seconds until the cost was within 10 % of the run's final one.

| instance | limit s | cost | range | bound | gap | wall s, at most | CPU s | MB, at most | near, s |
|--|--:|--:|--:|--:|--:|--:|--:|--:|--:|
""" + "\n".join(rows) + f"""

## Growth

At {max(limits)} s the time until near grows with the number of teachers to the power {plot.exponent(points):.2f} (least squares over all runs; it
takes two sizes). The aim is {plot.POWER} at most.

![Seconds until within 10 % of the final cost, by teachers](growth.svg)
"""
    (HERE / "growth.svg").write_text(plot.svg(points))
    (HERE / "RESULTS.md").write_text(text)


if __name__ == "__main__":
    main()
