//! Rounds of questions: people, classes, rooms and teams that exist, once each.

use std::collections::BTreeSet;

use super::Check;
use crate::{Diagnostic, Round};

pub(super) fn check(check: &mut Check) {
    let rounds = &check.document.rounds;
    check.ids("/rounds", rounds.iter().map(|r| r.id.as_str()));
    for (at, round) in rounds.iter().enumerate() {
        let place = format!("/rounds/{at}");
        uw0103_references(check, &place, round);
    }
}

/// UW0103: a name that is not there; UW0134: one that stands twice.
fn uw0103_references(check: &mut Check, place: &str, round: &Round) {
    let school = check.school;
    let people = |ids: &[crate::TeacherId]| -> Vec<(String, bool)> {
        let known = |id: &crate::TeacherId| (id.to_string(), school.teacher_ix(id).is_some());
        ids.iter().map(known).collect()
    };
    let classes = round.classes.iter();
    let classes = classes.map(|id| (id.to_string(), school.class_ix(id).is_some()));
    let rooms = round.rooms.iter();
    let rooms = rooms.map(|id| (id.to_string(), school.room_ix(id).is_some()));
    let teams = round.teams.iter();
    let teams = teams.map(|id| (id.to_string(), school.team_ix(id).is_some()));
    for (field, list, names) in [
        ("teachers", "staff", people(&round.teachers)),
        ("classes", "classes", classes.collect()),
        ("rooms", "rooms", rooms.collect()),
        ("teams", "teams", teams.collect()),
        ("people", "staff", people(&round.people)),
    ] {
        let mut seen = BTreeSet::new();
        for (i, (id, is_known)) in names.iter().enumerate() {
            let at = format!("{place}/{field}/{i}");
            check.known(is_known.then_some(()).into(), at.clone(), id, list);
            if !seen.insert(id) {
                check.add(Diagnostic::error("UW0134", at).with("id", id.as_str()));
            }
        }
    }
}
