package io.agencyos.application.conversation.notice;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticePreferences;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People read what they are told, and say what they want to be told. Source: api 9.16. */
public final class KeepNotices {

    private final Notices notices;
    private final NoticeWishes wishes;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** What cannot be wished. */
    public enum Fault {
        /** Text messages are for what may be critical. */
        SMS_NOT_CRITICAL,
        /** The topic is about no leads. */
        NO_TIERS
    }

    /** A fault of one topic. */
    public record Refused(NoticeTopic topic, Fault fault) {}

    public KeepNotices(Notices notices, NoticeWishes wishes, UnitOfWork units, ClockPort clock) {
        this.notices = notices;
        this.wishes = wishes;
        this.units = units;
        this.clock = clock;
    }

    public List<Notice> list(TenantScope scope, Notices.Filter filter, Notices.@Nullable After after, int limit) {
        return units.reading(scope, () -> notices.list(scope.clientId(), scope.userId(), filter, after, limit));
    }

    /** Whether there is such a one. */
    public boolean read(TenantScope scope, UUID notice) {
        return units.<Boolean>inTenant(
                scope, () -> notices.read(scope.clientId(), scope.userId(), notice, clock.now()));
    }

    public void readAll(TenantScope scope) {
        units.inTenant(scope, () -> notices.readAll(scope.clientId(), scope.userId(), clock.now()));
    }

    public NoticePreferences preferences(UserId user) {
        return units.readingPlatform(() -> wishes.find(user));
    }

    /** Writes them where nothing is wrong with them; answers every fault. */
    public List<Refused> change(UserId user, NoticePreferences wanted) {
        List<Refused> faults = wanted.choices().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> faults(entry.getKey(), entry.getValue()).stream())
                .toList();
        if (faults.isEmpty()) {
            units.onPlatform(() -> wishes.save(user, wanted));
        }
        return faults;
    }

    private static List<Refused> faults(NoticeTopic topic, NoticePreferences.Choice choice) {
        if (choice.sms() && !topic.canBeCritical()) {
            return List.of(new Refused(topic, Fault.SMS_NOT_CRITICAL));
        }
        return !topic.hasTiers() && !choice.tiers().isEmpty() ? List.of(new Refused(topic, Fault.NO_TIERS)) : List.of();
    }
}
