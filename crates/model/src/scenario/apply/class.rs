//! Classes that come, go, divide, join or change.

use super::{Draft, forget, lesson};
use crate::scenario::{ClassAdded, ClassChange, ClassMerge, ClassPart, ClassRef, ClassSplit};
use crate::school::{Class, Group, Lesson, SchoolDocument};
use crate::{ClassId, LessonId};

fn find(draft: &mut Draft, field: &str, id: &ClassId) -> Option<usize> {
    let at = draft
        .document
        .classes
        .iter()
        .position(|class| class.id == *id);
    if at.is_none() {
        draft.unknown(field, id.as_str(), "classes");
    }
    at
}

pub(super) fn added(draft: &mut Draft, added: &ClassAdded) {
    let first = draft
        .document
        .classes
        .iter()
        .position(|class| class.id == added.class.id);
    match first {
        Some(first) => draft.twice(
            "class/id",
            added.class.id.as_str(),
            format!("/classes/{first}"),
        ),
        None => draft.document.classes.push(added.class.clone()),
    }
    for (at, new) in added.lessons.iter().enumerate() {
        lesson::added(draft, new, &format!("lessons/{at}/"));
    }
}

/// Lessons that it has with others are given to those alone from now on.
pub(super) fn removed(draft: &mut Draft, class: &ClassRef) {
    if find(draft, "class", &class.class).is_none() {
        return;
    }
    let mut gone = Vec::new();
    for lesson in &mut draft.document.lessons {
        let had = lesson.groups.len();
        lesson.groups.retain(|group| group.class != class.class);
        if had > 0 && lesson.groups.is_empty() {
            gone.push(lesson.id.clone());
        }
    }
    forget::lessons(&mut draft.document, |id| gone.contains(id));
    forget::class(&mut draft.document, &class.class, None);
}

pub(super) fn changes(draft: &mut Draft, change: &ClassChange) {
    if let Some(at) = find(draft, "class", &change.class) {
        let class = &mut draft.document.classes[at];
        if let Some(pupils) = change.pupils {
            resize(class, pupils);
        }
        class.difficulty = change.difficulty.unwrap_or(class.difficulty);
    }
}

/// Sets the number of pupils; parts keep their share, rounded down.
fn resize(class: &mut Class, pupils: u16) {
    let before = u32::from(class.pupils.max(1));
    for part in class
        .partitions
        .iter_mut()
        .flat_map(|partition| &mut partition.parts)
    {
        // A share of at most all pupils of a class fits where they fit.
        part.pupils = part
            .pupils
            .map(|n| u16::try_from(u32::from(n) * u32::from(pupils) / before).unwrap_or(pupils));
    }
    class.pupils = pupils;
}

fn part_of(class: &Class, part: &ClassPart) -> Class {
    let mut new = class.clone();
    resize(&mut new, part.pupils);
    new.id = part.id.clone();
    new.name = part.name.clone();
    new.difficulty = part.difficulty.unwrap_or(class.difficulty);
    new
}

pub(super) fn split(draft: &mut Draft, split: &ClassSplit) {
    let Some(at) = find(draft, "class", &split.class) else {
        return;
    };
    let has = |lesson: &Lesson| lesson.groups.iter().any(|group| group.class == split.class);
    for (i, id) in split.together.iter().enumerate() {
        let own = draft
            .document
            .lessons
            .iter()
            .any(|lesson| lesson.id == *id && has(lesson));
        if !own {
            let fault = draft
                .fault("UW0703", &format!("together/{i}"))
                .with("lesson", id.as_str());
            draft.faults.push(fault.with("class", split.class.as_str()));
        }
    }
    for (i, part) in split.into.iter().enumerate() {
        let first = draft
            .document
            .classes
            .iter()
            .position(|class| class.id == part.id);
        if let Some(first) = first.filter(|_| part.id != split.class) {
            draft.twice(
                &format!("into/{i}/id"),
                part.id.as_str(),
                format!("/classes/{first}"),
            );
        }
    }
    let Some((heir, others)) = split.into.split_first() else {
        return; // The schema asks for two.
    };
    let old = draft.document.classes[at].clone();
    let joint = joint_lessons(&draft.document, split);
    let mut copies = Vec::new();
    for lesson in draft
        .document
        .lessons
        .iter_mut()
        .filter(|lesson| has(lesson))
    {
        let is_joint = joint.contains(&lesson.id);
        let copied = if is_joint { &[][..] } else { others };
        copies.extend(
            copied
                .iter()
                .map(|part| copy(lesson, &split.class, &part.id)),
        );
        let heirs: Vec<&ClassId> = match is_joint {
            true => split.into.iter().map(|part| &part.id).collect(),
            false => vec![&heir.id],
        };
        lesson.groups = regrouped(&lesson.groups, &split.class, &heirs);
    }
    draft.document.lessons.extend(copies);
    forget::class(&mut draft.document, &split.class, Some(&heir.id));
    let mut parts: Vec<Class> = split.into.iter().map(|part| part_of(&old, part)).collect();
    for part in parts.iter_mut().skip(1) {
        (part.home_room, part.titularis) = (None, None);
    }
    draft.document.classes.splice(at..at, parts);
}

/// Lessons of a class that its parts follow together: those named, those with other classes, and what is linked to any
/// of them, since a link holds the same pupils apart.
fn joint_lessons(document: &SchoolDocument, split: &ClassSplit) -> Vec<LessonId> {
    let is_shared = |lesson: &Lesson| {
        split.together.contains(&lesson.id)
            || lesson.groups.iter().any(|g| g.class == split.class)
                && lesson.groups.iter().any(|g| g.class != split.class)
    };
    let shared = document.lessons.iter().filter(|lesson| is_shared(lesson));
    let links: Vec<_> = shared.filter_map(|lesson| lesson.link.clone()).collect();
    let linked = |lesson: &Lesson| {
        lesson
            .link
            .as_ref()
            .is_some_and(|link| links.contains(link))
    };
    let joint = document
        .lessons
        .iter()
        .filter(|lesson| is_shared(lesson) || linked(lesson));
    joint.map(|lesson| lesson.id.clone()).collect()
}

fn copy(lesson: &Lesson, from: &ClassId, to: &ClassId) -> Lesson {
    Lesson {
        id: format!("{}~{to}", lesson.id).into(),
        groups: regrouped(&lesson.groups, from, &[to]),
        link: lesson
            .link
            .as_ref()
            .map(|link| format!("{link}~{to}").into()),
        ..lesson.clone()
    }
}

/// The groups with a class replaced by its heirs, each once.
fn regrouped(groups: &[Group], class: &ClassId, heirs: &[&ClassId]) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    for group in groups {
        let named = if group.class == *class {
            heirs
        } else {
            &[&group.class][..]
        };
        for heir in named {
            let new = Group {
                class: (*heir).clone(),
                part: group.part.clone(),
            };
            if !all.contains(&new) {
                all.push(new);
            }
        }
    }
    all
}

pub(super) fn merged(draft: &mut Draft, merge: &ClassMerge) {
    let mut places = Vec::new();
    for (i, id) in merge.classes.iter().enumerate() {
        places.extend(find(draft, &format!("classes/{i}"), id));
        if let Some(first) = merge.classes[..i].iter().position(|other| other == id) {
            let first = format!("{}/classes/{first}", draft.place);
            draft.twice(&format!("classes/{i}"), id.as_str(), first);
        }
    }
    if places.len() < merge.classes.len() {
        return;
    }
    let (into, own) = (&merge.into.id, |id: &ClassId| merge.classes.contains(id));
    let taken = draft
        .document
        .classes
        .iter()
        .position(|class| class.id == *into && !own(&class.id));
    if let Some(first) = taken {
        draft.twice("into/id", into.as_str(), format!("/classes/{first}"));
    }
    let first = draft.document.classes[places[0]].clone();
    let mut class = part_of(&first, &merge.into);
    class.partitions = joined_partitions(&draft.document, &places);
    merge_lessons(&mut draft.document, merge);
    for id in &merge.classes {
        forget::class(&mut draft.document, id, Some(into));
    }
    let at = places
        .iter()
        .copied()
        .min()
        .unwrap_or(0)
        .min(draft.document.classes.len());
    draft.document.classes.insert(at, class);
    for teacher in &mut draft.document.staff {
        let wishes = std::mem::take(&mut teacher.wishes);
        for wish in wishes {
            if !teacher.wishes.iter().any(|known| known.on == wish.on) {
                teacher.wishes.push(wish);
            }
        }
    }
}

/// Partitions by id, with all their parts, and the pupils of parts added up.
fn joined_partitions(document: &SchoolDocument, places: &[usize]) -> Vec<crate::school::Partition> {
    let mut joined: Vec<crate::school::Partition> = Vec::new();
    for partition in places
        .iter()
        .flat_map(|at| &document.classes[*at].partitions)
    {
        let Some(known) = joined.iter_mut().find(|known| known.id == partition.id) else {
            joined.push(partition.clone());
            continue;
        };
        for part in &partition.parts {
            match known.parts.iter_mut().find(|known| known.id == part.id) {
                Some(same) => {
                    let sum = |a: u16, b: u16| a.saturating_add(b);
                    same.pupils = same.pupils.zip(part.pupils).map(|(a, b)| sum(a, b));
                }
                None => known.parts.push(part.clone()),
            }
        }
    }
    joined
}

/// Lessons alike (subject, hours, blocks and parts) of different classes become one: the first class's, else the first.
fn merge_lessons(document: &mut SchoolDocument, merge: &ClassMerge) {
    let into = &merge.into.id;
    let own = |group: &Group| merge.classes.contains(&group.class);
    let is_first = |lesson: &Lesson| lesson.groups.iter().all(|g| g.class == merge.classes[0]);
    let touched = |lesson: &&mut Lesson| lesson.groups.iter().any(own);
    let mut lessons: Vec<&mut Lesson> = document.lessons.iter_mut().filter(touched).collect();
    lessons.sort_by_key(|lesson| !is_first(lesson));
    let mut kept: Vec<Lesson> = Vec::new();
    let mut gone = Vec::new();
    for lesson in lessons {
        let (first, merged) = (is_first(lesson), lesson.groups.iter().all(own));
        for class in &merge.classes {
            lesson.groups = regrouped(&lesson.groups, class, &[into]);
        }
        let alike = |other: &Lesson| {
            (
                &other.subject,
                other.hours,
                other.block_lengths(),
                &other.groups,
            ) == (
                &lesson.subject,
                lesson.hours,
                lesson.block_lengths(),
                &lesson.groups,
            )
        };
        if !first && kept.iter().any(alike) {
            gone.push(lesson.id.clone());
        } else if merged {
            kept.push(lesson.clone());
        }
    }
    forget::lessons(document, |id| gone.contains(id));
}
