//! The sixteen constraint elements of an instance.

use super::fault::{ELEMENT, Faults, MISSING, OBSOLETE, VALUE};
use super::instance::Registers;
use super::names::Register;
use crate::xml::Element;
use uurwerk_engine::{
    AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments, AvoidUnavailableTimes,
    ClusterBusyTimes, Constraint, CostFunction, DistributeSplitEvents, EventGroupId, EventId,
    EventPair, Kind, LimitBusyTimes, LimitIdleTimes, LimitWorkload, Limits, LinkEvents,
    OrderEvents, PreferResources, PreferTimes, Problem, ResourceId, RoleId, SplitEvents,
    SpreadEvents, SpreadLimit, TimeGroupId, TimeId,
};

const GREATEST_WEIGHT: u32 = 1000;
/// The children that every constraint begins with.
const HEAD: [&str; 5] = ["Name", "Required", "Weight", "CostFunction", "AppliesTo"];

pub(super) fn read(
    element: &Element,
    ids: &mut Registers,
    problem: &mut Problem,
    faults: &mut Faults,
) {
    for child in &element.children {
        ids.constraints.add(child, faults);
        let required = match child.child_text("Required", faults) {
            "true" => true,
            "false" | "" => false,
            other => {
                faults.add(
                    VALUE,
                    child.position,
                    child.id(),
                    format!("`Required` must be `true` or `false`, not `{other}`"),
                );
                false
            }
        };
        let weight = child.required_number("Weight", faults);
        if weight > GREATEST_WEIGHT {
            faults.add(
                VALUE,
                child.position,
                child.id(),
                format!("`Weight` must be 0 to {GREATEST_WEIGHT}, not {weight}"),
            );
        }
        let cost_function = read_cost_function(child, faults);
        let before = faults.count();
        let kind = Reader {
            element: child,
            ids,
            problem,
            faults,
        }
        .kind();
        if kind.as_ref().is_some_and(applies_to_nothing) && faults.count() == before {
            faults.add(
                MISSING,
                child.position,
                child.id(),
                "the constraint applies to nothing: `AppliesTo` names no event, group, pair or resource",
            );
        }
        problem.constraints.extend(kind.map(|kind| Constraint {
            required,
            weight,
            cost_function,
            kind,
        }));
    }
}

fn read_cost_function(element: &Element, faults: &mut Faults) -> CostFunction {
    match element.child_text("CostFunction", faults) {
        "Linear" => return CostFunction::Linear,
        "Quadratic" => return CostFunction::Quadratic,
        "Step" => return CostFunction::Step,
        "" => {}
        old @ ("Sum" | "SquareSum" | "StepSum" | "SumSquare" | "SumSquares" | "SumStep") => {
            faults.add(
                OBSOLETE,
                element.position,
                element.id(),
                format!("`{old}` is of an older dialect; use Linear, Quadratic or Step"),
            );
        }
        other => faults.add(
            VALUE,
            element.position,
            element.id(),
            format!("`CostFunction` must be Linear, Quadratic or Step, not `{other}`"),
        ),
    }
    CostFunction::Linear
}

fn applies_to_nothing(kind: &Kind) -> bool {
    match kind {
        Kind::AssignResource(AssignResource { events, .. })
        | Kind::AssignTime(AssignTime { events })
        | Kind::SplitEvents(SplitEvents { events, .. })
        | Kind::DistributeSplitEvents(DistributeSplitEvents { events, .. })
        | Kind::PreferResources(PreferResources { events, .. })
        | Kind::PreferTimes(PreferTimes { events, .. }) => events.is_empty(),
        Kind::AvoidSplitAssignments(AvoidSplitAssignments { event_groups, .. })
        | Kind::SpreadEvents(SpreadEvents { event_groups, .. })
        | Kind::LinkEvents(LinkEvents { event_groups }) => event_groups.is_empty(),
        Kind::OrderEvents(OrderEvents { pairs }) => pairs.is_empty(),
        Kind::AvoidClashes(AvoidClashes { resources })
        | Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { resources, .. })
        | Kind::LimitIdleTimes(LimitIdleTimes { resources, .. })
        | Kind::ClusterBusyTimes(ClusterBusyTimes { resources, .. })
        | Kind::LimitBusyTimes(LimitBusyTimes { resources, .. })
        | Kind::LimitWorkload(LimitWorkload { resources, .. }) => resources.is_empty(),
        _ => false, // no kind of this dialect
    }
}

/// Reads one constraint element.
struct Reader<'a, 'f, 't> {
    element: &'a Element,
    ids: &'a Registers,
    problem: &'a Problem,
    faults: &'f mut Faults<'t>,
}

impl<'a> Reader<'a, '_, '_> {
    fn kind(mut self) -> Option<Kind> {
        let tail: &[&str] = match self.element.name.as_str() {
            "AssignResourceConstraint" | "AvoidSplitAssignmentsConstraint" => &["Role"],
            "SplitEventsConstraint" => &[
                "MinimumDuration",
                "MaximumDuration",
                "MinimumAmount",
                "MaximumAmount",
            ],
            "DistributeSplitEventsConstraint" => &["Duration", "Minimum", "Maximum"],
            "PreferResourcesConstraint" => &["ResourceGroups", "Resources", "Role"],
            "PreferTimesConstraint" => &["TimeGroups", "Times", "Duration"],
            "SpreadEventsConstraint" => &["TimeGroups"],
            "AvoidUnavailableTimesConstraint" => &["TimeGroups", "Times"],
            "LimitIdleTimesConstraint"
            | "ClusterBusyTimesConstraint"
            | "LimitBusyTimesConstraint" => &["TimeGroups", "Minimum", "Maximum"],
            "LimitWorkloadConstraint" => &["Minimum", "Maximum"],
            _ => &[],
        };
        self.element.expect(&[&HEAD, tail].concat(), self.faults);
        Some(match self.element.name.as_str() {
            "AssignResourceConstraint" => Kind::AssignResource(AssignResource {
                events: self.events(),
                role: self.role()?,
            }),
            "AssignTimeConstraint" => Kind::AssignTime(AssignTime {
                events: self.events(),
            }),
            "SplitEventsConstraint" => Kind::SplitEvents(SplitEvents {
                events: self.events(),
                durations: self.limits("MinimumDuration", "MaximumDuration"),
                amount: self.limits("MinimumAmount", "MaximumAmount"),
            }),
            "DistributeSplitEventsConstraint" => {
                Kind::DistributeSplitEvents(DistributeSplitEvents {
                    events: self.events(),
                    duration: self.element.required_number("Duration", self.faults),
                    amount: self.limits("Minimum", "Maximum"),
                })
            }
            "PreferResourcesConstraint" => Kind::PreferResources(PreferResources {
                events: self.events(),
                preferred: self.resources(self.element),
                role: self.role()?,
            }),
            "PreferTimesConstraint" => Kind::PreferTimes(PreferTimes {
                events: self.events(),
                preferred: self.times(),
                duration: self.element.number("Duration", self.faults),
            }),
            "AvoidSplitAssignmentsConstraint" => {
                Kind::AvoidSplitAssignments(AvoidSplitAssignments {
                    event_groups: self.event_groups(),
                    role: self.role()?,
                })
            }
            "SpreadEventsConstraint" => Kind::SpreadEvents(SpreadEvents {
                event_groups: self.event_groups(),
                limits: self.spread_limits(),
            }),
            "LinkEventsConstraint" => Kind::LinkEvents(LinkEvents {
                event_groups: self.event_groups(),
            }),
            "OrderEventsConstraint" => Kind::OrderEvents(OrderEvents {
                pairs: self.pairs(),
            }),
            "AvoidClashesConstraint" => Kind::AvoidClashes(AvoidClashes {
                resources: self.points(),
            }),
            "AvoidUnavailableTimesConstraint" => {
                Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
                    resources: self.points(),
                    times: self.times(),
                })
            }
            "LimitIdleTimesConstraint" => Kind::LimitIdleTimes(LimitIdleTimes {
                resources: self.points(),
                time_groups: self.runs(),
                limits: self.limits("Minimum", "Maximum"),
            }),
            "ClusterBusyTimesConstraint" => Kind::ClusterBusyTimes(ClusterBusyTimes {
                resources: self.points(),
                time_groups: self.time_groups(),
                limits: self.limits("Minimum", "Maximum"),
            }),
            "LimitBusyTimesConstraint" => Kind::LimitBusyTimes(LimitBusyTimes {
                resources: self.points(),
                time_groups: self.time_groups(),
                limits: self.limits("Minimum", "Maximum"),
            }),
            "LimitWorkloadConstraint" => Kind::LimitWorkload(LimitWorkload {
                resources: self.points(),
                limits: self.limits("Minimum", "Maximum"),
            }),
            name => {
                self.faults.add(
                    ELEMENT,
                    self.element.position,
                    self.element.id(),
                    format!("`{name}` is not a constraint of XHSTT-2014"),
                );
                return None;
            }
        })
    }

    fn applies_to(&mut self) -> Option<&'a Element> {
        self.element.needs("AppliesTo", self.faults);
        self.element.child("AppliesTo")
    }

    /// The places of all references in one list of an element; the list is named after what it holds.
    fn references(&mut self, element: &Element, list: &str, register: &Register) -> Vec<usize> {
        let tag = list.strip_suffix('s').unwrap_or(list);
        let children = element.list_of(list, &[tag], self.faults);
        children
            .iter()
            .filter_map(|child| register.reference(child, self.faults))
            .collect()
    }

    /// The members of the groups that a list refers to, group after group.
    fn members<T: Copy>(
        &mut self,
        element: &Element,
        list: &str,
        register: &Register,
        members: &[Vec<T>],
    ) -> Vec<T> {
        let groups = self.references(element, list, register);
        let groups: Vec<&[T]> = groups
            .into_iter()
            .map(|group| members[group].as_slice())
            .collect();
        let count = groups.iter().map(|group| group.len()).sum();
        if self.ids.expand(count, self.element, self.faults) {
            groups.concat()
        } else {
            Vec::new()
        }
    }

    fn events(&mut self) -> Vec<EventId> {
        let (ids, problem) = (self.ids, self.problem);
        let Some(applies) = self.applies_to() else {
            return Vec::new();
        };
        applies.expect(&["EventGroups", "Events"], self.faults);
        let groups = &problem.event_groups;
        let mut events = self.members(applies, "EventGroups", &ids.event_groups, groups);
        let single = self.references(applies, "Events", &ids.events);
        events.extend(single.into_iter().map(|event| EventId(event as u32)));
        events
    }

    fn event_groups(&mut self) -> Vec<EventGroupId> {
        let ids = self.ids;
        let Some(applies) = self.applies_to() else {
            return Vec::new();
        };
        applies.expect(&["EventGroups"], self.faults);
        self.references(applies, "EventGroups", &ids.event_groups)
            .into_iter()
            .map(|group| EventGroupId(group as u32))
            .collect()
    }

    fn points(&mut self) -> Vec<ResourceId> {
        let Some(applies) = self.applies_to() else {
            return Vec::new();
        };
        applies.expect(&["ResourceGroups", "Resources"], self.faults);
        self.resources(applies)
    }

    /// The members of the resource groups, then the single resources, of an element.
    fn resources(&mut self, element: &Element) -> Vec<ResourceId> {
        let ids = self.ids;
        let groups = &ids.members;
        let mut resources = self.members(element, "ResourceGroups", &ids.resource_groups, groups);
        let single = self.references(element, "Resources", &ids.resources);
        resources.extend(
            single
                .into_iter()
                .map(|resource| ResourceId(resource as u32)),
        );
        resources
    }

    fn times(&mut self) -> Vec<TimeId> {
        let (ids, problem) = (self.ids, self.problem);
        let groups = &problem.time_groups;
        let mut times = self.members(self.element, "TimeGroups", &ids.time_groups, groups);
        let single = self.references(self.element, "Times", &ids.times);
        times.extend(single.into_iter().map(|time| TimeId(time as u16)));
        times.sort_unstable();
        times.dedup();
        times
    }

    fn time_groups(&mut self) -> Vec<TimeGroupId> {
        let ids = self.ids;
        self.element.needs("TimeGroups", self.faults);
        self.references(self.element, "TimeGroups", &ids.time_groups)
            .into_iter()
            .map(|group| TimeGroupId(group as u32))
            .collect()
    }

    /// The time groups of a limit on idle times, which the format wants to be runs of adjacent times.
    fn runs(&mut self) -> Vec<TimeGroupId> {
        let groups = self.time_groups();
        for group in &groups {
            let times = &self.problem.time_groups[group.index()];
            let (first, last) = (times.iter().min(), times.iter().max());
            let span = first
                .zip(last)
                .map_or(0, |(first, last)| last.index() - first.index() + 1);
            if span != times.len() {
                self.faults.add(
                    super::fault::PROBLEM,
                    self.element.position,
                    self.element.id(),
                    "idle times are counted in a time group that is not a run of adjacent times",
                );
            }
        }
        groups
    }

    fn spread_limits(&mut self) -> Vec<SpreadLimit> {
        let mut limits = Vec::new();
        self.element.needs("TimeGroups", self.faults);
        let groups = self
            .element
            .list_of("TimeGroups", &["TimeGroup"], self.faults);
        for group in groups {
            group.expect(&["Minimum", "Maximum"], self.faults);
            let (min, max) = (
                group.required_number("Minimum", self.faults),
                group.required_number("Maximum", self.faults),
            );
            let place = self.ids.time_groups.reference(group, self.faults);
            limits.extend(place.map(|place| SpreadLimit {
                time_group: TimeGroupId(place as u32),
                limits: Limits { min, max },
            }));
        }
        limits
    }

    fn pairs(&mut self) -> Vec<EventPair> {
        let mut pairs = Vec::new();
        let Some(applies) = self.applies_to() else {
            return pairs;
        };
        applies.expect(&["EventPairs"], self.faults);
        let list = applies.list_of("EventPairs", &["EventPair"], self.faults);
        for pair in list {
            pair.expect(
                &[
                    "FirstEvent",
                    "SecondEvent",
                    "MinSeparation",
                    "MaxSeparation",
                ],
                self.faults,
            );
            let separation = Limits {
                min: pair.number("MinSeparation", self.faults).unwrap_or(0),
                max: pair
                    .number("MaxSeparation", self.faults)
                    .unwrap_or(Limits::NONE),
            };
            let mut event = |name: &str| match pair.child(name) {
                Some(child) => self
                    .ids
                    .events
                    .reference(child, self.faults)
                    .map(|event| EventId(event as u32)),
                None => {
                    self.faults.add(
                        MISSING,
                        pair.position,
                        self.element.id(),
                        format!("an event pair needs a child `{name}`"),
                    );
                    None
                }
            };
            let (first, second) = (event("FirstEvent"), event("SecondEvent"));
            pairs.extend(first.zip(second).map(|(first, second)| EventPair {
                first,
                second,
                separation,
            }));
        }
        pairs
    }

    fn limits(&mut self, minimum: &str, maximum: &str) -> Limits {
        Limits {
            min: self.element.required_number(minimum, self.faults),
            max: self.element.required_number(maximum, self.faults),
        }
    }

    /// The role that the constraint speaks of. One that no event has gives a constraint without points, which is left out.
    fn role(&mut self) -> Option<RoleId> {
        let role = self.element.child_text("Role", self.faults);
        match self.ids.roles.place(role) {
            Some(place) => Some(RoleId(place as u32)),
            None => {
                self.faults.add(
                    super::fault::REFERENCE,
                    self.element.position,
                    self.element.id(),
                    format!("no event has the role `{role}`"),
                );
                None
            }
        }
    }
}
