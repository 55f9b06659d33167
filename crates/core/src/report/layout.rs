//! Text in columns: wrapping and padding by characters, nothing wider than the page.

/// Columns of a page of text.
pub(super) const WIDTH: usize = 80;

/// Characters of a text.
pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}

/// Breaks a text into lines of at most `columns` characters, at blanks where it can; at least one line.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = vec![String::new()];
    let mut used = 0;
    // Not `split_whitespace`: a no-break space must stay where it is.
    for word in text
        .split([' ', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
    {
        let mut rest: Vec<char> = word.chars().collect();
        if used > 0 && used + 1 + rest.len() > columns {
            lines.push(String::new());
            used = 0;
        }
        loop {
            let blank = usize::from(used > 0);
            let room = columns - used - blank;
            let tail = if rest.len() > room {
                rest.split_off(room)
            } else {
                Vec::new()
            };
            if let Some(line) = lines.last_mut() {
                line.extend(std::iter::repeat_n(' ', blank));
                line.extend(&rest);
            }
            used += blank + rest.len();
            if tail.is_empty() {
                break;
            }
            rest = tail;
            lines.push(String::new());
            used = 0;
        }
    }
    lines
}

/// A text of exactly `columns` characters: filled up, or cut with an ellipsis.
pub(super) fn fit(text: &str, columns: usize) -> String {
    let used = width(text);
    if used <= columns {
        return format!("{text}{}", " ".repeat(columns - used));
    }
    let mut cut: String = text.chars().take(columns.saturating_sub(1)).collect();
    if columns > 0 {
        cut.push('…');
    }
    cut
}

/// A text pushed to the right of `columns` characters.
pub(super) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A text without characters that would move the cursor or change its colour.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(wrap("aa bbb cc", 6), ["aa bbb", "cc"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(fit("abcdef", 4), "abc…");
        assert_eq!(right("7", 3), "  7");
        assert_eq!(plain("a\u{1b}[31mb"), "a [31mb");
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_letter_is_lost(text in "[a-zé \u{a0}]{0,60}", columns in 1_usize..20) {
            let lines = wrap(&text, columns);
            prop_assert!(lines.iter().all(|line| width(line) <= columns));
            let letters = |t: &str| t.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
