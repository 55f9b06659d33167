//! Calendars.

use std::collections::BTreeSet;

use uurwerk_formats::{Decided, Written, ical};
use uurwerk_model::Language;

use super::{decisions, ok, school};

#[test]
fn calendars_are_accepted_by_another_parser_and_hold_every_block() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let decided = Decided::new(&school, &allocation, &timetable);
    let written = ok(ical::write(
        &decided,
        &ical::CalendarProfile::default(),
        Language::Nl,
    ));
    let again = ok(ical::write(
        &decided,
        &ical::CalendarProfile::default(),
        Language::Nl,
    ));
    assert_eq!(written, again, "the same plan gives the same bytes");
    let mut uids = BTreeSet::new();
    let mut events = 0;
    for (name, bytes) in &written.files {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(
            text.lines().all(|line| line.len() <= 75),
            "{name}: lines are folded"
        );
        assert_eq!(
            text.matches('\n').count(),
            text.matches("\r\n").count(),
            "{name}: lines end in CRLF"
        );
        let parsed: Vec<_> = ::ical::IcalParser::new(bytes.as_slice())
            .collect::<Result<_, _>>()
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(parsed.len(), 1);
        assert_eq!(parsed[0].timezones.len(), 1, "{name} has its time zone");
        assert_eq!(parsed[0].timezones[0].transitions.len(), 2);
        for event in &parsed[0].events {
            let value = |key: &str| {
                event
                    .properties
                    .iter()
                    .find(|p| p.name == key)
                    .and_then(|p| p.value.clone())
                    .unwrap_or_else(|| panic!("{name}: {key}"))
            };
            assert!(uids.insert(value("UID")), "{name}: a UID of its own");
            assert!(value("RRULE").starts_with("FREQ=WEEKLY;UNTIL=2027"));
            assert!(
                event
                    .properties
                    .iter()
                    .filter(|p| p.name == "EXDATE")
                    .count()
                    >= 5,
                "holidays are left out"
            );
            events += 1;
        }
    }
    let expected: usize = decided
        .lessons()
        .flat_map(|(at, lesson)| decided.blocks(at).iter().map(move |p| (at, lesson, *p)))
        .map(|(at, lesson, placement)| {
            // Who has fewer hours than the lesson is not there in its last blocks.
            let before: u8 = lesson
                .block_lengths()
                .iter()
                .take(usize::from(placement.block))
                .sum();
            let seats = decided.teachers(at).iter().zip(&lesson.positions);
            let there =
                seats.filter(|(_, position)| position.hours.is_none_or(|hours| hours > before));
            let people: BTreeSet<_> = there.filter_map(|(teacher, _)| teacher.as_ref()).collect();
            let classes: BTreeSet<_> = lesson.groups.iter().map(|g| &g.class).collect();
            let rooms: BTreeSet<_> = placement.rooms.iter().flatten().collect();
            people.len() + classes.len() + rooms.len()
        })
        .sum();
    assert_eq!(events, expected);
    // A block that moves keeps its UID.
    let mut moved = timetable.clone();
    moved[0].period = if moved[0].period.as_str() == "1" {
        "2".into()
    } else {
        "1".into()
    };
    let moved = ok(ical::write(
        &Decided::new(&school, &allocation, &moved),
        &ical::CalendarProfile::default(),
        Language::Nl,
    ));
    let all_uids = |w: &Written| -> BTreeSet<String> {
        let lines = w.files.iter().flat_map(|(_, b)| {
            String::from_utf8_lossy(b)
                .lines()
                .filter(|l| l.starts_with("UID:"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
        lines.collect()
    };
    assert_eq!(all_uids(&written), all_uids(&moved));
}
