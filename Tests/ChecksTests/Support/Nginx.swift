import Foundation

/// An nginx of its own for a test.
enum Nginx {
    /// Where it listens, and what it noted of each request: its method, path and headers of interest.
    struct Place: Sendable {
        let ports: [Int]
        let folder: Folder
        /// Where it answers whoever wants to know that it has noted all that it answered before.
        fileprivate let settled: Int

        var port: Int { ports[0] }

        /// The requests that it answered, one line each.
        ///
        /// It notes a request after its answer has left. It is one process that does one thing
        /// after the other, so that a later answer says that the note is there.
        var requests: [String] {
            LoopbackSocket.ask(settled)
            let text =
                (try? String(contentsOfFile: folder.path("access.log"), encoding: .utf8)) ?? ""
            return text.split(separator: "\n").map(String.init)
        }
    }

    /// Runs a server while the body runs.
    ///
    /// - Parameters:
    ///   - count: How many ports it is given.
    ///   - servers: The server blocks, for these ports and this folder.
    ///   - mail: The same for the protocols of mail.
    ///   - body: Uses the server.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws, or that the server did not come up.
    static func with<Value>(
        ports count: Int = 1, _ servers: (Place) -> String = { _ in "" },
        mail: (Place) -> String = { _ in "" }, _ body: (Place) async throws -> Value
    ) async throws -> Value {
        try await LocalProgram.again {
            try await Folder.temporary { folder in
                let ports = try (0...count).map { _ in try LoopbackSocket.freePort() }
                let place = Place(
                    ports: Array(ports.dropLast()), folder: folder, settled: ports[count])
                let kinds = ["body", "proxy", "fastcgi", "uwsgi", "scgi"]
                let temporary = kinds.map { kind in
                    (kind == "body" ? "client_body" : kind) + "_temp_path \(folder.path("tmp"));"
                }
                let mailServers = mail(place)
                let module = "/usr/lib/nginx/modules/ngx_mail_module.so"
                let text = """
                    \(mailServers.isEmpty ? "" : "load_module \(module);")
                    master_process off; daemon off; pid \(folder.path("pid"));
                    error_log \(folder.path("error.log"));
                    events { worker_connections 256; }
                    http {
                        \(temporary.joined(separator: "\n"))
                        log_format seen '$request "$http_authorization" "$http_x_key" "$http_cookie"';
                        access_log \(folder.path("access.log")) seen;
                        root \(folder.path);
                        server { listen 127.0.0.1:\(place.settled); access_log off; return 204; }
                        \(servers(place))
                    }
                    \(mailServers.isEmpty ? "" : "mail { \(mailServers) }")
                    """
                try folder.write("nginx.conf", text.utf8)
                return try await LocalProgram.with(
                    "/usr/sbin/nginx", ports: ports,
                    [
                        "-p", folder.path, "-c", folder.path("nginx.conf"), "-e",
                        folder.path("error.log"),
                    ]
                ) { try await body(place) }
            }
        }
    }

    /// The directives that give a server a certificate of the tests.
    static func certificate(_ name: String) -> String {
        let chain = TestPKI.path("\(name)-chain.pem")
        let hasChain = FileManager.default.fileExists(atPath: chain)
        let path = NSTemporaryDirectory() + "readiness-\(UUID().uuidString).pem"
        let parts = [TestPKI.path("\(name).pem")] + (hasChain ? [chain] : [])
        let text = parts.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
        try? text.joined().write(toFile: path, atomically: true, encoding: .utf8)
        // Before 1.23 nginx offers no TLS 1.3 by itself.
        return
            "ssl_protocols TLSv1.2 TLSv1.3; ssl_certificate \(path); ssl_certificate_key \(TestPKI.path("\(name).key"));"
    }
}
