import Files

/// The keys that are at hand without being named: those of the agent, then git's.
enum OfferedKeys {
    /// A file that ssh-keygen signs with for the first of them that is listed, in a folder that is given
    /// where there is none; nil where no listed key is at hand.
    static func file(
        _ folder: TemporaryFolder, isListed: (Substring) -> Bool
    ) async throws(FileFailure) -> String? {
        let agent = await SSHKeygen.output("ssh-add", ["-L"]) ?? ""
        for line in agent.split(separator: "\n")
        where isListed(line) {
            return try folder.write(Array("\(line)\n".utf8), to: "key.pub")
        }
        let named = await SSHKeygen.output(
            "git", ["config", "--get", "--type=path", "user.signingkey"])
        guard let key = named?.split(separator: "\n").first else { return nil }
        let text = key.hasPrefix("key::") ? key.dropFirst(5) : key
        // Git takes the public key itself in place of a path.
        guard isPublic(text) else {
            guard let line = await publicKey(of: String(text)), isListed(line) else { return nil }
            return String(text)
        }
        guard isListed(text) else { return nil }
        return try folder.write(Array("\(text)\n".utf8), to: "key.pub")
    }

    /// The public key of a file, which holds it itself, has it beside it, or holds the private one
    /// without a passphrase.
    private static func publicKey(of path: String) async -> Substring? {
        for file in [path, "\(path).pub"] {
            guard let bytes = try? RegularFile(path: file).bytes(limit: 65_536) else { continue }
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
            if let line, isPublic(line) { return line }
        }
        let made = await SSHKeygen.output("ssh-keygen", ["-y", "-P", "", "-f", path])
        return made?.split(separator: "\n").first
    }

    private static func isPublic(_ text: Substring) -> Bool {
        text.hasPrefix("ssh-") || text.hasPrefix("ecdsa-") || text.hasPrefix("sk-")
    }
}
