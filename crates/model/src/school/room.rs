//! Rooms, the buildings and sites where they stand, and the ways between them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{BuildingId, RoomId, RoomKind, SiteId};

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Id, such as `A101`.
    pub id: RoomId,
    /// Name for people.
    pub name: String,
    /// Its kind, such as `classroom` or `lab`.
    pub kind: RoomKind,
    /// Pupils it holds; without it, any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5000))]
    pub capacity: Option<u16>,
    /// The site it stands on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// The building it stands in; without it, near every other room of its site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<BuildingId>,
}

/// How long it takes to go from one building to another, either way. What is said of two buildings counts before what is
/// said of their sites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// A building, or a site.
    pub from: BuildingId,
    /// Another one.
    pub to: BuildingId,
    /// Minutes from the end of a lesson there to the start of one here.
    #[schemars(range(min = 0, max = 600))]
    pub minutes: u16,
}
