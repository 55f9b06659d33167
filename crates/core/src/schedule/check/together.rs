//! What a class and a teacher together cannot fit into a week.
//!
//! While a teacher is with other pupils, neither those pupils nor that teacher can be in a lesson of the class. Lessons of which no
//! two can run at once, through pupils here and through a person there, need as many slots as they are long.

use uurwerk_model::{ClassIx, LessonIx, Message, School, TeacherIx};

use super::super::cliques::cover;
use super::super::draft::patterns;
use super::super::hall::crowd;
use super::{Block, Counter, Refusal};

/// Pupils of a class who are always together, and the blocks that take them.
pub(super) struct Group {
    /// Their class.
    pub class: ClassIx,
    /// The blocks, by position.
    pub blocks: Vec<usize>,
}

/// The groups of all classes, class by class.
pub(super) fn groups(school: &School, blocks: &[Block]) -> Vec<Group> {
    let classes = (0..school.classes().len()).map(ClassIx::from);
    let of_class = |class| {
        let (events, patterns) = patterns(school, blocks, class);
        let (cliques, count) = cover(&patterns);
        let group = move |clique| {
            let there = events.iter().zip(&cliques);
            let there = there.filter(|(_, cliques)| cliques.contains(&clique));
            let blocks = there.map(|(event, _)| event.index()).collect();
            Group { class, blocks }
        };
        (0..count).map(group).collect::<Vec<_>>()
    };
    classes.flat_map(of_class).collect()
}

impl Counter<'_> {
    /// Groups of pupils whose lessons, with others of one of their teachers, need more slots than there are.
    pub(super) fn together(&self, groups: &[Group]) -> Vec<Refusal> {
        if !self.is_hard("X1") || !self.is_hard("X2") {
            return Vec::new();
        }
        let mut pupils = vec![Vec::new(); self.blocks.len()];
        for (at, group) in groups.iter().enumerate() {
            group
                .blocks
                .iter()
                .for_each(|block| pupils[*block].push(at));
        }
        let mut own = vec![Vec::new(); self.school.staff().len()];
        for (at, people) in self.people.iter().enumerate() {
            people.iter().for_each(|(_, t)| own[t.at()].push(at));
        }
        // The longest first: whatever can run beside them makes way.
        for blocks in &mut own {
            blocks.dedup();
            blocks.sort_by_key(|at| std::cmp::Reverse(self.blocks[*at].length));
        }
        let mut refused: Vec<Refusal> = Vec::new();
        for group in groups {
            let people = group.blocks.iter().flat_map(|at| &self.people[*at]);
            let mut people: Vec<TeacherIx> = people.map(|(_, t)| *t).collect();
            people.sort_unstable();
            people.dedup();
            let found = people
                .into_iter()
                .filter_map(|teacher| self.beside(group, teacher, &own[teacher.at()], &pupils));
            for refusal in found {
                // Groups of one class see the same.
                if refused.iter().all(|known| known.held != refusal.held) {
                    refused.push(refusal);
                }
            }
        }
        refused
    }

    /// The same for one group and one teacher, who gives the blocks `own`.
    fn beside(
        &self,
        group: &Group,
        teacher: TeacherIx,
        own: &[usize],
        pupils: &[Vec<usize>],
    ) -> Option<Refusal> {
        let length = |at: &usize| usize::from(self.blocks[*at].length);
        let mut apart = group.blocks.clone();
        for at in own.iter().filter(|at| !group.blocks.contains(at)) {
            let beside = |other: &usize| self.shared(pupils, *at, *other).is_none();
            let lost: usize = apart.iter().filter(|b| beside(b)).map(length).sum();
            if lost < length(at) {
                apart.retain(|other| !beside(other));
                apart.push(*at);
            }
        }
        let of_group = |at: &usize| group.blocks.contains(at);
        if apart.iter().all(of_group) {
            return None;
        }
        let tasks = apart.iter().map(|at| {
            let block = &self.blocks[*at];
            let rule = if of_group(at) { "X2" } else { "X1" };
            self.lesson_need(*at, block, block.parts[0].0, rule)
        });
        let (needs, demands): (Vec<_>, Vec<_>) = tasks.unzip();
        let crowd = crowd(&needs)?;
        let message = Message::new("check-together")
            .with("class", self.school.class(group.class).name.as_str())
            .with("teacher", self.name(teacher))
            .with("n", crowd.size as i64)
            .with("slots", crowd.slots as i64);
        let pointers = [
            (format!("/classes/{}", group.class.0), "X2"),
            (format!("/staff/{}", teacher.0), "X1"),
        ];
        let mut all: Vec<_> = pointers
            .map(|(pointer, rule)| self.demand(pointer, rule, message.clone()))
            .to_vec();
        all.extend(crowd.needs.iter().map(|need| demands[*need].clone()));
        all.dedup();
        let involved: Vec<usize> = crowd.needs.iter().map(|need| apart[*need]).collect();
        let held = self.held(&involved, pupils);
        (!held.is_empty()).then_some(Refusal { demands: all, held })
    }

    /// Who keeps these blocks apart where pupils do not.
    fn held(&self, blocks: &[usize], pupils: &[Vec<usize>]) -> Vec<(LessonIx, TeacherIx)> {
        let pairs = blocks.iter().enumerate().flat_map(|(at, a)| {
            let others = blocks[..at].iter();
            others.filter_map(move |b| Some((*a, *b, self.shared(pupils, *a, *b)??)))
        });
        let of = |at: usize, teacher: TeacherIx| {
            let there = self.people[at].iter();
            there.filter(move |(_, t)| *t == teacher).copied()
        };
        let mut held: Vec<_> = pairs
            .flat_map(|(a, b, teacher)| of(a, teacher).chain(of(b, teacher)))
            .collect();
        held.sort_unstable();
        held.dedup();
        held
    }

    /// Why two blocks cannot run at once: `Some(None)` for pupils, else somebody who gives both.
    fn shared(&self, pupils: &[Vec<usize>], a: usize, b: usize) -> Option<Option<TeacherIx>> {
        if pupils[a].iter().any(|group| pupils[b].contains(group)) {
            return Some(None);
        }
        let in_b = |teacher: &TeacherIx| self.people[b].iter().any(|(_, t)| t == teacher);
        let mut people = self.people[a].iter().map(|(_, t)| *t);
        people.find(in_b).map(Some)
    }
}
