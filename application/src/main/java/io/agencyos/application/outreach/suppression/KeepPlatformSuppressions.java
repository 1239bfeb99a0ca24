package io.agencyos.application.outreach.suppression;

import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.lead.store.PlatformSuppressions.Entry;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Staff keeps the list of whom nobody of any tenant contacts. Every send asks for it again, so what is under way stops at
 * its gate. Source: api 9.17, outreach 6.1.
 */
@PrimaryPort
public final class KeepPlatformSuppressions {

    private static final String TYPE = "platform_suppression";

    private final PlatformSuppressions list;
    private final Audit audit;
    private final SuppressionKeys keys;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepPlatformSuppressions(
            PlatformSuppressions list,
            Audit audit,
            IdentityKeys keys,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.list = list;
        this.audit = audit;
        this.keys = new SuppressionKeys(keys);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What staff writes on the list. */
    public record NewEntry(
            SuppressionKeyType type,
            String key,
            SuppressionReason reason,
            @Nullable String note) {}

    /** What came of adding. */
    public sealed interface Added {

        record Listed(Entry entry) implements Added {}

        /** It was there; its reason is the stronger of both now. */
        record Strengthened(Entry entry) implements Added {}

        /** The key cannot be read. */
        record Invalid(InputProblem problem) implements Added {}
    }

    public List<Entry> page(PlatformSuppressions.Filter filter, PlatformSuppressions.@Nullable After after, int limit) {
        return units.readingPlatform(() -> list.page(filter, after, limit));
    }

    public Added add(UserId staff, NewEntry entry, Origin origin) {
        return switch (keys.read(entry.type(), entry.key(), Country.AUSTRALIA)) {
            case Result.Err<Suppressions.Key, InputProblem>(InputProblem problem) -> new Added.Invalid(problem);
            case Result.Ok<Suppressions.Key, InputProblem>(Suppressions.Key key) ->
                units.onPlatform(() -> added(staff, entry, key, origin));
        };
    }

    private Added added(UserId staff, NewEntry entry, Suppressions.Key key, Origin origin) {
        Optional<Entry> known = list.findByKey(key);
        SuppressionId id = new SuppressionId(ids.next());
        list.add(new Suppression(
                id,
                null,
                key.type(),
                key.value(),
                entry.reason(),
                SuppressionSource.PLATFORM,
                id,
                entry.note(),
                clock.now(),
                null,
                0));
        Entry stored = list.findByKey(key).orElseThrow();
        Change change = new Change(
                known.map(before -> before.reason().wire()).orElse(null),
                stored.reason().wire());
        write(staff, AuditAction.CREATE, stored.id(), change, Map.of(), origin);
        return known.isPresent() ? new Added.Strengthened(stored) : new Added.Listed(stored);
    }

    /** What came of taking entries away. */
    public sealed interface Removed {

        record Gone() implements Removed {}

        record NotFound() implements Removed {}

        /** Somebody said stop, or the law did: what stands for that stays. Source: outreach 6.2. */
        record Permanent(SuppressionReason reason) implements Removed {}
    }

    /** Takes the entries of this id away, all or none. */
    public Removed remove(UserId staff, SuppressionId id, String evidence, Origin origin) {
        return units.onPlatform(() -> {
            List<Entry> found = list.find(id);
            if (found.isEmpty()) {
                return new Removed.NotFound();
            }
            Optional<SuppressionReason> stays = found.stream()
                    .map(Entry::reason)
                    .filter(SuppressionReason::isForGood)
                    .findFirst();
            if (stays.isPresent()) {
                return new Removed.Permanent(stays.get());
            }
            list.remove(id);
            Change change = new Change(found.getFirst().reason().wire(), null);
            write(staff, AuditAction.DELETE, id, change, Map.of("evidence", evidence), origin);
            return new Removed.Gone();
        });
    }

    private void write(
            UserId staff,
            AuditAction action,
            SuppressionId id,
            Change reason,
            Map<String, String> metadata,
            Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                null,
                Actor.user(staff.value()),
                action,
                AuditEntry.Outcome.OK,
                TYPE,
                id.value(),
                Map.of("reason", reason),
                metadata,
                origin));
    }
}
