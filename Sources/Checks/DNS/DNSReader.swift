/// Reads the parts of a DNS message one after the other; nil where the bytes end or make no sense.
struct DNSReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Nothing is left.
    var isAtEnd: Bool { position == bytes.count }

    /// Goes on by some bytes; false where there are not so many.
    mutating func skip(_ count: Int) -> Bool {
        guard bytes.count - position >= count else { return false }
        position += count
        return true
    }

    mutating func number16() -> UInt16? {
        guard bytes.count - position >= 2 else { return nil }
        defer { position += 2 }
        return UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
    }

    mutating func number32() -> UInt32? {
        guard let high = number16(), let low = number16() else { return nil }
        return UInt32(high) << 16 | UInt32(low)
    }

    /// A name without its final dot, `.` for the root.
    ///
    /// Bytes that are not usual in names are written as `\DDD` (RFC 1035, 5.1).
    mutating func name() -> String? {
        var text: [UInt8] = []
        var place = position
        var end: Int?
        // Every jump must lead further back, so that a name that points to itself ends.
        var lowest = position
        while place < bytes.count {
            let length = Int(bytes[place])
            switch length >> 6 {
            case 0 where length == 0:
                position = end ?? place + 1
                return text.isEmpty ? "." : String(decoding: text, as: UTF8.self)
            case 0:
                guard place + 1 + length <= bytes.count, text.count + length <= 1024 else {
                    return nil
                }
                if !text.isEmpty { text.append(UInt8(ascii: ".")) }
                for byte in bytes[(place + 1)...(place + length)] { Self.append(byte, to: &text) }
                place += 1 + length
            case 3:
                guard place + 1 < bytes.count else { return nil }
                let target = (length & 0x3F) << 8 | Int(bytes[place + 1])
                guard target < lowest else { return nil }
                end = end ?? place + 2
                lowest = target
                place = target
            default:
                return nil
            }
        }
        return nil
    }

    private static func append(_ byte: UInt8, to text: inout [UInt8]) {
        let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: ".")
        guard !isPlain || byte == UInt8(ascii: "\\") else {
            text.append(byte)
            return
        }
        text.append(UInt8(ascii: "\\"))
        for divisor: UInt8 in [100, 10, 1] { text.append(48 + byte / divisor % 10) }
    }

    /// A record of the Internet with its data as people write it; nil for one of another class too,
    /// which answers nothing that is asked here.
    mutating func record() -> DNSMessage.Record? {
        guard let name = name(), let number = number16(), number16() == 1, let ttl = number32(),
            let length = number16(), position + Int(length) <= bytes.count
        else { return nil }
        let end = position + Int(length)
        let type = DNSRecordType.allCases.first { $0.number == number }
        guard let written = data(of: type, to: end) else { return nil }
        // Names inside the data may jump back, but what follows starts where the data ends.
        guard position == end else { return nil }
        // A time with the highest bit set is none at all (RFC 2181 section 8).
        return DNSMessage.Record(
            name: name, type: type?.rawValue ?? "TYPE\(number)", ttl: ttl > 0x7fff_ffff ? 0 : ttl,
            bytes: written)
    }

    /// The next record of the additional section, where it is one of the Internet that can be read, and
    /// the upper bits of the response code where it is the one of EDNS (RFC 6891 section 6.1.3).
    mutating func additional() -> (extendedCode: UInt16, record: DNSMessage.Record?)? {
        let start = position
        guard name() != nil, let number = number16(), number16() != nil, let ttl = number32(),
            let length = number16(), skip(Int(length))
        else { return nil }
        if number == 41 { return (UInt16(ttl >> 24), nil) }
        let end = position
        position = start
        let record = self.record()
        position = end
        return (0, record)
    }

    /// The data of a record as people write it, in which texts are as they came.
    private mutating func data(of type: DNSRecordType?, to end: Int) -> [UInt8]? {
        switch type {
        case .a:
            return address(of: 4, to: end).map { Array($0.utf8) }
        case .aaaa:
            return address(of: 16, to: end).map { Array($0.utf8) }
        case .cname, .ns, .ptr:
            return name().map { Array($0.utf8) }
        case .mx:
            return numbers(1).map { Array($0.utf8) }
        case .srv:
            return numbers(3).map { Array($0.utf8) }
        case .txt:
            return texts(to: end)
        case .caa:
            return authorization(to: end)
        case .soa:
            return start().map { Array($0.utf8) }
        case nil:
            position = end
            return []
        }
    }

    /// The flags, the tag in small letters, as it is the same in all (RFC 8659 section 4.1), and the
    /// value.
    private mutating func authorization(to end: Int) -> [UInt8]? {
        guard end - position >= 2 else { return nil }
        let tagEnd = position + 2 + Int(bytes[position + 1])
        guard tagEnd <= end else { return nil }
        defer { position = end }
        var written = Array("\(bytes[position]) ".utf8)
        for byte in bytes[(position + 2)..<tagEnd] {
            written.append((65...90).contains(byte) ? byte | 0x20 : byte)
        }
        written.append(UInt8(ascii: " "))
        written += bytes[tagEnd..<end]
        return written
    }

    private mutating func address(of length: Int, to end: Int) -> String? {
        guard end - position == length else { return nil }
        defer { position = end }
        return IPAddress(bytes: bytes[position..<end])?.description
    }

    /// Two names and five numbers, as a zone begins.
    private mutating func start() -> String? {
        guard let server = name(), let mailbox = name() else { return nil }
        var parts = [server, mailbox]
        while parts.count < 7 {
            guard let number = number32() else { return nil }
            parts.append(String(number))
        }
        return parts.joined(separator: " ")
    }

    /// Some numbers and then a name.
    private mutating func numbers(_ count: Int) -> String? {
        var parts: [String] = []
        for _ in 0..<count {
            guard let number = number16() else { return nil }
            parts.append(String(number))
        }
        guard let name = name() else { return nil }
        return (parts + [name]).joined(separator: " ")
    }

    /// The character strings of a TXT record as one text, as readers take them (RFC 7208, 3.3).
    private mutating func texts(to end: Int) -> [UInt8]? {
        var joined: [UInt8] = []
        while position < end {
            let length = Int(bytes[position])
            guard position + 1 + length <= end else { return nil }
            joined += bytes[(position + 1)..<(position + 1 + length)]
            position += 1 + length
        }
        return joined
    }
}
