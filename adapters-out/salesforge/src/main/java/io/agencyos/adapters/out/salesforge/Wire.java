package io.agencyos.adapters.out.salesforge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agencyos.adapters.out.vendorhttp.WireWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The core's JSON. A field that we cannot do without is checked here, so that the domain never meets a null. */
final class Wire {

    /**
     * What mailboxes, sequences, contacts in them and threads are said to be. Source: salesforge 4.2, 4.4 to 4.6, Beyond "drift alarm".
     */
    static final WireWords WORDS = WireWords.NONE
            .with(
                    "status",
                    "active",
                    "pending",
                    "access_lost",
                    "inactive",
                    "suspended",
                    "frozen",
                    "deleted",
                    "draft",
                    "paused",
                    "completed",
                    "none",
                    "contacted",
                    "finished",
                    "replied",
                    "ooo",
                    "bounced",
                    "bounce-protect",
                    "failed",
                    "dnc",
                    "unsubscribed",
                    "multi-threading")
            .with("replyType", "lead_replied", "ooo", "bounced");

    private Wire() {}

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("the answer lacks " + field);
        }
        return value;
    }

    static <T> List<T> listed(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    record Page<T>(List<T> data, @Nullable Integer total) {
        Page {
            data = List.copyOf(required(data, "data"));
            required(total, "total");
        }

        /** Whether nothing follows this page, which began at {@code offset}. */
        boolean last(int offset) {
            return data.isEmpty() || offset + data.size() >= required(total, "total");
        }
    }

    record Me(String accountId) {}

    record Workspace(String id, @Nullable String name) {
        Workspace {
            required(id, "id");
        }
    }

    record ContactBody(
            String firstName,
            @Nullable String lastName,
            String email,
            @Nullable String company,
            @Nullable String position,
            Map<String, String> customVars,
            List<String> tags) {}

    /** A sequence that a contact is in, with the contact's standing there. */
    record Membership(String id, @Nullable String status) {
        Membership {
            required(id, "sequences.id");
        }
    }

    record Contact(
            String id, @Nullable String email, @Nullable List<Membership> sequences) {
        Contact {
            required(id, "id");
            sequences = listed(sequences);
        }

        /** The contact's standing in this sequence, null when it never joined. */
        @Nullable
        String standingIn(String sequenceId) {
            return memberships().stream()
                    .filter(membership -> membership.id().equals(sequenceId))
                    .map(membership -> membership.status() == null ? "" : membership.status())
                    .findFirst()
                    .orElse(null);
        }

        /** Opted out in any sequence. The list of whom not to write to shows as another word. */
        boolean unsubscribed() {
            return memberships().stream().anyMatch(membership -> "unsubscribed".equals(membership.status()));
        }

        List<Membership> memberships() {
            return sequences == null ? List.of() : sequences;
        }
    }

    record Dncs(List<String> dncs) {}

    record Dnc(
            String value, @Nullable String type, @Nullable Instant createdAt) {
        Dnc {
            required(value, "value");
        }
    }

    record Mailbox(
            String id,
            String address,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String status,
            @Nullable String disconnectReason,
            @Nullable Integer dailyEmailLimit) {
        Mailbox {
            required(id, "id");
            required(address, "address");
        }
    }

    record DailyLimit(int dailyEmailLimit) {}

    record OauthBody(String provider, String redirectUrl, String email) {}

    record Link(String url) {
        Link {
            required(url, "url");
        }
    }

    record Product(
            String name,
            String language,
            String industry,
            String idealCustomerProfile,
            String pain,
            String solution,
            String proofPoints,
            String costOfInaction) {}

    record ProductBody(Product product) {}

    record Named(String id, @Nullable String name) {
        Named {
            required(id, "id");
        }
    }

    record SequenceBody(String name, String productId, String language, String timezone) {}

    record Step(String id) {
        Step {
            required(id, "steps.id");
        }
    }

    record Sequence(
            String id,
            @Nullable String name,
            @Nullable String status,
            @Nullable List<Step> steps) {
        Sequence {
            required(id, "id");
            steps = listed(steps);
        }

        boolean draft() {
            return "draft".equals(status);
        }
    }

    record SequenceSettings(
            boolean openTrackingEnabled,
            boolean clickTrackingEnabled,
            boolean plainTextEmailsEnabled,
            boolean unsubscribeLinkEnabled,
            boolean stopOnDomainReplyEnabled,
            boolean bounceProtectorEnabled,
            String trackingDomainEnabled) {}

    record Variant(
            String label, int order, String status, String emailSubject, String emailContent, int distributionWeight) {}

    record StepBody(
            String id, String name, int order, int waitDays, String distributionStrategy, List<Variant> variants) {}

    record Steps(List<StepBody> steps) {}

    record Schedule(int weekday, int fromHour, int toHour) {}

    record Schedules(List<Schedule> schedules) {}

    record MailboxIds(List<String> mailboxIds) {}

    record Status(String status) {}

    record ContactIds(List<String> contactIds) {}

    record SendingRow(
            String sequenceId,
            String contactId,
            @Nullable Instant scheduled,
            @Nullable Instant sent) {
        SendingRow {
            required(sequenceId, "sequenceId");
            required(contactId, "contactId");
        }
    }

    record Thread(
            String id,
            @Nullable String mailboxId,
            @Nullable String contactEmail,
            @Nullable String subject,
            @Nullable String content,
            @Nullable Instant date,
            @Nullable String replyType) {
        Thread {
            required(id, "id");
        }
    }

    record ThreadContact(
            @Nullable String id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email) {}

    record Email(
            @Nullable String id,
            @Nullable String emailId,
            @Nullable String subject,
            @Nullable String content,
            @Nullable Instant date,
            @Nullable String fromAddress) {

        /** The id that an answer names. */
        @Nullable
        String ref() {
            return emailId == null || emailId.isEmpty() ? id : emailId;
        }
    }

    record ThreadDetail(
            @Nullable ThreadContact contact,
            @Nullable List<Email> emails,
            @Nullable Named sequence) {
        ThreadDetail {
            emails = listed(emails);
        }

        List<Email> mails() {
            return emails == null ? List.of() : emails;
        }
    }

    record Reply(
            String content, List<String> ccs, List<String> bccs, boolean includeHistory, List<String> attachments) {}

    record Created(@JsonProperty("created") int created) {}

    /** @param url null where the list does not tell it */
    record Webhook(
            String id, @Nullable String name, @Nullable String url) {
        Webhook {
            required(id, "id");
        }
    }

    record WebhookBody(String name, String type, String url, List<String> sequenceIds) {}

    /** The secret is shown this once. */
    record MadeWebhook(String id, String signingSecret) {
        MadeWebhook {
            required(id, "id");
            required(signingSecret, "signingSecret");
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "MadeWebhook[" + id + "]";
        }
    }
}
