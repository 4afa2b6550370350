import Attestation
import Rollout
import Testing

/// Checkpoints and receipts verified with a shell, openssl, sha256sum and xxd alone.
struct ShellVerificationTests {
    /// Takes `note` and `key` (the base64 of a public key as in NAME+ID+KEY) apart, and verifies the
    /// signature over the text; then the receipt.
    private static let script = #"""
        # the signed text, and the signature behind the four bytes of the id
        sed '/^$/,$d' note > text
        sed -n 's/^— [^ ]* //p' note | base64 -d | tail -c 64 > signature
        # the key as DER: the head of an Ed25519 key, and 32 bytes behind the one of the kind
        { printf '302a300506032b6570032100' | xxd -r -p; base64 -d key | tail -c 32; } > key.der
        openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der -in text -sigfile signature
        # the leaf, and up the tree: entry 1 of 3 has entry 0 on its left and entry 2 on its right
        hash() { sha256sum | cut -c1-64 | xxd -r -p; }
        { printf '\0'; cat entry; } | hash > node
        { printf '\1'; sed -n 1p path | base64 -d; cat node; } | hash > up
        { printf '\1'; cat up; sed -n 2p path | base64 -d; } | hash > root
        [ "$(base64 root)" = "$(sed -n 3p text)" ]
        """#

    private func files() throws -> [String: [UInt8]] {
        var tree = MerkleTree()
        for leaf in Example.leaves { tree.append(leaf) }
        let path = """
            QHZrIDNCkCb1PVRQJnmoOXBrR0H43K86i7pfQbX/4HU=
            BJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=

            """
        let key = Example.logText.split(separator: "+", maxSplits: 2)[2]
        return [
            "note": try Example.log().sign(tree.extent).bytes, "key": Array("\(key)\n".utf8),
            "entry": Example.entries[1], "path": Array(path.utf8),
        ]
    }

    @Test("The tools of every system verify a checkpoint and that an entry is in it")
    func verified() throws {
        let result = try Shell.run(Self.script, files: files())
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(
        "They notice another entry, path, root or signature",
        arguments: ["entry", "path", "note", "key"])
    func noticed(file: String) throws {
        var files = try files()
        // A letter in the middle, which leaves the form as it is.
        var bytes = try #require(files[file])
        let place = bytes.count / 3
        bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        files[file] = bytes
        #expect(try Shell.run(Self.script, files: files).status != 0)
    }

    @Test("A cosignature is one over the time and the text")
    func cosignature() throws {
        let script = #"""
            sed '/^$/,$d' note > text
            sed -n 's/^— witness[^ ]* //p' note | base64 -d > blob
            time=$((0x$(xxd -p -s 4 -l 8 blob)))
            { printf 'cosignature/v1\ntime %s\n' "$time"; cat text; } > message
            tail -c 64 blob > signature
            { printf '302a300506032b6570032100' | xxd -r -p; base64 -d key | tail -c 32; } > key.der
            openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der -in message -sigfile signature
            """#
        let key = Example.witnessText.split(separator: "+", maxSplits: 2)[2]
        let files = ["note": Array(Example.note.utf8), "key": Array("\(key)\n".utf8)]
        let result = try Shell.run(script, files: files)
        #expect(result.status == 0, "\(result.output)")
    }
}
