import Rollout

/// A TLS session cannot even be begun: something of ours is not usable.
struct TLSSetupFailure: Error, Hashable {
    let obstacle: Obstacle

    init(_ code: Obstacle.Code, _ values: [String: String] = [:]) {
        obstacle = Obstacle(code, values)
    }
}
