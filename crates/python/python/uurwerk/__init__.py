"""Uurwerk decides who teaches what, when and where in a secondary school, and says why.

    import uurwerk
    school = uurwerk.School.load("school.json")
    plan = uurwerk.plan(school, time_limit=60, progress=print)
    plan.frame("placements")
"""

from ._documents import (
    Assignment, Certificate, Changes, ComparedPlan, Difference, Placement, Plan, Proof, ProtectedSlot, RuleResult, School, WhatIf, Why,
)
from ._faults import ConflictError, Diagnostic, InputError, InternalError, UsageError, UurwerkError
from ._jobs import Checked, Context, Progress, allocate, check, compare, convert, explain, plan, timetable, what_if, why, why_not
from ._uurwerk import Cancel, __version__

__all__ = [
    "Assignment", "Cancel", "Certificate", "Changes", "Checked", "ComparedPlan", "ConflictError", "Context", "Diagnostic", "Difference",
    "InputError", "InternalError", "Placement", "Plan", "Progress", "Proof", "ProtectedSlot", "RuleResult", "School", "UsageError",
    "UurwerkError", "WhatIf", "Why", "__version__", "allocate", "check", "compare", "convert", "explain", "plan", "timetable",
    "what_if", "why", "why_not",
]
