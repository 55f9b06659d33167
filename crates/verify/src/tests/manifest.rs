//! The checker depends on the documents alone.

#[test]
fn the_manifest_names_no_other_crate_of_the_project() {
    let manifest = include_str!("../../Cargo.toml");
    let (_, rest) = manifest.split_once("[dependencies]").expect("a section");
    let own = rest.split("\n[").next().unwrap_or_default();
    let names: Vec<&str> = own
        .lines()
        .filter_map(|line| line.split(['.', '=', ' ']).next())
        .filter(|name| name.starts_with("uurwerk"))
        .collect();
    assert_eq!(names, ["uurwerk-model"]);
    assert_eq!(manifest.matches("uurwerk-model").count(), 1);
    assert!(!manifest.contains("uurwerk.") && !manifest.contains("uurwerk-engine"));
}
