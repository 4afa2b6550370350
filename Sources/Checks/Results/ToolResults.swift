import CanonicalJSON
package import Rollout
import XML

/// What another tool found, by the names of its tests.
package struct ToolResults: Hashable, Sendable {
    /// The forms that are read.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case junit, sarif, hdf, maester, scubagear
    }

    /// What became of a test.
    package enum Status: String, Hashable, Sendable {
        case passed, failed
        /// It says neither.
        case open
    }

    /// The text is not of the format.
    package struct Failure: Error {
        package let reason: String
    }

    /// A test that stands there several times has the worst of its results.
    package let tests: [String: Status]
    /// When the results were made; nil where the file does not say so that it can be read.
    package let madeAt: Instant?
    package let tenant: String?

    package init(_ bytes: [UInt8], _ format: Format) throws(Failure) {
        var found = Found()
        if format == .junit {
            do throws(XMLTree.Failure) {
                found = Self.junit(try XMLTree(bytes))
            } catch {
                throw Failure(reason: "byte \(error.offset + 1): \(error.reason)")
            }
        } else {
            let whole: TypedValue
            do throws(JSONSyntaxError) {
                let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
                whole = try TypedValue(
                    jsonBytes: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
            } catch {
                throw Failure(reason: "byte \(error.offset + 1): \(error.reason)")
            }
            switch format {
            case .sarif: found = Self.sarif(whole)
            case .hdf: found = Self.hdf(whole)
            case .maester: found = Self.maester(whole)
            case .scubagear, .junit: found = Self.scubagear(whole)
            }
        }
        guard found.isOfFormat else {
            throw Failure(reason: "it has not the form of \(format.rawValue)")
        }
        tests = found.tests
        // The oldest, so that no part is older than it says; none where a part has none.
        let times = found.times.map { $0.flatMap(Self.time) }
        madeAt = times.contains(nil) ? nil : times.compactMap(\.self).min()
        tenant = found.tenant
    }

    /// A moment as tools write it, with parts of a second that are finer than ours; those are cut off.
    private static func time(_ text: String) -> Instant? {
        guard let point = text.firstIndex(of: ".") else { return Instant(rfc3339: text) }
        let fraction = text[text.index(after: point)...].prefix { ("0"..."9").contains($0) }
        return Instant(
            rfc3339: text[..<point] + "." + fraction.prefix(3) + text[fraction.endIndex...])
    }
}

extension ToolResults {
    /// What was found while a file is read.
    struct Found {
        /// The text has the form of its format, and nothing in it may be about any test.
        var isOfFormat = false
        var tests: [String: Status] = [:]
        /// One for each part that has its own; nil where it has none.
        var times: [String?] = []
        var tenant: String?

        mutating func add(_ name: String?, _ status: Status) {
            guard let name, !name.isEmpty else { return }
            let known = tests[name]
            let isWorse = known == nil || status == .failed || (status == .open && known == .passed)
            if isWorse { tests[name] = status }
        }
    }
}

extension ToolResults.Status {
    /// What is left of it where something speaks against its having been looked at: no yes.
    func doubted(_ isDoubtful: Bool) -> Self { self == .passed && isDoubtful ? .open : self }
}
