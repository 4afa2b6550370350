package import Rollout

/// A key for which an authority vouches: a user certificate of OpenSSH (PROTOCOL.certkeys).
package struct SSHCertificate: Hashable, Sendable {
    /// The key that is vouched for.
    package let key: SSHKey
    package let serial: UInt64
    package let kind: Kind
    package let keyID: String
    /// Whom it is for; nobody where there are none.
    package let principals: [Principal]
    /// Seconds since 1970; the first at which it counts.
    package let validAfter: UInt64
    /// Seconds since 1970; the first at which it counts no more.
    package let validBefore: UInt64
    package let options: SSHCertificateOptions
    /// The key of the authority.
    package let authority: SSHKey
    /// The whole wire format.
    package let blob: [UInt8]

    /// Whom a certificate names.
    package enum Kind: UInt32, Sendable {
        case user = 1
        case host = 2
    }

    /// Reads the wire format and verifies the authority's signature; nothing may follow.
    package init(blob: some Collection<UInt8>) throws(SignatureFault) {
        let bytes = ArraySlice(blob)
        var reader = SSHReader(bytes, .certificate)
        let name = try reader.string()
        guard let (type, isCertificate) = SSHKeyType.named(name), isCertificate else {
            throw .keyTypeRefused(String(decoding: name, as: UTF8.self))
        }
        _ = try reader.string()  // A random number that keeps signatures from being foreseen.
        key = try SSHKey(type, &reader, .certificate)
        serial = try reader.number64()
        guard let kind = Kind(rawValue: try reader.number32()) else {
            throw .malformed(.notOfItsType(.certificate))
        }
        self.kind = kind
        keyID = try reader.text()
        var names = SSHReader(try reader.string(), .principals)
        var principals: [Principal] = []
        while !names.isAtEnd { principals.append(Principal(try names.text())) }
        self.principals = principals
        validAfter = try reader.number64()
        validBefore = try reader.number64()
        options = try SSHCertificateOptions(try reader.string())
        _ = try reader.string()  // Extensions: what a login may do.
        _ = try reader.string()  // Reserved.
        authority = try SSHKey(blob: try reader.string())
        let signed = bytes.dropLast(reader.rest.count)
        let signature = try reader.string()
        try reader.end()
        let value = try SSHSignatureValue(signature, by: authority.type)
        do throws(SignatureFault) {
            _ = try authority.verify(value, over: Array(signed))
        } catch .badSignature {
            throw .certificateForged(authority: authority.fingerprint)
        }
        self.blob = Array(bytes)
    }

    /// What keeps it from counting for a principal at a moment, given what a hardware key said.
    func objection(
        to principal: Principal, at instant: Instant, by device: SignerKey.SecurityKey?
    ) -> SignatureFault? {
        guard kind == .user else { return .certificateForHost(keyID: keyID) }
        if let unknown = options.unknown { return .certificateOptionUnknown(unknown) }
        if options.asksForVerification, device?.isUserVerified != true {
            return .verificationMissing(key.fingerprint)
        }
        guard !principals.isEmpty else { return .certificateWithoutPrincipals(keyID: keyID) }
        guard principals.contains(principal) else {
            return .certificateForOthers(principals, keyID: keyID)
        }
        let from = Instant(secondsSince1970: validAfter)
        if instant < from { return .certificateNotYetValid(from: from, keyID: keyID) }
        let end = Instant(secondsSince1970: validBefore)
        // A certificate without an end has the greatest number there.
        if instant >= end, validBefore != .max { return .certificateExpired(end, keyID: keyID) }
        return nil
    }
}

extension Instant {
    /// Held within what an instant can say, which is far beyond all calendars.
    fileprivate init(secondsSince1970 seconds: UInt64) {
        let most = Int64.max / 1000
        self.init(milliseconds: Int64(min(seconds, UInt64(most))) * 1000)
    }
}
