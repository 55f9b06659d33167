//! Completion and validity of a solution (XHSTT-2014, reading of solutions): preassigned things may be left out but always count,
//! and a timetable that contradicts the problem is rejected, not priced.

use crate::{Event, EventId, Fault, Instance, Meet, Problem, Solution};

impl Instance {
    /// The solution with everything preassigned filled in and a meet for every event that had none.
    ///
    /// # Errors
    /// Every fault of the solution: unknown events, durations that do not sum up, contradictions of a preassignment or a resource type,
    /// meets that run past the last time.
    pub fn complete(&self, solution: &Solution) -> Result<Solution, Vec<Fault>> {
        let problem = self.problem();
        let mut faults = Vec::new();
        let mut lasts = vec![0_u64; problem.events.len()];
        let mut meets = Vec::with_capacity(solution.meets.len());
        for (position, meet) in solution.meets.iter().enumerate() {
            let Some(event) = problem.events.get(meet.event.index()) else {
                faults.push(Fault::UnknownEvent { meet: position });
                continue;
            };
            lasts[meet.event.index()] += u64::from(meet.duration);
            match complete_meet(problem, event, meet, position) {
                Ok(meet) => meets.push(meet),
                Err(fault) => faults.push(fault),
            }
        }
        for (id, (event, &lasts)) in (0..).map(EventId).zip(problem.events.iter().zip(&lasts)) {
            if lasts == 0 {
                let resources = event
                    .resources
                    .iter()
                    .map(|demand| demand.preassigned)
                    .collect();
                meets.push(Meet {
                    event: id,
                    duration: event.duration,
                    start: event.time,
                    resources,
                });
            } else if lasts != u64::from(event.duration) {
                faults.push(Fault::Duration {
                    event: id,
                    meets: lasts,
                    event_duration: event.duration,
                });
            }
        }
        if faults.is_empty() {
            Ok(Solution { meets })
        } else {
            Err(faults)
        }
    }
}

fn complete_meet(
    problem: &Problem,
    event: &Event,
    meet: &Meet,
    position: usize,
) -> Result<Meet, Fault> {
    let start = meet.start.or(event.time);
    let end = start.map_or(0, |start| u32::from(start.0) + u32::from(meet.duration));
    if meet.duration == 0 || end > u32::from(problem.times) {
        return Err(Fault::MeetTime { meet: position });
    }
    if meet.resources.len() != event.resources.len() {
        return Err(Fault::MeetResources { meet: position });
    }
    let mut resources = meet.resources.clone();
    for (resource, demand) in resources.iter_mut().zip(&event.resources) {
        *resource = resource.or(demand.preassigned);
        let fits = resource.is_none_or(|resource| {
            demand.preassigned.is_none_or(|given| given == resource)
                && problem
                    .resources
                    .get(resource.index())
                    .is_some_and(|found| found.resource_type == demand.resource_type)
        });
        if !fits {
            return Err(Fault::MeetContradicts { meet: position });
        }
    }
    if event.time.is_some() && start != event.time {
        return Err(Fault::MeetContradicts { meet: position });
    }
    Ok(Meet {
        event: meet.event,
        duration: meet.duration,
        start,
        resources,
    })
}
