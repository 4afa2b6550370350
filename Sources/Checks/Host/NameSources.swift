import Files

/// Where the name service looks (nsswitch.conf(5)): a source whose module cannot be loaded is skipped
/// without a word, so that its silence is not absence.
package enum NameSources {
    /// Those that belong to the C library or to systemd, and are whole on this machine.
    private static let known: Set = ["files", "compat", "systemd", "db"]

    /// Why an absence in a database (`passwd`, `group`) is not known; nil where it is.
    package static func doubt(of database: String, path: String = "/etc/nsswitch.conf") -> String? {
        let text: String
        do throws(ProcFile.Failure) {
            text = String(decoding: try ProcFile.bytes(path), as: UTF8.self)
        } catch {
            // Without the file only those of the C library are asked.
            return error.isGone ? nil : "\(path): \(error.error.description)"
        }
        let sources = words(of: database, in: text)?.filter { !$0.hasPrefix("[") } ?? []
        guard let other = sources.first(where: { !known.contains(String($0)) }) else { return nil }
        return "the name service also asks \(other), whose silence may be a failure"
    }

    /// The sources of a database with what is said of them, as they stand; nil where none are named.
    package static func list(of database: String, path: String = "/etc/nsswitch.conf") -> String? {
        guard let bytes = try? ProcFile.bytes(path) else { return nil }
        return words(of: database, in: String(decoding: bytes, as: UTF8.self)).map { words in
            ForeignText.clean(Array(words.joined(separator: " ").utf8))
        }
    }

    private static func words(of database: String, in text: String) -> [Substring]? {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
            guard words.count == 2, words[0].trimmed == database else { continue }
            return words[1].split { $0 == " " || $0 == "\t" }
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" })
    }
}
