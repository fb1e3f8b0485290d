"""Sends requests with Stripe's own library for Python (stripe 16.1), one for each line of standard input.

A line is JSON: the `parameters` and `options` as the library takes them, and the `id` of the customer to retrieve, which
is null where one is created. Takes the address of the server as an argument. Prints a line for each request that is done.
"""

import json
import sys

import stripe

stripe.api_key = "sk_test_123"
stripe.api_base = sys.argv[1]
stripe.enable_telemetry = False
stripe.max_network_retries = 0

for line in sys.stdin.buffer:
    request = json.loads(line)
    arguments = {**request["parameters"], **request["options"]}
    if request["id"] is None:
        stripe.Customer.create(**arguments)
    else:
        stripe.Customer.retrieve(request["id"], **arguments)
    print("done", flush=True)
