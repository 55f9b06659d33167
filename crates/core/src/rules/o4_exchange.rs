//! O4: everybody has somebody to exchange with.
//!
//! deviation = teachers who hold a position that counts and have no moment to exchange (teachers): no team of theirs keeps
//! a valid meeting (as for C1) to which they come, or has a period in which they and enough others of it are free, and with no
//! teacher of one of their courses (as for C4) they share a free period. Source: memorandum 3.2.
//!
//! No constraint: C1 and C4 are what the search looks after.

use uurwerk_model::{Finding, Mode, ProtectedKind, TeacherIx, Team};

use super::c1_teams::{members, who_comes};
use super::c4_parallel::parallel;
use super::occupancy::staff;
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "O4",
    source: Source::Memo("3.2"),
    unit: "unit-teachers",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|_| true),
    },
};

/// Who comes to a meeting that a team keeps, or could come to one.
fn who_meets(openings: &Openings, team: &Team) -> Vec<TeacherIx> {
    let kept = openings.guarded.slots(ProtectedKind::Team);
    let kept = kept.filter_map(|slot| {
        let people = who_comes(openings.school, team, slot)?;
        openings.guarded.is_free(slot, &people).then_some(people)
    });
    let all = members(openings.school, team);
    let could = openings.slots().filter_map(|slot| {
        let free = all.iter().filter(|t| openings.is_free(**t, slot));
        let free: Vec<_> = free.copied().collect();
        (free.len() >= team.least()).then_some(free)
    });
    kept.chain(could).flatten().collect()
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let teams = school.document().teams.iter();
    let mut served: Vec<TeacherIx> = teams.flat_map(|team| who_meets(&openings, team)).collect();
    for pair in parallel(case) {
        if openings.slots().any(|slot| openings.are_free(&pair, slot)) {
            served.extend(pair);
        }
    }
    let held = case.allocation.by_teacher(school);
    let teaches = |t: &TeacherIx| {
        let mut own = held[t.at()].iter();
        own.any(|(lesson, position)| school.lesson(*lesson).positions[*position].role.counts())
    };
    let alone = staff(school).filter(|t| teaches(t) && !served.contains(t));
    let finding = |t| {
        let finding = Telling::of(school, "finding-O4", 1);
        finding.teacher("teacher", t).done()
    };
    alone.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_team_or_a_colleague_of_the_same_course() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[2], &["B"], "u");
        // The same course: they meet when both teach at the same time.
        let case = |sample: &Sample, n| sample.placed(&[(a, 0, Some(0)), (b, 0, Some(n))]);
        assert_eq!(deviation("O4", &case(&sample, 0)), 0);
        assert_eq!(deviation("O4", &case(&sample, 2)), 2);
        sample.team("team", &["t", "v"], 1);
        assert_eq!(deviation("O4", &case(&sample, 2)), 1); // t has v, who teaches nothing
        for slot in [2, 3] {
            sample.wish("v", slot, -3);
        }
        assert_eq!(deviation("O4", &case(&sample, 2)), 2);
    }
}
