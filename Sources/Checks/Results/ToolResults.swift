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
    /// How many tests came to what, however many names each has.
    package let counts: [Status: Int]
    /// When the results were made; nil where the file does not say so that it can be read.
    package let madeAt: Instant?
    package let tenant: String?

    package init(_ bytes: [UInt8], _ format: Format) throws(Failure) {
        let bytes = try Self.utf8(bytes)
        var found = Found()
        if format == .junit {
            guard let words = JUnitWords(bytes) else {
                throw Failure(reason: "there is no memory for it")
            }
            do throws(XMLTree.Failure) {
                found = Self.junit(try XMLTree(bytes), words)
            } catch {
                throw Failure(reason: "byte \(error.offset + 1): \(error.reason)")
            }
        } else {
            let whole: TypedValue
            do throws(JSONSyntaxError) {
                whole = try TypedValue(jsonBytes: bytes)
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
        if let fault = found.fault { throw Failure(reason: fault) }
        guard found.isOfFormat else {
            throw Failure(reason: "it has not the form of \(format.rawValue)")
        }
        tests = found.tests
        counts = found.counts
        // The oldest, so that no part is older than it says; none where a part has none.
        let times = found.times.map { $0.flatMap(Self.time) }
        madeAt = times.contains(nil) ? nil : times.compactMap(\.self).min()
        tenant = found.tenant
    }

    /// Without a byte order mark, which also says where a file is in UTF-16, as PowerShell writes it.
    private static func utf8(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
            return bytes
        }
        guard let text = TextEncoding.utf16.utf8(bytes, isCut: false) else {
            throw Failure(reason: "it is no text in UTF-16, which its first bytes say it is")
        }
        return text
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
        /// What else is wrong with it, as a sentence part.
        var fault: String?
        var tests: [String: Status] = [:]
        var counts: [Status: Int] = [:]
        /// One for each part that has its own; nil where it has none.
        var times: [String?] = []
        var tenant: String?

        /// The objects of a list; none where nothing stands there.
        ///
        /// What is of another form may hold any test, so that the text is not of the format then.
        mutating func objects(_ value: TypedValue?) -> [TypedValue] {
            guard let value, value != .null else { return [] }
            guard let entries = value.entries, entries.allSatisfy(\.isObject) else {
                isOfFormat = false
                return []
            }
            return entries
        }

        /// Adds a test under each of its names.
        ///
        /// One that did not pass and that nobody can name may be any test.
        mutating func add(_ names: [String?], _ status: Status) {
            let names = names.compactMap(\.self).filter { !$0.isEmpty }
            if names.isEmpty, status != .passed {
                fault = "a test in it that did not pass has no name, and may be any"
            }
            counts[status, default: 0] += 1
            for name in names { add(name, status) }
        }

        private mutating func add(_ name: String, _ status: Status) {
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
