//! The difference between plans as a page of its own, in the style of a plan's page.

use uurwerk_model::{DifferenceDocument, Language, Message, School};

use super::super::difference::{Teller, joined, verdict};
use super::markup::Html;

/// Renders a difference as one self-contained HTML page. The schools give names.
pub fn difference_html(
    difference: &DifferenceDocument,
    schools: &[&School],
    language: Language,
) -> String {
    let teller = Teller {
        difference,
        schools,
        language,
    };
    let mut html = Html::default();
    open(&mut html, language, &teller.word("difference-title"));
    html.raw("<header class=\"top\">\n<p class=\"kicker\">")
        .text(teller.word("difference-title"))
        .raw("</p>\n");
    let school = difference
        .plans
        .first()
        .map_or("", |plan| &plan.school.name);
    html.within(("<h1>", "</h1>\n"), school);
    answer(&mut html, &teller);
    html.raw("</header>\n<main id=\"main\">\n");
    plans(&mut html, &teller);
    rules(&mut html, &teller);
    people(&mut html, &teller);
    classes(&mut html, &teller);
    lessons(&mut html, &teller);
    html.raw("</main>\n</body>\n</html>\n");
    html.into_string()
}

/// The head of a page without scripts, up to its body.
pub(super) fn open(html: &mut Html, language: Language, title: &str) {
    html.raw("<!DOCTYPE html>\n<html")
        .attr("lang", language.code())
        .raw(">\n<head>\n");
    html.raw("<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
    html.within(("<title>", "</title>\n<style>\n"), title);
    html.raw(include_str!("style.css"))
        .raw("</style>\n</head>\n<body>\n");
}

fn answer(html: &mut Html, teller: &Teller) {
    let Some(answer) = &teller.difference.answer else {
        return;
    };
    let broken = answer.steps.first().is_some_and(|first| first.hard > 0);
    html.raw("<div class=\"verdict\">\n<p")
        .attr("class", if broken { "broken" } else { "holds" })
        .raw(">")
        .text(teller.say(verdict(answer)))
        .raw("</p>\n");
    if answer.steps.len() > 1 {
        html.within(("<p>", "</p>\n<ol>\n"), teller.word("difference-steps"));
        for step in &answer.steps {
            let message = Message::new("difference-step")
                .with("n", i64::from(step.changes.lessons))
                .with("people", i64::from(step.changes.people))
                .with("hard", step.hard)
                .with("soft", step.soft);
            html.within(("<li>", "</li>\n"), teller.say(message));
        }
        html.raw("</ol>\n");
    }
    html.raw("</div>\n");
}

fn section(html: &mut Html, id: &'static str, title: &str) {
    html.raw("<section")
        .attr("id", id)
        .attr("aria-labelledby", format_args!("{id}-h"))
        .raw(">\n<h2");
    html.attr("id", format_args!("{id}-h"))
        .raw(">")
        .text(title)
        .raw("</h2>\n");
}

/// A table's head: what a row is, then one column for each plan.
fn table(html: &mut Html, teller: &Teller, first: &str, last: Option<&str>) {
    html.raw("<table class=\"rules\">\n<thead><tr>");
    html.within(("<th scope=\"col\">", "</th>"), teller.word(first));
    for at in 0..teller.difference.plans.len() {
        html.within(("<th scope=\"col\">", "</th>"), teller.plan(at));
    }
    if let Some(last) = last {
        html.within(("<th scope=\"col\">", "</th>"), teller.word(last));
    }
    html.raw("</tr></thead>\n<tbody>\n");
}

fn plans(html: &mut Html, teller: &Teller) {
    section(html, "plans", &teller.word("difference-plans"));
    html.raw("<ul class=\"lessons\">\n");
    for (at, plan) in teller.difference.plans.iter().enumerate() {
        let message = Message::new("difference-plan")
            .with("name", teller.plan(at))
            .with("hard", plan.hard)
            .with("soft", plan.soft);
        html.within(("<li><b>", "</b>"), teller.say(message));
        if at > 0 {
            html.within(("<br/>", ""), teller.changes(at));
        }
        html.raw("</li>\n");
    }
    html.raw("</ul>\n</section>\n");
}

fn rules(html: &mut Html, teller: &Teller) {
    section(html, "rules", &teller.word("difference-rules"));
    table(html, teller, "report-rule", None);
    for (at, rule) in teller.difference.rules.iter().enumerate() {
        if teller.rule_numbers(at).is_none() {
            continue;
        }
        html.raw("<tr><th scope=\"row\"><span class=\"id\">")
            .text(&rule.rule)
            .raw("</span> ");
        html.text(teller.word(&format!("rule-{}", rule.rule)))
            .raw("</th>");
        for figures in &rule.results {
            html.raw("<td class=\"num\">");
            match figures {
                Some(f) => html.text(f.deviation).raw(" (").text(f.cost).raw(")"),
                None => html.raw("–"),
            };
            html.raw("</td>");
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</section>\n");
}

fn people(html: &mut Html, teller: &Teller) {
    let change = |points: &[i64]| points.last().unwrap_or(&0) - points.first().unwrap_or(&0);
    let people = &teller.difference.people;
    section(html, "people", &teller.word("report-nav-people"));
    html.within(
        ("<p class=\"about\">", "</p>\n"),
        teller.word("difference-points-about"),
    );
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
        html.within(("<h3>", "</h3>\n"), teller.word(title));
        table(
            html,
            teller,
            "difference-person",
            Some("difference-what-differs"),
        );
        for person in side {
            html.within(
                ("<tr><th scope=\"row\">", "</th>"),
                teller.teacher(&person.teacher),
            );
            for points in &person.points {
                html.within(("<td class=\"num\">", "</td>"), points);
            }
            let lessons: Vec<_> = person.lessons.iter().map(|l| l.to_string()).collect();
            html.within(("<td>", "</td></tr>\n"), lessons.join(", "));
        }
        html.raw("</tbody>\n</table>\n");
    }
    html.raw("</section>\n");
}

fn classes(html: &mut Html, teller: &Teller) {
    section(html, "classes", &teller.word("difference-classes"));
    html.raw("<ul class=\"lessons\">\n");
    for class in &teller.difference.classes {
        let lessons: Vec<_> = class.lessons.iter().map(|l| l.to_string()).collect();
        html.within(("<li><b>", "</b>: "), teller.class(&class.class));
        html.text(joined(&class.points));
        html.within(("<br/>", "</li>\n"), lessons.join(", "));
    }
    html.raw("</ul>\n</section>\n");
}

fn lessons(html: &mut Html, teller: &Teller) {
    section(html, "lessons", &teller.word("difference-lessons"));
    table(html, teller, "difference-lesson", None);
    for lesson in &teller.difference.lessons {
        html.within(("<tr><th scope=\"row\">", "</th>"), &lesson.lesson);
        for state in &lesson.plans {
            html.within(("<td>", "</td>"), teller.state(state.as_ref()));
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</section>\n");
}
