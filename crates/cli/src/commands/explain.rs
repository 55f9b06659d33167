//! `uurwerk explain`: why a school cannot be served, and why somebody teaches something or not.

use std::path::{Path, PathBuf};

use uurwerk::explain::{Alternative, Answer, Explained, Question};
use uurwerk::{LessonId, Message, PlanFailure, School, TeacherId};

use super::plan::{exit_of, read, watched};
use crate::args::{Common, Format};
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Looks for the conflict that makes a school impossible.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let school = read(console, path)?;
    let explained = clock.control(&|_| (), |control| {
        uurwerk::explain::explain(&school, control)
    });
    let conflict = match explained.map_err(|faults| files::located(faults, path))? {
        Explained::Conflict(conflict) => conflict,
        Explained::Possible => return say(console, "cli-explain-proved", Exit::Done),
        Explained::Unknown => {
            // A plan that keeps every hard rule shows that there is none.
            let planned = watched(common, console, &clock, |options, control| {
                uurwerk::plan(&school, options, control)
            });
            match planned {
                Ok(plan) if exit_of(&plan) == Exit::Done => {
                    return say(console, "cli-explain-none", Exit::Done);
                }
                Ok(_) => return say(console, "cli-explain-unknown", Exit::OutOfTime),
                Err(PlanFailure::Input(faults)) => return Err(files::located(faults, path)),
                Err(PlanFailure::Conflict(conflict)) => conflict,
            }
        }
    };
    let json = files::json(&conflict)?;
    if let Some(output) = output {
        files::write(output, json.as_bytes())?;
    }
    match console.format {
        Format::Json => console.print(&json)?,
        Format::Text => console.print(&console.conflict(&conflict))?,
    }
    Ok(Exit::Conflict)
}

fn say(console: &Console, id: &str, exit: Exit) -> Result<Exit, Failure> {
    console.answer(&Message::new(id))?;
    Ok(exit)
}

/// Says why a teacher gives a class or a lesson, or why not; `text` is `TEACHER,CLASS` or `TEACHER,LESSON`.
pub fn why(
    common: &Common,
    console: &Console,
    [school, plan]: [&PathBuf; 2],
    question: Question,
    text: &str,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let path = plan;
    let (school, document) = files::both(read(console, school), files::plan(plan))?;
    let (teacher, target) = text.split_once(',').unwrap_or((text, ""));
    let answer = watched(common, console, &clock, |options, control| {
        uurwerk::explain::why(
            &school, &document, question, teacher, target, options, control,
        )
    });
    let Some(answer) = answer.map_err(|faults| files::located(faults, path))? else {
        let message = Message::new("cli-why-which").with("text", text);
        return Err(Failure::Usage(message.text(console.language)));
    };
    let json = files::json(&answer)?;
    if let Some(output) = output {
        files::write(output, json.as_bytes())?;
    }
    match console.format {
        Format::Json => console.print(&json)?,
        Format::Text => console.print(&in_words(console, &school, &answer))?,
    }
    Ok(Exit::Done)
}

fn in_words(console: &Console, school: &School, answer: &Answer) -> String {
    let mut text = format!("{}\n", answer.verdict.text(console.language));
    for choice in &answer.choices {
        text.push_str(&choice_in_words(console, school, choice));
    }
    text
}

fn choice_in_words(console: &Console, school: &School, choice: &Alternative) -> String {
    let language = console.language;
    let mut text = format!("  * {}\n", choice.verdict.text(language));
    for shift in &choice.rules {
        let name = Message::new(&format!("rule-{}", shift.rule)).text(language);
        let line = Message::new("why-rule")
            .with("rule", shift.rule.as_str())
            .with("name", name)
            .with("from", shift.from)
            .with("to", shift.to)
            .with("cost", shift.cost);
        text.push_str(&format!("    {}\n", line.text(language)));
    }
    for moved in &choice.people {
        for (id, lessons) in [("why-gains", &moved.gains), ("why-loses", &moved.loses)] {
            if !lessons.is_empty() {
                let line = Message::new(id)
                    .with("teacher", teacher_name(school, &moved.teacher))
                    .with("lessons", names(school, lessons));
                text.push_str(&format!("    {}\n", line.text(language)));
            }
        }
    }
    if let Some(conflict) = &choice.conflict {
        for demand in &conflict.demands {
            text.push_str(&format!("    - {}\n", demand.message.text(language)));
        }
    }
    text
}

fn teacher_name(school: &School, id: &TeacherId) -> String {
    let teacher = school.teacher_ix(id);
    teacher.map_or_else(|| id.to_string(), |t| school.teacher(t).name.clone())
}

fn names(school: &School, lessons: &[LessonId]) -> String {
    let name = |id: &LessonId| {
        let lesson = school.lesson_ix(id);
        lesson.map_or_else(
            || id.to_string(),
            |l| uurwerk::explain::lesson_name(school, l),
        )
    };
    lessons.iter().map(name).collect::<Vec<_>>().join(", ")
}
