package import Rollout

/// The page `HOW-TO-VERIFY.md` of a bundle.
///
/// Its own digest stands in it once, and every other byte counts: the block takes the digest of what
/// is before and behind it.
package enum VerificationGuide {
    package static let name = "HOW-TO-VERIFY.md"
    package static let sumsName = "SHA256SUMS"

    /// The page for the digest of `SHA256SUMS`, which lists every other file, and for what statements
    /// are signed for.
    package static func bytes(sums: ContentDigest, namespace: SignatureNamespace) -> [UInt8] {
        let script = VerificationScript.text.replacing("SUMS ]", with: "\(sums.hex) ]")
            .replacing(
                "COMMAND",
                with: SignedStatement.loopCommand(
                    for: namespace, revoked: #""$work/revoked""#)
            )
            .replacing("TAKEN", with: SignedStatement.timeFunction)
            .replacing(
                "PASSKEYS\n",
                with: PasskeyScript.text.replacing("NAMESPACE", with: namespace.text)
                    .replacing("TYPE", with: SignerKey.passkeyOfRSA) + "\n"
            )
            .replacing("ENTRY", with: "\(Entry.formatVersion)")
        // The places have six digits, so that they do not depend on themselves.
        let width = before(0).utf8.count
        let head = before(width)
        let tail = after(width) + script + "\n" + end(width, namespace)
        let digest = ContentDigest(of: Array(head.utf8) + Array(tail.utf8))
        return Array("\(head)\(digest.hex)\(tail)".utf8)
    }

    /// A number of bytes in six digits.
    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }

    /// The digest of the page without its own digest, which begins behind so many bytes.
    private static func digest(_ place: Int, _ cut: String) -> String {
        // Not sha256sum: with one letter taken for a line end, that is a shell which runs the page.
        "$({ head -c \(padded(place)) \(name); tail -c +\(padded(place + 65)) \(name); } | openssl dgst -sha256 -r | \(cut))"
    }

    /// The same test in other words: a change that the one does not notice because it is in it, the other does.
    private static func again(_ place: Int, _ status: Int) -> String {
        "test \"\(digest(place, "cut -c 1-64"))\" = \"$(tail -c +\(padded(place + 1)) \(name) | head -c 64)\" || exit \(status)"
    }

    private static func before(_ place: Int) -> String {
        """
        # How to verify this bundle

        It holds what a ledger has on record about one rollout: the checklist, who said what about it and when,
        the files that were shown, and the report that follows from them. Nothing of the ledger is needed, and no
        program of ours. Run this in the folder of this page, with a shell, coreutils, xxd, openssl 3 and the
        ssh-keygen of OpenSSH 9.1 or newer:

        ```sh
        test "\(digest(place, "head -c 64"))" =
        """ + " "
    }

    private static func after(_ place: Int) -> String {
        """
         || exit 11
        \(again(place, 12))
        set -eu

        """
    }

    private static func end(_ place: Int, _ namespace: SignatureNamespace) -> String {
        """
        ```

        It ends with "Verified." and status 0, or with another status and the reason. `readiness verify` does the
        same and more: it judges the entries anew, and compares the report that follows with the one here.

        The signatures alone, as those of any file are verified with SSH, each as of the time at which the ledger
        took it:

        ```sh
        \(again(place, 13))
        \(SignedStatement.timeFunction)
        while read -r number principal; do
            \(SignedStatement.loopCommand(for: namespace))
        done < statements/INDEX
        ```

        What `statements/PASSKEYS` names, where it is there, was signed in a browser by passkeys of RSA. OpenSSH has
        no form for their signatures and passes over their lines of the list; the first block verifies them by openssl.

        ## What that proves

        - `SHA256SUMS` and this page: no file was changed, added or removed since the bundle was made. Whoever makes
          another bundle can make these anew; what follows cannot be made without the keys.
        - `checkpoint`, `log.vkey`, `receipts/`: the log whose key this is signed a tree of so many entries, and each
          entry here is in it, at its place. Where there are none, the ledger has no log: nothing shows that the
          entries are those that were recorded. Compare `log.vkey` with the key that the owner of the log made known:
          the one here came with the bundle.
        - `statements/`, `allowed_signers`, `revoked_keys`: who holds the key that was listed for a person made the
          statement in the entry of the same number. Who is on the list is for its owner to answer; compare it too.

        ## What it does not prove

        - That a statement is true, or that nobody was made to sign it. A log proves order, and that nothing in it
          is changed or taken out; it does not prove honesty.
        - What an entry without a file in `statements/` says of its author: nobody signed it, or the signature does
          not count. The name is as it was given, and the report says so.
        - That no entry about this rollout was left out of the bundle behind its newest one. Ask for a bundle of today,
          or for an audit of the ledger.
        - When an entry was made, beyond what the ledger's clock said; a witness's line below the checkpoint bounds it.

        ## The files

        | Files | What they are |
        | --- | --- |
        | `report.md`, `report.json` | the report, as of the instant in `bundle.json` |
        | `checklists/` | the texts of the checklist and of the step sets that it uses, by their digests |
        | `entries/` | the entries about the rollout and the lists of signers, the exact bytes, by their numbers |
        | `evidence/` | what entries name by its digest: files that were shown, facts and texts that are too large for an entry |
        | `statements/` | what was signed, the signature, and in `INDEX` and `PASSKEYS` by whom |
        | `attestations/` | each sign-off for tools of in-toto: in an envelope that the log's key signed (DSSE), which says that the log holds it; as `.intoto.json` without a signature around it where that key was not at hand. The person's own signature is within |
        | `bundle.json` | which checklist, scope, instant and ledger the report is about |

        """
    }
}
