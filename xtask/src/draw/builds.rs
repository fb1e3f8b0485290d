//! What `measure build` found, as a picture.

use serde::Deserialize;

use super::svg::{Bar, Chart, Group, Role};

/// A program, built in one way. What else was measured is not drawn.
#[derive(Deserialize)]
struct Build {
    profile: String,
    program: String,
    cold: Cost,
    stripped_bytes: Option<u64>,
}

#[derive(Deserialize)]
struct Cost {
    cpu_seconds: f64,
}

/// The picture of the output of `measure build --format json`: of each profile, the first program is what the others are
/// compared with.
pub(super) fn picture(text: &str) -> Result<String, String> {
    let builds: Vec<Build> = serde_json::from_str(text).map_err(|error| {
        format!("expected the output of `measure build --format json`: {error}")
    })?;
    let mut groups: Vec<(f64, Group)> = vec![];
    for build in &builds {
        if groups
            .last()
            .is_none_or(|(_, group)| group.name != build.profile)
        {
            let bars = vec![];
            let name = build.profile.clone();
            groups.push((build.cold.cpu_seconds, Group { name, bars }));
        }
        if let Some((baseline, group)) = groups.last_mut() {
            group.bars.push(bar(build, *baseline));
        }
    }
    if groups.is_empty() {
        return Err("expected builds, found none".to_owned());
    }
    Ok(Chart {
        title: "Time to build a program that creates and retrieves a customer",
        unit: "CPU time from nothing but the downloaded packages, as a ratio to the program by hand",
        groups: groups.into_iter().map(|(_, group)| group).collect(),
    }
    .draw())
}

fn bar(build: &Build, baseline: f64) -> Bar {
    let seconds = build.cold.cpu_seconds;
    let ratio = seconds / baseline;
    let size = build.stripped_bytes.map(|bytes| {
        let tenths = bytes / 100_000;
        format!(", {}.{} MB", tenths / 10, tenths % 10)
    });
    Bar {
        name: build.program.clone(),
        role: match build.program.contains("stripe-customers") {
            true => Role::Ours,
            false => Role::Other,
        },
        ratio,
        value: format!("{ratio:.2}, {seconds:.0} s{}", size.unwrap_or_default()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::picture;

    #[test]
    fn compares_with_the_first_of_each_profile() {
        let build = |profile: &str, program: &str, seconds: u32| {
            format!(
                r#"{{"profile": "{profile}", "program": "{program}", "cold": {{"cpu_seconds": {seconds}}}, "stripped_bytes": 1540000}}"#
            )
        };
        let builds = [
            build("check", "by hand", 20),
            build("check", "stripe-customers", 10),
            build("release", "by hand", 100),
            build("release", "stripe-customers", 50),
        ];
        let svg = picture(&format!("[{}]", builds.join(","))).unwrap();
        for expected in [
            ">check<",
            ">0.50, 10 s, 1.5 MB<",
            ">release<",
            ">0.50, 50 s, 1.5 MB<",
            ">1.00, 100 s, 1.5 MB<",
        ] {
            assert!(svg.contains(expected), "{expected} in {svg}");
        }
        assert!(picture("[]").is_err() && picture("{").is_err());
    }
}
