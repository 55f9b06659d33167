//! The smaller commands, through the real binary.
#![allow(missing_docs, clippy::unwrap_used)]

use uurwerk_tests::{errors, fixture, said, shared, uurwerk};

#[test]
fn the_same_seed_threads_and_iterations_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let plans: Vec<Vec<u8>> = ["a.json", "b.json"]
        .iter()
        .map(|name| {
            let path = folder.path().join(name);
            let school = fixture("small.json");
            let output = uurwerk(&[
                "plan".as_ref(),
                school.as_os_str(),
                "-o".as_ref(),
                path.as_os_str(),
                "--iterations".as_ref(),
                "20000".as_ref(),
                "--threads".as_ref(),
                "2".as_ref(),
                "--quiet".as_ref(),
            ]);
            assert!(
                matches!(output.status.code(), Some(0 | 4)),
                "{}",
                errors(&output)
            );
            std::fs::read(path).unwrap()
        })
        .collect();
    assert!(plans[0] == plans[1], "two runs differ");
}

#[test]
fn a_plan_that_is_taken_over_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    let (school, at) = (fixture("small.json"), |name| folder.path().join(name));
    let (first, again) = (at("plan.json"), at("again.json"));
    let iterations = ["--iterations", "20000", "--quiet"].map(std::ffi::OsStr::new);
    let planned = [
        "plan".as_ref(),
        school.as_os_str(),
        "-o".as_ref(),
        first.as_os_str(),
    ];
    uurwerk(&[&planned[..], &iterations].concat());
    let taken = uurwerk(&[
        "convert".as_ref(),
        first.as_os_str(),
        "--school".as_ref(),
        school.as_os_str(),
        "--to".as_ref(),
        "plan".as_ref(),
        "-o".as_ref(),
        again.as_os_str(),
    ]);
    assert_eq!(taken.status.code(), Some(0), "{}", errors(&taken));
    let [first, again] = [first, again].map(|path| -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    });
    assert_ne!(first["protected"], serde_json::json!([]));
    for part in ["allocation", "timetable", "protected", "rules"] {
        assert_eq!(first[part], again[part], "{part}");
    }
}

#[test]
fn rules_are_listed_within_80_columns_in_every_language() {
    for language in ["en", "nl", "fr"] {
        let list = said(&uurwerk(&["rules", "--lang", language]));
        for id in [
            "S1", "S2", "S3", "D1", "D2", "D3", "P1", "B1", "B4", "M9", "M10", "C1",
        ] {
            assert!(list.contains(id), "{id} is missing");
        }
        for line in list.lines() {
            assert!(line.chars().count() <= 80, "{language}: {line}");
        }
    }
    let one = said(&uurwerk(&["rules", "s1"]));
    assert!(one.contains("max = 2"), "{one}");
}

#[test]
fn schemas_are_json_schemas() {
    for kind in ["school", "plan", "conflict", "scenario", "difference"] {
        let schema: serde_json::Value =
            serde_json::from_str(&said(&uurwerk(&["schema", kind]))).unwrap();
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    }
}

#[test]
fn fixtures_pass_the_quick_check_in_two_seconds() {
    for name in ["small.json", "large.json"] {
        let path = fixture(name);
        let output = uurwerk(&["check".as_ref(), path.as_os_str()]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", errors(&output));
    }
}

#[test]
fn a_generated_school_is_the_same_for_the_same_seed() {
    let make = |seed| said(&uurwerk(&["generate", "--teachers", "12", "--seed", seed]));
    assert!(make("5") == make("5"), "two runs differ");
    assert!(make("5") != make("6"), "the seed does nothing");
}

#[test]
fn an_impossible_school_gets_its_conflict() {
    // Every teacher's contract is cut to nothing: the lessons have nobody.
    let text = std::fs::read_to_string(fixture("small.json")).unwrap();
    let mut school: serde_json::Value = serde_json::from_str(&text).unwrap();
    for teacher in school["staff"].as_array_mut().unwrap() {
        teacher["rights"] = serde_json::json!([]);
        teacher["tasks"] = serde_json::json!([]);
        teacher["contract"] = serde_json::json!({ "min": 0, "target": "2/20", "max": "2/20" });
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("school.json");
    let conflict = folder.path().join("conflict.json");
    std::fs::write(&path, school.to_string()).unwrap();
    let output = uurwerk(&[
        "explain".as_ref(),
        path.as_os_str(),
        "-o".as_ref(),
        conflict.as_os_str(),
    ]);
    assert_eq!(
        output.status.code(),
        Some(3),
        "{}{}",
        said(&output),
        errors(&output)
    );
    let document: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(conflict).unwrap()).unwrap();
    assert_eq!(document["uurwerk"]["kind"], "conflict");
    let demands = document["demands"].as_array().unwrap();
    assert!(!demands.is_empty());
    for demand in demands {
        let pointer = demand["pointer"].as_str().unwrap();
        assert!(
            school.pointer(pointer).is_some(),
            "{pointer} points nowhere"
        );
    }
    let planned = uurwerk(&["plan".as_ref(), path.as_os_str()]);
    assert_eq!(planned.status.code(), Some(3), "{}", errors(&planned));
}

#[test]
fn an_xhstt_instance_is_solved_and_costed() {
    let Some(instance) = shared("xhstt/instances/ArtificialSudoku4x4_XHSTT2014A.xml") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.xml");
    let solved = uurwerk(&[
        "timetable".as_ref(),
        instance.as_os_str(),
        "-o".as_ref(),
        out.as_os_str(),
        "--time-limit".as_ref(),
        "10s".as_ref(),
    ]);
    let summary = said(&solved);
    let costed = uurwerk(&["evaluate".as_ref(), instance.as_os_str(), out.as_os_str()]);
    let last = said(&costed).lines().last().unwrap_or_default().to_owned();
    assert!(
        last.starts_with("hard="),
        "{}{}",
        said(&costed),
        errors(&costed)
    );
    assert!(
        summary.contains(&last),
        "solver said {summary}, evaluator says {last}"
    );
}

#[test]
fn names_are_replaced_and_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let pseudonymise = |from: &std::path::Path, to: &str, more: &[&str]| {
        let mut arguments = vec!["pseudonymise".into(), from.as_os_str().to_owned()];
        arguments.extend(["--key".into(), at("key.json").into_os_string()]);
        arguments.extend(["-o".into(), at(to).into_os_string()]);
        arguments.extend(more.iter().map(|argument| (*argument).into()));
        let output = uurwerk(&arguments);
        assert!(output.status.success(), "{}", errors(&output));
        std::fs::read_to_string(at(to)).unwrap()
    };
    let original = std::fs::read_to_string(fixture("small.json")).unwrap();
    let hidden = pseudonymise(&fixture("small.json"), "hidden.json", &[]);
    assert!(original.contains("Lotte Bakkali") && !hidden.contains("Lotte Bakkali"));
    assert_eq!(
        pseudonymise(&fixture("small.json"), "again.json", &[]),
        hidden
    );
    let restored = pseudonymise(&at("hidden.json"), "restored.json", &["--restore"]);
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(json(&restored), json(&original));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = std::fs::metadata(at("key.json")).unwrap().permissions();
        assert_eq!(rights.mode() & 0o077, 0, "the key is for its writer alone");
    }
}
