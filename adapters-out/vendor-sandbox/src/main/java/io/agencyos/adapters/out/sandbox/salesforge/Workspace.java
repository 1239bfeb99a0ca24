package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.population.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything of one tenant at the vendor. */
final class Workspace {

    /** An entry of the do-not-contact list. */
    record Dnc(String value, String type, Instant createdAt) {

        Map<String, @Nullable Object> json() {
            return Json.object("value", value, "type", type, "createdAt", createdAt);
        }

        boolean covers(Contact contact) {
            return switch (type) {
                case "email" -> Population.canonical(contact.email).equals(Population.canonical(value));
                case "domain" -> contact.email.toLowerCase(Locale.ROOT).endsWith("@" + value);
                default -> contact.linkedinUrl.equalsIgnoreCase(value);
            };
        }
    }

    final String id;
    final String name;
    final String accountId;
    final Map<String, Contact> contacts = new LinkedHashMap<>();
    final Map<String, Contact> contactsByKey = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> products = new LinkedHashMap<>();
    final Map<String, Sequence> sequences = new LinkedHashMap<>();
    final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
    final Map<String, Dnc> dnc = new LinkedHashMap<>();
    final Map<String, MailThread> threads = new LinkedHashMap<>();
    final Map<String, Hook> hooks = new LinkedHashMap<>();
    final List<PlacementTest> placementTests = new ArrayList<>();
    int hooksMade;
    final List<Enrolment> enrolments = new ArrayList<>();

    Workspace(String id, String accountId, String name) {
        this.id = id;
        this.accountId = accountId;
        this.name = name;
    }

    Contact contact(String contactId) {
        return found(contacts, contactId, "contact");
    }

    Sequence sequence(String sequenceId) {
        return found(sequences, sequenceId, "sequence");
    }

    Mailbox mailbox(String mailboxId) {
        return found(mailboxes, mailboxId, "mailbox");
    }

    Optional<Mailbox> mailboxAt(String address) {
        return mailboxes.values().stream()
                .filter(box -> box.address.equalsIgnoreCase(address))
                .findFirst();
    }

    MailThread thread(String threadId) {
        return found(threads, threadId, "thread");
    }

    Hook hook(String hookId) {
        return found(hooks, hookId, "webhook");
    }

    boolean forbidden(Contact contact) {
        String address = Population.canonical(contact.email);
        return dnc.containsKey(address)
                || dnc.containsKey(address.substring(address.indexOf('@') + 1))
                || (!contact.linkedinUrl.isEmpty() && dnc.containsKey(contact.linkedinUrl.toLowerCase(Locale.ROOT)));
    }

    private static <T> T found(Map<String, T> things, String key, String what) {
        T thing = things.get(key);
        if (thing == null) {
            throw new Refusal(404, what + " not found");
        }
        return thing;
    }

    String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    Map<String, @Nullable Object> json() {
        return Json.object("id", id, "accountId", accountId, "name", name, "slug", slug());
    }

    Map<String, @Nullable Object> brief() {
        return Json.object("id", id, "name", name, "slug", slug());
    }
}
