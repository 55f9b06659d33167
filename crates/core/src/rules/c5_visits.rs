//! C5: experts from outside can come into the lesson that they are asked for.
//!
//! A block fits a visit when the expert can come in all its periods. A block can move to a place in one half-day where its
//! teachers can come and neither they nor its pupils have anything else; two blocks of the same length can be exchanged
//! when that holds for both, each without the other. deviation = visits for which no placed block of the lesson fits,
//! and none does after `moves` moves or fewer: 1 moves it, 2 exchange it with another block (visits). Linked lessons do
//! not move. Rooms are found for the day. Source: memorandum 2.3.
//!
//! The search aims at no move: a lesson of single periods has one that fits, of another the first block does.

use std::ops::Range;

use uurwerk_engine::{CostFunction, HoldMeetings, Kind, Meeting, PreferTimes, TimeId};
use uurwerk_model::{Finding, LessonIx, Mode, School, SlotIx, Visit};

use super::occupancy::{
    NEVER, Occupancy, Running, attending, aversion, classes_of, running, share_pupils,
};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::{Case, Timetable};
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C5",
    source: Source::Memo("2.3"),
    unit: "unit-visits",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 5,
    params: &[Param {
        name: "moves",
        default: 2,
        min: 0,
        max: 2,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().visits.is_empty()),
    },
};

/// The periods at which the expert can come.
fn windows(school: &School, visit: &Visit) -> Vec<usize> {
    let windows = visit.windows.iter();
    windows
        .filter_map(|slot| school.slot_ix(slot))
        .map(SlotIx::at)
        .collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let mut groups = Vec::new();
    for visit in &school.document().visits {
        let Some(lesson) = school.lesson_ix(&visit.lesson) else {
            continue;
        };
        let windows = windows(school, visit);
        let lengths = school.blocks(lesson);
        let events = draft.events_of(lesson).to_vec();
        if lengths.iter().all(|length| *length == 1) {
            let busy = draft.busy_in(&events);
            groups.push(vec![Meeting {
                times: windows.iter().map(|s| TimeId(*s as u16)).collect(),
                free: Vec::new(),
                busy: vec![busy],
                quorum: None,
                weight: 1,
            }]);
        } else {
            let length = usize::from(lengths[0]);
            let mut preferred = draft.starts(lengths[0]);
            preferred.retain(|time| {
                let mut slots = time.index()..time.index() + length;
                slots.all(|s| windows.contains(&s))
            });
            let kind = Kind::PreferTimes(PreferTimes {
                events: vec![events[0]],
                preferred,
                duration: None,
            });
            draft.charge(setting, 1, CostFunction::Step, kind);
        }
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

/// The week as moves see it.
struct Board<'a> {
    case: &'a Case<'a>,
    runs: Vec<Running>,
    occupancy: Occupancy,
}

impl Board<'_> {
    /// Whether a block could run in these periods, were the blocks of `without` (itself among them) not there.
    fn could_run(&self, block: &Running, slots: &Range<usize>, without: &[&Running]) -> bool {
        let school = self.case.school;
        let gone = |run: &Running| without.contains(&run);
        let there = |run: &Running| attending(school, self.case.allocation, run.lesson, run.block);
        let teachers_free = there(block).iter().all(|(_, teacher)| {
            let never = aversion(school, *teacher);
            slots.clone().all(|at| {
                let stays = |week: usize| {
                    let in_week = |run: &&&Running| run.weeks.iter().any(|w| w == week);
                    let taken = without.iter().filter(|run| run.slots.contains(&at));
                    let own = taken.filter(in_week).flat_map(|run| there(run));
                    let own = own.filter(|(_, t)| t == teacher).count();
                    usize::from(self.occupancy.in_week(*teacher, at, week)) > own
                };
                never[at] != NEVER && !block.weeks.iter().any(stays)
            })
        });
        let clashes = |run: &Running| {
            let apart = run.slots.end <= slots.start || slots.end <= run.slots.start;
            !gone(run)
                && !apart
                && run.weeks.meets(block.weeks)
                && share(school, run.lesson, block.lesson)
        };
        teachers_free && !self.runs.iter().any(clashes)
    }
}

/// Whether two lessons need the same pupils.
fn share(school: &School, a: LessonIx, b: LessonIx) -> bool {
    let (one, other) = (&school.lesson(a).groups, &school.lesson(b).groups);
    let mut classes = classes_of(school, a).into_iter();
    classes.any(|class| share_pupils(school, class, one, other))
}

/// The least number of moves after which a block of the lesson fits; `None` when two are not enough.
fn moves(board: &Board, lesson: LessonIx, windows: &[usize]) -> Option<i64> {
    let school = board.case.school;
    let fits = |slots: &Range<usize>| slots.clone().all(|s| windows.contains(&s));
    let own: Vec<_> = board.runs.iter().filter(|r| r.lesson == lesson).collect();
    if own.iter().any(|run| fits(&run.slots)) {
        return Some(0);
    }
    let is_linked = |lesson: LessonIx| school.lesson(lesson).link.is_some();
    if is_linked(lesson) {
        return None;
    }
    let goes_elsewhere = |run: &Running| {
        let length = run.slots.len();
        windows.iter().any(|start| {
            let slots = *start..*start + length;
            school.block_fits(SlotIx::from(*start), length as u8)
                && fits(&slots)
                && board.could_run(run, &slots, &[run])
        })
    };
    if own.iter().any(|run| goes_elsewhere(run)) {
        return Some(1);
    }
    let is_exchanged = |run: &Running| {
        board.runs.iter().any(|other| {
            other.lesson != lesson
                && !is_linked(other.lesson)
                && other.slots.len() == run.slots.len()
                && fits(&other.slots)
                && board.could_run(run, &other.slots, &[run, other])
                && board.could_run(other, &run.slots, &[run, other])
        })
    };
    own.iter().any(|run| is_exchanged(run)).then_some(2)
}

fn board<'a>(case: &'a Case<'a>, timetable: &Timetable) -> Option<Board<'a>> {
    Some(Board {
        case,
        runs: running(case.school, timetable),
        occupancy: Occupancy::of(case)?,
    })
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let school = case.school;
    let visits = &school.document().visits;
    let Some(board) = case
        .timetable
        .filter(|_| !visits.is_empty())
        .and_then(|timetable| board(case, timetable))
    else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for visit in visits {
        let Some(lesson) = school.lesson_ix(&visit.lesson) else {
            continue;
        };
        let needed = moves(&board, lesson, &windows(school, visit));
        if needed.is_none_or(|moves| moves > setting.param("moves")) {
            let finding = Telling::of(school, "finding-C5", 1).lesson("lesson", lesson);
            findings.push(finding.with("visit", visit.name.as_str()).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::Visit;

    use super::super::testing::{Placed, Sample, deviation_with};

    /// Class A has a lesson with t, into which an expert can come in the first two periods, and one with u.
    fn sample() -> (Sample, usize, usize) {
        let mut sample = Sample::new(1); // 4 periods
        let own = sample.lesson(&[1], &["A"], "t");
        let other = sample.lesson(&[1], &["A"], "u");
        sample.document.visits.push(Visit {
            id: "v".into(),
            name: "genetics".to_owned(),
            lesson: "L0".into(),
            windows: vec![sample.slot(0), sample.slot(1)],
        });
        (sample, own, other)
    }

    /// The least number of moves with which the visit can be.
    fn moves(placed: &Placed) -> i64 {
        let enough = |n: &i64| deviation_with("C5", placed, &[("moves", *n)]) == 0;
        (0..=2).find(enough).unwrap_or(3)
    }

    #[test]
    fn a_lesson_fits_moves_or_is_exchanged() {
        let (mut sample, own, other) = sample();
        let at = |sample: &Sample, a, b| {
            moves(&sample.placed(&[(own, 0, Some(a)), (other, 0, Some(b))]))
        };
        assert_eq!(at(&sample, 1, 2), 0);
        assert_eq!(at(&sample, 2, 0), 1); // to the second period
        sample.wish("t", 1, -3);
        assert_eq!(at(&sample, 2, 0), 2); // with the other one
        sample.wish("u", 2, -3);
        assert_eq!(at(&sample, 2, 0), 3);
        assert_eq!(at(&sample, 3, 0), 2);
    }

    #[test]
    fn pupils_and_teachers_must_be_free_elsewhere() {
        let (mut sample, own, other) = sample();
        let third = sample.lesson(&[1], &["B"], "t");
        let placed = |sample: &Sample, half: usize| {
            let blocks = [
                (own, 0, Some(2)),
                (other, 0, Some(half)),
                (third, 0, Some(1)),
            ];
            moves(&sample.placed(&blocks))
        };
        assert_eq!(placed(&sample, 3), 1); // the first period is free for class and teacher
        // The class is in the first, t in the second: the other one moves away.
        assert_eq!(placed(&sample, 0), 2);
        sample.document.lessons[own].link = Some("link".into());
        sample.document.lessons[third].link = Some("link".into());
        let together = [(own, 0, Some(2)), (other, 0, Some(3)), (third, 0, Some(2))];
        assert_eq!(moves(&sample.placed(&together)), 3); // linked lessons stay
    }
}
