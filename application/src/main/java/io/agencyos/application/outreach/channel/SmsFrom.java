package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.contact.PhoneNumber;

/** What a text shows as its sender. Only a dedicated number can be answered with STOP. Source: outreach 9.1, 6.6. */
public sealed interface SmsFrom {

    /** A number of the client alone, to which people can answer. */
    record Dedicated(PhoneNumber number) implements SmsFrom {}

    /** Three to eleven letters or digits; nobody can answer it. */
    record AlphaTag(String tag) implements SmsFrom {}

    /** A number that the vendor lends to several of its customers. */
    record Shared() implements SmsFrom {}
}
