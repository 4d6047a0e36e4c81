//! What a measurement answers with: one value a run, and the bound that their median must hold.

use serde::Serialize;

/// One figure of a measurement.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// The measurement it is of.
    pub bench: &'static str,
    /// What was measured.
    pub what: String,
    /// What it is compared with; empty where it stands for itself.
    pub against: &'static str,
    /// What a value is counted in; `×` for a ratio within one run.
    pub unit: &'static str,
    /// One value a run, in the order of the runs.
    pub runs: Vec<f64>,
    /// The most the median may be, where anything was promised.
    pub bound: Option<f64>,
}

/// What is written of a figure: the runs, and what they come to.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    figure: &'a Figure,
    median: f64,
    least: f64,
    most: f64,
    held: Option<bool>,
}

impl Figure {
    /// Begins a figure that nothing was promised about.
    pub fn new(bench: &'static str, what: impl Into<String>, unit: &'static str, runs: Vec<f64>) -> Self {
        Self { bench, what: what.into(), against: "", unit, runs, bound: None }
    }

    /// Says what it is compared with.
    #[must_use]
    pub fn against(self, against: &'static str) -> Self {
        Self { against, ..self }
    }

    /// Says the most that its median may be.
    #[must_use]
    pub fn at_most(self, bound: f64) -> Self {
        Self { bound: Some(bound), ..self }
    }

    /// The value in the middle of the runs.
    pub fn median(&self) -> f64 {
        quantile(&self.runs, 0.5)
    }

    /// The smallest and the largest value of a run.
    pub fn spread(&self) -> (f64, f64) {
        (quantile(&self.runs, 0.0), quantile(&self.runs, 1.0))
    }

    /// Whether the bound is held; `None` where nothing was promised.
    pub fn is_held(&self) -> Option<bool> {
        self.bound.map(|bound| self.median() <= bound)
    }

    /// The figure as one line of JSON.
    pub fn line(&self) -> String {
        let (least, most) = self.spread();
        let line = Line { figure: self, median: self.median(), least, most, held: self.is_held() };
        serde_json::to_string(&line).expect("a figure has only text keys")
    }
}

/// The value below which this part of the others lies; not a number where there is none.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        length => {
            let at = part * (length - 1) as f64;
            let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
            low + (high - low) * at.fract()
        }
    }
}
