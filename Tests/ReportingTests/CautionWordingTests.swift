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

    @Test("every way to know a name has words of its own, and none claims a check")
    func authentications() {
        let words = Authentication.allCases.map(AuthenticationWording.word)
        let sentences = Authentication.allCases.map(AuthenticationWording.sentence)
        #expect(Set(words).count == Authentication.allCases.count)
        #expect(Set(sentences).count == Authentication.allCases.count)
        for sentence in sentences {
            #expect(sentence.hasSuffix("."))
            #expect(sentence.contains("nobody"))
        }
    }
}
