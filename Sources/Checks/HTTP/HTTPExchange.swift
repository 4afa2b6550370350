import Rollout

/// Makes a request and follows where it leads.
struct HTTPExchange: Sendable {
    let plan: HTTPPlan

    /// Blocks a thread of its own, within one deadline for all requests together.
    func run(in environment: CheckEnvironment) async -> HTTPObservation {
        await CheckThreads.run(environment.timeout) { deadline in
            let stopwatch = Stopwatch()
            var observation = run(environment, deadline)
            observation.milliseconds = stopwatch.milliseconds
            return observation
        }
    }

    private func run(_ environment: CheckEnvironment, _ deadline: Deadline) -> HTTPObservation {
        let library: CurlLibrary
        do throws(CurlLibrary.Unusable) {
            library = try CurlLibrary.load()
        } catch {
            let obstacle = Obstacle(.httpUnusable, ["detail": error.detail])
            return HTTPObservation([.init(plan, failed: obstacle, environment.timeout)])
        }
        let cookies = CurlCookies(library)
        var observation = HTTPObservation([])
        var (address, request) = (plan.address, plan.request)
        if let credential = plan.credential {
            guard let value = credential.authorization(environment.secrets) else {
                let obstacle = Obstacle(
                    .httpUnusable, ["detail": "the secret cannot stand in a header"])
                return HTTPObservation([.init(plan, failed: obstacle, environment.timeout)])
            }
            request.authorization = value
        }
        while true {
            let call = HTTPCall(
                plan: plan, address: address, request: request, environment: environment,
                deadline: deadline)
            let hop = call.run(library, cookies)
            observation.hops.append(hop)
            guard let redirects = plan.redirects, redirects.isFollowed, let response = hop.response,
                hop.report.failure == nil,
                let next = redirects.next(
                    after: response, from: address, to: request, first: plan.address.host,
                    followed: observation.hops.count - 1)
            else { return observation }
            switch next {
            case .success(let following): (address, request) = following
            case .failure(let error):
                observation.refusal = error.refusal
                return observation
            }
        }
    }
}

extension HTTPObservation.Hop {
    /// A request that was not made because of something of ours.
    init(_ plan: HTTPPlan, failed obstacle: Obstacle, _ limit: Duration) {
        let dial = DialReport(host: plan.address.host, port: plan.address.port)
        let report = ConnectionReport(dial: dial, limit: limit, failure: .setup(obstacle))
        self.init(plan.address, plan.request.method, report)
    }
}
