import LocatedYAML
import Operations

extension OperationFailure {
    /// What to exit with.
    var exitStatus: ExitStatus {
        switch self {
        case .unknown, .severalSteps, .noOtherText, .noChecklists, .linkAway, .linkNowhere,
            .source, .parameter, .targetWanted,
            .noSuchText,
            .severalPlaces, .noSuchPlace, .noFolderOfPlace, .gateAhead, .gateUnverified, .gatePast,
            .gateText,
            .placeOfFile, .severalRoles,
            .noSuchEntry, .notTrusted,
            .principal:
            return .usage
        case .ofSeveral(_, let failure): return failure.exitStatus
        case .invalid(let diagnostics):
            return diagnostics.contains { $0.code == Diagnostic.unreadable }
                ? .fileTrouble : .invalidInput
        case .signing(.file): return .fileTrouble
        case .signing(.noProgram): return .unavailable
        case .noApprovalAsked, .notAReport, .since, .notARunner, .notARunnerOfSite, .signers,
            .signerList, .signersUnchanged,
            .ownerWithoutKey, .passkey, .signing,
            .signature, .table, .request, .poll, .approval, .retrospective:
            return .invalidInput
        case .nothingToCheck, .noneStandsSo, .nothingToCheckFrom, .twins, .noRole, .signOff,
            .waiver,
            .waiverTooLong, .decision,
            .revocation, .editorial,
            .correction, .pointless,
            .noSignOffAsked, .evidenceWanted:
            return .invalidInput
        case .notJudged: return .ownFault
        case .log(let failure): return failure.exitStatus
        case .transfer(let failure): return failure.exitStatus
        case .server(let failure): return failure.exitStatus
        case .file, .foreignPage, .notNotified, .evidence, .trustStore, .bundle: return .fileTrouble
        }
    }
}
