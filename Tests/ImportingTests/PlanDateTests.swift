import Importing
import Rollout
import Testing

@Suite("Days of plans")
struct PlanDateTests {
    private static func lastDay(_ text: String) throws -> CivilDate? {
        let table = try TableReader.table(Array(text.utf8), path: "plan.csv")
        return PlanTable(table, try ColumnMapping(table, given: [])).lastDay
    }

    @Test("may have dashes as they have dots, where only one day can be meant")
    func dashes() throws {
        #expect(try Self.lastDay("Task,Due\nA,31-10-2025\n") == CivilDate("2025-10-31"))
        #expect(try Self.lastDay("Task,Due\nA,03-10-2025\n") == nil)
    }
}
