import Foundation

/// A chrony of its own for a test.
enum Chrony {
    private static let path = "/usr/sbin/chronyd"

    /// Whether the suite cannot run; where tests run unattended, it must.
    static var isMissing: Bool {
        guard !FileManager.default.isExecutableFile(atPath: path) else { return false }
        guard ProcessInfo.processInfo.environment["CI"] != "true" else { return false }
        print("The chrony suite is skipped: \(path) is missing (Debian package chrony).")
        return true
    }

    /// Runs a server that sets no clock while the body runs; `source` says where it has its time
    /// from.
    static func with<Value>(
        _ source: String, _ body: (Int) async throws -> Value
    ) async throws -> Value {
        try await Folder.temporary { folder in
            let port = try LoopbackSocket.freePort()
            let configuration = """
                port \(port)
                bindaddress 127.0.0.1
                cmdport 0
                bindcmdaddress /
                allow 127.0.0.1
                pidfile \(folder.path("pid"))
                user \(NSUserName())
                \(source)

                """
            try folder.write("chrony.conf", configuration.utf8)
            return try await LocalProgram.with(
                path, ports: [], ["-x", "-n", "-f", folder.path("chrony.conf")]
            ) { try await body(port) }
        }
    }
}
