//! A small FET file read, solved and written; and what is said of damaged ones.

use proptest::prelude::*;
use uurwerk_engine::{Control, SearchOptions, evaluate, solve};
use uurwerk_formats::fet::{FetFile, read, read_solution, write_solution};

/// Two days of three hours, the last of the second a break; two teachers, a class in two halves, two rooms and a virtual one of both.
const SMALL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<fet version="6.8.5">
<Institution_Name>Small &amp; neat</Institution_Name>
<Comments></Comments>
<Days_List><Number_of_Days>2</Number_of_Days><Day><Name>Mo</Name></Day><Day><Name>Tu </Name></Day></Days_List>
<Hours_List><Number_of_Hours>3</Number_of_Hours><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour><Hour><Name>3</Name></Hour></Hours_List>
<Subjects_List><Subject><Name>Maths</Name></Subject><Subject><Name>Lab</Name></Subject></Subjects_List>
<Activity_Tags_List><Activity_Tag><Name>hard</Name></Activity_Tag></Activity_Tags_List>
<Teachers_List><Teacher><Name>Ann</Name></Teacher><Teacher><Name>Bob</Name></Teacher></Teachers_List>
<Students_List><Year><Name>1</Name><Number_of_Students>20</Number_of_Students>
<Group><Name>1A</Name><Number_of_Students>20</Number_of_Students><Subgroup><Name>1Aa</Name><Number_of_Students>10</Number_of_Students></Subgroup><Subgroup><Name>1Ab</Name><Number_of_Students>10</Number_of_Students></Subgroup></Group></Year></Students_List>
<Activities_List>
<Activity><Teacher>Ann</Teacher><Subject>Maths</Subject><Activity_Tag>hard</Activity_Tag><Students>1A</Students><Duration>1</Duration><Total_Duration>2</Total_Duration><Id>1</Id><Activity_Group_Id>1</Activity_Group_Id><Active>true</Active></Activity>
<Activity><Teacher>Ann</Teacher><Subject>Maths</Subject><Students>1A</Students><Duration>1</Duration><Total_Duration>2</Total_Duration><Id>2</Id><Activity_Group_Id>1</Activity_Group_Id><Active>true</Active></Activity>
<Activity><Teacher>Ann</Teacher><Subject>Lab</Subject><Students>1Aa</Students><Duration>2</Duration><Total_Duration>2</Total_Duration><Id>3</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>
<Activity><Teacher>Bob</Teacher><Subject>Lab</Subject><Students>1Ab</Students><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>4</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>
<Activity><Teacher>Bob</Teacher><Subject>Lab</Subject><Students>1Ab</Students><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>5</Id><Activity_Group_Id>0</Activity_Group_Id><Active>false</Active></Activity>
</Activities_List>
<Buildings_List></Buildings_List>
<Rooms_List><Room><Name>R1</Name><Building></Building><Capacity>30</Capacity></Room><Room><Name>R2</Name><Building></Building><Capacity>15</Capacity></Room>
<Room><Name>V</Name><Building></Building><Capacity>30</Capacity><Virtual>true</Virtual><Number_of_Sets_of_Real_Rooms>2</Number_of_Sets_of_Real_Rooms><Set_of_Real_Rooms><Number_of_Real_Rooms>2</Number_of_Real_Rooms><Real_Room>R1</Real_Room><Real_Room>R2</Real_Room></Set_of_Real_Rooms><Set_of_Real_Rooms><Number_of_Real_Rooms>1</Number_of_Real_Rooms><Real_Room>R2</Real_Room></Set_of_Real_Rooms></Room></Rooms_List>
<Time_Constraints_List>
<ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage></ConstraintBasicCompulsoryTime>
<ConstraintBreakTimes><Weight_Percentage>100</Weight_Percentage><Number_of_Break_Times>1</Number_of_Break_Times><Break_Time><Day>Tu </Day><Hour>3</Hour></Break_Time></ConstraintBreakTimes>
<ConstraintMinDaysBetweenActivities><Weight_Percentage>95</Weight_Percentage><Consecutive_If_Same_Day>true</Consecutive_If_Same_Day><Number_of_Activities>2</Number_of_Activities><Activity_Id>1</Activity_Id><Activity_Id>2</Activity_Id><MinDays>1</MinDays></ConstraintMinDaysBetweenActivities>
<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>3</Activity_Id><Preferred_Day>Tu </Preferred_Day><Preferred_Hour>1</Preferred_Hour></ConstraintActivityPreferredStartingTime>
<ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Teacher>Bob</Teacher><Number_of_Not_Available_Times>1</Number_of_Not_Available_Times><Not_Available_Time><Day>Mo</Day><Hour>1</Hour></Not_Available_Time></ConstraintTeacherNotAvailableTimes>
<ConstraintStudentsFlyingOnBrooms><Weight_Percentage>100</Weight_Percentage></ConstraintStudentsFlyingOnBrooms>
</Time_Constraints_List>
<Space_Constraints_List>
<ConstraintBasicCompulsorySpace><Weight_Percentage>100</Weight_Percentage></ConstraintBasicCompulsorySpace>
<ConstraintStudentsSetHomeRoom><Weight_Percentage>100</Weight_Percentage><Students>1A</Students><Room>R1</Room></ConstraintStudentsSetHomeRoom>
<ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage><Activity_Id>4</Activity_Id><Room>V</Room></ConstraintActivityPreferredRoom>
</Space_Constraints_List>
</fet>
"#;

fn small() -> FetFile {
    read(SMALL.as_bytes()).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

fn codes(text: &str) -> Vec<(&'static str, usize)> {
    read(text.as_bytes())
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
fn the_small_file_is_read_solved_and_written() {
    let file = small();
    assert_eq!(file.institution, "Small & neat");
    assert_eq!(file.instance.problem().events.len(), 4);
    let notes: Vec<_> = file
        .notes
        .iter()
        .map(|note| (note.code, note.family.as_str(), note.count))
        .collect();
    assert_eq!(notes, [("UW3250", "StudentsFlyingOnBrooms", 1)]);
    let options = SearchOptions {
        iterations: Some(20_000),
        ..SearchOptions::default()
    };
    let outcome = solve(&file.instance, &options, &Control::endless()).expect("no start");
    // Activity 3 fills Tuesday before the break for Ann: both of her others are on Monday.
    assert_eq!((outcome.cost.hard, outcome.cost.soft), (0, 95));
    assert_eq!(file.soft_total(outcome.cost.soft), "0.95");
    let text = write_solution(&file, &outcome.solution);
    let again =
        read_solution(text.as_bytes(), &file).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let cost = evaluate(&file.instance, &again).expect("valid").cost;
    assert_eq!(cost, outcome.cost);
    // What was there is there, byte for byte, and the lock that was there is not repeated.
    let mut rest = text.as_str();
    for piece in SMALL.split_inclusive('\n') {
        let at = rest.find(piece).unwrap_or_else(|| panic!("lost: {piece}"));
        rest = &rest[at + piece.len()..];
    }
    assert_eq!(text.matches("<Activity_Id>3</Activity_Id>").count(), 1);
    // The whole class has its home room; a half has none; the virtual room is named with its two real ones, in the order of its sets.
    assert!(text.contains("<Room>R1</Room>"), "{text}");
    assert!(text.contains("<Room>V</Room>\n\t<Number_of_Real_Rooms>2</Number_of_Real_Rooms>\n\t<Real_Room>R1</Real_Room>\n\t<Real_Room>R2</Real_Room>"), "{text}");
    assert!(read(text.as_bytes()).is_ok());
}

#[test]
fn a_byte_order_mark_and_line_ends_are_kept() {
    let crlf = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    let file = read(crlf.as_bytes()).unwrap_or_else(|faults| panic!("{}", faults[0]));
    assert_eq!(write_solution(&file, &Default::default()), crlf);
}

#[test]
fn what_would_never_end_or_not_fit_is_a_fault() {
    let group = "<Group><Name>1A</Name>";
    let inside = with(
        group,
        "<Group><Name>1A</Name><Group><Name>1A</Name></Group>",
    );
    assert_eq!(codes(&inside), [("UW3205", 11)]);
    let days = with("<MinDays>1</MinDays>", "<MinDays>4000000000</MinDays>");
    assert_eq!(codes(&days), [("UW3207", 25)]);
    let bare = with("<Rooms_List>", "<Rooms_List><Name>R3</Name>");
    assert_eq!(codes(&bare), []);
    let last = with("<Id>5</Id>", "<Id>4294967295</Id>");
    assert_eq!(codes(&last), []);
    // A thousand activities, no two at once for 95 %: half a million pairs.
    let activity = "<Activity><Teacher>Bob</Teacher><Subject>Lab</Subject><Students>1Ab</Students><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>5</Id><Activity_Group_Id>0</Activity_Group_Id><Active>false</Active></Activity>";
    let many = (6..1006).map(|id| {
        let own = activity.replace("<Id>5<", &format!("<Id>{id}<"));
        own.replace("false", "true")
    });
    let many = with(activity, &many.collect::<String>());
    let ids = (6..1006).map(|id| format!("<Activity_Id>{id}</Activity_Id>"));
    let apart = format!(
        "<ConstraintActivitiesNotOverlapping><Weight_Percentage>95</Weight_Percentage><Number_of_Activities>1000</Number_of_Activities>{}</ConstraintActivitiesNotOverlapping></Time_Constraints_List>",
        ids.collect::<String>()
    );
    let many = many.replacen("</Time_Constraints_List>", &apart, 1);
    assert_eq!(
        codes(&many).iter().map(|code| code.0).collect::<Vec<_>>(),
        ["UW3212"]
    );
}

#[test]
fn faults_have_a_code_and_a_line() {
    // What is replaced, by what, and the faults that this makes.
    type Case<'a> = (&'a str, &'a str, &'a [(&'a str, usize)]);
    let cases: &[Case] = &[
        (
            "<Comments>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><Comments>",
            &[("UW3203", 4)],
        ),
        ("<Name>Mo</Name>", "<Name>&lol;</Name>", &[("UW3203", 5)]),
        (
            "<Day><Name>Mo</Name></Day>",
            "",
            &[("UW3210", 5), ("UW3209", 27)],
        ),
        ("<Name>Mo</Name>", "<Name>Tu </Name>", &[("UW3208", 5)]),
        (
            "<Name>Tu </Name>",
            "<Name>Tu</Name>",
            &[("UW3209", 24), ("UW3209", 26)],
        ),
        (
            "<Teacher>Ann</Teacher><Subject>Lab",
            "<Teacher>Anna</Teacher><Subject>Lab",
            &[("UW3209", 15)],
        ),
        (
            "<Id>2</Id>",
            "<Id>1</Id>",
            &[("UW3208", 14), ("UW3209", 25)],
        ),
        (
            "<Duration>2</Duration><Total",
            "<Duration>4</Duration><Total",
            &[("UW3207", 15)],
        ),
        (
            "<Duration>2</Duration><Total",
            "<Duration>-1</Duration><Total",
            &[("UW3207", 15)],
        ),
        (
            "<Subject>Maths</Subject><Activity_Tag>",
            "<Activity_Tag>",
            &[("UW3206", 13)],
        ),
        (
            "<Weight_Percentage>95<",
            "<Weight_Percentage>195<",
            &[("UW3207", 25)],
        ),
        (
            "<Weight_Percentage>95</Weight_Percentage>",
            "",
            &[("UW3206", 25)],
        ),
        (
            "<Weight_Percentage>100</Weight_Percentage><Number_of_Break",
            "<Weight_Percentage>99.5</Weight_Percentage><Number_of_Break",
            &[("UW3211", 24)],
        ),
        (
            "<Activity_Id>4</Activity_Id>",
            "<Activity_Id>9</Activity_Id>",
            &[("UW3209", 33)],
        ),
        ("<Real_Room>R1</Real_Room>", "", &[("UW3210", 21)]),
        ("<Space_Constraints_List>", "<Spaces>", &[("UW3202", 34)]),
    ];
    for (from, to, expected) in cases {
        let found = codes(&with(from, to));
        assert!(
            expected.iter().all(|fault| found.contains(fault)),
            "{to}: {found:?}"
        );
    }
    assert_eq!(codes(&"<a>".repeat(100)), [("UW3204", 1)]);
    assert_eq!(codes(""), [("UW3202", 1)]);
    assert_eq!(codes("<HighSchoolTimetableArchive/>"), [("UW3205", 1)]);
    assert_eq!(
        read(b"<fet>\xff").err().map(|faults| faults[0].code),
        Some("UW3201")
    );
}

#[test]
fn several_faults_come_at_once() {
    let text =
        with("<Name>Mo</Name>", "<Name>Tu </Name>").replace("<Activity_Id>4<", "<Activity_Id>9<");
    let found = codes(&text);
    assert!(
        found.contains(&("UW3208", 5)) && found.contains(&("UW3209", 33)),
        "{found:?}"
    );
}

#[test]
fn locks_of_another_file_are_refused() {
    let file = small();
    let other = with(
        "<Preferred_Day>Tu </Preferred_Day>",
        "<Preferred_Day>Sunday</Preferred_Day>",
    );
    let found = read_solution(other.as_bytes(), &file)
        .err()
        .unwrap_or_default();
    assert_eq!(
        found
            .iter()
            .map(|fault| (fault.code, fault.line))
            .collect::<Vec<_>>(),
        [("UW3209", 26)]
    );
}

proptest! {
    #[test]
    fn mutated_files_never_panic(position in 0..SMALL.len(), byte: u8, cut in 0..SMALL.len()) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[position] = byte;
        let _ = read(&bytes);
        let _ = read(&bytes[..cut]);
    }
}
