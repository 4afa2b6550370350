import Files

/// The keys that are at hand without being named: those of the agent, then git's.
enum OfferedKeys {
    /// A file with the first key of the agent that is listed, in a folder that is given, else the one
    /// that git names; nil where no key is at hand.
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
        guard text.hasPrefix("ssh-") || text.hasPrefix("ecdsa-") || text.hasPrefix("sk-") else {
            return String(text)
        }
        return try folder.write(Array("\(text)\n".utf8), to: "key.pub")
    }
}
