//! When and where: the rules of the timetable, each worked out period by period.

pub(crate) mod clash;
pub(crate) mod compact;
pub(crate) mod outside;
pub(crate) mod place;
pub(crate) mod protected;
pub(crate) mod rooms;
pub(crate) mod rounds;
pub(crate) mod shape;
pub(crate) mod support;
pub(crate) mod together;
pub(crate) mod trainees;
pub(crate) mod walks;
