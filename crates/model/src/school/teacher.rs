//! Staff: contract, statute, experience, qualifications, wishes, rights, other tasks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::grid::{HalfDay, Slot};
use super::subject::Graad;
use crate::{BudgetLineId, ClassId, DayId, FteUnits, LessonId, SiteId, SubjectId, TeacherId};

/// A member of staff who can teach, mentor or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Teacher {
    /// Id, such as the abbreviation on the timetable.
    pub id: TeacherId,
    /// Name for people.
    pub name: String,
    /// How much work the contract asks.
    pub contract: Contract,
    /// Legal position; it decides who goes first.
    pub statute: Statute,
    /// Years of service, this one included: 1 is the first year in school.
    #[schemars(range(min = 1, max = 60))]
    pub experience: u8,
    /// Says outright whether this is a starter; without it, experience decides (memo 2.1: two years).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starter: Option<bool>,
    /// What this person may teach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifications: Vec<Qualification>,
    /// What this person would like or like to avoid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
    /// What this person taught last year: for continuity and for counting new preparations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Previous>,
    /// Volumes of work this person has a right to (vast benoemd, TADD).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<Right>,
    /// Work beside lessons that counts in the contract: mentor hours, coordination, other BPT.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Most half-days with lessons in a week; without it, part-timers get their share of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 14))]
    pub half_days_max: Option<u8>,
    /// Sites where this person works; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteId>,
    /// Whether this person agreed to be a mentor.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mentor: bool,
    /// The first evaluator, who may not be this person's mentor (memo 2.1: a confidant).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluator: Option<TeacherId>,
}

impl Teacher {
    /// Whether this is a starter: said outright, or in the first `years` years of service.
    pub fn is_starter(&self, years: u8) -> bool {
        self.starter.unwrap_or(self.experience <= years)
    }

    /// The work of all tasks beside lessons.
    pub fn task_load(&self) -> FteUnits {
        self.tasks.iter().map(|task| task.load).sum()
    }
}

/// The range of work that a contract allows, tasks included; `min <= target <= max`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// Least work.
    pub min: FteUnits,
    /// The work aimed at.
    pub target: FteUnits,
    /// Most work (the hours above the minimum are plage).
    pub max: FteUnits,
}

/// Legal position, in order of priority.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Statute {
    /// Vast benoemd: appointed for good.
    Permanent,
    /// Tijdelijk, aangesteld voor doorlopende duur: temporary with lasting rights.
    Tadd,
    /// Tijdelijk, aangesteld voor bepaalde duur: temporary for a set time.
    Tabd,
    /// Gastleraar or lent by a firm: a guest.
    Guest,
}

/// A qualification (bekwaamheidsbewijs) for a subject in some graden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Qualification {
    /// The subject.
    pub subject: SubjectId,
    /// The graden it holds for.
    #[schemars(length(min = 1, max = 3))]
    pub graden: Vec<Graad>,
    /// How good it is in law.
    pub level: QualificationLevel,
}

/// The level of a qualification, best first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum QualificationLevel {
    /// Vereist (VE).
    Required,
    /// Voldoende geacht (VO).
    Sufficient,
    /// Ander (AND): for a limited time, to be justified each year.
    Other,
}

/// A wish with its strength and reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// What it is about.
    pub on: WishTarget,
    /// From -3 (never, for a time; please not, for work) over 0 (indifferent) to +3 (very much).
    #[schemars(range(min = -3, max = 3))]
    pub value: i8,
    /// Why, in the person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What a wish is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum WishTarget {
    /// One place of the week.
    Slot(Slot),
    /// A whole half-day.
    HalfDay {
        /// The day.
        day: DayId,
        /// Which half.
        half_day: HalfDay,
    },
    /// A whole day.
    Day(DayId),
    /// Teaching a class.
    Class(ClassId),
    /// Teaching a subject.
    Subject(SubjectId),
    /// Teaching one lesson.
    Lesson(LessonId),
}

/// One thing taught last year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// The subject.
    pub subject: SubjectId,
    /// The year (leerjaar) it was taught in, 1 to 7.
    #[schemars(range(min = 1, max = 7))]
    pub year: u8,
    /// The class that these pupils form this year, when they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
}

/// A right to a volume of work: it is about volume and subject, never about particular classes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// The volume.
    pub volume: FteUnits,
    /// The subjects it is for; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<SubjectId>,
    /// The graden it is for; empty means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub graden: Vec<Graad>,
}

/// Work beside lessons that counts in the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What it is, for people.
    pub name: String,
    /// Its kind.
    pub kind: TaskKind,
    /// How much it counts.
    pub load: FteUnits,
    /// The budget line that pays it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_line: Option<BudgetLineId>,
}

/// The kind of a task beside lessons.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Hours to mentor starters.
    Mentoring,
    /// Klastitularis, coordination of a graad or a team.
    Coordination,
    /// Any other hours that are not lessons (BPT).
    Other,
}
