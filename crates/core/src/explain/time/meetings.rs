//! The meetings of a question: pairs and teams that meet, lessons that are watched.

use uurwerk_mip::Var;
use uurwerk_model::TeacherIx;

use super::{Key, Part, keep_busy};
use crate::rules::c1_teams;
use crate::rules::guarded::pair;

impl Part<'_, '_, '_> {
    /// Meetings of pairs and teams, and lessons watched.
    pub(super) fn meet(&mut self) {
        let school = self.oracle.problem.facts.school;
        let document = school.document();
        for (at, entry) in document.mentoring.pairs.iter().enumerate() {
            let Some(people) = pair(school, entry) else {
                continue;
            };
            self.event(Key::Meeting(at), &people, i64::from(entry.meetings), None);
            let watched = Some(people[1]);
            let mentor = &people[..1];
            self.event(
                Key::Observed(at),
                mentor,
                i64::from(entry.observations),
                watched,
            );
        }
        for (at, team) in document.teams.iter().enumerate() {
            let members = c1_teams::members(school, team);
            let (key, times) = (Key::Team(at), i64::from(team.meetings));
            match team.quorum {
                None => self.event(key, &members, times, None),
                Some(least) => self.quorate(key, &members, i64::from(least), times),
            }
        }
    }

    /// Meetings to each of which enough people come.
    fn quorate(&mut self, key: Key, people: &[TeacherIx], least: i64, times: i64) {
        if !self.matters(key) {
            return;
        }
        let mut sum = Vec::new();
        for slot in 0..self.slots {
            let met = self.model.programme.binary();
            let mut short = vec![(met, least)];
            for teacher in people {
                let Some(cost) = self.absence(*teacher, slot, 1) else {
                    continue;
                };
                let comes = self.model.programme.binary();
                self.model.programme.add_cost(comes, cost);
                keep_busy(&mut self.busy, *teacher, self.slots)[slot].push((comes, 1));
                short.push((comes, -1));
            }
            self.model.programme.at_most(short, 0);
            sum.push((met, 1));
        }
        self.happen(key, sum, times);
    }

    fn event(&mut self, key: Key, people: &[TeacherIx], times: i64, watched: Option<TeacherIx>) {
        if !self.matters(key) {
            return;
        }
        let mut sum = Vec::new();
        for slot in 0..self.slots {
            let away = people.iter().map(|t| self.absence(*t, slot, 1));
            let Some(cost) = away.sum::<Option<i64>>() else {
                continue;
            };
            let var = self.model.programme.binary();
            self.model.programme.add_cost(var, cost);
            if let Some(starter) = watched.filter(|t| !self.teaches_elsewhere(*t)) {
                let lessons = self.teaching.get(&starter).map(|slots| slots[slot].clone());
                let lessons = lessons.unwrap_or_default().into_iter();
                let terms = lessons.map(|(var, n)| (var, -n)).chain([(var, 1)]);
                self.model.programme.at_most(terms.collect::<Vec<_>>(), 0);
            }
            for teacher in people {
                keep_busy(&mut self.busy, *teacher, self.slots)[slot].push((var, 1));
            }
            sum.push((var, 1));
        }
        self.happen(key, sum, times);
    }

    /// So many of these come to pass, or it is paid for.
    fn happen(&mut self, key: Key, mut sum: Vec<(Var, i64)>, times: i64) {
        if let Some(weight) = self.soft(key) {
            let missing = self.model.programme.integer(0..=times);
            self.model.programme.add_cost(missing, weight);
            sum.push((missing, 1));
        }
        self.model.programme.exactly(sum, times);
    }

    /// Whether a teacher could give a lesson of which nothing is asked here.
    fn teaches_elsewhere(&self, teacher: TeacherIx) -> bool {
        let facts = self.oracle.problem.facts;
        facts.posts.iter().any(|post| {
            let asked =
                self.asked(Key::Placed(post.lesson)) && self.asked(Key::Staffed(post.lesson));
            let could = self.oracle.qualified[post.ix.at()].contains(&teacher)
                || post.lock == Some(teacher);
            !asked && could
        })
    }
}
