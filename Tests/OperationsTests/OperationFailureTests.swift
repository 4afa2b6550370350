import ChecklistDecoding
import Files
import Importing
import LedgerStorage
import LocatedYAML
import Operations
import Reporting
import Rollout
import Testing

@Suite("The words of a failure")
struct OperationFailureTests {
    /// One of every case.
    private static func all(_ place: Place) async throws -> [OperationFailure] {
        let words = WordingContext(try await place.load().checklist)
        let source = try ChecklistSource("sha256:0123456789")
        let location = LedgerLocation(path: "l.sqlite")
        let rollouts = ["a/c.yaml", "b/c.yaml"].map { RolloutReference(id: "c", place: $0) }
        let step = StepID("reviewed")
        let ann = Principal("ann@example.com")
        let admin = RoleID("admin")
        let phase = PhaseID("first")
        let store = ContentStore(parent: place.folder, limit: 0)
        let content = try #require(
            #expect(throws: ContentError.self) { try store.put([1]) })
        return [
            .unknown(.target, "contosso", known: ["contoso"]),
            .severalSteps("each", [StepID("each/a"), StepID("each/b")]), .source(.empty),
            .noChecklists(folder: "plans"), .noOtherText(location), .linkAway("l", to: "/x"),
            .linkNowhere("l"), .file(.checklists, path: "plans", .emptyPath),
            .ofSeveral(StepID("each/a"), .noSignOffAsked(step)), .editorial(.otherRules, words),
            .pointless(.nothingToCarry(step)), .file(.start, path: "first.yaml", .emptyPath),
            .parameter(path: "c.yaml", .derived(name: "endpoint", from: "cloud")),
            .twins("c.yaml", "./c.yaml", id: "c"), .targetWanted([TargetID("contoso")]),
            .noSuchText(source, location), .severalPlaces(source, rollouts),
            .noSuchPlace(source, place: "c.yaml", rollouts), .placeOfFile("c.yaml"),
            .noFolderOfPlace(place: "checklists/c.yaml", from: "/x"),
            .gateAhead(Place.start, words), .gatePast, .gateText, .gateUnverified(location),
            .correction(.beforeEarlierEntry(2, at: Place.start), 3, words),
            .principal("two words"), .severalRoles(ann, [admin, RoleID("both")]),
            .noRole(ann, [admin], words), .signOff(.signedExcluded(ann, step), words),
            .signOff(.tooEarly(counts: Place.start), words), .waiver(.notWaivable, words),
            .waiverTooLong(longest: .seconds(86_400), latest: CivilDate(daysSinceEpoch: 20_000)),
            .decision(.notAMember(ann, admin), words),
            .revocation(.takenBackAlready(by: ann, entry: 4), words),
            .pointless(.doesNotApply(step)), .pointless(.readyAlready(step)),
            .pointless(.phaseOver(phase)), .pointless(.noVerdict(phase)), .noSignOffAsked(step),
            .evidenceWanted(step), .noSuchEntry(7, .waiver, step), .nothingToCheck, .noneStandsSo,
            .nothingToCheckFrom("eu-dmz", []), .notARunnerOfSite(ann, "eu-dmz", [ann]),
            .file(.evidence, path: "e.txt", .emptyPath), .file(.copies, path: "x", .emptyPath),
            .file(.report, path: "r.md", .emptyPath), .file(.reports, path: "out", .emptyPath),
            .file(.trust, path: "trusted", .emptyPath), .evidence(path: "e.bin", content),
            .trustStore(path: "trusted", reason: "cannot be read"), .notTrusted(["c.yaml"]),
            .request(.notAsked, words), .poll(.noSuchRole, words),
            .approval(.otherApprovers, words), .retrospective(.ownDecision(ann), words),
            .signature(.keyNotListed("SHA256:abc")), .signing(.noSignersOnRecord),
            .signing(.noKey(ann, KeyLack())), .signing(.noProgram("ssh-keygen")),
            .signing(.notSigned(key: "k")), .signing(.file(path: "s", .emptyPath)),
            .signing(.notAStatement(path: "s", reason: "it is empty")),
            .signing(.otherStatement(path: "s", part: "step")), .noApprovalAsked, .notJudged,
            .signers(.unsigned), .signersUnchanged, .ownerWithoutKey(ann), .notARunner(ann, [ann]),
            .notAReport(path: "r.md"), .foreignPage(path: "out/README.md"),
            .since(.ahead(Instant(milliseconds: 1), of: Instant(milliseconds: 0))),
            .since(.moreEntries(4, of: 3)), .since(.otherPlace(path: "r.md", "a.yaml")),
            .file(.earlier, path: "r.md", .emptyPath), .file(.signers, path: "a", .emptyPath),
            .signerList(path: "a", [SignerListMistake(line: 2, reason: .noKey)]),
            .log(.noLog(location)), .bundle(BundleFailure("b.tar", .noManifest)),
            .unknown(.post, "MC1", known: []), .file(.posts, path: "p.json", .emptyPath),
            .file(.drafts, path: "d.yaml", .emptyPath),
            .transfer(TransferFailure(.graph, .address(.insecure))),
            .transfer(
                TransferFailure(
                    .webhook(place: "$HOOK"), host: "h", attempts: 2,
                    .answer(status: 503, words: "no", isPassing: true))),
            .passkey(.enrolment(.noSuchLink)), .passkey(.noPage),
            .passkey(.noSuchKey("SHA256:x", enrolled: [])),
            .passkey(.noSuchKey("SHA256:x", enrolled: ["SHA256:y"])),
            .passkey(.listedAlready("SHA256:x")), .file(.signersCopy, path: "a", .emptyPath),
            .signing(.otherThanShown(part: "body")),
            .server(.address("x", reason: "it is no URL of https")),
            .server(.unpinned(address: "https://h")), .server(.notAServer(path: "l")),
            .server(.unreadable(path: "p", reason: "it is a folder")),
            .server(.answer(address: "https://h", reason: "a tile is too short")),
            .server(.shrunk(address: "https://h", known: 2, size: 1)),
            .server(.forked(address: "https://h", size: 2)),
            .server(.refused(address: "https://h", words: "Nobody signed it.")),
            .server(.kept(address: "https://h", path: "p", reason: "It did not answer.")),
            .server(.unseen(address: "https://h", entries: [3, 4], reason: "It did not answer.")),
            .server(.unsigned(address: "https://h")), .server(.twoLedgers(folder: "f")),
            .server(.otherKey(address: "https://h", pinned: "log+0+k")),
            .transfer(TransferFailure(.server(address: "https://h"), .address(.insecure))),
            .file(.outbox, path: "o", .emptyPath), .file(.tokens, path: "t", .emptyPath),
            .notNotified(path: "told.json"), .file(.notified, path: "told.json", .emptyPath),
            .table(path: "p.csv", [TableMistake(row: 2, column: 1, .notADate("soon"))]),
        ]
    }

    /// Whether nothing was recorded because of it, and who reads it must be told so.
    ///
    /// A new case does not compile until somebody decides on it and adds one above.
    private static func isOfAct(_ failure: OperationFailure) -> Bool {
        switch failure {
        case .severalRoles, .noRole, .signOff, .waiver, .decision, .revocation, .correction,
            .pointless, .waiverTooLong, .noSignOffAsked, .evidenceWanted, .noSuchEntry,
            .nothingToCheck, .noneStandsSo, .nothingToCheckFrom, .notARunnerOfSite,
            .evidence, .request, .poll, .approval, .retrospective, .signature, .signing,
            .noApprovalAsked, .notJudged, .signers, .signersUnchanged, .signerList, .notARunner,
            .editorial, .ownerWithoutKey, .passkey:
            return true
        case .server(.refused), .server(.unsigned): return true
        case .ofSeveral(_, let failure): return isOfAct(failure)
        case .file(let use, _, _): return use == .evidence || use == .copies || use == .signers
        case .unknown, .severalSteps, .noChecklists, .linkAway, .linkNowhere, .source, .parameter,
            .invalid, .twins,
            .targetWanted,
            .noSuchText, .severalPlaces, .noSuchPlace, .placeOfFile, .principal, .trustStore,
            .notTrusted, .noFolderOfPlace, .notAReport, .since, .foreignPage, .gateAhead, .gatePast,
            .gateText,
            .gateUnverified,
            .log, .noOtherText, .bundle, .table, .transfer, .server, .notNotified:
            return false
        }
    }

    @Test("Each is whole sentences, and what refuses an act says that nothing was recorded")
    func sentences() async throws {
        try await Place.with { place in
            let all = try await Self.all(place)
            #expect(Set(all.map(\.description)).count == all.count)
            for failure in all {
                let words = failure.description
                #expect(words.hasSuffix(".") || words.hasSuffix("?"), "\(words)")
                #expect(!words.contains("  ") && !words.contains(".."), "\(words)")
                #expect(!words.contains("Optional(") && !words.contains("so that"), "\(words)")
                #expect(
                    words.hasSuffix("Nothing was recorded.") == Self.isOfAct(failure), "\(words)")
            }
        }
    }

    @Test("Mistakes in the input are counted and shown with their places")
    func invalid() async throws {
        try await Place.with { place in
            for (text, head) in [
                ("readiness: 1\nid: Bad Id\n", " mistakes in the input; nothing was done.\n"),
                ("- one\n", "1 mistake in the input; nothing was done.\n"),
            ] {
                try place.write("bad.yaml", text)
                let failure = await #expect(throws: OperationFailure.self) {
                    try await place.load("bad.yaml")
                }
                let words = try #require(failure?.description)
                #expect(words.contains(head) && words.contains("bad.yaml:"), "\(words)")
            }
        }
    }
}
