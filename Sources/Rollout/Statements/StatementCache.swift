import CanonicalJSON

/// What statements that are read one after the other have in common, so that it is made once.
///
/// Belongs to one reading, and one thread.
package final class StatementCache {
    let texts = TextCache()
    private var scopeBytes: [UInt8] = []
    private var scope = Scope()

    package init() {}

    /// Reads a scope; the one before it is given again where the bytes are the same.
    func scope(_ reader: inout CanonicalReader) throws(CanonicalFormatError) -> Scope {
        if !scopeBytes.isEmpty, reader.pass(scopeBytes) { return scope }
        let start = reader.position
        let scope = try Scope(&reader)
        scopeBytes = reader.bytes(from: start)
        self.scope = scope
        return scope
    }
}
