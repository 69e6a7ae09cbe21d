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

  // Where axe cannot decide (a picture behind, one letter, off the screen), the very same element is not
  // asked about again in the same look; another one is.
  const undecided = (one, look) => `${look};${one.outerHTML.slice(0, 120)}`;

  const unknown = (elements, known) => looks(elements)
    .filter(([one, look]) => !look || !(known.has(look) || known.has(undecided(one, look))));

  // The texts whose contrast is asked for carry a mark, so that one walk of axe answers everything.
  const MARK = "data-eyes-ask";
  axe.configure({ rules: [{ id: "color-contrast", selector: `[${MARK}]` }] });

  // Axe's answers as they are: most of its time went into describing elements that nobody reads about.
  axe.addReporter("eyes", (results, options, done) => done(results));

  async function ask(scope, rules, asked) {
    asked.forEach((one) => one.setAttribute(MARK, ""));
    try {
      return await axe.run(scope, { ...rules, reporter: "eyes" });
    } finally {
      asked.forEach((one) => one.removeAttribute(MARK));
    }
  }

  // Every rule, unless nothing is shown that was not shown before.
  function which(elements, asked) {
    const fresh = elements.filter((one) => !shown.has(one));
    fresh.forEach((one) => shown.add(one));
    const again = ruled && !fresh.length;
    ruled = true;
    const contrast = asked.length ? ["color-contrast"] : [];
    return again
      ? { runOnly: [...OF_THE_LAYOUT, ...contrast] }
      : { rules: { "color-contrast": { enabled: asked.length > 0 }, "target-size": { enabled: true } } };
  }

  const nodes = (results, kind) => results.filter((one) => one.id === "color-contrast")
    .flatMap((one) => one[kind].map((each) => each.node.element));

  const complaints = (results) => results.filter((one) => one.violations.length)
    .map((one) => `${one.id}: ${one.help} – ${one.violations[0].node.source.slice(0, 160)}`);

  return {
    // What is wrong, a line each; and the looks that need not be asked about again, on any page.
    async look(scope, known) {
      const outside = (scope.exclude || []).flat().join(", ");
      const elements = all().filter((one) => !outside || !one.closest(outside));
      const asked = unknown(elements, new Set(known));
      const found = await ask(scope, which(elements, asked), asked.map(([one]) => one));
      const bad = new Set(nodes(found, "violations")), passed = new Set(nodes(found, "passes"));
      const settled = asked.filter(([one, look]) => look && !bad.has(one))
        .map(([one, look]) => (passed.has(one) ? look : undecided(one, look)));
      return { complaints: complaints(found), known: [...new Set(settled)] };
    },
  };
})();
