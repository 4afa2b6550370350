import Foundation

/// An Apache of its own for a test: it asks for a client certificate below `/guarded/` alone.
enum Apache {
    /// Runs a server while the body runs.
    static func with<Value>(
        _ version: String, _ body: (Int) async throws -> Value
    ) async throws -> Value {
        try await LocalProgram.again {
            try await Folder.temporary { folder in
                let port = try LoopbackSocket.freePort()
                let modules = ["mpm_event", "authz_core", "ssl", "socache_shmcb", "dir", "alias"]
                let loads = modules.map {
                    "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so"
                }
                try FileManager.default.createDirectory(
                    atPath: folder.path("www/guarded"), withIntermediateDirectories: true)
                try folder.write("www/index.html", "open".utf8)
                try folder.write("www/guarded/index.html", "guarded".utf8)
                let text = """
                    \(loads.joined(separator: "\n"))
                    ServerName good.example.test
                    ServerRoot \(folder.path)
                    PidFile \(folder.path("pid"))
                    ErrorLog \(folder.path("error.log"))
                    DefaultRuntimeDir \(folder.path)
                    Mutex file:\(folder.path) default
                    Listen 127.0.0.1:\(port)
                    DocumentRoot \(folder.path("www"))
                    DirectoryIndex index.html
                    SSLEngine on
                    SSLProtocol \(version)
                    SSLCertificateFile \(TestPKI.path("good.pem"))
                    SSLCertificateKeyFile \(TestPKI.path("good.key"))
                    SSLCertificateChainFile \(TestPKI.path("good-chain.pem"))
                    SSLCACertificateFile \(TestPKI.path("root.pem"))
                    <Location /guarded/>
                        SSLVerifyClient require
                        SSLVerifyDepth 3
                    </Location>
                    """
                try folder.write("httpd.conf", text.utf8)
                return try await LocalProgram.with(
                    "/usr/sbin/apache2", ports: [port],
                    ["-X", "-f", folder.path("httpd.conf")]
                ) { try await body(port) }
            }
        }
    }
}
