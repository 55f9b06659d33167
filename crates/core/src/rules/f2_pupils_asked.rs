//! F2: pupils are asked in a lesson, for every teacher who wants to hear them.
//!
//! A teacher of a round asks each class in whose lessons he or she holds a position that counts, in a period of such a
//! lesson (where the round names rooms: one that is in such a room, or in which one of them is empty). A window of W weeks
//! has each day of the week W times; a class is asked at most once on a day, and at most `week` times in a week. deviation
//! = per round and class the teachers beyond the most who so find a moment (moments). Who takes part does so of their own
//! accord, and what pupils answer has no place in any document (F3, F4). Source: memorandum 3.1.3.
//!
//! The most who can be dealt out over the days is, by Hall's theorem, the least over all sets of days of W for each day of
//! the set and 1 for each teacher with a lesson on another day; whatever that is goes evenly over the weeks.
//!
//! The search spreads the lessons of teachers who see the class once a week; the others come on several days anyhow.

use uurwerk_engine::{CostFunction, Kind, Limits, SpreadEvents, SpreadLimit};
use uurwerk_model::{Finding, Mode};

use super::occupancy::{attends, running};
use super::rounds::{Asking, askings};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "F2",
    source: Source::Memo("3.1.3"),
    unit: "unit-moments",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[Param {
        name: "week",
        default: 2,
        min: 1,
        max: 7,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().rounds.is_empty()),
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let case = Case {
        school: draft.school,
        allocation: draft.allocation,
        timetable: None,
    };
    for round in &case.school.document().rounds {
        let weeks = u32::from(round.weeks.count());
        for own in askings(&case, round).chunk_by(|a, b| a.class == b.class) {
            let mut once = Vec::new();
            for asking in own {
                let mut events = events_of(draft, asking);
                if events.len() == 1 {
                    once.append(&mut events);
                }
            }
            once.sort_unstable();
            once.dedup();
            if once.len() <= weeks as usize {
                continue; // they fit, even all on one day
            }
            let event_groups = vec![draft.event_group(once)];
            let limit = |day: &_| SpreadLimit {
                time_group: *day,
                limits: Limits::at_most(weeks),
            };
            let limits = draft.days().iter().map(limit).collect();
            let kind = Kind::SpreadEvents(SpreadEvents {
                event_groups,
                limits,
            });
            draft.charge(setting, 1, CostFunction::Linear, kind);
        }
    }
}

/// The blocks in which somebody could ask.
fn events_of(draft: &Draft, asking: &Asking) -> Vec<uurwerk_engine::EventId> {
    let mut events = Vec::new();
    for (lesson, position) in &asking.held {
        let blocks = draft.events_of(*lesson).iter().enumerate();
        let own = blocks.filter(|(block, _)| attends(draft.school, *lesson, *position, *block));
        events.extend(own.map(|(_, event)| *event));
    }
    events.sort_unstable();
    events.dedup();
    events
}

/// How many of those who have lessons on these days (as bits) can ask, with a day that comes `weeks` times.
pub(crate) fn most(days: &[u32], of_week: usize, weeks: usize) -> usize {
    let within = |set: u32| {
        let elsewhere = days.iter().filter(|days| **days & !set != 0).count();
        weeks * set.count_ones() as usize + elsewhere
    };
    (0..1 << of_week).map(within).min().unwrap_or(0)
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let school = case.school;
    let Some(timetable) = case.timetable else {
        return Vec::new();
    };
    let runs = running(school, timetable);
    let of_week = school.document().grid.days.len();
    let mut findings = Vec::new();
    for round in &school.document().rounds {
        let weeks = usize::from(round.weeks.count());
        for own in askings(case, round).chunk_by(|a, b| a.class == b.class) {
            let days = own.iter();
            let days: Vec<u32> = days
                .map(|asking| Asking::days(school, &asking.slots(case, &runs, &round.rooms)))
                .collect();
            let in_all = weeks * setting.param("week") as usize;
            let placed = most(&days, of_week, weeks).min(in_all);
            let lacking = (own.len() - placed) as i64;
            if lacking > 0 {
                let finding = Telling::of(school, "finding-F2", lacking).class(own[0].class);
                let finding = finding.with("round", round.name.as_str());
                findings.push(finding.with("all", own.len() as i64).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{Round, Weeks};

    use super::super::testing::{Sample, deviation, deviation_with};
    use super::*;

    fn round(teachers: &[&str], weeks: u8) -> Round {
        Round {
            id: "autumn".into(),
            name: "autumn".to_owned(),
            weeks: Weeks {
                from: 7,
                to: 6 + weeks,
            },
            teachers: teachers.iter().map(|t| (*t).into()).collect(),
            classes: Vec::new(),
            rooms: Vec::new(),
            teams: Vec::new(),
            people: Vec::new(),
        }
    }

    #[test]
    fn a_class_is_asked_once_a_day_and_twice_a_week() {
        let mut sample = Sample::new(2); // days of 4 periods
        let a = sample.lesson(&[1], &["A"], "t");
        let b = sample.lesson(&[1], &["A"], "u");
        let c = sample.lesson(&[1], &["A"], "v");
        sample.document.rounds.push(round(&["t", "u", "v"], 1));
        let at = |sample: &Sample, slots: [usize; 3], week| {
            let blocks = [a, b, c].map(|lesson| lesson).into_iter().zip(slots);
            let blocks: Vec<_> = blocks.map(|(l, s)| (l, 0, Some(s))).collect();
            deviation_with("F2", &sample.placed(&blocks), &[("week", week)])
        };
        assert_eq!(at(&sample, [0, 1, 2], 2), 2); // one day
        assert_eq!(at(&sample, [0, 1, 4], 2), 1); // two days, two moments
        assert_eq!(at(&sample, [0, 1, 4], 1), 2);
        sample.document.rounds[0].weeks.to += 1;
        assert_eq!(at(&sample, [0, 1, 2], 2), 1); // the same day in two weeks
        assert_eq!(at(&sample, [0, 1, 4], 2), 0);
        sample.document.rounds[0].classes = vec!["A".into()];
        sample.document.rounds[0].teachers = vec!["t".into()]; // of their own accord
        assert_eq!(at(&sample, [0, 1, 2], 2), 0);
        assert_eq!(deviation("F2", &sample.placed(&[])), 1); // no lesson, no moment
    }

    #[test]
    fn a_room_in_which_pupils_can_answer() {
        let mut sample = Sample::new(1);
        let a = sample.lesson(&[1], &["A"], "t");
        let b = sample.lesson(&[1], &["B"], "u");
        let lab = sample.room("lab", "lab", None);
        sample.need(b, "lab");
        sample.document.rounds.push(round(&["t", "u"], 1));
        sample.document.rounds[0].rooms = vec!["lab".into()];
        let mut placed = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(0))]);
        placed.in_room(b, 0, lab);
        assert_eq!(deviation("F2", &placed), 1); // u has it, t has not
        let mut placed = sample.placed(&[(a, 0, Some(1)), (b, 0, Some(0))]);
        placed.in_room(b, 0, lab);
        assert_eq!(deviation("F2", &placed), 0);
    }

    #[test]
    fn halls_theorem_by_hand() {
        // Three on the first day alone, one on either: with one week, one of the three and the other one.
        let days = [0b01, 0b01, 0b01, 0b11];
        assert_eq!(most(&days, 2, 1), 2);
        assert_eq!(most(&days, 2, 2), 3);
        assert_eq!(most(&days, 2, 3), 4);
        assert_eq!(most(&[0, 0b01], 2, 3), 1); // who has no lesson finds no moment
    }
}
