/// A version of an Alpine package: `1.2.3a_rc1-r4` (apk-package(5)).
struct ApkVersion: VersionForm {
    private let numbers: [ArraySlice<UInt8>]
    private let letter: UInt8
    private let suffixes: [(rank: Int, number: ArraySlice<UInt8>)]
    private let release: ArraySlice<UInt8>

    /// The suffixes from the oldest to the newest; a version without one stands before `cvs`.
    private static let ranks = [
        "alpha": -4, "beta": -3, "pre": -2, "rc": -1, "cvs": 1, "svn": 2, "git": 3, "hg": 4, "p": 5,
    ]

    init?(_ text: [UInt8]) {
        var rest = text[...]
        var numbers: [ArraySlice<UInt8>] = []
        repeat {
            if !numbers.isEmpty { rest.removeFirst() }
            let number = rest.prefix(while: \.isDigit)
            guard !number.isEmpty else { return nil }
            numbers.append(number)
            rest = rest.dropFirst(number.count)
        } while rest.first == UInt8(ascii: ".")
        letter = rest.first.flatMap { (97...122).contains($0) ? $0 : nil } ?? 0
        if letter != 0 { rest.removeFirst() }
        var suffixes: [(Int, ArraySlice<UInt8>)] = []
        while rest.first == UInt8(ascii: "_") {
            rest.removeFirst()
            let name = rest.prefix(while: \.isLetter)
            guard let rank = Self.ranks[String(decoding: name, as: UTF8.self)] else { return nil }
            rest = rest.dropFirst(name.count)
            let number = rest.prefix(while: \.isDigit)
            suffixes.append((rank, number))
            rest = rest.dropFirst(number.count)
        }
        var release: ArraySlice<UInt8> = []
        if rest.starts(with: "-r".utf8) {
            release = rest.dropFirst(2)
            guard !release.isEmpty, release.allSatisfy(\.isDigit) else { return nil }
            rest = []
        }
        guard rest.isEmpty else { return nil }
        (self.numbers, self.suffixes, self.release) = (numbers, suffixes, release)
    }

    func order(to other: ApkVersion) -> Order {
        for (place, (left, right)) in zip(numbers, other.numbers).enumerated() {
            // Behind a dot, a number that begins with 0 is read as a fraction.
            let isFraction = place > 0 && (left.first == 48 || right.first == 48)
            let order = isFraction ? Order(bytes: left, right) : Order(digits: left, right)
            guard order == .same else { return order }
        }
        return Order(numbers.count, other.numbers.count)
            .or(Order(letter, other.letter))
            .or(suffixOrder(to: other))
            .or(Order(digits: release, other.release))
    }

    private func suffixOrder(to other: ApkVersion) -> Order {
        for place in 0..<max(suffixes.count, other.suffixes.count) {
            let left = place < suffixes.count ? suffixes[place] : (0, [])
            let right = place < other.suffixes.count ? other.suffixes[place] : (0, [])
            let order = Order(left.0, right.0).or(Order(digits: left.1, right.1))
            guard order == .same else { return order }
        }
        return .same
    }
}
