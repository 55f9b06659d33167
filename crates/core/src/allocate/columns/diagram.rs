//! All loads of one teacher as a decision diagram, on which the cheapest load for given duals is a shortest path.
//!
//! Layers are the seat's takes, nodes are what a partial load must remember (sums that a charge still depends on,
//! flags that a later post could raise again), arcs are how many posts of a kind are taken. A charge is paid arc by
//! arc, as the sum that it is about grows, so partial loads that the future cannot tell apart are one node. The
//! diagram is built once; pricing is a sweep over its arcs. Where it would grow too large, charges are left out,
//! dearest form first: loads then look cheaper than they are, so that a bound by shortest paths stays a bound
//! (a relaxed decision diagram: Bergman, Cire, van Hoeve and Hooker, 2016).

mod build;
mod seat;

/// Longer than every path: the length of what does not exist.
pub const FAR: i64 = i64::MAX / 4;

/// One way to take some posts of a kind after a partial load.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Step {
    take: u32,
    count: u32,
    cost: i64,
    /// What it adds to the rows of shared charges and of the seat's own peaks.
    rows: Vec<(u32, i64)>,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    from: u32,
    to: u32,
    step: u32,
}

/// The loads of a seat.
#[derive(Debug)]
pub struct Diagram {
    /// By layer, arcs of one layer together.
    arcs: Vec<Arc>,
    steps: Vec<Step>,
    nodes: usize,
    end: u32,
    /// What an empty load costs, and adds to rows.
    root_cost: i64,
    root_rows: Vec<(u32, i64)>,
    /// By take: the row of its kind.
    kinds: Vec<u32>,
    /// How many forms had to be left out.
    left_out: u32,
}

/// A shortest path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Its length: what the load costs less what duals pay for it, in parts of a unit.
    pub length: i64,
    /// How many posts of each of the seat's takes.
    pub counts: Vec<(u32, u32)>,
}

impl Diagram {
    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.arcs.len()
    }

    /// The cheapest load when every row pays its dual, in parts of a unit of cost.
    pub fn shortest(&self, duals: &[i64], parts: i64) -> Path {
        let (root, lengths) = self.lengths(duals, parts);
        let mut reached = vec![(FAR, u32::MAX); self.nodes];
        reached[0].0 = root;
        for (at, arc) in self.arcs.iter().enumerate() {
            let length = reached[arc.from as usize].0 + lengths[arc.step as usize];
            let to = &mut reached[arc.to as usize];
            if length < to.0 {
                *to = (length, at as u32);
            }
        }
        let mut counts = Vec::new();
        let mut node = self.end;
        while let Some(arc) = self.arcs.get(reached[node as usize].1 as usize) {
            let step = &self.steps[arc.step as usize];
            if step.count > 0 {
                counts.push((step.take, step.count));
            }
            node = arc.from;
        }
        Path {
            length: reached[self.end as usize].0,
            counts,
        }
    }

    /// What the root and every step cost less what duals pay for them.
    fn lengths(&self, duals: &[i64], parts: i64) -> (i64, Vec<i64>) {
        let pay = |rows: &[(u32, i64)]| -> i64 {
            let paid = rows
                .iter()
                .map(|(row, amount)| duals[*row as usize] * amount);
            paid.sum()
        };
        let length = |step: &Step| {
            let posts = match step.count {
                0 => 0,
                count => duals[self.kinds[step.take as usize] as usize] * i64::from(count),
            };
            step.cost * parts - posts - pay(&step.rows)
        };
        let root = self.root_cost * parts - pay(&self.root_rows);
        (root, self.steps.iter().map(length).collect())
    }

    /// Every load that is at most this much longer than the shortest; `None` when there are more than `most`.
    pub fn within(
        &self,
        duals: &[i64],
        parts: i64,
        slack: i64,
        most: usize,
    ) -> Option<Vec<Vec<(u32, u32)>>> {
        let (_, lengths) = self.lengths(duals, parts);
        let mut rest = vec![FAR; self.nodes];
        rest[self.end as usize] = 0;
        let mut first = vec![u32::MAX; self.nodes + 1];
        for (at, arc) in self.arcs.iter().enumerate().rev() {
            let length = lengths[arc.step as usize] + rest[arc.to as usize];
            let from = arc.from as usize;
            rest[from] = rest[from].min(length);
            first[from] = at as u32;
        }
        let mut walk = Walk {
            diagram: self,
            lengths: &lengths,
            rest: &rest,
            first: &first,
            most,
            trail: Vec::new(),
            loads: Vec::new(),
        };
        walk.follow(0, slack).then_some(walk.loads)
    }
}

/// Walks all paths that are short enough.
struct Walk<'d> {
    diagram: &'d Diagram,
    lengths: &'d [i64],
    /// By node: the shortest way to the end, and the first arc.
    rest: &'d [i64],
    first: &'d [u32],
    most: usize,
    trail: Vec<(u32, u32)>,
    loads: Vec<Vec<(u32, u32)>>,
}

impl Walk<'_> {
    /// `false` when there are too many.
    fn follow(&mut self, node: u32, slack: i64) -> bool {
        if node == self.diagram.end {
            self.loads.push(self.trail.clone());
            return self.loads.len() <= self.most;
        }
        let mut at = self.first[node as usize] as usize;
        while let Some(arc) = self.diagram.arcs.get(at).filter(|arc| arc.from == node) {
            at += 1;
            let length = self.lengths[arc.step as usize] + self.rest[arc.to as usize];
            let over = length - self.rest[node as usize];
            if self.rest[arc.to as usize] >= FAR / 2 || over > slack {
                continue;
            }
            let step = &self.diagram.steps[arc.step as usize];
            let taken = step.count > 0;
            if taken {
                self.trail.push((step.take, step.count));
            }
            let go_on = self.follow(arc.to, slack - over);
            if taken {
                self.trail.pop();
            }
            if !go_on {
                return false;
            }
        }
        true
    }
}
