//! Makes believable Flemish secondary schools of any size: three graden and their streams, subject
//! tables, staff with contracts and wishes, parallel religion, workshops, mentors and teams.
//!
//! A school is feasible by construction. First a whole plan is planted: who teaches what under the
//! memorandum's hard rules, and a timetable of all lessons, meetings and teams. Contracts,
//! qualifications, rights, absences and locks are then written around that plan, and the plan itself
//! is thrown away. The same options give the same document on every machine.

mod absence;
mod budget;
mod classes;
mod contract;
mod curricula;
mod dice;
mod facts;
mod grid;
mod growth;
mod lessons;
mod line;
mod names;
mod people;
mod religion;
mod rooms;
mod settled;
mod subjects;
mod tidy;
mod week;
mod wishes;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Class, ClassId, Diagnostic, Diagnostics, FTE, Header, Kind, Lesson, Mentoring, Policy, Preset,
    Room, RoomKind, SchoolDocument, Subject, Team,
};

use classes::PlannedClass;
use facts::Fact;
use people::Person;
use subjects::SUBJECTS;
use week::{Demands, Week};

/// The smallest and the largest staff of a generated school.
pub const TEACHERS: std::ops::RangeInclusive<u32> = 5..=400;

/// The mean lesson load per teacher aimed at, in percent of a full-time job: with tasks, and about
/// half of the staff part-time, what Flemish schools show.
const MEAN_LOAD: i64 = 80;

/// What kind of school to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenerateOptions {
    /// Members of staff, 5 to 400.
    pub teachers: u32,
    /// Classes; without it, as many as such a staff serves.
    pub classes: Option<u32>,
    /// The seed of all chance.
    pub seed: u64,
}

impl Default for GenerateOptions {
    fn default() -> Self {
        Self {
            teachers: 60,
            classes: None,
            seed: 1,
        }
    }
}

/// Makes a school.
///
/// # Errors
/// A staff outside 5 to 400 (UW0601); a number of classes that such a staff cannot serve or that
/// would leave it without work (UW0602); no plan found for this seed (UW0603).
///
/// ```
/// use uurwerk::generate::{GenerateOptions, generate};
/// let options = GenerateOptions { teachers: 12, ..GenerateOptions::default() };
/// let school = generate(&options).expect("a school of twelve");
/// assert_eq!(school.staff.len(), 12);
/// ```
pub fn generate(options: &GenerateOptions) -> Result<SchoolDocument, Diagnostics> {
    Ok(plant(options)?.document)
}

/// A school with the plan that proves it feasible; tests hold the rules against it.
struct Planted {
    document: SchoolDocument,
    #[cfg(test)]
    people: Vec<Person>,
    #[cfg(test)]
    week: Week,
}

fn plant(options: &GenerateOptions) -> Result<Planted, Diagnostics> {
    if !TEACHERS.contains(&options.teachers) {
        return Err(fault(
            Diagnostic::error("UW0601", "/teachers")
                .with("teachers", i64::from(options.teachers))
                .with("min", i64::from(*TEACHERS.start()))
                .with("max", i64::from(*TEACHERS.end())),
        ));
    }
    let teachers = options.teachers as usize;
    let classes = match options.classes {
        Some(classes) => within_reach(options.seed, teachers, classes)?,
        None => usual_classes(options.seed, teachers),
    };
    let programme = Programme::of(options.seed, teachers, classes);
    // A seed that leads nowhere is rare; the next ones are tried in a fixed order.
    let attempts = (0..4).map(|turn| options.seed.wrapping_add(turn << 32));
    attempts
        .filter_map(|seed| staff_and_week(seed, teachers, &programme))
        .next()
        .map(|school| school.write(options))
        .ok_or_else(|| {
            fault(
                Diagnostic::error("UW0603", "/seed")
                    .with("teachers", i64::from(options.teachers))
                    .with("classes", classes as i64),
            )
        })
}

fn fault(diagnostic: Diagnostic) -> Diagnostics {
    Diagnostics(vec![diagnostic])
}

/// The classes and what they are taught.
struct Programme {
    classes: Vec<Class>,
    lessons: Vec<Lesson>,
    facts: Vec<Fact>,
}

impl Programme {
    fn of(seed: u64, teachers: usize, classes: usize) -> Self {
        let mut planned = classes::classes(seed, classes);
        let lessons = lessons::lessons(seed, &mut planned, religion::choices(teachers));
        let classes: Vec<Class> = planned.into_iter().map(|p: PlannedClass| p.class).collect();
        let facts = facts::facts(&lessons, &classes.iter().collect::<Vec<_>>());
        Self {
            classes,
            lessons,
            facts,
        }
    }

    /// Mean lesson load of so many teachers, in percent of a full-time job.
    fn mean_load(&self, teachers: usize) -> i64 {
        let load: i64 = self.facts.iter().map(|f| f.load).sum();
        load * 100 / FTE / teachers as i64
    }
}

/// The number of classes whose lessons come nearest to the usual mean load.
fn usual_classes(seed: u64, teachers: usize) -> usize {
    let from = (teachers / 4).max(2);
    let distance = |classes: &usize| {
        (Programme::of(seed, teachers, *classes).mean_load(teachers) - MEAN_LOAD).abs()
    };
    // The load grows with the classes: the first that grows away again ends the search.
    let mut best = (distance(&from), from);
    for classes in from + 1..=teachers {
        let here = distance(&classes);
        if here > best.0 + 10 {
            break;
        }
        best = best.min((here, classes));
    }
    best.1
}

/// A wished number of classes, when the mean load of the staff stays between these percentages.
const REACH: std::ops::RangeInclusive<i64> = 55..=93;

fn within_reach(seed: u64, teachers: usize, classes: u32) -> Result<usize, Diagnostics> {
    let usual = usual_classes(seed, teachers);
    let wished = classes as usize;
    let possible = (2..=2 * teachers).contains(&wished)
        && REACH.contains(&Programme::of(seed, teachers, wished).mean_load(teachers));
    if possible {
        return Ok(wished);
    }
    Err(fault(
        Diagnostic::error("UW0602", "/classes")
            .with("classes", i64::from(classes))
            .with("teachers", teachers as i64)
            .with("usual", usual as i64),
    ))
}

/// A school on the way to its document.
struct Draft {
    seed: u64,
    classes: Vec<Class>,
    lessons: Vec<Lesson>,
    facts: Vec<Fact>,
    rooms: Vec<Room>,
    people: Vec<Person>,
    mentoring: Mentoring,
    teams: Vec<Team>,
    week: Week,
    /// The slots in which each person has something in the planted week.
    busy: Vec<u64>,
}

fn staff_and_week(seed: u64, teachers: usize, programme: &Programme) -> Option<Draft> {
    let facts = &programme.facts;
    let mut lessons = programme.lessons.clone();
    let shares = line::plant(seed, facts, teachers)?;
    let mut people = people::people(seed, facts, shares);
    let evaluators = growth::coordinate(seed, facts, &mut people);
    let mentoring = growth::mentor(seed, facts, &mut people, &evaluators);
    growth::co_teach(seed, facts, &mut lessons, &mut people);
    absence::plant(seed, facts, &mut people);
    let teams = growth::teams(seed, facts, &people);
    let rooms = rooms::rooms(&lessons);
    let ids: Vec<ClassId> = programme.classes.iter().map(|c| c.id.clone()).collect();
    let mut kinds: BTreeMap<RoomKind, usize> = BTreeMap::new();
    for room in &rooms {
        *kinds.entry(room.kind.clone()).or_default() += 1;
    }
    let demands = Demands {
        lessons: &lessons,
        classes: &ids,
        rooms: kinds,
        pairs: &mentoring.pairs,
        teams: &teams,
    };
    let week = week::plant(seed, &demands, &mut people)?;
    let busy = week.busy(&demands, &people);
    Some(Draft {
        seed,
        classes: programme.classes.clone(),
        facts: facts::facts(&lessons, &programme.classes.iter().collect::<Vec<_>>()),
        lessons,
        rooms,
        people,
        mentoring,
        teams,
        busy,
        week,
    })
}

impl Draft {
    /// Writes the document around the planted plan.
    fn write(mut self, options: &GenerateOptions) -> Planted {
        let (seed, facts) = (self.seed, &self.facts);
        contract::write(seed, facts, &self.classes, &mut self.people, &self.busy);
        wishes::write(seed, facts, &self.classes, &mut self.people);
        settled::class_teachers(facts, &self.people, &mut self.classes);
        rooms::home_rooms(&mut self.classes, &self.rooms);
        let locks = settled::locks(seed, &self.lessons, &self.rooms, &self.people, &self.week);
        let staff: Vec<_> = self.people.iter().map(|p| p.teacher.clone()).collect();
        let only = classes::first_graad_only(self.classes.len());
        let document = SchoolDocument {
            uurwerk: Header::of(Kind::School),
            name: names::school_name(&mut dice::Dice::of(seed, "name"), only),
            school_year: Some("2026-2027".to_owned()),
            origin: Some(origin(options, self.classes.len())),
            grid: grid::grid(),
            noemers: facts::noemers(),
            subjects: taught(facts),
            budget: budget::lines(&self.lessons, &staff),
            staff,
            classes: self.classes,
            rooms: self.rooms,
            travel: Vec::new(),
            lessons: self.lessons,
            mentoring: self.mentoring,
            teams: self.teams,
            trainees: Vec::new(),
            visits: Vec::new(),
            workplaces: Vec::new(),
            gatherings: Vec::new(),
            projects: Vec::new(),
            rounds: Vec::new(),
            locks,
            policy: Policy {
                preset: Preset::Memo,
                ..Policy::default()
            },
        };
        Planted {
            document,
            #[cfg(test)]
            people: self.people,
            #[cfg(test)]
            week: self.week,
        }
    }
}

fn origin(options: &GenerateOptions, classes: usize) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let GenerateOptions { teachers, seed, .. } = options;
    format!(
        "generated by Uurwerk {version}: {teachers} teachers, {classes} classes, seed {seed}; no real school or person"
    )
}

/// The subjects that are taught, in the order of the table.
fn taught(facts: &[Fact]) -> Vec<Subject> {
    let present: BTreeSet<usize> = facts.iter().map(|f| f.subject).collect();
    let subject = |at: usize| Subject {
        id: SUBJECTS[at].id.into(),
        name: SUBJECTS[at].name.to_owned(),
        kind: SUBJECTS[at].kind,
        noemer: None,
    };
    present.into_iter().map(subject).collect()
}
