//! Prices and curves against plain enumeration on random tiny schools.

use super::*;
use crate::allocate::tests::{every_deviation, random_school};
use crate::report;
use crate::tiny::Tiny;
use uurwerk_model::{Language, Mode, Range, RulePrice, Segment};

/// Every allocation of a tiny school: what each rule measures, structural faults left out.
struct Enumerated {
    settings: Settings,
    all: Vec<Vec<i64>>,
}

impl Enumerated {
    /// `None` for schools that are not tiny enough.
    fn of(school: &School, settings: &Settings) -> Option<Self> {
        Some(Self {
            settings: settings.clone(),
            all: every_deviation(school, settings)?,
        })
    }

    /// The least of a weighted sum over allocations that keep the hard rules but those left out, and a condition.
    fn least(
        &self,
        goal: &Weights,
        left_out: &[&str],
        allowed: &dyn Fn(&[i64]) -> bool,
    ) -> Option<i64> {
        let hard = self.settings.iter().filter(|s| s.mode == Mode::Hard);
        let hard = hard
            .map(|s| (s.rule.id, 1))
            .filter(|(id, _)| !left_out.contains(id));
        let hard = Weights::of(hard);
        let keep = self.all.iter().filter(|d| hard.value(d) == 0 && allowed(d));
        keep.map(|d| goal.value(d)).min()
    }
}

fn some_schools(count: usize) -> impl Iterator<Item = (School, Settings)> {
    let schools = (1_u64..).filter_map(|seed| random_school(seed.wrapping_mul(0x9e37_79b9)));
    let with_settings = schools.map(|school| {
        let settings = Settings::of(&school.document().policy).unwrap();
        (school, settings)
    });
    with_settings
        .filter(|(school, _)| school.lessons().len() <= 5)
        .take(count)
}

fn check_price(enumerated: &Enumerated, price: &RulePrice, plan: &[i64]) -> bool {
    let rule = price.rule.as_str();
    let soft = Weights::soft(&enumerated.settings);
    let own = Weights::of([(rule, 1)]);
    let kept = |d: &[i64]| soft.get(rule) == 0 || own.value(d) <= own.value(plan);
    let others = soft.clone().without(&[rule]);
    let with = enumerated.least(&others, &[], &kept).unwrap();
    let without = enumerated.least(&others, &[rule], &|_| true).unwrap();
    assert!(
        price.points.contains(with - without),
        "{rule}: {price:?} {with} {without}"
    );
    let mut exact = price.points.is_exact();
    let units = price.measures.iter().map(|m| (m.rule.as_str(), m.units));
    let hours = (rule != TEACHER_HOURS).then_some((TEACHER_HOURS, price.teacher_hours));
    for (measure, units) in units.chain(hours) {
        let goal = Weights::of([(measure, 1)]);
        let rest = others.clone().without(&[measure]);
        let within = |d: &[i64]| rest.value(d) <= rest.value(plan);
        let with = enumerated
            .least(&goal, &[], &|d| kept(d) && within(d))
            .unwrap();
        let without = enumerated.least(&goal, &[rule], &within).unwrap();
        assert!(
            units.contains(with - without),
            "{rule} in {measure}: {units:?} {with} {without}"
        );
        exact &= units.is_exact();
    }
    exact
}

fn plan_deviations(school: &School, settings: &Settings, plan: &PlanDocument) -> Vec<i64> {
    let (allocation, _) = Case::of_plan(school, plan).unwrap();
    let facts = Facts::of(school);
    let study = Study::new(&facts, settings, &Options::default(), &Control::UNBOUNDED);
    study.measured(&allocation).deviations
}

/// Every price lies in its interval, however little work was done; with enough work the intervals are points.
#[test]
fn intervals_contain_the_exact_price() {
    let request = Request {
        prices: true,
        tradeoff: None,
    };
    let (mut seen, mut dear) = (0, 0);
    for (school, settings) in some_schools(14) {
        let Some(enumerated) = Enumerated::of(&school, &settings) else {
            continue;
        };
        for iterations in [None, Some(60), Some(6_000)] {
            let options = Options {
                iterations,
                ..Options::default()
            };
            let Ok((plan, priced)) = prices(&school, &request, &options, &Control::UNBOUNDED)
            else {
                continue;
            };
            let deviations = plan_deviations(&school, &settings, &plan);
            for price in &priced.rules {
                let exact = check_price(&enumerated, price, &deviations);
                assert!(exact || iterations.is_some(), "{price:?}");
                dear += u32::from(price.points.low > 0);
                // What is told to change really gives what is told.
                let saved = price.points.high == 0 || !price.moves.is_empty();
                assert!(saved || price.points.low == 0, "{price:?}");
            }
            seen += 1;
        }
    }
    assert!(seen > 8 && dear > 0, "{seen} {dear}");
}

/// Every point of the curve lies in its segment, and with enough work the curve is proved.
#[test]
fn segments_contain_the_exact_curve() {
    let mut seen = 0;
    for (school, settings) in some_schools(16) {
        let Some(enumerated) = Enumerated::of(&school, &settings) else {
            continue;
        };
        for (first, second) in [("S2", "D2"), ("P1", "B5"), ("D2", "B1")] {
            let request = Request {
                prices: false,
                tradeoff: Some((first.into(), second.into())),
            };
            let run = prices(&school, &request, &Options::default(), &Control::UNBOUNDED);
            let Ok((plan, priced)) = run else { continue };
            let curve = priced.tradeoff.unwrap();
            let deviations = plan_deviations(&school, &settings, &plan);
            let others = Weights::soft(&settings).without(&[first, second]);
            assert_eq!(curve.others, others.value(&deviations));
            let goal = Weights::of([(second, 1)]);
            let along = Weights::of([(first, 1)]);
            assert_eq!(curve.segments[0].from, 0);
            for segment in &curve.segments {
                for at in segment.from..=segment.to.unwrap_or(segment.from + 3) {
                    let allowed =
                        |d: &[i64]| others.value(d) <= curve.others && along.value(d) <= at;
                    let exact = enumerated.least(&goal, &[first, second], &allowed);
                    match exact {
                        Some(exact) => {
                            assert!(segment.low <= exact, "{curve:?} {at} {exact}");
                            assert!(
                                segment.high.is_none_or(|high| exact <= high),
                                "{curve:?} {at}"
                            );
                            assert!(
                                !segment.proved || segment.high == Some(exact),
                                "{curve:?} {at}"
                            );
                        }
                        None => assert!(segment.high.is_none(), "{curve:?} {at}"),
                    }
                }
                assert!(segment.proved, "{curve:?}");
            }
            seen += 1;
        }
    }
    assert!(seen > 12, "{seen}");
}

#[test]
fn rules_about_time_have_no_curve() {
    let asked = |first: &str, second: &str| Request {
        prices: false,
        tradeoff: Some((first.into(), second.into())),
    };
    assert_eq!(asked("S2", "G2").unknown_rule(), Some("G2"));
    assert_eq!(asked("ZZ", "D2").unknown_rule(), Some("ZZ"));
    assert_eq!(asked("S2", "D2").unknown_rule(), None);
}

#[test]
fn the_text_fits_in_three_languages() {
    let request = Request {
        prices: true,
        tradeoff: Some(("S2".into(), "D2".into())),
    };
    let options = Options {
        iterations: Some(2_000),
        ..Options::default()
    };
    let mut shown = 0;
    for (school, _) in some_schools(4) {
        let Ok((_, priced)) = prices(&school, &request, &options, &Control::UNBOUNDED) else {
            continue;
        };
        let json = serde_json::to_string(&priced).unwrap();
        assert_eq!(PricesDocument::parse(&json).as_ref(), Ok(&priced));
        for language in Language::ALL {
            let text = report::prices(&school, &priced, language, report::Style::Plain);
            assert!(text.contains("S2") && text.contains("D2"), "{text}");
            for line in text.lines() {
                assert!(line.chars().count() <= 80, "{line}");
                for raw in ["{", "prices-", "tradeoff-", "unit-"] {
                    assert!(!line.contains(raw), "{line}");
                }
            }
            shown += 1;
        }
    }
    assert!(shown > 2);
}

/// Two courses and two jobs: whoever keeps to one course is an hour off the target.
#[test]
fn a_curve_bends_where_two_rules_contradict() {
    let measured = ["Q2", "S3", "D2", "D3", "B1", "W1"];
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .class("3A", 3, 0)
        .teacher("ann", 9, [0, 6, 22], &["WIS"])
        .teacher("bob", 9, [0, 6, 22], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 3)
        .lesson("L2", "WIS", &["1A"], 4)
        .lesson("L3", "WIS", &["3A"], 3)
        .lesson("L4", "WIS", &["3A"], 2)
        .with(|school| {
            let own = school.policy.rules.entry("P1".into()).or_default();
            own.params.insert("others".into(), 1.into());
        });
    let tiny = measured
        .iter()
        .fold(tiny, |tiny, rule| tiny.mode(rule, Mode::Measure));
    let request = Request {
        prices: true,
        tradeoff: Some(("P1".into(), "B5".into())),
    };
    let school = tiny.school();
    let run = prices(&school, &request, &Options::default(), &Control::UNBOUNDED);
    let (_, priced) = run.unwrap();
    // One course each is 7 and 5 hours of 6: two off. Two courses each can be 6 and 6.
    let curve = priced.tradeoff.unwrap();
    let bend = |s: &Segment| (s.from, s.to, s.high);
    let bends: Vec<_> = curve.segments.iter().map(bend).collect();
    assert_eq!(bends, [(0, Some(1), Some(2)), (2, None, Some(0))]);
    for segment in &curve.segments {
        assert!(segment.high.is_some_and(|high| segment.low <= high));
        assert_eq!(segment.proved, Some(segment.low) == segment.high);
    }
    // Without P1 both are on target: two hours less, at 3 points; the lessons are named.
    let price = priced
        .rules
        .iter()
        .find(|price| price.rule.as_str() == "P1");
    let price = price.unwrap();
    assert_eq!(price.points, Range { low: 6, high: 6 });
    assert_eq!(price.teacher_hours, Range { low: 1, high: 1 });
    assert_eq!(price.moves.len(), 2);
}
