//! Tables put together into a school document; every fault at the cell that it comes from.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use uurwerk_model::{Diagnostic, Diagnostics, School};

use super::Table;
use super::codec::read;
use super::layout::{SHEETS, Shape, Sheet};

/// Where a piece of the document comes from: table, line, column.
type Origin = (usize, u32, Option<usize>);

/// Makes a school of tables.
///
/// # Errors
/// Every fault of the tables and of the document that they make, at its cell.
pub(crate) fn school(tables: &[Table]) -> Result<School, Diagnostics> {
    let mut builder = Builder {
        tables,
        tree: json!({
            "uurwerk": {"kind": "school", "version": 1},
            "grid": {"days": []}, "subjects": [], "staff": [], "classes": [], "lessons": [], "rooms": [], "noemers": [],
            "teams": [], "trainees": [], "budget": [], "locks": [], "mentoring": {"pairs": []}, "policy": {"rules": {}},
        }),
        origins: BTreeMap::new(),
        faults: Diagnostics::default(),
    };
    for sheet in SHEETS {
        for (at, table) in tables
            .iter()
            .enumerate()
            .filter(|(_, table)| table.id == sheet.id)
        {
            for (line, row) in &table.rows {
                builder.row(sheet, at, *line, row);
            }
        }
    }
    let parsed = School::parse(&builder.tree.to_string());
    match parsed {
        Ok(school) if !builder.faults.has_errors() => Ok(school),
        Ok(_) => Err(builder.faults),
        Err(found) => {
            let placed = found.0.into_iter().map(|fault| builder.placed(fault));
            let placed: Vec<Diagnostic> = placed.collect();
            builder.faults.0.extend(placed);
            Err(builder.faults)
        }
    }
}

struct Builder<'a> {
    tables: &'a [Table],
    tree: Value,
    origins: BTreeMap<String, Origin>,
    faults: Diagnostics,
}

impl Builder<'_> {
    /// A fault of the document at the cell that it comes from, else as it is.
    fn placed(&self, fault: Diagnostic) -> Diagnostic {
        let uurwerk_model::Place::Pointer(pointer) = &fault.place else {
            return fault;
        };
        let mut prefix = pointer.as_str();
        loop {
            if let Some((table, line, column)) = self.origins.get(prefix) {
                return self.tables[*table].fault(fault.clone(), *line, *column);
            }
            match prefix.rfind('/') {
                Some(at) => prefix = &prefix[..at],
                None => return fault,
            }
        }
    }

    fn row(&mut self, sheet: &Sheet, table: usize, line: u32, row: &[String]) {
        let tables = self.tables;
        let from = &tables[table];
        let mut entry = json!({});
        let mut cells: Vec<(&str, Option<usize>)> = Vec::new();
        for column in sheet.columns.iter().filter(|c| !c.field.is_empty()) {
            let text = from.text(row, column.id).trim();
            if !text.is_empty() {
                insert(&mut entry, column.field, read(column.cell, text));
                cells.push((column.field, from.at(column.id)));
            }
        }
        let origin = |column: &str| (table, line, from.at(column));
        let list = match sheet.shape {
            Shape::One => {
                for (field, column) in cells {
                    let value = entry
                        .pointer(&format!("/{field}"))
                        .cloned()
                        .unwrap_or_default();
                    insert(&mut self.tree, field, value);
                    self.origins
                        .insert(format!("/{field}"), (table, line, column));
                }
                return;
            }
            Shape::Period => return self.period(entry, &origin),
            Shape::Part => return self.part(entry, &origin),
            Shape::Lock => return self.lock(entry, &origin),
            Shape::Rule => {
                let rule = take(&mut entry, "rule");
                let rule = rule.as_str().unwrap_or_default();
                insert(&mut self.tree, &format!("policy/rules/{rule}"), entry);
                for (field, column) in cells {
                    let pointer = format!("/policy/rules/{rule}/{field}");
                    self.origins.insert(pointer, (table, line, column));
                }
                self.origins
                    .insert(format!("/policy/rules/{rule}"), origin("rule"));
                return;
            }
            Shape::List(list) => list.to_owned(),
            Shape::OfTeacher(field) => {
                let Some(at) = self.named(&mut entry, "staff", "teacher", &origin) else {
                    return;
                };
                format!("staff/{at}/{field}")
            }
            Shape::Wish => {
                let Some(at) = self.named(&mut entry, "staff", "teacher", &origin) else {
                    return;
                };
                let on = wish_on(&mut entry);
                insert(&mut entry, "on", on);
                format!("staff/{at}/wishes")
            }
        };
        if sheet.id == "lessons" {
            self.teachers(&entry, from.text(row, "teachers"), &origin);
        }
        let pointer = self.push(&list, entry, origin(sheet.columns[0].id));
        for (field, column) in cells {
            self.origins
                .insert(format!("{pointer}/{field}"), (table, line, column));
        }
    }

    /// Adds to a list; gives the pointer of the new entry.
    fn push(&mut self, list: &str, entry: Value, origin: Origin) -> String {
        let pointer = format!("/{list}");
        if self.tree.pointer(&pointer).is_none() {
            insert(&mut self.tree, list, json!([]));
        }
        let mut at = 0;
        if let Some(Value::Array(entries)) = self.tree.pointer_mut(&pointer) {
            at = entries.len();
            entries.push(entry);
        }
        let pointer = format!("{pointer}/{at}");
        self.origins.insert(pointer.clone(), origin);
        pointer
    }

    /// The index in a list of what a column names; a fault when there is none.
    fn named(
        &mut self,
        entry: &mut Value,
        list: &str,
        column: &str,
        origin: &dyn Fn(&str) -> Origin,
    ) -> Option<usize> {
        let name = take(entry, column);
        let entries = self.tree.get(list).and_then(Value::as_array);
        let found = entries.and_then(|entries| entries.iter().position(|e| e["id"] == name));
        if found.is_none() {
            let (table, line, at) = origin(column);
            let name = name.as_str().unwrap_or_default();
            let fault = Diagnostic::error("UW3503", "")
                .with("name", name)
                .with("table", list);
            self.faults.push(self.tables[table].fault(fault, line, at));
        }
        found
    }

    fn period(&mut self, mut entry: Value, origin: &dyn Fn(&str) -> Origin) {
        let (day, name) = (take(&mut entry, "day"), take(&mut entry, "day_name"));
        let id = take(&mut entry, "period");
        insert(&mut entry, "id", id);
        let known = self.tree.pointer("/grid/days").and_then(Value::as_array);
        let known = known.and_then(|days| days.iter().position(|d| d["id"] == day));
        let at = match known {
            Some(at) => at,
            None => {
                let name = if name.is_null() { day.clone() } else { name };
                let entry = json!({"id": day, "name": name, "periods": []});
                let pointer = self.push("grid/days", entry, origin("day"));
                pointer
                    .rsplit('/')
                    .next()
                    .and_then(|n| n.parse().ok())
                    .unwrap_or(0)
            }
        };
        let pointer = self.push(&format!("grid/days/{at}/periods"), entry, origin("period"));
        for column in ["start", "end", "half_day"] {
            self.origins
                .insert(format!("{pointer}/{column}"), origin(column));
        }
    }

    fn part(&mut self, mut entry: Value, origin: &dyn Fn(&str) -> Origin) {
        let Some(class) = self.named(&mut entry, "classes", "class", origin) else {
            return;
        };
        let (partition, part) = (take(&mut entry, "partition"), take(&mut entry, "part"));
        insert(&mut entry, "id", part);
        let list = format!("classes/{class}/partitions");
        let known = self
            .tree
            .pointer(&format!("/{list}"))
            .and_then(Value::as_array);
        let known = known.and_then(|all| all.iter().position(|p| p["id"] == partition));
        let at = match known {
            Some(at) => at,
            None => {
                let entry = json!({"id": partition, "parts": []});
                let pointer = self.push(&list, entry, origin("partition"));
                pointer
                    .rsplit('/')
                    .next()
                    .and_then(|n| n.parse().ok())
                    .unwrap_or(0)
            }
        };
        let pointer = self.push(&format!("{list}/{at}/parts"), entry, origin("part"));
        self.origins
            .insert(format!("{pointer}/pupils"), origin("pupils"));
    }

    /// A row of locks with a time locks the time, one with a room locks the room.
    fn lock(&mut self, mut entry: Value, origin: &dyn Fn(&str) -> Origin) {
        let (day, period) = (take(&mut entry, "day"), take(&mut entry, "period"));
        let (need, room) = (take(&mut entry, "need"), take(&mut entry, "room"));
        let with = |mut entry: Value, more: &[(&str, Value)]| {
            for (key, value) in more.iter().filter(|(_, value)| !value.is_null()) {
                insert(&mut entry, key, value.clone());
            }
            entry
        };
        if !day.is_null() || !period.is_null() || room.is_null() {
            let start = with(json!({}), &[("day", day), ("period", period)]);
            let lock = json!({"time": with(entry.clone(), &[("start", start)])});
            self.push("locks", lock, origin("lesson"));
        }
        if !room.is_null() {
            let lock = json!({"room": with(entry, &[("need", need), ("room", room)])});
            self.push("locks", lock, origin("lesson"));
        }
    }

    /// The teachers named beside a lesson are locked to it.
    fn teachers(&mut self, entry: &Value, text: &str, origin: &dyn Fn(&str) -> Origin) {
        let names = read(super::Cell::Names, text);
        for (position, name) in names.as_array().into_iter().flatten().enumerate() {
            if name != "?" {
                let lock = json!({"lesson": entry["id"], "position": position, "teacher": name});
                self.push("locks", json!({"teacher": lock}), origin("teachers"));
            }
        }
    }
}

/// What a wish is about, out of its columns.
fn wish_on(entry: &mut Value) -> Value {
    let (day, period) = (take(entry, "day"), take(entry, "period"));
    let half_day = take(entry, "half_day");
    for key in ["class", "subject", "lesson"] {
        let name = take(entry, key);
        if !name.is_null() {
            return json!({ key: name });
        }
    }
    if !period.is_null() {
        return json!({"slot": {"day": day, "period": period}});
    }
    if !half_day.is_null() {
        return json!({"half_day": {"day": day, "half_day": half_day}});
    }
    json!({ "day": day })
}

fn take(entry: &mut Value, key: &str) -> Value {
    let object = entry.as_object_mut();
    object
        .and_then(|object| object.remove(key))
        .unwrap_or_default()
}

/// Puts a value at a path, making the objects on the way.
fn insert(value: &mut Value, path: &str, what: Value) {
    let (key, rest) = path
        .split_once('/')
        .map_or((path, None), |(k, r)| (k, Some(r)));
    let next = match value {
        Value::Array(entries) => key.parse::<usize>().ok().and_then(|at| entries.get_mut(at)),
        Value::Object(object) => Some(
            object
                .entry(key)
                .or_insert_with(|| Value::Object(Map::new())),
        ),
        _ => None,
    };
    if let Some(next) = next {
        match rest {
            Some(rest) => insert(next, rest, what),
            None => *next = what,
        }
    }
}
