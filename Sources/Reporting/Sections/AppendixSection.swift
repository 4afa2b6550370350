import Rollout

/// The evidence in full: what each step asks, what checks expected and saw, who said what, and the
/// digests of what was shown.
enum AppendixSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.auditor]

    static func write(_ context: ReportContext, to document: inout Document) {
        let places = context.assessment.steps.indices.filter(context.isListed)
        if !places.isEmpty {
            document.heading(2, "Evidence, step by step")
            let idle = places.map { context.assessment.steps[$0] }
                .filter { $0.status == .notApplicable }
            let reasons = NumberedReasons(
                idle.map { StepWording.sentence($0.reason, context.words) })
            document.list(reasons.items)
            for place in places { StepAppendix.write(at: place, reasons, context, to: &document) }
        }
        certificates(context, to: &document)
        signOffs(context, to: &document)
        files(context, to: &document)
    }

    private static func certificates(_ context: ReportContext, to document: inout Document) {
        let seen = SeenCertificate.all(in: context.assessment)
        guard !seen.isEmpty else { return }
        document.heading(2, "Certificates that checks saw")
        document.table(
            ["Subject", "Names", "Issuer", "Valid", "SHA-256", "Seen by"],
            rows: seen.map { certificate in
                [
                    "\(code: certificate.subject)",
                    .joined(certificate.names.prefix(10).map { "\(code: $0)" }),
                    "\(code: certificate.issuer)",
                    "\(certificate.notBefore) to \(certificate.notAfter)",
                    "\(code: certificate.sha256)", context.steps(certificate.steps),
                ]
            })
    }

    private static func signOffs(_ context: ReportContext, to document: inout Document) {
        let all = context.assessment.signOffs
        guard !all.isEmpty else { return }
        document.heading(2, "Sign-offs and rejections")
        let reasons = NumberedReasons(
            all.filter { !$0.counts || !$0.carriedBy.isEmpty }
                .map { SignOffWording.sentence($0, context.words) })
        document.list(AuthenticationItems.items(all.map(\.entry)) + reasons.items)
        document.table(
            ["Step", "By, for", "Said", "Recorded (UTC)", "Note", "Counts", "Entry"],
            rows: all.map { signOff in
                let why = reasons.words(SignOffWording.sentence(signOff, context.words))
                // The note of one that counts stands with its step.
                let note: Inline = signOff.counts ? "" : "\(signOff.signOff.note)"
                let carried: Inline = signOff.carriedBy.isEmpty ? "" : ": \(why)"
                return [
                    context.step(signOff.step), context.author(signOff.entry, role: signOff.role),
                    "\(SignOffWording.verb(signOff.signOff.choice))",
                    "\(LocalTime.utc(signOff.entry.recordedAt))", note,
                    signOff.counts ? "yes\(carried)" : "no: \(why)", context.entry(signOff.entry),
                ]
            })
    }

    private static func files(_ context: ReportContext, to document: inout Document) {
        let rows = context.assessment.signOffs.flatMap { signOff in
            signOff.signOff.evidence.map { file -> [Inline] in
                [
                    context.entry(signOff.entry), context.step(signOff.step), "\(code: file.name)",
                    "\(file.file.size)", "\(code: file.file.digest.description)",
                ]
            }
        }
        guard !rows.isEmpty else { return }
        document.heading(2, "Evidence files")
        document.paragraph("A copy of each is kept beside the ledger by its digest.")
        document.table(["Entry", "Step", "File", "Bytes", "Digest"], rows: rows)
    }
}

/// What the words beside names mean, for those that occur.
enum AuthenticationItems {
    static func items(_ entries: [Entry]) -> [Inline] {
        var used: [String: Authentication] = [:]
        for entry in entries {
            let how = entry.authentication
            used["\(how.code) \(how.signer?.securityKey?.origin ?? "")"] = how
        }
        return used.sorted { $0.key < $1.key }.map { _, how in
            "\(strong: "\(AuthenticationWording.word(how))"): \(AuthenticationWording.meaning(how))"
        }
    }
}
