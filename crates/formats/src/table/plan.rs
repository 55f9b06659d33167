//! A plan as tables: the assignments (opdrachtentabel) that a staff administration takes over, and the timetable.

use uurwerk_model::{Assignment, Diagnostic, Diagnostics, Language, Placement, Role, School};

use super::Table;
use super::codec::{amount, word};
use crate::exchange::Decided;

/// Columns of the table of assignments.
pub(crate) const ASSIGNMENTS: &[&str] = &[
    "teacher",
    "teacher_name",
    "statute",
    "lesson",
    "position",
    "role",
    "subject",
    "subject_name",
    "graad",
    "groups",
    "hours",
    "noemer",
    "load",
    "budget_line",
    "school_year",
];

/// Columns of the table of times.
pub(crate) const PLACEMENTS: &[&str] = &[
    "lesson", "block", "day", "period", "length", "start", "end", "subject", "groups", "teachers",
    "rooms",
];

/// One row per teacher's place in a lesson, then one per task beside lessons: who, what, hours over noemer, who pays.
pub(crate) fn assignments(decided: &Decided<'_>, language: Language) -> Vec<Vec<String>> {
    let school = decided.school;
    let document = school.document();
    let year = document.school_year.clone().unwrap_or_default();
    let by_teacher = decided.by_teacher();
    let mut rows = Vec::new();
    for teacher in school.staff() {
        let head = |rest: [String; 11]| {
            let who = [
                teacher.id.to_string(),
                teacher.name.clone(),
                word(statute(teacher.statute), language),
            ];
            let mut row: Vec<String> = who.into_iter().chain(rest).collect();
            row.push(year.clone());
            row
        };
        for (at, position) in by_teacher.get(&teacher.id).into_iter().flatten() {
            let lesson = school.lesson(*at);
            let subject = school
                .subject_ix(&lesson.subject)
                .map(|s| school.subject(s).name.clone());
            let role = lesson.positions[*position].role;
            let load = school.position_load(*at, *position);
            rows.push(head([
                lesson.id.to_string(),
                position.to_string(),
                word(role_code(role), language),
                lesson.subject.to_string(),
                subject.unwrap_or_default(),
                school
                    .graad(*at)
                    .map_or_else(String::new, |g| g.0.to_string()),
                groups(lesson),
                school.position_hours(*at, *position).to_string(),
                school
                    .noemer(*at)
                    .filter(|_| role.counts())
                    .map_or_else(String::new, |n| n.to_string()),
                amount(load.0),
                lesson
                    .budget_line
                    .as_ref()
                    .map_or_else(String::new, ToString::to_string),
            ]));
        }
        for task in &teacher.tasks {
            let load = amount(task.load.0);
            let (hours, noemer) = load
                .split_once('/')
                .map_or((String::new(), String::new()), |(h, n)| {
                    (h.to_owned(), n.to_owned())
                });
            let blank = String::new;
            let line = task
                .budget_line
                .as_ref()
                .map_or_else(String::new, ToString::to_string);
            rows.push(head([
                blank(),
                blank(),
                blank(),
                blank(),
                task.name.clone(),
                blank(),
                blank(),
                hours,
                noemer,
                load,
                line,
            ]));
        }
    }
    rows
}

/// One row per placed block.
pub(crate) fn placements(decided: &Decided<'_>) -> Vec<Vec<String>> {
    let document = decided.school.document();
    let mut rows = Vec::new();
    for (at, lesson) in decided.lessons() {
        for placement in decided.blocks(at) {
            let slots = decided.slots(placement);
            let clock = |slot: Option<&uurwerk_model::Slot>| {
                let slot = slot?;
                let day = document.grid.days.iter().find(|d| d.id == slot.day)?;
                day.periods.iter().find(|p| p.id == slot.period)
            };
            let names = |ids: Vec<&str>| ids.join(", ");
            let teachers = decided
                .teachers(at)
                .iter()
                .map(|t| t.as_ref().map_or("?", |t| t.as_str()));
            let rooms = placement
                .rooms
                .iter()
                .map(|r| r.as_ref().map_or("?", |r| r.as_str()));
            rows.push(vec![
                lesson.id.to_string(),
                placement.block.to_string(),
                placement.day.to_string(),
                placement.period.to_string(),
                placement.length.to_string(),
                clock(slots.first()).map_or_else(String::new, |p| p.start.to_string()),
                clock(slots.last()).map_or_else(String::new, |p| p.end.to_string()),
                lesson.subject.to_string(),
                groups(lesson),
                names(teachers.collect()),
                names(rooms.collect()),
            ]);
        }
    }
    rows
}

/// Reads both tables back; rows about lessons that the school lacks are faults.
pub(crate) fn read_plan(
    school: &School,
    tables: &[Table],
    faults: &mut Diagnostics,
) -> (Vec<Assignment>, Vec<Placement>) {
    let (mut allocation, mut timetable) = (Vec::new(), Vec::new());
    for table in tables {
        for (line, row) in &table.rows {
            let id = table.text(row, "lesson").trim();
            if id.is_empty() || !["assignments", "timetable"].contains(&table.id) {
                continue;
            }
            let lesson = uurwerk_model::LessonId::from(id);
            let mut wrong = |column: &str| {
                let fault = Diagnostic::error("UW3504", "")
                    .with("value", table.text(row, column))
                    .with("column", column);
                faults.push(table.fault(fault, *line, table.at(column)));
            };
            let Some(at) = school.lesson_ix(&lesson) else {
                wrong("lesson");
                continue;
            };
            let number = |column: &str| {
                table
                    .text(row, column)
                    .trim()
                    .trim_end_matches(".0")
                    .parse::<u8>()
                    .ok()
            };
            if table.id == "assignments" {
                let Some(position) = number("position")
                    .filter(|p| usize::from(*p) < school.lesson(at).positions.len())
                else {
                    wrong("position");
                    continue;
                };
                let teacher = uurwerk_model::TeacherId::from(table.text(row, "teacher").trim());
                if school.teacher_ix(&teacher).is_none() {
                    wrong("teacher");
                    continue;
                }
                let role = school.lesson(at).positions[usize::from(position)].role;
                allocation.push(Assignment {
                    lesson,
                    position,
                    role,
                    teacher,
                });
                continue;
            }
            let block = number("block").filter(|b| usize::from(*b) < school.blocks(at).len());
            let (Some(block), Some(length)) = (block, number("length")) else {
                wrong("block");
                continue;
            };
            let slot = uurwerk_model::Slot {
                day: table.text(row, "day").trim().into(),
                period: table
                    .text(row, "period")
                    .trim()
                    .trim_end_matches(".0")
                    .into(),
            };
            if school.slot_ix(&slot).is_none() {
                wrong("period");
                continue;
            }
            let rooms = table
                .text(row, "rooms")
                .split(',')
                .map(str::trim)
                .filter(|r| !r.is_empty());
            let rooms: Vec<Option<uurwerk_model::RoomId>> =
                rooms.map(|r| (r != "?").then(|| r.into())).collect();
            if rooms.iter().flatten().any(|r| school.room_ix(r).is_none()) {
                wrong("rooms");
                continue;
            }
            timetable.push(Placement {
                lesson,
                block,
                day: slot.day,
                period: slot.period,
                length,
                rooms,
            });
        }
    }
    (allocation, timetable)
}

/// Classes and parts, as the table of lessons writes them.
fn groups(lesson: &uurwerk_model::Lesson) -> String {
    let name = |g: &uurwerk_model::Group| match &g.part {
        None => g.class.to_string(),
        Some(part) => format!("{}/{}/{}", g.class, part.partition, part.part),
    };
    lesson
        .groups
        .iter()
        .map(name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn role_code(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Co => "co",
        Role::Guest => "guest",
        Role::Trainee => "trainee",
        Role::Duty => "duty",
    }
}

fn statute(statute: uurwerk_model::Statute) -> &'static str {
    use uurwerk_model::Statute;
    match statute {
        Statute::Permanent => "permanent",
        Statute::Tadd => "tadd",
        Statute::Tabd => "tabd",
        Statute::Guest => "guest",
    }
}
