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
        findings += body(response, deadline)
        if let time = expected.time {
            findings += self.time(time, observation.milliseconds, deadline)
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
        let location = HTTPRedirects().references(in: response).first
            .map { ", which leads to \(ForeignText.withoutPasswords(Array($0.utf8)))" }
        return Finding(
            "the status \(wanted)",
            actual: "the status \(response.status)" + (isMet ? "" : location ?? ""), met: isMet)
    }

    /// What a header must be like is held against its bytes, and not against what is shown of them.
    private func field(
        _ field: Expected.Field, _ response: HTTPResponse, _ deadline: Deadline
    ) -> [Finding] {
        let name = "the header \(field.name)"
        let bytes = response.bytes(of: field.name)
        let isSecret =
            field.name.lowercased() == "set-cookie"
            || bytes.map { ForeignText.hasPassword($0) } ?? false
        let medium: ValueExpectation.Medium = isSecret ? .privateText : self.medium
        if case .fitting(let expectation) = field.value, let bytes {
            return expectation.findings(
                of: CapturedText(bytes, limit: bytes.count), named: name, medium, until: deadline)
        }
        return field.value.findings(
            of: response.value(of: field.name).map { .text($0) }, named: name, medium,
            until: deadline)
    }

    private var medium: ValueExpectation.Medium { isPrivate ? .privateText : .text }

    private func body(_ response: HTTPResponse, _ deadline: Deadline) -> [Finding] {
        let content = expected.content?.findings(
            of: response.body, named: "the content", medium, until: deadline)
        let json = expected.json?.findings(
            of: response.body.withoutMark, named: "the content", medium, until: deadline)
        let size = expected.size.map { self.size($0, response, deadline) }
        let findings = (content ?? []) + (json ?? []) + (size ?? [])
        // What is not there lacks everything, which says nothing of what was to be looked at.
        guard let missing = response.bodyMissing else { return findings }
        return findings.map {
            $0.isMet ? Finding($0.expected, actual: missing, .unknown) : $0
        }
    }

    /// Where the reading was ended at the limit, more came than is allowed or than is waited for.
    private func size(
        _ size: ValueExpectation, _ response: HTTPResponse, _ deadline: Deadline
    ) -> [Finding] {
        let total = TypedValue.size(Int64(response.body.total))
        let name = "a content of"
        guard response.isStopped else {
            return size.findings(of: total, named: name, until: deadline)
        }
        let isEnough = size.standing(of: total, until: deadline) == .met
        let standing: Finding.Standing =
            size.greatestSize != nil ? .unmet : isEnough ? .met : .unknown
        let limit = ByteCount.words(Int64(plan.bodyLimit))
        return size.words(of: name).map {
            Finding($0, actual: "a content of more than \(limit)", standing)
        }
    }

    /// The time itself is another one in each run, so that only the facts have it.
    private func time(
        _ time: ValueExpectation, _ milliseconds: Int, _ deadline: Deadline
    ) -> [Finding] {
        time.changing(.duration(.milliseconds(milliseconds)), named: "an answer in", deadline)
    }
}

extension ValueExpectation {
    /// The greatest size that fits; nil where there is none.
    var greatestSize: Int64? {
        terms.compactMap { term in
            switch term {
            case .equals(.size(let size)), .bounds(minimum: _, maximum: .size(let size)?):
                return size
            default: return nil
            }
        }.min()
    }

    /// It has a least size that lies above a limit, and no greatest one that moves the limit.
    func isUndecidable(within limit: Int) -> Bool {
        greatestSize == nil
            && terms.contains { term in
                guard case .bounds(minimum: .size(let size)?, maximum: _) = term else {
                    return false
                }
                return size > limit
            }
    }
}
