//! The options of a call, as JSON.

use serde::Deserialize;
use uurwerk::{Diagnostic, Diagnostics, Language, Options};

/// What a caller may set; everything has a default.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct CallOptions {
    pub seed: u64,
    pub threads: Option<u32>,
    pub iterations: Option<u64>,
    pub time_limit_ms: u64,
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
    /// Reads them; no bytes means the defaults.
    pub fn parse(json: Option<&[u8]>) -> Result<Self, Diagnostics> {
        let Some(json) = json.filter(|json| !json.is_empty()) else {
            return Ok(Self::default());
        };
        serde_json::from_slice(json).map_err(|fault| {
            Diagnostics(vec![
                Diagnostic::error("UW0511", "").with("detail", fault.to_string()),
            ])
        })
    }

    /// What makes the run repeatable.
    pub fn repeatable(&self) -> Options {
        let cores = std::thread::available_parallelism().map_or(1, |n| n.get() as u32);
        Options {
            seed: self.seed,
            threads: self.threads.unwrap_or(cores).clamp(1, 256),
            iterations: self.iterations,
        }
    }
}
