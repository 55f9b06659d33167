//! From a school and its plan to an aSc file, for the import of aSc ("database").

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use quick_xml::escape::escape;
use uurwerk_model::{Class, Group, Lesson, LessonIx};

use super::DAYS;
use crate::exchange::{Decided, Feature, Written, left_out};
use crate::notes::Notes;

const KEPT: &[Feature] = &[
    Feature::Clock,
    Feature::Parts,
    Feature::Blocks,
    Feature::Times,
    Feature::Rooms,
];

/// Writes a school and its plan. Short names are ids; `partner_id` holds what aSc itself has no place for, so that the file comes back whole.
pub fn write(decided: &Decided<'_>) -> Written {
    let mut notes = Notes::default();
    let mut writer = Writer {
        decided,
        ids: Ids::new(decided),
        out: String::new(),
    };
    writer.file(&mut notes);
    // A period of an aSc file is at one time, whatever the day.
    let days = &decided.school.document().grid.days;
    let periods = days.iter().flat_map(|day| &day.periods);
    let clocks: BTreeSet<_> = periods.clone().map(|p| (&p.id, p.start, p.end)).collect();
    let names: BTreeSet<_> = periods.map(|p| &p.id).collect();
    let mut kept = KEPT.to_vec();
    kept.retain(|feature| *feature != Feature::Clock || clocks.len() == names.len());
    left_out(decided, &kept, &mut notes);
    Written {
        files: vec![("timetable.xml".to_owned(), writer.out.into_bytes())],
        lost: notes.into_warnings(),
    }
}

/// Ids of the file: lists are written with commas between ids, so the names of the school will not do.
struct Ids {
    subjects: BTreeMap<String, String>,
    teachers: BTreeMap<String, String>,
    classes: BTreeMap<String, String>,
    rooms: BTreeMap<String, String>,
    buildings: BTreeMap<String, String>,
}

impl Ids {
    fn new(decided: &Decided<'_>) -> Self {
        let document = decided.school.document();
        let buildings = document.rooms.iter().filter_map(|r| r.building.as_ref());
        let buildings: BTreeSet<&str> = buildings.map(|b| b.as_str()).collect();
        let of = |mark: &str, names: Vec<&str>| {
            let numbered = names.into_iter().enumerate();
            numbered
                .map(|(at, name)| (name.to_owned(), format!("{mark}{}", at + 1)))
                .collect()
        };
        Self {
            subjects: of(
                "S",
                document.subjects.iter().map(|s| s.id.as_str()).collect(),
            ),
            teachers: of("T", document.staff.iter().map(|t| t.id.as_str()).collect()),
            classes: of(
                "C",
                document.classes.iter().map(|c| c.id.as_str()).collect(),
            ),
            rooms: of("R", document.rooms.iter().map(|r| r.id.as_str()).collect()),
            buildings: of("B", buildings.into_iter().collect()),
        }
    }

    fn group(&self, class: &Class, group: &Group) -> String {
        let class_id = get(&self.classes, class.id.as_str());
        let Some(part) = &group.part else {
            return format!("{class_id}-0");
        };
        let partition = class
            .partitions
            .iter()
            .position(|p| p.id == part.partition)
            .unwrap_or(0);
        let parts = class
            .partitions
            .get(partition)
            .map_or(&[][..], |p| p.parts.as_slice());
        let nth = parts.iter().position(|p| p.id == part.part).unwrap_or(0);
        format!("{class_id}-{}-{}", partition + 1, nth + 1)
    }
}

fn get<'n>(names: &'n BTreeMap<String, String>, name: &str) -> &'n str {
    names.get(name).map_or("", String::as_str)
}

struct Writer<'a> {
    decided: &'a Decided<'a>,
    ids: Ids,
    out: String,
}

impl Writer<'_> {
    fn file(&mut self, notes: &mut Notes) {
        let document = self.decided.school.document();
        self.out
            .push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let year = document.school_year.clone().unwrap_or_default();
        let mut head = vec![
            ("ascttversion", "2024.1.0".to_owned()),
            ("importtype", "database".to_owned()),
            ("options", "idprefix:Uurwerk,daynumbering1".to_owned()),
            ("displayname", document.name.clone()),
            ("displaycountries", "".to_owned()),
        ];
        if !year.is_empty() {
            head.push(("schoolyear", year));
        }
        self.element("timetable", &head, false);
        self.week();
        self.things();
        self.groups();
        let cards = self.lessons(notes);
        self.list(
            "cards",
            "lessonid,period,days,weeks,terms,classroomids",
            "card",
            &cards,
        );
        self.out.push_str("</timetable>\n");
    }

    fn element(&mut self, name: &str, attributes: &[(&str, String)], closed: bool) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out
                .push_str(&format!(" {key}=\"{}\"", escape(value.as_str())));
        }
        self.out.push_str(if closed { "/>\n" } else { ">\n" });
    }

    fn list(&mut self, list: &str, columns: &str, name: &str, entries: &[Vec<(&str, String)>]) {
        let options = "canadd,canremove,canupdate,silent".to_owned();
        self.element(
            list,
            &[("options", options), ("columns", columns.to_owned())],
            false,
        );
        for entry in entries {
            self.element(name, entry, true);
        }
        self.out.push_str(&format!("</{list}>\n"));
    }

    fn week(&mut self) {
        let grid = &self.decided.school.document().grid;
        let mut periods = Vec::new();
        // The longest day first: what other days have beside its periods follows.
        let mut days: Vec<_> = grid.days.iter().collect();
        days.sort_by_key(|day| Reverse(day.periods.len()));
        let mut known = BTreeSet::new();
        for period in days.into_iter().flat_map(|day| &day.periods) {
            if !known.insert(&period.id) {
                continue;
            }
            periods.push(vec![
                ("period", period.id.to_string()),
                ("name", period.id.to_string()),
                ("short", period.id.to_string()),
                ("starttime", period.start.to_string()),
                ("endtime", period.end.to_string()),
            ]);
        }
        self.list(
            "periods",
            "period,name,short,starttime,endtime",
            "period",
            &periods,
        );
        let width = self.days();
        let days: Vec<Vec<(&str, String)>> = (0..width)
            .map(|at| {
                let own = grid.days.iter().find(|day| self.day(day.id.as_str()) == at);
                let name = own.map_or_else(|| DAYS[at].to_owned(), |day| day.name.clone());
                let short = own.map_or(DAYS[at], |day| day.id.as_str()).to_owned();
                vec![
                    ("id", format!("D{}", at + 1)),
                    ("name", name),
                    ("short", short),
                    ("days", bits(width, Some(at))),
                ]
            })
            .collect();
        self.list("daysdefs", "id,days,name,short", "daysdef", &days);
        let one = |id: &str, key: &'static str| {
            vec![
                ("id", id.to_owned()),
                ("name", "all".to_owned()),
                ("short", "all".to_owned()),
                (key, "1".to_owned()),
            ]
        };
        self.list(
            "weeksdefs",
            "id,weeks,name,short",
            "weeksdef",
            &[one("W1", "weeks")],
        );
        self.list(
            "termsdefs",
            "id,terms,name,short",
            "termsdef",
            &[one("P1", "terms")],
        );
    }

    /// The place of a day in the week of the file: by its name, else in order.
    fn day(&self, id: &str) -> usize {
        let days = &self.decided.school.document().grid.days;
        let named = |id: &str| DAYS.iter().position(|day| *day == id);
        let all_named = days.iter().all(|day| named(day.id.as_str()).is_some());
        let order = || days.iter().position(|day| day.id.as_str() == id);
        (if all_named { named(id) } else { order() }).unwrap_or(0)
    }

    /// How many days the week of the file has.
    fn days(&self) -> usize {
        let days = self.decided.school.document().grid.days.iter();
        days.map(|day| self.day(day.id.as_str()) + 1)
            .max()
            .unwrap_or(5)
            .min(DAYS.len())
    }

    fn things(&mut self) {
        let document = self.decided.school.document();
        let subjects: Vec<_> = document
            .subjects
            .iter()
            .map(|s| {
                vec![
                    ("id", get(&self.ids.subjects, s.id.as_str()).to_owned()),
                    ("name", s.name.clone()),
                    ("short", s.id.to_string()),
                ]
            })
            .collect();
        self.list("subjects", "id,name,short", "subject", &subjects);
        let teachers: Vec<_> = document
            .staff
            .iter()
            .map(|t| {
                let (first, last) = t.name.split_once(' ').unwrap_or(("", t.name.as_str()));
                vec![
                    ("id", get(&self.ids.teachers, t.id.as_str()).to_owned()),
                    ("firstname", first.to_owned()),
                    ("lastname", last.to_owned()),
                    ("name", t.name.clone()),
                    ("short", t.id.to_string()),
                ]
            })
            .collect();
        self.list(
            "teachers",
            "id,firstname,lastname,name,short",
            "teacher",
            &teachers,
        );
        let rooms: Vec<_> = document
            .rooms
            .iter()
            .map(|r| {
                let mut room = vec![
                    ("id", get(&self.ids.rooms, r.id.as_str()).to_owned()),
                    ("name", r.name.clone()),
                    ("short", r.id.to_string()),
                    (
                        "capacity",
                        r.capacity.map_or_else(|| "*".to_owned(), |c| c.to_string()),
                    ),
                ];
                if let Some(building) = &r.building {
                    let id = get(&self.ids.buildings, building.as_str());
                    room.push(("buildingid", id.to_owned()));
                }
                room
            })
            .collect();
        let mut columns = "id,name,short,capacity".to_owned();
        let buildings = self.ids.buildings.iter();
        let buildings: Vec<_> = buildings
            .map(|(name, id)| vec![("id", id.clone()), ("name", name.clone())])
            .collect();
        if !buildings.is_empty() {
            self.list("buildings", "id,name", "building", &buildings);
            columns.push_str(",buildingid");
        }
        self.list("classrooms", &columns, "classroom", &rooms);
        let classes: Vec<_> = document
            .classes
            .iter()
            .map(|c| {
                vec![
                    ("id", get(&self.ids.classes, c.id.as_str()).to_owned()),
                    ("name", c.name.clone()),
                    ("short", c.id.to_string()),
                    (
                        "teacherid",
                        c.titularis.as_ref().map_or_else(String::new, |t| {
                            get(&self.ids.teachers, t.as_str()).to_owned()
                        }),
                    ),
                    (
                        "classroomids",
                        c.home_room.as_ref().map_or_else(String::new, |r| {
                            get(&self.ids.rooms, r.as_str()).to_owned()
                        }),
                    ),
                    ("grade", c.year.to_string()),
                ]
            })
            .collect();
        self.list(
            "classes",
            "id,name,short,teacherid,classroomids,grade",
            "class",
            &classes,
        );
    }

    fn groups(&mut self) {
        let mut groups = Vec::new();
        for class in self.decided.school.classes() {
            let id = get(&self.ids.classes, class.id.as_str()).to_owned();
            groups.push(vec![
                ("id", format!("{id}-0")),
                ("classid", id.clone()),
                ("name", "*".to_owned()),
                ("entireclass", "1".to_owned()),
                ("divisiontag", "0".to_owned()),
                ("studentcount", class.pupils.to_string()),
                ("partner_id", String::new()),
            ]);
            for (at, partition) in class.partitions.iter().enumerate() {
                for (nth, part) in partition.parts.iter().enumerate() {
                    groups.push(vec![
                        ("id", format!("{id}-{}-{}", at + 1, nth + 1)),
                        ("classid", id.clone()),
                        ("name", format!("{} {}", partition.id, part.id)),
                        ("entireclass", "0".to_owned()),
                        ("divisiontag", (at + 1).to_string()),
                        (
                            "studentcount",
                            part.pupils.map_or_else(String::new, |n| n.to_string()),
                        ),
                        ("partner_id", format!("{}/{}", partition.id, part.id)),
                    ]);
                }
            }
        }
        self.list(
            "groups",
            "id,classid,name,entireclass,divisiontag,studentcount,partner_id",
            "group",
            &groups,
        );
    }

    /// Writes the lessons, one per length of block; gives the cards.
    fn lessons(&mut self, notes: &mut Notes) -> Vec<Vec<(&'static str, String)>> {
        let (mut lessons, mut cards) = (Vec::new(), Vec::new());
        for (at, lesson) in self.decided.lessons() {
            let lengths = lesson.block_lengths();
            let mut distinct = lengths.clone();
            distinct.sort_unstable_by(|a, b| b.cmp(a));
            distinct.dedup();
            if distinct.len() > 1 {
                notes.add("UW3622", "/lessons", lesson.id.as_str());
            }
            if lesson.rooms.len() > 1 {
                notes.add("UW3625", "/lessons", lesson.id.as_str());
            }
            for (nth, length) in distinct.iter().enumerate() {
                let id = format!(
                    "L{}{}",
                    at.at() + 1,
                    if nth == 0 {
                        String::new()
                    } else {
                        format!("-{}", nth + 1)
                    }
                );
                let blocks = lengths.iter().filter(|l| *l == length).count();
                lessons.push(self.lesson(&id, at, lesson, *length, blocks));
                let of_length = |block: &u8| lengths.get(usize::from(*block)) == Some(length);
                for placement in self
                    .decided
                    .blocks(at)
                    .iter()
                    .filter(|p| of_length(&p.block))
                {
                    let rooms = placement
                        .rooms
                        .iter()
                        .flatten()
                        .map(|r| get(&self.ids.rooms, r.as_str()));
                    cards.push(vec![
                        ("lessonid", id.clone()),
                        ("period", placement.period.to_string()),
                        (
                            "days",
                            bits(self.days(), Some(self.day(placement.day.as_str()))),
                        ),
                        ("weeks", "1".to_owned()),
                        ("terms", "1".to_owned()),
                        ("classroomids", rooms.collect::<Vec<_>>().join(",")),
                    ]);
                }
            }
        }
        let columns = "id,classids,subjectid,periodspercard,periodsperweek,teacherids,classroomids,groupids,termsdefid,weeksdefid,daysdefid,partner_id";
        self.list("lessons", columns, "lesson", &lessons);
        cards
    }

    fn lesson(
        &self,
        id: &str,
        at: LessonIx,
        lesson: &Lesson,
        length: u8,
        blocks: usize,
    ) -> Vec<(&'static str, String)> {
        let school = self.decided.school;
        let mut classes: Vec<&str> = Vec::new();
        let mut groups = Vec::new();
        for group in &lesson.groups {
            let Some(class) = school.class_ix(&group.class).map(|c| school.class(c)) else {
                continue;
            };
            let class_id = get(&self.ids.classes, class.id.as_str());
            if !classes.contains(&class_id) {
                classes.push(class_id);
            }
            groups.push(self.ids.group(class, group));
        }
        let mut rooms: Vec<&str> = Vec::new();
        for need in &lesson.rooms {
            let kind = school
                .rooms()
                .iter()
                .filter(|r| Some(&r.kind) == need.kind.as_ref())
                .map(|r| &r.id);
            for room in need.any_of.iter().chain(kind) {
                let room = get(&self.ids.rooms, room.as_str());
                if !rooms.contains(&room) {
                    rooms.push(room);
                }
            }
        }
        let teachers = self.decided.teachers(at).iter().flatten();
        let teachers: Vec<&str> = teachers
            .map(|t| get(&self.ids.teachers, t.as_str()))
            .collect();
        vec![
            ("id", id.to_owned()),
            ("classids", classes.join(",")),
            (
                "subjectid",
                get(&self.ids.subjects, lesson.subject.as_str()).to_owned(),
            ),
            ("periodspercard", length.to_string()),
            (
                "periodsperweek",
                format!("{}.0", usize::from(length) * blocks),
            ),
            ("teacherids", teachers.join(",")),
            ("classroomids", rooms.join(",")),
            ("groupids", groups.join(",")),
            ("termsdefid", "P1".to_owned()),
            ("weeksdefid", "W1".to_owned()),
            ("daysdefid", String::new()),
            ("partner_id", lesson.id.to_string()),
        ]
    }
}

/// `00100` for the third of five.
fn bits(width: usize, one: Option<usize>) -> String {
    (0..width)
        .map(|at| if Some(at) == one { '1' } else { '0' })
        .collect()
}
