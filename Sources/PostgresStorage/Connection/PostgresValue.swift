/// A value as PostgreSQL takes it in its binary form.
enum PostgresValue {
    case integer(Int)
    case text(String)
    case bytes([UInt8])
    case integers([Int])
    case texts([String])
    /// Nil is NULL.
    case byteStrings([[UInt8]?])

    /// The type's number in every database.
    var type: UInt32 {
        switch self {
        case .integer: 20
        case .text: 25
        case .bytes: 17
        case .integers: 1016
        case .texts: 1009
        case .byteStrings: 1001
        }
    }

    var binary: [UInt8] {
        switch self {
        case .integer(let value): Self.bigEndian(Int64(value))
        case .text(let value): Array(value.utf8)
        case .bytes(let value): value
        case .integers(let values): Self.array(20, values.map { Self.bigEndian(Int64($0)) })
        case .texts(let values): Self.array(25, values.map { Array($0.utf8) })
        case .byteStrings(let values): Self.array(17, values)
        }
    }

    /// One dimension, counted from 1: the number of elements, and each with its length.
    private static func array(_ element: UInt32, _ values: [[UInt8]?]) -> [UInt8] {
        let hasNull: Int32 = values.contains { $0 == nil } ? 1 : 0
        guard !values.isEmpty else {
            return bigEndian(Int32(0)) + bigEndian(hasNull) + bigEndian(element)
        }
        var bytes = bigEndian(Int32(1)) + bigEndian(hasNull) + bigEndian(element)
        bytes += bigEndian(Int32(values.count)) + bigEndian(Int32(1))
        bytes.reserveCapacity(values.reduce(bytes.count) { $0 + 4 + ($1?.count ?? 0) })
        for value in values {
            bytes += bigEndian(Int32(value?.count ?? -1))
            if let value { bytes += value }
        }
        return bytes
    }

    private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
