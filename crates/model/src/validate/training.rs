//! Trainees: people who exist, once each, accompanied by somebody else, with lessons to practise in.

use super::Check;
use crate::{Diagnostic, LessonIx, Role, TeacherId, TraineeGroup, TraineeKind};

pub(super) fn check(check: &mut Check) {
    let groups = &check.document.trainees;
    check.ids("/trainees", groups.iter().map(|g| g.id.as_str()));
    for (at, group) in groups.iter().enumerate() {
        let place = format!("/trainees/{at}");
        uw0103_references(check, &place, group);
        for i in 0..group.members.len() {
            super::growth::uw0196_member_twice(
                check,
                format!("{place}/members/{i}"),
                &group.members,
                i,
            );
        }
        uw0198_mentor_is_a_trainee(check, &place, group);
        uw0199_nothing_to_practise_in(check, &place, group);
        uw0157_counts_as_a_starter(check, &place, group);
    }
}

fn uw0103_references(check: &mut Check, place: &str, group: &TraineeGroup) {
    let school = check.school;
    for (i, member) in group.members.iter().enumerate() {
        let known = school.teacher_ix(member).into();
        let at = format!("{place}/members/{i}");
        check.known(known, at, member.as_str(), "staff");
    }
    if let Some(mentor) = &group.mentor {
        let known = school.teacher_ix(mentor).into();
        check.known(known, format!("{place}/mentor"), mentor.as_str(), "staff");
    }
    for (i, day) in group.days.iter().enumerate() {
        let days = &check.document.grid.days;
        let known = days.iter().find(|d| d.id == *day).into();
        let at = format!("{place}/days/{i}");
        check.known(known, at, day.as_str(), "grid/days");
    }
}

fn uw0198_mentor_is_a_trainee(check: &mut Check, place: &str, group: &TraineeGroup) {
    if let Some(mentor) = &group.mentor
        && group.members.contains(mentor)
    {
        let fault = Diagnostic::error("UW0198", format!("{place}/mentor"));
        check.add(fault.with("teacher", mentor.as_str()));
    }
}

fn uw0199_nothing_to_practise_in(check: &mut Check, place: &str, group: &TraineeGroup) {
    for (i, member) in group.members.iter().enumerate() {
        if group.kind == TraineeKind::Internship && !practises(check, member) {
            let fault = Diagnostic::warning("UW0199", format!("{place}/members/{i}"));
            check.add(fault.with("teacher", member.as_str()));
        }
    }
}

/// Whether somebody is locked in a position of a trainee; unknown people are told of elsewhere.
fn practises(check: &Check, member: &TeacherId) -> bool {
    let Some(ix) = check.school.teacher_ix(member) else {
        return true;
    };
    let trains = |(lesson, position): (LessonIx, usize)| {
        let positions = &check.school.lesson(lesson).positions;
        positions
            .get(position)
            .is_some_and(|p| p.role == Role::Trainee)
    };
    check.held(ix).into_iter().any(trains)
}

/// Students hold no lessons of their own, so what protects starters does not speak of them.
fn uw0157_counts_as_a_starter(check: &mut Check, place: &str, group: &TraineeGroup) {
    for (i, member) in group.members.iter().enumerate() {
        let person = check.school.teacher_ix(member);
        let person = person.map(|ix| check.school.teacher(ix));
        if group.kind == TraineeKind::Internship
            && person.is_some_and(|p| p.is_starter(super::growth::STARTER_YEARS))
        {
            let fault = Diagnostic::warning("UW0157", format!("{place}/members/{i}"));
            check.add(fault.with("teacher", member.as_str()));
        }
    }
}
