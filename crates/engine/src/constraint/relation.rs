//! What the incremental forms of relations between events look at: when the meets of an event group run and who holds a role in them, and
//! which time group a time is in.

/// A meet that has a start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Position of its event in the group.
    pub event: u32,
    /// Its first time.
    pub start: u16,
    /// The time after its last.
    pub end: u16,
    /// The resource that has the role, or `NONE`.
    pub holder: u32,
}

/// In no time group.
pub(crate) const NOWHERE: u16 = u16::MAX;

/// For each time, the place of the first time group that holds it, or [`NOWHERE`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places<'a>(pub &'a [u16]);

impl Places<'_> {
    /// The place of a time.
    #[inline]
    pub fn of(self, time: u16) -> u16 {
        self.0[usize::from(time)]
    }

    /// How many of the times `from..to` are in the group of this place.
    #[inline]
    pub fn count(self, from: u16, to: u16, place: u16) -> i64 {
        let times = self
            .0
            .get(usize::from(from)..usize::from(to))
            .unwrap_or_default();
        times.iter().filter(|&&found| found == place).count() as i64
    }
}
