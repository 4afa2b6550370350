import Fields
import LocatedYAML

/// How many steps one checklist may come to, each value of a `for-each` and each target counted.
///
/// Aliases make a short text stand for many entries, and all commands pay for what they stand for.
struct StepBudget: Sendable {
    /// For one target.
    static let most = 20_000
    /// For all targets together.
    static let mostOfAll = 100_000

    private let targets: Int
    /// How many steps each target may have.
    private let most: Int
    private var count = 0

    init(targets: Int) {
        self.targets = max(1, targets)
        most = min(Self.most, Self.mostOfAll / self.targets)
    }

    /// There were too many; other targets need not be looked at.
    var isUsed: Bool { count > most }

    /// Begins with the next target.
    mutating func nextTarget() { count = 0 }

    /// Takes the steps that an entry stands for; false where they are too many, which is reported.
    mutating func take(_ steps: Int, at node: YAMLNode, in context: ReadingContext) -> Bool {
        count += steps
        guard isUsed else { return true }
        context.report(
            "too-many-steps",
            "from here on there are more than \(most) steps, each value of a for-each counted"
                + (most < Self.most ? ": \(Self.mostOfAll) for \(targets) targets together" : ""),
            fix: "make several checklists of it", at: node)
        return false
    }
}
