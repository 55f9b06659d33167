//! Prices of rules and the curve of two rules for a terminal: at most 80 columns.

use uurwerk_model::{
    Language, MeasurePrice, Move, PricesDocument, Range, RulePrice, School, Segment, Status,
    TeacherId, Tradeoff,
};

use super::lines::{Lines, Paint, Style, left, number};
use super::words::Words;
use crate::rules::{CATALOGUE, telling::lesson_name};

/// Lessons, and measures, shown of each price; the JSON has all.
const SHOWN: usize = 4;

/// Renders prices in a language.
pub fn prices(
    school: &School,
    prices: &PricesDocument,
    language: Language,
    style: Style,
) -> String {
    let words = Words(language);
    let mut out = Lines::new(style);
    if !prices.rules.is_empty() || prices.plan.status == Status::Incomplete {
        rules(&mut out, school, prices, words);
    }
    if let Some(tradeoff) = &prices.tradeoff {
        curve(&mut out, tradeoff, words);
    }
    out.into_text()
}

fn rules(out: &mut Lines, school: &School, prices: &PricesDocument, words: Words) {
    out.heading(&words.say("prices-title"));
    if prices.plan.status == Status::Incomplete {
        out.paragraph(&words.say("prices-none"), 0, Paint::Bad);
        return;
    }
    let points = words.points(prices.plan.soft);
    out.paragraph(
        &words.with("prices-plan", &[("points", points.into())]),
        0,
        Paint::None,
    );
    out.paragraph(&words.say("prices-about"), 0, Paint::Dim);
    out.line("");
    let heads = [
        left(words.say("prices-rule"), 36, Paint::Dim),
        number(words.say("prices-points"), 13, Paint::Dim),
        number(words.say("prices-hours"), 13, Paint::Dim),
        number(words.say("prices-lessons"), 12, Paint::Dim),
    ];
    out.row(1, &heads);
    let (free, dear): (Vec<&RulePrice>, Vec<&RulePrice>) =
        prices.rules.iter().partition(|price| is_free(price));
    for price in dear {
        rule(out, school, price, words);
    }
    if !free.is_empty() {
        let ids: Vec<&str> = free.iter().map(|price| price.rule.as_str()).collect();
        let n = free.len() as i64;
        let said = words.with(
            "prices-free",
            &[("n", n.into()), ("rules", ids.join(", ").into())],
        );
        out.line("");
        out.paragraph(&said, 1, Paint::None);
    }
}

fn is_free(price: &RulePrice) -> bool {
    let ranges = price.measures.iter().map(|measure| measure.units);
    let mut ranges = ranges.chain([price.points, price.teacher_hours]);
    ranges.all(|range| range.high == 0)
}

fn rule(out: &mut Lines, school: &School, price: &RulePrice, words: Words) {
    let id = price.rule.as_str();
    let name = words.known(&format!("rule-{id}")).unwrap_or_default();
    let range = |range: Range| match range.is_exact() {
        true => words.number(range.low),
        false => format!("{}–{}", words.number(range.low), words.number(range.high)),
    };
    let lessons = match price.moves.len() {
        0 => String::new(),
        n => words.number(n as i64),
    };
    let cells = [
        left(id, 4, Paint::Bold),
        left(name, 31, Paint::None),
        number(range(price.points), 13, Paint::Bold),
        number(range(price.teacher_hours), 13, Paint::None),
        number(lessons, 12, Paint::None),
    ];
    out.row(1, &cells);
    let mut dear: Vec<&MeasurePrice> = price.measures.iter().collect();
    dear.retain(|measure| measure.units.high > 0);
    dear.sort_by_key(|measure| std::cmp::Reverse((measure.units.low, measure.units.high)));
    for measure in dear.into_iter().take(SHOWN) {
        let id = measure.rule.as_str();
        let amount = amount(id, measure.units, words);
        let said = words.with(
            "prices-or",
            &[("rule", id.into()), ("amount", amount.into())],
        );
        out.paragraph(&said, 6, Paint::None);
    }
    for moved in price.moves.iter().take(SHOWN) {
        out.paragraph(&moved_words(school, moved, words), 8, Paint::Dim);
    }
    if price.moves.len() > SHOWN {
        let rest = (price.moves.len() - SHOWN) as i64;
        out.paragraph(&words.count("prices-more", rest), 8, Paint::Dim);
    }
}

/// A range in the unit of a rule.
fn amount(rule: &str, range: Range, words: Words) -> String {
    let unit = CATALOGUE
        .iter()
        .find(|known| known.id == rule)
        .map_or("report-unit", |r| r.unit);
    let high = words.count(unit, range.high);
    match range.is_exact() {
        true => high,
        false => words.with(
            "prices-range",
            &[("low", range.low.into()), ("amount", high.into())],
        ),
    }
}

fn moved_words(school: &School, moved: &Move, words: Words) -> String {
    let name = |id: &Option<TeacherId>| {
        let teacher = id.as_ref().and_then(|id| school.teacher_ix(id));
        teacher.map_or_else(
            || words.say("prices-nobody"),
            |t| school.teacher(t).name.clone(),
        )
    };
    let lesson = school.lesson_ix(&moved.lesson);
    let lesson = lesson.map_or_else(|| moved.lesson.to_string(), |l| lesson_name(school, l));
    let (from, to) = (name(&moved.from), name(&moved.to));
    words.with(
        "prices-move",
        &[
            ("lesson", lesson.into()),
            ("from", from.into()),
            ("to", to.into()),
        ],
    )
}

fn curve(out: &mut Lines, tradeoff: &Tradeoff, words: Words) {
    let (first, second) = (tradeoff.first.as_str(), tradeoff.second.as_str());
    let named = |id: &str| {
        let name = words.known(&format!("rule-{id}")).unwrap_or_default();
        format!("{id} {name}")
    };
    let title = [
        ("first", named(first).into()),
        ("second", named(second).into()),
    ];
    out.heading(&words.with("tradeoff-title", &title));
    let points = words.points(tradeoff.others);
    let about = [
        ("first", first.into()),
        ("second", second.into()),
        ("points", points.into()),
    ];
    out.paragraph(&words.with("tradeoff-about", &about), 0, Paint::Dim);
    out.line("");
    let heads = [
        number(first, 20, Paint::Dim),
        number(second, 20, Paint::Dim),
        left("", 2, Paint::Dim),
        left(words.say("tradeoff-state"), 30, Paint::Dim),
    ];
    out.row(1, &heads);
    for segment in &tradeoff.segments {
        let (value, state, paint) = known(segment, second, words);
        let along = match segment.to {
            Some(to) if to == segment.from => words.number(to),
            Some(to) => format!("{}–{}", words.number(segment.from), words.number(to)),
            None => {
                let from = words.number(segment.from);
                words.with("tradeoff-onwards", &[("from", from.into())])
            }
        };
        let cells = [
            number(along, 20, Paint::None),
            number(value, 20, Paint::Bold),
            left("", 2, Paint::None),
            left(state, 30, paint),
        ];
        out.row(1, &cells);
    }
    let n = tradeoff.points.len() as i64;
    out.line("");
    out.paragraph(&words.count("tradeoff-points", n), 0, Paint::None);
}

/// The value of the second rule in a segment, and how well it is known.
fn known(segment: &Segment, second: &str, words: Words) -> (String, String, Paint) {
    let Some(high) = segment.high else {
        let state = match segment.proved {
            true => "tradeoff-impossible",
            false => "tradeoff-unknown",
        };
        return ("–".to_owned(), words.say(state), Paint::Dim);
    };
    let range = Range {
        low: segment.low,
        high,
    };
    let (state, paint) = match segment.proved {
        true => ("tradeoff-proved", Paint::Good),
        false => ("tradeoff-open", Paint::None),
    };
    (amount(second, range, words), words.say(state), paint)
}
