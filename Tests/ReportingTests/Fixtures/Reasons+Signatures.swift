import Reporting
import Rollout

/// The reasons about signatures.
extension Reasons {
    private static let key: KeyFingerprint = "SHA256:lbmsoA0yIEcEiVDRnMWuzm+nV+3ZEEpVIURqFoeSspg"

    static let signature: [Row] = [
        fault(.keyTypeRefused("ssh-dss"), ["ssh-dss"]),
        fault(.weakKey(bits: 1024, least: 2048), ["1024", "2048"]),
        fault(
            .otherNamespace("git", wanted: .statement), ["git", SignatureNamespace.statement.text]),
        fault(.badSignature(key), [key.text]), fault(.presenceMissing(key), [key.text, "touched"]),
        fault(.verificationMissing(key), [key.text, "PIN"]),
        fault(.originNotListed("https://evil.example"), ["https://evil.example"]),
        fault(.outsideBrowser(key), [key.text, "browser"]),
        fault(.logKey(key), [key.text, "ledger"]),
        fault(.revocationsUnreadable(line: 7), ["Line 7"]),
        fault(.keyRevoked(key), [key.text, "revoked"]),
        fault(.authorityRevoked(key), [key.text, "vouched"]),
        fault(.keyNotListed(key), [key.text]),
        fault(.notForPrincipal("sam@example.com", line: 7), ["sam@example.com", "Line 7"]),
        fault(
            .namespaceNotAllowed(.statement, line: 7),
            [SignatureNamespace.statement.text, "Line 7"]),
        fault(.keyNotYetValid(from: at, line: 7), [time, "line 7"]),
        fault(.keyExpired(at, line: 7), [time, "line 7", "until"]),
        fault(.certificateForged(authority: key), [key.text, "changed"]),
        fault(.certificateForHost(keyID: "net 3"), ["net 3", "machine"]),
        fault(.certificateOptionUnknown("shoe-size"), ["shoe-size"]),
        fault(.authorityNotListed(key), [key.text, "cert-authority"]),
        fault(.certificateWithoutPrincipals(keyID: "net 3"), ["net 3", "nobody"]),
        fault(
            .certificateForOthers(["sam@example.com", "kim@example.com"], keyID: "net 3"),
            ["net 3", "sam@example.com and kim@example.com"]),
        fault(.certificateNotYetValid(from: at, keyID: "net 3"), ["net 3", time]),
        fault(.certificateExpired(at, keyID: "net 3"), ["net 3", time, "ended"]),
        fault(.malformed(.carriageReturn), ["carriage returns"]),
    ]

    static let signatureForm: [Row] =
        [
            form(.tooLong(most: 32_768), ["32768"]), form(.headerNotFirst, ["BEGIN SSH SIGNATURE"]),
            form(.carriageReturn, ["line ends"]), form(.footerMissing, ["END SSH SIGNATURE"]),
            form(.textAfterFooter, ["behind its last line"]), form(.notBase64(line: 3), ["Line 3"]),
            form(.otherFormat, ["SSHSIG"]), form(.otherVersion(2), ["version 2"]),
            form(.reservedNotEmpty, ["nothing"]), form(.unknownHash("sha1"), ["sha1", "sha512"]),
            form(.namespaceEmpty, ["what it is for"]),
            form(.otherAlgorithm("ssh-rsa"), ["ssh-rsa"]),
            form(.flags(21), ["21"]), form(.clientData(.form), ["browser"]),
            form(.clientData(.notJSON), ["JSON"]),
            form(.clientData(.crossOrigin), ["another address"]),
        ]
        + SignatureMistake.Part.allCases.flatMap { part in
            [
                form(.cutOff(part), ["ends within"]), form(.bytesAfter(part), ["behind"]),
                form(.notText(part), ["no text"]), form(.numberNotMinimal(part), ["longer"]),
                form(.notOfItsType(part), ["do not fit"]), form(.noKey(part), ["no key"]),
            ]
        }

    static let signerLine: [Row] = [
        line(.tooManyBytes(most: 9), ["9 bytes"]), line(.tooManyLines(most: 9), ["9 lines"]),
        line(.lineTooLong(most: 9), ["9 bytes", "Line 7"]), line(.binaryList, ["ssh-keygen -k"]),
        line(.notText, ["UTF-8"]), line(.quoteNotClosed, ["not closed"]),
        line(.quoteWithin, ["within a word"]), line(.principalsEmpty, ["nobody"]),
        line(.patternForKey("*@example.com"), ["*@example.com", "cert-authority"]),
        line(.noKey, ["no public key"]), line(.unknownOption("touch"), ["touch", "valid-after"]),
        line(.optionTwice("namespaces"), ["namespaces", "twice"]),
        line(.valueNotQuoted("valid-after"), ["valid-after=\"…\"", "quotation marks"]),
        line(.optionWithoutValue("namespaces"), ["namespaces=\"…\""]),
        line(.notATime("tomorrow"), ["tomorrow", "YYYYMMDD"]),
        line(.endsBeforeItBegins, ["ends before it begins"]),
        line(.keyNotBase64, ["base64"]), line(.otherKeyThanNamed("ssh-rsa"), ["ssh-rsa"]),
        line(.certificateAsKey, ["cert-authority"]),
        line(.key(.weakKey(bits: 1024, least: 2048)), ["1024"]),
        line(.notAFingerprint, ["43 letters"]),
    ]

    private static func fault(_ reason: SignatureFault, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: SignatureWording.sentence(reason, in: .utc), names: names)
    }

    private static func form(_ reason: SignatureMistake, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values, text: SignatureFormWording.sentence(reason),
            names: names)
    }

    private static func line(_ reason: SignerLineMistake, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: SignerListWording.sentence(SignerListMistake(line: 7, reason: reason), in: .utc),
            names: names)
    }
}
