/// A version of Semantic Versioning 2.0.0, with any count of numbers and a `v` before them.
struct SemanticVersion: VersionForm {
    private let numbers: [ArraySlice<UInt8>]
    private let prerelease: [ArraySlice<UInt8>]

    init?(_ text: [UInt8]) {
        var rest = text[...]
        if rest.first == UInt8(ascii: "v") { rest.removeFirst() }
        let build = rest.firstIndex(of: UInt8(ascii: "+"))
        if let build {
            guard Self.identifiers(rest[(build + 1)...]) != nil else { return nil }
            rest = rest[..<build]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "-")) {
            guard let identifiers = Self.identifiers(rest[(mark + 1)...]) else { return nil }
            prerelease = identifiers
            rest = rest[..<mark]
        } else {
            prerelease = []
        }
        numbers = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else { return nil }
    }

    private static func identifiers(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areWell = parts.allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") }
        }
        return areWell ? parts : nil
    }

    /// Precedence of section 11; numbers that are not written are 0.
    func order(to other: SemanticVersion) -> Order {
        for place in 0..<max(numbers.count, other.numbers.count) {
            let left = place < numbers.count ? numbers[place] : []
            let right = place < other.numbers.count ? other.numbers[place] : []
            let order = Order(digits: left, right)
            guard order == .same else { return order }
        }
        guard prerelease.isEmpty == other.prerelease.isEmpty else {
            return prerelease.isEmpty ? .greater : .less
        }
        for (left, right) in zip(prerelease, other.prerelease) {
            let order = Self.order(left, right)
            guard order == .same else { return order }
        }
        return Order(prerelease.count, other.prerelease.count)
    }

    private static func order(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Order {
        switch (left.allSatisfy(\.isDigit), right.allSatisfy(\.isDigit)) {
        case (true, true): return Order(digits: left, right)
        case (true, false): return .less
        case (false, true): return .greater
        case (false, false): return Order(bytes: left, right)
        }
    }
}
