//! A1, Q1, Q2, K1, W1: every lesson has a teacher, a good one, the one settled, the one who likes it.

use uurwerk_model::{Lock, QualificationLevel, WishTarget};

use crate::case::Case;
use crate::rules::Params;

/// A1: positions without a teacher.
pub(crate) fn a1_staffed(case: &Case, _: &Params) -> i64 {
    case.jobs.iter().filter(|j| j.teacher.is_none()).count() as i64
}

/// Q1: counting positions, not locked, of a teacher without the qualification.
pub(crate) fn q1_qualified(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for job in case.jobs.iter().filter(|j| j.counts() && !j.locked) {
        if let Some(teacher) = job.teacher
            && case.level(teacher, job.lesson).is_none()
        {
            sum += 1;
        }
    }
    sum
}

/// Q2: hours by level: sufficient, other; none (which a lock may force) as other.
pub(crate) fn q2_best_qualified(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for job in case.jobs.iter().filter(|j| j.counts()) {
        let Some(teacher) = job.teacher else { continue };
        sum += job.hours
            * match case.level(teacher, job.lesson) {
                Some(QualificationLevel::Required) => 0,
                Some(QualificationLevel::Sufficient) => params.get("sufficient"),
                Some(QualificationLevel::Other) | None => params.get("other"),
            };
    }
    sum
}

/// K1: teacher locks whose position has another teacher or none.
pub(crate) fn k1_teacher_locks(case: &Case, _: &Params) -> i64 {
    let mut broken = 0;
    for lock in &case.school.locks {
        let Lock::Teacher(lock) = lock else { continue };
        let held = case.jobs.iter().any(|job| {
            let teacher = job.teacher.map(|t| &case.school.staff[t].id);
            case.lessons[job.lesson].lesson.id == lock.lesson
                && job.position == usize::from(lock.position)
                && teacher == Some(&lock.teacher)
        });
        broken += i64::from(!held);
    }
    broken
}

/// W1: a negative wish costs its strength for each counting position that it matches, a positive
/// one its strength when none matches.
pub(crate) fn w1_wishes_about_work(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        for wish in &teacher.wishes {
            let is_about = |lesson: usize| {
                let lesson = case.lessons[lesson].lesson;
                match &wish.on {
                    WishTarget::Class(class) => lesson.groups.iter().any(|g| g.class == *class),
                    WishTarget::Subject(subject) => lesson.subject == *subject,
                    WishTarget::Lesson(id) => lesson.id == *id,
                    _ => false,
                }
            };
            let is_about_work = matches!(
                wish.on,
                WishTarget::Class(_) | WishTarget::Subject(_) | WishTarget::Lesson(_)
            );
            let matched = case.counting(at).filter(|j| is_about(j.lesson)).count() as i64;
            let value = i64::from(wish.value);
            if is_about_work && value < 0 {
                sum += -value * matched;
            } else if is_about_work && matched == 0 {
                sum += value;
            }
        }
    }
    sum
}
