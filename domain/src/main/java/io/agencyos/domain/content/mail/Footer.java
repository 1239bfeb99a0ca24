package io.agencyos.domain.content.mail;

/**
 * The visible last lines of every outreach e-mail: who sends it, how to reach them, how to stop it. Source: outreach 6.6,
 * 8.6.
 *
 * @param legalName the client's, which authorised the message
 * @param contact a postal or e-mail address or number that is good for 30 days and more
 * @param unsubscribeUrl opens a page with one button; opening it opts nobody out
 */
public record Footer(String legalName, String contact, String unsubscribeUrl) {

    public String text() {
        return legalName + ", " + contact + "\nUnsubscribe: " + unsubscribeUrl;
    }

    /** The body with the footer after one blank line, exactly once. */
    public String appendTo(String body) {
        return body.contains(unsubscribeUrl) ? body : body.stripTrailing() + "\n\n" + text();
    }

    /** What stands before the footer; the whole body where there is none. */
    public String leftOf(String body) {
        int at = body.indexOf(text());
        return at < 0 ? body : body.substring(0, at).stripTrailing();
    }
}
