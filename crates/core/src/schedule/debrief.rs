//! Conversations soon after observations: once both stand, a conversation or an observation is moved, or one more conversation
//! is kept, where that lets more observations be talked over in time (M17).

use uurwerk_model::{ProtectedKind, ProtectedSlot, School, SlotIx, TeacherIx};

use super::draft::Purpose;
use super::protect::{Board, worth};
use crate::rules::Setting;
use crate::rules::guarded::{is_of, pair};
use crate::rules::occupancy::slots_of;
use crate::rules::openings::talk_after;

/// Moves conversations and observations, and adds conversations, as long as that helps and costs no more than it is worth;
/// those in `settled` are not moved, and are preferred when one is added. `watchable` has every observation there could be.
pub(super) fn debrief(
    board: &mut Board,
    setting: &Setting,
    settled: &[ProtectedSlot],
    watchable: &[ProtectedSlot],
) {
    let school = board.school;
    for (at, entry) in school.document().mentoring.pairs.iter().enumerate() {
        let Some(people) = pair(school, entry) else {
            continue;
        };
        let slots = (0..school.slots().len()).map(SlotIx::from);
        let talks = slots.filter_map(|slot| Purpose::Meeting(at).slot(school, slot));
        let own = watchable.iter().filter(|s| is_of(school, s, &people));
        let pair = Pair {
            setting,
            settled,
            talks: talks.collect(),
            watches: own.cloned().collect(),
        };
        while let Some(step) = pair.best(board, &people) {
            if let Some(moved) = &step.moved {
                board.give_up(moved);
            }
            board.take_if_free(step.to);
        }
    }
}

/// A pair, and where it could talk and watch.
struct Pair<'a> {
    setting: &'a Setting,
    settled: &'a [ProtectedSlot],
    talks: Vec<ProtectedSlot>,
    watches: Vec<ProtectedSlot>,
}

/// A slot that is added, or moved.
struct Step {
    moved: Option<ProtectedSlot>,
    to: ProtectedSlot,
}

impl Pair<'_> {
    fn best(&self, board: &mut Board, people: &[TeacherIx; 2]) -> Option<Step> {
        let of = |kind| -> Vec<ProtectedSlot> {
            let own = board.taken().iter();
            own.filter(|s| s.kind == kind && is_of(board.school, s, people))
                .cloned()
                .collect()
        };
        let (talks, watched) = (of(ProtectedKind::Meeting), of(ProtectedKind::Observation));
        let late = self.late(board.school, &watched, &talks);
        if late == 0 {
            return None;
        }
        let movable = talks.iter().chain(&watched);
        let movable = movable.filter(|slot| !self.settled.contains(slot));
        let moved: Vec<Option<ProtectedSlot>> = movable.cloned().map(Some).collect();
        let (mut best, mut least) = (None, None);
        for moved in moved.into_iter().chain([None]) {
            let without = |all: &[ProtectedSlot]| -> Vec<ProtectedSlot> {
                let rest = all.iter().filter(|slot| moved.as_ref() != Some(slot));
                rest.cloned().collect()
            };
            let (mut talks, mut watched) = (without(&talks), without(&watched));
            let watches = moved
                .as_ref()
                .is_some_and(|slot| slot.kind == ProtectedKind::Observation);
            let places = if watches { &self.watches } else { &self.talks };
            let mut saved = 0;
            if let Some(moved) = &moved {
                board.give_up(moved);
                saved = board.cost(moved);
            }
            for to in places.iter().filter(|to| board.is_free(to)) {
                let changed = if watches { &mut watched } else { &mut talks };
                changed.push(to.clone());
                let left = self.late(board.school, &watched, &talks);
                let changed = if watches { &mut watched } else { &mut talks };
                changed.pop();
                let cost = board.cost(to) - saved;
                let gain = late as i64 - left as i64;
                if gain <= 0 || cost > worth(self.setting).saturating_mul(gain) {
                    continue;
                }
                let rank = (left, !self.settled.contains(to), moved.is_none(), cost);
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
    fn late(&self, school: &School, watched: &[ProtectedSlot], talks: &[ProtectedSlot]) -> usize {
        let days = self.setting.param("days") as usize;
        let start = |slot: &ProtectedSlot| slots_of(school, slot).start;
        let talking: Vec<usize> = talks.iter().map(start).collect();
        let is_late =
            |watched: &&ProtectedSlot| talk_after(school, start(watched), days, &talking).is_none();
        watched.iter().filter(is_late).count()
    }
}
