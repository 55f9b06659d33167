//! From bytes to a tree of elements with their places. The pull reader refuses what a timetable never needs and an attacker likes:
//! document type definitions, custom entities, deep nesting.

use super::fault::{Codes, Faults, XmlFault};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// An XHSTT archive nests eleven deep, a FET file six; nothing legal comes near this.
const DEEPEST: usize = 32;

/// An XML element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its tag.
    pub name: String,
    /// Byte position of its start tag.
    pub position: usize,
    /// Byte position behind its end tag.
    pub end: usize,
    /// Text directly in it, as it stands.
    pub text: String,
    /// Elements directly in it.
    pub children: Vec<Element>,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute's value, or nothing.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The first child with this tag.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children of the first child with this tag, whatever they are; none when it is absent.
    pub fn list(&self, name: &str) -> &[Element] {
        self.child(name).map_or(&[], |list| &list.children)
    }

    /// The same where all of them must have one of the `tags`; a fault for each other one.
    pub fn list_of(&self, name: &str, tags: &[&str], faults: &mut Faults) -> &[Element] {
        let list = self.list(name);
        for child in list
            .iter()
            .filter(|child| !tags.contains(&child.name.as_str()))
        {
            faults.add(
                faults.codes.element,
                child.position,
                self.id(),
                format!("`{}` has no place in `{name}`", child.name),
            );
        }
        list
    }

    /// A fault when there is no child with this tag.
    pub fn needs(&self, name: &str, faults: &mut Faults) {
        if self.child(name).is_none() {
            faults.add(
                faults.codes.missing,
                self.position,
                self.id(),
                format!("`{}` needs a child `{name}`", self.name),
            );
        }
    }

    /// A required attribute, or a fault and the empty string.
    pub fn required<'s>(&'s self, name: &str, faults: &mut Faults) -> &'s str {
        self.attribute(name).unwrap_or_else(|| {
            faults.add(
                faults.codes.missing,
                self.position,
                &self.name,
                format!("`{}` needs the attribute `{name}`", self.name),
            );
            ""
        })
    }

    /// The text of a required child, or a fault and the empty string.
    pub fn child_text<'s>(&'s self, name: &str, faults: &mut Faults) -> &'s str {
        self.needs(name, faults);
        self.child(name).map_or("", Element::trimmed)
    }

    /// The number in a child, none when the child is absent; a fault when it is no whole number of the type's range.
    pub fn number<T: std::str::FromStr>(&self, name: &str, faults: &mut Faults) -> Option<T> {
        let child = self.child(name)?;
        let number = child.trimmed().parse().ok();
        if number.is_none() {
            faults.add(
                faults.codes.value,
                child.position,
                self.id(),
                format!(
                    "`{name}` must be a whole number in range, not `{}`",
                    child.trimmed()
                ),
            );
        }
        number
    }

    /// The number in a required child; a fault and the default otherwise.
    pub fn required_number<T: std::str::FromStr + Default>(
        &self,
        name: &str,
        faults: &mut Faults,
    ) -> T {
        self.needs(name, faults);
        self.number(name, faults).unwrap_or_default()
    }

    /// Notes children that do not belong here or stand out of order. `order` lists the tags; `*` marks those that may repeat.
    pub fn expect(&self, order: &[&str], faults: &mut Faults) {
        let mut at = 0;
        for child in &self.children {
            let place = order.iter().position(|tag| {
                tag.trim_start_matches('*')
                    .split('|')
                    .any(|tag| tag == child.name)
            });
            match place {
                None => faults.add(
                    faults.codes.element,
                    child.position,
                    self.id(),
                    format!("`{}` has no place in `{}`", child.name, self.name),
                ),
                Some(place) if place < at => {
                    let problem = if place + 1 == at {
                        "stands twice"
                    } else {
                        "stands out of order"
                    };
                    faults.add(
                        faults.codes.element,
                        child.position,
                        self.id(),
                        format!(
                            "`{}` {problem} in `{}`; the order is {}",
                            child.name,
                            self.name,
                            order.join(", ")
                        ),
                    );
                }
                Some(place) => {
                    at = if order[place].starts_with('*') {
                        place
                    } else {
                        place + 1
                    }
                }
            }
        }
    }

    /// Its text without the white space around it.
    pub fn trimmed(&self) -> &str {
        self.text.trim()
    }

    /// Whatever names the element in a message.
    pub fn id(&self) -> &str {
        self.attribute("Id")
            .or_else(|| self.attribute("Reference"))
            .unwrap_or("")
    }
}

/// The text of a file, without its byte order mark.
pub(crate) fn text<'t>(bytes: &'t [u8], codes: &'static Codes) -> Result<&'t str, Vec<XmlFault>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let mut faults = Faults::new(std::str::from_utf8(before).unwrap_or_default(), codes);
        faults.add(
            codes.encoding,
            before.len(),
            "",
            "the file is not UTF-8 from here on; save it as UTF-8",
        );
        faults.into_vec()
    })
}

/// The root element of a document.
pub(crate) fn parse(text: &str, codes: &'static Codes) -> Result<Element, Vec<XmlFault>> {
    let mut faults = Faults::new(text, codes);
    match grow(text, &mut faults) {
        Some(root) if faults.none() => Ok(root),
        _ => Err(faults.into_vec()),
    }
}

fn grow(text: &str, faults: &mut Faults) -> Option<Element> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let position = reader.buffer_position() as usize;
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                faults.add(
                    faults.codes.syntax,
                    reader.error_position() as usize,
                    "",
                    format!("not well-formed XML: {error}"),
                );
                return None;
            }
        };
        let end = reader.buffer_position() as usize;
        let closed = match event {
            Event::Start(tag) => {
                if open.len() >= DEEPEST {
                    faults.add(
                        faults.codes.depth,
                        position,
                        "",
                        format!("elements are nested more than {DEEPEST} deep"),
                    );
                    return None;
                }
                open.push(element(&tag, position, faults));
                None
            }
            Event::Empty(tag) => Some(Element {
                end,
                ..element(&tag, position, faults)
            }),
            Event::End(_) => open.pop().map(|element| Element { end, ..element }),
            Event::Text(piece) => {
                add_text(
                    &mut open,
                    position,
                    &piece.xml_content(XmlVersion::Implicit1_0),
                    faults,
                );
                None
            }
            Event::CData(piece) => {
                add_text(
                    &mut open,
                    position,
                    &piece.xml_content(XmlVersion::Implicit1_0),
                    faults,
                );
                None
            }
            Event::GeneralRef(reference) => {
                match resolve(&reference) {
                    Some(replacement) => add_text(&mut open, position, &replacement, faults),
                    None => faults.add(
                        faults.codes.doctype,
                        position,
                        &reference,
                        "only the five predefined entities and characters by number are accepted",
                    ),
                }
                None
            }
            Event::DocType(_) => {
                faults.add(
                    faults.codes.doctype,
                    position,
                    "",
                    "document type definitions are refused; remove it",
                );
                return None;
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => None,
            Event::Eof => break,
        };
        if let Some(closed) = closed {
            match open.last_mut() {
                Some(parent) => parent.children.push(closed),
                None if root.is_none() => root = Some(closed),
                None => faults.add(
                    faults.codes.syntax,
                    closed.position,
                    "",
                    "a document has one root element",
                ),
            }
        }
        if faults.full() {
            return None;
        }
    }
    if let Some(unclosed) = open.last() {
        faults.add(
            faults.codes.syntax,
            unclosed.position,
            &unclosed.name,
            "the file ends before this element does",
        );
    } else if root.is_none() {
        faults.add(faults.codes.syntax, 0, "", "the file holds no XML element");
    }
    root
}

fn element(tag: &BytesStart, position: usize, faults: &mut Faults) -> Element {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let value = attribute
            .map_err(|error| error.to_string())
            .and_then(|attribute| {
                let value = attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(|error| error.to_string())?;
                Ok((attribute.key.0.to_owned(), value.trim().to_owned()))
            });
        match value {
            Ok(pair) => attributes.push(pair),
            Err(error) => faults.add(
                faults.codes.syntax,
                position,
                tag.name().0,
                format!("bad attribute: {error}"),
            ),
        }
    }
    Element {
        name: tag.name().0.to_owned(),
        position,
        attributes,
        ..Element::default()
    }
}

fn add_text(open: &mut [Element], position: usize, piece: &str, faults: &mut Faults) {
    match open.last_mut() {
        Some(element) => element.text.push_str(piece),
        None if piece
            .trim_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
            .is_empty() => {}
        None => faults.add(
            faults.codes.syntax,
            position,
            "",
            "text outside the root element",
        ),
    }
}

fn resolve(reference: &quick_xml::events::BytesRef) -> Option<Cow<'static, str>> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(Cow::Owned(character.to_string()));
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(Cow::Borrowed)
}
