//! Exact amounts of work: one full-time equivalent is 133 980 units.
//!
//! 133 980 is the least common multiple of the Flemish noemers 20, 21, 22 and 29, so every load
//! that a secondary school can express is a whole number and no sum ever rounds.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Units in one full-time equivalent.
pub const FTE: i64 = 133_980;

/// An amount of work in 1/133 980 full-time equivalent; may be negative as a difference.
///
/// In a document it is a whole number of units, or a fraction as people write it:
/// `"20/22"` is twenty lesson hours at noemer 22.
///
/// ```
/// use uurwerk_model::FteUnits;
/// let load: FteUnits = serde_json::from_str("\"11/22\"").unwrap();
/// assert_eq!(load, FteUnits(66_990));
/// assert_eq!(FteUnits::of_hours(11, 22), Some(load));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FteUnits(pub i64);

impl FteUnits {
    /// No work at all.
    pub const ZERO: Self = Self(0);
    /// One full-time equivalent.
    pub const FULL: Self = Self(FTE);

    /// `hours` lesson hours at `noemer` hours for a full-time job; `None` when the noemer is 0 or
    /// the amount is not a whole number of units.
    pub fn of_hours(hours: u32, noemer: u16) -> Option<Self> {
        let total = i64::from(hours) * FTE;
        let noemer = i64::from(noemer);
        (noemer > 0 && total % noemer == 0).then(|| Self(total / noemer))
    }

    /// The amount in thousandths of a full-time equivalent, rounded to nearest: for people only.
    pub fn per_mille(self) -> i64 {
        (self.0 * 1000 + self.0.signum() * FTE / 2) / FTE
    }

    /// Reads `"n/d"` (an exact number of units) or a whole number of units.
    fn parse(text: &str) -> Option<Self> {
        let Some((hours, noemer)) = text.split_once('/') else {
            return text.trim().parse().ok().map(Self);
        };
        Self::of_hours(hours.trim().parse().ok()?, noemer.trim().parse().ok()?)
    }
}

impl Add for FteUnits {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for FteUnits {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for FteUnits {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for FteUnits {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Thousandths with a point, such as `0.955`.
impl fmt::Display for FteUnits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mille = self.per_mille();
        let sign = if mille < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:03}", mille.abs() / 1000, mille.abs() % 1000)
    }
}

impl Serialize for FteUnits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for FteUnits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Amount;
        impl Visitor<'_> for Amount {
            type Value = FteUnits;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number of 1/133980 FTE, or a fraction such as \"20/22\"")
            }
            fn visit_i64<E: de::Error>(self, units: i64) -> Result<FteUnits, E> {
                Ok(FteUnits(units))
            }
            fn visit_u64<E: de::Error>(self, units: u64) -> Result<FteUnits, E> {
                i64::try_from(units).map(FteUnits).map_err(E::custom)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<FteUnits, E> {
                FteUnits::parse(text)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Amount)
    }
}

impl JsonSchema for FteUnits {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FteUnits".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An amount of work: a whole number of 1/133980 full-time equivalent, or a fraction hours/noemer such as \"20/22\".",
            "anyOf": [
                { "type": "integer", "minimum": -1_000_000_000_000_i64, "maximum": 1_000_000_000_000_i64 },
                { "type": "string", "pattern": "^[0-9]{1,4}/[0-9]{1,4}$" }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flemish_noemer_is_exact() {
        for noemer in [20, 21, 22, 29, 30] {
            let one = FteUnits::of_hours(1, noemer).expect("divides 133980");
            assert_eq!(one.0 * i64::from(noemer), FTE);
        }
        assert_eq!(FteUnits::of_hours(1, 24), None); // 133980 / 24 = 5582.5
        assert_eq!(FteUnits::of_hours(12, 24), Some(FteUnits(FTE / 2)));
        assert_eq!(FteUnits::of_hours(1, 0), None);
    }

    #[test]
    fn people_read_thousandths() {
        assert_eq!(FteUnits(127_890).to_string(), "0.955"); // 21/22 = 0.9545...
        assert_eq!((-FteUnits(FTE / 2)).to_string(), "-0.500");
    }

    #[test]
    fn a_bad_fraction_is_refused() {
        for text in ["\"1/0\"", "\"1/24\"", "\"x\"", "1.5", "\"-1/20\""] {
            assert!(serde_json::from_str::<FteUnits>(text).is_err(), "{text}");
        }
    }
}
