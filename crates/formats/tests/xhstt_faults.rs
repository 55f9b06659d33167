//! Files that are not what they should be: every fault at once, with code and place, and never a panic.

use proptest::prelude::*;
use uurwerk_engine::{Control, SearchOptions, solve};
use uurwerk_formats::xhstt::{
    SolutionGroup, read_archive, read_solutions, write_archive, write_solutions,
};

/// One event of two times for a class, with a teacher to be chosen.
const SMALL: &str = r#"<HighSchoolTimetableArchive Id="a">
<Instances>
<Instance Id="small">
<MetaData><Name>n</Name><Contributor>c</Contributor><Date>d</Date><Country>x</Country><Description>s</Description></MetaData>
<Times><TimeGroups><Day Id="Mo"><Name>Mo</Name></Day></TimeGroups>
<Time Id="t1"><Name>1</Name><Day Reference="Mo"/></Time>
<Time Id="t2"><Name>2</Name><Day Reference="Mo"/></Time></Times>
<Resources><ResourceTypes><ResourceType Id="Class"><Name>Class</Name></ResourceType><ResourceType Id="Teacher"><Name>T</Name></ResourceType></ResourceTypes>
<ResourceGroups><ResourceGroup Id="all"><Name>all</Name><ResourceType Reference="Teacher"/></ResourceGroup></ResourceGroups>
<Resource Id="1A"><Name>1A</Name><ResourceType Reference="Class"/></Resource>
<Resource Id="Ann"><Name>Ann</Name><ResourceType Reference="Teacher"/><ResourceGroups><ResourceGroup Reference="all"/></ResourceGroups></Resource></Resources>
<Events><EventGroups><EventGroup Id="g"><Name>g</Name></EventGroup></EventGroups>
<Event Id="e"><Name>e</Name><Duration>2</Duration><Resources><Resource Reference="1A"/><Resource><Role>who</Role><ResourceType Reference="Teacher"/></Resource></Resources><EventGroups><EventGroup Reference="g"/></EventGroups></Event></Events>
<Constraints>
<AssignTimeConstraint Id="at"><Name>n</Name><Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction><AppliesTo><EventGroups><EventGroup Reference="g"/></EventGroups></AppliesTo></AssignTimeConstraint>
<AssignResourceConstraint Id="ar"><Name>n</Name><Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction><AppliesTo><EventGroups><EventGroup Reference="g"/></EventGroups></AppliesTo><Role>who</Role></AssignResourceConstraint>
</Constraints>
</Instance>
</Instances>
</HighSchoolTimetableArchive>"#;

fn codes(text: &str) -> Vec<(&'static str, usize)> {
    read_archive(text.as_bytes())
        .err()
        .unwrap_or_default()
        .iter()
        .map(|fault| (fault.code, fault.line))
        .collect()
}

fn with(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from}");
    SMALL.replacen(from, to, 1)
}

#[test]
fn the_small_archive_is_read_solved_and_written() {
    let archive = read_archive(SMALL.as_bytes()).expect("valid");
    let options = SearchOptions {
        iterations: Some(100),
        ..SearchOptions::default()
    };
    let outcome = solve(
        &archive.instances[0].instance,
        &options,
        &Control::endless(),
    )
    .expect("no start");
    assert_eq!((outcome.cost.hard, outcome.cost.soft), (0, 0));
    let text = write_archive(
        &archive.instances[0],
        &SolutionGroup::default(),
        std::slice::from_ref(&outcome.solution),
    );
    assert!(
        text.contains(r#"<Time Reference="t1"/>"#)
            && text.contains(r#"<Resource Reference="Ann"><Role>who</Role></Resource>"#),
        "{text}"
    );
    // The children of a solution stand in the order that strict readers want, and nothing preassigned is among them.
    let solution = text.split("<Solution ").nth(1).expect("a solution");
    let places: Vec<_> = [
        "<Events>",
        "<Event ",
        "<Duration>",
        "<Time ",
        "<Resources>",
        "<Role>",
        "</Resources>",
        "</Event>",
        "</Events>",
        "</Solution>",
    ]
    .iter()
    .map(|tag| solution.find(tag))
    .collect();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{places:?}"
    );
    assert!(!solution.contains("1A"), "{solution}");
    // Without the instance it is read beside the instance.
    let beside = write_solutions(
        &archive.instances[0],
        &SolutionGroup::default(),
        std::slice::from_ref(&outcome.solution),
    );
    assert!(!beside.contains("<Instance"));
    let stored = read_solutions(beside.as_bytes(), &archive.instances).expect("valid");
    assert_eq!(stored[0].solution, outcome.solution);
    let crlf = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert!(read_archive(crlf.as_bytes()).is_ok());
}

#[test]
fn faults_have_a_code_and_a_line() {
    // What is replaced, by what, and the faults that this makes.
    type Case<'a> = (&'a str, &'a str, &'a [(&'a str, usize)]);
    let cases: &[Case] = &[
        (
            r#"<Instances>"#,
            "<!DOCTYPE a [<!ENTITY b \"c\">]><Instances>",
            &[("UW3103", 2)],
        ),
        ("<Name>Mo</Name>", "<Name>&lol;</Name>", &[("UW3103", 5)]),
        (
            "<Weight>1</Weight>",
            "<Weight>1001</Weight>",
            &[("UW3107", 15)],
        ),
        ("Linear", "SumSteps", &[("UW3107", 15)]),
        ("Linear", "Sum", &[("UW3111", 15)]),
        (
            "<Duration>2</Duration>",
            "<Duration>two</Duration>",
            &[("UW3107", 13)],
        ),
        (r#"Id="Ann""#, r#"Id="1A""#, &[("UW3108", 11)]),
        (
            r#"<Resource Reference="1A"/>"#,
            r#"<Resource Reference="1B"/>"#,
            &[("UW3109", 13)],
        ),
        (
            r#"<Resource><Role>who</Role>"#,
            r#"<Resource>"#,
            &[("UW3106", 13), ("UW3109", 16)],
        ),
        ("</Instance>", "", &[("UW3102", 19)]),
        (
            r#"<Required>true</Required><Weight>1</Weight>"#,
            r#"<Weight>1</Weight><Required>true</Required>"#,
            &[("UW3105", 15)],
        ),
        (
            "AssignTimeConstraint Id",
            "AssignTimesConstraint Id",
            &[("UW3102", 15)],
        ),
        // Of two constraints the first loses what it applies to, then the list that holds it, then `AppliesTo` itself.
        (
            r#"<EventGroup Reference="g"/></EventGroups></AppliesTo></AssignT"#,
            r#"</EventGroups></AppliesTo></AssignT"#,
            &[("UW3106", 15)],
        ),
        (
            r#"<EventGroups><EventGroup Reference="g"/></EventGroups></AppliesTo></AssignT"#,
            r#"</AppliesTo></AssignT"#,
            &[("UW3106", 15)],
        ),
        (
            r#"<AppliesTo><EventGroups><EventGroup Reference="g"/></EventGroups></AppliesTo></AssignT"#,
            r#"</AssignT"#,
            &[("UW3106", 15)],
        ),
        (
            r#"<EventGroup Reference="g"/></EventGroups></AppliesTo></AssignT"#,
            r#"<Course Reference="g"/></EventGroups></AppliesTo></AssignT"#,
            &[("UW3105", 15)],
        ),
        (
            r#"<ResourceType Reference="Class"/></Resource>"#,
            "</Resource>",
            &[("UW3106", 10)],
        ),
        (
            r#"<ResourceGroup Reference="all"/>"#,
            r#"<ResourceGroup Reference="none"/>"#,
            &[("UW3109", 11)],
        ),
        (
            r#"<Name>all</Name><ResourceType Reference="Teacher"/>"#,
            r#"<Name>all</Name><ResourceType Reference="Class"/>"#,
            &[("UW3110", 11)],
        ),
        (
            r#"<Duration>2</Duration>"#,
            r#"<Duration>0</Duration>"#,
            &[("UW3112", 13)],
        ),
        (
            r#"<Duration>2</Duration>"#,
            r#"<Duration>2</Duration><Time Reference="t2"/>"#,
            &[("UW3112", 13)],
        ),
        (
            "HighSchoolTimetableArchive Id",
            "EmployeeScheduleArchive Id",
            &[("UW3102", 20)],
        ),
    ];
    for (from, to, expected) in cases {
        let found = codes(&with(from, to));
        assert!(
            expected.iter().all(|fault| found.contains(fault)),
            "{to}: {found:?}"
        );
    }
    assert_eq!(codes(&"<a>".repeat(100)), [("UW3104", 1)]);
    assert_eq!(codes(""), [("UW3102", 1)]);
    assert_eq!(
        read_archive(b"<a>\xff").err().map(|faults| faults[0].code),
        Some("UW3101")
    );
}

#[test]
fn older_cost_functions_are_refused() {
    for old in [
        "Sum",
        "SquareSum",
        "SumSquares",
        "StepSum",
        "SumSquare",
        "SumStep",
    ] {
        assert_eq!(codes(&with("Linear", old)), [("UW3111", 15)], "{old}");
    }
}

#[test]
fn a_file_of_nothing_but_faults_is_left_early() {
    let many = "<Time/>\n".repeat(100_000);
    let found = codes(&with(
        "<Time Id=\"t1\">",
        &format!("{many}<Time Id=\"t1\">"),
    ));
    assert_eq!(found.len(), 1001);
    assert_eq!((found[0], found[1000].0), (("UW3106", 6), "UW3114"));
}

#[test]
fn groups_do_not_multiply_without_end() {
    // Two thousand resources in a group, which is attended by each of three thousand events: six million in half a megabyte.
    let resources: String = (0..2000)
        .map(|number| format!(r#"<Resource Id="r{number}"><Name>r</Name><ResourceType Reference="Teacher"/><ResourceGroups><ResourceGroup Reference="all"/></ResourceGroups></Resource>"#))
        .collect();
    let events: String = (0..3000)
        .map(|number| format!(r#"<Event Id="e{number}"><Name>e</Name><Duration>1</Duration><ResourceGroups><ResourceGroup Reference="all"/></ResourceGroups></Event>"#))
        .collect();
    let text = with(
        "</Resources>\n<Events>",
        &format!("{resources}</Resources>\n<Events>"),
    )
    .replacen(
        "</Events>\n<Constraints>",
        &format!("{events}</Events>\n<Constraints>"),
        1,
    );
    let found = codes(&text);
    assert!(
        !found.is_empty() && found.iter().all(|fault| fault.0 == "UW3112"),
        "{:?}",
        &found[..found.len().min(3)]
    );
}

#[test]
fn several_faults_come_at_once() {
    let text = with("<Weight>1</Weight>", "<Weight>-1</Weight>").replace(
        r#"<Role>who</Role></AssignR"#,
        r#"<Role>whom</Role></AssignR"#,
    );
    assert_eq!(codes(&text), [("UW3107", 15), ("UW3109", 16)]);
}

#[test]
fn solutions_that_contradict_their_instance_are_refused() {
    let archive = read_archive(SMALL.as_bytes()).expect("valid");
    let solution = |events: &str| {
        let text = format!(
            "<HighSchoolTimetableArchive><SolutionGroups><SolutionGroup Id=\"s\"><Solution Reference=\"small\"><Events>\n{events}</Events></Solution></SolutionGroup></SolutionGroups></HighSchoolTimetableArchive>"
        );
        read_solutions(text.as_bytes(), &archive.instances)
            .map(|stored| stored.len())
            .map_err(|faults| faults[0].code)
    };
    assert_eq!(
        solution(r#"<Event Reference="e"><Time Reference="t1"/></Event>"#),
        Ok(1)
    );
    assert_eq!(
        solution(r#"<Event Reference="e"><Time Reference="t2"/></Event>"#),
        Err("UW3113")
    ); // runs past the end
    assert_eq!(
        solution(r#"<Event Reference="e"><Duration>1</Duration></Event>"#),
        Err("UW3113")
    ); // one time of two
    assert_eq!(solution(r#"<Event Reference="f"/>"#), Err("UW3109"));
    assert_eq!(
        solution(
            r#"<Event Reference="e"><Resources><Resource Reference="1A"><Role>who</Role></Resource></Resources></Event>"#
        ),
        Err("UW3113")
    );
}

proptest! {
    #[test]
    fn mutated_files_never_panic(position in 0..SMALL.len(), byte: u8, cut in 0..SMALL.len()) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[position] = byte;
        let _ = read_archive(&bytes);
        let _ = read_archive(&bytes[..cut]);
    }
}
