import Attestation
import Files
import Rollout

/// The keys that are at hand without being named: those of the agent, then git's.
struct OfferedKeys {
    /// What keeps a key from counting; nil where it counts.
    private let objection: @Sendable (SSHKey) -> SignatureFault?
    private var lack = KeyLack()

    private static let agent = "ssh-agent"

    /// The first of them that counts, or why none does.
    static func choose(
        _ objection: @escaping @Sendable (SSHKey) -> SignatureFault?
    ) async -> Result<ChosenKey, KeyLack> {
        var offered = OfferedKeys(objection: objection)
        if let key = await offered.ofAgent() { return .success(key) }
        if let key = await offered.ofGit() { return .success(key) }
        return .failure(offered.lack)
    }

    private init(objection: @escaping @Sendable (SSHKey) -> SignatureFault?) {
        self.objection = objection
    }

    private mutating func ofAgent() async -> ChosenKey? {
        let lines = await lines(of: Inquiry("ssh-add", ["-L"]), named: Self.agent)
        // It may hold certificates, which stand for no key by themselves.
        return lines.first { counts(Self.key($0)) }.map { .agent(String($0)) }
    }

    private mutating func ofGit() async -> ChosenKey? {
        let inquiry = Inquiry("git", ["config", "--get", "--type=path", "user.signingkey"])
        guard let named = await lines(of: inquiry, named: "git").first else { return nil }
        let text = named.hasPrefix("key::") ? named.dropFirst(5) : named
        // Git takes the public key itself in place of a path.
        if let key = Self.key(text) { return counts(key) ? .agent(String(text)) : nil }
        let path = String(text)
        guard let key = await publicKey(of: path) else {
            lack.unreadable = path
            return nil
        }
        let isSilent = lack.silent.contains(Self.agent)
        return counts(key) ? .file(path, asksAgent: !isSilent) : nil
    }

    /// The public key of a file, which holds it itself, has it beside it, or holds the private one:
    /// as ssh-keygen writes that, or in another form without a passphrase.
    private mutating func publicKey(of path: String) async -> SSHKey? {
        for file in [path, "\(path).pub"] {
            guard let bytes = try? RegularFile(path: file).bytes(limit: 65_536) else { continue }
            if let key = OpenSSHKeyFile.publicKey(bytes) { return key }
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
            if let key = line.flatMap(Self.key) { return key }
        }
        let inquiry = Inquiry("ssh-keygen", ["-y", "-P", "", "-f", path])
        return await lines(of: inquiry, named: "ssh-keygen").first.flatMap(Self.key)
    }

    private mutating func lines(of inquiry: Inquiry, named name: String) async -> [Substring] {
        switch await inquiry.answer() {
        case .text(let text): return text.split(separator: "\n")
        case .nothing: return []
        case .overdue:
            lack.silent.append(name)
            return []
        }
    }

    private mutating func counts(_ key: SSHKey?) -> Bool {
        guard let key else { return false }
        guard let fault = objection(key) else { return true }
        lack.add(fault)
        return false
    }

    private static func key(_ line: Substring) -> SSHKey? { try? SSHKey(line: line.utf8) }
}
