import CLibMalloc

/// Has the C library keep the memory that work gives back.
///
/// A handshake, or the reading of a checklist, takes and gives back some hundred kilobytes, and each
/// change of a heap's size is a call of the system; they were a twentieth of the time of either.
package enum HeapMemory {
    /// Done once, whoever asks first.
    ///
    /// 64 MiB are what the heap of a thread may come to, so that it is made writable once and not page
    /// by page; what is not written to takes no memory.
    package static let keep: Void = clibmalloc_keep_memory(64 << 20)
}
