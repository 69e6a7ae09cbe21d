// Beside axe in the page under test: asks axe what it could answer differently from last time, and no more.
//
// Two things are not asked twice. The contrast of a text: once axe passed it, a text that looks the same in
// all that its contrast depends on passes too, at whatever width. The other rules: at a second width, unless
// something is shown there that was not shown before; only what follows from the layout is asked again.
window.eyes = (() => {
  const TRANSPARENT = /^(transparent|rgba\(.*, 0\))$/;
  const OF_THE_LAYOUT = ["scrollable-region-focusable", "target-size"];
  const shown = new WeakSet();
  let ruled = false;

  const isShown = (one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getClientRects().length > 0;
  const all = () => [...document.body.querySelectorAll("*")].filter(isShown);

  const paints = (style) => !TRANSPARENT.test(style.backgroundColor) || style.backgroundImage !== "none";
  const paint = (style) => [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
    style.mixBlendMode, style.backgroundClip].join();

  // What lies behind an element: its own ground and that of everything round it, their ornaments included.
  function ground(one, known) {
    if (!one) return "";
    if (!known.has(one)) {
      const layers = [null, "::before", "::after"].map((part) => getComputedStyle(one, part))
        .filter((style, number) => number === 0 || style.content !== "none");
      known.set(one, ground(one.parentElement, known) + "/" + layers.map(paint).join("+"));
    }
    return known.get(one);
  }

  // The controls that are switched off, and what names them: their contrast is not asked for.
  function exempt() {
    const off = [...document.querySelectorAll(":disabled, [aria-disabled=true]")];
    const names = off.flatMap((one) => [...(one.labels || []),
      ...(one.getAttribute("aria-labelledby") || "").split(/\s+/).map((id) => document.getElementById(id))]);
    return [...off, ...names].filter(Boolean);
  }

  const words = (one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.data.trim()).join("") || [one.value, one.placeholder].find((each) => each && typeof each === "string") || "";
  const speaks = (one) => words(one) || one.matches("input, select, textarea, button");

  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // Each text that is shown → all that its contrast depends on. "" where it lies over or under something that
  // is not round it: axe looks at every one of those.
  function looks(elements) {
    const grounds = new Map(), off = exempt();
    const painted = elements.filter((one) => one.matches("img, svg, video, canvas") || paints(getComputedStyle(one)))
      .map((one) => [one, one.getBoundingClientRect()]);
    return elements.filter(speaks).map((one) => {
      const style = getComputedStyle(one), box = one.getBoundingClientRect();
      const stranger = painted.some(([other, its]) => meet(box, its) && !other.contains(one) && !one.contains(other));
      const look = [ground(one, grounds), style.color, style.fontSize, style.fontWeight, style.textShadow,
        style.webkitTextFillColor, style.webkitTextStrokeColor, off.some((each) => each.contains(one)),
        one.localName, [...words(one)].length > 1, /[\p{L}\p{N}]/u.test(words(one))];
      return [one, stranger ? "" : look.join(";")];
    });
  }

  const complaints = (found) =>
    found.violations.map((one) => `${one.id}: ${one.help} – ${one.nodes[0].html.slice(0, 160)}`);

  async function rules(scope, elements) {
    const fresh = elements.filter((one) => !shown.has(one));
    fresh.forEach((one) => shown.add(one));
    const which = ruled && !fresh.length
      ? { runOnly: OF_THE_LAYOUT }
      : { rules: { "color-contrast": { enabled: false }, "target-size": { enabled: true } } };
    ruled = true;
    return complaints(await axe.run(scope, { ...which, resultTypes: ["violations"] }));
  }

  // Where axe cannot decide (a picture behind, one letter, off the screen), the very same element is not
  // asked about again in the same look; another one is.
  const undecided = (one, look) => `${look};${one.outerHTML.slice(0, 120)}`;

  async function contrast(scope, elements, known) {
    const outside = (scope.exclude || []).flat().join(", ");
    const asked = looks(elements)
      .filter(([one, look]) => !look || !(known.has(look) || known.has(undecided(one, look))))
      .filter(([one]) => !outside || !one.closest(outside));
    if (!asked.length) return { complaints: [], known: [] };
    const found = await axe.run({ include: asked.map(([one]) => one) },
      { runOnly: ["color-contrast"], resultTypes: ["violations", "passes"], elementRef: true });
    const nodes = (results) => new Set(results.flatMap((one) => one.nodes.map((node) => node.element)));
    const bad = nodes(found.violations), passed = nodes(found.passes);
    return {
      complaints: complaints(found),
      known: asked.filter(([one, look]) => look && !bad.has(one))
        .map(([one, look]) => (passed.has(one) ? look : undecided(one, look))),
    };
  }

  return {
    // What is wrong, a line each; and the looks that need not be asked about again, on any page.
    async look(scope, known) {
      const found = await rules(scope, all());
      const seen = await contrast(scope, all(), new Set(known)); // a page that renews itself has others by now
      return { complaints: [...found, ...seen.complaints], known: [...new Set(seen.known)] };
    },
  };
})();
