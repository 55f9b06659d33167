//! From the bytes of a file to a compiled instance, with what is needed to write the file back.

use super::data::Data;
use super::fault::{CODES, ELEMENT, ENOUGH, Faults, FetFault, MISSING, MODE, PROBLEM, VALUE};
use super::mapper::{Item, Mapper, ROOMS};
use super::notes::Note;
use super::rooms::RoomPlan;
use super::weight::{self, Weight};
use super::{atoms, availability, changes, entities, families, reduce, rooms};
use crate::xml::{self, Element};
use uurwerk_engine::{Instance, Problem};

/// A FET file, compiled for the engine.
#[derive(Clone, Debug)]
pub struct FetFile {
    /// The name of the institution.
    pub institution: String,
    /// The compiled problem. Every active activity is an event, in the order of the file, in one piece.
    pub instance: Instance,
    /// The active constraints of the file, in its order.
    pub constraints: Vec<FetConstraint>,
    /// For each constraint of the problem, the place in [`FetFile::constraints`] of the one that it comes from; none of what FET holds to
    /// without being told.
    pub origins: Vec<Option<usize>>,
    /// What is not held to, or not exactly as FET does.
    pub notes: Vec<Note>,
    /// Soft costs are in so many millionths of a percent: FET's total of soft conflicts is the soft cost times this over 100 millions.
    pub unit: u32,
    pub(super) data: Data,
    /// The activity of each event.
    pub(super) activities: Vec<usize>,
    pub(super) rooms: RoomPlan,
    /// The file, without its byte order mark.
    pub(super) text: String,
    pub(super) marked: bool,
    /// Byte positions of the end tags of the lists of time and of space constraints.
    pub(super) ends: [usize; 2],
}

/// An active constraint of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetConstraint {
    /// Its family: the element's name without the word "Constraint".
    pub family: String,
    /// Its line in the file, from 1.
    pub line: usize,
    /// Whether its weight is 100 percent.
    pub hard: bool,
}

impl FetFile {
    /// FET's total of soft conflicts that a soft cost stands for, in decimals as FET writes it.
    pub fn soft_total(&self, soft: i64) -> String {
        let millionths = i128::from(soft) * i128::from(self.unit);
        let (whole, part) = (millionths / 100_000_000, millionths % 100_000_000);
        let text = format!("{whole}.{part:08}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

/// Whether bytes look like a FET file: whether their first element is called `fet`.
pub(super) fn looks_like(bytes: &[u8]) -> bool {
    let mut rest = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    // Past the declaration and comments.
    while let Some(end) = [(&b"<?"[..], &b"?>"[..]), (b"<!--", b"-->")]
        .iter()
        .filter(|(open, _)| rest.starts_with(open))
        .find_map(|(_, close)| {
            rest.windows(close.len())
                .position(|window| window == *close)
                .map(|at| at + close.len())
        })
    {
        rest = rest[end..].trim_ascii_start();
    }
    rest.strip_prefix(b"<fet").is_some_and(|rest| {
        rest.first()
            .is_some_and(|&byte| byte == b'>' || byte == b'/' || byte.is_ascii_whitespace())
    })
}

pub(super) fn read(bytes: &[u8]) -> Result<FetFile, Vec<FetFault>> {
    let text = xml::text(bytes, &CODES)?;
    let root = xml::parse(text, &CODES)?;
    let mut faults = Faults::new(text, &CODES);
    if root.name != "fet" {
        faults.add(
            ELEMENT,
            root.position,
            &root.name,
            "a FET file has the root element `fet`",
        );
        return Err(faults.into_vec());
    }
    let data = entities::read(&root, &mut faults);
    if data.times() > usize::from(Problem::MAX_TIMES) || data.times() == 0 {
        let found = format!(
            "{} days of {} hours: 1 to {} cells of the week are possible",
            data.days.len(),
            data.hours.len(),
            Problem::MAX_TIMES
        );
        faults.add(
            VALUE,
            root.child("Days_List")
                .map_or(root.position, |days| days.position),
            "",
            found,
        );
        return Err(faults.into_vec());
    }
    let ends = ["Time_Constraints_List", "Space_Constraints_List"]
        .map(|tag| end_tag(&root, tag, text, &mut faults));
    let items = items(&root, &mut faults);
    let unit = weight::unit(
        items
            .iter()
            .map(|item| item.weight)
            .filter(|weight| !weight.is_hard()),
    );
    let mut mapper = Mapper::new(&data, unit, &mut faults);
    if let Some(mode) = root
        .child("Mode")
        .filter(|mode| mode.trimmed() != "Official")
    {
        mapper.notes.add(MODE, mode.trimmed(), mode.position);
    }
    atoms::add(&mut mapper, &items);
    availability::read(&mut mapper, &items);
    let plan = rooms::add(&mut mapper, &items);
    for item in &items {
        match item.family() {
            "RoomNotAvailableTimes" => rooms::unavailable(&mut mapper, item, &plan),
            _ if changes::read(&mut mapper, item, &plan) => {}
            _ => families::map(&mut mapper, item),
        }
    }
    let (mut problem, origins, notes, activities) = (
        mapper.problem,
        mapper.origins,
        mapper.notes,
        mapper.activities,
    );
    if !faults.none() {
        return Err(faults.into_vec());
    }
    reduce::reduce(&mut problem, ROOMS);
    let instance = match Instance::compile(problem) {
        Ok(instance) => instance,
        Err(found) => {
            for fault in found.into_iter().take(ENOUGH) {
                faults.add(PROBLEM, root.position, "", fault.to_string());
            }
            return Err(faults.into_vec());
        }
    };
    let mut lines = Lines::new(text);
    let constraints = items.iter().map(|item| FetConstraint {
        family: item.family().to_owned(),
        line: lines.at(item.element.position),
        hard: item.weight.is_hard(),
    });
    Ok(FetFile {
        institution: root
            .child("Institution_Name")
            .map_or_else(String::new, |name| name.text.clone()),
        instance,
        constraints: constraints.collect(),
        origins: origins
            .iter()
            .map(|&origin| (origin != super::IMPLIED).then_some(origin as usize))
            .collect(),
        notes: notes.into_vec(text),
        unit,
        data,
        activities,
        rooms: plan,
        text: text.to_owned(),
        marked: text.len() < bytes.len(),
        ends,
    })
}

/// The active constraints of both lists.
fn items<'e>(root: &'e Element, faults: &mut Faults) -> Vec<Item<'e>> {
    let mut items: Vec<Item> = Vec::new();
    let lists = root
        .list("Time_Constraints_List")
        .iter()
        .chain(root.list("Space_Constraints_List"));
    for element in lists {
        if element.name.starts_with("Constraint") {
            if entities::truth(element, "Active", true, faults) {
                let weight = Weight::of(element, faults);
                items.push(Item {
                    element,
                    weight,
                    origin: items.len() as u32,
                });
            }
        } else {
            faults.add(
                ELEMENT,
                element.position,
                &element.name,
                format!("`{}` is not a constraint", element.name),
            );
        }
    }
    items
}

/// Where the end tag of a list stands: what a writer adds goes before it.
fn end_tag(root: &Element, tag: &str, text: &str, faults: &mut Faults) -> usize {
    let Some(list) = root.child(tag) else {
        faults.add(
            MISSING,
            root.position,
            "",
            format!("a FET file needs a `{tag}`"),
        );
        return 0;
    };
    match text[list.position..list.end].rfind("</") {
        Some(start) => list.position + start,
        None => {
            faults.add(
                ELEMENT,
                list.position,
                tag,
                format!("`{tag}` must hold its basic constraint"),
            );
            0
        }
    }
}

/// Line numbers of rising positions, counted once through.
struct Lines<'t> {
    text: &'t str,
    position: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            position: 0,
            line: 1,
        }
    }

    fn at(&mut self, position: usize) -> usize {
        let passed = self
            .text
            .as_bytes()
            .get(self.position..position)
            .unwrap_or_default();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count();
        self.position = self.position.max(position);
        self.line
    }
}
