// Material starts its search with every page. This worker takes the place of the theme's until the search is first
// used: it then starts the theme's, and hands it the whole index. The page itself has fetched the settings alone.
(() => {
  "use strict";
  // From a file the theme waits by itself.
  if (location.protocol === "file:" || !window.Worker) return;
  const whole = new URL("../../search/search_docs.json", document.currentScript.src);
  const Native = window.Worker;

  class LateWorker extends EventTarget {
    #started;

    constructor(url) {
      super();
      // Where pages are swapped without being loaded, the way to the file is another later on.
      const address = new URL(url, document.baseURI);
      this.#started = new Promise((start) => this.#wait(async () => {
        const docs = await (await fetch(whole)).json();
        const worker = new Native(address);
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
        start({ docs, worker });
      }));
    }

    // The box is used by mouse, key or an address with `?q=`, which all give it the focus, and on phones by its button.
    #wait(begin) {
      const used = (event) => {
        if (!event.target.closest?.("[data-md-component=search], [data-md-toggle=search]")) return;
        stop();
        // What could not be fetched is asked for at the next use.
        begin().catch(listen);
      };
      const stop = () => ["focusin", "change"].forEach((use) => document.removeEventListener(use, used, true));
      const listen = () => ["focusin", "change"].forEach((use) => document.addEventListener(use, used, true));
      listen();
    }

    async postMessage(message) {
      const { docs, worker } = await this.#started;
      worker.postMessage(message.data?.docs ? { ...message, data: { ...message.data, docs } } : message);
    }
  }

  window.Worker = function (url, options) {
    const search = JSON.parse(document.getElementById("__config")?.textContent ?? "{}").search;
    return url === search ? new LateWorker(url) : new Native(url, options);
  };
})();
