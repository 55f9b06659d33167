//! A component as plain numbers: what every teacher's load costs, read off the mathematical model.
//!
//! Everything that the rules charged to one teacher is a function of a few sums ([`Seat`]'s forms) over the posts
//! that the teacher holds and over flags (whether any post of a set is held). Search and column generation work on
//! these numbers, so a rule that can write its model can be searched and priced without a line of its own. Posts
//! that are alike in every respect are one [`Kind`].

use std::collections::BTreeMap;

use uurwerk_mip::Var;
use uurwerk_model::TeacherIx;

use super::exact::Holders;
use super::facts::{PostIx, ceil_div};
use super::model::{Charge, Derived, Model};
use super::problem::{Component, Price, Score};
use super::sum::{Fact, Sum};

/// Marks what is not there.
pub const NONE: u32 = u32::MAX;

/// A component in numbers.
#[derive(Debug, Default)]
pub struct Seats {
    /// One for every teacher of the component.
    pub seats: Vec<Seat>,
    /// The open posts, alike ones together.
    pub kinds: Vec<Kind>,
    /// Charges on several teachers' sums together.
    pub shared: Vec<Shared>,
    /// Charges on the greatest of the teachers' sums.
    pub peaks: Vec<Peak>,
    /// What is settled whatever is decided.
    pub base: Score,
    /// `takes[kind * seats + seat]`: which of the seat's takes, or [`NONE`].
    pub takes: Vec<u32>,
    /// By kind: its preparation, numbered from 0.
    pub groups: Vec<usize>,
}

/// One teacher.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The teacher.
    pub teacher: TeacherIx,
    /// The kinds of post that the teacher may hold.
    pub takes: Vec<SeatTake>,
    /// What every flag adds to forms while it is up.
    pub flags: Vec<Vec<(u32, i64)>>,
    /// How many forms there are; each is 0 for an empty load.
    pub forms: usize,
    /// What the forms cost.
    pub charges: Vec<SeatCharge>,
    /// What the forms add to shared charges.
    pub shares: Vec<Share>,
    /// What the forms say to peaks.
    pub peaks: Vec<(u32, SeatCharge)>,
}

/// One post of a kind in a teacher's hand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatTake {
    /// The kind.
    pub kind: u32,
    /// Its own cost.
    pub cost: i64,
    /// What it adds to forms.
    pub forms: Vec<(u32, i64)>,
    /// The flags that it raises.
    pub flags: Vec<u32>,
}

/// `price x times x ceil(max(0, scale x form + constant) / unit)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatCharge {
    /// The form.
    pub form: u32,
    /// What a unit of the form counts.
    pub scale: i64,
    /// Added to it.
    pub constant: i64,
    /// How much is one unit of deviation.
    pub unit: i64,
    /// How often a unit counts where there may be none; a soft price contains it.
    pub times: i64,
    /// What one costs.
    pub price: Price,
}

impl SeatCharge {
    /// The units at a value of the form.
    #[inline]
    pub fn at(&self, value: i64) -> i64 {
        let sum = self.scale * value + self.constant;
        match (sum <= 0, self.unit) {
            (true, _) => 0,
            (_, 1) => sum,
            (_, unit) => ceil_div(sum, unit),
        }
    }
}

/// What a form adds to a shared charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which shared charge.
    pub shared: u32,
    /// The form.
    pub form: u32,
    /// What a unit of the form counts.
    pub scale: i64,
}

/// `price x times x ceil(max(0, sum of shares + constant) / unit)`.
#[derive(Debug, Clone, Copy)]
pub struct Shared {
    /// The part that is settled.
    pub constant: i64,
    /// How much is one unit of deviation.
    pub unit: i64,
    /// How often a unit counts where there may be none; a soft price contains it.
    pub times: i64,
    /// What one costs.
    pub price: Price,
}

impl Shared {
    /// The deviation at a sum of the shares and the settled part.
    pub fn at(&self, sum: i64) -> i64 {
        self.times * ceil_div(sum.max(0), self.unit)
    }
}

/// `price x the greatest of the seats' amounts and of the floor`.
#[derive(Debug, Clone, Copy)]
pub struct Peak {
    /// What is settled.
    pub floor: i64,
    /// What one unit costs.
    pub price: Price,
}

impl Peak {
    /// Cost of one unit; 0 where there may be none.
    pub fn weight(&self) -> i64 {
        match self.price {
            Price::Soft(weight) => weight,
            Price::Hard => 0,
        }
    }
}

/// Posts that are alike in every respect.
#[derive(Debug)]
pub struct Kind {
    /// The posts.
    pub posts: Vec<PostIx>,
    /// The seats that may hold one.
    pub seats: Vec<u32>,
    /// What it costs to leave one empty, where that is allowed.
    pub empty: Option<i64>,
}

/// To whom a variable of the model belongs.
#[derive(Clone, Copy)]
enum Owner {
    Nobody,
    /// An open post in a seat's hand.
    Take(u32),
    /// A flag of a seat.
    Flag(u32, u32),
}

/// A linear form in the making: its variables with their coefficients.
type Form = Vec<(Var, i64)>;

struct Making {
    owners: Vec<Owner>,
    forms: Vec<BTreeMap<Form, u32>>,
    /// By variable: the forms of its seat that it adds to.
    adds: Vec<Vec<(u32, i64)>>,
}

impl Seats {
    /// Reads a component off its model, which must contain everything.
    pub fn of(model: &Model, component: &Component) -> Self {
        let mut seats: Vec<Seat> = component.teachers.iter().map(|t| Seat::of(*t)).collect();
        let mut making = Making {
            owners: vec![Owner::Nobody; model.programme.variables()],
            forms: vec![BTreeMap::new(); seats.len()],
            adds: vec![Vec::new(); model.programme.variables()],
        };
        let open = component.posts.iter().copied();
        let open: Vec<PostIx> = open
            .filter(|post| matches!(model.options(*post).first(), Some((_, Fact::Open(_)))))
            .collect();
        for post in &open {
            for (holder, fact) in model.options(*post) {
                if let (Some(teacher), Fact::Open(var)) = (holder, fact)
                    && let Ok(seat) = component.teachers.binary_search(teacher)
                {
                    making.owners[var.index()] = Owner::Take(seat as u32);
                }
            }
        }
        let mut raised: Vec<Vec<u32>> = vec![Vec::new(); model.programme.variables()];
        for derived in model.derived() {
            let Derived::Any(any, members) = derived else {
                continue;
            };
            // Facts of one flag are about one teacher: that is all that `Model::any` is asked.
            if let Owner::Take(seat) = making.owners[members[0].index()] {
                let flags = &mut seats[seat as usize].flags;
                let flag = flags.len() as u32;
                flags.push(Vec::new());
                making.owners[any.index()] = Owner::Flag(flag, seat);
                members
                    .iter()
                    .for_each(|var| raised[var.index()].push(flag));
            }
        }
        let mut all = Self::default();
        for charge in model.charges() {
            all.add_charge(charge, &mut seats, &mut making);
        }
        for (var, owner) in making.owners.iter().enumerate() {
            if let Owner::Flag(flag, seat) = owner {
                seats[*seat as usize].flags[*flag as usize] = making.adds[var].clone();
            }
        }
        let mut costs = vec![0; model.programme.variables()];
        for (var, cost) in model.costs() {
            costs[var.index()] += cost;
        }
        all.seats = seats;
        all.base.soft += model.settled_cost();
        all.group(model, component, &open, &making, &raised, &costs);
        all
    }

    fn add_charge(&mut self, charge: &Charge, seats: &mut [Seat], making: &mut Making) {
        let (price, unit, times) = (charge.price, charge.unit, charge.times);
        let mut parts: Vec<BTreeMap<u32, Form>> = Vec::new();
        for sum in &charge.sums {
            parts.push(making.by_seat(sum));
        }
        if let [sum] = &charge.sums[..] {
            match parts[0].len() {
                0 => self
                    .base
                    .charge(price, times * ceil_div(sum.constant.max(0), unit)),
                1 => {
                    for (seat, form) in std::mem::take(&mut parts[0]) {
                        let (form, scale) = making.form(seat, form, seats);
                        let own = SeatCharge::of(form, scale, sum.constant, unit, (price, times));
                        seats[seat as usize].charges.push(own);
                    }
                }
                _ => {
                    let shared = self.shared.len() as u32;
                    self.shared.push(Shared {
                        constant: sum.constant,
                        unit,
                        times,
                        price,
                    });
                    for (seat, form) in std::mem::take(&mut parts[0]) {
                        let (form, scale) = making.form(seat, form, seats);
                        let share = Share {
                            shared,
                            form,
                            scale,
                        };
                        seats[seat as usize].shares.push(share);
                    }
                }
            }
            return;
        }
        let peak = self.peaks.len() as u32;
        let mut floor = 0;
        for (sum, parts) in charge.sums.iter().zip(parts) {
            if parts.is_empty() {
                floor = floor.max(ceil_div(sum.constant, unit));
            }
            // Each sum of a peak is one teacher's.
            for (seat, form) in parts {
                let (form, scale) = making.form(seat, form, seats);
                let own = SeatCharge::of(form, scale, sum.constant, unit, (price, times));
                seats[seat as usize].peaks.push((peak, own));
            }
        }
        self.peaks.push(Peak { floor, price });
    }

    /// Sorts the open posts into kinds.
    fn group(
        &mut self,
        model: &Model,
        component: &Component,
        open: &[PostIx],
        making: &Making,
        raised: &[Vec<u32>],
        costs: &[i64],
    ) {
        type Alike = (Option<i64>, Vec<(u32, SeatTake)>);
        let mut kinds: BTreeMap<Alike, Vec<PostIx>> = BTreeMap::new();
        for post in open {
            let (mut empty, mut takes) = (None, Vec::new());
            for (holder, fact) in model.options(*post) {
                let Fact::Open(var) = fact else { continue };
                let seat = holder.and_then(|t| component.teachers.binary_search(&t).ok());
                let Some(seat) = seat else {
                    empty = Some(costs[var.index()]);
                    continue;
                };
                let take = SeatTake {
                    kind: 0,
                    cost: costs[var.index()],
                    forms: making.adds[var.index()].clone(),
                    flags: raised[var.index()].clone(),
                };
                takes.push((seat as u32, take));
            }
            kinds.entry((empty, takes)).or_default().push(*post);
        }
        let mut kinds: Vec<(Alike, Vec<PostIx>)> = kinds.into_iter().collect();
        kinds.sort_by_key(|(_, posts)| posts[0]);
        let preps = model.facts.preps.len();
        let group = |posts: &Vec<PostIx>| {
            model
                .facts
                .post(posts[0])
                .prep
                .unwrap_or(preps + posts[0].at())
        };
        let groups: Vec<usize> = kinds.iter().map(|(_, posts)| group(posts)).collect();
        let mut known = groups.clone();
        known.sort_unstable();
        known.dedup();
        let number = |group: &usize| known.partition_point(|known| known < group);
        self.groups = groups.iter().map(number).collect();
        self.takes = vec![NONE; kinds.len() * self.seats.len()];
        for (kind, ((empty, takes), posts)) in kinds.into_iter().enumerate() {
            let seats = takes.iter().map(|(seat, _)| *seat).collect();
            for (seat, mut take) in takes {
                take.kind = kind as u32;
                let own = &mut self.seats[seat as usize].takes;
                self.takes[kind * component.teachers.len() + seat as usize] = own.len() as u32;
                own.push(take);
            }
            self.kinds.push(Kind {
                posts,
                seats,
                empty,
            });
        }
    }

    /// What hard rules weigh a post of each kind, hours as a rule: by the first teacher for whom one does.
    pub fn sizes(&self) -> Vec<i64> {
        let mut sizes = vec![0; self.kinds.len()];
        for seat in &self.seats {
            let hard = seat.charges.iter().filter(|c| c.price == Price::Hard);
            for charge in hard {
                for take in &seat.takes {
                    let amounts = take.forms.iter().filter(|(form, _)| *form == charge.form);
                    let amount: i64 = amounts.map(|(_, amount)| charge.scale * amount).sum();
                    let size = &mut sizes[take.kind as usize];
                    if *size == 0 {
                        *size = amount.max(0);
                    }
                }
            }
        }
        sizes
    }

    /// How many preparations there are.
    pub fn preparations(&self) -> usize {
        self.groups.iter().max().map_or(0, |last| last + 1)
    }

    /// The open posts, kind by kind: the order of everything that lists their holders.
    pub fn posts(&self) -> impl Iterator<Item = PostIx> + '_ {
        self.kinds
            .iter()
            .flat_map(|kind| kind.posts.iter().copied())
    }

    /// Teachers by open post from seats by open post.
    pub fn named(&self, holders: &[u32]) -> Holders {
        let teacher = |seat: u32| self.seats.get(seat as usize).map(|seat| seat.teacher);
        let holders = holders.iter().map(|seat| teacher(*seat));
        self.posts().zip(holders).collect()
    }

    /// Seats by open post from teachers by post.
    pub fn numbered(&self, holders: &Holders) -> Vec<u32> {
        let by_post: BTreeMap<PostIx, Option<TeacherIx>> = holders.iter().copied().collect();
        let seat = |teacher: TeacherIx| {
            let found = self
                .seats
                .binary_search_by_key(&teacher, |seat| seat.teacher);
            found.map_or(NONE, |seat| seat as u32)
        };
        let holder = |post: PostIx| by_post.get(&post).copied().flatten();
        self.posts()
            .map(|post| holder(post).map_or(NONE, seat))
            .collect()
    }

    /// Which of a seat's takes a kind is.
    #[inline]
    pub fn take(&self, kind: u32, seat: u32) -> u32 {
        self.takes[kind as usize * self.seats.len() + seat as usize]
    }
}

impl Seat {
    fn of(teacher: TeacherIx) -> Self {
        Self {
            teacher,
            takes: Vec::new(),
            flags: Vec::new(),
            forms: 0,
            charges: Vec::new(),
            shares: Vec::new(),
            peaks: Vec::new(),
        }
    }
}

impl SeatCharge {
    /// In lowest terms, without a division where none is needed.
    fn of(form: u32, scale: i64, constant: i64, unit: i64, (price, times): (Price, i64)) -> Self {
        let (scale, constant, unit) = if scale % unit == 0 {
            (scale / unit, ceil_div(constant, unit), 1)
        } else {
            (scale, constant, unit)
        };
        Self {
            form,
            scale,
            constant,
            unit,
            times,
            price,
        }
    }
}

impl Making {
    fn by_seat(&self, sum: &Sum) -> BTreeMap<u32, Form> {
        let mut parts: BTreeMap<u32, BTreeMap<Var, i64>> = BTreeMap::new();
        for (var, amount) in &sum.terms {
            if let Owner::Take(seat) | Owner::Flag(_, seat) = self.owners[var.index()] {
                *parts.entry(seat).or_default().entry(*var).or_default() += amount;
            }
        }
        let forms = parts.into_iter().map(|(seat, terms)| {
            let terms = terms.into_iter().filter(|(_, amount)| *amount != 0);
            (seat, terms.collect::<Form>())
        });
        forms.filter(|(_, form)| !form.is_empty()).collect()
    }

    /// The number of a form with its first coefficient positive and no common divisor, and what was taken out.
    fn form(&mut self, seat: u32, mut form: Form, seats: &mut [Seat]) -> (u32, i64) {
        let gcd = form.iter().fold(0, |g, (_, amount)| gcd(g, amount.abs()));
        let scale = gcd * form[0].1.signum();
        form.iter_mut().for_each(|(_, amount)| *amount /= scale);
        if let Some(known) = self.forms[seat as usize].get(&form) {
            return (*known, scale);
        }
        let number = seats[seat as usize].forms as u32;
        seats[seat as usize].forms += 1;
        for (var, amount) in &form {
            self.adds[var.index()].push((number, *amount));
        }
        self.forms[seat as usize].insert(form, number);
        (number, scale)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
