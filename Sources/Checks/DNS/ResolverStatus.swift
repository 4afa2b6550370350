import CLibCAres

/// The statuses of c-ares that mean something for a lookup.
enum ResolverStatus {
    static let noData = ARES_ENODATA.status
    static let noSuchName = ARES_ENOTFOUND.status
    static let badResponse = ARES_EBADRESP.status
    static let cancelled = ARES_ECANCELLED.status
    static let destroyed = ARES_EDESTRUCTION.status
}

extension BinaryInteger {
    /// A status as the functions of c-ares return it; the importer gives the macros other types.
    var status: Int32 { Int32(truncatingIfNeeded: self) }
}
