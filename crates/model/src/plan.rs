//! The plan: who teaches what, when and where, what that costs by rule, and what is proved about it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::school::{Mode, Recurrence, Role, Slot, Tier};
use crate::{ClassId, DayId, LessonId, Message, PeriodId, RoomId, RuleId, TeacherId, TeamId};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The kind of document.
    pub kind: Kind,
    /// The version of that kind; 1.
    #[schemars(range(min = 1, max = 1))]
    pub version: u32,
}

impl Header {
    /// The current version of a kind.
    pub const fn of(kind: Kind) -> Self {
        Self { kind, version: 1 }
    }
}

/// The kinds of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A [`crate::SchoolDocument`].
    School,
    /// A [`PlanDocument`].
    Plan,
    /// A [`ConflictDocument`].
    Conflict,
    /// A [`crate::ScenarioDocument`].
    Scenario,
    /// A [`crate::DifferenceDocument`].
    Difference,
    /// A [`crate::PricesDocument`].
    Prices,
}

impl Kind {
    /// The name of the kind in documents and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Plan => "plan",
            Self::Conflict => "conflict",
            Self::Scenario => "scenario",
            Self::Difference => "difference",
            Self::Prices => "prices",
        }
    }
}

/// The document of kind `plan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanDocument {
    /// Kind `plan`, version 1.
    pub uurwerk: Header,
    /// The school it was made for.
    pub school: SchoolIdentity,
    /// How it was made.
    pub made: Made,
    /// Who teaches what: one entry per position of every lesson.
    pub allocation: Vec<Assignment>,
    /// When and where: one entry per block of every lesson; empty for an allocation alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timetable: Vec<Placement>,
    /// Time that is kept free for observation, mentoring, co-teaching and teams.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protected: Vec<ProtectedSlot>,
    /// What every rule measured and cost.
    pub rules: Vec<RuleResult>,
    /// What is proved.
    pub certificate: Certificate,
}

/// Which school a plan is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolIdentity {
    /// Its name.
    pub name: String,
    /// SHA-256 of its canonical JSON (see [`crate::School::hash`]), in hexadecimal.
    pub sha256: String,
}

/// How a plan was made: the same seed, threads and iterations give the same plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// Version of Uurwerk.
    pub version: String,
    /// Seed of the search.
    pub seed: u64,
    /// Threads of the search.
    pub threads: u32,
    /// Iterations, when the run was bounded by work instead of by the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iterations: Option<u64>,
}

/// A teacher in a position of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its positions, counting from 0.
    pub position: u8,
    /// The role in that position.
    pub role: Role,
    /// The teacher.
    pub teacher: TeacherId,
}

/// A block of a lesson in the week.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its blocks, counting from 0.
    pub block: u8,
    /// The day.
    pub day: DayId,
    /// The first period.
    pub period: PeriodId,
    /// How many periods.
    pub length: u8,
    /// One room per need of the lesson, in order; `null` where none was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<Option<RoomId>>,
}

impl Placement {
    /// Where the block starts.
    pub fn start(&self) -> Slot {
        Slot {
            day: self.day.clone(),
            period: self.period.clone(),
        }
    }
}

/// Time kept free for people to learn from each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtectedSlot {
    /// What for.
    pub kind: ProtectedKind,
    /// Who: observer first, then the observed; mentor first, then starter; members of a team.
    pub people: Vec<TeacherId>,
    /// The lesson that is observed or co-taught.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<LessonId>,
    /// The team that meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// The day.
    pub day: DayId,
    /// The first period.
    pub period: PeriodId,
    /// How many periods.
    pub length: u8,
    /// In which weeks it is kept.
    #[serde(default, skip_serializing_if = "Recurrence::is_weekly")]
    pub weeks: Recurrence,
}

/// What protected time is for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ProtectedKind {
    /// A mentor watches a starter teach (memo 2.1, 3.2).
    Observation,
    /// Mentor and starter talk (memo 2.1).
    Meeting,
    /// Two teachers teach together (memo 3.2).
    CoTeaching,
    /// A team meets (memo 1.1).
    Team,
}

/// What a rule measured and cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleResult {
    /// The rule.
    pub rule: RuleId,
    /// How strictly it held.
    pub mode: Mode,
    /// Cost of one unit of deviation when soft.
    pub weight: u32,
    /// The numbers it used.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, Value>,
    /// Total deviation in the rule's unit; 0 when the rule holds.
    pub deviation: i64,
    /// `weight * deviation` when soft, 0 otherwise.
    pub cost: i64,
    /// Who and what deviates, worst first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// One deviation in words, with the people and lessons that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Its share of the rule's deviation.
    pub deviation: i64,
    /// The words.
    pub message: Message,
    /// The people it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<TeacherId>,
    /// The classes it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<ClassId>,
    /// The lessons it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<LessonId>,
}

/// What is proved about a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// About the allocation.
    pub allocation: Proof,
    /// About the timetable; absent for an allocation alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timetable: Option<Proof>,
    /// About every tier of priorities in turn, where the policy has tiers: the allocation is judged by the first, then
    /// among what is best there by the second, and so on. `allocation` is about the weighted sum of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TierProof>,
    /// About how fairly difficult classes are shared out, where rule D7 is not only measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fairness: Option<FairnessProof>,
    /// What the timetable made of the loads: where no timetable was found for those that came first, what was decided anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<Revision>,
}

/// Loads that were decided anew because no timetable was found for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Deviation of hard rules with the loads that came first.
    pub before: i64,
    /// Who got other lessons; empty where moving lessons in time was enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Reassigned>,
    /// What cannot hold together with those loads, where a contradiction was found: the loads with the demands on time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Demand>,
    /// Whether it is proved that any one of these fewer can hold together.
    #[serde(default)]
    pub minimal: bool,
}

/// A position of a lesson that went from one teacher to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reassigned {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its positions, counting from 0.
    pub position: u8,
    /// Who held it at first; absent when nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<TeacherId>,
    /// Who holds it now; absent when nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TeacherId>,
}

/// What is proved about one tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierProof {
    /// The tier.
    pub tier: Tier,
    /// Cost of its soft rules.
    pub cost: i64,
    /// No allocation that keeps the hard rules, and costs no more in every earlier tier, costs less than this.
    pub bound: i64,
    /// Whether the bound was met.
    pub status: Status,
}

/// Numbers that anybody can check a bound with: what no allocation of the lessons to qualified people can measure less
/// than in rule D7.
///
/// With a price for every person of each unit of exposure, every position is held by somebody, so it costs at least
/// the cheapest price among those who may hold it; what is beyond the value of those prices must be deviation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FairnessProof {
    /// What D7 measures in this plan.
    pub reached: i64,
    /// What the prices prove that no allocation can measure less than.
    pub bound: i64,
    /// Whether the bound was met: then nobody's exposure above the level can be lowered without raising somebody's
    /// above it, counted in tens of difficulty-hours.
    pub status: Status,
    /// The level, in difficulty-hours of a full-time job (hours times difficulty).
    pub level: i64,
    /// The price of everybody's exposure, in 1/4096; people without one have price 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<ExposurePrice>,
}

/// The price of one person's exposure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExposurePrice {
    /// The person.
    pub teacher: TeacherId,
    /// Units of D7 for a unit of exposure, in 1/4096.
    pub price: i64,
}

/// Cost reached and cost that no plan can beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Deviation of hard rules; 0 when all hold.
    pub hard: i64,
    /// Cost of soft rules.
    pub soft: i64,
    /// No solution of this stage that keeps the hard rules costs less than this.
    pub bound: i64,
    /// Whether the bound was met, or only approached.
    pub status: Status,
}

/// How good a result is known to be.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing better exists.
    Optimal,
    /// All hard rules hold; something better may exist.
    Feasible,
    /// Some hard rule does not hold.
    Incomplete,
}

/// The document of kind `conflict`: demands that cannot hold together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConflictDocument {
    /// Kind `conflict`, version 1.
    pub uurwerk: Header,
    /// The school.
    pub school: SchoolIdentity,
    /// The demands; leaving out any one of them makes the rest possible when `minimal` is set.
    pub demands: Vec<Demand>,
    /// Whether that was proved.
    pub minimal: bool,
    /// What counting says about it, in one sentence, when counting is enough to see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Message>,
    /// What would have to give: ways out, what is enough for the whole school first, the cheapest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
}

/// A way out of a conflict: a demand given up, as little as is enough; several where the school has more contradictions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// Deviations times the weights of the rules.
    pub cost: i64,
    /// What is given up.
    pub gives: Vec<Concession>,
    /// How the whole school stands then.
    pub standing: Standing,
}

/// A demand given up, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concession {
    /// JSON pointer into the school document.
    pub pointer: String,
    /// The rule that is broken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
    /// By how much, in the rule's unit.
    pub deviation: i64,
    /// The way out in words.
    pub message: Message,
}

/// How a school stands after a repair.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// All other demands can hold together: proved.
    Solvable,
    /// No other contradiction was found.
    Unknown,
    /// Another contradiction remains.
    Contradicted,
}

/// One demand of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// JSON pointer into the school document.
    pub pointer: String,
    /// The rule behind it, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
    /// The demand in words.
    pub message: Message,
}
