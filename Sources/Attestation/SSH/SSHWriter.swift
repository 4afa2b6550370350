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

    /// A number that is not negative, in the least bytes that it takes.
    mutating func magnitude(_ number: some Sequence<UInt8>) {
        let digits = Array(number.drop { $0 == 0 })
        let sign: [UInt8] = (digits.first ?? 0) >= 0x80 ? [0] : []
        string(sign + digits)
    }
}
