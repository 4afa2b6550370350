/// The rules by which versions are compared.
package enum VersionRules: String, Hashable, Sendable, CaseIterable {
    /// Those of Semantic Versioning 2.0.0, with any count of numbers: `1.2`, `1.2.3-rc.1`.
    case semantic
    /// Those of Debian (deb-version(7)).
    case dpkg
    /// Those of RPM (rpm-version(7)).
    case rpm
    /// Those of Alpine (apk-package(5)).
    case apk

    /// Whether a text is a version to the rules.
    func take(_ text: String) -> Bool { order(text, text) != nil }

    /// How two versions stand to each other; nil where one of them is none.
    func order(_ left: String, _ right: String) -> Order? {
        switch self {
        case .semantic: return Self.order(left, right, SemanticVersion.self)
        case .dpkg: return Self.order(left, right, DpkgVersion.self)
        case .rpm: return Self.order(left, right, RPMVersion.self)
        case .apk: return Self.order(left, right, ApkVersion.self)
        }
    }

    private static func order<Form: VersionForm>(
        _ left: String, _ right: String, _: Form.Type
    ) -> Order? {
        guard let left = Form(Array(left.utf8)), let right = Form(Array(right.utf8)) else {
            return nil
        }
        return left.order(to: right)
    }
}

/// A version as the rules of one program take it apart.
protocol VersionForm {
    /// Nil for a text that is no version.
    init?(_ text: [UInt8])

    func order(to other: Self) -> Order
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}

extension Order {
    /// How two whole numbers of any length stand to each other, whatever zeros they begin with.
    init(digits left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) {
        let (left, right) = (left.drop { $0 == 48 }, right.drop { $0 == 48 })
        self =
            left.count == right.count ? Order(bytes: left, right) : Order(left.count, right.count)
    }

    /// How two texts stand to each other, byte by byte.
    init(bytes left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) {
        self =
            left.lexicographicallyPrecedes(right)
            ? .less : left.elementsEqual(right) ? .same : .greater
    }

    /// This one, or where it decides nothing another.
    func or(_ other: @autoclosure () -> Order) -> Order { self == .same ? other() : self }
}
