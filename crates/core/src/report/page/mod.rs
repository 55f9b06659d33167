//! The report as one page: no network, readable without scripts, printable, light and dark.
//!
//! A page is made of sections, one file each, over one [`Context`].

mod bars;
mod difference;
mod grid;
mod head;
mod loads;
mod markup;
mod people;
mod protected;
mod rules;
mod sheets;
mod sweep;

pub use difference::difference_html;
pub use sweep::sweep_html;
use uurwerk_model::{Language, PlanDocument, School, TeacherIx};

use super::summary::{Summary, summary};
use super::week::Week;
use super::words::Words;
use markup::Html;

/// What every section reads.
struct Context<'a> {
    school: &'a School,
    summary: &'a Summary,
    week: &'a Week<'a>,
    words: Words,
}

/// Renders a plan as one self-contained HTML page.
///
/// Names of the plan that the school does not know are left out of the timetables.
pub fn html(school: &School, plan: &PlanDocument, language: Language) -> String {
    let summary = summary(school, plan, language);
    let week = Week::of(school, plan);
    let words = Words(language);
    let context = Context {
        school,
        summary: &summary,
        week: &week,
        words,
    };
    let mut html = Html::default();
    head::open(&mut html, &context);
    html.raw("<main id=\"main\">\n");
    people::section(&mut html, &context);
    rules::section(&mut html, &context);
    loads::section(&mut html, &context);
    protected::section(&mut html, &context);
    sheets::section(&mut html, &context);
    html.raw("</main>\n");
    head::close(&mut html, &context);
    html.into_string()
}

impl Context<'_> {
    /// A link to a teacher's sheet.
    fn teacher_link(&self, html: &mut Html, teacher: TeacherIx) {
        html.raw("<a")
            .attr("href", format_args!("#t{}", teacher.0))
            .raw(">");
        html.text(&self.school.teacher(teacher).name).raw("</a>");
    }

    /// The mark of a starter, with the year of service.
    fn starter_badge(&self, html: &mut Html, year: Option<u8>) {
        if let Some(year) = year {
            let words = self.words.count("report-starter-year", i64::from(year));
            html.raw(" <span class=\"badge starter\">★ ")
                .text(words)
                .raw("</span>");
        }
    }

    /// A section's heading with its name and one sentence about what it shows.
    fn section_head(&self, html: &mut Html, id: &'static str, title: &str, about: &str) {
        html.raw("<section")
            .attr("id", id)
            .attr("aria-labelledby", format_args!("{id}-h"))
            .raw(">\n");
        html.raw("<h2")
            .attr("id", format_args!("{id}-h"))
            .raw(">")
            .text(self.words.say(title))
            .raw("</h2>\n");
        html.within(("<p class=\"about\">", "</p>\n"), self.words.say(about));
    }
}

#[cfg(test)]
mod tests;
