/// Writes the wire format of SSH (RFC 4251 section 5).
struct SSHWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func raw(_ part: some Sequence<UInt8>) { bytes.append(contentsOf: part) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func number32(_ number: UInt32) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// The length, then the bytes; there are fewer than 2 to the power of 32.
    mutating func string(_ part: some Collection<UInt8>) {
        number32(UInt32(part.count))
        bytes.append(contentsOf: part)
    }
}
