import Foundation

/// Two certificates for a server: one with an RSA key, one on a curve.
struct TemporaryCertificates {
    /// The program could not make one.
    struct Failure: Error {
        let status: Int32
    }

    private let folder = NSTemporaryDirectory() + "readiness-\(UUID().uuidString)"

    init(curve: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try make("rsa", ["-newkey", "rsa:2048"])
        try make("curve", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:\(curve)"])
    }

    /// What names both to `openssl s_server`.
    var arguments: [String] {
        [
            "-cert", "\(folder)/rsa.pem", "-key", "\(folder)/rsa.key", "-dcert",
            "\(folder)/curve.pem", "-dkey", "\(folder)/curve.key",
        ]
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private func make(_ name: String, _ key: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["openssl", "req", "-x509", "-nodes", "-subj", "/CN=a.test", "-days", "2"] + key
            + ["-keyout", "\(folder)/\(name).key", "-out", "\(folder)/\(name).pem"]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(status: process.terminationStatus)
        }
    }
}
