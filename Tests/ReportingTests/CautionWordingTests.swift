import Reporting
import Rollout
import Testing

struct CautionWordingTests {
    @Test("every caution has words of its own")
    func cautions() {
        let sentences = Caution.allCases.map(CautionWording.sentence)
        #expect(Set(sentences).count == Caution.allCases.count)
        for sentence in sentences { #expect(sentence.hasSuffix(".")) }
    }

    @Test("every way to know a name has words of its own")
    func authentications() {
        let key = SignerKey(fingerprint: "SHA256:abc", type: "ssh-ed25519")
        let all: [Authentication] = [
            .none, .unverified, .key(key), .withdrawn(key, .keyRevoked("SHA256:abc")),
            .refused(.keyNotListed("SHA256:abc")),
        ]
        #expect(Set(all.map(AuthenticationWording.word)).count == all.count)
        #expect(Set(all.map(AuthenticationWording.meaning)).count == all.count)
        for sentence in all.map(AuthenticationWording.meaning) { #expect(sentence.hasSuffix(".")) }
        for authentication in all where authentication.signer == nil {
            #expect(!AuthenticationWording.detail(authentication).contains("SHA256"))
        }
        let page = "https://ready.example"
        let passkey = Authentication.key(
            SignerKey(
                fingerprint: "SHA256:abc", type: "sk-ecdsa-sha2-nistp256@openssh.com",
                securityKey: .init(
                    application: "ready.example", isUserVerified: true, origin: page)))
        #expect(AuthenticationWording.word(passkey) == "signed in the browser at \(page)")
        #expect(
            !all.map(AuthenticationWording.meaning).contains(AuthenticationWording.meaning(passkey))
        )
        #expect(AuthenticationWording.word(.none) == "unauthenticated")
        #expect(AuthenticationWording.word(.unverified).hasPrefix("unauthenticated"))
    }
}
