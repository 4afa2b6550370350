import Checks
import Reporting
import Rollout

extension TransferFailure: CustomStringConvertible {
    /// What is wrong, and what to do about it; never anything of an address but its host.
    package var description: String {
        switch reason {
        case .address(.unreadable):
            return "\(Self.owner(service)) is not a URL of https without a user name. \(unsent)"
        case .address(.notABase):
            return "\(Self.owner(service)) has a path or a query, which would be dropped. "
                + "Write https:// and the host alone. \(unsent)"
        case .address(.insecure):
            return
                "\(Self.owner(service)) begins with http: everybody on the way could read what is "
                + "sent. Only 127.0.0.1 and [::1] may be spoken to without TLS. "
                + "Write https. \(unsent)"
        case .secret(let obstacle): return "\(ObstacleWording.sentence(obstacle)) \(unsent)"
        case .unanswered(let failure): return "\(tried) \(Self.sentence(failure)) \(unsent)"
        case .answer(let status, let words, let isPassing):
            let said = words.isEmpty ? "" : ": \(Prose.quoted(words))"
            return "\(tried) It answered with the status \(status)\(said). "
                + "\(advice(status, isPassing))\(unsent)"
        case .asksToWait(let status, let wait):
            return "\(tried) It answered with the status \(status) and asks to be left alone for "
                + "\(Prose.duration(wait)), which is longer than there is time. Try again then. "
                + unsent
        case .messageTooLong(let bytes, let most):
            return "The message has \(bytes) bytes, and the receiver takes \(most). "
                + "--format json is for a receiver of your own. \(unsent)"
        case .unusable(let reply): return "\(tried) \(Self.sentence(reply)) \(unsent)"
        }
    }

    /// Whom was asked how often.
    private var tried: String {
        let at = host.map { " at \($0)" } ?? ""
        let times = attempts > 1 ? ", asked \(attempts) times," : ""
        switch service {
        case .webhook(let place):
            return "The webhook in \(place)\(at)\(times) did not take the message."
        case .graph: return "Microsoft Graph\(at)\(times) did not give the posts."
        case .server(let address):
            return "The ledger's server \(address)\(times) did not answer well."
        }
    }

    private var unsent: String {
        switch service {
        case .graph: return "Nothing was imported."
        case .server:
            return mayHaveArrived
                ? "Whether it recorded anything is not known; the same may be sent again."
                : "Nothing was recorded or judged."
        case .webhook:
            return mayHaveArrived
                ? "What was sent may have arrived all the same." : "The message was not sent."
        }
    }

    private static func owner(_ service: Service) -> String {
        switch service {
        case .webhook(let place): return "What \(place) holds"
        case .graph: return "The address of Microsoft Graph (--graph-base)"
        case .server(let address): return "The address \(address)"
        }
    }

    private static func sentence(_ failure: TrustedRequest.Failure) -> String {
        switch failure {
        case .lost: return "Nothing came back that could be understood."
        case .obstacle(let obstacle): return ObstacleWording.sentence(obstacle)
        case .ended(let words, _, _): return "What came was \(words)."
        case .untrusted(_, let obstacle?): return ObstacleWording.sentence(obstacle)
        case .untrusted(let findings, nil):
            let seen = findings.map { "expected \($0.expected), found \($0.actual)" }
            return "It is not shown to be the server that is meant, and was told nothing: "
                + "\(seen.joined(separator: "; ")). Where its certificate is issued by an authority "
                + "of your own, name that one with --ca-file."
        case .tooLong(let bytes): return "Its answer is longer than \(bytes) bytes."
        }
    }

    private static func sentence(_ reply: UnusableReply) -> String {
        switch reply {
        case .syntax(let sentence): return "Its answer is not what it should be: \(sentence)"
        case .otherServer:
            return "The next page is said to be on another server, which is not given the token."
        case .circle: return "The next page is one that was read before."
        case .tooManyPages(let most):
            return "There are more than \(most) pages. Ask for less, with --since or by ids."
        case .tooManyPosts(let most):
            return "There are more than \(most) posts. Ask for less, with --since or by ids."
        case .tooManyBytes(let most):
            return "There are more than \(most) bytes in all. Ask for less, with --since or by ids."
        case .otherPost(let id): return "Its answer is not the post \(id) that was asked for."
        }
    }

    /// What to do about a status, with a blank behind it; empty where the status says it all.
    private func advice(_ status: Int, _ isPassing: Bool) -> String {
        guard !isPassing else { return "Try again later. " }
        switch (service, status) {
        case (_, 300...399):
            return "It leads elsewhere, and is not followed: write the new address. "
        case (.graph, 401):
            return
                "The token in $\(GraphSource.tokenVariable) is missing a part, has expired or is "
                + "for another audience: get a new one for https://graph.microsoft.com. "
        case (.graph, 403):
            return "The token may not read posts: it needs the permission "
                + "ServiceMessage.Read.All, with the consent of an administrator. "
        case (.graph, 404): return "There is no such post, or --graph-base is wrong. "
        case (.webhook, 401), (.webhook, 403), (.webhook, 404), (.webhook, 410):
            return "The webhook may have been removed or replaced: make a new one. "
        case (.server, 401), (.server, 403):
            return "It wants a token that may read: put it into $\(ServerRequests.tokenVariable). "
        case (.webhook, 413): return "The message is too long for it. "
        default: return ""
        }
    }
}
