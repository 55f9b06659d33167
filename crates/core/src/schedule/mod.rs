//! When and where.

use uurwerk_model::School;

/// The timetable instance that time rules add to.
pub struct Draft<'a> {
    /// The school.
    pub school: &'a School,
}
