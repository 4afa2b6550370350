import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// A version of the protocol that can be asked for.
package enum TLSVersion: String, Hashable, Sendable, CaseIterable, Comparable,
    CustomStringConvertible
{
    case tls10 = "1.0"
    case tls11 = "1.1"
    case tls12 = "1.2"
    case tls13 = "1.3"

    /// Nil where the number on the wire is none of them.
    init?(wire: Int) {
        guard let version = Self.allCases.first(where: { $0.wire == wire }) else { return nil }
        self = version
    }

    /// The number of the version on the wire.
    var wire: Int {
        switch self {
        case .tls10: return 0x0301
        case .tls11: return 0x0302
        case .tls12: return 0x0303
        case .tls13: return 0x0304
        }
    }

    package static func < (left: TLSVersion, right: TLSVersion) -> Bool { left.wire < right.wire }

    package var description: String { "TLS \(rawValue)" }
}

extension ValueType where Value == TLSVersion {
    /// A version as people write it, which other YAML readers take for a number.
    static var tlsVersion: ValueType {
        scalar(
            "a version of TLS (1.0, 1.1, 1.2 or 1.3)",
            schema: ["type": ["string", "number"], "pattern": "^1\\.[0-3]$"]
        ) { TLSVersion(rawValue: $0) }
    }
}
