//! Dense indices as newtypes, so that a time is never taken for a resource. Each is a position in the list of its kind in a `Problem`.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl $name {
            /// The position as an index into the list of its kind.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(/// A time: its chronological position, 0-based. All times are adjacent and of equal length.
    TimeId(u16));
id!(/// A time group: a set of times that constraints speak of (a day, a half-day, the mornings).
    TimeGroupId(u32));
id!(/// A resource type, such as the one of all teachers or the one of all rooms.
    ResourceTypeId(u16));
id!(/// A resource: whatever can be at one place at a time.
    ResourceId(u32));
id!(/// A role: what an event asks a resource for; unique within its event.
    RoleId(u32));
id!(/// An event: something to be given one or more times and resources.
    EventId(u32));
id!(/// An event group: a set of events that constraints speak of.
    EventGroupId(u32));
id!(/// A constraint.
    ConstraintId(u32));
id!(/// A meet: one piece of an event that runs without interruption. Each event owns as many meet slots as it has durations.
    MeetId(u32));
id!(/// A task: the demand of one meet for one resource that is not preassigned.
    TaskId(u32));
