//! Room to grow (memo 2.1, 3.2): coordinators who evaluate, mentors who do not, co-teaching for
//! starters, teams that meet.

use std::collections::BTreeSet;

use uurwerk_model::{
    FTE, FteUnits, Lesson, MentorPair, Mentoring, Position, Role, SubjectKind, Task, TaskKind, Team,
};

use super::budget::{BPT, ONBOARDING};
use super::dice::Dice;
use super::facts::Fact;
use super::people::Person;
use super::subjects::Family;

/// One hour for a mentor per starter, at 20 hours for a full-time job (memo 2.1: one full-time mentor
/// for about 20 starters).
const HOUR: i64 = FTE / 20;
/// The most work with tasks: below 23/22, the most of a full-time contract with plage.
const MOST_WORK: i64 = FTE * 104 / 100;
/// Years of service from which someone can be a mentor.
const MENTOR_YEARS: u8 = 5;
/// The most starters of one mentor.
const MENTEES: usize = 4;
/// Members of a team.
const TEAM: std::ops::RangeInclusive<usize> = 3..=8;
/// Periods in which all members of a team must be available, so that a meeting can be found.
const COMMON_SLOTS: u32 = 12;

/// Gives coordination hours to experienced people; returns who evaluates, at least one person.
pub(super) fn coordinate(seed: u64, facts: &[Fact], people: &mut [Person]) -> Vec<usize> {
    let mut dice = Dice::of(seed, "coordination");
    let graden: BTreeSet<u8> = facts.iter().map(|f| f.graad).collect();
    let hours: i64 = facts.iter().map(|f| i64::from(f.hours)).sum();
    // Bijzondere pedagogische taken take at most 3 % of the hours.
    let mut left = hours * 3 / 100;
    let mut evaluators = Vec::new();
    for graad in graden {
        let hours = 2.min(left);
        let name = format!("coördinatie graad {graad}");
        if let Some(at) = experienced(facts, people, hours * HOUR, 10, &mut dice) {
            left -= hours;
            add_task(&mut people[at], name, TaskKind::Coordination, hours);
            evaluators.push(at);
        }
    }
    for (at, person) in people.iter_mut().enumerate() {
        let practice = person.leads.iter().map(|l| &facts[*l]);
        let practice: u32 = practice
            .filter(|f| f.row().kind == SubjectKind::Practical)
            .map(|f| u32::from(f.hours))
            .sum();
        let senior = person.teacher.experience >= 8 && evaluators.iter().all(|e| *e != at);
        if practice >= 14 && senior && left > 0 && fits(facts, person, HOUR) {
            left -= 1;
            let name = "beheer van de werkplaats".to_owned();
            add_task(person, name, TaskKind::Other, 1);
        }
    }
    evaluators
}

fn fits(facts: &[Fact], person: &Person, more: i64) -> bool {
    person.load(facts) + more <= MOST_WORK
}

fn experienced(
    facts: &[Fact],
    people: &[Person],
    more: i64,
    years: u8,
    dice: &mut Dice,
) -> Option<usize> {
    let able = |p: &Person| {
        more > 0
            && p.teacher.experience >= years
            && p.teacher.tasks.is_empty()
            && fits(facts, p, more)
    };
    let able: Vec<usize> = (0..people.len()).filter(|at| able(&people[*at])).collect();
    dice.pick(&able).copied()
}

fn add_task(person: &mut Person, name: String, kind: TaskKind, hours: i64) {
    let line = match kind {
        TaskKind::Mentoring => ONBOARDING,
        TaskKind::Coordination | TaskKind::Other => BPT,
    };
    person.teacher.tasks.push(Task {
        name,
        kind,
        load: FteUnits(hours * HOUR),
        budget_line: Some(line.into()),
    });
}

/// Finds a mentor for every starter and gives the mentors their hours.
pub(super) fn mentor(
    seed: u64,
    facts: &[Fact],
    people: &mut [Person],
    evaluators: &[usize],
) -> Mentoring {
    let mut dice = Dice::of(seed, "mentoring");
    let starters: Vec<usize> = (0..people.len())
        .filter(|at| people[*at].is_starter())
        .collect();
    let mut mentees = vec![0_usize; people.len()];
    let mut pairs = Vec::new();
    for (turn, starter) in starters.iter().copied().enumerate() {
        if !evaluators.is_empty() {
            let evaluator = people[evaluators[turn % evaluators.len()]]
                .teacher
                .id
                .clone();
            people[starter].teacher.evaluator = Some(evaluator);
        }
        let able = (0..people.len()).filter(|at| {
            let person = &people[*at];
            person.teacher.experience >= MENTOR_YEARS
                && mentees[*at] < MENTEES
                && !evaluators.contains(at)
                && fits(facts, person, HOUR * (mentees[*at] as i64 + 1))
                && can_observe(facts, person, &people[starter])
        });
        let family = people[starter].family(facts);
        let Some(mentor) = able.min_by_key(|at| {
            let same = people[*at].family(facts) == family;
            (!same, mentees[*at] == 0, dice.below(1000))
        }) else {
            continue;
        };
        mentees[mentor] += 1;
        pairs.push(MentorPair {
            mentor: people[mentor].teacher.id.clone(),
            starter: people[starter].teacher.id.clone(),
            observations: 1,
            meetings: 1,
            weeks: uurwerk_model::Recurrence::default(),
        });
    }
    for (person, mentees) in people.iter_mut().zip(&mentees) {
        let willing = person.teacher.experience >= 8 && dice.chance(12);
        person.teacher.mentor = *mentees > 0 || willing;
        if *mentees > 0 {
            let name = "mentoruren".to_owned();
            add_task(person, name, TaskKind::Mentoring, *mentees as i64);
        }
    }
    Mentoring {
        budget: Some(FteUnits(pairs.len() as i64 * HOUR)),
        budget_line: Some(ONBOARDING.into()),
        pairs,
        ..Mentoring::default()
    }
}

/// Whether a mentor is ever free while the starter teaches: not when both teach religion, which runs in
/// parallel, nor when they stand in linked lessons together.
fn can_observe(facts: &[Fact], mentor: &Person, starter: &Person) -> bool {
    let links = |person: &Person| -> BTreeSet<String> {
        let own = person.leads.iter().map(|l| &facts[*l]);
        own.filter_map(|f| f.link.as_ref().map(ToString::to_string))
            .collect()
    };
    let religion = |person: &Person| {
        let mut own = person.leads.iter().map(|l| facts[*l].row().family);
        own.any(|family| family == Family::Religion)
    };
    !(religion(mentor) && religion(starter)) && links(mentor).is_disjoint(&links(starter))
}

/// Some starters teach one hour a week together with an experienced colleague of the same subject.
pub(super) fn co_teach(seed: u64, facts: &[Fact], lessons: &mut [Lesson], people: &mut [Person]) {
    let mut dice = Dice::of(seed, "co-teaching");
    for starter in 0..people.len() {
        if !people[starter].is_starter() || !dice.chance(60) {
            continue;
        }
        let suited = people[starter].leads.iter().copied().find(|l| {
            let lengths = lessons[*l].block_lengths();
            lengths.len() >= 2 && lengths[0] == 1 && lessons[*l].link.is_none()
        });
        let Some(lesson) = suited else { continue };
        let fact = &facts[lesson];
        let teaches = |p: &Person| {
            let own = p.leads.iter().map(|l| &facts[*l]);
            own.into_iter()
                .any(|f| (f.subject, f.graad) == (fact.subject, fact.graad))
        };
        let colleague = (0..people.len()).find(|at| {
            let person = &people[*at];
            person.teacher.experience >= MENTOR_YEARS
                && person.co.is_empty()
                && teaches(person)
                && fits(facts, person, fact.hour())
        });
        if let Some(colleague) = colleague {
            people[colleague].co.push(lesson);
            lessons[lesson].positions.push(Position {
                role: Role::Co,
                hours: Some(1),
            });
        }
    }
}

/// Vakgroepen of three to eight, and a core team.
pub(super) fn teams(seed: u64, facts: &[Fact], people: &[Person]) -> Vec<Team> {
    let mut dice = Dice::of(seed, "teams");
    let mut teams = Vec::new();
    let families: Vec<Option<Family>> = people.iter().map(|p| p.family(facts)).collect();
    let present: BTreeSet<Family> = families.iter().flatten().copied().collect();
    for family in present {
        let mut members: Vec<usize> = (0..people.len())
            .filter(|at| families[*at] == Some(family))
            .collect();
        dice.shuffle(&mut members);
        let several = members.len() > *TEAM.end();
        for (number, group) in even_groups(&members).into_iter().enumerate() {
            let name = match (several, number) {
                (false, _) => format!("vakgroep {}", family.team()),
                (true, _) => format!("vakgroep {} {}", family.team(), number + 1),
            };
            teams.extend(team(people, group, name, teams.len()));
        }
    }
    let leading = |p: &Person| p.teacher.tasks.iter().any(|t| t.kind != TaskKind::Other);
    let mut core: Vec<usize> = (0..people.len())
        .filter(|at| leading(&people[*at]))
        .collect();
    dice.shuffle(&mut core);
    core.truncate(6);
    teams.extend(team(people, core, "kernteam".to_owned(), teams.len()));
    teams
}

fn even_groups(members: &[usize]) -> Vec<Vec<usize>> {
    let count = members.len().div_ceil(*TEAM.end()).max(1);
    let size = members.len().div_ceil(count).max(1);
    members.chunks(size).map(<[usize]>::to_vec).collect()
}

/// A team of those who can meet: whoever leaves too little common time stays out.
fn team(people: &[Person], candidates: Vec<usize>, name: String, number: usize) -> Option<Team> {
    let mut absent = 0_u64;
    let mut members = Vec::new();
    for at in candidates {
        let together = absent | people[at].absent;
        if super::grid::SLOTS as u32 - together.count_ones() >= COMMON_SLOTS {
            absent = together;
            members.push(people[at].teacher.id.clone());
        }
    }
    members.sort();
    TEAM.contains(&members.len()).then(|| Team {
        id: format!("T{:02}", number + 1).into(),
        name,
        members,
        meetings: 1,
        quorum: None,
        weeks: uurwerk_model::Recurrence::default(),
    })
}
