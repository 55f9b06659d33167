//! The timetable of a plan laid out period by period: where blocks run, what each teacher attends,
//! when each teacher is wanted, unwanted or never there.

use std::collections::BTreeMap;

use uurwerk_model::school::Slot;
use uurwerk_model::{
    DayId, HalfDay, PeriodId, PlanDocument, ProtectedKind, Recurrence, SchoolDocument, TeacherId,
    WishTarget,
};

use crate::case::{Job, Taught};

/// A period of the week.
#[derive(Clone, Copy)]
pub(crate) struct Period {
    pub(crate) day: usize,
    /// Half-days count through the week.
    pub(crate) half: usize,
    /// Minutes after midnight.
    pub(crate) start: i64,
    pub(crate) end: i64,
}

/// A block of a lesson.
pub(crate) struct Block {
    pub(crate) lesson: usize,
    pub(crate) block: usize,
    /// The period in which it starts, if it has a place.
    pub(crate) start: Option<usize>,
    /// The periods in which it runs, those that exist on its day.
    pub(crate) periods: Vec<usize>,
    /// Whether all its periods exist and lie in one half-day.
    pub(crate) whole: bool,
    /// One room for each need of the lesson.
    pub(crate) rooms: Vec<Option<usize>>,
    /// The weeks of four in which it runs.
    pub(crate) weeks: [bool; 4],
}

/// The weeks of four in which something happens, from its definition: every so many, from the phase on.
pub(crate) fn weeks_of(weeks: Recurrence) -> [bool; 4] {
    let (every, phase) = (
        usize::from(weeks.every),
        usize::from(weeks.phase.unwrap_or(0)),
    );
    [0, 1, 2, 3].map(|week| week >= phase && (week - phase).is_multiple_of(every))
}

/// Whether there is a week in both.
pub(crate) fn meet(a: [bool; 4], b: [bool; 4]) -> bool {
    (0..4).any(|week| a[week] && b[week])
}

/// Whether every week of the second is in the first.
pub(crate) fn covers(a: [bool; 4], b: [bool; 4]) -> bool {
    (0..4).all(|week| a[week] || !b[week])
}

/// Whether what happens in these weeks is as often as asked for, in the phase asked for or in any.
pub(crate) fn serves(weeks: Recurrence, asked: Recurrence) -> bool {
    let mut phases = 0..asked.every;
    phases.any(|phase| {
        let choice = Recurrence {
            phase: Some(phase),
            ..asked
        };
        asked.phase.is_none_or(|said| said == phase) && covers(weeks_of(weeks), weeks_of(choice))
    })
}

/// The weeks in which something may be: those of the phase, or of each phase where none is said.
pub(crate) fn phases(asked: Recurrence) -> Vec<[bool; 4]> {
    let phases = (0..asked.every).filter(|phase| asked.phase.is_none_or(|said| said == *phase));
    let of = |phase| Recurrence {
        phase: Some(phase),
        ..asked
    };
    phases.map(|phase| weeks_of(of(phase))).collect()
}

/// The week.
pub(crate) struct Week {
    pub(crate) periods: Vec<Period>,
    pub(crate) blocks: Vec<Block>,
    /// For each teacher and period: how many things are attended in each week of four.
    pub(crate) things: Vec<Vec<[i64; 4]>>,
    /// For each teacher and period: the lowest wish about it, 0 without one.
    pub(crate) wish: Vec<Vec<i8>>,
}

impl Week {
    pub(crate) fn of(
        school: &SchoolDocument,
        plan: &PlanDocument,
        lessons: &[Taught],
        jobs: &[Job],
    ) -> Self {
        let periods = periods(school);
        let blocks = blocks(school, plan, lessons, &periods);
        let things = things(school, plan, lessons, jobs, &blocks, &periods);
        let wish = wishes(school, &periods);
        Self {
            periods,
            blocks,
            things,
            wish,
        }
    }

    pub(crate) fn days(&self) -> usize {
        self.periods.iter().map(|p| p.day + 1).max().unwrap_or(0)
    }

    pub(crate) fn halves(&self) -> usize {
        self.periods.iter().map(|p| p.half + 1).max().unwrap_or(0)
    }

    /// Things that a teacher attends in a period, in the week in which they are most.
    pub(crate) fn at_once(&self, teacher: usize, period: usize) -> i64 {
        let weeks = self.things[teacher][period];
        weeks.into_iter().max().unwrap_or(0)
    }

    /// Things that a teacher attends in a period in one week of four.
    pub(crate) fn in_week(&self, teacher: usize, period: usize, week: usize) -> i64 {
        self.things[teacher][period][week]
    }

    /// The periods of a day, in order.
    pub(crate) fn of_day(&self, day: usize) -> Vec<usize> {
        let all = 0..self.periods.len();
        all.filter(|p| self.periods[*p].day == day).collect()
    }
}

/// The place in the week of a period by name.
pub(crate) fn place_of(school: &SchoolDocument, day: &DayId, period: &PeriodId) -> Option<usize> {
    let mut at = 0;
    for d in &school.grid.days {
        for p in &d.periods {
            if d.id == *day && p.id == *period {
                return Some(at);
            }
            at += 1;
        }
    }
    None
}

fn periods(school: &SchoolDocument) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut half = 0;
    for (day, d) in school.grid.days.iter().enumerate() {
        let mut last: Option<HalfDay> = None;
        for p in &d.periods {
            if !periods.is_empty() && last != Some(p.half_day) {
                half += 1;
            }
            last = Some(p.half_day);
            let (start, end) = (i64::from(p.start.0), i64::from(p.end.0));
            periods.push(Period {
                day,
                half,
                start,
                end,
            });
        }
    }
    periods
}

/// The periods from `start` on, at most `length`, that lie on the day of `start`.
fn run(periods: &[Period], start: usize, length: usize) -> Vec<usize> {
    let end = (start + length).min(periods.len());
    let same_day = |p: &usize| periods[*p].day == periods[start].day;
    (start..end).filter(same_day).collect()
}

fn blocks(
    school: &SchoolDocument,
    plan: &PlanDocument,
    lessons: &[Taught],
    periods: &[Period],
) -> Vec<Block> {
    let mut placed = BTreeMap::new();
    for entry in &plan.timetable {
        placed.insert((entry.lesson.as_str(), usize::from(entry.block)), entry);
    }
    let room_of = |id: &uurwerk_model::RoomId| school.rooms.iter().position(|r| r.id == *id);
    let mut blocks = Vec::new();
    for (lesson, taught) in lessons.iter().enumerate() {
        for (block, length) in taught.lengths.iter().enumerate() {
            let entry = placed.get(&(taught.lesson.id.as_str(), block));
            let start = entry.and_then(|e| place_of(school, &e.day, &e.period));
            let running = start.map_or(Vec::new(), |start| run(periods, start, *length));
            let one_half = running
                .iter()
                .all(|p| periods[*p].half == periods[running[0]].half);
            let need = |n: usize| entry?.rooms.get(n)?.as_ref().and_then(room_of);
            blocks.push(Block {
                lesson,
                block,
                start,
                whole: start.is_some() && running.len() == *length && one_half,
                periods: running,
                rooms: (0..taught.lesson.rooms.len()).map(need).collect(),
                weeks: weeks_of(taught.lesson.weeks),
            });
        }
    }
    blocks
}

/// Whether a position takes part in a block: one with fewer hours than the lesson attends the first
/// blocks whose lengths add up to them.
pub(crate) fn attends(job: &Job, taught: &Taught, block: usize) -> bool {
    let before: usize = taught.lengths[..block].iter().sum();
    // The hours are those of an average week.
    (before as i64) < job.hours * i64::from(taught.lesson.weeks.every)
}

/// Blocks of lessons by position, and protected time that is not itself a lesson of the person: a
/// co-taught lesson and the observed one are attended already.
fn things(
    school: &SchoolDocument,
    plan: &PlanDocument,
    lessons: &[Taught],
    jobs: &[Job],
    blocks: &[Block],
    periods: &[Period],
) -> Vec<Vec<[i64; 4]>> {
    let mut things = vec![vec![[0; 4]; periods.len()]; school.staff.len()];
    let mut attend = |teacher: usize, period: usize, weeks: [bool; 4]| {
        for (week, _) in weeks.iter().enumerate().filter(|(_, is_in)| **is_in) {
            things[teacher][period][week] += 1;
        }
    };
    for job in jobs {
        let Some(teacher) = job.teacher else { continue };
        for block in blocks.iter().filter(|b| b.lesson == job.lesson) {
            if attends(job, &lessons[job.lesson], block.block) {
                for period in &block.periods {
                    attend(teacher, *period, block.weeks);
                }
            }
        }
    }
    for slot in &plan.protected {
        let Some(start) = place_of(school, &slot.day, &slot.period) else {
            continue;
        };
        let people: &[TeacherId] = match slot.kind {
            ProtectedKind::CoTeaching => &[],
            ProtectedKind::Observation => &slot.people[..slot.people.len().min(1)],
            ProtectedKind::Meeting | ProtectedKind::Team => &slot.people,
        };
        for id in people {
            let Some(teacher) = school.staff.iter().position(|t| t.id == *id) else {
                continue;
            };
            for period in run(periods, start, usize::from(slot.length)) {
                attend(teacher, period, weeks_of(slot.weeks));
            }
        }
    }
    things
}

fn wishes(school: &SchoolDocument, periods: &[Period]) -> Vec<Vec<i8>> {
    let mut lowest = vec![vec![0; periods.len()]; school.staff.len()];
    for (teacher, t) in school.staff.iter().enumerate() {
        for wish in &t.wishes {
            let mut at = 0;
            for day in &school.grid.days {
                for period in &day.periods {
                    let about = match &wish.on {
                        WishTarget::Slot(Slot { day: d, period: p }) => {
                            *d == day.id && *p == period.id
                        }
                        WishTarget::HalfDay { day: d, half_day } => {
                            *d == day.id && *half_day == period.half_day
                        }
                        WishTarget::Day(d) => *d == day.id,
                        _ => false,
                    };
                    if about {
                        lowest[teacher][at] = lowest[teacher][at].min(wish.value);
                    }
                    at += 1;
                }
            }
        }
    }
    lowest
}
