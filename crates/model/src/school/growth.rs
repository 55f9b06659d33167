//! Room to grow (memo 2.1, 3.2): who mentors whom, with which hours, and which teams meet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::recurrence::Recurrence;
use crate::{BudgetLineId, FteUnits, TeacherId, TeamId};

/// Mentoring of starters (memo 2.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mentoring {
    /// Who mentors whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<MentorPair>,
    /// Work set aside for mentors in the whole school (about one full-time mentor for 20 starters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<FteUnits>,
    /// The budget line that pays it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_line: Option<BudgetLineId>,
    /// In which weeks starters can meet each other: without a phase in any one of these weeks.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub exchange: Recurrence,
    /// In which weeks the mentors of the school can meet.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub intervision: Recurrence,
}

/// A mentor and the starter whom they support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MentorPair {
    /// The mentor.
    pub mentor: TeacherId,
    /// The starter.
    pub starter: TeacherId,
    /// Lessons of the starter a week during which the mentor is free to observe.
    #[serde(default = "one")]
    #[schemars(range(min = 0, max = 10))]
    pub observations: u8,
    /// Periods a week in which both are free to talk.
    #[serde(default = "one")]
    #[schemars(range(min = 0, max = 5))]
    pub meetings: u8,
    /// In which weeks they talk and the mentor observes.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub weeks: Recurrence,
}

fn one() -> u8 {
    1
}

/// A team that meets: vakgroep, graadteam, kernteam, professional learning community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Id.
    pub id: TeamId,
    /// Name for people.
    pub name: String,
    /// Who is in it.
    #[schemars(length(min = 2))]
    pub members: Vec<TeacherId>,
    /// Periods a week in which the members are free to meet.
    #[serde(default = "one")]
    #[schemars(range(min = 0, max = 5))]
    pub meetings: u8,
    /// How many members must be free for a meeting, more than half of them; all of them where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 2))]
    pub quorum: Option<u8>,
    /// In which weeks it meets.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub weeks: Recurrence,
}

impl Team {
    /// How many members must come to a meeting.
    pub fn least(&self) -> usize {
        self.quorum.map_or(self.members.len(), usize::from)
    }
}
