import Crypto

/// The SHA-256 of some bytes, as `sha256:` and 64 hexadecimal digits.
package struct ContentDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    package let hex: String

    /// The digest of the bytes.
    package init(of bytes: some Sequence<UInt8>) {
        var hasher = Hasher()
        hasher.add(bytes)
        self = hasher.digest
    }

    private init(hex: String) {
        self.hex = hex
    }

    /// Makes the digest of bytes that come in pieces.
    package struct Hasher {
        private var state = SHA256()

        package init() {}

        /// Takes the next bytes in.
        package mutating func add(_ bytes: some Sequence<UInt8>) {
            let isDone: Void? = bytes.withContiguousStorageIfAvailable {
                state.update(bufferPointer: UnsafeRawBufferPointer($0))
            }
            if isDone == nil { state.update(data: Array(bytes)) }
        }

        /// The digest of all bytes so far.
        package var digest: ContentDigest {
            ContentDigest(hex: ContentDigest.hex(state.finalize()))
        }
    }

    /// Reads `sha256:` and 64 lower-case hexadecimal digits; nil for anything else.
    package init?(_ text: String) {
        guard text.hasPrefix("sha256:") else { return nil }
        let digits = text.dropFirst(7)
        guard digits.utf8.count == 64,
            digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        hex = String(digits)
    }

    package static func < (left: ContentDigest, right: ContentDigest) -> Bool {
        left.hex < right.hex
    }

    package var description: String { "sha256:\(hex)" }

    /// The first twelve digits, for people.
    package var short: String { String(hex.prefix(12)) }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
