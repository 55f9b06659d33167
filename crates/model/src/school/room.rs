//! Rooms and sites.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{RoomId, RoomKind, SiteId};

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
}
