//! One week as a table: days across, periods down; neighbouring cells that hold the same are one.

use uurwerk_model::{
    ClassIx, ClockTime, DayIx, HalfDay, LessonIx, Recurrence, Role, School, SlotIx, TeacherIx,
};

use super::super::protected::name_of;
use super::super::week::{Item, Sitting};
use super::Context;
use super::markup::Html;
use super::protected::{briefly, class_of, what};

/// Hues for lessons; told apart by their words, only grouped by colour.
const HUES: usize = 10;

/// Whose week it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Teacher(TeacherIx),
    Class(ClassIx),
    Room,
}

/// The rows of every grid: the distinct times of the school's periods, in order.
pub(super) struct Rows {
    times: Vec<(ClockTime, ClockTime)>,
    /// `slots[day][row]`: the slot of that day at that time, if the day has one.
    slots: Vec<Vec<Option<SlotIx>>>,
}

impl Rows {
    pub fn of(school: &School) -> Self {
        let mut times: Vec<_> = school.slots().iter().map(|s| (s.start, s.end)).collect();
        times.sort();
        times.dedup();
        let mut slots = vec![vec![None; times.len()]; school.document().grid.days.len()];
        for (at, slot) in school.slots().iter().enumerate() {
            if let Ok(row) = times.binary_search(&(slot.start, slot.end)) {
                slots[slot.day.at()][row] = Some(SlotIx::from(at));
            }
        }
        Self { times, slots }
    }

    /// Whether the half-day of a row is the afternoon on any day.
    fn half_day(&self, school: &School, row: usize) -> HalfDay {
        let slots = self.slots.iter().filter_map(|day| day[row]);
        let halves = slots.map(|slot| school.slots()[slot.at()].half_day);
        halves.max().unwrap_or(HalfDay::Morning)
    }
}

/// A cell: its items from one row on, over one or more rows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cell {
    row: usize,
    rows: usize,
    slot: Option<SlotIx>,
    items: Vec<Item>,
}

/// The cells of one day, top to bottom.
fn cells(context: &Context, rows: &Rows, items: &[Item], day: DayIx) -> Vec<Cell> {
    let end = context.school.day_slots(day).end;
    let running = |slot: SlotIx| -> Vec<Item> {
        let runs = |item: &Item| {
            let (first, length) = context.week.span(*item);
            let day_of = context.school.slots()[first.at()].day;
            day_of == day && (first.at()..(first.at() + length).min(end)).contains(&slot.at())
        };
        items.iter().copied().filter(runs).collect()
    };
    let mut cells: Vec<Cell> = Vec::new();
    for (row, slot) in rows.slots[day.at()].iter().enumerate() {
        let items = slot.map(running).unwrap_or_default();
        match cells.last_mut() {
            Some(above) if slot.is_some() && !items.is_empty() && above.items == items => {
                above.rows += 1
            }
            _ => cells.push(Cell {
                row,
                rows: 1,
                slot: *slot,
                items,
            }),
        }
    }
    cells
}

/// Writes the table.
pub(super) fn table(
    html: &mut Html,
    context: &Context,
    rows: &Rows,
    items: &[Item],
    view: View,
    name: &str,
) {
    let days = &context.school.document().grid.days;
    html.raw("<table class=\"grid\"><caption class=\"sr\">")
        .text(name);
    html.raw("</caption>\n<thead><tr><td></td>");
    for day in days {
        html.within(("<th scope=\"col\">", "</th>"), &day.name);
    }
    html.raw("</tr></thead>\n<tbody>\n");
    let columns: Vec<Vec<Cell>> = (0..days.len())
        .map(|day| cells(context, rows, items, DayIx::from(day)))
        .collect();
    let mut half = HalfDay::Morning;
    for (row, (start, end)) in rows.times.iter().enumerate() {
        let now = rows.half_day(context.school, row);
        html.raw(if now == half {
            "<tr>"
        } else {
            "<tr class=\"pm\">"
        });
        half = now;
        html.raw("<th scope=\"row\">")
            .text(start)
            .raw("<small>")
            .text(end)
            .raw("</small></th>");
        for column in &columns {
            if let Some(cell) = column.iter().find(|cell| cell.row == row) {
                cell_of(html, context, cell, view);
            }
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody></table>\n");
}

fn cell_of(html: &mut Html, context: &Context, cell: &Cell, view: View) {
    let Some(slot) = cell.slot else {
        html.raw("<td class=\"none\"></td>");
        return;
    };
    html.raw("<td");
    if cell.rows > 1 {
        html.attr("rowspan", cell.rows);
    }
    html.raw(">");
    for item in &cell.items {
        let continued = context.week.span(*item).0 != slot;
        match *item {
            Item::Sitting(at) => lesson(html, context, &context.week.sittings[at], view, continued),
            Item::Protected(at) => protected(html, context, at, view),
        }
    }
    html.raw("</td>");
}

/// A name in full where there is room, and as its id where there is not.
fn name(html: &mut Html, id: &str, name: &str) {
    if id == name {
        html.text(name);
    } else {
        html.within(("<span class=\"w\">", "</span>"), name);
        html.within(("<span class=\"n\">", "</span>"), id);
    }
}

fn lesson(html: &mut Html, context: &Context, sitting: &Sitting, view: View, continued: bool) {
    let school = context.school;
    let lesson = school.lesson(sitting.lesson);
    html.raw("<div")
        .attr(
            "class",
            format_args!("l h{}", hue(context, sitting.lesson, view)),
        )
        .raw("><b>");
    html.raw(if continued { "… " } else { "" });
    let subject = school
        .subject_ix(&lesson.subject)
        .map(|ix| school.subject(ix));
    name(
        html,
        lesson.subject.as_str(),
        subject.map_or(lesson.subject.as_str(), |s| s.name.as_str()),
    );
    html.raw("</b>");
    let classes = match view {
        View::Class(own) => context.joined_words(sitting.lesson, own),
        View::Teacher(_) | View::Room => context.group_words(sitting.lesson),
    };
    if !classes.is_empty() {
        html.within((" <span>", "</span>"), classes);
    }
    for (teacher, role) in &sitting.people {
        match view {
            View::Teacher(own) if own == *teacher => {
                if *role != Role::Lead {
                    html.within((" <i>", "</i>"), context.words.say(role_name(*role)));
                }
            }
            View::Teacher(_) => {}
            View::Class(_) | View::Room => {
                let teacher = school.teacher(*teacher);
                html.raw(" <span>");
                name(html, teacher.id.as_str(), &teacher.name);
                html.raw("</span>");
            }
        }
    }
    if view != View::Room {
        for room in &sitting.rooms {
            html.within((" <span class=\"r\">", "</span>"), &school.room(*room).id);
        }
    }
    in_weeks(html, context, lesson.weeks);
    for mark in &sitting.marks {
        marked(html, context, *mark, view);
    }
    html.raw("</div>");
}

/// The weeks, where they differ.
fn in_weeks(html: &mut Html, context: &Context, weeks: Recurrence) {
    if let Some(weeks) = context.words.weeks(weeks) {
        html.within((" <i>", "</i>"), weeks);
    }
}

/// The sign on a lesson that is observed or co-taught.
fn marked(html: &mut Html, context: &Context, at: usize, view: View) {
    let kept = &context.week.protected[at];
    html.raw("<span")
        .attr("class", format_args!("kind {}", class_of(kept.slot.kind)))
        .raw(">");
    html.text(context.words.say(name_of(kept.slot.kind)));
    if let View::Teacher(own) = view {
        let others = kept.people.iter().filter(|t| **t != own);
        for other in others {
            let other = context.school.teacher(*other);
            html.raw(" <span>");
            name(html, other.id.as_str(), &other.name);
            html.raw("</span>");
        }
    }
    html.raw("</span>");
}

fn protected(html: &mut Html, context: &Context, at: usize, view: View) {
    let kept = &context.week.protected[at];
    let class = class_of(kept.slot.kind);
    html.raw("<div")
        .attr("class", format_args!("p {class}"))
        .raw("><b>");
    html.text(context.words.say(name_of(kept.slot.kind)))
        .raw("</b>");
    in_weeks(html, context, kept.slot.weeks);
    if let View::Teacher(own) = view {
        html.within((" <span class=\"w\">", "</span>"), what(context, kept, own));
        html.within(
            (" <span class=\"n\">", "</span>"),
            briefly(context, kept, own),
        );
    }
    html.raw("</div>");
}

/// The message that names a role.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Lead => "report-role-lead",
        Role::Co => "report-role-co",
        Role::Guest => "report-role-guest",
        Role::Trainee => "report-role-trainee",
        Role::Duty => "report-role-duty",
    }
}

/// Lessons of one class look alike in a teacher's week, lessons of one subject elsewhere.
fn hue(context: &Context, lesson: LessonIx, view: View) -> usize {
    let lesson = context.school.lesson(lesson);
    let subject = || {
        context
            .school
            .subject_ix(&lesson.subject)
            .map_or(0, |ix| ix.at())
    };
    let class = || {
        lesson
            .groups
            .first()
            .and_then(|g| context.school.class_ix(&g.class))
            .map_or(0, |ix| ix.at())
    };
    let of = match view {
        View::Teacher(_) => class(),
        View::Class(_) | View::Room => subject(),
    };
    of % HUES
}
