//! The classes of a school: how many in each year, which streams and study directions, how many
//! pupils, how demanding.

use uurwerk_model::{Class, Graad, Stream};

use super::curricula::{self, Programme, Table};
use super::dice::Dice;
use super::names::FirstGraadOnly;

/// A class with the table that it follows.
pub(super) struct PlannedClass {
    pub(super) class: Class,
    pub(super) table: Table,
}

/// The largest class: the capacity of an ordinary classroom.
pub(super) const LARGEST_CLASS: usize = 26;

/// Fewer classes than this make a school of the first graad alone.
const SIX_YEARS: usize = 6;
/// From this many classes on there are seventh years.
const SEVENTH_YEARS: usize = 28;

/// Whether a school of so many classes stops after the second year.
pub(super) fn first_graad_only(classes: usize) -> FirstGraadOnly {
    if classes < SIX_YEARS {
        FirstGraadOnly::Yes
    } else {
        FirstGraadOnly::No
    }
}

/// The classes, year by year.
pub(super) fn classes(seed: u64, count: usize) -> Vec<PlannedClass> {
    let mut dice = Dice::of(seed, "classes");
    let profile = Profile::any(&mut dice);
    let weights: &[usize] = match first_graad_only(count) {
        FirstGraadOnly::Yes => &[1, 1],
        FirstGraadOnly::No if count < SEVENTH_YEARS => &[18, 18, 17, 17, 15, 15],
        FirstGraadOnly::No => &[18, 18, 17, 17, 14, 13, 3],
    };
    let mut classes = Vec::new();
    for (year, count) in (1..).zip(share(count, weights, 1)) {
        for (programme, letter) in profile.programmes(year, count) {
            classes.push(planned(programme, year, letter, &mut dice));
        }
    }
    classes
}

/// Which streams a school is known for: parts of doorstroom, dubbele and arbeidsmarkt, and the order
/// in which it offers directions beyond the most usual one.
struct Profile {
    streams: [usize; 3],
    turn: usize,
}

impl Profile {
    fn any(dice: &mut Dice) -> Self {
        const KNOWN: [[usize; 3]; 3] = [[45, 25, 30], [32, 30, 38], [60, 20, 20]];
        Self {
            streams: KNOWN[dice.below(KNOWN.len())],
            turn: dice.below(3),
        }
    }

    /// The programmes of the classes of a year, with a letter where one is given more than once.
    fn programmes(&self, year: u8, count: usize) -> Vec<(&'static Programme, Option<char>)> {
        let streams: Vec<(Stream, usize)> = match year {
            1 | 2 => {
                let b = if count < 2 { 0 } else { count.div_ceil(5) };
                vec![(Stream::A, count - b), (Stream::B, b)]
            }
            7 => vec![(Stream::Arbeidsmarkt, count)],
            _ => {
                let shares = share(count, &self.streams, 0);
                let streams = [Stream::Doorstroom, Stream::Dubbele, Stream::Arbeidsmarkt];
                streams.into_iter().zip(shares).collect()
            }
        };
        let of_stream = |(stream, count)| self.of_stream(year, stream, count);
        streams.into_iter().flat_map(of_stream).collect()
    }

    fn of_stream(
        &self,
        year: u8,
        stream: Stream,
        count: usize,
    ) -> Vec<(&'static Programme, Option<char>)> {
        let mut offered = curricula::offered(year, stream);
        if let [_, others @ ..] = &mut offered[..]
            && year > 2
            && !others.is_empty()
        {
            let turn = self.turn % others.len();
            others.rotate_left(turn);
        }
        if year == 1 && stream == Stream::A {
            // Most first classes follow the common table; about one in three starts Latin.
            let latin = offered.pop();
            let common = offered.clone();
            offered.extend(common);
            offered.extend(latin);
        }
        let mut given: Vec<&'static Programme> =
            offered.iter().cycle().take(count).copied().collect();
        given.sort_by_key(|p| offered.iter().position(|o| o.code == p.code));
        let letter = |at: usize, programme: &Programme| {
            let twins = given.iter().filter(|p| p.code == programme.code).count();
            let before = given[..at]
                .iter()
                .filter(|p| p.code == programme.code)
                .count();
            (twins > 1).then(|| char::from(b'a' + (before % 26) as u8))
        };
        let lettered = given.iter().enumerate();
        lettered.map(|(at, p)| (*p, letter(at, p))).collect()
    }
}

fn planned(
    programme: &'static Programme,
    year: u8,
    letter: Option<char>,
    dice: &mut Dice,
) -> PlannedClass {
    let (pupils, difficulty) = match programme.stream {
        Stream::A => (dice.between(18, 25), dice.between(15, 50)),
        Stream::B => (dice.between(11, 16), dice.between(50, 85)),
        Stream::Doorstroom => (dice.between(10, 25), dice.between(10, 45)),
        Stream::Dubbele => (dice.between(10, 20), dice.between(30, 65)),
        Stream::Arbeidsmarkt | Stream::Other => (dice.between(8, 14), dice.between(45, 90)),
    };
    let letter = letter.map(String::from).unwrap_or_default();
    let id = format!("{year}{}{letter}", programme.code);
    PlannedClass {
        class: Class {
            id: id.as_str().into(),
            name: format!("{year} {} {letter}", programme.name)
                .trim_end()
                .to_owned(),
            graad: Graad(year.div_ceil(2).min(3)),
            year,
            stream: programme.stream,
            pupils: pupils as u16,
            // Directors think in fives.
            difficulty: (difficulty / 5 * 5) as u8,
            partitions: Vec::new(),
            titularis: None,
            home_room: None,
        },
        table: programme.table,
    }
}

/// Shares out `count` by weight, largest remainders first, each share at least `least` while the
/// count allows it.
fn share(count: usize, weights: &[usize], least: usize) -> Vec<usize> {
    let total: usize = weights.iter().sum::<usize>().max(1);
    let mut shares: Vec<usize> = weights
        .iter()
        .map(|w| (count * w / total).max(least.min(count / weights.len().max(1))))
        .collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(count * weights[*at] % total), *at));
    let mut turn = order.iter().cycle();
    while shares.iter().sum::<usize>() < count {
        let Some(at) = turn.next() else { break };
        shares[*at] += 1;
    }
    while shares.iter().sum::<usize>() > count {
        let Some(largest) = (0..shares.len()).max_by_key(|at| shares[*at]) else {
            break;
        };
        shares[largest] -= 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn shares_add_up() {
        assert_eq!(share(2, &[45, 30, 25], 0), [1, 1, 0]);
        assert_eq!(share(6, &[18, 18, 17, 17, 15, 15], 1), [1; 6]);
        for count in 1..60 {
            assert_eq!(
                share(count, &[18, 18, 17, 17, 14, 13, 3], 1)
                    .iter()
                    .sum::<usize>(),
                count
            );
        }
    }

    #[test]
    fn every_class_has_a_name_of_its_own() {
        for count in [2, 5, 6, 12, 47, 190] {
            let classes = classes(5, count);
            let ids: BTreeSet<_> = classes.iter().map(|c| c.class.id.clone()).collect();
            assert_eq!((classes.len(), ids.len()), (count, count));
            assert!(
                classes
                    .iter()
                    .all(|c| usize::from(c.class.pupils) <= LARGEST_CLASS)
            );
        }
    }
}
