//! Staff, classes and lessons out of the files.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Diagnostic, Diagnostics, Group, Part, PartRef, Partition};

use super::records::{Record, Records};
use crate::csv::Files;
use crate::exchange::Imported;
use crate::notes::Notes;
use crate::roster::{Roster, RosterClass, RosterLesson, assemble, distinct};

/// Makes a school of the files of OneRoster 1.1 or 1.2; which of the two they are, the files show (1.2 has `roles.csv`).
///
/// # Errors
/// Every fault with file, line and field: files and columns that are missing, ids that are blank, double or refer to nothing.
pub fn read(files: &Files) -> Result<Imported, Diagnostics> {
    let mut faults = Diagnostics::default();
    let mut file = |name: &'static str, columns: &[&str], required: bool| {
        let found = Records::read(files, name, columns, &mut faults);
        if found.is_none() && required {
            faults.push(
                Diagnostic::error("UW3701", "")
                    .in_file(name)
                    .with("name", name),
            );
        }
        found
    };
    let orgs = file("orgs.csv", &["sourcedId", "name"], false);
    let users = file("users.csv", &["sourcedId", "givenName", "familyName"], true);
    let roles = file("roles.csv", &["userSourcedId", "role"], false);
    let classes = file("classes.csv", &["sourcedId", "title"], true);
    let courses = file("courses.csv", &["sourcedId", "title"], false);
    let enrollments = file(
        "enrollments.csv",
        &["classSourcedId", "userSourcedId", "role"],
        true,
    );
    let sessions = file("academicSessions.csv", &["sourcedId"], false);
    let (Some(users), Some(classes), Some(enrollments)) = (users, classes, enrollments) else {
        return Err(faults);
    };
    if faults.has_errors() {
        return Err(faults);
    }
    let mut notes = Notes::default();
    let source = Source {
        people: users.by_id(&mut faults),
        groups: classes.by_id(&mut faults),
        courses: courses.as_ref().map(|c| (c, c.by_id(&mut faults))),
        users: &users,
        classes: &classes,
    };
    let sitting = source.enrolled(&enrollments, &mut faults);
    let teachers = source.teachers(roles.as_ref(), &sitting);
    let roster = source.roster(&teachers, &sitting, &mut notes, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let school = orgs.as_ref().and_then(|orgs| {
        let is_school = |r: &&Record| orgs.text(r, "type").eq_ignore_ascii_case("school");
        let found = orgs.rows.iter().find(is_school).or(orgs.rows.first())?;
        Some(orgs.text(found, "name").to_owned())
    });
    let year = sessions.as_ref().and_then(|sessions| {
        // OneRoster names a school year by the year in which it ends.
        let ends: Option<i32> = sessions
            .rows
            .iter()
            .find_map(|r| sessions.text(r, "schoolYear").parse().ok());
        ends.map(|end| format!("{}-{end}", end.saturating_sub(1)))
    });
    let roster = Roster {
        name: school
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "OneRoster".to_owned()),
        school_year: year,
        origin: if roles.is_some() {
            "OneRoster 1.2 CSV"
        } else {
            "OneRoster 1.1 CSV"
        }
        .to_owned(),
        ..roster
    };
    Ok(assemble(roster, notes))
}

struct Source<'a> {
    users: &'a Records,
    classes: &'a Records,
    people: BTreeMap<&'a str, &'a Record>,
    groups: BTreeMap<&'a str, &'a Record>,
    courses: Option<(&'a Records, BTreeMap<&'a str, &'a Record>)>,
}

/// Who is enrolled in a class of OneRoster.
#[derive(Default)]
struct Sitting<'a> {
    /// Teachers, the primary one first.
    teachers: Vec<&'a str>,
    students: BTreeSet<&'a str>,
}

type Enrolled<'a> = BTreeMap<&'a str, Sitting<'a>>;

impl<'a> Source<'a> {
    fn enrolled(&self, enrollments: &'a Records, faults: &mut Diagnostics) -> Enrolled<'a> {
        let mut enrolled: Enrolled<'a> = BTreeMap::new();
        for record in &enrollments.rows {
            let mut refer = |column: &str, file: &str, known: bool| {
                if !known {
                    let value = enrollments.text(record, column);
                    let fault = Diagnostic::error("UW3705", "")
                        .with("value", value)
                        .with("name", file);
                    faults.push(enrollments.fault(record, column, fault));
                }
                known
            };
            let class = enrollments.text(record, "classSourcedId");
            let user = enrollments.text(record, "userSourcedId");
            let both = [
                refer(
                    "classSourcedId",
                    "classes.csv",
                    self.groups.contains_key(class),
                ),
                refer("userSourcedId", "users.csv", self.people.contains_key(user)),
            ];
            if both.contains(&false) {
                continue;
            }
            let sitting = enrolled.entry(class).or_default();
            match enrollments
                .text(record, "role")
                .to_ascii_lowercase()
                .as_str()
            {
                "student" => {
                    sitting.students.insert(user);
                }
                "teacher" | "aide" | "proctor" if !sitting.teachers.contains(&user) => {
                    if enrollments
                        .text(record, "primary")
                        .eq_ignore_ascii_case("true")
                    {
                        sitting.teachers.insert(0, user);
                    } else {
                        sitting.teachers.push(user);
                    }
                }
                _ => {}
            }
        }
        enrolled
    }

    /// The people with a teacher's role, in the order of the file.
    fn teachers(&self, roles: Option<&Records>, enrolled: &Enrolled<'a>) -> Vec<&'a str> {
        let mut teaching: BTreeSet<&str> = enrolled
            .values()
            .flat_map(|s| s.teachers.iter().copied())
            .collect();
        if let Some(roles) = roles {
            let of_teacher = roles
                .rows
                .iter()
                .filter(|r| roles.text(r, "role").eq_ignore_ascii_case("teacher"));
            teaching.extend(of_teacher.map(|r| roles.text(r, "userSourcedId")));
        }
        let users = self.users;
        let ids = users
            .rows
            .iter()
            .map(|r| (users.text(r, "sourcedId"), users.text(r, "role")));
        ids.filter(|(id, role)| teaching.contains(id) || role.eq_ignore_ascii_case("teacher"))
            .map(|(id, _)| id)
            .collect()
    }

    fn is_homeroom(&self, record: &Record) -> bool {
        self.classes
            .text(record, "classType")
            .eq_ignore_ascii_case("homeroom")
    }

    fn roster(
        &self,
        teachers: &[&'a str],
        enrolled: &Enrolled<'a>,
        notes: &mut Notes,
        faults: &mut Diagnostics,
    ) -> Roster {
        let users = self.users;
        let staff: Vec<(String, String)> = teachers
            .iter()
            .filter_map(|id| {
                let record = self.people.get(id)?;
                let short = [
                    users.text(record, "identifier"),
                    users.text(record, "username"),
                ];
                let short = short.into_iter().find(|s| !s.is_empty()).unwrap_or(id);
                Some(((*id).to_owned(), short.to_owned()))
            })
            .collect();
        let staff_names = distinct(&staff, notes);
        let name_of = |id: &str| {
            let record = self.people.get(id);
            let name = record.map_or_else(String::new, |r| {
                [users.text(r, "givenName"), users.text(r, "familyName")].join(" ")
            });
            name.trim().to_owned()
        };
        let code = |id: &str, record: &Record| {
            let code = self.classes.text(record, "classCode");
            let title = self.classes.text(record, "title");
            (
                id.to_owned(),
                if code.is_empty() { title } else { code }.to_owned(),
            )
        };
        let rooms: Vec<&str> = self
            .classes
            .rows
            .iter()
            .filter(|r| self.is_homeroom(r))
            .map(|r| self.classes.text(r, "sourcedId"))
            .collect();
        let class_names = distinct(&self.codes(&rooms, code), notes);
        let lesson_ids: Vec<&str> = self
            .classes
            .rows
            .iter()
            .filter(|r| !self.is_homeroom(r))
            .map(|r| self.classes.text(r, "sourcedId"))
            .collect();
        let lesson_names = distinct(&self.codes(&lesson_ids, code), notes);
        let nobody = Sitting::default();
        let classes = rooms.iter().filter_map(|id| {
            let (record, sitting) = (self.groups.get(id)?, enrolled.get(id).unwrap_or(&nobody));
            let grade = self.classes.text(record, "grades");
            Some(RosterClass {
                id: class_names.get(*id)?.clone(),
                name: self.classes.text(record, "title").to_owned(),
                year: grade.split(',').find_map(|g| g.trim().parse().ok()),
                pupils: sitting.students.len().min(500) as u16,
                titularis: sitting
                    .teachers
                    .first()
                    .and_then(|t| staff_names.get(*t))
                    .cloned(),
                ..RosterClass::default()
            })
        });
        let classes: Vec<RosterClass> = classes.collect();
        let mut places = BTreeMap::new();
        let (subject_names, subject_of) = self.subjects(&lesson_ids, notes, faults);
        let lessons = lesson_ids.iter().filter_map(|id| {
            let (record, sitting) = (self.groups.get(id)?, enrolled.get(id).unwrap_or(&nobody));
            let told = self
                .classes
                .text(record, "periods")
                .split(',')
                .map(str::trim)
                .filter(|p| !p.is_empty());
            let told: BTreeSet<String> = told.map(str::to_owned).collect();
            let periods = told.len();
            let hours = periods.clamp(1, 40) as u8;
            let lesson = lesson_names.get(*id)?.clone();
            places.insert(lesson.clone(), told);
            if periods == 0 {
                notes.add("UW3357", "/lessons", lesson.as_str());
            }
            Some(RosterLesson {
                subject: subject_of.get(*id)?.clone(),
                groups: self.groups_of(record, sitting, &rooms, enrolled, &class_names),
                hours,
                blocks: vec![1; usize::from(hours)],
                teachers: sitting
                    .teachers
                    .iter()
                    .filter_map(|t| staff_names.get(*t).cloned())
                    .collect(),
                id: lesson,
                ..RosterLesson::default()
            })
        });
        let lessons = lessons.collect();
        let (classes, lessons) = parallel(classes, lessons, &places);
        Roster {
            lessons,
            classes,
            teachers: staff
                .iter()
                .filter_map(|(id, _)| {
                    let short = staff_names.get(id)?.clone();
                    let name = name_of(id);
                    Some((short.clone(), if name.is_empty() { short } else { name }))
                })
                .collect(),
            subjects: subject_names,
            ..Roster::default()
        }
    }

    fn codes(
        &self,
        ids: &[&str],
        code: impl Fn(&str, &Record) -> (String, String),
    ) -> Vec<(String, String)> {
        ids.iter()
            .filter_map(|id| Some(code(id, self.groups.get(id)?)))
            .collect()
    }

    /// Subjects with their names, and the subject of every lesson: its course, else what it says its subjects are, else its title.
    fn subjects(
        &self,
        lessons: &[&str],
        notes: &mut Notes,
        faults: &mut Diagnostics,
    ) -> (Vec<(String, String)>, BTreeMap<String, String>) {
        // Key, wanted id, name.
        let mut found: Vec<(String, String, String)> = Vec::new();
        let mut keys: BTreeMap<String, String> = BTreeMap::new();
        for id in lessons {
            let Some(record) = self.groups.get(id) else {
                continue;
            };
            let course = self.classes.text(record, "courseSourcedId");
            let known = self
                .courses
                .as_ref()
                .and_then(|(courses, by_id)| Some((*courses, *by_id.get(course)?)));
            let (key, short, name) = match known {
                Some((courses, row)) => {
                    let (code, title) =
                        (courses.text(row, "courseCode"), courses.text(row, "title"));
                    (
                        format!("course {course}"),
                        if code.is_empty() { title } else { code }.to_owned(),
                        title.to_owned(),
                    )
                }
                None => {
                    if !course.is_empty() && self.courses.is_some() {
                        let fault = Diagnostic::error("UW3705", "")
                            .with("value", course)
                            .with("name", "courses.csv");
                        faults.push(self.classes.fault(record, "courseSourcedId", fault));
                    }
                    let said = self.classes.text(record, "subjects");
                    let said = if said.is_empty() {
                        self.classes.text(record, "title")
                    } else {
                        said
                    };
                    (format!("subject {said}"), said.to_owned(), said.to_owned())
                }
            };
            if !found.iter().any(|(known, ..)| *known == key) {
                found.push((key.clone(), short, name));
            }
            keys.insert((*id).to_owned(), key);
        }
        let wanted: Vec<(String, String)> = found
            .iter()
            .map(|(key, short, _)| (key.clone(), short.clone()))
            .collect();
        let names = distinct(&wanted, notes);
        let list = found.iter().filter_map(|(key, _, name)| {
            let id = names.get(key)?.clone();
            Some((id.clone(), if name.is_empty() { id } else { name.clone() }))
        });
        let of_lesson = keys
            .into_iter()
            .filter_map(|(lesson, key)| Some((lesson, names.get(&key)?.clone())));
        (list.collect(), of_lesson.collect())
    }

    /// The classes whose pupils sit in a lesson; without pupils, those whose names stand in its title or code as a word.
    fn groups_of(
        &self,
        record: &Record,
        sitting: &Sitting<'_>,
        rooms: &[&str],
        enrolled: &Enrolled<'_>,
        names: &BTreeMap<String, String>,
    ) -> Vec<Group> {
        let group = |name: &String| Group {
            class: name.as_str().into(),
            part: None,
        };
        let shares = |room: &&&str| {
            enrolled
                .get(**room)
                .is_some_and(|home| !home.students.is_disjoint(&sitting.students))
        };
        let by_pupils: Vec<Group> = rooms
            .iter()
            .filter(shares)
            .filter_map(|room| names.get(*room))
            .map(group)
            .collect();
        if !by_pupils.is_empty() {
            return by_pupils;
        }
        let texts = ["title", "classCode"].map(|column| self.classes.text(record, column));
        let word = |name: &&String| {
            let mut words = texts
                .iter()
                .flat_map(|t| t.split(|c: char| c.is_whitespace() || ",;/()+·".contains(c)));
            words.any(|word| word == name.as_str())
        };
        rooms
            .iter()
            .filter_map(|room| names.get(*room))
            .filter(word)
            .map(group)
            .collect()
    }
}

/// Lessons of the same classes in the very same periods are parallel: each has a part of these classes, and they are linked.
fn parallel(
    mut classes: Vec<RosterClass>,
    mut lessons: Vec<RosterLesson>,
    places: &BTreeMap<String, BTreeSet<String>>,
) -> (Vec<RosterClass>, Vec<RosterLesson>) {
    let mut alike: BTreeMap<(&BTreeSet<String>, Vec<Group>), Vec<usize>> = BTreeMap::new();
    for (at, lesson) in lessons.iter().enumerate() {
        let told = places
            .get(&lesson.id)
            .filter(|told| !told.iter().any(|p| p.starts_with('?')));
        if let Some(told) = told.filter(|told| !told.is_empty() && !lesson.groups.is_empty()) {
            alike
                .entry((told, lesson.groups.clone()))
                .or_default()
                .push(at);
        }
    }
    for (nth, ((_, groups), members)) in alike
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .enumerate()
    {
        let partition = format!("parallel {}", nth + 1);
        for class in classes
            .iter_mut()
            .filter(|c| groups.iter().any(|g| g.class.as_str() == c.id))
        {
            class.partitions.push(Partition {
                id: partition.as_str().into(),
                parts: (1..=members.len())
                    .map(|part| Part {
                        id: part.to_string().into(),
                        pupils: None,
                    })
                    .collect(),
            });
        }
        for (part, at) in members.into_iter().enumerate() {
            lessons[at].link = Some(partition.clone());
            for group in &mut lessons[at].groups {
                group.part = Some(PartRef {
                    partition: partition.as_str().into(),
                    part: (part + 1).to_string().into(),
                });
            }
        }
    }
    (classes, lessons)
}
