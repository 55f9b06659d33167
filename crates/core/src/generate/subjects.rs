//! The subjects that generated schools teach: type in law (AV, TV, PV, KV, LBV), the room they need,
//! the blocks they are given in, and the family whose teachers form a vakgroep.

use uurwerk_model::SubjectKind::{self, Art, General, Practical, Religion, Technical};

/// How the hours of a subject fall apart into blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Blocks {
    /// Single periods.
    Single,
    /// One double period when there are four hours or more, the rest single.
    OneDouble,
    /// Double periods, with a single one for an odd hour.
    Doubles,
    /// Half-days of four periods, then doubles: a workshop that takes time to set up.
    HalfDays,
}

/// Subjects whose teachers belong together, in the order in which a teacher's second subject is
/// usually found: neighbours are believable combinations.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Religion,
    Behaviour,
    Society,
    History,
    Latin,
    Dutch,
    German,
    English,
    French,
    Arts,
    Sport,
    Geography,
    Science,
    Mathematics,
    Computing,
    Business,
    Technology,
    Metal,
    Electricity,
    Wood,
    Hair,
    Food,
    Care,
}

impl Family {
    /// The name of the vakgroep.
    pub(super) fn team(self) -> &'static str {
        match self {
            Self::Religion => "levensbeschouwing",
            Self::Behaviour => "gedragswetenschappen",
            Self::Society => "project algemene vakken",
            Self::History => "geschiedenis",
            Self::Latin => "klassieke talen",
            Self::Dutch => "Nederlands",
            Self::German => "Duits",
            Self::English => "Engels",
            Self::French => "Frans",
            Self::Arts => "kunst en muziek",
            Self::Sport => "lichamelijke opvoeding",
            Self::Geography => "aardrijkskunde",
            Self::Science => "wetenschappen",
            Self::Mathematics => "wiskunde",
            Self::Computing => "informatica",
            Self::Business => "economie",
            Self::Technology => "techniek",
            Self::Metal => "mechanica",
            Self::Electricity => "elektriciteit",
            Self::Wood => "hout",
            Self::Hair => "haarzorg",
            Self::Food => "voeding",
            Self::Care => "zorg en welzijn",
        }
    }
}

/// One subject.
pub(super) struct SubjectRow {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: SubjectKind,
    pub(super) room: &'static str,
    pub(super) blocks: Blocks,
    pub(super) family: Family,
}

const fn row(
    id: &'static str,
    name: &'static str,
    kind: SubjectKind,
    room: &'static str,
    blocks: Blocks,
    family: Family,
) -> SubjectRow {
    SubjectRow {
        id,
        name,
        kind,
        room,
        blocks,
        family,
    }
}

use Blocks::{Doubles, HalfDays, OneDouble, Single};

/// Every subject, family by family.
#[rustfmt::skip]
pub(super) static SUBJECTS: &[SubjectRow] = &[
    row("RKG", "rooms-katholieke godsdienst", Religion, "classroom", Single, Family::Religion),
    row("NCZ", "niet-confessionele zedenleer", Religion, "classroom", Single, Family::Religion),
    row("ISL", "islamitische godsdienst", Religion, "classroom", Single, Family::Religion),
    row("PRG", "protestants-evangelische godsdienst", Religion, "classroom", Single, Family::Religion),
    row("ORG", "orthodoxe godsdienst", Religion, "classroom", Single, Family::Religion),
    row("GED", "gedragswetenschappen", General, "classroom", Single, Family::Behaviour),
    row("FIL", "filosofie", General, "classroom", Single, Family::Behaviour),
    row("MAV", "maatschappelijke vorming", General, "classroom", Single, Family::Society),
    row("PAV", "project algemene vakken", General, "classroom", OneDouble, Family::Society),
    row("GES", "geschiedenis", General, "classroom", Single, Family::History),
    row("LAT", "Latijn", General, "classroom", Single, Family::Latin),
    row("NED", "Nederlands", General, "classroom", OneDouble, Family::Dutch),
    row("DUI", "Duits", General, "classroom", Single, Family::German),
    row("ENG", "Engels", General, "classroom", Single, Family::English),
    row("FRA", "Frans", General, "classroom", Single, Family::French),
    row("KUN", "kunstbeschouwing", General, "classroom", Single, Family::Arts),
    row("MUZ", "muziek", General, "music", Single, Family::Arts),
    row("BEE", "beeldende vorming", General, "art", Doubles, Family::Arts),
    row("ATE", "beeldend atelier", Art, "art", Doubles, Family::Arts),
    row("LO", "lichamelijke opvoeding", General, "gym", Doubles, Family::Sport),
    row("AAR", "aardrijkskunde", General, "classroom", Single, Family::Geography),
    row("NAT", "natuurwetenschappen", General, "lab", Single, Family::Science),
    row("BIO", "biologie", General, "lab", Single, Family::Science),
    row("CHE", "chemie", General, "lab", Single, Family::Science),
    row("FYS", "fysica", General, "lab", Single, Family::Science),
    row("STE", "STEM-project", Technical, "lab", Doubles, Family::Science),
    row("WIS", "wiskunde", General, "classroom", OneDouble, Family::Mathematics),
    row("INF", "informaticawetenschappen", General, "ict", Doubles, Family::Computing),
    row("ICT", "toegepaste informatica", Technical, "ict", Doubles, Family::Computing),
    row("ECO", "economie", General, "classroom", OneDouble, Family::Business),
    row("REC", "recht", General, "classroom", Single, Family::Business),
    row("BED", "bedrijfsbeheer", Technical, "ict", Doubles, Family::Business),
    row("TEC", "techniek", Technical, "workshop-technology", Doubles, Family::Technology),
    row("MEC", "mechanica", Technical, "classroom", Doubles, Family::Metal),
    row("PME", "praktijk mechanica", Practical, "workshop-metal", HalfDays, Family::Metal),
    row("ELE", "elektriciteit", Technical, "classroom", Doubles, Family::Electricity),
    row("PEL", "praktijk elektriciteit", Practical, "workshop-electricity", HalfDays, Family::Electricity),
    row("HOU", "houttechnieken", Technical, "classroom", Doubles, Family::Wood),
    row("PHO", "praktijk hout", Practical, "workshop-wood", HalfDays, Family::Wood),
    row("HAA", "haartooi", Technical, "classroom", Doubles, Family::Hair),
    row("PHA", "praktijk haartooi", Practical, "salon", HalfDays, Family::Hair),
    row("VOE", "voedingsleer", Technical, "classroom", Doubles, Family::Food),
    row("PVO", "praktijk keuken", Practical, "kitchen", HalfDays, Family::Food),
    row("GEZ", "gezondheid en welzijn", Technical, "classroom", Doubles, Family::Care),
    row("PZO", "praktijk zorg", Practical, "care", HalfDays, Family::Care),
];

/// The position of a subject in [`SUBJECTS`].
pub(super) fn subject_at(id: &str) -> Option<usize> {
    SUBJECTS.iter().position(|row| row.id == id)
}

impl SubjectRow {
    /// The blocks in which `hours` of it are given.
    pub(super) fn block_lengths(&self, hours: u8) -> Vec<u8> {
        let mut lengths = Vec::new();
        let mut left = hours;
        let mut take = |length: u8, most: u8| {
            let mut taken = 0;
            while left >= length && taken < most {
                lengths.push(length);
                left -= length;
                taken += 1;
            }
        };
        match self.blocks {
            Single => {}
            OneDouble if hours >= 4 => take(2, 1),
            OneDouble => {}
            Doubles => take(2, hours),
            HalfDays => {
                take(4, hours);
                take(2, hours);
            }
        }
        take(1, hours);
        // The short blocks first: a co-teacher of one hour attends the first block.
        lengths.sort_unstable();
        lengths
    }

    /// The hours as lessons that can each have a teacher of their own: long practice is shared.
    pub(super) fn portions(&self, hours: u8) -> Vec<u8> {
        const LONGEST: u8 = 6;
        if self.kind != Practical || hours <= LONGEST {
            return vec![hours];
        }
        let count = hours.div_ceil(LONGEST);
        let doubles = hours / 2;
        (0..count)
            .map(|at| 2 * (doubles / count + u8::from(at < doubles % count)))
            .chain((hours % 2 == 1).then_some(1))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(id: &str) -> &'static SubjectRow {
        &SUBJECTS[subject_at(id).expect("a subject of the table")]
    }

    #[test]
    fn blocks_and_portions_add_up() {
        assert_eq!(find("NED").block_lengths(5), [1, 1, 1, 2]);
        assert_eq!(find("LO").block_lengths(3), [1, 2]);
        assert_eq!(find("PME").block_lengths(6), [2, 4]);
        assert_eq!(find("PME").portions(14), [6, 4, 4]);
        assert_eq!(find("PHO").portions(15), [6, 4, 4, 1]);
        for row in SUBJECTS {
            for hours in 1..=20 {
                assert_eq!(row.block_lengths(hours).iter().sum::<u8>(), hours);
                assert_eq!(row.portions(hours).iter().sum::<u8>(), hours);
            }
        }
    }
}
