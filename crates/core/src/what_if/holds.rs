//! What a scenario locks, as decisions of the base plan that are no longer open.

use uurwerk_model::{Hold, LessonIx, School, TeacherIx};

use super::base::Base;
use super::scene::Event;
use crate::allocate::{Facts, classes_of};

/// What must stay as it is.
pub(super) struct Holds {
    /// Posts that keep their holder.
    pub posts: Vec<bool>,
    /// Events that keep their start and rooms.
    pub events: Vec<bool>,
    /// People who get nothing more.
    pub people: Vec<bool>,
    /// Slots that nothing comes into.
    pub slots: Vec<bool>,
    /// Lessons that keep everything.
    pub lessons: Vec<bool>,
}

impl Holds {
    pub fn of(
        facts: &Facts,
        base: &Base,
        events: &[Event],
        of_lesson: &[Vec<usize>],
        locks: &[Hold],
    ) -> Self {
        let school = facts.school;
        let mut holds = Self {
            posts: vec![false; facts.posts.len()],
            events: vec![false; events.len()],
            people: vec![false; school.staff().len()],
            slots: vec![false; school.slots().len()],
            lessons: vec![false; school.lessons().len()],
        };
        let lessons = || (0..school.lessons().len()).map(LessonIx::from);
        for lock in locks {
            match lock {
                Hold::Lesson(id) => {
                    if let Some(lesson) = school.lesson_ix(id) {
                        holds.lesson(facts, base, of_lesson, lesson);
                    }
                }
                Hold::Class(id) => {
                    for lesson in lessons() {
                        let classes = classes_of(school, lesson);
                        if school.class_ix(id).is_some_and(|c| classes.contains(&c)) {
                            holds.lesson(facts, base, of_lesson, lesson);
                        }
                    }
                }
                Hold::Teacher(id) => {
                    if let Some(teacher) = school.teacher_ix(id) {
                        holds.teacher(facts, base, of_lesson, teacher);
                    }
                }
                Hold::Day(_) | Hold::Slot(_) => {
                    for (at, info) in school.slots().iter().enumerate() {
                        let own = match lock {
                            Hold::Day(id) => school.document().grid.days[info.day.at()].id == *id,
                            Hold::Slot(slot) => school.slot_ix(slot).is_some_and(|s| s.at() == at),
                            _ => false,
                        };
                        holds.slots[at] |= own;
                    }
                }
            }
        }
        for (at, event) in events.iter().enumerate() {
            if let Some(start) = event.start
                && event.slots(start).any(|slot| holds.slots[slot])
            {
                holds.events[at] = true;
                for post in &event.posts {
                    holds.posts[post.at()] |= base.holders[post.at()].is_some();
                }
            }
        }
        holds
    }

    fn lesson(&mut self, facts: &Facts, base: &Base, of_lesson: &[Vec<usize>], lesson: LessonIx) {
        if !base.had[lesson.at()] {
            return; // What is new has nothing to keep.
        }
        self.lessons[lesson.at()] = true;
        for post in facts.posts_of(lesson) {
            self.posts[post.ix.at()] |= base.holders[post.ix.at()].is_some();
        }
        for event in &of_lesson[lesson.at()] {
            self.events[*event] = true;
        }
    }

    /// Everything that somebody has, and nothing more.
    fn teacher(
        &mut self,
        facts: &Facts,
        base: &Base,
        of_lesson: &[Vec<usize>],
        teacher: TeacherIx,
    ) {
        self.people[teacher.at()] = true;
        for post in facts
            .posts
            .iter()
            .filter(|p| base.holders[p.ix.at()] == Some(teacher))
        {
            self.posts[post.ix.at()] = true;
            for event in &of_lesson[post.lesson.at()] {
                self.events[*event] = true;
            }
        }
    }
}

/// The lessons that locks keep and that cannot stay, by name.
pub(super) fn broken(school: &School, holds: &Holds, forced: &[bool]) -> Vec<String> {
    let lessons = school.lessons().iter().enumerate();
    let broken = lessons.filter(|(at, _)| holds.lessons[*at] && forced[*at]);
    broken.map(|(_, lesson)| lesson.id.to_string()).collect()
}
