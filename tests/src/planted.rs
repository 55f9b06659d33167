//! Schools with one contradiction in them, planted so that the least set of demands that contradict each other is known.
//!
//! Around it stands a small school that works by itself: three classes, their lessons, and teachers with time to spare.

use serde_json::{Value, json};
use uurwerk::{LessonId, Lock, Mode, RuleId, School, SchoolDocument, WishTarget};

/// A school and the demands, by JSON pointer and rule, that cannot hold together in it.
pub struct Planted {
    /// What kind of contradiction it is, and its number.
    pub name: String,
    /// The school.
    pub document: SchoolDocument,
    /// The only least conflict.
    pub expected: Vec<(String, &'static str)>,
}

/// How many schools there are.
pub const COUNT: usize = 54;

const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

/// A school in the making.
struct Maker {
    document: Value,
}

impl Maker {
    fn new() -> Self {
        let day = |id: &str| {
            let period = |p: u16| {
                let half = if p < 4 { "morning" } else { "afternoon" };
                let hour = 8 + p;
                json!({ "id": (p + 1).to_string(), "start": format!("{hour:02}:00"), "end": format!("{hour:02}:50"), "half_day": half })
            };
            json!({ "id": id, "name": id, "periods": (0..7).map(period).collect::<Vec<_>>() })
        };
        let noemers = [1, 2, 3].map(|g| json!({ "graad": g, "kind": "AV", "hours": 22 }));
        let mut maker = Self {
            document: json!({
                "uurwerk": { "kind": "school", "version": 1 }, "name": "planted",
                "grid": { "days": DAYS.map(day) }, "noemers": noemers,
                "subjects": [], "staff": [], "classes": [], "lessons": [], "rooms": [], "locks": [],
                "teams": [], "mentoring": { "pairs": [] }, "policy": { "rules": {} },
            }),
        };
        for (class, year) in [("1Z", 1), ("3Z", 3), ("5Z", 5)] {
            maker.class(class, year, 20);
            for subject in ["NED", "WIS", "LO"] {
                maker.lesson(subject, &[class], 3);
            }
        }
        maker.teacher("zoe", 9, [0, 30], &["NED", "WIS"]);
        maker.teacher("zeno", 9, [0, 30], &["WIS", "LO"]);
        maker.teacher("zita", 9, [0, 30], &["NED", "LO"]);
        maker
    }

    fn list(&mut self, name: &str) -> &mut Vec<Value> {
        self.document[name]
            .as_array_mut()
            .expect("the maker knows its lists")
    }

    fn push(&mut self, name: &str, value: Value) -> usize {
        self.list(name).push(value);
        self.list(name).len() - 1
    }

    fn class(&mut self, id: &str, year: u8, difficulty: u8) -> usize {
        let graad = year.div_ceil(2).min(3);
        self.push("classes", json!({ "id": id, "name": id, "graad": graad, "year": year, "stream": "a", "pupils": 20, "difficulty": difficulty }))
    }

    /// A lesson in single periods with one lead.
    fn lesson(&mut self, subject: &str, classes: &[&str], hours: u8) -> usize {
        if !self.list("subjects").iter().any(|s| s["id"] == subject) {
            self.push(
                "subjects",
                json!({ "id": subject, "name": subject, "kind": "AV" }),
            );
        }
        let groups: Vec<Value> = classes.iter().map(|c| json!({ "class": c })).collect();
        let id = format!("L{}", self.list("lessons").len());
        self.push(
            "lessons",
            json!({ "id": id, "subject": subject, "groups": groups, "hours": hours }),
        )
    }

    fn teacher(&mut self, id: &str, experience: u8, hours: [u8; 2], subjects: &[&str]) -> usize {
        let able = |s: &&str| json!({ "subject": s, "graden": [1, 2, 3], "level": "required" });
        let [min, max] = hours.map(|h| format!("{h}/22"));
        let min = if hours[0] == 0 { json!(0) } else { json!(min) };
        self.push("staff", json!({
            "id": id, "name": id, "contract": { "min": min, "target": max, "max": max }, "statute": "tabd",
            "experience": experience, "qualifications": subjects.iter().map(able).collect::<Vec<_>>(), "wishes": [],
        }))
    }

    fn field(&mut self, list: &str, at: usize, name: &str, value: Value) {
        self.list(list)[at][name] = value;
    }

    /// A teacher cannot come on these days.
    fn away(&mut self, teacher: usize, days: &[&str]) {
        for day in days {
            let wish = json!({ "on": { "day": day }, "value": -3 });
            self.wish(teacher, wish);
        }
    }

    fn away_at(&mut self, teacher: usize, day: &str, period: u8) {
        let slot = json!({ "day": day, "period": period.to_string() });
        self.wish(teacher, json!({ "on": { "slot": slot }, "value": -3 }));
    }

    fn wish(&mut self, teacher: usize, wish: Value) {
        let wishes = self.list("staff")[teacher]["wishes"].as_array_mut();
        wishes.expect("every teacher has wishes").push(wish);
    }

    fn lock(&mut self, lesson: usize, position: u8, teacher: &str) -> usize {
        self.push("locks", json!({ "teacher": { "lesson": format!("L{lesson}"), "position": position, "teacher": teacher } }))
    }

    fn lock_time(&mut self, lesson: usize, block: u8, day: &str, period: u8) -> usize {
        let start = json!({ "day": day, "period": period.to_string() });
        self.push(
            "locks",
            json!({ "time": { "lesson": format!("L{lesson}"), "block": block, "start": start } }),
        )
    }

    fn mode(&mut self, rule: &str, mode: &str) {
        self.document["policy"]["rules"][rule] = json!({ "mode": mode });
    }
}

fn lesson(at: usize) -> (String, &'static str) {
    (format!("/lessons/{at}"), "A1")
}

fn staff(at: usize, field: &str, rule: &'static str) -> (String, &'static str) {
    (format!("/staff/{at}{field}"), rule)
}

fn lock(at: usize, rule: &'static str) -> (String, &'static str) {
    (format!("/locks/{at}"), rule)
}

type Kind = (
    &'static str,
    fn(&mut Maker, u8) -> Vec<(String, &'static str)>,
);

/// Every kind of contradiction; the number makes variants.
const KINDS: [Kind; 18] = [
    ("too few hours of the only qualified teacher", |m, v| {
        // Three physics lessons in the third graad and one qualified half-timer; more lessons, shorter, after that.
        let (lessons, hours, most) = [(3, 4, 10), (4, 3, 11), (5, 2, 9)][usize::from(v)];
        let ann = m.teacher("ann", 9, [0, most], &["FYS"]);
        let mut expected: Vec<_> = (0..lessons)
            .map(|at| {
                let class = format!("5{at}");
                m.class(&class, 5, 20);
                lesson(m.lesson("FYS", &[&class], hours))
            })
            .collect();
        expected.push(staff(ann, "/contract", "B4"));
        expected
    }),
    ("a long block and a teacher with short visits", |m, v| {
        let ann = m.teacher("ann", 9, [0, 10], &["HOUT"]);
        let length = v + 2;
        for (at, day) in DAYS.iter().enumerate() {
            // Runs of at most `length - 1` periods are left.
            for period in 1..=7 {
                let short = at < 2 && period < 1 + length;
                if !short || period == length {
                    m.away_at(ann, day, period);
                }
            }
        }
        m.class("4A", 4, 20);
        let work = m.lesson("HOUT", &["4A"], length);
        m.field("lessons", work, "blocks", json!([length]));
        vec![lesson(work), staff(ann, "/wishes", "X4")]
    }),
    ("the days of a part-timer", |m, v| {
        // One day of seven periods for eight and more.
        let (lessons, hours) = [(2, 4), (4, 2), (3, 3)][usize::from(v)];
        let ann = m.teacher("ann", 9, [0, 12], &["MUZ"]);
        let day = usize::from(v);
        let others: Vec<&str> = (0..5).filter(|d| *d != day).map(|d| DAYS[d]).collect();
        m.away(ann, &others);
        let mut expected: Vec<_> = (0..lessons)
            .map(|at| {
                let class = format!("2{at}");
                m.class(&class, 2, 20);
                lesson(m.lesson("MUZ", &[&class], hours))
            })
            .collect();
        expected.push(staff(ann, "/wishes", "X4"));
        expected
    }),
    ("few half-days, strictly", |m, v| {
        let (lessons, hours, most) = [(3, 2, 1), (2, 3, 1), (3, 3, 2)][usize::from(v)];
        m.mode("G4", "hard");
        for other in 0..3 {
            m.field("staff", other, "half_days_max", json!(10));
        }
        let ann = m.teacher("ann", 9, [0, 12], &["PO"]);
        m.field("staff", ann, "half_days_max", json!(most));
        let mut expected: Vec<_> = (0..lessons)
            .map(|at| {
                let class = format!("2{at}");
                m.class(&class, 2, 20);
                lesson(m.lesson("PO", &[&class], hours))
            })
            .collect();
        expected.push(staff(ann, "", "G4"));
        expected
    }),
    ("one lab", |m, v| {
        let (lessons, hours) = [(6, 6), (4, 9), (9, 4)][usize::from(v)];
        m.push(
            "rooms",
            json!({ "id": "lab", "name": "lab", "kind": "lab" }),
        );
        m.push(
            "rooms",
            json!({ "id": "hall", "name": "hall", "kind": "hall" }),
        );
        m.teacher("ann", 9, [0, 22], &["CHE"]);
        m.teacher("bea", 9, [0, 22], &["CHE"]);
        (0..lessons)
            .map(|at| {
                let class = format!("5{at}");
                m.class(&class, 5, 20);
                let practical = m.lesson("CHE", &[&class], hours);
                m.field("lessons", practical, "rooms", json!([{ "kind": "lab" }]));
                (format!("/lessons/{practical}/rooms"), "X6")
            })
            .collect()
    }),
    ("locks and the graad of a starter", |m, v| {
        let years = [(1, 3), (1, 5), (3, 6)][usize::from(v)];
        let ann = m.teacher("ann", 1, [0, 20], &["NED"]);
        m.class("XA", years.0, 20);
        m.class("XB", years.1, 20);
        let (a, b) = (m.lesson("NED", &["XA"], 4), m.lesson("NED", &["XB"], 4));
        let (a, b) = (m.lock(a, 0, "ann"), m.lock(b, 0, "ann"));
        vec![lock(a, "K1"), lock(b, "K1"), staff(ann, "", "S2")]
    }),
    ("a hard class and only a starter", |m, v| {
        let ann = m.teacher("ann", 1 + v.min(1), [0, 20], &["TECH"]);
        m.class("2X", 2, 70 + 10 * v);
        let hard = m.lesson("TECH", &["2X"], 5 + v);
        vec![lesson(hard), staff(ann, "", "D1")]
    }),
    ("more lessons than the week of some pupils", |m, v| {
        // Pupils who are in the first half and in the first language group; no way of dividing the class shows it alone.
        let (whole, part) = [(10, 3), (8, 2), (11, 2)][usize::from(v)];
        let hours = [3, 4, 3][usize::from(v)];
        let class = m.class("6X", 6, 20);
        let parts = |ids: &str| json!({ "id": ids, "parts": [{ "id": "1" }, { "id": "2" }] });
        m.field(
            "classes",
            class,
            "partitions",
            json!([parts("half"), parts("lang")]),
        );
        let groups = ["half", "lang"]
            .map(|p| json!([{ "class": "6X", "part": { "partition": p, "part": "1" } }]));
        let mut all = Vec::new();
        for at in 0..whole + 2 {
            let subject = format!("V{at}");
            m.teacher(&format!("t{at}"), 9, [0, 20], &[&subject]);
            let own = if at < whole { hours } else { part };
            let lesson = m.lesson(&subject, &["6X"], own);
            if at >= whole {
                m.field("lessons", lesson, "groups", groups[at - whole].clone());
            }
            all.push((format!("/lessons/{lesson}"), "X0"));
        }
        all
    }),
    ("two teachers together who never meet", |m, v| {
        let (ann, bea) = (
            m.teacher("ann", 9, [0, 20], &["GES"]),
            m.teacher("bea", 9, [0, 20], &["GES"]),
        );
        m.teacher("gus", 9, [0, 20], &["GES"]);
        let day = usize::from(v);
        m.away(ann, &DAYS[day + 1..]);
        m.away(bea, &DAYS[..=day]);
        m.class("4X", 4, 20);
        let shared = m.lesson("GES", &["4X"], 1 + v);
        m.field(
            "lessons",
            shared,
            "positions",
            json!([{ "role": "lead" }, { "role": "co" }]),
        );
        let (a, b) = (m.lock(shared, 0, "ann"), m.lock(shared, 1, "bea"));
        vec![
            lock(a, "K1"),
            lock(b, "K1"),
            staff(ann, "/wishes", "X4"),
            staff(bea, "/wishes", "X4"),
        ]
    }),
    ("a settled time at which nobody can come", |m, v| {
        let ann = m.teacher("ann", 9, [0, 20], &["AAR"]);
        m.away(ann, &[DAYS[usize::from(v)]]);
        m.class("4X", 4, 20);
        let geography = m.lesson("AAR", &["4X"], 2);
        let at = m.lock_time(geography, 0, DAYS[usize::from(v)], 2 + v);
        vec![
            lesson(geography),
            lock(at, "K2"),
            staff(ann, "/wishes", "X4"),
        ]
    }),
    ("two settled times at once", |m, v| {
        m.class("4X", 4, 20);
        let (a, b) = (m.lesson("NED", &["4X"], 2), m.lesson("WIS", &["4X"], 2));
        let (a, b) = (
            m.lock_time(a, 0, "tue", 1 + v),
            m.lock_time(b, 1, "tue", 1 + v),
        );
        vec![lock(a, "K2"), lock(b, "K2")]
    }),
    ("linked lessons and too few people", |m, v| {
        for person in 0..=v {
            m.teacher(&format!("p{person}"), 9, [0, 20], &["RKG"]);
        }
        (0..v + 2)
            .map(|at| {
                let class = format!("1{at}");
                m.class(&class, 1, 20);
                let religion = m.lesson("RKG", &[&class], 2);
                m.field("lessons", religion, "link", json!("rel"));
                lesson(religion)
            })
            .collect()
    }),
    ("a contract that no lessons fill", |m, v| {
        let ann = m.teacher("ann", 9, [10 + v, 22], &["LAT"]);
        for class in ["3X", "4X"] {
            m.class(class, 3, 20);
            m.lesson("LAT", &[class], 4);
        }
        vec![staff(ann, "/contract", "B4")]
    }),
    ("a right to work that is not there", |m, v| {
        let ann = m.teacher("ann", 9, [0, 22], &["LAT"]);
        m.class("3X", 3, 20);
        m.lesson("LAT", &["3X"], 4);
        let volume = format!("{}/22", 5 + v);
        m.field(
            "staff",
            ann,
            "rights",
            json!([{ "volume": volume, "subjects": ["LAT"] }]),
        );
        vec![staff(ann, "/rights", "R1")]
    }),
    ("a mentor who is never there with the starter", |m, v| {
        let (ann, bea) = (
            m.teacher("ann", 12, [0, 20], &["NED"]),
            m.teacher("bea", 1, [0, 20], &["NED"]),
        );
        m.field("staff", ann, "mentor", json!(true));
        m.away(ann, &DAYS[1 + usize::from(v)..]);
        m.away(bea, &DAYS[..=usize::from(v)]);
        let pair = json!({ "mentor": "ann", "starter": "bea", "observations": 0, "meetings": 1 });
        m.document["mentoring"]["pairs"] = json!([pair]);
        vec![
            ("/mentoring/pairs/0".to_owned(), "M9"),
            staff(ann, "/wishes", "X4"),
            staff(bea, "/wishes", "X4"),
        ]
    }),
    ("a team that cannot meet", |m, v| {
        m.mode("C1", "hard");
        let days = usize::from(v) + 1;
        let mut people = vec![("ann", &DAYS[days..]), ("bea", &DAYS[..days])];
        // Two would be enough for the last team, but the third is never there.
        people.extend((v == 2).then_some(("cas", &DAYS[..])));
        let members: Vec<_> = people.iter().map(|(name, _)| *name).collect();
        let mut expected: Vec<_> = people
            .iter()
            .map(|(name, away)| {
                let teacher = m.teacher(name, 9, [0, 20], &["NED"]);
                m.away(teacher, away);
                staff(teacher, "/wishes", "X4")
            })
            .collect();
        m.push(
            "teams",
            json!({ "id": "T", "name": "T", "members": members, "meetings": 1 + v, "quorum": 2 }),
        );
        expected.push(("/teams/0".to_owned(), "C1"));
        expected
    }),
    ("lessons that would have to be cut", |m, v| {
        // The hours match; the lessons do not.
        let (most, hours): (u8, [u8; 3]) =
            [(7, [5, 5, 4]), (9, [6, 6, 6]), (8, [5, 6, 5])][usize::from(v)];
        let (ann, bea) = (
            m.teacher("ann", 9, [0, most], &["ECO"]),
            m.teacher("bea", 9, [0, most], &["ECO"]),
        );
        let mut expected: Vec<_> = hours
            .iter()
            .enumerate()
            .map(|(at, hours)| {
                let class = format!("5{at}");
                m.class(&class, 5, 20);
                lesson(m.lesson("ECO", &[&class], *hours))
            })
            .collect();
        expected.extend([staff(ann, "/contract", "B4"), staff(bea, "/contract", "B4")]);
        expected
    }),
    ("a starter with too many subjects", |m, v| {
        let subjects = ["GRI", "LAT", "ESP"];
        let ann = m.teacher("ann", 1, [0, 22], &subjects);
        let mut expected: Vec<_> = subjects
            .iter()
            .enumerate()
            .map(|(at, subject)| {
                let class = format!("3{at}");
                m.class(&class, 3, 20);
                lesson(m.lesson(subject, &[&class], 2 + v))
            })
            .collect();
        expected.push(staff(ann, "", "S1"));
        expected
    }),
];

/// A school with a known contradiction, by number below [`COUNT`].
pub fn planted(number: usize) -> Planted {
    let (name, plant) = KINDS[number % KINDS.len()];
    let variant = (number / KINDS.len()) as u8;
    let mut maker = Maker::new();
    let mut expected = plant(&mut maker, variant);
    expected.sort();
    Planted {
        name: format!("{name} ({variant})"),
        document: serde_json::from_value(maker.document).expect("the maker makes school documents"),
        expected,
    }
}

/// The school in hand.
pub fn school(document: &SchoolDocument) -> School {
    School::from_document(document.clone()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The school when a demand is given up in its own document, as a director would do it.
pub fn without(document: &SchoolDocument, pointer: &str, rule: &str) -> SchoolDocument {
    let mut document = document.clone();
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let at = |step: usize| -> usize { steps[step].parse().expect("a position") };
    match (steps[0], rule) {
        ("lessons", "X6") => document.lessons[at(1)].rooms.clear(),
        ("lessons", _) => {
            let lesson = document.lessons.remove(at(1));
            document.locks.retain(|lock| lesson_of(lock) != &lesson.id);
            if document
                .lessons
                .iter()
                .filter(|l| l.link == lesson.link)
                .count()
                == 1
            {
                document.lessons.iter_mut().for_each(|l| l.link = None);
            }
        }
        ("locks", _) => _ = document.locks.remove(at(1)),
        ("classes", _) => document.classes[at(1)].difficulty = 0,
        ("mentoring", _) => _ = document.mentoring.pairs.remove(at(2)),
        ("teams", _) => _ = document.teams.remove(at(1)),
        ("staff", rule) => {
            let teacher = &mut document.staff[at(1)];
            match rule {
                "B4" => {
                    teacher.contract.min.0 = 0;
                    teacher.contract.max.0 *= 3;
                }
                "R1" => teacher.rights.clear(),
                "X4" => teacher.wishes.retain(|wish| {
                    let time = matches!(
                        wish.on,
                        WishTarget::Slot(_) | WishTarget::HalfDay { .. } | WishTarget::Day(_)
                    );
                    !time || wish.value > -3
                }),
                "G4" => teacher.half_days_max = Some(14),
                _ => {
                    // A rule for starters: of this rule alone, so it is made soft for all and must hold for the others.
                    let setting = document.policy.rules.entry(RuleId::from(rule)).or_default();
                    setting.mode = Some(Mode::Soft);
                }
            }
        }
        other => panic!("{other:?} is no demand"),
    }
    document
}

fn lesson_of(lock: &Lock) -> &LessonId {
    match lock {
        Lock::Teacher(lock) => &lock.lesson,
        Lock::Time(lock) => &lock.lesson,
        Lock::Room(lock) => &lock.lesson,
    }
}
