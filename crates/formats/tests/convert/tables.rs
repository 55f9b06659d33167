//! Workbooks and CSV tables.

use std::collections::BTreeSet;

use uurwerk_formats::{Decided, csv, xlsx};
use uurwerk_model::{Language, Lock, Place, SchoolDocument};

use super::{decisions, ok, school};

fn sorted<T: Clone + Ord>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort();
    list
}

/// The document with its locks in one order: tables keep those on teachers beside their lessons.
fn in_order(document: &SchoolDocument) -> SchoolDocument {
    let mut document = document.clone();
    document.locks.sort_by_key(|lock| match lock {
        Lock::Teacher(lock) => (0, lock.lesson.clone(), lock.position, 0),
        Lock::Time(lock) => (1, lock.lesson.clone(), lock.block, 0),
        Lock::Room(lock) => (2, lock.lesson.clone(), lock.block, lock.need),
    });
    document
}

#[test]
fn a_workbook_holds_the_whole_school_and_its_plan_in_every_language() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    for language in Language::ALL {
        let decided = Decided::new(&school, &allocation, &timetable);
        let written = ok(xlsx::write(&decided, language));
        assert_eq!(
            written,
            ok(xlsx::write(&decided, language)),
            "the same school gives the same bytes"
        );
        let back = ok(xlsx::read(&written.files[0].1));
        assert_eq!(
            in_order(&back.document),
            in_order(school.document()),
            "{}",
            language.code()
        );
        assert_eq!(sorted(&back.allocation), sorted(&allocation));
        assert_eq!(sorted(&back.timetable), sorted(&timetable));
        assert_eq!(back.assumptions.0, []);
    }
}

#[test]
fn csv_tables_hold_the_whole_school_and_its_plan() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let written = ok(csv::write(&Decided::new(&school, &allocation, &timetable)));
    let back = ok(csv::read(&written.files, &csv::Profile::default()));
    assert_eq!(in_order(&back.document), in_order(school.document()));
    assert_eq!(sorted(&back.allocation), sorted(&allocation));
    assert_eq!(sorted(&back.timetable), sorted(&timetable));
}

/// The tables of a small school; `staff` as its administration exports it.
fn exported(staff: &str) -> Vec<(String, Vec<u8>)> {
    let named = [
        ("school.csv", "name\nVTI\n"),
        (
            "grid.csv",
            "day,period,start,end,half_day\nmon,1,08:30,09:20,morning\nmon,2,09:20,10:10,morning\n",
        ),
        ("subjects.csv", "id,name,kind\nWIS,wiskunde,AV\n"),
        ("noemers.csv", "graad,kind,hours\n1,AV,22\n"),
        (
            "classes.csv",
            "id,name,graad,year,stream,pupils\n1A,1A,1,1,a,20\n",
        ),
        (
            "lessons.csv",
            "id,subject,groups,hours,blocks,teachers\n1,WIS,1A,2,2,7\n",
        ),
        ("personeel.csv", staff),
    ];
    named
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .to_vec()
}

const PROFILE: &str = r#"
    [table.staff]
    file = "personeel.csv"
    columns = { id = "Stamnr", name = ["Voornaam", "Naam"], statute = "Statuut", contract_max = "Uren" }
    values.statute = { VB = "permanent", TABD = "tabd" }
    values.contract_max = { "22" = "22/22" }
    default = { experience = "10", contract_min = "0", contract_target = "20/22" }
"#;

#[test]
fn a_profile_reads_what_an_administration_exports() {
    let files = exported(
        "Stamnr;Naam;Voornaam;Statuut;Uren;Telefoon\n7;Peeters;Jan;VB;22;03\n8;Maes;An;tadd;22/22;\n",
    );
    let back = ok(csv::read(&files, &ok(csv::Profile::parse(PROFILE))));
    let names: Vec<&str> = back
        .document
        .staff
        .iter()
        .map(|t| t.name.as_str())
        .collect();
    assert_eq!(names, ["Jan Peeters", "An Maes"]);
    assert_eq!(
        back.document.staff[0].statute,
        uurwerk_model::Statute::Permanent
    );
    assert_eq!(
        back.document.staff[1].contract.max,
        uurwerk_model::FteUnits::FULL
    );
    let unused: Vec<(&str, Option<&str>)> = back
        .assumptions
        .iter()
        .map(|n| (n.code(), n.file.as_deref()))
        .collect();
    assert_eq!(unused, [("UW3506", Some("personeel.csv"))]);
}

#[test]
fn every_fault_of_a_table_is_told_at_its_field() {
    let files =
        exported("Stamnr;Naam;Voornaam;Statuut;Uren\n7;Peeters;Jan;boss;22\n7;Maes;An;TABD;lots\n");
    let faults = csv::read(&files, &ok(csv::Profile::parse(PROFILE))).unwrap_err();
    let at = |line, column| Place::Line {
        line,
        column: Some(column),
    };
    let places: BTreeSet<(Option<&str>, &Place)> = faults
        .iter()
        .map(|f| (f.file.as_deref(), &f.place))
        .collect();
    for place in [at(2, 4), at(3, 5)] {
        assert!(
            places.contains(&(Some("personeel.csv"), &place)),
            "{place:?} in {places:?}"
        );
    }
    for (table, wrong) in [
        ("staf", "/table/staf"),
        ("staff.columns", "/table/staff/columns/nme"),
    ] {
        let text = if table == "staf" {
            "[table.staf]\n".to_owned()
        } else {
            format!("[table.{table}]\nnme = \"x\"\n")
        };
        let faults = csv::Profile::parse(&text).unwrap_err();
        assert_eq!(
            (faults.0[0].code(), &faults.0[0].place),
            ("UW3802", &Place::Pointer(wrong.to_owned()))
        );
    }
    let missing = csv::Profile::parse("[table.staff]\nfile = \"x.csv\"\n").unwrap();
    assert_eq!(
        csv::read(&files, &missing).unwrap_err().0[0].code(),
        "UW3803"
    );
}

#[test]
fn faults_of_a_workbook_have_sheet_and_cell() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("Personeel").unwrap();
    for (at, head) in (0..).zip(["id", "naam", "dienstjaren", "iets"]) {
        page.write_string(0, at, head).unwrap();
    }
    page.write_string(1, 0, "Jan")
        .unwrap()
        .write_string(1, 1, "Jan")
        .unwrap()
        .write_string(1, 2, "veel")
        .unwrap();
    book.add_worksheet().set_name("Kladblad").unwrap();
    let faults = xlsx::read(&book.save_to_buffer().unwrap()).unwrap_err();
    let cell = Place::Cell("Personeel!C2".to_owned());
    assert!(
        faults.iter().any(|fault| fault.place == cell),
        "{:#?}",
        faults.0
    );
    assert_eq!(
        xlsx::read(b"no workbook").unwrap_err().0[0].code(),
        "UW3501"
    );
}

/// Two cells in opposite corners would be a table of seventeen thousand million cells.
#[test]
fn a_cell_far_out_is_a_fault_and_not_the_end_of_memory() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("Personeel").unwrap();
    page.write_string(0, 0, "id").unwrap();
    page.write_string(1_048_575, 16_383, "x").unwrap();
    let faults = xlsx::read(&book.save_to_buffer().unwrap()).unwrap_err();
    let cell = Place::Cell("Personeel!XFD1048576".to_owned());
    let far = |fault: &&uurwerk_model::Diagnostic| fault.code() == "UW3510" && fault.place == cell;
    assert_eq!(faults.iter().filter(far).count(), 1, "{:#?}", faults.0);
}
