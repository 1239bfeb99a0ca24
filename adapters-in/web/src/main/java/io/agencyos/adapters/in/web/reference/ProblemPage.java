package io.agencyos.adapters.in.web.reference;

import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.ProblemCode;

/** What a problem code means, as a page. Source: api 1.3. */
final class ProblemPage {

    private ProblemPage() {}

    /** All its words are ours, so that nothing needs escaping. */
    static Content of(ProblemCode code) {
        return Content.html("""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><link rel="icon" href="data:,"><title>%1$s</title></head>
            <body>
            <h1>%2$s</h1>
            <dl>
            <dt>Code</dt><dd><code>%1$s</code></dd>
            <dt>Status</dt><dd>%3$d</dd>
            <dt>What to do</dt><dd>%4$s</dd>
            </dl>
            <h2>Example</h2>
            <pre>{"type":"urn:agency-os:problem:%1$s","title":"%2$s","status":%3$d,"code":"%1$s"}</pre>
            <p><a href="/docs">All of the API</a></p>
            </body>
            </html>
            """.formatted(code.wire(), code.title(), code.status(), code.advice()));
    }
}
