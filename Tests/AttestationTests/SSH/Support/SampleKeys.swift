/// Key pairs that ssh-keygen makes once for all tests.
struct SampleKeys: Sendable {
    /// One pair; the halves are the contents of its files.
    struct Pair: Sendable {
        let privateKey: [UInt8]
        /// Without a comment.
        let line: String
    }

    private let pairs: [String: Pair]

    static let kinds: [String: [String]] = [
        "ed25519": ["-t", "ed25519"], "p256": ["-t", "ecdsa", "-b", "256"],
        "p384": ["-t", "ecdsa", "-b", "384"], "p521": ["-t", "ecdsa", "-b", "521"],
        "rsa": ["-t", "rsa", "-b", "3072"], "rsa-2048": ["-t", "rsa", "-b", "2048"],
        "rsa-1024": ["-t", "rsa", "-b", "1024"],
        "other": ["-t", "ed25519"], "authority": ["-t", "ed25519"],
        "rsa-authority": ["-t", "rsa", "-b", "2048"],
    ]

    private static let shared = Result {
        try Keygen.inFolder { keygen in
            SampleKeys(
                pairs: try Dictionary(
                    uniqueKeysWithValues: kinds.map { name, options in
                        let line = try keygen.makeKey(name, options)
                        return (name, Pair(privateKey: try keygen.read(name), line: line))
                    }))
        }
    }

    /// The line of a public key.
    static func line(_ name: String) throws -> String {
        guard let pair = try shared.get().pairs[name] else { throw Unknown(name: name) }
        return pair.line
    }

    struct Unknown: Error { let name: String }

    /// Puts both halves of a pair into the folder of an ssh-keygen.
    static func put(_ names: String..., into keygen: Keygen) throws {
        for name in names {
            guard let pair = try shared.get().pairs[name] else { throw Unknown(name: name) }
            try keygen.write(name, pair.privateKey)
            try keygen.write("\(name).pub", Array("\(pair.line)\n".utf8))
        }
    }
}
