//! A sheet for every teacher, class and room: the week, and the lessons behind it. One is in sight at
//! a time where scripts run; all are there without scripts and on paper, each on a page of its own.

use uurwerk_model::{ClassIx, Group, LessonIx, RoomIx, TeacherIx};

use super::super::figures::classes;
use super::super::week::Seat;
use super::Context;
use super::grid::{self, Rows, View, role_name};
use super::markup::Html;

impl Context<'_> {
    /// The groups of a lesson in words. A part that is named like the subject needs no name.
    pub(super) fn group_words(&self, lesson: LessonIx) -> String {
        let subject = &self.school.lesson(lesson).subject;
        let words = |group: &Group| match &group.part {
            Some(part) if part.part.as_str() != subject.as_str() => {
                format!("{} {}", group.class, part.part)
            }
            _ => group.class.to_string(),
        };
        let groups = self.school.lesson(lesson).groups.iter();
        groups.map(words).collect::<Vec<_>>().join(", ")
    }

    /// The groups of a lesson as one class sees them: its own part, then who joins.
    pub(super) fn joined_words(&self, lesson: LessonIx, own: ClassIx) -> String {
        let own = &self.school.class(own).id;
        let subject = &self.school.lesson(lesson).subject;
        let groups = &self.school.lesson(lesson).groups;
        let (mine, others): (Vec<&Group>, Vec<&Group>) =
            groups.iter().partition(|group| group.class == *own);
        let parts = mine.iter().filter_map(|group| group.part.as_ref());
        let parts = parts.map(|part| part.part.as_str());
        let mut words: Vec<String> = parts
            .filter(|part| *part != subject.as_str())
            .map(str::to_owned)
            .collect();
        words.extend(others.iter().map(|group| format!("+{}", group.class)));
        words.join(" ")
    }

    /// A lesson in words: subject and groups.
    pub(super) fn lesson_words(&self, lesson: LessonIx) -> String {
        let groups = self.group_words(lesson);
        format!("{} {groups}", self.subject_name(lesson))
            .trim_end()
            .to_owned()
    }

    fn subject_name(&self, lesson: LessonIx) -> &str {
        let id = &self.school.lesson(lesson).subject;
        let subject = self.school.subject_ix(id).map(|ix| self.school.subject(ix));
        subject.map_or(id.as_str(), |subject| subject.name.as_str())
    }
}

pub(super) fn section(html: &mut Html, context: &Context) {
    context.section_head(
        html,
        "timetables",
        "report-timetables",
        "report-timetables-about",
    );
    let has_grid = !context.week.sittings.is_empty();
    if !has_grid {
        html.within(("<p>", "</p>\n"), context.words.say("report-no-timetable"));
    }
    chooser(html, context, has_grid);
    let rows = Rows::of(context.school);
    for at in 0..context.school.staff().len() {
        teacher(html, context, &rows, TeacherIx::from(at));
    }
    for at in 0..context.school.classes().len() {
        class(html, context, &rows, ClassIx::from(at));
    }
    if has_grid {
        for at in 0..context.school.rooms().len() {
            room(html, context, &rows, RoomIx::from(at));
        }
    }
    html.raw("</section>\n");
}

/// Three lists to choose from, by name.
fn chooser(html: &mut Html, context: &Context, with_rooms: bool) {
    let school = context.school;
    html.raw("<div class=\"choose\" hidden=\"hidden\">\n");
    let teachers: Vec<&str> = school.staff().iter().map(|t| t.name.as_str()).collect();
    let classes: Vec<&str> = school.classes().iter().map(|c| c.name.as_str()).collect();
    let rooms: Vec<&str> = school.rooms().iter().map(|r| r.name.as_str()).collect();
    select(html, context, "report-teacher", 't', &teachers);
    select(html, context, "report-class", 'c', &classes);
    if with_rooms {
        select(html, context, "report-room", 'r', &rooms);
    }
    html.raw("<span class=\"buttons\"><button type=\"button\" data-step=\"-1\"");
    html.attr("aria-label", context.words.say("report-previous"))
        .raw(">‹</button>");
    html.raw("<button type=\"button\" data-step=\"1\"");
    html.attr("aria-label", context.words.say("report-next"))
        .raw(">›</button>");
    html.raw("<button type=\"button\" data-print=\"one\">")
        .text(context.words.say("report-print-one"));
    html.raw("</button></span>\n</div>\n");
}

fn select(html: &mut Html, context: &Context, label: &str, letter: char, names: &[&str]) {
    let mut sorted: Vec<(usize, &str)> = names.iter().copied().enumerate().collect();
    sorted.sort_by_key(|(at, name)| (*name, *at));
    html.raw("<label>")
        .text(context.words.say(label))
        .raw(" <select><option value=\"\">–</option>");
    for (at, name) in sorted {
        html.raw("<option")
            .attr("value", format_args!("{letter}{at}"))
            .raw(">")
            .text(name)
            .raw("</option>");
    }
    html.raw("</select></label>\n");
}

/// Opens a sheet: what kind it is and whose.
fn open(html: &mut Html, context: &Context, id: std::fmt::Arguments, kind: &str, name: &str) {
    html.raw("<article class=\"sheet\"")
        .attr("id", id)
        .raw(" tabindex=\"-1\"><header><p class=\"kicker\">");
    html.text(context.words.say(kind))
        .raw("</p><h3>")
        .text(name)
        .raw("</h3>");
}

fn teacher(html: &mut Html, context: &Context, rows: &Rows, ix: TeacherIx) {
    let (words, person) = (context.words, context.school.teacher(ix));
    let figures = &context.summary.teachers[ix.at()];
    open(
        html,
        context,
        format_args!("t{}", ix.0),
        "report-teacher",
        &person.name,
    );
    context.starter_badge(html, figures.starter_year);
    let load = [
        ("load", words.fte(figures.load).into()),
        ("min", words.fte(figures.min).into()),
        ("max", words.fte(figures.max).into()),
        ("n", figures.hours.into()),
    ];
    html.within(
        ("<p class=\"facts\">", ""),
        words.with("report-sheet-load", &load),
    );
    let pairs = &context.school.document().mentoring.pairs;
    for mentor in pairs
        .iter()
        .filter(|p| p.starter == person.id)
        .filter_map(|p| context.school.teacher_ix(&p.mentor))
    {
        html.raw(" · ").text(words.say("report-mentor")).raw(" ");
        context.teacher_link(html, mentor);
    }
    for task in &person.tasks {
        html.raw(" · ")
            .text(&task.name)
            .raw(" ")
            .text(words.fte(task.load));
    }
    html.raw("</p></header>\n");
    if !context.week.sittings.is_empty() {
        grid::table(
            html,
            context,
            rows,
            &context.week.of_teacher(ix),
            View::Teacher(ix),
            &person.name,
        );
    }
    let own: Vec<&Seat> = context
        .week
        .seats
        .iter()
        .filter(|seat| seat.teacher == ix)
        .collect();
    lessons(
        html,
        context,
        own.iter().map(|seat| (seat.lesson, Some(**seat))),
    );
    html.raw("</article>\n");
}

fn class(html: &mut Html, context: &Context, rows: &Rows, ix: ClassIx) {
    let (words, class) = (context.words, context.school.class(ix));
    open(
        html,
        context,
        format_args!("c{}", ix.0),
        "report-class",
        &class.name,
    );
    let facts = [
        ("n", i64::from(class.pupils).into()),
        ("difficulty", i64::from(class.difficulty).into()),
    ];
    html.within(
        ("<p class=\"facts\">", ""),
        words.with("report-sheet-class", &facts),
    );
    if let Some(titularis) = class
        .titularis
        .as_ref()
        .and_then(|id| context.school.teacher_ix(id))
    {
        html.raw(" · ").text(words.say("report-titularis")).raw(" ");
        context.teacher_link(html, titularis);
    }
    html.raw("</p></header>\n");
    if !context.week.sittings.is_empty() {
        grid::table(
            html,
            context,
            rows,
            &context.week.of_class(ix),
            View::Class(ix),
            &class.name,
        );
    }
    let own = (0..context.school.lessons().len()).map(LessonIx::from);
    let own = own.filter(|lesson| classes(context.school, *lesson).any(|c| c == ix));
    lessons(html, context, own.map(|lesson| (lesson, None)));
    html.raw("</article>\n");
}

fn room(html: &mut Html, context: &Context, rows: &Rows, ix: RoomIx) {
    let room = context.school.room(ix);
    open(
        html,
        context,
        format_args!("r{}", ix.0),
        "report-room",
        &room.name,
    );
    html.raw("<p class=\"facts\">").text(&room.kind);
    if let Some(capacity) = room.capacity {
        html.raw(" · ")
            .text(context.words.count("report-capacity", i64::from(capacity)));
    }
    html.raw("</p></header>\n");
    grid::table(
        html,
        context,
        rows,
        &context.week.of_room(ix),
        View::Room,
        &room.name,
    );
    html.raw("</article>\n");
}

/// The lessons behind a week: of a teacher (each with the seat) or of a class (each with its teachers).
fn lessons(
    html: &mut Html,
    context: &Context,
    lessons: impl Iterator<Item = (LessonIx, Option<Seat>)>,
) {
    let words = context.words;
    html.raw("<ul class=\"lessons\">\n");
    for (lesson, seat) in lessons {
        html.raw("<li")
            .attr("data-lesson", &context.school.lesson(lesson).id)
            .raw("><b>");
        html.text(context.lesson_words(lesson)).raw("</b> ");
        let hours = match seat {
            Some(seat) => context.school.position_hours(lesson, seat.position),
            None => context.school.lesson(lesson).hours,
        };
        html.text(words.count("unit-hours", i64::from(hours)));
        match seat {
            Some(seat) if !matches!(seat.role, uurwerk_model::Role::Lead) => {
                html.raw(" · ").text(words.say(role_name(seat.role)));
            }
            Some(_) => {}
            None => taught_by(html, context, lesson),
        }
        missing(html, context, lesson);
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
}

fn taught_by(html: &mut Html, context: &Context, lesson: LessonIx) {
    for seat in context
        .week
        .seats
        .iter()
        .filter(|seat| seat.lesson == lesson)
    {
        html.raw(" · ");
        context.teacher_link(html, seat.teacher);
    }
}

/// Says how many blocks of a lesson have no place, when a timetable was made.
fn missing(html: &mut Html, context: &Context, lesson: LessonIx) {
    let placed = context
        .week
        .sittings
        .iter()
        .filter(|s| s.lesson == lesson)
        .count();
    let blocks = context.school.blocks(lesson).len();
    if placed < blocks && !context.week.sittings.is_empty() {
        let words = context
            .words
            .count("report-unplaced", (blocks - placed) as i64);
        html.within((" <strong class=\"broken\">✗ ", "</strong>"), words);
    }
}
