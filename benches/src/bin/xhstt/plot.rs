//! Cost over time, one small panel for each instance: both axes logarithmic, hard and soft cost apart. Plain SVG, some tens of kilobytes.

use crate::archive::BestKnown;
use crate::store::{Run, Selection};
use std::fmt::Write;

const COLUMNS: usize = 4;
/// Size of a panel's plotting area, and of what surrounds it: title above, axis below, numbers at the left.
const AREA: (f64, f64) = (190.0, 110.0);
const ABOVE: f64 = 24.0;
const BELOW: f64 = 26.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 12.0;
const PANEL: (f64, f64) = (LEFT + AREA.0 + RIGHT, ABOVE + AREA.1 + BELOW);
/// Height of the legend.
const LEGEND: f64 = 34.0;
/// Where the axis of time begins, seconds.
const FIRST: f64 = 0.1;

const STYLE: &str = "\
text{font:11px sans-serif;fill:#333}.t{font-weight:bold}.n{font-size:9px;fill:#666}.n.r{text-anchor:end}.n.m{text-anchor:middle}\
.g{stroke:#e4e4e4;stroke-width:1}.f{fill:none;stroke:#bbb}.s,.h{fill:none;stroke-width:1.4;stroke-linejoin:round;stroke-opacity:.75}\
.s{stroke:#1667a8}.h{stroke:#c8442b}.b{stroke:#2c8a3d;stroke-width:1.2;stroke-dasharray:5 3}.l{stroke:#777;stroke-width:1.2;stroke-dasharray:1.5 2.5}";

/// The figure of all runs with a limit, or nothing when there are none.
pub fn cost_over_time(
    names: &[&str],
    runs: &Selection,
    best: &BestKnown,
    limit: u32,
) -> Option<String> {
    let panels: Vec<(&str, Vec<&Run>)> = names
        .iter()
        .map(|&name| (name, runs.of(name, limit)))
        .filter(|(_, runs)| !runs.is_empty())
        .collect();
    if panels.is_empty() {
        return None;
    }
    let rows = panels.len().div_ceil(COLUMNS);
    let (width, height) = (PANEL.0 * COLUMNS as f64, LEGEND + PANEL.1 * rows as f64);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n<style>{STYLE}</style>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n"
    );
    legend(&mut out, limit);
    for (place, (name, runs)) in panels.iter().enumerate() {
        let (x, y) = (
            PANEL.0 * (place % COLUMNS) as f64,
            LEGEND + PANEL.1 * (place / COLUMNS) as f64,
        );
        let _ = writeln!(
            out,
            "<g transform=\"translate({} {})\">",
            x + LEFT,
            y + ABOVE
        );
        panel(
            &mut out,
            name,
            runs,
            best.get(*name).map(|best| best.soft),
            f64::from(limit),
        );
        out += "</g>\n";
    }
    out += "</svg>\n";
    Some(out)
}

fn legend(out: &mut String, limit: u32) {
    let entries = [
        ("s", "soft cost"),
        ("h", "hard cost"),
        ("b", "best known soft cost"),
        ("l", "proved lower bound, soft"),
    ];
    let mut x = LEFT;
    for (class, text) in entries {
        let _ = writeln!(
            out,
            "<path class=\"{class}\" d=\"M{x} 17h24\"/><text x=\"{}\" y=\"21\">{text}</text>",
            x + 30.0
        );
        x += 60.0 + 6.0 * text.len() as f64;
    }
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"21\">one line a seed; seconds, limit {limit}; axes logarithmic</text>"
    );
}

fn panel(out: &mut String, name: &str, runs: &[&Run], best: Option<i64>, limit: f64) {
    let bound = runs
        .iter()
        .map(|run| run.bound().soft)
        .max()
        .unwrap_or_default();
    let costs = runs.iter().flat_map(|run| {
        run.incumbents
            .iter()
            .flat_map(|&(_, hard, soft)| [hard, soft])
    });
    let greatest = costs.chain(best).chain([bound, 10]).max().unwrap_or(10);
    let axes = Axes {
        decades: (greatest as f64 + 1.0).log10().max(1.0),
        limit,
    };
    let short = name.split('_').next().unwrap_or(name);
    let _ = writeln!(out, "<text class=\"t\" y=\"-8\">{short}</text>");
    // Cost 0 has a place on the axis, for its height is the logarithm of cost + 1.
    let mut cost = 0;
    while cost <= greatest {
        let y = axes.y(cost as f64);
        let label = thousands(cost);
        let _ = writeln!(
            out,
            "<path class=\"g\" d=\"M0 {y:.1}H{:.0}\"/><text class=\"n r\" x=\"-4\" y=\"{:.1}\">{label}</text>",
            AREA.0,
            y + 3.0
        );
        cost = if cost == 0 {
            10
        } else {
            cost.saturating_mul(10)
        };
        if cost == i64::MAX {
            break;
        }
    }
    let mut second = FIRST;
    while second <= limit {
        let x = axes.x(second);
        let _ = writeln!(
            out,
            "<path class=\"g\" d=\"M{x:.1} 0V{:.0}\"/><text class=\"n m\" x=\"{x:.1}\" y=\"{:.0}\">{second}</text>",
            AREA.1,
            AREA.1 + 12.0
        );
        second = (second * 10.0).round().max(1.0);
    }
    let _ = writeln!(
        out,
        "<rect class=\"f\" width=\"{:.0}\" height=\"{:.0}\"/>",
        AREA.0, AREA.1
    );
    let mut level = |class: &str, cost: i64| {
        let y = axes.y(cost as f64);
        let _ = writeln!(
            out,
            "<path class=\"{class}\" d=\"M0 {y:.1}H{:.0}\"/>",
            AREA.0
        );
    };
    level("l", bound);
    best.into_iter().for_each(|best| level("b", best));
    for run in runs {
        // Hard cost only as long as there is any: a line along the bottom would say nothing.
        let hard = run
            .incumbents
            .iter()
            .map(|&(second, hard, _)| (second, hard))
            .collect::<Vec<_>>();
        if hard.iter().any(|(_, cost)| *cost > 0) {
            line(out, "h", &hard, &axes, run.cost().hard > 0);
        }
        let soft = run
            .incumbents
            .iter()
            .map(|&(second, _, soft)| (second, soft))
            .collect::<Vec<_>>();
        line(out, "s", &soft, &axes, true);
    }
}

/// A staircase through the costs; what happens within a pixel is left out. `to_the_end`: the last cost holds until the limit.
fn line(out: &mut String, class: &str, costs: &[(f64, i64)], axes: &Axes, to_the_end: bool) {
    let Some(&(first, cost)) = costs.first() else {
        return;
    };
    let (mut x, mut y) = (axes.x(first), axes.y(cost as f64));
    let _ = write!(out, "<path class=\"{class}\" d=\"M{x:.1} {y:.1}");
    for (place, &(second, cost)) in costs.iter().enumerate().skip(1) {
        let (to_x, to_y) = (axes.x(second), axes.y(cost as f64));
        let last = place + 1 == costs.len();
        if last || to_x - x >= 1.0 {
            let _ = write!(out, "H{to_x:.1}V{to_y:.1}");
            (x, y) = (to_x, to_y);
        }
        if cost == 0 && !to_the_end && y == axes.y(0.0) {
            break;
        }
    }
    if to_the_end {
        let _ = write!(out, "H{:.0}", AREA.0);
    }
    *out += "\"/>\n";
}

/// From seconds and costs to the panel's coordinates.
struct Axes {
    /// Height of the panel: powers of ten of cost + 1.
    decades: f64,
    limit: f64,
}

impl Axes {
    fn x(&self, second: f64) -> f64 {
        let whole = (self.limit / FIRST).log10();
        AREA.0 * (second.clamp(FIRST, self.limit) / FIRST).log10() / whole
    }

    fn y(&self, cost: f64) -> f64 {
        AREA.1 * (1.0 - (cost.max(0.0) + 1.0).log10() / self.decades)
    }
}

fn thousands(number: i64) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{}k", number / 1000)
    }
}
