//! Events: a block of a lesson, or protected time, every week of the school year, or every second or fourth.

use icalendar::{Component, Event, EventLike, Property};
use sha2::{Digest, Sha256};
use uurwerk_model::{
    ClockTime, Language, Lesson, LessonIx, Message, Placement, ProtectedKind, ProtectedSlot,
    Recurrence, School, Slot, SlotIx,
};

use super::people::Owner;
use super::year::SchoolYear;
use super::zone;
use crate::exchange::Decided;
use crate::notes::Notes;

/// What events are made from.
pub(super) struct Context<'a> {
    pub decided: &'a Decided<'a>,
    pub year: &'a SchoolYear,
    pub language: Language,
}

impl Context<'_> {
    /// The events of somebody, in the order of the lessons.
    pub fn events(&self, owner: &Owner<'_>, notes: &mut Notes) -> Vec<Event> {
        let mut events = Vec::new();
        for (at, lesson) in self.decided.lessons() {
            for placement in self.decided.blocks(at) {
                if !self.attends(owner, at, lesson, placement) {
                    continue;
                }
                let made = self.event(
                    owner,
                    lesson.id.as_str(),
                    placement.block,
                    &placement.start(),
                    placement.length,
                    lesson.weeks,
                );
                match made {
                    Some(event) => events.push(self.lesson(event, at, lesson, placement)),
                    None => notes.add("UW3411", "/timetable", lesson.id.as_str()),
                }
            }
        }
        if let Owner::Teacher(teacher) = owner {
            for (nth, slot) in self.decided.protected.iter().enumerate() {
                if slot.people.contains(&teacher.id) {
                    events.extend(self.protected(owner, nth, slot));
                }
            }
        }
        events
    }

    fn attends(
        &self,
        owner: &Owner<'_>,
        at: LessonIx,
        lesson: &Lesson,
        placement: &Placement,
    ) -> bool {
        match owner {
            Owner::Teacher(teacher) => {
                let block = usize::from(placement.block);
                let lengths = lesson.block_lengths();
                let before: u32 = lengths.iter().take(block).map(|l| u32::from(*l)).sum();
                let every = u32::from(lesson.weeks.every);
                let positions = self.decided.teachers(at).iter().zip(&lesson.positions);
                // Who has fewer hours than the lesson is there in its first blocks.
                let mut theirs = positions.filter(|(t, p)| {
                    t.as_ref() == Some(&teacher.id)
                        && p.hours.is_none_or(|h| u32::from(h) * every > before)
                });
                theirs.next().is_some()
            }
            Owner::Class(class) => lesson.groups.iter().any(|g| g.class == class.id),
            Owner::Room(room) => placement.rooms.iter().flatten().any(|r| *r == room.id),
        }
    }

    /// An event without words: when and how often; none for a place outside the week or without a date in the year.
    fn event(
        &self,
        owner: &Owner<'_>,
        what: &str,
        nth: u8,
        start: &Slot,
        length: u8,
        weeks: Recurrence,
    ) -> Option<Event> {
        let school = self.decided.school;
        let (from, to) = clock(school, start, length)?;
        let weekday = weekday(school, start)?;
        let first = self.year.first_of(weekday, weeks)?;
        let local = |key: &str, date: chrono::NaiveDate, time: ClockTime| {
            let value = format!(
                "{}T{:02}{:02}00",
                date.format("%Y%m%d"),
                time.0 / 60,
                time.0 % 60
            );
            Property::new(key, value)
                .add_parameter("TZID", zone::NAME)
                .done()
        };
        let mut event = Event::new();
        event
            .uid(&self.uid(owner, what, nth))
            .append_property(Property::new("DTSTAMP", self.year.stamp()))
            .append_property(local("DTSTART", first, from))
            .append_property(local("DTEND", first, to))
            .append_property(Property::new("RRULE", self.year.rule(weeks)));
        for holiday in self.year.free_of(weekday, weeks) {
            event.append_multi_property(local("EXDATE", holiday, from));
        }
        Some(event.done())
    }

    fn lesson(
        &self,
        mut event: Event,
        at: LessonIx,
        lesson: &Lesson,
        placement: &Placement,
    ) -> Event {
        let school = self.decided.school;
        let subject = school
            .subject_ix(&lesson.subject)
            .map(|s| school.subject(s));
        let subject = subject.map_or(lesson.subject.as_str(), |s| s.name.as_str());
        let groups: Vec<String> = lesson
            .groups
            .iter()
            .map(|group| match &group.part {
                None => group.class.to_string(),
                Some(part) => format!("{}/{}", group.class, part.part),
            })
            .collect();
        let people: Vec<&str> = self
            .decided
            .teachers(at)
            .iter()
            .flatten()
            .map(|id| {
                school
                    .teacher_ix(id)
                    .map_or(id.as_str(), |t| school.teacher(t).name.as_str())
            })
            .collect();
        let rooms: Vec<&str> = placement
            .rooms
            .iter()
            .flatten()
            .map(|r| r.as_str())
            .collect();
        event.summary(&if groups.is_empty() {
            subject.to_owned()
        } else {
            format!("{subject} · {}", groups.join(", "))
        });
        if !people.is_empty() {
            event.description(&people.join(", "));
        }
        if !rooms.is_empty() {
            event.location(&rooms.join(", "));
        }
        event.done()
    }

    fn protected(&self, owner: &Owner<'_>, nth: usize, slot: &ProtectedSlot) -> Option<Event> {
        let start = Slot {
            day: slot.day.clone(),
            period: slot.period.clone(),
        };
        let (name, what) = match slot.kind {
            ProtectedKind::Observation => ("observation", "report-observation"),
            ProtectedKind::Meeting => ("meeting", "report-meeting"),
            ProtectedKind::CoTeaching => ("co-teaching", "report-co-teaching"),
            ProtectedKind::Team => ("team", "report-team"),
        };
        let about = slot.lesson.as_ref().map(ToString::to_string);
        let about = about.or_else(|| slot.team.as_ref().map(ToString::to_string));
        let people: Vec<&str> = slot.people.iter().map(|p| p.as_str()).collect();
        let earlier = &self.decided.protected[..nth];
        let alike = earlier
            .iter()
            .filter(|s| s.kind == slot.kind && s.people == slot.people && s.lesson == slot.lesson);
        let count = alike.count().min(255) as u8;
        let key = format!(
            "{name} {} {}",
            about.as_deref().unwrap_or_default(),
            people.join(" ")
        );
        let mut event = self.event(owner, &key, count, &start, slot.length, slot.weeks)?;
        let words = Message::new(what).text(self.language);
        event.summary(&match about {
            Some(about) => format!("{words} · {about}"),
            None => words,
        });
        event.description(&people.join(", "));
        Some(event.done())
    }

    /// The same for the same lesson, block and owner of a school year, wherever in the week it lies.
    fn uid(&self, owner: &Owner<'_>, what: &str, nth: u8) -> String {
        let document = self.decided.school.document();
        let nth = nth.to_string();
        let mut hash = Sha256::new();
        for part in [
            &document.name,
            self.year.name(),
            owner.folder(),
            owner.id(),
            what,
            &nth,
        ] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        let hex: String = digest
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{hex}@uurwerk")
    }
}

/// From and to on the clock.
fn clock(school: &School, start: &Slot, length: u8) -> Option<(ClockTime, ClockTime)> {
    let first = school.slot_ix(start)?;
    let last = SlotIx(first.0 + u32::from(length.max(1)) - 1);
    let end = school.slots().get(last.at()).map(|_| school.slot(last))?;
    let period = |slot: &Slot| {
        let day = school
            .document()
            .grid
            .days
            .iter()
            .find(|d| d.id == slot.day)?;
        day.periods.iter().find(|p| p.id == slot.period)
    };
    (end.day == start.day).then_some(())?;
    Some((period(start)?.start, period(&end)?.end))
}

/// The day of the week: by its id where all days are called `mon` to `sun`, else in order from Monday.
fn weekday(school: &School, slot: &Slot) -> Option<chrono::Weekday> {
    let days = &school.document().grid.days;
    let named: Option<Vec<chrono::Weekday>> =
        days.iter().map(|d| d.id.as_str().parse().ok()).collect();
    let at = days.iter().position(|d| d.id == slot.day)?;
    match named {
        Some(named) => named.get(at).copied(),
        None => chrono::Weekday::try_from(u8::try_from(at).ok()?).ok(),
    }
}
