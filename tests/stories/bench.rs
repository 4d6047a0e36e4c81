//! The parts of `cargo xtask bench` work; how fast anything is, is not asked here.

use serde_json::Value;
use twinflower_tests::bench::figure::Figure;
use twinflower_tests::bench::{Ask, BENCHES, Bed, shown};

#[test]
fn every_measurement_without_a_window_answers_with_well_formed_lines() {
    let mut quiet = |_: &str| ();
    let mut bed = Bed::new(Ask { n: 1, seed: 22 }, 2, &mut quiet);
    let mut figures = Vec::new();
    for name in ["unlock", "commit", "size", "wire", "package"] {
        let bench = BENCHES.iter().find(|bench| bench.name == name).unwrap();
        let answered = (bench.measures)(&mut bed);
        assert!(!answered.is_empty(), "{name} answers nothing");
        figures.extend(answered);
    }
    for figure in &figures {
        let line: Value = serde_json::from_str(&figure.line()).unwrap();
        assert_eq!(line["runs"].as_array().unwrap().len(), 1, "{line}");
        assert!(line["median"].is_number() && line["what"].is_string(), "{line}");
    }
    assert_eq!(shown::table(&figures).lines().count(), figures.len() + 1);
    assert!(shown::chart(&figures).contains("a store commit, p50"));
}

#[test]
fn a_bound_is_held_by_the_median_and_not_by_the_luckiest_run() {
    let figure = |runs: &[f64]| Figure::new("b", "w", "×", runs.to_vec()).at_most(2.0);
    assert_eq!(figure(&[1.0, 2.1, 2.2]).is_held(), Some(false));
    assert_eq!(figure(&[1.0, 2.0, 9.0]).is_held(), Some(true));
    assert_eq!(Figure::new("b", "w", "×", vec![9.0]).is_held(), None);
    assert_eq!(figure(&[]).is_held(), Some(false), "what was not measured is not held");
}
