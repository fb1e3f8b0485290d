"""Sends requests with Stripe's official library for Python (stripe 16.1), one for each line of standard input.

A line is a JSON object with the `call`, the `id` of the customer if the call has one, and the `parameters` and `options` of
the library. The argument is the URL of the server. Prints a line after each request.
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
    call = getattr(stripe.Customer, request["call"])
    id = [] if request["id"] is None else [request["id"]]
    call(*id, **request["parameters"], **request["options"])
    print("done", flush=True)
