//! Names of people and schools as they are met in Flanders; any likeness to a person is chance.

use std::collections::BTreeSet;

use uurwerk_model::TeacherId;

use super::dice::Dice;

#[rustfmt::skip]
static FIRST: &[&str] = &[
    "An", "Annelies", "Arne", "Bart", "Bram", "Brecht", "Carine", "Caroline", "Charlotte", "Christophe", "Daan", "David", "Dirk",
    "Eline", "Ellen", "Els", "Emma", "Evelien", "Fatima", "Filip", "Frederik", "Geert", "Gert", "Griet", "Hanne", "Hans", "Hilde",
    "Ilse", "Inge", "Isabelle", "Jan", "Jasper", "Jelle", "Jeroen", "Johan", "Joke", "Jonas", "Joris", "Karel", "Karen", "Karim",
    "Katrien", "Kim", "Koen", "Kristof", "Kurt", "Laura", "Leen", "Lien", "Lies", "Lieve", "Lisa", "Lotte", "Luc", "Maarten",
    "Marc", "Marie", "Marijke", "Marleen", "Matthias", "Mieke", "Mohamed", "Nathalie", "Nele", "Nick", "Niels", "Patrick", "Pieter",
    "Ruben", "Sara", "Sarah", "Silke", "Simon", "Sofie", "Stefan", "Steven", "Stijn", "Tim", "Tine", "Tinne", "Tom", "Veerle",
    "Wim", "Wouter", "Yasmina", "Yves",
];

#[rustfmt::skip]
static LAST: &[&str] = &[
    "Aerts", "Baert", "Bakkali", "Beckers", "Bogaert", "Bogaerts", "Bosmans", "Callens", "Ceulemans", "Claes", "Claeys", "Coppens",
    "Cools", "Cornelis", "De Backer", "De Baets", "De Bruyn", "De Clercq", "De Cock", "De Graeve", "De Groote", "De Jonghe",
    "De Meyer", "De Pauw", "De Ridder", "De Smet", "De Vos", "De Wilde", "De Winter", "Declercq", "Demir", "Denys", "Deprez",
    "Desmet", "Dewulf", "Dierickx", "Dumont", "El Amrani", "Engelen", "Everaert", "Franssen", "Geerts", "Gielen", "Goossens",
    "Govaerts", "Hendrickx", "Hermans", "Heylen", "Huybrechts", "Jacobs", "Jansen", "Janssens", "Kaya", "Lambrecht", "Lauwers",
    "Leemans", "Lemmens", "Lenaerts", "Lievens", "Maes", "Martens", "Mertens", "Michiels", "Moens", "Moons", "Nijs", "Nys",
    "Peeters", "Peters", "Pauwels", "Roels", "Saelens", "Schepers", "Segers", "Simons", "Smets", "Smeets", "Stevens", "Temmerman",
    "Thijs", "Thys", "Timmermans", "Van Acker", "Van Damme", "Van de Velde", "Van den Bossche", "Van den Broeck", "Van Dyck",
    "Van Hecke", "Van Hoof", "Vandamme", "Vandenberghe", "Vandeputte", "Verbeke", "Verbruggen", "Vercammen", "Verhaegen",
    "Verheyen", "Verhoeven", "Verlinden", "Vermeersch", "Vermeulen", "Verstraete", "Vos", "Willems", "Wouters", "Wuyts", "Yilmaz",
];

#[rustfmt::skip]
static PLACES: &[&str] = &[
    "de Leie", "de Dender", "de Nete", "de Demer", "de Dijle", "de Rupel", "het Pajottenland", "de Kempen", "het Meetjesland",
    "de Polder", "het Waasland", "Haspengouw", "het Hageland", "de Schelde",
];

/// The name of the school.
pub(super) fn school_name(dice: &mut Dice, first_graad_only: FirstGraadOnly) -> String {
    let place = dice.pick(PLACES).copied().unwrap_or("de Leie");
    match first_graad_only {
        FirstGraadOnly::Yes => format!("Middenschool {place}"),
        FirstGraadOnly::No => format!("Scholencampus {place}"),
    }
}

/// Whether a school stops after the second year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FirstGraadOnly {
    Yes,
    No,
}

/// `count` different people, each with the abbreviation that stands on timetables.
pub(super) fn people(dice: &mut Dice, count: usize) -> Vec<(TeacherId, String)> {
    let mut pairs: Vec<(&str, &str)> = LAST
        .iter()
        .flat_map(|last| FIRST.iter().map(move |first| (*first, *last)))
        .collect();
    dice.shuffle(&mut pairs);
    let mut taken = BTreeSet::new();
    let people = pairs.into_iter().take(count).map(|(first, last)| {
        let id = abbreviation(first, last, &mut taken);
        (TeacherId(id), format!("{first} {last}"))
    });
    people.collect()
}

/// Three letters of the surname and one of the first name, numbered from the second of its kind.
fn abbreviation(first: &str, last: &str, taken: &mut BTreeSet<String>) -> String {
    let letters = last.chars().filter(|c| c.is_alphabetic()).take(3);
    let stem: String = letters.chain(first.chars().take(1)).collect();
    let stem = stem.to_uppercase();
    let mut id = stem.clone();
    let mut number = 1;
    while !taken.insert(id.clone()) {
        number += 1;
        id = format!("{stem}{number}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_hundred_people_are_all_different() {
        let people = people(&mut Dice::of(1, "names"), 400);
        let ids: BTreeSet<_> = people.iter().map(|(id, _)| id).collect();
        let names: BTreeSet<_> = people.iter().map(|(_, name)| name).collect();
        assert_eq!((people.len(), ids.len(), names.len()), (400, 400, 400));
    }
}
