use std::time::{Duration, Instant};
use uurwerk::*;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&args[1]).unwrap();
    let secs: u64 = args[2].parse().unwrap();
    let threads: u32 = args[3].parse().unwrap();
    let seed: u64 = args[4].parse().unwrap();
    let school = School::parse(&text)
        .unwrap_or_else(|e| panic!("{:?}", e.iter().take(3).collect::<Vec<_>>()));
    let settings = rules::Settings::of(&school.document().policy).unwrap();
    let t = Instant::now();
    let conflict = schedule::check(&school, &settings);
    println!("check {:?}: {} demands", t.elapsed(), conflict.len());
    for d in conflict.iter().take(5) {
        println!("  {} {}", d.pointer, d.message.text(Language::En));
    }
    let cache = format!("{}.alloc", args[1]);
    let mut allocation = Allocation::empty(&school);
    for lock in &school.document().locks {
        if let Lock::Teacher(l) = lock {
            let lesson = school.lesson_ix(&l.lesson).unwrap();
            allocation.teachers[lesson.at()][l.position as usize] = school.teacher_ix(&l.teacher);
        }
    }
    let missing = allocation
        .teachers
        .iter()
        .flatten()
        .filter(|t| t.is_none())
        .count();
    println!(
        "{} teachers {} classes {} lessons, {} slots, missing {}",
        school.staff().len(),
        school.classes().len(),
        school.lessons().len(),
        school.slots().len(),
        missing
    );
    let stop_at = |s: u64| Instant::now() + Duration::from_secs(s);
    if missing > 0 {
        if let Ok(saved) = std::fs::read_to_string(&cache) {
            let v: Vec<Vec<Option<u32>>> = serde_json::from_str(&saved).unwrap();
            allocation.teachers = v
                .into_iter()
                .map(|l| l.into_iter().map(|t| t.map(TeacherIx)).collect())
                .collect();
        } else {
            let end = stop_at(20);
            let stop = || Instant::now() >= end;
            let rem = || Some(end.saturating_duration_since(Instant::now()));
            let c = Control {
                stop: &stop,
                remaining: &rem,
                progress: &|_| {},
            };
            let out = allocate::allocate(
                &school,
                &settings,
                &Options {
                    seed: 1,
                    threads: 2,
                    iterations: None,
                },
                &c,
            );
            let out = out.unwrap_or_else(|_| panic!("conflict"));
            println!("allocated {:?}", out.proof);
            allocation = out.allocation;
            let v: Vec<Vec<Option<u32>>> = allocation
                .teachers
                .iter()
                .map(|l| l.iter().map(|t| t.map(|t| t.0)).collect())
                .collect();
            std::fs::write(&cache, serde_json::to_string(&v).unwrap()).unwrap();
        }
        let c = schedule::check_allocation(&school, &settings, &allocation);
        println!("check allocation: {} demands", c.len());
        for d in c.iter().take(8) {
            println!("  {} {}", d.pointer, d.message.text(Language::En));
        }
    }
    if let Ok(path) = std::env::var("PRESENT") {
        let (_, places): (Vec<Assignment>, Vec<Placement>) =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let mut t = Timetable::empty(&school);
        for p in places {
            let Some(l) = school.lesson_ix(&p.lesson) else {
                println!("no lesson {}", p.lesson);
                continue;
            };
            let Some(s) = t.starts[l.at()].get_mut(p.block as usize) else {
                println!("no block");
                continue;
            };
            *s = school.slot_ix(&p.start());
            for (i, r) in p.rooms.iter().enumerate() {
                if let Some(r) = r {
                    if let Some(x) = t.rooms[l.at()][p.block as usize].get_mut(i) {
                        *x = school.room_ix(r);
                    }
                }
            }
        }
        let case = Case {
            school: &school,
            allocation: &allocation,
            timetable: Some(&t),
        };
        for r in measure::measure(&case, &settings) {
            if r.deviation > 0
                && settings
                    .get(r.rule.as_str())
                    .is_some_and(|s| matches!(s.rule.body, rules::Body::Time { .. }))
            {
                println!(
                    "present {:4} {:?} dev {} cost {}",
                    r.rule.as_str(),
                    r.mode,
                    r.deviation,
                    r.cost
                );
                for f in r
                    .findings
                    .iter()
                    .take(if r.mode == Mode::Hard { 8 } else { 0 })
                {
                    println!("       {}", f.message.text(Language::En));
                }
            }
        }
        return;
    }
    let begun = Instant::now();
    let end = stop_at(secs);
    let stop = || Instant::now() >= end;
    let rem = || Some(end.saturating_duration_since(Instant::now()));
    let last = std::sync::Mutex::new((-1i64, 0i64, 0.0f64));
    let progress = |p: Progress| {
        let mut last = last.lock().unwrap();
        let (h, s) = (p.hard.unwrap_or(-1), p.soft.unwrap_or(0));
        let now = begun.elapsed().as_secs_f64();
        if h != last.0 && (h < 20 || now > last.2 + 1.0) || now > last.2 + 5.0 {
            println!("{now:7.2} hard={h} soft={s}");
            *last = (h, s, now);
        }
    };
    let c = Control {
        stop: &stop,
        remaining: &rem,
        progress: &progress,
    };
    let out = schedule::schedule(
        &school,
        &settings,
        &allocation,
        &Options {
            seed,
            threads,
            iterations: std::env::var("ITER").ok().map(|i| i.parse().unwrap()),
        },
        &c,
    );
    println!(
        "{:.2}s {:?} protected {}",
        begun.elapsed().as_secs_f64(),
        out.proof,
        out.timetable.protected.len()
    );
    let case = Case {
        school: &school,
        allocation: &allocation,
        timetable: Some(&out.timetable),
    };
    for r in measure::measure(&case, &settings) {
        if settings
            .get(r.rule.as_str())
            .is_some_and(|s| matches!(s.rule.body, rules::Body::Time { .. }))
            && r.deviation > 0
        {
            println!(
                "{:4} {:?} dev {} cost {}",
                r.rule.as_str(),
                r.mode,
                r.deviation,
                r.cost
            );
            for f in r
                .findings
                .iter()
                .take(if r.mode == Mode::Hard { 6 } else { 0 })
            {
                println!("       {}", f.message.text(Language::En));
            }
        }
    }
}
