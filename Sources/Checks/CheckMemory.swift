import CLibMalloc

/// Has the C library keep the memory that checks give back.
///
/// A handshake takes and gives back some hundred kilobytes, and each change of a heap's size is a call
/// of the system; they were a twentieth of the time of a run of handshakes.
enum CheckMemory {
    /// Done once, whoever asks first.
    static let keep: Void = clibmalloc_keep_memory(4 << 20)
}
