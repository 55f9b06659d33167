//! The page as a whole: well-formed, complete, and never wider than its promise of no network.

use quick_xml::Reader;
use quick_xml::events::Event;
use uurwerk_model::Language;

use super::super::fixture;
use super::html;

/// A name with its attributes.
type Element = (String, Vec<(String, String)>);

/// Every element name, attribute and text of a page; panics when it is not well-formed.
fn parse(page: &str) -> (Vec<Element>, String) {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = true;
    let (mut elements, mut text, mut depth) = (Vec::new(), String::new(), 0);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::End(_) => depth -= 1,
            Event::Text(t) => text.push_str(&t),
            Event::GeneralRef(r) => {
                text.push_str(match &*r {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => panic!("unknown entity {other}"),
                });
            }
            event @ (Event::Start(_) | Event::Empty(_)) => {
                depth += i32::from(matches!(event, Event::Start(_)));
                let (Event::Start(e) | Event::Empty(e)) = event else {
                    continue;
                };
                let attributes = e.attributes().map(|a| {
                    let a = a.expect("a well-formed attribute, once");
                    let name = a.key.as_ref().to_owned();
                    (name, a.value.into_owned())
                });
                elements.push((e.name().as_ref().to_owned(), attributes.collect()));
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element is closed");
    (elements, text)
}

#[test]
fn it_is_well_formed_in_every_language_and_ids_are_unique() {
    let (school, plan) = fixture::pair();
    for language in Language::ALL {
        let (elements, text) = parse(&html(&school, &plan, language));
        let mut ids: Vec<&String> = elements
            .iter()
            .flat_map(|(_, attributes)| attributes)
            .filter(|(name, _)| name == "id")
            .map(|(_, value)| value)
            .collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for (name, attributes) in &elements {
            for (_, target) in attributes
                .iter()
                .filter(|(k, v)| k == "href" && v.starts_with('#'))
            {
                assert!(
                    ids.contains(&&target[1..].to_owned()),
                    "{name} links to {target}"
                );
            }
        }
        assert!(
            !text.contains("report-"),
            "{}: a message is missing",
            language.code()
        );
    }
}

#[test]
fn everybody_and_everything_of_the_plan_is_there() {
    let (school, plan) = fixture::pair();
    let page = html(&school, &plan, Language::Nl);
    let (elements, text) = parse(&page);
    let has = |element: &str, name: &str, value: &str| {
        elements.iter().any(|(e, attributes)| {
            e == element && attributes.iter().any(|(n, v)| n == name && v == value)
        })
    };
    for (at, teacher) in school.staff().iter().enumerate() {
        assert!(
            has("article", "id", &format!("t{at}")) && text.contains(&teacher.name),
            "{}",
            teacher.name
        );
    }
    for (at, class) in school.classes().iter().enumerate() {
        assert!(has("article", "id", &format!("c{at}")), "{}", class.name);
    }
    for (at, room) in school.rooms().iter().enumerate() {
        assert!(has("article", "id", &format!("r{at}")), "{}", room.name);
    }
    for lesson in school.lessons() {
        assert!(
            has("li", "data-lesson", lesson.id.as_str()),
            "{}",
            lesson.id
        );
    }
    // Every block once for each attending teacher, each class and each room: 9 + 8 + 8 (one block
    // has two teachers).
    assert_eq!(page.matches("<div class=\"l ").count(), 9 + 8 + 8);
    // Protected time in the weeks of those who keep it: Ann 3, Bo 2, Cleo 1.
    assert_eq!(page.matches("<div class=\"p ").count(), 6);
}

#[test]
fn a_double_lesson_is_one_cell_and_parallel_halves_share_one() {
    let (school, plan) = fixture::pair();
    let page = html(&school, &plan, Language::En);
    let sheet = |id: &str| {
        let from = page
            .find(&format!("<article class=\"sheet\" id=\"{id}\""))
            .expect("a sheet");
        &page[from..from + page[from..].find("</article>").expect("its end")]
    };
    // 1A: French on Monday afternoon, two periods.
    assert_eq!(sheet("c0").matches("rowspan=\"2\"").count(), 1);
    // 2B: both halves on Monday, third period, in one cell.
    let cells = sheet("c1")
        .split("<td")
        .filter(|cell| cell.matches("<div class=\"l ").count() == 2);
    assert_eq!(cells.count(), 1);
    assert!(
        sheet("c1").contains("<span>x</span>"),
        "a class sees the part"
    );
    assert!(
        sheet("t0").contains("<span>2B x</span>"),
        "a teacher sees class and part"
    );
}

#[test]
fn nothing_is_fetched_and_no_name_becomes_markup() {
    let (school, mut plan) = fixture::pair();
    plan.school.name = "</title><script>alert(1)</script>".into();
    let page = html(&school, &plan, Language::Fr);
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("url("));
    assert_eq!(page.matches("<script").count(), 1, "only the page's own");
    assert!(page.contains("Bo &lt;script&gt;"));
    parse(&page);
}

#[test]
fn an_allocation_alone_has_no_weeks() {
    let (school, mut plan) = fixture::pair();
    plan.timetable.clear();
    plan.protected.clear();
    plan.certificate.timetable = None;
    let (elements, _) = parse(&html(&school, &plan, Language::En));
    assert!(
        !elements
            .iter()
            .any(|(_, a)| a.iter().any(|(n, v)| n == "class" && v == "grid"))
    );
    assert_eq!(
        elements.iter().filter(|(e, _)| e == "article").count(),
        3 + 2
    );
}

#[test]
fn a_plan_for_another_school_is_shown_as_far_as_it_goes() {
    let (school, mut plan) = fixture::pair();
    for assignment in &mut plan.allocation {
        assignment.teacher = "nobody".into();
    }
    for placement in &mut plan.timetable {
        placement.length = u8::MAX;
        placement.rooms = vec![None, Some("nowhere".into())];
    }
    plan.rules[1].findings[0].people = vec!["nobody".into()];
    let (_, text) = parse(&html(&school, &plan, Language::En));
    assert!(text.contains("nobody"));
}
