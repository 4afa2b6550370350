import ArgumentParser

@main struct Readiness: AsyncParsableCommand {}
