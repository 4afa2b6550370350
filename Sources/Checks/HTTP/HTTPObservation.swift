/// Everything that was seen of a request and of where it led.
package struct HTTPObservation: Hashable, Sendable {
    /// How long each part of a request took, in milliseconds; nil for what was not come to.
    package struct Timings: Hashable, Sendable {
        /// From the request to the first byte of the answer.
        package var response: Int?
        /// From there to the last byte.
        package var transfer: Int?

        package init() {}
    }

    /// One request.
    package struct Hop: Hashable, Sendable {
        package let address: HTTPAddress
        package let method: String
        package var report: ConnectionReport
        /// Also where the answer broke off later.
        package var response: HTTPResponse?
        package var timings = Timings()
        /// The session is not what is expected, so that nothing was asked.
        package var wasWithheld = false
        /// The server asked for a client certificate once it had the request.
        package var wasAskedLate = false
        /// What the proxy answered; nil where there is none, or it did not.
        package var proxyStatus: Int?

        /// The answer; nil where it broke off, for what is missing may say otherwise.
        var wholeResponse: HTTPResponse? { report.failure == nil ? response : nil }

        package init(
            _ address: HTTPAddress, _ method: String, _ report: ConnectionReport,
            response: HTTPResponse? = nil
        ) {
            self.address = address
            self.method = method
            self.report = report
            self.response = response
        }
    }

    /// In their order, at least one.
    package var hops: [Hop]
    /// Why the last redirect was not followed; nil where there was none.
    package var refusal: HTTPRedirects.Refusal?
    /// From the first lookup to the last byte.
    package var milliseconds = 0

    package init(_ hops: [Hop], refusal: HTTPRedirects.Refusal? = nil) {
        self.hops = hops
        self.refusal = refusal
    }

    /// The options of TLS that would be met by it, by name; those that redirects led to have others.
    var seenOfTLS: [String: TypedValue] {
        guard hops.count == 1, var seen = hops[0].report.tls?.seen else { return [:] }
        // HTTP knows the certificate that is to be sent, and no word for one that is asked for.
        seen["client-certificate"] = nil
        return seen
    }
}
