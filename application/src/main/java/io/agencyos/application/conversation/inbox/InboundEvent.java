package io.agencyos.application.conversation.inbox;

import java.time.Instant;

/** What a vendor reports, whatever the channel. The order of arrival means nothing. Source: api 10. */
public sealed interface InboundEvent permits MailEvent, ChannelEvent, DataEvent {

    /** What makes it the same event when it is reported again. */
    String key();

    Instant at();

    /** The word by which people tell events apart. */
    String type();
}
