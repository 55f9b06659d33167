//! Questions about plans that exist: what if, which differences, why.

use serde::{Deserialize, Serialize};
use uurwerk::explain::{self, Alternative, Explained, Question};
use uurwerk::what_if::{Ask, Documents, Measure, Named, difference, what_if_documents};
use uurwerk::{
    ConflictDocument, Diagnostic, Diagnostics, Language, Message, PlanDocument, PlanFailure,
    ScenarioDocument, School,
};

use crate::answer::{Answer, Status};
use crate::context::Context;
use crate::files::NamedFile;
use crate::jobs::{Effort, Input, Job, read_school, required, text};
use crate::watch::Call;

/// Most plans to look for beyond the smallest change; each takes a share of the time.
const LIST_MAX: u32 = 64;

impl Context {
    /// The smallest change to a plan of `school` under scenarios, each applied to the school that the one before it
    /// made. `ask` is a JSON object, or nothing for the defaults: `order` (which of `lessons`, `people` and `classes`
    /// count first), `list` (how many plans to look for on the way to the best), `take` (which of them is the answer;
    /// 0 is the smallest change).
    ///
    /// The answer is a plan, its report the difference document with what is proved, and its school the changed one.
    /// The `base` of a scenario names a file, which nobody opens here: hand the base in before what builds on it.
    pub fn what_if(
        &self,
        school: Input,
        plan: Input,
        scenarios: &[NamedFile],
        ask: Input,
        call: &Call,
    ) -> Answer {
        self.job(call, Effort::Search, |job| {
            let school = read_school(school)?;
            let plan = read_plan(required(plan, "plan")?)?;
            let wanted: Wanted = asked(ask)?;
            let scenarios = read_scenarios(scenarios)?;
            match what_if_documents(
                &school,
                &plan,
                &scenarios.documents,
                &wanted.ask()?,
                &job.options,
                job.control,
            ) {
                Ok(found) => Ok(wanted.answer(&found, call.options.language)),
                Err((Some(at), PlanFailure::Input(faults))) => {
                    Err(in_file(faults, scenarios.names[at]))
                }
                Err((_, failure)) => Ok(Answer::failure(failure, call.options.language)),
            }
        })
    }

    /// Plans side by side, each with the first of them; at least two. The schools say what lessons and people are
    /// called and which classes a lesson is for; there may be none.
    pub fn compare(&self, plans: &[NamedFile], schools: &[NamedFile], call: &Call) -> Answer {
        self.job(call, Effort::Read, |_| {
            if plans.len() < 2 {
                return Err(fault("UW0513", "what", "plans"));
            }
            let read = |file: &NamedFile| {
                let plan = text(Some(file.content)).and_then(read_plan);
                plan.map_err(|faults| in_file(faults, file.name))
            };
            let documents = plans.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            let read = |file: &NamedFile| {
                read_school(Some(file.content)).map_err(|faults| in_file(faults, file.name))
            };
            let schools = schools.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            let named: Vec<Named> = plans
                .iter()
                .zip(&documents)
                .map(|(file, plan)| Named {
                    name: file.name,
                    plan,
                })
                .collect();
            let schools: Vec<&School> = schools.iter().collect();
            Ok(Answer::json(Status::Done, &difference(&named, &schools)))
        })
    }

    /// Without a question: the least demands of a school that contradict each other and the ways out
    /// ([`Status::Conflict`]), or `Possible` when there are none. With one, and the plan that it is about: why a
    /// teacher gives a class or lesson, or why not, and what the other choice would cost. A question is a JSON object
    /// `{"question": "why", "teacher": ID, "target": ID}`, or `why_not`; the target is a class or a lesson.
    ///
    /// The report holds the sentences of the answer in the language of the call: `{"sentences": [...]}`.
    pub fn explain(&self, school: Input, plan: Input, question: Input, call: &Call) -> Answer {
        let language = call.options.language;
        self.job(call, Effort::Search, |job| {
            let school = read_school(school)?;
            match question.filter(|question| !question.is_empty()) {
                None => conflict(&school, job, language),
                Some(question) => {
                    let plan = read_plan(required(plan, "plan")?)?;
                    why(&school, &plan, asked(Some(question))?, job, language)
                }
            }
        })
    }
}

/// What may be asked of a what-if.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Wanted {
    order: Vec<Counted>,
    list: u32,
    take: u32,
}

/// What a change is counted in, by its name.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Counted {
    Lessons,
    People,
    Classes,
}

impl Wanted {
    fn ask(&self) -> Result<Ask, Diagnostics> {
        if self.list > LIST_MAX || self.take > self.list {
            let detail = format!("list is at most {LIST_MAX}, and take at most list");
            return Err(fault("UW0517", "detail", &detail));
        }
        let named = self.order.iter().map(|counted| match counted {
            Counted::Lessons => Measure::Lessons,
            Counted::People => Measure::People,
            Counted::Classes => Measure::Classes,
        });
        let mut order: Vec<Measure> = Vec::new();
        for measure in named.chain(Ask::default().order) {
            if !order.contains(&measure) {
                order.push(measure);
            }
        }
        Ok(Ask {
            order: [order[0], order[1], order[2]], // Every measure is in the default, and none is twice.
            steps: self.list,
            ..Ask::default()
        })
    }

    fn answer(&self, found: &Documents, language: Language) -> Answer {
        let last = found.plans.len().saturating_sub(1);
        let Some(plan) = found.plans.get((self.take as usize).min(last)) else {
            // A what-if without an error gives a plan.
            return Answer::json(Status::OutOfTime, &found.difference);
        };
        let answer = Answer::plan(Ok(plan.clone()), language);
        Answer {
            report: Answer::json(answer.status, &found.difference).output,
            school: Answer::json(answer.status, found.school.document()).output,
            ..answer
        }
    }
}

/// What was found when no demands contradict each other.
#[derive(Serialize)]
struct Possible {
    /// True when every hard rule can hold; null when that was not settled.
    possible: Option<bool>,
    /// Shown by a `proof` or by a `plan` that keeps them.
    by: Option<&'static str>,
}

fn conflict(school: &School, job: &Job, language: Language) -> Result<Answer, Diagnostics> {
    let conflict = match explain::explain(school, job.control)? {
        Explained::Conflict(conflict) => *conflict,
        Explained::Possible => return Ok(possible(Some("proof"), language)),
        // A plan that keeps every hard rule shows that there is none.
        Explained::Unknown => match uurwerk::plan(school, &job.options, job.control) {
            Ok(plan) => {
                let complete = Answer::plan(Ok(plan), language).status == Status::Done;
                return Ok(possible(complete.then_some("plan"), language));
            }
            Err(PlanFailure::Input(faults)) => return Err(faults),
            Err(PlanFailure::Conflict(conflict)) => *conflict,
        },
    };
    let sentences = sentences_of(&conflict, language);
    Ok(Answer::json(Status::Conflict, &conflict).saying(&sentences))
}

fn possible(by: Option<&'static str>, language: Language) -> Answer {
    let (status, id) = match by {
        Some("proof") => (Status::Done, "cli-explain-proved"),
        Some(_) => (Status::Done, "cli-explain-none"),
        None => (Status::OutOfTime, "cli-explain-unknown"),
    };
    let found = Possible {
        possible: by.map(|_| true),
        by,
    };
    Answer::json(status, &found).saying(&[Message::new(id).text(language)])
}

fn sentences_of(conflict: &ConflictDocument, language: Language) -> Vec<String> {
    let reason = conflict.reason.iter();
    let demands = conflict.demands.iter().map(|demand| &demand.message);
    reason
        .chain(demands)
        .map(|message| message.text(language))
        .collect()
}

/// A question about a plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    question: AskedFor,
    teacher: String,
    target: String,
}

/// Which way it is asked.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AskedFor {
    Why,
    WhyNot,
}

fn why(
    school: &School,
    plan: &PlanDocument,
    asked: Asked,
    job: &Job,
    language: Language,
) -> Result<Answer, Diagnostics> {
    let Asked {
        question,
        teacher,
        target,
    } = asked;
    let question = match question {
        AskedFor::Why => Question::Why,
        AskedFor::WhyNot => Question::WhyNot,
    };
    let (options, control) = (&job.options, job.control);
    let found = explain::why(school, plan, question, &teacher, &target, options, control)?;
    let Some(found) = found else {
        return Err(fault("UW0518", "text", &format!("{teacher}, {target}")));
    };
    let verdict = |choice: &Alternative| choice.verdict.text(language);
    let sentences: Vec<String> = [found.verdict.text(language)]
        .into_iter()
        .chain(found.choices.iter().map(verdict))
        .collect();
    Ok(Answer::json(Status::Done, &found).saying(&sentences))
}

fn fault(code: &str, argument: &str, value: &str) -> Diagnostics {
    Diagnostics(vec![Diagnostic::error(code, "").with(argument, value)])
}

/// Reads what is asked; nothing means the defaults where there are any.
fn asked<T: for<'a> Deserialize<'a>>(json: Input) -> Result<T, Diagnostics> {
    let json = json.filter(|json| !json.is_empty()).unwrap_or(b"{}");
    serde_json::from_slice(json).map_err(|found| fault("UW0517", "detail", &found.to_string()))
}

fn read_plan(json: &str) -> Result<PlanDocument, Diagnostics> {
    PlanDocument::parse(json)
}

/// Scenarios with their names.
struct Scenarios<'a> {
    names: Vec<&'a str>,
    documents: Vec<ScenarioDocument>,
}

fn read_scenarios<'a>(files: &[NamedFile<'a>]) -> Result<Scenarios<'a>, Diagnostics> {
    let read = |file: &NamedFile| {
        let found = text(Some(file.content)).and_then(ScenarioDocument::parse);
        found.map_err(|faults| in_file(faults, file.name))
    };
    Ok(Scenarios {
        names: files.iter().map(|file| file.name).collect(),
        documents: files.iter().map(read).collect::<Result<_, _>>()?,
    })
}

/// The same faults, which are in this file.
fn in_file(faults: Diagnostics, name: &str) -> Diagnostics {
    let named = faults.0.into_iter().map(|fault| match fault.file {
        Some(_) => fault,
        None => fault.in_file(name.to_owned()),
    });
    Diagnostics(named.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::CallOptions;
    use uurwerk::generate::{GenerateOptions, generate};

    fn quick() -> CallOptions {
        CallOptions {
            iterations: Some(2_000),
            ..CallOptions::default()
        }
    }

    fn planned() -> (School, Vec<u8>, Vec<u8>) {
        let made = generate(&GenerateOptions {
            teachers: 6,
            classes: None,
            seed: 1,
        })
        .expect("a school");
        let json = serde_json::to_vec(&made).expect("JSON");
        let school = School::from_document(made).expect("valid");
        let options = quick();
        let plan = Context::new(1).plan(Some(&json), &Call::unwatched(&options));
        (school, json, plan.output)
    }

    fn parsed(bytes: &[u8]) -> serde_json::Value {
        serde_json::from_slice(bytes).expect("JSON")
    }

    #[test]
    fn who_cannot_come_at_a_time_moves_and_the_difference_says_so() {
        let (_, json, plan) = planned();
        let (context, options) = (Context::new(1), quick());
        let call = Call::unwatched(&options);
        let document = parsed(&plan);
        let held = &document["allocation"][0];
        let (lesson, teacher) = (&held["lesson"], &held["teacher"]);
        let placements = document["timetable"].as_array().expect("a list");
        let block = placements.iter().find(|block| block["lesson"] == *lesson);
        let block = block.expect("it has a time");
        let slot = serde_json::json!({"slot": {"day": block["day"], "period": block["period"]}});
        let scenario = serde_json::json!({
            "uurwerk": {"kind": "scenario", "version": 1}, "name": "not then",
            "changes": [{"availability_changes": {"teacher": teacher, "never": [slot]}}],
        });
        let scenario = serde_json::to_vec(&scenario).expect("JSON");
        let files = [NamedFile {
            name: "not-then.json",
            content: &scenario,
        }];
        let ask = br#"{"order": ["people"]}"#;
        let found = context.what_if(Some(&json), Some(&plan), &files, Some(ask), &call);
        let said = String::from_utf8_lossy(&found.output).into_owned();
        assert!(
            matches!(found.status, Status::Done | Status::OutOfTime),
            "{said}"
        );
        assert_eq!(parsed(&found.report)["uurwerk"]["kind"], "difference");
        let changed = School::parse(std::str::from_utf8(&found.school).expect("UTF-8"));
        assert!(changed.is_ok());
        let old = NamedFile {
            name: "old",
            content: &plan,
        };
        let new = NamedFile {
            name: "new",
            content: &found.output,
        };
        let beside = context.compare(&[old, new], &[], &call);
        let beside = parsed(&beside.output);
        assert_eq!(beside["plans"][1]["name"], "new");
        let differ = beside["lessons"].as_array().expect("a list");
        assert!(differ.iter().any(|found| found["lesson"] == *lesson));
    }

    #[test]
    fn what_is_asked_wrongly_is_told() {
        let (_, json, plan) = planned();
        let (context, options) = (Context::new(1), quick());
        let call = Call::unwatched(&options);
        let code = |answer: Answer| {
            let code = parsed(&answer.output)["diagnostics"][0]["code"].clone();
            (answer.status, code.as_str().unwrap_or_default().to_owned())
        };
        let wrong =
            |ask: &[u8]| code(context.what_if(Some(&json), Some(&plan), &[], Some(ask), &call));
        let usage = (Status::Usage, "UW0517".to_owned());
        assert_eq!(wrong(br#"{"order": ["rooms"]}"#), usage);
        assert_eq!(wrong(br#"{"list": 65}"#), usage);
        assert_eq!(wrong(br#"{"take": 1}"#), usage);
        let bad = [NamedFile {
            name: "s.json",
            content: b"{",
        }];
        let answer = context.what_if(Some(&json), Some(&plan), &bad, None, &call);
        assert_eq!(answer.status, Status::Input);
        assert_eq!(parsed(&answer.output)["diagnostics"][0]["file"], "s.json");
        let none = code(context.what_if(Some(&json), None, &[], None, &call));
        assert_eq!(none, (Status::Usage, "UW0513".to_owned()));
        let alone = code(context.compare(&bad, &[], &call));
        assert_eq!(alone, (Status::Usage, "UW0513".to_owned()));
        let nobody = br#"{"question": "why", "teacher": "nobody", "target": "nothing"}"#;
        let nobody = code(context.explain(Some(&json), Some(&plan), Some(nobody), &call));
        assert_eq!(nobody, (Status::Input, "UW0518".to_owned()));
    }

    #[test]
    fn why_and_what_contradicts() {
        let (school, json, plan) = planned();
        let (context, options) = (Context::new(1), quick());
        let call = Call::unwatched(&options);
        let held = &parsed(&plan)["allocation"][0];
        let question = serde_json::json!({
            "question": "why", "teacher": held["teacher"], "target": held["lesson"],
        });
        let question = serde_json::to_vec(&question).expect("JSON");
        let found = context.explain(Some(&json), Some(&plan), Some(&question), &call);
        assert_eq!(found.status, Status::Done);
        assert!(parsed(&found.output)["choices"].is_array());
        let sentences = &parsed(&found.report)["sentences"];
        assert!(sentences[0].as_str().is_some_and(|s| s.len() > 10));

        // Contracts for twice the work that there is.
        let mut document = serde_json::to_value(school.document()).expect("JSON");
        for teacher in document["staff"].as_array_mut().expect("a list") {
            for (_, amount) in teacher["contract"].as_object_mut().expect("an object") {
                *amount = (2 * amount.as_i64().expect("a number")).into();
            }
        }
        let idle = serde_json::to_vec(&document).expect("JSON");
        let found = context.explain(Some(&idle), None, None, &call);
        let said = String::from_utf8_lossy(&found.output).into_owned();
        assert_eq!(found.status, Status::Conflict, "{said}");
        assert_eq!(parsed(&found.output)["uurwerk"]["kind"], "conflict");
        assert!(parsed(&found.report)["sentences"][0].is_string());
    }
}
