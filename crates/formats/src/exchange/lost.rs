//! What a school says that a format of others has no place for: counted, so that nobody loses anything in silence.

use uurwerk_model::{Diagnostics, Lock, QualificationLevel, WishTarget};

use super::Decided;
use crate::notes::Notes;

/// Something that a school or plan may say and a format may lack a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    /// Clock times of the week.
    Clock,
    /// The level of a qualification in law.
    Levels,
    /// Qualifications at all.
    Qualifications,
    /// The range of a contract.
    Contracts,
    /// Legal position and years of service.
    Careers,
    /// Rights, last year's work, half-days, sites of people.
    Rights,
    /// Work beside lessons.
    Tasks,
    /// Wishes about times.
    TimeWishes,
    /// Wishes about work.
    WorkWishes,
    /// Mentors, starters, evaluators, teams, trainees.
    Growth,
    /// Budget lines and noemers.
    Budget,
    /// The rules.
    Policy,
    /// Graad, stream, difficulty of classes.
    Classes,
    /// Pupils in parts of classes.
    Parts,
    /// Kinds, capacity and sites of rooms, and the ways between.
    RoomKinds,
    /// Locks on teachers, times, rooms.
    Locks,
    /// Lessons at the same time.
    Links,
    /// What teachers do in a lesson.
    Roles,
    /// Lengths of blocks.
    Blocks,
    /// Protected time.
    Protected,
    /// When and where.
    Times,
    /// Rooms at all.
    Rooms,
    /// Visits of experts, days at a workplace, meetings with other schools, projects, rounds of questions.
    Outside,
    /// What happens every second or fourth week only.
    Weeks,
}

/// Every feature with its code.
const ALL: &[(Feature, &str)] = &[
    (Feature::Clock, "UW3301"),
    (Feature::Levels, "UW3302"),
    (Feature::Qualifications, "UW3303"),
    (Feature::Contracts, "UW3304"),
    (Feature::Careers, "UW3305"),
    (Feature::Rights, "UW3306"),
    (Feature::Tasks, "UW3307"),
    (Feature::TimeWishes, "UW3308"),
    (Feature::WorkWishes, "UW3309"),
    (Feature::Growth, "UW3310"),
    (Feature::Budget, "UW3311"),
    (Feature::Policy, "UW3312"),
    (Feature::Classes, "UW3313"),
    (Feature::Parts, "UW3314"),
    (Feature::RoomKinds, "UW3315"),
    (Feature::Locks, "UW3316"),
    (Feature::Links, "UW3317"),
    (Feature::Roles, "UW3318"),
    (Feature::Blocks, "UW3319"),
    (Feature::Protected, "UW3320"),
    (Feature::Times, "UW3321"),
    (Feature::Rooms, "UW3322"),
    (Feature::Outside, "UW3323"),
    (Feature::Weeks, "UW3324"),
];

/// Notes everything that `decided` says and that is not among `kept`.
pub(crate) fn left_out(decided: &Decided<'_>, kept: &[Feature], notes: &mut Notes) {
    for (feature, code) in ALL.iter().filter(|(feature, _)| !kept.contains(feature)) {
        notes.all(code, "", said(decided, *feature));
    }
}

/// Notes what `decided` says of the kinds that a format lacks.
pub(crate) fn lacking(decided: &Decided<'_>, lacked: &[Feature], notes: &mut Notes) {
    for (feature, code) in ALL.iter().filter(|(feature, _)| lacked.contains(feature)) {
        notes.all(code, "", said(decided, *feature));
    }
}

/// What is decided and has no place in a school document: when, where and protected time.
pub fn beside_the_school(decided: &Decided<'_>) -> Diagnostics {
    let mut notes = Notes::default();
    lacking(decided, &[Feature::Times, Feature::Protected], &mut notes);
    notes.into_warnings()
}

/// Who or what says something of a kind.
fn said(decided: &Decided<'_>, feature: Feature) -> Vec<String> {
    let document = decided.school.document();
    let staff = |says: &dyn Fn(&uurwerk_model::Teacher) -> bool| -> Vec<String> {
        let saying = document.staff.iter().filter(|t| says(t));
        saying.map(|t| t.id.to_string()).collect()
    };
    let lessons = |says: &dyn Fn(&uurwerk_model::Lesson) -> bool| -> Vec<String> {
        let saying = document.lessons.iter().filter(|l| says(l));
        saying.map(|l| l.id.to_string()).collect()
    };
    let about_time = |on: &WishTarget| {
        matches!(
            on,
            WishTarget::Slot(_) | WishTarget::HalfDay { .. } | WishTarget::Day(_)
        )
    };
    match feature {
        Feature::Clock => document
            .grid
            .days
            .iter()
            .map(|d| d.id.to_string())
            .collect(),
        Feature::Levels => staff(&|t| {
            let mut levels = t.qualifications.iter().map(|q| q.level);
            levels.any(|level| level != QualificationLevel::Required)
        }),
        Feature::Qualifications => staff(&|t| !t.qualifications.is_empty()),
        Feature::Contracts => staff(&|t| t.contract.max.0 > 0),
        Feature::Careers => staff(&|_| true),
        Feature::Rights => staff(&|t| {
            !t.rights.is_empty()
                || !t.previous.is_empty()
                || t.half_days_max.is_some()
                || !t.sites.is_empty()
        }),
        Feature::Tasks => staff(&|t| !t.tasks.is_empty()),
        Feature::TimeWishes => staff(&|t| t.wishes.iter().any(|w| about_time(&w.on))),
        Feature::WorkWishes => staff(&|t| t.wishes.iter().any(|w| !about_time(&w.on))),
        Feature::Growth => {
            let mut people = staff(&|t| t.mentor || t.evaluator.is_some());
            people.extend(
                document
                    .mentoring
                    .pairs
                    .iter()
                    .map(|p| p.starter.to_string()),
            );
            people.extend(document.teams.iter().map(|t| t.id.to_string()));
            people.extend(document.trainees.iter().map(|t| t.id.to_string()));
            people
        }
        Feature::Budget => {
            let lines = document.budget.iter().map(|l| l.id.to_string());
            let noemer = |n: &uurwerk_model::Noemer| format!("{} {}", n.graad.0, n.hours);
            lines.chain(document.noemers.iter().map(noemer)).collect()
        }
        Feature::Policy => {
            let policy = &document.policy;
            let rules = policy.rules.keys().map(ToString::to_string);
            // A word for what is no rule: the names of fields.
            let others = [
                ("preset", policy.preset != uurwerk_model::Preset::default()),
                ("tiers", !policy.tiers.is_empty()),
            ];
            let others = others.into_iter().filter(|(_, said)| *said);
            others
                .map(|(name, _)| name.to_owned())
                .chain(rules)
                .collect()
        }
        Feature::Classes => document.classes.iter().map(|c| c.id.to_string()).collect(),
        Feature::Parts => {
            let divided = document.classes.iter().filter(|c| !c.partitions.is_empty());
            divided.map(|c| c.id.to_string()).collect()
        }
        Feature::RoomKinds => {
            let rooms = document.rooms.iter().map(|r| r.id.to_string());
            let ways = document
                .travel
                .iter()
                .map(|t| format!("{}-{}", t.from, t.to));
            rooms.chain(ways).collect()
        }
        Feature::Rooms => lessons(&|l| !l.rooms.is_empty()),
        Feature::Locks => {
            let name = |lock: &Lock| match lock {
                Lock::Teacher(lock) => lock.lesson.to_string(),
                Lock::Time(lock) => lock.lesson.to_string(),
                Lock::Room(lock) => lock.lesson.to_string(),
            };
            document.locks.iter().map(name).collect()
        }
        Feature::Outside => {
            let visits = document.visits.iter().map(|v| v.id.to_string());
            let workplaces = document.workplaces.iter();
            let workplaces = workplaces.map(|w| w.group.class.to_string());
            let gatherings = document.gatherings.iter().map(|g| g.id.to_string());
            let projects = document.projects.iter().map(|p| p.id.to_string());
            let rounds = document.rounds.iter().map(|r| r.id.to_string());
            let inside = gatherings.chain(projects).chain(rounds);
            visits.chain(workplaces).chain(inside).collect()
        }
        Feature::Weeks => {
            let mut some = lessons(&|l| !l.weeks.is_weekly());
            let pairs = document.mentoring.pairs.iter();
            let pairs = pairs.filter(|p| !p.weeks.is_weekly());
            some.extend(pairs.map(|p| p.starter.to_string()));
            let teams = document.teams.iter().filter(|t| !t.weeks.is_weekly());
            some.extend(teams.map(|t| t.id.to_string()));
            let kept = decided.protected.iter().filter(|p| !p.weeks.is_weekly());
            some.extend(kept.map(|p| format!("{}.{}", p.day, p.period)));
            some
        }
        Feature::Links => lessons(&|l| l.link.is_some()),
        Feature::Roles => lessons(&|l| {
            let lead = |p: &uurwerk_model::Position| p.role == uurwerk_model::Role::Lead;
            !l.positions.iter().all(|p| lead(p) && p.hours.is_none())
        }),
        Feature::Blocks => lessons(&|l| l.blocks.iter().any(|b| *b > 1)),
        Feature::Protected => {
            let name = |p: &uurwerk_model::ProtectedSlot| format!("{}.{}", p.day, p.period);
            decided.protected.iter().map(name).collect()
        }
        Feature::Times => {
            let placed = decided
                .lessons()
                .filter(|(at, _)| !decided.blocks(*at).is_empty());
            placed.map(|(_, lesson)| lesson.id.to_string()).collect()
        }
    }
}
