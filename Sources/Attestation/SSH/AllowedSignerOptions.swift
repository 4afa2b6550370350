import Rollout

/// The options of a line of a list of signers; their names may be written in any case.
struct AllowedSignerOptions {
    private(set) var isAuthority = false
    private(set) var namespaces: PrincipalPatterns?
    private(set) var validAfter: Instant?
    private(set) var validBefore: Instant?

    init() {}

    /// Takes options with commas between them, up to a blank that stands in no quotation marks.
    init(_ rest: inout ArraySlice<UInt8>, zone: Zone) throws(SignerLineMistake) {
        var isFollowed = true
        while isFollowed {
            let name = String(decoding: rest.prefix(while: Self.isOfAName), as: UTF8.self)
            rest = rest.dropFirst(name.utf8.count)
            var value: ArraySlice<UInt8>?
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst()
                value = try Self.value(&rest, of: name)
            }
            try set(name.lowercased(), value, zone)
            isFollowed = rest.first == UInt8(ascii: ",")
            if isFollowed { rest = rest.dropFirst() }
        }
        guard rest.first?.isBlank == true else {
            guard !rest.isEmpty else { throw .noKey }
            throw .unknownOption(String(decoding: rest.prefix { !$0.isBlank }, as: UTF8.self))
        }
        if let validAfter, let validBefore, validBefore < validAfter { throw .endsBeforeItBegins }
    }

    private static func isOfAName(_ byte: UInt8) -> Bool {
        !byte.isBlank && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "=")
    }

    /// Takes a value in quotation marks; `\"` within it is refused, as no value needs it.
    private static func value(
        _ rest: inout ArraySlice<UInt8>, of name: String
    ) throws(SignerLineMistake) -> ArraySlice<UInt8> {
        guard rest.first == UInt8(ascii: "\"") else { throw .valueNotQuoted(name) }
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: UInt8(ascii: "\"")) else { throw .quoteNotClosed }
        guard inner[..<end].last != UInt8(ascii: "\\") else { throw .quoteWithin }
        rest = inner[end...].dropFirst()
        return inner[..<end]
    }

    private mutating func set(
        _ name: String, _ value: ArraySlice<UInt8>?, _ zone: Zone
    ) throws(SignerLineMistake) {
        switch (name, value) {
        case ("cert-authority", nil):
            guard !isAuthority else { throw .optionTwice(name) }
            isAuthority = true
        case ("namespaces", let value?):
            guard namespaces == nil else { throw .optionTwice(name) }
            namespaces = PrincipalPatterns(value)
        case ("valid-after", let value?):
            guard validAfter == nil else { throw .optionTwice(name) }
            validAfter = try Self.time(value, zone)
        case ("valid-before", let value?):
            guard validBefore == nil else { throw .optionTwice(name) }
            validBefore = try Self.time(value, zone)
        case ("namespaces", nil), ("valid-after", nil), ("valid-before", nil):
            throw .optionWithoutValue(name)
        default: throw .unknownOption(name)
        }
    }

    /// `YYYYMMDD`, `YYYYMMDDhhmm` or `YYYYMMDDhhmmss`, with a `Z` for UTC.
    private static func time(
        _ value: ArraySlice<UInt8>, _ zone: Zone
    ) throws(SignerLineMistake) -> Instant {
        let isUTC = value.last == UInt8(ascii: "Z")
        let digits = isUTC ? value.dropLast() : value
        var numbers: [Int] = []
        var rest = digits
        for width in [4, 2, 2, 2, 2, 2] where !rest.isEmpty {
            let part = rest.prefix(width)
            guard part.count == width, part.allSatisfy({ (48...57).contains($0) }) else { break }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 48) })
            rest = rest.dropFirst(width)
        }
        guard rest.isEmpty, [3, 5, 6].contains(numbers.count),
            let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]),
            numbers[0] >= 1970
        else { throw .notATime(String(decoding: value, as: UTF8.self)) }
        numbers += Array(repeating: 0, count: 6 - numbers.count)
        let (hour, minute, second) = (numbers[3], numbers[4], numbers[5])
        guard hour < 24, minute < 60, second < 60,
            let local = LocalDateTime(
                date: date, secondOfDay: hour * 3600 + minute * 60 + second)
        else { throw .notATime(String(decoding: value, as: UTF8.self)) }
        return (isUTC ? Zone.utc : zone).instant(local)
    }
}
