//! Locks taken together. What contradicts itself under every policy is an error; clashes that an
//! existing timetable may well contain only warn, so that it can still be read and measured.

use std::collections::BTreeMap;

use super::Check;
use crate::{Diagnostic, LessonIx, Lock, SlotIx, TeacherIx};

pub(super) fn check(check: &mut Check) {
    let placed = placed(check);
    uw0178_links_apart(check, &placed);
    uw0179_lesson_on_itself(check, &placed);
    uw0185_two_at_once(check, &placed);
    for at in 0..check.document.staff.len() {
        let teacher = TeacherIx::from(at);
        let held = check.held(teacher);
        uw0180_more_than_the_week(check, teacher, &held);
        uw0181_above_contract(check, teacher, &held);
        uw0184_not_available(check, teacher, &held, &placed);
        uw0186_two_linked(check, teacher, &held);
    }
}

/// A block whose time is locked.
struct Placed {
    lock: usize,
    lesson: LessonIx,
    block: usize,
    start: SlotIx,
    length: usize,
}

impl Placed {
    fn slots(&self) -> std::ops::Range<usize> {
        self.start.at()..self.start.at() + self.length
    }
}

/// The time locks that are possible one by one.
fn placed(check: &Check) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (at, lock) in check.document.locks.iter().enumerate() {
        if let Lock::Time(lock) = lock
            && let Some(lesson) = check.school.lesson_ix(&lock.lesson)
            && let Some(start) = check.school.slot_ix(&lock.start)
            && let Some(length) = check.school.blocks(lesson).get(usize::from(lock.block))
            && check.school.block_fits(start, *length)
        {
            placed.push(Placed {
                lock: at,
                lesson,
                block: usize::from(lock.block),
                start,
                length: usize::from(*length),
            });
        }
    }
    placed
}

fn uw0178_links_apart(check: &mut Check, placed: &[Placed]) {
    let mut first: BTreeMap<(&str, usize), &Placed> = BTreeMap::new();
    for this in placed {
        let Some(link) = &check.school.lesson(this.lesson).link else {
            continue;
        };
        let earlier = *first.entry((link.as_str(), this.block)).or_insert(this);
        if earlier.lesson != this.lesson && earlier.start != this.start {
            check.add(
                Diagnostic::error("UW0178", format!("/locks/{}/time/start", this.lock))
                    .with("link", link.as_str())
                    .with("lesson", check.school.lesson(this.lesson).id.as_str())
                    .with("first", format!("/locks/{}", earlier.lock)),
            );
        }
    }
}

fn uw0179_lesson_on_itself(check: &mut Check, placed: &[Placed]) {
    let mut slots: BTreeMap<(LessonIx, usize), &Placed> = BTreeMap::new();
    for this in placed {
        let earlier = this
            .slots()
            .filter_map(|s| slots.get(&(this.lesson, s)).copied())
            .find(|earlier| earlier.block != this.block);
        if let Some(earlier) = earlier {
            check.add(
                Diagnostic::error("UW0179", format!("/locks/{}/time/start", this.lock))
                    .with("lesson", check.school.lesson(this.lesson).id.as_str())
                    .with("first", format!("/locks/{}", earlier.lock)),
            );
        }
        for slot in this.slots() {
            slots.entry((this.lesson, slot)).or_insert(this);
        }
    }
}

/// Two locked blocks at one time with one locked teacher.
fn uw0185_two_at_once(check: &mut Check, placed: &[Placed]) {
    let school = check.school;
    let weeks = |placed: &Placed| school.lesson(placed.lesson).weeks.weeks();
    let mut busy: BTreeMap<(TeacherIx, usize), Vec<&Placed>> = BTreeMap::new();
    let mut found = Vec::new();
    for this in placed {
        let positions = 0..check.school.lesson(this.lesson).positions.len();
        let teachers: Vec<TeacherIx> = positions
            .filter(|p| attends(check, this.lesson, *p, this.block))
            .filter_map(|p| check.locked.get(&(this.lesson, p)).copied())
            .collect();
        for teacher in teachers {
            let there = this.slots().filter_map(|s| busy.get(&(teacher, s)));
            let earlier = there
                .flatten()
                .find(|earlier| earlier.lesson != this.lesson && weeks(earlier).meets(weeks(this)));
            if let Some(earlier) = earlier {
                found.push(
                    Diagnostic::warning("UW0185", format!("/locks/{}/time/start", this.lock))
                        .with("teacher", check.school.teacher(teacher).id.as_str())
                        .with("lesson", check.school.lesson(this.lesson).id.as_str())
                        .with("other", check.school.lesson(earlier.lesson).id.as_str()),
                );
            }
            for slot in this.slots() {
                busy.entry((teacher, slot)).or_default().push(this);
            }
        }
    }
    found.into_iter().for_each(|fault| check.add(fault));
}

/// Whether a position takes part in a block: one with fewer hours takes the first blocks only.
fn attends(check: &Check, lesson: LessonIx, position: usize, block: usize) -> bool {
    let periods = check.school.position_periods(lesson, position);
    let blocks = check.school.blocks(lesson);
    let before: u32 = blocks.iter().take(block).map(|b| u32::from(*b)).sum();
    before < periods
}

fn uw0180_more_than_the_week(check: &mut Check, teacher: TeacherIx, held: &[(LessonIx, usize)]) {
    // Linked lessons fall together and take one time (UW0186 speaks of them).
    let mut by_link: BTreeMap<String, usize> = BTreeMap::new();
    for (lesson, position) in held {
        let key = match &check.school.lesson(*lesson).link {
            Some(link) => format!("link {link}"),
            None => format!("lesson {}", lesson.0),
        };
        let hours = by_link.entry(key).or_default();
        *hours = (*hours).max(usize::from(check.school.position_hours(*lesson, *position)));
    }
    let hours: usize = by_link.values().sum();
    let free = check.school.slots().len() - check.school.unavailable(teacher).len();
    if hours > free {
        check.add(
            Diagnostic::error("UW0180", format!("/staff/{}", teacher.0))
                .with("teacher", check.school.teacher(teacher).id.as_str())
                .with("n", hours as i64)
                .with("slots", free as i64),
        );
    }
}

fn uw0181_above_contract(check: &mut Check, teacher: TeacherIx, held: &[(LessonIx, usize)]) {
    let load = held
        .iter()
        .map(|(l, p)| check.school.position_load(*l, *p))
        .sum();
    let who = check.school.teacher(teacher);
    let load = who.task_load() + load;
    if load > who.contract.max {
        check.add(
            Diagnostic::warning("UW0181", format!("/staff/{}/contract/max", teacher.0))
                .with("teacher", who.id.as_str())
                .with("load", load.to_string())
                .with("max", who.contract.max.to_string()),
        );
    }
}

fn uw0184_not_available(
    check: &mut Check,
    teacher: TeacherIx,
    held: &[(LessonIx, usize)],
    placed: &[Placed],
) {
    let never = check.school.unavailable(teacher);
    if never.is_empty() {
        return;
    }
    for this in placed {
        let is_there = held
            .iter()
            .any(|(lesson, p)| *lesson == this.lesson && attends(check, *lesson, *p, this.block));
        if is_there && this.slots().any(|s| never.contains(&SlotIx::from(s))) {
            check.add(
                Diagnostic::warning("UW0184", format!("/locks/{}/time/start", this.lock))
                    .with("teacher", check.school.teacher(teacher).id.as_str())
                    .with("lesson", check.school.lesson(this.lesson).id.as_str()),
            );
        }
    }
}

fn uw0186_two_linked(check: &mut Check, teacher: TeacherIx, held: &[(LessonIx, usize)]) {
    let mut first: BTreeMap<&str, LessonIx> = BTreeMap::new();
    for (lesson, _) in held {
        let Some(link) = &check.school.lesson(*lesson).link else {
            continue;
        };
        let earlier = *first.entry(link.as_str()).or_insert(*lesson);
        if earlier != *lesson {
            check.add(
                Diagnostic::warning("UW0186", format!("/lessons/{}/link", lesson.0))
                    .with("teacher", check.school.teacher(teacher).id.as_str())
                    .with("lesson", check.school.lesson(*lesson).id.as_str())
                    .with("other", check.school.lesson(earlier).id.as_str()),
            );
        }
    }
}
