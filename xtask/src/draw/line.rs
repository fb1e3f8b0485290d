//! The generator's line: from Stripe's document to the crate.

use super::svg::{Anchor, Picture, Role};

/// A place where something is kept, and what it is.
struct Station {
    name: &'static str,
    lines: [&'static str; 2],
}

const STATIONS: [Station; 4] = [
    Station {
        name: "Stripe's document",
        lines: ["every operation,", "every schema"],
    },
    Station {
        name: "spec/",
        lines: ["the facts of a selection,", "overlay.yaml: our prose"],
    },
    Station {
        name: "codegen/",
        lines: ["a pure function:", "text in, files out"],
    },
    Station {
        name: "stripe-customers/",
        lines: ["src/generated/: tables,", "src/: the runtime, by hand"],
    },
];

/// What leads from each station to the next.
const STEPS: [&str; 3] = ["import", "regenerate", "files"];

/// What happens inside of the generator.
const INSIDE: [&str; 5] = [
    "source + overlay",
    "Document",
    "lower",
    "Model",
    "emit + format",
];

const BOX: (u32, u32) = (190, 78);
const GAP: u32 = 78;

/// The picture.
pub(super) fn picture() -> String {
    let stride = BOX.0 + GAP;
    let count = u32::try_from(STATIONS.len()).unwrap_or_default();
    let width = stride * count - GAP + 2;
    let mut picture = Picture::new(
        width,
        "From Stripe's document over spec/ and codegen/ to stripe-customers/",
    );
    for (station, index) in STATIONS.iter().zip(0..) {
        draw(&mut picture, station, 1 + index * stride);
    }
    for (step, index) in STEPS.iter().zip(1..) {
        let start = index * stride - GAP + 4;
        let end = index * stride - 4;
        picture.text(
            (index * stride - GAP / 2, 34),
            Anchor::Middle,
            Role::Aside,
            step,
        );
        picture.arrow((start, 42), (end, 42));
    }
    inside(&mut picture, 1 + 2 * stride + BOX.0 / 2);
    picture.finish(140)
}

fn draw(picture: &mut Picture, station: &Station, left: u32) {
    picture.frame((left, 1), BOX);
    picture.text((left + 12, 24), Anchor::Start, Role::Words, station.name);
    for (line, y) in station.lines.iter().zip([46, 64]) {
        picture.text((left + 12, y), Anchor::Start, Role::Aside, line);
    }
}

/// The steps of the generator, below it.
fn inside(picture: &mut Picture, middle: u32) {
    picture.line((middle, BOX.1 + 1), (middle, BOX.1 + 22));
    let steps = INSIDE.join("  →  ");
    picture.text((middle, BOX.1 + 40), Anchor::Middle, Role::Aside, &steps);
}
