//! Groups: the names of the lessons of a coupling, and the parts of classes that sit in them.

use uurwerk_model::{
    Class, Group, LessonId, LinkId, Part, PartId, PartRef, Partition, PartitionId,
};

use super::coupling::Strand;

/// A lesson number with its groups of pupils.
pub(super) struct Coupling<'a> {
    pub number: u32,
    pub hours: u8,
    pub strands: &'a [Strand],
    /// What keeps several groups at the same time.
    pub link: Option<LinkId>,
}

impl<'a> Coupling<'a> {
    pub fn new(number: u32, hours: u8, strands: &'a [Strand]) -> Self {
        Self {
            number,
            hours,
            strands,
            link: (strands.len() > 1).then(|| LinkId::from(number.to_string())),
        }
    }

    /// The id of the lesson of a group.
    pub fn id(&self, at: usize) -> LessonId {
        match self.link {
            None => LessonId::from(self.number.to_string()),
            Some(_) => LessonId::from(format!("{}.{}", self.number, at + 1)),
        }
    }

    /// Who sits in a group: classes, or the parts of classes that sit in several groups.
    pub fn groups(&self, at: usize) -> Vec<Group> {
        let group = |class: &String| Group {
            class: class.as_str().into(),
            part: (self.strands_of(class).len() > 1).then(|| PartRef {
                partition: self.partition(),
                part: PartId::from((at + 1).to_string()),
            }),
        };
        self.strands[at].classes.iter().map(group).collect()
    }

    /// Divides every class that sits in several groups.
    pub fn divide(&self, classes: &mut [Class]) {
        for class in classes {
            let strands = self.strands_of(class.id.as_str());
            if strands.len() < 2 {
                continue;
            }
            let counts: Vec<u32> = strands
                .iter()
                .map(|at| counted(&self.strands[*at], class.id.as_str()))
                .collect();
            // Where rows count pupils twice, nobody knows how many sit in each part.
            let known = counts.iter().all(|c| *c > 0)
                && counts.iter().sum::<u32>() <= u32::from(class.pupils);
            let parts = strands.iter().zip(&counts).map(|(at, count)| Part {
                id: PartId::from((at + 1).to_string()),
                pupils: known.then_some(*count as u16),
            });
            class.partitions.push(Partition {
                id: self.partition(),
                parts: parts.collect(),
            });
        }
    }

    fn partition(&self) -> PartitionId {
        PartitionId::from(format!("u{}", self.number))
    }

    /// The groups in which a class sits.
    fn strands_of(&self, class: &str) -> Vec<usize> {
        let sits = |at: &usize| self.strands[*at].classes.iter().any(|c| c == class);
        (0..self.strands.len()).filter(sits).collect()
    }
}

/// Pupils of a class that the rows of a group count.
fn counted(strand: &Strand, class: &str) -> u32 {
    let rows = strand.teachers.iter();
    rows.filter_map(|t| t.pupils.get(class))
        .map(|p| u32::from(*p))
        .sum()
}
