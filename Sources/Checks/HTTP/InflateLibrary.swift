import CLibZ

/// The system's zlib, loaded with the first answer that is compressed.
package final class InflateLibrary: Sendable {
    let functions: clibz

    /// Nil where this machine has none.
    package static let shared = InflateLibrary()

    private init?() {
        var found = clibz()
        guard clibz_load(&found) == 1 else { return nil }
        functions = found
    }
}
