/// A version of a Debian package: `EPOCH:UPSTREAM-REVISION` (deb-version(7)).
struct DpkgVersion: VersionForm {
    private let epoch: ArraySlice<UInt8>
    private let upstream: ArraySlice<UInt8>
    private let revision: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        var rest = text[...]
        var epoch: ArraySlice<UInt8> = []
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            epoch = rest[..<colon]
            guard !epoch.isEmpty, epoch.count <= 9, epoch.allSatisfy(\.isDigit) else { return nil }
            rest = rest[(colon + 1)...]
        }
        var revision: ArraySlice<UInt8> = []
        if let hyphen = rest.lastIndex(of: UInt8(ascii: "-")) {
            revision = rest[(hyphen + 1)...]
            guard !revision.isEmpty else { return nil }
            rest = rest[..<hyphen]
        }
        guard let first = rest.first, first.isDigit,
            rest.allSatisfy({ $0.isDigit || $0.isLetter || ".+~:-".utf8.contains($0) }),
            revision.allSatisfy({ $0.isDigit || $0.isLetter || ".+~".utf8.contains($0) })
        else { return nil }
        (self.epoch, upstream, self.revision) = (epoch, rest, revision)
    }

    func order(to other: DpkgVersion) -> Order {
        Order(digits: epoch, other.epoch)
            .or(Self.order(upstream, other.upstream))
            .or(Self.order(revision, other.revision))
    }

    /// Turns of a part without digits and a number.
    private static func order(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Order {
        var (left, right) = (left, right)
        while !left.isEmpty || !right.isEmpty {
            while left.first.map({ !$0.isDigit }) ?? false
                || right.first.map({ !$0.isDigit }) ?? false
            {
                let order = Order(weight(left.first), weight(right.first))
                guard order == .same else { return order }
                left = left.dropFirst()
                right = right.dropFirst()
            }
            let (leftDigits, rightDigits) = (
                left.prefix(while: \.isDigit), right.prefix(while: \.isDigit)
            )
            let order = Order(digits: leftDigits, rightDigits)
            guard order == .same else { return order }
            left = left.dropFirst(leftDigits.count)
            right = right.dropFirst(rightDigits.count)
        }
        return .same
    }

    /// `~` comes before the end, letters before all other signs.
    private static func weight(_ byte: UInt8?) -> Int {
        guard let byte, !byte.isDigit else { return 0 }
        if byte == UInt8(ascii: "~") { return -1 }
        return byte.isLetter ? Int(byte) : Int(byte) + 256
    }
}
