//! The Python package of Uurwerk, its compiled half: bytes in, bytes out, without Python's lock while it computes.
//! The typed half is in `python/uurwerk/`.
// What PyO3 writes for a module and its classes is unsafe inside; nothing here is by hand.
#![allow(unsafe_code)]

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use uurwerk::{Language, Stage};
use uurwerk_service::{
    Answer, Call, CallOptions, Cancel, Context, Format, NamedFile, News, guarded,
};

/// How often a waiting call lets Python look for Ctrl-C.
const LOOK: Duration = Duration::from_millis(50);

/// Status, document, report, the school of a what-if.
type Reply<'py> = (
    u8,
    Bound<'py, PyBytes>,
    Bound<'py, PyBytes>,
    Bound<'py, PyBytes>,
);

/// Documents by name.
type Files = Vec<(String, Vec<u8>)>;

fn named(files: &Files) -> Vec<NamedFile<'_>> {
    let named = files
        .iter()
        .map(|(name, content)| NamedFile { name, content });
    named.collect()
}

/// Cancels calls from any thread.
#[pyclass(name = "Cancel", frozen)]
struct PyCancel(Cancel);

#[pymethods]
impl PyCancel {
    #[new]
    fn new() -> Self {
        Self(Cancel::default())
    }

    /// Ends every call that was given this, soon, with the best that it has.
    fn request(&self) {
        self.0.request();
    }

    /// Whether that was asked.
    #[getter]
    fn requested(&self) -> bool {
        self.0.requested()
    }
}

/// How to do one call.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct How<'py> {
    seed: u64,
    threads: u32,
    iterations: Option<u64>,
    time_limit_ms: u64,
    language: String,
    cancel: Option<Bound<'py, PyCancel>>,
    progress: Option<Py<PyAny>>,
    better: Option<Py<PyAny>>,
}

/// A number of threads that any number of calls share.
#[pyclass(name = "Context", frozen)]
struct PyContext(Context);

#[pymethods]
impl PyContext {
    #[new]
    #[pyo3(signature = (threads = 0))]
    fn new(threads: u32) -> Self {
        Self(Context::new(threads))
    }

    #[getter]
    fn threads(&self) -> u32 {
        self.0.threads()
    }

    fn plan<'py>(&self, py: Python<'py>, school: &[u8], how: How) -> PyResult<Reply<'py>> {
        run(py, how, |call| self.0.plan(Some(school), call))
    }

    fn allocate<'py>(&self, py: Python<'py>, school: &[u8], how: How) -> PyResult<Reply<'py>> {
        run(py, how, |call| self.0.allocate(Some(school), call))
    }

    fn timetable<'py>(
        &self,
        py: Python<'py>,
        document: &[u8],
        school: Option<&[u8]>,
        how: How,
    ) -> PyResult<Reply<'py>> {
        run(py, how, |call| {
            self.0.timetable(Some(document), school, call)
        })
    }

    fn check<'py>(&self, py: Python<'py>, school: &[u8], how: How) -> PyResult<Reply<'py>> {
        run(py, how, |call| self.0.check(Some(school), call))
    }

    fn convert<'py>(
        &self,
        py: Python<'py>,
        files: Files,
        from: Option<String>,
        profile: Option<Vec<u8>>,
        how: How,
    ) -> PyResult<Reply<'py>> {
        let format = |name: String| {
            Format::named(&name)
                .ok_or_else(|| PyValueError::new_err(format!("unknown format {name}")))
        };
        let from = from.map(format).transpose()?;
        run(py, how, |call| {
            self.0
                .convert(&named(&files), from, profile.as_deref(), call)
        })
    }

    fn what_if<'py>(
        &self,
        py: Python<'py>,
        school: &[u8],
        plan: &[u8],
        scenarios: Files,
        ask: &[u8],
        how: How,
    ) -> PyResult<Reply<'py>> {
        run(py, how, |call| {
            self.0.what_if(
                Some(school),
                Some(plan),
                &named(&scenarios),
                Some(ask),
                call,
            )
        })
    }

    fn compare<'py>(
        &self,
        py: Python<'py>,
        plans: Files,
        schools: Files,
        how: How,
    ) -> PyResult<Reply<'py>> {
        run(py, how, |call| {
            self.0.compare(&named(&plans), &named(&schools), call)
        })
    }

    fn explain<'py>(
        &self,
        py: Python<'py>,
        school: &[u8],
        plan: Option<&[u8]>,
        question: Option<&[u8]>,
        how: How,
    ) -> PyResult<Reply<'py>> {
        run(py, how, |call| {
            self.0.explain(Some(school), plan, question, call)
        })
    }
}

/// Runs a job on a thread of its own without Python's lock; this thread waits and lets Ctrl-C through. What a
/// callback raised, or Ctrl-C, ends the job and is raised when it has ended.
fn run<'py>(
    py: Python<'py>,
    how: How,
    job: impl FnOnce(&Call) -> Answer + Send,
) -> PyResult<Reply<'py>> {
    let language: Language = match how.language.parse() {
        Ok(language) => language,
        Err(_) => return Err(PyValueError::new_err("language is en, nl or fr")),
    };
    let options = CallOptions {
        seed: how.seed,
        threads: (how.threads > 0).then_some(how.threads),
        iterations: how.iterations,
        time_limit_ms: how.time_limit_ms,
        language,
    };
    let asked = how.cancel.map(|cancel| cancel.get().0.clone());
    let (listen, better) = (how.progress, how.better);
    let raised: Mutex<Option<PyErr>> = Mutex::new(None);
    let ended = Cancel::default();
    let fail = |fault: PyErr| {
        raised
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert(fault);
        ended.request();
    };
    let answer = py.detach(|| {
        let tell = |news: News| {
            let Some(listen) = &listen else { return };
            let progress = news.progress;
            let stage = match progress.stage {
                Stage::Allocation => "allocation",
                Stage::Timetable => "timetable",
                Stage::Measurement => "measurement",
            };
            let told = (
                stage,
                progress.hard,
                progress.soft,
                progress.bound,
                news.elapsed.as_secs_f64(),
            );
            Python::attach(|py| listen.call1(py, told).map(drop).unwrap_or_else(fail));
        };
        let tell_better = |plan: &uurwerk::PlanDocument| {
            // A plan that cannot be written will be reported when it is the answer.
            if let (Some(better), Ok(json)) = (&better, serde_json::to_vec(plan)) {
                Python::attach(|py| {
                    let bytes = (PyBytes::new(py, &json),);
                    better.call1(py, bytes).map(drop).unwrap_or_else(fail);
                });
            }
        };
        let call = Call {
            options: &options,
            cancelled: &|| ended.requested() || asked.as_ref().is_some_and(Cancel::requested),
            progress: &tell,
            better: better.is_some().then_some(&tell_better),
        };
        let (done, wait) = channel();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                // Nobody waits only when this process is ending.
                let _ = done.send(guarded(|| job(&call)));
            });
            loop {
                match wait.recv_timeout(LOOK) {
                    Ok(answer) => break Some(answer),
                    Err(RecvTimeoutError::Disconnected) => break None,
                    Err(RecvTimeoutError::Timeout) => {
                        Python::attach(|py| py.check_signals().unwrap_or_else(fail));
                    }
                }
            }
        })
    });
    if let Some(fault) = raised.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(fault);
    }
    let Some(answer) = answer else {
        return Err(PyValueError::new_err("the call ended without an answer"));
    };
    let bytes = |content: &[u8]| PyBytes::new(py, content);
    Ok((
        answer.status as u8,
        bytes(&answer.output),
        bytes(&answer.report),
        bytes(&answer.school),
    ))
}

/// The compiled half of `uurwerk`.
#[pymodule]
fn _uurwerk(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<PyContext>()?;
    module.add_class::<PyCancel>()
}
