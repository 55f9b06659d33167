//! The difference between plans as text: what changes, who gains and who loses, 80 columns wide.

use uurwerk_model::{Answer, DifferenceDocument, Language, LessonState, Message, School, Slot};

use super::layout::{WIDTH, wrap};

/// Lines of a list before it is cut; the page and the document hold all.
const MOST: usize = 12;

/// Says what a difference means for people. The schools give names; without one that knows it, an id stands for itself.
pub fn difference_text(
    difference: &DifferenceDocument,
    schools: &[&School],
    language: Language,
) -> String {
    let teller = Teller {
        difference,
        schools,
        language,
    };
    let mut lines = Vec::new();
    teller.answer(&mut lines);
    teller.plans(&mut lines);
    teller.rules(&mut lines);
    teller.lessons(&mut lines);
    teller.people(&mut lines);
    teller.classes(&mut lines);
    let mut text = String::new();
    for line in lines {
        let indent = line.chars().take_while(|c| *c == ' ').count();
        for (at, piece) in wrap(&line, WIDTH - indent - 2).into_iter().enumerate() {
            text.push_str(&" ".repeat(indent + if at > 0 { 2 } else { 0 }));
            text.push_str(&piece);
            text.push('\n');
        }
    }
    text
}

pub(super) struct Teller<'a> {
    pub difference: &'a DifferenceDocument,
    pub schools: &'a [&'a School],
    pub language: Language,
}

impl Teller<'_> {
    pub fn say(&self, message: Message) -> String {
        message.text(self.language)
    }

    pub fn word(&self, id: &str) -> String {
        self.say(Message::new(id))
    }

    pub fn teacher(&self, id: &uurwerk_model::TeacherId) -> String {
        let known = self
            .schools
            .iter()
            .find_map(|s| Some(s.teacher(s.teacher_ix(id)?).name.clone()));
        known.unwrap_or_else(|| id.to_string())
    }

    pub fn class(&self, id: &uurwerk_model::ClassId) -> String {
        let known = self
            .schools
            .iter()
            .find_map(|s| Some(s.class(s.class_ix(id)?).name.clone()));
        known.unwrap_or_else(|| id.to_string())
    }

    /// What a plan is called: its name, or that it is the base.
    pub fn plan(&self, at: usize) -> String {
        let name = &self.difference.plans[at].name;
        match name.is_empty() {
            true => self.word("difference-base"),
            false => name.clone(),
        }
    }

    pub fn slot(&self, slot: &Slot) -> String {
        format!("{} {}", slot.day, slot.period)
    }

    /// Who teaches a lesson, and when.
    pub fn state(&self, state: Option<&LessonState>) -> String {
        let Some(state) = state else {
            return self.word("difference-not-given");
        };
        let teachers = state
            .teachers
            .iter()
            .map(|t| t.as_ref().map_or("-".to_owned(), |t| self.teacher(t)));
        let times = state
            .times
            .iter()
            .map(|t| t.as_ref().map_or("-".to_owned(), |t| self.slot(t)));
        let teachers: Vec<_> = teachers.collect();
        let times: Vec<_> = times.collect();
        format!("{}; {}", teachers.join(", "), times.join(", "))
    }

    pub fn changes(&self, at: usize) -> String {
        let changes = self.difference.plans[at].changes;
        let message = Message::new("difference-changes")
            .with("lessons", i64::from(changes.lessons))
            .with("teachers", i64::from(changes.teachers))
            .with("times", i64::from(changes.times))
            .with("people", i64::from(changes.people))
            .with("classes", i64::from(changes.classes));
        self.say(message)
    }

    fn answer(&self, lines: &mut Vec<String>) {
        let Some(answer) = &self.difference.answer else {
            return;
        };
        lines.push(self.say(verdict(answer)));
        if answer.steps.len() > 1 {
            lines.push(self.word("difference-steps"));
            for step in &answer.steps {
                let message = Message::new("difference-step")
                    .with("n", i64::from(step.changes.lessons))
                    .with("people", i64::from(step.changes.people))
                    .with("hard", step.hard)
                    .with("soft", step.soft);
                lines.push(format!("  {}", self.say(message)));
            }
        }
    }

    fn plans(&self, lines: &mut Vec<String>) {
        for (at, plan) in self.difference.plans.iter().enumerate() {
            let message = Message::new("difference-plan")
                .with("name", self.plan(at))
                .with("hard", plan.hard)
                .with("soft", plan.soft);
            lines.push(self.say(message));
            if at > 0 {
                lines.push(format!("  {}", self.changes(at)));
                let c = plan.changes;
                if c.new + c.gone + c.rooms > 0 {
                    let message = Message::new("difference-others")
                        .with("new", i64::from(c.new))
                        .with("gone", i64::from(c.gone))
                        .with("rooms", i64::from(c.rooms));
                    lines.push(format!("  {}", self.say(message)));
                }
            }
        }
    }

    /// What a rule came to in each plan, where that differs.
    pub fn rule_numbers(&self, at: usize) -> Option<String> {
        let results = &self.difference.rules[at].results;
        let numbers: Vec<String> = results
            .iter()
            .map(|r| r.map_or("-".to_owned(), |r| format!("{} ({})", r.deviation, r.cost)))
            .collect();
        let same = numbers.iter().all(|n| *n == numbers[0]);
        (!same).then(|| numbers.join(" → "))
    }

    fn rules(&self, lines: &mut Vec<String>) {
        lines.push(String::new());
        lines.push(self.word("difference-rules"));
        for (at, rule) in self.difference.rules.iter().enumerate() {
            if let Some(numbers) = self.rule_numbers(at) {
                let title = self.word(&format!("rule-{}", rule.rule));
                lines.push(format!("  {} {title}: {numbers}", rule.rule));
            }
        }
    }

    fn more(&self, lines: &mut Vec<String>, all: usize) {
        if all > MOST {
            let message = Message::new("report-more").with("n", (all - MOST) as i64);
            lines.push(format!("  {}", self.say(message)));
        }
    }

    fn lessons(&self, lines: &mut Vec<String>) {
        let lessons = &self.difference.lessons;
        if lessons.is_empty() {
            return;
        }
        lines.push(String::new());
        lines.push(self.word("difference-lessons"));
        for lesson in lessons.iter().take(MOST) {
            let states: Vec<_> = lesson
                .plans
                .iter()
                .map(|s| self.state(s.as_ref()))
                .collect();
            lines.push(format!("  {}: {}", lesson.lesson, states.join(" → ")));
        }
        self.more(lines, lessons.len());
    }

    fn people(&self, lines: &mut Vec<String>) {
        let people = &self.difference.people;
        let change = |points: &[i64]| points.last().unwrap_or(&0) - points.first().unwrap_or(&0);
        let sides = [
            (
                "difference-lose",
                people
                    .iter()
                    .filter(|p| change(&p.points) > 0)
                    .collect::<Vec<_>>(),
            ),
            (
                "difference-gain",
                people
                    .iter()
                    .rev()
                    .filter(|p| change(&p.points) < 0)
                    .collect(),
            ),
        ];
        for (title, side) in sides {
            if side.is_empty() {
                continue;
            }
            lines.push(String::new());
            lines.push(self.word(title));
            for person in side.iter().take(MOST) {
                lines.push(format!(
                    "  {}: {}",
                    self.teacher(&person.teacher),
                    joined(&person.points)
                ));
            }
            self.more(lines, side.len());
        }
    }

    fn classes(&self, lines: &mut Vec<String>) {
        let classes: Vec<_> = self
            .difference
            .classes
            .iter()
            .filter(|c| !c.lessons.is_empty())
            .collect();
        if classes.is_empty() {
            return;
        }
        lines.push(String::new());
        lines.push(self.word("difference-classes"));
        for class in classes.iter().take(MOST) {
            let lessons: Vec<_> = class.lessons.iter().map(|l| l.to_string()).collect();
            lines.push(format!(
                "  {}: {}",
                self.class(&class.class),
                lessons.join(", ")
            ));
        }
        self.more(lines, classes.len());
    }
}

/// Numbers of each plan in a row.
pub(super) fn joined(points: &[i64]) -> String {
    let points: Vec<_> = points.iter().map(i64::to_string).collect();
    points.join(" → ")
}

/// How many changes are enough, or that none are known to be.
pub(super) fn verdict(answer: &Answer) -> Message {
    let id = match answer.steps.first() {
        Some(first) if first.hard > 0 => "difference-none",
        _ if answer.proved => "difference-proved",
        _ => "difference-bound",
    };
    Message::new(id)
        .with("n", i64::from(answer.changed))
        .with("least", i64::from(answer.at_least))
}
