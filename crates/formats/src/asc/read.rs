//! From an aSc file to a school.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::{Encoding, WINDOWS_1252};
use uurwerk_model::{Diagnostic, Diagnostics, Group, Part, PartRef, Partition, Room};

use super::cards::{cards, ids};
use super::week::Week;
use super::{CODES, UNKNOWN};
use crate::exchange::Imported;
use crate::notes::Notes;
use crate::roster::{Roster, RosterClass, assemble, distinct};
use crate::xml::{Element, parse};
use crate::xml::{Faults, XmlFault};

/// Makes a school of an aSc Timetables XML file.
///
/// # Errors
/// Every fault of the file with line and column: what is no XML, missing attributes, values that are none, ids of what does not exist.
pub fn read(bytes: &[u8]) -> Result<Imported, Diagnostics> {
    let text = decode(bytes);
    let listed = |faults: Vec<XmlFault>| Diagnostics(faults.iter().map(Diagnostic::from).collect());
    let root = parse(&text, &CODES).map_err(listed)?;
    let mut faults = Faults::new(&text, &CODES);
    if root.name != "timetable" {
        faults.add(
            CODES.element,
            root.position,
            &root.name,
            "the root of an aSc file is `timetable`",
        );
        return Err(listed(faults.into_vec()));
    }
    let mut notes = Notes::default();
    let week = Week::new(&root, &mut faults);
    let names = Names::new(&root, &mut faults, &mut notes);
    let mut maker = Maker {
        names: &names,
        week: &week,
        faults: &mut faults,
        notes: &mut notes,
    };
    let mut roster = maker.roster(&root);
    let used: BTreeSet<(usize, usize)> = maker.used(&root);
    roster.grid = week.grid(&used, &mut notes);
    if !faults.none() {
        return Err(listed(faults.into_vec()));
    }
    Ok(assemble(roster, notes))
}

/// The header may lie: UTF-8 when the bytes are, else the encoding that it names, else Windows-1252.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let head: String = bytes.iter().take(200).map(|b| char::from(*b)).collect();
    let label = head
        .split("encoding=")
        .nth(1)
        .and_then(|rest| rest.get(1..)?.split(['"', '\'']).next().map(str::to_owned));
    let named = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = named
        .filter(|e| *e != encoding_rs::UTF_8)
        .unwrap_or(WINDOWS_1252);
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Names by the ids of the file.
pub(super) struct Names {
    pub subjects: BTreeMap<String, String>,
    pub teachers: BTreeMap<String, String>,
    pub classes: BTreeMap<String, String>,
    pub rooms: BTreeMap<String, String>,
}

impl Names {
    fn new(root: &Element, faults: &mut Faults, notes: &mut Notes) -> Self {
        let mut of = |list: &str| {
            let mut wanted = Vec::new();
            for element in root.list(list) {
                let id = element.required("id", faults).to_owned();
                let short = element.attribute("short").filter(|s| !s.trim().is_empty());
                wanted.push((id, short.map_or_else(|| full_name(element), str::to_owned)));
            }
            distinct(&wanted, notes)
        };
        Self {
            subjects: of("subjects"),
            teachers: of("teachers"),
            classes: of("classes"),
            rooms: of("classrooms"),
        }
    }
}

fn full_name(element: &Element) -> String {
    let part = |name| element.attribute(name).unwrap_or_default().trim();
    let person = [part("firstname"), part("lastname")]
        .join(" ")
        .trim()
        .to_owned();
    let name = part("name");
    if name.is_empty() {
        person
    } else {
        name.to_owned()
    }
}

/// A name that the file refers to; a fault and none when there is none.
pub(super) fn known<'n>(
    names: &'n BTreeMap<String, String>,
    id: &str,
    element: &Element,
    faults: &mut Faults,
) -> Option<&'n String> {
    let found = names.get(id);
    if found.is_none() {
        faults.add(
            UNKNOWN,
            element.position,
            id,
            format!("`{}` refers to it", element.name),
        );
    }
    found
}

pub(super) struct Maker<'a, 't> {
    pub names: &'a Names,
    pub week: &'a Week,
    pub faults: &'a mut Faults<'t>,
    pub notes: &'a mut Notes,
}

/// A group of pupils by its id in the file: class and part.
pub(super) type Groups = BTreeMap<String, Group>;

impl Maker<'_, '_> {
    fn roster(&mut self, root: &Element) -> Roster {
        let pairs = |list: &str, names: &BTreeMap<String, String>| {
            let named = root.list(list).iter().filter_map(|element| {
                let id = names.get(element.attribute("id")?)?;
                let name = full_name(element);
                Some((id.clone(), if name.is_empty() { id.clone() } else { name }))
            });
            named.collect::<Vec<_>>()
        };
        let (groups, partitions) = self.groups(root);
        let classes = self.classes(root, partitions);
        let (lessons, timetable) = self.lessons(root, &groups);
        let name = root
            .attribute("displayname")
            .filter(|n| !n.is_empty())
            .unwrap_or("aSc");
        Roster {
            name: name.to_owned(),
            school_year: root.attribute("schoolyear").map(str::to_owned),
            origin: "aSc Timetables XML".to_owned(),
            grid: None,
            subjects: pairs("subjects", &self.names.subjects),
            teachers: pairs("teachers", &self.names.teachers),
            classes,
            rooms: self.rooms(root),
            lessons,
            timetable,
        }
    }

    fn rooms(&mut self, root: &Element) -> Vec<Room> {
        let mut rooms = Vec::new();
        let named = |building: &Element| {
            let id = building.attribute("id")?.to_owned();
            let name = full_name(building);
            (!name.is_empty()).then_some((id, name))
        };
        let buildings = root.list("buildings").iter().filter_map(named);
        let buildings: BTreeMap<String, String> = buildings.collect();
        for element in root.list("classrooms") {
            let Some(id) = element
                .attribute("id")
                .and_then(|id| self.names.rooms.get(id))
            else {
                continue;
            };
            let name = full_name(element);
            rooms.push(Room {
                id: id.as_str().into(),
                name: if name.is_empty() { id.clone() } else { name },
                kind: element
                    .attribute("kind")
                    .filter(|k| !k.is_empty())
                    .unwrap_or("classroom")
                    .into(),
                capacity: element
                    .attribute("capacity")
                    .and_then(|c| c.trim().parse().ok())
                    .filter(|c| (1..=5000).contains(c)),
                site: None,
                building: element
                    .attribute("buildingid")
                    .filter(|b| !b.is_empty())
                    .map(|id| buildings.get(id).cloned().unwrap_or_else(|| id.to_owned()))
                    .map(Into::into),
            });
        }
        rooms
    }

    fn groups(&mut self, root: &Element) -> (Groups, BTreeMap<String, Vec<Partition>>) {
        let mut groups = Groups::new();
        let mut partitions: BTreeMap<String, Vec<Partition>> = BTreeMap::new();
        for element in root.list("groups") {
            let id = element.required("id", self.faults).to_owned();
            let class = element.required("classid", self.faults);
            let Some(class) = known(&self.names.classes, class, element, self.faults) else {
                continue;
            };
            let whole = element.attribute("entireclass") == Some("1");
            let mut group = Group {
                class: class.as_str().into(),
                part: None,
            };
            if !whole {
                let own = element
                    .attribute("partner_id")
                    .and_then(|own| own.split_once('/'));
                let tag = element.attribute("divisiontag").unwrap_or("1");
                let (partition, part) = match own {
                    Some((partition, part)) => (partition.to_owned(), part.to_owned()),
                    None => (tag.to_owned(), full_name(element)),
                };
                let all = partitions.entry(class.clone()).or_default();
                let at = all
                    .iter()
                    .position(|p| p.id.as_str() == partition)
                    .unwrap_or_else(|| {
                        all.push(Partition {
                            id: partition.as_str().into(),
                            parts: Vec::new(),
                        });
                        all.len() - 1
                    });
                let pupils = element
                    .attribute("studentcount")
                    .and_then(|n| n.trim().parse().ok());
                all[at].parts.push(Part {
                    id: part.as_str().into(),
                    pupils: pupils.filter(|n| (1..=500).contains(n)),
                });
                group.part = Some(PartRef {
                    partition: partition.into(),
                    part: part.into(),
                });
            }
            groups.insert(id, group);
        }
        (groups, partitions)
    }

    fn classes(
        &mut self,
        root: &Element,
        mut partitions: BTreeMap<String, Vec<Partition>>,
    ) -> Vec<RosterClass> {
        let mut classes = Vec::new();
        for element in root.list("classes") {
            let Some(id) = element
                .attribute("id")
                .and_then(|id| self.names.classes.get(id))
            else {
                continue;
            };
            let mut refer = |attribute: &str, names: &BTreeMap<String, String>| {
                let first = ids(element, attribute).into_iter().next()?;
                known(names, &first, element, self.faults).cloned()
            };
            let name = full_name(element);
            let titularis = refer("teacherid", &self.names.teachers);
            let home_room = refer("classroomids", &self.names.rooms);
            classes.push(RosterClass {
                id: id.clone(),
                name: if name.is_empty() { id.clone() } else { name },
                year: element
                    .attribute("grade")
                    .and_then(|g| g.trim().parse().ok()),
                pupils: pupils(root, element),
                titularis,
                home_room,
                partitions: partitions.remove(id).unwrap_or_default(),
            });
        }
        classes
    }

    /// The places on which cards lie, all their periods counted.
    fn used(&mut self, root: &Element) -> BTreeSet<(usize, usize)> {
        let lessons = root.list("lessons");
        let ids: Vec<&str> = lessons.iter().filter_map(|l| l.attribute("id")).collect();
        let mut used = BTreeSet::new();
        // Faults and notes about cards were taken when the lessons were read.
        let mut faults = Faults::new("", &CODES);
        let all = cards(root, self.week, &ids, &mut faults, &mut Notes::default());
        for (id, cards) in all {
            let lesson = lessons
                .iter()
                .find(|l| l.attribute("id") == Some(id.as_str()));
            let length = lesson
                .and_then(|l| l.attribute("periodspercard")?.trim().parse::<usize>().ok())
                .unwrap_or(1)
                .min(20);
            for card in cards {
                used.extend((0..length).map(|n| (card.at.0, card.at.1 + n)));
            }
        }
        used
    }
}

/// Pupils of a class: of the group of the whole class, else those listed.
fn pupils(root: &Element, class: &Element) -> u16 {
    let id = class.attribute("id");
    let groups = root.list("groups").iter();
    let whole =
        groups.filter(|g| g.attribute("classid") == id && g.attribute("entireclass") == Some("1"));
    let counted = whole
        .filter_map(|g| g.attribute("studentcount")?.trim().parse().ok())
        .max();
    let listed = root
        .list("students")
        .iter()
        .filter(|s| s.attribute("classid") == id)
        .count();
    counted
        .filter(|n: &u16| *n > 0)
        .unwrap_or(listed.min(500) as u16)
        .min(500)
}
