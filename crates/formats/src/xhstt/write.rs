//! Writing archives: the instance as it was read, and one solution group, with the children in the order that strict readers want.

use super::instance::ArchiveInstance;
use quick_xml::escape::escape;
use std::fmt::Write;
use uurwerk_engine::Solution;

/// What is said of a group of solutions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SolutionGroup {
    /// Its id, unique in an archive.
    pub id: String,
    /// Who made the solutions.
    pub contributor: String,
    /// When, in any notation.
    pub date: String,
    /// How.
    pub description: String,
}

/// An archive with one instance and solutions of it. Things preassigned are left out of the solutions, as the format allows.
///
/// The solutions must be valid for the instance: as [`uurwerk_engine::Instance::complete`] or the solver gave them. Meets of unknown events
/// are left out.
pub fn write_archive(
    archive: &ArchiveInstance,
    group: &SolutionGroup,
    solutions: &[Solution],
) -> String {
    let instances = format!("<Instances>\n{}\n</Instances>\n", archive.source);
    write(archive, &instances, group, solutions)
}

/// The same without the instance: a file to read beside that of the instance.
pub fn write_solutions(
    archive: &ArchiveInstance,
    group: &SolutionGroup,
    solutions: &[Solution],
) -> String {
    write(archive, "", group, solutions)
}

fn write(
    archive: &ArchiveInstance,
    instances: &str,
    group: &SolutionGroup,
    solutions: &[Solution],
) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let id = escape(&archive.id);
    out += &format!("<HighSchoolTimetableArchive Id=\"{id}\">\n{instances}<SolutionGroups>\n");
    out += &format!("<SolutionGroup Id=\"{}\">\n<MetaData>\n", escape(&group.id));
    for (tag, text) in [
        ("Contributor", &group.contributor),
        ("Date", &group.date),
        ("Description", &group.description),
    ] {
        out += &format!("<{tag}>{}</{tag}>\n", escape(text.as_str()));
    }
    out += "</MetaData>\n";
    for solution in solutions {
        write_solution(&mut out, archive, solution);
    }
    out + "</SolutionGroup>\n</SolutionGroups>\n</HighSchoolTimetableArchive>\n"
}

fn write_solution(out: &mut String, archive: &ArchiveInstance, solution: &Solution) {
    let names = &archive.names;
    let problem = archive.instance.problem();
    *out += &format!(
        "<Solution Reference=\"{}\">\n<Events>\n",
        escape(&archive.id)
    );
    for meet in &solution.meets {
        let Some(event) = problem.events.get(meet.event.index()) else {
            continue;
        };
        *out += &format!(
            "<Event Reference=\"{}\"><Duration>{}</Duration>",
            escape(&names.events[meet.event.index()]),
            meet.duration
        );
        if let Some(start) = meet.start.filter(|_| event.time.is_none()) {
            *out += &format!(
                "<Time Reference=\"{}\"/>",
                escape(&names.times[start.index()])
            );
        }
        let open = event
            .resources
            .iter()
            .zip(&meet.resources)
            .filter(|(demand, _)| demand.preassigned.is_none());
        let mut list = String::new();
        for (demand, resource) in open {
            if let (Some(role), Some(resource)) = (demand.role, resource) {
                let (resource, role) = (
                    escape(&names.resources[resource.index()]),
                    escape(&names.roles[role.index()]),
                );
                // Writing to a string cannot fail.
                let _ = write!(
                    list,
                    "<Resource Reference=\"{resource}\"><Role>{role}</Role></Resource>"
                );
            }
        }
        if !list.is_empty() {
            *out += &format!("<Resources>{list}</Resources>");
        }
        *out += "</Event>\n";
    }
    *out += "</Events>\n</Solution>\n";
}
