//! Lessons: one school lesson per Untis lesson number; where a coupling holds several groups of
//! pupils, `123.1`, `123.2`, ... with one link.

use std::collections::BTreeMap;

use uurwerk_model::{
    Assignment, Class, Graad, Lesson, LessonId, Lock, Placement, Position, Role, RoomId, RoomNeed,
    SubjectId, TeacherId, TeacherLock, TimeLock,
};

use super::coupling::{Oddity, Strand, Teaching, strands};
use super::groups::Coupling;
use super::present::{Pattern, Present};
use super::profile::{Profile, SecondTeacher, Teachers, Times, WithoutPupils};
use super::records::Export;
use super::rooms::Rooms;
use super::subjects::Subjects;
use super::week::Week;
use crate::notes::Notes;

/// What lessons are made from.
pub(super) struct Source<'a> {
    pub export: &'a Export,
    pub profile: &'a Profile,
    pub week: &'a Week,
    pub subjects: &'a Subjects,
    pub rooms: &'a Rooms,
}

/// The lessons, and how they are given at present.
#[derive(Default)]
pub(super) struct Lessons {
    pub list: Vec<Lesson>,
    pub locks: Vec<Lock>,
    /// The present teachers.
    pub allocation: Vec<Assignment>,
    /// The present times and rooms.
    pub timetable: Vec<Placement>,
    /// Work beside lessons that stands among the lessons of Untis.
    pub beside: Vec<Beside>,
}

/// Hours without pupils that count in somebody's load.
pub(super) struct Beside {
    pub lesson: LessonId,
    pub teacher: TeacherId,
    pub subject: SubjectId,
    pub hours: u8,
    pub graad: Option<Graad>,
}

/// Makes the lessons; divides `classes` where a coupling asks for it.
pub(super) fn lessons(source: &Source<'_>, classes: &mut [Class], notes: &mut Notes) -> Lessons {
    let mut maker = Maker {
        source,
        present: Present::new(source.export),
        classes,
        notes,
        made: Lessons::default(),
    };
    for number in source.export.lessons.keys() {
        maker.coupling(*number);
    }
    maker.made
}

struct Maker<'a> {
    source: &'a Source<'a>,
    present: Present<'a>,
    classes: &'a mut [Class],
    notes: &'a mut Notes,
    made: Lessons,
}

impl Maker<'_> {
    fn coupling(&mut self, number: u32) {
        let rows = &self.source.export.lessons[&number];
        let hours = rows.iter().map(|r| r.hours).max().unwrap_or(0);
        if hours == 0 || rows.iter().all(|r| r.codes.contains('i')) {
            self.notes.add("UW3062", "/lessons", number.to_string());
            return;
        }
        let (mut strands, oddities) = strands(rows, self.present.rooms_used(number).as_ref());
        strands.retain(|strand| !self.nobody_on_duty(strand));
        if strands.is_empty() {
            self.notes.add("UW3062", "/lessons", number.to_string());
            return;
        }
        let coupling = Coupling::new(number, hours, &strands);
        let of_number = [
            ("UW3063", rows.iter().any(|r| !r.week.is_empty())),
            ("UW3064", rows.iter().any(|r| r.hours != hours)),
            ("UW3046", strands.len() > 1),
            ("UW3047", strands.iter().any(|s| s.teachers.len() > 1)),
            ("UW3048", oddities.contains(&Oddity::SecondSubject)),
            ("UW3052", oddities.contains(&Oddity::UnusedRoom)),
            ("UW3075", oddities.contains(&Oddity::SharedRoom)),
        ];
        for (code, _) in of_number.iter().filter(|(_, holds)| *holds) {
            self.notes.add(code, "/lessons", number.to_string());
        }
        coupling.divide(self.classes);
        let longest = rows.iter().max_by_key(|r| r.hours).unwrap_or(&rows[0]);
        let follow = self.source.profile.times == Times::All;
        let mut pattern = self
            .present
            .pattern(number, longest, self.source.week, follow);
        if follow {
            pattern = self
                .present
                .cut_where_rooms_change(number, &strands, pattern);
        }
        if pattern.blocks.iter().any(|b| *b > 1) {
            self.notes.add("UW3053", "/lessons", number.to_string());
        }
        let fixed = match self.source.profile.times {
            Times::Free => false,
            Times::Fixed => rows.iter().any(|r| r.codes.contains('X')),
            Times::All => true,
        };
        for at in 0..strands.len() {
            self.lesson(&coupling, at, &pattern);
            self.place(&coupling, at, &pattern, fixed);
        }
    }

    fn lesson(&mut self, coupling: &Coupling<'_>, at: usize, pattern: &Pattern) {
        let strand = &coupling.strands[at];
        let id = coupling.id(at);
        let roles = self.roles(strand);
        let weighs = strand.teachers.iter().any(|t| self.weighs(strand, t));
        let what = format!("{id} {}", strand.subject);
        match (roles.contains(&Role::Duty), weighs) {
            (true, true) => self.notes.add("UW3080", "/lessons", what),
            (true, false) => self.notes.add("UW3045", "/lessons", what),
            (false, _) => {}
        }
        let graad = self.graad(strand, &id, weighs);
        self.assign(strand, &id, &roles);
        self.beside(coupling, strand, &id, &roles, graad);
        let rooms = self.needs(coupling.number, strand, &id);
        let subject = self.source.subjects.id(&strand.subject);
        let single = pattern.blocks.iter().all(|b| *b == 1);
        self.made.list.push(Lesson {
            subject: subject
                .cloned()
                .unwrap_or_else(|| strand.subject.as_str().into()),
            groups: coupling.groups(at),
            hours: coupling.hours,
            blocks: if single {
                Vec::new()
            } else {
                pattern.blocks.clone()
            },
            positions: roles
                .into_iter()
                .map(|role| Position { role, hours: None })
                .collect(),
            rooms,
            link: coupling.link.clone(),
            weeks: uurwerk_model::Recurrence::default(),
            budget_line: None,
            graad,
            id,
        });
    }

    /// Whether a group is on duty with a place that nobody fills: there is nothing to plan.
    fn nobody_on_duty(&self, strand: &Strand) -> bool {
        let on_duty = self.roles(strand).contains(&Role::Duty);
        on_duty && strand.teachers.iter().any(|t| t.teacher.is_none())
    }

    /// Whether the hours of a teacher in a group count in a load.
    fn weighs(&self, strand: &Strand, teaching: &Teaching) -> bool {
        teaching.paid && !self.source.subjects.weightless(&strand.subject)
    }

    fn roles(&self, strand: &Strand) -> Vec<Role> {
        let tasks = self.source.profile.without_pupils == WithoutPupils::Tasks;
        let beside = tasks && strand.classes.is_empty();
        let role = |(nth, teaching): (usize, &Teaching)| {
            if beside || !self.weighs(strand, teaching) {
                return Role::Duty;
            }
            match self.source.profile.second_teacher {
                _ if nth == 0 => Role::Lead,
                SecondTeacher::Co => Role::Co,
                SecondTeacher::ByPupils if self.whole_class(teaching) => Role::Co,
                SecondTeacher::ByPupils | SecondTeacher::Lead => Role::Lead,
            }
        };
        strand.teachers.iter().enumerate().map(role).collect()
    }

    /// Hours on duty that count in somebody's load are tasks of that person.
    fn beside(
        &mut self,
        coupling: &Coupling<'_>,
        strand: &Strand,
        id: &LessonId,
        roles: &[Role],
        graad: Option<Graad>,
    ) {
        for (teaching, role) in strand.teachers.iter().zip(roles) {
            let subject = self.source.subjects.id(&strand.subject);
            if let (Some(teacher), Some(subject), Role::Duty) = (&teaching.teacher, subject, role)
                && self.weighs(strand, teaching)
            {
                self.made.beside.push(Beside {
                    lesson: id.clone(),
                    teacher: TeacherId::from(teacher.as_str()),
                    subject: subject.clone(),
                    hours: coupling.hours,
                    graad,
                });
            }
        }
    }

    /// Whether the rows of a teacher count all pupils of their classes.
    fn whole_class(&self, teaching: &Teaching) -> bool {
        let known = |name: &str| self.classes.iter().find(|c| c.id.as_str() == name);
        let classes = teaching.pupils.keys().filter_map(|name| known(name));
        let all: u32 = classes.map(|c| u32::from(c.pupils)).sum();
        let counted: u32 = teaching.pupils.values().map(|p| u32::from(*p)).sum();
        all > 0 && counted >= all
    }

    /// The graad that a lesson counts in, where its classes do not say so.
    fn graad(&mut self, strand: &Strand, id: &LessonId, weighs: bool) -> Option<Graad> {
        let subjects = self.source.subjects;
        let sits = |c: &&Class| strand.classes.iter().any(|name| name == c.id.as_str());
        let highest = self.classes.iter().filter(sits).map(|c| c.graad).max();
        let named = subjects.graad(&strand.subject);
        if named.is_some() && named != highest {
            return named;
        }
        let subject = subjects.id(&strand.subject)?;
        if highest.is_none() && weighs && subjects.noemer(subject, None).is_none() {
            self.notes
                .add("UW3069", "/lessons", format!("{id} {}", strand.subject));
            return Some(Graad(1));
        }
        None
    }

    fn assign(&mut self, strand: &Strand, id: &LessonId, roles: &[Role]) {
        let profile = self.source.profile;
        for (at, (teaching, role)) in strand.teachers.iter().zip(roles).enumerate() {
            let Some(teacher) = &teaching.teacher else {
                self.notes.add("UW3070", "/lessons", id.as_str());
                continue;
            };
            let position = at.min(255) as u8;
            let teacher = TeacherId::from(teacher.as_str());
            let free = role.counts() && profile.teachers == Teachers::Free;
            if free {
                self.notes
                    .add("UW3079", "/lessons", format!("{id} {teacher}"));
            } else {
                self.made.locks.push(Lock::Teacher(TeacherLock {
                    lesson: id.clone(),
                    position,
                    teacher: teacher.clone(),
                }));
            }
            self.made.allocation.push(Assignment {
                lesson: id.clone(),
                position,
                role: *role,
                teacher,
            });
        }
    }

    fn needs(&mut self, number: u32, strand: &Strand, id: &LessonId) -> Vec<RoomNeed> {
        let rooms = self.source.rooms;
        let seen = self.present.rooms_seen(number, strand);
        let foreseen = |room: &String| {
            let mut wanted = strand.rooms.iter().flatten();
            !rooms.is_real(room) || wanted.any(|name| rooms.foreseen(name, room))
        };
        if !strand.rooms.is_empty() && !seen.iter().all(foreseen) {
            self.notes.add("UW3051", "/lessons", id.as_str());
        }
        strand
            .rooms
            .iter()
            .map(|wanted| rooms.need(wanted, &seen))
            .collect()
    }

    fn place(&mut self, coupling: &Coupling<'_>, at: usize, pattern: &Pattern, fixed: bool) {
        let id = coupling.id(at);
        let needs = self
            .made
            .list
            .last()
            .map_or_else(Vec::new, |l| l.rooms.clone());
        for (block, (length, start)) in pattern.blocks.iter().zip(&pattern.starts).enumerate() {
            let block = block.min(255) as u8;
            let Some((at_place, start)) =
                start.and_then(|at| Some((at, self.source.week.slot(at)?)))
            else {
                if self.present.is_known() {
                    self.notes.add("UW3065", "/lessons", id.as_str());
                }
                continue;
            };
            let given = self
                .present
                .rooms_at(coupling.number, at_place, &coupling.strands[at]);
            self.made.timetable.push(Placement {
                lesson: id.clone(),
                block,
                day: start.day.clone(),
                period: start.period.clone(),
                length: *length,
                rooms: rooms_given(&needs, given, self.source.rooms),
            });
            if fixed {
                self.notes.add("UW3058", "/locks", format!("{id}/{block}"));
                self.made.locks.push(Lock::Time(TimeLock {
                    lesson: id.clone(),
                    block,
                    start,
                }));
            }
        }
    }
}

/// Gives each need a room of the timetable that it likes, or the first one left; fictional rooms are
/// no rooms.
fn rooms_given(needs: &[RoomNeed], mut given: Vec<String>, rooms: &Rooms) -> Vec<Option<RoomId>> {
    given.retain(|room| rooms.is_real(room));
    let mut chosen: BTreeMap<usize, RoomId> = BTreeMap::new();
    for liked_only in [true, false] {
        for (at, need) in needs.iter().enumerate() {
            let suits = |room: &String| {
                !liked_only || need.prefer.iter().any(|liked| liked.as_str() == room)
            };
            if !chosen.contains_key(&at)
                && let Some(found) = given.iter().position(suits)
            {
                chosen.insert(at, RoomId::from(given.remove(found)));
            }
        }
    }
    (0..needs.len()).map(|at| chosen.remove(&at)).collect()
}
