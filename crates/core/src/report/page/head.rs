//! The head of the page: school, verdict, what is proved, sizes, navigation; and its foot.

use super::super::text::totals;
use super::Context;
use super::markup::Html;

const SECTIONS: [(&str, &str); 5] = [
    ("#people", "report-nav-people"),
    ("#rules", "report-nav-rules"),
    ("#loads", "report-nav-loads"),
    ("#protected", "report-nav-protected"),
    ("#timetables", "report-nav-timetables"),
];

pub(super) fn open(html: &mut Html, context: &Context) {
    let (summary, words) = (context.summary, context.words);
    html.raw("<!DOCTYPE html>\n<html")
        .attr("lang", words.0.code())
        .raw(">\n<head>\n");
    html.raw("<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    // The page asks nothing of any network, and could not if it wanted to.
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\"/>\n");
    html.raw("<title>")
        .text(&summary.school)
        .raw(" · ")
        .text(words.say("report-title"));
    html.raw("</title>\n<style>\n")
        .raw(include_str!("style.css"))
        .raw("</style>\n</head>\n<body>\n");
    html.raw("<a class=\"skip\" href=\"#main\">")
        .text(words.say("report-skip"))
        .raw("</a>\n");
    html.raw("<header class=\"top\">\n<p class=\"kicker\">")
        .text(words.say("report-title"));
    if let Some(year) = &summary.school_year {
        html.raw(" · ").text(year);
    }
    html.raw("</p>\n")
        .within(("<h1>", "</h1>\n"), &summary.school);
    html.within(("<p class=\"totals\">", "</p>\n"), totals(summary, words));
    verdict(html, context);
    html.raw("</header>\n");
    navigation(html, context);
}

/// Whether every hard rule holds, and what is proved of each stage.
fn verdict(html: &mut Html, context: &Context) {
    let (summary, words) = (context.summary, context.words);
    html.raw("<div class=\"verdict\">\n");
    match summary.broken {
        0 => html
            .raw("<p class=\"holds\"><span aria-hidden=\"true\">✓</span> ")
            .text(words.say("report-all-hard-hold")),
        n => html
            .raw("<p class=\"broken\"><span aria-hidden=\"true\">✗</span> ")
            .text(words.count("report-hard-broken", n)),
    };
    html.raw("</p>\n<dl class=\"proofs\">\n");
    for line in &summary.certificate {
        html.raw("<div><dt>")
            .text(&line.name)
            .raw("</dt><dd class=\"big\">");
        html.text(words.points(line.proof.soft))
            .raw("</dd><dd>")
            .text(&line.words)
            .raw("</dd></div>\n");
    }
    if !summary.protected.is_empty() {
        html.raw("<div><dt>")
            .text(words.say("report-nav-protected"))
            .raw("</dt><dd class=\"big\">");
        let kept: i64 = summary.protected.iter().map(|l| l.kept).sum();
        let asked: i64 = summary.protected.iter().map(|l| l.asked).sum();
        html.text(words.with(
            "report-kept",
            &[("kept", kept.into()), ("asked", asked.into())],
        ));
        html.raw("</dd><dd>");
        for (at, line) in summary.protected.iter().enumerate() {
            html.raw(if at > 0 { " · " } else { "" })
                .text(&line.name)
                .raw(" ");
            html.text(line.kept).raw("/").text(line.asked);
        }
        html.raw("</dd></div>\n");
    }
    html.raw("</dl>\n</div>\n");
}

fn navigation(html: &mut Html, context: &Context) {
    let words = context.words;
    html.raw("<nav")
        .attr("aria-label", words.say("report-nav"))
        .raw("><ul>");
    for (target, name) in SECTIONS {
        html.raw("<li><a")
            .attr("href", target)
            .raw(">")
            .text(words.say(name))
            .raw("</a></li>");
    }
    html.raw("</ul></nav>\n");
}

pub(super) fn close(html: &mut Html, context: &Context) {
    let (made, words) = (&context.summary.made, context.words);
    let args = [
        ("version", made.version.as_str().into()),
        ("seed", made.seed.to_string().into()),
        ("threads", i64::from(made.threads).into()),
    ];
    html.within(
        ("<footer>", "</footer>\n"),
        words.with("report-made", &args),
    );
    html.raw("<script>\n")
        .raw(include_str!("script.js"))
        .raw("</script>\n</body>\n</html>\n");
}
