//! Evaluates a number of moves on the first instance of an XHSTT archive, for instruction counts: `hot_path INSTANCE.xml MOVES`.
//! Run under `valgrind --tool=callgrind` with two numbers of moves and divide the difference.

use uurwerk_engine::probe;
use uurwerk_formats::xhstt::read_archive;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, moves] = &arguments[..] else {
        return Err("usage: hot_path INSTANCE.xml MOVES".to_owned());
    };
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let archive = read_archive(&bytes).map_err(|faults| format!("{file}: {}", faults[0]))?;
    let instance = archive
        .instances
        .first()
        .ok_or("the archive has no instance")?;
    let cost = probe::evaluated_moves(&instance.instance, 1)(
        moves.parse().map_err(|error| format!("{moves}: {error}"))?,
    );
    println!("{cost}");
    Ok(())
}
