//! Mentoring and teams: people who exist, once each, in roles that make sense.

use std::collections::BTreeMap;

use super::Check;
use crate::{Diagnostic, MentorPair, Teacher, TeacherId, Team};

/// Years of service in which a teacher is a starter unless the document says otherwise (memo 2.1).
pub(super) const STARTER_YEARS: u8 = 2;

pub(super) fn check(check: &mut Check) {
    let document = check.document;
    let mut mentors: BTreeMap<&TeacherId, usize> = BTreeMap::new();
    for (at, pair) in document.mentoring.pairs.iter().enumerate() {
        let place = format!("/mentoring/pairs/{at}");
        for (field, id) in [("mentor", &pair.mentor), ("starter", &pair.starter)] {
            let known = check.school.teacher_ix(id).into();
            check.known(known, format!("{place}/{field}"), id.as_str(), "staff");
        }
        uw0191_mentors_themself(check, &place, pair);
        uw0192_pair_twice(check, at);
        uw0197_two_mentors(check, &place, pair, &mut mentors, at);
        if let Some(mentor) = teacher(check, &pair.mentor)
            && let Some(starter) = teacher(check, &pair.starter)
        {
            uw0193_mentor_evaluates(check, &place, mentor, starter);
            uw0194_not_a_starter(check, &place, starter);
            uw0195_did_not_agree(check, &place, mentor);
        }
    }
    if let Some(line) = &document.mentoring.budget_line {
        let known = check.school.budget_line(line).into();
        check.known(
            known,
            "/mentoring/budget_line".to_owned(),
            line.as_str(),
            "budget",
        );
    }
    teams(check);
}

fn teacher<'a>(check: &Check<'a>, id: &TeacherId) -> Option<&'a Teacher> {
    check
        .school
        .teacher_ix(id)
        .map(|ix| check.school.teacher(ix))
}

fn uw0191_mentors_themself(check: &mut Check, place: &str, pair: &MentorPair) {
    if pair.mentor == pair.starter {
        let fault = Diagnostic::error("UW0191", place);
        check.add(fault.with("teacher", pair.mentor.as_str()));
    }
}

fn uw0192_pair_twice(check: &mut Check, at: usize) {
    let pairs = &check.document.mentoring.pairs;
    let same = |p: &MentorPair| (&p.mentor, &p.starter) == (&pairs[at].mentor, &pairs[at].starter);
    if let Some(first) = pairs[..at].iter().position(same) {
        check.add(
            Diagnostic::error("UW0192", format!("/mentoring/pairs/{at}"))
                .with("mentor", pairs[at].mentor.as_str())
                .with("starter", pairs[at].starter.as_str())
                .with("first", format!("/mentoring/pairs/{first}")),
        );
    }
}

fn uw0193_mentor_evaluates(check: &mut Check, place: &str, mentor: &Teacher, starter: &Teacher) {
    if starter.evaluator.as_ref() == Some(&mentor.id) {
        check.add(
            Diagnostic::warning("UW0193", format!("{place}/mentor"))
                .with("mentor", mentor.id.as_str())
                .with("starter", starter.id.as_str()),
        );
    }
}

fn uw0194_not_a_starter(check: &mut Check, place: &str, starter: &Teacher) {
    if !starter.is_starter(STARTER_YEARS) {
        let fault = Diagnostic::warning("UW0194", format!("{place}/starter"));
        check.add(fault.with("teacher", starter.id.as_str()));
    }
}

fn uw0195_did_not_agree(check: &mut Check, place: &str, mentor: &Teacher) {
    if !mentor.mentor {
        let fault = Diagnostic::warning("UW0195", format!("{place}/mentor"));
        check.add(fault.with("teacher", mentor.id.as_str()));
    }
}

fn uw0197_two_mentors<'a>(
    check: &mut Check,
    place: &str,
    pair: &'a MentorPair,
    mentors: &mut BTreeMap<&'a TeacherId, usize>,
    at: usize,
) {
    if let Some(first) = mentors.get(&pair.starter) {
        check.add(
            Diagnostic::warning("UW0197", format!("{place}/starter"))
                .with("starter", pair.starter.as_str())
                .with("first", format!("/mentoring/pairs/{first}")),
        );
    } else {
        mentors.insert(&pair.starter, at);
    }
}

fn teams(check: &mut Check) {
    let teams = &check.document.teams;
    check.ids("/teams", teams.iter().map(|t| t.id.as_str()));
    for (at, team) in teams.iter().enumerate() {
        for (i, member) in team.members.iter().enumerate() {
            let place = format!("/teams/{at}/members/{i}");
            let known = check.school.teacher_ix(member).into();
            check.known(known, place.clone(), member.as_str(), "staff");
            uw0196_member_twice(check, place, &team.members, i);
        }
        uw0169_no_majority(check, at, team);
    }
}

/// Two meetings of a team cannot be at once, since each has more than half of it.
fn uw0169_no_majority(check: &mut Check, at: usize, team: &Team) {
    let (least, most) = (team.members.len() / 2 + 1, team.members.len());
    let quorum = team.quorum.map(usize::from);
    if let Some(quorum) = quorum.filter(|quorum| !(least..=most).contains(quorum)) {
        let fault = Diagnostic::error("UW0169", format!("/teams/{at}/quorum"));
        let fault = fault
            .with("quorum", quorum as i64)
            .with("least", least as i64);
        check.add(fault.with("most", most as i64));
    }
}

pub(super) fn uw0196_member_twice(
    check: &mut Check,
    place: String,
    members: &[TeacherId],
    at: usize,
) {
    if members[..at].contains(&members[at]) {
        let fault = Diagnostic::error("UW0196", place);
        check.add(fault.with("teacher", members[at].as_str()));
    }
}
