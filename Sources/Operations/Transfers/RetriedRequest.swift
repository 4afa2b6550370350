import Characters
import Checks
import Rollout

/// A request that is made again where a server or the network is only unwell for the moment.
///
/// A refusal is final. Waits double, a `Retry-After` is obeyed, and all of it ends at a
/// number of attempts and a time. A request whose answer was lost is made again too, so that what it
/// sends may arrive twice.
package struct RetriedRequest: Sendable {
    /// What an answer is.
    enum Standing: Hashable, Sendable {
        case taken, refused
        /// Another attempt may be taken.
        case passing
    }

    /// Waits; tests do not.
    package typealias Pause = @Sendable (Duration) async throws -> Void

    let service: TransferFailure.Service
    let limits: TransferLimits
    /// Texts that nothing that is shown may hold.
    let secrets: [String]
    let context: OperationContext
    let pause: Pause

    /// The first answer that takes the request.
    func answer(
        _ request: TrustedRequest, of host: String,
        judging: (HTTPResponse) -> Standing = Self.byStatus
    ) async throws(TransferFailure) -> HTTPResponse {
        var left = limits.whole
        var wait = limits.firstWait
        var attempts = 0
        var mayHaveArrived = false
        while true {
            attempts += 1
            let began = ContinuousClock().now
            let result = await request.answer(
                within: min(limits.request, max(left, .milliseconds(1))), from: context.folder,
                clock: context.clock)
            left -= began.duration(to: ContinuousClock().now)
            func failed(_ reason: TransferFailure.Reason) -> TransferFailure {
                TransferFailure(
                    service, host: host, attempts: attempts, reason, mayHaveArrived: mayHaveArrived)
            }
            let reason: TransferFailure.Reason
            var asked: (status: Int, wait: Duration)?
            switch result {
            case .success(let response):
                let standing = judging(response)
                if standing == .taken { return response }
                reason = .answer(
                    status: response.status, words: words(response),
                    isPassing: standing == .passing)
                // What a server had done when it failed is not known.
                if response.status >= 500 { mayHaveArrived = true }
                guard standing == .passing else { throw failed(reason) }
                asked = retryAfter(response).map { (response.status, $0) }
            case .failure(let failure):
                reason = .unanswered(failure)
                if failure.mayHaveArrived { mayHaveArrived = true }
                guard failure.isPassing else { throw failed(reason) }
            }
            guard attempts < limits.attempts else { throw failed(reason) }
            let next = max(wait, asked?.wait ?? .zero)
            guard next < left else {
                throw failed(asked.map { .asksToWait(status: $0.status, $0.wait) } ?? reason)
            }
            do { try await pause(next) } catch {
                throw failed(.unanswered(.obstacle(Obstacle(.stopped))))
            }
            left -= next
            wait = wait * 2
        }
    }

    /// What a status alone says (RFC 9110 section 15).
    static func byStatus(_ response: HTTPResponse) -> Standing {
        switch response.status {
        case 200...299: return .taken
        case 429, 500...599: return .passing
        default: return .refused
        }
    }

    /// How long the server wants to be left alone, in seconds or until a date (RFC 9110 section
    /// 10.2.3); nil where it does not say, or nothing that can be read.
    private func retryAfter(_ response: HTTPResponse) -> Duration? {
        guard let value = response.value(of: "retry-after") else { return nil }
        if (1...6).contains(value.utf8.count), value.utf8.allSatisfy({ (48...57).contains($0) }) {
            return Int(value).map { .seconds($0) }
        }
        let own = context.clock()
        guard let moment = HTTPDate.instant(value, now: own) else { return nil }
        // By the clock that it was reckoned by, where the server says what that shows.
        let now = response.value(of: "date").flatMap { HTTPDate.instant($0, now: own) } ?? own
        let wait = moment.milliseconds - now.milliseconds
        return .milliseconds(min(max(wait, 0), 1_000_000_000))
    }

    /// The beginning of what an answer says, on one line and without secrets.
    private func words(_ response: HTTPResponse) -> String {
        let text = SecretMask(secrets).mask(response.body.text)
        let line = VisibleText.line(text)
        return line.count > 300 ? "\(line.prefix(300))…" : line
    }
}
