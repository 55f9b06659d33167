//! A lower bound as a JSON document with the archive's own ids: what a person, or a program that shares nothing with the prover, needs to
//! check it.
//!
//! ```json
//! {
//!   "document": "xhstt-bound", "instance": "X", "hard": 0, "soft": 9,
//!   "reasons": [{
//!     "hard": 0, "soft": 9,
//!     "argument": "week", "resource": "T3", "busy": 12,
//!     "charges": [{ "constraint": "C4", "position": 2, "point": "T3" }]
//!   }]
//! }
//! ```
//! `position` is the place of the point among the constraint's points of application, counted from 0. The costs of the reasons sum to the
//! bound. Reasons with hard cost share no event and stand alone; the others hold for solutions without hard cost and share no charge.

use super::instance::ArchiveInstance;
use serde::Serialize;
use uurwerk_engine::bound::{Argument, Bound, Point};
use uurwerk_engine::{EventId, ResourceId};

#[derive(Serialize)]
struct Certificate<'a> {
    document: &'static str,
    instance: &'a str,
    hard: i64,
    soft: i64,
    reasons: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    hard: i64,
    soft: i64,
    #[serde(flatten)]
    argument: Why<'a>,
    charges: Vec<Charged<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "argument", rename_all = "kebab-case")]
enum Why<'a> {
    Overload {
        resource: &'a str,
        busy: u32,
        times: u32,
    },
    Conflict {
        events: Vec<&'a str>,
        busy: u32,
        times: u32,
    },
    Week {
        resource: &'a str,
        busy: u32,
    },
    Spread {
        group: &'a str,
    },
    Programme {
        resources: Vec<&'a str>,
        events: u32,
        exact: bool,
    },
}

#[derive(Serialize)]
struct Charged<'a> {
    constraint: &'a str,
    position: u32,
    point: &'a str,
}

/// The certificate of a bound on the solutions of an instance of an archive, as JSON.
pub fn certificate(archive: &ArchiveInstance, bound: &Bound) -> String {
    let names = &archive.names;
    let resource = |id: ResourceId| names.resources[id.index()].as_str();
    let event = |id: EventId| names.events[id.index()].as_str();
    let reasons = bound.reasons.iter().map(|reason| Line {
        hard: reason.cost.hard,
        soft: reason.cost.soft,
        argument: match &reason.argument {
            Argument::Overload {
                resource: id,
                busy,
                times,
            } => Why::Overload {
                resource: resource(*id),
                busy: *busy,
                times: *times,
            },
            Argument::Conflict {
                events,
                busy,
                times,
            } => Why::Conflict {
                events: events.iter().map(|id| event(*id)).collect(),
                busy: *busy,
                times: *times,
            },
            Argument::Week { resource: id, busy } => Why::Week {
                resource: resource(*id),
                busy: *busy,
            },
            Argument::Spread { group } => Why::Spread {
                group: names.event_groups[group.index()].as_str(),
            },
            Argument::Programme {
                resources,
                events,
                exact,
            } => Why::Programme {
                resources: resources.iter().map(|id| resource(*id)).collect(),
                events: *events,
                exact: *exact,
            },
        },
        charges: reason
            .charges
            .iter()
            .map(|charge| Charged {
                constraint: names.constraints[charge.constraint.index()].as_str(),
                position: charge.position,
                point: match charge.point {
                    Point::Resource(id) => resource(id),
                    Point::Event(id) => event(id),
                    Point::EventGroup(id) => names.event_groups[id.index()].as_str(),
                },
            })
            .collect(),
    });
    let document = Certificate {
        document: "xhstt-bound",
        instance: &archive.id,
        hard: bound.cost.hard,
        soft: bound.cost.soft,
        reasons: reasons.collect(),
    };
    // Strings and numbers only: nothing here can fail to be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
