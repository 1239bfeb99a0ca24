package io.agencyos.application.platform;

import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.shared.contact.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of alerts without asking. Source: api 9.17 {@code P/settings}.
 *
 * @param mail gets letters; null for none
 * @param chat an incoming webhook of a chat, which whoever knows it may post to; null for none
 */
public record AlertRecipients(
        @Nullable EmailAddress mail, @Nullable WebhookUrl chat) {

    public static final AlertRecipients NONE = new AlertRecipients(null, null);

    /** Never shows where a chat is written to. */
    @Override
    public String toString() {
        return "AlertRecipients[mail=" + (mail != null) + ", chat=" + (chat != null) + "]";
    }
}
