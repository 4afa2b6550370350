import ArgumentParser
import Characters
import ChecklistDecoding
import Operations
import Rollout

/// Who says something about one rollout, how it is signed, and where it is recorded.
struct ActingOptions: ParsableArguments {
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var signing: SigningOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var recording: RecordingOptions

    /// Judges the rollout, lets somebody act on it, and prints what became of that.
    ///
    /// Where the act is about the text, any of its targets will do.
    func act(
        on checklist: String, ofEveryTarget: Bool = false, _ body: (Act) async throws -> String
    ) async throws {
        let context = recording.context
        let new = context.newLedgers(for: [checklist])
        defer { RecordingOptions.noteStarted(new, context) }
        let loader = try scope.loader(context)
        let any = ofEveryTarget ? try await loader.load([checklist]).first : nil
        let loaded = if let any { any } else { try await loader.loadOne(checklist) }
        let act = try await Act(
            on: loaded, by: principal.principal(), for: signing.onBehalfOf,
            signing: signing.method, tell: { Terminal.note(VisibleText.line($0)) }, context)
        try Terminal.write(try await body(act))
        await LedgerOptions.note(act, context)
    }
}
