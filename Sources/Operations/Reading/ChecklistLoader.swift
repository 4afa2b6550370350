package import ChecklistDecoding
import LedgerStorage
import LocatedYAML
package import Rollout

/// Finds and reads the checklists that somebody names.
package struct ChecklistLoader: Sendable {
    private let context: OperationContext
    /// Which target to read for; nil reads for each.
    private let target: TargetID?
    /// Values for parameters, by name.
    private let chosen: [String: String]
    /// Where the text of a digest is kept, if the ledger knows several places; nil takes the one.
    private let place: String?

    package init(
        _ context: OperationContext, target: TargetID? = nil, chosen: [String: String] = [:],
        place: String? = nil
    ) {
        self.context = context
        self.target = target
        self.chosen = chosen
        self.place = place
    }

    /// Reads every checklist for each target that is asked for, or fails with the mistakes of all.
    ///
    /// A name is a path, or `sha256:` and at least eight digits of the digest of a text that the
    /// ledger kept.
    package func load(_ names: [String]) async throws -> [LoadedChecklist] {
        var loaded: [LoadedChecklist] = []
        var mistakes: [Diagnostic] = []
        var seen: Set<String> = []
        let whole = await AllProcessors.map(names, share: 64) { [context] in context.wholeName($0) }
        let once = zip(names, whole).filter { seen.insert($1).inserted }.map(\.0)
        for outcome in await AllProcessors.map(once, share: 8, result) {
            switch try outcome.get() {
            case .loaded(let checklists): loaded += checklists
            case .invalid(let diagnostics): mistakes += diagnostics
            }
        }
        guard mistakes.isEmpty else { throw OperationFailure.invalid(mistakes) }
        try refuseTwins(loaded)
        return loaded
    }

    /// Reads one checklist for the one target that somebody acts on.
    package func loadOne(_ name: String) async throws -> LoadedChecklist {
        try Self.one(of: try await load([name]))
    }

    /// Reads a text that need not be on record yet, for a target and values.
    static func one(
        _ text: StoredText, for scope: Scope
    ) throws(OperationFailure) -> LoadedChecklist {
        let outcome: DecodingOutcome
        do throws(ParameterMistake) {
            outcome = try ChecklistDecoder.read(
                Array(text.text.utf8), of: .digest(prefix: text.digest.hex), with: text.setBytes,
                place: text.entry.statement.rollout.place, target: scope.target,
                chosen: scope.parameters, warns: false)
        } catch {
            throw .parameter(path: text.digest.description, error)
        }
        switch outcome {
        case .loaded(let checklists): return try one(of: checklists)
        case .invalid(let diagnostics): throw .invalid(diagnostics)
        }
    }

    private static func one(
        of loaded: [LoadedChecklist]
    ) throws(OperationFailure) -> LoadedChecklist {
        guard let first = loaded.first, loaded.count == 1 else {
            throw .targetWanted(loaded.compactMap(\.target))
        }
        return first
    }

    /// Reads a text as if it were kept where another checklist is, to be held against that one.
    func load(
        _ name: String, inPlaceOf other: LoadedChecklist
    ) async throws -> [LoadedChecklist] {
        let place = other.checklist.rollout.place
        let location = context.location(for: other.source.path)
        switch try await outcome(name, in: location, as: place) {
        case .loaded(let checklists): return checklists
        case .invalid(let diagnostics): throw OperationFailure.invalid(diagnostics)
        }
    }

    private func result(_ name: String) async -> Result<DecodingOutcome, any Error> {
        do {
            return .success(try await outcome(name))
        } catch {
            return .failure(error)
        }
    }

    /// Reads a text for its own place, or for another one that it stands for; `location` is the
    /// ledger that texts of a digest are taken from.
    private func outcome(
        _ name: String, in location: LedgerLocation? = nil, as other: String? = nil
    ) async throws -> DecodingOutcome {
        let source: ChecklistSource
        do throws(ChecklistSource.Mistake) {
            source = try ChecklistSource(name)
        } catch {
            throw OperationFailure.source(error)
        }
        do {
            switch source {
            case .path(let path):
                guard place == nil else { throw OperationFailure.placeOfFile(path) }
                let home = ChecklistHome(of: path, from: context.folder)
                return try ChecklistDecoder.read(
                    path: path, place: other ?? home.place, target: target, chosen: chosen,
                    warns: false)
            case .digest(let prefix):
                let (text, sets, place) = try await stored(
                    source, prefix, in: location ?? context.location(for: nil), as: other)
                return try ChecklistDecoder.read(
                    Array(text.utf8), of: source, with: sets, place: place, target: target,
                    chosen: chosen, warns: false)
            }
        } catch let mistake as ParameterMistake {
            throw OperationFailure.parameter(path: name, mistake)
        }
    }

    /// The text of a digest, and the place that it was recorded for or is to stand for.
    private func stored(
        _ source: ChecklistSource, _ prefix: String, in location: LedgerLocation, as other: String?
    ) async throws -> (text: String, sets: [[UInt8]], place: String) {
        let found = try await location.ledger().texts(matching: prefix)
        if let other, let first = found.first { return (first.text, first.setBytes, other) }
        let fitting = found.filter { text in
            place.map { $0 == text.entry.statement.rollout.place } ?? true
        }
        guard let first = fitting.first else {
            guard let place, !found.isEmpty else {
                throw OperationFailure.noSuchText(source, location)
            }
            throw OperationFailure.noSuchPlace(source, place: place, Self.rollouts(of: found))
        }
        let rollouts = Self.rollouts(of: fitting)
        guard rollouts.count == 1 else {
            throw OperationFailure.severalPlaces(source, rollouts)
        }
        return (first.text, first.setBytes, rollouts[0].place)
    }

    /// The rollouts that texts were recorded for, each once.
    private static func rollouts(of texts: [StoredText]) -> [RolloutReference] {
        Set(texts.map(\.entry.statement.rollout)).sorted { $0.place < $1.place }
    }

    /// Two checklists of one id at one place of one ledger would share their evidence.
    private func refuseTwins(_ loaded: [LoadedChecklist]) throws {
        struct Key: Hashable {
            let rollout: RolloutReference
            let ledger: LedgerLocation
        }
        var names: [Key: String] = [:]
        let sources = loaded.map(\.source.description)
        for (checklist, (name, ledger)) in zip(
            loaded, zip(sources, context.locations(for: sources)))
        {
            let rollout = checklist.checklist.rollout
            let key = Key(rollout: rollout, ledger: ledger)
            if let other = names.updateValue(name, forKey: key), other != name {
                throw OperationFailure.twins(other, name, id: rollout.id)
            }
        }
    }
}
