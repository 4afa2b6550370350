package import Glibc

/// When a file was changed, in nanoseconds since 1970.
///
/// Read here because this target imports no C library: in the others the compiler holds the members
/// of `timespec` for those of whichever library includes `time.h` first.
extension stat {
    /// When its content was changed.
    package var modifiedNanoseconds: Int64 { Self.nanoseconds(st_mtim) }

    /// When its content, name, owner or mode was changed.
    package var changedNanoseconds: Int64 { Self.nanoseconds(st_ctim) }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
