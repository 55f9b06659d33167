//! What each rule cost: one table in the order of the catalogue, the findings folded away.

use uurwerk_model::Mode;

use super::super::summary::{RuleLine, mode_name, stage_name};
use super::Context;
use super::bars;
use super::markup::Html;

pub(super) fn section(html: &mut Html, context: &Context) {
    let words = context.words;
    context.section_head(html, "rules", "report-rules", "report-rules-about");
    html.raw("<table class=\"rules\">\n<thead><tr>");
    for name in [
        "report-rule",
        "report-source",
        "report-mode",
        "report-deviation",
        "report-cost",
    ] {
        html.raw("<th scope=\"col\">")
            .text(words.say(name))
            .raw("</th>");
    }
    html.raw("</tr></thead>\n");
    let rules: Vec<&RuleLine> = context.summary.rules.iter().collect();
    let most = rules.iter().map(|r| r.cost).max().unwrap_or(0);
    for group in rules.chunk_by(|a, b| a.stage == b.stage) {
        html.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"5\">");
        html.text(words.say(stage_name(group[0].stage)))
            .raw("</th></tr>\n");
        for rule in group {
            row(html, context, rule, most);
        }
        html.raw("</tbody>\n");
    }
    html.raw("<tfoot><tr><th scope=\"row\" colspan=\"4\">")
        .text(words.say("report-sum"));
    html.raw("</th><td class=\"num\">")
        .text(words.number(context.summary.cost));
    html.raw("</td></tr></tfoot>\n</table>\n</section>\n");
}

fn row(html: &mut Html, context: &Context, rule: &RuleLine, most: i64) {
    let words = context.words;
    let class = match rule.mode {
        Mode::Off => "off",
        _ if rule.is_broken() => "is-broken",
        _ => "",
    };
    html.raw("<tr")
        .attr("id", format_args!("rule-{}", rule.id))
        .attr("class", class)
        .raw(">");
    html.raw("<th scope=\"row\"><span class=\"id\">")
        .text(&rule.id)
        .raw("</span> ")
        .text(&rule.name);
    if !rule.what.is_empty() {
        html.raw("<p class=\"what\">").text(&rule.what).raw("</p>");
    }
    if !rule.why.is_empty() {
        html.within(("<p class=\"what\"><i>", "</i></p>"), &rule.why);
    }
    findings(html, context, rule);
    html.raw("</th><td")
        .attr("data-label", words.say("report-source"))
        .raw(">");
    html.text(&rule.source);
    html.raw("</td><td")
        .attr("data-label", words.say("report-mode"))
        .raw(">");
    html.raw("<span class=\"badge mode\">")
        .text(words.say(mode_name(rule.mode)))
        .raw("</span>");
    if rule.mode == Mode::Soft {
        html.raw(" <span class=\"times\">× ")
            .text(rule.weight)
            .raw("</span>");
    }
    html.raw("</td><td class=\"num\"")
        .attr("data-label", words.say("report-deviation"))
        .raw(">");
    match rule.mode {
        Mode::Off => html.raw("–"),
        Mode::Hard if rule.deviation == 0 => html.raw("✓ ").text(words.say("report-holds")),
        Mode::Hard => html
            .raw("<strong class=\"broken\">✗ ")
            .text(&rule.amount)
            .raw("</strong>"),
        Mode::Soft | Mode::Measure => html.text(&rule.amount),
    };
    html.raw("</td>");
    cost(html, context, rule, most);
    html.raw("</tr>\n");
}

/// The cost with its share of the largest; only soft rules cost anything.
fn cost(html: &mut Html, context: &Context, rule: &RuleLine, most: i64) {
    if rule.mode != Mode::Soft {
        html.raw("<td class=\"num nil\">–</td>");
        return;
    }
    html.raw("<td class=\"num\"")
        .attr("data-label", context.words.say("report-cost"))
        .raw(">");
    html.text(context.words.number(rule.cost));
    bars::share(html, rule.cost, most);
    html.raw("</td>");
}

fn findings(html: &mut Html, context: &Context, rule: &RuleLine) {
    if rule.findings.is_empty() {
        return;
    }
    html.raw("<details><summary>");
    html.text(
        context
            .words
            .count("report-findings", rule.findings.len() as i64),
    );
    html.raw("</summary><ol class=\"findings\">\n");
    for finding in &rule.findings {
        html.raw("<li>")
            .text(&finding.text)
            .raw(" <b>")
            .text(context.words.number(finding.deviation));
        html.raw("</b></li>\n");
    }
    html.raw("</ol></details>");
}
