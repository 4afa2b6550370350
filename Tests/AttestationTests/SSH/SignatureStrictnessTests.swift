import Attestation
import Rollout
import Testing

/// Forms of a signature that ssh-keygen passes over, or that nobody takes.
struct SignatureStrictnessTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// The kind of key that signs.
        var key = "ed25519"
        /// Makes another armoured text from one that is right.
        let change: @Sendable ([UInt8]) throws -> [UInt8]
        let mistake: SignatureMistake
        /// Whether ssh-keygen says Good.
        var isGood = false

        var testDescription: String { name }
    }

    /// A change of the bytes within the armour.
    private static func blob(
        _ change: @escaping @Sendable (Wire.Parts) throws -> [UInt8]
    ) -> @Sendable ([UInt8]) throws -> [UInt8] {
        { Wire.armor(try change(Wire.Parts(blob: try SSHSignature(armored: $0).blob))) }
    }

    /// A change of the numbers r and s of a signature.
    private static func pair(
        _ change: @escaping @Sendable ([[UInt8]]) -> [UInt8]
    ) -> @Sendable ([UInt8]) throws -> [UInt8] {
        blob { parts in
            let strings = Wire.Parts.strings(parts.signature)
            let field = Wire().string(strings[0]).string(change(Wire.Parts.strings(strings[1])))
            return Wire.signature(
                key: parts.key, namespace: Sample.namespace, signature: field.bytes)
        }
    }

    private static func changed(_ part: @escaping @Sendable (Wire.Parts) -> [UInt8])
        -> @Sendable ([UInt8]) throws -> [UInt8]
    {
        blob { Wire.signature(key: $0.key, namespace: Sample.namespace, signature: part($0)) }
    }

    private static let header = "-----BEGIN SSH SIGNATURE-----\n"

    static let cases: [Case] = [
        // The text.
        Case(
            name: "text after the footer", change: { $0 + Array("more\n".utf8) },
            mistake: .textAfterFooter, isGood: true),
        Case(
            name: "an empty line after the footer", change: { $0 + [10] },
            mistake: .textAfterFooter, isGood: true),
        Case(
            name: "text before the header", change: { Array("x\n".utf8) + $0 },
            mistake: .headerNotFirst),
        Case(
            name: "an empty line before the header", change: { [10] + $0 }, mistake: .headerNotFirst
        ),
        Case(
            name: "carriage returns",
            change: { $0.flatMap { $0 == 10 ? [13, 10] : [$0] } }, mistake: .carriageReturn),
        Case(
            name: "a blank in the base64",
            change: { Array($0[..<40]) + [32] + Array($0[40...]) }, mistake: .notBase64(line: 2),
            isGood: true),
        Case(
            name: "an empty line in the base64",
            change: { Array($0[..<101]) + [10] + Array($0[101...]) }, mistake: .notBase64(line: 3),
            isGood: true),
        Case(name: "no footer", change: { Array($0.dropLast(29)) }, mistake: .footerMissing),
        Case(
            name: "nothing within",
            change: { _ in Array("\(header)-----END SSH SIGNATURE-----\n".utf8) },
            mistake: .notBase64(line: 2)),
        Case(name: "nothing", change: { _ in [] }, mistake: .headerNotFirst),
        Case(
            name: "too long", change: { $0 + Array(repeating: 65, count: 40_000) },
            mistake: .tooLong(most: 32_768), isGood: true),
        // The bytes.
        Case(
            name: "version 0",
            change: blob {
                Wire.signature(
                    version: 0, key: $0.key, namespace: Sample.namespace, signature: $0.signature)
            }, mistake: .otherVersion(0), isGood: true),
        Case(
            name: "version 2",
            change: blob {
                Wire.signature(
                    version: 2, key: $0.key, namespace: Sample.namespace, signature: $0.signature)
            }, mistake: .otherVersion(2)),
        Case(
            name: "something reserved",
            change: blob {
                Wire.signature(
                    key: $0.key, namespace: Sample.namespace, reserved: "x",
                    signature: $0.signature)
            }, mistake: .reservedNotEmpty, isGood: true),
        Case(
            name: "bytes at the end",
            change: blob {
                Wire.signature(
                    key: $0.key, namespace: Sample.namespace, signature: $0.signature, rest: [0])
            }, mistake: .bytesAfter(.blob)),
        Case(
            name: "no namespace",
            change: blob { Wire.signature(key: $0.key, namespace: "", signature: $0.signature) },
            mistake: .namespaceEmpty),
        Case(
            name: "hash sha1",
            change: blob {
                Wire.signature(
                    key: $0.key, namespace: Sample.namespace, hash: "sha1",
                    signature: $0.signature)
            }, mistake: .unknownHash("sha1")),
        Case(
            name: "bytes behind the key",
            change: blob {
                Wire.signature(
                    key: $0.key + [0], namespace: Sample.namespace, signature: $0.signature)
            }, mistake: .bytesAfter(.key)),
        Case(
            name: "bytes behind the signature", change: changed { $0.signature + [0] },
            mistake: .bytesAfter(.signature)),
        Case(
            name: "a long ed25519 signature",
            change: changed {
                Wire().string("ssh-ed25519").string(Wire.Parts.strings($0.signature)[1] + [0]).bytes
            }, mistake: .notOfItsType(.signature)),
        Case(
            name: "a signature of another type",
            change: changed {
                Wire().string("ssh-rsa").string(Wire.Parts.strings($0.signature)[1]).bytes
            }, mistake: .otherAlgorithm("ssh-rsa")),
        // Numbers.
        Case(
            name: "r with a zero too many", key: "p256",
            change: pair { pair in
                Wire().string([0] + ((pair[0][0] == 0) ? pair[0] : [0] + pair[0])).string(pair[1])
                    .bytes
            }, mistake: .numberNotMinimal(.number), isGood: true),
        Case(
            name: "s with a zero too many", key: "p521",
            change: pair { pair in
                Wire().string(pair[0]).string([0, 0] + pair[1]).bytes
            }, mistake: .numberNotMinimal(.number), isGood: true),
        Case(
            name: "a negative r", key: "p384",
            change: pair { pair in Wire().string([0x80] + pair[0]).string(pair[1]).bytes },
            mistake: .numberNotMinimal(.number)),
        Case(
            name: "a third number", key: "p256",
            change: pair { pair in
                Wire().string(pair[0]).string(pair[1]).string("").bytes
            }, mistake: .bytesAfter(.number)),
        Case(
            name: "an r wider than the curve", key: "p256",
            change: pair { pair in
                Wire().string(Array(repeating: 1, count: 33)).string(pair[1]).bytes
            }, mistake: .notOfItsType(.number)),
        Case(
            name: "RSA with SHA-1", key: "rsa",
            change: changed {
                Wire().string("ssh-rsa").string(Wire.Parts.strings($0.signature)[1]).bytes
            }, mistake: .otherAlgorithm("ssh-rsa")),
        Case(
            name: "the curve of another type", key: "p256",
            change: blob { parts in
                let strings = Wire.Parts.strings(parts.key)
                let key = Wire().string(strings[0]).string("nistp384").string(strings[2])
                return Wire.signature(
                    key: key.bytes, namespace: Sample.namespace, signature: parts.signature)
            }, mistake: .notOfItsType(.key)),
        Case(
            name: "a point that is not on the curve", key: "p256",
            change: blob { parts in
                var key = parts.key
                key[key.count - 1] ^= 1
                return Wire.signature(
                    key: key, namespace: Sample.namespace, signature: parts.signature)
            }, mistake: .noKey(.key)),
        Case(
            name: "an RSA exponent with a zero too many", key: "rsa",
            change: blob { parts in
                let strings = Wire.Parts.strings(parts.key)
                let key = Wire().string(strings[0]).string([0] + strings[1]).string(strings[2])
                return Wire.signature(
                    key: key.bytes, namespace: Sample.namespace, signature: parts.signature)
            }, mistake: .numberNotMinimal(.key), isGood: true),
    ]

    @Test("Each form has its own reason, where ssh-keygen takes it too", arguments: cases)
    func forms(_ sample: Case) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put(sample.key, into: keygen)
            let line = try SampleKeys.line(sample.key)
            let right = try keygen.sign(
                Sample.message, key: sample.key, namespace: Sample.namespace)
            let changed = try sample.change(right)
            let verifier = SignatureVerifier(allowed: Sample.allowed("nora@example.com \(line)"))
            #expect(verifier.fault(right) == nil)
            #expect(verifier.fault(changed) == .malformed(sample.mistake))
            let theirs = try keygen.verifies(
                changed, over: Sample.message, allowed: Array("nora@example.com \(line)\n".utf8),
                principal: "nora@example.com", namespace: Sample.namespace, at: Sample.time)
            #expect(theirs == sample.isGood)
        }
    }
}
