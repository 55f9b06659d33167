//! Writing HTML so that no name can become markup: tags are literals, everything else is escaped.

use std::fmt::{self, Display, Write};

/// A page in the making; well-formed as XML too, so that a test can parse it.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Markup as it stands. Only literals fit, so nothing from a document can pass here.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text from anywhere, escaped.
    pub fn text(&mut self, text: impl Display) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(Escape(&mut self.0), "{text}");
        self
    }

    /// An attribute of the tag that `raw` left open.
    pub fn attr(&mut self, name: &'static str, value: impl Display) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// A text in a tag of its own, such as `("<b>", "</b>")`.
    pub fn within(&mut self, tags: (&'static str, &'static str), text: impl Display) -> &mut Self {
        self.raw(tags.0).text(text).raw(tags.1)
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

struct Escape<'a>(&'a mut String);

impl Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // Neither HTML nor XML has a way to write these.
                '\u{fffe}' | '\u{ffff}' => self.0.push('\u{fffd}'),
                c if c.is_control() && !matches!(c, '\n' | '\t') => self.0.push('\u{fffd}'),
                c => self.0.push(c),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stay_names() {
        let mut html = Html::default();
        html.raw("<p")
            .attr("title", "a\"b'")
            .raw(">")
            .text("<script> & \u{1b}")
            .raw("</p>");
        assert_eq!(
            html.into_string(),
            "<p title=\"a&quot;b&#39;\">&lt;script&gt; &amp; \u{fffd}</p>"
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back_through_a_parser(name in "\\PC{0,40}") {
            let mut html = Html::default();
            html.text(&name);
            let escaped = html.into_string();
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
            let back = quick_xml::escape::unescape(&escaped).unwrap();
            prop_assert_eq!(back.as_ref(), name.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"));
        }
    }
}
