package io.agencyos.adapters.in.web.conversation;

import io.agencyos.adapters.in.http.route.Content;

/** The few pages that people see who want to be left alone: no script, nothing fetched from elsewhere. */
final class UnsubscribePages {

    private static final String ASK = """
        <form method="post" action="/u">
          <label for="email">E-mail address</label>
          <input id="email" name="email" type="email" required maxlength="254">
          <button type="submit">Stop e-mails to it</button>
        </form>
        """;

    private UnsubscribePages() {}

    /** One button; nothing happens before it is pressed. */
    static Content question(String client) {
        return page("Stop e-mails?", """
            <p>Do you want %s to stop writing to you?</p>
            <form method="post"><button type="submit">Unsubscribe</button></form>
            """.formatted(client.isBlank() ? "the sender" : escaped(client)));
    }

    static Content done(String client) {
        return page("Unsubscribed", """
            <p>%s will not write to you again.</p>
            <form method="post">
              <label for="reason">If you like, tell us why:</label>
              <textarea id="reason" name="reason" maxlength="500" rows="3"></textarea>
              <button type="submit">Send</button>
            </form>
            """.formatted(sender(client)));
    }

    static Content thanks(String client) {
        return page(
                "Unsubscribed",
                "<p>%s will not write to you again. Thank you for telling us why.</p>\n".formatted(sender(client)));
    }

    static Content unknown() {
        return page("This link does not work", """
            <p>The link is incomplete or not one of ours. Please open it again from the e-mail, or answer the e-mail with
            the word <strong>unsubscribe</strong>: that stops it just as well. Or tell us the address that was written to:</p>
            """ + ASK);
    }

    /** The same whether anybody wrote to the address or not. */
    static Content asked() {
        return page("Thank you", """
            <p>If anybody wrote to this address from here, a link that stops it is on its way there, or it is stopped already.</p>
            """);
    }

    static Content noAddress() {
        return page("That is no e-mail address", "<p>Please give the address that was written to:</p>\n" + ASK);
    }

    private static Content page(String title, String body) {
        return Content.html("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
            button { font: inherit; padding: .5rem 1.2rem; }
            label, input, textarea { display: block; width: 100%%; margin-bottom: .6rem; font: inherit; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s</main>
            </body>
            </html>
            """.formatted(title, body));
    }

    /** At the head of a sentence; a client that was removed has no name any more. */
    private static String sender(String client) {
        return client.isBlank() ? "The sender" : escaped(client);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
