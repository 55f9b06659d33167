//! Cuts on how the lessons of one preparation are divided: what a mixture of loads may do and an allocation may not.
//!
//! Whatever the division, the posts of some kinds add up: `sum of counts = N`. Rounding each teacher's share of `1/m`
//! up gives `sum of ceil(count / m) >= ceil(N / m)` (Chvatal and Gomory; with `m = 2` the subset-row cuts of Jepsen,
//! Petersen, Spoorendonk and Pisinger, 2008). Kinds of one preparation stand together in a
//! [`Diagram`](super::diagram::Diagram), which need not remember a count for longer than those few layers: pricing
//! stays exact and hardly slower, which cuts across preparations would not allow.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_mip::DUAL;

use super::pool::{Column, Pool};
use crate::allocate::facts::ceil_div;
use crate::allocate::seats::Seats;

/// Numbers that shares are divided by.
const PARTS: std::ops::RangeInclusive<i64> = 2..=4;
/// By how much a mixture must miss a cut, in parts of a unit.
const MISSED: i64 = DUAL / 20;
/// Kinds of a preparation up to which all their subsets are tried; of more, those of up to three kinds.
const MOST_KINDS: usize = 9;
/// Most new cuts of a preparation, and of a round.
const MOST_EACH: usize = 4;
const MOST: usize = 120;

/// `sum over loads of ceil(posts of these kinds / parts) >= least`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cut {
    /// The kinds, in order.
    pub kinds: Vec<u32>,
    /// What counts are divided by.
    pub parts: i64,
    /// What every allocation reaches.
    pub least: i64,
}

/// The cuts of a component.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    /// In the order of their rows.
    pub all: Vec<Cut>,
    /// By kind: the cuts that it is in.
    by_kind: BTreeMap<u32, Vec<u32>>,
}

impl FromIterator<Cut> for Cuts {
    fn from_iter<T: IntoIterator<Item = Cut>>(cuts: T) -> Self {
        let mut all = Self::default();
        cuts.into_iter().for_each(|cut| all.add(cut));
        all
    }
}

impl Cuts {
    fn add(&mut self, cut: Cut) {
        for kind in &cut.kinds {
            let own = self.by_kind.entry(*kind).or_default();
            own.push(self.all.len() as u32);
        }
        self.all.push(cut);
    }

    /// Those that are worth something, and what.
    pub fn used(&self, duals: &[i64]) -> (Self, Vec<i64>) {
        let both = self.all.iter().cloned().zip(duals.iter().copied());
        let (used, kept): (Vec<Cut>, Vec<i64>) = both.filter(|(_, dual)| *dual > 0).unzip();
        (used.into_iter().collect(), kept)
    }

    /// What a column adds to cuts.
    pub fn amounts(&self, seats: &Seats, column: &Column) -> BTreeMap<u32, i64> {
        let takes = &seats.seats[column.seat].takes;
        let mut counts: BTreeMap<u32, i64> = BTreeMap::new();
        for (take, count) in &column.load {
            let kind = takes[*take as usize].kind;
            for cut in self.by_kind.get(&kind).into_iter().flatten() {
                *counts.entry(*cut).or_default() += i64::from(*count);
            }
        }
        for (cut, count) in &mut counts {
            *count = ceil_div(*count, self.all[*cut as usize].parts);
        }
        counts
    }

    /// Adds cuts that a mixture misses, those that it misses most; how many.
    pub fn separate(&mut self, seats: &Seats, pool: &Pool, mixture: &[(usize, i64)]) -> usize {
        let known: BTreeSet<&Cut> = self.all.iter().collect();
        let mut found: Vec<(i64, Cut)> = Vec::new();
        for (kinds, shares) in divisions(seats, pool, mixture) {
            let mut own: Vec<(i64, Cut)> = (subsets(kinds.len()).into_iter())
                .flat_map(|chosen| missed(seats, &kinds, &shares, chosen))
                .filter(|(_, cut)| !known.contains(cut))
                .collect();
            own.sort_by(|a, b| (-a.0, &a.1).cmp(&(-b.0, &b.1)));
            own.truncate(MOST_EACH);
            found.extend(own);
        }
        found.sort_by(|a, b| (-a.0, &a.1).cmp(&(-b.0, &b.1)));
        found.truncate(MOST);
        let many = found.len();
        found.into_iter().for_each(|(_, cut)| self.add(cut));
        many
    }
}

/// How a mixture divides a preparation: how much weight there is on every combination of counts.
type Shares = BTreeMap<Vec<i64>, i64>;

/// By preparation: its kinds that must all be held, and how a mixture divides them.
fn divisions(seats: &Seats, pool: &Pool, mixture: &[(usize, i64)]) -> Vec<(Vec<u32>, Shares)> {
    let mut divisions = vec![(Vec::new(), Shares::new()); seats.preparations()];
    let mut place = vec![None; seats.kinds.len()];
    for (kind, data) in seats.kinds.iter().enumerate() {
        if data.empty.is_none() {
            let kinds = &mut divisions[seats.groups[kind]].0;
            place[kind] = Some(kinds.len());
            kinds.push(kind as u32);
        }
    }
    for (column, weight) in mixture {
        let column = &pool.columns[*column];
        let takes = &seats.seats[column.seat].takes;
        let mut counts: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        for (take, count) in &column.load {
            let kind = takes[*take as usize].kind as usize;
            if let Some(place) = place[kind] {
                let group = seats.groups[kind];
                let many = divisions[group].0.len();
                counts.entry(group).or_insert_with(|| vec![0; many])[place] += i64::from(*count);
            }
        }
        for (group, counts) in counts {
            *divisions[group].1.entry(counts).or_default() += weight;
        }
    }
    divisions
}

/// Subsets of so many things, as bits.
fn subsets(of: usize) -> Vec<u64> {
    if of <= MOST_KINDS {
        return (1..1 << of).collect();
    }
    let of = of.min(64);
    let mut all = Vec::new();
    for a in 0..of {
        for b in a..of {
            all.extend((b..of).map(|c| 1_u64 << a | 1 << b | 1 << c));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The cuts on chosen kinds that these shares miss, and by how much.
fn missed(seats: &Seats, kinds: &[u32], shares: &Shares, chosen: u64) -> Vec<(i64, Cut)> {
    let places: Vec<usize> = (0..kinds.len())
        .filter(|at| chosen >> at & 1 == 1)
        .collect();
    let posts: i64 = (places.iter())
        .map(|at| seats.kinds[kinds[*at] as usize].posts.len() as i64)
        .sum();
    let mut found = Vec::new();
    for parts in PARTS.filter(|parts| posts % parts != 0) {
        let least = ceil_div(posts, parts);
        let held: i64 = (shares.iter())
            .map(|(counts, weight)| {
                let count: i64 = places.iter().map(|at| counts[*at]).sum();
                weight * ceil_div(count, parts)
            })
            .sum();
        let missed = least * DUAL - held;
        if missed >= MISSED {
            let kinds = places.iter().map(|at| kinds[*at]).collect();
            let cut = Cut {
                kinds,
                parts,
                least,
            };
            found.push((missed, cut));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use uurwerk_mip::DUAL;

    use super::{Shares, missed, subsets};
    use crate::allocate::seats::{Kind, Seats};

    /// Three lessons, each two of them held by half a teacher: 1.5 teachers where an allocation needs two.
    #[test]
    fn halves_of_three_pairs_are_cut_off() {
        let kind = || Kind {
            posts: vec![crate::allocate::facts::PostIx(0)],
            seats: Vec::new(),
            empty: None,
        };
        let seats = Seats {
            kinds: vec![kind(), kind(), kind()],
            ..Seats::default()
        };
        let pairs = [vec![1, 1, 0], vec![0, 1, 1], vec![1, 0, 1]];
        let shares = Shares::from(pairs.map(|pair| (pair, DUAL / 2)));
        let found = missed(&seats, &[0, 1, 2], &shares, 0b111);
        let halves = found.iter().find(|(_, cut)| cut.parts == 2);
        assert_eq!(
            halves.map(|(missed, cut)| (*missed, cut.least)),
            Some((DUAL / 2, 2))
        );
        assert!(missed(&seats, &[0, 1, 2], &shares, 0b011).is_empty());
    }

    #[test]
    fn of_many_kinds_the_small_subsets_are_tried() {
        assert_eq!(subsets(3).len(), 7);
        assert_eq!(subsets(12).len(), 12 + 66 + 220);
        assert!(subsets(12).iter().all(|set| set.count_ones() <= 3));
    }
}
