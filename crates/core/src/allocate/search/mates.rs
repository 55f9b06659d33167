//! What moves ask about posts: which are of the same preparation, and how large they are.

use std::ops::Range;

use crate::allocate::seats::Seats;

/// By open post, in the order of the search.
pub struct Mates {
    /// The preparation of each.
    pub groups: Vec<u32>,
    /// What each adds to what hard rules limit: hours, as a rule.
    pub sizes: Vec<i64>,
    /// The posts of each preparation.
    pub posts: Vec<Vec<u32>>,
    /// The posts of each kind.
    pub kinds: Vec<Range<u32>>,
}

impl Mates {
    /// Those of a component.
    pub fn of(seats: &Seats) -> Self {
        let by_kind = seats.sizes();
        let mut mates = Self {
            groups: Vec::new(),
            sizes: Vec::new(),
            posts: vec![Vec::new(); seats.preparations()],
            kinds: Vec::new(),
        };
        for (kind, data) in seats.kinds.iter().enumerate() {
            let first = mates.groups.len() as u32;
            mates.kinds.push(first..first + data.posts.len() as u32);
            for _ in &data.posts {
                mates.posts[seats.groups[kind]].push(mates.groups.len() as u32);
                mates.groups.push(seats.groups[kind] as u32);
                mates.sizes.push(by_kind[kind]);
            }
        }
        mates
    }
}
