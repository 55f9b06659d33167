//! Weights of constraints: percentages with up to six decimals. 100 must hold; below, FET counts a conflict with weight/100.

use super::fault::{Faults, MISSING, VALUE};
use crate::xml::Element;

/// Millionths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight(pub u32);

impl Weight {
    /// One hundred percent.
    pub const WHOLE: Self = Self(100_000_000);

    /// Whether it must hold.
    pub fn is_hard(self) -> bool {
        self == Self::WHOLE
    }

    /// Reads the weight of a constraint; a fault and 100 when there is none that can be read.
    pub fn of(element: &Element, faults: &mut Faults) -> Self {
        let Some(child) = element.child("Weight_Percentage") else {
            faults.add(
                MISSING,
                element.position,
                &element.name,
                "a constraint needs a `Weight_Percentage`",
            );
            return Self::WHOLE;
        };
        parse(child.trimmed()).unwrap_or_else(|| {
            faults.add(
                VALUE,
                child.position,
                &element.name,
                format!("`Weight_Percentage` must be 0 to 100, not `{}`", child.text),
            );
            Self::WHOLE
        })
    }
}

fn parse(text: &str) -> Option<Weight> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    // FET writes six decimals at most; what is finer is cut off.
    let millionths: u32 = format!("{part:0<6}").get(..6)?.parse().ok()?;
    let weight = whole
        .parse::<u32>()
        .ok()?
        .checked_mul(1_000_000)?
        .checked_add(millionths)?;
    (weight <= Weight::WHOLE.0).then_some(Weight(weight))
}

/// The greatest power of ten, at most a million, of which all weights are multiples: soft costs are counted in it.
pub(super) fn unit(weights: impl Iterator<Item = Weight> + Clone) -> u32 {
    let mut unit = 1_000_000;
    while weights.clone().any(|weight| weight.0 % unit != 0) {
        unit /= 10;
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_exact() {
        assert_eq!(parse("100"), Some(Weight::WHOLE));
        assert_eq!(parse("99.75"), Some(Weight(99_750_000)));
        assert_eq!(parse("0.000001"), Some(Weight(1)));
        for bad in ["", "-1", "100.000001", "1e2", "99999999999", ".5", "9 5"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_unit_divides_all() {
        let unit = |weights: &[u32]| unit(weights.iter().map(|&weight| Weight(weight)));
        assert_eq!(unit(&[95_000_000, 0]), 1_000_000);
        assert_eq!(unit(&[95_000_000, 99_750_000]), 10_000);
        assert_eq!(unit(&[1]), 1);
    }
}
