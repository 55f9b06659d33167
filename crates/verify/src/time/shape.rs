//! B3, C6, L5, P5, P9: the shape of a teacher's or a class's week (memo 2.2, 2.3; the law on the grid).

use std::collections::BTreeSet;

use uurwerk_model::{FTE, HalfDay};

use super::support::is_free;
use crate::case::{Case, ceil, is_starter};
use crate::rules::Params;
use crate::week::{Block, attends};

/// The half-day of every period, in the order of the week.
fn half_days(case: &Case) -> Vec<HalfDay> {
    let days = case.school.grid.days.iter();
    days.flat_map(|day| day.periods.iter().map(|p| p.half_day))
        .collect()
}

/// B3: burden of starters above the mean of the others.
pub(crate) fn b3_burden(case: &Case, params: &Params) -> i64 {
    let mut others = Vec::new();
    let mut starters = Vec::new();
    for (at, teacher) in case.staff() {
        let target = teacher.contract.target.0;
        if target > 0 {
            let full = ceil(burden(case, at, params.get("run")) * FTE, target);
            match is_starter(teacher) {
                true => starters.push(full),
                false => others.push(full),
            }
        }
    }
    if others.is_empty() {
        return 0;
    }
    let mean = ceil(others.iter().sum(), others.len() as i64);
    starters.iter().map(|full| (full - mean).max(0)).sum()
}

fn burden(case: &Case, teacher: usize, run: i64) -> i64 {
    let busy = |place: usize| case.week.at_once(teacher, place) > 0;
    let halves = half_days(case);
    let days = case.school.grid.days.len();
    let mut points = 0;
    for day in 0..days {
        let periods = case.week.of_day(day);
        let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
            continue;
        };
        points += i64::from(busy(*first)) + i64::from(busy(*last));
        let attended: Vec<usize> = periods.iter().copied().filter(|p| busy(*p)).collect();
        if let (Some(from), Some(to)) = (attended.first(), attended.last()) {
            points += (to - from + 1 - attended.len()) as i64;
        }
        let mut length = 0;
        for place in &periods {
            length = if busy(*place) { length + 1 } else { 0 };
            points += i64::from(length > run);
            if day + 1 == days && halves[*place] == HalfDay::Afternoon {
                points += i64::from(busy(*place));
            }
        }
    }
    points
}

/// The blocks that a class attends, or a part of it.
fn of_class<'c>(case: &'c Case, class: usize) -> Vec<&'c Block> {
    let own = |b: &&Block| case.lessons[b.lesson].classes.contains(&class) && b.start.is_some();
    case.week.blocks.iter().filter(own).collect()
}

/// C6: classes without a half-day on which few teachers have them without a gap.
pub(crate) fn c6_outings(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for class in 0..case.school.classes.len() {
        let blocks = of_class(case, class);
        if blocks.is_empty() {
            continue;
        }
        let ready = (0..case.week.halves()).any(|half| {
            let within = |p: &usize| case.week.periods[*p].half == half;
            let mut busy = BTreeSet::new();
            let mut teachers = BTreeSet::new();
            for block in &blocks {
                if !block.periods.iter().any(within) {
                    continue;
                }
                busy.extend(block.periods.iter().copied().filter(within));
                for job in case.jobs.iter().filter(|j| j.lesson == block.lesson) {
                    if attends(job, &case.lessons[job.lesson], block.block) {
                        teachers.extend(job.teacher);
                    }
                }
            }
            let (Some(first), Some(last)) = (busy.first(), busy.last()) else {
                return false;
            };
            busy.len() as i64 >= params.get("least")
                && last - first + 1 == busy.len()
                && teachers.len() as i64 <= params.get("teachers")
        });
        sum += i64::from(!ready);
    }
    sum
}

/// L5: how far the fullest and the emptiest day of a class are apart, beyond what is usual.
pub(crate) fn l5_even_days(case: &Case, params: &Params) -> i64 {
    let halves = half_days(case);
    let mut sum = 0;
    for class in 0..case.school.classes.len() {
        let blocks = of_class(case, class);
        if blocks.is_empty() {
            continue;
        }
        let busy: BTreeSet<usize> = blocks.iter().flat_map(|b| b.periods.clone()).collect();
        let mut counts = Vec::new();
        for day in 0..case.week.days() {
            let periods = case.week.of_day(day);
            let has = |half| periods.iter().any(|p| halves[*p] == half);
            if has(HalfDay::Morning) && has(HalfDay::Afternoon) {
                counts.push(periods.iter().filter(|p| busy.contains(p)).count() as i64);
            }
        }
        let apart = counts.iter().max().unwrap_or(&0) - counts.iter().min().unwrap_or(&0);
        sum += (apart - params.get("most")).max(0);
    }
    sum
}

/// P5: free periods of starters below what their year asks for, on days on which they come.
pub(crate) fn p5_kept_free(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.starters() {
        let asked = match teacher.experience {
            0 | 1 => params.get("year_1"),
            2 => params.get("year_2"),
            _ => params.get("later"),
        };
        let busy = |p: &usize| case.week.at_once(at, *p) > 0;
        let comes = |day: usize| case.week.of_day(day).iter().any(busy);
        let there: Vec<usize> = (0..case.week.days()).filter(|day| comes(*day)).collect();
        if there.is_empty() {
            continue;
        }
        let periods = there.iter().flat_map(|day| case.week.of_day(*day));
        let free = periods.filter(|p| is_free(case, at, *p)).count() as i64;
        sum += (asked - free).max(0);
    }
    sum
}

/// P9: periods of protected time below what is asked for, of everybody with a position.
pub(crate) fn p9_growth(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        if !case.jobs.iter().any(|job| job.teacher == Some(at)) {
            continue;
        }
        let asked = match is_starter(teacher) {
            true => params.get("starters"),
            false => params.get("others"),
        };
        let slots = case.plan.protected.iter();
        let own = slots.filter(|slot| slot.people.contains(&teacher.id));
        let periods: i64 = own.map(|slot| i64::from(slot.length)).sum();
        sum += (asked - periods).max(0);
    }
    sum
}
