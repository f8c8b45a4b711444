"""Finds words on a page that stand on one another, are cut, or lie beyond its edge."""

from typing import Final

# Content areas of neighbouring lines may touch where lines are set tight, most of all in Arabic:
# boxes that share more than half of the lower one's height are in the same line.
CROSSED: Final = """() => {
  const found = [], boxes = [], range = document.createRange();
  const flows = (style, way) => /hidden|clip/.test(style["overflow" + way]);
  // What only a screen reader meets is a point, or lies far beyond the edge until it is reached.
  const edges = (one) => {
    const edge = {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity};
    for (; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one), box = one.getBoundingClientRect();
      if (style.display === "contents") continue;
      if (style.position === "fixed") return null; // it stands over the page on purpose
      if (style.clipPath !== "none" || (flows(style, "Y") && box.height < 2)) return null;
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null;
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") return null;
      if (flows(style, "X")) { edge.left = Math.max(edge.left, box.left);
        edge.right = Math.min(edge.right, box.right); }
      if (flows(style, "Y")) { edge.top = Math.max(edge.top, box.top);
        edge.bottom = Math.min(edge.bottom, box.bottom); }
    }
    return edge;
  };
  const say = (what, node) => found.push(`${what}: ${node.data.trim().slice(0, 30)}`);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, title, desc, option, .skip")) continue;
    if (!parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(box => box.width > 2 && box.height > 2);
    const edge = lines.length ? edges(parent) : null;
    if (!edge) continue;
    for (const box of lines) {
      if (box.right > edge.right + 2 || box.left < edge.left - 2
        || box.bottom > edge.bottom + box.height / 3) say("cut", node);
      else if (box.right > innerWidth + 1 || box.left < -1) say("beyond the edge", node);
      boxes.push([box, node]);
    }
  }
  boxes.sort((one, other) => one[0].top - other[0].top);
  boxes.forEach(([upper, node], n) => {
    for (let m = n + 1; m < boxes.length && boxes[m][0].top < upper.bottom; m += 1) {
      const [lower, other] = boxes[m];
      const wide = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
      const high = Math.min(upper.bottom, lower.bottom) - lower.top;
      if (node !== other && wide > 3 && high > Math.min(upper.height, lower.height) / 2)
        say(`${other.data.trim().slice(0, 30)} stands on`, node);
    }
  });
  return found.slice(0, 3);
}"""
