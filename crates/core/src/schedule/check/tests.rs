//! Impossible schools, each seen by counting.

use super::*;
use crate::rules::testing::Sample;

/// The pointers of the demands, and the words, which must exist.
fn refused(sample: &Sample) -> Vec<String> {
    let (school, allocation) = sample.school();
    let settings = Settings::of(&school.document().policy).expect("the policy is right");
    let demands = check_allocation(&school, &settings, &allocation);
    for demand in &demands {
        for language in uurwerk_model::Language::ALL {
            let words = demand.message.text(language);
            assert!(
                words != demand.message.id && !words.contains("{$"),
                "{words}"
            );
        }
        let json = serde_json::to_value(school.document()).expect("a school is JSON");
        assert!(
            json.pointer(&demand.pointer).is_some(),
            "{}",
            demand.pointer
        );
    }
    demands.into_iter().map(|d| d.pointer).collect()
}

#[test]
fn an_ordinary_school_is_not_refused() {
    let mut sample = Sample::new(1);
    sample.lesson(&[2, 2], &["A"], "t");
    assert!(refused(&sample).is_empty());
}

#[test]
fn a_teacher_with_too_few_periods() {
    // 4 periods, of which 1 cannot be: 3 for 2 + 2; the block at period 0 is out too.
    let mut sample = Sample::new(1);
    sample.lesson(&[1, 1], &["A"], "t");
    sample.lesson(&[1, 1], &["B"], "t");
    sample.wish("t", 0, -3);
    assert_eq!(refused(&sample), ["/staff/0", "/lessons/0", "/lessons/1"]);
}

#[test]
fn meetings_take_time_too() {
    let mut sample = Sample::new(1);
    sample.lesson(&[2, 2], &["A"], "starter");
    sample.pair("mentor", "starter", 0, 1);
    let pointers = ["/staff/0", "/lessons/0", "/mentoring/pairs/0/meetings"];
    assert_eq!(refused(&sample), pointers);
}

#[test]
fn a_class_with_too_many_lessons() {
    let mut sample = Sample::new(1);
    sample.lesson(&[1], &["A"], "t");
    sample.lesson(&[1], &["A/half/1"], "u");
    sample.lesson(&[1], &["A/half/2"], "v");
    sample.lesson(&[1], &["A/lang/1"], "w");
    assert!(refused(&sample).is_empty()); // the halves go together
    sample.lesson(&[2], &["A/lang/1"], "x");
    // No partition alone has more than 4, but lang/1 shares pupils with half/1: 1 + 1 + 1 + 2.
    let whole_and_half = ["0", "1", "3", "4"].map(|l| format!("/lessons/{l}"));
    let whole_and_half = [&["/classes/0".to_owned()][..], &whole_and_half].concat();
    assert_eq!(refused(&sample), whole_and_half);
}

#[test]
fn a_class_and_a_teacher_together() {
    let with = |of_b: &str| {
        let mut sample = Sample::new(1);
        sample.lesson(&[2], &["A", "B"], "t");
        sample.lesson(&[1], &["A"], "u");
        sample.lesson(&[2], &["B"], of_b);
        refused(&sample)
    };
    // Neither class has more than 4 periods, and A has its own lesson while B has one.
    assert!(with("v").is_empty());
    // With one teacher for both, no two of the three lessons can be at once: 5 periods.
    let all = [
        "/classes/0",
        "/staff/1",
        "/lessons/0",
        "/lessons/1",
        "/lessons/2",
    ];
    assert_eq!(with("u"), all);
}

#[test]
fn long_blocks_need_long_runs() {
    // Periods 1 and 2 are free, but the noon break lies between them.
    let mut sample = Sample::new(1);
    sample.lesson(&[2], &["A"], "t");
    for slot in [0, 3] {
        sample.wish("t", slot, -3);
    }
    assert_eq!(refused(&sample), ["/lessons/0", "/staff/0/wishes"]);
    // Three blocks of 2 in a week of 6 periods that can be, in runs of 2, 2, 1 and 1.
    let mut sample = Sample::new(2);
    sample.lesson(&[2, 2], &["A"], "t");
    sample.lesson(&[2], &["B"], "t");
    for slot in [4, 6] {
        sample.wish("t", slot, -3);
    }
    assert!(refused(&sample).contains(&"/staff/0".to_owned()));
}

#[test]
fn one_teacher_for_two_linked_lessons() {
    let mut sample = Sample::new(1);
    let a = sample.lesson(&[1], &["A/half/1"], "t");
    let b = sample.lesson(&[1], &["A/half/2"], "t");
    sample.link(&[a, b]);
    assert_eq!(refused(&sample), ["/lessons/0", "/lessons/1"]);
}

#[test]
fn a_lab_for_more_than_the_week() {
    let mut sample = Sample::new(1);
    sample.room("lab", "lab", None);
    for (class, teacher) in [("A", "t"), ("B", "u"), ("C", "v")] {
        let lesson = sample.lesson(&[2], &[class], teacher);
        sample.need(lesson, "lab"); // 6 periods, the lab has 4
    }
    let lessons = (0..3).map(|l| format!("/lessons/{l}/rooms"));
    let expected: Vec<_> = ["/rooms/0".to_owned()].into_iter().chain(lessons).collect();
    assert_eq!(refused(&sample), expected);
}
