// Completes what is typed into the search box: a combobox with a list, by the ARIA pattern. Without it the box
// searches as ever.
"use strict";

for (const box of document.querySelectorAll(".box")) completing(box);

function completing(box) {
  const input = box.querySelector("input");
  const list = document.createElement("ul");
  let asked = 0;
  let active = -1;

  list.id = "completions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.list);
  box.append(list);
  input.type = "text";
  input.enterKeyHint = "search";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  input.addEventListener("input", async () => {
    const turn = ++asked;
    const words = input.value.trim();
    const found = words.length < 2 ? [] : await completions(words);
    if (turn === asked) show(found);
  });
  input.addEventListener("keydown", event => {
    const moves = {ArrowDown: 1, ArrowUp: -1};
    if (event.isComposing || list.hidden) return;
    if (event.key in moves) {
      event.preventDefault();
      // One place more than options: the box itself.
      const places = list.children.length + 1;
      activate((active + 1 + moves[event.key] + places) % places - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.href = list.children[active].dataset.address;
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  // A press must not take the focus away, or the list would be gone before the click.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("li");
    if (option) location.href = option.dataset.address;
  });

  async function completions(words) {
    const query = new URLSearchParams({q: words, lang: box.dataset.lang});
    const answer = await fetch("/api/v1/completions?" + query);
    return answer.ok ? (await answer.json()).completions : [];
  }

  function show(found) {
    list.replaceChildren(...found.map(option));
    activate(-1);
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
  }

  function option(one, place) {
    const item = document.createElement("li");
    const kind = document.createElement("span");
    item.id = "completion-" + place;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.address = one.kind === "competence"
      ? "/?" + new URLSearchParams({q: one.text})
      : "/" + one.id.split("/").map(encodeURIComponent).join("/");
    kind.className = "tag";
    kind.textContent = box.dataset[one.kind];
    item.append(one.text + " ", kind);
    return item;
  }

  function activate(place) {
    active = place;
    [...list.children].forEach((item, at) =>
      item.setAttribute("aria-selected", String(at === place)));
    if (place < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({block: "nearest"});
    }
  }

  function close() {
    asked++;
    show([]);
  }
}
