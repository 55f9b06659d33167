//! Whether everything fits when each thing needs some slots of its own out of those that it can use,
//! and if not, which things together are too many (Hall 1935; augmenting paths, Kuhn 1955).

/// Things that need slots.
#[derive(Clone, Debug)]
pub(super) struct Need {
    /// How many different slots.
    pub size: usize,
    /// Which slots it can use.
    pub slots: Vec<bool>,
}

/// Things that together need more slots than they can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    /// Positions of the needs.
    pub needs: Vec<usize>,
    /// Slots that they need in all.
    pub size: usize,
    /// Slots that any of them can use; fewer.
    pub slots: usize,
}

/// Needs that cannot all be met; `None` when each can be given slots of its own.
pub(super) fn crowd(needs: &[Need]) -> Option<Crowd> {
    let mut taken: Vec<Option<usize>> = vec![None; needs.first()?.slots.len()];
    for (need, wanted) in needs.iter().enumerate() {
        for _ in 0..wanted.size {
            let mut seen = vec![false; taken.len()];
            if !augment(needs, need, &mut seen, &mut taken) {
                return Some(stuck(needs, need, &seen, &taken));
            }
        }
    }
    None
}

/// Finds a slot for one more unit of a need, moving others if that helps.
fn augment(needs: &[Need], need: usize, seen: &mut [bool], taken: &mut [Option<usize>]) -> bool {
    for slot in 0..taken.len() {
        if !needs[need].slots[slot] || seen[slot] {
            continue;
        }
        seen[slot] = true;
        let free = match taken[slot] {
            None => true,
            Some(other) => augment(needs, other, seen, taken),
        };
        if free {
            taken[slot] = Some(need);
            return true;
        }
    }
    false
}

/// All slots that were tried are taken by needs that can use no others.
fn stuck(needs: &[Need], need: usize, seen: &[bool], taken: &[Option<usize>]) -> Crowd {
    let slots = (0..seen.len()).filter(|slot| seen[*slot]);
    let mut crowd: Vec<usize> = slots.filter_map(|slot| taken[slot]).chain([need]).collect();
    crowd.sort_unstable();
    crowd.dedup();
    Crowd {
        size: crowd.iter().map(|need| needs[*need].size).sum(),
        slots: seen.iter().filter(|seen| **seen).count(),
        needs: crowd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(size: usize, slots: &str) -> Need {
        Need {
            size,
            slots: slots.chars().map(|c| c == 'X').collect(),
        }
    }

    #[test]
    fn others_move_to_make_room() {
        assert_eq!(
            crowd(&[need(1, "XX."), need(1, "X.."), need(1, ".XX")]),
            None
        );
    }

    #[test]
    fn the_crowd_leaves_out_who_is_not_to_blame() {
        // Needs 1 and 2 share two slots and need three; need 0 has a slot of its own.
        let needs = [need(1, "..XX"), need(2, "XX.."), need(1, "XX..")];
        let expected = Crowd {
            needs: vec![1, 2],
            size: 3,
            slots: 2,
        };
        assert_eq!(crowd(&needs), Some(expected));
    }

    #[test]
    fn a_need_alone_can_be_too_great() {
        let found = crowd(&[need(2, "X..")]).expect("two into one does not go");
        assert_eq!((found.size, found.slots), (2, 1));
    }
}
