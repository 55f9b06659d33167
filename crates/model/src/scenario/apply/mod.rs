//! Applying a scenario to a school: another valid school, or every fault with its place in the scenario.
//!
//! Each change is made in turn on the plain document. What it names and the school does not have is a fault at the
//! change itself; what the school's own validation finds afterwards is laid at the door of the change that
//! brought it in.

mod class;
mod forget;
mod lesson;
mod staff;
#[cfg(test)]
mod tests;

use super::{Change, Hold, ScenarioDocument};
use crate::parse::pointer::in_document_order;
use crate::school::{School, SchoolDocument, Slot};
use crate::{Diagnostic, Diagnostics};

impl ScenarioDocument {
    /// The school as it is after every change; the scenario that this one builds on has been applied before.
    ///
    /// ```
    /// use uurwerk_model::{ScenarioDocument, School};
    /// # fn with(school: &str, scenario: &str) -> Result<(), uurwerk_model::Diagnostics> {
    /// let school = School::parse(school)?;
    /// let scenario = ScenarioDocument::parse(scenario)?;
    /// let changed = scenario.apply(&school)?;
    /// println!("{} lessons instead of {}", changed.lessons().len(), school.lessons().len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Every fault, each with a code, a JSON pointer into the scenario and a remedy.
    pub fn apply(&self, school: &School) -> Result<School, Diagnostics> {
        let mut draft = Draft::of(school.document().clone());
        for (at, change) in self.changes.iter().enumerate() {
            draft.make(at, change);
        }
        let mut faults = draft.faults;
        let changed = match School::from_document(draft.document) {
            Ok(changed) => Some(changed),
            Err(found) => {
                self.blame(school, found, &mut faults);
                None
            }
        };
        // A lock on what a faulty change did not bring would only be a second word about the first fault.
        if let Some(changed) = changed.filter(|_| !faults.has_errors()) {
            self.check_locks(&changed, &mut faults);
            if !faults.has_errors() {
                return Ok(changed);
            }
        }
        Err(in_document_order(faults))
    }

    /// Puts the faults of the changed school at the change after which each of them stays.
    fn blame(&self, school: &School, found: Diagnostics, faults: &mut Diagnostics) {
        let mut draft = Draft::of(school.document().clone());
        let mut history = Vec::new();
        for (at, change) in self.changes.iter().enumerate() {
            draft.make(at, change);
            history.push(match School::from_document(draft.document.clone()) {
                Ok(_) => Vec::new(),
                Err(found) => found.0.into_iter().map(|d| d.message).collect(),
            });
        }
        for fault in found
            .0
            .into_iter()
            .filter(|d| d.severity == crate::Severity::Error)
        {
            let clean = history
                .iter()
                .rposition(|then| !then.contains(&fault.message));
            let at = clean.map_or(0, |clean| clean + 1);
            let blamed = fault.at(crate::Place::Pointer(format!("/changes/{at}")));
            if !faults.iter().any(|known| *known == blamed) {
                faults.push(blamed);
            }
        }
    }

    fn check_locks(&self, school: &School, faults: &mut Diagnostics) {
        for (at, hold) in self.locks.iter().enumerate() {
            let days = &school.document().grid.days;
            let (known, field, id, list) = match hold {
                Hold::Teacher(id) => (
                    school.teacher_ix(id).is_some(),
                    "teacher",
                    id.as_str(),
                    "staff",
                ),
                Hold::Class(id) => (
                    school.class_ix(id).is_some(),
                    "class",
                    id.as_str(),
                    "classes",
                ),
                Hold::Lesson(id) => (
                    school.lesson_ix(id).is_some(),
                    "lesson",
                    id.as_str(),
                    "lessons",
                ),
                Hold::Day(id) => (
                    days.iter().any(|d| d.id == *id),
                    "day",
                    id.as_str(),
                    "grid/days",
                ),
                Hold::Slot(slot @ Slot { period, .. }) => (
                    school.slot_ix(slot).is_some(),
                    "slot",
                    period.as_str(),
                    "grid/days",
                ),
            };
            if !known {
                let fault = Diagnostic::error("UW0103", format!("/locks/{at}/{field}"));
                faults.push(fault.with("id", id).with("list", list));
            }
        }
    }
}

/// A school in the making.
struct Draft {
    document: SchoolDocument,
    faults: Diagnostics,
    /// The pointer of the change that is being made.
    place: String,
}

impl Draft {
    fn of(document: SchoolDocument) -> Self {
        Self {
            document,
            faults: Diagnostics::default(),
            place: String::new(),
        }
    }

    fn fault(&self, code: &str, field: &str) -> Diagnostic {
        Diagnostic::error(code, format!("{}/{field}", self.place))
    }

    /// UW0103 at a field of the change.
    fn unknown(&mut self, field: &str, id: &str, list: &str) {
        let fault = self
            .fault("UW0103", field)
            .with("id", id)
            .with("list", list);
        self.faults.push(fault);
    }

    /// UW0101 at a field of the change.
    fn twice(&mut self, field: &str, id: &str, first: String) {
        let fault = self
            .fault("UW0101", field)
            .with("id", id)
            .with("first", first);
        self.faults.push(fault);
    }

    fn make(&mut self, at: usize, change: &Change) {
        let name = match change {
            Change::StaffLeaves(_) => "staff_leaves",
            Change::StaffJoins(_) => "staff_joins",
            Change::ContractChanges(_) => "contract_changes",
            Change::AvailabilityChanges(_) => "availability_changes",
            Change::QualificationChanges(_) => "qualification_changes",
            Change::StaffAbsent(_) => "staff_absent",
            Change::ClassAdded(_) => "class_added",
            Change::ClassRemoved(_) => "class_removed",
            Change::ClassSplit(_) => "class_split",
            Change::ClassesMerged(_) => "classes_merged",
            Change::ClassChanges(_) => "class_changes",
            Change::LessonAdded(_) => "lesson_added",
            Change::LessonDropped(_) => "lesson_dropped",
            Change::LessonPaidBy(_) => "lesson_paid_by",
            Change::RoomCloses(_) => "room_closes",
            Change::RuleChanges(_) => "rule_changes",
            Change::BudgetChanges(_) => "budget_changes",
        };
        self.place = format!("/changes/{at}/{name}");
        match change {
            Change::StaffLeaves(who) => staff::leaves(self, who),
            Change::StaffJoins(teacher) => staff::joins(self, teacher),
            Change::ContractChanges(change) => staff::contract(self, change),
            Change::AvailabilityChanges(change) => staff::availability(self, change),
            Change::QualificationChanges(change) => staff::qualifications(self, change),
            Change::StaffAbsent(absence) => staff::absent(self, absence),
            Change::ClassAdded(added) => class::added(self, added),
            Change::ClassRemoved(class) => class::removed(self, class),
            Change::ClassSplit(split) => class::split(self, split),
            Change::ClassesMerged(merge) => class::merged(self, merge),
            Change::ClassChanges(change) => class::changes(self, change),
            Change::LessonAdded(added) => lesson::added(self, added, ""),
            Change::LessonDropped(lesson) => lesson::dropped(self, lesson),
            Change::LessonPaidBy(change) => lesson::paid_by(self, change),
            Change::RoomCloses(room) => lesson::room_closes(self, room),
            Change::RuleChanges(change) => {
                let rules = &mut self.document.policy.rules;
                let setting = rules.entry(change.rule.clone()).or_default();
                setting.mode = change.mode.or(setting.mode);
                setting.weight = change.weight.or(setting.weight);
                setting.params.extend(change.params.clone());
            }
            Change::BudgetChanges(change) => {
                let line = self
                    .document
                    .budget
                    .iter_mut()
                    .find(|line| line.id == change.line);
                match line {
                    Some(line) => line.hours = change.hours,
                    None => self.unknown("line", change.line.as_str(), "budget"),
                }
            }
        }
    }
}
