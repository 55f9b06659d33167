//! The report as plain data: for the terminal, for JSON, and for the page.

use serde::Serialize;
use uurwerk_model::{
    ClassId, Finding, Language, LessonId, Made, Mode, PlanDocument, RuleResult, School, TeacherId,
};

use super::figures::{self, Means, TeacherFigures};
use super::people::{self, PersonLine};
use super::proof::{self, ProofLine, TierLine};
use super::protected::{self, ProtectedLine};
use super::rounds::{self, RoundLine};
use super::support::{self, SupportLine, TeamLine};
use super::trainees::{self, TraineeLine};
use super::words::Words;
use crate::rules::{Body, CATALOGUE, Rule, Source};

/// What a plan means for people, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The language of its words.
    pub language: Language,
    /// Name of the school.
    pub school: String,
    /// The school year, such as `2026-2027`.
    pub school_year: Option<String>,
    /// How the plan was made.
    pub made: Made,
    /// Sizes.
    pub totals: Totals,
    /// Hard rules that do not hold.
    pub broken: i64,
    /// Cost of all soft rules.
    pub cost: i64,
    /// What is proved.
    pub certificate: Vec<ProofLine>,
    /// What is proved of every tier of priorities, where the policy orders tiers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TierLine>,
    /// How fairly difficult classes are shared out, in one sentence, where rule D7 decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fairness: Option<String>,
    /// What the timetable changed about the loads, where it sent them back: in one sentence, then who got which lesson, then
    /// what could not hold together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revision: Vec<String>,
    /// Everybody whom a deviation concerns, the worst off first.
    pub people: Vec<PersonLine>,
    /// Every rule in the order of the catalogue.
    pub rules: Vec<RuleLine>,
    /// What every teacher carries, in the order of the staff.
    pub teachers: Vec<TeacherFigures>,
    /// The starters among them.
    pub starters: Means,
    /// The others.
    pub others: Means,
    /// Protected time kept.
    pub protected: Vec<ProtectedLine>,
    /// Starters with their mentors, by name and time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<SupportLine>,
    /// Teams, by name and time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamLine>,
    /// Trainees, by name and time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub trainees: Vec<TraineeLine>,
    /// Rounds of questions, by class, name and time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundLine>,
}

impl Summary {
    /// Starters, teams, trainees and rounds of questions: whether all is there, who, and when in sentences.
    pub(super) fn by_name_and_time(&self) -> impl Iterator<Item = (bool, &str, &[String])> {
        let starters = self.support.iter();
        let starters = starters.map(|s| (s.complete, &s.name[..], &s.sentences[..]));
        let teams = self.teams.iter();
        let teams = teams.map(|t| (t.complete, &t.name[..], std::slice::from_ref(&t.sentence)));
        let trainees = self.trainees.iter();
        let trainees = trainees.map(|t| (t.complete, &t.name[..], &t.sentences[..]));
        let rounds = self.rounds.iter();
        let rounds = rounds.map(|r| (r.complete, &r.name[..], &r.sentences[..]));
        starters.chain(teams).chain(trainees).chain(rounds)
    }

    /// Whether there is nobody to speak of there.
    pub(super) fn has_no_support(&self) -> bool {
        self.by_name_and_time().next().is_none()
    }
}

/// Sizes of a school and of its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Teachers.
    pub teachers: i64,
    /// Starters among them.
    pub starters: i64,
    /// Classes.
    pub classes: i64,
    /// Lessons to give.
    pub lessons: i64,
    /// Their hours a week.
    pub hours: i64,
    /// Rooms.
    pub rooms: i64,
    /// Blocks of lessons.
    pub blocks: i64,
    /// Blocks in the timetable; 0 for an allocation alone.
    pub placed: i64,
}

/// One rule with what it measured and cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleLine {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub stage: RuleStage,
    /// Its name; the id when the catalogue of messages lacks it.
    pub name: String,
    /// The rule in one sentence; may be empty.
    pub what: String,
    /// Why it is there; may be empty.
    pub why: String,
    /// Where it comes from: a section of the memorandum, law, practice.
    pub source: String,
    /// How strictly it held.
    pub mode: Mode,
    /// Cost of one unit of deviation when soft.
    pub weight: u32,
    /// Total deviation in the rule's unit; 0 when the rule holds.
    pub deviation: i64,
    /// The deviation with its unit in words.
    pub amount: String,
    /// What it cost.
    pub cost: i64,
    /// Who and what deviates, worst first.
    pub findings: Vec<FindingLine>,
}

impl RuleLine {
    /// Whether it is hard and does not hold.
    pub fn is_broken(&self) -> bool {
        self.mode == Mode::Hard && self.deviation > 0
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleStage {
    /// Who teaches what.
    Load,
    /// When and where.
    Time,
    /// A fact about the school that no decision changes.
    Fact,
    /// A rule that this version does not know.
    Unknown,
}

/// One deviation in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingLine {
    /// Its share of the rule's deviation.
    pub deviation: i64,
    /// The words.
    pub text: String,
    /// The people it is about.
    pub people: Vec<TeacherId>,
    /// The classes it is about.
    pub classes: Vec<ClassId>,
    /// The lessons it is about.
    pub lessons: Vec<LessonId>,
}

/// Reads a plan for people.
///
/// Names of the plan that the school does not know are shown as they are.
pub fn summary(school: &School, plan: &PlanDocument, language: Language) -> Summary {
    let words = Words(language);
    let rules = rule_lines(plan, words);
    let (support, teams) = support::lines(school, plan, language);
    let teachers = figures::figures(school, plan);
    let of_starters = |starters: bool| {
        let group = teachers.iter();
        Means::of(group.filter(move |f| f.starter_year.is_some() == starters))
    };
    Summary {
        language,
        school: plan.school.name.clone(),
        school_year: school.document().school_year.clone(),
        made: plan.made.clone(),
        totals: totals(school, plan),
        broken: rules.iter().filter(|rule| rule.is_broken()).count() as i64,
        cost: rules.iter().map(|r| r.cost).fold(0, i64::saturating_add),
        certificate: proof::lines(plan, language),
        tiers: proof::tiers(plan, language),
        fairness: proof::fairness(plan, language),
        revision: proof::revision(school, plan, language),
        people: people::worst_first(school, &rules),
        starters: of_starters(true),
        others: of_starters(false),
        teachers,
        protected: protected::lines(school, plan, language),
        support,
        teams,
        trainees: trainees::lines(school, plan, language),
        rounds: rounds::lines(school, plan, Words(language)),
        rules,
    }
}

fn totals(school: &School, plan: &PlanDocument) -> Totals {
    let starters = |t: &&uurwerk_model::Teacher| t.is_starter(figures::STARTER_YEARS);
    Totals {
        teachers: school.staff().len() as i64,
        starters: school.staff().iter().filter(starters).count() as i64,
        classes: school.classes().len() as i64,
        lessons: school.lessons().len() as i64,
        hours: school.lessons().iter().map(|l| i64::from(l.hours)).sum(),
        rooms: school.rooms().len() as i64,
        blocks: school
            .lessons()
            .iter()
            .map(|l| l.block_lengths().len() as i64)
            .sum(),
        placed: plan.timetable.len() as i64,
    }
}

fn rule_lines(plan: &PlanDocument, words: Words) -> Vec<RuleLine> {
    let place = |id: &str| CATALOGUE.iter().position(|rule| rule.id == id);
    let mut results: Vec<&RuleResult> = plan.rules.iter().collect();
    // Stable: rules that the catalogue does not know keep the plan's order, at the end.
    results.sort_by_key(|result| place(result.rule.as_str()).unwrap_or(usize::MAX));
    let line = |result: &&RuleResult| {
        let rule = place(result.rule.as_str()).map(|at| CATALOGUE[at]);
        rule_line(result, rule, words)
    };
    results.iter().map(line).collect()
}

fn rule_line(result: &RuleResult, rule: Option<&Rule>, words: Words) -> RuleLine {
    let id = result.rule.as_str();
    let message = format!("rule-{id}");
    let unit = rule.map_or("report-unit", |rule| rule.unit);
    RuleLine {
        id: id.to_owned(),
        stage: rule.map_or(RuleStage::Unknown, stage),
        name: words.known(&message).unwrap_or_else(|| id.to_owned()),
        what: words.attribute(&message, "what"),
        why: words.attribute(&message, "why"),
        source: rule
            .map(|rule| source(rule.source, words))
            .unwrap_or_default(),
        mode: result.mode,
        weight: result.weight,
        deviation: result.deviation,
        amount: words.count(unit, result.deviation),
        cost: result.cost,
        findings: result.findings.iter().map(|f| finding(f, words)).collect(),
    }
}

fn stage(rule: &Rule) -> RuleStage {
    match rule.body {
        Body::Load(_) => RuleStage::Load,
        Body::Time { .. } => RuleStage::Time,
        Body::Fact(_) => RuleStage::Fact,
    }
}

fn source(source: Source, words: Words) -> String {
    match source {
        Source::Memo(section) => words.with("report-source-memo", &[("section", section.into())]),
        Source::Law(law) => words.with("report-source-law", &[("law", law.into())]),
        Source::Logic => words.say("report-source-logic"),
        Source::Practice => words.say("report-source-practice"),
    }
}

fn finding(finding: &Finding, words: Words) -> FindingLine {
    FindingLine {
        deviation: finding.deviation,
        text: finding.message.text(words.0),
        people: finding.people.clone(),
        classes: finding.classes.clone(),
        lessons: finding.lessons.clone(),
    }
}

/// The message that names a mode.
pub(super) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Hard => "report-mode-hard",
        Mode::Soft => "report-mode-soft",
        Mode::Measure => "report-mode-measure",
        Mode::Off => "report-mode-off",
    }
}

/// The message that names a stage.
pub(super) fn stage_name(stage: RuleStage) -> &'static str {
    match stage {
        RuleStage::Load => "report-stage-allocation",
        RuleStage::Time => "report-stage-timetable",
        RuleStage::Fact => "report-stage-fact",
        RuleStage::Unknown => "report-stage-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn totals_and_costs_add_up() {
        let (school, plan) = fixture::pair();
        let summary = summary(&school, &plan, Language::Nl);
        // Z2 costs 5 x 5 = 25 and is the only soft rule; Z1 is hard and holds.
        assert_eq!((summary.broken, summary.cost), (0, 25));
        assert_eq!((summary.totals.teachers, summary.totals.starters), (3, 1));
        assert_eq!(summary.totals.blocks, summary.totals.placed);
    }

    #[test]
    fn it_is_one_json_value() {
        let (school, plan) = fixture::pair();
        let json = serde_json::to_value(summary(&school, &plan, Language::Fr)).unwrap();
        assert_eq!(json["people"][0]["teacher"], "BO");
        assert_eq!(json["language"], "fr");
    }
}
