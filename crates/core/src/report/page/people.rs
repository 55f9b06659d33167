//! The worst-off people first, each with the reasons.

use uurwerk_model::Mode;

use super::super::people::{PersonLine, Reason};
use super::Context;
use super::markup::Html;

/// Cards in sight; the others are folded away.
const OPEN: usize = 9;
/// Reasons in sight on a card.
const REASONS: usize = 4;

pub(super) fn section(html: &mut Html, context: &Context) {
    context.section_head(html, "people", "report-people", "report-people-about");
    let people = &context.summary.people;
    if people.is_empty() {
        html.within(("<p>", "</p>\n"), context.words.say("report-people-none"));
    }
    let (open, folded) = people.split_at(people.len().min(OPEN));
    cards(html, context, open, 1);
    if !folded.is_empty() {
        html.raw("<details class=\"more\"><summary>");
        html.text(
            context
                .words
                .count("report-more-people", folded.len() as i64),
        );
        html.raw("</summary>\n");
        cards(html, context, folded, OPEN + 1);
        html.raw("</details>\n");
    }
    html.raw("</section>\n");
}

fn cards(html: &mut Html, context: &Context, people: &[PersonLine], first: usize) {
    if people.is_empty() {
        return;
    }
    html.raw("<ol class=\"cards\"")
        .attr("start", first)
        .raw(">\n");
    for (at, person) in people.iter().enumerate() {
        card(html, context, person, first + at);
    }
    html.raw("</ol>\n");
}

fn card(html: &mut Html, context: &Context, person: &PersonLine, place: usize) {
    let words = context.words;
    html.raw("<li class=\"card\"><h3><span class=\"place\">")
        .text(place)
        .raw("</span> ");
    match context.school.teacher_ix(&person.teacher) {
        Some(ix) => context.teacher_link(html, ix),
        None => drop(html.text(&person.name)),
    }
    context.starter_badge(html, person.starter_year);
    html.raw("</h3>\n<p class=\"weight\">");
    if person.hard > 0 {
        html.within(
            ("<strong class=\"broken\">✗ ", "</strong> · "),
            words.say("report-hard-touched"),
        );
    }
    html.text(words.points(person.burden)).raw("</p>\n");
    let (open, folded) = person.reasons.split_at(person.reasons.len().min(REASONS));
    reasons(html, context, open);
    if !folded.is_empty() {
        html.raw("<details><summary>")
            .text(words.count("report-more", folded.len() as i64));
        html.raw("</summary>\n");
        reasons(html, context, folded);
        html.raw("</details>\n");
    }
    html.raw("</li>\n");
}

fn reasons(html: &mut Html, context: &Context, reasons: &[Reason]) {
    html.raw("<ul class=\"reasons\">\n");
    for reason in reasons {
        html.raw("<li><a class=\"id\"")
            .attr("href", format_args!("#rule-{}", reason.rule))
            .raw(">");
        html.text(&reason.rule)
            .raw("</a> <span>")
            .text(&reason.text)
            .raw("</span> ");
        match reason.mode {
            Mode::Hard => html.within(
                ("<b class=\"broken\">", "</b>"),
                context.words.say("report-mode-hard"),
            ),
            Mode::Soft => html.within(("<b>", "</b>"), context.words.number(reason.burden)),
            _ => html.within(
                ("<small>", "</small>"),
                context.words.say("report-mode-measure"),
            ),
        };
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
}
