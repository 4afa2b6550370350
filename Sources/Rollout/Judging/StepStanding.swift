/// Where a step stands when its needs are counted in.
struct StepStanding {
    let finding: StepFinding
    /// What a waived step would be without its waiver.
    let withoutWaiver: StepFinding?
    /// The waivers that it rests on, by entry.
    let restsOn: [Int]
}
