//! People who come, go, stay away, or are no longer as they were.

use super::{Draft, forget};
use crate::TeacherId;
use crate::scenario::{
    AvailabilityChange, ContractChange, QualificationChange, StaffAbsence, StaffRef,
};
use crate::school::{Contract, School, Teacher, Wish, WishTarget};

/// The wish that makes a time impossible.
const NEVER: i8 = -3;

fn find(draft: &mut Draft, id: &TeacherId) -> Option<usize> {
    let at = draft
        .document
        .staff
        .iter()
        .position(|teacher| teacher.id == *id);
    if at.is_none() {
        draft.unknown("teacher", id.as_str(), "staff");
    }
    at
}

pub(super) fn leaves(draft: &mut Draft, who: &StaffRef) {
    if find(draft, &who.teacher).is_some() {
        forget::teacher(&mut draft.document, &who.teacher);
    }
}

pub(super) fn joins(draft: &mut Draft, teacher: &Teacher) {
    let first = draft
        .document
        .staff
        .iter()
        .position(|other| other.id == teacher.id);
    match first {
        Some(first) => draft.twice("id", teacher.id.as_str(), format!("/staff/{first}")),
        None => draft.document.staff.push(teacher.clone()),
    }
}

pub(super) fn contract(draft: &mut Draft, change: &ContractChange) {
    if let Some(at) = find(draft, &change.teacher) {
        draft.document.staff[at].contract = change.contract;
        // A right to more than the contract goes with the part of it that was given up.
        for right in &mut draft.document.staff[at].rights {
            right.volume = right.volume.min(change.contract.max);
        }
    }
}

pub(super) fn availability(draft: &mut Draft, change: &AvailabilityChange) {
    let Some(at) = find(draft, &change.teacher) else {
        return;
    };
    // Names resolve also in a document that is not valid yet.
    let school = School::resolve(draft.document.clone());
    for (field, targets) in [("never", &change.never), ("possible", &change.possible)] {
        for (i, target) in targets.iter().enumerate() {
            if school.wished_slots(target).is_empty() {
                let (id, list) = match target {
                    WishTarget::Slot(slot) => (slot.period.to_string(), "grid/days"),
                    WishTarget::Day(day) | WishTarget::HalfDay { day, .. } => {
                        (day.to_string(), "grid/days")
                    }
                    WishTarget::Class(id) => (id.to_string(), "grid/days"),
                    WishTarget::Subject(id) => (id.to_string(), "grid/days"),
                    WishTarget::Lesson(id) => (id.to_string(), "grid/days"),
                };
                draft.unknown(&format!("{field}/{i}"), &id, list);
            }
        }
    }
    let freed: Vec<_> = change
        .possible
        .iter()
        .flat_map(|t| school.wished_slots(t))
        .collect();
    let teacher = &mut draft.document.staff[at];
    let mut wishes = Vec::new();
    for wish in std::mem::take(&mut teacher.wishes) {
        let slots = school.wished_slots(&wish.on);
        if wish.value != NEVER || !slots.iter().any(|slot| freed.contains(slot)) {
            wishes.push(wish);
            continue;
        }
        // What stays impossible of a longer time is said slot by slot.
        for slot in slots.into_iter().filter(|slot| !freed.contains(slot)) {
            let on = WishTarget::Slot(school.slot(slot));
            wishes.push(Wish { on, ..wish.clone() });
        }
    }
    for target in &change.never {
        wishes.retain(|wish| wish.on != *target);
        wishes.push(Wish {
            on: target.clone(),
            value: NEVER,
            reason: None,
        });
    }
    teacher.wishes = wishes;
}

pub(super) fn qualifications(draft: &mut Draft, change: &QualificationChange) {
    let Some(at) = find(draft, &change.teacher) else {
        return;
    };
    for (i, gone) in change.remove.iter().enumerate() {
        let mut found = false;
        let held = &mut draft.document.staff[at].qualifications;
        for qualification in held.iter_mut().filter(|q| q.subject == gone.subject) {
            let before = qualification.graden.len();
            qualification
                .graden
                .retain(|graad| !gone.graden.is_empty() && !gone.graden.contains(graad));
            found |= qualification.graden.len() < before;
        }
        held.retain(|qualification| !qualification.graden.is_empty());
        if !found {
            let fault = draft.fault("UW0701", &format!("remove/{i}"));
            let fault = fault.with("teacher", change.teacher.as_str());
            draft
                .faults
                .push(fault.with("subject", gone.subject.as_str()));
        }
    }
    let held = &mut draft.document.staff[at].qualifications;
    held.extend(change.add.iter().cloned());
}

/// Who is absent keeps their place and their tasks, and has no lessons, no lock and no meeting.
pub(super) fn absent(draft: &mut Draft, absence: &StaffAbsence) {
    let Some(at) = find(draft, &absence.teacher) else {
        return;
    };
    let days: Vec<_> = draft
        .document
        .grid
        .days
        .iter()
        .map(|day| day.id.clone())
        .collect();
    let teacher = &mut draft.document.staff[at];
    let tasks = teacher.task_load();
    teacher.contract = Contract {
        min: tasks,
        target: tasks,
        max: tasks,
    };
    teacher.qualifications.clear();
    teacher.rights.clear();
    teacher.wishes = days
        .into_iter()
        .map(|day| Wish {
            on: WishTarget::Day(day),
            value: NEVER,
            reason: None,
        })
        .collect();
    forget::duties_of(&mut draft.document, &absence.teacher);
}
