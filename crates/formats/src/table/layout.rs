//! The tables of a school and their columns.

/// A table.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// Its name in files and in the catalogue of messages (`table-ID`).
    pub id: &'static str,
    /// What a row is.
    pub shape: Shape,
    /// Its columns in order.
    pub columns: &'static [Column],
}

/// What a row of a table is in the school document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The one row about the whole school.
    One,
    /// An entry of a list.
    List(&'static str),
    /// An entry of a list in a member of staff, who is named in the column `teacher`.
    OfTeacher(&'static str),
    /// A period of the week.
    Period,
    /// A part of a class.
    Part,
    /// A wish of a teacher.
    Wish,
    /// A lock on time or room.
    Lock,
    /// A setting of a rule.
    Rule,
}

/// A column.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name in files and in the catalogue of messages (`column-ID`).
    pub id: &'static str,
    /// Where its value stands in the entry, with `/` between levels.
    pub field: &'static str,
    /// What its cells hold.
    pub cell: Cell,
    /// The table whose ids may stand in it.
    pub of: Option<&'static str>,
}

/// What cells hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Any text.
    Text,
    /// A whole number.
    Whole,
    /// An amount of work, such as `20/22`.
    Amount,
    /// Yes or no.
    Flag,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// Names with commas between them.
    Names,
    /// Graden with commas between them.
    Graden,
    /// Lengths of blocks, such as `2+1+1`.
    Blocks,
    /// Classes or parts of them, such as `1A, 1B/half/2`.
    Groups,
    /// Teachers' places, such as `lead, co:2`.
    Positions,
    /// Rooms: `kind:lab, A101 > A101`, a semicolon between needs.
    Rooms,
    /// Names and numbers, such as `max=2, starters=1`.
    Params,
}

const fn column(id: &'static str, cell: Cell) -> Column {
    field(id, id, cell)
}

const fn field(id: &'static str, field: &'static str, cell: Cell) -> Column {
    let of = None;
    Column {
        id,
        field,
        cell,
        of,
    }
}

const fn of(id: &'static str, table: &'static str) -> Column {
    Column {
        id,
        field: id,
        cell: Text,
        of: Some(table),
    }
}

use Cell::{
    Amount, Blocks, Choice, Flag, Graden, Groups, Names, Params, Positions, Rooms, Text, Whole,
};

const HALVES: Cell = Choice(&["morning", "afternoon"]);
const KINDS: Cell = Choice(&["AV", "TV", "PV", "KV", "LBV"]);

/// In which weeks something happens, where that is not in all.
const EVERY: Column = field("every", "weeks/every", Whole);
const PHASE: Column = field("phase", "weeks/phase", Whole);

/// All tables, in the order in which somebody would fill them in.
pub(crate) const SHEETS: &[Sheet] = &[
    Sheet {
        id: "school",
        shape: Shape::One,
        columns: &[
            column("name", Text),
            column("school_year", Text),
            column("origin", Text),
            field(
                "preset",
                "policy/preset",
                Choice(&["memo", "memo-strict", "law-only", "report-only"]),
            ),
            field("mentoring_budget", "mentoring/budget", Amount),
            field("mentoring_line", "mentoring/budget_line", Text),
            field("tiers", "policy/tiers", Names),
            field("exchange_every", "mentoring/exchange/every", Whole),
            field("exchange_phase", "mentoring/exchange/phase", Whole),
            field("intervision_every", "mentoring/intervision/every", Whole),
            field("intervision_phase", "mentoring/intervision/phase", Whole),
        ],
    },
    Sheet {
        id: "grid",
        shape: Shape::Period,
        columns: &[
            column("day", Text),
            column("day_name", Text),
            column("period", Text),
            column("start", Text),
            column("end", Text),
            column("half_day", HALVES),
        ],
    },
    Sheet {
        id: "noemers",
        shape: Shape::List("noemers"),
        columns: &[
            column("graad", Whole),
            column("kind", KINDS),
            column("hours", Whole),
        ],
    },
    Sheet {
        id: "subjects",
        shape: Shape::List("subjects"),
        columns: &[
            column("id", Text),
            column("name", Text),
            column("kind", KINDS),
            column("noemer", Whole),
        ],
    },
    Sheet {
        id: "rooms",
        shape: Shape::List("rooms"),
        columns: &[
            column("id", Text),
            column("name", Text),
            field("room_kind", "kind", Text),
            column("capacity", Whole),
            column("site", Text),
            column("building", Text),
        ],
    },
    Sheet {
        id: "travel",
        shape: Shape::List("travel"),
        columns: &[
            column("from", Text),
            column("to", Text),
            column("minutes", Whole),
        ],
    },
    Sheet {
        id: "staff",
        shape: Shape::List("staff"),
        columns: &[
            column("id", Text),
            column("name", Text),
            field("contract_min", "contract/min", Amount),
            field("contract_target", "contract/target", Amount),
            field("contract_max", "contract/max", Amount),
            column("statute", Choice(&["permanent", "tadd", "tabd", "guest"])),
            column("experience", Whole),
            column("starter", Flag),
            column("half_days_max", Whole),
            column("sites", Names),
            column("mentor", Flag),
            of("evaluator", "staff"),
        ],
    },
    Sheet {
        id: "classes",
        shape: Shape::List("classes"),
        columns: &[
            column("id", Text),
            column("name", Text),
            column("graad", Whole),
            column("year", Whole),
            column(
                "stream",
                Choice(&["a", "b", "doorstroom", "dubbele", "arbeidsmarkt", "other"]),
            ),
            column("pupils", Whole),
            column("difficulty", Whole),
            of("titularis", "staff"),
            of("home_room", "rooms"),
        ],
    },
    Sheet {
        id: "parts",
        shape: Shape::Part,
        columns: &[
            of("class", "classes"),
            column("partition", Text),
            column("part", Text),
            column("pupils", Whole),
        ],
    },
    Sheet {
        id: "lessons",
        shape: Shape::List("lessons"),
        columns: &[
            column("id", Text),
            of("subject", "subjects"),
            column("groups", Groups),
            column("hours", Whole),
            column("blocks", Blocks),
            field("teachers", "", Names),
            column("positions", Positions),
            field("needs", "rooms", Rooms),
            column("link", Text),
            of("budget_line", "budget"),
            column("graad", Whole),
            EVERY,
            PHASE,
        ],
    },
    Sheet {
        id: "qualifications",
        shape: Shape::OfTeacher("qualifications"),
        columns: &[
            of("teacher", "staff"),
            of("subject", "subjects"),
            column("graden", Graden),
            column("level", Choice(&["required", "sufficient", "other"])),
        ],
    },
    Sheet {
        id: "wishes",
        shape: Shape::Wish,
        columns: &[
            of("teacher", "staff"),
            column("value", Whole),
            column("day", Text),
            column("half_day", HALVES),
            column("period", Text),
            of("class", "classes"),
            of("subject", "subjects"),
            of("lesson", "lessons"),
            column("reason", Text),
        ],
    },
    Sheet {
        id: "tasks",
        shape: Shape::OfTeacher("tasks"),
        columns: &[
            of("teacher", "staff"),
            column("name", Text),
            field(
                "task_kind",
                "kind",
                Choice(&["mentoring", "coordination", "other"]),
            ),
            column("load", Amount),
            of("budget_line", "budget"),
        ],
    },
    Sheet {
        id: "previous",
        shape: Shape::OfTeacher("previous"),
        columns: &[
            of("teacher", "staff"),
            of("subject", "subjects"),
            column("year", Whole),
            of("class", "classes"),
        ],
    },
    Sheet {
        id: "rights",
        shape: Shape::OfTeacher("rights"),
        columns: &[
            of("teacher", "staff"),
            column("volume", Amount),
            column("subjects", Names),
            column("graden", Graden),
        ],
    },
    Sheet {
        id: "mentors",
        shape: Shape::List("mentoring/pairs"),
        columns: &[
            of("mentor", "staff"),
            of("starter", "staff"),
            column("observations", Whole),
            column("meetings", Whole),
            EVERY,
            PHASE,
        ],
    },
    Sheet {
        id: "teams",
        shape: Shape::List("teams"),
        columns: &[
            column("id", Text),
            column("name", Text),
            column("members", Names),
            column("meetings", Whole),
            column("quorum", Whole),
            EVERY,
            PHASE,
        ],
    },
    Sheet {
        id: "trainees",
        shape: Shape::List("trainees"),
        columns: &[
            column("id", Text),
            column("name", Text),
            column("members", Names),
            of("mentor", "staff"),
            column("days", Names),
            field("training", "kind", Choice(&["internship", "in_service"])),
        ],
    },
    Sheet {
        id: "budget",
        shape: Shape::List("budget"),
        columns: &[
            column("id", Text),
            column("name", Text),
            field(
                "budget_kind",
                "kind",
                Choice(&[
                    "ordinary",
                    "religion",
                    "opportunities",
                    "onboarding",
                    "bpt",
                    "other",
                ]),
            ),
            column("hours", Whole),
        ],
    },
    Sheet {
        id: "locks",
        shape: Shape::Lock,
        columns: &[
            of("lesson", "lessons"),
            column("block", Whole),
            column("day", Text),
            column("period", Text),
            column("need", Whole),
            of("room", "rooms"),
        ],
    },
    Sheet {
        id: "rules",
        shape: Shape::Rule,
        columns: &[
            column("rule", Text),
            column("mode", Choice(&["hard", "soft", "measure", "off"])),
            column("weight", Whole),
            column("params", Params),
            column("tier", Text),
        ],
    },
];
