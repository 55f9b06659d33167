//! The profile: what a school knows and its Untis files do not say, as a TOML file.
//!
//! Every assumption that the import reports names the key of the profile that overrides it.

use std::collections::BTreeMap;

use serde::Deserialize;
use uurwerk_model::{
    ClockTime, Contract, Diagnostic, Diagnostics, Mentoring, Noemer, Place, Policy,
    QualificationLevel, Statute, Stream, SubjectKind, Team, Travel,
};

/// What a school knows and its Untis files do not say. Without any key the defaults hold.
///
/// ```
/// use uurwerk_formats::untis::{Profile, Teachers};
/// let profile = Profile::parse(r#"
///     teachers = "free"
///     starters = ["Dec"]
///     [class.B2BB]
///     difficulty = 80
/// "#).unwrap();
/// assert_eq!(profile.teachers, Teachers::Free);
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// The school's name.
    pub name: Option<String>,
    /// Whether lessons keep the teachers whom Untis names.
    pub teachers: Teachers,
    /// What hours without pupils (coordination, mentoring) are.
    pub without_pupils: WithoutPupils,
    /// Which lessons keep the times of the present timetable.
    pub times: Times,
    /// What the second teacher of a class in the same room does.
    pub second_teacher: SecondTeacher,
    /// The level of the qualifications in GPU008; `required` when absent.
    pub qualification_level: Option<QualificationLevel>,
    /// Whether a last digit 1 to 3 of a subject's name is its graad; found out when absent.
    pub graad_suffix: Option<bool>,
    /// The rooms that do not exist and stand for "any room like"; found out when absent.
    pub fictional_rooms: Option<Vec<String>>,
    /// The starting teachers (memo 2.1).
    pub starters: Vec<String>,
    /// The clock times of the week.
    pub grid: GridProfile,
    /// What holds for members of staff of whom nothing else is known.
    pub staff: StaffProfile,
    /// Lesson hours of a full-time job, where they differ from the usual table.
    pub noemer: Vec<Noemer>,
    /// Subjects by their name in Untis.
    pub subject: BTreeMap<String, SubjectProfile>,
    /// Classes by their name in Untis.
    pub class: BTreeMap<String, ClassProfile>,
    /// Members of staff by their name in Untis.
    pub teacher: BTreeMap<String, TeacherProfile>,
    /// Rooms by their name in Untis.
    pub room: BTreeMap<String, RoomProfile>,
    /// How long the ways between buildings or sites are.
    pub travel: Vec<Travel>,
    /// Mentors and starters.
    pub mentoring: Mentoring,
    /// Teams that meet.
    pub team: Vec<Team>,
    /// The rules.
    pub policy: Policy,
}

/// Whether lessons keep the teachers whom Untis names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Teachers {
    /// Every named teacher is locked.
    #[default]
    Locked,
    /// Lessons go to any qualified teacher.
    Free,
}

/// What hours without pupils are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithoutPupils {
    /// Work beside lessons: they keep their people and count as tasks.
    #[default]
    Tasks,
    /// Lessons like any other: they ask for qualified teachers, and `teachers` is about them too.
    Lessons,
}

/// Which lessons keep the times of the present timetable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Times {
    /// Those with the code X (fixed) in Untis.
    #[default]
    Fixed,
    /// None.
    Free,
    /// All.
    All,
}

/// What a further teacher of the same class in the same room does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondTeacher {
    /// Co-teaches when the row counts the whole class, leads a part of it otherwise.
    #[default]
    ByPupils,
    /// Always leads a part.
    Lead,
    /// Always co-teaches.
    Co,
}

/// The clock times of the week.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GridProfile {
    /// Start of the first period.
    pub start: ClockTime,
    /// Length of a period in minutes.
    pub minutes: u16,
    /// The last period before the midday break, counting from 1; found out when absent.
    pub noon_after: Option<u8>,
    /// Length of the midday break in minutes.
    pub noon_minutes: u16,
    /// Length in minutes of the break after the second period of a half-day.
    pub break_minutes: u16,
}

impl Default for GridProfile {
    fn default() -> Self {
        Self {
            start: ClockTime(8 * 60 + 30),
            minutes: 50,
            noon_after: None,
            noon_minutes: 60,
            break_minutes: 15,
        }
    }
}

/// What holds for members of staff of whom nothing else is known.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StaffProfile {
    /// Years of service.
    pub experience: u8,
    /// Legal position.
    pub statute: Statute,
    /// Room on either side of the load as it stands, in hours of which 22 are a full-time job.
    pub margin_hours: u8,
}

impl Default for StaffProfile {
    fn default() -> Self {
        Self {
            experience: 10,
            statute: Statute::Permanent,
            margin_hours: 1,
        }
    }
}

/// What a school says about a subject.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SubjectProfile {
    /// Its id in the school document; subjects with the same id become one.
    pub id: Option<String>,
    /// Its type.
    pub kind: Option<SubjectKind>,
    /// Lesson hours of a full-time job.
    pub noemer: Option<u16>,
}

/// What a school says about a class.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClassProfile {
    /// The year, 1 to 7.
    pub year: Option<u8>,
    /// The graad, 1 to 3.
    pub graad: Option<u8>,
    /// Stroom or finaliteit.
    pub stream: Option<Stream>,
    /// Number of pupils.
    pub pupils: Option<u16>,
    /// How demanding the class is, 0 to 100.
    pub difficulty: Option<u8>,
}

/// What a school says about a member of staff.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TeacherProfile {
    /// Years of service, this one included.
    pub experience: Option<u8>,
    /// Whether this is a starter.
    pub starter: Option<bool>,
    /// Legal position.
    pub statute: Option<Statute>,
    /// The range of work.
    pub contract: Option<Contract>,
    /// Most half-days with lessons in a week.
    pub half_days_max: Option<u8>,
    /// Whether this person agreed to be a mentor.
    pub mentor: Option<bool>,
    /// The first evaluator.
    pub evaluator: Option<String>,
}

/// What a school says about a room.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoomProfile {
    /// Its kind.
    pub kind: Option<String>,
    /// Pupils it holds.
    pub capacity: Option<u16>,
    /// The building it stands in.
    pub building: Option<String>,
    /// The site it stands on.
    pub site: Option<String>,
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn parse(text: &str) -> Result<Self, Diagnostics> {
        let profile: Self = toml::from_str(text).map_err(|fault| {
            let start = fault.span().map_or(0, |span| span.start);
            let (line, column) = crate::line::of_byte(text, start);
            let diagnostic = Diagnostic::error("UW3010", "")
                .at(Place::Line {
                    line,
                    column: Some(column),
                })
                .with("detail", fault.message());
            Diagnostics(vec![diagnostic])
        })?;
        let faults = profile.out_of_range();
        if faults.has_errors() {
            return Err(faults);
        }
        Ok(profile)
    }

    /// Numbers that no school can mean, each with its key.
    fn out_of_range(&self) -> Diagnostics {
        let mut faults = Diagnostics::default();
        let mut check = |key: String, value: Option<u16>, min: u16, max: u16| {
            if let Some(value) = value.filter(|v| !(min..=max).contains(v)) {
                let fault = Diagnostic::error("UW3012", format!("/{}", key.replace('.', "/")))
                    .with("key", key)
                    .with("value", i64::from(value))
                    .with("min", i64::from(min))
                    .with("max", i64::from(max));
                faults.push(fault);
            }
        };
        let wide = |n: Option<u8>| n.map(u16::from);
        let grid = &self.grid;
        check("grid.minutes".into(), Some(grid.minutes), 1, 240);
        check("grid.noon_minutes".into(), Some(grid.noon_minutes), 0, 240);
        check(
            "grid.break_minutes".into(),
            Some(grid.break_minutes),
            0,
            120,
        );
        check("grid.noon_after".into(), wide(grid.noon_after), 1, 20);
        let years = wide(Some(self.staff.experience));
        check("staff.experience".into(), years, 1, 60);
        let margin = wide(Some(self.staff.margin_hours));
        check("staff.margin_hours".into(), margin, 0, 60);
        for (name, subject) in &self.subject {
            check(format!("subject.{name}.noemer"), subject.noemer, 1, 60);
        }
        for (name, class) in &self.class {
            check(format!("class.{name}.year"), wide(class.year), 1, 7);
            check(format!("class.{name}.graad"), wide(class.graad), 1, 3);
            check(format!("class.{name}.pupils"), class.pupils, 0, 500);
            let difficulty = wide(class.difficulty);
            check(format!("class.{name}.difficulty"), difficulty, 0, 100);
        }
        for (name, teacher) in &self.teacher {
            let years = wide(teacher.experience);
            check(format!("teacher.{name}.experience"), years, 1, 60);
        }
        for (name, room) in &self.room {
            check(format!("room.{name}.capacity"), room.capacity, 1, 5000);
        }
        for (at, way) in self.travel.iter().enumerate() {
            check(format!("travel.{at}.minutes"), Some(way.minutes), 0, 600);
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_has_its_line_and_column() {
        let faults = Profile::parse("name = \"VTI\"\nteachers = \"loose\"\n").unwrap_err();
        assert_eq!(faults.0[0].code(), "UW3010");
        let place = Place::Line {
            line: 2,
            column: Some(12),
        };
        assert_eq!(faults.0[0].place, place);
        assert!(Profile::parse("nmae = \"VTI\"").is_err());
    }

    /// The example of `docs/UNTIS.md` is a profile.
    #[test]
    fn the_documented_profile_is_read() {
        let page = include_str!("../../../../docs/UNTIS.md");
        let start = page.find("```toml\n").expect("an example") + "```toml\n".len();
        let end = start + page[start..].find("```").expect("its end");
        let profile = Profile::parse(&page[start..end]).unwrap();
        assert_eq!(profile.starters.len(), 2);
        assert_eq!(profile.teacher["Verr"].experience, Some(22));
    }

    #[test]
    fn numbers_out_of_range_are_all_reported() {
        let text = "[class.A]\nyear = 9\ndifficulty = 101\n[teacher.B]\nexperience = 0\n";
        let faults = Profile::parse(text).unwrap_err();
        let keys: Vec<_> = faults
            .iter()
            .map(|d| d.message.args["key"].clone())
            .collect();
        assert_eq!(
            keys,
            [
                "class.A.year".into(),
                "class.A.difficulty".into(),
                "teacher.B.experience".into()
            ]
        );
    }

    #[test]
    fn the_school_document_s_own_shapes_stand_in_a_profile() {
        let profile = Profile::parse(
            r#"
            [[noemer]]
            graad = 2
            kind = "PV"
            hours = 29
            [[mentoring.pairs]]
            mentor = "Dec"
            starter = "Dom"
            [[team]]
            id = "wis"
            name = "Wiskunde"
            members = ["Dec", "Dom"]
            [teacher.Dec]
            contract = { min = "10/22", target = "20/22", max = "22/22" }
            [policy.rules.D2]
            weight = 7
            "#,
        )
        .unwrap();
        assert_eq!(profile.noemer[0].hours, 29);
        assert_eq!(profile.mentoring.pairs[0].observations, 1);
        assert_eq!(profile.team[0].members.len(), 2);
    }
}
