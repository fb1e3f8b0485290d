"""Sends requests with Stripe's official library for Python (stripe 16.1), one for each line of standard input.

A line is a JSON object with the `parameters` and `options` of the library, and the `id` of the customer to retrieve, or
null to create one. The argument is the URL of the server. Prints a line after each request.
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
