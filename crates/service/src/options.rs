//! The options of a call.

use serde::Deserialize;
use uurwerk::{Diagnostic, Diagnostics, Language, Options};

/// What a caller may set; everything has a default.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CallOptions {
    /// Seed of every random choice.
    pub seed: u64,
    /// Threads; by default, and at most, those of the context.
    pub threads: Option<u32>,
    /// Stop by work done instead of by the clock.
    pub iterations: Option<u64>,
    /// Wall-clock limit, when there is no limit by work.
    pub time_limit_ms: u64,
    /// Of the sentences in diagnostics.
    pub language: Language,
}

impl Default for CallOptions {
    fn default() -> Self {
        Self {
            seed: 1,
            threads: None,
            iterations: None,
            time_limit_ms: 60_000,
            language: Language::En,
        }
    }
}

impl CallOptions {
    /// Reads them from JSON; no bytes means the defaults.
    ///
    /// # Errors
    /// UW0511 when it is no such object.
    pub fn parse(json: Option<&[u8]>) -> Result<Self, Diagnostics> {
        let Some(json) = json.filter(|json| !json.is_empty()) else {
            return Ok(Self::default());
        };
        serde_json::from_slice(json).map_err(|fault| {
            let fault = Diagnostic::error("UW0511", "").with("detail", fault.to_string());
            Diagnostics(vec![fault])
        })
    }

    /// What makes the run repeatable, in a context of so many threads.
    pub(crate) fn repeatable(&self, threads: u32) -> Options {
        Options {
            seed: self.seed,
            threads: self.threads.unwrap_or(threads).clamp(1, threads),
            iterations: self.iterations,
        }
    }
}
