//! Compressed rows: a list of short lists in two flat arrays.

/// For each row, a slice of items.
#[derive(Clone, Debug)]
pub(crate) struct Csr<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Csr<T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<T> Csr<T> {
    /// Rows from their items in any order of rows; the order within a row is kept.
    pub fn new(rows: Vec<Vec<T>>) -> Self {
        let mut ends = vec![0];
        let mut items = Vec::with_capacity(rows.iter().map(Vec::len).sum());
        for row in rows {
            items.extend(row);
            ends.push(items.len() as u32);
        }
        Self { ends, items }
    }

    /// The items of a row.
    #[inline]
    pub fn row(&self, row: usize) -> &[T] {
        &self.items[self.range(row)]
    }

    /// Where the row's items stand among all items.
    #[inline]
    pub fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.ends[row] as usize..self.ends[row + 1] as usize
    }

    /// All items.
    #[inline]
    pub fn items(&self) -> &[T] {
        &self.items
    }
}
