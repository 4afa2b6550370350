package import Rollout

extension HTTPCheck {
    package func judge(
        _ observation: HTTPObservation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let common = HTTPFindings(plan: plan, observation: observation)
        if let failure = common.failure { return failure }
        guard let hop = observation.hops.last, let response = hop.response else {
            return Judgement(.nothingObserved)
        }
        let session = common.session
        if hop.address.isSecure, session == nil { return Judgement(.nothingObserved) }
        var findings = common.warnings + (session?.findings ?? [])
        if let refusal = observation.refusal {
            findings.append(Finding(allowed, actual: refusal.words, .unmet))
        }
        findings.append(status(response))
        if plan.version == .http2 {
            findings.append(
                Finding("HTTP/2", actual: "HTTP/\(response.version)", met: response.version == "2"))
        }
        findings += expected.fields.flatMap { field($0, response, deadline) }
        if let content = expected.content {
            findings += content.findings(
                of: response.body, named: "the content", isPrivate ? .privateText : .text,
                until: deadline)
        }
        if let size = expected.size { findings.append(self.size(size, response)) }
        if let longest = expected.longest {
            let isWithin = Duration.milliseconds(observation.milliseconds) <= longest
            let words = { (word: String) in "an answer \(word) \(longest.language)" }
            findings.append(
                Finding(
                    words("within"), actual: words(isWithin ? "within" : "after more than"),
                    met: isWithin))
        }
        return Judgement(findings, obstacle: session?.obstacle)
    }

    private var allowed: String {
        guard let redirects = plan.redirects else { return "no redirect" }
        let hosts = ([plan.address.host] + redirects.hosts).joined(separator: ", ")
        return "at most \(redirects.limit) redirects, within \(hosts)"
    }

    private func status(_ response: HTTPResponse) -> Finding {
        let wanted = expected.statuses.map(\.description).joined(separator: " or ")
        let isMet = expected.statuses.contains { $0.contains(response.status) }
        let location = HTTPRedirects().reference(in: response)
            .map { ", which leads to \(ForeignText.clean(Array($0.utf8)))" }
        return Finding(
            "the status \(wanted)",
            actual: "the status \(response.status)" + (isMet ? "" : location ?? ""), met: isMet)
    }

    private func field(
        _ field: Expected.Field, _ response: HTTPResponse, _ deadline: Deadline
    ) -> [Finding] {
        let value = response.value(of: field.name)
        guard let wanted = field.value else {
            let (there, absent) = ("a header \(field.name)", "no header \(field.name)")
            return [Finding(absent, actual: value == nil ? absent : there, met: value == nil)]
        }
        guard let value else {
            return [
                Finding(
                    "a header \(field.name)", actual: "no header \(field.name)", .unmet)
            ]
        }
        let bytes = Array(value.utf8)
        return wanted.findings(
            of: CapturedText(bytes, limit: bytes.count), named: "the header \(field.name)",
            isPrivate ? .privateText : .text, until: deadline)
    }

    /// Where the reading was ended at the limit, more came than is allowed or than is waited for.
    private func size(_ size: Bounds<Int64>, _ response: HTTPResponse) -> Finding {
        let total = Int64(response.body.total)
        let words = size.words("a content of", ByteCount.words)
        guard response.isStopped else {
            return Finding(
                words, actual: "a content of \(ByteCount.words(total))", met: size.contains(total))
        }
        let isOver = size.maximum.map { total > $0 } ?? false
        let least = (size.minimum ?? 0) <= total
        return Finding(
            words, actual: "a content of more than \(ByteCount.words(Int64(plan.bodyLimit)))",
            isOver ? .unmet : size.maximum == nil && least ? .met : .unknown)
    }
}
