// Notes open in place, and so do previews of records and of terms; indexes can be filtered. Without this file every mark
// and every link leads to its text. All listeners sit on the document: a theme that swaps pages without
// loading them needs no second start.
(() => {
  "use strict";
  const root = new URL("../../", document.currentScript.src);
  const delays = { pointer: 250, focus: 600, leave: 500 };
  const fetched = new Map();
  // `opener` is the mark or link that `pop` belongs to, `wanted` the one that it may soon belong to.
  let pop = null, opener = null, wanted = null, timer = 0, pointer = "";

  document.documentElement.classList.add("xp-js");
  // The theme's search is a dialog without a name.
  document.querySelector(".md-search[role=dialog]:not([aria-label])")?.setAttribute("aria-label", "Search");

  const element = (tag, values, ...parts) => {
    const made = Object.assign(document.createElement(tag), values);
    made.append(...parts);
    return made;
  };

  const note = (mark) => {
    const found = document.getElementById(mark.hash.slice(1))?.closest(".xp-note");
    if (!found) return null;
    const parts = [found.querySelector(".xp-ref").cloneNode(true)];
    for (const use of found.querySelectorAll(`[data-xp-uses~="${CSS.escape(mark.id.split("-").pop())}"]`)) {
      const line = element("p", {}, ...use.cloneNode(true).childNodes);
      line.querySelector(".xp-letters-of")?.remove();
      parts.push(line);
    }
    parts.push(element("a", { href: mark.hash }, "In the list of notes"));
    return { label: mark.getAttribute("aria-label"), parts, kept: true };
  };

  // Where a link leads to a record on another page, its address.
  const recordOf = (link) => {
    const kinds = link.closest("[data-xp-records]")?.dataset.xpRecords.split(" ") ?? [];
    const url = new URL(link.getAttribute("href"), document.baseURI);
    if (url.protocol === "file:" || url.origin !== root.origin || url.pathname === location.pathname) return null;
    const [kind, id, deeper] = url.pathname.slice(root.pathname.length).replace(/(\/|\.html)$/, "").split("/");
    const leads = kind === "glossary" ? url.hash : id && id !== "index" && !deeper;
    return leads && kinds.includes(kind) && url.pathname.startsWith(root.pathname) ? url : null;
  };

  const load = (url) => {
    const address = url.href.split("#")[0];
    if (!fetched.has(address)) {
      fetched.set(address, fetch(address)
        .then((answer) => answer.ok ? answer.text() : Promise.reject(answer))
        .then((text) => new DOMParser().parseFromString(text, "text/html")));
      fetched.get(address).catch(() => fetched.delete(address));
    }
    return fetched.get(address);
  };

  // What a record's own page says of it in short: its kind, its title, and the description in its head.
  const preview = async (url) => {
    const page = await load(url);
    const entry = url.hash && page.getElementById(decodeURIComponent(url.hash.slice(1)))?.closest(".xp-entry");
    const text = entry ? entry.querySelector("dd p:not(:has(strong:only-child))") : null;
    text?.querySelectorAll(".xp-marks").forEach((marks) => marks.remove());
    const title = (entry || page).querySelector(entry ? "dfn" : ".xp h1")?.textContent;
    const words = text?.textContent ?? page.querySelector("meta[name=description]")?.content ?? "";
    const kind = page.querySelector(entry ? ".xp h1" : ".xp > .xp-kicker")?.textContent;
    if (!title) throw page;
    return [
      ...(kind ? [element("p", { className: "xp-kicker" }, kind)] : []),
      element("p", { className: "xp-title" }, title),
      ...(words && words !== title ? [element("p", {}, words)] : []),
    ];
  };

  const close = (giveBack) => {
    clearTimeout(timer);
    wanted = null;
    pop?.remove();
    for (const name of ["aria-expanded", "aria-describedby"]) opener?.removeAttribute(name);
    if (giveBack) opener?.focus({ preventScroll: true });
    pop = opener = null;
  };

  const place = () => {
    const at = opener.getClientRects()[0] ?? opener.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - at.bottom - 16, above = at.top - 16;
    pop.style.maxHeight = `${Math.max(below, above, 160)}px`;
    const { offsetWidth: width, offsetHeight: height } = pop;
    const top = height <= below || below >= above ? at.bottom + 8 : at.top - height - 8;
    pop.style.left = `${Math.max(16, Math.min(at.left - 24, clientWidth - width - 16)) + scrollX}px`;
    pop.style.top = `${Math.max(8, Math.min(top, clientHeight - height - 8)) + scrollY}px`;
  };

  // It is behind its mark, so that the focus goes on from there, and above everything, so that nothing cuts it.
  // What is `kept` has links and a button in it; the preview of a link that one only passes over has neither.
  const open = (mark, { label, parts, kept }, takesFocus) => {
    close(false);
    opener = mark;
    pop = element("div", { className: "xp-pop", id: "xp-pop", tabIndex: -1, popover: "manual" });
    pop.setAttribute("role", kept ? "dialog" : "tooltip");
    if (kept) {
      const button = element("button", { type: "button", className: "xp-close" }, "×");
      button.setAttribute("aria-label", "Close");
      pop.setAttribute("aria-label", label);
      pop.append(button);
      mark.setAttribute("aria-expanded", "true");
    } else mark.setAttribute("aria-describedby", pop.id);
    pop.append(...parts);
    (mark.closest(".xp-marks, summary, svg, h1, h2, h3") ?? mark).after(pop);
    pop.showPopover();
    place();
    if (takesFocus) pop.focus({ preventScroll: true });
  };

  const openPreview = async (link, url, takesFocus) => {
    const isTerm = link.matches(".xp-term"), kept = takesFocus || isTerm;
    const label = `${isTerm ? "Definition" : "Preview"}: ${link.textContent.trim()}`;
    const body = element("div", {}, element("p", { className: "xp-title" }, link.textContent));
    const more = element("a", { href: url.href }, isTerm ? "In the glossary" : "Open this page");
    // A finger is answered at once, and has the way to the page in any case.
    if (takesFocus) open(link, { label, parts: [body, more], kept }, true);
    wanted = link;
    const found = await preview(url).catch(() => null);
    if (!found || wanted !== link) return;
    const parts = isTerm ? found.filter((part) => part.className !== "xp-kicker") : found;
    body.replaceChildren(...parts);
    if (!takesFocus) open(link, { label, parts: kept ? [body, more] : parts, kept }, false);
    else if (opener === link) place();
  };

  // Opens what there is for a mark or link; false where there is nothing, or no browser that could show it.
  const show = (mark, takesFocus) => {
    const found = mark.matches(".xp-mark") ? note(mark) : null;
    const url = found ? null : recordOf(mark);
    if (found) open(mark, found, takesFocus);
    else if (url) openPreview(mark, url, takesFocus);
    return Boolean(found ?? url);
  };

  const isRecord = (mark) => !mark.matches(".xp-mark, .xp-term");
  const markAt = (event) => {
    const link = event.target.closest?.(".xp a[href], a.xp-mark, a.xp-term");
    if (!link || link.closest(".xp-pop") || !link.showPopover) return null;
    return !isRecord(link) || recordOf(link) ? link : null;
  };

  document.addEventListener("pointerdown", (event) => { pointer = event.pointerType; }, true);

  document.addEventListener("click", (event) => {
    const mark = markAt(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented;
    // A link is a link: only a finger, which cannot rest on it, opens its preview first, and follows it then.
    if (mark && plain && (isRecord(mark) ? pointer === "touch" && mark !== opener : true)) {
      if (show(mark, true)) { event.preventDefault(); event.stopPropagation(); }
    } else if (event.target.closest?.(".xp-close")) close(true);
    else if (pop && (!pop.contains(event.target) || event.target.closest?.("a"))) close(false);
  }, true);

  document.addEventListener("keydown", (event) => {
    pointer = "";
    if (event.key !== "Escape" || !(pop || wanted)) return;
    if (pop) event.preventDefault();
    close(Boolean(pop?.contains(document.activeElement)));
  });

  document.addEventListener("focusin", (event) => {
    const within = pop?.contains(event.target);
    if (pop && !within && event.target !== opener) close(false);
    const mark = markAt(event);
    if (!mark || mark === opener || !isRecord(mark) || !mark.matches(":focus-visible")) return;
    clearTimeout(timer);
    timer = setTimeout(() => document.activeElement === mark && show(mark, false), delays.focus);
  });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markAt(event);
    clearTimeout(timer);
    if (mark && mark !== opener) timer = setTimeout(() => show(mark, false), delays.pointer);
    else if (!mark) {
      if (wanted !== opener) wanted = null;
      const stays = !pop || pop.contains(event.target) || [opener, pop].some((one) => one.contains(document.activeElement));
      if (!stays) timer = setTimeout(() => close(false), delays.leave);
    }
  });

  document.addEventListener("input", (event) => {
    const box = event.target.closest?.("[data-xp-filter]");
    if (!box) return;
    const sought = event.target.value.trim().toLocaleLowerCase();
    const items = [...box.parentElement.querySelectorAll("[data-xp-item]")];
    for (const item of items) item.hidden = !item.textContent.toLocaleLowerCase().includes(sought);
    const shown = items.filter((item) => !item.hidden).length;
    box.querySelector("output").textContent = sought ? `${shown} of ${items.length}` : "";
  });
})();
