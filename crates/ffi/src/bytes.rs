//! Memory that crosses the border, with its length.

/// Bytes that the library made; JSON in UTF-8, not terminated by zero.
#[repr(C)]
#[derive(Debug)]
pub struct UurwerkBytes {
    /// The first byte; null when there are none.
    pub data: *mut u8,
    /// How many.
    pub length: usize,
}

impl Default for UurwerkBytes {
    fn default() -> Self {
        Self {
            data: std::ptr::null_mut(),
            length: 0,
        }
    }
}

impl UurwerkBytes {
    /// Hands bytes over to the caller.
    pub(crate) fn from_vec(bytes: Vec<u8>) -> Self {
        let slice = Box::leak(bytes.into_boxed_slice());
        Self {
            data: slice.as_mut_ptr(),
            length: slice.len(),
        }
    }

    /// Takes bytes back and frees them.
    ///
    /// # Safety
    /// They must come from [`Self::from_vec`], or be null.
    pub(crate) unsafe fn free(self) {
        if !self.data.is_null() {
            let slice = std::ptr::slice_from_raw_parts_mut(self.data, self.length);
            // SAFETY: `from_vec` leaked exactly this box.
            drop(unsafe { Box::from_raw(slice) });
        }
    }
}

/// The caller's bytes; `None` for null.
///
/// # Safety
/// `data` must be null, or readable for `length` bytes during `'a`.
pub(crate) unsafe fn borrow<'a>(data: *const u8, length: usize) -> Option<&'a [u8]> {
    // A length beyond isize::MAX cannot be real and would be undefined as a slice.
    let real = !data.is_null() && isize::try_from(length).is_ok();
    // SAFETY: not null, of a possible length, and the caller promises that it is readable.
    real.then(|| unsafe { std::slice::from_raw_parts(data, length) })
}
