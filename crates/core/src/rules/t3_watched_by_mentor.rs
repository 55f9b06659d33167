//! T3: the mentor watches trainees more often than they watch each other.
//!
//! Per group of interns with a mentor: a period in which a member practises can be watched when the mentor is free, by
//! one member's lesson at a time; a block that the mentor teaches (a position that counts) is watched anyway.
//! deviation = the least number of periods that members lack of `least` each, over all ways to choose whom the mentor
//! watches when (periods). Source: memorandum 3.1.1.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind, Meeting, TimeId};
use uurwerk_model::{Finding, LessonIx, Mode, Role, School, TeacherIx, TraineeKind};

use super::occupancy::{NEVER, attending, aversion, lessons};
use super::openings::Openings;
use super::telling::Telling;
use super::trainees::{Trainees, practice};
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::{Allocation, Case};
use crate::schedule::{Draft, Work};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3",
    source: Source::Memo("3.1.1"),
    unit: "unit-periods",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 5,
    params: &[Param {
        name: "least",
        default: 2,
        min: 0,
        max: 8,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().trainees.is_empty()),
    },
};

/// Whether a teacher is in a block in a role that is meant.
fn is_there(
    (school, allocation): (&School, &Allocation),
    teacher: TeacherIx,
    (lesson, block): (LessonIx, usize),
    is_meant: fn(Role) -> bool,
) -> bool {
    let positions = &school.lesson(lesson).positions;
    let there = attending(school, allocation, lesson, block);
    let mut there = there.into_iter();
    there.any(|(p, t)| t == teacher && is_meant(positions[p].role))
}

/// The periods of the blocks in which a member practises in a lesson of the mentor.
fn together(who: (&School, &Allocation), member: TeacherIx, mentor: TeacherIx) -> usize {
    let blocks = lessons(who.0).flat_map(|lesson| {
        let lengths = who.0.blocks(lesson).into_iter().enumerate();
        lengths.map(move |(block, length)| ((lesson, block), usize::from(length)))
    });
    let both = blocks.filter(|(block, _)| {
        is_there(who, member, *block, |role| role == Role::Trainee)
            && is_there(who, mentor, *block, Role::counts)
    });
    both.map(|(_, length)| length).sum()
}

/// The machine takes a few meetings in a group; where a mentor has more members to watch, they are put into several, and
/// what one group takes is not kept from the others.
fn draft(setting: &Setting, draft: &mut Draft) {
    let (school, least) = (draft.school, setting.param("least") as usize);
    let mut groups = Vec::new();
    for group in Trainees::all(school, TraineeKind::Internship) {
        let Some(mentor) = group.mentor else {
            continue;
        };
        let never = aversion(school, mentor);
        let times = (0..never.len()).filter(|s| never[*s] != NEVER);
        let times: Vec<_> = times.map(|s| TimeId(s as u16)).collect();
        let mut meetings = Vec::new();
        for member in &group.members {
            let together = together((school, draft.allocation), *member, mentor);
            let watch = Meeting {
                times: times.clone(),
                free: vec![draft.teacher(mentor)],
                busy: vec![draft.working(*member, Work::Practice)],
                quorum: None,
                weight: 1,
            };
            let lacking = least.saturating_sub(together);
            meetings.extend(vec![watch; lacking]);
        }
        let chunks = meetings.chunks(HoldMeetings::MOST);
        groups.extend(chunks.map(<[Meeting]>::to_vec));
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

/// Whom a mentor watches when.
pub(crate) struct Watches {
    /// By period, the member.
    pub at: Vec<Option<TeacherIx>>,
    /// How many are lacking.
    pub lacking: usize,
}

/// As many as are wanted and can be; `None` without a mentor. Lessons of the mentor's own are watched anyhow, and are not
/// among them.
pub(crate) fn watches(
    case: &Case,
    openings: &Openings,
    group: &Trainees,
    least: usize,
) -> Option<Watches> {
    let (mentor, practice) = (group.mentor?, practice(case));
    let who = (case.school, case.allocation);
    let (mut wants, mut whose) = (Vec::new(), Vec::new());
    for member in &group.members {
        let (with, alone): (Vec<_>, Vec<_>) = practice[member.at()]
            .iter()
            .partition(|(l, b, _)| is_there(who, mentor, (*l, *b), Role::counts));
        let with: usize = with.iter().map(|(_, _, slots)| slots.len()).sum();
        let open: Vec<usize> = alone
            .into_iter()
            .flat_map(|(_, _, slots)| slots.iter().copied())
            .filter(|at| openings.is_free(mentor, *at))
            .collect();
        wants.extend(vec![open; least.saturating_sub(with)]);
        whose.resize(wants.len(), *member);
    }
    let held = hold(&wants, openings.slots().len());
    Some(Watches {
        lacking: wants.len() - held.iter().flatten().count(),
        at: held
            .iter()
            .map(|want| want.map(|want| whose[want]))
            .collect(),
    })
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let least = setting.param("least") as usize;
    let mut findings = Vec::new();
    for group in Trainees::all(school, TraineeKind::Internship) {
        let watches = watches(case, &openings, &group, least);
        let lacking = watches.map_or(0, |watches| watches.lacking) as i64;
        if let (Some(mentor), true) = (group.mentor, lacking > 0) {
            let finding = Telling::of(school, "finding-T3", lacking).teacher("mentor", mentor);
            findings.push(finding.with("group", group.group.name.as_str()).done());
        }
    }
    findings
}

/// Which want gets each slot, when as many as possible get one of their own.
fn hold(wants: &[Vec<usize>], slots: usize) -> Vec<Option<usize>> {
    let mut holder: Vec<Option<usize>> = vec![None; slots];
    for want in 0..wants.len() {
        augment(wants, want, &mut holder, &mut vec![false; slots]);
    }
    holder
}

/// Finds a slot for a want, moving others where they can go elsewhere.
fn augment(
    wants: &[Vec<usize>],
    want: usize,
    holder: &mut [Option<usize>],
    seen: &mut [bool],
) -> bool {
    for slot in &wants[want] {
        if seen[*slot] {
            continue;
        }
        seen[*slot] = true;
        let free = match holder[*slot] {
            None => true,
            Some(other) => augment(wants, other, holder, seen),
        };
        if free {
            holder[*slot] = Some(want);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation_with};

    #[test]
    fn a_mentor_watches_one_at_a_time() {
        let mut sample = Sample::new(1);
        let a = sample.lesson(&[2], &["A"], "host");
        let b = sample.lesson(&[1, 1], &["B"], "other");
        let own = sample.lesson(&[1], &["C"], "mentor");
        sample.practise(a, "x", 2);
        sample.practise(b, "y", 2);
        sample.trainees("stage", &["x", "y"], Some("mentor"));
        let lacking = |b0, b1, c| {
            let blocks = [
                (a, 0, Some(0)),
                (b, 0, Some(b0)),
                (b, 1, Some(b1)),
                (own, 0, Some(c)),
            ];
            deviation_with("T3", &sample.placed(&blocks), &[("least", 1)])
        };
        assert_eq!(lacking(0, 1, 3), 0); // x in one period, y in the other
        assert_eq!(lacking(0, 1, 1), 1); // only period 0 is left for the two
        assert_eq!(lacking(0, 2, 1), 0); // x in 0, y in 2
    }

    #[test]
    fn a_mentor_who_teaches_the_lesson_watches_it() {
        let mut sample = Sample::new(1);
        let a = sample.lesson(&[2], &["A"], "mentor");
        sample.practise(a, "x", 2);
        sample.trainees("stage", &["x"], Some("mentor"));
        let case = sample.placed(&[(a, 0, Some(0))]);
        assert_eq!(deviation_with("T3", &case, &[("least", 2)]), 0);
        assert_eq!(deviation_with("T3", &case, &[("least", 3)]), 1);
    }
}
