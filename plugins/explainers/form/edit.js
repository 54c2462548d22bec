// The form: the CMS with our records. It reads and writes them by `record.js`.
import CMS from "./cms/index.js";
import { shown, written } from "./record.js";

const { cms, shapes } = await (await fetch("config.json", { cache: "no-cache" })).json();
for (const [kind, shape] of Object.entries(shapes)) {
  CMS.registerCustomFormat(kind, "yml", {
    fromFile: (text) => shown(text, shape, kind),
    toFile: (content) => written(content, shape),
  });
}
CMS.init({ config: cms });
