//! Protected time, person by person.

use uurwerk_model::{ProtectedKind, SlotIx, TeacherIx};

use super::super::protected::name_of;
use super::super::week::Kept;
use super::Context;
use super::markup::Html;

/// The class that draws a kind: each has a line and a sign of its own, so colour is not needed.
pub(super) fn class_of(kind: ProtectedKind) -> &'static str {
    match kind {
        ProtectedKind::Observation => "obs",
        ProtectedKind::Meeting => "meet",
        ProtectedKind::CoTeaching => "co",
        ProtectedKind::Team => "team",
    }
}

pub(super) fn section(html: &mut Html, context: &Context) {
    let words = context.words;
    context.section_head(
        html,
        "protected",
        "report-protected",
        "report-protected-about",
    );
    html.raw("<dl class=\"kinds\">\n");
    for line in &context.summary.protected {
        html.raw("<div><dt><span")
            .attr("class", format_args!("kind {}", class_of(line.kind)));
        html.raw(">").text(&line.name).raw("</span></dt><dd>");
        let args = [("kept", line.kept.into()), ("asked", line.asked.into())];
        html.text(words.with("report-kept", &args))
            .raw("</dd></div>\n");
    }
    html.raw("</dl>\n");
    let mut people: Vec<(usize, &str)> = context
        .school
        .staff()
        .iter()
        .map(|t| t.name.as_str())
        .enumerate()
        .collect();
    people.sort_by_key(|(at, name)| (*name, *at));
    html.raw("<ul class=\"cards slots\">\n");
    for (at, _) in people {
        person(html, context, TeacherIx::from(at));
    }
    html.raw("</ul>\n");
    support(html, context);
    html.raw("</section>\n");
}

/// Every starter and every team, by name and time.
fn support(html: &mut Html, context: &Context) {
    let (summary, words) = (context.summary, context.words);
    if summary.has_no_support() {
        return;
    }
    html.within(("<h3>", "</h3>\n"), words.say("report-support"));
    html.within(
        ("<p class=\"about\">", "</p>\n"),
        words.say("report-support-about"),
    );
    html.raw("<ul class=\"cards slots\">\n");
    for (complete, name, sentences) in summary.by_name_and_time() {
        let sign = if complete { "✓" } else { "✗" };
        html.raw("<li class=\"card\"><h4>");
        html.text(format!("{sign} {name}")).raw("</h4>\n<ul>\n");
        for sentence in sentences {
            html.within(("<li>", "</li>\n"), sentence);
        }
        html.raw("</ul></li>\n");
    }
    html.raw("</ul>\n");
}

fn person(html: &mut Html, context: &Context, teacher: TeacherIx) {
    let kept: Vec<&Kept> = context
        .week
        .protected
        .iter()
        .filter(|k| k.people.contains(&teacher))
        .collect();
    if kept.is_empty() {
        return;
    }
    html.raw("<li class=\"card\"><h3>");
    context.teacher_link(html, teacher);
    let year = context.summary.teachers[teacher.at()].starter_year;
    context.starter_badge(html, year);
    html.raw("</h3>\n<ul>\n");
    for kept in kept {
        html.raw("<li><span")
            .attr("class", format_args!("kind {}", class_of(kept.slot.kind)))
            .raw(">");
        html.text(context.words.say(name_of(kept.slot.kind)))
            .raw("</span> <span>");
        html.text(when(context, kept.first, usize::from(kept.slot.length)))
            .raw(" ");
        if let Some(weeks) = context.words.weeks(kept.slot.weeks) {
            html.within(("<i>", "</i> "), weeks);
        }
        html.within(("<small>", "</small>"), what(context, kept, teacher))
            .raw("</span></li>\n");
    }
    html.raw("</ul></li>\n");
}

/// The day and clock times.
pub(super) fn when(context: &Context, first: SlotIx, length: usize) -> String {
    let slots = context.school.slots();
    let start = slots[first.at()];
    let last = (first.at() + length.max(1) - 1).min(context.school.day_slots(start.day).end - 1);
    let day = &context.school.document().grid.days[start.day.at()].name;
    format!("{day} {}–{}", start.start, slots[last].end)
}

/// With whom and about what, as one person sees it.
pub(super) fn what(context: &Context, kept: &Kept, person: TeacherIx) -> String {
    let name = |ix: &TeacherIx| context.school.teacher(*ix).name.clone();
    let others: Vec<String> = kept
        .people
        .iter()
        .filter(|t| **t != person)
        .map(name)
        .collect();
    let others = others.join(", ");
    let lesson = kept
        .slot
        .lesson
        .as_ref()
        .and_then(|id| context.school.lesson_ix(id));
    let lesson = lesson
        .map(|ix| context.lesson_words(ix))
        .unwrap_or_default();
    let args = [
        ("people", others.as_str().into()),
        ("lesson", lesson.as_str().into()),
    ];
    let words = context.words;
    match kept.slot.kind {
        ProtectedKind::Observation if kept.people.first() == Some(&person) => {
            words.with("report-watches", &args)
        }
        ProtectedKind::Observation => words.with("report-watched", &args),
        ProtectedKind::CoTeaching => words.with("report-teaches-with", &args),
        ProtectedKind::Meeting => words.with("report-talks-with", &args),
        ProtectedKind::Team => {
            let team = kept
                .slot
                .team
                .as_ref()
                .and_then(|id| context.school.team_ix(id));
            let document = context.school.document();
            team.map_or(others, |ix| document.teams[ix.at()].name.clone())
        }
    }
}

/// The same in ids, for narrow places.
pub(super) fn briefly(context: &Context, kept: &Kept, person: TeacherIx) -> String {
    if let Some(team) = &kept.slot.team {
        return team.to_string();
    }
    let others = kept.people.iter().filter(|t| **t != person);
    let mut words: Vec<&str> = others
        .map(|t| context.school.teacher(*t).id.as_str())
        .collect();
    let lesson = kept
        .slot
        .lesson
        .as_ref()
        .and_then(|id| context.school.lesson_ix(id));
    let groups = lesson.map(|ix| context.group_words(ix)).unwrap_or_default();
    words.extend(lesson.map(|ix| context.school.lesson(ix).subject.as_str()));
    words.push(&groups);
    words.join(" ").trim_end().to_owned()
}
