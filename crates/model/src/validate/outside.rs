//! Visits, workplaces, gatherings and projects: people, lessons, periods, classes and days that exist, and time that is
//! left for them.

use super::{Check, lesson};
use crate::{Diagnostic, Gathering, Group, Project, School, SlotIx, Visit, Workplace};

pub(super) fn check(check: &mut Check) {
    let document = check.document;
    check.ids("/visits", document.visits.iter().map(|v| v.id.as_str()));
    for (at, visit) in document.visits.iter().enumerate() {
        let place = format!("/visits/{at}");
        uw0103_visit(check, &place, visit);
        uw0158_no_block_fits(check, &place, visit);
    }
    for (at, workplace) in document.workplaces.iter().enumerate() {
        let place = format!("/workplaces/{at}");
        uw0103_workplace(check, &place, workplace);
        uw0159_no_day_left(check, &place, workplace);
    }
    let gatherings = &document.gatherings;
    check.ids("/gatherings", gatherings.iter().map(|g| g.id.as_str()));
    for (at, gathering) in gatherings.iter().enumerate() {
        let place = format!("/gatherings/{at}");
        uw0103_gathering(check, &place, gathering);
        uw0167_window_ends_first(check, &place, gathering);
    }
    check.ids("/projects", document.projects.iter().map(|p| p.id.as_str()));
    for (at, project) in document.projects.iter().enumerate() {
        project_of(check, &format!("/projects/{at}"), project);
    }
}

fn uw0103_gathering(check: &mut Check, place: &str, gathering: &Gathering) {
    for (i, person) in gathering.people.iter().enumerate() {
        let known = check.school.teacher_ix(person).into();
        let at = format!("{place}/people/{i}");
        check.known(known, at.clone(), person.as_str(), "staff");
        super::growth::uw0196_member_twice(check, at, &gathering.people, i);
    }
    if let Some(team) = &gathering.team {
        let known = check.school.team_ix(team).into();
        check.known(known, format!("{place}/team"), team.as_str(), "teams");
    }
    for (i, window) in gathering.windows.iter().enumerate() {
        let days = &check.document.grid.days;
        let known = days.iter().find(|d| d.id == window.day).into();
        let at = format!("{place}/windows/{i}/day");
        check.known(known, at, window.day.as_str(), "grid/days");
    }
}

fn uw0167_window_ends_first(check: &mut Check, place: &str, gathering: &Gathering) {
    for (i, window) in gathering.windows.iter().enumerate() {
        if window.end <= window.start {
            let fault = Diagnostic::error("UW0167", format!("{place}/windows/{i}/end"));
            let fault = fault.with("start", window.start.to_string());
            check.add(fault.with("end", window.end.to_string()));
        }
    }
}

/// UW0103: a lesson that is not there; UW0168: one that stands twice; UW0166: one that is too short.
fn project_of(check: &mut Check, place: &str, project: &Project) {
    for (i, id) in project.lessons.iter().enumerate() {
        let at = format!("{place}/lessons/{i}");
        let lesson = check.school.lesson_ix(id);
        check.known(lesson.into(), at.clone(), id.as_str(), "lessons");
        if project.lessons[..i].contains(id) {
            let fault = Diagnostic::error("UW0168", at.clone());
            check.add(fault.with("lesson", id.as_str()));
        }
        let hours = lesson.map(|ix| check.school.lesson(ix).hours);
        if hours.is_some_and(|hours| hours < project.length) {
            let fault = Diagnostic::error("UW0166", at).with("lesson", id.as_str());
            check.add(fault.with("n", i64::from(project.length)));
        }
    }
}

fn uw0103_visit(check: &mut Check, place: &str, visit: &Visit) {
    let known = check.school.lesson_ix(&visit.lesson).into();
    let at = format!("{place}/lesson");
    check.known(known, at, visit.lesson.as_str(), "lessons");
    for (i, slot) in visit.windows.iter().enumerate() {
        let known = check.school.slot_ix(slot).into();
        let at = format!("{place}/windows/{i}");
        check.known(
            known,
            at,
            &format!("{} {}", slot.day, slot.period),
            "grid/days",
        );
    }
}

/// The expert can never come for a whole block of the lesson.
fn uw0158_no_block_fits(check: &mut Check, place: &str, visit: &Visit) {
    let school = check.school;
    let windows: Vec<_> = visit.windows.iter().map(|s| school.slot_ix(s)).collect();
    let Some(lesson) = school.lesson_ix(&visit.lesson) else {
        return;
    };
    let fits = |start: SlotIx, length: u8| {
        let end = start.at() + usize::from(length);
        let mut slots = (start.at()..end).map(SlotIx::from);
        school.block_fits(start, length) && slots.all(|s| windows.contains(&Some(s)))
    };
    let all = || (0..school.slots().len()).map(SlotIx::from);
    let mut lengths = school.blocks(lesson).into_iter();
    if windows.iter().all(Option::is_some) && !lengths.any(|l| all().any(|s| fits(s, l))) {
        let fault = Diagnostic::error("UW0158", format!("{place}/windows"));
        check.add(fault.with("lesson", visit.lesson.as_str()));
    }
}

fn uw0103_workplace(check: &mut Check, place: &str, workplace: &Workplace) {
    lesson::uw0103_group(check, &format!("{place}/group"), &workplace.group);
    for (i, day) in workplace.days.iter().enumerate() {
        let days = &check.document.grid.days;
        let known = days.iter().find(|d| d.id == *day).into();
        let at = format!("{place}/days/{i}");
        check.known(known, at, day.as_str(), "grid/days");
    }
}

/// The lessons of the pupils are more than their days in school have periods.
fn uw0159_no_day_left(check: &mut Check, place: &str, workplace: &Workplace) {
    let days = check.document.grid.days.iter();
    let left = days.filter(|d| !workplace.days.contains(&d.id));
    let left: usize = left.map(|d| d.periods.len()).sum();
    let hours = hours(check.school, &workplace.group);
    if hours > left {
        check.add(
            Diagnostic::warning("UW0159", format!("{place}/days"))
                .with("class", workplace.group.class.as_str())
                .with("hours", hours as i64)
                .with("n", left as i64),
        );
    }
}

/// The hours of the lessons of exactly these pupils, or of the whole class.
fn hours(school: &School, group: &Group) -> usize {
    let whole = Group {
        part: None,
        ..group.clone()
    };
    let lessons = school.lessons().iter();
    let own = lessons.filter(|l| l.groups.iter().any(|g| g == group || *g == whole));
    own.map(|l| usize::from(l.hours)).sum()
}
