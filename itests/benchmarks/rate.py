# SPDX-License-Identifier: Apache-2.0
"""The stopwatch of itests/benchmarks/rate, which says what is measured and how. Its argument is the number of rounds."""

import glob, json, os, statistics, subprocess, sys, time

USER = 23456
LOG = "/run/auth.log"
DATA = "/run/data"
BANS = 20_000
PATIENCE = 120
HERTZ = os.sysconf("SC_CLK_TCK")


def bailiff(*words):
    return ["setpriv", "--reuid", str(USER), "--regid", str(USER), "--clear-groups", "--inh-caps=-all",
            "/run/bailiff/bin/bailiff", *words]


def ask(*words):
    return subprocess.run(bailiff(*words, "--data", DATA), check=True, capture_output=True, text=True).stdout


def await_that(condition, what, pause=0.1):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            tail = "".join(open("/run/daemon.log", errors="replace").readlines()[-10:])
            sys.exit("this does not come: " + what + "; the daemon said last:\n" + tail)
        time.sleep(pause)


class Daemon:
    def __init__(self):
        with open("/run/daemon.log", "w") as log:
            self.process = subprocess.Popen(bailiff("run", "--data", DATA), stdout=log, stderr=log)
        await_that(lambda: " Ready: " in open("/run/daemon.log").read(), "the daemon is ready", 0.1)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def processor(self):
        """Seconds: of the whole, and of the jail's thread."""
        return seconds(f"/proc/{self.process.pid}/stat"), sum(
            seconds(task) for task in glob.glob(f"/proc/{self.process.pid}/task/*/stat") if "bailiff-jail-s" in open(task).read())


def seconds(stat):
    fields = open(stat).read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / HERTZ


def listed():
    """How many addresses of benchmarks stand in the lists; Bailiff's own mark is of IPv6."""
    return sum(open(path).read().count("src=198.") for path in LISTS)


def write(addresses, failures=5):
    now = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
    text = "".join(
        f"{now} server sshd[{1000 + number % 30000}]: Failed password for root from {address} port {1024 + failure} ssh2\n"
        for failure in range(failures) for number, address in enumerate(addresses))
    with open(LOG, "a") as log:
        log.write(text)


def address(number):
    """Of the range that RFC 2544 gives to benchmarks: 131,072 addresses, spread evenly."""
    return f"198.{18 + number // 65536 % 2}.{number // 256 % 256}.{number % 256}"


def flood(daemon):
    whole, thread = daemon.processor()
    began = time.monotonic()
    write([address(number) for number in range(BANS)])
    await_that(lambda: listed() >= BANS, "20,000 entries in the lists")
    took = time.monotonic() - began
    whole, thread = (after - before for after, before in zip(daemon.processor(), (whole, thread)))
    print(f"{took * 1000:7.0f} ms  {thread * 1000:7.0f} ms  {whole * 1000:7.0f} ms  {BANS / thread:9.0f}", flush=True)


def minute(daemon):
    whole, thread = daemon.processor()
    began = time.monotonic()
    lags = []
    for tick in range(600):
        write([address(number % 131072) for number in range(tick * 100, tick * 100 + 100)])
        time.sleep(max(0, began + (tick + 1) / 10 - time.monotonic()))
        if tick % 50 == 49:
            lags.append((listed(), tick))
    took = time.monotonic() - began
    await_that(lambda: listed() == 0, "all bans of the minute have ended", 0.5)
    whole, thread = (after - before for after, before in zip(daemon.processor(), (whole, thread)))
    jail = json.loads(ask("status", "--json"))["jails"][0]
    print(f"60,000 addresses in {took:.1f} s: {jail['totalBanned']} bans in all so far, {thread:.2f} s of the jail's thread,"
          f" {whole:.2f} s of the process; in the lists meanwhile: {', '.join(str(count) for count, tick in lags)}")


daemon = Daemon()
LISTS = [path for path in glob.glob("/proc/self/net/xt_recent/*") if not path.endswith("-hits")]
print(f"{len(LISTS)} lists\n    took  jail thread  process  bans a second of the jail's thread", flush=True)
for round in range(int(sys.argv[1])):
    if round:
        ask("unban", "--all")
        await_that(lambda: listed() == 0, "empty lists")
        time.sleep(1.1)
    flood(daemon)
daemon.kill()
daemon = Daemon()
known = json.loads(ask("status", "--json"))["jails"][0]["currentlyBanned"]
print(f"after a kill -9 the next one knows {known} bans", flush=True)
ask("unban", "--all")
await_that(lambda: listed() == 0, "empty lists")
daemon.kill()
settings = open("/run/bailiff/etc/jail.local").read()
open("/run/bailiff/etc/jail.local", "w").write(settings.replace("bantime = 1d", "bantime = 10s"))
daemon = Daemon()
time.sleep(1.1)
minute(daemon)
daemon.kill()
