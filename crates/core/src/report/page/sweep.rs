//! Many scenarios side by side as a page of its own.

use uurwerk_model::{Language, Message};

use super::difference::open;
use super::markup::Html;
use crate::what_if::sweep::{Outcome, SweepRow};

/// Renders the rows of a sweep as one self-contained HTML page; each row links to the page of its difference, `pages/FILE.html`.
pub fn sweep_html(school: &str, rows: &[SweepRow], language: Language) -> String {
    let word = |id: &str| Message::new(id).text(language);
    let mut html = Html::default();
    open(&mut html, language, &word("difference-sweep"));
    html.within(
        ("<header class=\"top\">\n<p class=\"kicker\">", "</p>\n"),
        word("difference-sweep"),
    );
    html.within(("<h1>", "</h1>\n"), school);
    html.raw("</header>\n<main id=\"main\">\n<section id=\"scenarios\">\n<table class=\"rules\">\n<thead><tr>");
    for head in [
        "difference-scenario",
        "difference-outcome",
        "difference-changed",
        "difference-least",
        "report-nav-people",
        "difference-classes",
        "report-mode-hard",
        "report-cost",
        "difference-seconds",
    ] {
        html.within(("<th scope=\"col\">", "</th>"), word(head));
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for row in rows {
        html.raw("<tr><th scope=\"row\">");
        let has_plan = matches!(row.outcome, Outcome::Done | Outcome::Incomplete);
        if has_plan {
            html.raw("<a")
                .attr("href", format_args!("pages/{}.html", row.file))
                .raw(">");
        }
        html.text(if row.name.is_empty() {
            &row.file
        } else {
            &row.name
        });
        html.raw(if has_plan { "</a></th>" } else { "</th>" });
        html.within(("<td>", "</td>"), word(outcome(row.outcome)));
        if has_plan {
            let numbers = [
                i64::from(row.changes.lessons),
                i64::from(row.at_least),
                i64::from(row.changes.people),
                i64::from(row.changes.classes),
                row.hard,
                row.soft,
            ];
            for number in numbers {
                html.within(("<td class=\"num\">", "</td>"), number);
            }
        } else {
            html.raw("<td></td><td></td><td></td><td></td><td></td><td></td>");
        }
        let seconds = format_args!("{}.{:03}", row.millis / 1000, row.millis % 1000);
        html.within(("<td class=\"num\">", "</td></tr>\n"), seconds);
    }
    html.raw("</tbody>\n</table>\n</section>\n</main>\n</body>\n</html>\n");
    html.into_string()
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "difference-done",
        Outcome::Incomplete => "difference-incomplete",
        Outcome::Conflict => "difference-conflict",
        Outcome::Wrong => "difference-wrong",
    }
}
