//! Programs of others read what is written: openpyxl and LibreOffice a workbook, the Python package icalendar calendars. Each test says so
//! and ends where the program is not installed. `scripts/setup-clients.sh` installs them; `UURWERK_PYTHON` names another Python that has the packages.

use std::path::{Path, PathBuf};
use std::process::Command;

use uurwerk_formats::{Decided, ical, xlsx};
use uurwerk_model::{Assignment, Language, Placement, School, SlotIx};

const SMALL: &str = include_str!("../../../fixtures/small.json");

/// A Python with a package; none, told on the way, where there is none.
fn python(package: &str) -> Option<String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.tools/packages/bin/python");
    let usual = if own.exists() {
        own.to_string_lossy().into_owned()
    } else {
        "python3".to_owned()
    };
    let program = std::env::var("UURWERK_PYTHON").unwrap_or(usual);
    let found = Command::new(&program)
        .args(["-c", &format!("import {package}")])
        .output();
    if found.is_ok_and(|output| output.status.success()) {
        return Some(program);
    }
    println!("skipped: {program} has no {package} (python3 -m pip install {package})");
    None
}

fn run(program: &str, script: &str, arguments: &[&Path]) -> String {
    let output = Command::new(program)
        .arg("-c")
        .arg(script)
        .args(arguments)
        .output()
        .expect("it starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The first lessons of the fixture, one after the other through the week, with their first teachers.
fn decided(school: &School) -> (Vec<Assignment>, Vec<Placement>) {
    let (mut allocation, mut timetable) = (Vec::new(), Vec::new());
    let mut free = 0;
    for (lesson, teacher) in school.lessons().iter().take(6).zip(school.staff()) {
        let position = &lesson.positions[0];
        allocation.push(Assignment {
            lesson: lesson.id.clone(),
            position: 0,
            role: position.role,
            teacher: teacher.id.clone(),
        });
        for (block, length) in lesson.block_lengths().into_iter().enumerate() {
            while !school.block_fits(SlotIx(free), length) {
                free += 1;
            }
            let slot = school.slot(SlotIx(free));
            free += u32::from(length);
            timetable.push(Placement {
                lesson: lesson.id.clone(),
                block: block as u8,
                day: slot.day,
                period: slot.period,
                length,
                rooms: Vec::new(),
            });
        }
    }
    (allocation, timetable)
}

fn workbook() -> (tempfile::TempDir, PathBuf) {
    let school = School::parse(SMALL).expect("a school");
    let (allocation, timetable) = decided(&school);
    let written = xlsx::write(
        &Decided::new(&school, &allocation, &timetable),
        Language::Nl,
    )
    .expect("written");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("school.xlsx");
    std::fs::write(&path, &written.files[0].1).expect("a file");
    (folder, path)
}

#[test]
fn openpyxl_opens_the_workbook() {
    let Some(python) = python("openpyxl") else {
        return;
    };
    let (_folder, path) = workbook();
    let script = "import sys, openpyxl\n\
                  book = openpyxl.load_workbook(sys.argv[1])\n\
                  print('|'.join(book.sheetnames[:8]))\n\
                  staff = book['Personeel']\n\
                  print(staff.max_row - 1, staff['A1'].value, staff['C1'].value)\n\
                  print(sum(len(page.data_validations.dataValidation) for page in book) > 20)\n\
                  print(book['Opdrachten'].max_row > 1, book['Lesrooster'].max_row > 1)\n";
    let told = run(&python, script, &[&path]);
    let school = School::parse(SMALL).expect("a school");
    let expected = format!(
        "Uitleg|School|Week|Noemers|Vakken|Lokalen|Wegen|Personeel\n{} id minste werk\nTrue\nTrue True\n",
        school.staff().len()
    );
    assert_eq!(told, expected);
}

#[test]
fn libreoffice_opens_the_workbook() {
    let names = ["soffice", "libreoffice"];
    let installed = |name: &&&str| {
        Command::new(name)
            .arg("--version")
            .output()
            .is_ok_and(|o| o.status.success())
    };
    let Some(office) = names.iter().find(installed) else {
        println!("skipped: LibreOffice is not installed");
        return;
    };
    let (folder, path) = workbook();
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let output = Command::new(office)
        .args([&profile, "--headless", "--convert-to", "ods", "--outdir"])
        .args([folder.path(), &path])
        .output()
        .expect("it starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let saved = std::fs::read(folder.path().join("school.ods")).expect("LibreOffice saved it");
    let back = xlsx::read(&saved).unwrap_or_else(|faults| panic!("{:#?}", faults.0));
    assert_eq!(
        back.document.lessons.len(),
        School::parse(SMALL).expect("a school").lessons().len()
    );
}

/// Every event is expanded by its rule: on the days of lessons of the school year and on no other.
#[test]
fn icalendar_reads_the_calendars() {
    let Some(python) = python("icalendar") else {
        return;
    };
    let school = School::parse(SMALL).expect("a school");
    let (allocation, timetable) = decided(&school);
    let profile = ical::CalendarProfile::parse("school_year = \"2026-2027\"").expect("a profile");
    let written = ical::write(
        &Decided::new(&school, &allocation, &timetable),
        &profile,
        Language::En,
    )
    .expect("written");
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in &written.files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("a file");
    }
    let script = "import sys, pathlib, datetime, icalendar\n\
                  from dateutil.rrule import rrulestr\n\
                  files, events, first, free = 0, 0, set(), 0\n\
                  for path in sorted(pathlib.Path(sys.argv[1]).rglob('*.ics')):\n\
                  \x20   calendar = icalendar.Calendar.from_ical(path.read_bytes())\n\
                  \x20   assert not calendar.errors, calendar.errors\n\
                  \x20   assert [z['TZID'] for z in calendar.walk('VTIMEZONE')] == ['Europe/Brussels']\n\
                  \x20   files += 1\n\
                  \x20   for event in calendar.walk('VEVENT'):\n\
                  \x20       assert not event.errors, event.errors\n\
                  \x20       events += 1\n\
                  \x20       start = event.decoded('DTSTART')\n\
                  \x20       assert str(start.utcoffset()) == '2:00:00', start\n\
                  \x20       first.add(start.date())\n\
                  \x20       rule = rrulestr(event['RRULE'].to_ical().decode(), dtstart=start)\n\
                  \x20       dates = {moment.date() for moment in rule}\n\
                  \x20       out = event['EXDATE'] if isinstance(event['EXDATE'], list) else [event['EXDATE']]\n\
                  \x20       out = {d.dt.date() for entry in out for d in entry.dts}\n\
                  \x20       assert out <= dates, out - dates\n\
                  \x20       left = dates - out\n\
                  \x20       assert datetime.date(2026, 11, 2 + start.weekday()) not in left\n\
                  \x20       assert max(left) <= datetime.date(2027, 6, 30)\n\
                  \x20       assert 34 <= len(left) <= 38, len(left)\n\
                  print(files, events, min(first), max(first))\n";
    let told = run(&python, script, &[folder.path()]);
    let events: usize = written
        .files
        .iter()
        .map(|(_, b)| String::from_utf8_lossy(b).matches("BEGIN:VEVENT").count())
        .sum();
    assert_eq!(
        told,
        format!("{} {events} 2026-09-01 2026-09-07\n", written.files.len())
    );
}
