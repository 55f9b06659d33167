//! The changes that a scenario can make, each a type of its own.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::school::{
    Class, Contract, Graad, Lesson, Mode, Qualification, Teacher, Weeks, WishTarget,
};
use crate::{BudgetLineId, ClassId, LessonId, RoomId, RuleId, SubjectId, TeacherId};

/// One change to a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Somebody leaves for good.
    StaffLeaves(StaffRef),
    /// Somebody comes.
    StaffJoins(Box<Teacher>),
    /// Somebody works more or less.
    ContractChanges(ContractChange),
    /// Somebody can come at other times.
    AvailabilityChanges(AvailabilityChange),
    /// Somebody may teach something more or something less.
    QualificationChanges(QualificationChange),
    /// Somebody teaches nothing for some weeks; the plan is for those weeks.
    StaffAbsent(StaffAbsence),
    /// A class with its lessons.
    ClassAdded(Box<ClassAdded>),
    /// A class goes, with the lessons that were its own.
    ClassRemoved(ClassRef),
    /// A class becomes several.
    ClassSplit(ClassSplit),
    /// Several classes become one.
    ClassesMerged(ClassMerge),
    /// A class has other pupils or is more or less demanding.
    ClassChanges(ClassChange),
    /// One more lesson.
    LessonAdded(Box<Lesson>),
    /// A lesson is no longer given.
    LessonDropped(LessonRef),
    /// Another budget line pays a lesson.
    LessonPaidBy(LessonLine),
    /// A room is no longer there.
    RoomCloses(RoomRef),
    /// A rule is switched, weighed otherwise, or gets other numbers.
    RuleChanges(RuleChange),
    /// A budget line holds another number of hours.
    BudgetChanges(BudgetChange),
}

macro_rules! changes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type),*
        }
    )*};
}

changes! {
    /// Somebody of the staff.
    StaffRef {
        /// Who.
        teacher: TeacherId,
    }

    /// Another contract.
    ContractChange {
        /// Whose.
        teacher: TeacherId,
        /// The new contract.
        contract: Contract,
    }

    /// Other times at which somebody can come.
    AvailabilityChange {
        /// Who.
        teacher: TeacherId,
        /// Times that become impossible.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        never: Vec<WishTarget>,
        /// Times that were impossible and no longer are.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        possible: Vec<WishTarget>,
    }

    /// Other qualifications.
    QualificationChange {
        /// Whose.
        teacher: TeacherId,
        /// What they may teach from now on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<Qualification>,
        /// What they may teach no longer.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remove: Vec<QualificationRef>,
    }

    /// A qualification by what it is for.
    QualificationRef {
        /// The subject.
        subject: SubjectId,
        /// The graden; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        graden: Vec<Graad>,
    }

    /// An absence.
    StaffAbsence {
        /// Who.
        teacher: TeacherId,
        /// During which weeks, for people.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weeks: Option<Weeks>,
    }

    /// A class with its lessons.
    ClassAdded {
        /// The class.
        class: Class,
        /// Its lessons.
        lessons: Vec<Lesson>,
    }

    /// A class.
    ClassRef {
        /// Which.
        class: ClassId,
    }

    /// A class that becomes several.
    ClassSplit {
        /// Which.
        class: ClassId,
        /// What it becomes. The first keeps its lessons; every other one gets copies of those that were the class's own.
        #[schemars(length(min = 2, max = 10))]
        into: Vec<ClassPart>,
        /// Lessons that all of them keep following together.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        together: Vec<LessonId>,
    }

    /// What a class becomes, or a part of it.
    ClassPart {
        /// Its id; it may be that of the old class.
        id: ClassId,
        /// Its name for people.
        name: String,
        /// Its pupils.
        #[schemars(range(min = 0, max = 500))]
        pupils: u16,
        /// How demanding it is, 0 to 100; without it, as before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0, max = 100))]
        difficulty: Option<u8>,
    }

    /// Classes that become one.
    ClassMerge {
        /// Which. Lessons that they have alike are given once from now on.
        #[schemars(length(min = 2, max = 10))]
        classes: Vec<ClassId>,
        /// What they become.
        into: ClassPart,
    }

    /// A class that is no longer as it was.
    ClassChange {
        /// Which.
        class: ClassId,
        /// Its pupils.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0, max = 500))]
        pupils: Option<u16>,
        /// How demanding it is, 0 to 100.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0, max = 100))]
        difficulty: Option<u8>,
    }

    /// A lesson.
    LessonRef {
        /// Which.
        lesson: LessonId,
    }

    /// The budget line of a lesson.
    LessonLine {
        /// Which.
        lesson: LessonId,
        /// The line that pays it.
        budget_line: BudgetLineId,
    }

    /// A room.
    RoomRef {
        /// Which.
        room: RoomId,
    }

    /// How a rule changes; what is not named stays.
    RuleChange {
        /// Which.
        rule: RuleId,
        /// How strictly.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<Mode>,
        /// Cost of one unit of deviation when soft.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0, max = 100_000))]
        weight: Option<u32>,
        /// Its numbers.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        params: BTreeMap<String, Value>,
    }

    /// The hours of a budget line.
    BudgetChange {
        /// Which.
        line: BudgetLineId,
        /// Its hours.
        hours: u32,
    }
}
