//! Whether the plan is about this school at all: its identity, and every name in it, once each.

use std::collections::BTreeSet;

use uurwerk_model::{
    Diagnostic, Diagnostics, Lesson, LessonId, PlanDocument, ProtectedKind, School, SchoolDocument,
    TeacherId,
};

use crate::week::place_of;

pub(crate) fn check(school: &School, plan: &PlanDocument, faults: &mut Diagnostics) {
    uw0401_identity(school, plan, faults);
    let mut names = Names {
        school: school.document(),
        faults,
    };
    allocation(&mut names, plan);
    timetable(&mut names, plan);
    protected(&mut names, plan);
    findings(&mut names, plan);
}

fn uw0401_identity(school: &School, plan: &PlanDocument, faults: &mut Diagnostics) {
    if plan.school.sha256 != school.hash() {
        faults.push(
            Diagnostic::error("UW0401", "/school/sha256")
                .with("claimed", plan.school.name.as_str())
                .with("found", school.document().name.as_str()),
        );
    }
}

/// The school's names, and the faults found with them.
struct Names<'a> {
    school: &'a SchoolDocument,
    faults: &'a mut Diagnostics,
}

impl<'a> Names<'a> {
    fn uw0402_unknown(&mut self, known: bool, place: String, id: &str, list: &str) {
        if !known {
            let fault = Diagnostic::error("UW0402", place).with("id", id);
            self.faults.push(fault.with("list", list));
        }
    }

    fn teacher(&mut self, place: String, id: &TeacherId) {
        let known = self.school.staff.iter().any(|t| t.id == *id);
        self.uw0402_unknown(known, place, id.as_str(), "staff");
    }

    fn lesson(&mut self, place: String, id: &LessonId) -> Option<&'a Lesson> {
        let found = self.school.lessons.iter().find(|l| l.id == *id);
        self.uw0402_unknown(found.is_some(), place, id.as_str(), "lessons");
        found
    }

    fn fault(&mut self, code: &str, place: String, lesson: &LessonId, at: u8) {
        let fault = Diagnostic::error(code, place).with("lesson", lesson.as_str());
        self.faults.push(fault.with("at", i64::from(at)));
    }
}

/// UW0403: a position that the lesson does not have; UW0404: a position twice; UW0405: another role.
fn allocation(names: &mut Names, plan: &PlanDocument) {
    let mut seen = BTreeSet::new();
    for (at, entry) in plan.allocation.iter().enumerate() {
        let place = format!("/allocation/{at}");
        names.teacher(format!("{place}/teacher"), &entry.teacher);
        if !seen.insert((&entry.lesson, entry.position)) {
            names.fault("UW0404", place.clone(), &entry.lesson, entry.position);
        }
        let Some(lesson) = names.lesson(format!("{place}/lesson"), &entry.lesson) else {
            continue;
        };
        match lesson.positions.get(usize::from(entry.position)) {
            None => {
                let place = format!("{place}/position");
                names.fault("UW0403", place, &entry.lesson, entry.position);
            }
            Some(position) if position.role != entry.role => {
                names.fault(
                    "UW0405",
                    format!("{place}/role"),
                    &entry.lesson,
                    entry.position,
                );
            }
            Some(_) => {}
        }
    }
}

/// UW0403 and UW0404 for blocks; UW0406: another length; UW0407: more rooms than needs.
fn timetable(names: &mut Names, plan: &PlanDocument) {
    let mut seen = BTreeSet::new();
    for (at, entry) in plan.timetable.iter().enumerate() {
        let place = format!("/timetable/{at}");
        if !seen.insert((&entry.lesson, entry.block)) {
            names.fault("UW0404", place.clone(), &entry.lesson, entry.block);
        }
        let known = place_of(names.school, &entry.day, &entry.period).is_some();
        let start = format!("{} {}", entry.day, entry.period);
        names.uw0402_unknown(known, format!("{place}/period"), &start, "grid/days");
        for (i, room) in entry.rooms.iter().enumerate() {
            if let Some(room) = room {
                let known = names.school.rooms.iter().any(|r| r.id == *room);
                names.uw0402_unknown(known, format!("{place}/rooms/{i}"), room.as_str(), "rooms");
            }
        }
        let Some(lesson) = names.lesson(format!("{place}/lesson"), &entry.lesson) else {
            continue;
        };
        match length_of(lesson, entry.block) {
            None => {
                names.fault(
                    "UW0403",
                    format!("{place}/block"),
                    &entry.lesson,
                    entry.block,
                );
            }
            Some(length) if length != entry.length => {
                names.fault(
                    "UW0406",
                    format!("{place}/length"),
                    &entry.lesson,
                    entry.block,
                );
            }
            Some(_) => {}
        }
        if entry.rooms.len() > lesson.rooms.len() {
            names.fault(
                "UW0407",
                format!("{place}/rooms"),
                &entry.lesson,
                entry.block,
            );
        }
    }
}

fn length_of(lesson: &Lesson, block: u8) -> Option<u8> {
    match lesson.blocks.is_empty() {
        true => (u32::from(block) < u32::from(lesson.hours) * u32::from(lesson.weeks.every))
            .then_some(1),
        false => lesson.blocks.get(usize::from(block)).copied(),
    }
}

/// UW0408: time that is protected for longer than one period, where no lesson decides its length.
fn protected(names: &mut Names, plan: &PlanDocument) {
    for (at, slot) in plan.protected.iter().enumerate() {
        let place = format!("/protected/{at}");
        for (i, who) in slot.people.iter().enumerate() {
            names.teacher(format!("{place}/people/{i}"), who);
        }
        if let Some(lesson) = &slot.lesson {
            names.lesson(format!("{place}/lesson"), lesson);
        }
        if let Some(team) = &slot.team {
            let known = names.school.teams.iter().any(|t| t.id == *team);
            names.uw0402_unknown(known, format!("{place}/team"), team.as_str(), "teams");
        }
        let known = place_of(names.school, &slot.day, &slot.period).is_some();
        let start = format!("{} {}", slot.day, slot.period);
        names.uw0402_unknown(known, format!("{place}/period"), &start, "grid/days");
        if slot.kind != ProtectedKind::CoTeaching && slot.length != 1 {
            let fault = Diagnostic::error("UW0408", format!("{place}/length"));
            names.faults.push(fault.with("n", i64::from(slot.length)));
        }
    }
}

fn findings(names: &mut Names, plan: &PlanDocument) {
    for (at, result) in plan.rules.iter().enumerate() {
        for (i, finding) in result.findings.iter().enumerate() {
            let place = format!("/rules/{at}/findings/{i}");
            for (j, who) in finding.people.iter().enumerate() {
                names.teacher(format!("{place}/people/{j}"), who);
            }
            for (j, lesson) in finding.lessons.iter().enumerate() {
                names.lesson(format!("{place}/lessons/{j}"), lesson);
            }
            for (j, class) in finding.classes.iter().enumerate() {
                let known = names.school.classes.iter().any(|c| c.id == *class);
                names.uw0402_unknown(
                    known,
                    format!("{place}/classes/{j}"),
                    class.as_str(),
                    "classes",
                );
            }
        }
    }
}
