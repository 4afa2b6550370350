import Attestation
import Fuzzing
import Operations

// Archives, descriptions and attestations of bundles: what is read is written again as the same bytes.
fuzz { input in
    let input = Array(input)
    if let files = try? BundleArchive.files(input) {
        precondition(BundleArchive.bytes(of: files) == input)
        precondition(files.names.allSatisfy { !$0.hasPrefix("/") && !$0.hasPrefix("..") })
    }
    if let manifest = BundleManifest(input) { precondition(manifest.bytes == input) }
    if let envelope = DSSEEnvelope(input) { precondition(envelope.bytes == input) }
}
