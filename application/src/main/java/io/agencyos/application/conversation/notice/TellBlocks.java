package io.agencyos.application.conversation.notice;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a client's members that a job of theirs is blocked, or that leads of theirs wait for what a job would need, why, and what lifts it: once for each scope and day, however
 * many jobs it blocks. Source: flows 1.7.
 */
public final class TellBlocks {

    /** The platform's day. */
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final Blocked blocked;
    private final Notices notices;
    private final NoticeWishes wishes;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** A client's job that waits for something. */
    public record Stopped(ClientId client, Block by) {}

    /** What of clients is blocked at this moment. Opens units of its own. */
    @FunctionalInterface
    public interface Blocked {

        List<Stopped> now();
    }

    public TellBlocks(
            Blocked blocked, Notices notices, NoticeWishes wishes, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.blocked = blocked;
        this.notices = notices;
        this.wishes = wishes;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Needs no unit of work; safe to repeat. */
    public void tell() {
        Map<ClientId, Map<BreakerScope, Block>> byClient = new LinkedHashMap<>();
        blocked.now()
                .forEach(stopped -> byClient.computeIfAbsent(stopped.client(), client -> new LinkedHashMap<>())
                        .putIfAbsent(stopped.by().scope(), stopped.by()));
        byClient.forEach((client, blocks) -> tell(client, blocks.values()));
    }

    private void tell(ClientId client, Collection<Block> blocks) {
        Instant now = clock.now();
        List<Notice> all = units.readingPlatform(() -> wishes.listeners(client)).stream()
                .flatMap(listener -> listener.wants().ways(NoticeTopic.SYSTEM_ALERTS, null).stream()
                        .flatMap(ways -> blocks.stream().map(block -> notice(client, listener, block, ways, now))))
                .toList();
        units.inTenant(TenantScope.worker(client), () -> notices.add(all));
    }

    private Notice notice(ClientId client, NoticeWishes.Listener listener, Block block, Notice.Ways ways, Instant now) {
        return new Notice(
                ids.next(),
                client,
                listener.user(),
                NoticeTopic.SYSTEM_ALERTS,
                NoticeSeverity.WARNING,
                "Work is blocked",
                block.message(),
                "/api/v1/clients/" + client.text() + "/jobs?status=blocked",
                "blocked|" + block.scope().wire() + "|" + LocalDate.ofInstant(now, SYDNEY),
                ways,
                now,
                null);
    }
}
