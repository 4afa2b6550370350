import Attestation
import Crypto
import Rollout
import Testing

/// Signatures of which something was changed or left away.
struct SignatureTamperingTests {
    /// The key of a signature that begins with a zero byte, which was left away.
    private static let shortKey =
        "ssh-rsa "
            + """
            AAAAB3NzaC1yc2EAAAADAQABAAABAQC4vEc5pbGcW2PJXZhGX9aAwVCmmnysJTJbzmbBbvd5/SxRgBUm\
            EQ5jEzv4YFfoC84wXEiODkfTI/V3EHCJnIZWsaq8HPIZT0izF+rgn92U3KvJnLjBjgjxijihjxsLa8eH\
            RV6INQzDOR2RyEgnvEAbyWuGYpqy+chLioj8dAerW6saWGnhEU8lza6Y+VpBJV/u1QXPNj1jyktbOAyC\
            TuG61XTdAb1H2l3PLws8e1zITt6DRFCuVEE/P1nV8kIWnEi+mzh1AdFmQupEr5JBs4RIuMqfmEBNdBal\
            CIwuU5XTCkfg5vAiD+VnPEvleqHunxnnrZTX1Qy3zoX+suc7lAx1
            """
    private static let shortSignature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBALi8RzmlsZxbY8ldmEZf1o
        DBUKaafKwlMlvOZsFu93n9LFGAFSYRDmMTO/hgV+gLzjBcSI4OR9Mj9XcQcImchlaxqrwc
        8hlPSLMX6uCf3ZTcq8mcuMGOCPGKOKGPGwtrx4dFXog1DMM5HZHISCe8QBvJa4ZimrL5yE
        uKiPx0B6tbqxpYaeERTyXNrpj5WkElX+7VBc82PWPKS1s4DIJO4brVdN0BvUfaXc8vCzx7
        XMhO3oNEUK5UQT8/WdXyQhacSL6bOHUB0WZC6kSvkkGzhEi4yp+YQE10FqUIjC5TldMKR+
        Dm8CIP5Wc8S+V6oe6fGeetlNfVDLfOhf6y5zuUDHUAAAAWc3RhdGVtZW50LXYxQHJlYWRp
        bmVzcwAAAAAAAAAGc2hhNTEyAAABEwAAAAxyc2Etc2hhMi01MTIAAAD/o7HhnrrbT5RSPl
        G4rOXaT0WJxPxuHJ/Dc2pHznFXD3uBID8ZMzeOH71EtarBOaO/FHT73qu6Pl1Kpv/f2xtP
        Sf62fFhLThTVysqTeiUggR2WcMBf8HKPeB2azyrKLtd3veoSDNlS64LqTsRouBF7Bk423O
        u1O+d+kskuHyUQVBrnw00fMV4I7HfNcs5g5zO2HF2MQvRkl0KSwBJA1VJwAnHUZBJZUGXG
        WguQ/cMpilIM7bJxPGs4A/9bgKawAP5prdm+BnW2O9FbCiIVEaWkt8VRz6wcNSKEjC/nsm
        SGZakndN2UcPxQAHRvmiCHJhP68Ge/r/gBEdS/ZG+Xg0dg
        -----END SSH SIGNATURE-----

        """

    @Test("A short RSA signature is a bad one, though ssh-keygen fills it up")
    func shortRSA() throws {
        let list = "nora@example.com \(Self.shortKey)\n"
        let message = Array("message 273".utf8)
        let key = try SSHKey(line: Self.shortKey.utf8).fingerprint
        let verifier = SignatureVerifier(allowed: AllowedSigners(list.utf8, zone: .utc))
        let short = Array(Self.shortSignature.utf8)
        #expect(verifier.fault(short, over: message) == .badSignature(key))
        try Keygen.inFolder { keygen in
            let isGood = try keygen.verifies(
                short, over: message, allowed: Array(list.utf8), principal: "nora@example.com",
                namespace: Sample.namespace, at: Sample.time)
            #expect(isGood)
        }
    }

    @Test(
        "No byte of blob or armour can be changed, and none left away",
        arguments: ["ed25519", "p256", "rsa-2048", "token", "passkey", "certificate"])
    func everyByte(_ kind: String) throws {
        let (armored, verifier) = try signed(by: kind)
        let blob = try SSHSignature(armored: armored).blob
        #expect(verifier.fault(armored) == nil)
        var counted = 0
        for place in blob.indices {
            for mask in [1, 0x80] as [UInt8] {
                var changed = blob
                changed[place] ^= mask
                if verifier.fault(Wire.armor(changed)) == nil { counted += 1 }
            }
            if verifier.fault(Wire.armor(Array(blob[..<place]))) == nil { counted += 1 }
        }
        for place in armored.indices {
            for mask in [1, 0x20] as [UInt8] {
                var changed = armored
                changed[place] ^= mask
                if verifier.fault(changed) == nil { counted += 1 }
            }
            // Without its last line end it is whole.
            guard place < armored.count - 1 else { continue }
            if verifier.fault(Array(armored[..<place])) == nil { counted += 1 }
        }
        #expect(counted == 0)
    }

    private func signed(by kind: String) throws -> ([UInt8], SignatureVerifier) {
        try Keygen.inFolder { keygen in
            func verifier(_ line: String, _ options: String = "") -> SignatureVerifier {
                SignatureVerifier(
                    allowed: Sample.allowed("nora@example.com \(options)\(line)"),
                    origins: [PageOrigin("https://ready.example")].compactMap(\.self))
            }
            switch kind {
            case "token":
                let token = SoftwareToken(secret: .p256(.init()), application: "ssh:")
                return (
                    try token.sign(Sample.message, namespace: Sample.namespace),
                    verifier(token.line)
                )
            case "passkey":
                let token = SecurityKeyTests.passkey
                return (
                    try token.signInBrowser(Sample.message, namespace: Sample.namespace),
                    verifier(token.line)
                )
            case "certificate":
                try SampleKeys.put("ed25519", "authority", into: keygen)
                _ = try keygen.certify(
                    "ed25519", by: "authority", ["-I", "id", "-n", "nora@example.com"])
                return (
                    try keygen.sign(
                        Sample.message, key: "ed25519-cert.pub", namespace: Sample.namespace),
                    verifier(try SampleKeys.line("authority"), "cert-authority ")
                )
            default:
                try SampleKeys.put(kind, into: keygen)
                return (
                    try keygen.sign(Sample.message, key: kind, namespace: Sample.namespace),
                    verifier(try SampleKeys.line(kind))
                )
            }
        }
    }
}
