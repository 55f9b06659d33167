//! The students as resources: one for all leaves that attend the same activities and that the same constraints speak of.

use std::collections::BTreeMap;

use super::mapper::{Atom, Item, Mapper, STUDENTS};

/// Adds the students to the mapper and has them attend their activities.
pub(super) fn add(mapper: &mut Mapper, items: &[Item]) {
    let students = &mapper.data.students;
    let count = students.sets.len();
    let mut attended = vec![Vec::new(); count];
    for (place, activity) in mapper.data.activities.iter().enumerate() {
        if let Some(event) = mapper.events[place] {
            for &leaf in &activity.leaves {
                attended[leaf as usize].push(event);
            }
        }
    }
    // Home rooms speak of activities, not of those who attend them.
    let mut spoken_of = vec![Vec::new(); count];
    let personal = items
        .iter()
        .filter(|item| !item.family().contains("HomeRoom"));
    for item in personal {
        let set = item
            .element
            .child("Students")
            .and_then(|child| students.sets.find(&child.text));
        for &leaf in set.map_or(&[][..], |set| &students.leaves[set as usize]) {
            spoken_of[leaf as usize].push(item.origin);
        }
    }
    let mut alike = BTreeMap::new();
    mapper.atom_of_leaf = vec![None; count];
    for (leaf, (events, constraints)) in attended.into_iter().zip(spoken_of).enumerate() {
        if events.is_empty() {
            continue;
        }
        let next = mapper.atoms.len() as u32;
        let atom = *alike.entry((events.clone(), constraints)).or_insert(next);
        if atom == next {
            let resource = mapper.resource(STUDENTS);
            for event in events {
                mapper.attend(event, STUDENTS, resource);
            }
            mapper.atoms.push(Atom {
                resource,
                leaves: 0,
            });
        }
        mapper.atoms[atom as usize].leaves += 1;
        mapper.atom_of_leaf[leaf] = Some(atom);
    }
}
