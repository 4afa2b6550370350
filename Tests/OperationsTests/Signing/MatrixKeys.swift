import Foundation
import Rollout
import Synchronization

/// Keys of the real `ssh-keygen`, made once for all attempts.
final class MatrixKeys: Sendable {
    static let names = [
        "ann", "bob", "cas", "dan", "eve", "bea", "amy", "old", "soon", "git", "gone", "robot",
        "cat", "cay", "own",
    ]
    static let shared = Result { try MatrixKeys() }
    private static let folder = NSTemporaryDirectory() + "readiness-matrix-" + UUID().uuidString

    /// By name: the type and the letters of the public key.
    private let lines: [String: String]
    /// What was signed already: ssh-keygen makes the same signature of the same bytes.
    private let made = Mutex<[[String]: String]>([:])

    struct Failure: Error {
        let arguments: [String]
    }

    private init() throws {
        let folder = Self.folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: MatrixKeys.folder) }
        lines = try Dictionary(
            uniqueKeysWithValues: Self.names.map { name in
                let path = "\(folder)/\(name)"
                try Self.keygen(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path])
                let text = try String(contentsOfFile: "\(path).pub", encoding: .utf8)
                return (name, text.split(separator: " ").prefix(2).joined(separator: " "))
            })
    }

    private static func keygen(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
    }

    /// The file of a private key.
    func path(_ name: String) -> String { "\(Self.folder)/\(name)" }

    /// The type and the letters of a public key.
    func line(_ name: String) -> String { lines[name] ?? "" }

    /// The 32 bytes of a public key.
    func raw(_ name: String) -> [UInt8] {
        let letters = line(name).split(separator: " ").last.map(String.init) ?? ""
        return Array((Data(base64Encoded: letters) ?? Data()).suffix(32))
    }

    func signature(
        over bytes: [UInt8], by name: String,
        namespace: String = SignatureNamespace.statement.text
    ) throws -> String {
        let wanted = [name, namespace, ContentDigest(of: bytes).hex]
        if let known = made.withLock({ $0[wanted] }) { return known }
        let file = "\(Self.folder)/\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        try Self.keygen(["-q", "-Y", "sign", "-f", path(name), "-n", namespace, file])
        let text = try String(contentsOfFile: "\(file).sig", encoding: .utf8)
        made.withLock { $0[wanted] = text }
        return text
    }

    /// Who may sign with which key: one key has three names, some keys do not count now, and cas is
    /// cay and cab too, by a key that nothing is signed with.
    var allowed: String {
        """
        ann@example.com,ana@example.com,bet@example.com \(line("ann"))
        bob@example.com \(line("bob"))
        cas@example.com \(line("cas"))
        dan@example.com \(line("dan"))
        bea@example.com \(line("bea"))
        amy@example.com \(line("amy"))
        old@example.com valid-before="20250930Z" \(line("old"))
        soon@example.com valid-after="20251101Z" \(line("soon"))
        git@example.com namespaces="git" \(line("git"))
        gone@example.com \(line("gone"))
        robot@example.com \(line("robot"))
        cas@example.com,cay@example.com,cab@example.com \(line("cat"))
        cay@example.com,cab@example.com \(line("cay"))
        own@example.com \(line("own"))

        """
    }

    /// The same without a key.
    func allowed(without name: String) -> String {
        allowed.split(separator: "\n").filter { !$0.contains(line(name)) }
            .map { "\($0)\n" }.joined()
    }

    var revoked: String { "\(line("gone"))\n" }
}
