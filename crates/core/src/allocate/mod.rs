//! Who teaches what.

use uurwerk_model::{LessonIx, School};

/// The mathematical model that load rules add to.
pub struct Model<'a> {
    /// The school.
    pub school: &'a School,
}

/// One teacher's positions.
pub struct TeacherLoad<'a> {
    /// Lessons with the position taken in each, in the order of the lessons.
    pub positions: &'a [(LessonIx, usize)],
}
