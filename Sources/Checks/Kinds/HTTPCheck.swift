import CanonicalJSON
package import Rollout

/// Whether a server answers a request over HTTP as it should.
package struct HTTPCheck: Check {
    /// What an answer is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        /// A field of the head.
        package struct Field: Hashable, Sendable {
            package let name: String
            package let value: ExpectedPresence

            package init(_ name: String, _ value: ExpectedPresence) {
                self.name = name
                self.value = value
            }
        }

        /// Any of them will do.
        package var statuses = [StatusRange.success]
        /// All of them must be as expected.
        package var fields: [Field] = []
        /// Of the body as text, after decompression; `json` is of the same body.
        package var content: ValueExpectation?
        package var json: JSONExpectation?
        /// Of the body in bytes, after decompression.
        package var size: ValueExpectation?
        /// How long all of it takes, with the redirects that are followed.
        package var time: ValueExpectation?

        package init() {}
    }

    package let plan: HTTPPlan
    package let expected: Expected

    package init(_ plan: HTTPPlan, expected: Expected = Expected()) {
        self.plan = plan
        self.expected = expected
    }

    package var subject: String { plan.address.description }

    package var cautions: [Caution] {
        plan.address.isSecure && !plan.tls.certificate.verify ? [.certificateNotVerified] : []
    }

    package var reach: String { plan.reach }

    package var mayNeedTrust: Bool { !secrets.isEmpty || plan.tls.namesFiles }
    package var alsoReads: [String] { plan.tls.files + secretFiles }
    package var secrets: [Secret] { plan.credential.map { [$0.secret] } ?? [] }

    package func seen(in observation: HTTPObservation) -> [String: TypedValue] {
        guard let response = observation.hops.last?.response else { return [:] }
        return observation.seenOfTLS.merging(["status": .number(response.status)]) { $1 }
    }

    package func observe(_ environment: CheckEnvironment) async -> HTTPObservation {
        await HTTPExchange(plan: plan).run(in: environment)
    }
}
