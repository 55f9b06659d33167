//! The base plan as far as it still makes sense in the changed school: by names, since places in lists may differ.

use uurwerk_model::{LessonIx, PlanDocument, ProtectedSlot, RoomIx, School, SlotIx, TeacherIx};

use crate::allocate::Facts;

/// What the base plan says about the lessons of the changed school.
pub(super) struct Base {
    /// The holder of every post.
    pub holders: Vec<Option<TeacherIx>>,
    /// `starts[lesson][block]`.
    pub starts: Vec<Vec<Option<SlotIx>>>,
    /// `rooms[lesson][block][need]`.
    pub rooms: Vec<Vec<Vec<Option<RoomIx>>>>,
    /// Protected time of people who are still there.
    pub protected: Vec<ProtectedSlot>,
    /// Whether the base plan gives the lesson.
    pub had: Vec<bool>,
    /// Whether somebody taught it who is gone, or its blocks are cut otherwise now.
    pub lost: Vec<bool>,
}

impl Base {
    /// Carries a plan over. Positions correspond by their role and their order within it.
    pub fn carry(facts: &Facts, from: &School, plan: &PlanDocument) -> Self {
        let school = facts.school;
        let lessons = school.lessons().len();
        let mut base = Self {
            holders: vec![None; facts.posts.len()],
            starts: Vec::new(),
            rooms: Vec::new(),
            protected: Vec::new(),
            had: vec![false; lessons],
            lost: vec![false; lessons],
        };
        for (at, lesson) in school.lessons().iter().enumerate() {
            let blocks = school.blocks(LessonIx::from(at));
            base.starts.push(vec![None; blocks.len()]);
            base.rooms
                .push(vec![vec![None; lesson.rooms.len()]; blocks.len()]);
            if let Some(old) = from.lesson_ix(&lesson.id) {
                base.had[at] = true;
                base.lost[at] = from.blocks(old) != blocks;
            }
        }
        base.carry_teachers(facts, from, plan);
        base.carry_times(school, plan);
        let known = |slot: &ProtectedSlot| {
            slot.people.iter().all(|t| school.teacher_ix(t).is_some())
                && slot.lesson.iter().all(|l| school.lesson_ix(l).is_some())
                && slot.team.iter().all(|t| school.team_ix(t).is_some())
        };
        base.protected = plan
            .protected
            .iter()
            .filter(|slot| known(slot))
            .cloned()
            .collect();
        base
    }

    fn carry_teachers(&mut self, facts: &Facts, from: &School, plan: &PlanDocument) {
        let school = facts.school;
        for entry in &plan.allocation {
            let (Some(lesson), Some(old)) = (
                school.lesson_ix(&entry.lesson),
                from.lesson_ix(&entry.lesson),
            ) else {
                continue;
            };
            let rank = |lesson: &uurwerk_model::Lesson, upto: usize| {
                lesson
                    .positions
                    .iter()
                    .take(upto)
                    .filter(|p| p.role == entry.role)
                    .count()
            };
            let rank_of_old = rank(from.lesson(old), usize::from(entry.position));
            let positions = school.lesson(lesson).positions.iter().enumerate();
            let mut same = positions.filter(|(_, p)| p.role == entry.role);
            let post = same
                .nth(rank_of_old)
                .and_then(|(position, _)| facts.post_ix(lesson, position));
            match (post, school.teacher_ix(&entry.teacher)) {
                (Some(post), Some(teacher)) => self.holders[post.at()] = Some(teacher),
                (Some(_), None) if entry.role.counts() => self.lost[lesson.at()] = true,
                _ => (),
            }
        }
    }

    fn carry_times(&mut self, school: &School, plan: &PlanDocument) {
        for entry in &plan.timetable {
            let Some(lesson) = school.lesson_ix(&entry.lesson) else {
                continue;
            };
            let block = usize::from(entry.block);
            let lengths = school.blocks(lesson);
            if lengths.get(block) != Some(&entry.length) {
                continue;
            }
            self.starts[lesson.at()][block] = school.slot_ix(&entry.start());
            for (room, own) in entry.rooms.iter().zip(&mut self.rooms[lesson.at()][block]) {
                *own = room.as_ref().and_then(|room| school.room_ix(room));
            }
        }
    }
}
