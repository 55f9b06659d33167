//! Couplings: the rows that share a lesson number, sorted into groups of pupils that sit together.
//!
//! * Several classes with one teacher are one joint group.
//! * Several teachers of the same subject in the same room, or without a room of their own, are
//!   one group with several teachers (a workshop).
//! * Teachers of different subjects, or in different rooms, have groups of their own at the same
//!   time: linked lessons of parts of the class.
//! * A row without a teacher beside one with a teacher asks for a further room.

use std::collections::{BTreeMap, BTreeSet};

use super::records::LessonRow;

/// Pupils who sit together in a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Strand {
    /// The subject's name in Untis; blank when no row names one.
    pub subject: String,
    pub classes: Vec<String>,
    pub teachers: Vec<Teaching>,
    /// The rooms it asks for, each with its choices, first choice first.
    pub rooms: Vec<Vec<String>>,
}

/// A teacher of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Teaching {
    /// Name in Untis; none for an open position.
    pub teacher: Option<String>,
    /// Pupils that the row counts, by class.
    pub pupils: BTreeMap<String, u16>,
    /// Whether these hours count in the teacher's load.
    pub paid: bool,
}

/// What a coupling said that a school document cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Oddity {
    /// One teacher with two subjects at the same time: the first is taken.
    SecondSubject,
    /// A room that the timetable never gives: it is not asked for.
    UnusedRoom,
    /// One room for two subjects at the same time: the first asks for it, the second sits there too.
    SharedRoom,
}

/// Sorts the rows of a lesson. `used` tells how many rooms the present timetable gives at a time to
/// the rows of a teacher (blank: rows without one); none when the lesson is not in it.
pub(super) fn strands(
    rows: &[LessonRow],
    used: Option<&BTreeMap<String, usize>>,
) -> (Vec<Strand>, BTreeSet<Oddity>) {
    let mut oddities = BTreeSet::new();
    let mut strands: Vec<Strand> = Vec::new();
    let named = rows.iter().map(|r| r.subject.as_str());
    let subject = named
        .into_iter()
        .find(|s| !s.is_empty())
        .unwrap_or_default();
    for taught in by_teacher(rows) {
        let first = taught[0];
        let mut strand = strand_of(&taught, subject, &mut oddities);
        let never = used.is_some_and(|u| u.get(&first.teacher).copied().unwrap_or(0) == 0);
        if let Some(home) = strands.iter_mut().find(|s| belongs(&strand, s, never)) {
            join(home, strand, never, &mut oddities);
            continue;
        }
        let shared = |room: &Vec<String>| strands.iter().any(|s| asks_for(s, room));
        if never && !strand.rooms.is_empty() {
            strand.rooms.clear();
            oddities.insert(Oddity::UnusedRoom);
        } else if strand.rooms.iter().any(shared) {
            strand.rooms.retain(|room| !shared(room));
            oddities.insert(Oddity::SharedRoom);
        }
        strands.push(strand);
    }
    let further: Vec<&LessonRow> = rows.iter().filter(|r| r.teacher.is_empty()).collect();
    let mut rooms_left = used.map(|u| u.get("").copied().unwrap_or(0));
    for row in further {
        add_teacherless(&mut strands, row, subject, &mut rooms_left, &mut oddities);
    }
    (strands, oddities)
}

/// The rows of each teacher, in the order in which they are named.
fn by_teacher(rows: &[LessonRow]) -> Vec<Vec<&LessonRow>> {
    let mut groups: Vec<Vec<&LessonRow>> = Vec::new();
    for row in rows.iter().filter(|r| !r.teacher.is_empty()) {
        match groups.iter_mut().find(|g| g[0].teacher == row.teacher) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// The group of one teacher's rows; `otherwise` is its subject when none of them names one.
fn strand_of(rows: &[&LessonRow], otherwise: &str, oddities: &mut BTreeSet<Oddity>) -> Strand {
    let subject = rows.iter().map(|r| &r.subject).find(|s| !s.is_empty());
    let subject = subject.map_or(otherwise, String::as_str).to_owned();
    let mut strand = Strand::default();
    let mut pupils = BTreeMap::new();
    for row in rows {
        if !row.subject.is_empty() && row.subject != subject {
            oddities.insert(Oddity::SecondSubject);
        }
        add_classes(&mut strand.classes, &row.classes);
        for class in &row.classes {
            pupils
                .entry(class.clone())
                .or_insert(row.pupils.unwrap_or(0));
        }
        let choices = choices(row);
        if !choices.is_empty() && !strand.rooms.contains(&choices) {
            strand.rooms.push(choices);
        }
    }
    let unpaid = rows.iter().all(|r| r.value == Some(0)) && rows.iter().all(|r| r.hours > 0);
    strand.subject = subject;
    strand.teachers.push(Teaching {
        teacher: Some(rows[0].teacher.clone()).filter(|t| t != "?"),
        pupils,
        paid: !unpaid,
    });
    strand
}

/// The rooms that a row would take: the subject's room, then the class's own.
pub(super) fn choices(row: &LessonRow) -> Vec<String> {
    let mut choices = row.rooms.clone();
    for home in &row.home_rooms {
        if !choices.is_empty() && !choices.contains(home) {
            choices.push(home.clone());
        }
    }
    choices
}

fn add_classes(classes: &mut Vec<String>, more: &[String]) {
    for class in more {
        if !classes.contains(class) {
            classes.push(class.clone());
        }
    }
}

/// Whether a teacher's group is one with a group already there.
fn belongs(new: &Strand, there: &Strand, never_in_a_room: bool) -> bool {
    let together = new.classes.iter().any(|c| there.classes.contains(c))
        || (new.classes.is_empty() && there.classes.is_empty());
    let first = |s: &Strand| s.rooms.iter().filter_map(|r| r.first().cloned()).collect();
    let (mine, theirs): (BTreeSet<String>, BTreeSet<String>) = (first(new), first(there));
    let one_room =
        mine.is_empty() || never_in_a_room || mine.intersection(&theirs).next().is_some();
    together && new.subject == there.subject && one_room
}

/// Whether a group has that room as a first choice.
fn asks_for(strand: &Strand, room: &[String]) -> bool {
    strand.rooms.iter().any(|r| r.first() == room.first())
}

fn join(home: &mut Strand, new: Strand, never: bool, oddities: &mut BTreeSet<Oddity>) {
    add_classes(&mut home.classes, &new.classes);
    home.teachers.extend(new.teachers);
    for room in new.rooms {
        if asks_for(home, &room) {
            continue;
        }
        if never {
            oddities.insert(Oddity::UnusedRoom);
        } else {
            home.rooms.push(room);
        }
    }
}

/// A row without a teacher: another class of a group, a further room, or an open position.
fn add_teacherless(
    strands: &mut Vec<Strand>,
    row: &LessonRow,
    otherwise: &str,
    rooms_left: &mut Option<usize>,
    oddities: &mut BTreeSet<Oddity>,
) {
    let same_subject = |s: &Strand| row.subject.is_empty() || s.subject == row.subject;
    let class_known = |s: &Strand| row.classes.iter().all(|c| s.classes.contains(c));
    let home = strands
        .iter()
        .position(|s| same_subject(s) && class_known(s))
        .or_else(|| strands.iter().position(same_subject));
    let Some(home) = home else {
        let open = strand_of(&[row], otherwise, oddities);
        strands.push(Strand {
            teachers: open
                .teachers
                .into_iter()
                .map(|t| Teaching { teacher: None, ..t })
                .collect(),
            ..open
        });
        return;
    };
    let strand = &mut strands[home];
    let choices = choices(row);
    if !class_known(strand) {
        add_classes(&mut strand.classes, &row.classes);
        if strand.rooms.contains(&choices) {
            return;
        }
    }
    if choices.is_empty() {
        return;
    }
    match rooms_left {
        Some(0) => {
            oddities.insert(Oddity::UnusedRoom);
        }
        Some(left) => {
            *left -= 1;
            strand.rooms.push(choices);
        }
        None if !strand.rooms.contains(&choices) => strand.rooms.push(choices),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(class: &str, teacher: &str, subject: &str, room: &str) -> LessonRow {
        let list = |text: &str| {
            if text.is_empty() {
                vec![]
            } else {
                vec![text.to_owned()]
            }
        };
        LessonRow {
            hours: 2,
            classes: list(class),
            teacher: teacher.into(),
            subject: subject.into(),
            rooms: list(room),
            pupils: Some(8),
            value: Some(200_000),
            week: String::new(),
            from: String::new(),
            to: String::new(),
            home_rooms: Vec::new(),
            codes: String::new(),
            doubles: (None, None),
            blocks: Vec::new(),
        }
    }

    /// Per strand: subject, classes, teachers, first choices of rooms.
    fn shape(rows: &[LessonRow]) -> Vec<String> {
        strands(rows, None)
            .0
            .iter()
            .map(|s| {
                let teachers = s
                    .teachers
                    .iter()
                    .map(|t| t.teacher.clone().unwrap_or("-".into()));
                let rooms = s.rooms.iter().map(|r| r[0].clone());
                [
                    s.subject.clone(),
                    s.classes.join("+"),
                    Vec::from_iter(teachers).join("+"),
                    Vec::from_iter(rooms).join("+"),
                ]
                .join(" ")
            })
            .collect()
    }

    #[test]
    fn classes_with_one_teacher_are_joint() {
        let rows = [row("1A", "X", "WIS", "R1"), row("1B", "X", "WIS", "R1")];
        assert_eq!(shape(&rows), ["WIS 1A+1B X R1"]);
        let rows = [row("1A", "X", "WIS", "R1"), row("1B", "", "WIS", "R1")];
        assert_eq!(shape(&rows), ["WIS 1A+1B X R1"]);
    }

    #[test]
    fn teachers_in_one_workshop_are_together() {
        let rows = [
            row("1A", "X", "PV", "W1"),
            row("1A", "Y", "PV", "W1"),
            row("1A", "Z", "PV", ""),
        ];
        assert_eq!(shape(&rows), ["PV 1A X+Y+Z W1"]);
    }

    #[test]
    fn subjects_or_rooms_of_their_own_are_parallel() {
        let rows = [row("1A", "X", "RC", "R1"), row("1A", "Y", "NCZ", "R2")];
        assert_eq!(shape(&rows), ["RC 1A X R1", "NCZ 1A Y R2"]);
        let rows = [
            row("1A", "X", "PV", "W1"),
            row("1B", "Y", "PV", "W2"),
            row("1A", "Z", "PV", "W1"),
        ];
        assert_eq!(shape(&rows), ["PV 1A X+Z W1", "PV 1B Y W2"]);
    }

    #[test]
    fn two_subjects_in_one_room_ask_for_it_once() {
        let rows = [row("1A", "X", "STAGE", "W1"), row("1A", "Y", "PV", "W1")];
        assert_eq!(shape(&rows), ["STAGE 1A X W1", "PV 1A Y "]);
    }

    #[test]
    fn rows_without_teacher_are_rooms_or_open_positions() {
        let rows = [
            row("1A", "X", "TT", "R1"),
            row("1A", "", "TT", "R2"),
            row("", "", "", "R3"),
        ];
        assert_eq!(shape(&rows), ["TT 1A X R1+R2+R3"]);
        assert_eq!(shape(&[row("1A", "", "TT", "R1")]), ["TT 1A - R1"]);
        assert_eq!(shape(&[row("1A", "?", "TT", "R1")]), ["TT 1A - R1"]);
    }

    #[test]
    fn a_room_that_the_timetable_never_gives_is_not_asked_for() {
        let rows = [row("1A", "X", "PV", "W1"), row("1A", "Y", "PV", "R9")];
        let used = BTreeMap::from([("X".to_owned(), 1), ("Y".to_owned(), 0)]);
        let (strands, oddities) = strands(&rows, Some(&used));
        assert_eq!(strands.len(), 1);
        assert_eq!(strands[0].rooms, vec![vec!["W1".to_owned()]]);
        assert!(oddities.contains(&Oddity::UnusedRoom));
    }
}
