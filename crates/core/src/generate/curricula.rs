//! Weekly subject tables of study directions: three graden and a seventh year, with the streams and
//! finaliteiten of Flemish secondary schools. The directions are typical, the tables our own.

use uurwerk_model::Stream::{self, A, Arbeidsmarkt, B, Doorstroom, Dubbele};

/// Hours a week per subject; `LBV` stands for whichever religion or ethics a pupil follows.
pub(super) type Table = &'static [(&'static str, u8)];

/// A study direction, or an option of the first graad, in the years that share its table.
pub(super) struct Programme {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) stream: Stream,
    pub(super) years: &'static [u8],
    pub(super) table: Table,
}

const fn programme(
    code: &'static str,
    name: &'static str,
    stream: Stream,
    years: &'static [u8],
    table: Table,
) -> Programme {
    Programme {
        code,
        name,
        stream,
        years,
        table,
    }
}

/// Every programme; those of a year and stream from the most to the least usual.
#[rustfmt::skip]
pub(super) static PROGRAMMES: &[Programme] = &[
    programme("A", "A-stroom", A, &[1], &[("LBV", 2), ("NED", 5), ("FRA", 4), ("ENG", 2), ("WIS", 5), ("NAT", 2), ("AAR", 2), ("GES", 1), ("TEC", 2), ("BEE", 2), ("MUZ", 1), ("LO", 2), ("ICT", 1), ("MAV", 1)]),
    programme("AL", "A-stroom, initiatie Latijn", A, &[1], &[("LBV", 2), ("NED", 5), ("FRA", 3), ("ENG", 2), ("WIS", 4), ("NAT", 2), ("AAR", 2), ("GES", 1), ("TEC", 2), ("BEE", 2), ("MUZ", 1), ("LO", 2), ("LAT", 4)]),
    programme("B", "B-stroom", B, &[1], &[("LBV", 2), ("NED", 5), ("FRA", 2), ("ENG", 2), ("WIS", 4), ("NAT", 2), ("MAV", 3), ("TEC", 6), ("BEE", 2), ("MUZ", 1), ("LO", 2), ("ICT", 1)]),
    programme("MTW", "moderne talen en wetenschappen", A, &[2], &[("LBV", 2), ("NED", 5), ("FRA", 4), ("ENG", 3), ("WIS", 4), ("NAT", 2), ("AAR", 1), ("GES", 2), ("TEC", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("STE", 2)]),
    programme("ECO", "economie en organisatie", A, &[2], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 2), ("WIS", 4), ("NAT", 2), ("AAR", 1), ("GES", 2), ("TEC", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("ECO", 3), ("ICT", 2)]),
    programme("STW", "STEM-wetenschappen", A, &[2], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 2), ("WIS", 5), ("NAT", 2), ("AAR", 1), ("GES", 2), ("TEC", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("STE", 4)]),
    programme("MWE", "maatschappij en welzijn", A, &[2], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 2), ("WIS", 4), ("NAT", 2), ("AAR", 1), ("GES", 2), ("TEC", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("GEZ", 3), ("PVO", 2)]),
    programme("LAT", "klassieke talen", A, &[2], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 2), ("WIS", 4), ("NAT", 2), ("AAR", 1), ("GES", 2), ("TEC", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("LAT", 5)]),
    programme("BST", "STEM-technieken", B, &[2], &[("LBV", 2), ("NED", 4), ("FRA", 2), ("ENG", 2), ("WIS", 3), ("NAT", 2), ("MAV", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("TEC", 2), ("PHO", 4), ("PME", 4)]),
    programme("BMW", "maatschappij en welzijn B", B, &[2], &[("LBV", 2), ("NED", 4), ("FRA", 2), ("ENG", 2), ("WIS", 3), ("NAT", 2), ("MAV", 2), ("LO", 2), ("BEE", 2), ("MUZ", 1), ("GEZ", 2), ("PVO", 4), ("PZO", 4)]),

    programme("ECW", "economische wetenschappen", Doorstroom, &[3, 4], &[("LBV", 2), ("NED", 4), ("FRA", 4), ("ENG", 3), ("WIS", 5), ("FYS", 1), ("CHE", 1), ("BIO", 1), ("AAR", 1), ("GES", 2), ("LO", 2), ("ECO", 4), ("INF", 1), ("KUN", 1)]),
    programme("HUW", "humane wetenschappen", Doorstroom, &[3, 4], &[("LBV", 2), ("NED", 5), ("FRA", 4), ("ENG", 3), ("WIS", 4), ("FYS", 1), ("CHE", 1), ("BIO", 1), ("AAR", 1), ("GES", 2), ("LO", 2), ("GED", 5), ("KUN", 1)]),
    programme("NTW", "natuurwetenschappen", Doorstroom, &[3, 4], &[("LBV", 2), ("NED", 4), ("FRA", 4), ("ENG", 3), ("WIS", 5), ("FYS", 2), ("CHE", 2), ("BIO", 2), ("AAR", 1), ("GES", 2), ("LO", 2), ("INF", 2), ("KUN", 1)]),
    programme("LAT", "Latijn", Doorstroom, &[3, 4], &[("LBV", 2), ("NED", 4), ("FRA", 4), ("ENG", 3), ("WIS", 5), ("FYS", 1), ("CHE", 1), ("BIO", 1), ("AAR", 1), ("GES", 2), ("LO", 2), ("LAT", 5), ("KUN", 1)]),
    programme("BEO", "bedrijf en organisatie", Dubbele, &[3, 4], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 3), ("WIS", 3), ("NAT", 2), ("AAR", 1), ("GES", 1), ("LO", 2), ("BED", 8), ("ICT", 3)]),
    programme("MWZ", "maatschappij en welzijn", Dubbele, &[3, 4], &[("LBV", 2), ("NED", 4), ("FRA", 2), ("ENG", 2), ("WIS", 3), ("NAT", 3), ("AAR", 1), ("GES", 1), ("LO", 2), ("GEZ", 6), ("GED", 2), ("BEE", 2), ("PVO", 2)]),
    programme("EMT", "elektromechanische technieken", Dubbele, &[3, 4], &[("LBV", 2), ("NED", 3), ("FRA", 2), ("ENG", 2), ("WIS", 4), ("FYS", 2), ("GES", 1), ("LO", 2), ("MEC", 4), ("ELE", 4), ("PME", 4), ("PEL", 4)]),
    programme("BVA", "beeldende vorming", Dubbele, &[3, 4], &[("LBV", 2), ("NED", 4), ("FRA", 2), ("ENG", 3), ("WIS", 3), ("NAT", 2), ("AAR", 1), ("GES", 2), ("LO", 2), ("KUN", 2), ("ATE", 8), ("ICT", 2)]),
    programme("ME", "mechanica", Arbeidsmarkt, &[3, 4], &[("LBV", 2), ("PAV", 6), ("ENG", 2), ("LO", 2), ("MEC", 4), ("PME", 12), ("ELE", 2), ("PEL", 4)]),
    programme("ZW", "zorg en welzijn", Arbeidsmarkt, &[3, 4], &[("LBV", 2), ("PAV", 6), ("FRA", 2), ("LO", 2), ("GEZ", 6), ("PZO", 8), ("PVO", 4), ("BEE", 2)]),
    programme("HO", "hout", Arbeidsmarkt, &[3, 4], &[("LBV", 2), ("PAV", 6), ("ENG", 2), ("LO", 2), ("HOU", 5), ("PHO", 14), ("ICT", 2)]),
    programme("HV", "haar- en schoonheidsverzorging", Arbeidsmarkt, &[3, 4], &[("LBV", 2), ("PAV", 6), ("FRA", 2), ("LO", 2), ("HAA", 5), ("PHA", 14), ("BEE", 2)]),
    programme("RK", "restaurant en keuken", Arbeidsmarkt, &[3, 4], &[("LBV", 2), ("PAV", 6), ("FRA", 2), ("ENG", 2), ("LO", 2), ("VOE", 4), ("PVO", 12), ("ICT", 2)]),
    programme("EL", "elektriciteit", Arbeidsmarkt, &[3, 4], &[("LBV", 2), ("PAV", 6), ("ENG", 2), ("LO", 2), ("ELE", 6), ("PEL", 14), ("ICT", 2)]),

    programme("EMO", "economie-moderne talen", Doorstroom, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 4), ("ENG", 3), ("DUI", 2), ("WIS", 3), ("ECO", 4), ("REC", 2), ("GES", 2), ("AAR", 1), ("NAT", 2), ("LO", 2), ("KUN", 1)]),
    programme("HUW", "humane wetenschappen", Doorstroom, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 4), ("ENG", 3), ("DUI", 1), ("WIS", 3), ("GED", 6), ("FIL", 2), ("GES", 2), ("AAR", 1), ("NAT", 2), ("LO", 2)]),
    programme("WEW", "wetenschappen-wiskunde", Doorstroom, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 2), ("WIS", 7), ("FYS", 3), ("CHE", 2), ("BIO", 2), ("AAR", 2), ("GES", 2), ("LO", 2), ("KUN", 1)]),
    programme("LMT", "Latijn-moderne talen", Doorstroom, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 4), ("ENG", 3), ("DUI", 2), ("LAT", 4), ("WIS", 4), ("GES", 2), ("AAR", 1), ("NAT", 2), ("LO", 2), ("KUN", 1), ("FIL", 1)]),
    programme("EWI", "economie-wiskunde", Doorstroom, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 2), ("DUI", 1), ("WIS", 6), ("ECO", 4), ("GES", 2), ("AAR", 1), ("FYS", 1), ("CHE", 1), ("BIO", 1), ("LO", 2), ("KUN", 1), ("INF", 1)]),
    programme("BOR", "bedrijfsorganisatie", Dubbele, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 3), ("ENG", 3), ("DUI", 2), ("WIS", 3), ("GES", 1), ("AAR", 1), ("LO", 2), ("BED", 8), ("ICT", 2), ("REC", 1)]),
    programme("GZO", "gezondheidszorg", Dubbele, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 2), ("ENG", 2), ("WIS", 3), ("BIO", 2), ("CHE", 2), ("GES", 1), ("AAR", 1), ("LO", 2), ("GEZ", 7), ("PZO", 4), ("GED", 2)]),
    programme("EMT", "elektromechanische technieken", Dubbele, &[5, 6], &[("LBV", 2), ("NED", 3), ("FRA", 2), ("ENG", 2), ("WIS", 4), ("FYS", 2), ("GES", 1), ("LO", 2), ("MEC", 4), ("ELE", 4), ("PME", 4), ("PEL", 4)]),
    programme("ABK", "architecturale en beeldende kunst", Dubbele, &[5, 6], &[("LBV", 2), ("NED", 4), ("FRA", 2), ("ENG", 3), ("WIS", 3), ("NAT", 1), ("AAR", 1), ("GES", 2), ("LO", 2), ("KUN", 2), ("ATE", 8), ("ICT", 2)]),
    programme("LAS", "lassen-constructie", Arbeidsmarkt, &[5, 6], &[("LBV", 2), ("PAV", 4), ("ENG", 2), ("LO", 2), ("MEC", 6), ("PME", 16)]),
    programme("ZO", "basiszorg en ondersteuning", Arbeidsmarkt, &[5, 6], &[("LBV", 2), ("PAV", 4), ("FRA", 2), ("LO", 2), ("GEZ", 8), ("PZO", 12), ("PVO", 2)]),
    programme("HO", "binnenschrijnwerk en interieur", Arbeidsmarkt, &[5, 6], &[("LBV", 2), ("PAV", 4), ("ENG", 2), ("LO", 2), ("HOU", 6), ("PHO", 14), ("ICT", 2)]),
    programme("HV", "haarverzorging", Arbeidsmarkt, &[5, 6], &[("LBV", 2), ("PAV", 4), ("FRA", 2), ("LO", 2), ("HAA", 6), ("PHA", 14), ("BEE", 2)]),
    programme("KE", "grootkeuken", Arbeidsmarkt, &[5, 6], &[("LBV", 2), ("PAV", 4), ("FRA", 2), ("ENG", 2), ("LO", 2), ("VOE", 4), ("PVO", 14), ("ICT", 2)]),
    programme("EL", "elektrische installaties", Arbeidsmarkt, &[5, 6], &[("LBV", 2), ("PAV", 4), ("ENG", 2), ("LO", 2), ("ELE", 8), ("PEL", 14)]),

    programme("KZ", "kinderbegeleider", Arbeidsmarkt, &[7], &[("LBV", 2), ("PAV", 4), ("FRA", 2), ("LO", 2), ("GEZ", 8), ("PZO", 12), ("ICT", 2)]),
    programme("PL", "pijplassen", Arbeidsmarkt, &[7], &[("LBV", 2), ("PAV", 4), ("ENG", 2), ("LO", 2), ("MEC", 6), ("PME", 14), ("ICT", 2)]),
    programme("IN", "interieurinrichting", Arbeidsmarkt, &[7], &[("LBV", 2), ("PAV", 4), ("ENG", 2), ("LO", 2), ("HOU", 6), ("PHO", 14), ("ICT", 2)]),
];

/// The programmes of a year in a stream, most usual first.
pub(super) fn offered(year: u8, stream: Stream) -> Vec<&'static Programme> {
    PROGRAMMES
        .iter()
        .filter(|p| p.stream == stream && p.years.contains(&year))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::subjects::subject_at;
    use super::*;

    #[test]
    fn every_table_is_a_legal_week_of_known_subjects() {
        for programme in PROGRAMMES {
            let hours: u8 = programme.table.iter().map(|(_, hours)| hours).sum();
            assert!(
                (31..=34).contains(&hours),
                "{} {:?}: {hours}",
                programme.code,
                programme.years
            );
            let lbv = programme.table.iter().find(|(id, _)| *id == "LBV");
            assert_eq!(lbv, Some(&("LBV", 2)), "{}", programme.code);
            for (id, _) in programme.table.iter().filter(|(id, _)| *id != "LBV") {
                assert!(subject_at(id).is_some(), "{id}");
            }
        }
    }

    #[test]
    fn every_year_has_every_stream() {
        for year in 1..=2 {
            assert!(!offered(year, A).is_empty() && !offered(year, B).is_empty());
        }
        for year in 3..=6 {
            for stream in [Doorstroom, Dubbele, Arbeidsmarkt] {
                assert!(offered(year, stream).len() >= 4, "{year} {stream:?}");
            }
        }
        assert!(!offered(7, Arbeidsmarkt).is_empty());
    }
}
