package import Rollout

/// The steps of a plan that was kept as a table.
package struct PlanTable: Sendable {
    package struct Step: Hashable, Sendable {
        package let row: Int
        /// The id as the sheet has it; empty where it has none.
        package let name: String
        /// An id of a checklist.
        package let id: String
        package let title: String
        package let text: String
        package let owners: PlanOwners
        package let due: CivilDate?
        package let isBlocking: Bool
        /// The ids of other rows, and of steps of the checklist.
        package let needs: [String]
        /// What the sheet says of its state, which is no evidence.
        package let status: String

        /// The title of the step's role; empty where the sheet names nobody.
        package var role: String { owners.roles.first ?? "" }
    }

    package let steps: [Step]
    package let mistakes: [TableMistake]

    /// Reads the rows below the head; what cannot be read is a mistake, and none is passed over.
    ///
    /// `known` has the ids of the checklist that the sheet was written from, steps and groups of
    /// steps: such a name means that step, and a need may name one without a row. `former` has the
    /// names of an earlier import, which the same steps keep.
    package init(
        _ table: Table, _ mapping: ColumnMapping, of known: Set<String> = [],
        keeping former: FormerNames = FormerNames()
    ) {
        var reader = PlanReader(table: table, mapping: mapping, known: known, former: former)
        reader.read()
        steps = reader.steps
        mistakes = reader.mistakes
    }

    /// The role of steps for which the sheet names nobody.
    package static let nobody = "The team"

    /// The latest day on which something is due; nil where nothing has a day.
    package var lastDay: CivilDate? { steps.compactMap(\.due).max() }
}
