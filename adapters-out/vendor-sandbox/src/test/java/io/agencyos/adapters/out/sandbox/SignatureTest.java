package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.salesforge.Signatures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_YWdlbmN5LW9zLXNhbmRib3gtc2VjcmV0LTAx";
    private static final String EVENT = "wh_aos0000000000001";
    private static final String BODY = "{\"webhookInfo\":{\"id\":\"wh_aos0000000000001\",\"type\":\"email_replied\"}}";

    @Test // salesforge 8, test vector
    void the_vector_of_the_contract_is_signed_as_it_says() {
        assertThat(Signatures.headers(SECRET, EVENT, Instant.parse("2026-09-01T00:00:00Z"), BODY))
                .containsEntry("X-SalesforgeAI-Webhook-Event-ID", EVENT)
                .containsEntry(
                        "X-SalesforgeAI-Webhook-Signature",
                        "t=1788220800,v1=3b0ba62066c138cc2e227284876c7140bb195b82f85a4bca6e5ac0cbd46cb287");
    }

    @Test // salesforge 8: the key is the whole secret, prefix included
    void the_secret_without_its_prefix_signs_otherwise() {
        assertThat(Signatures.sign(SECRET.substring(6), EVENT, 1_788_220_800L, BODY))
                .isNotEqualTo(Signatures.sign(SECRET, EVENT, 1_788_220_800L, BODY));
    }
}
