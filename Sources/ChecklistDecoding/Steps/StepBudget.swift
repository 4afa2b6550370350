import Fields
import LocatedYAML

/// How many steps a checklist may come to that nobody wrote: of `for-each`, of sets, and of targets.
///
/// Aliases make a short text stand for many entries, and all commands pay for what they stand for.
/// A step that is written costs its own text.
struct StepBudget: Sendable {
    /// Steps of `for-each` and of step sets, for one target.
    static let mostOfForEach = 20_000
    /// Steps of all targets together, where there are several.
    static let mostOfTargets = 100_000

    private let targets: Int
    private var count = 0
    private var countOfForEach = 0
    private var countOfSets = 0

    init(targets: Int) { self.targets = max(1, targets) }

    /// There were too many; other targets need not be looked at.
    var isUsed: Bool { isForEachUsed || areTargetsUsed }

    private var isForEachUsed: Bool { countOfForEach + countOfSets > Self.mostOfForEach }
    private var areTargetsUsed: Bool { targets > 1 && count > Self.mostOfTargets / targets }

    /// Begins with the next target.
    mutating func nextTarget() { (count, countOfForEach, countOfSets) = (0, 0, 0) }

    /// Takes a step as it is written; false where they are too many, which is reported.
    mutating func takeOne(at node: YAMLNode, in context: ReadingContext) -> Bool {
        count += 1
        return report(at: node, in: context)
    }

    /// Takes the steps that the values of a `for-each` make.
    mutating func take(forEach steps: Int, at node: YAMLNode, in context: ReadingContext) -> Bool {
        count += steps
        countOfForEach += steps
        return report(at: node, in: context)
    }

    /// Takes a step of a set, which may be used many times.
    mutating func takeOneOfSet(at node: YAMLNode, in context: ReadingContext) -> Bool {
        count += 1
        countOfSets += 1
        return report(at: node, in: context)
    }

    /// What makes the steps that nobody wrote, as the subject of a sentence with its verb.
    private var makers: String {
        if countOfSets == 0 { return "for-each makes" }
        return countOfForEach == 0 ? "step sets make" : "for-each and step sets make"
    }

    private func report(at node: YAMLNode, in context: ReadingContext) -> Bool {
        guard isUsed else { return true }
        context.report(
            "too-many-steps",
            isForEachUsed
                ? "from here on \(makers) more than \(Self.mostOfForEach) steps"
                : "from here on there are more than \(Self.mostOfTargets) steps, those of all "
                    + "\(targets) targets counted",
            fix: "make several checklists of it", at: node)
        return false
    }
}
