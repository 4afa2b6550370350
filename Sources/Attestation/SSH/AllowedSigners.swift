package import Rollout

/// Who may sign with which key: the text of an `allowed_signers` file of OpenSSH (ssh-keygen(1)).
///
/// It is read more strictly than by ssh-keygen: a pattern may stand for many people only where
/// certificates name them, since a key listed for all would sign for anybody.
package struct AllowedSigners: Hashable, Sendable {
    /// In the order of their lines.
    package let signers: [AllowedSigner]
    /// The lines that do not count; the others do.
    package let mistakes: [SignerListMistake]
    /// The lines of a key, by the key.
    private let keys: [KeyFingerprint: [AllowedSigner]]
    private let authorities: [KeyFingerprint: [AllowedSigner]]

    package static let none = AllowedSigners([], zone: .utc)

    /// Reads the text; times without `Z` are local ones, of the zone that is given.
    package init(_ text: some Collection<UInt8>, zone: Zone) {
        var signers: [AllowedSigner] = []
        var mistakes: [SignerListMistake] = []
        do throws(SignerListMistake) {
            for line in try SignerListLines.lines(of: text) {
                do throws(SignerLineMistake) {
                    signers.append(try AllowedSigner(line, zone: zone))
                } catch {
                    mistakes.append(SignerListMistake(line: line.number, reason: error))
                }
            }
        } catch {
            signers = []
            mistakes.append(error)
        }
        self.signers = signers
        self.mistakes = mistakes
        keys = Dictionary(grouping: signers.filter { !$0.isAuthority }, by: \.key.fingerprint)
        authorities = Dictionary(grouping: signers.filter(\.isAuthority), by: \.key.fingerprint)
    }

    /// What keeps a plain key from counting; nil where one line lets it.
    func objection(
        to key: SSHKey, of principal: Principal, for namespace: SignatureNamespace,
        at instant: Instant
    ) -> SignatureFault? {
        guard let lines = keys[key.fingerprint] else { return .keyNotListed(key.fingerprint) }
        return Self.objection(lines, principal, namespace, instant)
    }

    /// What keeps certificates of an authority from counting; nil where one line lets them.
    func objection(
        toAuthority key: SSHKey, of principal: Principal, for namespace: SignatureNamespace,
        at instant: Instant
    ) -> SignatureFault? {
        guard let lines = authorities[key.fingerprint] else {
            return .authorityNotListed(key.fingerprint)
        }
        return Self.objection(lines, principal, namespace, instant)
    }

    /// The objection of the line that comes closest: one for the principal before one for others.
    private static func objection(
        _ lines: [AllowedSigner], _ principal: Principal, _ namespace: SignatureNamespace,
        _ instant: Instant
    ) -> SignatureFault? {
        var closest: SignatureFault?
        for line in lines {
            guard let objection = line.objection(to: principal, for: namespace, at: instant) else {
                return nil
            }
            if case .notForPrincipal = objection, closest != nil { continue }
            if case .notForPrincipal? = closest { closest = objection }
            closest = closest ?? objection
        }
        return closest
    }
}
