//! The weekly grid: days, periods with clock times, half-days (Decision of 31-08-2001, art. 3: nine
//! half-days, Monday to Friday).

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{DayId, PeriodId};

/// The days of a school week in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// The days on which lessons are given, in order.
    #[schemars(length(min = 1, max = 7))]
    pub days: Vec<Day>,
}

/// One day of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Id, such as `mon`.
    pub id: DayId,
    /// Name for people, such as `maandag`.
    pub name: String,
    /// The periods in order of time.
    #[schemars(length(min = 1, max = 20))]
    pub periods: Vec<Period>,
}

/// One lesson hour (50 minutes by law) of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Id, unique within the day.
    pub id: PeriodId,
    /// Start on the clock.
    pub start: ClockTime,
    /// End on the clock.
    pub end: ClockTime,
    /// The half-day it belongs to; no block of a lesson runs from one half-day into the next.
    pub half_day: HalfDay,
}

/// Before or after the midday break.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum HalfDay {
    /// Before the midday break.
    Morning,
    /// After the midday break.
    Afternoon,
}

/// A time on the clock in minutes after midnight, written `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(pub u16);

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for ClockTime {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("`{text}` is not a time of the form HH:MM");
        let (hours, minutes) = text.split_once(':').ok_or_else(fault)?;
        if hours.len() != 2 || minutes.len() != 2 {
            return Err(fault());
        }
        let hours: u16 = hours.parse().map_err(|_| fault())?;
        let minutes: u16 = minutes.parse().map_err(|_| fault())?;
        if hours < 24 && minutes < 60 {
            Ok(Self(hours * 60 + minutes))
        } else {
            Err(fault())
        }
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for ClockTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ClockTime".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A time on the clock, HH:MM.",
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        })
    }
}

/// A place in the week by name.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The day.
    pub day: DayId,
    /// The period of that day.
    pub period: PeriodId,
}
