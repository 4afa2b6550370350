import CLibPQ

/// The rows of an answer, in the binary form.
final class PostgresResult {
    private let result: OpaquePointer

    /// Owns the result from now on.
    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }

    /// The bytes of a column, which last as long as the result; nil for NULL.
    func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        guard PQgetisnull(result, CInt(row), CInt(column)) == 0,
            let start = PQgetvalue(result, CInt(row), CInt(column))
        else { return nil }
        return UnsafeRawBufferPointer(
            start: start, count: Int(PQgetlength(result, CInt(row), CInt(column))))
    }

    /// A number; nil for NULL, and for something else.
    func integer(_ row: Int, _ column: Int) -> Int? {
        guard let bytes = bytes(row, column) else { return nil }
        switch bytes.count {
        case 8: return Int(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case 4: return Int(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case 2: return Int(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        default: return nil
        }
    }

    /// A text; nil for NULL, and for what is none.
    func text(_ row: Int, _ column: Int) -> String? {
        bytes(row, column).flatMap { String(validating: $0, as: UTF8.self) }
    }

    func isTrue(_ row: Int, _ column: Int) -> Bool {
        guard let bytes = bytes(row, column) else { return false }
        return bytes.count == 1 && bytes[0] == 1
    }
}
