"""Lists all customers with Stripe's official library for Python (stripe 16.1).

The arguments are the URL of the server, and the parameters and options as JSON. Prints the ids.
"""

import json
import sys

import stripe

stripe.api_key = "sk_test_123"
stripe.api_base = sys.argv[1]
stripe.enable_telemetry = False
stripe.max_network_retries = 0

customers = stripe.Customer.list(**json.loads(sys.argv[2]))
for customer in customers.auto_paging_iter():
    print(customer.id)
