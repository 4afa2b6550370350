import Characters

/// Writes the wire format of SSH for tests, wrong ones too.
struct Wire {
    private(set) var bytes: [UInt8] = []

    func raw(_ part: some Sequence<UInt8>) -> Wire {
        var wire = self
        wire.bytes += part
        return wire
    }

    func number(_ number: UInt32) -> Wire {
        raw((0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) })
    }

    func string(_ part: some Collection<UInt8>) -> Wire { number(UInt32(part.count)).raw(part) }

    func string(_ text: String) -> Wire { string(Array(text.utf8)) }

    /// A positive number in as few bytes as it needs.
    func magnitude(_ bytes: some Collection<UInt8>) -> Wire {
        let digits = Array(bytes.drop { $0 == 0 })
        return string((digits.first ?? 0) >= 0x80 ? [0] + digits : digits)
    }

    /// The bytes of a signature, in the order of PROTOCOL.sshsig.
    static func signature(
        version: UInt32 = 1, key: [UInt8], namespace: String, reserved: String = "",
        hash: String = "sha512", signature: [UInt8], rest: [UInt8] = []
    ) -> [UInt8] {
        Wire().raw("SSHSIG".utf8).number(version).string(key).string(namespace).string(reserved)
            .string(hash).string(signature).raw(rest).bytes
    }

    /// The text around the bytes of a signature.
    static func armor(_ blob: [UInt8], width: Int = 70) -> [UInt8] {
        let letters = Array(Base64.text(blob).utf8)
        let lines = stride(from: 0, to: letters.count, by: width).flatMap {
            letters[$0..<min($0 + width, letters.count)] + [10]
        }
        return Array("-----BEGIN SSH SIGNATURE-----\n".utf8) + lines
            + Array("-----END SSH SIGNATURE-----\n".utf8)
    }

    /// The parts of a signature that ssh-keygen made.
    struct Parts {
        let key: [UInt8]
        let namespace: [UInt8]
        let hash: [UInt8]
        let signature: [UInt8]

        init(blob: [UInt8]) {
            var rest = blob.dropFirst(10)
            func string() -> [UInt8] {
                let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
                let part = rest.dropFirst(4).prefix(count)
                rest = rest.dropFirst(4 + count)
                return Array(part)
            }
            key = string()
            namespace = string()
            _ = string()
            hash = string()
            signature = string()
        }

        /// The strings of a string.
        static func strings(_ bytes: [UInt8]) -> [[UInt8]] {
            var rest = bytes[...]
            var strings: [[UInt8]] = []
            while rest.count >= 4 {
                let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
                strings.append(Array(rest.dropFirst(4).prefix(count)))
                rest = rest.dropFirst(4 + count)
            }
            return strings
        }
    }
}
