import CLibMalloc

/// Has the C library keep the memory that work gives back.
///
/// A handshake, or the reading of a checklist, takes and gives back some hundred kilobytes, and each
/// change of a heap's size is a call of the system; they were a twentieth of the time of either. It is
/// for a program that ends soon: what runs for months gives its memory back.
enum HeapMemory {
    /// 64 MiB are what the heap of a thread may come to, so that it is made writable once and not page
    /// by page; what is not written to takes no memory where the system promises more than it has,
    /// which is the usual setting.
    static func keep() { clibmalloc_keep_memory(64 << 20) }
}
