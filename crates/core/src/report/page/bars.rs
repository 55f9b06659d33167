//! Bars as inline SVG: they print without background colours, and say nothing that the numbers
//! beside them do not.

use uurwerk_model::FteUnits;

use super::super::figures::TeacherFigures;
use super::markup::Html;

/// Width of a bar in its own units.
const FULL: i64 = 1000;

/// `value` on a bar of [`FULL`] units where `whole` fills it: rounded down, never outside the bar.
fn scale(value: i64, whole: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let at = i128::from(value.clamp(0, whole)) * i128::from(FULL) / i128::from(whole);
    at as i64 // within 0..=FULL
}

/// The amount that fills every load bar: the largest load or contract, at least one full-time job.
pub(super) fn whole(teachers: &[TeacherFigures]) -> i64 {
    let most = teachers.iter().map(|t| t.load.max(t.max));
    most.max().unwrap_or_default().max(FteUnits::FULL).0
}

/// Where a load lies in its contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Below,
    Within,
    Above,
}

impl Fit {
    pub fn of(figures: &TeacherFigures) -> Self {
        match figures.load {
            load if load < figures.min => Self::Below,
            load if load > figures.max => Self::Above,
            _ => Self::Within,
        }
    }
}

/// A teacher's load with the contract's range as a bracket and its target as a tick.
pub(super) fn load(html: &mut Html, figures: &TeacherFigures, whole: i64) {
    let class = match Fit::of(figures) {
        Fit::Within => "bar",
        Fit::Below | Fit::Above => "bar outside",
    };
    let (low, high) = (scale(figures.min.0, whole), scale(figures.max.0, whole));
    open(html, class);
    rect(html, "track", (0, 2), (FULL, 10));
    rect(html, "fill", (0, 2), (scale(figures.load.0, whole), 10));
    rect(html, "range", (low, 14), ((high - low).max(4), 4));
    rect(
        html,
        "tick",
        (scale(figures.target.0, whole).clamp(2, FULL - 2) - 2, 0),
        (4, 18),
    );
    html.raw("</svg>");
}

/// A difficulty from 0 to 100 with the group's mean as a tick.
pub(super) fn difficulty(html: &mut Html, difficulty: i64, mean: i64) {
    open(html, "bar hard");
    rect(html, "track", (0, 2), (FULL, 10));
    rect(html, "fill", (0, 2), (scale(difficulty, 100), 10));
    rect(
        html,
        "tick",
        (scale(mean, 100).clamp(2, FULL - 2) - 2, 0),
        (4, 18),
    );
    html.raw("</svg>");
}

/// A small bar: what share of the largest cost this is.
pub(super) fn share(html: &mut Html, cost: i64, most: i64) {
    open(html, "bar share");
    rect(html, "fill", (0, 0), (scale(cost, most), 18));
    html.raw("</svg>");
}

fn open(html: &mut Html, class: &'static str) {
    html.raw("<svg").attr("class", class);
    html.raw(" viewBox=\"0 0 1000 18\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
}

fn rect(html: &mut Html, class: &'static str, (x, y): (i64, i64), (width, height): (i64, i64)) {
    html.raw("<rect")
        .attr("class", class)
        .attr("x", x)
        .attr("y", y);
    html.attr("width", width).attr("height", height).raw("/>");
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture;
    use super::super::super::{TeacherFigures, summary};
    use super::*;
    use uurwerk_model::Language;

    fn teacher() -> TeacherFigures {
        let (school, plan) = fixture::pair();
        summary(&school, &plan, Language::En).teachers[0].clone()
    }

    #[test]
    fn a_bar_is_proportional_and_stays_inside() {
        assert_eq!(scale(1, 3), 333);
        assert_eq!(scale(-5, 3), 0);
        assert_eq!(scale(9, 3), FULL);
        assert_eq!(scale(5, 0), 0);
        assert_eq!(scale(i64::MAX, i64::MAX), FULL);
    }

    #[test]
    fn half_a_job_fills_half_a_bar() {
        // Load 67 000 of 134 000 units is half: 500; range 0.25 to 0.75 starts at 250 and is 500 wide.
        let (min, target, max) = (FteUnits(33_500), FteUnits(67_000), FteUnits(100_500));
        let figures = TeacherFigures {
            load: target,
            min,
            target,
            max,
            ..teacher()
        };
        let mut html = Html::default();
        load(&mut html, &figures, 134_000);
        let html = html.into_string();
        assert!(
            html.contains("class=\"fill\" x=\"0\" y=\"2\" width=\"500\""),
            "{html}"
        );
        assert!(
            html.contains("class=\"range\" x=\"250\" y=\"14\" width=\"500\""),
            "{html}"
        );
        assert!(html.contains("class=\"tick\" x=\"498\""), "{html}");
    }

    #[test]
    fn outside_the_contract_is_said() {
        let mut figures = teacher();
        figures.load = figures.max + FteUnits(1);
        assert_eq!(Fit::of(&figures), Fit::Above);
        figures.load = figures.min - FteUnits(1);
        assert_eq!(Fit::of(&figures), Fit::Below);
        assert_eq!(whole(&[]), FteUnits::FULL.0);
    }
}
