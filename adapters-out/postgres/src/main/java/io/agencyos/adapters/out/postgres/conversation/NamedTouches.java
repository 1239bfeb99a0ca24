package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.inbox.MailEvent.About;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which touch a name stands for: a reference under which something was recorded as sent; a reference, key or id of a
 * touch that nothing has proved sent yet, whose id its Message-ID carries.
 */
final class NamedTouches {

    /** Names of a test client stand apart in tables that all tenants share. Source: data model 5.1. */
    private static final String TEST_PREFIX = "t:";

    private static final String NAMED = """
        select j.id, j.idem_key, j.vendor_ref, null external_id from unnest((select cast(:ids as uuid[]))) as asked(job_id)
         cross join lateral (select * from outreach_job where client_id = :client and id = job_id offset 0) j
        union
        select j.id, j.idem_key, j.vendor_ref, null from unnest((select cast(:keys as text[]))) as asked(key)
         cross join lateral (select * from outreach_job where client_id = :client and idem_key = key offset 0) j
        union
        select j.id, j.idem_key, j.vendor_ref, null from unnest((select cast(:names as text[]))) as asked(name)
         cross join lateral (select * from outreach_job
                              where client_id = :client and vendor is not null and vendor_ref = name offset 0) j
        union all
        select r.touch_id, null, null, r.external_id from unnest((select cast(:known as text[]))) as asked(name)
         cross join lateral (select * from message_ref
                              where client_id = :client and external_id = name and touch_id is not null offset 0) r
        """;

    private final Map<TouchId, Known> known = new HashMap<>();
    private final Map<String, TouchId> references = new HashMap<>();
    private final Map<String, TouchId> keys = new HashMap<>();
    private final Set<TouchId> jobs = new HashSet<>();

    private NamedTouches() {}

    static NamedTouches of(ClientId client, Collection<About> abouts) {
        NamedTouches named = new NamedTouches();
        Set<String> names = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<TouchId> ids = new HashSet<>();
        for (About about : abouts) {
            Stream.of(about.messageId(), about.vendorRef())
                    .flatMap(Stream::ofNullable)
                    .forEach(names::add);
            Stream.ofNullable(about.idempotencyKey()).forEach(keys::add);
            carried(about.messageId()).ifPresent(ids::add);
        }
        named.read(client, names, keys, ids);
        return named;
    }

    /**
     * The references of what was recorded as sent count before those of the queue. The arrays are hidden behind a select:
     * a planner that sees how short they are believes each time anew that a plan of its own pays.
     */
    private void read(ClientId client, Set<String> names, Set<String> asked, Set<TouchId> ids) {
        String[] stored = names.stream()
                .flatMap(name -> Stream.of(name, TEST_PREFIX + name))
                .toArray(String[]::new);
        Map<String, TouchId> recorded = new HashMap<>();
        Db.query("with named as (" + NAMED + ")" + KnownTouches.OF_NAMED)
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .bind("keys", asked.toArray(String[]::new))
                .bind("names", names.toArray(String[]::new))
                .bind("known", stored)
                .map((row, context) -> {
                    Known touch = KnownTouches.read(row);
                    known.put(touch.id(), touch);
                    String external = row.getString("external_id");
                    if (external != null) {
                        return recorded.put(plain(external), touch.id());
                    }
                    keys.put(Rows.text(row, "idem_key"), touch.id());
                    Stream.ofNullable(row.getString("vendor_ref")).forEach(ref -> references.put(ref, touch.id()));
                    jobs.add(touch.id());
                    return touch.id();
                })
                .list();
        references.putAll(recorded);
    }

    private static String plain(String stored) {
        return stored.startsWith(TEST_PREFIX) ? stored.substring(TEST_PREFIX.length()) : stored;
    }

    Optional<Known> of(About about) {
        return reference(about.messageId())
                .or(() -> carried(about.messageId()).filter(jobs::contains))
                .or(() -> reference(about.vendorRef()))
                .or(() -> Optional.ofNullable(about.idempotencyKey()).map(keys::get))
                .map(known::get);
    }

    private Optional<TouchId> reference(@Nullable String name) {
        return Optional.ofNullable(name).map(references::get);
    }

    /** The touch's id in a Message-ID of ours, {@code <touch@domain>}. */
    private static Optional<TouchId> carried(@Nullable String messageId) {
        if (messageId == null || !messageId.startsWith("<") || messageId.indexOf('@') < 0) {
            return Optional.empty();
        }
        return EntityId.parse(messageId.substring(1, messageId.indexOf('@')), TouchId::new)
                .toOptional();
    }
}
