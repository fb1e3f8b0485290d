//! Pictures made of text, boxes and lines, legible on light and on dark pages.

use std::fmt::Write;

/// What a part of a picture is for; its colour follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What this project does.
    Ours,
    /// What it is compared with.
    Other,
    /// Words.
    Words,
    /// Words that matter less.
    Aside,
    /// Lines and frames.
    Line,
}

impl Role {
    const fn class(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Other => "other",
            Self::Words => "words",
            Self::Aside => "aside",
            Self::Line => "line",
        }
    }
}

/// Where a text stands on its place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture in the making. Lengths are in pixels.
pub(super) struct Picture {
    width: u32,
    /// What it shows, for those who do not see it.
    title: String,
    body: String,
}

const STYLE: &str = "\
    text { font: 13px system-ui, sans-serif; }
    .words { fill: #1f2328; } .aside { fill: #59636e; }
    .ours { fill: #4f6bed; } .other { fill: #aab4be; }
    .line { stroke: #8c959f; fill: none; }
    @media (prefers-color-scheme: dark) {
      .words { fill: #f0f6fc; } .aside { fill: #9198a1; }
      .ours { fill: #7c93ff; } .other { fill: #5b6570; }
    }
";

impl Picture {
    pub(super) fn new(width: u32, title: &str) -> Self {
        Self {
            width,
            title: title.to_owned(),
            body: String::new(),
        }
    }

    pub(super) fn text(&mut self, at: (u32, u32), anchor: Anchor, role: Role, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.part(format_args!(
            r#"<text x="{}" y="{}" text-anchor="{anchor}" class="{}">{}</text>"#,
            at.0,
            at.1,
            role.class(),
            escaped(text)
        ));
    }

    /// A filled box.
    pub(super) fn bar(&mut self, at: (u32, u32), size: (u32, u32), role: Role) {
        self.rectangle(at, size, role, 2);
    }

    /// An empty box.
    pub(super) fn frame(&mut self, at: (u32, u32), size: (u32, u32)) {
        self.rectangle(at, size, Role::Line, 6);
    }

    fn rectangle(&mut self, at: (u32, u32), size: (u32, u32), role: Role, radius: u32) {
        self.part(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="{radius}" class="{}"/>"#,
            at.0,
            at.1,
            size.0,
            size.1,
            role.class()
        ));
    }

    pub(super) fn line(&mut self, from: (u32, u32), to: (u32, u32)) {
        self.part(format_args!(
            r#"<path d="M{} {}L{} {}" class="line"/>"#,
            from.0, from.1, to.0, to.1
        ));
    }

    /// A line with a head at its end, to the right or downwards.
    pub(super) fn arrow(&mut self, from: (u32, u32), to: (u32, u32)) {
        const HEAD: u32 = 5;
        self.line(from, to);
        let wings = match from.1 == to.1 {
            true => [(to.0 - HEAD, to.1 - HEAD), (to.0 - HEAD, to.1 + HEAD)],
            false => [(to.0 - HEAD, to.1 - HEAD), (to.0 + HEAD, to.1 - HEAD)],
        };
        for wing in wings {
            self.line(wing, to);
        }
    }

    fn part(&mut self, part: std::fmt::Arguments<'_>) {
        // Writing to a string can't fail.
        let _ = writeln!(self.body, "  {part}");
    }

    /// The whole file, so and so many pixels high.
    pub(super) fn finish(self, height: u32) -> String {
        let Self { width, title, body } = self;
        let title = escaped(&title);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n  \
             <title>{title}</title>\n  <style>\n{STYLE}  </style>\n{body}</svg>\n"
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Bars next to each other, in groups with a headline each.
pub(super) struct Chart {
    pub(super) title: &'static str,
    /// What the length of a bar means.
    pub(super) unit: &'static str,
    pub(super) groups: Vec<Group>,
}

pub(super) struct Group {
    pub(super) name: String,
    pub(super) bars: Vec<Bar>,
}

pub(super) struct Bar {
    pub(super) name: String,
    pub(super) role: Role,
    /// The ratio to the baseline of the group.
    pub(super) ratio: f64,
    /// What stands at the end of the bar.
    pub(super) value: String,
}

impl Chart {
    const WIDTH: u32 = 800;
    const LEFT: u32 = 300;
    /// Of the longest bar; the value stands after it.
    const LONGEST: u32 = 330;
    const ROW: u32 = 20;

    /// The picture of it.
    pub(super) fn draw(&self) -> String {
        let mut picture = Picture::new(Self::WIDTH, self.title);
        picture.text((0, 16), Anchor::Start, Role::Words, self.title);
        picture.text((0, 34), Anchor::Start, Role::Aside, self.unit);
        let bars = self.groups.iter().flat_map(|group| &group.bars);
        let longest = bars.map(|bar| bar.ratio).fold(1.0, f64::max);
        let mut y = 50;
        for group in &self.groups {
            y += Self::ROW;
            picture.text((0, y), Anchor::Start, Role::Words, &group.name);
            let top = y + 6;
            for bar in &group.bars {
                y += Self::ROW;
                bar.draw(&mut picture, y, longest);
            }
            let baseline = Self::LEFT + length(1.0, longest);
            picture.line((baseline, top), (baseline, y + 6));
            y += 10;
        }
        picture.finish(y + 10)
    }
}

impl Bar {
    fn draw(&self, picture: &mut Picture, y: u32, longest: f64) {
        let length = length(self.ratio, longest);
        let end = Chart::LEFT - 10;
        picture.text((end, y), Anchor::End, Role::Aside, &self.name);
        picture.bar((Chart::LEFT, y - 11), (length, 14), self.role);
        let after = (Chart::LEFT + length.max(1) + 8, y);
        picture.text(after, Anchor::Start, Role::Words, &self.value);
    }
}

/// The length of a bar.
fn length(ratio: f64, longest: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a ratio is positive, and at most the longest"
    )]
    let pixels = (ratio / longest * f64::from(Chart::LONGEST)).round() as u32;
    pixels
}
