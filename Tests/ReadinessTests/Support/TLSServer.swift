import Foundation
import Subprocess
import SystemPackage
import Testing

/// An `openssl s_server` on a port of loopback that the system chose.
enum TLSServer {
    /// The server ended before it said which port it has.
    struct DidNotStart: Error {}

    /// Runs a server for `good.example.test` while the body runs; its certificate is `pem` there.
    static func with<Result: Sendable>(
        _ workspace: Workspace, pem: String, _ options: String = "",
        body: (Int) async throws -> Result
    ) async throws -> Result {
        let made = try await workspace.shell(
            """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 \
            -subj '/O=Readiness Test/CN=good.example.test' \
            -addext subjectAltName=DNS:good.example.test -keyout key.pem -out '\(pem)'
            """)
        try #require(made.status == 0, "\(made)")
        let words = options.split(separator: " ").map(String.init)
        let result = try await Subprocess.run(
            .name("openssl"),
            arguments: Arguments(
                // -www keeps it from reading its standard input, whose end would end a session.
                ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", pem, "-key", "key.pem"]
                    + words),
            workingDirectory: FilePath(workspace.folder), input: .none, output: .sequence,
            error: .discarded
        ) { execution -> Result? in
            defer { try? execution.send(signal: .kill) }
            var output = ""
            for try await buffer in execution.standardOutput {
                output += buffer.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
                guard let place = output.range(of: "ACCEPT 127.0.0.1:"),
                    let end = output[place.upperBound...].firstIndex(where: \.isNewline),
                    let port = Int(output[place.upperBound..<end])
                else { continue }
                return try await body(port)
            }
            return nil
        }
        guard let value = result.closureResult else { throw DidNotStart() }
        return value
    }
}
