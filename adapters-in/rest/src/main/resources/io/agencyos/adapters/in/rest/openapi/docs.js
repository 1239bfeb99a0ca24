"use strict";
// Shows the document of this server. Every text is set as text, never as markup.

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
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
      more.appendChild(element("pre", JSON.stringify(resolved(value.schema, api, 0), null, 2)));
    }
  }
  return part;
}

function fill(target, operation, api) {
  target.appendChild(element("p", "Role: " + operation["x-roles"].join(", ")));
  if (operation.parameters.length) {
    target.appendChild(table(["Parameter", "In", "Required", "Type", "Meaning"], operation.parameters.map(p =>
      [p.name, p.in, p.required ? "yes" : "no", JSON.stringify(p.schema), p.description || ""])));
  }
  if (operation.requestBody) target.appendChild(body("Takes", operation.requestBody.content, api));
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status < "400") target.appendChild(body("Answers " + status, response.content, api));
  }
  target.appendChild(element("p", "Problems: " + operation["x-problems"].join(", ")));
}

function show(api) {
  const main = document.getElementById("operations");
  main.textContent = "";
  const entries = [];
  for (const tag of api.tags) {
    main.appendChild(element("h2", tag.name));
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (!operation.tags.includes(tag.name)) continue;
        const entry = main.appendChild(element("details"));
        const line = entry.appendChild(element("summary"));
        line.appendChild(element("span", method.toUpperCase(), "method"));
        line.appendChild(element("span", path, "path"));
        line.appendChild(element("span", " " + operation.summary));
        entry.addEventListener("toggle", () => {
          if (entry.open && entry.children.length === 1) fill(entry, operation, api);
        });
        entries.push([entry, (method + " " + path + " " + operation.summary).toLowerCase()]);
      }
    }
  }
  document.getElementById("find").addEventListener("input", event => {
    const wanted = event.target.value.toLowerCase();
    entries.forEach(([entry, text]) => { entry.hidden = !text.includes(wanted); });
  });
}

fetch("/api/v1/openapi.json").then(answer => answer.json()).then(show);
