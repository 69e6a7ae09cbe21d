// Elements, by hand: what people wrote is only ever set as text.

const SVG = "http://www.w3.org/2000/svg";

/** `draw("p", {class: "muted"}, "text", child)`; `on…` takes a function, what is nothing is left out. */
export function draw(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export function icon(sprite, name) {
  const picture = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  picture.setAttribute("class", "icon");
  picture.setAttribute("width", "24");
  picture.setAttribute("height", "24");
  picture.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${sprite}#${name}`);
  picture.append(use);
  return picture;
}

/** A state in a word, with its icon. */
export const state = (sprite, { kind, icon: name, word }) =>
  draw("span", { class: `state state-${kind}` }, icon(sprite, name), word);
