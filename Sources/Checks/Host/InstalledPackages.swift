import Files

/// The packages that a machine has, in the database of its package manager.
package enum PackageManager: String, Hashable, Sendable, CaseIterable {
    case dpkg, rpm, apk

    var rules: VersionRules {
        switch self {
        case .dpkg: return .dpkg
        case .rpm: return .rpm
        case .apk: return .apk
        }
    }

    /// A database of more than this is none that a machine has.
    private static let mostBytes = 256 << 20

    /// Where the manager keeps what is installed, below a root.
    var databases: [String] {
        switch self {
        case .dpkg: return ["var/lib/dpkg/status"]
        case .apk: return ["lib/apk/db/installed", "usr/lib/apk/db/installed"]
        case .rpm:
            return ["var/lib/rpm", "usr/lib/sysimage/rpm"].flatMap { folder in
                ["rpmdb.sqlite", "Packages.db", "Packages"].map { "\(folder)/\($0)" }
            }
        }
    }

    /// The database that is there; nil where the manager manages nothing.
    func database(below root: String) -> String? {
        databases.map { "\(root)/\($0)" }.first { (try? RegularFile(path: $0)) != nil }
    }

    /// Why a database does not say whether a package is installed.
    enum Failure: Error {
        case file(FileFailure)
        /// A clause without a full stop.
        case unclear(String)

        var reason: String {
            switch self {
            case .file(let failure): return failure.reason
            case .unclear(let reason): return reason
            }
        }
    }

    /// The versions of a package that are installed, one for each architecture.
    func versions(of name: String, in database: String) throws(Failure) -> [String] {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: database).bytes(limit: Self.mostBytes)
        } catch { throw .file(error) }
        let stanzas = Self.stanzas(of: String(decoding: bytes, as: UTF8.self))
        guard stanzas.contains(where: { $0["Package"] != nil || $0["P"] != nil }) else {
            throw .unclear("the database \(database) has no packages at all")
        }
        var versions: [String] = []
        for stanza in stanzas {
            switch self {
            case .dpkg:
                guard stanza["Package"] == name else { continue }
                let status = stanza["Status"] ?? ""
                // A package that was removed keeps its version, and only its configuration.
                if ["not-installed", "config-files"].contains(where: status.hasSuffix) { continue }
                guard status.hasSuffix(" ok installed"), let version = stanza["Version"] else {
                    throw .unclear("the status of \(name) is “\(status)”")
                }
                versions.append(version)
            case .apk:
                guard stanza["P"] == name else { continue }
                guard let version = stanza["V"] else {
                    throw .unclear("\(name) has no version there")
                }
                versions.append(version)
            case .rpm: continue
            }
        }
        return versions
    }

    /// Blocks of `key: value` lines; what goes on a line is no key.
    private static func stanzas(of text: String) -> [[String: String]] {
        var stanzas: [[String: String]] = [[:]]
        for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
            if line.isEmpty {
                if stanzas.last?.isEmpty == false { stanzas.append([:]) }
                continue
            }
            guard line.first != 32, line.first != 9,
                let colon = line.firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let key = String(decoding: line[..<colon], as: UTF8.self)
            guard ["Package", "Status", "Version", "P", "V"].contains(key) else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == 32 }
            stanzas[stanzas.count - 1][key] = String(decoding: value, as: UTF8.self)
        }
        return stanzas
    }
}
