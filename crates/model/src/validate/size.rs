//! Lists longer than any school's are refused before anything is built from them.

use super::Check;
use crate::Diagnostic;

pub(super) fn check(check: &mut Check) {
    let d = check.document;
    let slots = d.grid.days.iter().map(|day| day.periods.len()).sum();
    for (list, length, limit) in [
        ("/grid/days", slots, 200),
        ("/noemers", d.noemers.len(), 100),
        ("/subjects", d.subjects.len(), 5_000),
        ("/staff", d.staff.len(), 5_000),
        ("/classes", d.classes.len(), 2_000),
        ("/rooms", d.rooms.len(), 5_000),
        ("/travel", d.travel.len(), 10_000),
        ("/lessons", d.lessons.len(), 20_000),
        ("/mentoring/pairs", d.mentoring.pairs.len(), 10_000),
        ("/teams", d.teams.len(), 2_000),
        ("/trainees", d.trainees.len(), 2_000),
        ("/visits", d.visits.len(), 2_000),
        ("/workplaces", d.workplaces.len(), 2_000),
        ("/gatherings", d.gatherings.len(), 2_000),
        ("/projects", d.projects.len(), 2_000),
        ("/rounds", d.rounds.len(), 200),
        ("/budget", d.budget.len(), 1_000),
        ("/locks", d.locks.len(), 200_000),
    ] {
        uw0190_too_long(check, list, length, limit);
    }
    // What is compared each with each is shorter.
    for (at, teacher) in d.staff.iter().enumerate() {
        let place = |list| format!("/staff/{at}/{list}");
        uw0190_too_long(check, &place("wishes"), teacher.wishes.len(), 1_000);
        let qualifications = teacher.qualifications.len();
        uw0190_too_long(check, &place("qualifications"), qualifications, 1_000);
    }
    for (at, lesson) in d.lessons.iter().enumerate() {
        let place = |list| format!("/lessons/{at}/{list}");
        uw0190_too_long(check, &place("groups"), lesson.groups.len(), 500);
        uw0190_too_long(check, &place("positions"), lesson.positions.len(), 256);
    }
    for (at, team) in d.teams.iter().enumerate() {
        uw0190_too_long(
            check,
            &format!("/teams/{at}/members"),
            team.members.len(),
            1_000,
        );
    }
}

fn uw0190_too_long(check: &mut Check, list: &str, length: usize, limit: usize) {
    if length > limit {
        let fault = Diagnostic::error("UW0190", list).with("n", length as i64);
        check.add(fault.with("limit", limit as i64));
    }
}
