//! The constraint kinds, one file each: the sixteen of XHSTT-2014, and what files of other programs ask for beside them. Definition, deviation in
//! full, deviation from the state's counts, tests.
//! [`Kind`] is the registry; `evaluate` is the plain evaluation from the definitions that every faster one is held against.

macro_rules! kinds {
    ($($(#[$doc:meta])* $module:ident :: $name:ident),* $(,)?) => {
        $(pub(crate) mod $module; pub use $module::$name;)*

        /// What a constraint measures, and where: one variant for each kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Kind {
            $($(#[$doc])* $name($name),)*
        }

        impl Kind {
            /// The kind's name, without the word "Constraint".
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => stringify!($name),)* }
            }

            /// The deviation at every point of application, in order, from the definition.
            pub(crate) fn deviations(&self, view: &view::View) -> Vec<i64> {
                match self { $(Self::$name(constraint) => constraint.deviations(view),)* }
            }
        }
    };
}

kinds! {
    /// Assign a resource to every demand with a role.
    assign_resource::AssignResource,
    /// Assign a time to every event.
    assign_time::AssignTime,
    /// How many meets an event is split into, and how long they are.
    split_events::SplitEvents,
    /// How many meets of one duration an event is split into.
    distribute_split_events::DistributeSplitEvents,
    /// Which resources a demand prefers.
    prefer_resources::PreferResources,
    /// Which start times an event prefers.
    prefer_times::PreferTimes,
    /// The same resource for a role throughout an event group.
    avoid_split_assignments::AvoidSplitAssignments,
    /// How many meets of an event group start in each time group.
    spread_events::SpreadEvents,
    /// The events of a group run at the same times.
    link_events::LinkEvents,
    /// One event after another.
    order_events::OrderEvents,
    /// No resource at two places at a time.
    avoid_clashes::AvoidClashes,
    /// Times at which a resource is not to be busy.
    avoid_unavailable_times::AvoidUnavailableTimes,
    /// How many idle times a resource has between its first and last of a time group.
    limit_idle_times::LimitIdleTimes,
    /// In how many time groups a resource is busy.
    cluster_busy_times::ClusterBusyTimes,
    /// How many times a resource is busy in each time group where it is.
    limit_busy_times::LimitBusyTimes,
    /// How much workload a resource has.
    limit_workload::LimitWorkload,
    /// How long a resource may be busy without interruption.
    limit_runs::LimitRuns,
    /// In how many time groups a resource may begin with the second time.
    start_early::StartEarly,
    /// How many times of a time group a resource is not busy but is later.
    limit_holes::LimitHoles,
    /// How many time groups apart the events of a group start.
    limit_distances::LimitDistances,
    /// How many times lie between the events of a group in one time group.
    limit_separations::LimitSeparations,
    /// The last, or the first, event of a time group.
    finish_time_groups::FinishTimeGroups,
    /// How many events of a group run at a time.
    limit_concurrence::LimitConcurrence,
    /// How often the label of the resource that has a role changes, and how quickly.
    limit_changes::LimitChanges,
    /// How many different resources have a role in an event group.
    limit_holders::LimitHolders,
    /// The same resource for a role in events that follow each other.
    keep_holders::KeepHolders,
    /// Meetings while some resources are free and others are busy.
    hold_meetings::HoldMeetings,
    /// How often there is no time for the way from one place to the next.
    allow_travel::AllowTravel,
    /// How often what runs at once is at places apart.
    keep_near::KeepNear,
}

pub(crate) mod bits;
pub mod evaluate;
mod places;
pub(crate) mod relation;
#[cfg(test)]
pub(crate) mod testing;
mod view;

pub(crate) use view::{gcd, running};

pub use allow_travel::Stop;
pub use finish_time_groups::Finish;
pub use hold_meetings::{Meeting, Member, Quorum};
pub use limit_changes::ChangeMeasure;
pub use order_events::EventPair;
pub use spread_events::SpreadLimit;
