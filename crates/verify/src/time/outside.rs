//! C3, C5, C7, M13, O5: experts who come in, pupils who are out, meetings with other schools, projects (memo 1.1, 2.1, 2.3, 3.2).

use uurwerk_model::school::Slot;
use uurwerk_model::{Gathering, Group, LessonId, TeacherId};

use super::clash::clash;
use super::support::is_free_in;
use crate::case::Case;
use crate::rules::Params;
use crate::week::{Block, attends, meet as meet_in_weeks, phases, place_of};

/// C5: visits that are possible with no move, one move or one exchange, as many as are allowed, in no block.
pub(crate) fn c5_visits(case: &Case, params: &Params) -> i64 {
    let moves = params.get("moves");
    let mut sum = 0;
    for visit in &case.school.visits {
        let Some(lesson) = place_in_lessons(case, &visit.lesson) else {
            continue;
        };
        let at = |slot: &Slot| place_of(case.school, &slot.day, &slot.period);
        let open: Vec<usize> = visit.windows.iter().filter_map(at).collect();
        let inside = |periods: &[usize]| periods.iter().all(|p| open.contains(p));
        let placed = || case.week.blocks.iter().filter(|b| b.start.is_some());
        let is_linked = |lesson: usize| case.lessons[lesson].lesson.link.is_some();
        let is_held = placed().filter(|b| b.lesson == lesson).any(|block| {
            if inside(&block.periods) {
                return true;
            }
            if moves == 0 || is_linked(lesson) {
                return false;
            }
            let length = block.periods.len();
            let moved = (0..case.week.periods.len()).any(|start| {
                let there: Vec<usize> = (start..start + length).collect();
                lies_in_one_half(case, &there)
                    && inside(&there)
                    && is_possible(case, block, &there, &[block])
            });
            moved
                || moves > 1
                    && placed().any(|other| {
                        other.lesson != lesson
                            && !is_linked(other.lesson)
                            && other.periods.len() == length
                            && inside(&other.periods)
                            && is_possible(case, block, &other.periods, &[block, other])
                            && is_possible(case, other, &block.periods, &[block, other])
                    })
        });
        sum += i64::from(!is_held);
    }
    sum
}

fn place_in_lessons(case: &Case, id: &LessonId) -> Option<usize> {
    case.lessons.iter().position(|l| l.lesson.id == *id)
}

fn lies_in_one_half(case: &Case, periods: &[usize]) -> bool {
    let half = |p: &usize| case.week.periods.get(*p).map(|period| period.half);
    let first = periods.first().and_then(half);
    first.is_some() && periods.iter().all(|p| half(p) == first)
}

fn is_same(a: &Block, b: &Block) -> bool {
    (a.lesson, a.block) == (b.lesson, b.block)
}

/// Whether the teachers and pupils of a block have nothing in these periods but what is taken away.
fn is_possible(case: &Case, block: &Block, there: &[usize], away: &[&Block]) -> bool {
    let takes = |who: usize, b: &Block| {
        let own = case.jobs.iter().filter(|j| j.lesson == b.lesson);
        let own = own.filter(|j| j.teacher == Some(who));
        own.filter(|j| attends(j, &case.lessons[b.lesson], b.block))
            .count() as i64
    };
    for who in 0..case.school.staff.len() {
        if takes(who, block) == 0 {
            continue;
        }
        for period in there {
            let stays = |week: usize| {
                let gone = away
                    .iter()
                    .filter(|b| b.periods.contains(period) && b.weeks[week]);
                case.week.things[who][*period][week] > gone.map(|b| takes(who, b)).sum()
            };
            let mut weeks = (0..4).filter(|week| block.weeks[*week]);
            if weeks.any(stays) || case.week.wish[who][*period] == -3 {
                return false;
            }
        }
    }
    for other in &case.week.blocks {
        let at_once = other.periods.iter().any(|p| there.contains(p));
        let meets = at_once && meet_in_weeks(other.weeks, block.weeks);
        let taken_away = away.iter().any(|b| is_same(b, other));
        let mut classes = case.lessons[block.lesson].classes.iter();
        if meets
            && !taken_away
            && classes.any(|class| clash(case, *class, block.lesson, other.lesson))
        {
            return false;
        }
    }
    true
}

/// C7: periods of days at a workplace in which a lesson of those pupils runs.
pub(crate) fn c7_workplace(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for workplace in &case.school.workplaces {
        let mut at = 0;
        for day in &case.school.grid.days {
            for _ in &day.periods {
                let away = workplace.days.contains(&day.id);
                let mut blocks = case.week.blocks.iter();
                let taught = blocks.any(|block| {
                    let groups = &case.lessons[block.lesson].lesson.groups;
                    block.periods.contains(&at) && groups.iter().any(|g| meet(g, &workplace.group))
                });
                sum += i64::from(away && taught);
                at += 1;
            }
        }
    }
    sum
}

/// Whether two groups may have pupils in common: the same class, and not two parts of one way to divide it.
fn meet(a: &Group, b: &Group) -> bool {
    a.class == b.class
        && match (&a.part, &b.part) {
            (Some(a), Some(b)) => a.partition != b.partition || a.part == b.part,
            _ => true,
        }
}

/// M13: people who miss the best window of a gathering that is of no team.
pub(crate) fn m13_gatherings(case: &Case, _: &Params) -> i64 {
    let gatherings = case.school.gatherings.iter();
    let own = gatherings.filter(|g| g.team.is_none());
    own.map(|g| missing(case, g)).sum()
}

/// C3: the same for gatherings of teams.
pub(crate) fn c3_across_schools(case: &Case, _: &Params) -> i64 {
    let gatherings = case.school.gatherings.iter();
    let own = gatherings.filter(|g| g.team.is_some());
    own.map(|g| missing(case, g)).sum()
}

/// How many of those who go there miss the best of its windows.
fn missing(case: &Case, gathering: &Gathering) -> i64 {
    let mut teams = case.school.teams.iter();
    let team = teams.find(|team| Some(&team.id) == gathering.team.as_ref());
    let goes = |id: &TeacherId| match team {
        Some(team) => team.members.contains(id) || gathering.people.contains(id),
        None if gathering.people.is_empty() => {
            let mut pairs = case.school.mentoring.pairs.iter();
            pairs.any(|p| p.mentor == *id)
        }
        None => gathering.people.contains(id),
    };
    let travel = i64::from(gathering.travel);
    let mut least = None;
    for window in &gathering.windows {
        let (from, to) = (i64::from(window.start.0), i64::from(window.end.0));
        let mut touched = Vec::new();
        let mut at = 0;
        for day in &case.school.grid.days {
            for period in &day.periods {
                let (start, end) = (i64::from(period.start.0), i64::from(period.end.0));
                if day.id == window.day && start < to + travel && end > from - travel {
                    touched.push(at);
                }
                at += 1;
            }
        }
        for weeks in phases(gathering.weeks) {
            let mut missing = 0;
            for (who, person) in case.staff() {
                let comes = touched.iter().all(|p| is_free_in(case, who, *p, weeks));
                missing += i64::from(goes(&person.id) && !comes);
            }
            least = Some(least.map_or(missing, |least: i64| least.min(missing)));
        }
    }
    least.unwrap_or(0)
}

/// O5: projects whose lessons nowhere run together for as many periods in a row as they want.
pub(crate) fn o5_projects(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for project in &case.school.projects {
        let length = usize::from(project.length);
        let runs = |id: &LessonId, period: usize| {
            let mut blocks = case.week.blocks.iter();
            blocks.any(|b| case.lessons[b.lesson].lesson.id == *id && b.periods.contains(&period))
        };
        let found = (0..case.week.periods.len()).any(|start| {
            let row: Vec<usize> = (start..start + length).collect();
            let together = |p: &usize| project.lessons.iter().all(|id| runs(id, *p));
            lies_in_one_half(case, &row) && row.iter().all(together)
        });
        sum += i64::from(!found);
    }
    sum
}
