//! XHSTT archives through the real binary: the same bytes for the same work, a limit that is kept, an interruption that is heeded.
#![allow(missing_docs, clippy::unwrap_used)]
#![allow(clippy::disallowed_methods)] // Whether a limit is kept is for a clock to say.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use uurwerk_tests::{binary, errors, said, shared, uurwerk};

/// `uurwerk timetable INSTANCE -o OUT` with more arguments.
fn timetable(instance: &Path, out: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command
        .arg("timetable")
        .arg(instance)
        .arg("-o")
        .arg(out)
        .args(more);
    command.env("LC_ALL", "C").env_remove("LANG");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What `uurwerk evaluate` says last.
fn cost(instance: &Path, solution: &Path) -> String {
    let output = uurwerk(&[
        "evaluate".as_ref(),
        instance.as_os_str(),
        solution.as_os_str(),
    ]);
    let last = said(&output).lines().last().unwrap_or_default().to_owned();
    assert!(
        last.starts_with("hard="),
        "{}{}",
        said(&output),
        errors(&output)
    );
    last
}

#[test]
fn the_same_seed_threads_and_iterations_give_the_same_archive() {
    let Some(instance) = shared("xhstt/instances/BrazilInstance1_XHSTT-v2014.xml") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, seed: &str| {
        let out = folder.path().join(name);
        let more = ["--seed", seed, "--threads", "2", "--iterations", "100000"];
        let output = timetable(&instance, &out, &more).output().unwrap();
        // Progress is for terminals only.
        assert_eq!(errors(&output), "");
        (std::fs::read(&out).unwrap(), said(&output))
    };
    let (one, two) = (write("one.xml", "7"), write("two.xml", "7"));
    assert!(one == two, "two runs differ");
    assert!(one.0 != write("other.xml", "8").0, "the seed does nothing");
}

#[test]
fn a_solution_is_costed_beside_its_instance() {
    let Some(instance) = shared("xhstt/instances/ArtificialSudoku4x4_XHSTT2014A.xml") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (out, alone) = (
        folder.path().join("out.xml"),
        folder.path().join("alone.xml"),
    );
    let output = timetable(&instance, &out, &["--iterations", "2000"])
        .output()
        .unwrap();
    let text = std::fs::read_to_string(&out).unwrap();
    let (begin, end) = (
        text.find("<Instances>").unwrap(),
        text.find("</Instances>").unwrap(),
    );
    let rest = format!("{}{}", &text[..begin], &text[end + "</Instances>".len()..]);
    std::fs::write(&alone, rest).unwrap();
    let costed = cost(&instance, &alone);
    assert_eq!(costed, cost(&out, &out), "in one file");
    assert!(said(&output).contains(&costed), "{}", said(&output));
    // The same as one JSON document, constraint by constraint.
    let json = said(&uurwerk(&[
        "evaluate".as_ref(),
        out.as_os_str(),
        "--format".as_ref(),
        "json".as_ref(),
    ]));
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let solution = &document[0];
    assert_eq!(
        costed,
        format!("hard={} soft={}", solution["hard"], solution["soft"])
    );
    let constraints = solution["constraints"].as_array().unwrap();
    let hard: i64 = constraints
        .iter()
        .map(|constraint| constraint["hard"].as_i64().unwrap())
        .sum();
    assert_eq!(solution["hard"], hard);
}

/// Interrupts a running search and gives the time it took to end, with its solution written.
#[cfg(unix)]
fn interrupted(instance: &Path, after: Duration) -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.xml");
    let mut child: Child = timetable(instance, &out, &["--threads", "2", "--time-limit", "10m"])
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let begin = Instant::now();
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    let status = child.wait().unwrap();
    let took = begin.elapsed();
    assert!(matches!(status.code(), Some(0 | 4)), "{status}");
    cost(instance, &out);
    took
}

#[cfg(unix)]
#[test]
fn an_interruption_is_heeded_at_once() {
    let Some(instance) = shared("xhstt/instances/BR-SM-00.xml") else {
        return;
    };
    let took = interrupted(&instance, Duration::from_secs(1));
    // A hundredth of a second on an idle machine; a busy one gets more.
    assert!(took < Duration::from_secs(2), "took {took:?}");
}

#[cfg(unix)]
#[test]
#[ignore = "runs for half a minute on the largest instance"]
fn the_largest_instance_keeps_its_limit_and_heeds_an_interruption() {
    let Some(instance) = shared("xhstt/instances/NL-KP-05.xml") else {
        return;
    };
    // Construction, mending and annealing, each in its turn.
    for after in [500, 3000, 8000] {
        let took = interrupted(&instance, Duration::from_millis(after));
        println!(
            "interrupted after {after} ms: ended {} ms later",
            took.as_millis()
        );
        assert!(took < Duration::from_secs(2), "took {took:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.xml");
    for limit in [1, 10] {
        let begin = Instant::now();
        let output = timetable(&instance, &out, &["--time-limit", &format!("{limit}s")])
            .output()
            .unwrap();
        let took = begin.elapsed();
        println!("limit {limit} s: took {:.2} s", took.as_secs_f64());
        assert!(took < Duration::from_secs(limit + 1), "took {took:?}");
        assert!(
            took + Duration::from_secs(1) > Duration::from_secs(limit),
            "gave up after {took:?}"
        );
        assert!(said(&output).contains(&cost(&instance, &out)));
    }
}
