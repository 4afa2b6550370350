import Foundation
import Operations
import Rollout

/// What the program knows of the machine that it runs on.
enum Machine {
    /// The present moment.
    @Sendable static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// The name of the machine; blanks and control characters are left out.
    static var host: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        let name = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let clean = name.filter { !$0.isWhitespace && $0.isASCII }
        return clean.isEmpty ? "localhost" : clean
    }

    /// The account that runs the program, as `user@host`; the system's word, not the environment's.
    static var account: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            return "uid-\(getuid())@\(host)"
        }
        return "\(String(cString: name))@\(host)"
    }

    /// An environment variable; nil where it is not set or empty.
    static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The folder that the account keeps its configuration in, from the root.
    static var configurationFolder: String {
        variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? "\(homeFolder)/.config"
    }

    /// The home folder: as the environment says, like everywhere, else as the account says.
    private static var homeFolder: String {
        variable("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? FileManager.default.homeDirectoryForCurrentUser.path
    }

    /// The world as operations see it; without a ledger that the operator names, the environment
    /// names it.
    static func context(
        ledger: String? = nil, startsLedger: Bool = false
    ) -> OperationContext {
        let named = ledger ?? variable("READINESS_LEDGER")
        let state = variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return OperationContext(
            ledger: named.map { .named($0) } ?? .nearest, startsLedger: startsLedger, clock: now,
            host: host,
            tool: ToolVersion.name, folder: FileManager.default.currentDirectoryPath,
            stateFolder: state ?? "\(homeFolder)/.local/state",
            variables: ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty })
    }
}
