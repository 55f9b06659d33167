//! Tiny schools for tests: noemer 22 everywhere, so that an hour is 6090 units.

use uurwerk_model::*;

use crate::case::{Allocation, Case};
use crate::measure::measure;
use crate::rules::Settings;

/// A school in the making.
pub struct Tiny(pub SchoolDocument);

/// `hours` hours at noemer 22.
pub fn hours(hours: u32) -> FteUnits {
    FteUnits::of_hours(hours, 22).unwrap()
}

impl Tiny {
    /// Five days of seven periods, one subject kind, nobody and nothing in it.
    pub fn new() -> Self {
        let json = r#"{ "uurwerk": { "kind": "school", "version": 1 }, "name": "Tiny", "grid": { "days": [] },
            "subjects": [], "staff": [], "classes": [], "lessons": [] }"#;
        let mut document: SchoolDocument = serde_json::from_str(json).unwrap();
        let period = |at: u16| Period {
            id: (at + 1).to_string().into(),
            start: ClockTime(500 + 60 * at),
            end: ClockTime(550 + 60 * at),
            half_day: if at < 4 {
                HalfDay::Morning
            } else {
                HalfDay::Afternoon
            },
        };
        let day = |name: &str| Day {
            id: name.into(),
            name: name.into(),
            periods: (0..7).map(period).collect(),
        };
        document.grid.days = ["mon", "tue", "wed", "thu", "fri"].map(day).into();
        let noemer = |graad| Noemer {
            graad: Graad(graad),
            kind: SubjectKind::General,
            hours: 22,
        };
        document.noemers = [1, 2, 3].map(noemer).into();
        Self(document)
    }

    /// A class of 20 pupils in a year; the graad and stream A follow.
    pub fn class(mut self, id: &str, year: u8, difficulty: u8) -> Self {
        self.0.classes.push(Class {
            id: id.into(),
            name: id.into(),
            graad: Graad(year.div_ceil(2).min(3)),
            year,
            stream: Stream::A,
            pupils: 20,
            difficulty,
            partitions: Vec::new(),
            titularis: None,
            home_room: None,
        });
        self
    }

    /// Somebody with this many hours (least, aimed at, most), qualified for subjects in every graad.
    pub fn teacher(mut self, id: &str, experience: u8, work: [u32; 3], subjects: &[&str]) -> Self {
        let graden: Vec<Graad> = [1, 2, 3].map(Graad).into();
        let qualification = |subject: &&str| Qualification {
            subject: (*subject).into(),
            graden: graden.clone(),
            level: QualificationLevel::Required,
        };
        let [min, target, max] = work.map(hours);
        self.0.staff.push(Teacher {
            id: id.into(),
            name: id.into(),
            contract: Contract { min, target, max },
            statute: Statute::Tabd,
            experience,
            starter: None,
            qualifications: subjects.iter().map(qualification).collect(),
            wishes: Vec::new(),
            previous: Vec::new(),
            rights: Vec::new(),
            tasks: Vec::new(),
            half_days_max: None,
            sites: Vec::new(),
            mentor: false,
            evaluator: None,
        });
        self
    }

    /// A lesson with one lead; its subject is made on first use.
    pub fn lesson(mut self, id: &str, subject: &str, classes: &[&str], hours: u8) -> Self {
        if !self.0.subjects.iter().any(|s| s.id.as_str() == subject) {
            self.0.subjects.push(Subject {
                id: subject.into(),
                name: subject.to_lowercase(),
                kind: SubjectKind::General,
                noemer: None,
            });
        }
        let group = |class: &&str| Group {
            class: (*class).into(),
            part: None,
        };
        self.0.lessons.push(Lesson {
            id: id.into(),
            subject: subject.into(),
            groups: classes.iter().map(group).collect(),
            hours,
            blocks: Vec::new(),
            positions: vec![Position {
                role: Role::Lead,
                hours: None,
            }],
            rooms: Vec::new(),
            link: None,
            weeks: Recurrence::default(),
            budget_line: None,
            graad: None,
        });
        self
    }

    /// A lock of a lesson's lead on a teacher.
    pub fn lock(mut self, lesson: &str, teacher: &str) -> Self {
        self.0.locks.push(Lock::Teacher(TeacherLock {
            lesson: lesson.into(),
            position: 0,
            teacher: teacher.into(),
        }));
        self
    }

    /// One rule's mode, leaving the rest to the preset.
    pub fn mode(mut self, rule: &str, mode: Mode) -> Self {
        self.0.policy.rules.entry(rule.into()).or_default().mode = Some(mode);
        self
    }

    /// Any other change; the last teacher and lesson are the usual subject.
    pub fn with(mut self, change: impl FnOnce(&mut SchoolDocument)) -> Self {
        change(&mut self.0);
        self
    }

    /// The school.
    pub fn school(&self) -> School {
        School::from_document(self.0.clone()).unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    /// What a rule measures when lessons (their lead) go to teachers; its words must exist.
    pub fn measured(&self, rule: &str, given: &[(&str, &str)]) -> RuleResult {
        let school = self.school();
        let mut allocation = Allocation::empty(&school);
        for (lesson, teacher) in given {
            let lesson = school.lesson_ix(&(*lesson).into()).unwrap();
            allocation.teachers[lesson.at()][0] = school.teacher_ix(&(*teacher).into());
        }
        let settings = Settings::of(&school.document().policy).unwrap();
        let case = Case {
            school: &school,
            allocation: &allocation,
            timetable: None,
        };
        let results = measure(&case, &settings);
        let result = results
            .into_iter()
            .find(|result| result.rule.as_str() == rule)
            .unwrap();
        for finding in &result.findings {
            for language in Language::ALL {
                let words = finding.message.text(language);
                assert!(
                    !words.contains("{$") && words != finding.message.id,
                    "{words}"
                );
            }
        }
        result
    }

    /// A rule's deviation.
    pub fn deviation(&self, rule: &str, given: &[(&str, &str)]) -> i64 {
        self.measured(rule, given).deviation
    }
}
