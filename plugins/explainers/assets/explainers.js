// Notes and definitions open in place; indexes can be filtered. Everything works, in another way, without this file.
// All listeners sit on the document: a theme that swaps pages without loading them needs no second start.
(() => {
  "use strict";
  const marks = "a.xp-mark, a.xp-term";
  const hoverDelay = 250;
  let pop = null, opener = null, timer = 0;

  document.documentElement.classList.add("xp-js");
  // The theme's search is a dialog without a name.
  document.querySelector(".md-search[role=dialog]:not([aria-label])")?.setAttribute("aria-label", "Search");

  const content = (mark) => {
    if (mark.matches(".xp-term")) {
      const found = document.querySelector(`[data-xp-definition="${CSS.escape(mark.dataset.xpTerm)}"]`);
      if (!found) return null;
      const parts = [...found.cloneNode(true).childNodes];
      const more = document.createElement("a");
      more.href = mark.href;
      more.textContent = "In the glossary";
      return { parts: [...parts, more], label: `Definition: ${mark.textContent}` };
    }
    const note = document.getElementById(mark.hash.slice(1))?.closest(".xp-note");
    if (!note) return null;
    const parts = [note.querySelector(".xp-ref").cloneNode(true)];
    const letter = mark.id.split("-").pop();
    for (const use of note.querySelectorAll(`[data-xp-uses~="${CSS.escape(letter)}"]`)) {
      const line = document.createElement("p");
      line.append(...use.cloneNode(true).childNodes);
      line.querySelector(".xp-letters-of")?.remove();
      parts.push(line);
    }
    const more = document.createElement("a");
    more.href = mark.hash;
    more.textContent = "In the list of notes";
    parts.push(more);
    return { parts, label: mark.getAttribute("aria-label") };
  };

  const close = (giveBack) => {
    clearTimeout(timer);
    if (!pop) return;
    pop.remove();
    pop = null;
    opener?.removeAttribute("aria-expanded");
    if (giveBack) opener?.focus({ preventScroll: true });
    opener = null;
  };

  const place = (mark) => {
    const at = (mark.getClientRects()[0] ?? mark.getBoundingClientRect());
    const { offsetWidth: width, offsetHeight: height } = pop;
    const below = at.bottom + 8 + height <= innerHeight || at.top < height + 8;
    const left = Math.max(16, Math.min(at.left - 24, document.documentElement.clientWidth - width - 16));
    pop.style.left = `${left + scrollX}px`;
    pop.style.top = `${(below ? at.bottom + 8 : at.top - height - 8) + scrollY}px`;
  };

  const open = (mark, takeFocus) => {
    const found = content(mark);
    if (!found) return false;
    close(false);
    pop = document.createElement("div");
    pop.className = "xp-pop";
    pop.tabIndex = -1;
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", found.label);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "xp-close";
    button.setAttribute("aria-label", "Close");
    button.textContent = "×";
    pop.append(button, ...found.parts);
    document.body.append(pop);
    opener = mark;
    mark.setAttribute("aria-expanded", "true");
    place(mark);
    if (takeFocus) pop.focus({ preventScroll: true });
    return true;
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(marks);
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented) {
      if (open(mark, true)) { event.preventDefault(); event.stopPropagation(); }
    } else if (event.target.closest?.(".xp-close")) close(true);
    else if (pop && !pop.contains(event.target)) close(false);
    else if (pop && event.target.closest?.("a")) close(false);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pop) { event.preventDefault(); close(true); }
  });

  document.addEventListener("focusin", (event) => {
    if (pop && pop.contains(document.activeElement) === false && event.target !== opener && document.activeElement !== document.body) close(false);
  });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = event.target.closest?.(marks);
    if (mark && mark !== opener) {
      clearTimeout(timer);
      timer = setTimeout(() => open(mark, false), hoverDelay);
    } else if (pop?.contains(event.target) || mark) clearTimeout(timer);
    else if (pop && !pop.contains(document.activeElement)) {
      clearTimeout(timer);
      timer = setTimeout(() => close(false), hoverDelay * 2);
    } else if (!pop) clearTimeout(timer);
  });

  document.addEventListener("input", (event) => {
    const box = event.target.closest?.("[data-xp-filter]");
    if (!box) return;
    const wanted = event.target.value.trim().toLocaleLowerCase();
    const items = [...box.parentElement.querySelectorAll("[data-xp-item]")];
    for (const item of items) item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
    const shown = items.filter((item) => !item.hidden).length;
    box.querySelector("output").textContent = wanted ? `${shown} of ${items.length}` : "";
  });
})();
