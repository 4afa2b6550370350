package import Checks
package import Rollout

/// Why something was not sent, or not fetched.
package struct TransferFailure: Error, Hashable, Sendable {
    /// Whom it was about.
    package enum Service: Hashable, Sendable {
        /// A webhook by where its address is kept: `$NAME`, or a path.
        case webhook(place: String)
        case graph
        /// The server of a ledger.
        case server(address: String)
    }

    package enum Reason: Hashable, Sendable {
        case address(ServiceAddress.Mistake)
        /// The webhook's address or the token is not there.
        case secret(Obstacle)
        /// There is no answer.
        case unanswered(TrustedRequest.Failure)
        /// The answer is none that takes it; with the beginning of what it says, without secrets.
        /// It is passing where another attempt may be taken.
        case answer(status: Int, words: String, isPassing: Bool)
        /// The server wants to be left alone for longer than there is time.
        case asksToWait(status: Int, Duration)
        /// The message is longer than the receiver takes.
        case messageTooLong(bytes: Int, most: Int)
        /// What was fetched cannot be used.
        case unusable(UnusableReply)
    }

    /// What is wrong with an answer that came.
    package enum UnusableReply: Hashable, Sendable {
        /// Not the JSON that it should be; a sentence.
        case syntax(String)
        /// The next page would be asked of somebody else, so that the token would go there.
        case otherServer
        /// The next page is one that was there before.
        case circle
        case tooManyPages(Int)
        case tooManyPosts(Int)
        /// The bytes of all answers together.
        case tooManyBytes(Int)
        /// Something else than the post with this id, which was asked for.
        case otherPost(String)
    }

    package let service: Service
    /// The host; nothing else of an address is shown.
    package let host: String?
    package let attempts: Int
    package let reason: Reason
    /// Of one attempt at least nobody knows whether it arrived.
    package let mayHaveArrived: Bool

    package init(
        _ service: Service, host: String? = nil, attempts: Int = 0, _ reason: Reason,
        mayHaveArrived: Bool = false
    ) {
        self.service = service
        self.host = host
        self.attempts = attempts
        self.reason = reason
        self.mayHaveArrived = mayHaveArrived
    }
}
