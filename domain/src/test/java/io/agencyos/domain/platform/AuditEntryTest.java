package io.agencyos.domain.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.shared.SecretText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    @Test // api 6: redacted to ***: passwords, tokens, keys, secrets, hook payloads
    void values_of_secret_fields_are_never_kept() {
        AuditEntry entry = new AuditEntry(
                new UUID(0, 1),
                Instant.EPOCH,
                null,
                AuditEntry.Actor.system(),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                "user",
                null,
                Map.of(
                        "password_hash", new Change("old", "new"),
                        "webhook_secret", new Change(null, "fresh"),
                        "full_name", new Change("Sam", "Samantha")),
                Map.of("api_key", "aos_live_x", "keyboard", "qwerty"),
                AuditEntry.Origin.NONE);

        assertThat(entry.changes())
                .isEqualTo(Map.of(
                        "password_hash", new Change("***", "***"),
                        "webhook_secret", new Change(null, "***"),
                        "full_name", new Change("Sam", "Samantha")));
        assertThat(entry.metadata()).isEqualTo(Map.of("api_key", "***", "keyboard", "qwerty"));
    }

    @Test // api 6
    void actions_have_the_names_of_the_specification() {
        assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::wire))
                .containsExactly(
                        "auth.login",
                        "auth.logout",
                        "auth.login_failed",
                        "auth.refresh_reuse",
                        "auth.password_changed",
                        "auth.mfa_enrolled",
                        "auth.mfa_removed",
                        "access.denied",
                        "create",
                        "update",
                        "delete",
                        "restore",
                        "campaign.activate",
                        "campaign.pause",
                        "campaign.complete",
                        "outreach.pause",
                        "outreach.resume",
                        "approval.approve",
                        "approval.reject",
                        "message.manual_send",
                        "export",
                        "import",
                        "consent.declared",
                        "consent.withdrawn",
                        "webhook.endpoint_disabled",
                        "job.cancel",
                        "job.retry",
                        "inbound_event.replay",
                        "support_session.started",
                        "support_session.request",
                        "support_session.ended",
                        "secret.used");
    }

    @Test
    void a_secret_text_does_not_show_itself() {
        assertThat(new SecretText("hunter2")).hasToString("***");
    }
}
