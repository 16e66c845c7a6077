"""How soon the largest thing of a page is painted on a slow phone: home, results and a service, nothing kept.

Run: python -m bench.phone [CARDS [ROUNDS]]; needs Debian's chromium. The phone is the slow one of the trade: 150 ms to
the server and back, 1.6 Mbit/s, four times slower than this machine; so a machine with other work tells too much.
"""

import sys
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.country import SITE, filled, served
from khedmat.cards.models import ServiceVersion

CARDS, ROUNDS = 10_000, 5
CHROMIUM = "/usr/bin/chromium"
KILOBIT = 1000 / 8
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1600 * KILOBIT, "uploadThroughput": 750 * KILOBIT}
SLOWER = 4
SCREEN = {"width": 360, "height": 640}
SEEN = """
() => new Promise(told => new PerformanceObserver(list => told(list.getEntries().at(-1).startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))
"""


def painted(browser: Browser, address: str) -> float:
    """Milliseconds from the question to the largest paint, by a browser that was never here."""
    context = browser.new_context(viewport=SCREEN, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", NETWORK)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{SITE}{address}", wait_until="networkidle")
    seen = float(page.evaluate(SEEN))
    context.close()
    return seen


def measure(service: int, rounds: int) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, address in (("home", "/"), ("results", "/search/?q=گواهی"), ("service", f"/services/{service}/")):
            times = [painted(browser, address) for _round in range(rounds)]
            told = f"best {min(times):,.0f} ms, median {median(times):,.0f}, worst {max(times):,.0f}"
            print(f"{name:8} largest paint: {told}", flush=True)
        browser.close()


def main() -> int:
    cards, rounds = (*map(int, sys.argv[1:3]), *(CARDS, ROUNDS)[len(sys.argv[1:3]) :])
    with filled(cards), served():
        measure(ServiceVersion.objects.published().order_by("pk").values_list("service", flat=True)[0], rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
