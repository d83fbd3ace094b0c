# SPDX-License-Identifier: Apache-2.0
# Asks an installed fail2ban what its filters find in lines. One JSON object a line on stdin, one on stdout:
#   {"filter": NAME, "options": {...}, "folder": DIR, "now": SECONDS}  starts a filter           -> {"ready": true} or {"error": TEXT}
#   {"forget": true}                                                    lets it forget all lines  -> {"ready": true}
#   {"line": TEXT}                                                      is a line for that filter -> {"failures": [[ID, SECONDS], ...]}
# Lines of a filter with logtype=journal are journal messages: they have no date of their own.
import json
import os
import sys
import time

sys.path.insert(0, "/usr/lib/python3/dist-packages")
os.environ["TZ"] = "Europe/Zurich"
time.tzset()

import logging

logging.disable(logging.CRITICAL)

from fail2ban.client.filterreader import FilterReader
from fail2ban.server.filter import Filter
from fail2ban.server.mytime import MyTime

SETTERS = {
    "addfailregex": lambda f, v: f.addFailRegex(v),
    "addignoreregex": lambda f, v: f.addIgnoreRegex(v),
    "prefregex": lambda f, v: setattr(f, "prefRegex", v),
    "datepattern": lambda f, v: f.setDatePattern(v),
    "maxlines": lambda f, v: f.setMaxLines(v),
}


def start(request):
    MyTime.setTime(request["now"])
    MyTime.setAlternateNow(request["now"])
    reader = FilterReader(
        request["filter"], "oracle", request["options"], share_config=None, basedir=os.path.dirname(request["folder"]))
    if not reader.read():
        raise ValueError("cannot read the filter")
    reader.getOptions(None)
    filter = built(reader.convert())
    return [filter, request["options"].get("logtype") == "journal", memories(filter)]


def built(commands):
    filter = Filter(None)
    filter.setUseDns("raw")
    filter.checkFindTime = False
    for command in commands:
        word, value = command[2], command[3] if len(command) > 3 else None
        if word in SETTERS:
            for each in value if isinstance(value, list) else [value]:
                SETTERS[word](filter, each)
    return filter


def memories(filter):
    """All that the filter and what it looks for dates with hold now, by object."""
    detector = filter.dateDetector
    parts = [filter, detector] + [part for part in list(detector.templates) if hasattr(part, "__dict__")]
    return [(part, {name: copied(value) for name, value in vars(part).items()}) for part in parts]


def copied(value):
    return value.copy() if isinstance(value, (list, dict, set)) else value


def forget(memory):
    for part, values in memory:
        vars(part).update({name: copied(value) for name, value in values.items()})


def ask(filter, journal, line):
    given = ("", str(MyTime.time()), line) if journal else line
    found = filter.processLine(given, MyTime.time()) if journal else filter.processLine(given)
    return [[str(fid), MyTime.time() if when is None else when] for _, fid, when, failure in found if fid and not failure.get("nofail")]


def answer(state, request):
    if "filter" in request:
        state[:] = start(request)
        return {"ready": True}
    if "forget" in request:
        forget(state[2])
        return {"ready": True}
    return {"failures": ask(state[0], state[1], request["line"])}


state = []
for text in sys.stdin:
    try:
        reply = answer(state, json.loads(text))
    except Exception as error:
        reply = {"error": "%s: %s" % (type(error).__name__, error)}
    print(json.dumps(reply), flush=True)
