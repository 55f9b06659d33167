//! The summary for a terminal: at most 80 columns, the same words with and without colour.

use uurwerk_model::Mode;

use super::figures::Means;
use super::layout::{WIDTH, fit, width};
use super::lines::{Lines, Paint, Style, left, number};
use super::people::PersonLine;
use super::summary::{RuleLine, RuleStage, Summary, mode_name, stage_name};
use super::words::Words;

/// People shown; the page and the JSON have all.
const PEOPLE: usize = 10;
/// Reasons shown of each person, and findings of each broken rule.
const REASONS: usize = 3;

/// Renders a summary, in its own language.
pub fn text(summary: &Summary, style: Style) -> String {
    let words = Words(summary.language);
    let mut out = Lines::new(style);
    head(&mut out, summary, words);
    people(&mut out, &summary.people, words);
    rules(&mut out, &summary.rules, words);
    starters(&mut out, summary, words);
    protected(&mut out, summary, words);
    support(&mut out, summary, words);
    out.into_text()
}

fn head(out: &mut Lines, summary: &Summary, words: Words) {
    let year = summary.school_year.iter().map(|year| format!(" · {year}"));
    let title = format!("{}{}", summary.school, year.collect::<String>());
    out.paragraph(&title, 0, Paint::Bold);
    out.paragraph(&totals(summary, words), 0, Paint::None);
    out.line("");
    match summary.broken {
        0 => out.paragraph(
            &format!("✓ {}", words.say("report-all-hard-hold")),
            0,
            Paint::Good,
        ),
        n => out.paragraph(
            &format!("✗ {}", words.count("report-hard-broken", n)),
            0,
            Paint::Bad,
        ),
    }
    let columns = summary
        .certificate
        .iter()
        .map(|line| width(&line.name))
        .max();
    for line in &summary.certificate {
        let name = columns.unwrap_or(0).min(30);
        let rest = WIDTH - name - 4;
        let said = format!("{}. {}", words.points(line.proof.soft), line.words);
        let cells = [
            left(&line.name, name + 1, Paint::None),
            left(said, rest, Paint::None),
        ];
        out.row(1, &cells);
    }
    if !summary.tiers.is_empty() {
        out.heading(&words.say("report-tiers"));
    }
    for (at, line) in summary.tiers.iter().enumerate() {
        let said = format!("{}. {}", words.points(line.cost), line.words);
        let cells = [
            number(format!("{}.", at + 1), 3, Paint::None),
            left(&line.name, 25, Paint::None),
            left(said, 48, Paint::None),
        ];
        out.row(0, &cells);
    }
    if let Some(fairness) = &summary.fairness {
        out.paragraph(fairness, 1, Paint::None);
    }
    for line in &summary.revision {
        out.paragraph(line, 1, Paint::None);
    }
}

/// The sizes of the school in one sentence.
pub(super) fn totals(summary: &Summary, words: Words) -> String {
    let totals = &summary.totals;
    words.with(
        "report-totals",
        &[
            (
                "teachers",
                words.count("report-teachers", totals.teachers).into(),
            ),
            (
                "starters",
                words.count("report-starters", totals.starters).into(),
            ),
            (
                "classes",
                words.count("report-classes", totals.classes).into(),
            ),
            ("rooms", words.count("report-rooms", totals.rooms).into()),
            (
                "lessons",
                words.count("report-lessons", totals.lessons).into(),
            ),
            ("hours", words.count("unit-hours", totals.hours).into()),
        ],
    )
}

fn people(out: &mut Lines, people: &[PersonLine], words: Words) {
    out.heading(&words.say("report-people"));
    if people.is_empty() {
        out.paragraph(&words.say("report-people-none"), 2, Paint::None);
    }
    for (at, person) in people.iter().take(PEOPLE).enumerate() {
        let starter = person
            .starter_year
            .map(|year| format!(" ({})", words.count("report-starter-year", i64::from(year))));
        let name = format!("{}{}", person.name, starter.unwrap_or_default());
        let (weight, paint) = match person.hard {
            0 => (words.points(person.burden), Paint::None),
            _ => (words.say("report-hard-touched"), Paint::Bad),
        };
        let place = number(format!("{}.", at + 1), 3, Paint::None);
        out.row(
            0,
            &[
                place,
                left(name, 55, Paint::Bold),
                number(weight, 19, paint),
            ],
        );
        for reason in person.reasons.iter().take(REASONS) {
            let (burden, paint) = match reason.mode {
                Mode::Hard => (words.say("report-mode-hard"), Paint::Bad),
                Mode::Soft => (words.number(reason.burden), Paint::Dim),
                _ => (words.say("report-mode-measure"), Paint::Dim),
            };
            let rule = left(&reason.rule, 4, Paint::Dim);
            out.row(
                5,
                &[
                    rule,
                    left(&reason.text, 57, Paint::None),
                    number(burden, 11, paint),
                ],
            );
        }
        more(out, person.reasons.len(), 10, words);
    }
    if people.len() > PEOPLE {
        let rest = (people.len() - PEOPLE) as i64;
        out.paragraph(&words.count("report-more-people", rest), 2, Paint::Dim);
    }
}

/// Says how many reasons of `all` are not shown.
fn more(out: &mut Lines, all: usize, indent: usize, words: Words) {
    if all > REASONS {
        let rest = words.count("report-more", (all - REASONS) as i64);
        out.paragraph(&rest, indent, Paint::Dim);
    }
}

fn rules(out: &mut Lines, rules: &[RuleLine], words: Words) {
    out.heading(&words.say("report-rules"));
    let mut stage: Option<RuleStage> = None;
    for rule in rules.iter().filter(|rule| rule.mode != Mode::Off) {
        if stage != Some(rule.stage) {
            stage = Some(rule.stage);
            let columns = [
                words.say(stage_name(rule.stage)),
                words.say("report-source"),
                words.say("report-mode"),
                words.say("report-deviation"),
                words.say("report-cost"),
            ];
            rule_row(out, None, columns, Paint::Dim);
        }
        let paint = if rule.is_broken() {
            Paint::Bad
        } else {
            Paint::None
        };
        let cost = if rule.mode == Mode::Soft {
            words.number(rule.cost)
        } else {
            "–".to_owned()
        };
        let columns = [
            rule.name.clone(),
            rule.source.clone(),
            words.say(mode_name(rule.mode)),
            match rule.mode {
                Mode::Hard if !rule.is_broken() => format!("✓ {}", words.say("report-holds")),
                _ => rule.amount.clone(),
            },
            cost,
        ];
        rule_row(out, Some(&rule.id), columns, paint);
        if rule.is_broken() {
            for finding in rule.findings.iter().take(REASONS) {
                out.paragraph(&finding.text, 9, Paint::None);
            }
            more(out, rule.findings.len(), 9, words);
        }
    }
}

/// One line of the table; a long source is cut, the page and the JSON have it whole.
fn rule_row(out: &mut Lines, id: Option<&str>, columns: [String; 5], paint: Paint) {
    let [name, source, mode, amount, cost] = columns;
    // A heading has no id and takes its column too.
    let mut cells = match id {
        Some(id) => vec![left(id, 4, paint), left(name, 23, Paint::None)],
        None => vec![left(name, 28, paint)],
    };
    cells.extend([
        left(fit(&source, 13), 13, Paint::Dim),
        left(mode, 8, paint),
        number(amount, 18, paint),
        number(cost, 7, paint),
    ]);
    out.row(2, &cells);
}

fn starters(out: &mut Lines, summary: &Summary, words: Words) {
    let (starters, others) = (&summary.starters, &summary.others);
    if starters.people == 0 || others.people == 0 {
        return;
    }
    out.heading(&words.say("report-starters-beside"));
    let heads = [
        left("", 44, Paint::None),
        number(
            words.count("report-starters", starters.people),
            15,
            Paint::Dim,
        ),
        number(words.count("report-others", others.people), 15, Paint::Dim),
    ];
    out.row(2, &heads);
    for (name, show) in compared() {
        let cells = [
            left(words.say(name), 44, Paint::None),
            number(show(starters, words), 15, Paint::None),
            number(show(others, words), 15, Paint::None),
        ];
        out.row(2, &cells);
    }
}

type Show = fn(&Means, Words) -> String;

/// What is compared between starters and others: the message that names it, and its value.
pub(super) fn compared() -> [(&'static str, Show); 5] {
    [
        ("report-mean-load", |m, w| {
            format!("{} %", w.tenths(m.load_per_mille))
        }),
        ("report-mean-difficulty", |m, w| w.number(m.difficulty)),
        ("report-mean-hard-hours", |m, w| {
            w.tenths(m.hard_hours_tenths)
        }),
        ("report-mean-subjects", |m, w| w.tenths(m.subjects_tenths)),
        ("report-mean-preparations", |m, w| {
            w.tenths(m.preparations_tenths)
        }),
    ]
}

fn protected(out: &mut Lines, summary: &Summary, words: Words) {
    if summary.protected.is_empty() {
        return;
    }
    out.heading(&words.say("report-protected"));
    for line in &summary.protected {
        let kept = words.with(
            "report-kept",
            &[("kept", line.kept.into()), ("asked", line.asked.into())],
        );
        let paint = if line.kept < line.asked {
            Paint::Bad
        } else {
            Paint::None
        };
        out.row(
            2,
            &[left(&line.name, 44, Paint::None), number(kept, 31, paint)],
        );
    }
}

/// Every starter and every team, by name and time.
fn support(out: &mut Lines, summary: &Summary, words: Words) {
    if summary.has_no_support() {
        return;
    }
    let sign = |complete| match complete {
        true => ("✓", Paint::None),
        false => ("✗", Paint::Bad),
    };
    out.heading(&words.say("report-support"));
    for (complete, name, sentences) in summary.by_name_and_time() {
        let (sign, paint) = sign(complete);
        out.paragraph(&format!("{sign} {name}"), 2, paint);
        for sentence in sentences {
            out.paragraph(sentence, 4, Paint::None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{fixture, summary};
    use super::*;
    use uurwerk_model::Language;

    #[test]
    fn no_line_is_wider_than_80_columns() {
        let (school, mut plan) = fixture::pair();
        plan.school.name = "Gemeenschapsschool voor algemeen en technisch onderwijs ".repeat(4);
        plan.rules[0].findings = vec![fixture::finding(i64::MAX, &["BO", "NOBODY"])];
        plan.rules[0].deviation = i64::MAX;
        plan.rules[1].cost = i64::MAX;
        for language in Language::ALL {
            let text = text(&summary(&school, &plan, language), Style::Plain);
            for line in text.lines() {
                assert!(width(line) <= WIDTH, "{}: {line}", language.code());
            }
        }
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let (school, plan) = fixture::pair();
        let summary = summary(&school, &plan, Language::Nl);
        let mut painted = text(&summary, Style::Ansi);
        assert!(painted.contains("\u{1b}[32m"), "the verdict is green");
        for code in ["1", "2", "32", "1;31", "0"] {
            painted = painted.replace(&format!("\u{1b}[{code}m"), "");
        }
        let bare =
            |text: &str| -> Vec<String> { text.lines().map(|l| l.trim_end().to_owned()).collect() };
        assert_eq!(bare(&painted), bare(&text(&summary, Style::Plain)));
    }

    #[test]
    fn the_text_in_three_languages() {
        let (school, plan) = fixture::pair();
        for language in Language::ALL {
            let text = text(&summary(&school, &plan, language), Style::Plain);
            insta::assert_snapshot!(format!("text-{}", language.code()), text);
        }
    }
}
