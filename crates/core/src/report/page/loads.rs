//! Load and difficulty per teacher: bars with their numbers, starters first and beside the others.

use uurwerk_model::TeacherIx;

use super::super::figures::{Means, TeacherFigures};
use super::super::text::compared;
use super::Context;
use super::bars::{self, Fit};
use super::markup::Html;

pub(super) fn section(html: &mut Html, context: &Context) {
    let (summary, words) = (context.summary, context.words);
    context.section_head(html, "loads", "report-loads", "report-loads-about");
    compare(html, context);
    legend(html, context);
    html.raw("<table class=\"loads\">\n<thead><tr>");
    let columns = [
        "report-teacher",
        "report-load",
        "report-difficulty",
        "report-hours",
        "report-subjects",
        "report-preparations",
    ];
    for name in columns {
        html.raw("<th scope=\"col\">")
            .text(words.say(name))
            .raw("</th>");
    }
    html.raw("</tr></thead>\n");
    group(
        html,
        context,
        true,
        "report-group-starters",
        &summary.starters,
    );
    group(html, context, false, "report-group-others", &summary.others);
    html.raw("</table>\n</section>\n");
}

/// What the colours and lines of the bars mean.
fn legend(html: &mut Html, context: &Context) {
    let signs = [
        ("k-load", "report-load"),
        ("k-range", "report-range"),
        ("k-tick", "report-target"),
        ("k-out", "report-outside"),
        ("k-hard", "report-difficulty"),
    ];
    html.raw("<p class=\"legend\">");
    for (class, name) in signs {
        html.raw("<span><span")
            .attr("class", format_args!("key {class}"))
            .raw("></span> ");
        html.text(context.words.say(name)).raw("</span> ");
    }
    html.raw("</p>\n");
}

/// Starters beside the others, in means.
fn compare(html: &mut Html, context: &Context) {
    let (starters, others, words) = (
        &context.summary.starters,
        &context.summary.others,
        context.words,
    );
    if starters.people == 0 || others.people == 0 {
        return;
    }
    html.raw("<table class=\"compare\">\n<caption>")
        .text(words.say("report-starters-beside"));
    html.raw("</caption>\n<thead><tr><td></td><th scope=\"col\">");
    html.text(words.count("report-starters", starters.people))
        .raw("</th><th scope=\"col\">");
    html.text(words.count("report-others", others.people))
        .raw("</th></tr></thead>\n<tbody>\n");
    for (name, show) in compared() {
        html.raw("<tr><th scope=\"row\">")
            .text(words.say(name))
            .raw("</th><td class=\"num\">");
        html.text(show(starters, words))
            .raw("</td><td class=\"num\">");
        html.text(show(others, words)).raw("</td></tr>\n");
    }
    html.raw("</tbody></table>\n");
}

fn group(html: &mut Html, context: &Context, starters: bool, title: &str, means: &Means) {
    let all = &context.summary.teachers;
    let belongs = |f: &&(usize, &TeacherFigures)| f.1.starter_year.is_some() == starters;
    let numbered: Vec<(usize, &TeacherFigures)> = all.iter().enumerate().collect();
    let mut people: Vec<_> = numbered.iter().filter(belongs).copied().collect();
    if people.is_empty() {
        return;
    }
    people.sort_by(|a, b| {
        (a.1.starter_year, &a.1.name, a.0).cmp(&(b.1.starter_year, &b.1.name, b.0))
    });
    html.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"6\">");
    html.text(context.words.say(title)).raw("</th></tr>\n");
    let whole = bars::whole(all);
    for (at, figures) in people {
        row(
            html,
            context,
            TeacherIx::from(at),
            figures,
            whole,
            means.difficulty,
        );
    }
    html.raw("</tbody>\n");
}

fn row(
    html: &mut Html,
    context: &Context,
    teacher: TeacherIx,
    figures: &TeacherFigures,
    whole: i64,
    mean: i64,
) {
    let words = context.words;
    html.raw("<tr><th scope=\"row\">");
    context.teacher_link(html, teacher);
    context.starter_badge(html, figures.starter_year);
    html.raw("</th><td")
        .attr("data-label", words.say("report-load"))
        .raw(">");
    bars::load(html, figures, whole);
    html.raw("<span class=\"val\"><b>")
        .text(words.fte(figures.load))
        .raw("</b> ");
    html.raw("<small>")
        .text(words.fte(figures.min))
        .raw("–")
        .text(words.fte(figures.max))
        .raw("</small>");
    let outside = match Fit::of(figures) {
        Fit::Within => None,
        Fit::Below => Some(words.say("report-below")),
        Fit::Above => Some(words.say("report-above")),
    };
    if let Some(outside) = outside {
        html.within((" <strong class=\"broken\">", "</strong>"), outside);
    }
    html.raw("</span></td><td")
        .attr("data-label", words.say("report-difficulty"))
        .raw(">");
    bars::difficulty(html, figures.difficulty(), mean);
    html.raw("<span class=\"val\"><b>")
        .text(figures.difficulty())
        .raw("</b>");
    if figures.hard_hours > 0 {
        let hours = words.count("report-hard-hours", figures.hard_hours);
        html.within((" <small>", "</small>"), hours);
    }
    html.raw("</span></td>");
    let numbers = [
        ("report-hours", figures.hours),
        ("report-subjects", figures.subjects),
        ("report-preparations", figures.preparations),
    ];
    for (name, number) in numbers {
        html.raw("<td class=\"num\"")
            .attr("data-label", words.say(name))
            .raw(">")
            .text(number)
            .raw("</td>");
    }
    html.raw("</tr>\n");
}
