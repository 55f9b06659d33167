//! Thousands of calls with documents, options and pointers as a careless or hostile program would hand them in: no
//! crash, no bug reported, no call past its limit. The choices follow from a seed, so that a failure comes again.
#![allow(
    missing_docs,
    unsafe_code,
    clippy::unwrap_used,
    clippy::disallowed_methods
)]

#[path = "common/abi.rs"]
mod abi;

use std::collections::BTreeMap;
use std::mem::size_of;
use std::ptr::{null, null_mut};
use std::time::{Duration, Instant};

use abi::{Context, Token, options, take};
use uurwerk::generate::{GenerateOptions, generate};
use uurwerk_ffi::*;

/// Splitmix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }
}

/// What the mutations start from.
struct Seeds {
    documents: Vec<Vec<u8>>,
    school: Vec<u8>,
}

impl Seeds {
    fn new(context: &Context) -> Self {
        let options = GenerateOptions {
            teachers: 5,
            classes: None,
            seed: 1,
        };
        let school = serde_json::to_vec(&generate(&options).unwrap()).unwrap();
        let quick = UurwerkOptions {
            iterations: 50,
            ..self::options()
        };
        let plan = context.plan(&school, &quick).1;
        let fet = b"<?xml version=\"1.0\"?><fet version=\"6.0\"><Institution_Name>x</Institution_Name>\
            <Days_List><Number_of_Days>1</Number_of_Days><Day><Name>d</Name></Day></Days_List>\
            <Hours_List><Number_of_Hours>1</Number_of_Hours><Hour><Name>h</Name></Hour></Hours_List></fet>";
        let xhstt = b"<HighSchoolTimetableArchive><Instances><Instance Id=\"i\"><MetaData/><Times/><Resources/>\
            <Events/><Constraints/></Instance></Instances></HighSchoolTimetableArchive>";
        let gpu = b"7,2,,,\"3A\",\"Jan\",\"WISK2\",\"R1\"\r\n";
        Self {
            documents: vec![
                school.clone(),
                plan,
                scenario(&school),
                fet.to_vec(),
                xhstt.to_vec(),
                gpu.to_vec(),
            ],
            school,
        }
    }

    /// The document as it is, half of the time.
    fn mostly(&self, at: usize, dice: &mut Dice) -> Option<Vec<u8>> {
        match dice.below(2) {
            0 => self.documents.get(at).cloned(),
            _ => self.document(dice),
        }
    }

    /// A document that is a little or altogether wrong; `None` for a null pointer.
    fn document(&self, dice: &mut Dice) -> Option<Vec<u8>> {
        let at = dice.below(self.documents.len() * 2);
        let mut bytes = self.documents.get(at).unwrap_or(&self.school).clone();
        match dice.below(18) {
            0 => bytes.truncate(dice.below(bytes.len())),
            1 => {
                for _ in 0..=dice.below(8) {
                    let at = dice.below(bytes.len());
                    bytes[at] = dice.roll() as u8;
                }
            }
            2 => bytes = (0..dice.below(2000)).map(|_| dice.roll() as u8).collect(),
            3 => bytes = [&b"["[..], b"{\"a\":", b"<a>"][dice.below(3)].repeat(dice.below(100_000)),
            4 => {
                let at = dice.below(bytes.len());
                let wrong: [&[u8]; 3] = [b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80"];
                bytes.splice(at..at, wrong[dice.below(3)].iter().copied());
            }
            5 | 6 => return Some(restructured(bytes, dice)),
            7 => bytes.clear(),
            8 => {
                let (from, to) = (dice.below(bytes.len()), dice.below(bytes.len()));
                let part = bytes[from.min(to)..from.max(to)].to_vec();
                let at = dice.below(bytes.len());
                bytes.splice(at..at, part);
            }
            9 if dice.below(8) == 0 => {
                bytes = format!("{{\"name\":\"{}\"}}", "x".repeat(2_000_000)).into()
            }
            10 => return None,
            _ => {}
        }
        Some(bytes)
    }
}

/// The scenario in which somebody cannot come on a day.
fn scenario(school: &[u8]) -> Vec<u8> {
    let school: serde_json::Value = serde_json::from_slice(school).unwrap();
    let scenario = serde_json::json!({
        "uurwerk": {"kind": "scenario", "version": 1}, "name": "not then",
        "changes": [{"availability_changes": {"teacher": school["staff"][0]["id"], "never": [{"day": school["grid"]["days"][0]["id"]}]}}],
    });
    serde_json::to_vec(&scenario).unwrap()
}

fn file(name: &'static str, document: &Option<Vec<u8>>) -> UurwerkFile {
    let (data, length) = pointer(document);
    UurwerkFile {
        name: name.as_ptr(),
        name_length: name.len(),
        data,
        length,
    }
}

/// JSON in which one value is another one, or is gone, or stands twice.
fn restructured(bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    let Ok(mut tree) = serde_json::from_slice::<serde_json::Value>(&bytes) else {
        return bytes;
    };
    let mut place = &mut tree;
    for _ in 0..1 + dice.below(6) {
        let size = place.as_array().map_or(0, Vec::len)
            + place.as_object().map_or(0, serde_json::Map::len);
        if size == 0 {
            break;
        }
        let at = dice.below(size);
        place = match place {
            serde_json::Value::Array(items) => &mut items[at],
            serde_json::Value::Object(fields) => fields.iter_mut().nth(at).unwrap().1,
            _ => break,
        };
    }
    let values = [
        "null",
        "-1",
        "0",
        "1",
        "255",
        "9223372036854775807",
        "18446744073709551615",
        "1e300",
        "-0.5",
        "\"\"",
        "\"a/b~c\"",
        "[]",
        "{}",
        "true",
        "\"00:00\"",
        "\"1/29\"",
        "\"99999999999999999999/7\"",
    ];
    let count = values.len();
    *place = match (dice.below(4), &*place) {
        (0, serde_json::Value::Array(items)) if items.len() < 300 => {
            serde_json::Value::Array(items.iter().chain(items).cloned().collect())
        }
        (1, serde_json::Value::Array(items)) => {
            serde_json::Value::Array(items.iter().skip(1).cloned().collect())
        }
        _ => serde_json::from_str(values[dice.below(count)]).unwrap(),
    };
    serde_json::to_vec(&tree).unwrap()
}

fn pointer(bytes: &Option<Vec<u8>>) -> (*const u8, usize) {
    bytes
        .as_ref()
        .map_or((null(), 0), |bytes| (bytes.as_ptr(), bytes.len()))
}

/// One call: how it ended, how long it took, and how long it was allowed to take.
fn call(seeds: &Seeds, context: &Context, dice: &mut Dice) -> (UurwerkStatus, Duration, Duration) {
    let document = seeds.document(dice);
    let other = if dice.below(2) == 0 {
        Some(seeds.school.clone())
    } else {
        seeds.document(dice)
    };
    let token = Token::new();
    let limit = [1, 5, 30][dice.below(3)];
    // More room than any version needs, so that a size that is too great reads nothing strange.
    #[repr(C)]
    struct Roomy {
        options: UurwerkOptions,
        rest: [u8; 600],
    }
    let mut roomy = Roomy {
        options: UurwerkOptions {
            seed: dice.roll(),
            time_limit_ms: limit,
            iterations: if dice.below(2) == 0 {
                0
            } else {
                1 + dice.below(300) as u64
            },
            threads: [0, 1, 2, 1000][dice.below(4)],
            language: [0, 1, 2, 0, 1, 2, 0, 1, 2, 3, -1][dice.below(11)],
            cancel: if dice.below(2) == 0 { null() } else { token.0 },
            ..options()
        },
        rest: [0; 600],
    };
    match dice.below(30) {
        0 => roomy.options.size = dice.below(size_of::<Roomy>()),
        1 => roomy.options.size = dice.roll() as usize | 1 << 40,
        2 => {
            roomy.options.size = size_of::<Roomy>();
            roomy.rest[dice.below(600)] = dice.below(2) as u8;
        }
        _ => {}
    }
    // Such a size makes the options unreadable or the work unlimited; then only what is short is asked.
    let odd = roomy.options.size != size_of::<UurwerkOptions>();
    let question = !odd && dice.below(5) == 0;
    if question {
        roomy.options.iterations = 0; // Programmes are bounded by time.
    }
    // A size that cuts the limits off leaves the default of a minute: then the token ends the call.
    let cut = roomy.options.size < size_of::<UurwerkOptions>();
    let how: *const UurwerkOptions = if cut || dice.below(10) > 0 {
        &raw const roomy.options
    } else {
        null()
    };
    let unlimited = cut || how.is_null();
    if dice.below(4) == 0 {
        token.request();
    }
    let (mut output, mut report) = (UurwerkBytes::default(), UurwerkBytes::default());
    let mut changed = UurwerkBytes::default();
    let (out, rep, new) = match dice.below(6) {
        0 => (null_mut(), null_mut(), null_mut()),
        _ => (&raw mut output, &raw mut report, &raw mut changed),
    };
    let handle = if dice.below(20) == 0 {
        null_mut()
    } else {
        context.0
    };
    let (school, school_length) = pointer(&document);
    let (second, second_length) = pointer(&other);
    let job = match (unlimited, question) {
        (true, _) => 3 + dice.below(2),
        (false, true) => 6 + dice.below(4),
        (false, false) => dice.below(6),
    };
    let (base, plan) = (seeds.mostly(0, dice), seeds.mostly(1, dice));
    let change = seeds.mostly(2, dice);
    let wishes: [&[u8]; 5] = [
        b"",
        br#"{"order":["people"],"list":2}"#,
        br#"{"question":"why","teacher":"T01","target":"1A"}"#,
        br#"{"question":"why_not","teacher":"","target":""}"#,
        b"\xff",
    ];
    let wish = wishes[dice.below(wishes.len())];
    let begun = Instant::now();
    // SAFETY: every pointer is null or to something that outlives the call, as long as is said.
    let status = unsafe {
        match job {
            0 => uurwerk_context_plan(handle, school, school_length, how, out),
            1 => uurwerk_context_allocate(handle, school, school_length, how, out),
            2 => uurwerk_context_timetable(
                handle,
                school,
                school_length,
                second,
                second_length,
                how,
                out,
                rep,
            ),
            3 => uurwerk_context_check(handle, school, school_length, how, out),
            4 => {
                let name = [&b"GPU002.TXT"[..], b"school.json", b"\xff", b""][dice.below(4)];
                let file = UurwerkFile {
                    name: name.as_ptr(),
                    name_length: name.len(),
                    data: school,
                    length: school_length,
                };
                let files = if dice.below(8) == 0 {
                    null()
                } else {
                    &raw const file
                };
                let count = [1, 1, 0, usize::MAX][if files.is_null() {
                    dice.below(4)
                } else {
                    dice.below(3)
                }];
                let format = dice.below(9) as i32 - 1;
                uurwerk_context_convert(
                    handle,
                    files,
                    count,
                    format,
                    second,
                    second_length.min(50),
                    how,
                    out,
                    rep,
                )
            }
            6 | 7 => {
                let scenarios = [file("s.json", &change), file("t.json", &change)];
                let count = dice.below(3);
                let ((a, b), (c, d)) = (pointer(&base), pointer(&plan));
                let (at, (e, f)) = (scenarios.as_ptr(), (wish.as_ptr(), wish.len()));
                uurwerk_context_what_if(handle, a, b, c, d, at, count, e, f, how, out, rep, new)
            }
            8 => {
                let plans = [file("old", &plan), file("new", &document)];
                let schools = [file("school", &base)];
                let (at, beside) = (plans.as_ptr(), schools.as_ptr());
                let (count, schools) = (dice.below(3), dice.below(2));
                uurwerk_context_compare(handle, at, count, beside, schools, how, out)
            }
            9 => {
                let ((a, b), (c, d)) = (pointer(&base), pointer(&plan));
                let (e, f) = (wish.as_ptr(), wish.len());
                uurwerk_context_explain(handle, a, b, c, d, e, f, how, out, rep)
            }
            _ => {
                let json = match dice.below(4) {
                    0 => format!("{{\"iterations\":{},\"threads\":1}}", dice.below(100)),
                    1 => format!("{{\"time_limit_ms\":{limit},\"threads\":2,\"language\":\"nl\"}}"),
                    2 => "{\"time_limit_ms\":-1}".to_owned(),
                    _ => "{\"sed\":1}".to_owned(),
                };
                uurwerk_plan(
                    school,
                    school_length,
                    json.as_ptr(),
                    json.len(),
                    null(),
                    out,
                )
            }
        }
    };
    let took = begun.elapsed();
    let (output, report, changed) = (take(output), take(report), take(changed));
    assert!(changed.is_empty() || changed.starts_with(b"{"));
    assert_ne!(
        status,
        UurwerkStatus::Internal,
        "{}",
        String::from_utf8_lossy(&output)
    );
    assert!(std::str::from_utf8(&output).is_ok() && std::str::from_utf8(&report).is_ok());
    if !out.is_null() {
        let json = serde_json::from_slice::<serde_json::Value>(&output);
        let foreign = output.first() == Some(&b'<');
        assert!(
            foreign || json.is_ok(),
            "{status:?} {}",
            String::from_utf8_lossy(&output)
        );
        if matches!(status, UurwerkStatus::Input | UurwerkStatus::Usage) {
            let json = json.unwrap();
            let found = json["diagnostics"].as_array().unwrap();
            assert!(
                !found.is_empty()
                    && found
                        .iter()
                        .all(|d| d["code"].as_str().unwrap().starts_with("UW"))
            );
        }
    }
    let limit = if unlimited { 2000 } else { limit };
    (status, took, Duration::from_millis(limit))
}

fn fuzz(seed: u64, calls: u32) -> Duration {
    let context = Context::new(2);
    let seeds = Seeds::new(&context);
    let mut dice = Dice(seed);
    let mut most_over = Duration::ZERO;
    let mut ended: BTreeMap<i32, u32> = BTreeMap::new();
    for _ in 0..calls {
        let (status, took, limit) = call(&seeds, &context, &mut dice);
        *ended.entry(status as i32).or_default() += 1;
        most_over = most_over.max(took.saturating_sub(limit));
    }
    eprintln!("{calls} calls by status: {ended:?}");
    // The mutations leave enough whole for every way to end but a bug.
    let whole = [0, 4]
        .iter()
        .filter_map(|status| ended.get(status))
        .sum::<u32>();
    assert!(whole * 20 > calls, "too few calls came to a plan");
    assert!([1, 2].iter().all(|status| ended[status] * 20 > calls));
    // The context is as good as new.
    let quick = UurwerkOptions {
        iterations: 50,
        ..options()
    };
    let (status, _) = context.plan(&seeds.school, &quick);
    assert!(matches!(
        status,
        UurwerkStatus::Done | UurwerkStatus::OutOfTime
    ));
    most_over
}

#[test]
fn some_hundred_calls_of_all_kinds() {
    // Unoptimised and beside other tests, so nothing is said about time.
    fuzz(1, 300);
}

#[test]
#[ignore = "long: ten thousand calls, meant for the optimised build"]
fn ten_thousand_calls_none_past_its_limit() {
    let over = fuzz(2, 10_000);
    eprintln!(
        "10 000 calls; the longest went {} ms past its limit",
        over.as_millis()
    );
    assert!(over < Duration::from_secs(1), "{over:?}");
}
