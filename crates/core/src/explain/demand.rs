//! What a school demands, one by one: the things that can contradict each other, and that a director can give up.
//!
//! That nobody is in two places, that a room holds one lesson, that linked lessons run together: this is logic, which
//! nobody can give up, and no demand.

use std::collections::BTreeSet;

use uurwerk_model::{ClassIx, LessonIx, Lock, Mode, School, TeacherIx};

use crate::allocate::{Price, Problem};
use crate::rules::walks::{Walker, classes, teachers};
use crate::rules::{Asks, Body, Known, Setting, Settings, g4_half_days, g5_preferred, g6_ways};

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
    /// A lesson has the room that it likes best: G8.
    BestRoom(LessonIx),
    /// The rooms of a lesson are near each other: G9.
    Near(LessonIx),
    /// Somebody has time for the ways from building to building: G6.
    Ways(Walker),
    /// Somebody stays in the room from one lesson to the next: G7.
    Changes(Walker),
}

impl Key {
    /// The lesson that the demand is about, when it is about one. Locks on teachers count with their lesson.
    pub fn lesson(self, school: &School) -> Option<LessonIx> {
        match self {
            Self::Staffed(lesson)
            | Self::Placed(lesson)
            | Self::Roomed(lesson)
            | Self::BestRoom(lesson)
            | Self::Near(lesson) => Some(lesson),
            Self::TeacherLock(lock) | Self::Lock(lock) => {
                lesson_of(school, school.document().locks.get(lock)?)
            }
            _ => None,
        }
    }

    /// The teacher whom the demand is about, when it is about one.
    pub fn teacher(self) -> Option<TeacherIx> {
        match self {
            Self::Load(_, teacher)
            | Self::Available(teacher)
            | Self::HalfDays(teacher)
            | Self::Ways(Walker::Teacher(teacher))
            | Self::Changes(Walker::Teacher(teacher)) => Some(teacher),
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

/// Whether every hard rule that a school can break is among the demands: where one is not, what is found possible may
/// not be.
pub fn understands_all(problem: &Problem, settings: &Settings) -> bool {
    let school = problem.facts.school;
    let is_open = |setting: &Setting| match setting.rule.body {
        Body::Time { known, .. } => match known {
            Known::Always => false,
            Known::Unless(can_break) => can_break(school),
        },
        Body::Load(_) | Body::Fact(_) => false,
    };
    let mut hard = settings.iter().filter(|setting| setting.mode == Mode::Hard);
    // A peak ties everybody together: it is nobody's demand.
    let mut loads = problem.rules.iter();
    let peak = loads.any(|held| held.price == Price::Hard && held.body.has_peak());
    !peak && !hard.any(is_open)
}

/// Everything that the hard rules of a school demand.
pub fn all(problem: &Problem, settings: &Settings) -> BTreeSet<Key> {
    let school = problem.facts.school;
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
        if held.price != Price::Hard {
            continue;
        }
        let concerned = staff().filter(|t| held.body.asks(*t) != Asks::Nothing);
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
    keys.extend(of_rooms(school, settings));
    keys
}

/// What is demanded of the rooms of lessons that follow each other, and of one lesson.
fn of_rooms(school: &School, settings: &Settings) -> BTreeSet<Key> {
    let hard = |rule| settings.get(rule).filter(|s| s.mode == Mode::Hard);
    let rooms = school.rooms();
    let lessons = || (0..school.lessons().len()).map(LessonIx::from);
    let walkers = || teachers(school).into_iter().chain(classes(school));
    let mut keys = BTreeSet::new();
    if let Some(setting) = hard("G6") {
        let is_far = |from| {
            rooms
                .iter()
                .any(|to| g6_ways::way(school, setting, from, to) > 0)
        };
        let matters = rooms.iter().any(is_far);
        keys.extend(walkers().filter(|_| matters).map(Key::Ways));
    }
    if let Some(setting) = hard("G7") {
        let counts = |walker: &Walker| match walker {
            Walker::Class(_) => rooms.len() > 1,
            Walker::Teacher(_) => rooms.len() > 1 && setting.param("teachers") > 0,
        };
        keys.extend(walkers().filter(counts).map(Key::Changes));
    }
    if hard("G8").is_some() {
        let has_order = |lesson: &LessonIx| {
            let mut needs = school.lesson(*lesson).rooms.iter();
            needs.any(|need| g5_preferred::in_order(school, *lesson, need).len() > 1)
        };
        keys.extend(lessons().filter(has_order).map(Key::BestRoom));
    }
    if hard("G9").is_some() {
        let several = |lesson: &LessonIx| school.lesson(*lesson).rooms.len() > 1;
        keys.extend(lessons().filter(several).map(Key::Near));
    }
    keys
}
