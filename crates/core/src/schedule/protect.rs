//! Protected time in the finished timetable: what the solver placed, and what still fits.
//!
//! A slot is only taken where everybody is free and can come, so nothing that held is broken. What a
//! slot costs the comfort of its people (G2, G4, W2) and what it takes from mentors who could watch then (M18) is set
//! against its worth: anything when its rule is hard, the rule's weight when soft, nothing when it is only measured. Slots are given away
//! greedily, scarcest demand first; M9, M10 and C1 measure what is lacking.

use std::cmp::Reverse;

use uurwerk_engine::Meet;
use uurwerk_model::{
    LessonIx, Mode, ProtectedKind, ProtectedSlot, Recurrence, School, SlotIx, TeacherIx,
};

use super::debrief::debrief;
use super::draft::{Drafted, Purpose};
use crate::case::{Case, Timetable};
use crate::rules::guarded::{is_of, pair, protected_slot};
use crate::rules::occupancy::{
    NEVER, Occupancy, attending, aversion, occupied, running, slots_of, staff,
};
use crate::rules::{
    Setting, Settings, c1_teams, g2_idle, g4_half_days, o3_co_teaching, w2_time_wishes,
};

/// Fills `timetable.protected`.
pub(super) fn protect(
    case: &Case,
    settings: &Settings,
    drafted: &Drafted,
    meets: &[Option<&Meet>],
    timetable: &Timetable,
) -> Vec<ProtectedSlot> {
    let Some(mut board) = Board::of(case, settings) else {
        return Vec::new();
    };
    for (purpose, event) in &drafted.protected {
        let start = meets[event.index()].and_then(|meet| meet.start);
        let length = usize::from(drafted.problem.events[event.index()].duration);
        for at in start.map_or(0..0, |start| start.index()..start.index() + length) {
            if let Some(slot) = purpose.slot(case.school, SlotIx::from(at)) {
                board.take_if_free(slot);
            }
        }
    }
    let wants = wants(case, settings, timetable);
    board.fill(&wants);
    board.debrief(&wants, &[]);
    board.with_co_teaching(case, timetable)
}

/// Protected time in a timetable that is near another: what still stands of `kept`, in that order, and what still fits.
///
/// The case's own protected time is not looked at.
pub(crate) fn complete(
    case: &Case,
    settings: &Settings,
    kept: &[ProtectedSlot],
    timetable: &Timetable,
) -> Vec<ProtectedSlot> {
    let bare = Timetable {
        protected: Vec::new(),
        ..timetable.clone()
    };
    let bare_case = Case {
        timetable: Some(&bare),
        ..*case
    };
    let Some(mut board) = Board::of(&bare_case, settings) else {
        return Vec::new();
    };
    let wants = wants(case, settings, timetable);
    for slot in kept {
        if wants
            .iter()
            .any(|want| want.is_for(slot) && board.lacks(want))
        {
            board.take_if_free(slot.clone());
        }
    }
    board.fill(&wants);
    board.debrief(&wants, kept);
    board.with_co_teaching(case, timetable)
}

impl Purpose {
    /// What is asked of its weeks, and the place of who asks among the pairs or teams.
    fn asked(self, school: &School) -> (Recurrence, usize) {
        let document = school.document();
        match self {
            Self::Meeting(at) | Self::Observation(at, _) => {
                (document.mentoring.pairs[at].weeks, at)
            }
            Self::Team(at) => (document.teams[at].weeks, at),
        }
    }

    /// The weeks in which it is; where a pair or team leaves the phase open, they take turns.
    pub(crate) fn weeks(self, school: &School) -> Recurrence {
        let (asked, at) = self.asked(school);
        asked.spread(at)
    }

    /// The protected slots that this can be at a place in the week: one for every phase.
    pub(crate) fn slots(self, school: &School, at: SlotIx) -> Vec<ProtectedSlot> {
        let Some(slot) = self.slot(school, at) else {
            return Vec::new();
        };
        let in_phase = |weeks| ProtectedSlot {
            weeks,
            ..slot.clone()
        };
        // Its own turn first, for among equals the first is taken.
        let mut choices = self.asked(school).0.choices();
        choices.sort_by_key(|weeks| *weeks != slot.weeks);
        choices.into_iter().map(in_phase).collect()
    }

    /// The protected slot that this is at a place in the week.
    pub(crate) fn slot(self, school: &School, at: SlotIx) -> Option<ProtectedSlot> {
        let pairs = &school.document().mentoring.pairs;
        let slot = match self {
            Self::Meeting(entry) => {
                let people = pair(school, &pairs[entry])?;
                protected_slot(school, ProtectedKind::Meeting, &people, at)
            }
            Self::Observation(entry, lesson) => {
                let people = pair(school, &pairs[entry])?;
                ProtectedSlot {
                    lesson: Some(school.lesson(lesson).id.clone()),
                    ..protected_slot(school, ProtectedKind::Observation, &people, at)
                }
            }
            Self::Team(entry) => {
                let team = &school.document().teams[entry];
                let people = c1_teams::members(school, team);
                ProtectedSlot {
                    team: Some(team.id.clone()),
                    ..protected_slot(school, ProtectedKind::Team, &people, at)
                }
            }
        };
        Some(ProtectedSlot {
            weeks: self.weeks(school),
            ..slot
        })
    }
}

/// A number of slots that are wanted, and where each could be.
struct Want<'a> {
    setting: &'a Setting,
    number: u8,
    candidates: Vec<ProtectedSlot>,
}

impl Want<'_> {
    /// Whether a slot is one of the candidates, if only with some of the people of a team.
    fn is_for(&self, slot: &ProtectedSlot) -> bool {
        let is_in = |candidate: &ProtectedSlot| {
            let place = |s: &ProtectedSlot| (s.kind, s.length, s.weeks);
            let same = place(slot) == place(candidate)
                && (&slot.day, &slot.period) == (&candidate.day, &candidate.period)
                && (&slot.lesson, &slot.team) == (&candidate.lesson, &candidate.team);
            let some = || {
                let mut people = slot.people.iter();
                slot.team.is_some() && people.all(|who| candidate.people.contains(who))
            };
            same && (slot.people == candidate.people || some())
        };
        self.candidates.iter().any(is_in)
    }
}

fn wants<'a>(case: &Case, settings: &'a Settings, timetable: &Timetable) -> Vec<Want<'a>> {
    let (school, mut wants) = (case.school, Vec::new());
    let mut want = |rule: &str, number: u8, candidates: Vec<ProtectedSlot>| {
        let setting = settings.get(rule).filter(|s| s.mode != Mode::Off);
        wants.extend(setting.map(|setting| Want {
            setting,
            number,
            candidates,
        }));
    };
    let slots = || (0..school.slots().len()).map(SlotIx::from);
    for (at, entry) in school.document().mentoring.pairs.iter().enumerate() {
        let watchable = pair(school, entry)
            .map(|[_, starter]| taught(case, timetable, starter))
            .unwrap_or_default();
        let watch = |(lesson, slot)| {
            let given = school.lesson(lesson).weeks.weeks();
            let mut slots = Purpose::Observation(at, lesson).slots(school, slot);
            slots.retain(|slot| given.covers(slot.weeks.weeks()));
            slots
        };
        want(
            "M10",
            entry.observations,
            watchable.into_iter().flat_map(watch).collect(),
        );
        let meet = |slot| Purpose::Meeting(at).slots(school, slot);
        want("M9", entry.meetings, slots().flat_map(meet).collect());
    }
    for (at, team) in school.document().teams.iter().enumerate() {
        let meet = |slot| Purpose::Team(at).slots(school, slot);
        want("C1", team.meetings, slots().flat_map(meet).collect());
    }
    wants
}

/// The lessons that a teacher teaches in a position that counts, period by period.
fn taught(case: &Case, timetable: &Timetable, teacher: TeacherIx) -> Vec<(LessonIx, SlotIx)> {
    let mut all = Vec::new();
    for run in running(case.school, timetable) {
        let there = attending(case.school, case.allocation, run.lesson, run.block);
        let positions = &case.school.lesson(run.lesson).positions;
        if there
            .iter()
            .any(|(p, t)| *t == teacher && positions[*p].role.counts())
        {
            all.extend(run.slots.map(|slot| (run.lesson, SlotIx::from(slot))));
        }
    }
    all
}

/// Who is busy when, and what was taken so far.
pub(super) struct Board<'a> {
    pub(super) school: &'a School,
    settings: &'a Settings,
    occupancy: Occupancy,
    aversions: Vec<Vec<i8>>,
    watchable: Vec<Watchable>,
    taken: Vec<ProtectedSlot>,
}

/// A mentor, a starter, and the periods in which the starter teaches.
struct Watchable {
    people: [TeacherIx; 2],
    taught: Vec<usize>,
}

impl Watchable {
    fn all(case: &Case, timetable: &Timetable) -> Vec<Self> {
        let pairs = &case.school.document().mentoring.pairs;
        let people = pairs.iter().filter_map(|entry| pair(case.school, entry));
        let watchable = people.map(|people| {
            let lessons = taught(case, timetable, people[1]).into_iter();
            let mut taught: Vec<_> = lessons.map(|(_, slot)| slot.at()).collect();
            taught.sort_unstable();
            taught.dedup();
            Self { people, taught }
        });
        watchable.collect()
    }
}

impl<'a> Board<'a> {
    /// With nothing taken; `None` without a timetable.
    fn of(case: &Case<'a>, settings: &'a Settings) -> Option<Self> {
        let aversions = staff(case.school).map(|t| aversion(case.school, t));
        Some(Self {
            school: case.school,
            settings,
            occupancy: Occupancy::of(case)?,
            aversions: aversions.collect(),
            watchable: case
                .timetable
                .map_or_else(Vec::new, |t| Watchable::all(case, t)),
            taken: Vec::new(),
        })
    }

    /// What was taken and the co-teaching that follows from the lessons, in order.
    fn with_co_teaching(self, case: &Case, timetable: &Timetable) -> Vec<ProtectedSlot> {
        let mut protected = self.taken;
        protected.extend(o3_co_teaching::slots(
            case.school,
            case.allocation,
            timetable,
        ));
        protected.sort();
        protected
    }

    /// What was taken so far.
    pub(super) fn taken(&self) -> &[ProtectedSlot] {
        &self.taken
    }

    /// Whether everybody whom a slot makes busy is free then and can come.
    pub(super) fn is_free(&self, slot: &ProtectedSlot) -> bool {
        let people = occupied(self.school, slot);
        people.iter().all(|teacher| self.can_attend(*teacher, slot))
    }

    /// Whether somebody is free then and can come.
    fn can_attend(&self, teacher: TeacherIx, slot: &ProtectedSlot) -> bool {
        let weeks = slot.weeks.weeks();
        slots_of(self.school, slot).all(|at| {
            self.occupancy.things_in(teacher, at, weeks) == 0
                && self.aversions[teacher.at()][at] != NEVER
        })
    }

    /// A slot as it can be kept: with everybody whom it makes busy, or with enough of a team; `None` where that is not possible.
    fn offer(&self, slot: &ProtectedSlot) -> Option<ProtectedSlot> {
        let Some(team) = slot.team.as_ref().and_then(|id| self.school.team_ix(id)) else {
            return self.is_free(slot).then(|| slot.clone());
        };
        let mut slot = slot.clone();
        let mut people = occupied(self.school, &slot);
        people.retain(|teacher| self.can_attend(*teacher, &slot));
        slot.people = people
            .iter()
            .map(|t| self.school.teacher(*t).id.clone())
            .collect();
        let least = self.school.document().teams[team.at()].least();
        (slot.people.len() >= least).then_some(slot)
    }

    /// Lets conversations follow observations, unless nobody asks for it.
    fn debrief(&mut self, wants: &[Want], settled: &[ProtectedSlot]) {
        let settings = self.settings;
        let wanted = settings.get("M17").filter(|s| s.mode != Mode::Off);
        if let Some(setting) = wanted {
            let all = wants.iter().flat_map(|want| &want.candidates);
            let watchable: Vec<ProtectedSlot> = all
                .filter(|slot| slot.kind == ProtectedKind::Observation)
                .cloned()
                .collect();
            debrief(self, setting, settled, &watchable);
        }
    }

    /// Gives a slot back that was taken.
    pub(super) fn give_up(&mut self, slot: &ProtectedSlot) {
        if let Some(at) = self.taken.iter().position(|taken| taken == slot) {
            self.taken.remove(at);
            self.occupancy.release(self.school, slot);
        }
    }

    /// Keeps a slot if everybody is free for it, or enough of a team.
    pub(super) fn take_if_free(&mut self, slot: ProtectedSlot) {
        if let Some(slot) = self.offer(&slot) {
            self.occupancy.protect(self.school, &slot);
            self.taken.push(slot);
        }
    }

    /// Places what is lacking: hard rules first, then soft ones, then measured ones.
    fn fill(&mut self, wants: &[Want]) {
        for mode in [Mode::Hard, Mode::Soft, Mode::Measure] {
            let mut open: Vec<&Want> = wants.iter().filter(|w| w.setting.mode == mode).collect();
            loop {
                open.retain(|want| self.lacks(want));
                let offers = open.iter().enumerate().filter_map(|(at, want)| {
                    let slots = self.affordable(want);
                    let count = slots.len();
                    // As many of a team as can come.
                    let slots = slots.into_iter();
                    let best =
                        slots.min_by_key(|(cost, slot)| (Reverse(slot.people.len()), *cost))?;
                    Some((count, at, best.1))
                });
                let Some((_, _, slot)) = offers.min_by_key(|(count, at, _)| (*count, *at)) else {
                    break;
                };
                self.take_if_free(slot);
            }
        }
    }

    fn lacks(&self, want: &Want) -> bool {
        let Some(sample) = want.candidates.first() else {
            return false;
        };
        let same = |s: &&ProtectedSlot| {
            let people = s.team.is_some() || s.people == sample.people;
            people && (s.kind, &s.team) == (sample.kind, &sample.team)
        };
        self.taken.iter().filter(same).count() < usize::from(want.number)
    }

    /// The free candidates that cost no more than they are worth, with what they cost.
    fn affordable(&self, want: &Want) -> Vec<(i64, ProtectedSlot)> {
        let worth = worth(want.setting);
        let free = want.candidates.iter().filter_map(|slot| self.offer(slot));
        let priced = free.map(|slot| (self.cost(&slot), slot));
        priced.filter(|(cost, _)| *cost <= worth).collect()
    }

    /// What taking a slot adds to the cost of its people's comfort and of what they could watch; may be negative.
    pub(super) fn cost(&self, slot: &ProtectedSlot) -> i64 {
        let people = occupied(self.school, slot);
        let change = |teacher: &TeacherIx| {
            let mut busy = self.occupancy.busy(*teacher);
            let before = self.discomfort(*teacher, &busy);
            busy[slots_of(self.school, slot)].fill(true);
            self.discomfort(*teacher, &busy) - before
        };
        people.iter().map(change).sum::<i64>() + self.unwatched(slot, &people)
    }

    /// What M18 costs more when a slot is taken.
    fn unwatched(&self, slot: &ProtectedSlot, people: &[TeacherIx]) -> i64 {
        let price = self.price("M18");
        let Some(setting) = self.settings.get("M18").filter(|_| price > 0) else {
            return 0;
        };
        let watches = |taken: &ProtectedSlot, pair: &Watchable, at: usize| {
            taken.kind == ProtectedKind::Observation
                && is_of(self.school, taken, &pair.people)
                && slots_of(self.school, taken).contains(&at)
        };
        let takes = slots_of(self.school, slot);
        let more = |pair: &Watchable| {
            let mentor = pair.people[0];
            let open = |at: &usize| {
                self.aversions[mentor.at()][*at] != NEVER
                    && (self.occupancy.things(mentor, *at) == 0
                        || self.taken.iter().any(|taken| watches(taken, pair, *at)))
            };
            let within = pair.taught.partition_point(|at| *at < takes.start)
                ..pair.taught.partition_point(|at| *at < takes.end);
            let gone = pair.taught[within].iter();
            let lost = gone.filter(|at| open(at) && !watches(slot, pair, **at));
            // Most slots take nothing that could be watched.
            let lost = lost.count();
            if lost == 0 {
                return 0;
            }
            let before = pair.taught.iter().filter(|at| open(at)).count();
            let lacking = |open: usize| (setting.param("least") - open as i64).max(0);
            lacking(before - lost) - lacking(before)
        };
        let of_them = self
            .watchable
            .iter()
            .filter(|pair| people.contains(&pair.people[0]));
        price * of_them.map(more).sum::<i64>()
    }

    /// What a unit of a rule's deviation costs.
    fn price(&self, rule: &str) -> i64 {
        match self.settings.get(rule) {
            Some(setting) if setting.mode == Mode::Soft => i64::from(setting.weight),
            Some(setting) if setting.mode == Mode::Hard => HARD,
            _ => 0,
        }
    }

    fn discomfort(&self, teacher: TeacherIx, busy: &[bool]) -> i64 {
        let price = |rule| self.price(rule);
        price("G2") * g2_idle::idle(self.school, busy)
            + price("G4") * g4_half_days::excess(self.school, teacher, busy)
            + price("W2") * w2_time_wishes::points(&self.aversions[teacher.at()], busy)
    }
}

/// What one unit of a rule's deviation may cost the comfort of people: anything when it is hard.
pub(super) fn worth(setting: &Setting) -> i64 {
    match setting.mode {
        Mode::Hard => i64::MAX,
        Mode::Soft => i64::from(setting.weight),
        Mode::Measure | Mode::Off => 0,
    }
}

/// More than any sum of soft costs of one slot: weights are at most 100 000.
const HARD: i64 = 1 << 32;
