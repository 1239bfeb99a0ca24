"use strict";
// Shows the document of this server. Every text is set as text, never as markup.

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function link(text, to) {
  const made = element("a", text);
  made.href = to;
  return made;
}

function resolved(schema, api, depth) {
  if (!schema || typeof schema !== "object" || depth > 6) return schema;
  if (Array.isArray(schema)) return schema.map(part => resolved(part, api, depth));
  if (schema.$ref) {
    const named = schema.$ref.split("/").pop();
    return resolved(api.components.schemas[named], api, depth + 1);
  }
  const copy = {};
  for (const [key, value] of Object.entries(schema)) copy[key] = resolved(value, api, depth);
  return copy;
}

// A schema in words: what kind of value, which values, how large.
function kind(schema) {
  if (!schema) return "";
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.type === "array") return "list of " + kind(schema.items);
  const type = [].concat(schema.type || "any").join(" or ");
  const bounds = [
    schema.minimum !== undefined ? "from " + schema.minimum : "",
    schema.maximum !== undefined ? "to " + schema.maximum : "",
    schema.maxLength !== undefined ? "at most " + schema.maxLength + " characters" : "",
    schema.default !== undefined ? "default " + schema.default : ""
  ].filter(part => part);
  return [schema.format || type, ...bounds].join(", ");
}

function table(head, rows) {
  const made = element("table");
  const top = made.appendChild(element("tr"));
  head.forEach(text => top.appendChild(element("th", text)));
  rows.forEach(cells => {
    const row = made.appendChild(element("tr"));
    cells.forEach(text => row.appendChild(element("td", text)));
  });
  return made;
}

function body(title, content, api) {
  const part = element("section");
  for (const [media, value] of Object.entries(content || {})) {
    part.appendChild(element("h4", title + " " + media));
    if (value.example !== undefined) part.appendChild(element("pre", JSON.stringify(value.example, null, 2)));
    if (value.schema) {
      const more = part.appendChild(element("details"));
      more.appendChild(element("summary", "Schema"));
      more.addEventListener("toggle", () => {
        if (more.open && more.children.length === 1) {
          more.appendChild(element("pre", JSON.stringify(resolved(value.schema, api, 0), null, 2)));
        }
      });
    }
  }
  return part;
}

// One line for a shell, with the names of what the caller has to put in.
function curl(method, path, operation) {
  const lines = ["curl -X " + method + " \"" + location.origin + path.replace(/{(\w+)}/g, (_, name) => "$" + name.toUpperCase()) + "\""];
  if (operation.security.length) lines.push("-H \"Authorization: Bearer $TOKEN\"");
  operation.parameters
    .filter(parameter => parameter.in === "header" && parameter.required)
    .forEach(parameter => lines.push("-H \"" + parameter.name + ": …\""));
  for (const [media, value] of Object.entries((operation.requestBody || {}).content || {}).slice(0, 1)) {
    if (media === "multipart/form-data") {
      lines.push("-F file=@FILE");
    } else if (value.example !== undefined) {
      lines.push("-H \"Content-Type: " + media + "\"");
      lines.push("-d '" + JSON.stringify(value.example).replaceAll("'", "'\\''") + "'");
    }
  }
  return lines.join(" \\\n  ");
}

function copied(text) {
  const part = element("div", undefined, "copied");
  part.appendChild(element("pre", text));
  if (navigator.clipboard) {
    const button = part.appendChild(element("button", "Copy"));
    button.type = "button";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    });
  }
  return part;
}

function fill(entry, method, path, operation, api) {
  const target = entry.appendChild(element("div", undefined, "inside"));
  const who = operation["x-roles"].join(", ") + (operation["x-key-scope"] ? "; programs with the scope " + operation["x-key-scope"] : "");
  target.appendChild(element("p", "For: " + who));
  target.appendChild(copied(curl(method, path, operation)));
  if (operation.parameters.length) {
    target.appendChild(table(["Parameter", "In", "Value", "Meaning"], operation.parameters.map(p =>
      [p.name + (p.required ? " *" : ""), p.in, kind(resolved(p.schema, api, 0)), p.description || ""])));
  }
  if (operation.requestBody) target.appendChild(body("Takes", operation.requestBody.content, api));
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status < "400") target.appendChild(body("Answers " + status, response.content, api));
  }
  target.appendChild(element("h4", "Problems"));
  const problems = target.appendChild(element("p"));
  operation["x-problems"].forEach((code, i) => {
    problems.append(i ? ", " : "", link(code, "/docs/problems/" + code));
  });
}

function operationEntry(method, path, operation, api) {
  const entry = element("details", undefined, "operation");
  entry.id = operation.operationId;
  const line = entry.appendChild(element("summary"));
  line.appendChild(element("span", method, "method " + method));
  line.appendChild(element("span", path, "path"));
  line.appendChild(element("span", operation.summary, "what"));
  entry.addEventListener("toggle", () => {
    if (entry.open && entry.children.length === 1) fill(entry, method, path, operation, api);
    if (entry.open) history.replaceState(null, "", "#" + entry.id);
  });
  return entry;
}

function group(tag, api) {
  const part = element("section");
  part.id = "group-" + tag.name.replaceAll(" ", "-");
  part.appendChild(element("h2", tag.name));
  part.appendChild(element("p", tag.description));
  const entries = [];
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [name, operation] of Object.entries(methods)) {
      if (!operation.tags.includes(tag.name)) continue;
      const method = name.toUpperCase();
      const entry = part.appendChild(operationEntry(method, path, operation, api));
      const words = [method, path, operation.summary, tag.name, ...operation.parameters.map(p => p.name)];
      entries.push([entry, words.join(" ").toLowerCase()]);
    }
  }
  return { tag, part, entries };
}

// What is named after the # is opened, also when it changes while the page is open; what the search hides is shown again.
function openNamed(showAll) {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  const wasHidden = !named.checkVisibility();
  if (wasHidden) showAll();
  const isClosed = named instanceof HTMLDetailsElement && !named.open;
  if (isClosed) named.open = true;
  if (wasHidden || isClosed) named.scrollIntoView();
}

function filterBy(groups, count, input, found) {
  const wanted = input.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  groups.forEach(({ part, entries }) => {
    const before = shown;
    entries.forEach(([entry, text]) => {
      entry.hidden = !wanted.every(word => text.includes(word));
      shown += entry.hidden ? 0 : 1;
    });
    part.hidden = shown === before;
  });
  found.textContent = wanted.length ? shown + " of " + count : count + " operations";
}

function show(api) {
  const main = document.getElementById("operations");
  const index = document.getElementById("groups");
  const input = document.getElementById("find");
  const found = document.getElementById("found");
  main.textContent = "";
  const groups = api.tags.map(tag => group(tag, api)).filter(one => one.entries.length);
  groups.forEach(({ tag, part, entries }) => {
    main.appendChild(part);
    const entry = index.appendChild(link(tag.name, "#" + part.id));
    entry.appendChild(element("span", entries.length));
  });
  const count = groups.reduce((sum, one) => sum + one.entries.length, 0);
  const filter = () => filterBy(groups, count, input, found);
  const showAll = () => {
    input.value = "";
    filter();
  };
  input.addEventListener("input", filter);
  document.addEventListener("keydown", event => {
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
    }
  });
  window.addEventListener("hashchange", () => openNamed(showAll));
  filter();
  openNamed(showAll);
}

async function load() {
  try {
    const answer = await fetch("/api/v1/openapi.json");
    if (!answer.ok) throw new Error("the server answers " + answer.status);
    show(await answer.json());
  } catch (failure) {
    document.getElementById("operations").textContent = "The document cannot be shown: " + failure.message + ". Reload to try again.";
  }
}

load();
