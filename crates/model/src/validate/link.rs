//! Links: lessons given at the same time must be able to be.

use super::Check;
use crate::{Diagnostic, Group, LessonIx};

pub(super) fn check(check: &mut Check) {
    for (link, lessons) in check.school.links() {
        uw0162_alone(check, link.as_str(), lessons);
        for (i, lesson) in lessons.iter().enumerate().skip(1) {
            uw0160_different_blocks(check, link.as_str(), lessons[0], *lesson);
            for other in &lessons[..i] {
                uw0161_shared_pupils(check, link.as_str(), *other, *lesson);
            }
        }
    }
}

fn uw0160_different_blocks(check: &mut Check, link: &str, first: LessonIx, lesson: LessonIx) {
    let (a, b) = (check.school.lesson(first), check.school.lesson(lesson));
    if (a.hours, a.block_lengths(), a.weeks) != (b.hours, b.block_lengths(), b.weeks) {
        check.add(
            Diagnostic::error("UW0160", format!("/lessons/{}/link", lesson.0))
                .with("link", link)
                .with("lesson", b.id.as_str())
                .with("other", a.id.as_str()),
        );
    }
}

/// Pupils cannot sit in two lessons at once, so a class in two linked lessons must be there with
/// different parts. Parts of different partitions may share pupils or not: UW0165 only warns.
fn uw0161_shared_pupils(check: &mut Check, link: &str, other: LessonIx, lesson: LessonIx) {
    let (a, b) = (check.school.lesson(other), check.school.lesson(lesson));
    for (i, group) in b.groups.iter().enumerate() {
        let place = format!("/lessons/{}/groups/{i}", lesson.0);
        let same = |g: &&Group| g.class == group.class;
        for twin in a.groups.iter().filter(same) {
            let fault = match (&group.part, &twin.part) {
                (Some(x), Some(y)) if x == y => Diagnostic::error("UW0161", place.as_str()),
                (Some(x), Some(y)) if x.partition == y.partition => continue,
                (Some(_), Some(_)) => Diagnostic::warning("UW0165", place.as_str()),
                _ => Diagnostic::error("UW0161", place.as_str()),
            };
            check.add(
                fault
                    .with("link", link)
                    .with("class", group.class.as_str())
                    .with("lesson", b.id.as_str())
                    .with("other", a.id.as_str()),
            );
        }
    }
}

fn uw0162_alone(check: &mut Check, link: &str, lessons: &[LessonIx]) {
    if let [only] = lessons {
        let fault = Diagnostic::warning("UW0162", format!("/lessons/{}/link", only.0));
        check.add(fault.with("link", link));
    }
}
