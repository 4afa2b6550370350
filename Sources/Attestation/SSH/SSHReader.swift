import Rollout

/// Reads the wire format of SSH (RFC 4251 section 5), in which a length stands before bytes.
///
/// Each mistake names the part that is read.
struct SSHReader {
    private let part: SignatureMistake.Part
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>, _ part: SignatureMistake.Part) {
        self.part = part
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes the next bytes, whatever they are.
    mutating func take(_ count: Int) throws(SignatureFault) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .malformed(.cutOff(part)) }
        let taken = rest.prefix(count)
        rest = rest.dropFirst(count)
        return taken
    }

    mutating func byte() throws(SignatureFault) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .malformed(.cutOff(part)) }
        return byte
    }

    mutating func number32() throws(SignatureFault) -> UInt32 {
        try take(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func number64() throws(SignatureFault) -> UInt64 {
        try take(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A run of bytes behind its length.
    mutating func string() throws(SignatureFault) -> ArraySlice<UInt8> {
        try take(Int(number32()))
    }

    /// A string that is UTF-8 without NUL.
    mutating func text() throws(SignatureFault) -> String { try text(try string()) }

    /// All that is left, which is UTF-8 without NUL.
    mutating func remainingText() throws(SignatureFault) -> String {
        try text(try take(rest.count))
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(SignatureFault) -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformed(.notText(part))
        }
        return text
    }

    /// The bytes of a number that is not negative, without zeros before them.
    mutating func magnitude() throws(SignatureFault) -> ArraySlice<UInt8> {
        let bytes = try string()
        guard let first = bytes.first else { return bytes }
        // A zero byte stands before a number whose highest bit is set, and nowhere else.
        let second = bytes.dropFirst().first ?? 0
        guard first < 0x80, first != 0 || second >= 0x80 else {
            throw .malformed(.numberNotMinimal(part))
        }
        return first == 0 ? bytes.dropFirst() : bytes
    }

    /// Nothing may follow.
    func end() throws(SignatureFault) {
        guard rest.isEmpty else { throw .malformed(.bytesAfter(part)) }
    }
}
