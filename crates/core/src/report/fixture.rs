//! A tiny school with awkward names and a plan for it, for the tests of the report.

use serde_json::json;
use uurwerk_model::{
    Assignment, Certificate, Finding, Header, Kind, Made, Message, Mode, Placement, PlanDocument,
    Proof, ProtectedKind, ProtectedSlot, Role, RuleResult, School, SchoolIdentity, Status,
};

/// Two days of five periods; Ann (mentor), Bo (starter), Cleo (part-time); two classes, two rooms.
pub fn school() -> School {
    let day = |id: &str, name: &str| {
        let period = |n: usize, start: &str, end: &str, half: &str| json!({"id": n.to_string(), "start": start, "end": end, "half_day": half});
        json!({"id": id, "name": name, "periods": [
            period(1, "08:30", "09:20", "morning"), period(2, "09:20", "10:10", "morning"),
            period(3, "10:25", "11:15", "morning"), period(4, "13:00", "13:50", "afternoon"),
            period(5, "13:50", "14:40", "afternoon"),
        ]})
    };
    let teacher = |id: &str, name: &str, years: u8, target: &str, subject: &str| {
        json!({"id": id, "name": name, "statute": "tadd", "experience": years, "mentor": id == "ANN",
            "contract": {"min": 0, "target": target, "max": "22/22"},
            "qualifications": [{"subject": subject, "graden": [1], "level": "required"}]})
    };
    let class = |id: &str, year: u8, stream: &str, difficulty: u8| {
        json!({"id": id, "name": id, "graad": 1, "year": year, "stream": stream, "pupils": 18,
            "difficulty": difficulty, "partitions": [
                {"id": "half", "parts": [{"id": "x"}, {"id": "y"}]}]})
    };
    let half = |class: &str, part: &str| json!({"class": class, "part": {"partition": "half", "part": part}});
    let room = json!([{"kind": "classroom"}]);
    let document = json!({
        "uurwerk": {"kind": "school", "version": 1},
        "name": "Atheneum <Noord> & \"Zuid\"", "school_year": "2026-2027",
        "grid": {"days": [day("mon", "maandag"), day("tue", "dinsdag")]},
        "noemers": [{"graad": 1, "kind": "AV", "hours": 22}],
        "subjects": [{"id": "WIS", "name": "wiskunde", "kind": "AV"}, {"id": "FRA", "name": "Frans", "kind": "AV"}],
        "staff": [teacher("ANN", "Ann D'Hondt", 20, "5/22", "FRA"), teacher("BO", "Bo <script>", 1, "5/22", "WIS"),
            teacher("CLEO", "Cleo \"C\" Peeters & Zoon", 7, "4/22", "FRA")],
        "classes": [class("1A", 1, "a", 20), class("2B", 2, "b", 80)],
        "rooms": [{"id": "R1", "name": "lokaal 1", "kind": "classroom"}, {"id": "R2", "name": "lokaal 2", "kind": "classroom"}],
        "lessons": [
            {"id": "wis-1A", "subject": "WIS", "groups": [{"class": "1A"}], "hours": 3, "rooms": room},
            {"id": "wis-2B", "subject": "WIS", "groups": [{"class": "2B"}], "hours": 2, "blocks": [2], "rooms": room},
            {"id": "fra-1A", "subject": "FRA", "groups": [{"class": "1A"}], "hours": 3, "blocks": [2, 1],
                "positions": [{"role": "lead"}, {"role": "co", "hours": 2}], "rooms": room},
            {"id": "fra-2Bx", "subject": "FRA", "groups": [half("2B", "x")], "hours": 1, "link": "split", "rooms": room},
            {"id": "fra-2By", "subject": "FRA", "groups": [half("2B", "y")], "hours": 1, "link": "split", "rooms": room},
        ],
        "mentoring": {"pairs": [{"mentor": "ANN", "starter": "BO", "observations": 2, "meetings": 1}]},
        "teams": [{"id": "T", "name": "graadteam", "members": ["ANN", "BO", "CLEO"], "meetings": 1}],
    });
    School::parse(&document.to_string()).expect("a valid school")
}

/// The school with a plan: every lesson taught and placed, one observation of two kept.
pub fn pair() -> (School, PlanDocument) {
    let school = school();
    let identity = SchoolIdentity {
        name: school.document().name.clone(),
        sha256: school.hash(),
    };
    let proof = |soft, bound, status| Proof {
        hard: 0,
        soft,
        bound,
        status,
    };
    let plan = PlanDocument {
        uurwerk: Header::of(Kind::Plan),
        school: identity,
        made: Made {
            version: "0.1.0".into(),
            seed: 7,
            threads: 2,
            iterations: Some(1000),
        },
        allocation: vec![
            teaches("wis-1A", 0, "BO"),
            teaches("wis-2B", 0, "BO"),
            teaches("fra-1A", 0, "ANN"),
            Assignment {
                role: Role::Co,
                ..teaches("fra-1A", 1, "CLEO")
            },
            teaches("fra-2Bx", 0, "ANN"),
            teaches("fra-2By", 0, "CLEO"),
        ],
        timetable: vec![
            placed("wis-1A", 0, "mon", 1, 1, "R1"),
            placed("wis-1A", 1, "mon", 2, 1, "R1"),
            placed("wis-1A", 2, "tue", 3, 1, "R1"),
            placed("wis-2B", 0, "tue", 1, 2, "R2"),
            placed("fra-1A", 0, "mon", 4, 2, "R1"),
            placed("fra-1A", 1, "tue", 4, 1, "R1"),
            placed("fra-2Bx", 0, "mon", 3, 1, "R1"),
            placed("fra-2By", 0, "mon", 3, 1, "R2"),
        ],
        protected: vec![
            kept(
                ProtectedKind::Observation,
                &["ANN", "BO"],
                Some("wis-2B"),
                "tue",
                1,
                1,
            ),
            kept(ProtectedKind::Meeting, &["ANN", "BO"], None, "mon", 1, 1),
            kept(
                ProtectedKind::CoTeaching,
                &["ANN", "CLEO"],
                Some("fra-1A"),
                "mon",
                4,
                2,
            ),
            ProtectedSlot {
                team: Some("T".into()),
                ..kept(
                    ProtectedKind::Team,
                    &["ANN", "BO", "CLEO"],
                    None,
                    "tue",
                    5,
                    1,
                )
            },
        ],
        rules: vec![
            rule("Z1", Mode::Hard, 1, vec![]),
            rule(
                "Z2",
                Mode::Soft,
                5,
                vec![finding(4, &["BO"]), finding(1, &["CLEO"])],
            ),
            rule("Z3", Mode::Measure, 2, vec![finding(3, &["CLEO"])]),
        ],
        certificate: Certificate {
            allocation: proof(0, 0, Status::Optimal),
            timetable: Some(proof(25, 20, Status::Feasible)),
            tiers: Vec::new(),
            fairness: None,
            revision: None,
        },
    };
    (school, plan)
}

/// A finding about some people; its words are a message of the catalogue that will not change.
pub fn finding(deviation: i64, people: &[&str]) -> Finding {
    Finding {
        deviation,
        message: Message::new("unit-hours").with("n", deviation),
        people: people.iter().map(|p| (*p).into()).collect(),
        classes: vec![],
        lessons: vec![],
    }
}

/// A result of a rule that no catalogue knows, so that its words stay the same.
fn rule(id: &str, mode: Mode, weight: u32, findings: Vec<Finding>) -> RuleResult {
    let deviation = findings.iter().map(|f| f.deviation).sum();
    let cost = if mode == Mode::Soft {
        deviation * i64::from(weight)
    } else {
        0
    };
    RuleResult {
        rule: id.into(),
        mode,
        weight,
        params: Default::default(),
        deviation,
        cost,
        findings,
    }
}

fn teaches(lesson: &str, position: u8, teacher: &str) -> Assignment {
    Assignment {
        lesson: lesson.into(),
        position,
        role: Role::Lead,
        teacher: teacher.into(),
    }
}

fn placed(lesson: &str, block: u8, day: &str, period: u8, length: u8, room: &str) -> Placement {
    Placement {
        lesson: lesson.into(),
        block,
        day: day.into(),
        period: period.to_string().into(),
        length,
        rooms: vec![Some(room.into())],
    }
}

fn kept(
    kind: ProtectedKind,
    people: &[&str],
    lesson: Option<&str>,
    day: &str,
    period: u8,
    length: u8,
) -> ProtectedSlot {
    ProtectedSlot {
        kind,
        people: people.iter().map(|p| (*p).into()).collect(),
        lesson: lesson.map(Into::into),
        team: None,
        day: day.into(),
        period: period.to_string().into(),
        length,
        weeks: uurwerk_model::Recurrence::default(),
    }
}

/// The same with two students, of whom one practises in Bo's mathematics.
pub fn trainees() -> (School, PlanDocument) {
    let (school, mut plan) = pair();
    let mut document = serde_json::to_value(school.document()).expect("a document");
    let student = |id: &str, name: &str| {
        json!({"id": id, "name": name, "statute": "guest", "experience": 1, "starter": false,
            "contract": {"min": 0, "target": 0, "max": "22/22"}})
    };
    let staff = document["staff"].as_array_mut().expect("a list");
    staff.extend([student("DEE", "Dee"), student("EVA", "Eva")]);
    let lessons = document["lessons"].as_array_mut().expect("a list");
    let lesson = lessons.iter_mut().find(|l| l["id"] == "wis-2B");
    let lesson = lesson.expect("it is there");
    lesson["positions"] = json!([{"role": "lead"}, {"role": "trainee"}]);
    document["locks"] = json!([{"teacher": {"lesson": "wis-2B", "position": 1, "teacher": "DEE"}}]);
    document["trainees"] =
        json!([{"id": "S", "name": "stage", "members": ["DEE", "EVA"], "mentor": "ANN"}]);
    let school = School::parse(&document.to_string()).expect("a valid school");
    plan.school.sha256 = school.hash();
    plan.allocation.push(Assignment {
        lesson: "wis-2B".into(),
        position: 1,
        role: Role::Trainee,
        teacher: "DEE".into(),
    });
    (school, plan)
}
