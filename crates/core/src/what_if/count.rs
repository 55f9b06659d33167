//! How far one plan is from another: lessons, people and classes whose teacher or time differs.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Changes, ClassId, LessonId, LessonState, PlanDocument, School, Slot, Step, TeacherId,
};

use crate::measure::totals;

/// The classes of each lesson, from one or more schools.
#[derive(Clone, Debug, Default)]
pub struct Classes(BTreeMap<LessonId, BTreeSet<ClassId>>);

impl Classes {
    /// The classes that any of these schools gives a lesson.
    pub fn of(schools: &[&School]) -> Self {
        let mut classes: BTreeMap<LessonId, BTreeSet<ClassId>> = BTreeMap::new();
        for lesson in schools.iter().flat_map(|school| school.lessons()) {
            let own = classes.entry(lesson.id.clone()).or_default();
            own.extend(lesson.groups.iter().map(|group| group.class.clone()));
        }
        Self(classes)
    }

    /// The classes of a lesson; none when no school knows it.
    pub fn get(&self, lesson: &LessonId) -> impl Iterator<Item = &ClassId> {
        self.0.get(lesson).into_iter().flatten()
    }
}

/// What a plan says of each of its lessons.
pub(super) fn states(plan: &PlanDocument) -> BTreeMap<LessonId, LessonState> {
    let mut states: BTreeMap<LessonId, LessonState> = BTreeMap::new();
    for entry in &plan.allocation {
        let state = states.entry(entry.lesson.clone()).or_default();
        let at = usize::from(entry.position);
        state
            .teachers
            .resize(state.teachers.len().max(at + 1), None);
        state.teachers[at] = Some(entry.teacher.clone());
    }
    for entry in &plan.timetable {
        let state = states.entry(entry.lesson.clone()).or_default();
        let at = usize::from(entry.block);
        state.times.resize(state.times.len().max(at + 1), None);
        state
            .rooms
            .resize(state.rooms.len().max(at + 1), Vec::new());
        state.times[at] = Some(entry.start());
        state.rooms[at].clone_from(&entry.rooms);
    }
    states
}

/// The people of a lesson who count: those who teach it, and whoever is there only in one of the plans. Somebody on
/// stand-by who goes is no change of the lesson.
pub(super) fn teachers_differ(plan: &PlanDocuments, lesson: &LessonId) -> bool {
    let (from, to) = (plan.from.people(lesson), plan.to.people(lesson));
    let counting = |people: &BTreeSet<(bool, TeacherId)>| -> BTreeSet<TeacherId> {
        people
            .iter()
            .filter(|(counts, _)| *counts)
            .map(|(_, t)| t.clone())
            .collect()
    };
    let all: BTreeSet<&TeacherId> = from.iter().map(|(_, t)| t).collect();
    counting(from) != counting(to) || to.iter().any(|(_, t)| !all.contains(t))
}

/// A plan, sorted by lesson.
pub(super) struct Sorted {
    pub states: BTreeMap<LessonId, LessonState>,
    people: BTreeMap<LessonId, BTreeSet<(bool, TeacherId)>>,
    nobody: BTreeSet<(bool, TeacherId)>,
}

impl Sorted {
    pub fn of(plan: &PlanDocument) -> Self {
        let mut people: BTreeMap<LessonId, BTreeSet<(bool, TeacherId)>> = BTreeMap::new();
        for entry in &plan.allocation {
            let own = people.entry(entry.lesson.clone()).or_default();
            own.insert((entry.role.counts(), entry.teacher.clone()));
        }
        Self {
            states: states(plan),
            people,
            nobody: BTreeSet::new(),
        }
    }

    pub fn people(&self, lesson: &LessonId) -> &BTreeSet<(bool, TeacherId)> {
        self.people.get(lesson).unwrap_or(&self.nobody)
    }
}

/// Two plans, sorted by lesson.
pub(super) struct PlanDocuments {
    pub from: Sorted,
    pub to: Sorted,
}

impl PlanDocuments {
    pub fn times(&self, lesson: &LessonId) -> [&[Option<Slot>]; 2] {
        [&self.from, &self.to].map(|plan| {
            plan.states
                .get(lesson)
                .map_or(&[][..], |state| &state.times)
        })
    }
}

/// How far a plan is from another. A lesson counts once, whether its teacher, its time or both differ; what only one of the
/// plans gives counts as new or gone.
pub fn changes(from: &PlanDocument, to: &PlanDocument, classes: &Classes) -> Changes {
    let plans = PlanDocuments {
        from: Sorted::of(from),
        to: Sorted::of(to),
    };
    let mut changes = Changes::default();
    let (mut people, mut touched) = (BTreeSet::new(), BTreeSet::new());
    let lessons: BTreeSet<&LessonId> = plans
        .from
        .states
        .keys()
        .chain(plans.to.states.keys())
        .collect();
    for lesson in lessons {
        let both = [&plans.from, &plans.to].map(|plan| plan.states.get(lesson));
        let (teachers, times) = match both {
            [Some(_), Some(_)] => {
                let [old, new] = plans.times(lesson);
                (teachers_differ(&plans, lesson), old != new)
            }
            [None, _] => {
                changes.new += 1;
                (true, true)
            }
            [_, None] => {
                changes.gone += 1;
                (true, true)
            }
        };
        if let [Some(old), Some(new)] = both {
            changes.lessons += u32::from(teachers || times);
            changes.teachers += u32::from(teachers);
            changes.times += u32::from(times);
            let blocks = old
                .times
                .iter()
                .zip(&new.times)
                .zip(old.rooms.iter().zip(&new.rooms));
            changes.rooms += blocks.filter(|((a, b), (x, y))| a == b && x != y).count() as u32;
        }
        if !teachers && !times {
            continue;
        }
        let (old, new) = (plans.from.people(lesson), plans.to.people(lesson));
        // A lesson at another time concerns all its people; with another teacher, those who teach it no longer or only now.
        for (_, teacher) in old.union(new) {
            let of =
                |people: &BTreeSet<(bool, TeacherId)>| people.iter().any(|(_, t)| t == teacher);
            if times || of(old) != of(new) {
                people.insert(teacher.clone());
            }
        }
        touched.extend(classes.get(lesson));
    }
    changes.people = people.len() as u32;
    changes.classes = touched.len() as u32;
    changes
}

/// A plan as one of the steps from hardly any change to the best.
pub(super) fn step(
    plan: &PlanDocument,
    base: &PlanDocument,
    school: &School,
    from: &School,
) -> Step {
    let (hard, soft) = totals(&plan.rules);
    Step {
        changes: changes(base, plan, &Classes::of(&[from, school])),
        hard,
        soft,
    }
}
