//! Bar charts as SVG, legible on light and on dark pages. Lengths are in pixels.

/// Bars in groups with a headline each.
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
    /// Whether it shows this project, and not what the project is compared with.
    pub(super) is_ours: bool,
    /// The ratio to the first bar of the group.
    pub(super) ratio: f64,
    /// The text at the end of the bar.
    pub(super) value: String,
}

const WIDTH: u32 = 800;
/// Where the bars start; their names are to the left.
const LEFT: u32 = 300;
/// The length of the longest bar.
const LONGEST: f64 = 330.0;
const ROW: u32 = 20;

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

impl Chart {
    /// The SVG file; `None` without groups.
    pub(super) fn draw(&self) -> Option<String> {
        let bars = self.groups.iter().flat_map(|group| &group.bars);
        let longest = bars.map(|bar| bar.ratio).reduce(f64::max)?.max(1.0);
        let mut body = text((0, 16), "start", "words", self.title);
        body += &text((0, 34), "start", "aside", self.unit);
        let mut y = 50;
        for group in &self.groups {
            y += ROW;
            body += &text((0, y), "start", "words", &group.name);
            let top = y + 6;
            for bar in &group.bars {
                y += ROW;
                body += &bar.draw(y, longest);
            }
            let (x, bottom) = (LEFT + length(1.0, longest), y + 6);
            body += &format!("  <path d=\"M{x} {top}L{x} {bottom}\" class=\"line\"/>\n");
            y += 10;
        }
        let (title, height) = (escaped(self.title), y + 10);
        Some(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n  \
             <title>{title}</title>\n  <style>\n{STYLE}  </style>\n{body}</svg>\n"
        ))
    }
}

impl Bar {
    /// The bar with its name and its value, whose text stands at `y`.
    fn draw(&self, y: u32, longest: f64) -> String {
        let length = length(self.ratio, longest);
        let class = if self.is_ours { "ours" } else { "other" };
        let top = y - 11;
        let after = (LEFT + length.max(1) + 8, y);
        format!(
            "{}  <rect x=\"{LEFT}\" y=\"{top}\" width=\"{length}\" height=\"14\" rx=\"2\" class=\"{class}\"/>\n{}",
            text((LEFT - 10, y), "end", "aside", &self.name),
            text(after, "start", "words", &self.value),
        )
    }
}

/// The length of the bar of a ratio.
fn length(ratio: f64, longest: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a ratio is positive, and at most the longest"
    )]
    let pixels = (ratio / longest * LONGEST).round() as u32;
    pixels
}

fn text((x, y): (u32, u32), anchor: &str, class: &str, text: &str) -> String {
    let text = escaped(text);
    format!(
        "  <text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" class=\"{class}\">{text}</text>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
