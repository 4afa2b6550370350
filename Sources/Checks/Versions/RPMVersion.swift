/// A version of an RPM package: `EPOCH:VERSION-RELEASE` (rpm-version(7)).
struct RPMVersion: VersionForm {
    private let epoch: ArraySlice<UInt8>
    private let version: ArraySlice<UInt8>
    private let release: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        var rest = text[...]
        var epoch: ArraySlice<UInt8> = []
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            epoch = rest[..<colon]
            guard !epoch.isEmpty, epoch.allSatisfy(\.isDigit) else { return nil }
            rest = rest[(colon + 1)...]
        }
        if let hyphen = rest.lastIndex(of: UInt8(ascii: "-")) {
            release = rest[(hyphen + 1)...]
            guard !release.isEmpty else { return nil }
            rest = rest[..<hyphen]
        } else {
            release = []
        }
        (self.epoch, version) = (epoch, rest)
        let isWell: (UInt8) -> Bool = { $0.isDigit || $0.isLetter || "._+~^".utf8.contains($0) }
        guard !rest.isEmpty, rest.allSatisfy(isWell), release.allSatisfy(isWell) else { return nil }
    }

    func order(to other: RPMVersion) -> Order {
        Order(digits: epoch, other.epoch)
            .or(Self.order(version, other.version))
            .or(Self.order(release, other.release))
    }

    /// Segments of digits or letters; what stands between them only parts them, but for `~` and `^`.
    private static func order(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Order {
        var (left, right) = (left, right)
        while !left.isEmpty || !right.isEmpty {
            left = left.drop(while: isSeparator)
            right = right.drop(while: isSeparator)
            if let order = mark(&left, &right) {
                if order == .same { continue }
                return order
            }
            guard let first = left.first, !right.isEmpty else { break }
            let isNumber = first.isDigit
            let kind: (UInt8) -> Bool = { isNumber ? $0.isDigit : $0.isLetter }
            let (leftPart, rightPart) = (left.prefix(while: kind), right.prefix(while: kind))
            // A number is newer than letters.
            guard !rightPart.isEmpty else { return isNumber ? .greater : .less }
            let order =
                isNumber ? Order(digits: leftPart, rightPart) : Order(bytes: leftPart, rightPart)
            guard order == .same else { return order }
            left = left.dropFirst(leftPart.count)
            right = right.dropFirst(rightPart.count)
        }
        return Order(left.isEmpty ? 0 : 1, right.isEmpty ? 0 : 1)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        !byte.isDigit && !byte.isLetter && byte != UInt8(ascii: "~") && byte != UInt8(ascii: "^")
    }

    /// `~` is older than the end, `^` newer than the end and older than all else.
    ///
    /// Nil where neither stands here; the same where both do, and then it is passed over.
    private static func mark(
        _ left: inout ArraySlice<UInt8>, _ right: inout ArraySlice<UInt8>
    ) -> Order? {
        for mark in "~^".utf8 {
            switch (left.first == mark, right.first == mark) {
            case (true, true):
                left = left.dropFirst()
                right = right.dropFirst()
                return .same
            case (true, false):
                return mark == UInt8(ascii: "~") || !right.isEmpty ? .less : .greater
            case (false, true):
                return mark == UInt8(ascii: "~") || !left.isEmpty ? .greater : .less
            case (false, false): break
            }
        }
        return nil
    }
}
