//! Staff: contracts that hold the present loads, qualifications, wishes about time, reductions.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Assignment, Contract, FteUnits, Graad, Lesson, LessonId, Qualification, QualificationLevel,
    SubjectId, Task, TaskKind, Teacher, TeacherId, Wish, WishTarget,
};

use super::cells::SCALE;
use super::lessons::{Lessons, Source};
use super::notes::Notes;
use super::profile::TeacherProfile;
use super::records::{RequestKind, TeacherRow};

/// Units of work in an hour of which 22 are a full-time job.
const HOUR: i64 = FteUnits::FULL.0 / 22;

type Cells = BTreeMap<(SubjectId, QualificationLevel), BTreeSet<Graad>>;

/// The members of staff; `graad` tells in which graad a lesson counts.
pub(super) fn staff(
    source: &Source<'_>,
    lessons: &Lessons,
    graad: impl Fn(&Lesson) -> Option<Graad>,
    notes: &mut Notes,
) -> Vec<Teacher> {
    let mut rows: Vec<(String, Option<&TeacherRow>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &source.export.teachers {
        if row.name == "?" {
            notes.add("UW3066", "/staff", "?");
        } else if seen.insert(row.name.clone()) {
            rows.push((row.name.clone(), Some(row)));
        }
    }
    for named in &lessons.allocation {
        let name = named.teacher.to_string();
        if seen.insert(name.clone()) {
            notes.add("UW3067", "/staff", name.clone());
            rows.push((name, None));
        }
    }
    let work = present_work(source, lessons, &graad);
    let mut wishes = wishes(source, notes);
    let mut tasks = tasks(source, notes);
    let mut qualifications = qualifications(source, notes);
    add_taught(&mut qualifications, &work, notes);
    let unsaid = TeacherProfile::default();
    let defaults = &source.profile.staff;
    let mut staff = Vec::new();
    for (name, row) in rows {
        let said = source.profile.teacher.get(&name).unwrap_or(&unsaid);
        let is_starter = source.profile.starters.contains(&name);
        if said.experience.is_none() && said.starter.is_none() && !is_starter {
            notes.add("UW3039", "/staff", name.clone());
        }
        let tasks = tasks.remove(&name).unwrap_or_default();
        let mut load = Load::default();
        load.units = tasks.iter().map(|t| t.load.0).sum();
        load.hours = load.units / HOUR;
        for taught in work.get(&name).into_iter().flatten() {
            load.units += taught.units;
            load.hours += i64::from(taught.hours);
        }
        if said.statute.is_none() {
            notes.add("UW3078", "/staff", name.clone());
        }
        let contract = said.contract.unwrap_or_else(|| {
            notes.add("UW3077", "/staff", name.clone());
            let target = row.and_then(|r| r.target);
            contract(&name, load, target, defaults.margin_hours, notes)
        });
        staff.push(Teacher {
            contract,
            statute: said.statute.unwrap_or(defaults.statute),
            experience: said
                .experience
                .unwrap_or(if is_starter { 1 } else { defaults.experience }),
            starter: said.starter.or(is_starter.then_some(true)),
            qualifications: listed(qualifications.remove(&name).unwrap_or_default()),
            wishes: wishes.remove(&name).unwrap_or_default(),
            previous: Vec::new(),
            rights: Vec::new(),
            tasks,
            half_days_max: said.half_days_max,
            sites: Vec::new(),
            mentor: said.mentor.unwrap_or(false),
            evaluator: said.evaluator.as_deref().map(TeacherId::from),
            name: row.map_or_else(|| name.clone(), |r| full_name(r, &name)),
            id: TeacherId::from(name),
        });
    }
    staff
}

fn full_name(row: &TeacherRow, name: &str) -> String {
    let parts = [row.first_name.as_str(), row.surname.as_str()];
    let full = parts.join(" ").trim().to_owned();
    if full.is_empty() {
        name.to_owned()
    } else {
        full
    }
}

/// One counting position that somebody has at present.
struct Taught {
    lesson: LessonId,
    subject: SubjectId,
    graad: Option<Graad>,
    hours: u8,
    units: i64,
}

fn present_work(
    source: &Source<'_>,
    lessons: &Lessons,
    graad: impl Fn(&Lesson) -> Option<Graad>,
) -> BTreeMap<String, Vec<Taught>> {
    let by_id: BTreeMap<&LessonId, &Lesson> = lessons.list.iter().map(|l| (&l.id, l)).collect();
    let mut work: BTreeMap<String, Vec<Taught>> = BTreeMap::new();
    let counting = lessons.allocation.iter().filter(|a| a.role.counts());
    for Assignment {
        lesson, teacher, ..
    } in counting
    {
        let lesson = by_id[lesson];
        let graad = graad(lesson);
        let noemer = source.subjects.noemer(&lesson.subject, graad);
        let load = noemer.and_then(|n| FteUnits::of_hours(u32::from(lesson.hours), n));
        work.entry(teacher.to_string()).or_default().push(Taught {
            lesson: lesson.id.clone(),
            subject: lesson.subject.clone(),
            graad,
            hours: lesson.hours,
            units: load.unwrap_or_default().0,
        });
    }
    work
}

#[derive(Clone, Copy, Default)]
struct Load {
    units: i64,
    hours: i64,
}

/// A range around the present load that also holds the weekly target of Untis. The target is in
/// hours of the kind that the person teaches, so it weighs what these hours weigh on average.
fn contract(
    name: &str,
    load: Load,
    target: Option<i64>,
    margin: u8,
    notes: &mut Notes,
) -> Contract {
    let weighed = target.map(|hundred_thousandths| {
        let (units, hours) = if load.hours > 0 {
            (load.units, load.hours)
        } else {
            (HOUR, 1)
        };
        let exact = i128::from(hundred_thousandths) * i128::from(units);
        (exact / i128::from(SCALE) / i128::from(hours)) as i64
    });
    let plausible = |t: &i64| load.units == 0 || (t - load.units).abs() * 4 <= load.units;
    if weighed.is_some_and(|t| !plausible(&t)) {
        notes.add("UW3043", "/staff", name);
    }
    if load.units > FteUnits::FULL.0 {
        notes.add(
            "UW3044",
            "/staff",
            format!("{name} ({})", FteUnits(load.units)),
        );
    }
    let weighed = weighed.filter(plausible);
    // Nobody is asked to work who has no work now, but the target stays open to them.
    let target = if load.units == 0 {
        0
    } else {
        weighed.unwrap_or(load.units)
    };
    let margin = i64::from(margin) * HOUR;
    let most = load.units.max(target).max(weighed.unwrap_or(0));
    Contract {
        min: FteUnits((load.units.min(target) - margin).max(0)),
        target: FteUnits(target),
        max: FteUnits(most + margin),
    }
}

/// Wishes of teachers about places of the week; other time requests have no field.
fn wishes(source: &Source<'_>, notes: &mut Notes) -> BTreeMap<String, Vec<Wish>> {
    let mut wishes: BTreeMap<String, Vec<Wish>> = BTreeMap::new();
    for request in source.export.requests.iter().filter(|r| r.value != 0) {
        let Some(slot) = source.week.slot((request.day, request.period)) else {
            continue;
        };
        if request.kind != RequestKind::Teacher {
            let what = format!("{} {}.{}", request.name, slot.day, slot.period);
            notes.add("UW3059", "/lessons", what);
            continue;
        }
        wishes.entry(request.name.clone()).or_default().push(Wish {
            on: WishTarget::Slot(slot),
            value: request.value,
            reason: None,
        });
    }
    wishes
}

/// Reductions (GPU020) as work beside lessons.
fn tasks(source: &Source<'_>, notes: &mut Notes) -> BTreeMap<String, Vec<Task>> {
    let mut tasks: BTreeMap<String, Vec<Task>> = BTreeMap::new();
    for row in &source.export.reductions {
        let words = [row.reason.as_str(), row.text.as_str()].join(" ");
        let mentor = words.to_lowercase().contains("ment");
        notes.add(
            "UW3068",
            "/staff",
            format!("{} {}", row.teacher, row.reason),
        );
        tasks.entry(row.teacher.clone()).or_default().push(Task {
            name: words.trim().to_owned(),
            kind: if mentor {
                TaskKind::Mentoring
            } else {
                TaskKind::Other
            },
            // At most 10^9 hours: the product fits.
            load: FteUnits(row.value.max(0) * HOUR / SCALE),
            budget_line: None,
        });
    }
    tasks
}

fn qualifications(source: &Source<'_>, notes: &mut Notes) -> BTreeMap<String, Cells> {
    let level = source
        .profile
        .qualification_level
        .unwrap_or(QualificationLevel::Required);
    let mut all: BTreeMap<String, Cells> = BTreeMap::new();
    let mut unknown = BTreeSet::new();
    for (teacher, name) in &source.export.qualifications {
        let meant = source.subjects.qualified(name);
        if meant.is_empty() {
            unknown.insert(name.as_str());
        }
        for (subject, graden) in meant {
            let cells = all.entry(teacher.clone()).or_default();
            cells.entry((subject, level)).or_default().extend(graden);
        }
    }
    notes.all("UW3055", "/staff", unknown);
    if source.profile.qualification_level.is_none() {
        notes.all("UW3054", "/staff", all.keys().cloned());
    }
    all
}

/// What people teach today without a qualification, at the lowest level.
fn add_taught(
    all: &mut BTreeMap<String, Cells>,
    work: &BTreeMap<String, Vec<Taught>>,
    notes: &mut Notes,
) {
    for (name, taught) in work {
        let cells = all.entry(name.clone()).or_default();
        for Taught {
            lesson,
            subject,
            graad,
            ..
        } in taught
        {
            let Some(graad) = graad else { continue };
            let known = cells
                .iter()
                .any(|((s, _), g)| s == subject && g.contains(graad));
            if !known {
                notes.add(
                    "UW3056",
                    "/staff",
                    format!("{name} {subject} {} ({lesson})", graad.0),
                );
                let other = (subject.clone(), QualificationLevel::Other);
                cells.entry(other).or_default().insert(*graad);
            }
        }
    }
}

fn listed(cells: Cells) -> Vec<Qualification> {
    let make = |((subject, level), graden): ((SubjectId, QualificationLevel), BTreeSet<Graad>)| {
        Qualification {
            subject,
            graden: graden.into_iter().collect(),
            level,
        }
    };
    cells.into_iter().map(make).collect()
}
