"""Nora enrols a passkey, signs a step with it and answers the roll call, in a browser behind TLS."""

import os
import sys

repository, plan, phase = sys.argv[1:]
sys.path.insert(0, os.path.join(repository, "Tests", "ReadinessTests", "Browser"))
from person import URL, Person, readiness

OWNER = ("--as", "carla@example.com", "--key", "carla")

with Person("--ignore-certificate-errors") as nora:
    link = readiness("enrol", "nora@example.com", *OWNER).strip().splitlines()[-1]
    words = nora.enrol(link)
    keys = [word for word in words.split() if word.startswith("SHA256:")]
    if not keys:
        sys.exit(words)
    readiness("signers", "--update", *OWNER, "--confirm", keys[0])
    refusal = nora.sign_in()
    if refusal:
        sys.exit(refusal)
    page = "/rollouts/mc9900001/sign"
    nora.open(page)
    steps = [
        place.get_attribute("href") for place in nora.driver.find_elements("css selector", "a")
        if "step=" in (place.get_attribute("href") or "")]
    own = [step for step in steps if "allow-your-gateways" in step]
    said = nora.sign(
        own[0].removeprefix(URL), "sign", choice="approve", note="Each gateway may reach it")
    polled = nora.sign(
        f"{page}?phase={phase}", "poll", question="start", choice="go", note="The gateways reach it")
    with open("passkey", "w", encoding="utf-8") as file:
        file.write(f"{said}\n{polled}\n")
    if "Recorded" not in said or "Recorded" not in polled:
        sys.exit(f"{said}\n{polled}")
