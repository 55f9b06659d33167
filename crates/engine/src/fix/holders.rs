//! The variables for who holds free tasks, and, where a meet's start is free too, for the pairs of start and holder.

use super::free::Task;
use super::incumbent::Incumbent;
use super::sheet::Sheet;
use super::variables::{Assigned, Hand, Holder, Variables};
use std::collections::BTreeSet;
use uurwerk_mip::Var;

impl Variables {
    /// The holder of tasks that change hands together.
    pub(super) fn add_tasks(
        &mut self,
        now: &Incumbent,
        tasks: Vec<Task>,
        assigned: &Assigned,
        sheet: &mut Sheet,
    ) {
        let current = now.meets[tasks[0].0].resources[tasks[0].1].map(|resource| resource.0);
        let possible = |resource: &u32| {
            tasks.iter().all(|&(meet, index)| {
                let data = &now.meets[meet];
                let start = data.start.filter(|_| !self.free.times.contains(&meet));
                now.candidates(meet, index).contains(resource)
                    && start.is_none_or(|start| self.has_room(*resource, start.0, data.duration))
            })
        };
        let mut resources: BTreeSet<u32> = now
            .candidates(tasks[0].0, tasks[0].1)
            .iter()
            .copied()
            .filter(possible)
            .collect();
        resources.extend(current);
        let mut options: Vec<Option<u32>> = resources.into_iter().map(Some).collect();
        let compulsory = |&(meet, index): &Task| {
            let role = now.demands(meet)[index].role;
            role.is_some_and(|role| assigned.resources.contains(&(now.meets[meet].event, role)))
        };
        if current.is_none() || !sheet.is_strict() || !tasks.iter().any(compulsory) {
            options.push(None);
        }
        let choice = sheet.choice(1);
        let vars: Vec<(Option<u32>, Var)> = options
            .into_iter()
            .map(|resource| {
                (
                    resource,
                    sheet.chosen(choice, 1, i64::from(resource == current)),
                )
            })
            .collect();
        sheet
            .model
            .exactly(vars.iter().map(|&(_, var)| (var, 1)), 1);
        for &(meet, index) in &tasks {
            let data = &now.meets[meet];
            let holders = vars.iter().map(|&(resource, var)| Holder {
                resource,
                duration: data.duration,
                var,
            });
            self.holders
                .entry((data.event.0, index))
                .or_default()
                .extend(holders);
            if self.free.times.contains(&meet) {
                self.join(now, meet, &vars, sheet);
                continue;
            }
            for &(resource, var) in &vars {
                if let Some(resource) = resource {
                    self.attend(
                        resource,
                        data.start.map(|start| start.0),
                        data.duration,
                        var,
                    );
                }
            }
        }
        self.hands.push(Hand {
            tasks,
            holders: vars,
        });
    }

    /// For a meet whose start and holder are both free: a variable for each pair, with the single choices as its margins.
    fn join(
        &mut self,
        now: &Incumbent,
        meet: usize,
        holders: &[(Option<u32>, Var)],
        sheet: &mut Sheet,
    ) {
        let Some(class) = self
            .classes
            .iter()
            .find(|class| class.bundles[0].contains(&meet))
        else {
            return;
        };
        let (starts, duration) = (class.starts.clone(), now.meets[meet].duration);
        let choice = sheet.choice(1);
        let mut of_start: Vec<Vec<(Var, i64)>> =
            starts.iter().map(|&(_, var)| vec![(var, -1)]).collect();
        for &(resource, holder) in holders {
            let mut of_holder = vec![(holder, -1)];
            for ((start, at), of_start) in starts.iter().zip(&mut of_start) {
                let value = sheet.start()[at.index()] * sheet.start()[holder.index()];
                let room = resource
                    .zip(*start)
                    .is_none_or(|(resource, start)| self.has_room(resource, start, duration));
                if !room && value == 0 {
                    continue;
                }
                let both = sheet.chosen(choice, 1, value);
                of_holder.push((both, 1));
                of_start.push((both, 1));
                if let Some(resource) = resource {
                    self.attend(resource, *start, duration, both);
                }
            }
            sheet.model.exactly(of_holder, 0);
        }
        of_start
            .into_iter()
            .for_each(|terms| sheet.model.exactly(terms, 0));
    }
}
