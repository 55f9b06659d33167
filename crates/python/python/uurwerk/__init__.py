"""Uurwerk decides who teaches what, when and where in a secondary school, and says why.

    import uurwerk
    school = uurwerk.School.load("school.json")
    plan = uurwerk.plan(school, time_limit=60, progress=print)
    plan.frame("placements")
"""

from ._documents import Assignment, Certificate, Placement, Plan, Proof, ProtectedSlot, RuleResult, School
from ._faults import ConflictError, Diagnostic, InputError, InternalError, UsageError, UurwerkError
from ._jobs import Checked, Context, Progress, allocate, check, convert, plan, timetable
from ._uurwerk import Cancel, __version__

__all__ = [
    "Assignment", "Cancel", "Certificate", "Checked", "ConflictError", "Context", "Diagnostic", "InputError", "InternalError",
    "Placement", "Plan", "Progress", "Proof", "ProtectedSlot", "RuleResult", "School", "UsageError", "UurwerkError",
    "__version__", "allocate", "check", "convert", "plan", "timetable",
]
