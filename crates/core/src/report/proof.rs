//! The certificate in words: what was reached, what nobody can beat, and the gap between.

use serde::Serialize;
use uurwerk_model::{Language, PlanDocument, Proof, School, Status, TeacherId, Tier};

use super::words::Words;
use crate::explain::lesson_name;

/// Which part of the plan a proof is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofStage {
    /// Who teaches what.
    Allocation,
    /// When and where.
    Timetable,
}

/// What is proved about one part of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProofLine {
    /// Which part.
    pub stage: ProofStage,
    /// Name of that part.
    pub name: String,
    /// The proof itself.
    pub proof: Proof,
    /// Cost above the bound, never below 0.
    pub gap: i64,
    /// That gap in tenths of a percent of the cost, rounded up.
    pub gap_per_mille: i64,
    /// What that means, in one sentence; the cost itself is left to say.
    pub words: String,
}

/// What is proved about one tier of priorities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TierLine {
    /// The tier.
    pub tier: Tier,
    /// Its name.
    pub name: String,
    /// Cost of its soft rules.
    pub cost: i64,
    /// What nobody can beat who costs no more in the tiers before it.
    pub bound: i64,
    /// What that means, in one sentence; the cost itself is left to say.
    pub words: String,
}

pub(super) fn tiers(plan: &PlanDocument, language: Language) -> Vec<TierLine> {
    let words = Words(language);
    let tiers = plan.certificate.tiers.iter().map(|proof| {
        let alone = Proof {
            hard: 0,
            soft: proof.cost,
            bound: proof.bound,
            status: proof.status,
        };
        TierLine {
            tier: proof.tier,
            name: words.say(&format!("report-tier-{}", proof.tier.name())),
            cost: proof.cost,
            bound: proof.bound,
            words: line(ProofStage::Allocation, alone, words).words,
        }
    });
    tiers.collect()
}

pub(super) fn fairness(plan: &PlanDocument, language: Language) -> Option<String> {
    let proof = plan.certificate.fairness.as_ref()?;
    let words = Words(language);
    let number = |n: i64| words.number(n).into();
    Some(match proof.status {
        Status::Optimal => words.with("report-fair-optimal", &[("level", number(proof.level))]),
        _ => words.with(
            "report-fair-feasible",
            &[
                ("reached", number(proof.reached)),
                ("bound", number(proof.bound)),
            ],
        ),
    })
}

pub(super) fn revision(school: &School, plan: &PlanDocument, language: Language) -> Vec<String> {
    let Some(revision) = &plan.certificate.revision else {
        return Vec::new();
    };
    let words = Words(language);
    let name = |teacher: &Option<TeacherId>| match teacher {
        Some(id) => school
            .teacher_ix(id)
            .map_or_else(|| id.to_string(), |t| school.teacher(t).name.clone()),
        None => words.say("report-revision-nobody"),
    };
    let count = i64::try_from(revision.moved.len()).unwrap_or(i64::MAX);
    let mut lines = vec![words.with("report-revision", &[("count", count.into())])];
    lines.extend(revision.moved.iter().map(|moved| {
        let lesson = school
            .lesson_ix(&moved.lesson)
            .map_or_else(|| moved.lesson.to_string(), |l| lesson_name(school, l));
        let args = [
            ("lesson", lesson.into()),
            ("from", name(&moved.from).into()),
            ("to", name(&moved.to).into()),
        ];
        words.with("report-revision-moved", &args)
    }));
    if !revision.because.is_empty() {
        lines.push(words.say("report-revision-because"));
        lines.extend(
            revision
                .because
                .iter()
                .map(|demand| demand.message.text(language)),
        );
    }
    lines
}

pub(super) fn lines(plan: &PlanDocument, language: Language) -> Vec<ProofLine> {
    let certificate = &plan.certificate;
    let allocation = (ProofStage::Allocation, Some(certificate.allocation));
    [allocation, (ProofStage::Timetable, certificate.timetable)]
        .into_iter()
        .filter_map(|(stage, proof)| Some(line(stage, proof?, Words(language))))
        .collect()
}

fn line(stage: ProofStage, proof: Proof, words: Words) -> ProofLine {
    let gap = proof.soft.saturating_sub(proof.bound).max(0);
    let gap_per_mille = per_mille(gap, proof.soft);
    let name = match stage {
        ProofStage::Allocation => words.say("report-stage-allocation"),
        ProofStage::Timetable => words.say("report-stage-timetable"),
    };
    let bound = ("bound", words.points(proof.bound).into());
    let said = match proof.status {
        Status::Incomplete => words.count("report-proof-incomplete", proof.hard),
        Status::Optimal => words.say("report-proof-optimal"),
        Status::Feasible if proof.bound <= 0 && gap > 0 => words.say("report-proof-unbounded"),
        Status::Feasible => {
            let gap = ("gap", words.points(gap).into());
            let percent = ("percent", words.tenths(gap_per_mille).into());
            words.with("report-proof-feasible", &[bound, gap, percent])
        }
    };
    ProofLine {
        stage,
        name,
        proof,
        gap,
        gap_per_mille,
        words: said,
    }
}

/// `part` in thousandths of `whole`, rounded up; 0 when there is no whole.
fn per_mille(part: i64, whole: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let (part, whole) = (i128::from(part), i128::from(whole));
    let thousandths = (part * 1000 + whole - 1) / whole;
    i64::try_from(thousandths).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(hard: i64, soft: i64, bound: i64, status: Status) -> ProofLine {
        let proof = Proof {
            hard,
            soft,
            bound,
            status,
        };
        line(ProofStage::Allocation, proof, Words(Language::En))
    }

    #[test]
    fn the_gap_is_what_could_still_be_saved() {
        // 123 - 100 = 23; 23 / 123 = 18.699...%, rounded up to 18.7.
        let line = words_of(0, 123, 100, Status::Feasible);
        assert_eq!((line.gap, line.gap_per_mille), (23, 187));
        for part in ["100 points", "23 points", "18.7"] {
            assert!(line.words.contains(part), "{} lacks {part}", line.words);
        }
    }

    #[test]
    fn nothing_is_claimed_without_a_bound() {
        let line = words_of(0, 123, 0, Status::Feasible);
        assert_eq!(line.gap_per_mille, 1000);
        assert!(!line.words.contains('%'), "{}", line.words);
    }

    #[test]
    fn wild_numbers_do_not_overflow() {
        let line = words_of(i64::MAX, i64::MAX, i64::MIN, Status::Feasible);
        assert_eq!((line.gap, line.gap_per_mille), (i64::MAX, 1000));
        assert_eq!(words_of(0, 0, 5, Status::Optimal).gap, 0);
    }
}
