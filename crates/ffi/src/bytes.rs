//! Memory that crosses the border, with its length.

/// Bytes that the library made; UTF-8, not terminated by zero.
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
        if bytes.is_empty() {
            return Self::default();
        }
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

/// Gives back what a call wrote; does nothing for null or for what was given back already.
///
/// # Safety
/// `bytes` must be null or point to what a call of this library wrote, unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_bytes_free(bytes: *mut UurwerkBytes) {
    // SAFETY: the caller promises that it is null or valid.
    if let Some(bytes) = unsafe { bytes.as_mut() } {
        // SAFETY: the caller promises that this library wrote it; it is emptied so twice does no harm.
        unsafe { std::mem::take(bytes).free() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_out_and_come_back_once() {
        let mut bytes = UurwerkBytes::from_vec(b"abc".to_vec());
        // SAFETY: three bytes that were just made.
        let borrowed = unsafe { borrow(bytes.data, bytes.length) };
        assert_eq!(borrowed, Some(&b"abc"[..]));
        for _ in 0..2 {
            // SAFETY: made here, and emptied by the first call.
            unsafe { uurwerk_bytes_free(&mut bytes) };
            assert!(bytes.data.is_null() && bytes.length == 0);
        }
        assert!(UurwerkBytes::from_vec(Vec::new()).data.is_null());
    }

    #[test]
    fn a_length_that_cannot_be_is_no_slice() {
        let byte = 7;
        // SAFETY: refused before anything is read.
        assert_eq!(unsafe { borrow(&raw const byte, usize::MAX) }, None);
        // SAFETY: null is allowed.
        assert_eq!(unsafe { borrow(std::ptr::null(), 3) }, None);
    }
}
