//! Climates: how a leg of annealing cools, and what hard cost weighs meanwhile. Schools differ in which suits them, so the portfolio tries them on
//! short legs and goes on with the one that did best, until there is a feasible timetable.

use crate::Cost;

/// How a leg cools. A typical change for the worse is that of the median in a sample, of soft and of hard cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Climate {
    /// Temperature at the start of a leg, in typical soft changes.
    pub hot: f64,
    /// And at least so much of what a point of hard cost weighs: above some 0.5, clashes come and go.
    pub melt: f64,
    /// A mended timetable lasts as soon as the temperature is below so much of what a point of hard cost weighs; before that, late in a leg.
    pub settled: f64,
    /// The part of a leg that goes by before the temperature is below [`FROZEN`], as long as no feasible timetable is known; 0 when the
    /// temperature falls by the same part all the time.
    pub linger: f64,
    /// Weight of hard cost at the start of a leg: what a typical hard change weighs in typical soft changes.
    pub hard_weight: f64,
    /// What the hard weight is multiplied by after a step of a leg that saw no feasible timetable.
    pub rise: f64,
    /// And after a step that saw one.
    pub fall: f64,
}

/// Below so much of what a point of hard cost weighs, a temperature leaves hard cost as it is.
const FROZEN: f64 = 0.08;

impl Climate {
    /// The temperature at a part of a leg, in typical soft changes or any other unit that a point of hard cost and the coldest temperature come in.
    pub fn temperature(
        &self,
        typical: f64,
        point: f64,
        cold: f64,
        lingers: bool,
        over: f64,
    ) -> f64 {
        let hot = (typical * self.hot).max(point * self.melt).max(cold);
        let frozen = (point * FROZEN).clamp(cold, hot);
        let (from, to, part) = match self.linger {
            linger if !lingers || linger == 0.0 => (hot, cold, over),
            linger if over < linger => (hot, frozen, over / linger),
            linger => (frozen, cold, (over - linger) / (1.0 - linger)),
        };
        from * (to / from).powf(part)
    }
}

/// A climate, by its position in the list of all.
pub(super) type ClimateId = usize;

/// In the order in which they are tried. The last two only keep what is feasible.
pub(super) const ALL: [Climate; 5] = [
    // Crosses infeasible ground freely, then presses hard: suits most schools.
    Climate {
        hot: 0.5,
        melt: 0.0,
        settled: 0.0,
        linger: 0.0,
        hard_weight: 1.0,
        rise: 1.015,
        fall: 0.99,
    },
    // Hard cost first: for schools in which little but that decides whether there is a timetable. Clashes that come and go for long cost less in
    // the end than soft cost that gets its share of the time.
    Climate {
        hot: 0.0,
        melt: 0.7,
        settled: 0.4,
        linger: 0.75,
        hard_weight: 100.0,
        rise: 1.0,
        fall: 1.0,
    },
    // Good weeks first, clashes melt long: for classes whose weeks are jigsaws, where some soft rules are harder than hard ones.
    Climate {
        hot: 0.0,
        melt: 1.5,
        settled: 0.8,
        linger: 0.0,
        hard_weight: 3.0,
        rise: 1.0,
        fall: 1.0,
    },
    // Too cold to lose what was hard to find.
    Climate {
        hot: 0.3,
        melt: 0.0,
        settled: 0.0,
        linger: 0.0,
        hard_weight: 3.0,
        rise: 1.005,
        fall: 0.995,
    },
    // Keeps what is feasible at any price: for weeks that are so full that soft cost would have them give way again.
    Climate {
        hot: 0.3,
        melt: 0.0,
        settled: 0.0,
        linger: 0.0,
        hard_weight: 100.0,
        rise: 1.0,
        fall: 1.0,
    },
];
/// Those that can start from anything.
const FROM_ANYTHING: usize = 3;

/// What was found in each climate.
#[derive(Clone, Debug, Default)]
pub(super) struct Weather {
    /// Whether there was a feasible timetable before any leg.
    pub feasible: bool,
    found: [Option<Cost>; ALL.len()],
}

impl Weather {
    /// Notes the cost that a leg came to in a climate.
    pub fn note(&mut self, climate: ClimateId, cost: Cost) {
        let found = &mut self.found[climate];
        *found = Some(found.map_or(cost, |found| found.min(cost)));
    }

    fn is_feasible(&self, climate: ClimateId) -> bool {
        self.found[climate].is_some_and(|found| found.hard == 0)
    }

    /// The climate for each worker, and whether one of them is new.
    pub fn choose(&self, workers: usize) -> (Vec<ClimateId>, bool) {
        let mut ranks: Vec<ClimateId> = (0..ALL.len())
            .filter(|&climate| self.found[climate].is_some())
            .collect();
        ranks.sort_by_key(|&climate| self.found[climate]);
        let settled = self.is_feasible(0);
        let found = self.feasible || (0..ALL.len()).any(|it| self.is_feasible(it));
        // The first is tried in any case.
        let open = |&climate: &ClimateId| {
            self.found[climate].is_none() && (climate == 0 || (climate < FROM_ANYTHING) != found)
        };
        let mut new: Vec<ClimateId> = if settled {
            Vec::new()
        } else {
            (0..ALL.len()).filter(open).collect()
        };
        if self.feasible {
            // What was hard to find is kept first.
            new.sort_unstable_by_key(|&climate| (climate > 0, std::cmp::Reverse(climate)));
        }
        let any_new = !new.is_empty();
        // One worker goes on with the best as long as others try what is new.
        let best = ranks.first().copied();
        let mut chosen: Vec<ClimateId> = Vec::with_capacity(workers);
        if workers > 1 {
            chosen.extend(best);
        }
        // Where it only keeps what one of the others made feasible, that one goes on too: given time, it comes to better timetables than can be reached
        // from there without a clash.
        let maker = ranks
            .iter()
            .copied()
            .find(|&climate| climate < FROM_ANYTHING && self.is_feasible(climate));
        while chosen.len() < workers {
            let next = match (new.is_empty(), maker) {
                (false, _) => new.remove(0),
                (true, Some(maker)) if !self.feasible && chosen.len() % 2 == 1 => maker,
                (true, _) => best.unwrap_or(0),
            };
            chosen.push(next);
        }
        (chosen, any_new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEASIBLE: Cost = Cost { hard: 0, soft: 9 };
    const INFEASIBLE: Cost = Cost { hard: 3, soft: 0 };

    #[test]
    fn settles_on_the_first_when_it_is_feasible() {
        let mut weather = Weather::default();
        assert_eq!(weather.choose(1), (vec![0], true));
        weather.note(0, FEASIBLE);
        assert_eq!(weather.choose(2), (vec![0, 0], false));
    }

    #[test]
    fn tries_others_until_one_is_feasible_then_keeps_it() {
        let mut weather = Weather::default();
        assert_eq!(weather.choose(2), (vec![0, 1], true));
        weather.note(0, INFEASIBLE);
        assert_eq!(weather.choose(1), (vec![1], true));
        weather.note(1, FEASIBLE);
        assert_eq!(weather.choose(2), (vec![1, 3], true)); // no need for the third
        weather.note(3, Cost { hard: 0, soft: 2 });
        assert_eq!(weather.choose(2), (vec![3, 4], true));
        weather.note(4, Cost { hard: 0, soft: 3 });
        // What made it feasible goes on beside what keeps it so.
        assert_eq!(weather.choose(1), (vec![3], false));
        assert_eq!(weather.choose(4), (vec![3, 1, 3, 1], false));
    }

    #[test]
    fn keeps_what_was_feasible_before_any_leg() {
        let mut weather = Weather {
            feasible: true,
            ..Weather::default()
        };
        assert_eq!(weather.choose(2), (vec![0, 4], true));
        weather.note(0, INFEASIBLE);
        weather.note(4, FEASIBLE);
        assert_eq!(weather.choose(2), (vec![4, 3], true));
        weather.note(3, INFEASIBLE);
        assert_eq!(weather.choose(2), (vec![4, 4], false));
    }

    #[test]
    fn lingers_while_hard_cost_comes_and_goes() {
        let at = |climate: usize, lingers, over| {
            ALL[climate].temperature(10.0, 100.0, 0.5, lingers, over)
        };
        assert!((at(1, true, 0.75) - 100.0 * FROZEN).abs() < 1e-9);
        assert!(at(1, false, 0.75) < 2.0);
        for (climate, lingers) in (0..ALL.len()).flat_map(|it| [(it, false), (it, true)]) {
            let steps = (0..=40).map(|step| at(climate, lingers, f64::from(step) / 40.0));
            let steps: Vec<f64> = steps.collect();
            assert!(
                steps.windows(2).all(|two| two[0] > two[1]),
                "{climate}: {steps:?}"
            );
            assert!((steps[40] - 0.5).abs() < 1e-9);
        }
    }
}
