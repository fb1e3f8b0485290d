use super::{Landmark, Walk};
use crate::runtime::pagination::page::Link;
use crate::runtime::wire::encode_target;
use crate::{Customer, V2List, from_json};

fn walk(target: &str) -> Walk {
    let request = encode_target(Some(target.to_owned()), &Default::default());
    Walk::new(request, Link::Url)
}

fn page(ids: &[&str], next: &str) -> V2List<Customer> {
    let object = |id: &&str| {
        format!(r#"{{"id": "{id}", "object": "customer", "created": 1, "livemode": false}}"#)
    };
    let data: Vec<_> = ids.iter().map(object).collect();
    let data = data.join(", ");
    from_json(format!(r#"{{"data": [{data}], "next_page_url": {next}}}"#)).unwrap()
}

/// The ids of the elements that are left.
fn rest(walk: &mut Walk) -> Vec<String> {
    let elements = std::iter::from_fn(|| walk.take::<Customer>());
    let ids = elements.map(|element| element.unwrap().id.into_string());
    ids.collect()
}

fn target(walk: &mut Walk) -> Option<String> {
    let request = walk.request()?;
    Some(request.unwrap().target)
}

#[test]
fn a_list_of_api_v2_continues_at_the_path_of_its_next_url() {
    let mut walk = walk("/v2/core/events?limit=2");
    assert_eq!(target(&mut walk).unwrap(), "/v2/core/events?limit=2");
    let first = page(
        &["a", "b"],
        r#""https://elsewhere.example/v2/core/events?limit=2&page=p%2F1""#,
    );
    walk.arrive(&first, None).unwrap();
    assert!(walk.take::<Customer>().is_some());
    assert_eq!(
        walk.cursor(),
        None,
        "the first page has an element that was not returned"
    );
    assert_eq!(rest(&mut walk), ["b"]);
    assert_eq!(walk.cursor().as_deref(), Some("p/1"));
    assert_eq!(
        target(&mut walk).unwrap(),
        "/v2/core/events?limit=2&page=p%2F1"
    );
    let second = page(&["c"], "null");
    walk.arrive(&second, None).unwrap();
    assert_eq!(rest(&mut walk), ["c"]);
    assert_eq!(target(&mut walk), None);
    assert_eq!(walk.cursor().as_deref(), Some("p/1"));
}

#[test]
fn a_list_of_api_v2_that_leads_nowhere_is_an_error() {
    for (ids, next, problem) in [
        (
            &[][..],
            "\"/v2/core/events?page=1\"",
            "no objects, although there are more",
        ),
        (&["a"], "\"/v2/core/events\"", "used before"),
    ] {
        let mut walk = walk("/v2/core/events");
        let error = walk.arrive(&page(ids, next), None).unwrap_err().to_string();
        assert!(error.contains(problem), "{error}");
        assert!(walk.request().is_none());
    }
    for next in ["\"\"", "\"https://\"", "\"mailto:me\""] {
        let mut walk = walk("/v2/core/events");
        let page = page(&["a"], next);
        walk.arrive(&page, None).unwrap();
        assert_eq!(rest(&mut walk), ["a"]);
        let error = walk.request().unwrap().unwrap_err().to_string();
        assert!(error.contains("`next_page_url` is not a URL"), "{error}");
        assert!(walk.request().is_none());
    }
}

#[test]
fn every_cycle_is_found() {
    for tail in 0..20_u64 {
        for cycle in 1..20_u64 {
            let mut landmark = Landmark::default();
            let cursors = (0..).map(|n| match n < tail {
                true => n,
                false => tail + (n - tail) % cycle,
            });
            let found = cursors.take_while(|n| !landmark.is_repeated(&format!("id_{n}")));
            assert!((found.count() as u64) < 4 * (tail + cycle) + 4);
        }
    }
    let mut landmark = Landmark::default();
    assert!((0..1000).all(|n| !landmark.is_repeated(&format!("id_{n}"))));
}
