package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import java.util.List;
import java.util.Locale;

/** What the Spam Act 2003 asks of a commercial e-mail or text message. Source: content 3.8. */
final class LegalChecks {

    private LegalChecks() {}

    static List<Finding> optOut(MessageText message, QualityContext context) {
        return concerns(message, context) && !carries(message, context.optOut())
                ? List.of(Finding.error("missing_opt_out", field(message), context.optOut()))
                : List.of();
    }

    static List<Finding> senderIdentity(MessageText message, QualityContext context) {
        return concerns(message, context) && !carries(message, context.senderIdentity())
                ? List.of(Finding.error("missing_sender_identity", field(message), context.senderIdentity()))
                : List.of();
    }

    private static boolean concerns(MessageText message, QualityContext context) {
        boolean regulated = message.form() == MessageForm.EMAIL || message.form() == MessageForm.SMS;
        return regulated && context.commercial();
    }

    private static boolean carries(MessageText message, String words) {
        return !words.isBlank()
                && message.allButSubject().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static String field(MessageText message) {
        return message.form().fields().getLast().wire();
    }
}
