//! Conversations soon after observations: once both stand, a conversation is moved, or one more is kept, where that
//! lets more observations be talked over in time (M17).

use uurwerk_model::{ProtectedKind, ProtectedSlot, School, SlotIx, TeacherIx};

use super::draft::Purpose;
use super::protect::{Board, worth};
use crate::rules::Setting;
use crate::rules::guarded::{is_of, pair};
use crate::rules::occupancy::slots_of;
use crate::rules::openings::soon_after;

/// Moves and adds conversations as long as that helps and costs no more than it is worth; those in `settled` are not
/// moved, and are preferred when one is added.
pub(super) fn debrief(board: &mut Board, setting: &Setting, settled: &[ProtectedSlot]) {
    let school = board.school;
    for (at, entry) in school.document().mentoring.pairs.iter().enumerate() {
        let Some(people) = pair(school, entry) else {
            continue;
        };
        while let Some(step) = best(board, setting, at, &people, settled) {
            if let Some(moved) = &step.moved {
                board.give_up(moved);
            }
            board.take_if_free(step.to);
        }
    }
}

/// A conversation that is added, or moved.
struct Step {
    moved: Option<ProtectedSlot>,
    to: ProtectedSlot,
}

fn best(
    board: &mut Board,
    setting: &Setting,
    at: usize,
    people: &[TeacherIx; 2],
    settled: &[ProtectedSlot],
) -> Option<Step> {
    let school = board.school;
    let of = |board: &Board, kind| -> Vec<ProtectedSlot> {
        let own = board.taken().iter();
        own.filter(|s| s.kind == kind && is_of(school, s, people))
            .cloned()
            .collect()
    };
    let talks = of(board, ProtectedKind::Meeting);
    let watched = of(board, ProtectedKind::Observation);
    let starts = |slots: &[ProtectedSlot]| -> Vec<usize> {
        slots.iter().map(|s| slots_of(school, s).start).collect()
    };
    let (talking, watching) = (starts(&talks), starts(&watched));
    let late = late(school, setting, &watching, &talking);
    if late == 0 {
        return None;
    }
    let places = (0..school.slots().len())
        .filter_map(|slot| Purpose::Meeting(at).slot(school, SlotIx::from(slot)));
    let places: Vec<ProtectedSlot> = places.collect();
    let movable = talks.iter().filter(|talk| !settled.contains(talk));
    let moved: Vec<Option<ProtectedSlot>> = movable.cloned().map(Some).collect();
    let (mut best, mut least) = (None, None);
    for moved in moved.into_iter().chain([None]) {
        let mut talking = talking.clone();
        let mut saved = 0;
        if let Some(moved) = &moved {
            board.give_up(moved);
            saved = board.cost(moved);
            talking.retain(|t| *t != slots_of(school, moved).start);
        }
        for to in places.iter().filter(|to| board.is_free(to)) {
            talking.push(slots_of(school, to).start);
            let left = self::late(school, setting, &watching, &talking);
            talking.pop();
            let cost = board.cost(to) - saved;
            let gain = late as i64 - left as i64;
            if gain <= 0 || cost > worth(setting).saturating_mul(gain) {
                continue;
            }
            let rank = (left, !settled.contains(to), moved.is_none(), cost);
            if least.is_none_or(|least| rank < least) {
                least = Some(rank);
                let moved = moved.clone();
                best = Some(Step {
                    moved,
                    to: to.clone(),
                });
            }
        }
        if let Some(moved) = moved {
            board.take_if_free(moved);
        }
    }
    best
}

/// Observations that are not talked over in time.
fn late(school: &School, setting: &Setting, watching: &[usize], talking: &[usize]) -> usize {
    let days = setting.param("days") as usize;
    let soon = |at: usize| soon_after(school, at, days);
    let is_late = |at: &&usize| !soon(**at).iter().any(|s| talking.contains(s));
    watching.iter().filter(is_late).count()
}
