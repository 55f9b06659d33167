//! X3, X6, X7, G5, G8, G9: rooms once at a time, suitable, large enough, liked, liked best, near each other.

use uurwerk_model::{Room, RoomNeed};

use crate::case::{Case, Taught, ceil};
use crate::rules::Params;

/// X3: blocks beyond the first in one room at one time.
pub(crate) fn x3_rooms(case: &Case, _: &Params) -> i64 {
    let mut uses = vec![vec![[0_i64; 4]; case.week.periods.len()]; case.school.rooms.len()];
    for block in &case.week.blocks {
        for room in block.rooms.iter().flatten() {
            for period in &block.periods {
                for week in (0..4).filter(|week| block.weeks[*week]) {
                    uses[*room][*period][week] += 1;
                }
            }
        }
    }
    let most = uses.iter().flatten().filter_map(|weeks| weeks.iter().max());
    most.map(|n| (n - 1).max(0)).sum()
}

/// X6: needs without a room, or with one that is not suitable.
pub(crate) fn x6_suitable(case: &Case, _: &Params) -> i64 {
    over_needs(case, |_, need, room| {
        !room.is_some_and(|room| is_suitable(room, need))
    })
}

/// X7: rooms with fewer places than the pupils of the lesson, shared over its rooms.
pub(crate) fn x7_large_enough(case: &Case, _: &Params) -> i64 {
    over_needs(case, |taught, _, room| {
        let share = ceil(taught.pupils, taught.lesson.rooms.len() as i64);
        let capacity = room.and_then(|r| r.capacity);
        capacity.is_some_and(|c| i64::from(c) < share)
    })
}

/// G5: needs with a preference, or of a class with a room of its own that suits, given another room; no
/// room at all is the business of X6.
pub(crate) fn g5_preferred(case: &Case, _: &Params) -> i64 {
    over_needs(case, |taught, need, room| {
        let home = home_room(case, taught).filter(|home| is_suitable(home, need));
        if need.prefer.is_empty() && home.is_none() {
            return false;
        }
        let is_liked = |room: &Room| {
            need.prefer.contains(&room.id) || home.is_some_and(|home| home.id == room.id)
        };
        room.is_some_and(|room| !is_liked(room))
    })
}

/// G8: for each need, the rooms of its list that stand before its own room; the own room of the class stands last in the list,
/// and a room that is not in it counts as the last.
pub(crate) fn g8_order(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for block in &case.week.blocks {
        let taught = &case.lessons[block.lesson];
        for (need, room) in taught.lesson.rooms.iter().zip(&block.rooms) {
            let Some(room) = room.map(|r| &case.school.rooms[r]) else {
                continue;
            };
            let mut list: Vec<&str> = Vec::new();
            let home = home_room(case, taught).filter(|home| is_suitable(home, need));
            for id in need.prefer.iter().chain(home.map(|home| &home.id)) {
                if !list.contains(&id.as_str()) {
                    list.push(id.as_str());
                }
            }
            let last = (list.len() as i64 - 1).max(0);
            let before = list.iter().position(|id| *id == room.id.as_str());
            sum += before.map_or(last, |before| before as i64);
        }
    }
    sum
}

/// G9: pairs of rooms of one placed block that name two buildings or two sites.
pub(crate) fn g9_near(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for block in case.week.blocks.iter().filter(|b| b.start.is_some()) {
        for (at, one) in block.rooms.iter().enumerate() {
            for other in &block.rooms[..at] {
                let (Some(one), Some(other)) = (one, other) else {
                    continue;
                };
                let (one, other) = (&case.school.rooms[*one], &case.school.rooms[*other]);
                let buildings = one.building.is_some() && other.building.is_some();
                let sites = one.site.is_some() && other.site.is_some();
                let apart =
                    buildings && one.building != other.building || sites && one.site != other.site;
                sum += i64::from(apart);
            }
        }
    }
    sum
}

/// Of the kind, or named; any room when the need says neither.
fn is_suitable(room: &Room, need: &RoomNeed) -> bool {
    match (&need.kind, need.any_of.is_empty()) {
        (None, true) => true,
        (kind, _) => kind.as_ref() == Some(&room.kind) || need.any_of.contains(&room.id),
    }
}

/// The own room of the lesson's class, when it has one class only.
fn home_room<'a>(case: &Case<'a>, taught: &Taught) -> Option<&'a Room> {
    let [class] = taught.classes[..] else {
        return None;
    };
    let id = case.school.classes[class].home_room.as_ref()?;
    case.school.rooms.iter().find(|r| r.id == *id)
}

/// How many (block, need) are wrong.
fn over_needs(case: &Case, wrong: impl Fn(&Taught, &RoomNeed, Option<&Room>) -> bool) -> i64 {
    let mut sum = 0;
    for block in &case.week.blocks {
        let taught = &case.lessons[block.lesson];
        for (need, room) in taught.lesson.rooms.iter().zip(&block.rooms) {
            let room = room.map(|r| &case.school.rooms[r]);
            sum += i64::from(wrong(taught, need, room));
        }
    }
    sum
}
