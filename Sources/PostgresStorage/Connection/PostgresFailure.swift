/// Why PostgreSQL did not do what it was asked for.
struct PostgresFailure: Error, Hashable {
    let cause: Cause
    /// A clause without a full stop, and without a secret.
    let reason: String

    enum Cause: Hashable {
        /// It cannot be reached, or the connection ended: whether it did the last thing is not known.
        case lost
        /// It answered with an error of a code, and did nothing.
        case refused(code: String)
    }

    var isLost: Bool { cause == .lost }

    /// Whether the same may be tried at once: two transactions were in each other's way.
    var isCollision: Bool {
        switch cause {
        case .lost: false
        // Not serialisable, a deadlock, or a row that another one stored meanwhile.
        case .refused(let code): ["40001", "40P01", "23505"].contains(code)
        }
    }
}
