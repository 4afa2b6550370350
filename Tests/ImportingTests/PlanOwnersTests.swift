import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Who answers for the rows of a plan")
struct PlanOwnersTests {
    private static func draft(_ text: String) throws -> Checklist {
        let table = try TableReader.table(Array(text.utf8), path: "plan.csv")
        let plan = PlanTable(table, try ColumnMapping(table, given: []))
        #expect(plan.mistakes.isEmpty)
        return try DraftReading.checklist(PlanDraft(plan, name: "plan", start: nil).text).checklist
    }

    private static func roles(_ checklist: Checklist) -> [String] {
        checklist.roles.dropFirst().map { role in
            ([role.title] + role.members.map(\.text)).joined(separator: " ")
        }
    }

    @Test("are members only where a reader can tell them apart; the others are left to say")
    func lookalikes() throws {
        let text = """
            Task;Team;Owner
            A;DBA;|
            B;Net;1
            C;Net;n\u{043E}ra@example.com

            """
        let table = try TableReader.table(Array(text.utf8), path: "plan.csv")
        let plan = PlanTable(table, try ColumnMapping(table, given: []))
        let draft = PlanDraft(plan, name: "plan", start: nil).text
        #expect(try Self.roles(DraftReading.checklist(draft).checklist) == ["DBA |", "Net"])
        #expect(draft.contains("# review: it looks like |, so write one person in one way"))
        #expect(draft.contains("# review: a name that mixes Latin letters"))
    }

    @Test("is the role of the row, and its owners and members are the people of the role")
    func people() throws {
        let checklist = try Self.draft(
            """
            Task;Team;Owner;Members
            A;DBA;ann@example.com;bob@example.com, ann@example.com
            B;Net;"cid@example.com
            dan@example.com";
            C;DBA;eve@example.com & fay@example.com;

            """)
        #expect(
            Self.roles(checklist) == [
                "DBA ann@example.com bob@example.com eve@example.com fay@example.com",
                "Net cid@example.com dan@example.com",
            ])
        #expect(checklist.steps.map(\.role) == ["dba", "net", "dba"])
        #expect(checklist.steps.allSatisfy { $0.signOff?.roles == [$0.role] })
    }

    @Test("is each owner, as a role of that name, where the row has no role; each of them signs")
    func owners() throws {
        let checklist = try Self.draft(
            """
            Task,Role,Assigned to
            A,,ann@example.com; Network & Security
            B,,"Service Desk, ann@example.com"
            C,DBA,R&D
            D,,
            """)
        #expect(
            Self.roles(checklist) == [
                "ann@example.com ann@example.com", "Network", "Security", "Service Desk", "DBA R&D",
                "The team",
            ])
        #expect(
            checklist.steps.map { $0.signOff?.roles.map(\.text) } == [
                ["ann-example-com", "network", "security"], ["service-desk", "ann-example-com"],
                ["dba"], ["the-team"],
            ])
    }

    @Test("is not a member of the first owner's role where members stand beside several owners")
    func membersOfSeveral() throws {
        let text =
            "Task;Owner;Members\nA;Ann & Bob;ann@example.com, bob@example.com\nB;Cid;cid@example.com\n"
        #expect(Self.roles(try Self.draft(text)) == ["Ann", "Bob", "Cid cid@example.com"])
        let table = try TableReader.table(Array(text.utf8), path: "plan.csv")
        let plan = PlanTable(table, try ColumnMapping(table, given: []))
        #expect(
            PlanDraft(plan, name: "plan", start: nil).text.contains(
                "# review: which of the owners these belong to is not said: ann@example.com, bob@"))
    }

    @Test("is nobody by a guess: a name without an address is a role, and nobody is in it")
    func guesses() throws {
        let checklist = try Self.draft("Aufgabe;Verantwortlich\nA;DBA\n")
        #expect(Self.roles(checklist) == ["DBA"])
    }

    @Test(
        "is told by the heading",
        arguments: zip(
            ["Owner", "Assigned to", "Verantwortlich", "Responsable", "Eigenaar", "Wykonawca"],
            Array(repeating: ColumnKey.owner, count: 6)))
    func headings(_ heading: String, _ key: ColumnKey) throws {
        let table = try TableReader.table(
            Array("Task;Members;\(heading);Rolle\nA;;;\n".utf8), path: "a.csv")
        #expect(
            try ColumnMapping(table, given: []).columns == [
                .title: 0, .members: 1, key: 2, .role: 3,
            ])
    }

    @Test("needs a step by a title with a comma, and several by lines of a cell")
    func needs() throws {
        let checklist = try Self.draft(
            """
            Task,Needs
            "Back up, and check",
            B,"Back up, and check"
            C,"B
            D"
            D,
            """)
        #expect(
            checklist.steps.map { $0.needs.map(\.text) } == [
                [], ["back-up-and-check"], ["b", "d"], [],
            ])
    }
}
