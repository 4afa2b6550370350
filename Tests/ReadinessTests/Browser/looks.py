"""Looks at a page at the widths and in the colours that people have, and with axe."""

import json
import os

AXE = open(os.environ["AXE"]).read()
found = []


def look(person, name, path=None):
    driver = person.driver
    if path:
        person.open(path)
    for width, height in ((390, 844), (1440, 900)):
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            dict(width=width, height=height, deviceScaleFactor=1, mobile=width < 500))
        for scheme in ("light", "dark"):
            driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia",
                dict(features=[dict(name="prefers-color-scheme", value=scheme)]))
            if os.environ.get("PICTURES"):
                driver.save_screenshot(f"{os.environ['PICTURES']}/{name}-{width}-{scheme}.png")
            driver.execute_script(AXE)
            result = driver.execute_async_script("axe.run(document).then(arguments[0])")
            for violation in result["violations"]:
                if violation["impact"] in ("serious", "critical"):
                    found.append([name, width, scheme, violation["id"]])
        wide = driver.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            found.append([name, width, "wide", wide])
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    json.dump(found, open("looks", "w"))
