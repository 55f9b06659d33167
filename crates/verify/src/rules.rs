//! The table of rules as the checker knows it: stage, modes under the presets, weight, numbers with
//! their defaults, and how each is measured.

use std::collections::BTreeMap;

use uurwerk_model::school::RuleSetting;
use uurwerk_model::{Mode, Policy, Preset, Tier, figure};

use crate::case::Case;
use crate::load::{
    balance, basic, contract, growth, levels, mentors, people, shares, starters, strain,
};
use crate::time::{
    clash, compact, outside, place, protected, rooms, rounds, shape, support, together, trainees,
    walks,
};

/// What a rule is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    /// Who teaches what.
    Load,
    /// What no decision changes.
    Fact,
    /// When and where.
    Time,
}

/// A number of a rule: name, default, least, greatest.
type Number = (&'static str, i64, i64, i64);

/// One rule.
pub(crate) struct Rule {
    pub(crate) id: &'static str,
    pub(crate) stage: Stage,
    /// Under `memo`, `memo-strict` and `law-only`.
    modes: [Mode; 3],
    /// Default weight; rules that are hard everywhere, or facts, have none of their own.
    weight: Option<u32>,
    pub(crate) numbers: &'static [Number],
    pub(crate) measure: fn(&Case, &Params) -> i64,
}

/// The numbers that a rule is measured with.
pub(crate) struct Params(pub(crate) BTreeMap<&'static str, i64>);

impl Params {
    /// A number by name; every name asked for stands in the table (a test measures every rule).
    pub(crate) fn get(&self, name: &str) -> i64 {
        self.0.get(name).copied().unwrap_or_default()
    }
}

impl Rule {
    /// Mode and weight as a school's policy asks; `None` where any weight will do.
    pub(crate) fn asked(&self, policy: &Policy) -> (Mode, Option<u32>) {
        let own = self.own(policy);
        let preset = match policy.preset {
            Preset::Memo => self.modes[0],
            Preset::MemoStrict => self.modes[1],
            Preset::LawOnly | Preset::ReportOnly => self.modes[2],
        };
        let mode = own.and_then(|own| own.mode).unwrap_or(preset);
        (mode, own.and_then(|own| own.weight).or(self.weight))
    }

    /// The value of a number as a school's policy asks.
    pub(crate) fn asked_number(&self, policy: &Policy, number: &Number) -> i64 {
        let own = self.own(policy).and_then(|own| own.params.get(number.0));
        own.and_then(serde_json::Value::as_i64).unwrap_or(number.1)
    }

    /// The tier of priorities: the policy's word, or the usual one.
    pub(crate) fn tier(&self, policy: &Policy) -> Tier {
        let usual = match self.id {
            "Q1" | "Q2" | "U1" | "L5" => Tier::Law,
            "A1" | "K1" | "K2" | "R1" => Tier::Rights,
            "S1" | "S2" | "S4" | "S5" | "S6" | "S7" | "B2" | "P5" | "P7" | "P8" | "D1" | "D3"
            | "D6" | "M1" | "M2" | "M3" | "M4" | "M5" | "M8" | "M9" | "M10" | "M11" | "M13"
            | "M14" | "M15" | "M16" | "M17" | "M18" | "O2" => Tier::StarterProtection,
            "D2" | "D4" | "D5" | "D7" => Tier::Fairness,
            "W1" | "W2" => Tier::WishesAndContinuity,
            _ => Tier::Workload,
        };
        self.own(policy).and_then(|own| own.tier).unwrap_or(usual)
    }

    fn own<'p>(&self, policy: &'p Policy) -> Option<&'p RuleSetting> {
        let mut named = policy.rules.iter();
        named
            .find(|(id, _)| id.as_str() == self.id)
            .map(|(_, own)| own)
    }
}

const HARD: [Mode; 3] = [Mode::Hard; 3];
const SOFT: [Mode; 3] = [Mode::Soft; 3];
const FACT: [Mode; 3] = [Mode::Measure; 3];
/// Hard under the memorandum, measured under the law alone.
const MEMO: [Mode; 3] = [Mode::Hard, Mode::Hard, Mode::Measure];
/// Soft under the memorandum, hard when strict, measured under the law alone.
const WISH: [Mode; 3] = [Mode::Soft, Mode::Hard, Mode::Measure];
/// Soft under the memorandum, measured under the law alone.
const MILD: [Mode; 3] = [Mode::Soft, Mode::Soft, Mode::Measure];

/// Soft under the strict memorandum only.
const STRICT: [Mode; 3] = [Mode::Measure, Mode::Soft, Mode::Measure];

/// 0 in the table below stands for none.
const fn weight(of_table: u32) -> Option<u32> {
    match of_table {
        0 => None,
        weight => Some(weight),
    }
}

macro_rules! rules {
    ($($id:literal $stage:ident $modes:expr, $weight:literal, [$($number:expr),*], $measure:path;)*) => {
        &[$(Rule {
            id: $id,
            stage: Stage::$stage,
            modes: $modes,
            weight: weight($weight),
            numbers: &[$($number),*],
            measure: $measure,
        }),*]
    };
}

/// Every rule.
#[rustfmt::skip]
pub(crate) static RULES: &[Rule] = rules! {
    "A1" Load HARD, 0, [], basic::a1_staffed;
    "Q1" Load HARD, 0, [], basic::q1_qualified;
    "Q2" Load SOFT, 1, [("sufficient", 1, 0, 10), ("other", 3, 0, 10)], basic::q2_best_qualified;
    "K1" Load HARD, 0, [], basic::k1_teacher_locks;
    "B4" Load HARD, 0, [], contract::b4_within_contract;
    "B5" Load SOFT, 3, [("above", 1, 1, 10)], contract::b5_at_target;
    "B6" Load FACT, 3, [], contract::b6_teacher_hours;
    "R1" Load HARD, 0, [], contract::r1_rights;
    "S1" Load MEMO, 30, [("max", figure("subjects-most"), 1, 10)], starters::s1_subjects;
    "S2" Load MEMO, 30, [("max", figure("graden-most"), 1, 3)], starters::s2_graden;
    "S3" Load MILD, 8, [("starter_max", 2, 1, 10), ("max", 4, 1, 20)], starters::s3_cells;
    "S4" Load STRICT, 2, [("year_1", figure("classes-year-1"), 1, 40), ("year_2", figure("classes-year-2"), 1, 40)], people::s4_classes;
    "S5" Load STRICT, 10, [("max", figure("sites-most"), 1, 10)], people::s5_sites;
    "S7" Load FACT, 8, [("max", 1, 0, 7)], shares::s7_close_years;
    "D1" Load MEMO, 15, [("threshold", figure("hard-threshold"), 0, 100), ("year_1", figure("hard-hours-year-1"), 0, 40), ("year_2", figure("hard-hours-year-2"), 0, 40), ("later", figure("hard-hours-later"), 0, 40)], starters::d1_hardest_classes;
    "D2" Load MILD, 4, [("year_1", figure("difficulty-year-1"), 0, 300), ("year_2", figure("difficulty-year-2"), 0, 300), ("others", 110, 0, 300)], balance::d2_fair_difficulty;
    "D3" Load WISH, 10, [("threshold", 70, 0, 100), ("max", 1, 0, 20)], starters::d3_one_hard_class;
    "D4" Load FACT, 2, [("threshold", 70, 0, 100)], shares::d4_fair_share;
    "D5" Load FACT, 5, [("threshold", 70, 0, 100)], shares::d5_worst_share;
    "D6" Load FACT, 15, [("threshold", 70, 0, 100), ("percent", 50, 0, 100)], shares::d6_starters_share;
    "D7" Load FACT, 1, [("level", 100, 0, 300), ("step", 25, 1, 200)], levels::d7_level_by_level;
    "P1" Load MILD, 10, [("year_1", figure("preparations-year-1"), 1, 30), ("year_2", figure("preparations-year-2"), 1, 30), ("others", figure("preparations-others"), 1, 30)], starters::p1_preparations;
    "P2" Load FACT, 1, [("minutes", figure("minutes-marking"), 0, 60), ("max", figure("marking-hours-most"), 1, 60)], people::p2_marking;
    "P3" Load FACT, 1, [("max", figure("pupils-most"), 1, 1000)], people::p3_pupils;
    "P4" Load FACT, 1, [("max", figure("contacts-most"), 1, 3000), ("own", figure("contacts-own-class"), 1, 20)], people::p4_parents;
    "P6" Load FACT, 1, [("own", figure("own-class-hours"), 0, 20), ("mean", figure("class-hours-mean"), 0, 20)], people::p6_own_class;
    "P8" Load STRICT, 5, [("year_1", figure("tasks-year-1"), 0, 20), ("year_2", figure("tasks-year-2"), 0, 20)], strain::p8_no_extra;
    "B1" Load MILD, 5, [("contact", figure("minutes-contact"), 0, 300), ("repeat", figure("minutes-repeat"), 0, 300), ("prep", figure("minutes-prep"), 0, 300), ("starter_prep", figure("minutes-prep-starter"), 0, 300), ("marking", figure("minutes-marking"), 0, 300), ("year_1", figure("workload-year-1"), 10, 300), ("year_2", figure("workload-year-2"), 10, 300), ("others", 115, 10, 300)], balance::b1_workload;
    "B2" Load FACT, 2, [("year_1", figure("contact-year-1"), 10, 200), ("year_2", figure("contact-year-2"), 10, 200), ("year_3", figure("contact-year-3"), 10, 200)], strain::b2_growth;
    "V3" Load FACT, 2, [("contact", figure("minutes-contact"), 0, 300), ("repeat", figure("minutes-repeat"), 0, 300), ("prep", figure("minutes-prep"), 0, 300), ("starter_prep", figure("minutes-prep-starter"), 0, 300), ("marking", figure("minutes-marking"), 0, 300), ("percent", figure("workload-experts"), 10, 300), ("years", figure("responsibility-years"), 1, 60)], strain::v3_experts;
    "W1" Load SOFT, 1, [], basic::w1_wishes_about_work;
    "T6" Load WISH, 5, [("most", 8, 0, 40)], people::t6_hosts;
    "M1" Fact FACT, 0, [("ratio", figure("mentor-ratio"), 1, 100)], growth::m1_mentor_hours;
    "M8" Fact FACT, 0, [], growth::m8_one_mentor_each;
    "M2" Fact FACT, 0, [("ratio", figure("mentor-ratio"), 1, 100)], mentors::m2_mentor_time;
    "M3" Fact FACT, 0, [("ratio", figure("mentor-ratio"), 1, 100), ("span", figure("mentor-span"), 1, 100)], mentors::m3_mentees;
    "M4" Fact FACT, 0, [("ratio", figure("mentor-ratio"), 1, 100), ("slack", figure("mentor-slack"), 0, 40)], mentors::m4_no_filler;
    "M5" Fact FACT, 0, [("years", figure("responsibility-years"), 1, 60)], mentors::m5_profile;
    "M14" Fact FACT, 0, [], mentors::m14_confidant;
    "M15" Fact FACT, 0, [], mentors::m15_match;
    "V1" Fact FACT, 0, [("years", figure("responsibility-years"), 1, 60), ("threshold", figure("hard-threshold"), 0, 100)], mentors::v1_responsibility;
    "S6" Fact FACT, 0, [("percent", figure("coherence-percent"), 1, 100)], strain::s6_coherence;
    "P7" Fact FACT, 0, [("contact", figure("minutes-contact"), 0, 300), ("repeat", figure("minutes-repeat"), 0, 300), ("prep", figure("minutes-prep"), 0, 300), ("starter_prep", figure("minutes-prep-starter"), 0, 300), ("marking", figure("minutes-marking"), 0, 300), ("hard", figure("hard-threshold"), 0, 100), ("threshold", figure("risk-threshold"), 0, 100)], strain::p7_risk;
    "U1" Fact FACT, 0, [("percent", figure("bpt-percent"), 0, 100)], mentors::u1_bpt;
    "X0" Time HARD, 0, [], place::x0_placed;
    "X1" Time HARD, 0, [], clash::x1_teachers;
    "X2" Time HARD, 0, [], clash::x2_classes;
    "X3" Time HARD, 0, [], rooms::x3_rooms;
    "X4" Time HARD, 0, [], clash::x4_available;
    "X5" Time HARD, 0, [], place::x5_linked;
    "X6" Time HARD, 0, [], rooms::x6_suitable;
    "X7" Time [Mode::Soft, Mode::Hard, Mode::Soft], 2, [], rooms::x7_large_enough;
    "K2" Time HARD, 0, [], place::k2_locks;
    "G1" Time SOFT, 4, [], place::g1_spread;
    "G2" Time SOFT, 1, [], compact::g2_idle;
    "G3" Time SOFT, 5, [], compact::g3_class_holes;
    "G4" Time SOFT, 5, [], compact::g4_half_days;
    "G5" Time SOFT, 1, [], rooms::g5_preferred;
    "G6" Time WISH, 10, [("minutes", 5, 0, 600), ("sites", 30, 0, 600)], walks::g6_ways;
    "G7" Time FACT, 1, [("teachers", 1, 0, 10)], walks::g7_changes;
    "G8" Time SOFT, 1, [], rooms::g8_order;
    "G9" Time SOFT, 3, [], rooms::g9_near;
    "W2" Time SOFT, 1, [], clash::w2_wishes_about_time;
    "M9" Time MEMO, 20, [], protected::m9_meetings;
    "M10" Time MEMO, 20, [], protected::m10_observations;
    "M17" Time MILD, 30, [("days", 2, 0, 10)], support::m17_debriefs;
    "M18" Time WISH, 20, [("least", 2, 0, 8)], support::m18_observable;
    "M11" Time MILD, 2, [("size", 8, 2, 30)], together::m11_exchange;
    "M12" Time MILD, 2, [], together::m12_intervision;
    "M13" Time MILD, 2, [], outside::m13_gatherings;
    "M16" Time FACT, 5, [], together::m16_not_alone;
    "C1" Time WISH, 20, [], protected::c1_teams;
    "C3" Time MILD, 2, [], outside::c3_across_schools;
    "C4" Time FACT, 2, [], together::c4_parallel;
    "C6" Time FACT, 1, [("least", 2, 1, 8), ("teachers", 2, 1, 10)], shape::c6_outings;
    "C5" Time MILD, 5, [("moves", 2, 0, 2)], outside::c5_visits;
    "C7" Time HARD, 20, [], outside::c7_workplace;
    "O1" Time FACT, 2, [("experience", 5, 0, 40), ("days", 2, 0, 10)], together::o1_visits;
    "O2" Time FACT, 2, [("least", 1, 0, 8)], together::o2_peers;
    "O4" Time FACT, 2, [], together::o4_exchange;
    "O5" Time MILD, 10, [], outside::o5_projects;
    "F2" Time MILD, 2, [("week", 2, 1, 7)], rounds::f2_pupils_asked;
    "F5" Time FACT, 2, [("days", 10, 1, 40)], rounds::f5_talked_over;
    "F6" Time MILD, 2, [], rounds::f6_moments;
    "P5" Time FACT, 2, [("year_1", 2, 0, 20), ("year_2", 1, 0, 20), ("later", 1, 0, 20)], shape::p5_kept_free;
    "P9" Time FACT, 1, [("starters", 2, 0, 20), ("others", 0, 0, 20)], shape::p9_growth;
    "B3" Time FACT, 1, [("run", 4, 1, 12)], shape::b3_burden;
    "L5" Time FACT, 1, [("most", 2, 0, 12)], shape::l5_even_days;
    "T1" Time WISH, 10, [], trainees::t1_mornings;
    "T2" Time MILD, 5, [], trainees::t2_watched_by_peers;
    "T3" Time MILD, 5, [("least", 2, 0, 8)], trainees::t3_watched_by_mentor;
    "T4" Time WISH, 10, [], trainees::t4_afternoon_talk;
    "T5" Time MILD, 2, [("least", 2, 1, 8)], trainees::t5_prepare_together;
    "T7" Time MILD, 10, [("experience", 5, 0, 40)], trainees::t7_in_service;
    "O3" Time HARD, 0, [], protected::o3_co_teaching;
};
