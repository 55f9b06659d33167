//! The time zone: Europe/Brussels as it has been since 1996, in the words of RFC 5545, section 3.6.5.
//!
//! The library that writes the events puts the clock's time and a random id into components that it does not know, which a time zone may not
//! have and which would make every run different; so this one component is a text.

/// Name of the zone.
pub(super) const NAME: &str = "Europe/Brussels";

const ZONE: &str = "BEGIN:VTIMEZONE\r\n\
TZID:Europe/Brussels\r\n\
BEGIN:DAYLIGHT\r\n\
TZNAME:CEST\r\n\
TZOFFSETFROM:+0100\r\n\
TZOFFSETTO:+0200\r\n\
DTSTART:19960331T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
END:DAYLIGHT\r\n\
BEGIN:STANDARD\r\n\
TZNAME:CET\r\n\
TZOFFSETFROM:+0200\r\n\
TZOFFSETTO:+0100\r\n\
DTSTART:19961027T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
END:STANDARD\r\n\
END:VTIMEZONE\r\n";

/// A calendar with the time zone before its first event.
pub(super) fn with_zone(calendar: &str) -> String {
    match calendar.find("BEGIN:VEVENT") {
        Some(at) => [&calendar[..at], ZONE, &calendar[at..]].concat(),
        None => calendar.to_owned(),
    }
}
