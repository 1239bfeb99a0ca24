package io.agencyos.domain.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who writes, as every message has to say by law. Source: outreach 1.3 check 5. */
public final class SenderIdentity {

    private SenderIdentity() {}

    /**
     * What is missing, by name; empty when a client may write.
     *
     * @param hasPersona whether the client has a default persona, in whose name everything is written
     * @param optOutReachable whether a person who follows the link to opt out reaches this installation
     */
    public static List<String> missing(Client client, boolean hasPersona, boolean optOutReachable) {
        List<String> missing = new ArrayList<>();
        if (isEmpty(client.legalName())) {
            missing.add("legal_name");
        }
        if (client.contactEmail() == null && client.contactPhone() == null) {
            missing.add("contact");
        }
        if (isEmpty(client.websiteUrl())) {
            missing.add("website_url");
        }
        if (!hasPersona) {
            missing.add("persona");
        }
        if (!optOutReachable) {
            missing.add("unsubscribe_endpoint");
        }
        return List.copyOf(missing);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
