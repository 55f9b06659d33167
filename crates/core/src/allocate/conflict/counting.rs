//! Hours asked against hours there, by maximum flow.
//!
//! Posts send their load to teachers who may hold them, teachers take at most what their contract leaves
//! beside tasks. When not all load arrives, the posts on the near side of the minimum cut ask for more than
//! all their candidates can give (Hall). The same from the other side: teachers whose contracts ask for more
//! work than all lessons they may teach hold.

use std::collections::BTreeSet;

use petgraph::algo::dinics;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::allocate::model::DemandKey;
use crate::allocate::problem::{Component, Price, Problem};

/// Demands of a component that cannot hold together because of their hours alone.
pub fn shortage(problem: &Problem, component: &Component) -> Option<BTreeSet<DemandKey>> {
    let hard = |id| {
        let mut rules = problem.rules.iter();
        rules.position(|held| held.rule.id == id && held.price == Price::Hard)
    };
    let contracts = hard("B4")?;
    let too_little_staff =
        hard("A1").and_then(|_| short(problem, component, contracts, Side::Staff));
    too_little_staff.or_else(|| short(problem, component, contracts, Side::Lessons))
}

/// What there may be too little of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Too few hours of staff for the lessons.
    Staff,
    /// Too few hours of lessons for the staff.
    Lessons,
}

fn short(
    problem: &Problem,
    component: &Component,
    contracts: usize,
    side: Side,
) -> Option<BTreeSet<DemandKey>> {
    let facts = problem.facts;
    let mut graph = DiGraph::<(), u64>::new();
    let (source, sink) = (graph.add_node(()), graph.add_node(()));
    let posts: Vec<NodeIndex> = component.posts.iter().map(|_| graph.add_node(())).collect();
    let staff: Vec<NodeIndex> = component
        .teachers
        .iter()
        .map(|_| graph.add_node(()))
        .collect();
    let (mut asked, mut empty_handed) = (0_u64, None);
    for (post, node) in component.posts.iter().zip(&posts) {
        let load = facts.post(*post).load.unsigned_abs();
        match side {
            Side::Staff => {
                asked += load;
                graph.add_edge(source, *node, load);
                if problem.choices[post.at()].teachers.is_empty() {
                    empty_handed = empty_handed.or(Some(*post));
                }
            }
            Side::Lessons => {
                graph.add_edge(*node, sink, load);
            }
        }
        for teacher in &problem.choices[post.at()].teachers {
            if let Ok(at) = component.teachers.binary_search(teacher) {
                match side {
                    Side::Staff => graph.add_edge(*node, staff[at], load),
                    Side::Lessons => graph.add_edge(staff[at], *node, load),
                };
            }
        }
    }
    if let Some(post) = empty_handed {
        return Some(BTreeSet::from([DemandKey::Post(post)]));
    }
    for (teacher, node) in component.teachers.iter().zip(&staff) {
        let contract = facts.school.teacher(*teacher).contract;
        let tasks = facts.tasks[teacher.at()];
        match side {
            Side::Staff => {
                let Ok(room) = u64::try_from(contract.max.0 - tasks) else {
                    return Some(BTreeSet::from([DemandKey::Teacher(contracts, *teacher)]));
                };
                graph.add_edge(*node, sink, room);
            }
            Side::Lessons => {
                let needed = (contract.min.0 - tasks).max(0).unsigned_abs();
                asked += needed;
                graph.add_edge(source, *node, needed);
            }
        }
    }
    let (arrived, flows) = dinics(&graph, source, sink);
    if arrived >= asked {
        return None;
    }
    let near = near_side(&graph, source, &flows);
    let mut demands = BTreeSet::new();
    for (post, node) in component.posts.iter().zip(&posts) {
        if side == Side::Staff && near[node.index()] {
            demands.insert(DemandKey::Post(*post));
        }
    }
    for (teacher, node) in component.teachers.iter().zip(&staff) {
        if near[node.index()] {
            demands.insert(DemandKey::Teacher(contracts, *teacher));
        }
    }
    Some(demands)
}

/// The nodes that more flow could still reach.
fn near_side(graph: &DiGraph<(), u64>, source: NodeIndex, flows: &[u64]) -> Vec<bool> {
    let mut near = vec![false; graph.node_count()];
    let mut todo = vec![source];
    near[source.index()] = true;
    while let Some(node) = todo.pop() {
        let forward = graph
            .edges(node)
            .filter(|e| flows[e.id().index()] < *e.weight());
        let forward = forward.map(|e| e.target());
        let backward = graph.edges_directed(node, petgraph::Incoming);
        let backward = backward
            .filter(|e| flows[e.id().index()] > 0)
            .map(|e| e.source());
        for next in forward.chain(backward) {
            if !near[next.index()] {
                near[next.index()] = true;
                todo.push(next);
            }
        }
    }
    near
}
