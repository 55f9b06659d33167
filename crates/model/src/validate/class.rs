//! Classes: their parts, and whether their week fits in the grid.

use std::collections::BTreeMap;

use super::Check;
use crate::{Class, ClassIx, Diagnostic, Graad, LessonIx, Stream};

pub(super) fn check(check: &mut Check) {
    let classes = &check.document.classes;
    check.ids("/classes", classes.iter().map(|c| c.id.as_str()));
    let lessons = lessons_by_class(check);
    for (at, class) in classes.iter().enumerate() {
        let place = format!("/classes/{at}");
        let partitions = format!("{place}/partitions");
        check.ids(&partitions, class.partitions.iter().map(|p| p.id.as_str()));
        for (i, partition) in class.partitions.iter().enumerate() {
            let parts = format!("{partitions}/{i}/parts");
            check.ids(&parts, partition.parts.iter().map(|p| p.id.as_str()));
        }
        uw0103_references(check, &place, class);
        uw0135_year_and_graad(check, &place, class);
        uw0136_stream_and_graad(check, &place, class);
        uw0137_more_pupils_in_parts(check, &place, class);
        let own = lessons.get(&ClassIx::from(at));
        let own = own.map_or(&[][..], Vec::as_slice);
        uw0138_week_too_full(check, &place, class, own);
        uw0139_no_lessons(check, &place, class, own);
    }
}

fn lessons_by_class(check: &Check) -> BTreeMap<ClassIx, Vec<LessonIx>> {
    let mut by_class: BTreeMap<ClassIx, Vec<LessonIx>> = BTreeMap::new();
    for (at, lesson) in check.document.lessons.iter().enumerate() {
        for group in &lesson.groups {
            if let Some(class) = check.school.class_ix(&group.class) {
                let lessons = by_class.entry(class).or_default();
                if lessons.last() != Some(&LessonIx::from(at)) {
                    lessons.push(LessonIx::from(at));
                }
            }
        }
    }
    by_class
}

fn uw0103_references(check: &mut Check, place: &str, class: &Class) {
    if let Some(teacher) = &class.titularis {
        let known = check.school.teacher_ix(teacher).into();
        check.known(
            known,
            format!("{place}/titularis"),
            teacher.as_str(),
            "staff",
        );
    }
    if let Some(room) = &class.home_room {
        let known = check.school.room_ix(room).into();
        check.known(known, format!("{place}/home_room"), room.as_str(), "rooms");
    }
}

fn uw0135_year_and_graad(check: &mut Check, place: &str, class: &Class) {
    let expected = class.year.div_ceil(2).min(3);
    if class.graad != Graad(expected) {
        check.add(
            Diagnostic::warning("UW0135", format!("{place}/graad"))
                .with("class", class.id.as_str())
                .with("year", i64::from(class.year))
                .with("graad", i64::from(class.graad.0))
                .with("expected", i64::from(expected)),
        );
    }
}

fn uw0136_stream_and_graad(check: &mut Check, place: &str, class: &Class) {
    let of_first_graad = matches!(class.stream, Stream::A | Stream::B);
    if class.stream != Stream::Other && of_first_graad != (class.graad == Graad(1)) {
        let fault = Diagnostic::warning("UW0136", format!("{place}/stream"));
        check.add(
            fault
                .with("class", class.id.as_str())
                .with("graad", i64::from(class.graad.0)),
        );
    }
}

fn uw0137_more_pupils_in_parts(check: &mut Check, place: &str, class: &Class) {
    for (i, partition) in class.partitions.iter().enumerate() {
        let sum: u32 = partition
            .parts
            .iter()
            .filter_map(|p| p.pupils)
            .map(u32::from)
            .sum();
        if sum > u32::from(class.pupils) {
            check.add(
                Diagnostic::warning("UW0137", format!("{place}/partitions/{i}"))
                    .with("class", class.id.as_str())
                    .with("n", i64::from(sum))
                    .with("pupils", i64::from(class.pupils)),
            );
        }
    }
}

/// The fullest week of any pupil, at least: lessons of the whole class, plus the part with the most
/// hours of any one partition; lessons with one link count once, with their longest.
fn uw0138_week_too_full(check: &mut Check, place: &str, class: &Class, lessons: &[LessonIx]) {
    let mut whole: BTreeMap<String, u32> = BTreeMap::new();
    let mut parts: BTreeMap<(&str, &str), BTreeMap<String, u32>> = BTreeMap::new();
    for ix in lessons {
        let lesson = check.school.lesson(*ix);
        let key = match &lesson.link {
            Some(link) => format!("link {link}"),
            None => format!("lesson {}", ix.0),
        };
        for group in lesson.groups.iter().filter(|g| g.class == class.id) {
            let sums = match &group.part {
                None => &mut whole,
                Some(part) => {
                    let key = (part.partition.as_str(), part.part.as_str());
                    parts.entry(key).or_default()
                }
            };
            let hours = sums.entry(key.clone()).or_default();
            *hours = (*hours).max(u32::from(lesson.hours));
        }
    }
    let of_part = |sums: &BTreeMap<String, u32>| -> u32 {
        let own = sums.iter().filter(|(key, _)| !whole.contains_key(*key));
        own.map(|(_, hours)| hours).sum()
    };
    let hours = whole.values().sum::<u32>() + parts.values().map(of_part).max().unwrap_or(0);
    let slots = check.school.slots().len();
    if hours as usize > slots {
        check.add(
            Diagnostic::error("UW0138", place)
                .with("class", class.id.as_str())
                .with("n", i64::from(hours))
                .with("slots", slots as i64),
        );
    }
}

fn uw0139_no_lessons(check: &mut Check, place: &str, class: &Class, lessons: &[LessonIx]) {
    if lessons.is_empty() {
        let fault = Diagnostic::warning("UW0139", place);
        check.add(fault.with("class", class.id.as_str()));
    }
}
