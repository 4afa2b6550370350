import Checks
import Fuzzing

/// What comes of a body whose parts end at every so many bytes.
private struct Reading: Equatable {
    /// The most that is taken of one body: more is a bomb.
    static let most = 1 << 20

    var text: [UInt8] = []
    var isOfCoding = true
    var isWhole = false

    init(_ body: some Collection<UInt8>, _ coding: ContentDecoder.Coding, partsOf size: Int) {
        guard let library = InflateLibrary.shared else { fatalError("zlib is missing") }
        let decoder = ContentDecoder(coding, library)
        var rest = body[...]
        while !rest.isEmpty, isOfCoding, text.count <= Self.most {
            isOfCoding = decoder.read(Array(rest.prefix(size))) { piece in
                text += piece
                return text.count <= Self.most
            }
            rest = rest.dropFirst(size)
        }
        isWhole = decoder.isWhole
    }
}

/// RFC 1952 section 8.
private func checksum(_ text: some Sequence<UInt8>) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in text {
        sum ^= UInt32(byte)
        for _ in 0..<8 {
            let isOdd = sum & 1 == 1
            sum >>= 1
            if isOdd { sum ^= 0xedb8_8320 }
        }
    }
    return ~sum
}

/// A text as one stream of gzip whose block is stored as it is (RFC 1951 section 3.2.4).
private func stored(_ text: some Collection<UInt8>) -> [UInt8] {
    func little(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let count = UInt32(text.count)
    var stream: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 1]
    stream += little(count, 2)
    stream += little(~count, 2)
    stream += text
    stream += little(checksum(text), 4)
    stream += little(count, 4)
    return stream
}

// Compressed bodies: where their parts end makes no difference, a bomb is bounded, and what was cut
// or changed is never whole.
fuzz { bytes in
    guard bytes.count > 2 else { return }
    let coding = ContentDecoder.Coding.allCases[
        Int(bytes[0]) % ContentDecoder.Coding.allCases.count]
    let size = Int(bytes[1] % 64) + 1
    let body = Array(bytes.dropFirst(2))
    let atOnce = Reading(body, coding, partsOf: .max)
    let inParts = Reading(body, coding, partsOf: size)
    precondition(atOnce.text.count <= Reading.most + 1 << 14)
    // One that is a bomb is given up at some part.
    if atOnce.text.count <= Reading.most { precondition(atOnce == inParts) }

    let text = bytes.dropFirst(2).prefix(512)
    let stream = stored(text)
    let whole = Reading(stream, .gzip, partsOf: size)
    precondition(whole.isOfCoding && whole.isWhole && whole.text == Array(text))
    let twice = Reading(stream + stream, .gzip, partsOf: size)
    precondition(twice.isWhole && twice.text == Array(text) + Array(text))
    let cut = Int(bytes[0]) * stream.count / 256
    precondition(cut == 0 || !Reading(stream.prefix(cut), .gzip, partsOf: size).isWhole)
    // A bit of what is stored, of its checksum or of its length.
    var changed = stream
    let place = 15 + Int(bytes[1]) * (stream.count - 15) / 256
    changed[place] ^= 1 << (bytes[0] & 7)
    let other = Reading(changed, .gzip, partsOf: size)
    precondition(!(other.isOfCoding && other.isWhole))
}
