//! Who teaches which class, as OneRoster files.

use uurwerk_model::{Diagnostic, Diagnostics, Group, LessonIx, Role};

use crate::exchange::{Decided, Written, left_out};
use crate::notes::Notes;

/// The version of OneRoster to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 1.1: roles stand with the users.
    V1p1,
    /// 1.2: roles have a file of their own.
    V1p2,
}

/// Writes manifest, orgs, academic sessions, courses, classes, users (and roles) and enrolments. Pupils are in no document of Uurwerk, so none are
/// written.
///
/// # Errors
/// UW3702 should a file not be writable, which memory alone could cause.
pub fn write(decided: &Decided<'_>, version: Version) -> Result<Written, Diagnostics> {
    let mut notes = Notes::default();
    let writer = Writer { decided, version };
    let mut tables = vec![
        writer.manifest(),
        writer.orgs(),
        writer.sessions(),
        writer.courses(),
        writer.classes(),
        writer.users(),
        writer.enrollments(),
    ];
    if version == Version::V1p2 {
        tables.push(writer.roles());
    }
    let mut files = Vec::new();
    for (name, rows) in tables {
        let content = text(&rows).map_err(|detail| {
            let fault = Diagnostic::error("UW3702", "").in_file(name);
            Diagnostics(vec![fault.with("detail", detail)])
        })?;
        files.push((name.to_owned(), content));
    }
    left_out(decided, &[], &mut notes);
    Ok(Written {
        files,
        lost: notes.into_warnings(),
    })
}

type Rows = Vec<Vec<String>>;

fn text(rows: &Rows) -> Result<Vec<u8>, String> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    rows.iter()
        .try_for_each(|row| writer.write_record(row))
        .map_err(|fault| fault.to_string())?;
    writer.into_inner().map_err(|fault| fault.to_string())
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

const ORG: &str = "org-1";
const SESSION: &str = "session-1";

struct Writer<'a> {
    decided: &'a Decided<'a>,
    version: Version,
}

impl Writer<'_> {
    fn manifest(&self) -> (&'static str, Rows) {
        let version = match self.version {
            Version::V1p1 => "1.1",
            Version::V1p2 => "1.2",
        };
        let mut rows = vec![
            row(["propertyName", "value"]),
            row(["manifest.version", "1.0"]),
            row(["oneroster.version", version]),
        ];
        let written = [
            "academicSessions",
            "classes",
            "courses",
            "enrollments",
            "orgs",
            "users",
        ];
        let absent = [
            "categories",
            "classResources",
            "courseResources",
            "demographics",
            "lineItems",
            "resources",
            "results",
        ];
        for file in written {
            rows.push(vec![format!("file.{file}"), "bulk".to_owned()]);
        }
        for file in absent {
            rows.push(vec![format!("file.{file}"), "absent".to_owned()]);
        }
        if self.version == Version::V1p2 {
            rows.push(row(["file.roles", "bulk"]));
            rows.push(row(["file.userProfiles", "absent"]));
        }
        rows.push(row(["source.systemName", "Uurwerk"]));
        rows.push(row(["source.systemCode", "uurwerk"]));
        ("manifest.csv", rows)
    }

    fn orgs(&self) -> (&'static str, Rows) {
        let head = row([
            "sourcedId",
            "status",
            "dateLastModified",
            "name",
            "type",
            "identifier",
            "parentSourcedId",
        ]);
        let name = self.decided.school.document().name.as_str();
        (
            "orgs.csv",
            vec![head, row([ORG, "", "", name, "school", "", ""])],
        )
    }

    /// The year in which the school year ends names it.
    fn sessions(&self) -> (&'static str, Rows) {
        let head = row([
            "sourcedId",
            "status",
            "dateLastModified",
            "title",
            "type",
            "startDate",
            "endDate",
            "parentSourcedId",
            "schoolYear",
        ]);
        let mut rows = vec![head];
        let said = self
            .decided
            .school
            .document()
            .school_year
            .as_deref()
            .unwrap_or_default();
        let (from, to) = said.split_once('-').unwrap_or(("", ""));
        let dates = if from.is_empty() {
            [String::new(), String::new()]
        } else {
            [format!("{from}-09-01"), format!("{to}-06-30")]
        };
        rows.push(row([
            SESSION,
            "",
            "",
            said,
            "schoolYear",
            &dates[0],
            &dates[1],
            "",
            to,
        ]));
        ("academicSessions.csv", rows)
    }

    fn courses(&self) -> (&'static str, Rows) {
        let mut rows = vec![row([
            "sourcedId",
            "status",
            "dateLastModified",
            "schoolYearSourcedId",
            "title",
            "courseCode",
            "grades",
            "orgSourcedId",
            "subjects",
            "subjectCodes",
        ])];
        for subject in &self.decided.school.document().subjects {
            let id = format!("course-{}", subject.id);
            rows.push(row([
                &id,
                "",
                "",
                SESSION,
                &subject.name,
                subject.id.as_str(),
                "",
                ORG,
                &subject.name,
                "",
            ]));
        }
        ("courses.csv", rows)
    }

    fn classes(&self) -> (&'static str, Rows) {
        let head = [
            "sourcedId",
            "status",
            "dateLastModified",
            "title",
            "grades",
            "courseSourcedId",
            "classCode",
            "classType",
            "location",
            "schoolSourcedId",
            "termSourcedIds",
            "subjects",
            "subjectCodes",
            "periods",
        ];
        let mut rows = vec![row(head)];
        for class in self.decided.school.classes() {
            let id = format!("class-{}", class.id);
            let year = class.year.to_string();
            let room = class.home_room.as_ref().map_or("", |r| r.as_str());
            rows.push(row([
                &id,
                "",
                "",
                &class.name,
                &year,
                "",
                class.id.as_str(),
                "homeroom",
                room,
                ORG,
                SESSION,
                "",
                "",
                "",
            ]));
        }
        for (at, lesson) in self.decided.lessons() {
            let school = self.decided.school;
            let subject = school
                .subject_ix(&lesson.subject)
                .map_or("", |s| school.subject(s).name.as_str());
            let group = |g: &Group| g.class.to_string();
            let title = [
                vec![subject.to_owned()],
                lesson.groups.iter().map(group).collect(),
            ]
            .concat()
            .join(" ");
            let years = lesson
                .groups
                .iter()
                .filter_map(|g| school.class_ix(&g.class))
                .map(|c| school.class(c).year.to_string());
            let mut years: Vec<String> = years.collect();
            years.sort();
            years.dedup();
            rows.push(row([
                &format!("lesson-{}", lesson.id),
                "",
                "",
                &title,
                &years.join(","),
                &format!("course-{}", lesson.subject),
                lesson.id.as_str(),
                "scheduled",
                &self.rooms(at),
                ORG,
                SESSION,
                subject,
                "",
                &self.periods(at),
            ]));
        }
        ("classes.csv", rows)
    }

    fn rooms(&self, at: LessonIx) -> String {
        let mut rooms: Vec<&str> = Vec::new();
        for room in self
            .decided
            .blocks(at)
            .iter()
            .flat_map(|p| p.rooms.iter().flatten())
        {
            if !rooms.contains(&room.as_str()) {
                rooms.push(room.as_str());
            }
        }
        rooms.join(",")
    }

    /// A place of the week per hour; where it is not placed its number, under the name of the link if it has one, so that the count is told
    /// in any case and parallel lessons tell the same.
    fn periods(&self, at: LessonIx) -> String {
        let lesson = self.decided.school.lesson(at);
        let slots = self
            .decided
            .blocks(at)
            .iter()
            .flat_map(|p| self.decided.slots(p));
        let mut places: Vec<String> = slots
            .map(|slot| format!("{}.{}", slot.day, slot.period))
            .collect();
        places.truncate(usize::from(lesson.hours));
        while places.len() < usize::from(lesson.hours) {
            let nth = places.len() + 1;
            places.push(match &lesson.link {
                Some(link) => format!("{}.{nth}", link.as_str().replace([',', '?'], " ")),
                None => format!("?{nth}"),
            });
        }
        places.join(",")
    }

    fn users(&self) -> (&'static str, Rows) {
        let new = self.version == Version::V1p2;
        let mut head = vec!["sourcedId", "status", "dateLastModified", "enabledUser"];
        if !new {
            head.extend(["orgSourcedIds", "role"]);
        }
        head.extend([
            "username",
            "userIds",
            "givenName",
            "familyName",
            "middleName",
            "identifier",
            "email",
            "sms",
            "phone",
            "agentSourcedIds",
            "grades",
            "password",
        ]);
        if new {
            head.extend([
                "userMasterIdentifier",
                "preferredGivenName",
                "preferredMiddleName",
                "preferredFamilyName",
                "primaryOrgSourcedId",
                "pronouns",
            ]);
        }
        let mut rows = vec![head.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>()];
        for teacher in self.decided.school.staff() {
            let (given, family) = teacher
                .name
                .split_once(' ')
                .unwrap_or(("", teacher.name.as_str()));
            let id = format!("user-{}", teacher.id);
            let cell = |column: &&str| match *column {
                "sourcedId" => id.clone(),
                "enabledUser" => "true".to_owned(),
                "orgSourcedIds" | "primaryOrgSourcedId" => ORG.to_owned(),
                "role" => "teacher".to_owned(),
                "username" | "identifier" => teacher.id.to_string(),
                "givenName" => given.to_owned(),
                "familyName" => family.to_owned(),
                _ => String::new(),
            };
            rows.push(head.iter().map(cell).collect());
        }
        ("users.csv", rows)
    }

    fn roles(&self) -> (&'static str, Rows) {
        let head = [
            "sourcedId",
            "status",
            "dateLastModified",
            "userSourcedId",
            "roleType",
            "role",
            "beginDate",
            "endDate",
            "orgSourcedId",
            "userProfileSourcedId",
        ];
        let mut rows = vec![row(head)];
        for teacher in self.decided.school.staff() {
            let (id, user) = (
                format!("role-{}", teacher.id),
                format!("user-{}", teacher.id),
            );
            rows.push(row([
                &id, "", "", &user, "primary", "teacher", "", "", ORG, "",
            ]));
        }
        ("roles.csv", rows)
    }

    fn enrollments(&self) -> (&'static str, Rows) {
        let head = [
            "sourcedId",
            "status",
            "dateLastModified",
            "classSourcedId",
            "schoolSourcedId",
            "userSourcedId",
            "role",
            "primary",
            "beginDate",
            "endDate",
        ];
        let mut rows = vec![row(head)];
        let enrol = |rows: &mut Rows, class: &str, teacher: &str, primary: bool| {
            let id = format!("enrollment-{}", rows.len());
            let user = format!("user-{teacher}");
            let primary = if primary { "true" } else { "false" };
            rows.push(row([
                &id, "", "", class, ORG, &user, "teacher", primary, "", "",
            ]));
        };
        for class in self.decided.school.classes() {
            if let Some(teacher) = &class.titularis {
                enrol(
                    &mut rows,
                    &format!("class-{}", class.id),
                    teacher.as_str(),
                    true,
                );
            }
        }
        for (at, lesson) in self.decided.lessons() {
            let mut seated: Vec<&str> = Vec::new();
            for (position, teacher) in lesson.positions.iter().zip(self.decided.teachers(at)) {
                let Some(teacher) = teacher.as_ref().filter(|t| !seated.contains(&t.as_str()))
                else {
                    continue;
                };
                let primary = position.role == Role::Lead && seated.is_empty();
                enrol(
                    &mut rows,
                    &format!("lesson-{}", lesson.id),
                    teacher.as_str(),
                    primary,
                );
                seated.push(teacher.as_str());
            }
        }
        ("enrollments.csv", rows)
    }
}
