//! The instance against the rules: what the machine charges is what the rules measure; and whole runs
//! on tiny schools.

mod outside;
mod trainees;
mod weeks;

use std::collections::BTreeMap;

use proptest::prelude::*;
use uurwerk_engine::{EventId, Instance, Meet, Solution, TimeId, evaluate};
use uurwerk_model::*;

use super::*;
use crate::rules::testing::Sample;

/// A random school, and random numbers from which places in its week are taken.
#[derive(Clone, Debug)]
struct Chance {
    lessons: Vec<(Vec<u8>, usize, usize, bool)>,
    link: bool,
    co: bool,
    wishes: Vec<(usize, usize, i8)>,
    locks: Vec<(usize, usize, bool)>,
    part_time: bool,
    places: Vec<(Option<u16>, Option<u16>)>,
}

fn chance() -> impl Strategy<Value = Chance> {
    let blocks = prop::collection::vec(1..=2_u8, 1..3);
    let lesson = (blocks, 0..7_usize, 0..4_usize, any::<bool>());
    let place = (
        prop::option::weighted(0.9, any::<u16>()),
        prop::option::of(any::<u16>()),
    );
    (
        prop::collection::vec(lesson, 2..6),
        any::<bool>(),
        any::<bool>(),
        prop::collection::vec((0..4_usize, 0..24_usize, -3..=0_i8), 0..20),
        prop::collection::vec((0..2_usize, 0..8_usize, any::<bool>()), 0..2),
        any::<bool>(),
        prop::collection::vec(place, 40),
    )
        .prop_map(
            |(lessons, link, co, wishes, locks, part_time, places)| Chance {
                lessons,
                link,
                co,
                wishes,
                locks,
                part_time,
                places,
            },
        )
}

const TEACHERS: [&str; 4] = ["t", "u", "v", "w"];
const GROUPS: [&str; 7] = [
    "A", "A/half/1", "A/half/2", "A/lang/1", "A/lang/3", "B", "B/half/2",
];

fn sample(chance: &Chance, mode: Mode) -> Sample {
    let mut sample = Sample::new(6);
    sample.room("r0", "plain", Some(5));
    sample.room("r1", "plain", None);
    sample.room("r2", "lab", None);
    for (blocks, group, teacher, lab) in &chance.lessons {
        let lesson = sample.lesson(blocks, &[GROUPS[*group]], TEACHERS[*teacher]);
        sample.need(lesson, if *lab { "lab" } else { "plain" });
    }
    // The first of them needs two rooms and likes all three, in this order.
    sample.need(0, "plain");
    sample.document.lessons[0].rooms[0].prefer = ["r2".into(), "r0".into()].to_vec();
    sample.home_room("A", 1);
    if chance.link {
        let left = sample.lesson(&[1, 2], &["A/half/1"], "t");
        let right = sample.lesson(&[1, 2], &["A/half/2", "B"], "u");
        sample.need(left, "plain");
        sample.need(right, "lab");
        sample.link(&[left, right]);
    }
    if chance.co {
        sample.co(0, "w", chance.lessons[0].0[0]);
    }
    for (teacher, slot, value) in &chance.wishes {
        sample.wish(TEACHERS[*teacher], *slot, *value);
    }
    for (room, building, site) in [
        (0, Some("a"), "north"),
        (1, Some("b"), "north"),
        (2, None, "south"),
    ] {
        let room = &mut sample.document.rooms[room];
        (room.building, room.site) = (building.map(Into::into), Some(site.into()));
    }
    // Periods are 10 minutes apart: too few for the one way, and for the other a period is not enough.
    for (from, to, minutes) in [("b", "a", 15), ("north", "south", 75)] {
        let (from, to) = (from.into(), to.into());
        sample.document.travel.push(Travel { from, to, minutes });
    }
    for (lesson, number, time) in &chance.locks {
        match *time {
            true => sample.lock_time(*lesson, 0, number % 2 * 2),
            false => sample.lock_room(*lesson, 0, if chance.lessons[*lesson].3 { 2 } else { 1 }),
        }
    }
    if chance.part_time {
        sample.target("t", 5, 22);
        sample.half_days_max("u", 1);
    }
    sample.pair("v", "t", 1, 1);
    sample.team("team", &["t", "u", "w"], 1);
    for rule in crate::rules::CATALOGUE {
        let setting = RuleSetting {
            mode: Some(if ["M9", "M10", "C1"].contains(&rule.id) {
                Mode::Hard
            } else {
                mode
            }),
            ..RuleSetting::default()
        };
        sample.document.policy.rules.insert(rule.id.into(), setting);
    }
    sample
}

/// The instance with protected time and these rules, which come last.
fn drafted(school: &School, settings: &Settings, allocation: &Allocation, ids: &[&str]) -> Drafted {
    let mut draft = Draft::new(school, allocation);
    let protecting = ["M9", "M10", "C1"];
    for id in protecting.iter().filter(|id| !ids.contains(id)).chain(ids) {
        let setting = settings.get(id).expect("in the catalogue");
        if let Body::Time { draft: add, .. } = setting.rule.body {
            add(setting, &mut draft);
        }
    }
    draft.finish()
}

/// Every event at a random place, each room demand in a random room; what is nowhere has no room, as it is read.
fn solution(drafted: &Drafted, chance: &Chance) -> Solution {
    let problem = &drafted.problem;
    let first_room = problem
        .resources
        .iter()
        .position(|r| r.resource_type.0 == 2);
    let meets = problem.events.iter().enumerate().map(|(at, event)| {
        let (start, room) = chance.places[at % chance.places.len()];
        let starts = problem.times - event.duration + 1;
        let room = |at: usize| {
            let (room, first) = room.filter(|_| start.is_some()).zip(first_room)?;
            let number = (u32::from(room) + at as u32) % 3;
            Some(uurwerk_engine::ResourceId(first as u32 + number))
        };
        let demands = event.resources.iter().enumerate();
        Meet {
            event: EventId(at as u32),
            duration: event.duration,
            // Often in the first two days, so that things meet.
            start: start.map(|start| TimeId(start / 2 % if start % 2 == 0 { 7 } else { starts })),
            resources: demands
                .map(|(at, demand)| demand.preassigned.or_else(|| room(at)))
                .collect(),
        }
    });
    Solution {
        meets: meets.collect(),
    }
}

/// What the machine charges for a rule, and what every rule measures (in cost when soft), at the same
/// random timetable.
fn charged_and_measured(
    chance: &Chance,
    mode: Mode,
    id: &'static str,
) -> (i64, BTreeMap<&'static str, i64>) {
    charged_in(&sample(chance, mode), chance, id)
}

/// The same in a school that is made of such a random one.
fn charged_in(
    sample: &Sample,
    chance: &Chance,
    id: &'static str,
) -> (i64, BTreeMap<&'static str, i64>) {
    let (school, allocation) = sample.school();
    let settings = Settings::of(&school.document().policy).expect("the policy is right");
    let drafted = drafted(&school, &settings, &allocation, &[id]);
    let mine = constraints_of(&school, &settings, &allocation, id);
    let before = drafted.problem.constraints.len() - mine;
    let solution = solution(&drafted, chance);
    let instance = Instance::compile(drafted.problem.clone()).expect("the draft is a problem");
    let evaluation = evaluate(&instance, &solution).expect("the solution is complete");
    let costs = evaluation.constraints[before..].iter().map(|c| c.cost);
    let charged = costs.map(|cost| cost.hard + cost.soft).sum();

    let meets = read::meets(&drafted.problem, &solution);
    let mut timetable = read::timetable(&school, &drafted, &meets);
    for (purpose, event) in &drafted.protected {
        let meet = meets[event.index()].expect("nothing is cut into pieces");
        let start = meet.start.map(|start| start.index());
        for slot in start.map_or(0..0, |s| s..s + usize::from(meet.duration)) {
            let slot = purpose
                .slot(&school, SlotIx::from(slot))
                .expect("the people are known");
            timetable.protected.push(slot);
        }
    }
    let case = Case {
        school: &school,
        allocation: &allocation,
        timetable: Some(&timetable),
    };
    let measured = measured(&case, &settings).map(|(setting, findings)| {
        let deviation: i64 = findings.iter().map(|f| f.deviation).sum();
        let weight = if setting.mode == Mode::Soft {
            i64::from(setting.weight)
        } else {
            1
        };
        (setting.rule.id, weight * deviation)
    });
    (charged, measured.collect())
}

/// How many constraints a rule adds.
fn constraints_of(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
    id: &str,
) -> usize {
    let count = |draft: Draft| draft.finish().problem.constraints.len();
    let bare = count(Draft::new(school, allocation));
    let mut draft = Draft::new(school, allocation);
    let setting = settings.get(id).expect("in the catalogue");
    if let Body::Time { draft: add, .. } = setting.rule.body {
        add(setting, &mut draft);
    }
    count(draft) - bare
}

/// The rules that the machine charges for exactly as they are measured.
const EXACT: [&str; 17] = [
    "X0", "X1", "X3", "X4", "X5", "X6", "X7", "K2", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8",
    "G9",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_machine_charges_what_the_rules_measure(chance in chance()) {
        for mode in [Mode::Hard, Mode::Soft] {
            for id in EXACT.into_iter().chain(["W2"]) {
                let (charged, measured) = charged_and_measured(&chance, mode, id);
                prop_assert_eq!(charged, measured[id], "{} {:?}", id, mode);
            }
        }
    }

    #[test]
    fn pupils_clash_in_the_machine_exactly_when_they_do(chance in chance()) {
        let (charged, measured) = charged_and_measured(&chance, Mode::Hard, "X2");
        prop_assert_eq!(charged > 0, measured["X2"] > 0);
    }

    #[test]
    fn a_meeting_that_clashes_with_nothing_is_valid(chance in chance()) {
        for id in ["M9", "C1"] {
            let (charged, measured) = charged_and_measured(&chance, Mode::Hard, id);
            let clash_free = measured["X1"] == 0 && measured["X4"] == 0;
            prop_assert!(charged <= measured[id], "{}", id);
            prop_assert!(!clash_free || charged == measured[id], "{}", id);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_counting_refuses_no_run_achieves(chance in chance()) {
        let (school, allocation) = sample(&chance, Mode::Hard).school();
        let settings = Settings::of(&school.document().policy).expect("the policy is right");
        if !check_allocation(&school, &settings, &allocation).is_empty() {
            let options = Options { iterations: Some(2_000), ..Options::default() };
            let found = schedule(&school, &settings, &allocation, &options, &Control::UNBOUNDED);
            prop_assert!(found.proof.hard > 0);
        }
    }
}

/// Two classes, three teachers, a mentor and a starter, a team: possible with ease.
fn easy() -> Sample {
    let mut sample = Sample::new(3);
    sample.room("r", "plain", None);
    sample.room("s", "plain", None);
    for class in ["A", "B"] {
        for teacher in ["t", "u", "v"] {
            let lesson = sample.lesson(&[1, 2], &[class], teacher);
            sample.need(lesson, "plain");
        }
    }
    sample.co(0, "u", 1);
    sample.pair("v", "t", 1, 1);
    sample.team("team", &["t", "u", "v"], 1);
    sample.wish("t", 0, -3);
    sample
}

fn run(sample: &Sample, threads: u32) -> (Scheduled, School, Allocation) {
    let (school, allocation) = sample.school();
    let settings = Settings::of(&school.document().policy).expect("the policy is right");
    let options = Options {
        seed: 7,
        threads,
        iterations: Some(20_000),
    };
    let found = schedule(
        &school,
        &settings,
        &allocation,
        &options,
        &Control::UNBOUNDED,
    );
    (found, school, allocation)
}

#[test]
fn an_easy_school_gets_a_timetable_with_its_protected_time() {
    let (found, _, _) = run(&easy(), 1);
    assert_eq!(found.proof.hard, 0);
    let of = |kind| {
        found
            .timetable
            .protected
            .iter()
            .filter(|s| s.kind == kind)
            .count()
    };
    assert_eq!(of(ProtectedKind::Meeting), 1);
    assert_eq!(of(ProtectedKind::Observation), 1);
    assert_eq!(of(ProtectedKind::Team), 1);
    assert_eq!(of(ProtectedKind::CoTeaching), 1);
}

/// A week of four periods that only holds what alternates: two doubles in turn, and two teams in turn.
#[test]
fn lessons_and_meetings_take_turns() {
    let mut sample = Sample::new(1);
    let a = sample.lesson(&[2], &["A"], "t");
    let b = sample.lesson(&[2], &["A"], "t");
    sample.every_second(a, 0);
    sample.every_second(b, 1);
    sample.lesson(&[1], &["A"], "t");
    sample.team("math", &["t", "u"], 1);
    sample.team("core", &["t", "v"], 1);
    for team in &mut sample.document.teams {
        team.weeks.every = 2;
    }
    sample.document.policy.preset = Preset::MemoStrict;
    let (found, school, _) = run(&sample, 1);
    assert_eq!(found.proof.hard, 0);
    let starts = &found.timetable.starts;
    assert_eq!(starts[a][0], starts[b][0]);
    let teams = &found.timetable.protected;
    assert_eq!(teams.len(), 2);
    assert_eq!(teams[0].period, teams[1].period);
    assert!(!teams[0].weeks.weeks().meets(teams[1].weeks.weeks()));
    // The phases are open: what the machine proves is about the ones that it chose.
    assert!(draft::is_narrow(&school));
}

/// The third of a team teaches in all periods of the week; the other two are free in the same one.
#[test]
fn a_team_with_a_quorum_meets_without_those_who_teach() {
    let mut sample = Sample::new(1);
    let periods = sample.document.grid.days[0].periods.len();
    for (teacher, classes) in [("v", periods), ("t", periods - 1), ("u", periods - 1)] {
        (0..classes).for_each(|_| _ = sample.lesson(&[1], &[teacher], teacher));
    }
    sample.team("math", &["t", "u", "v"], 1);
    sample.document.teams[0].quorum = Some(2);
    sample.document.policy.preset = Preset::MemoStrict;
    let (found, school, _) = run(&sample, 1);
    assert_eq!(found.proof.hard, 0);
    let kept: Vec<_> = found
        .timetable
        .protected
        .iter()
        .map(|slot| &slot.people[..])
        .collect();
    assert_eq!(kept, [["t".into(), "u".into()]]);
    assert!(draft::is_narrow(&school));
    sample.document.teams[0].quorum = Some(3);
    assert!(run(&sample, 1).0.proof.hard > 0);
}

#[test]
fn nothing_is_proved_about_a_gathering_with_several_windows_or_in_some_weeks() {
    use uurwerk_model::{ClockTime, ClockWindow, Gathering};
    let mut sample = Sample::new(1);
    sample.lesson(&[1], &["A"], "t");
    let day = sample.document.grid.days[0].id.clone();
    let window = |start, end| ClockWindow {
        day: day.clone(),
        start: ClockTime(start),
        end: ClockTime(end),
    };
    sample.document.gatherings.push(Gathering {
        id: "g".into(),
        name: "network".to_owned(),
        people: vec!["t".into()],
        team: None,
        windows: vec![window(400, 500)],
        travel: 0,
        weeks: Recurrence::default(),
    });
    assert!(!draft::is_narrow(&sample.school().0));
    sample.document.gatherings[0].weeks.every = 2;
    assert!(draft::is_narrow(&sample.school().0));
    sample.document.gatherings[0].weeks.every = 1;
    sample.document.gatherings[0].windows.push(window(680, 900));
    assert!(draft::is_narrow(&sample.school().0));
}

#[test]
fn a_school_in_two_buildings_leaves_time_for_the_way() {
    let mut sample = Sample::new(3);
    for (id, kind, building) in [
        ("a1", "plain", "a"),
        ("a2", "plain", "a"),
        ("b1", "lab", "b"),
    ] {
        let room = sample.room(id, kind, None);
        sample.document.rooms[room].building = Some(building.into());
    }
    let (from, to) = ("a".into(), "b".into());
    let minutes = 15; // periods are 10 apart
    sample.document.travel.push(Travel { from, to, minutes });
    for class in ["A", "B"] {
        for (teacher, kind) in [("t", "plain"), ("u", "plain"), ("v", "lab")] {
            let lesson = sample.lesson(&[1, 2], &[class], teacher);
            sample.need(lesson, kind);
        }
    }
    let hard = RuleSetting {
        mode: Some(Mode::Hard),
        ..RuleSetting::default()
    };
    sample.document.policy.rules.insert("G6".into(), hard);
    let (found, school, allocation) = run(&sample, 1);
    assert_eq!(found.proof.hard, 0);
    let settings = Settings::of(&school.document().policy).expect("the policy is right");
    let case = Case {
        school: &school,
        allocation: &allocation,
        timetable: Some(&found.timetable),
    };
    let mut of_ways = measured(&case, &settings).filter(|(setting, _)| setting.rule.id == "G6");
    assert!(of_ways.all(|(_, findings)| findings.is_empty()));
}

#[test]
fn the_same_seed_gives_the_same_timetable() {
    for threads in [1, 2] {
        assert_eq!(run(&easy(), threads).0, run(&easy(), threads).0);
    }
}

#[test]
fn what_is_only_measured_is_placed_where_it_costs_nothing() {
    let mut sample = easy();
    sample.document.policy.preset = Preset::LawOnly;
    let (found, school, allocation) = run(&sample, 1);
    let settings = Settings::of(&school.document().policy).expect("the policy is right");
    assert_eq!(settings.get("M9").map(|s| s.mode), Some(Mode::Measure));
    let kept = |kind: &ProtectedSlot| kind.kind != ProtectedKind::CoTeaching;
    assert!(found.timetable.protected.iter().any(kept));
    let bare = Timetable {
        protected: Vec::new(),
        ..found.timetable.clone()
    };
    let cost = |timetable: &Timetable| {
        let case = Case {
            school: &school,
            allocation: &allocation,
            timetable: Some(timetable),
        };
        prove(&case, &settings, 0).soft
    };
    assert!(cost(&found.timetable) <= cost(&bare));
}

#[test]
fn an_impossible_school_is_measured_not_refused() {
    let mut sample = Sample::new(1); // 4 periods
    sample.lesson(&[2, 2], &["A"], "t");
    sample.lesson(&[1], &["B"], "t");
    let (found, _, _) = run(&sample, 1);
    assert!(found.proof.hard > 0);
    assert_eq!(found.proof.status, Status::Incomplete);
}
