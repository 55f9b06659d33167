//! `uurwerk bound`: what no timetable of an XHSTT instance can cost less than, and why; in words, and as a certificate to check.

use std::path::Path;

use uurwerk::Message;
use uurwerk::engine::bound::{Argument, Bound, Reason, improve};
use uurwerk::engine::{Cost, EventId, ResourceId};
use uurwerk_formats::xhstt::{ArchiveInstance, certificate};

use super::xhstt::only_instance;
use crate::args::{Common, Format};
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Reasons that are told; the certificate has all.
const TOLD: usize = 5;
/// Names that are told of a reason.
const NAMES: usize = 4;

/// Proves a lower bound within the time limit.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let instance = only_instance(path)?;
    let meter = console.progress(&clock);
    let bound = improve(&instance.instance, &|| clock.stop(), &|bound| {
        meter.show(uurwerk::Progress {
            stage: uurwerk::Stage::Timetable,
            hard: None,
            soft: None,
            bound: Some(bound.cost.soft),
        })
    });
    drop(meter);
    if let Some(output) = output {
        write(&instance, &bound, output)?;
    }
    if console.format == Format::Json {
        console.print(&certificate(&instance, &bound))?;
        return Ok(Exit::Done);
    }
    console.summary(&reasons(console, &instance, &bound))?;
    console.print(&format!(
        "bound hard={} soft={}\n",
        bound.cost.hard, bound.cost.soft
    ))?;
    Ok(Exit::Done)
}

/// Writes the certificate of a bound.
pub fn write(instance: &ArchiveInstance, bound: &Bound, path: &Path) -> Result<(), Failure> {
    files::write(path, certificate(instance, bound).as_bytes())
}

/// How far a cost may be above the least, in words.
pub fn gap(console: &Console, cost: Cost, bound: Cost) -> String {
    let (message, least, found) = if cost.hard > bound.hard {
        ("cli-gap-hard", bound.hard, cost.hard)
    } else {
        ("cli-gap", bound.soft, cost.soft)
    };
    let message = if found <= least {
        "cli-gap-none"
    } else {
        message
    };
    // Per mille of the cost found, rounded up: a gap is never told as none.
    let parts = (found - least).max(0).saturating_mul(1000);
    let mille = if found > 0 {
        parts / found + i64::from(parts % found > 0)
    } else {
        0
    };
    let text = Message::new(message)
        .with("least", least)
        .with("percent", format!("{}.{}", mille / 10, mille % 10))
        .text(console.language);
    text + "\n"
}

/// The reasons that weigh most, in words with the archive's names.
pub fn reasons(console: &Console, instance: &ArchiveInstance, bound: &Bound) -> String {
    let mut sorted: Vec<&Reason> = bound.reasons.iter().collect();
    sorted.sort_by_key(|reason| std::cmp::Reverse(reason.cost));
    let line = |reason: &&Reason| {
        let words = words(console, instance, reason);
        format!(
            "  hard={} soft={}\t{words}\n",
            reason.cost.hard, reason.cost.soft
        )
    };
    let mut text: String = sorted.iter().take(TOLD).map(line).collect();
    if sorted.len() > TOLD {
        let more = Message::new("cli-reasons-more").with("n", (sorted.len() - TOLD) as i64);
        text += &format!("  {}\n", more.text(console.language));
    }
    text
}

fn words(console: &Console, instance: &ArchiveInstance, reason: &Reason) -> String {
    let names = &instance.names;
    let resource = |id: &ResourceId| names.resources[id.index()].as_str();
    let event = |id: &EventId| names.events[id.index()].as_str();
    let message = match &reason.argument {
        Argument::Overload {
            resource: id,
            busy,
            times,
        } => Message::new("cli-reason-overload")
            .with("resource", resource(id))
            .with("busy", i64::from(*busy))
            .with("times", i64::from(*times)),
        Argument::Conflict {
            events,
            busy,
            times,
        } => Message::new("cli-reason-conflict")
            .with("n", events.len() as i64)
            .with("names", some(events.iter().map(event)))
            .with("busy", i64::from(*busy))
            .with("times", i64::from(*times)),
        Argument::Week { resource: id, busy } => Message::new("cli-reason-week")
            .with("resource", resource(id))
            .with("busy", i64::from(*busy)),
        Argument::Spread { group } => {
            let group = names.event_groups[group.index()].as_str();
            Message::new("cli-reason-spread").with("group", group)
        }
        Argument::Programme {
            resources, events, ..
        } => Message::new("cli-reason-programme")
            .with("n", resources.len() as i64)
            .with("names", some(resources.iter().map(resource)))
            .with("events", i64::from(*events)),
    };
    message.text(console.language)
}

/// The first few names.
fn some<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = if names.len() > NAMES { ", ..." } else { "" };
    names.take(NAMES).collect::<Vec<_>>().join(", ") + more
}
