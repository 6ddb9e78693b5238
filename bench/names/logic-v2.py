"""
Scores pairs of names with nomenklatura's logic-v2, for bench/names/logic-v2.ts.

The first line of standard input is JSON, [[schema, left, right], ...]. Each further line is "prepared ROUNDS" (entities
made beforehand, their parsed names remembered) or "parsing ROUNDS" (new entities each round, so that names are parsed
again). The answer to each is a line of JSON: processor seconds and the scores of the last round.
"""

import json
import sys
import time
from importlib.metadata import version

from followthemoney import model
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.matching.logic_v2.names import analysis

config = LogicV2.default_config()
made = 0


def entity(schema, name):
    # Parsed names are remembered by id: an id that came before would get the names of another.
    global made
    made += 1
    return model.get_proxy({"id": f"e{made}", "schema": schema, "properties": {"name": [name]}})


def both(pairs):
    return [(entity(schema, left), entity(schema, right)) for schema, left, right in pairs]


pairs = json.loads(sys.stdin.readline())
prepared = both(pairs)
remembered = analysis.entity_names.cache_parameters()["maxsize"]
print(json.dumps({"version": version("nomenklatura"), "allRemembered": remembered >= 2 * len(pairs)}), flush=True)
for line in sys.stdin:
    command, rounds = line.split()
    started = time.process_time()
    scores = []
    for _ in range(int(rounds)):
        now = prepared if command == "prepared" else both(pairs)
        scores = [LogicV2.compare(left, right, config).score for left, right in now]
    seconds = time.process_time() - started
    print(json.dumps({"seconds": seconds, "scores": scores}), flush=True)
