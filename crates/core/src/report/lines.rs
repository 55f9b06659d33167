//! Lines of a terminal: headings, paragraphs and rows of cells, painted or plain.

use super::layout::{WIDTH, fit, plain, right, wrap};

/// How a text may be dressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Letters alone.
    #[default]
    Plain,
    /// With ANSI colours, used sparingly; what they say stands in the words too.
    Ansi,
}

/// How a piece of text is painted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    None,
    Bold,
    Dim,
    Good,
    Bad,
}

/// The text so far.
pub(super) struct Lines {
    text: String,
    style: Style,
}

impl Lines {
    /// Nothing yet.
    pub fn new(style: Style) -> Self {
        Self {
            text: String::new(),
            style,
        }
    }

    /// All of it.
    pub fn into_text(self) -> String {
        self.text
    }

    fn paint(&self, text: &str, paint: Paint) -> String {
        let code = match paint {
            Paint::None => return text.to_owned(),
            Paint::Bold => "1",
            Paint::Dim => "2",
            Paint::Good => "32",
            Paint::Bad => "1;31",
        };
        match self.style {
            Style::Plain => text.to_owned(),
            Style::Ansi => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    /// One line; blanks at its end are dropped.
    pub fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    pub fn heading(&mut self, text: &str) {
        self.line("");
        for line in wrap(text, WIDTH) {
            let line = self.paint(&line, Paint::Bold);
            self.line(&line);
        }
    }

    /// A paragraph with every line moved in by `indent`.
    pub fn paragraph(&mut self, text: &str, indent: usize, paint: Paint) {
        for line in wrap(&plain(text), WIDTH - indent) {
            let line = format!("{}{}", " ".repeat(indent), self.paint(&line, paint));
            self.line(&line);
        }
    }

    /// One row of cells side by side, each wrapped to its own width.
    pub fn row(&mut self, indent: usize, cells: &[Cell]) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .map(|cell| wrap(&plain(&cell.text), cell.columns))
            .collect();
        for at in 0..wrapped.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = " ".repeat(indent);
            for (cell, lines) in cells.iter().zip(&wrapped) {
                let text = lines.get(at).map_or("", String::as_str);
                let text = match cell.side {
                    Side::Left => fit(text, cell.columns),
                    Side::Right => right(text, cell.columns),
                };
                line.push_str(&self.paint(&text, cell.paint));
                line.push(' ');
            }
            self.line(&line);
        }
    }
}

/// To which side of its column a cell is pushed.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// A text in a column of its own.
pub(super) struct Cell {
    text: String,
    columns: usize,
    side: Side,
    paint: Paint,
}

/// A cell pushed to the left.
pub(super) fn left(text: impl Into<String>, columns: usize, paint: Paint) -> Cell {
    Cell {
        text: text.into(),
        columns,
        side: Side::Left,
        paint,
    }
}

/// A cell pushed to the right.
pub(super) fn number(text: impl Into<String>, columns: usize, paint: Paint) -> Cell {
    Cell {
        text: text.into(),
        columns,
        side: Side::Right,
        paint,
    }
}
