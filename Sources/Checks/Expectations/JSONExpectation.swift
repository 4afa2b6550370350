package import Rollout

/// What JSON must have at some places.
package struct JSONExpectation: Hashable, Sendable {
    /// What is expected at one place.
    package struct Place: Hashable, Sendable {
        package let pointer: JSONPointer
        package let presence: ExpectedPresence

        package init(_ pointer: JSONPointer, _ presence: ExpectedPresence) {
            self.pointer = pointer
            self.presence = presence
        }
    }

    package let places: [Place]

    package init(_ places: [Place]) {
        self.places = places
    }

    /// Reads a text as JSON, or in another form, and holds it against what is expected.
    ///
    /// What is no JSON has nothing that was asked for. A text that was cut, that repeats a key or
    /// goes beyond the limits of the reader is not judged.
    package func findings(
        of text: CapturedText, named name: String, _ medium: ValueExpectation.Medium = .text,
        as form: StructuredForm = .json, until deadline: Deadline
    ) -> [Finding] {
        let unread: (String, Finding.Standing)
        if text.isCut {
            unread = ("\(name), of which only the first part was read", .unknown)
        } else {
            switch form.read(text.kept) {
            case .values(let find):
                var hasPlaces = true
                if let whole = JSONPointer(""), case .value(let value?) = find(whole) {
                    hasPlaces = value.hasPlaces
                }
                return places.flatMap { place -> [Finding] in
                    let words = Self.name(place.pointer)
                    guard hasPlaces || place.pointer.isWhole else {
                        return place.presence.words(of: words).map {
                            Finding($0, actual: "a value that is no list or object", .unmet)
                        }
                    }
                    switch find(place.pointer) {
                    case .value(let value):
                        return place.presence.findings(
                            of: value, named: words, medium, style: .quoted, until: deadline)
                    case .unknown(let reason):
                        return place.presence.words(of: words).map {
                            Finding($0, actual: "a value that is not sure (\(reason))", .unknown)
                        }
                    }
                }
            case .none(let place):
                unread = ("\(name) that is no \(form.rawValue) (\(place))", .unmet)
            case .unknown(let place):
                unread = ("\(name) that cannot be judged as \(form.rawValue) (\(place))", .unknown)
            }
        }
        return places.flatMap { place in
            place.presence.words(of: Self.name(place.pointer)).map {
                Finding($0, actual: unread.0, unread.1)
            }
        }
    }

    /// Holds a value against what is expected.
    func findings(
        in whole: TypedValue, _ medium: ValueExpectation.Medium, until deadline: Deadline
    ) -> [Finding] {
        places.flatMap { place in
            place.presence.findings(
                of: place.pointer.value(in: whole), named: Self.name(place.pointer), medium,
                style: .quoted, until: deadline)
        }
    }

    func words(of name: String) -> String {
        let words = places.flatMap { $0.presence.words(of: $0.pointer.description) }
        return "\(name) with \(words.joined(separator: " and "))"
    }

    private static func name(_ pointer: JSONPointer) -> String {
        pointer.description.isEmpty ? "the value" : "the value at \(pointer)"
    }
}
