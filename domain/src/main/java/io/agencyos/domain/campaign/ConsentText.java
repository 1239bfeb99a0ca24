package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Digests;

/**
 * The declaration that an admin signs before a campaign starts. A change of its words is a new version; what was signed
 * stays provable by its hash. Source: outreach 6.4.
 *
 * @param version 1, 2, …
 */
public record ConsentText(int version, String text) {

    public static final ConsentText CURRENT = new ConsentText(1, """
        We declare that the work e-mail addresses and LinkedIn profiles this campaign writes to were published \
        conspicuously by the person or the person's employer, that no statement against marketing messages stood \
        with them, and that our messages concern the work of the person addressed. We keep the source of every \
        address and stop writing at the first request.\
        """);

    /** SHA-256, 64 hex digits. */
    public String hash() {
        return Digests.sha256Hex(text);
    }
}
