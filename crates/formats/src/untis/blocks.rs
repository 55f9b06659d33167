//! Blocks: how the hours of a lesson fall into runs of periods.
//!
//! Untis asks for blocks of a size (columns 30, 37, 38) or for a number of double periods between two
//! bounds (28, 29). Between the bounds the present timetable decides, without one the lower bound.

use super::records::LessonRow;

/// The lengths of the blocks of a lesson, longest first. `runs` are the lengths of its runs in the
/// present timetable; `longest` is the longest half-day.
pub(super) fn blocks(row: &LessonRow, runs: Option<&[u8]>, longest: u8) -> Vec<u8> {
    let mut left = row.hours;
    let mut blocks = Vec::new();
    let sizes: Vec<u8> = row
        .blocks
        .iter()
        .copied()
        .filter(|b| *b <= longest)
        .collect();
    // Several sizes are taken once each, a single one as often as it fits.
    for size in &sizes {
        let times = if sizes.len() == 1 {
            left / size
        } else {
            u8::from(left >= *size)
        };
        blocks.extend(std::iter::repeat_n(*size, usize::from(times)));
        left -= size * times;
    }
    if sizes.is_empty() && longest >= 2 {
        let doubles = doubles(row, runs).min(left / 2);
        blocks.extend(std::iter::repeat_n(2, usize::from(doubles)));
        left -= 2 * doubles;
    }
    blocks.extend(std::iter::repeat_n(1, usize::from(left)));
    blocks.sort_unstable_by(|a, b| b.cmp(a));
    blocks
}

fn doubles(row: &LessonRow, runs: Option<&[u8]>) -> u8 {
    let (least, most) = match row.doubles {
        (None, None) => return 0,
        (least, most) => {
            let least = least.unwrap_or(0);
            (least, most.unwrap_or(least).max(least))
        }
    };
    let seen = runs.map(|runs| runs.iter().map(|r| r / 2).sum::<u8>());
    seen.unwrap_or(least).clamp(least, most)
}

/// Gives every block a run that holds it: for each block the run and how far into it the block
/// starts. Longest blocks choose first, the tightest run that holds them.
pub(super) fn fit(blocks: &[u8], runs: &[u8]) -> Vec<Option<(usize, u8)>> {
    let mut taken = vec![0_u8; runs.len()];
    blocks
        .iter()
        .map(|block| {
            let room = |at: &usize| runs[*at] - taken[*at];
            let run = (0..runs.len())
                .filter(|at| room(at) >= *block)
                .min_by_key(|at| (room(at), *at))?;
            let offset = taken[run];
            taken[run] += block;
            Some((run, offset))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(hours: u8, doubles: (Option<u8>, Option<u8>), blocks: &[u8]) -> LessonRow {
        LessonRow {
            hours,
            classes: Vec::new(),
            teacher: String::new(),
            subject: String::new(),
            rooms: Vec::new(),
            pupils: None,
            value: None,
            week: String::new(),
            from: String::new(),
            to: String::new(),
            home_rooms: Vec::new(),
            codes: String::new(),
            doubles,
            blocks: blocks.to_vec(),
        }
    }

    #[test]
    fn sizes_and_doubles_make_patterns() {
        let none = (None, None);
        assert_eq!(blocks(&row(8, none, &[4]), None, 4), [4, 4]);
        assert_eq!(blocks(&row(7, none, &[3]), None, 4), [3, 3, 1]);
        assert_eq!(blocks(&row(7, none, &[4, 2]), None, 4), [4, 2, 1]);
        assert_eq!(blocks(&row(6, none, &[6]), None, 4), [1; 6]); // no half-day holds six
        assert_eq!(blocks(&row(3, (Some(1), Some(1)), &[]), None, 4), [2, 1]);
        assert_eq!(blocks(&row(2, none, &[]), Some(&[2]), 4), [1, 1]); // two in a row by chance
    }

    #[test]
    fn between_the_bounds_the_timetable_decides() {
        let open = (Some(0), Some(2));
        assert_eq!(blocks(&row(5, open, &[]), None, 4), [1; 5]);
        assert_eq!(blocks(&row(5, open, &[]), Some(&[3, 2]), 4), [2, 2, 1]); // one double in each run
        assert_eq!(
            blocks(&row(6, open, &[]), Some(&[2, 2, 2]), 4),
            [2, 2, 1, 1]
        );
        assert_eq!(
            blocks(&row(4, (Some(1), Some(1)), &[]), Some(&[1; 4]), 4),
            [2, 1, 1]
        );
    }

    #[test]
    fn blocks_find_runs_that_hold_them() {
        // The double takes the run of two, the three singles the run of three.
        let places = fit(&[2, 1, 1, 1], &[3, 2]);
        assert_eq!(
            places,
            [Some((1, 0)), Some((0, 0)), Some((0, 1)), Some((0, 2))]
        );
        assert_eq!(fit(&[2, 1], &[1, 1, 1]), [None, Some((0, 0))]);
    }
}
