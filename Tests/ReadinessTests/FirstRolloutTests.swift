import Foundation
import Testing

/// Carries out the walk of docs/first-rollout.md with the built program, from an empty folder.
@Suite("The first rollout")
struct FirstRolloutTests {
    @Test(
        "Every command prints what the page shows, and the walk ends with GO",
        .timeLimit(.minutes(10)))
    func walk() throws {
        let walk = DocsWalk(page: try DocsTree.text("docs/first-rollout.md"))
        #expect(walk.commands.count > 20)
        let results = try walk.carryOut()
        for (command, result) in zip(walk.commands, results) {
            let place = "docs/first-rollout.md:\(command.line): \(command.text)"
            let isAsShown = DocsOutput.matches(result.output, shown: command.output)
            #expect(
                isAsShown,
                "\(place)\nshown:\n\(command.output.joined(separator: "\n"))\nprinted:\n\(result.output.joined(separator: "\n"))"
            )
            // Where the page does not go on with `echo $?`, it tells the reader of no failure.
            #expect(command.mayFail || result.status == 0, "\(place) ended with \(result.status)")
        }
        let gate = try #require(zip(walk.commands, results).first { $0.0.text.contains(" gate ") })
        #expect(gate.1.status == 0)
        #expect(gate.1.output.first == "move: GO")
    }

    @Test(
        "… stands for any text of a line, and alone on a line for any lines",
        arguments: [
            (["a 1 b"], ["a … b"], true), (["a 1 c"], ["a … b"], false), (["ab"], ["a…b"], true),
            (["a"], ["a…a"], false), (["x", "y", "z"], ["x", "…"], true),
            (["x", "y", "z"], ["…", "z"], true), (["x", "y"], ["x"], false), ([], [], true),
            (["x"], [], false), ([], ["x"], false),
            (["x", "z"], ["x", "…", "y", "…", "z"], false),
        ])
    func wildcards(printed: [String], shown: [String], expected: Bool) {
        #expect(DocsOutput.matches(printed, shown: shown) == expected)
    }
}
