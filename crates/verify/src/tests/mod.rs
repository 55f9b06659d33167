//! Tiny hand-made cases: a school of a few lines for each rule, with the expected number worked out
//! in a comment.

mod claims;
mod load;
mod manifest;
mod outside;
mod people;
mod rounds;
mod support;
mod time;
mod trainees;
mod walks;

use serde_json::{Value, json};
use uurwerk_model::{PlanDocument, School};

use crate::case::Case;
use crate::rules::{Params, RULES};

/// A teacher of mathematics in all graden, full-time in range and aiming at `target`.
pub(crate) fn teacher(id: &str, experience: u8, target: &str) -> Value {
    json!({
        "id": id, "name": id, "statute": "tabd", "experience": experience,
        "contract": {"min": 0, "target": target, "max": "22/22"},
        "qualifications": [{"subject": "WIS", "graden": [1, 2, 3], "level": "required"}],
    })
}

/// A class of the A-stroom (or doorstroom) with pupils and difficulty.
pub(crate) fn class(id: &str, year: u8, pupils: u16, difficulty: u8) -> Value {
    let stream = if year <= 2 { "a" } else { "doorstroom" };
    json!({
        "id": id, "name": id, "graad": year.div_ceil(2), "year": year, "stream": stream,
        "pupils": pupils, "difficulty": difficulty,
    })
}

/// A lesson of single hours.
pub(crate) fn lesson(id: &str, subject: &str, class: &str, hours: u8) -> Value {
    json!({"id": id, "subject": subject, "groups": [{"class": class}], "hours": hours})
}

/// The value with a field set.
pub(crate) fn set(mut value: Value, field: &str, to: Value) -> Value {
    value[field] = to;
    value
}

/// A school: Monday with three periods in the morning and two in the afternoon, Tuesday with three in
/// the morning; noemers 22, 21 and 20 for general subjects and 29 for practice.
pub(crate) fn school(staff: Vec<Value>, classes: Vec<Value>, lessons: Vec<Value>) -> Value {
    let period = |id: u8, half: &str| {
        let start = format!("{:02}:00", 8 + id);
        let end = format!("{:02}:50", 8 + id);
        json!({"id": id.to_string(), "start": start, "end": end, "half_day": half})
    };
    let morning = |n: u8| (1..=n).map(|id| period(id, "morning")).collect::<Vec<_>>();
    let mut monday = morning(3);
    monday.extend([period(4, "afternoon"), period(5, "afternoon")]);
    let subject = |id: &str, kind: &str| json!({"id": id, "name": id, "kind": kind});
    json!({
        "uurwerk": {"kind": "school", "version": 1},
        "name": "x",
        "grid": {"days": [
            {"id": "mon", "name": "mon", "periods": monday},
            {"id": "tue", "name": "tue", "periods": morning(3)},
        ]},
        "noemers": [
            {"graad": 1, "kind": "AV", "hours": 22}, {"graad": 2, "kind": "AV", "hours": 21},
            {"graad": 3, "kind": "AV", "hours": 20}, {"graad": 1, "kind": "PV", "hours": 29},
        ],
        "subjects": [subject("WIS", "AV"), subject("NED", "AV"), subject("FRA", "AV"), subject("LAB", "PV")],
        "rooms": [
            {"id": "A", "name": "A", "kind": "classroom", "capacity": 20},
            {"id": "B", "name": "B", "kind": "classroom", "capacity": 30},
            {"id": "L", "name": "L", "kind": "lab"},
        ],
        "staff": staff, "classes": classes, "lessons": lessons,
    })
}

/// A plan for a school: who (lesson, position, teacher), when (lesson, block, day, period, room).
pub(crate) struct Plan {
    pub(crate) who: Vec<(&'static str, usize, &'static str)>,
    pub(crate) when: Vec<(
        &'static str,
        usize,
        &'static str,
        &'static str,
        &'static str,
    )>,
    pub(crate) protected: Vec<Value>,
}

/// Who teaches what, without a timetable.
pub(crate) fn who(who: &[(&'static str, usize, &'static str)]) -> Plan {
    Plan {
        who: who.to_vec(),
        when: Vec::new(),
        protected: Vec::new(),
    }
}

impl Plan {
    /// The same with a timetable; a room of `-` is none.
    pub(crate) fn when(
        mut self,
        when: &[(
            &'static str,
            usize,
            &'static str,
            &'static str,
            &'static str,
        )],
    ) -> Self {
        self.when = when.to_vec();
        self
    }

    /// The same with one more protected period.
    pub(crate) fn protect(mut self, slot: Value) -> Self {
        self.protected.push(slot);
        self
    }

    /// The document, with an empty report.
    pub(crate) fn document(&self, school: &School) -> Value {
        let lesson = |id: &str| {
            let found = school.lessons().iter().find(|l| l.id.as_str() == id);
            found.expect("a lesson of the school")
        };
        let allocation = self.who.iter().map(|(id, position, teacher)| {
            let role = lesson(id).positions[*position].role;
            json!({"lesson": id, "position": position, "role": role, "teacher": teacher})
        });
        let timetable = self.when.iter().map(|(id, block, day, period, room)| {
            let length = lesson(id).block_lengths()[*block];
            let rooms = if *room == "-" {
                json!([])
            } else {
                json!([room])
            };
            json!({
                "lesson": id, "block": block, "day": day, "period": period, "length": length,
                "rooms": rooms,
            })
        });
        json!({
            "uurwerk": {"kind": "plan", "version": 1},
            "school": {"name": "x", "sha256": school.hash()},
            "made": {"version": "0.1.0", "seed": 1, "threads": 1},
            "allocation": allocation.collect::<Vec<_>>(),
            "timetable": timetable.collect::<Vec<_>>(),
            "protected": self.protected,
            "rules": [],
            "certificate": {"allocation": {"hard": 0, "soft": 0, "bound": 0, "status": "feasible"}},
        })
    }
}

pub(crate) fn read(school: &Value) -> School {
    School::parse(&school.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

pub(crate) fn read_plan(plan: &Value) -> PlanDocument {
    PlanDocument::parse(&plan.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The deviation of a rule with its default numbers.
pub(crate) fn deviation(rule: &str, school: &Value, plan: &Plan) -> i64 {
    deviation_with(rule, school, plan, &[])
}

/// The deviation of a rule with some numbers set.
pub(crate) fn deviation_with(
    rule: &str,
    school: &Value,
    plan: &Plan,
    numbers: &[(&'static str, i64)],
) -> i64 {
    let school = read(school);
    let plan = read_plan(&plan.document(&school));
    let case = Case::of(school.document(), &plan);
    let rule = RULES.iter().find(|r| r.id == rule).expect("a rule");
    let mut params = Params(rule.numbers.iter().map(|n| (n.0, n.1)).collect());
    for (name, value) in numbers {
        assert!(params.0.insert(name, *value).is_some(), "no number {name}");
    }
    (rule.measure)(&case, &params)
}
