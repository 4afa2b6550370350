import Characters
import Rollout

/// Where the text of a checklist is: a file, or the ledger that kept it.
package enum ChecklistSource: Hashable, Sendable, CustomStringConvertible {
    /// The path of a file, as the operator names it.
    case path(String)
    /// The first digits of the digest of a text that the ledger kept: 8 to 64, in lower case.
    case digest(prefix: String)

    /// Why a name is no source.
    package enum Mistake: Error, Hashable, CustomStringConvertible {
        case empty
        case notADigest(String)

        package var description: String {
            switch self {
            case .empty: "The name of a checklist is empty."
            case .notADigest(let text):
                "\"\(text)\" is not the digest of a checklist: sha256: and 8 to 64 hexadecimal "
                    + "digits. For a file of this name, write \"./\(text)\"."
            }
        }
    }

    private static let prefix = "sha256:"

    /// Reads a path, or `sha256:` and at least eight digits.
    package init(_ text: String) throws(Mistake) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.starts(with: Self.prefix.utf8) else {
            self = .path(text)
            return
        }
        let digits = text.dropFirst(Self.prefix.count).lowercased()
        let isHexadecimal = digits.utf8.allSatisfy {
            (48...57).contains($0) || (97...102).contains($0)
        }
        guard isHexadecimal, (8...64).contains(digits.utf8.count) else { throw .notADigest(text) }
        self = .digest(prefix: digits)
    }

    /// The path of a file; nil for a text out of the ledger, which has no folder of its own.
    package var path: String? {
        guard case .path(let path) = self else { return nil }
        return path
    }

    /// The source as it can be given again.
    package var description: String {
        switch self {
        case .path(let path): path
        case .digest(let prefix): Self.prefix + prefix
        }
    }
}
