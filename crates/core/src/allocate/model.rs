//! The mathematical model of one component: posts, teachers, and what rules add to them.
//!
//! `x[post, teacher]` says who holds a post. Rules add to it through [`Model::charge`] (a deviation
//! rounded up to whole units), [`Model::any`] and [`Model::kinds`] (whether a teacher holds any post of a
//! kind). Auxiliary variables at their least value equal the deviation exactly at every integer point, and
//! [`Model::values`] computes them for given holders: that is the start of the solver and the test of the
//! model against the definitions.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_mip::{self as mip, Solution, Var};
use uurwerk_model::{ClassIx, TeacherIx};

use super::facts::{Facts, Post, PostIx, ceil_div};
use super::problem::{Component, Price, Problem};
use super::sum::{Fact, Sum, Take};
use crate::rules::LoadRule;

/// A demand of the school that can be left out when looking for what contradicts what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DemandKey {
    /// A post has its teacher.
    Post(PostIx),
    /// A hard rule (by its place in [`Problem::rules`]) holds for a teacher.
    Teacher(usize, TeacherIx),
    /// A hard rule holds for a class.
    Class(usize, ClassIx),
}

/// What the model is asked to contain.
#[derive(Clone, Copy)]
pub enum Ask<'d> {
    /// Every rule, hard and soft.
    Everything,
    /// Only these demands, without costs.
    Only(&'d BTreeSet<DemandKey>),
}

/// What one teacher holds or could hold of the posts that run together.
#[derive(Default)]
struct Together {
    open: Vec<(Var, i64)>,
    /// 1 if locks decide one or more.
    locked: i64,
    /// Decided for want of another choice.
    settled: i64,
}

/// What a rule asked to be charged, as it was stated.
pub struct Charge {
    /// Cost of one unit, or that there may be none.
    pub price: Price,
    /// How much is one unit.
    pub unit: i64,
    /// How often a unit counts where there may be none; a soft price contains it.
    pub times: i64,
    /// The sums of which the greatest counts; one, unless it is a peak over teachers.
    pub sums: Vec<Sum>,
}

/// How an auxiliary variable follows from the others.
pub enum Derived {
    /// 1 if any of these is.
    Any(Var, Vec<Var>),
    /// The greatest of the sums in whole units, rounded up, at least 0.
    Excess(Var, Vec<Sum>, i64),
}

/// The mathematical model that load rules add to.
pub struct Model<'a> {
    /// The school as posts.
    pub facts: &'a Facts<'a>,
    /// The integer programme.
    pub programme: mip::Model,
    problem: &'a Problem<'a>,
    component: &'a Component,
    ask: Ask<'a>,
    /// Who can hold each post of the component, settled posts of the whole school included.
    holders: Vec<Vec<(Option<TeacherIx>, Fact)>>,
    takes: BTreeMap<TeacherIx, Vec<Take<'a>>>,
    anys: BTreeMap<Vec<Var>, Var>,
    derived: Vec<Derived>,
    charges: Vec<Charge>,
    /// Costs of single facts, and those of posts that are settled.
    costs: Vec<(Var, i64)>,
    settled_cost: i64,
    /// The rule that is adding itself, by its place in [`Problem::rules`], and its price.
    current: (usize, Price),
}

impl<'a> Model<'a> {
    /// States a component.
    pub fn of(problem: &'a Problem<'a>, component: &'a Component, ask: Ask<'a>) -> Self {
        let mut model = Self {
            facts: problem.facts,
            programme: mip::Model::new(),
            problem,
            component,
            ask,
            holders: vec![Vec::new(); problem.choices.len()],
            takes: BTreeMap::new(),
            anys: BTreeMap::new(),
            derived: Vec::new(),
            charges: Vec::new(),
            costs: Vec::new(),
            settled_cost: 0,
            current: (0, Price::Hard),
        };
        model.add_posts();
        model.add_together();
        for (at, held) in problem.rules.iter().enumerate() {
            model.current = (at, held.price);
            if matches!(ask, Ask::Everything) || held.price == Price::Hard {
                held.body.model(&mut model);
            }
        }
        model
    }

    /// Adds demands that may be broken at a price for one unit.
    pub(crate) fn soften(&mut self, demands: &'a BTreeSet<DemandKey>, weight: i64) {
        let (problem, hard) = (self.problem, self.ask);
        self.ask = Ask::Only(demands);
        for (at, held) in problem.rules.iter().enumerate() {
            self.current = (at, Price::Soft(weight));
            if held.price == Price::Hard {
                held.body.model(self);
            }
        }
        self.ask = hard;
    }

    fn demands(&self, key: DemandKey) -> bool {
        match self.ask {
            Ask::Everything => true,
            Ask::Only(demands) => demands.contains(&key),
        }
    }

    fn add_posts(&mut self) {
        let problem = self.problem;
        for (at, choice) in problem.choices.iter().enumerate() {
            if let Some(holder) = choice.settled() {
                self.holders[at].push((holder, Fact::Settled(true)));
            }
        }
        for post in &self.component.posts {
            let choice = &problem.choices[post.at()];
            let free = !self.demands(DemandKey::Post(*post));
            let has_choice = choice.settled().is_none();
            if !has_choice && (!free || choice.teachers.is_empty()) {
                continue;
            }
            let mut options: Vec<_> = choice.teachers.iter().copied().map(Some).collect();
            if choice.may_be_empty || free {
                options.push(None);
            }
            let vars: Vec<_> = options.iter().map(|_| self.programme.binary()).collect();
            self.programme.exactly(vars.iter().map(|var| (*var, 1)), 1);
            let open = vars.into_iter().map(Fact::Open);
            self.holders[post.at()] = options.into_iter().zip(open).collect();
        }
        for (post, holders) in self.facts.posts.iter().zip(&self.holders) {
            for (holder, fact) in holders {
                if let Some(teacher) = holder.filter(|_| post.counts) {
                    let take = Take { post, holds: *fact };
                    self.takes.entry(teacher).or_default().push(take);
                }
            }
        }
    }

    /// Nobody holds two posts that run together, unless by locks.
    fn add_together(&mut self) {
        for set in &self.facts.together {
            let mut by_teacher: BTreeMap<TeacherIx, Together> = BTreeMap::new();
            for post in set {
                for (holder, fact) in &self.holders[post.at()] {
                    let Some(teacher) = holder else { continue };
                    let held = by_teacher.entry(*teacher).or_default();
                    match fact {
                        Fact::Open(var) => held.open.push((*var, 1)),
                        Fact::Settled(true) if self.problem.is_locked(*post) => held.locked = 1,
                        Fact::Settled(so) => held.settled += i64::from(*so),
                    }
                }
            }
            by_teacher.retain(|t, _| self.component.teachers.binary_search(t).is_ok());
            for held in by_teacher.into_values() {
                let sum = Sum {
                    terms: held.open,
                    constant: held.locked + held.settled - 1,
                };
                self.charge(sum, 1);
            }
        }
    }

    /// The teachers to whom the current rule applies here.
    pub fn teachers(&self) -> Vec<TeacherIx> {
        let applies = |t: &TeacherIx| self.demands(DemandKey::Teacher(self.current.0, *t));
        self.component
            .teachers
            .iter()
            .copied()
            .filter(applies)
            .collect()
    }

    /// The classes to which the current rule applies here.
    pub fn classes(&self) -> Vec<ClassIx> {
        let applies = |c: &ClassIx| self.demands(DemandKey::Class(self.current.0, *c));
        self.component
            .classes
            .iter()
            .copied()
            .filter(applies)
            .collect()
    }

    /// The counting posts that a teacher holds or could hold.
    pub fn takes(&self, teacher: TeacherIx) -> Vec<Take<'a>> {
        self.takes.get(&teacher).cloned().unwrap_or_default()
    }

    /// The counting posts of a class by the teachers who hold or could hold them.
    pub fn class_takes(&self, class: ClassIx) -> BTreeMap<TeacherIx, Vec<Take<'a>>> {
        let mut takes: BTreeMap<TeacherIx, Vec<Take<'a>>> = BTreeMap::new();
        for post in &self.facts.class_posts[class.at()] {
            for (holder, fact) in &self.holders[post.at()] {
                if let Some(teacher) = holder {
                    takes.entry(*teacher).or_default().push(Take {
                        post: self.facts.post(*post),
                        holds: *fact,
                    });
                }
            }
        }
        takes
    }

    /// Whether any of these posts is held.
    pub fn any(&mut self, takes: &[Take]) -> Fact {
        let mut vars = Vec::new();
        for take in takes {
            match take.holds {
                Fact::Settled(true) => return Fact::Settled(true),
                Fact::Settled(false) => (),
                Fact::Open(var) => vars.push(var),
            }
        }
        match &vars[..] {
            [] => return Fact::Settled(false),
            [only] => return Fact::Open(*only),
            _ => (),
        }
        if let Some(known) = self.anys.get(&vars) {
            return Fact::Open(*known);
        }
        let any = self.programme.binary();
        for var in &vars {
            self.programme.at_least([(any, 1), (*var, -1)], 0);
        }
        let sum = vars.iter().map(|var| (*var, -1)).chain([(any, 1)]);
        self.programme.at_most(sum, 0);
        self.anys.insert(vars.clone(), any);
        self.derived.push(Derived::Any(any, vars));
        Fact::Open(any)
    }

    /// For every kind of post that a teacher holds or could hold, whether any of that kind is held.
    pub fn kinds<K: Ord>(
        &mut self,
        teacher: TeacherIx,
        kind: impl Fn(&Post) -> Option<K>,
    ) -> Vec<(K, Fact)> {
        let mut kinds: BTreeMap<K, Vec<Take>> = BTreeMap::new();
        for take in self.takes(teacher) {
            if let Some(kind) = kind(take.post) {
                kinds.entry(kind).or_default().push(take);
            }
        }
        let kinds = kinds.into_iter();
        kinds
            .map(|(kind, takes)| (kind, self.any(&takes)))
            .collect()
    }

    /// How many kinds of post a teacher holds.
    pub fn distinct<K: Ord>(
        &mut self,
        teacher: TeacherIx,
        kind: impl Fn(&Post) -> Option<K>,
    ) -> Sum {
        let mut count = Sum::default();
        for (_, held) in self.kinds(teacher, kind) {
            count.add(held, 1);
        }
        count
    }

    /// Charges the current rule's price for a deviation: the sum in whole units of `unit`, rounded up, at
    /// least 0.
    pub fn charge(&mut self, sum: Sum, unit: i64) {
        self.charge_times(sum, unit, 1);
    }

    /// The same for a deviation of which every unit counts several times.
    pub fn charge_times(&mut self, sum: Sum, unit: i64, times: i64) {
        let most = ceil_div(sum.most(), unit);
        if most <= 0 {
            return;
        }
        let (price, times) = match self.current.1 {
            Price::Hard => {
                let terms = sum.terms.iter().copied();
                self.programme.at_most(terms, -sum.constant);
                (Price::Hard, times)
            }
            Price::Soft(weight) => {
                self.charge_soft(&sum, unit, weight * times, most);
                (Price::Soft(weight * times), 1)
            }
        };
        self.charges.push(Charge {
            price,
            unit,
            times,
            sums: vec![sum],
        });
    }

    fn charge_soft(&mut self, sum: &Sum, unit: i64, weight: i64, most: i64) {
        if sum.terms.is_empty() {
            self.programme.add_constant(weight * most);
        } else if let [(var, amount)] = sum.terms[..]
            && sum.constant == 0
        {
            // Only a positive amount gives `most` above 0.
            self.programme
                .add_cost(var, weight * ceil_div(amount, unit));
        } else {
            let excess = self.programme.integer(0..=most);
            let terms = sum.terms.iter().copied().chain([(excess, -unit)]);
            self.programme.at_most(terms, -sum.constant);
            self.programme.add_cost(excess, weight);
            let sums = vec![sum.clone()];
            self.derived.push(Derived::Excess(excess, sums, unit));
        }
    }

    /// Charges the current rule's price for the greatest of several deviations, each one teacher's.
    pub fn charge_peak(&mut self, sums: Vec<Sum>, unit: i64) {
        let most = sums.iter().map(|sum| ceil_div(sum.most(), unit)).max();
        let most = most.unwrap_or(0);
        if most <= 0 {
            return;
        }
        let price = self.current.1;
        match price {
            Price::Hard => {
                for sum in &sums {
                    let terms = sum.terms.iter().copied();
                    self.programme.at_most(terms, -sum.constant);
                }
            }
            Price::Soft(weight) => {
                let peak = self.programme.integer(0..=most);
                self.programme.add_cost(peak, weight);
                for sum in &sums {
                    let terms = sum.terms.iter().copied().chain([(peak, -unit)]);
                    self.programme.at_most(terms, -sum.constant);
                }
                let derived = Derived::Excess(peak, sums.clone(), unit);
                self.derived.push(derived);
            }
        }
        self.charges.push(Charge {
            price,
            unit,
            times: 1,
            sums,
        });
    }

    /// Charges a rule for what it says about single posts.
    pub fn charge_posts(&mut self, rule: &dyn LoadRule) {
        let component = self.component;
        for post in &component.posts {
            if !self.demands(DemandKey::Post(*post)) {
                continue;
            }
            let mut sum = Sum::default();
            for (holder, fact) in &self.holders[post.at()] {
                sum.add(*fact, rule.post(self.facts.post(*post), *holder));
            }
            match self.current.1 {
                Price::Hard => self.charge(sum, 1),
                // One of the facts is so, and no amount is negative: every fact can carry its own cost.
                Price::Soft(weight) => {
                    self.programme.add_constant(weight * sum.constant);
                    self.settled_cost += weight * sum.constant;
                    for (var, amount) in sum.terms {
                        self.programme.add_cost(var, weight * amount);
                        self.costs.push((var, weight * amount));
                    }
                }
            }
        }
    }

    /// Everything charged, [`Model::costs`] and [`Model::settled_cost`] aside.
    pub fn charges(&self) -> &[Charge] {
        &self.charges
    }

    /// What single facts cost.
    pub fn costs(&self) -> &[(Var, i64)] {
        &self.costs
    }

    /// What single posts cost that are settled.
    pub fn settled_cost(&self) -> i64 {
        self.settled_cost
    }

    /// The variables that follow from others, in the order in which they were made.
    pub fn derived(&self) -> &[Derived] {
        &self.derived
    }

    /// Who can hold a post of the component, with the fact that they do.
    pub fn options(&self, post: PostIx) -> &[(Option<TeacherIx>, Fact)] {
        &self.holders[post.at()]
    }

    /// The values of all variables when posts are held like this; `None` when a holder is not a choice.
    pub fn values(&self, holders: &[Option<TeacherIx>]) -> Option<Vec<i64>> {
        let mut values = vec![0; self.programme.variables()];
        for post in &self.component.posts {
            let mut options = self.holders[post.at()].iter();
            let (_, fact) = options.find(|(holder, _)| *holder == holders[post.at()])?;
            if let Fact::Open(var) = fact {
                values[var.index()] = 1;
            }
        }
        for derived in &self.derived {
            match derived {
                Derived::Any(any, vars) => {
                    let held = vars.iter().map(|var| values[var.index()]).max();
                    values[any.index()] = held.unwrap_or(0);
                }
                Derived::Excess(excess, sums, unit) => {
                    let greatest = sums.iter().map(|sum| sum.value(&values)).max();
                    values[excess.index()] = ceil_div(greatest.unwrap_or(0), *unit).max(0);
                }
            }
        }
        Some(values)
    }

    /// Proposes values, as [`Model::values`] gives them, for the solver to begin with.
    pub fn start_at(&mut self, values: &[i64]) {
        self.programme.start_with(values);
    }

    /// Who holds the component's posts in a solution.
    pub fn holders(&self, solution: &Solution) -> Vec<(PostIx, Option<TeacherIx>)> {
        let is_so = |fact: &Fact| match fact {
            Fact::Settled(so) => *so,
            Fact::Open(var) => solution.value(*var) == 1,
        };
        let posts = self.component.posts.iter();
        let held = posts.map(|post| {
            let mut options = self.holders[post.at()].iter();
            let holder = options.find(|(_, fact)| is_so(fact));
            (*post, holder.and_then(|(holder, _)| *holder))
        });
        held.collect()
    }
}
