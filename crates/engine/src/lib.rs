//! The timetabling machine of Uurwerk: times, resources, events, constraints, costs, search and bounds.
//!
//! Its model is that of XHSTT-2014 with some more constraint kinds (Post et al., *XHSTT: an XML archive for high school timetabling problems*), and it knows nothing of
//! schools: no teacher, no room, no name. A caller fills a [`Problem`], compiles it to an [`Instance`], solves it, and reads a [`Solution`].
//!
//! ```
//! use uurwerk_engine::*;
//! // One resource attends two lessons of one time each; there are two times.
//! let lesson = Event { duration: 1, workload: 1, time: None, resources: vec![EventResource::preassigned(ResourceTypeId(0), ResourceId(0), 1)] };
//! let problem = Problem {
//!     times: 2,
//!     resource_types: 1,
//!     resources: vec![Resource { resource_type: ResourceTypeId(0) }],
//!     events: vec![lesson.clone(), lesson],
//!     constraints: vec![
//!         Constraint::required(1, Kind::AssignTime(AssignTime { events: vec![EventId(0), EventId(1)] })),
//!         Constraint::required(1, Kind::AvoidClashes(AvoidClashes { resources: vec![ResourceId(0)] })),
//!     ],
//!     ..Problem::default()
//! };
//! let instance = Instance::compile(problem).map_err(|faults| format!("{faults:?}"))?;
//! let together = Solution { meets: vec![
//!     Meet { event: EventId(0), duration: 1, start: Some(TimeId(0)), resources: vec![None] },
//!     Meet { event: EventId(1), duration: 1, start: Some(TimeId(0)), resources: vec![None] },
//! ] };
//! let evaluation = evaluate(&instance, &together).map_err(|faults| format!("{faults:?}"))?;
//! assert_eq!(evaluation.cost, Cost { hard: 1, soft: 0 }); // one clash
//! # Ok::<(), String>(())
//! ```
#![forbid(unsafe_code)]

mod construct;
mod cost;
mod fault;
mod ids;

pub mod bound;
pub mod constraint;
pub mod fix;
pub mod instance;
pub mod probe;
pub mod problem;
pub mod search;
pub mod solution;

pub use bound::{Bound, Reason};
pub use constraint::evaluate::{ConstraintCost, Evaluation, evaluate};
pub use constraint::{
    AllowTravel, AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments,
    AvoidUnavailableTimes, ChangeMeasure, ClusterBusyTimes, DistributeSplitEvents, EventPair,
    Finish, FinishTimeGroups, HoldMeetings, KeepHolders, KeepNear, Kind, LimitBusyTimes,
    LimitChanges, LimitConcurrence, LimitDistances, LimitHolders, LimitHoles, LimitIdleTimes,
    LimitRuns, LimitSeparations, LimitWorkload, LinkEvents, Meeting, Member, OrderEvents,
    PreferResources, PreferTimes, Quorum, SplitEvents, SpreadEvents, SpreadLimit, StartEarly, Stop,
};
pub use cost::{Cost, CostFunction, Limits};
pub use fault::Fault;
pub use ids::{
    ConstraintId, EventGroupId, EventId, MeetId, ResourceId, ResourceTypeId, RoleId, TaskId,
    TimeGroupId, TimeId,
};
pub use instance::Instance;
pub use problem::{Constraint, Event, EventResource, Problem, Resource};
pub use search::{Control, Listener, Outcome, SearchOptions, solve};
pub use solution::{Meet, Solution};
