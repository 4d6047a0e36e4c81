//! The figures as a table to read and as a chart to look at.

use super::figure::Figure;
use std::fmt::Write;

/// The figures as a table of text.
pub fn table(figures: &[Figure]) -> String {
    let mut lines = vec![["what", "median", "spread", "bound", ""].map(str::to_owned)];
    lines.extend(figures.iter().map(row));
    let widths: Vec<usize> =
        (0..5).map(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for line in &lines {
        let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
    text
}

fn row(figure: &Figure) -> [String; 5] {
    let (least, most) = figure.spread();
    let against = if figure.against.is_empty() { String::new() } else { format!(" ÷ {}", figure.against) };
    let what = match figure.unit {
        "×" => format!("{}: {}{against}", figure.bench, figure.what),
        _ => format!("{}: {}", figure.bench, figure.what),
    };
    let held = match figure.is_held() {
        Some(true) => "held",
        Some(false) => "NOT HELD",
        None => "",
    };
    let bound = figure.bound.map(|bound| format!("≤ {}", short(bound))).unwrap_or_default();
    let median = format!("{} {}", short(figure.median()), figure.unit);
    [what, median, format!("{} to {}", short(least), short(most)), bound, held.to_owned()]
}

fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

const LEFT: f64 = 430.0;
const WIDE: f64 = 420.0;
const HIGH: f64 = 26.0;

/// How far the chart reaches, in bounds.
const REACH: f64 = 2.0;

/// Every figure that has a bound, as a part of that bound: its median as a bar, its runs as a line over it.
pub fn chart(figures: &[Figure]) -> String {
    let bounded: Vec<(&Figure, f64)> =
        figures.iter().filter_map(|figure| Some((figure, figure.bound.filter(|bound| *bound > 0.0)?))).collect();
    let (width, height) = (LEFT + WIDE + 110.0, HIGH * (bounded.len() as f64 + 2.0));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" \
         font-size=\"13\"><title>What was measured, each as a part of its bound</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fdfbf6\"/>"
    );
    for (at, (figure, bound)) in bounded.iter().enumerate() {
        let y = HIGH * (at as f64 + 1.0);
        let x = |value: f64| LEFT + WIDE * (value / bound).clamp(0.0, REACH) / REACH;
        let (least, most) = figure.spread();
        let colour = if figure.is_held() == Some(true) { "#5c7f67" } else { "#b3563f" };
        let (median, middle) = (x(figure.median()), y + HIGH / 2.0);
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#2f2a26\">{}</text>\
             <rect x=\"{LEFT}\" y=\"{}\" width=\"{:.1}\" height=\"12\" fill=\"{colour}\"/>\
             <path d=\"M{:.1} {middle}H{:.1}\" stroke=\"#2f2a26\" stroke-width=\"1.5\"/>\
             <text x=\"{}\" y=\"{}\" fill=\"#2f2a26\">{} {}</text>",
            LEFT - 10.0,
            middle + 4.5,
            escaped(&format!("{}: {}", figure.bench, figure.what)),
            middle - 6.0,
            (median - LEFT).max(1.0),
            x(least),
            x(most),
            LEFT + WIDE + 10.0,
            middle + 4.5,
            short(figure.median()),
            figure.unit,
        );
    }
    let line = LEFT + WIDE / REACH;
    let _ = writeln!(
        svg,
        "<path d=\"M{line} {HIGH}V{}\" stroke=\"#2f2a26\" stroke-dasharray=\"3 3\"/>\
         <text x=\"{line}\" y=\"18\" text-anchor=\"middle\" fill=\"#2f2a26\">the bound</text></svg>",
        HIGH * (bounded.len() as f64 + 1.0)
    );
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
