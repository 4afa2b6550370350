import Foundation

/// The real `ssh-keygen`, in a folder of its own.
struct Keygen {
    let folder: String

    /// Makes the folder for as long as the body runs.
    static func inFolder<Result>(_ body: (Keygen) throws -> Result) throws -> Result {
        let path = NSTemporaryDirectory() + "readiness-ssh-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(Keygen(folder: path))
    }

    struct Outcome {
        let status: Int32
        let output: [UInt8]
        let errors: String
    }

    /// Runs it with a file as its standard input; nothing of the user's is asked or read.
    func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
        let number = UUID().uuidString
        try write("\(number).in", input)
        for name in ["out", "err"] { try write("\(number).\(name)", []) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["TZ": "UTC", "PATH": "/usr/bin:/bin", "HOME": folder]
        process.standardInput = FileHandle(forReadingAtPath: path("\(number).in"))
        process.standardOutput = FileHandle(forWritingAtPath: path("\(number).out"))
        process.standardError = FileHandle(forWritingAtPath: path("\(number).err"))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try read("\(number).out"),
            errors: String(decoding: try read("\(number).err"), as: UTF8.self))
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path(name))
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    /// Makes a key pair, and returns the line of the public key without its comment.
    func makeKey(_ name: String, _ options: [String]) throws -> String {
        let outcome = try run(["-q", "-N", "", "-C", "", "-f", name] + options)
        guard outcome.status == 0 else { throw Failure(outcome) }
        return String(decoding: try read("\(name).pub"), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
    }

    /// The armoured signature of a key over a message.
    func sign(
        _ message: [UInt8], key: String, namespace: String, options: [String] = []
    ) throws -> [UInt8] {
        let outcome = try run(
            ["-q", "-Y", "sign", "-f", key, "-n", namespace] + options, input: message)
        guard outcome.status == 0 else { throw Failure(outcome) }
        return outcome.output
    }

    /// Makes a certificate for a key, and returns its line.
    func certify(_ key: String, by authority: String, _ options: [String]) throws -> String {
        let outcome = try run(["-q", "-s", authority] + options + ["\(key).pub"])
        guard outcome.status == 0 else { throw Failure(outcome) }
        return String(decoding: try read("\(key)-cert.pub"), as: UTF8.self)
    }

    /// Whether `ssh-keygen -Y verify` says Good, at a time in UTC such as `20260801120000Z`.
    func verifies(
        _ signature: [UInt8], over message: [UInt8], allowed: [UInt8], principal: String,
        namespace: String, at time: String, revoked: [UInt8]? = nil
    ) throws -> Bool {
        try write("signature", signature)
        try write("allowed", allowed)
        var arguments = [
            "-Y", "verify", "-f", "allowed", "-I", principal, "-n", namespace, "-s", "signature",
            "-Overify-time=\(time)",
        ]
        if let revoked {
            try write("revoked", revoked)
            arguments += ["-r", "revoked"]
        }
        return try run(arguments, input: message).status == 0
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ outcome: Outcome) { description = "status \(outcome.status): \(outcome.errors)" }
    }
}
