//! The search's view of one component: who holds what, and the score kept up to date under edits.
//!
//! An edit gives a post to another holder. The score of a touched teacher is worked out anew from their short
//! list of posts, so a rule needs no incremental form of its own. The plain twin is [`Problem::score`].

use uurwerk_model::{ClassIx, TeacherIx};

use crate::allocate::facts::{Post, PostIx, TeacherLoad};
use crate::allocate::problem::{Component, Problem, Score};

/// Gives a post to a holder.
pub type Edit = (PostIx, Option<TeacherIx>);

/// What the edits since the last commit did.
#[derive(Default)]
struct Journal {
    /// Posts with their former holders, oldest first.
    posts: Vec<Edit>,
    teachers: Vec<(TeacherIx, Score)>,
    classes: Vec<(ClassIx, Score)>,
    total: Score,
}

/// Holders of a component's posts with their score.
pub struct State<'p, 'a> {
    problem: &'p Problem<'a>,
    holders: Vec<Option<TeacherIx>>,
    hands: Vec<Vec<&'p Post>>,
    teachers: Vec<Score>,
    classes: Vec<Score>,
    total: Score,
    journal: Journal,
    staff: Vec<TeacherIx>,
    /// By post: the classes that some rule looks at.
    watched: Vec<Vec<ClassIx>>,
    /// By post: others that run together with it and could have the same holder.
    rivals: Vec<Vec<PostIx>>,
}

impl<'p, 'a> State<'p, 'a> {
    /// Begins with these holders (one for every post of the school); other components stay as they are.
    pub fn new(
        problem: &'p Problem<'a>,
        component: &Component,
        holders: Vec<Option<TeacherIx>>,
    ) -> Self {
        let facts = problem.facts;
        let mut hands = vec![Vec::new(); facts.tasks.len()];
        for (post, holder) in facts.posts.iter().zip(&holders) {
            if let Some(teacher) = holder.filter(|_| post.counts) {
                hands[teacher.at()].push(post);
            }
        }
        let mut state = Self {
            problem,
            holders,
            hands,
            teachers: vec![Score::default(); facts.tasks.len()],
            classes: vec![Score::default(); facts.class_posts.len()],
            total: Score::default(),
            journal: Journal::default(),
            staff: Vec::new(),
            watched: watched(problem),
            rivals: rivals(problem),
        };
        for teacher in &component.teachers {
            state.score_teacher(*teacher);
        }
        for class in &component.classes {
            state.score_class(*class);
        }
        for post in &component.posts {
            let lone = state.post_score(*post);
            state.total += lone;
        }
        // Rivals share a candidate, so both are of this component and every pair is met twice.
        let met: i64 = component.posts.iter().map(|post| state.booked(*post)).sum();
        state.total.hard += met / 2;
        state.commit();
        state
    }

    /// The score of the component.
    pub fn score(&self) -> Score {
        self.total
    }

    /// Who holds a post.
    pub fn holder(&self, post: PostIx) -> Option<TeacherIx> {
        self.holders[post.at()]
    }

    /// The counting posts of a teacher, in no particular order.
    pub fn hand(&self, teacher: TeacherIx) -> &[&'p Post] {
        &self.hands[teacher.at()]
    }

    /// Makes edits and gives the change of score; [`State::undo`] takes them back until they are committed.
    pub fn apply(&mut self, edits: &[Edit]) -> Score {
        let before = self.total;
        for (post, holder) in edits {
            self.give(*post, *holder);
        }
        for at in 0..self.journal.posts.len() {
            let (post, former) = self.journal.posts[at];
            for teacher in [former, self.holders[post.at()]].into_iter().flatten() {
                if self.journal.teachers.iter().all(|(t, _)| *t != teacher) {
                    self.journal
                        .teachers
                        .push((teacher, self.teachers[teacher.at()]));
                    self.score_teacher(teacher);
                }
            }
            for class in 0..self.watched[post.at()].len() {
                let class = self.watched[post.at()][class];
                if self.journal.classes.iter().all(|(c, _)| *c != class) {
                    self.journal.classes.push((class, self.classes[class.at()]));
                    self.score_class(class);
                }
            }
        }
        self.total - before
    }

    /// Keeps the edits.
    pub fn commit(&mut self) {
        self.journal.posts.clear();
        self.journal.teachers.clear();
        self.journal.classes.clear();
        self.journal.total = self.total;
    }

    /// Takes back every edit since the last commit.
    pub fn undo(&mut self) {
        while let Some((post, former)) = self.journal.posts.pop() {
            self.hand_over(post, former);
        }
        for (teacher, score) in self.journal.teachers.drain(..) {
            self.teachers[teacher.at()] = score;
        }
        for (class, score) in self.journal.classes.drain(..) {
            self.classes[class.at()] = score;
        }
        self.total = self.journal.total;
    }

    fn give(&mut self, post: PostIx, holder: Option<TeacherIx>) {
        self.journal.posts.push((post, self.holders[post.at()]));
        let old = self.post_score(post);
        self.total = self.total - old;
        self.total.hard -= self.booked(post);
        self.hand_over(post, holder);
        let new = self.post_score(post);
        self.total += new;
        self.total.hard += self.booked(post);
    }

    fn hand_over(&mut self, post: PostIx, holder: Option<TeacherIx>) {
        let problem = self.problem;
        let data = problem.facts.post(post);
        if let Some(former) = self.holders[post.at()].filter(|_| data.counts) {
            let hand = &mut self.hands[former.at()];
            if let Some(at) = hand.iter().position(|p| p.ix == post) {
                hand.swap_remove(at);
            }
        }
        if let Some(teacher) = holder.filter(|_| data.counts) {
            self.hands[teacher.at()].push(data);
        }
        self.holders[post.at()] = holder;
    }

    fn post_score(&self, post: PostIx) -> Score {
        let (data, holder) = (self.problem.facts.post(post), self.holders[post.at()]);
        let mut score = Score::default();
        for held in &self.problem.rules {
            score.charge(held.price, held.body.post(data, holder));
        }
        score
    }

    /// Posts that run together with this one and have the same holder.
    fn booked(&self, post: PostIx) -> i64 {
        let holder = self.holders[post.at()];
        let same = |other: &&PostIx| holder.is_some() && self.holders[other.at()] == holder;
        self.rivals[post.at()].iter().filter(same).count() as i64
    }

    fn score_teacher(&mut self, teacher: TeacherIx) {
        let load = TeacherLoad::new(self.problem.facts, teacher, &self.hands[teacher.at()]);
        let mut score = Score::default();
        for held in &self.problem.rules {
            score.charge(held.price, held.body.teacher(teacher, &load));
        }
        self.total = self.total - self.teachers[teacher.at()];
        self.total += score;
        self.teachers[teacher.at()] = score;
    }

    fn score_class(&mut self, class: ClassIx) {
        self.staff.clear();
        let posts = self.problem.facts.class_posts[class.at()].iter();
        self.staff
            .extend(posts.filter_map(|post| self.holders[post.at()]));
        let mut score = Score::default();
        for held in &self.problem.rules {
            score.charge(held.price, held.body.class(class, &self.staff));
        }
        self.total = self.total - self.classes[class.at()];
        self.total += score;
        self.classes[class.at()] = score;
    }
}

/// By post, the classes whose score can change with its holder.
fn watched(problem: &Problem) -> Vec<Vec<ClassIx>> {
    let facts = problem.facts;
    let mut watched = vec![Vec::new(); facts.posts.len()];
    for (class, posts) in facts.class_posts.iter().enumerate() {
        let class = ClassIx::from(class);
        for post in posts {
            let mut teachers = problem.choices[post.at()].teachers.iter();
            if teachers.any(|t| problem.couples(class, *t)) {
                watched[post.at()].push(class);
            }
        }
    }
    watched
}

/// By post, the others that run together with it and could, but may not, go to the same teacher.
fn rivals(problem: &Problem) -> Vec<Vec<PostIx>> {
    let mut rivals = vec![Vec::new(); problem.choices.len()];
    for set in &problem.facts.together {
        for (at, one) in set.iter().enumerate() {
            for other in &set[at + 1..] {
                let (a, b) = (&problem.choices[one.at()], &problem.choices[other.at()]);
                if problem.exclude(*one, *other)
                    && a.teachers.iter().any(|t| b.teachers.contains(t))
                {
                    rivals[one.at()].push(*other);
                    rivals[other.at()].push(*one);
                }
            }
        }
    }
    rivals
}
