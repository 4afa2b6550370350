import LocatedYAML
package import Rollout

/// Reads checklists and finds every mistake in them.
package enum ChecklistDecoder {
    /// Reads a file.
    ///
    /// A checklist is right for each of its targets or for none: all of them are read, also where
    /// one is asked for.
    ///
    /// - Parameters:
    ///   - path: The file, opened once.
    ///   - place: The place of the checklist, as statements name it.
    ///   - target: The target that is asked for; nil asks for each.
    ///   - chosen: Values for parameters, which are text and name no others.
    ///   - now: The present, for warnings of dates that are long past; nil asks for none.
    ///   - warns: Whether somebody will see warnings; where nobody does, not all are looked for.
    /// - Returns: The checklist for each target asked for, or every mistake in it.
    /// - Throws: `ParameterMistake` where a target or a chosen value does not fit.
    package static func read(
        path: String, place: String, target: TargetID? = nil, chosen: [String: String] = [:],
        now: Instant? = nil, warns: Bool = true
    ) throws(ParameterMistake) -> DecodingOutcome {
        try decode(
            YAMLReader.reading(path: path), .path(path), .beside(path), place, target, chosen, now,
            warns)
    }

    /// Reads a text that is already there, such as one that the ledger kept.
    ///
    /// Step sets come from the folder of the path that is its source, or from what was kept with it;
    /// one that is neither is a mistake, so that a text never has fewer steps than it had.
    package static func read(
        _ text: [UInt8], of source: ChecklistSource, with kept: [[UInt8]] = [], place: String,
        target: TargetID? = nil, chosen: [String: String] = [:], now: Instant? = nil,
        warns: Bool = true
    ) throws(ParameterMistake) -> DecodingOutcome {
        let named = SourceText(path: source.description, bytes: text)
        let sets = source.path.map { SetSource.beside($0) } ?? .kept(kept)
        return try decode(
            YAMLReader.reading(named), source, sets, place, target, chosen, now, warns)
    }

    private static func decode(
        _ reading: YAMLReading, _ source: ChecklistSource, _ sets: SetSource, _ place: String,
        _ target: TargetID?,
        _ chosen: [String: String], _ now: Instant?, _ warns: Bool
    ) throws(ParameterMistake) -> DecodingOutcome {
        guard let document = reading.document else { return .invalid(reading.mistakes) }
        let choice = ParameterChoice(target: target, values: chosen)
        return try TargetsDecoder(
            document: document, mistakes: reading.mistakes, source: source, sets: sets,
            place: place, choice: choice, now: now, warns: warns
        ).decode()
    }
}
