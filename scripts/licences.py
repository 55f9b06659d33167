#!/usr/bin/env python3
"""Checks the licence of every crate in the lock file against the allow list of deny.toml.

A small stand-in for `cargo deny check licenses`, for machines without cargo-deny. Reads SPDX expressions (OR, AND, WITH, brackets,
and the old slash for OR); prints every crate that does not pass and ends with status 1 if there is any.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def allow_list() -> tuple[set[str], dict[str, set[str]]]:
    """The licences allowed for every crate, and those allowed for one crate more."""
    text = "\n".join(line.split("#")[0] for line in (ROOT / "deny.toml").read_text().splitlines())
    quoted = lambda part: set(re.findall(r'"([^"]+)"', part))
    everywhere = quoted(re.search(r"^allow = \[(.*?)\]", text, re.S | re.M)[1])
    exceptions = re.findall(r'crate = "([^"]+)", allow = \[(.*?)\]', text)
    return everywhere, {crate: quoted(licences) for crate, licences in exceptions}


def allowed(expression: str, allow: set[str]) -> bool:
    """Whether an SPDX expression can be met with the allowed licences."""
    tokens = re.findall(r"[()]|[^\s()/]+|/", expression)

    def either() -> bool:
        result = both()
        while tokens and tokens[0] in ("OR", "/"):
            tokens.pop(0)
            result = both() or result
        return result

    def both() -> bool:
        result = single()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            result = single() and result
        return result

    def single() -> bool:
        token = tokens.pop(0)
        if token == "(":
            result = either()
            tokens.pop(0)
            return result
        if tokens and tokens[0] == "WITH":
            tokens.pop(0)
            token = f"{token} WITH {tokens.pop(0)}"
        return token in allow

    return either() and not tokens


def licence_of(crate: dict) -> str | None:
    """What the crate says, or what its licence file is: cargo-deny knows such texts too."""
    if crate["license"] or not crate["license_file"]:
        return crate["license"]
    text = (Path(crate["manifest_path"]).parent / crate["license_file"]).read_text(errors="replace")
    return "Apache-2.0" if re.match(r"\s*Apache License\s+Version 2\.0, January 2004\s", text) else None


def main() -> int:
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    crates = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)["packages"]
    everywhere, exceptions = allow_list()
    refused = 0
    for crate in crates:
        licence = licence_of(crate)
        if not licence or not allowed(licence, everywhere | exceptions.get(crate["name"], set())):
            refused += 1
            print(f"{crate['name']} {crate['version']}: licence {licence or 'not given'} is not in the allow list of deny.toml")
        if crate["source"] not in (None, "registry+https://github.com/rust-lang/crates.io-index"):
            refused += 1
            print(f"{crate['name']} {crate['version']}: comes from {crate['source']}, not from crates.io")
    print(f"{len(crates)} crates checked, {refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
