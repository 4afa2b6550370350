import LedgerStorage

extension PostgresConnection {
    /// Writes the row of the log as it is; where that is committed, all that was seen before is as well.
    static let confirmation = "UPDATE log SET size = size WHERE id = 1"

    /// Returns once everything that the database showed by now is on its disk, and confirmed by the
    /// standbys that its commits wait for.
    func confirm(for location: LedgerLocation) throws {
        for _ in 0..<10 {
            _ = takeWarning()
            do throws(PostgresFailure) {
                try ask(Self.confirmation)
            } catch {
                guard error.isCollision else { throw error }
                continue
            }
            return try refuseWarning(for: location)
        }
        throw LedgerError(location, .busy)
    }

    /// A commit that a standby did not confirm is told as a warning, after it was made.
    func refuseWarning(for location: LedgerLocation) throws(LedgerError) {
        guard let warning = takeWarning() else { return }
        throw LedgerError(
            location,
            .failed(
                reason: "the database does not confirm what it has (\(warning)); see to its "
                    + "standbys, and bring the last statements again, each is recorded once"))
    }
}
