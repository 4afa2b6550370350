package import Rollout

extension CertificateCheck {
    package func judge(
        _ observation: CertificateObservation, at _: Instant, until deadline: Deadline
    ) -> Judgement {
        let words = "a certificate in \(path)"
        let keys = key.map { keyFinding(observation, in: $0) }.map { [$0] } ?? []
        var obstacle = observation.authoritiesObstacle
        if case .unknown(let unseen)? = observation.key { obstacle = unseen }
        let findings: [Finding]
        switch observation.certificates {
        case .absent: findings = [Finding(words, actual: "nothing", .unmet)]
        case .other(let what): findings = [Finding(words, actual: what, .unmet)]
        case .unknown(let unseen):
            obstacle = unseen
            findings = [Finding(words, actual: "nothing that was read", .unknown)]
        case .read(let entries):
            guard let own = entries.first else { return Judgement(.nothingObserved) }
            let chain = chain(entries.map(\.certificate), observation)
            obstacle = obstacle ?? chain.obstacle
            findings =
                [Finding(words, actual: words, .met)] + chain.findings
                + self.own(own, until: deadline) + entries.compactMap(fault)
        }
        return Judgement(findings + keys, obstacle: obstacle)
    }

    /// The file as a whole: its dates, its order, and whom it leads to.
    private func chain(
        _ certificates: [TLSCertificate], _ observation: CertificateObservation
    ) -> Judgement {
        let wanted = expected.certificate
        let dates = CertificateDates(
            certificates, verification: observation.verification, at: observation.instant)
        let keys = CertificateKeyFindings(wanted, certificates)
        var all = [dates.validity] + keys.disorder
        if let expires = wanted.expires { all += dates.expiry(expires) }
        if !wanted.issuers.isEmpty {
            let path = observation.verification?.issuers ?? certificates.map(\.issuer)
            all.append(CertificateNames.issuer(wanted.issuers, among: path, otherwise: nil))
        }
        all += keys.findings
        guard wanted.verify else { return Judgement(all) }
        let trust = CertificateTrust(
            authorities: wanted.authorities, verification: observation.verification,
            isCounted: true)
        // Where the authorities themselves were not read, the obstacle says so.
        let isUnknown = observation.authoritiesObstacle != nil
        let finding =
            isUnknown
            ? Finding(trust.finding.expected, actual: "authorities that were not read", .unknown)
            : trust.finding
        return Judgement(all + [finding], obstacle: trust.obstacle)
    }

    /// What is asked of the first certificate.
    private func own(_ entry: CertificateObservation.Entry, until deadline: Deadline) -> [Finding] {
        let names = CertificateNames(entry.certificate)
        var all = expected.names.map {
            names.finding($0, matches: entry.matching.contains($0))
        }
        for usage in expected.usages {
            let words = "a certificate for \(usage.words)"
            let permitted = entry.traits.usages.map(\.words).joined(separator: ", ")
            let isPermitted = entry.traits.usages.contains(usage)
            let actual =
                permitted.isEmpty ? "one for none of the usual usages" : "one for \(permitted)"
            all.append(Finding(words, actual: isPermitted ? words : actual, met: isPermitted))
        }
        if let isAuthority = expected.isAuthority { all.append(authority(entry, isAuthority)) }
        if let signature = expected.signature {
            all += signature.findings(
                of: .text(entry.certificate.signature), named: "the signature", until: deadline)
        }
        return all
    }

    private func authority(
        _ entry: CertificateObservation.Entry, _ isWanted: Bool
    ) -> Finding {
        let words = { (isOne: Bool) in
            isOne ? "a certificate of an authority" : "one of no authority"
        }
        switch entry.traits.authority {
        case .unclear:
            return Finding(
                words(isWanted), actual: "one that does not say clearly whether it is", .unmet)
        case .yes: return Finding(words(isWanted), actual: words(true), met: isWanted)
        case .no: return Finding(words(isWanted), actual: words(false), met: !isWanted)
        }
    }

    /// Other programs of this machine refuse one that is weak or not in order, and so does this.
    private func fault(_ entry: CertificateObservation.Entry) -> Finding? {
        guard entry.traits.isReadable else {
            return Finding(
                "certificates that can be read to their end",
                actual: "\(entry.certificate.subject.short): an extension is not in order", .unmet)
        }
        let least = CertificateTraits.leastStrength
        let seen = entry.certificate
        func finding(_ what: String, _ actual: String) -> Finding {
            Finding(
                "\(what) worth at least \(least) bits",
                actual: "\(seen.subject.short): \(actual)", .unmet)
        }
        guard let strength = entry.traits.keyStrength, strength >= least else {
            let size = "\(seen.keyType) of \(seen.keyBits) bits"
            return finding("keys", entry.traits.keyStrength.map { "\(size), worth \($0)" } ?? size)
        }
        guard let strength = entry.traits.signatureStrength, strength < least else { return nil }
        return finding("signatures", "\(seen.signature), worth \(strength)")
    }

    private func keyFinding(_ observation: CertificateObservation, in path: String) -> Finding {
        let words = "the private key of the first certificate in \(path)"
        switch observation.key {
        case .absent: return Finding(words, actual: "nothing", .unmet)
        case .other(let what): return Finding(words, actual: what, .unmet)
        case nil, .unknown: return Finding(words, actual: "nothing that was read", .unknown)
        case .read(let key):
            guard case .read(let entries) = observation.certificates else {
                return Finding(words, actual: "a private key", .unknown)
            }
            guard let place = key.place, place < entries.count else {
                return Finding(words, actual: "the key of another certificate", .unmet)
            }
            guard place == 0 else {
                let owner = entries[place].certificate.subject.short
                return Finding(
                    words, actual: "that of certificate \(place + 1), \(owner)", .unmet)
            }
            return Finding(words, actual: words, .met)
        }
    }
}
