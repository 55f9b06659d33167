//! What a school demands, one by one: the things that can contradict each other, and that a director can give up.
//!
//! That nobody is in two places, that a room holds one lesson, that linked lessons run together: this is logic, which
//! nobody can give up, and no demand.

use std::collections::BTreeSet;

use uurwerk_model::{ClassIx, LessonIx, Lock, Mode, School, TeacherIx};

use crate::allocate::{Facts, Price, Problem};
use crate::rules::{Body, Setting, Settings, g4_half_days};

/// One demand. The order is the order of preference: a conflict is looked for among the first ones first, so that time
/// is not blamed for what loads alone make impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Every position of a lesson has a (qualified) teacher: A1, Q1.
    Staffed(LessonIx),
    /// A lock on a teacher holds, by its position among the locks: K1.
    TeacherLock(usize),
    /// A hard load rule, by its place in [`Problem::rules`], holds for a teacher.
    Load(usize, TeacherIx),
    /// A hard load rule holds for a class.
    LoadClass(usize, ClassIx),
    /// A lesson has its places in the week: X0.
    Placed(LessonIx),
    /// A teacher comes only when that is possible: X4.
    Available(TeacherIx),
    /// A lesson has the rooms that it needs: X6, and X7 when hard.
    Roomed(LessonIx),
    /// A lock on a time or a room holds, by its position among the locks: K2.
    Lock(usize),
    /// A teacher comes on few half-days: G4.
    HalfDays(TeacherIx),
    /// A pair of mentor and starter meets: M9.
    Meeting(usize),
    /// The mentor of a pair watches the starter: M10.
    Observed(usize),
    /// A team meets: C1.
    Team(usize),
    /// Pupils have no lessons on their days at a workplace, by its position: C7.
    Away(usize),
}

impl Key {
    /// The lesson that the demand is about, when it is about one. Locks on teachers count with their lesson.
    pub fn lesson(self, school: &School) -> Option<LessonIx> {
        match self {
            Self::Staffed(lesson) | Self::Placed(lesson) | Self::Roomed(lesson) => Some(lesson),
            Self::TeacherLock(lock) | Self::Lock(lock) => {
                lesson_of(school, school.document().locks.get(lock)?)
            }
            _ => None,
        }
    }

    /// The teacher whom the demand is about, when it is about one.
    pub fn teacher(self) -> Option<TeacherIx> {
        match self {
            Self::Load(_, teacher) | Self::Available(teacher) | Self::HalfDays(teacher) => {
                Some(teacher)
            }
            _ => None,
        }
    }
}

/// The lesson of a lock.
pub fn lesson_of(school: &School, lock: &Lock) -> Option<LessonIx> {
    school.lesson_ix(match lock {
        Lock::Teacher(lock) => &lock.lesson,
        Lock::Time(lock) => &lock.lesson,
        Lock::Room(lock) => &lock.lesson,
    })
}

/// Whether a rule is hard here.
pub fn is_hard(settings: &Settings, rule: &str) -> bool {
    settings
        .get(rule)
        .is_some_and(|setting| setting.mode == Mode::Hard)
}

/// Rules about time whose demands are among the keys, are logic, or follow from the lessons.
const KNOWN: [&str; 15] = [
    "X0", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "K2", "G4", "M9", "M10", "C1", "C7", "O3",
];

/// Whether every hard rule that a school can break is among the demands: where one is not, what is found possible may
/// not be.
pub fn understands_all(school: &School, settings: &Settings) -> bool {
    let document = school.document();
    let has_places = document
        .rooms
        .iter()
        .any(|r| r.building.is_some() || r.site.is_some());
    let can_break = |rule: &str| match rule {
        "G6" | "G9" => has_places,
        "M17" | "M18" | "M11" | "M12" => !document.mentoring.pairs.is_empty(),
        "T1" | "T2" | "T3" | "T4" | "T5" | "T7" => !document.trainees.is_empty(),
        "M13" | "C3" => !document.gatherings.is_empty(),
        "C5" => !document.visits.is_empty(),
        "O5" => !document.projects.is_empty(),
        "F2" | "F5" | "F6" => !document.rounds.is_empty(),
        _ => true,
    };
    let is_unknown = |setting: &Setting| match setting.rule.body {
        Body::Time { .. } => !KNOWN.contains(&setting.rule.id) && can_break(setting.rule.id),
        Body::Load(_) => setting.rule.id == "D5",
        Body::Fact(_) => false,
    };
    let mut hard = settings.iter().filter(|setting| setting.mode == Mode::Hard);
    !hard.any(is_unknown)
}

/// Everything that the hard rules of a school demand.
pub fn all(problem: &Problem, settings: &Settings) -> BTreeSet<Key> {
    let facts = problem.facts;
    let school = facts.school;
    let hard = |rule| is_hard(settings, rule);
    let lessons = || (0..school.lessons().len()).map(LessonIx::from);
    let staff = || (0..school.staff().len()).map(TeacherIx::from);
    let mut keys = BTreeSet::new();
    if hard("A1") {
        keys.extend(lessons().map(Key::Staffed));
    }
    if hard("X0") {
        keys.extend(lessons().map(Key::Placed));
    }
    if hard("X6") {
        let roomed = lessons().filter(|l| !school.lesson(*l).rooms.is_empty());
        keys.extend(roomed.map(Key::Roomed));
    }
    if hard("X4") {
        let limited = staff().filter(|t| !school.unavailable(*t).is_empty());
        keys.extend(limited.map(Key::Available));
    }
    if hard("G4") {
        let limited = staff().filter(|t| g4_half_days::cap(school, *t).is_some());
        keys.extend(limited.map(Key::HalfDays));
    }
    for (at, lock) in school.document().locks.iter().enumerate() {
        match lock {
            Lock::Teacher(_) if hard("K1") => _ = keys.insert(Key::TeacherLock(at)),
            Lock::Time(_) | Lock::Room(_) if hard("K2") => _ = keys.insert(Key::Lock(at)),
            _ => (),
        }
    }
    for (at, held) in problem.rules.iter().enumerate() {
        if held.price != Price::Hard || held.rule.id == "A1" {
            continue;
        }
        let concerned = staff().filter(|t| concerns(facts, held.rule.id, *t));
        keys.extend(concerned.map(|t| Key::Load(at, t)));
        let classes = (0..school.classes().len()).map(ClassIx::from);
        let coupled = classes.filter(|c| staff().any(|t| held.body.couples(*c, t)));
        keys.extend(coupled.map(|c| Key::LoadClass(at, c)));
    }
    for (at, pair) in school.document().mentoring.pairs.iter().enumerate() {
        if hard("M9") && pair.meetings > 0 {
            keys.insert(Key::Meeting(at));
        }
        if hard("M10") && pair.observations > 0 {
            keys.insert(Key::Observed(at));
        }
    }
    for (at, team) in school.document().teams.iter().enumerate() {
        if hard("C1") && team.meetings > 0 {
            keys.insert(Key::Team(at));
        }
    }
    let workplaces = 0..school.document().workplaces.len();
    keys.extend(workplaces.filter(|_| hard("C7")).map(Key::Away));
    keys
}

/// Whether a load rule asks anything of a teacher: rules for starters do not concern others.
fn concerns(facts: &Facts, rule: &str, teacher: TeacherIx) -> bool {
    match rule {
        "S1" | "S2" | "S4" | "S5" | "S7" | "D1" | "D6" | "P8" => facts.is_starter(teacher),
        "R1" => !facts.school.teacher(teacher).rights.is_empty(),
        "W1" => !facts.school.teacher(teacher).wishes.is_empty(),
        "D3" => false,
        _ => true,
    }
}

/// Whether the rule can ask for more work, so that a lesson left out can break it.
pub fn asks_for_work(facts: &Facts, rule: &str, teacher: TeacherIx) -> bool {
    match rule {
        "B4" => facts.school.teacher(teacher).contract.min.0 > facts.tasks[teacher.at()],
        "S1" | "S2" | "S3" | "S7" | "D1" | "D2" | "D4" | "D5" | "D6" | "P1" | "B1" | "Q2"
        | "S4" | "S5" | "P2" | "P3" | "P8" | "B2" | "V3" => false,
        _ => true,
    }
}
