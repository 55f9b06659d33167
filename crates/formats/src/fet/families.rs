//! The families of constraints, each with what it becomes.

use super::fault::{UNKNOWN, UNMAPPED};
use super::mapper::{Item, Mapper};
use super::{between, load, placing};

type Map = fn(&mut Mapper, &Item);

/// What becomes of a family.
enum Family {
    /// It is mapped by this.
    Mapped(Map),
    /// It is read elsewhere: see `availability`, `rooms` and `changes`.
    Elsewhere,
    /// It is known and not held to.
    Left,
    /// It is not known.
    Unknown,
}

/// Families that FET has and that are not held to: most belong to its modes of mornings and afternoons, and of terms.
const LEFT: &[&str] = &[
    "ActivitiesMaxInATerm",
    "ActivitiesMinInATerm",
    "ActivitiesOccupyMaxTerms",
    "ActivityTagsNotOverlapping",
    "MaxGapsBetweenActivities",
    "MaxHalfDaysBetweenActivities",
    "MinHalfDaysBetweenActivities",
    "MaxTermsBetweenActivities",
    "MaxTotalActivitiesFromSetInSelectedTimeSlots",
    "MaxTotalActivitiesFromSetInSelectedTimeSlotsPerWeek",
];

/// What the names of families about people, of those not held to, have in them.
const LIMITS: &[&str] = &[
    "RealDay",
    "HalfDay",
    "Morning",
    "Afternoon",
    "ThreeConsecutiveDays",
    "ZeroGaps",
    "RoomNotAvailableTimes",
    "MinGapsBetweenOrderedPairOfActivityTags",
    "MinGapsBetweenActivityTag",
    "SinglyGaps",
    "MaxTwoActivityTags",
    "PairOfMutuallyExclusive",
];

/// Maps one constraint, or notes why not.
pub(super) fn map(mapper: &mut Mapper, item: &Item) {
    match family(item.family()) {
        Family::Mapped(map) => map(mapper, item),
        Family::Elsewhere => {}
        Family::Left => mapper.unmapped(item),
        Family::Unknown => mapper
            .notes
            .add(UNKNOWN, item.family(), item.element.position),
    }
}

impl Mapper<'_, '_, '_> {
    /// Notes a constraint that is not held to.
    pub(super) fn unmapped(&mut self, item: &Item) {
        self.notes
            .add(UNMAPPED, item.family(), item.element.position);
    }
}

/// The family of a name; the twins for one and for all are one.
fn family(name: &str) -> Family {
    use Family::{Elsewhere, Left, Mapped};
    let people = ["Teachers", "Teacher", "StudentsSet", "Students"];
    let own = people.iter().find_map(|people| name.strip_prefix(people));
    if let Some(own) = own {
        let map: Map = match own {
            "MaxHoursDaily" => load::max_hours_daily,
            "MinHoursDaily" => load::min_hours_daily,
            "MaxGapsPerWeek" => load::max_gaps_per_week,
            "MaxGapsPerDay" => load::max_gaps_per_day,
            "MaxDaysPerWeek" => load::max_days_per_week,
            "MinDaysPerWeek" => load::min_days_per_week,
            "IntervalMaxDaysPerWeek" => load::interval_max_days,
            "MaxSpanPerDay" => load::max_span_per_day,
            "MinRestingHours" => load::min_resting_hours,
            "MaxHoursContinuously" => load::max_hours_continuously,
            "ActivityTagMaxHoursContinuously" => load::tag_max_hours_continuously,
            "EarlyMaxBeginningsAtSecondHour" => load::early,
            "ActivityTagMaxHoursDaily" => load::tag_max_hours_daily,
            "ActivityTagMinHoursDaily" => load::tag_min_hours_daily,
            "NotAvailableTimes" | "HomeRoom" | "HomeRooms" => return Elsewhere,
            // Whatever else people are limited in: the half-days and real days of FET's other modes, and pairs of tags.
            _ if LIMITS.iter().any(|limit| own.contains(limit)) => return Left,
            _ => return Family::Unknown,
        };
        return Mapped(map);
    }
    match name {
        "BasicCompulsoryTime" | "BasicCompulsorySpace" | "BreakTimes" | "RoomNotAvailableTimes" => {
            Elsewhere
        }
        "ActivityPreferredRoom"
        | "ActivityPreferredRooms"
        | "SubjectPreferredRoom"
        | "SubjectPreferredRooms" => Elsewhere,
        "ActivityTagPreferredRoom" | "ActivityTagPreferredRooms" => Elsewhere,
        "SubjectActivityTagPreferredRoom" | "SubjectActivityTagPreferredRooms" => Elsewhere,
        "MinDaysBetweenActivities" => Mapped(between::min_days),
        "ActivityPreferredStartingTime" | "ActivityPreferredDay" => Mapped(placing::starting_time),
        "ActivityPreferredStartingTimes"
        | "ActivitiesPreferredStartingTimes"
        | "SubactivitiesPreferredStartingTimes" => Mapped(placing::starting_times),
        "ActivityPreferredTimeSlots"
        | "ActivitiesPreferredTimeSlots"
        | "SubactivitiesPreferredTimeSlots" => Mapped(placing::time_slots),
        "ActivitiesSameStartingTime" => Mapped(between::same_starting_time),
        "ActivitiesSameStartingDay" => Mapped(between::same_starting_day),
        "ActivitiesSameStartingHour" => Mapped(between::same_starting_hour),
        "ActivitiesNotOverlapping" => Mapped(between::not_overlapping),
        "TwoActivitiesConsecutive" | "ThreeActivitiesConsecutive" => Mapped(between::consecutive),
        "TwoActivitiesGrouped" | "ThreeActivitiesGrouped" => Mapped(between::grouped),
        "TwoActivitiesOrdered" => Mapped(between::ordered),
        "ActivitiesOccupyMaxTimeSlotsFromSelection"
        | "ActivitiesOccupyMinTimeSlotsFromSelection" => Mapped(between::occupied),
        "TwoActivitiesOrderedIfSameDay" | "ThreeActivitiesOrderedIfSameDay" => {
            Mapped(between::ordered_if_same_day)
        }
        "MaxDaysBetweenActivities" => Mapped(between::max_days),
        "MinGapsBetweenActivities" => Mapped(between::min_gaps),
        "ActivitiesMaxSimultaneousInSelectedTimeSlots"
        | "ActivitiesMinSimultaneousInSelectedTimeSlots" => Mapped(between::simultaneous),
        "ActivityEndsStudentsDay"
        | "ActivitiesEndStudentsDay"
        | "ActivityBeginsStudentsDay"
        | "ActivitiesBeginStudentsDay" => Mapped(between::ends_or_begins_day),
        "ActivityEndsTeachersDay"
        | "ActivitiesEndTeachersDay"
        | "ActivityBeginsTeachersDay"
        | "ActivitiesBeginTeachersDay" => Mapped(between::ends_or_begins_day),
        _ if LEFT.contains(&name) => Left,
        _ => Family::Unknown,
    }
}
