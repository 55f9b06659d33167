//! Lessons: groups, blocks that fit in the week, positions that somebody can fill.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Known};
use crate::{Diagnostic, Graad, Group, Lesson, LessonIx, Role, TeacherIx};

pub(super) fn check(check: &mut Check) {
    let lessons = &check.document.lessons;
    check.ids("/lessons", lessons.iter().map(|l| l.id.as_str()));
    let halves: Vec<usize> = check.school.half_days().iter().map(Vec::len).collect();
    let days = check.document.grid.days.iter().map(|d| d.periods.len());
    let longest_day = days.max().unwrap_or(0);
    let able = able(check);
    for (at, lesson) in lessons.iter().enumerate() {
        let place = format!("/lessons/{at}");
        let ix = LessonIx::from(at);
        uw0103_references(check, &place, lesson);
        uw0140_no_noemer(check, &place, ix);
        uw0141_blocks_do_not_add_up(check, &place, lesson);
        uw0142_block_too_long(check, &place, lesson, &halves, longest_day);
        uw0144_too_many_blocks(check, &place, lesson, &halves);
        uw0145_group_twice(check, &place, lesson);
        uw0146_whole_class_and_part(check, &place, lesson);
        uw0148_hours_of_a_position(check, &place, lesson);
        uw0149_guest_without_lock(check, &place, ix);
        uw0150_nobody_qualified(check, &place, ix, &able);
        uw0151_no_position(check, &place, lesson);
        uw0155_co_without_lead(check, &place, lesson);
        uw0156_two_trainees(check, &place, lesson);
    }
}

fn uw0103_references(check: &mut Check, place: &str, lesson: &Lesson) {
    let known: Known = check.school.subject_ix(&lesson.subject).into();
    check.known(
        known,
        format!("{place}/subject"),
        lesson.subject.as_str(),
        "subjects",
    );
    if let Some(line) = &lesson.budget_line {
        let known = check.school.budget_line(line).into();
        check.known(
            known,
            format!("{place}/budget_line"),
            line.as_str(),
            "budget",
        );
    }
    for (i, group) in lesson.groups.iter().enumerate() {
        uw0103_group(check, &format!("{place}/groups/{i}"), group);
    }
}

pub(super) fn uw0103_group(check: &mut Check, place: &str, group: &Group) {
    let Some(class) = check.school.class_ix(&group.class) else {
        return check.known(
            Known::No,
            format!("{place}/class"),
            group.class.as_str(),
            "classes",
        );
    };
    let Some(part) = &group.part else { return };
    let list = format!("classes/{}/partitions", class.0);
    let partitions = &check.school.class(class).partitions;
    match partitions.iter().find(|p| p.id == part.partition) {
        None => {
            let at = format!("{place}/part/partition");
            check.known(Known::No, at, part.partition.as_str(), &list);
        }
        Some(partition) => {
            let known = partition.parts.iter().find(|p| p.id == part.part).into();
            check.known(
                known,
                format!("{place}/part/part"),
                part.part.as_str(),
                &list,
            );
        }
    }
}

fn uw0140_no_noemer(check: &mut Check, place: &str, ix: LessonIx) {
    let lesson = check.school.lesson(ix);
    let counts = lesson.positions.iter().any(|p| p.role.counts());
    let has_subject = check.school.subject_ix(&lesson.subject).is_some();
    if counts && has_subject && check.school.noemer(ix).is_none() {
        let fault = Diagnostic::error("UW0140", place).with("lesson", lesson.id.as_str());
        let graad = check.school.graad(ix).map_or(0, |g| i64::from(g.0));
        check.add(fault.with("graad", graad));
    }
}

fn uw0141_blocks_do_not_add_up(check: &mut Check, place: &str, lesson: &Lesson) {
    let sum: u32 = lesson.block_lengths().iter().map(|b| u32::from(*b)).sum();
    if sum != lesson.periods() {
        check.add(
            Diagnostic::error("UW0141", format!("{place}/blocks"))
                .with("lesson", lesson.id.as_str())
                .with("n", i64::from(sum))
                .with("hours", i64::from(lesson.periods())),
        );
    }
}

/// UW0142: longer than any half-day; UW0143: longer even than any day.
fn uw0142_block_too_long(
    check: &mut Check,
    place: &str,
    lesson: &Lesson,
    halves: &[usize],
    longest_day: usize,
) {
    let longest_half = halves.iter().copied().max().unwrap_or(0);
    for (i, length) in lesson.blocks.iter().enumerate() {
        let length = usize::from(*length);
        let (code, limit) = if length > longest_day {
            ("UW0143", longest_day)
        } else if length > longest_half {
            ("UW0142", longest_half)
        } else {
            continue;
        };
        check.add(
            Diagnostic::error(code, format!("{place}/blocks/{i}"))
                .with("lesson", lesson.id.as_str())
                .with("n", length as i64)
                .with("limit", limit as i64),
        );
    }
}

/// For each length: the half-days must hold as many blocks as the lesson has of at least that length.
fn uw0144_too_many_blocks(check: &mut Check, place: &str, lesson: &Lesson, halves: &[usize]) {
    let lengths: BTreeSet<usize> = lesson
        .block_lengths()
        .into_iter()
        .map(usize::from)
        .collect();
    for length in lengths {
        let room: usize = halves.iter().map(|half| half / length.max(1)).sum();
        let blocks = lesson.block_lengths();
        let blocks = blocks.iter().filter(|b| usize::from(**b) >= length).count();
        if room > 0 && blocks > room {
            return check.add(
                Diagnostic::error("UW0144", place)
                    .with("lesson", lesson.id.as_str())
                    .with("n", blocks as i64)
                    .with("length", length as i64)
                    .with("limit", room as i64),
            );
        }
    }
}

fn uw0145_group_twice(check: &mut Check, place: &str, lesson: &Lesson) {
    for (i, group) in lesson.groups.iter().enumerate() {
        if lesson.groups[..i].contains(group) {
            let fault = Diagnostic::error("UW0145", format!("{place}/groups/{i}"));
            let fault = fault.with("lesson", lesson.id.as_str());
            check.add(fault.with("class", group.class.as_str()));
        }
    }
}

/// UW0146: a whole class with a part of it; UW0147: parts of two partitions, which share pupils.
fn uw0146_whole_class_and_part(check: &mut Check, place: &str, lesson: &Lesson) {
    for (i, group) in lesson.groups.iter().enumerate() {
        let others = lesson.groups[..i].iter().filter(|g| g.class == group.class);
        for other in others {
            let at = format!("{place}/groups/{i}");
            let fault = match (&group.part, &other.part) {
                (None, Some(_)) | (Some(_), None) => Diagnostic::error("UW0146", at),
                (Some(a), Some(b)) if a.partition != b.partition => {
                    Diagnostic::warning("UW0147", at)
                }
                _ => continue,
            };
            let fault = fault.with("lesson", lesson.id.as_str());
            check.add(fault.with("class", group.class.as_str()));
        }
    }
}

fn uw0148_hours_of_a_position(check: &mut Check, place: &str, lesson: &Lesson) {
    let mut prefixes = Vec::new();
    let (mut sum, every) = (0_u32, u32::from(lesson.weeks.every.max(1)));
    for length in lesson.block_lengths() {
        sum += u32::from(length);
        // Of an average week, and of whole hours: there are no others in a load.
        prefixes.extend(sum.is_multiple_of(every).then_some(sum / every));
    }
    for (i, position) in lesson.positions.iter().enumerate() {
        if let Some(hours) = position.hours
            && !prefixes.contains(&u32::from(hours))
        {
            let possible: Vec<String> = prefixes.iter().map(u32::to_string).collect();
            check.add(
                Diagnostic::error("UW0148", format!("{place}/positions/{i}/hours"))
                    .with("lesson", lesson.id.as_str())
                    .with("hours", i64::from(hours))
                    .with("possible", possible.join(", ")),
            );
        }
    }
}

fn uw0149_guest_without_lock(check: &mut Check, place: &str, ix: LessonIx) {
    let lesson = check.school.lesson(ix);
    for (i, position) in lesson.positions.iter().enumerate() {
        if !position.role.counts() && !check.locked.contains_key(&(ix, i)) {
            let fault = Diagnostic::error("UW0149", format!("{place}/positions/{i}"));
            let fault = fault.with("lesson", lesson.id.as_str());
            check.add(fault.with("position", i as i64));
        }
    }
}

/// Who is qualified by subject and graad; without a graad, in any.
type Able<'a> = BTreeMap<(&'a str, Option<Graad>), BTreeSet<TeacherIx>>;

fn able<'a>(check: &Check<'a>) -> Able<'a> {
    let mut able = Able::new();
    for (at, teacher) in check.document.staff.iter().enumerate() {
        for qualification in &teacher.qualifications {
            let graden = qualification.graden.iter().copied().map(Some);
            for graad in graden.chain([None]) {
                let cell = (qualification.subject.as_str(), graad);
                able.entry(cell).or_default().insert(TeacherIx::from(at));
            }
        }
    }
    able
}

/// Every counting position that is not locked needs a qualified teacher of its own.
fn uw0150_nobody_qualified(check: &mut Check, place: &str, ix: LessonIx, able: &Able) {
    let lesson = check.school.lesson(ix);
    let positions = 0..lesson.positions.len();
    let held: Vec<TeacherIx> = positions
        .clone()
        .filter_map(|p| check.locked.get(&(ix, p)).copied())
        .collect();
    let open = positions
        .filter(|p| lesson.positions[*p].role.counts() && !check.locked.contains_key(&(ix, *p)))
        .count();
    if open == 0 || check.school.subject_ix(&lesson.subject).is_none() {
        return;
    }
    let graad = check.school.graad(ix);
    let qualified = able.get(&(lesson.subject.as_str(), graad));
    let qualified = qualified.into_iter().flatten();
    let qualified = qualified.filter(|t| !held.contains(t)).count();
    if qualified < open {
        check.add(
            Diagnostic::error("UW0150", place)
                .with("lesson", lesson.id.as_str())
                .with("subject", lesson.subject.as_str())
                .with("graad", graad.map_or(0, |g| i64::from(g.0)))
                .with("n", qualified as i64)
                .with("open", open as i64),
        );
    }
}

fn uw0151_no_position(check: &mut Check, place: &str, lesson: &Lesson) {
    if lesson.positions.is_empty() {
        let fault = Diagnostic::warning("UW0151", format!("{place}/positions"));
        check.add(fault.with("lesson", lesson.id.as_str()));
    }
}

fn uw0155_co_without_lead(check: &mut Check, place: &str, lesson: &Lesson) {
    let has = |role: Role| lesson.positions.iter().any(|p| p.role == role);
    if has(Role::Co) && !has(Role::Lead) {
        let fault = Diagnostic::error("UW0155", format!("{place}/positions"));
        check.add(fault.with("lesson", lesson.id.as_str()));
    }
}

/// One trainee practises in a lesson; the others watch (memo 3.1.1).
fn uw0156_two_trainees(check: &mut Check, place: &str, lesson: &Lesson) {
    let trainees = lesson.positions.iter().enumerate();
    let mut trainees = trainees.filter(|(_, p)| p.role == Role::Trainee).skip(1);
    if let Some((second, _)) = trainees.next() {
        let fault = Diagnostic::warning("UW0156", format!("{place}/positions/{second}"));
        check.add(fault.with("lesson", lesson.id.as_str()));
    }
}
