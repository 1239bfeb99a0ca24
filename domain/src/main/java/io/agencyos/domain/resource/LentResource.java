package io.agencyos.domain.resource;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A sending domain with its mailboxes, or a number, that the platform owns and lends to clients. Source: scoring RES-1,
 * RES-2, RES-4, RES-7.
 *
 * @param value the domain, the mailbox or the number, unique in its kind
 * @param parentId a mailbox's domain, which it is lent with; null for the others
 * @param capacity how many clients may have it at once; 1 is a dedicated one
 * @param clients how many have it now
 * @param reputation 0 to 100
 * @param authenticated of a domain: SPF, DKIM and DMARC are in order; nothing is sent while they are not
 * @param warmingSince when its warm-up began, null while it never did
 * @param warmedAt when its warm-up was completed, null while it is not
 * @param holdUntil until when nobody new gets it
 */
@AggregateRoot
public record LentResource(
        @Identity ResourceId id,
        ResourceKind kind,
        String value,
        @Nullable ResourceId parentId,
        ResourceSource source,
        ResourceStatus status,
        int capacity,
        int clients,
        int reputation,
        DomainHealth health,
        boolean authenticated,
        @Nullable Instant warmingSince,
        @Nullable Instant warmedAt,
        @Nullable Instant holdUntil,
        Instant createdAt,
        int version) {

    /** How long a resource rests after a client left. */
    public static final Duration HOLD = Duration.ofDays(30);

    private static final int ORDERED = 50;

    private static final Comparator<LentResource> ORDER = Comparator.comparing(LentResource::isWarm)
            .thenComparingInt(LentResource::reputation)
            .reversed()
            .thenComparingInt(LentResource::clients)
            .thenComparing(LentResource::createdAt)
            .thenComparing(resource -> resource.id().value().toString());

    /** Whether its warm-up is behind it. */
    public boolean isWarm() {
        return warmedAt != null;
    }

    /** Whether another client can be given it. */
    public boolean isFree() {
        return status == ResourceStatus.AVAILABLE && clients < capacity;
    }

    /** Whether this client may be given it: what stands in somebody's own account is nobody else's. Source: outreach 10.8. */
    public boolean mayBeOf(ClientId client) {
        return source.account() == null || client.equals(source.account());
    }

    /** A number that a client is about to buy in its own account: on record before anything is ordered. Source: outreach 10.8. */
    public static LentResource ordered(
            ResourceId id, PhoneNumber number, String provider, ClientId client, Instant now) {
        return new LentResource(
                id,
                ResourceKind.PHONE_NUMBER,
                number.e164(),
                null,
                ResourceSource.inAccountOf(client, provider),
                ResourceStatus.PROVISIONING,
                1,
                0,
                ORDERED,
                DomainHealth.GOOD,
                true,
                null,
                null,
                null,
                now,
                0);
    }

    /** The same once the vendor has it for us; what was bought already stays as it is. */
    public LentResource bought() {
        return status == ResourceStatus.PROVISIONING
                ? with(ResourceStatus.AVAILABLE, clients, warmingSince, warmedAt, holdUntil)
                : this;
    }

    /** Those that can be lent, best first: warmed, reputation, fewer clients, oldest. Source: RES-2. */
    public static List<LentResource> inOrder(Collection<LentResource> resources) {
        return resources.stream().filter(LentResource::isFree).sorted(ORDER).toList();
    }

    /**
     * The same with one client more. What was never warmed up starts that day, for numbers and domains alike. Source:
     * RES-4.
     */
    public LentResource lent(Instant now) {
        int more = clients + 1;
        Instant since = warmingSince == null ? now : warmingSince;
        return with(more < capacity ? ResourceStatus.AVAILABLE : ResourceStatus.ASSIGNED, more, since, warmedAt, null);
    }

    /** The same with one client less; it rests until then, or not at all. Source: RES-7. */
    public LentResource givenBack(@Nullable Instant until) {
        int less = Math.max(0, clients - 1);
        boolean rests = until != null && less == 0;
        ResourceStatus next = status == ResourceStatus.RETIRED
                ? ResourceStatus.RETIRED
                : rests ? ResourceStatus.HELD : ResourceStatus.AVAILABLE;
        return with(next, less, warmingSince, warmedAt, rests ? until : null);
    }

    /** The same for good out of use; empty where it is so already. */
    public Optional<LentResource> retired() {
        return status.mayBecome(ResourceStatus.RETIRED)
                ? Optional.of(with(ResourceStatus.RETIRED, clients, warmingSince, warmedAt, null))
                : Optional.empty();
    }

    /** The same by now: a rest that is over, or a warm-up that is through, ends; its state is otherwise as it was. */
    public LentResource by(Instant now) {
        Instant warm = warmedAt == null && warmingSince != null && warmUpDays(now) >= warmUpLength()
                ? warmingSince.plus(Duration.ofDays(warmUpLength()))
                : warmedAt;
        boolean rested = status == ResourceStatus.HELD && holdUntil != null && !now.isBefore(holdUntil);
        boolean through = status == ResourceStatus.WARMING && warm != null;
        ResourceStatus next = rested || through ? ResourceStatus.AVAILABLE : status;
        return with(next, clients, warmingSince, warm, rested ? null : holdUntil);
    }

    /** The same as staff correct it; null leaves a thing as it is. */
    public LentResource corrected(@Nullable String name, @Nullable Integer standing, @Nullable Boolean proven) {
        ResourceSource named = name == null ? source : source.called(name);
        return new LentResource(
                id,
                kind,
                value,
                parentId,
                named,
                status,
                capacity,
                clients,
                standing == null ? reputation : standing,
                health,
                proven == null ? authenticated : proven,
                warmingSince,
                warmedAt,
                holdUntil,
                createdAt,
                version);
    }

    /** The same as it is stored. */
    public LentResource atVersion(int stored) {
        return new LentResource(
                id,
                kind,
                value,
                parentId,
                source,
                status,
                capacity,
                clients,
                reputation,
                health,
                authenticated,
                warmingSince,
                warmedAt,
                holdUntil,
                createdAt,
                stored);
    }

    /** A mailbox stands as its domain does. */
    public LentResource following(LentResource domain) {
        return with(domain.status, clients, warmingSince, warmedAt, domain.holdUntil);
    }

    private LentResource with(
            ResourceStatus next, int had, @Nullable Instant since, @Nullable Instant warm, @Nullable Instant hold) {
        return new LentResource(
                id,
                kind,
                value,
                parentId,
                source,
                next,
                capacity,
                had,
                reputation,
                health,
                authenticated,
                since,
                warm,
                hold,
                createdAt,
                version);
    }

    /** Full days since its warm-up began. */
    public long warmUpDays(Instant now) {
        return WarmUp.elapsedDays(warmingSince, now, Duration.ZERO);
    }

    /** Full days of a warm-up of its kind. */
    public int warmUpLength() {
        return kind == ResourceKind.PHONE_NUMBER ? SendingNumber.WARM_UP_DAYS : WarmUp.DOMAIN_DAYS;
    }
}
