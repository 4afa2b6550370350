import Characters
import Checks
import Rollout

/// Posts a message to a webhook, and believes it sent only where the receiver says so.
package struct PostToWebhook: Sendable {
    private let webhook: Webhook
    private let authorities: String?
    private let retried: RetriedRequest

    private let mostBytesOfMessage: Int?

    /// An answer is only looked at for what it says of failure; the rest of a long one is left.
    private static let mostBytes = 64 << 10

    /// - Parameters:
    ///   - webhook: Where to.
    ///   - authorities: The path of the authorities that are trusted; nil for the system's.
    ///   - mostBytes: How long a message may be; nil for any length.
    ///   - limits: How long and how often it is tried.
    ///   - context: The world.
    ///   - pause: Waits between attempts.
    package init(
        to webhook: Webhook, authorities: String? = nil, mostBytes: Int? = nil,
        limits: TransferLimits = TransferLimits(), _ context: OperationContext,
        pause: @escaping RetriedRequest.Pause = { try await Task.sleep(for: $0) }
    ) {
        self.webhook = webhook
        self.authorities = authorities
        mostBytesOfMessage = mostBytes
        retried = RetriedRequest(
            service: .webhook(place: webhook.place), limits: limits, secrets: webhook.secrets,
            context: context, pause: pause)
    }

    /// Posts JSON; it was taken where nothing is thrown.
    package func callAsFunction(_ message: [UInt8]) async throws(OperationFailure) {
        if let most = mostBytesOfMessage, message.count > most {
            throw .transfer(
                TransferFailure(
                    retried.service, .messageTooLong(bytes: message.count, most: most)))
        }
        var request = HTTPRequest()
        request.method = "POST"
        request.fields = [HTTPField("Content-Type", "application/json; charset=utf-8")]
        request.body = message
        do throws(TransferFailure) {
            _ = try await retried.answer(
                TrustedRequest(
                    request, to: webhook.address, authorities: authorities,
                    mostBytes: Self.mostBytes, takesCut: true),
                of: webhook.address.host, judging: Self.standing)
        } catch {
            throw .transfer(error)
        }
    }

    /// What an answer says; connectors of Teams tell of a failure in the body of an answer with 200.
    static func standing(_ response: HTTPResponse) -> RetriedRequest.Standing {
        let byStatus = RetriedRequest.byStatus(response)
        guard byStatus == .taken else { return byStatus }
        let text = response.body.text.lowercased()
        // A page for people, such as one to sign in, is no answer of a receiver of messages.
        if text.utf8.first(where: { $0 > 32 }) == UInt8(ascii: "<") { return .refused }
        let signs = ["message delivery failed", "failed with error", "returned http error"]
        guard signs.contains(where: text.contains) else { return .taken }
        // The status of whom the receiver asked in turn.
        guard let mark = text.firstRange(of: "http error ") else { return .refused }
        let digits = text[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return digits == "429" || digits.count == 3 && digits.first == "5" ? .passing : .refused
    }
}
