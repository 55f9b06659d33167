//! Mentors in the programme of an area: when they talk to their starters and when they watch them, where that is hard.

use std::collections::BTreeMap;

use uurwerk_model::{LessonIx, SlotIx, TeacherIx};

use super::clash::{Sheet, Terms};
use crate::allocate::{Model, PostIx, Problem};
use crate::schedule::Purpose;

impl Sheet<'_> {
    /// Meetings and observations of the pairs whose week may change.
    pub(super) fn mentors(&mut self, problem: &Problem, model: &mut Model) {
        let school = self.scene.school;
        for (entry, [mentor, starter]) in &self.times.pairs {
            let wanted = &school.document().mentoring.pairs[*entry];
            let slots = (0..school.slots().len()).map(SlotIx::from);
            let free = |teacher: TeacherIx, slot: SlotIx| {
                self.times
                    .is_free(self.scene, teacher, slot.at()..slot.at() + 1)
            };
            let mut chosen = Vec::new();
            if self.scene.is_hard("M9") && wanted.meetings > 0 {
                let open = slots.filter(|slot| free(*mentor, *slot) && free(*starter, *slot));
                let vars: Vec<_> = open.map(|slot| (slot, model.programme.binary())).collect();
                model.programme.exactly(
                    vars.iter().map(|(_, v)| (*v, 1)),
                    i64::from(wanted.meetings),
                );
                for (slot, var) in vars {
                    chosen.push((Purpose::Meeting(*entry), slot, var, vec![*mentor, *starter]));
                }
            }
            if self.scene.is_hard("M10") && wanted.observations > 0 {
                let seen = self.seen(problem, *starter);
                let mut vars = Terms::new();
                for ((lesson, slot), terms) in seen {
                    if !free(*mentor, slot) {
                        continue;
                    }
                    let var = model.programme.binary();
                    vars.push((var, 1));
                    if let Some(mut terms) = terms {
                        terms.iter_mut().for_each(|(_, weight)| *weight = -1);
                        terms.push((var, 1));
                        model.programme.at_most(terms, 0);
                    }
                    chosen.push((
                        Purpose::Observation(*entry, lesson),
                        slot,
                        var,
                        vec![*mentor],
                    ));
                }
                model
                    .programme
                    .exactly(vars, i64::from(wanted.observations));
            }
            for (purpose, slot, var, people) in chosen {
                for teacher in people {
                    self.people
                        .entry((teacher, slot.at()))
                        .or_default()
                        .push((var, 1));
                }
                self.placing.meetings.push((purpose, slot, var));
            }
        }
    }

    /// Where a starter may be seen teaching, with what that hangs on; `None` where it is settled.
    fn seen(
        &self,
        problem: &Problem,
        starter: TeacherIx,
    ) -> BTreeMap<(LessonIx, SlotIx), Option<Terms>> {
        let mut seen: BTreeMap<(LessonIx, SlotIx), Option<Terms>> = BTreeMap::new();
        for (at, event) in self.scene.events.iter().enumerate() {
            let teaches = |post: &&PostIx| {
                let info = self.scene.facts.post(**post);
                info.counts
                    && match self.area.posts[post.at()] {
                        true => problem.choices[post.at()].teachers.contains(&starter),
                        false => problem.choices[post.at()].settled().flatten() == Some(starter),
                    }
            };
            let Some(post) = event.posts.iter().find(teaches) else {
                continue;
            };
            let lesson = self.scene.facts.post(*post).lesson;
            if !self.area.events[at] && !self.area.posts[post.at()] {
                if let Some(start) = event.start {
                    for slot in event.slots(start) {
                        seen.insert((lesson, SlotIx::from(slot)), None);
                    }
                }
                continue;
            }
            let own = self.watched.range((starter, at, 0)..(starter, at + 1, 0));
            for ((_, _, slot), terms) in own {
                let known = seen
                    .entry((lesson, SlotIx::from(*slot)))
                    .or_insert_with(|| Some(Vec::new()));
                if let Some(known) = known {
                    known.extend(terms);
                }
            }
        }
        seen
    }
}
