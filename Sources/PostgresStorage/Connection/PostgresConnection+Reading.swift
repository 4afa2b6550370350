extension PostgresConnection {
    /// Does some reading in one state of the database.
    func reading<Value>(_ work: () throws -> Value) throws -> Value {
        try begin()
        return try finishing(work)
    }

    /// Begins to read one state of the database.
    func begin() throws(PostgresFailure) {
        try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    /// Does the reading, and ends what was begun.
    func finishing<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            let value = try work()
            try run("COMMIT")
            return value
        } catch {
            // A connection that this fails on is given up by whoever has it.
            try? run("ROLLBACK")
            throw error
        }
    }

    /// Writes what is not the log, all of it or nothing.
    func writing(_ work: () throws -> Void) throws {
        try run("BEGIN")
        do {
            try work()
            try run("COMMIT")
        } catch {
            try? run("ROLLBACK")
            throw error
        }
    }
}
