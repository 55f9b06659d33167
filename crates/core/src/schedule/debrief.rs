//! Conversations soon after observations: once both stand, a conversation, an observation or one of each is moved, or one more
//! conversation is kept, where that lets more observations be talked over in time (M17).

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
        let talks = slots.flat_map(|slot| Purpose::Meeting(at).slots(school, slot));
        let own = watchable.iter().filter(|s| is_of(school, s, &people));
        let pair = Pair {
            setting,
            settled,
            talks: talks.collect(),
            watches: own.cloned().collect(),
        };
        while let Some(step) = pair.best(board, &people) {
            step.moved.iter().for_each(|slot| board.give_up(slot));
            step.to.into_iter().for_each(|to| board.take_if_free(to));
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

/// Slots that are given up, and what is kept instead.
struct Step {
    moved: Vec<ProtectedSlot>,
    to: Vec<ProtectedSlot>,
}

impl Pair<'_> {
    /// What lets most observations be talked over: one slot elsewhere, else one conversation more, else an observation and a
    /// conversation elsewhere together.
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
        let movable = |all: &[ProtectedSlot]| -> Vec<ProtectedSlot> {
            let all = all.iter().filter(|slot| !self.settled.contains(slot));
            all.cloned().collect()
        };
        let (talks_moved, watched_moved) = (movable(&talks), movable(&watched));
        let alone = talks_moved.iter().chain(&watched_moved);
        let alone = alone.map(|slot| (vec![slot.clone()], vec![slot.kind]));
        let both = watched_moved.iter().flat_map(|watch| {
            let kinds = vec![watch.kind, ProtectedKind::Meeting];
            talks_moved
                .iter()
                .map(move |talk| (vec![watch.clone(), talk.clone()], kinds.clone()))
        });
        let ways = alone
            .chain([(Vec::new(), vec![ProtectedKind::Meeting])])
            .chain(both);
        let (mut best, mut least) = (None, None);
        for (moved, kinds) in ways.collect::<Vec<_>>() {
            let mut saved = 0;
            for slot in &moved {
                board.give_up(slot);
                saved += board.cost(slot);
            }
            let mut consider = |to: &[ProtectedSlot], cost: i64| {
                let now = |all: &[ProtectedSlot], kind| -> Vec<ProtectedSlot> {
                    let stays = all.iter().filter(|slot| !moved.contains(slot));
                    let comes = to.iter().filter(|slot| slot.kind == kind);
                    stays.chain(comes).cloned().collect()
                };
                let watched = now(&watched, ProtectedKind::Observation);
                let talks = now(&talks, ProtectedKind::Meeting);
                let left = self.late(board.school, &watched, &talks);
                let (cost, gain) = (cost - saved, late as i64 - left as i64);
                if gain <= 0 || cost > worth(self.setting).saturating_mul(gain) {
                    return;
                }
                let new = to.iter().filter(|to| !self.settled.contains(to)).count();
                let way = [1, 0, 2][moved.len()];
                let rank = (left, new, way, cost);
                if least.is_none_or(|least| rank < least) {
                    least = Some(rank);
                    let (moved, to) = (moved.clone(), to.to_vec());
                    best = Some(Step { moved, to });
                }
            };
            self.try_all(board, &kinds, &mut Vec::new(), 0, &mut consider);
            for slot in moved.iter().rev() {
                board.take_if_free(slot.clone());
            }
        }
        best
    }

    /// Every way to keep slots of these kinds beside what is chosen, with what they cost; the board is left as it was.
    fn try_all(
        &self,
        board: &mut Board,
        kinds: &[ProtectedKind],
        chosen: &mut Vec<ProtectedSlot>,
        cost: i64,
        consider: &mut dyn FnMut(&[ProtectedSlot], i64),
    ) {
        let Some((kind, kinds)) = kinds.split_first() else {
            return consider(chosen, cost);
        };
        let places = match kind {
            ProtectedKind::Observation => &self.watches,
            _ => &self.talks,
        };
        for to in places {
            if board.is_free(to) {
                let more = board.cost(to);
                board.take_if_free(to.clone());
                chosen.push(to.clone());
                self.try_all(board, kinds, chosen, cost + more, consider);
                chosen.pop();
                board.give_up(to);
            }
        }
    }

    /// Observations that are not talked over in time.
    fn late(&self, school: &School, watched: &[ProtectedSlot], talks: &[ProtectedSlot]) -> usize {
        let days = self.setting.param("days") as usize;
        let start = |slot: &ProtectedSlot| (slots_of(school, slot).start, slot.weeks);
        let talking: Vec<_> = talks.iter().map(start).collect();
        let is_late =
            |watched: &&ProtectedSlot| talk_after(school, start(watched), days, &talking).is_none();
        watched.iter().filter(is_late).count()
    }
}
