//! lab
#![allow(clippy::disallowed_methods)]
use std::time::Instant;
use uurwerk_engine::bound;
use uurwerk_formats::xhstt::read_archive;
fn main() {
    let path = std::env::args().nth(1).expect("path");
    let limit: f64 = std::env::args()
        .nth(2)
        .map_or(60.0, |x| x.parse().expect("s"));
    let archive = read_archive(&std::fs::read(&path).expect("file")).expect("xml");
    let i = &archive.instances[0];
    let t = Instant::now();
    let q = bound::lower_bound(&i.instance);
    println!(
        "{} quick {:?} {:.3}s",
        i.id,
        q.cost,
        t.elapsed().as_secs_f64()
    );
    let t = Instant::now();
    let last = std::sync::Mutex::new((uurwerk_engine::Cost::ZERO, 0.0));
    let b = bound::improve(&i.instance, &|| t.elapsed().as_secs_f64() > limit, &|b| {
        let mut l = last.lock().expect("l");
        if b.cost > l.0 && t.elapsed().as_secs_f64() > l.1 + 2.0 {
            println!("  {:.1}s {:?}", t.elapsed().as_secs_f64(), b.cost);
            l.0 = b.cost;
            l.1 = t.elapsed().as_secs_f64();
        }
    });
    println!(
        "{} improved {:?} {:.1}s",
        i.id,
        b.cost,
        t.elapsed().as_secs_f64()
    );
    if let Some(f) = std::env::args().nth(3) {
        std::fs::write(f, uurwerk_formats::xhstt::certificate(i, &b)).expect("w");
    }
    let mut r = b.reasons.clone();
    r.sort_by_key(|r| std::cmp::Reverse(r.cost));
    for r in r.iter().take(8) {
        println!(
            "   {:?} {}",
            r.cost,
            match &r.argument {
                bound::Argument::Programme {
                    resources,
                    events,
                    exact,
                } => format!(
                    "programme {:?} {events} {exact}",
                    resources
                        .iter()
                        .map(|r| i.names.resources[r.index()].clone())
                        .take(10)
                        .collect::<Vec<_>>()
                ),
                bound::Argument::Conflict {
                    events,
                    busy,
                    times,
                } => format!(
                    "conflict {busy} {times} {:?}",
                    events
                        .iter()
                        .map(|e| i.names.events[e.index()].clone())
                        .collect::<Vec<_>>()
                ),
                other => format!("{other:?}"),
            }
        );
    }
}
