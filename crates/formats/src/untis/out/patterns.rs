//! Blocks as Untis asks for them: a number of double periods, or block sizes.

use super::super::blocks::blocks;
use super::super::records::LessonRow;

/// What columns 28 to 30, 37 and 38 say of a lesson's blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// The number of double periods, least and most alike.
    pub doubles: Option<u8>,
    /// Sizes of blocks.
    pub sizes: Vec<u8>,
}

/// How to ask for blocks of these lengths; none when Untis cannot be asked for them exactly.
pub(super) fn asked(lengths: &[u8], longest: u8) -> Option<Asked> {
    let mut wanted = lengths.to_vec();
    wanted.sort_unstable_by(|a, b| b.cmp(a));
    let long: Vec<u8> = wanted.iter().copied().filter(|l| *l > 1).collect();
    let mut distinct = long.clone();
    distinct.dedup();
    let doubles = u8::try_from(long.len()).ok().filter(|n| *n > 0);
    let ways = [
        Asked::default(),
        Asked {
            doubles,
            sizes: vec![],
        },
        Asked {
            doubles: None,
            sizes: distinct,
        },
        Asked {
            doubles: None,
            sizes: long,
        },
    ];
    ways.into_iter()
        .filter(|way| way.sizes.len() <= 3)
        .find(|way| blocks(&row(wanted.iter().sum(), way), None, longest) == wanted)
}

/// A row that asks so, as the reader sees it.
fn row(hours: u8, asked: &Asked) -> LessonRow {
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
        doubles: (asked.doubles, asked.doubles),
        blocks: asked.sizes.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_asked_for_so_that_they_are_read_back() {
        let doubles = |n| Asked {
            doubles: Some(n),
            sizes: vec![],
        };
        let sizes = |sizes: &[u8]| Asked {
            doubles: None,
            sizes: sizes.to_vec(),
        };
        assert_eq!(asked(&[1, 1], 4), Some(Asked::default()));
        assert_eq!(asked(&[1, 2, 1], 4), Some(doubles(1)));
        assert_eq!(asked(&[2, 2], 4), Some(doubles(2)));
        assert_eq!(asked(&[3, 3], 4), Some(sizes(&[3])));
        assert_eq!(asked(&[4, 2], 4), Some(sizes(&[4, 2])));
        assert_eq!(asked(&[3, 2, 2], 4), Some(sizes(&[3, 2, 2])));
        assert_eq!(asked(&[4, 4, 2, 2], 4), None);
    }
}
