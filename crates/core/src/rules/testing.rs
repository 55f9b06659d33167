//! Tiny schools for tests: days of four periods in half-days of two, classes of 20 pupils that can be
//! divided in two halves or three languages, one subject. People and classes come into being by
//! being named.

use uurwerk_model::*;

use super::{Body, Settings};
use crate::case::{Allocation, Case, Timetable};

/// A school in the making.
pub(crate) struct Sample {
    pub document: SchoolDocument,
    leads: Vec<Vec<Option<TeacherId>>>,
}

/// A sample school with a timetable.
pub(crate) struct Placed {
    pub school: School,
    pub allocation: Allocation,
    pub timetable: Timetable,
}

fn grid(days: usize) -> Grid {
    let period = |p: u16| Period {
        id: PeriodId((p + 1).to_string()),
        start: ClockTime(500 + 60 * p),
        end: ClockTime(550 + 60 * p),
        half_day: if p < 2 {
            HalfDay::Morning
        } else {
            HalfDay::Afternoon
        },
    };
    let day = |d: usize| Day {
        id: DayId(format!("d{d}")),
        name: format!("day {d}"),
        periods: (0..4).map(period).collect(),
    };
    Grid {
        days: (0..days).map(day).collect(),
    }
}

impl Sample {
    /// Days and nothing else.
    pub fn new(days: usize) -> Self {
        let document = serde_json::json!({
            "uurwerk": {"kind": "school", "version": 1},
            "name": "sample",
            "grid": grid(days),
            "noemers": [{"graad": 1, "kind": "AV", "hours": 22}],
            "subjects": [{"id": "S", "name": "subject", "kind": "AV"}],
            "staff": [], "classes": [], "lessons": [],
        });
        Self::of(serde_json::from_value(document).expect("the sample is a school document"))
    }

    /// A school without lessons.
    pub fn of(document: SchoolDocument) -> Self {
        let leads = Vec::new();
        Self { document, leads }
    }

    fn teacher(&mut self, name: &str) -> &mut Teacher {
        let staff = &mut self.document.staff;
        let known = staff.iter().position(|t| t.id.as_str() == name);
        let at = known.unwrap_or_else(|| {
            let teacher = serde_json::json!({
                "id": name, "name": name, "statute": "permanent", "experience": 10,
                "contract": {"min": 0, "target": "22/22", "max": "44/22"},
                "qualifications": [{"subject": "S", "graden": [1], "level": "required"}],
            });
            staff.push(serde_json::from_value(teacher).expect("the sample is a teacher"));
            staff.len() - 1
        });
        &mut staff[at]
    }

    fn class(&mut self, name: &str) -> &mut Class {
        let classes = &mut self.document.classes;
        let known = classes.iter().position(|c| c.id.as_str() == name);
        let at = known.unwrap_or_else(|| {
            let class = serde_json::json!({
                "id": name, "name": name, "graad": 1, "year": 1, "stream": "a", "pupils": 20,
                "partitions": [
                    {"id": "half", "parts": [{"id": "1"}, {"id": "2"}]},
                    {"id": "lang", "parts": [{"id": "1"}, {"id": "2"}, {"id": "3"}]},
                ],
            });
            classes.push(serde_json::from_value(class).expect("the sample is a class"));
            classes.len() - 1
        });
        &mut classes[at]
    }

    /// A lesson in blocks for groups such as `A` or `A/half/1`, with one lead.
    pub fn lesson(&mut self, blocks: &[u8], groups: &[&str], teacher: &str) -> usize {
        let group = |name: &&str| {
            let mut parts = name.split('/');
            let class = parts.next().unwrap_or_default();
            self.class(class);
            Group {
                class: class.into(),
                part: parts
                    .next()
                    .zip(parts.next())
                    .map(|(partition, part)| PartRef {
                        partition: partition.into(),
                        part: part.into(),
                    }),
            }
        };
        let groups = groups.iter().map(group).collect();
        self.teacher(teacher);
        let id = self.document.lessons.len();
        self.document.lessons.push(Lesson {
            id: LessonId(format!("L{id}")),
            subject: "S".into(),
            groups,
            hours: blocks.iter().sum(),
            blocks: blocks.to_vec(),
            positions: vec![Position {
                role: Role::Lead,
                hours: None,
            }],
            rooms: Vec::new(),
            link: None,
            weeks: Recurrence::default(),
            budget_line: None,
            graad: Some(Graad(1)),
        });
        self.leads.push(vec![Some(teacher.into())]);
        id
    }

    /// Lets a lesson come every second week, from the first (0) or the second (1) on; the blocks keep their lengths, and the
    /// hours are those of an average week.
    pub fn every_second(&mut self, lesson: usize, phase: u8) {
        let lesson = &mut self.document.lessons[lesson];
        lesson.hours /= 2;
        lesson.weeks = Recurrence {
            every: 2,
            phase: Some(phase),
        };
    }

    /// Adds a co-teacher for the first hours of a lesson.
    pub fn co(&mut self, lesson: usize, teacher: &str, hours: u8) {
        self.teacher(teacher);
        self.document.lessons[lesson].positions.push(Position {
            role: Role::Co,
            hours: Some(hours),
        });
        self.leads[lesson].push(Some(teacher.into()));
    }

    /// Lets a trainee practise in the first hours of a lesson.
    pub fn practise(&mut self, lesson: usize, trainee: &str, hours: u8) {
        self.co(lesson, trainee, hours);
        let lesson = &mut self.document.lessons[lesson];
        let position = lesson.positions.len() - 1;
        lesson.positions[position].role = Role::Trainee;
        self.document.locks.push(Lock::Teacher(TeacherLock {
            lesson: lesson.id.clone(),
            position: position as u8,
            teacher: trainee.into(),
        }));
    }

    /// Adds a group of trainees who come to practise.
    pub fn trainees(&mut self, id: &str, members: &[&str], mentor: Option<&str>) {
        members
            .iter()
            .chain(&mentor)
            .for_each(|m| _ = self.teacher(m));
        self.document.trainees.push(TraineeGroup {
            id: id.into(),
            name: id.to_owned(),
            members: members.iter().map(|m| TeacherId::from(*m)).collect(),
            mentor: mentor.map(TeacherId::from),
            days: Vec::new(),
            kind: TraineeKind::Internship,
        });
    }

    /// Gives lessons at the same time.
    pub fn link(&mut self, lessons: &[usize]) {
        let link = LinkId(format!("link{}", lessons[0]));
        for lesson in lessons {
            self.document.lessons[*lesson].link = Some(link.clone());
        }
    }

    /// Adds a room.
    pub fn room(&mut self, id: &str, kind: &str, capacity: Option<u16>) -> usize {
        self.document.rooms.push(Room {
            id: id.into(),
            name: id.to_owned(),
            kind: kind.into(),
            capacity,
            site: None,
            building: None,
        });
        self.document.rooms.len() - 1
    }

    /// Makes a lesson ask for a room of a kind.
    pub fn need(&mut self, lesson: usize, kind: &str) {
        self.document.lessons[lesson].rooms.push(RoomNeed {
            kind: Some(kind.into()),
            ..RoomNeed::default()
        });
    }

    /// Gives a class its own room.
    pub fn home_room(&mut self, class: &str, room: usize) {
        let room = self.document.rooms[room].id.clone();
        self.class(class).home_room = Some(room);
    }

    /// A place in the week by name.
    pub fn slot(&self, slot: usize) -> Slot {
        let day = &self.document.grid.days[slot / 4];
        Slot {
            day: day.id.clone(),
            period: day.periods[slot % 4].id.clone(),
        }
    }

    /// A wish of a teacher about a slot.
    pub fn wish(&mut self, teacher: &str, slot: usize, value: i8) {
        let on = WishTarget::Slot(self.slot(slot));
        self.teacher(teacher).wishes.push(Wish {
            on,
            value,
            reason: None,
        });
    }

    /// Sets the work that a teacher aims at.
    pub fn target(&mut self, teacher: &str, hours: u32, noemer: u16) {
        let load = FteUnits::of_hours(hours, noemer).expect("a Flemish noemer");
        self.teacher(teacher).contract.target = load;
    }

    /// Limits the half-days of a teacher.
    pub fn half_days_max(&mut self, teacher: &str, most: u8) {
        self.teacher(teacher).half_days_max = Some(most);
    }

    /// Adds a mentor and a starter.
    pub fn pair(&mut self, mentor: &str, starter: &str, observations: u8, meetings: u8) {
        self.teacher(mentor).mentor = true;
        self.teacher(starter).experience = 1;
        self.document.mentoring.pairs.push(MentorPair {
            mentor: mentor.into(),
            starter: starter.into(),
            observations,
            meetings,
            weeks: Recurrence::default(),
        });
    }

    /// Adds a team.
    pub fn team(&mut self, id: &str, members: &[&str], meetings: u8) {
        members.iter().for_each(|m| _ = self.teacher(m));
        self.document.teams.push(Team {
            id: id.into(),
            name: id.to_owned(),
            members: members.iter().map(|m| TeacherId::from(*m)).collect(),
            meetings,
            quorum: None,
            weeks: Recurrence::default(),
        });
    }

    /// Settles the start of a block.
    pub fn lock_time(&mut self, lesson: usize, block: u8, slot: usize) {
        let start = self.slot(slot);
        self.document.locks.push(Lock::Time(TimeLock {
            lesson: LessonId(format!("L{lesson}")),
            block,
            start,
        }));
    }

    /// Settles the first room of a block.
    pub fn lock_room(&mut self, lesson: usize, block: u8, room: usize) {
        let room = self.document.rooms[room].id.clone();
        self.document.locks.push(Lock::Room(RoomLock {
            lesson: LessonId(format!("L{lesson}")),
            block,
            need: 0,
            room,
        }));
    }

    /// The school and who teaches what in it.
    pub fn school(&self) -> (School, Allocation) {
        let school = School::from_document(self.document.clone())
            .unwrap_or_else(|faults| panic!("the sample is no valid school: {faults:?}"));
        let named = |lead: &Option<TeacherId>| lead.as_ref().and_then(|t| school.teacher_ix(t));
        let teachers = self
            .leads
            .iter()
            .map(|leads| leads.iter().map(named).collect());
        let allocation = Allocation {
            teachers: teachers.collect(),
        };
        (school, allocation)
    }

    /// The school with these blocks placed: (lesson, block, start).
    pub fn placed(&self, blocks: &[(usize, usize, Option<usize>)]) -> Placed {
        let (school, allocation) = self.school();
        let mut timetable = Timetable::empty(&school);
        for (lesson, block, start) in blocks {
            timetable.starts[*lesson][*block] = start.map(SlotIx::from);
        }
        Placed {
            school,
            allocation,
            timetable,
        }
    }
}

impl Placed {
    /// Puts a block into a room, its first need that has none yet.
    pub fn in_room(&mut self, lesson: usize, block: usize, room: usize) -> &mut Self {
        self.timetable.rooms[lesson][block][0] = Some(RoomIx::from(room));
        self
    }

    /// Takes all protected slots away.
    pub fn clear(&mut self) -> &mut Self {
        self.timetable.protected.clear();
        self
    }

    /// Adds a protected slot.
    pub fn protect(
        &mut self,
        kind: ProtectedKind,
        people: &[&str],
        lesson: Option<usize>,
        slot: usize,
    ) -> &mut Self {
        let people = people.iter().map(|p| TeacherId::from(*p));
        let people: Vec<_> = people.filter_map(|p| self.school.teacher_ix(&p)).collect();
        let at = SlotIx::from(slot);
        let mut slot = super::guarded::protected_slot(&self.school, kind, &people, at);
        slot.lesson = lesson.map(|l| self.school.lessons()[l].id.clone());
        self.timetable.protected.push(slot);
        self
    }

    /// Adds a slot of a team.
    pub fn protect_team(&mut self, team: &str, people: &[&str], slot: usize) -> &mut Self {
        self.protect(ProtectedKind::Team, people, None, slot);
        if let Some(slot) = self.timetable.protected.last_mut() {
            slot.team = Some(team.into());
        }
        self
    }

    /// As rules see it.
    pub fn case(&self) -> Case<'_> {
        Case {
            school: &self.school,
            allocation: &self.allocation,
            timetable: Some(&self.timetable),
        }
    }
}

/// The deviation of a time rule; its words must exist in every language.
pub(crate) fn deviation(rule: &str, placed: &Placed) -> i64 {
    deviation_with(rule, placed, &[])
}

/// The same with other numbers.
pub(crate) fn deviation_with(rule: &str, placed: &Placed, numbers: &[(&str, i64)]) -> i64 {
    let mut policy = placed.school.document().policy.clone();
    let own = policy.rules.entry(rule.into()).or_default();
    for (name, value) in numbers {
        own.params.insert((*name).to_owned(), (*value).into());
    }
    let settings = Settings::of(&policy).expect("the policy is right");
    let setting = settings.get(rule).expect("the rule is in the catalogue");
    let Body::Time { measure, .. } = setting.rule.body else {
        panic!("{rule} is no time rule");
    };
    let findings = measure(&placed.case(), setting);
    for finding in &findings {
        for language in Language::ALL {
            let words = finding.message.text(language);
            assert!(
                !words.contains("{$") && words != finding.message.id,
                "{words}"
            );
        }
    }
    findings.iter().map(|f| f.deviation).sum()
}
