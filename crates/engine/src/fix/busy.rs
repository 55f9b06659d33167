//! When a resource is busy: one sum of value 0 or 1 for each time, and what time groups make of them.

use super::sheet::{Sheet, Sum};
use super::variables::Variables;
use std::collections::{BTreeMap, BTreeSet};
use uurwerk_mip::Var;

/// Time groups up to this length get a variable for each first and last busy time; longer ones get two for each time.
const SHORT: usize = 10;

/// What is known of one resource's busy times.
pub(super) struct Busy {
    /// For each time the number of meets attended.
    attended: Vec<Sum>,
    single: bool,
    /// For each time asked for: whether it is busy, and how many meets too many are attended then.
    times: BTreeMap<usize, (Sum, Sum)>,
    /// For each time group asked for: whether it has a busy time.
    groups: BTreeMap<Vec<usize>, Sum>,
}

impl Busy {
    /// Of a resource that the free part may attend.
    pub fn new(variables: &Variables, resource: u32) -> Self {
        Self {
            attended: variables.attendance[&resource].clone(),
            single: variables.single.contains(&resource),
            times: BTreeMap::new(),
            groups: BTreeMap::new(),
        }
    }

    /// Whether the resource is busy at a time: 0 or 1.
    pub fn at(&mut self, time: usize, sheet: &mut Sheet) -> Sum {
        self.split(time, sheet).0
    }

    /// The meets too many at a time, as a sum that counts only above zero.
    pub fn surplus(&self, time: usize) -> Sum {
        match self.times.get(&time) {
            Some((_, surplus)) => surplus.clone(),
            None => self.attended[time].clone().shifted(-1),
        }
    }

    /// Attendance as busy or not plus surplus: a + s = attended, s above 0 only where a is 1.
    fn split(&mut self, time: usize, sheet: &mut Sheet) -> (Sum, Sum) {
        if let Some(known) = self.times.get(&time) {
            return known.clone();
        }
        let attended = &self.attended[time];
        let (low, high) = sheet.range(attended);
        let parts = if high <= 1 || self.single {
            (attended.clone(), Sum::default())
        } else if low >= 1 {
            (Sum::constant(1), attended.clone().shifted(-1))
        } else {
            let now = sheet.value(attended);
            let busy = Sum::of(sheet.integer(1, now.min(1)));
            let surplus = Sum::of(sheet.integer(high - 1, (now - 1).max(0)));
            sheet.zero(attended.clone().plus(&busy, -1).plus(&surplus, -1));
            sheet.at_most_zero(surplus.clone().plus(&busy, 1 - high));
            (busy, surplus)
        };
        self.times.insert(time, parts.clone());
        parts
    }

    /// The number of busy times among some.
    pub fn count(&mut self, times: &[usize], sheet: &mut Sheet) -> Sum {
        times.iter().fold(Sum::default(), |sum, &time| {
            sum.plus(&self.at(time, sheet), 1)
        })
    }

    /// Whether any of the times is busy: 0 or 1.
    pub fn any(&mut self, times: &[usize], sheet: &mut Sheet) -> Sum {
        if let Some(known) = self.groups.get(times) {
            return known.clone();
        }
        let busy: Vec<Sum> = times.iter().map(|&time| self.at(time, sheet)).collect();
        let ranges: Vec<(i64, i64)> = busy.iter().map(|busy| sheet.range(busy)).collect();
        let open: Vec<&Sum> = busy
            .iter()
            .zip(&ranges)
            .filter(|(_, range)| range.1 > 0)
            .map(|(busy, _)| busy)
            .collect();
        let any = if ranges.iter().any(|range| range.0 >= 1) {
            Sum::constant(1)
        } else if open.is_empty() {
            Sum::default()
        } else if let [only] = open[..] {
            only.clone()
        } else {
            let now = open.iter().any(|busy| sheet.value(busy) > 0);
            let any = Sum::of(sheet.integer(1, now.into()));
            let mut all = Sum::default();
            for busy in open {
                sheet.at_most_zero(busy.clone().plus(&any, -1));
                all.add(busy, 1);
            }
            self.cover(times, &any, sheet);
            sheet.at_most_zero(any.clone().plus(&all, -1));
            any
        };
        self.groups.insert(times.to_vec(), any.clone());
        any
    }

    /// Whoever makes one choice that touches a group makes the group busy: stronger than time by time.
    fn cover(&self, times: &[usize], any: &Sum, sheet: &mut Sheet) {
        let vars: BTreeSet<Var> = times
            .iter()
            .flat_map(|&time| self.attended[time].terms.iter().map(|term| term.0))
            .collect();
        let mut choices: BTreeMap<u32, Sum> = BTreeMap::new();
        for var in vars {
            if let Some(choice) = sheet.only_choice(var) {
                choices.entry(choice).or_default().add(&Sum::of(var), 1);
            }
        }
        for chosen in choices
            .into_values()
            .filter(|chosen| chosen.terms.len() > 1)
        {
            sheet.at_most_zero(chosen.plus(any, -1));
        }
    }

    /// The number of idle times of a run of times.
    pub fn idle(&mut self, times: &[usize], sheet: &mut Sheet) -> Sum {
        let busy: Vec<Sum> = times.iter().map(|&time| self.at(time, sheet)).collect();
        let ranges: Vec<(i64, i64)> = busy.iter().map(|busy| sheet.range(busy)).collect();
        if ranges.iter().all(|range| range.0 == range.1) {
            // Whatever is free does not touch these times.
            let set = |range: &(i64, i64)| range.0 > 0;
            let (first, last) = (ranges.iter().position(set), ranges.iter().rposition(set));
            let idle = first.zip(last).map_or(0, |(first, last)| {
                ranges[first..=last]
                    .iter()
                    .filter(|range| !set(range))
                    .count()
            });
            return Sum::constant(idle as i64);
        }
        let span = if times.len() <= SHORT {
            self.intervals(times, &busy, &ranges, sheet)
        } else {
            self.reach(times, &busy, sheet)
        };
        busy.iter().fold(span, |idle, busy| idle.plus(busy, -1))
    }

    /// The number of times from the first busy one to the last, by a variable for each pair of them. For given pairs the busy times fill a
    /// box, so that the linear relaxation is the convex hull of the busy times with their span: no formulation by whole day patterns is
    /// tighter.
    fn intervals(
        &mut self,
        times: &[usize],
        busy: &[Sum],
        ranges: &[(i64, i64)],
        sheet: &mut Sheet,
    ) -> Sum {
        let first_sure = ranges.iter().position(|range| range.0 >= 1);
        let last_sure = ranges.iter().rposition(|range| range.0 >= 1);
        let on = |at: &usize| sheet.value(&busy[*at]) > 0;
        let now = (0..times.len()).find(on).zip((0..times.len()).rfind(on));
        let choice = sheet.choice(1);
        let mut pairs = Vec::new();
        let (mut any, mut span) = (Sum::default(), Sum::default());
        for first in (0..times.len())
            .filter(|&first| ranges[first].1 > 0 && first_sure.is_none_or(|sure| first <= sure))
        {
            for last in (first..times.len())
                .filter(|&last| ranges[last].1 > 0 && last_sure.is_none_or(|sure| last >= sure))
            {
                let var = sheet.chosen(choice, 1, (now == Some((first, last))).into());
                any.add(&Sum::of(var), 1);
                span.add(&Sum::of(var), (last - first + 1) as i64);
                pairs.push((first, last, var));
            }
        }
        if first_sure.is_some() {
            sheet.zero(any.clone().shifted(-1));
        } else {
            sheet.at_most_zero(any.clone().shifted(-1));
        }
        for (at, (busy, range)) in busy
            .iter()
            .zip(ranges)
            .enumerate()
            .filter(|(_, (_, range))| range.1 > 0)
        {
            let sum = |which: &dyn Fn(usize, usize) -> bool| {
                let chosen = pairs.iter().filter(|&&(first, last, _)| which(first, last));
                chosen.fold(Sum::default(), |sum, &(_, _, var)| {
                    sum.plus(&Sum::of(var), 1)
                })
            };
            if range.0 == 0 {
                let within = sum(&|first, last| first <= at && at <= last);
                sheet.at_most_zero(busy.clone().plus(&within, -1));
                let ends = sum(&|first, last| first == at || last == at);
                sheet.at_most_zero(ends.plus(busy, -1));
            }
        }
        let known = if first_sure.is_some() {
            Sum::constant(1)
        } else {
            any
        };
        self.groups.entry(times.to_vec()).or_insert(known);
        span
    }

    /// The same by two variables for each time: whether the first busy time has come, and whether the last one is still to come.
    fn reach(&mut self, times: &[usize], busy: &[Sum], sheet: &mut Sheet) -> Sum {
        let any = self.any(times, sheet);
        let on = |at: &usize| sheet.value(&busy[*at]) > 0;
        let now = (0..times.len()).find(on).zip((0..times.len()).rfind(on));
        let (mut begun, mut ahead) = (Vec::new(), Vec::new());
        for at in 0..times.len() {
            begun.push(Sum::of(
                sheet.integer(1, now.is_some_and(|(first, _)| first <= at).into()),
            ));
            ahead.push(Sum::of(
                sheet.integer(1, now.is_some_and(|(_, last)| last >= at).into()),
            ));
        }
        let last = times.len() - 1;
        sheet.zero(begun[last].clone().plus(&any, -1));
        sheet.zero(ahead[0].clone().plus(&any, -1));
        let none = Sum::default();
        let mut span = Sum::default();
        for (at, busy) in busy.iter().enumerate() {
            // Only a busy time begins or ends the span, and it lies within.
            let first = begun[at]
                .clone()
                .plus(if at > 0 { &begun[at - 1] } else { &none }, -1);
            let final_one = ahead[at]
                .clone()
                .plus(if at < last { &ahead[at + 1] } else { &none }, -1);
            for end in [first, final_one] {
                sheet.at_most_zero(Sum::default().plus(&end, -1));
                sheet.at_most_zero(end.plus(busy, -1));
            }
            let within = begun[at].clone().plus(&ahead[at], 1).plus(&any, -1);
            sheet.at_most_zero(busy.clone().plus(&within, -1));
            span.add(&within, 1);
        }
        span
    }
}
