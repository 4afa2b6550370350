import LedgerStorage
import Rollout
import Testing

/// What is not the log, where other transactions are in the way.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(5)))
struct PostgresCollisionTests {
    /// Has the database say so many times that a transaction is not serialisable.
    private static func collisions(_ count: Int) -> String {
        """
        CREATE SEQUENCE readiness.tries;
        CREATE FUNCTION readiness.collide() RETURNS trigger AS $$ BEGIN
        IF nextval('readiness.tries') <= \(count) THEN
            RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001';
        END IF;
        RETURN NEW;
        END $$ LANGUAGE plpgsql SECURITY DEFINER;
        CREATE TRIGGER collide BEFORE INSERT ON readiness.upload_files
        FOR EACH ROW EXECUTE FUNCTION readiness.collide()
        """
    }

    @Test("It is done again, and is there once")
    func again() async throws {
        try await PostgresPair.with { pair async throws in
            try pair.run(Self.collisions(3))
            let file = try await pair.bring("evidence", to: pair.one)
            #expect(try await pair.one.evidence.standing(of: file.digest) == .whole)
            #expect(try await pair.one.evidence.removable().map(\.digest) == [file.digest])
        }
    }

    @Test("Where there is no end of it the ledger is told to be busy")
    func lasting() async throws {
        try await PostgresPair.with { pair async throws in
            try pair.run(Self.collisions(1000))
            let error = await #expect(throws: LedgerError.self) {
                try await pair.bring("evidence", to: pair.one)
            }
            #expect(error?.cause == .busy)
        }
    }
}
