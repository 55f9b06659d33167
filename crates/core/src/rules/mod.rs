//! The rules: one file per rule, one line per rule in [`CATALOGUE`].
//!
//! The command line's list, the documentation, the report and the checks all come from that slice.
//! A rule's words stand in the message catalogue: `rule-ID` (its name), `rule-ID.what` (the rule in
//! one sentence), `rule-ID.why` (where it comes from), `finding-ID` (one deviation).

mod a1_staffed;
mod b1_workload;
mod b2_growth;
mod b3_burden;
mod b4_contract;
mod b5_target;
mod b6_teacher_hours;
pub(crate) mod c1_teams;
mod c3_across_schools;
mod c4_parallel;
mod c5_visits;
mod c6_outings;
pub(crate) mod c7_workplace;
mod d1_hardest;
mod d2_spread;
mod d3_together;
mod d4_share;
mod d5_worst_share;
mod d6_starters_share;
pub(crate) mod d7_level;
pub(crate) mod f2_pupils_asked;
pub(crate) mod f5_talked_over;
pub(crate) mod f6_moments;
mod g1_spread;
pub(crate) mod g2_idle;
mod g3_holes;
pub(crate) mod g4_half_days;
pub(crate) mod g5_preferred;
pub(crate) mod g6_ways;
pub(crate) mod g7_changes;
pub(crate) mod g8_order;
pub(crate) mod g9_near;
mod gather;
mod gatherings;
pub(crate) mod guarded;
mod hard_hours;
mod k1_teacher_locks;
mod k2_locks;
mod l5_even_days;
mod m10_observations;
mod m11_exchange;
mod m12_intervision;
mod m13_gatherings;
mod m14_confidant;
mod m15_match;
mod m16_not_alone;
pub(crate) mod m17_debriefs;
mod m18_observable;
mod m1_mentor_hours;
mod m2_mentor_time;
mod m3_mentees;
mod m4_no_filler;
mod m5_profile;
mod m8_mentors;
mod m9_meetings;
mod mentors;
mod o1_visits;
mod o2_peers;
pub(crate) mod o3_co_teaching;
mod o4_exchange;
mod o5_projects;
pub(crate) mod occupancy;
pub(crate) mod openings;
mod p1_preparations;
mod p2_marking;
mod p3_pupils;
mod p4_parents;
mod p5_kept_free;
mod p6_own_class;
mod p7_risk;
mod p8_no_extra;
mod p9_growth;
mod pupils;
mod q1_qualified;
mod q2_best_qualified;
mod r1_rights;
pub(crate) mod rounds;
mod s1_subjects;
mod s2_graad;
mod s3_cells;
mod s4_classes;
mod s5_site;
mod s6_coherence;
mod s7_years;
mod setting;
mod t1_mornings;
mod t2_watched_by_peers;
pub(crate) mod t3_watched_by_mentor;
mod t4_afternoon_talk;
mod t5_prepare_together;
mod t6_hosts;
mod t7_in_service;
pub(crate) mod telling;
mod tiers;
pub(crate) mod trainees;
mod u1_bpt;
mod v1_responsibility;
mod v3_experts;
mod w1_work_wishes;
pub(crate) mod w2_time_wishes;
pub(crate) mod walks;
mod x0_placed;
mod x1_teachers;
mod x2_classes;
mod x3_rooms;
mod x4_available;
mod x5_linked;
mod x6_suitable;
pub(crate) mod x7_large_enough;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use setting::{Param, Setting, Settings};
pub use tiers::tier_of;

use uurwerk_model::{ClassIx, Finding, Mode, Preset, School, TeacherIx};

use crate::allocate::{Facts, Model, Post, Staffing, TeacherLoad};
use crate::case::Case;
use crate::schedule::Draft;

/// Every rule, in the order of the report.
pub static CATALOGUE: &[&Rule] = &[
    &a1_staffed::RULE,
    &q1_qualified::RULE,
    &q2_best_qualified::RULE,
    &k1_teacher_locks::RULE,
    &b4_contract::RULE,
    &b5_target::RULE,
    &b6_teacher_hours::RULE,
    &r1_rights::RULE,
    &s1_subjects::RULE,
    &s2_graad::RULE,
    &s3_cells::RULE,
    &s4_classes::RULE,
    &s5_site::RULE,
    &s7_years::RULE,
    &d1_hardest::RULE,
    &d2_spread::RULE,
    &d3_together::RULE,
    &d4_share::RULE,
    &d5_worst_share::RULE,
    &d6_starters_share::RULE,
    &d7_level::RULE,
    &p1_preparations::RULE,
    &p2_marking::RULE,
    &p3_pupils::RULE,
    &p4_parents::RULE,
    &p6_own_class::RULE,
    &p8_no_extra::RULE,
    &b1_workload::RULE,
    &b2_growth::RULE,
    &v3_experts::RULE,
    &w1_work_wishes::RULE,
    &t6_hosts::RULE,
    &m1_mentor_hours::RULE,
    &m2_mentor_time::RULE,
    &m3_mentees::RULE,
    &m4_no_filler::RULE,
    &m5_profile::RULE,
    &m8_mentors::RULE,
    &m14_confidant::RULE,
    &m15_match::RULE,
    &v1_responsibility::RULE,
    &s6_coherence::RULE,
    &p7_risk::RULE,
    &u1_bpt::RULE,
    &x0_placed::RULE,
    &x1_teachers::RULE,
    &x2_classes::RULE,
    &x3_rooms::RULE,
    &x4_available::RULE,
    &x5_linked::RULE,
    &x6_suitable::RULE,
    &x7_large_enough::RULE,
    &k2_locks::RULE,
    &g1_spread::RULE,
    &g2_idle::RULE,
    &g3_holes::RULE,
    &g4_half_days::RULE,
    &g5_preferred::RULE,
    &g6_ways::RULE,
    &g7_changes::RULE,
    &g8_order::RULE,
    &g9_near::RULE,
    &w2_time_wishes::RULE,
    &m9_meetings::RULE,
    &m10_observations::RULE,
    &m17_debriefs::RULE,
    &m18_observable::RULE,
    &m11_exchange::RULE,
    &m12_intervision::RULE,
    &m13_gatherings::RULE,
    &m16_not_alone::RULE,
    &c1_teams::RULE,
    &c3_across_schools::RULE,
    &c4_parallel::RULE,
    &c5_visits::RULE,
    &c6_outings::RULE,
    &c7_workplace::RULE,
    &o1_visits::RULE,
    &o2_peers::RULE,
    &o4_exchange::RULE,
    &o5_projects::RULE,
    &f2_pupils_asked::RULE,
    &f5_talked_over::RULE,
    &f6_moments::RULE,
    &p5_kept_free::RULE,
    &p9_growth::RULE,
    &b3_burden::RULE,
    &l5_even_days::RULE,
    &t1_mornings::RULE,
    &t2_watched_by_peers::RULE,
    &t3_watched_by_mentor::RULE,
    &t4_afternoon_talk::RULE,
    &t5_prepare_together::RULE,
    &t7_in_service::RULE,
    &o3_co_teaching::RULE,
];

/// One rule of the catalogue.
pub struct Rule {
    /// Stable id, such as `S1`.
    pub id: &'static str,
    /// Where it comes from.
    pub source: Source,
    /// What one unit of deviation is: a message of the catalogue, such as `unit-hours`.
    pub unit: &'static str,
    /// Mode under each preset.
    pub modes: Modes,
    /// Default cost of one unit of deviation when soft.
    pub weight: u32,
    /// Its numbers.
    pub params: &'static [Param],
    /// What it adds where, and how it is measured.
    pub body: Body,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A section of the memorandum, such as `2.2`.
    Memo(&'static str),
    /// Law or regulation.
    Law(&'static str),
    /// Plain possibility: nobody is in two places at once.
    Logic,
    /// Ordinary practice of schools.
    Practice,
}

/// Default modes by preset.
#[derive(Clone, Copy, Debug)]
pub struct Modes {
    /// Under [`Preset::Memo`].
    pub memo: Mode,
    /// Under [`Preset::MemoStrict`].
    pub strict: Mode,
    /// Under [`Preset::LawOnly`] and [`Preset::ReportOnly`].
    pub law: Mode,
}

impl Modes {
    /// The same mode under every preset.
    pub const fn always(mode: Mode) -> Self {
        Self {
            memo: mode,
            strict: mode,
            law: mode,
        }
    }

    /// The mode under a preset.
    pub fn under(self, preset: Preset) -> Mode {
        match preset {
            Preset::Memo => self.memo,
            Preset::MemoStrict => self.strict,
            Preset::LawOnly | Preset::ReportOnly => self.law,
        }
    }
}

/// What a rule is about.
pub enum Body {
    /// Who teaches what.
    Load(for<'a> fn(&'a Facts<'a>, &Setting) -> Box<dyn LoadRule + 'a>),
    /// When and where.
    Time {
        /// Adds its constraints to the timetable instance (called when hard or soft).
        draft: fn(&Setting, &mut Draft),
        /// Its deviations, from the definition.
        measure: fn(&Case, &Setting) -> Vec<Finding>,
        /// What `explain` knows of it.
        known: Known,
    },
    /// A fact about the school that no decision changes: measured and reported.
    Fact(fn(&Case, &Setting) -> Vec<Finding>),
}

/// What `explain` knows of a rule about time. Every such rule says so itself, so that none can be forgotten.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    /// What it demands is among the demands, or is logic that every question keeps, or follows from the lessons.
    Always,
    /// No question asks it: where it is hard and a school can break it, as said here, nothing is called possible.
    Unless(fn(&School) -> bool),
}

/// What a rule about loads, when hard, asks of a teacher. Every such rule says so itself, so that none can be forgotten: where
/// `explain` leaves a lesson out, whoever is asked for work may still take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: it is about posts or classes, or about other people.
    Nothing,
    /// That no more is given, or nothing else: it holds with a lesson less as well.
    Limits,
    /// Also that something is given: a lesson less can break it.
    Work,
}

impl Asks {
    /// Limits for those whom the rule is about.
    pub fn limits_if(concerned: bool) -> Self {
        match concerned {
            true => Self::Limits,
            false => Self::Nothing,
        }
    }

    /// Work for those whom the rule is about.
    pub fn work_if(concerned: bool) -> Self {
        match concerned {
            true => Self::Work,
            false => Self::Nothing,
        }
    }
}

/// A load rule in hand for one school: its deviation is a sum over posts, teachers and classes, and
/// at most one peak: the greatest of an amount over all teachers.
///
/// Every part is a whole number of at least 0, and what [`LoadRule::model`] adds to the mathematical
/// model equals the sum at every integer point.
pub trait LoadRule: Send + Sync {
    /// What the rule, when hard, asks of a teacher.
    fn asks(&self, teacher: TeacherIx) -> Asks;

    /// Deviation of one post with this holder.
    fn post(&self, _post: &Post, _holder: Option<TeacherIx>) -> i64 {
        0
    }

    /// Deviation of one teacher with these posts.
    fn teacher(&self, _teacher: TeacherIx, _load: &TeacherLoad) -> i64 {
        0
    }

    /// Deviation of one class whose counting posts these teachers hold (one entry a post).
    fn class(&self, _class: ClassIx, _staff: &[TeacherIx]) -> i64 {
        0
    }

    /// An amount of one teacher with these posts, of which the greatest in the school is deviation too.
    fn peak(&self, _teacher: TeacherIx, _load: &TeacherLoad) -> i64 {
        0
    }

    /// Whether there is a peak. It ties all teachers together.
    fn has_peak(&self) -> bool {
        false
    }

    /// Whether the class's deviation depends on this teacher's being among its staff.
    fn couples(&self, _class: ClassIx, _teacher: TeacherIx) -> bool {
        false
    }

    /// Whether the rule, when hard, rules this holder out whatever else is decided.
    fn forbids(&self, post: &Post, holder: Option<TeacherIx>) -> bool {
        self.post(post, holder) > 0
    }

    /// Adds the rule to the mathematical model.
    fn model(&self, model: &mut Model);

    /// The deviations in words, one finding for each post, teacher or class above 0.
    fn explain(&self, staffing: &Staffing) -> Vec<Finding>;
}
