//! How Untis names what the school names: lesson numbers, days, periods, subjects of one graad.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Graad, LessonIx, SchoolDocument, Slot, SubjectId};

use crate::exchange::Decided;
use crate::notes::Notes;

/// Names in both vocabularies.
pub(super) struct Names {
    /// The lesson number of every lesson; lessons of one link share it.
    pub numbers: Vec<u32>,
    days: BTreeMap<String, u8>,
    /// Subjects that weigh differently from graad to graad: Untis needs one subject for each.
    by_graad: BTreeSet<SubjectId>,
}

impl Names {
    pub fn new(decided: &Decided<'_>, notes: &mut Notes) -> Self {
        let document = decided.school.document();
        Self {
            numbers: numbers(decided, notes),
            days: days(document),
            by_graad: by_graad(decided),
        }
    }

    /// Day and period as Untis counts; none for a place that is not of the week.
    pub fn place(&self, document: &SchoolDocument, slot: &Slot) -> Option<(u8, u8)> {
        let day = *self.days.get(slot.day.as_str())?;
        let of_day = document.grid.days.iter().find(|d| d.id == slot.day)?;
        let periods: Option<Vec<u8>> = of_day
            .periods
            .iter()
            .map(|p| p.id.as_str().parse().ok().filter(|n| *n <= 20))
            .collect();
        let at = of_day.periods.iter().position(|p| p.id == slot.period)?;
        // Periods that are not all numbers are counted.
        let period = periods.map_or_else(|| u8::try_from(at + 1).ok(), |p| p.get(at).copied());
        Some((day, period?))
    }

    /// The name of a subject as taught in a graad.
    pub fn subject(&self, subject: &SubjectId, graad: Option<Graad>) -> String {
        match graad.filter(|_| self.by_graad.contains(subject)) {
            Some(graad) => format!("{subject}{}", graad.0),
            None => subject.to_string(),
        }
    }

    /// Whether a subject has a name of its own in every graad.
    pub fn is_by_graad(&self, subject: &SubjectId) -> bool {
        self.by_graad.contains(subject)
    }
}

/// The days by id: `mon` to `sun` where the school calls them so, else in order.
fn days(document: &SchoolDocument) -> BTreeMap<String, u8> {
    const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let named = |id: &str| WEEK.iter().position(|name| *name == id);
    let all: Option<Vec<usize>> = document
        .grid
        .days
        .iter()
        .map(|day| named(day.id.as_str()))
        .collect();
    let number = |at: usize| {
        all.as_ref()
            .and_then(|all| all.get(at).copied())
            .unwrap_or(at)
    };
    let days = document.grid.days.iter().enumerate();
    // A grid has at most seven days.
    days.map(|(at, day)| (day.id.to_string(), number(at).min(6) as u8 + 1))
        .collect()
}

/// A number per lesson: its own where the id is one, that of the link for linked lessons, else a new one.
fn numbers(decided: &Decided<'_>, notes: &mut Notes) -> Vec<u32> {
    let own = |name: &str| {
        let number: u32 = name.parse().ok()?;
        ((1..=9_999_999).contains(&number) && number.to_string() == name).then_some(number)
    };
    let named: Vec<(String, bool)> = decided
        .lessons()
        .map(|(_, lesson)| match &lesson.link {
            Some(link) => (link.to_string(), true),
            None => (lesson.id.to_string(), false),
        })
        .collect();
    let mut given: BTreeMap<(&str, bool), u32> = BTreeMap::new();
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    for (name, linked) in &named {
        let key = (name.as_str(), *linked);
        if let Some(number) = own(name)
            && !given.contains_key(&key)
            && taken.insert(number)
        {
            given.insert(key, number);
        }
    }
    let mut next = 1;
    for (name, linked) in &named {
        let key = (name.as_str(), *linked);
        if given.contains_key(&key) {
            continue;
        }
        while taken.contains(&next) {
            next += 1;
        }
        taken.insert(next);
        given.insert(key, next);
        notes.add("UW3085", "/lessons", format!("{name} = {next}"));
    }
    named
        .iter()
        .map(|(name, linked)| given.get(&(name.as_str(), *linked)).copied().unwrap_or(0))
        .collect()
}

/// Subjects without a noemer of their own that are taught in several graden.
fn by_graad(decided: &Decided<'_>) -> BTreeSet<SubjectId> {
    let mut graden: BTreeMap<&SubjectId, BTreeSet<Graad>> = BTreeMap::new();
    for (at, lesson) in decided.lessons() {
        let graad = decided.school.graad(LessonIx(at.0));
        graden.entry(&lesson.subject).or_default().extend(graad);
    }
    let document = decided.school.document();
    let ids: BTreeSet<String> = document.subjects.iter().map(|s| s.id.to_string()).collect();
    let own = |id: &SubjectId| {
        let subject = document.subjects.iter().find(|s| s.id == *id);
        subject.is_some_and(|s| s.noemer.is_some())
    };
    // A name that ends in a digit, or that would then be another subject's, stays as it is.
    let clear = |id: &SubjectId, graden: &BTreeSet<Graad>| {
        !id.as_str().ends_with(|c: char| c.is_ascii_digit())
            && graden
                .iter()
                .all(|g| !ids.contains(&format!("{id}{}", g.0)))
    };
    graden
        .into_iter()
        .filter(|(id, graden)| graden.len() > 1 && !own(id) && clear(id, graden))
        .map(|(id, _)| id.clone())
        .collect()
}
