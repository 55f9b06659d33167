//! The school bench's first job (who teaches what) as an ordinary school under an ordinary policy.
//!
//! Every term of the bench's cost is a rule of the catalogue: `prep` P1, `spread` S7, `fair` D4, `fairmax` D5, `cap`
//! D6, `under` and `over` B5; qualification and most hours are Q1 and B4. Difficulties 1 to 5 become 20 to 100.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uurwerk::{Allocation, School};

/// Percent of difficulty in one step of the bench's scale.
const STEP: i64 = 20;

/// What is wrong with an instance.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// A whole number of an instance.
fn number(value: &Value, field: &str) -> Result<i64, Fault> {
    let found = value.get(field).and_then(Value::as_i64);
    found.ok_or_else(|| format!("no whole number {field}").into())
}

fn list<'v>(value: &'v Value, field: &str) -> Result<&'v Vec<Value>, Fault> {
    let found = value.get(field).and_then(Value::as_array);
    found.ok_or_else(|| format!("no list {field}").into())
}

fn hours(hours: i64) -> String {
    format!("{hours}/22")
}

/// The school document of an instance; lesson and teacher `n` are the instance's unit and teacher `n`.
///
/// # Errors
/// What the instance lacks, or asks that the rules cannot say.
pub fn document(instance: &Value) -> Result<Value, Fault> {
    let mut subjects: BTreeMap<String, Value> = BTreeMap::new();
    let (mut classes, mut lessons, mut staff) = (Vec::new(), Vec::new(), Vec::new());
    for (at, class) in list(instance, "classes")?.iter().enumerate() {
        let year = number(class, "year")?;
        // Streams are left out: a preparation of the bench is a subject in a year.
        classes.push(json!({ "id": format!("c{at}"), "name": class["id"], "graad": (year + 1) / 2, "year": year,
            "stream": "a", "pupils": 20, "difficulty": STEP * number(class, "difficulty")? }));
    }
    let subject_name = |value: &Value| {
        let name = value.as_str().map(str::to_owned);
        name.ok_or_else(|| Fault::from("a subject is not a name"))
    };
    for (at, unit) in list(instance, "units")?.iter().enumerate() {
        let subject = subject_name(&unit["subject"])?;
        lessons.push(
            json!({ "id": format!("u{at}"), "subject": subject, "hours": number(unit, "hours")?,
            "groups": [{ "class": format!("c{}", number(unit, "class")?) }] }),
        );
        let data = json!({ "id": subject, "name": subject, "kind": "AV", "noemer": 22 });
        subjects.insert(subject, data);
    }
    for (at, teacher) in list(instance, "teachers")?.iter().enumerate() {
        let mut graden: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
        for pair in list(teacher, "qual")? {
            graden
                .entry(subject_name(&pair[0])?)
                .or_default()
                .push(&pair[1]);
        }
        graden.retain(|subject, _| subjects.contains_key(subject));
        let able = graden.into_iter();
        let able = able.map(|(s, g)| json!({ "subject": s, "graden": g, "level": "required" }));
        let starter = teacher["starter"].as_bool().unwrap_or(false);
        let (target, max) = (number(teacher, "target")?, number(teacher, "max")?);
        staff.push(json!({ "id": format!("t{at}"), "name": teacher["id"], "statute": "tabd",
            "contract": { "min": hours(0), "target": hours(target), "max": hours(max) },
            "experience": if starter { 1 } else { 9 }, "qualifications": able.collect::<Vec<_>>() }));
    }
    Ok(json!({
        "uurwerk": { "kind": "school", "version": 1 }, "name": instance["name"], "grid": grid(instance)?,
        "subjects": subjects.into_values().collect::<Vec<_>>(), "staff": staff, "classes": classes,
        "lessons": lessons, "policy": policy(&instance["weights"])?,
    }))
}

fn grid(instance: &Value) -> Result<Value, Fault> {
    let mut days = Vec::new();
    for (at, periods) in list(instance, "periods")?.iter().enumerate() {
        let periods = (0..periods.as_i64().unwrap_or(0)).map(|p| {
            let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
            let half = if p < 4 { "morning" } else { "afternoon" };
            json!({ "id": (p + 1).to_string(), "start": clock(500 + 60 * p), "end": clock(550 + 60 * p), "half_day": half })
        });
        days.push(json!({ "id": format!("d{at}"), "name": format!("d{at}"), "periods": periods.collect::<Vec<_>>() }));
    }
    Ok(json!({ "days": days }))
}

fn policy(weights: &Value) -> Result<Value, Fault> {
    let weight = |field| number(weights, field);
    let (under, over) = (weight("under")?, weight("over")?);
    if under < 1 || over % under != 0 {
        return Err("an hour over must cost a multiple of an hour under".into());
    }
    let threshold = STEP * weight("difficult")?;
    let free = weight("free_preps")?;
    let soft =
        |weight: i64, params: Value| json!({ "mode": "soft", "weight": weight, "params": params });
    let mut rules = json!({
        "P1": soft(weight("prep")?, json!({ "year_1": free, "year_2": free, "others": free })),
        "S7": soft(weight("spread")?, json!({ "max": 0 })),
        "D4": soft(weight("fair")?, json!({ "threshold": threshold })),
        "D5": soft(weight("fairmax")?, json!({ "threshold": threshold })),
        "D6": soft(weight("cap")?, json!({ "threshold": threshold, "percent": 50 })),
        "B5": soft(under, json!({ "above": over / under })),
    });
    for other in ["Q2", "R1", "S1", "S2", "S3", "D1", "D2", "D3", "B1", "W1"] {
        rules[other] = json!({ "mode": "off" });
    }
    Ok(json!({ "preset": "law-only", "rules": rules }))
}

/// The bench's answer: the teacher of every unit, or nothing where there is none.
pub fn answer(school: &School, allocation: &Allocation) -> Value {
    let teacher = |lesson: &Vec<Option<_>>| {
        lesson
            .first()
            .copied()
            .flatten()
            .map(uurwerk::TeacherIx::at)
    };
    let teachers = allocation.teachers.iter().map(teacher);
    debug_assert_eq!(school.lessons().len(), allocation.teachers.len());
    json!({ "teacher": teachers.collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{bench, judged};
    use uurwerk::measure::{measure, totals};
    use uurwerk::rules::Settings;
    use uurwerk::{Case, TeacherIx};

    /// The policy's total is the judge's cost, for the planted loads and for loads drawn at random.
    #[test]
    fn the_rules_cost_what_the_judge_says() {
        let Some(bench) = bench() else {
            eprintln!("the school bench is not there: nothing to compare with");
            return;
        };
        for name in ["small-s1", "medium-s2", "large-s3"] {
            let path = bench.join(format!("instances/{name}.json"));
            let instance: Value =
                serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let school = School::parse(&document(&instance).unwrap().to_string()).unwrap();
            let settings = Settings::of(&school.document().policy).unwrap();
            let units = instance["units"].as_array().unwrap();
            for draw in 0..3_u64 {
                let mut dice = draw;
                let mut allocation = Allocation::empty(&school);
                for (at, unit) in units.iter().enumerate() {
                    let able = unit["qualified"].as_array().unwrap();
                    dice = dice
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1_442_695_040_888_963_407);
                    let teacher = match draw {
                        0 => &unit["planted"],
                        _ => &able[(dice >> 33) as usize % able.len()],
                    };
                    let teacher = TeacherIx::from(teacher.as_u64().unwrap() as usize);
                    allocation.teachers[at][0] = Some(teacher);
                }
                let case = Case {
                    school: &school,
                    allocation: &allocation,
                    timetable: None,
                };
                let results = measure(&case, &settings);
                // Mentoring is no part of the bench.
                let results: Vec<_> = (results.into_iter())
                    .filter(|result| !result.rule.as_str().starts_with('M'))
                    .collect();
                let (hard, cost) = totals(&results);
                assert_eq!(
                    (hard, cost),
                    judged(&bench, &path, "alloc", &answer(&school, &allocation)),
                    "{name} {draw}"
                );
            }
        }
    }
}
