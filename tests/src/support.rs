//! What a plan gives starters and teams, worked out from the documents alone.

use std::collections::BTreeSet;

use uurwerk::{PlanDocument, ProtectedKind, ProtectedSlot, Role, School, TeacherId};

/// School days within which an observation is talked over.
const DAYS: usize = 2;

/// Every starter with a mentor has a conversation and at least two lessons that the mentor can watch; observations without a
/// conversation within two school days are few, and just those that rule M17 measures; every team meets; and the report lists
/// all of it by name and time.
pub fn assert_supported(school: &School, plan: &PlanDocument) {
    let document = school.document();
    let place = |day: &str, period: &str| -> (usize, usize) {
        let days = &document.grid.days;
        let at = days.iter().position(|d| d.id.as_str() == day);
        let at = at.expect("a day of the grid");
        let periods = &days[at].periods;
        let period = periods.iter().position(|p| p.id.as_str() == period);
        (at, period.expect("a period of the day"))
    };
    // (who, where, teaches) of every block; a position with fewer hours comes to the first blocks.
    let mut busy: BTreeSet<(&TeacherId, (usize, usize))> = BTreeSet::new();
    let mut teaching = busy.clone();
    for entry in &plan.allocation {
        let lesson = document.lessons.iter().find(|l| l.id == entry.lesson);
        let lesson = lesson.expect("a lesson of the school");
        let position = &lesson.positions[usize::from(entry.position)];
        let mut left = i32::from(position.hours.unwrap_or(lesson.hours));
        let mut blocks: Vec<_> = plan
            .timetable
            .iter()
            .filter(|p| p.lesson == entry.lesson)
            .collect();
        blocks.sort_by_key(|p| p.block);
        for block in blocks {
            if left <= 0 {
                break;
            }
            left -= i32::from(block.length);
            let (day, first) = place(block.day.as_str(), block.period.as_str());
            for period in first..first + usize::from(block.length) {
                busy.insert((&entry.teacher, (day, period)));
                if matches!(entry.role, Role::Lead | Role::Co) {
                    teaching.insert((&entry.teacher, (day, period)));
                }
            }
        }
    }
    let at = |slot: &ProtectedSlot| place(slot.day.as_str(), slot.period.as_str());
    let of = |kind: ProtectedKind, people: [&TeacherId; 2]| -> Vec<(usize, usize)> {
        let slots = plan.protected.iter();
        let own = slots.filter(|s| s.kind == kind && s.people.iter().eq(people));
        own.map(at).collect()
    };
    let report = uurwerk::report::summary(school, plan, uurwerk::Language::En);
    let text = uurwerk::report::text(&report, uurwerk::report::Style::Plain);
    let page = uurwerk::report::html(school, plan, uurwerk::Language::En);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = |(day, period): (usize, usize)| {
        let day = &document.grid.days[day];
        let period = &day.periods[period];
        format!("{} {} ({})", day.name, period.id, period.start)
    };
    let name = |id: &TeacherId| {
        let teacher = document.staff.iter().find(|t| t.id == *id);
        teacher.expect("a teacher of the school").name.clone()
    };
    assert!(
        !document.mentoring.pairs.is_empty(),
        "the school has starters with mentors"
    );
    assert_eq!(report.support.len(), document.mentoring.pairs.len());
    let (mut observed, mut late) = (0, 0);
    for (pair, line) in document.mentoring.pairs.iter().zip(&report.support) {
        let people = [&pair.mentor, &pair.starter];
        let talks = of(ProtectedKind::Meeting, people);
        let watched = of(ProtectedKind::Observation, people);
        assert!(!talks.is_empty(), "{people:?} never talk");
        for talk in &talks {
            assert!(
                people.iter().all(|who| !busy.contains(&(*who, *talk))),
                "{people:?} are busy then"
            );
        }
        let week = document.grid.days.len();
        let mut in_time = true;
        for (day, period) in &watched {
            let soon = talks.iter().any(|(d, p)| match (d + week - day) % week {
                0 => p > period,
                ahead => ahead <= DAYS,
            });
            late += i64::from(!soon);
            in_time &= soon;
        }
        observed += watched.len();
        let elsewhere: BTreeSet<_> = plan
            .protected
            .iter()
            .filter(|s| match s.kind {
                ProtectedKind::Observation => {
                    s.people[0] == pair.mentor && s.people[1] != pair.starter
                }
                ProtectedKind::CoTeaching => false,
                ProtectedKind::Meeting | ProtectedKind::Team => s.people.contains(&pair.mentor),
            })
            .map(at)
            .collect();
        let open = teaching.iter().filter(|(who, when)| {
            *who == &pair.starter
                && !busy.contains(&(&pair.mentor, *when))
                && !elsewhere.contains(when)
        });
        assert!(
            open.count() >= 2,
            "{people:?}: fewer than two lessons to watch"
        );
        assert_eq!(line.complete, in_time, "{line:?}");
        for who in people {
            assert!(flat.contains(&name(who)), "{who} stands in the report");
        }
        for when in talks.into_iter().chain(watched) {
            let when = shown(when);
            assert!(
                line.sentences.iter().any(|s| s.contains(&when)),
                "{when} of {people:?}"
            );
            assert!(
                flat.contains(&when) && page.contains(&when),
                "{when} of {people:?}"
            );
        }
    }
    let measured = plan.rules.iter().find(|r| r.rule.as_str() == "M17");
    assert_eq!(measured.map(|r| r.deviation), Some(late));
    assert!(late * 2 <= observed as i64, "{late} of {observed} are late");
    assert_eq!(report.teams.len(), document.teams.len());
    for (team, line) in document.teams.iter().zip(&report.teams) {
        let slots = plan
            .protected
            .iter()
            .filter(|s| s.team.as_ref() == Some(&team.id));
        let slots: Vec<_> = slots.collect();
        assert!(
            slots.len() >= usize::from(team.meetings),
            "{} does not meet",
            team.id
        );
        for slot in slots {
            let free =
                |who: &TeacherId| slot.people.contains(who) && !busy.contains(&(who, at(slot)));
            assert!(team.members.iter().all(free), "{} cannot all come", team.id);
            let when = shown(at(slot));
            assert!(line.complete && line.sentence.contains(&when), "{line:?}");
            assert!(
                flat.contains(&when) && page.contains(&team.name),
                "{when} of {}",
                team.id
            );
        }
    }
}
