//! The engine near a plan: the timetable that exists is where it starts, and every block that moves costs.

use uurwerk_engine::{
    Constraint, CostFunction, EventId, Instance, Kind, PreferTimes, SearchOptions, Solution,
    TimeId, solve,
};
use uurwerk_model::{LessonIx, Lock, Mode, School, TeacherLock};

use super::finish;
use super::search::{Candidate, Search};
use crate::allocate::{self, Conflict};
use crate::case::{Allocation, Case, Timetable};
use crate::control::Progress;
use crate::control::Stage;
use crate::rules::{Body, Settings};
use crate::schedule::{Draft, Drafted, first, protect_beside};

/// What a moved block costs where few may move: more than what soft rules cost beside it.
const FAR: u32 = 1_000;
/// A block of a lesson that gets another teacher anyway costs so many times less: that lesson differs however it stands.
const CHANGED: u32 = 100;
/// Moves of a search that nothing else ends.
const MOVES: u64 = 2_000_000;

/// A plan near the base for an allocation in which everybody keeps what is locked, in `share` percent of the time left.
pub(super) fn smallest(search: &Search, allocation: Allocation, share: u32) -> Option<Candidate> {
    let base = search.base_timetable();
    timetable(search, allocation, &base, Some(FAR), share)
}

/// The base plan as it stands in the changed school, whatever it breaks there: it costs no search.
pub(super) fn carried(search: &Search) -> Candidate {
    let scene = search.scene;
    let allocation = scene.allocation(&scene.base.holders);
    finish::measured(search, allocation, search.base_timetable())
}

/// A new allocation of the changed school that keeps what the scenario locks.
///
/// # Errors
/// The demands that contradict each other.
pub(super) fn reallocated(search: &Search) -> Result<Option<Allocation>, Conflict> {
    let school = locked(search);
    // A policy that was read before can be read again.
    let Ok(settings) = Settings::of(&school.document().policy) else {
        return Ok(None);
    };
    let allocated = allocate::allocate(&school, &settings, search.options, search.control)?;
    Ok(Some(allocated.allocation))
}

/// The changed school with the scenario's locks among its own.
fn locked(search: &Search) -> School {
    let scene = search.scene;
    let mut document = scene.school.document().clone();
    for post in scene
        .facts
        .posts
        .iter()
        .filter(|p| scene.holds.posts[p.ix.at()])
    {
        let has = |lock: &Lock| matches!(lock, Lock::Teacher(l) if l.lesson == scene.school.lesson(post.lesson).id && usize::from(l.position) == post.position);
        if let Some(teacher) =
            scene.base.holders[post.ix.at()].filter(|_| !document.locks.iter().any(has))
        {
            document.locks.push(Lock::Teacher(TeacherLock {
                lesson: scene.school.lesson(post.lesson).id.clone(),
                position: post.position as u8,
                teacher: scene.school.teacher(teacher).id.clone(),
            }));
        }
    }
    // What is locked was possible in the base plan; should the whole not be, the school itself stands.
    School::from_document(document).unwrap_or_else(|_| scene.school.clone())
}

impl Search<'_> {
    /// The base plan's timetable.
    pub fn base_timetable(&self) -> Timetable {
        Timetable {
            starts: self.scene.base.starts.clone(),
            rooms: self.scene.base.rooms.clone(),
            protected: self.scene.base.protected.clone(),
        }
    }
}

/// A timetable for an allocation, from `start`, in which each moved block costs `distance` beside the soft rules (or
/// alone, when `soft` is none of them). `share` percent of the time left go into it.
pub(super) fn timetable(
    search: &Search,
    allocation: Allocation,
    start: &Timetable,
    distance: Option<u32>,
    share: u32,
) -> Option<Candidate> {
    let scene = search.scene;
    let drafted = draft(search, &allocation, distance);
    let instance = Instance::compile(drafted.problem.clone()).ok()?;
    let whole = (search.control.remaining)().map(|left| left * share / 100);
    let begun = (search.control.remaining)();
    let spent = || {
        begun
            .unwrap_or_default()
            .saturating_sub((search.control.remaining)().unwrap_or_default())
    };
    let used = || match whole {
        Some(whole) if !whole.is_zero() => spent().as_secs_f64() / whole.as_secs_f64(),
        _ => 1.0,
    };
    let stop = || (search.control.stop)() || whole.is_some() && used() >= 1.0;
    let options = SearchOptions {
        seed: search.options.seed,
        threads: search.options.threads as usize,
        iterations: search
            .options
            .iterations
            .or(whole.is_none().then_some(MOVES)),
        start: Some(first(scene.school, &drafted, start)),
    };
    let told = |cost: uurwerk_engine::Cost, _: &Solution| {
        (search.control.progress)(Progress {
            stage: Stage::Timetable,
            hard: Some(cost.hard),
            soft: Some(cost.soft),
            bound: None,
        });
    };
    let control = uurwerk_engine::Control {
        stop: &stop,
        used: whole.is_some().then_some(&used),
        incumbent: Some(&told),
    };
    let outcome = solve(&instance, &options, &control).ok()?;
    let mut timetable = crate::schedule::read_timetable(scene.school, &drafted, &outcome.solution);
    let protected = crate::schedule::read_protected(scene.school, &drafted, &outcome.solution);
    let kept: Vec<_> = protected
        .into_iter()
        .chain(scene.base.protected.clone())
        .collect();
    let case = Case {
        school: scene.school,
        allocation: &allocation,
        timetable: Some(&timetable),
    };
    timetable.protected = protect_beside(&case, scene.settings, &kept, &timetable);
    Some(finish::measured(search, allocation, timetable)).filter(|found| search.keeps_locks(found))
}

impl Search<'_> {
    /// Whether a plan keeps everything that the scenario locks.
    pub fn keeps_locks(&self, candidate: &Candidate) -> bool {
        let scene = self.scene;
        let posts = scene.facts.posts.iter().all(|post| {
            let holder = candidate.allocation.teachers[post.lesson.at()][post.position];
            let base = scene.base.holders[post.ix.at()];
            let held = scene.holds.posts[post.ix.at()];
            let closed = holder.is_some_and(|t| scene.holds.people[t.at()]);
            holder == base || !(held || closed)
        });
        let events = scene.events.iter().enumerate().all(|(at, event)| {
            let (lesson, block) = event.parts[0];
            let start = candidate.timetable.starts[lesson.at()][block];
            let enters = start.is_some_and(|s| event.slots(s).any(|slot| scene.holds.slots[slot]));
            start == event.start || !(scene.holds.events[at] || enters)
        });
        posts && events
    }
}

/// The instance of the changed school, with what is locked given beforehand and what is near the base preferred.
fn draft(search: &Search, allocation: &Allocation, distance: Option<u32>) -> Drafted {
    let scene = search.scene;
    let mut draft = Draft::new(scene.school, allocation);
    for setting in scene.settings.iter() {
        if let Body::Time { draft: add, .. } = setting.rule.body
            && matches!(setting.mode, Mode::Hard | Mode::Soft)
        {
            add(setting, &mut draft);
        }
    }
    let mut drafted = draft.finish();
    let before = scene.allocation(&scene.base.holders);
    let changes =
        |lesson: &LessonIx| before.teachers[lesson.at()] != allocation.teachers[lesson.at()];
    for (at, event) in scene.events.iter().enumerate() {
        let Some(start) = event.start else { continue };
        let base = TimeId(start.0 as u16);
        if scene.holds.events[at] {
            drafted.problem.events[at].time = Some(base);
        }
        if let Some(weight) = distance {
            let weight = match event.lessons.iter().all(changes) {
                true => (weight / CHANGED).max(1),
                false => weight,
            };
            let kind = Kind::PreferTimes(PreferTimes {
                events: vec![EventId(at as u32)],
                preferred: vec![base],
                duration: None,
            });
            drafted.problem.constraints.push(Constraint {
                required: false,
                weight,
                cost_function: CostFunction::Step,
                kind,
            });
        }
    }
    let closed: Vec<bool> = scene.holds.slots.clone();
    for (at, event) in scene.events.iter().enumerate() {
        if scene.holds.events[at] || !closed.contains(&true) {
            continue;
        }
        let kind = Kind::PreferTimes(PreferTimes {
            events: vec![EventId(at as u32)],
            preferred: event.starts.iter().map(|s| TimeId(s.0 as u16)).collect(),
            duration: None,
        });
        drafted.problem.constraints.push(Constraint {
            required: true,
            weight: 1,
            cost_function: CostFunction::Step,
            kind,
        });
    }
    drafted
}
