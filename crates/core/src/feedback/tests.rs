//! Schools in which the best loads cannot be given, against every allocation tried out.

use std::collections::BTreeSet;

use uurwerk_model::{LessonIx, Mode, PlanDocument, RoomNeed, School, TeacherIx, Wish, WishTarget};

use crate::case::{Allocation, Case};
use crate::control::{Control, Options};
use crate::explain::{Explained, contradiction, explain};
use crate::measure::{measure, totals};
use crate::plan::{evaluate, plan, plan_loads};
use crate::rules::Settings;
use crate::tiny::Tiny;

/// The last teacher comes on Mondays only.
fn on_mondays(document: &mut uurwerk_model::SchoolDocument) {
    let days: Vec<_> = document.grid.days[1..]
        .iter()
        .map(|d| d.id.clone())
        .collect();
    let teacher = document.staff.last_mut().unwrap();
    teacher.wishes = days
        .into_iter()
        .map(|day| Wish {
            on: WishTarget::Day(day),
            value: -3,
            reason: None,
        })
        .collect();
}

/// The last lesson needs the only workshop.
fn in_the_workshop(document: &mut uurwerk_model::SchoolDocument) {
    let need: RoomNeed = serde_json::from_str(r#"{ "kind": "shop" }"#).unwrap();
    document.lessons.last_mut().unwrap().rooms = vec![need];
    if document.rooms.is_empty() {
        let shop = r#"[{ "id": "shop", "name": "shop", "kind": "shop" }, { "id": "hall", "name": "hall", "kind": "hall" }]"#;
        document.rooms = serde_json::from_str(shop).unwrap();
    }
}

/// Every allocation with one lead a lesson that keeps the hard rules about loads, with what its soft ones cost.
fn allocations(school: &School) -> Vec<(Allocation, i64)> {
    let settings = Settings::of(&school.document().policy).unwrap();
    let (people, lessons) = (school.staff().len(), school.lessons().len());
    let mut all = Vec::new();
    for way in 0..people.pow(lessons as u32) {
        let mut allocation = Allocation::empty(school);
        let mut rest = way;
        for own in &mut allocation.teachers {
            own[0] = Some(TeacherIx::from(rest % people));
            rest /= people;
        }
        let case = Case {
            school,
            allocation: &allocation,
            timetable: None,
        };
        let loads = |id: &str| {
            let rule = crate::rules::CATALOGUE.iter().find(|r| r.id == id);
            rule.is_some_and(|r| matches!(r.body, crate::rules::Body::Load(_)))
        };
        let mut rules = measure(&case, &settings);
        rules.retain(|r| loads(r.rule.as_str()));
        let (hard, soft) = totals(&rules);
        if hard == 0 {
            all.push((allocation, soft));
        }
    }
    all
}

/// The loop gives a plan in which every hard rule holds, with the cheapest loads that can be given, and says what was wrong
/// with the cheapest of all.
fn is_mended(school: &School, people: &[&str]) {
    let options = Options {
        iterations: Some(20_000),
        ..Options::default()
    };
    assert_eq!(
        explain(school, &Control::UNBOUNDED).unwrap(),
        Explained::Possible
    );
    let every: BTreeSet<LessonIx> = (0..school.lessons().len()).map(LessonIx::from).collect();
    let all = allocations(school);
    let possible = |allocation: &Allocation| {
        contradiction(school, allocation, &every, &Control::UNBOUNDED).is_none()
    };
    let alone = plan_loads(school, &options, &Control::UNBOUNDED).unwrap();
    let (first, _) = Case::of_plan(school, &alone).unwrap();
    assert!(!possible(&first), "the cheapest loads can be given");
    let cheapest = all
        .iter()
        .filter(|(a, _)| possible(a))
        .map(|(_, cost)| *cost);
    let cheapest = cheapest.min().unwrap();
    assert!(cheapest > alone.certificate.allocation.soft);

    let made = plan(school, &options, &Control::UNBOUNDED).unwrap();
    assert_eq!(totals(&evaluate(school, &made).unwrap()).0, 0);
    let proof = made.certificate.allocation;
    assert_eq!(proof.soft, cheapest);
    assert_eq!(proof.bound, alone.certificate.allocation.bound);
    let told = made.certificate.revision.clone().unwrap();
    assert!(
        told.before > 0 && told.minimal && !told.moved.is_empty(),
        "{told:?}"
    );
    let held = told
        .because
        .iter()
        .filter(|d| d.message.id == "demand-held");
    assert!(held.count() >= 2, "{told:?}");
    for moved in &told.moved {
        let from = moved.from.as_ref().unwrap();
        assert!(people.contains(&from.as_str()), "{told:?}");
        let mut now = made.allocation.iter();
        let holder = now.find(|a| a.lesson == moved.lesson && a.position == moved.position);
        assert_eq!(holder.map(|a| &a.teacher), moved.to.as_ref());
    }
    let again = plan(school, &options, &Control::UNBOUNDED).unwrap();
    assert_eq!(made, again);
}

/// Eight hours are what ann aims at, and seven periods are all that a Monday has: she gives one lesson back.
#[test]
fn a_part_timer_keeps_what_fits_into_the_day() {
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .class("1B", 1, 0)
        .class("1C", 1, 0)
        .teacher("bob", 9, [0, 4, 12], &["MUZ"])
        .teacher("ann", 9, [0, 8, 8], &["MUZ"])
        .with(on_mondays)
        .lesson("L1", "MUZ", &["1A"], 4)
        .lesson("L2", "MUZ", &["1B"], 4)
        .lesson("L3", "MUZ", &["1C"], 4)
        .mode("G1", Mode::Off);
    let school = tiny.school();
    let options = Options {
        iterations: Some(20_000),
        ..Options::default()
    };
    let alone = plan_loads(&school, &options, &Control::UNBOUNDED).unwrap();
    let of_ann = |made: &PlanDocument| {
        let all = made.allocation.iter();
        all.filter(|a| a.teacher.as_str() == "ann").count()
    };
    assert_eq!(of_ann(&alone), 2);
    let made = plan(&school, &options, &Control::UNBOUNDED).unwrap();
    assert_eq!(totals(&evaluate(&school, &made).unwrap()).0, 0);
    assert_eq!(of_ann(&made), 1);
    let told = made.certificate.revision.unwrap();
    assert!(told.before > 0, "{told:?}");
    assert_eq!(told.moved.len(), 1);
    assert_eq!(told.moved[0].from, Some("ann".into()));
    assert_eq!(told.moved[0].to, Some("bob".into()));
    assert!(!told.because.is_empty(), "{told:?}");
}

/// Two who come on the same day, four hours each, and one workshop: nobody's load is too much by itself.
#[test]
fn a_workshop_that_two_need_on_the_same_day_goes_to_one_of_them() {
    let tiny = Tiny::new()
        .class("3A", 3, 0)
        .class("3B", 3, 0)
        .teacher("cyd", 9, [0, 0, 12], &["HOUT"])
        .teacher("ann", 9, [0, 4, 4], &["HOUT"])
        .with(on_mondays)
        .teacher("bob", 9, [0, 4, 4], &["HOUT"])
        .with(on_mondays)
        .lesson("L1", "HOUT", &["3A"], 4)
        .with(in_the_workshop)
        .lesson("L2", "HOUT", &["3B"], 4)
        .with(in_the_workshop)
        .mode("G1", Mode::Off);
    is_mended(&tiny.school(), &["ann", "bob"]);
}
