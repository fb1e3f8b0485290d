// Included by the examples of the documentation.

/// Defines the function `main` of an example, which has a client of a new server. rustdoc looks for `fn main`.
macro_rules! example {
    (fn main($client:ident) { $($body:tt)* }) => {
        fn main() {
            stripe::run(async |$client| {
                $($body)*
                Ok(())
            });
        }
    };
}

/// A test server that creates, retrieves, updates, deletes and finds customers, separately for each account. It validates only what the
/// guide describes.
mod stripe {
    use std::collections::HashMap;
    use std::error::Error;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::sync::{Arc, Mutex};
    use std::thread;

    use serde_json::{Value, json};

    /// Runs an example with a client of a new server.
    pub fn run(example: impl AsyncFnOnce(stripe_customers::Client) -> Result<(), Box<dyn Error>>) {
        let client = stripe_customers::Client::builder("sk_test_123")
            .base_url(serve())
            .build()
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(example(client)).unwrap();
    }

    /// Starts a server, which runs until the process ends, and returns its URL.
    pub fn serve() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            let state = Arc::<Mutex<State>>::default();
            for stream in listener.incoming().map_while(Result::ok) {
                let state = Arc::clone(&state);
                thread::spawn(move || connection(stream, &state));
            }
        });
        url
    }

    #[derive(Default)]
    struct State {
        /// The customers, by account and id.
        customers: HashMap<(String, String), Value>,
        /// The ids of the customers, by idempotency key.
        created: HashMap<String, Value>,
        requests: u32,
    }

    type Pairs = Vec<(String, String)>;

    fn connection(stream: TcpStream, state: &Mutex<State>) -> Option<()> {
        let mut reader = BufReader::new(stream);
        loop {
            let mut lines = (&mut reader).lines().map_while(Result::ok);
            let head: Vec<_> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
            drop(lines);
            let header = |name: &str| {
                let mut headers = head.iter().filter_map(|line| line.split_once(": "));
                let (_, value) = headers.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
                Some(value.to_owned())
            };
            let length = header("content-length").map_or(0, |length| length.parse().unwrap());
            let mut body = vec![0; length];
            reader.read_exact(&mut body).ok()?;
            let mut words = head.first()?.split(' ');
            let (method, target) = (words.next()?, words.next()?);
            let (path, query) = target.split_once('?').unwrap_or((target, ""));
            let account = header("stripe-account").unwrap_or_default();
            let query = pairs(query.as_bytes());
            let id = path.strip_prefix("/v1/customers/");
            let mut now = state.lock().unwrap();
            let (status, body) = match (method, id) {
                (_, Some(id)) if id.ends_with("/balance_transactions") => balance(pairs(&body)),
                ("GET", Some("search")) => search(&now, &account, &query),
                ("GET", Some(id)) => retrieve(&now, account, id, &query),
                ("GET", None) => (200, list(&now, &account, &query)),
                ("DELETE", Some(id)) => delete(&mut now, account, id),
                (_, Some(id)) => update(&mut now, account, id, &pairs(&body)),
                (_, None) => {
                    let key = header("idempotency-key").unwrap();
                    create(&mut now, account, key, pairs(&body))
                }
            };
            drop(now);
            let body = body.to_string();
            // The first response with this email address is cut off.
            let cut_off = body.contains("cut@example.com") && state.lock().unwrap().requests == 1;
            let sent = if cut_off { &body[..body.len() / 2] } else { &body };
            write!(
                reader.get_mut(),
                "HTTP/1.1 {status} Reason\r\nrequest-id: req_1\r\ncontent-length: {}\r\n\r\n{sent}",
                body.len()
            )
            .ok()?;
            if cut_off {
                return None;
            }
        }
    }

    fn pairs(text: &[u8]) -> Pairs {
        form_urlencoded::parse(text).into_owned().collect()
    }

    fn create(state: &mut State, account: String, key: String, form: Pairs) -> (u16, Value) {
        state.requests += 1;
        let given = |name: &str| {
            form.iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value)
        };
        match (given("email").map(String::as_str), state.requests) {
            (Some("jenny.rosen"), _) => {
                let message = "Invalid email address: jenny.rosen";
                return error(
                    400,
                    "invalid_request_error",
                    "email_invalid",
                    "email",
                    message,
                );
            }
            (Some("flaky@example.com"), 1) => {
                return error(500, "api_error", "", "", "Something went wrong.");
            }
            (Some("busy@example.com"), _) => {
                return error(
                    429,
                    "invalid_request_error",
                    "rate_limit",
                    "",
                    "Too many requests.",
                );
            }
            _ => {}
        }
        if given("source").is_some_and(|source| source == "tok_chargeDeclined") {
            return error(
                402,
                "card_error",
                "card_declined",
                "",
                "Your card was declined.",
            );
        }
        if let Some(customer) = state.created.get(&key) {
            return (200, customer.clone());
        }
        let id = format!("cus_{}", state.customers.len() + 1);
        let mut customer = json!({
            "id": id, "object": "customer", "created": 1_575_239_418, "livemode": false, "metadata": {},
        });
        set_all(&mut customer, &form);
        state.created.insert(key, customer.clone());
        state.customers.insert((account, id), customer.clone());
        (200, customer)
    }

    fn update(state: &mut State, account: String, id: &str, form: &Pairs) -> (u16, Value) {
        match state.customers.get_mut(&(account, id.to_owned())) {
            Some(customer) if customer["deleted"].is_null() => {
                set_all(customer, form);
                (200, customer.clone())
            }
            _ => missing(id),
        }
    }

    fn delete(state: &mut State, account: String, id: &str) -> (u16, Value) {
        match state.customers.get_mut(&(account, id.to_owned())) {
            Some(customer) if customer["deleted"].is_null() => {
                *customer = json!({"id": id, "object": "customer", "deleted": true});
                (200, customer.clone())
            }
            _ => missing(id),
        }
    }

    /// Finds the customers with a field, or a value of metadata, that is the first text in quotes in the query.
    fn search(state: &State, account: &str, query: &Pairs) -> (u16, Value) {
        let mut text = String::new();
        let (_, query) = query.iter().find(|(name, _)| name == "query").unwrap();
        let quote = query.chars().find(|c| matches!(c, '"' | '\'')).unwrap();
        let mut characters = query.chars().skip_while(|c| *c != quote).skip(1);
        while let Some(c) = characters.next().filter(|c| *c != quote) {
            text.push(if c == '\\' { characters.next().unwrap() } else { c });
        }
        let has_text = |value: &Value| {
            let mut values = value.as_object().into_iter().flat_map(|it| it.values());
            values.any(|value| *value == text)
        };
        let found = state.customers.iter().filter(|((of, _), customer)| {
            of == account && (has_text(customer) || has_text(&customer["metadata"]))
        });
        let found: Vec<_> = found.map(|(_, customer)| customer).collect();
        let url = "/v1/customers/search";
        let page = json!({"object": "search_result", "data": found, "has_more": false, "next_page": null, "url": url});
        (200, page)
    }

    fn set_all(customer: &mut Value, form: &Pairs) {
        for (name, value) in form.iter().filter(|(name, _)| !name.starts_with("expand")) {
            let steps: Vec<_> = name
                .split(['[', ']'])
                .filter(|step| !step.is_empty())
                .collect();
            set(customer, &steps, value);
        }
    }

    /// A transaction on the balance of a customer. It is not recorded.
    fn balance(form: Pairs) -> (u16, Value) {
        let form: HashMap<_, _> = form.into_iter().collect();
        let amount: i64 = form["amount"].parse().unwrap();
        let transaction = json!({
            "id": "cbtxn_1", "object": "customer_balance_transaction", "amount": amount, "currency": form["currency"],
            "ending_balance": amount, "metadata": {"source": "example"},
        });
        (200, transaction)
    }

    /// Sets the value at the end of `steps`.
    fn set(value: &mut Value, steps: &[&str], text: &str) {
        match steps {
            [] if text.is_empty() => *value = Value::Null,
            [] => *value = text.into(),
            [step, rest @ ..] if step.parse::<usize>().is_ok() => {
                if !value.is_array() {
                    *value = json!([]);
                }
                let items = value.as_array_mut().unwrap();
                let index: usize = step.parse().unwrap();
                items.resize(items.len().max(index + 1), Value::Null);
                set(&mut items[index], rest, text);
            }
            ["metadata", key] if text.is_empty() => {
                value["metadata"].as_object_mut().unwrap().remove(*key);
            }
            ["balance"] => value["balance"] = text.parse::<i64>().unwrap().into(),
            [step, rest @ ..] => set(&mut value[*step], rest, text),
        }
    }

    fn retrieve(state: &State, account: String, id: &str, query: &Pairs) -> (u16, Value) {
        if id == "cus_deleted" {
            return (
                200,
                json!({"id": id, "object": "customer", "deleted": true}),
            );
        }
        let Some(customer) = state.customers.get(&(account, id.to_owned())) else {
            return missing(id);
        };
        let mut customer = customer.clone();
        for (_, path) in query {
            if path == "invoice_settings.default_payment_method" {
                let method = &mut customer["invoice_settings"]["default_payment_method"];
                *method = json!({
                    "id": method, "object": "payment_method", "type": "card", "created": 1_575_239_418,
                    "livemode": false, "billing_details": {},
                });
            }
        }
        (200, customer)
    }

    fn missing(id: &str) -> (u16, Value) {
        let message = format!("No such customer: '{id}'");
        error(404, "invalid_request_error", "resource_missing", "id", &message)
    }

    /// All customers, or those after `starting_after`.
    fn list(state: &State, account: &str, query: &Pairs) -> Value {
        let after = query.iter().find(|(name, _)| name == "starting_after");
        let of_account = state.customers.iter().filter(|((owner, _), _)| owner == account);
        let mut customers: Vec<_> = of_account.map(|((_, id), customer)| (id, customer)).collect();
        customers.sort_by_key(|(id, _)| (*id).clone());
        let rest = customers.iter().filter(|(id, _)| after.is_none_or(|(_, after)| *id > after));
        let data: Vec<_> = rest.map(|(_, customer)| customer).collect();
        json!({"object": "list", "data": data, "has_more": false, "url": "/v1/customers"})
    }

    fn error(status: u16, type_: &str, code: &str, param: &str, message: &str) -> (u16, Value) {
        let mut error = json!({"type": type_, "message": message});
        for (name, text) in [("code", code), ("param", param)] {
            if !text.is_empty() {
                error[name] = text.into();
            }
        }
        (status, json!({ "error": error }))
    }
}
