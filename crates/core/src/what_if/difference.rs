//! Plans side by side: by rule, by person, by class, by lesson.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    ClassDifference, ClassId, ComparedPlan, DifferenceDocument, Finding, Header, Kind,
    LessonDifference, LessonId, PersonDifference, PlanDocument, RuleDifference, RuleFigures,
    RuleId, School, TeacherId,
};

use super::count::{Classes, PlanDocuments, Sorted, changes, teachers_differ};
use crate::measure::totals;

/// A plan with what to call it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its name for people.
    pub name: &'a str,
    /// The plan.
    pub plan: &'a PlanDocument,
}

/// Compares plans with the first of them. The schools say which classes a lesson is for; without them, classes are known from
/// findings alone. Complexity: the size of the plans times the logarithm of it.
///
/// ```
/// use uurwerk::what_if::{Named, difference};
/// use uurwerk::{Control, Options, School, plan, generate::{GenerateOptions, generate}};
/// let school = School::from_document(generate(&GenerateOptions { teachers: 8, classes: None, seed: 1 }).unwrap()).unwrap();
/// let with = |seed| plan(&school, &Options { seed, iterations: Some(5_000), ..Options::default() }, &Control::UNBOUNDED).unwrap();
/// let (a, b) = (with(1), with(2));
/// let difference = difference(&[Named { name: "a", plan: &a }, Named { name: "b", plan: &b }], &[&school]);
/// assert_eq!(difference.plans[0].changes.lessons, 0);
/// assert_eq!(difference.lessons.len() as u32, difference.plans[1].changes.lessons);
/// ```
pub fn difference(plans: &[Named], schools: &[&School]) -> DifferenceDocument {
    let classes = Classes::of(schools);
    let compared = plans.iter().map(|named| {
        let (hard, soft) = totals(&named.plan.rules);
        ComparedPlan {
            name: named.name.to_owned(),
            school: named.plan.school.clone(),
            hard,
            soft,
            changes: plans
                .first()
                .map(|first| changes(first.plan, named.plan, &classes))
                .unwrap_or_default(),
        }
    });
    let lessons = lessons(plans);
    let differ: BTreeSet<&LessonId> = lessons.iter().map(|l| &l.lesson).collect();
    DifferenceDocument {
        uurwerk: Header::of(Kind::Difference),
        plans: compared.collect(),
        rules: rules(plans),
        people: people(plans, &lessons),
        classes: by_class(plans, &differ, &classes),
        lessons,
        answer: None,
    }
}

fn rules(plans: &[Named]) -> Vec<RuleDifference> {
    let mut ids: Vec<&RuleId> = Vec::new();
    for rule in plans.iter().flat_map(|named| &named.plan.rules) {
        if !ids.contains(&&rule.rule) {
            ids.push(&rule.rule);
        }
    }
    let figures = |named: &Named, id: &RuleId| {
        let rule = named.plan.rules.iter().find(|rule| rule.rule == *id)?;
        Some(RuleFigures {
            mode: rule.mode,
            deviation: rule.deviation,
            cost: rule.cost,
        })
    };
    let difference = |id: &RuleId| RuleDifference {
        rule: id.clone(),
        results: plans.iter().map(|named| figures(named, id)).collect(),
    };
    ids.into_iter().map(difference).collect()
}

fn lessons(plans: &[Named]) -> Vec<LessonDifference> {
    let Some((first, others)) = plans.split_first() else {
        return Vec::new();
    };
    let pairs: Vec<PlanDocuments> = others
        .iter()
        .map(|other| PlanDocuments {
            from: Sorted::of(first.plan),
            to: Sorted::of(other.plan),
        })
        .collect();
    let mut ids = BTreeSet::new();
    for pair in &pairs {
        ids.extend(pair.from.states.keys().chain(pair.to.states.keys()));
    }
    let differs = |id: &&LessonId| {
        pairs.iter().any(|pair| {
            let [old, new] = pair.times(id);
            let there = [&pair.from, &pair.to].map(|plan| plan.states.contains_key(*id));
            there[0] != there[1] || old != new || teachers_differ(pair, id)
        })
    };
    let of = |id: &LessonId| LessonDifference {
        lesson: id.clone(),
        plans: pairs
            .first()
            .map(|pair| pair.from.states.get(id).cloned())
            .into_iter()
            .chain(pairs.iter().map(|pair| pair.to.states.get(id).cloned()))
            .collect(),
    };
    ids.into_iter().filter(differs).map(of).collect()
}

/// Points by person or class: the deviations that concern them, each times its rule's weight.
fn points<K: Ord + Clone>(
    plan: &PlanDocument,
    about: impl Fn(&Finding) -> &[K],
) -> BTreeMap<K, i64> {
    let mut points: BTreeMap<K, i64> = BTreeMap::new();
    for rule in &plan.rules {
        for finding in &rule.findings {
            for who in about(finding) {
                *points.entry(who.clone()).or_default() +=
                    i64::from(rule.weight) * finding.deviation;
            }
        }
    }
    points
}

fn people(plans: &[Named], lessons: &[LessonDifference]) -> Vec<PersonDifference> {
    let points: Vec<_> = plans
        .iter()
        .map(|named| points(named.plan, |f| &f.people))
        .collect();
    let held = |named: &Named| {
        let mut held: BTreeMap<TeacherId, u32> = BTreeMap::new();
        for entry in &named.plan.allocation {
            *held.entry(entry.teacher.clone()).or_default() += 1;
        }
        held
    };
    let held: Vec<_> = plans.iter().map(held).collect();
    let mut ids: BTreeSet<&TeacherId> = BTreeSet::new();
    ids.extend(points.iter().flat_map(BTreeMap::keys));
    ids.extend(held.iter().flat_map(BTreeMap::keys));
    let mut people: Vec<PersonDifference> = Vec::new();
    for id in ids {
        let taught = |lesson: &&LessonDifference| {
            let mut states = lesson.plans.iter().flatten();
            states.any(|state| state.teachers.contains(&Some(id.clone())))
        };
        let person = PersonDifference {
            teacher: id.clone(),
            points: points
                .iter()
                .map(|p| p.get(id).copied().unwrap_or(0))
                .collect(),
            positions: held
                .iter()
                .map(|h| h.get(id).copied().unwrap_or(0))
                .collect(),
            lessons: lessons
                .iter()
                .filter(taught)
                .map(|l| l.lesson.clone())
                .collect(),
        };
        let same = person.points.iter().all(|p| *p == person.points[0]);
        if !same || !person.lessons.is_empty() {
            people.push(person);
        }
    }
    people.sort_by_key(|person| std::cmp::Reverse(gain(&person.points)));
    people
}

/// How much more the last plan costs somebody than the first.
fn gain(points: &[i64]) -> i64 {
    points.last().copied().unwrap_or(0) - points.first().copied().unwrap_or(0)
}

fn by_class(
    plans: &[Named],
    differ: &BTreeSet<&LessonId>,
    classes: &Classes,
) -> Vec<ClassDifference> {
    let points: Vec<_> = plans
        .iter()
        .map(|named| points(named.plan, |f| &f.classes))
        .collect();
    let mut lessons: BTreeMap<&ClassId, Vec<LessonId>> = BTreeMap::new();
    for lesson in differ {
        for class in classes.get(lesson) {
            lessons.entry(class).or_default().push((*lesson).clone());
        }
    }
    let mut ids: BTreeSet<&ClassId> = points.iter().flat_map(BTreeMap::keys).collect();
    ids.extend(lessons.keys().copied());
    let of = |id: &ClassId| ClassDifference {
        class: id.clone(),
        points: points
            .iter()
            .map(|p| p.get(id).copied().unwrap_or(0))
            .collect(),
        lessons: lessons.get(id).cloned().unwrap_or_default(),
    };
    let differs = |class: &ClassDifference| {
        !class.lessons.is_empty() || class.points.iter().any(|p| *p != class.points[0])
    };
    ids.into_iter().map(of).filter(differs).collect()
}
