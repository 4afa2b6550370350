import Attestation
import LedgerStorage
import Reporting
import Rollout

/// Reads what a bundle is made of out of its files, and holds it against itself.
struct BundleReader {
    private let files: BundleFiles
    private let manifest: BundleManifest
    private(set) var findings: [BundleFinding] = []

    init(_ files: BundleFiles, _ manifest: BundleManifest) {
        self.files = files
        self.manifest = manifest
    }

    mutating func source() -> BundleSource {
        let entries = entries()
        var evidence: [ContentDigest: [UInt8]] = [:]
        for name in files.names(in: "evidence") {
            let bytes = files["evidence/\(name)"] ?? []
            let digest = ContentDigest(of: bytes)
            guard digest.hex == name else {
                found(
                    "evidence/\(name)", .evidence, "its digest is \(digest.hex), and not its name")
                continue
            }
            evidence[digest] = bytes
        }
        let source = BundleSource(
            manifest: manifest, entries: entries, evidence: evidence, log: log(entries))
        findKept(source)
        return source
    }

    private mutating func found(_ file: String, _ rule: BundleFinding.Rule, _ words: String) {
        findings.append(BundleFinding(file, rule, words))
    }

    /// The entries that can be read, in their order.
    private mutating func entries() -> [StoredEntry] {
        var entries: [StoredEntry] = []
        var ordinals: [String: Int] = [:]
        for name in files.names(in: "entries") {
            let file = "entries/\(name)"
            let bytes = files[file] ?? []
            guard bytes.count <= Entry.mostBytes else {
                found(file, .entry, "it is larger than an entry can be")
                continue
            }
            let entry: Entry
            do {
                entry = try Entry(canonicalBytes: bytes)
            } catch {
                found(file, .entry, "\(error)")
                continue
            }
            guard BundleSource.name(of: entry) == file else {
                found(file, .entry, "it is entry \(entry.sequence)")
                continue
            }
            let rollout = entry.statement.rollout.id
            guard rollout == manifest.rollout.id || entry.statement.rollout == SignersRecord.rollout
            else {
                found(file, .entry, "it is about another rollout")
                continue
            }
            let ordinal = ordinals[rollout, default: 0] + 1
            ordinals[rollout] = entry.ordinal
            if entry.ordinal != ordinal {
                found(
                    file, .entry,
                    "it is number \(entry.ordinal) of its rollout, and number \(ordinal) is not here"
                )
            }
            entries.append(StoredEntry(entry: entry, bytes: bytes))
        }
        if entries.isEmpty { found(BundleManifest.name, .entry, "there is no entry") }
        return entries.sorted { $0.entry.sequence < $1.entry.sequence }
    }

    /// The log; nil where there is none, or what there is cannot be read.
    private mutating func log(_ entries: [StoredEntry]) -> BundleSource.Log? {
        let names = ["log.vkey", "checkpoint"].filter { files[$0] != nil }
        guard !names.isEmpty else { return nil }
        guard let line = files["log.vkey"], let note = files["checkpoint"] else {
            found(names[0], .log, "there is no key of a log, or no checkpoint by it")
            return nil
        }
        let text = String(decoding: line, as: UTF8.self)
        guard text.hasSuffix("\n"), let key = try? NoteKey(String(text.dropLast())) else {
            found("log.vkey", .log, "it is not the key of a log")
            return nil
        }
        do throws(NoteError) {
            let checkpoint = try SignedNote(note)
            return BundleSource.Log(
                key: key, checkpoint: checkpoint, proofs: proofs(entries),
                envelopes: envelopes(entries))
        } catch {
            found("checkpoint", .log, "\(error)")
            return nil
        }
    }

    private mutating func proofs(_ entries: [StoredEntry]) -> [Int: InclusionProof] {
        var proofs: [Int: InclusionProof] = [:]
        for stored in entries {
            let sequence = stored.entry.sequence
            let file = "receipts/\(BundleName.number(sequence)).tlog-proof"
            guard let bytes = files[file] else {
                found(file, .log, "there is no receipt of entry \(sequence)")
                continue
            }
            do throws(NoteError) {
                proofs[sequence] = try TlogProof(bytes).inclusion
            } catch {
                found(file, .log, "\(error)")
            }
        }
        return proofs
    }

    private mutating func envelopes(_ entries: [StoredEntry]) -> [Int: DSSEEnvelope] {
        var envelopes: [Int: DSSEEnvelope] = [:]
        for stored in entries where stored.entry.statement.body.kind == .signOff {
            let file = "attestations/\(BundleName.number(stored.entry.sequence)).dsse.json"
            guard let bytes = files[file] else { continue }
            guard let envelope = DSSEEnvelope(bytes) else {
                found(file, .attestation, "it is not an envelope with one signature")
                continue
            }
            envelopes[stored.entry.sequence] = envelope
        }
        return envelopes
    }

    /// Looks whether all that entries name is here, and nothing else.
    private mutating func findKept(_ source: BundleSource) {
        var named: Set<ContentDigest> = []
        for stored in source.entries {
            for (file, name) in stored.entry.statement.keptFiles {
                named.insert(file.digest)
                if source.evidence[file.digest]?.count != file.size {
                    found(
                        "evidence/\(file.digest.hex)", .evidence,
                        "entry \(stored.entry.sequence) names it (\(name)), and it is not here")
                }
            }
        }
        for digest in source.evidence.keys.filter({ !named.contains($0) }).sorted() {
            found("evidence/\(digest.hex)", .files, "no entry names it")
        }
    }
}
