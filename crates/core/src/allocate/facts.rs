//! What rules ask of lessons and teachers, worked out once and kept dense.
//!
//! A [`Post`] is one position of one lesson, the thing that a teacher takes. Everything that a rule
//! compares in its inner loop (subject, cell, preparation, load) is a small number here; names stay in
//! the [`School`].

use uurwerk_model::{
    ClassIx, FTE, Graad, LessonIx, Lock, QualificationLevel, School, SlotIx, Stream, SubjectIx,
    TeacherIx, figure,
};

use super::settled::{settled_slots, sharing_a_slot};

/// Units of one lesson hour at noemer 22, in which deviations of work are counted.
pub const HOUR: i64 = FTE / 22;

/// Years of service during which somebody is a starter (memo 2.1).
pub const STARTER_YEARS: u8 = figure("starter-years") as u8;

/// An amount of work as whole hours at noemer 22, rounded up; 0 for less than nothing.
pub fn whole_hours(units: i64) -> i64 {
    ceil_div(units.max(0), HOUR)
}

/// `amount / unit`, rounded up, for `unit > 0`.
pub fn ceil_div(amount: i64, unit: i64) -> i64 {
    -(-amount).div_euclid(unit)
}

/// Position of a [`Post`] in [`Facts::posts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PostIx(pub u32);

impl PostIx {
    /// As an index.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// One position of one lesson.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its own index.
    pub ix: PostIx,
    /// The lesson.
    pub lesson: LessonIx,
    /// Which of the lesson's positions.
    pub position: usize,
    /// Whether it asks for a qualification and counts in the load (lead and co).
    pub counts: bool,
    /// Hours a week.
    pub hours: i64,
    /// Work in units of 1/133 980 full-time equivalent; 0 when it does not count.
    pub load: i64,
    /// The subject.
    pub subject: SubjectIx,
    /// The graad, where the lesson has one.
    pub graad: Option<Graad>,
    /// The pair of subject and graad, numbered.
    pub cell: usize,
    /// Highest difficulty of its classes, 0 to 100; 0 without classes.
    pub difficulty: i64,
    /// Pupils in the lesson.
    pub pupils: i64,
    /// What has to be prepared, numbered; lessons without classes need no preparation.
    pub prep: Option<usize>,
    /// The teacher whom a lock puts here.
    pub lock: Option<TeacherIx>,
}

/// What is prepared once however many classes it is taught to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prep {
    /// The subject.
    pub subject: SubjectIx,
    /// The year (leerjaar).
    pub year: u8,
    /// The stream.
    pub stream: Stream,
}

/// A school seen as posts to fill.
pub struct Facts<'a> {
    /// The school.
    pub school: &'a School,
    /// Every position of every lesson, in the order of the document.
    pub posts: Vec<Post>,
    /// The preparations that posts refer to.
    pub preps: Vec<Prep>,
    /// The counting posts of the lessons of each class: `class_posts[class]`.
    pub class_posts: Vec<Vec<PostIx>>,
    /// Sets of posts that run at the same time (positions of a lesson, lessons of a link, locked times), so
    /// that nobody can hold two of one set.
    pub together: Vec<Vec<PostIx>>,
    /// Work of each teacher's tasks, in units.
    pub tasks: Vec<i64>,
    /// Slots in which each post surely runs: `settled[lesson][position]`.
    settled: Vec<Vec<Vec<SlotIx>>>,
    unavailable: Vec<Vec<SlotIx>>,
    first_post: Vec<usize>,
    cells: usize,
    levels: Vec<Option<QualificationLevel>>,
    starters: Vec<bool>,
}

impl<'a> Facts<'a> {
    /// Works out a school.
    pub fn of(school: &'a School) -> Self {
        let mut cells: Vec<(SubjectIx, Option<Graad>)> = Vec::new();
        let mut preps: Vec<Prep> = Vec::new();
        let mut posts = Vec::new();
        let mut first_post = Vec::new();
        let mut samples: Vec<LessonIx> = Vec::new();
        for (at, lesson) in school.lessons().iter().enumerate() {
            let ix = LessonIx::from(at);
            first_post.push(posts.len());
            let Some(subject) = school.subject_ix(&lesson.subject) else {
                continue; // A valid school has the subject of every lesson.
            };
            let graad = school.graad(ix);
            let cell = number(&mut cells, (subject, graad));
            if cell == samples.len() {
                samples.push(ix);
            }
            let prep = prep_of(school, ix, subject).map(|prep| number(&mut preps, prep));
            let classes = classes_of(school, ix);
            let difficulty = classes
                .iter()
                .map(|c| i64::from(school.class(*c).difficulty))
                .max();
            for (position, wanted) in lesson.positions.iter().enumerate() {
                posts.push(Post {
                    ix: PostIx(posts.len() as u32),
                    lesson: ix,
                    position,
                    counts: wanted.role.counts(),
                    hours: school.position_hours(ix, position).into(),
                    load: school.position_load(ix, position).0,
                    subject,
                    graad,
                    cell,
                    difficulty: difficulty.unwrap_or(0),
                    pupils: school.pupils(ix).into(),
                    prep,
                    lock: None,
                });
            }
        }
        let staff = 0..school.staff().len();
        let levels = staff
            .flat_map(|t| {
                let teacher = TeacherIx::from(t);
                samples.iter().map(move |l| school.qualified(teacher, *l))
            })
            .collect();
        let starters = school.staff().iter();
        let mut facts = Self {
            school,
            posts,
            preps,
            class_posts: Vec::new(),
            together: Vec::new(),
            tasks: school.staff().iter().map(|t| t.task_load().0).collect(),
            settled: settled_slots(school),
            unavailable: (0..school.staff().len())
                .map(|t| school.unavailable(TeacherIx::from(t)))
                .collect(),
            first_post,
            cells: cells.len(),
            levels,
            starters: starters.map(|t| t.is_starter(STARTER_YEARS)).collect(),
        };
        facts.lock_posts();
        facts.class_posts = facts.by_class();
        facts.together = facts.at_the_same_time();
        facts
    }

    fn lock_posts(&mut self) {
        for lock in &self.school.document().locks {
            let Lock::Teacher(lock) = lock else { continue };
            let lesson = self.school.lesson_ix(&lock.lesson);
            let teacher = self.school.teacher_ix(&lock.teacher);
            if let Some(post) = lesson.and_then(|l| self.post_ix(l, usize::from(lock.position))) {
                self.posts[post.at()].lock = self.posts[post.at()].lock.or(teacher);
            }
        }
    }

    fn by_class(&self) -> Vec<Vec<PostIx>> {
        let mut posts = vec![Vec::new(); self.school.classes().len()];
        for post in self.posts.iter().filter(|post| post.counts) {
            for class in classes_of(self.school, post.lesson) {
                posts[class.at()].push(post.ix);
            }
        }
        posts
    }

    fn at_the_same_time(&self) -> Vec<Vec<PostIx>> {
        let all = |lessons: &[LessonIx]| -> Vec<PostIx> {
            let posts = lessons.iter().flat_map(|l| self.posts_of(*l));
            posts.map(|post| post.ix).collect()
        };
        let linked = self.school.links().values().map(|lessons| all(lessons));
        let alone = (0..self.school.lessons().len())
            .map(LessonIx::from)
            .filter(|l| self.school.lesson(*l).link.is_none())
            .map(|l| all(&[l]));
        // Week by week where weeks differ: who teaches in the A weeks only can teach something else in the B weeks.
        let cycle = self.school.cycle();
        let settled = self.posts.iter().flat_map(|post| {
            let weeks = self.school.lesson(post.lesson).weeks.weeks();
            let weeks = weeks.iter().filter(move |week| *week < cycle);
            let slots = &self.settled[post.lesson.at()][post.position];
            weeks.flat_map(move |week| slots.iter().map(move |slot| ((*slot, week), post.ix)))
        });
        let sets = linked.chain(alone).filter(|set| set.len() > 1);
        sets.chain(sharing_a_slot(settled)).collect()
    }

    /// Whether a lock puts the post at a time when the teacher can never come.
    pub fn is_barred(&self, teacher: TeacherIx, post: &Post) -> bool {
        let slots = &self.settled[post.lesson.at()][post.position];
        slots
            .iter()
            .any(|slot| self.unavailable[teacher.at()].contains(slot))
    }

    /// A post.
    pub fn post(&self, ix: PostIx) -> &Post {
        &self.posts[ix.at()]
    }

    /// The post of a lesson's position, when there is one.
    pub fn post_ix(&self, lesson: LessonIx, position: usize) -> Option<PostIx> {
        self.posts_of(lesson).get(position).map(|post| post.ix)
    }

    /// The posts of a lesson.
    pub fn posts_of(&self, lesson: LessonIx) -> &[Post] {
        let first = self.first_post[lesson.at()];
        let next = self.first_post.get(lesson.at() + 1);
        &self.posts[first..next.copied().unwrap_or(self.posts.len())]
    }

    /// Every teacher.
    pub fn teachers(&self) -> impl Iterator<Item = TeacherIx> + use<> {
        (0..self.starters.len()).map(TeacherIx::from)
    }

    /// How well a teacher is qualified for a post; `None` when not at all.
    pub fn level(&self, teacher: TeacherIx, post: &Post) -> Option<QualificationLevel> {
        self.levels[teacher.at() * self.cells + post.cell]
    }

    /// Whether this is a starter (memo 2.1).
    pub fn is_starter(&self, teacher: TeacherIx) -> bool {
        self.starters[teacher.at()]
    }

    /// A lesson as people speak of it: subject and classes.
    pub fn label(&self, lesson: LessonIx) -> String {
        let school = self.school;
        let lesson_data = school.lesson(lesson);
        let subject = school.subject_ix(&lesson_data.subject);
        let mut label = subject.map_or(String::new(), |s| school.subject(s).name.clone());
        for class in classes_of(school, lesson) {
            label.push(' ');
            label.push_str(&school.class(class).name);
        }
        label
    }
}

/// The classes of a lesson, each once, in the order of the school.
pub fn classes_of(school: &School, lesson: LessonIx) -> Vec<ClassIx> {
    let groups = school.lesson(lesson).groups.iter();
    let mut classes: Vec<_> = groups.filter_map(|g| school.class_ix(&g.class)).collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

fn prep_of(school: &School, lesson: LessonIx, subject: SubjectIx) -> Option<Prep> {
    let classes = classes_of(school, lesson);
    let highest = classes.iter().map(|c| school.class(*c).year).max()?;
    let class = classes
        .into_iter()
        .map(|c| school.class(c))
        .find(|c| c.year == highest)?;
    Some(Prep {
        subject,
        year: class.year,
        stream: class.stream,
    })
}

/// The number of a key in order of first appearance.
fn number<K: PartialEq>(keys: &mut Vec<K>, key: K) -> usize {
    keys.iter().position(|k| *k == key).unwrap_or_else(|| {
        keys.push(key);
        keys.len() - 1
    })
}

/// One teacher's counting posts, with the sums that most rules need.
pub struct TeacherLoad<'a> {
    /// The teacher.
    pub teacher: TeacherIx,
    /// The counting posts, in no particular order.
    pub posts: &'a [&'a Post],
    /// Work of posts and tasks together, in units.
    pub load: i64,
}

impl<'a> TeacherLoad<'a> {
    /// Adds up a teacher's posts.
    pub fn new(facts: &Facts, teacher: TeacherIx, posts: &'a [&'a Post]) -> Self {
        let lessons: i64 = posts.iter().map(|post| post.load).sum();
        Self {
            teacher,
            posts,
            load: facts.tasks[teacher.at()] + lessons,
        }
    }

    /// How many different keys the posts have; posts without a key do not count.
    pub fn distinct<K: PartialEq>(&self, key: impl Fn(&Post) -> Option<K>) -> i64 {
        let is_first = |(at, post): (usize, &&Post)| {
            let own = key(post);
            own.is_some() && self.posts[..at].iter().all(|other| key(other) != own)
        };
        self.posts
            .iter()
            .enumerate()
            .filter(|p| is_first(*p))
            .count() as i64
    }

    /// The sum of an amount over the posts.
    pub fn sum(&self, amount: impl Fn(&Post) -> i64) -> i64 {
        self.posts.iter().map(|post| amount(post)).sum()
    }
}
