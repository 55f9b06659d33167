//! The school as a director knows it: one file per noun.

mod budget;
mod class;
mod grid;
mod growth;
mod lesson;
mod lock;
mod outside;
mod policy;
mod recurrence;
mod resolved;
mod room;
mod round;
mod subject;
mod teacher;
mod training;

pub use budget::{BudgetKind, BudgetLine};
pub use class::{Class, Part, Partition, Stream};
pub use grid::{ClockTime, Day, Grid, HalfDay, Period, Slot};
pub use growth::{MentorPair, Mentoring, Team};
pub use lesson::{Group, Lesson, PartRef, Position, Role, RoomNeed};
pub use lock::{Lock, RoomLock, TeacherLock, TimeLock};
pub use outside::{ClockWindow, Gathering, Project, Visit, Workplace};
pub use policy::{Mode, Policy, Preset, RuleSetting, Tier};
pub use recurrence::{Recurrence, WeekSet};
pub use resolved::{
    ClassIx, DayIx, LessonIx, RoomIx, School, SlotInfo, SlotIx, SubjectIx, TeacherIx, TeamIx,
};
pub use room::{Room, Travel};
pub use round::{Round, Weeks};
pub use subject::{Graad, Noemer, Subject, SubjectKind};
pub use teacher::{
    Contract, Previous, Qualification, QualificationLevel, Right, Statute, Task, TaskKind, Teacher,
    Wish, WishTarget,
};
pub use training::{TraineeGroup, TraineeKind};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::Header;

/// The document of kind `school`: everything that a plan is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolDocument {
    /// Kind `school`, version 1.
    pub uurwerk: Header,
    /// The school's name.
    pub name: String,
    /// The school year, such as `2026-2027`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school_year: Option<String>,
    /// Where the document comes from, for people: an import, a generator and its seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The week.
    pub grid: Grid,
    /// Lesson hours of a full-time job per graad and type of subject.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noemers: Vec<Noemer>,
    /// The subjects.
    pub subjects: Vec<Subject>,
    /// The staff.
    pub staff: Vec<Teacher>,
    /// The classes.
    pub classes: Vec<Class>,
    /// The rooms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<Room>,
    /// How long the ways between buildings are; rule G6 has a number for those that are not named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub travel: Vec<Travel>,
    /// The lessons to give.
    pub lessons: Vec<Lesson>,
    /// Mentors and starters.
    #[serde(default)]
    pub mentoring: Mentoring,
    /// Teams that meet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<Team>,
    /// Trainees who are in school together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trainees: Vec<TraineeGroup>,
    /// Experts from outside who come into a lesson.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// Days that pupils spend at a workplace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub workplaces: Vec<Workplace>,
    /// Meetings with people of other schools.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gatherings: Vec<Gathering>,
    /// Lessons that work on a project together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// Rounds in which people are asked how it goes: windows of time, never what they answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// The budget of uren-leraar.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub budget: Vec<BudgetLine>,
    /// What is settled beforehand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<Lock>,
    /// The rules.
    #[serde(default)]
    pub policy: Policy,
}
