//! How a finding is put together: its deviation, its words, and whom and what it is about.

use uurwerk_model::{
    Argument, ClassIx, Finding, LessonIx, Message, RoomIx, School, SlotIx, TeacherIx,
};

/// A finding in the making. The words of rule `X1` are the message `finding-X1`; it can use the
/// deviation as `$n` and the names that were mentioned.
pub(crate) struct Telling<'a> {
    school: &'a School,
    finding: Finding,
}

impl<'a> Telling<'a> {
    /// A deviation told by a message.
    pub fn of(school: &'a School, message: &str, deviation: i64) -> Self {
        let finding = Finding {
            deviation,
            message: Message::new(message).with("n", deviation),
            people: Vec::new(),
            classes: Vec::new(),
            lessons: Vec::new(),
        };
        Self { school, finding }
    }

    /// Adds an argument of the words.
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Self {
        self.finding.message = self.finding.message.with(name, value);
        self
    }

    /// Mentions a teacher as `$name`.
    pub fn teacher(mut self, name: &str, teacher: TeacherIx) -> Self {
        let teacher = self.school.teacher(teacher);
        self.finding.people.push(teacher.id.clone());
        self.with(name, teacher.name.as_str())
    }

    /// Mentions a class as `$class`.
    pub fn class(mut self, class: ClassIx) -> Self {
        let class = self.school.class(class);
        self.finding.classes.push(class.id.clone());
        self.with("class", class.name.as_str())
    }

    /// Mentions a lesson as `$name`.
    pub fn lesson(mut self, name: &str, lesson: LessonIx) -> Self {
        let text = lesson_name(self.school, lesson);
        self.finding
            .lessons
            .push(self.school.lesson(lesson).id.clone());
        self.with(name, text)
    }

    /// Mentions a room as `$room`.
    pub fn room(self, room: RoomIx) -> Self {
        let name = self.school.room(room).name.clone();
        self.with("room", name)
    }

    /// Mentions a place in the week as `$day` and `$period`.
    pub fn slot(self, slot: SlotIx) -> Self {
        let (day, period) = slot_name(self.school, slot);
        self.with("day", day).with("period", period)
    }

    /// The finding.
    pub fn done(self) -> Finding {
        self.finding
    }
}

/// A lesson as people know it: subject, classes, and its id.
pub(crate) fn lesson_name(school: &School, lesson: LessonIx) -> String {
    let lesson = school.lesson(lesson);
    let subject = school
        .subject_ix(&lesson.subject)
        .map_or(lesson.subject.as_str(), |s| &school.subject(s).name);
    let mut classes: Vec<&str> = lesson.groups.iter().map(|g| g.class.as_str()).collect();
    classes.dedup();
    if classes.is_empty() {
        format!("{subject} ({})", lesson.id)
    } else {
        format!("{subject} {} ({})", classes.join("+"), lesson.id)
    }
}

/// The names of a slot's day and period.
pub(crate) fn slot_name(school: &School, slot: SlotIx) -> (&str, &str) {
    let info = school.slots()[slot.at()];
    let day = &school.document().grid.days[info.day.at()];
    (&day.name, day.periods[info.period as usize].id.as_str())
}
