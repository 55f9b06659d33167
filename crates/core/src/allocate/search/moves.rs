//! Moves: what may change hands at once.
//!
//! Preparations are where a move costs most: a post less here is one begun there. So one move of six leaves them alone,
//! in three of eight others a post goes to somebody who has its preparation already, and a preparation that is handed
//! over whole comes with as many hours back, first of what the other one teaches anyhow.

use super::{Annealing, Edit};
use crate::allocate::seats::NONE;

/// As long as hard rules are broken, one move of so many is about somebody who breaks one.
const FOCUS: usize = 4;

impl Annealing<'_> {
    /// Fills `edits` with a random move; leaves it empty when the draw was no move.
    pub(super) fn propose(&mut self) {
        self.edits.clear();
        let (post, to) = match self.draw_broken() {
            Some((post, to)) => (post, to),
            None => {
                let post = self.random.below(self.state.len()) as u32;
                if self.random.below(6) == 0 {
                    self.propose_alike(post);
                    return;
                }
                (post, None)
            }
        };
        let from = self.state.holder(post);
        let like = self.random.below(8) < 3;
        let Some(to) = to.or_else(|| self.draw_holder(post, like)) else {
            return;
        };
        if to == from {
            return;
        }
        if from == NONE || to == NONE {
            self.edits.push((post, to));
            return;
        }
        match self.random.below(16) {
            0..=2 => self.edits.push((post, to)),
            3..=9 => self.propose_swap(post, from, to),
            10..=12 => self.propose_chain(post, to),
            13..=14 => self.propose_exchange(post, from, to),
            _ => self.propose_compensated(post, from, to),
        }
    }

    /// Now and then, as long as hard rules are broken: a post of somebody who breaks one, or one that such a teacher
    /// may take, with that teacher.
    fn draw_broken(&mut self) -> Option<(u32, Option<u32>)> {
        let many = self.state.broken().len();
        if many == 0 || self.random.below(FOCUS) != 0 {
            return None;
        }
        let seat = self.state.broken()[self.random.below(many)];
        if self.random.below(2) == 0 {
            return self.draw_from(seat).map(|post| (post, None));
        }
        let takes = &self.seats.seats[seat as usize].takes;
        let kind = takes.get(self.random.below(takes.len().max(1)))?.kind;
        let posts = self.mates.kinds[kind as usize].clone();
        let post = posts.start + self.random.below(posts.len()) as u32;
        Some((post, Some(seat)))
    }

    /// A teacher for a post, or nobody where it may stay empty: one who has its preparation, or any.
    fn draw_holder(&mut self, post: u32, like: bool) -> Option<u32> {
        if like {
            let mates = &self.mates.posts[self.mates.groups[post as usize] as usize];
            let holder = self.state.holder(mates[self.random.below(mates.len())]);
            if holder != NONE && self.may_hold(holder, post) {
                return Some(holder);
            }
        }
        let kind = &self.seats.kinds[self.state.kind(post) as usize];
        let choices = kind.seats.len() + usize::from(kind.empty.is_some());
        if choices == 0 {
            return None;
        }
        let drawn = self.random.below(choices);
        Some(kind.seats.get(drawn).copied().unwrap_or(NONE))
    }

    fn may_hold(&self, seat: u32, post: u32) -> bool {
        self.seats.take(self.state.kind(post), seat) != NONE
    }

    /// A random open post in a teacher's hand.
    fn draw_from(&mut self, seat: u32) -> Option<u32> {
        let hand = self.state.hand(seat);
        hand.get(self.random.below(hand.len().max(1))).copied()
    }

    /// Whether a teacher has the preparation of a post.
    fn prepares(&self, seat: u32, post: u32) -> bool {
        let groups = &self.mates.groups;
        let group = groups[post as usize];
        let mut hand = self.state.hand(seat).iter();
        hand.any(|own| groups[*own as usize] == group)
    }

    fn propose_swap(&mut self, post: u32, from: u32, to: u32) {
        if let Some(back) = self.draw_from(to)
            && self.state.kind(back) != self.state.kind(post)
            && self.may_hold(from, back)
        {
            self.edits.extend([(post, to), (back, from)]);
        }
    }

    /// Swaps two posts of one preparation: who has what preparations stays, hours and classes change.
    fn propose_alike(&mut self, post: u32) {
        let mates = &self.mates.posts[self.mates.groups[post as usize] as usize];
        let other = mates[self.random.below(mates.len())];
        let (from, to) = (self.state.holder(post), self.state.holder(other));
        if from != to
            && from != NONE
            && to != NONE
            && self.state.kind(other) != self.state.kind(post)
            && self.may_hold(to, post)
            && self.may_hold(from, other)
        {
            self.edits.extend([(post, to), (other, from)]);
        }
    }

    fn propose_chain(&mut self, post: u32, to: u32) {
        if let Some(pushed) = self.draw_from(to) {
            let kind = &self.seats.kinds[self.state.kind(pushed) as usize];
            let third = kind.seats[self.random.below(kind.seats.len())];
            if third != to {
                self.edits.extend([(post, to), (pushed, third)]);
            }
        }
    }

    /// Exchanges all that one teacher does like `post` with all that the other does like a random post of theirs.
    fn propose_exchange(&mut self, post: u32, from: u32, to: u32) {
        self.hand_on(post, from, to);
        if let Some(back) = self.draw_from(to) {
            self.hand_on(back, to, from);
        }
    }

    /// Gives all that one teacher does like `post` to another, and as much of other things back.
    fn propose_compensated(&mut self, post: u32, from: u32, to: u32) {
        self.hand_on(post, from, to);
        let size = |edit: &Edit| self.mates.sizes[edit.0 as usize];
        let mut left: i64 = self.edits.iter().map(size).sum();
        let many = self.state.hand(to).len();
        let first = self.random.below(many.max(1));
        let group = self.mates.groups[post as usize];
        for known in [true, false] {
            for at in 0..many {
                let back = self.state.hand(to)[(first + at) % many];
                let size = self.mates.sizes[back as usize];
                if size <= left
                    && self.mates.groups[back as usize] != group
                    && self.may_hold(from, back)
                    && self.prepares(from, back) == known
                    && (known || left > 0)
                {
                    left -= size;
                    self.edits.push((back, from));
                }
            }
        }
    }

    /// Gives another all that a teacher does of the preparation of a post.
    fn hand_on(&mut self, like: u32, from: u32, to: u32) {
        let group = self.mates.groups[like as usize];
        for at in 0..self.state.hand(from).len() {
            let post = self.state.hand(from)[at];
            if self.mates.groups[post as usize] == group && self.may_hold(to, post) {
                self.edits.push((post, to));
            }
        }
    }
}
